package org.headcoach.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;

import org.headcoach.suite.Rest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;

import jakarta.json.JsonObject;

/** A contest from an empty draft to the wall: teams moved by keys, announced with a reason, followed live in a second browser. */
class ContestPageIT extends Pages {

	private static final LocatorAssertions.ContainsTextOptions SECONDS = new LocatorAssertions.ContainsTextOptions().setTimeout(10_000);

	/** A draft of the manager's whole team from today until the next month, when the demo company's next contest starts; answers its number. */
	private String aDraft(String title, int teams) {
		var today = LocalDate.now(ZoneId.of("America/New_York"));
		open("/contests/edit");
		page.locator("#title").fill(title);
		page.locator("#prize").fill("An afternoon of sailing together");
		page.locator("#starts").fill(today + "T00:00");
		page.locator("#ends").fill(today.withDayOfMonth(1).plusMonths(1) + "T00:00");
		press(page, "#save");
		page.waitForURL(Pattern.compile("edit\\?contest="));
		page.locator("[id='who:everybody']").click();
		page.locator("[id='teams:number']").fill(String.valueOf(teams));
		page.locator("[id='teams:draw']").click();
		assertThat(page.locator("[data-team]")).hasCount(teams);
		return page.url().replaceAll(".*contest=(\\d+).*", "$1");
	}

	private void announce() {
		page.locator("[id='lint:announce']").click();
		page.waitForNavigation(() -> page.locator(".ui-confirmdialog-yes").click());
		page.waitForURL(Pattern.compile("/contests/contest\\?"));
	}

	private static Locator team(Page window, int at) {
		return window.locator("[data-team]").nth(at);
	}

	@Test
	void fromADraftByKeyboardToTheWall() {
		signIn("manager");
		var id = aDraft("Keyboard demos", 2);
		assertAccessible(page);
		assertNoSidewaysScroll(page);

		// the arrow keys move somebody to the next team, who keeps the focus, and it is read out
		var first = team(page, 0).locator("[data-person]").first();
		var person = first.getAttribute("data-person");
		first.focus();
		page.keyboard().press("ArrowRight");
		assertThat(team(page, 1).locator("[data-person='" + person + "']")).isFocused();
		assertThat(page.locator("#co-said")).containsText("is in " + team(page, 1).getAttribute("data-name"));
		page.keyboard().press("ArrowLeft");
		assertThat(team(page, 0).locator("[data-person='" + person + "']")).isFocused();

		// the practices follow while somebody writes: without a prize a reason is asked for
		page.locator("#prize").fill("");
		page.locator("#judge").focus();
		assertThat(page.locator(".co-lint")).containsText("There is no prize");
		page.locator("[id='lint:announce']").click();
		page.locator(".ui-confirmdialog-yes").click();
		assertThat(page.locator(".ui-messages-error, .ui-growl-message").first()).containsText("Say why");
		// a reason that is written stays while the rest is changed
		var honour = page.locator(".co-lint .co-WARN input").first();
		honour.fill("For honour");
		page.locator("#nightly").fill("");
		page.locator("#judge").focus();
		assertThat(page.locator(".co-lint")).containsText("Standings are not sent");
		assertThat(honour).hasValue("For honour");
		page.locator("[data-person='" + person + "']").press("ArrowRight");
		assertThat(team(page, 1).locator("[data-person='" + person + "']")).isFocused();
		assertThat(honour).hasValue("For honour");
		page.locator("[data-person='" + person + "']").press("ArrowLeft");
		assertThat(team(page, 0).locator("[data-person='" + person + "']")).isFocused();
		page.locator("#nightly").fill("21:00");
		page.locator("#judge").focus();
		assertThat(page.locator(".co-lint")).containsText("Standings are sent every night");
		// near the end of a month the days are too few as well
		page.locator(".co-lint .co-WARN input").all().forEach(reason -> reason.fill("Honour is enough this time."));
		announce();
		assertThat(page.locator("#rules")).containsText("Honour is enough this time.");

		var phone = aWindow(PHONE, 812);
		signIn(phone, "rep");
		phone.navigate(url("/contests/contest?contest=" + id));
		assertThat(phone.locator("#co-mine")).containsText("you");
		assertNoSidewaysScroll(phone);
		assertAccessible(phone);

		followedLive(phone);
		goesOnAfterAGap(phone);
		theWall(id);
		page.navigate(url("/contests/manage?contest=" + id));
		callOff();
	}

	@Test
	void whatIsChosenInAMenuIsJudgedAndAnnounced() {
		signIn("manager");
		aDraft("Chosen", 2);
		choose("VOLUME:CUSTOMERS");
		assertThat(page.locator(".co-lint")).containsText("(Customers) comes of the work weeks later");
		choose("VOLUME:CONNECTS");
		assertThat(page.locator(".co-lint")).containsText("(Connects) is what people can do today");
		page.reload();
		assertThat(page.locator("#fields .co-count .ui-selectonemenu-label")).hasText("Connects");
		page.locator(".co-lint .co-WARN input").all().forEach(reason -> reason.fill("It is a short month."));
		// without a pause: what is announced is what stands in the form
		page.locator("#prize").fill("Lunch by the sea");
		announce();
		assertThat(page.locator(".co")).containsText("Lunch by the sea");
		assertThat(page.locator(".co-rules")).containsText("Connects");
		var id = page.url().replaceAll(".*contest=(\\d+).*", "$1");
		open("/contests/manage?contest=" + id);
		callOff();
	}

	@Test
	void aNewContestIsJudgedBeforeItIsSaved() {
		signIn("manager");
		open("/contests/edit");
		assertThat(page.locator(".co-lint")).containsText("(Demos) is what people can do today");
		assertThat(page.locator(".co-lint")).containsText("There is no team yet");
		assertThat(page.locator("[id='lint:announce']")).hasCount(0);
		assertAccessible(page);
		choose("VOLUME:CUSTOMERS");
		assertThat(page.locator(".co-lint")).containsText("(Customers) comes of the work weeks later");
		page.locator("#prize").fill("Dinner");
		page.locator("#judge").focus();
		assertThat(page.locator(".co-lint")).containsText("The prize is for the team");
		assertThat(page.locator("#fields .ui-message-error")).hasCount(0);
		page.locator("#save").click();
		assertThat(page.locator("#fields .ui-message-error")).hasCount(1);
		open("/contests/contests");
		assertThat(page.locator(".hc-table")).not().containsText("Draft");
	}

	@ParameterizedTest
	@ValueSource(strings = { "ANNOUNCED", "ENDED", "SETTLED" })
	void startEndAndSettlementAreForTheCalendarAtAnyTime(String phase) {
		signIn("manager");
		open("/contests/contest?contest=" + contest(phase));
		var file = page.request().get(url("/export/contests/contest.ics?contest=" + contest(phase))).text();
		assertThat(page.locator("a[href$='/export/contests/contest.ics?contest=" + contest(phase) + "']")).isVisible();
		assertEquals(List.of("end", "settled", "start"), Pattern.compile("UID:contest-" + contest(phase) + "-(\\w+)@").matcher(file).results().map(uid -> uid.group(1)).sorted().toList(), file);
		if (!phase.equals("SETTLED")) {
			assertEquals(3, Pattern.compile("DTSTART;TZID[^\\r\\n]*T(000000|090000)").matcher(file).results().count(), file);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "ENDED", "SETTLED" })
	void whatIsOverSaysNothingOfToday(String phase) {
		var id = contest(phase);
		var phone = aWindow(PHONE, 812);
		signIn(phone, "rep");
		phone.navigate(url("/contests/contest?contest=" + id));
		assertThat(phone.locator("#co-mine")).containsText("you");
		assertThat(phone.locator("#co-mine")).not().containsText("oday");
		assertThat(phone.locator(".co")).not().containsText("The CRM data are");
		assertThat(phone.locator("#co-standings td[data-label=Today]")).hasCount(0);
		// where teams are of different size, the number that is left on a phone says what it is
		phone.locator("#co-standings table").evaluate("table => table.classList.add('co-by-head')");
		assertEquals("\"Per head\"", phone.locator("#co-standings td.co-head").first().evaluate("cell => getComputedStyle(cell, '::after').content"));
		assertNoSidewaysScroll(phone);
	}

	@Test
	void anOpenPageIsAskedForAgainWhenTheContestBegins() {
		signIn("manager");
		page.clock().install();
		open("/contests/contest?contest=" + contest("ANNOUNCED"));
		var turn = Long.parseLong(page.locator("#co-live").getAttribute("data-turn"));
		assertTrue(turn > 0 && turn < Duration.ofDays(62).toMillis(), () -> "begins in " + turn);
		page.waitForNavigation(() -> page.clock().fastForward(turn + 10_000));
		assertThat(page.locator("#co-live")).isVisible();
		open("/contests/contest?contest=" + contest("ENDED"));
		assertThat(page.locator("#co-live")).hasAttribute("data-turn", "0");
	}

	/** Number of the demo company's contest in this phase. */
	private int contest(String phase) {
		return Rest.of(url(""), "manager", "SEE_CONTESTS").get("contests?size=100").items().stream().filter(item -> item.getString("phase").equals(phase)).mapToInt(item -> item.getInt("id")).findFirst().orElseThrow();
	}

	/** By its menu, as a person does. */
	private void choose(String behaviour) {
		var label = page.locator("#fields .co-count select option[value='" + behaviour + "']").textContent();
		page.locator("#fields .co-count .ui-selectonemenu").click();
		page.locator(".ui-selectonemenu-panel:visible li[data-label='" + label + "']").click();
	}

	private void callOff() {
		page.locator("[id='ending:reason']").fill("It was a test.");
		page.locator("[id='ending:off']").click();
		page.waitForNavigation(() -> page.locator(".ui-confirmdialog-yes").click());
		assertThat(page.locator(".hc-answer").first()).containsText("Called off");
	}

	private static JsonObject imported(Rest importing, int demos) {
		var today = LocalDate.now(ZoneId.of("America/New_York"));
		var lines = new StringBuilder("Record ID,Activity type,Activity date,Activity assigned to,Outcome\n");
		for (int i = 0; i < demos; i++) {
			lines.append("live-").append(i).append(",Demo,").append(today).append(" 0").append(i).append(":10,Amira Nasser,Completed\n");
		}
		var batch = importing.post("imports?source=Live&kind=ACTIVITIES", "text/csv", lines.toString()).json().getJsonObject("result");
		assertEquals(demos, batch.getInt("added"));
		return batch;
	}

	/** Another browser's page takes the standings of an import over within seconds, and those of its undo too. */
	private void followedLive(Page phone) {
		var importing = Rest.of(url(""), "admin", "IMPORT_DATA");
		var before = phone.locator("#co-mine").innerText();
		var batch = imported(importing, 3);
		assertThat(phone.locator("#co-mine")).containsText("+3", SECONDS);
		assertThat(phone.locator("#co-answer")).not().containsText("Nothing is counted yet");
		importing.post("imports/" + batch.getInt("id") + "/undo", "application/json", "");
		assertThat(phone.locator("#co-mine")).not().containsText("+3", SECONDS);
		assertEquals(before, phone.locator("#co-mine").innerText());
	}

	/** A page that hears nothing says so, asks anew, and then shows what it has missed. */
	private void goesOnAfterAGap(Page phone) {
		var importing = Rest.of(url(""), "admin", "IMPORT_DATA");
		phone.route("**/live/contests?*", route -> route.fulfill(new Route.FulfillOptions().setStatus(404).setContentType("text/html").setBody("Not there")));
		phone.reload();
		assertThat(phone.locator("#co-status .co-offline")).containsText("Not connected");
		var batch = imported(importing, 3);
		phone.unroute("**/live/contests?*");
		assertThat(phone.locator("#co-mine")).containsText("+3", SECONDS);
		assertThat(phone.locator("#co-status .co-offline")).hasCount(0);
		importing.post("imports/" + batch.getInt("id") + "/undo", "application/json", "");
		assertThat(phone.locator("#co-mine")).not().containsText("+3", SECONDS);
	}

	/** By its link without an account, on a television. */
	private void theWall(String id) {
		open("/contests/manage?contest=" + id);
		page.locator("[id='wall:name']").fill("Sales floor");
		page.locator("[id='wall:make']").click();
		assertThat(page.locator("#fresh input.hc-once")).isVisible();
		var wall = aWindow(1920, 1080);
		var listening = wall.waitForRequest("**/live/contests?token=*", () -> wall.navigate(url(page.locator("#fresh input.hc-once").inputValue().replaceFirst("^https?://[^/]+", ""))));
		assertEquals(200, listening.response().status(), "the wall is told what moves");
		assertThat(wall.locator(".co-wall")).isVisible();
		assertEquals(0, ((Number) wall.evaluate("document.documentElement.scrollHeight - document.documentElement.clientHeight")).intValue(), "no scrolling");
		assertEquals(0, wall.locator("a, button, input").count(), "no control");
		assertTrue(((Number) wall.evaluate("parseFloat(getComputedStyle(document.querySelector('.co-wall .co-points')).fontSize)")).doubleValue() >= 60, "readable from afar");
		assertAccessible(wall);
		assertEquals(404, wall.request().get(url("/contests/wall?token=0123456789abcdef0123456789abcdef")).status());
		assertEquals(404, wall.request().get(url("/live/contests?token=0123456789abcdef0123456789abcdef")).status());
	}
}
