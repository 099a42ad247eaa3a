package org.headcoach.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The chain of a month as it is walked: the manager's plans, the director's inspection, the VP's. */
class InspectionPageIT extends Pages {

	private static final String BACK = "Say how you will know that it worked.";

	@Test
	void theDirectorInspectsTheManagersAndTheVpTheDirector() {
		var director = page;
		signIn(director, "director");
		director.navigate(url("/coaching/inspection"));
		director.waitForNavigation(() -> rep(director, "Lucia Ferrer").locator(".hc-end a").click());
		assertThat(director.locator(".hc-opened dt").first()).hasText("Which skill?");
		if (director.locator("[id$=':accept']").count() == 0) {
			// the month's second day has not come: the page says from when on plans can be inspected
			assertThat(director.locator(".hc-opened .hc-note")).containsText("from");
			return;
		}
		sendBackWithAReason(director);
		acceptTheOthers(director);
		theManagerSeesBoth();
		theVpAcceptsTheDirector();
	}

	private static Locator rep(Page window, String name) {
		return window.locator("tr[id^='rep-']", new Page.LocatorOptions().setHas(window.getByText(name, new Page.GetByTextOptions().setExact(true))));
	}

	private static void sendBackWithAReason(Page director) {
		// without a reason nothing is sent back
		director.locator("[id$=':send-back']").click();
		assertThat(director.locator("#messages")).containsText(Pattern.compile("reason|why", Pattern.CASE_INSENSITIVE));
		answer(director, "skill-clear", "Clear");
		answer(director, "decision-clear", "Clear");
		answer(director, "plan-clear", "Not clear");
		director.locator("[id$=':plan-note']").fill("The target has no measure");
		director.locator("[id$=':reason']").fill(BACK);
		press(director, "[id$=':send-back']");
		assertThat(rep(director, "Lucia Ferrer")).containsText("Sent back");
		assertThat(rep(director, "Lucia Ferrer")).containsText(BACK);
	}

	private static void answer(Page window, String question, String label) {
		window.locator("[id$=':" + question + "'] .ui-button", new Page.LocatorOptions().setHas(window.getByText(label, new Page.GetByTextOptions().setExact(true)))).click();
	}

	/** After each plan the page goes on to the next one that waits. */
	private static void acceptTheOthers(Page director) {
		int accepted = 0;
		while (director.locator("[id$=':accept']").count() > 0 && accepted < 60) {
			answer(director, "skill-clear", "Clear");
			answer(director, "decision-clear", "Clear");
			answer(director, "plan-clear", "Clear");
			press(director, "[id$=':accept']");
			accepted++;
		}
		assertTrue(accepted > 0, "Nothing was accepted");
		assertThat(rep(director, "Sofia Brandt")).containsText("Accepted");
		director.navigate(url("/coaching/inspection"));
		assertEquals(0, director.locator("main a", new Page.LocatorOptions().setHasText(Pattern.compile("^Inspect"))).count(), "Plans that still wait");
	}

	private void theManagerSeesBoth() {
		var manager = aWindow(DESK, 1000);
		signIn(manager, "manager");
		assertThat(manager.locator("main")).containsText(BACK);
		manager.navigate(url("/coaching/inspection"));
		assertThat(rep(manager, "Lucia Ferrer")).containsText(BACK);
		assertThat(rep(manager, "Sofia Brandt")).containsText("Accepted");
		assertFalse(manager.locator("[id$=':accept']").isVisible());
	}

	private void theVpAcceptsTheDirector() {
		var vp = aWindow(DESK, 1000);
		signIn(vp, "executive");
		vp.navigate(url("/coaching/inspection"));
		var own = vp.locator("section", new Page.LocatorOptions().setHas(vp.getByRole(com.microsoft.playwright.options.AriaRole.HEADING,
				new Page.GetByRoleOptions().setName("Henrik Aalto"))));
		var other = vp.locator("section", new Page.LocatorOptions().setHas(vp.getByRole(com.microsoft.playwright.options.AriaRole.HEADING,
				new Page.GetByRoleOptions().setName("Rosalind Achterberg"))));
		assertThat(other).containsText(Pattern.compile("to inspect|not inspected|Late"));
		vp.waitForNavigation(() -> own.locator(".hc-card-acts a").click());
		if (vp.locator("[id$=':accept-director']").count() == 0) {
			assertThat(own).containsText("from");
			return;
		}
		vp.locator("tr[id^='rep-'] input[type=checkbox]").first().check();
		press(vp, "[id$=':accept-director']");
		assertThat(own).containsText("Accepted");
		assertAccessible(vp);
		open("/coaching/inspection");
		assertThat(page.locator("main")).containsText("Accepted by Carol Stein");
		open("/");
		assertThat(page.locator("main")).containsText("Carol Stein has accepted your inspections of this month.");
	}
}
