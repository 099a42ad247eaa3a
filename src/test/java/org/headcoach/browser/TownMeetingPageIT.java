package org.headcoach.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;

import org.headcoach.suite.Rest;
import org.headcoach.suite.RunningApplication;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

/** A plan that may come, from its simulation to what came of a rep's comment; and nothing of it for who is not invited. */
class TownMeetingPageIT extends Pages {

	private static final String COMMENT = "A quarter with the twelfth payment comes late: could it come with the ninth?";

	/** A draft from a preset; answers its version's number. */
	private String aDraft(String name) {
		open("/compensation/plans");
		page.getByText("New plan").first().click();
		page.locator("#plan-name").fill(name);
		page.locator("input[type=radio][value=CUSTOMER_COMMITMENT]").check();
		press(page, "#create");
		page.waitForURL(Pattern.compile("plan-editor"));
		return page.url().replaceAll(".*version=(\\d+).*", "$1");
	}

	/** Opens a meeting with these people through the simulation; answers its address. */
	private String aMeeting(String name, String... people) {
		var version = aDraft(name);
		open("/compensation/simulation");
		page.locator("#v" + version).check();
		page.locator(".sim-who > summary").click();
		for (var person : people) {
			page.locator("#p" + RunningApplication.idOf(person)).check();
		}
		press(page, ".sim form button[type=submit]");
		assertThat(page.locator(".hc-answer").first()).containsText(name);
		assertEquals(people.length, page.locator("#people tbody tr").count());
		press(page, ".hc-answer-acts a");
		page.locator("#reasons").fill("Customers leave too early.\n\nWe want to pay for those who stay.");
		press(page, "#open");
		page.waitForURL(Pattern.compile("town-meeting\\?meeting="));
		return page.url().substring(url("").length()).replaceAll("#.*", "");
	}

	@Test
	void whatARepSaysOnAPhoneIsAnsweredAndNamedInTheLog() {
		signIn("admin");
		var meeting = aMeeting("Staying customers", "Amira Nasser", "Kofi Mensah");
		assertThat(page.locator(".hc-answer").first()).containsText("No comment yet");

		var phone = aWindow(PHONE, 812);
		signIn(phone, "rep");
		phone.navigate(url("/"));
		phone.locator("a[href*='" + meeting + "']").first().click();
		phone.waitForURL(Pattern.compile("town-meeting"));
		assertThat(phone.locator(".hc-answer").first()).containsText("you would have got");
		assertThat(phone.locator(".town-text").first()).containsText("We want to pay for those who stay.");
		assertThat(phone.locator(".pay-curve")).isVisible();
		assertFalse(phone.content().contains("Kofi Mensah"));
		for (var theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
			phone.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
			assertNoSidewaysScroll(phone);
			assertAccessible(phone);
		}
		phone.locator("[id='say:text']").fill(COMMENT);
		press(phone, "[id='say:send']");
		assertThat(phone.locator(".town-comments > li")).containsText(COMMENT);

		open(meeting);
		assertThat(page.locator(".hc-answer").first()).containsText("one waits for an answer");
		page.locator("[id='said:all:0:answer']").fill("It can.");
		press(page, "[id='said:all:0:reply']");
		page.locator("[id='entry:what']").fill("The last quarter comes with the ninth payment.");
		choose(page, "entry:from", "Amira Nasser");
		press(page, "[id='entry:enter']");
		assertThat(page.locator(".town-changes")).containsText("The last quarter comes with the ninth payment.");
		assertAccessible(page);
		assertNoSidewaysScroll(page);
		picture(page, "town-meeting-admin");

		phone.navigate(url(meeting));
		assertThat(phone.locator(".town-answer")).containsText("It can.");
		assertThat(phone.locator(".town-changes")).containsText("from Amira Nasser's comment");
		picture(phone, "town-meeting-phone");

		var manager = aWindow(DESK, 1000);
		signIn(manager, "manager");
		manager.navigate(url(meeting));
		assertEquals(2, manager.locator(".town tbody tr td:first-child b").filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(Pattern.compile("Amira Nasser|Kofi Mensah")))
				.count());
		assertThat(manager.locator("[id='say:text']")).hasCount(0);

		page.locator("[id='end:close']").click();
		press(page, ".ui-confirm-dialog .ui-confirmdialog-yes");
		phone.navigate(url(meeting));
		assertThat(phone.locator("[id='say:text']")).hasCount(0);
		assertThat(phone.locator(".town-comments > li")).containsText(COMMENT);

		var id = meeting.replaceAll(".*=", "");
		var rest = Rest.of(RunningApplication.address(), "rep", "SEE_OWN_PAY").get("town-meetings/" + id);
		assertEquals(200, rest.status());
		assertEquals("Amira Nasser", rest.json().getJsonArray("changes").getJsonObject(0).getString("from"));
		assertFalse(rest.body().contains("Kofi"));
	}

	@Test
	void whoIsNotInvitedIsToldTheSameAsOfAMeetingThatDoesNotExist() {
		signIn("admin");
		var id = aMeeting("For somebody else", "Chloé Durandeau").replaceAll(".*=", "");
		for (var role : List.of("rep", "manager")) {
			var window = aWindow(DESK, 1000);
			signIn(window, role);
			for (var address : List.of("/compensation/town-meeting?meeting=", "/export/compensation/town-meeting.csv?meeting=", "/export/compensation/town-meeting.xlsx?meeting=")) {
				assertEquals(404, window.request().get(url(address + id)).status(), address + " as " + role);
				assertEquals(404, window.request().get(url(address + "987654321")).status());
			}
			assertFalse(window.request().get(url("/compensation/town-meetings")).text().contains("For somebody else"));
			var rest = Rest.of(RunningApplication.address(), role, "SEE_OWN_PAY");
			assertEquals(rest.get("town-meetings/987654321").body(), rest.get("town-meetings/" + id).body());
			assertEquals(404, rest.get("town-meetings/" + id).status());
			assertTrue(rest.get("town-meetings").items().stream().noneMatch(one -> String.valueOf(one.getInt("id")).equals(id)));
			window.context().close();
		}
		var director = aWindow(DESK, 1000);
		signIn(director, "director");
		var file = director.request().get(url("/export/compensation/town-meeting.csv?meeting=" + id));
		assertEquals(200, file.status());
		assertTrue(file.text().contains("Chloé Durandeau"), file.text());
	}

	@Test
	void aMissingQuotaIsAskedForAndStandsInTheAddress() {
		signIn("admin");
		open("/compensation/plans");
		page.getByText("New plan").first().click();
		page.locator("#plan-name").fill("By quota of the year");
		page.locator("input[type=radio][value=TWO_ACCELERATORS]").check();
		press(page, "#create");
		page.waitForURL(Pattern.compile("plan-editor"));
		open("/compensation/simulation?months=3&version=" + page.url().replaceAll(".*version=(\\d+).*", "$1") + "&person=" + RunningApplication.idOf("Amira Nasser"));
		assertThat(page.locator(".hc-answer").first()).containsText("could not be computed");
		page.locator(".sim-quotas input").fill("400,000");
		press(page, ".sim form button[type=submit]");
		assertThat(page.locator(".hc-answer").first()).containsText("would have cost");
		assertTrue(page.url().contains("quota."), page.url());
		page.reload();
		assertThat(page.locator(".sim-quotas input")).hasValue("400,000");
		assertAccessible(page);
		assertNoSidewaysScroll(page);
	}
}
