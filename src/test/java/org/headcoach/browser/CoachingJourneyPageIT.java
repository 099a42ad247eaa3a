package org.headcoach.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;

import org.headcoach.suite.RunningApplication;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/**
 * The month of Jonas Weber, whose self-review is missing in the demo company: he writes it on the phone, talks with his manager, gets a plan, and they check in on it.
 */
class CoachingJourneyPageIT extends Pages {

	private static final String LOGIN = "jonas";
	private static final String PASSWORD = "a long walk by the sea";
	private static final Pattern VERDICT = Pattern.compile("(below|above) peers|perhaps (below|above)|in line|not enough data");
	private static final String HOW = "Slow start, two good weeks at the end.";
	private static final String SEES = "Few of my demos end in a signature.";

	@Test
	void fromTheSelfReviewOnThePhoneToTheCheckIn() {
		var jonas = RunningApplication.idOf("Jonas Weber");
		var rep = jonasOnThePhone();
		theRepSpeaksFirst(rep, jonas);
		writesTheSelfReview(rep);
		seesTheSuggestionsNow(rep, jonas);

		signIn("manager");
		arrangesTheTalk(jonas);
		var plan = choosesOneSkillSideBySide(jonas);
		agreesOnceWithADoubleClickAndASecondTab(plan);
		checksInOnceAndLogsTimeOnce(plan);
		theRepTicksAndSeesNoTimeAndNoInspection(rep, plan);
	}

	// ---- the rep

	/** An account of his own, invited by the administrator. */
	private Page jonasOnThePhone() {
		var admin = aWindow(DESK, 1000);
		signIn(admin, "admin");
		admin.navigate(url("/people/accounts"));
		admin.locator("#invite-name").fill("Jonas Weber");
		admin.locator("#invite-login").fill(LOGIN);
		pick(admin, "invite-role", "Rep");
		pick(admin, "invite-person", "Jonas Weber");
		admin.locator("#invite-act").click();
		var link = admin.locator("#link input.hc-once");
		link.waitFor();
		var rep = aWindow(PHONE, 812);
		rep.navigate(url(link.inputValue().replaceFirst("^https?://[^/]+", "")));
		rep.locator("input[id$=password]").fill(PASSWORD);
		rep.locator("input[id$=again]").fill(PASSWORD);
		rep.locator("#act").click();
		rep.waitForURL(address -> !address.contains("/invitation"));
		if (rep.url().contains("/sign-in")) {
			rep.getByLabel("Account name or e-mail").fill(LOGIN);
			rep.locator("input[type=password]").fill(PASSWORD);
			button(rep, "Sign in").click();
			rep.waitForURL(address -> !address.contains("/sign-in"));
		}
		return rep;
	}

	private void theRepSpeaksFirst(Page rep, long jonas) {
		rep.navigate(url("/coaching/my-month"));
		assertNoSidewaysScroll(rep);
		assertAccessible(rep);
		assertFalse(VERDICT.matcher(main(rep)).find(), "no verdict before the own words");
		assertTrue(main(rep).contains("You speak first"));
		rep.navigate(url("/coaching/rep?person=" + jonas));
		assertFalse(main(rep).contains("Worth working on"), "no suggestion before the own words");
		assertFalse(VERDICT.matcher(main(rep)).find());
		rep.navigate(url("/coaching/side-by-side?person=" + jonas));
		assertTrue(rep.url().contains("/coaching/my-month"), rep.url());
	}

	private void writesTheSelfReview(Page rep) {
		rep.navigate(url("/coaching/my-month"));
		rep.getByLabel("How was the month?").fill(HOW);
		next(rep, "What went well?");
		// the button that was pressed is drawn anew: the focus goes to the step that opened, not to the start of the page
		rep.waitForFunction("() => document.activeElement.dataset.step === '2'");
		rep.getByLabel("What went well?").fill("Discovery calls.");
		rep.getByLabel("What would you improve?").fill("I let buyers postpone.");
		next(rep, "What do you see in this chart?");
		var charts = Integer.parseInt(rep.locator("text=/Chart 1 of/").first().innerText().replaceAll("(?s).*Chart 1 of (\\d+).*", "$1"));
		for (int chart = 1; chart <= charts; chart++) {
			rep.locator("text=/Chart " + chart + " of/").first().waitFor();
			if (rep.locator("main h2").first().innerText().contains("Demos → customers")) {
				rep.getByLabel("What do you see in this chart?").fill(SEES);
				rep.getByLabel("Why, against the others?").fill("I close before the buyer has said why now.");
				assertNoSidewaysScroll(rep);
			}
			button(rep, "Next").click();
		}
		button(rep, "Send the self-review").click();
		rep.waitForFunction("() => document.activeElement.id === 'messages'");
		assertTrue(rep.locator("#messages").innerText().contains("skill"), () -> rep.locator("#messages").innerText());
		pick(rep, "skill", "Urgency and a next step");
		rep.getByLabel("How can your manager help you best?").fill("Listen to two closings.");
		assertAccessible(rep);
		button(rep, "Send the self-review").click();
		rep.locator("text=Your self-review is sent.").first().waitFor();
	}

	private void seesTheSuggestionsNow(Page rep, long jonas) {
		rep.navigate(url("/coaching/my-month"));
		assertTrue(VERDICT.matcher(main(rep)).find(), "verdicts after the own words");
		rep.navigate(url("/coaching/rep?person=" + jonas));
		assertTrue(main(rep).contains("Worth working on"));
		assertNoSidewaysScroll(rep);
	}

	// ---- the manager

	private void arrangesTheTalk(long jonas) {
		open("/coaching/my-team");
		assertTrue(row("Jonas Weber").innerText().contains("Self-review in"));
		open("/coaching/plan?person=" + jonas);
		var at = page.locator("input[id$='talkAt_input']");
		at.fill(page.evaluate("new Date().getDate() + ' ' + new Date().toLocaleString('en-US', {month: 'short'}) + ' ' + new Date().getFullYear() + ' 23:55'").toString());
		at.press("Tab");
		button(page, "Arrange the talk").click();
		said("You talk with Jonas Weber on");
		open("/coaching/my-team");
		assertTrue(row("Jonas Weber").innerText().matches("(?s).*Talk at .*23:55.*"), row("Jonas Weber").innerText());
	}

	/** Returns the plan's address. */
	private String choosesOneSkillSideBySide(long jonas) {
		open("/coaching/side-by-side?person=" + jonas + "&metric=CONVERSION:DEMOS:CUSTOMERS");
		assertTrue(main(page).contains(HOW) && main(page).contains(SEES), "the rep's words stand beside the chart");
		button(page, "Urgency and a next step").click();
		said("The plan's skill is Urgency and a next step.");
		open("/coaching/side-by-side?person=" + jonas + "&metric=DISCOUNT");
		button(page, "Holding the price").click();
		page.locator("text=/exactly one skill/").first().waitFor();
		open("/coaching/plan?person=" + jonas);
		assertEquals("Urgency and a next step", page.locator(".coaching-skill").innerText(), "the second skill is refused, K-a");
		assertTrue(main(page).contains("Why deals were lost"), "one level deeper");
		assertTrue(main(page).contains(SEES), "the rep's own words are evidence");
		return page.url();
	}

	private void agreesOnceWithADoubleClickAndASecondTab(String plan) {
		page.navigate(plan);
		var carry = button(page, "Carry over");
		if (carry.count() > 0) {
			carry.first().click();
			said("is carried over");
			assertTrue(main(page).contains("carried over from"));
		}
		var secondTab = page.context().newPage();
		secondTab.navigate(plan);
		button(page, "Agree the plan").dblclick();
		said("The plan of Jonas Weber is agreed.");
		button(secondTab, "Agree the plan").click();
		secondTab.locator(".ui-messages-error, .ui-messages-warn, .ui-growl-item").first().waitFor();
		secondTab.close();
		page.navigate(plan);
		assertTrue(main(page).contains("Agreed by Elena Varga"));
		assertFalse(page.locator("main").innerText().contains("agreed for the"), "agreed once");
		assertEquals(0, button(page, "Agree the plan").count());
	}

	private void checksInOnceAndLogsTimeOnce(String plan) {
		page.getByLabel("What came out").fill("Listened to two closings, he asks for the date now.");
		button(page, "Note the check-in").dblclick();
		said("The check-in of");
		assertEquals(1, page.locator("text=Listened to two closings").count(), "one check-in");
		page.locator("input[id$='spentMinutes_input']").fill("45");
		button(page, "Log the time").dblclick();
		said("45 minutes with Jonas Weber are logged.");
		page.navigate(plan);
		assertEquals(1, page.locator("li:has-text('Call review, 45 min')").count(), "one line");
		assertTrue(main(page).contains("Check-in, 30 min"), "a check-in's minutes are coaching time");
		assertTrue(main(page).contains("Not inspected yet."));
		open("/coaching/my-team");
		assertTrue(row("Jonas Weber").innerText().contains("Plan agreed"));
		assertAccessible(page);
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Log coaching time")).click();
		pick(page, "with", "Jonas Weber");
		page.locator("input[id$='time:minutes_input']").fill("20");
		button(page, "Log the time").click();
		said("20 minutes with Jonas Weber are logged.");
		var hours = page.locator("tr:has-text('Jonas Weber')").innerText();
		assertTrue(Pattern.compile("\\d+ (h|min)").matcher(hours).find(), hours);
		assertAccessible(page);
	}

	private void theRepTicksAndSeesNoTimeAndNoInspection(Page rep, String plan) {
		rep.navigate(plan);
		assertFalse(main(rep).contains("Inspections"), "the inspection is between those above");
		assertEquals(0, button(rep, "Log the time").count());
		rep.locator("button:has-text('Done once')").first().click();
		rep.locator("text=/: counted\\./").first().waitFor();
		assertNoSidewaysScroll(rep);
		assertAccessible(rep);
	}

	// ---- who may not

	@Test
	void aManagerWhoGuessesThePlanOfAnotherTeamFindsNothing() {
		var director = aWindow(DESK, 1000);
		signIn(director, "director");
		director.navigate(url("/coaching/plans"));
		var foreign = director.locator("tr:has-text('Chloé Durandeau') a[href*='plan?id=']").first().getAttribute("href");
		signIn("manager");
		open("/coaching/plans");
		var own = page.locator("tr:has-text('Sofia Brandt') a[href*='plan?id=']").first().getAttribute("href");
		assertEquals(List.of(200, 404, 404), List.of(status(own), status(foreign), status("/coaching/plan?id=1")));
	}

	@Test
	void aRepWhoseSelfReviewIsMissingIsRemindedFromTheLine() {
		signIn("manager");
		open("/coaching/my-team");
		row("Tom Whitaker").locator("button[name=remind]").click();
		said("Tom Whitaker sees the reminder on Today.");
		assertTrue(row("Tom Whitaker").innerText().contains("Reminded"), row("Tom Whitaker").innerText());
	}

	@Test
	void aDirectorSeesHowMuchTimeTheManagersGive() {
		signIn("director");
		open("/coaching/inspection");
		var load = page.locator("section:has-text(\"The managers' coaching time\")");
		assertTrue(load.innerText().contains("Elena Varga") && load.innerText().contains("within the aim"), load.innerText());
		assertTrue(Pattern.compile("Tobias Ekwueme[\\s\\S]*below the aim").matcher(load.innerText()).find());
		assertTrue(load.innerText().contains("24 to 32 h"), "eight reps, M3");
	}

	// ---- how one walks here

	private int status(String path) {
		return page.request().get(url(path.replaceFirst("^.*(?=/coaching/)", ""))).status();
	}

	private static String main(Page window) {
		return window.locator("main").innerText();
	}

	private Locator row(String name) {
		return page.locator("table.coaching-team tr:has-text('" + name + "')").first();
	}

	private static Locator button(Page window, String name) {
		return window.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
	}

	private void said(String text) {
		page.locator("text=" + text).first().waitFor();
	}

	private static void next(Page window, String label) {
		button(window, "Next").click();
		window.getByLabel(label).waitFor();
	}

	/** Opens a list and takes the entry of that name. */
	private static void pick(Page window, String id, String entry) {
		inView(window, "[id$='" + id + "'].ui-selectonemenu").click();
		window.locator("[id$='" + id + "_panel'] li[data-label=\"" + entry + "\"]").click();
		window.locator("[id$='" + id + "_label']:has-text(\"" + entry + "\")").waitFor();
		window.waitForFunction("() => !window.PrimeFaces || PrimeFaces.ajax.Queue.isEmpty()");
	}
}
