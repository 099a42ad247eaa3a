package org.headcoach.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;

/** From the opening to the hire: planned by the recruiter, scored by keys alone, moved on the board by key, by hand and by menu, decided by the manager. */
class HiringPageIT extends Pages {

	/** The state of forms, the keys against forged ones, and the numbers of scripts that the page allows itself. */
	private static final String ANOTHER_EACH_TIME = "(name=\"jakarta.faces.ViewState\"[^>]*value|data-token|nonce)=\"[^\"]*\"|csp\\.init\\('[^']*'\\)|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

	@Test
	void hiresFromOpeningToPerson() {
		signIn("recruiter");
		open("/hiring/opening");
		page.locator("[id=title]").fill("Journey opening");
		page.locator("[id=team]").selectOption("Harbor");
		page.locator("[id=manager]").selectOption("Elena Varga");
		press(page, "[id=save]");
		assertThat(page.locator("h1")).containsText("0 candidates");
		var board = page.url();
		add("Ravi Journey");
		page.navigate(board);
		add("Mia Journey");
		var candidate = page.url();

		// the board: by key, by hand, by menu
		page.navigate(board);
		var ravi = tile("Ravi Journey");
		ravi.locator("a").focus();
		page.waitForNavigation(() -> page.keyboard().press("Alt+ArrowRight"));
		assertThat(column("Phone screen")).containsText("Ravi Journey");
		assertThat(tile("Ravi Journey").locator("> a")).isFocused();
		page.waitForNavigation(() -> tile("Mia Journey").dragTo(column("Interviews")));
		assertThat(column("Interviews")).containsText("Mia Journey");
		tile("Ravi Journey").locator("summary").click();
		page.waitForNavigation(() -> tile("Ravi Journey").getByText("To Interviews").click());
		assertEquals(2, column("Interviews").locator(".hi-tile").count());

		// two interviewers, one of them hires for it
		page.navigate(candidate);
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Plan interview")).click();
		page.locator("select").first().selectOption("Elena Varga");
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add interviewer")).click();
		assertThat(page.locator("select")).hasCount(2);
		page.locator("select").nth(1).selectOption("Amira Nasser");
		press(page, "[id=save]");
		var calendar = page.request().get(url(page.getByText("Add to calendar").first().getAttribute("href").replaceFirst("^.*(/export/)", "$1"))).text();
		assertTrue(calendar.contains("TRANSP:OPAQUE") && calendar.contains("SEQUENCE:0") && calendar.contains("STATUS:CONFIRMED"), calendar);
		page.navigate(board);
		var candidacy = tile("Mia Journey").getAttribute("data-candidacy");
		tile("Mia Journey").locator("a").focus();
		page.keyboard().press("Alt+ArrowRight");
		assertThat(page.locator("#board-status")).containsText("Amira Nasser, Elena Varga");

		// what the manager sees while owing a card, to the letter
		var manager = aWindow(DESK, 1000);
		signIn(manager, "manager");
		openCard(manager);
		var card = manager.url();
		var debrief = url("/hiring/debrief?candidacy=" + candidacy);
		var before = looks(manager, card, debrief, url("/hiring/interviews"));

		// the rep scores by keys alone
		var rep = aWindow(1024, 768);
		signIn(rep, "rep");
		openCard(rep);
		assertThat(rep.locator(".hi-blind")).containsText("You score blind");
		assertAccessible(rep);
		score(rep, List.of("4", "n", "8", "Tab", "Tab", "6", "n", "7", "n", "9", "n", "6", "n", "8", "n"));
		rep.keyboard().press("Tab");
		rep.keyboard().press("Space");
		rep.keyboard().press("ArrowRight");
		rep.keyboard().press("ArrowRight");
		rep.keyboard().press("ArrowRight");
		assertThat(rep.locator("#submit")).isEnabled();
		rep.locator("#submit").focus();
		rep.waitForNavigation(() -> rep.keyboard().press("Enter"));
		assertThat(rep.locator(".hi-blind")).containsText("Handed in");

		// the manager is blind until the own card is in, and not a letter has changed
		assertEquals(before, looks(manager, card, debrief, url("/hiring/interviews")));
		assertThat(manager.locator(".hi-blind")).containsText("The card of Amira Nasser opens");
		score(manager, List.of("5", "n", "9", "Tab", "Tab", "9", "n", "3", "n", "8", "n", "7", "n", "8", "n"));
		manager.getByLabel("Strong yes").check();
		assertThat(manager.locator("#submit")).isEnabled();
		press(manager, "#submit");
		assertEquals(card, manager.url());
		press(manager, "text=Open the debrief");
		assertThat(manager.locator(".hi-topic").first()).containsText("Curiosity");
		assertThat(manager.locator(".hi-topic").first()).containsText("split opinions");
		manager.locator("[id=hireReason]").fill("Learned fastest of all");
		press(manager, "[id=hireact]");
		assertThat(manager.locator("h1")).containsText("Mia Journey is hired");
		assertThat(manager.locator("main")).containsText("Starts");
		var executive = aWindow(DESK, 1000);
		signIn(executive, "executive");
		executive.navigate(manager.url());
		press(executive, "text=Open the person");
		assertThat(executive.locator("main")).containsText("Mia Journey");
	}

	/** What a page says, to the letter. */
	private static List<String> looks(Page window, String... addresses) {
		return Arrays.stream(addresses).map(address -> window.request().get(address).text().replaceAll(ANOTHER_EACH_TIME, "")).toList();
	}

	@Test
	void theCardKeepsWhatIsTypedMarksWhatIsRefusedAndSaysWhatDidNotArrive() {
		signIn("rep");
		open("/hiring/interviews");
		press(page, "text=Open card >> nth=0");
		// two passes come first on the card of five traits
		page.keyboard().press("5");
		page.keyboard().press("n");
		page.keyboard().press("6");
		var effort = page.locator("section:not([hidden]) [data-part=effort]");
		for (var wrong : List.of("-1", "3.5", "7e0", "99")) {
			effort.fill(wrong);
			assertThat(page.locator("[id=refused]")).containsText("Scores go from 1 to 10");
			assertThat(effort).hasAttribute("aria-invalid", "true");
			assertThat(page.locator("[id=saved]")).not().containsText("saved");
		}
		// another score that is kept does not take the refusal away
		page.locator("section:not([hidden]) .hi-pass:not([hidden]) label", new Page.LocatorOptions().setHasText(Pattern.compile("^8$"))).click();
		assertThat(page.locator("[data-goto] [data-part=score]").first()).hasText("8");
		assertThat(page.locator("[id=refused]")).containsText("Scores go from 1 to 10");
		assertThat(page.locator("[id=done]")).containsText("0 of 5");
		assertThat(page.locator("[id=submit]")).isDisabled();
		effort.fill("7");
		assertThat(page.locator("[id=saved]")).containsText("saved");
		assertThat(effort).hasAttribute("aria-invalid", "false");
		assertThat(page.locator("[id=refused]")).isHidden();

		// typed and left at once
		var note = page.locator("section:not([hidden]) .hi-pass:not([hidden]) [data-part=note]");
		note.fill("asked three times why");
		page.reload();
		page.reload();
		assertThat(page.locator("textarea[data-part=note]").nth(1)).hasValue("asked three times why");

		page.context().setOffline(true);
		page.locator("[data-goto=verdict]").click();
		page.getByLabel("No decision").check();
		assertThat(page.locator("[id=refused]")).containsText("The server cannot be reached");
		assertThat(page.locator("[id=saved]")).containsText("not saved");
		page.context().setOffline(false);
		assertThat(page.locator("[id=refused]")).isHidden();
		assertThat(page.locator("[id=saved]")).hasText(Pattern.compile("^saved .*"));
		page.context().clearCookies();
		page.getByLabel("Strong yes").check();
		assertThat(page.locator("[id=refused]")).containsText("You are signed out");
		var again = page.context().newPage();
		signIn(again, "rep");
		assertThat(page.locator("[id=refused]")).isHidden();
		assertThat(page.locator("[id=saved]")).hasText(Pattern.compile("^saved .*"));
	}

	@Test
	void oneOfTwoStaysAndIsWrittenTo() {
		signIn("recruiter");
		enter("Dora Twice", "dora.known@candidates.example");
		enter("Dora Twice", "dora.second@candidates.example");
		press(page, "text=Compare and merge");
		assertAccessible(page);
		page.locator("[id=mergeact]").click();
		page.waitForNavigation(() -> page.locator(".ui-confirmdialog-yes").click());
		assertThat(page.locator("[id=email]")).hasValue("dora.second@candidates.example");
		assertThat(page.locator("[id=note]")).hasValue("dora.known@candidates.example");

		press(page, "text=Write a letter");
		press(page, "text=Invitation");
		assertThat(page.locator("[id=preview]")).containsText("{day} is not filled in");
		page.locator("[id=body]").fill("Dear Dora, come on Monday.");
		page.locator("[id=look]").click();
		assertThat(page.locator("[id=preview]")).containsText("come on Monday");
		assertThat(page.locator("[id=preview]")).not().containsText("not filled in");
		assertThat(page.locator("[id=preview] a")).hasAttribute("href", Pattern.compile("mailto:dora.second@candidates.example\\?subject=.*come%20on%20Monday.*"));
		assertAccessible(page);

		page.goBack();
		page.goBack();
		press(page, "text=Record groups");
		page.locator("main select").selectOption("another");
		press(page, "text=/^Record$/");
		press(page, "text=Record groups");
		assertThat(page.locator("main select")).hasValue("");
	}

	@Test
	void threeInterviewersFitAPhone() {
		signIn("recruiter");
		enter("Petra Phone", "petra.phone@candidates.example");
		var candidate = page.url();
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Plan interview")).click();
		page.locator("select").first().selectOption("Elena Varga");
		for (var name : List.of("Amira Nasser", "Henrik Aalto")) {
			var next = page.locator("select").count();
			page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add interviewer")).click();
			assertThat(page.locator("select")).hasCount(next + 1);
			page.locator("select").last().selectOption(name);
		}
		press(page, "[id=save]");
		page.setViewportSize(375, 800);
		page.navigate(candidate);
		assertThat(page.locator(".hi-seats")).containsText("Henrik Aalto");
		assertNoSidewaysScroll(page);
	}

	@Test
	void anImportIsReadByTheColumnsThatAreChosen() {
		signIn("recruiter");
		open("/hiring/import");
		page.locator("[id=openingOf]").selectOption("Account executive, Harbor");
		page.locator("[id=file]").setInputFiles(new FilePayload("candidates.csv", "text/csv", "Wer,Wo,Notizen\nCyd Chosen,cyd.chosen@candidates.example,laut\n".getBytes(StandardCharsets.UTF_8)));
		press(page, "[id=look]");
		assertThat(page.locator("main")).containsText("Choose which one has the name");
		assertThat(page.locator("main")).containsText("Not taken: Wer, Wo, Notizen");
		assertAccessible(page);
		page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).selectOption("Wer");
		page.getByLabel("E-mail").selectOption("Wo");
		press(page, "text=Read with these columns");
		assertThat(page.locator("main")).containsText("Not taken: Notizen");
		press(page, "text=Import 1 candidate");
		assertThat(page.locator("main")).containsText("Cyd Chosen");
	}

	private void enter(String name, String email) {
		open("/hiring/add");
		page.locator("[id=name]").fill(name);
		page.locator("[id=email]").fill(email);
		page.locator("[id=openingOf]").selectOption("Account executive, Harbor");
		press(page, "[id=act]");
	}

	private void add(String name) {
		press(page, "text=Add candidate");
		page.locator("[id=name]").fill(name);
		press(page, "[id=act]");
		assertThat(page.locator("h1")).containsText(name);
	}

	private Locator tile(String name) {
		return page.locator(".hi-tile", new Page.LocatorOptions().setHasText(name));
	}

	private Locator column(String name) {
		return page.locator(".hi-column", new Page.LocatorOptions().setHas(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name))));
	}

	private void openCard(Page window) {
		window.navigate(url("/hiring/interviews"));
		window.waitForNavigation(() -> window.locator("tr", new Page.LocatorOptions().setHasText("Mia Journey")).getByText("Open card").click());
	}

	/** Presses the keys one by one; what they do stands on the page before the next. */
	private void score(Page window, List<String> keys) {
		for (var key : keys) {
			window.keyboard().press(key);
		}
		assertThat(window.locator("[id=saved]")).containsText("saved");
		assertThat(window.locator("[id=done]")).hasText("5 of 5");
	}
}
