package org.headcoach.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Page;

/** Skill library, funnel, company: what is edited there, and what a reader is told when two do it at once or a page is over. */
class SettingsPageIT extends Pages {

	@Test
	void aSkillIsEditedInTheLibrary() {
		signIn("admin");
		open("/coaching/skills");
		page.locator("main a", new Page.LocatorOptions().setHasText(Pattern.compile("^Edit"))).first().click();
		page.waitForURL("**/coaching/skills?edit=*");
		var name = page.locator("#skill-name").inputValue();
		page.locator("#skill-name").fill(name + ", calmly");
		var activities = page.locator("#activities tbody tr").count();
		page.locator("#add-activity").click();
		assertThat(page.locator("#activities tbody tr")).hasCount(activities + 1);
		page.locator("#activities tbody tr").last().locator("input[maxlength='300']").fill("Listen to two recordings in silence");
		press(page, "#save");
		assertThat(page.locator("main")).containsText(name + ", calmly");
		assertThat(page.locator("main")).containsText("Listen to two recordings in silence");
	}

	@Test
	void aStepThatPlansTargetIsNotTakenAwayWithoutAWarning() {
		signIn("admin");
		open("/pipeline/funnel");
		page.locator("button[title='Remove step 3']").click();
		assertThat(page.locator("[id='funnel:preview'] .hc-note")).containsText(Pattern.compile("plans? targets? what changes here: .+ \\(.+ \\d{4}\\)"));
		// asked again before it is saved; going back saves nothing
		page.locator("[id='funnel:preview'] .hc-primary").click();
		assertThat(page.locator(".ui-confirm-dialog .ui-confirm-dialog-message")).containsText("what changes here");
		page.locator(".ui-confirmdialog-no").click();
		open("/pipeline/funnel");
		assertThat(page.locator("[id='funnel:steps'] tbody tr")).hasCount(5);
	}

	@Test
	void aStepCalledLikeAStandardOneIsRefused() {
		signIn("admin");
		open("/pipeline/funnel");
		page.getByText("Add a step", new Page.GetByTextOptions().setExact(true)).click();
		page.getByLabel("Name of step 6").fill("Demos");
		page.locator("[id='funnel:preview'] .ui-button").first().click();
		assertThat(page.locator("main")).containsText("Two steps are called Demos");
		open("/pipeline/funnel");
		assertThat(page.locator("[id='funnel:steps'] tbody tr")).hasCount(5);
	}

	@Test
	void aNewSalesProcessIsPreviewedSavedAndRemoved() {
		signIn("admin");
		open("/pipeline/funnel?process=new");
		page.locator("[id='funnel:name']").fill("Renewals");
		page.locator("[id='funnel:preview'] .ui-button").first().click();
		assertThat(page.locator("[id='funnel:preview'] table tbody tr")).hasCount(5);
		page.locator("[id='funnel:preview'] .hc-primary").click();
		press(page, ".ui-confirmdialog-yes");
		assertThat(page.locator("main .hc-choices").first()).containsText("Renewals");
		page.locator("[id='funnel:preview'] .ui-button-danger").click();
		press(page, ".ui-confirmdialog-yes");
		assertThat(page.locator("main .hc-choices").first()).not().containsText("Renewals");
	}

	@Test
	void theCoachingEffectStandsInTablesBesideItsDrawings() {
		signIn("executive");
		open("/coaching/effect");
		assertThat(page.locator("main h1")).not().isEmpty();
		var rows = page.locator("section.hc-flush tbody tr");
		assertTrue(rows.count() > 0, "No plan has an effect");
		assertTrue(page.locator("section.hc-flush tbody svg").count() > 0, "No drawing");
		assertEquals(rows.count(), page.locator("section.hc-flush tbody tr .hc-chip").count(), "Each row says its verdict in words");
	}

	@Test
	void whoeverComesTooLateReadsWhoWasFirstAndKeepsTheOwnWords() {
		signIn("admin");
		open("/people/company");
		var name = page.locator("#name").inputValue();
		var second = aWindow(DESK, 1000);
		signIn(second, "admin");
		second.navigate(url("/people/company"));
		second.locator("#name").fill(name + " First");
		press(second, "#save");
		page.locator("#name").fill(name + " Second");
		page.locator("#save").click();
		assertThat(page.locator("#messages")).containsText("Ruth Calder changed this on");
		assertThat(page.locator("#name")).hasValue(name + " Second");
		second.locator("#name").fill(name);
		press(second, "#save");
	}

	@Test
	void aRemovedHolidayComesBackFromTheToast() {
		signIn("admin");
		open("/people/company");
		var days = page.locator("#holidays li").count();
		press(page, "#holidays li .ui-button >> nth=0");
		assertThat(page.locator("#holidays li")).hasCount(days - 1);
		press(page, ".hc-toast-act");
		assertThat(page.locator("#holidays li")).hasCount(days);
	}

	@Test
	void regionsAreChosenOnTheFiguresPageAndNothingIsDividedByZero() {
		signIn("executive");
		open("/pipeline/figures?show=conversions");
		var all = page.locator(".hc-figures-table").first().locator("tbody").first().locator("tr").count();
		page.locator("nav[aria-label=Region] a").nth(1).click();
		page.waitForURL("**region=*");
		assertTrue(page.locator(".hc-figures-table").first().locator("tbody").first().locator("tr").count() < all);
		assertThat(page.locator("nav[aria-label=Region] a").nth(1)).hasAttribute("aria-current", "true");
		// before the company had any data, every rate has the divisor 0
		open("/pipeline/figures?show=conversions&months=24");
		assertThat(page.locator(".hc-figures-table").nth(1).locator("tbody tr").last().locator("td").first()).containsText("n/a");
	}
}
