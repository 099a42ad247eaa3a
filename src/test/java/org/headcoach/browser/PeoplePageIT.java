package org.headcoach.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Page;

/** What an administrator does with people and accounts, and what it means for the one at the other end. */
class PeoplePageIT extends Pages {

	private static final LocalDate TODAY = LocalDate.now(ZoneId.of("America/New_York"));
	private static final String PASSWORD = "seven quiet lighthouses";

	@Test
	void aHireMovesAndLeavesAndTheOldMonthStaysTrue() {
		signIn("admin");
		open("/people/hire");
		page.locator("#name").fill("Wanda Moves");
		page.locator("#email").fill("wanda.moves@northlight.example");
		page.locator("input[type=date]").first().fill(TODAY.minusMonths(3).withDayOfMonth(1).toString());
		choose(page, "place-team", "Harbor");
		press(page, "main .hc-primary");
		assertTrue(page.url().contains("/people/person?id="), page.url());
		assertThat(page.locator("main h1")).containsText("Elena Varga");

		page.getByText("Move", new Page.GetByTextOptions().setExact(true)).first().click();
		page.locator("#move-day").fill(TODAY.withDayOfMonth(1).toString());
		choose(page, "move-team", "Beacon");
		choose(page, "move-superior", "Tobias Ekwueme");
		press(page, "#move-act");
		assertThat(page.locator("main h1")).containsText("Tobias Ekwueme");
		assertThat(page.locator("main .hc-quiet").first()).hasText("Since " + TODAY.withDayOfMonth(1).format(DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH)));
		assertThat(page.locator("main table tbody tr")).hasCount(2);

		// on a day before the move the list still shows the old line
		open("/people/people?q=Wanda&day=" + TODAY.minusMonths(2));
		assertThat(page.locator("main table")).containsText("Elena Varga");
		open("/people/people?q=Wanda");
		assertThat(page.locator("main table")).containsText("Tobias Ekwueme");

		page.locator("main table a", new Page.LocatorOptions().setHasText("Wanda Moves")).first().click();
		page.waitForURL("**/people/person**");
		page.getByText("Leaves", new Page.GetByTextOptions().setExact(true)).first().click();
		page.locator("#leave-day").fill(TODAY.toString());
		press(page, "#leave-act");
		open("/people/people?q=Wanda&day=" + TODAY.plusDays(1));
		assertEquals(0, page.locator("main table").count());
		open("/people/people?q=Wanda&state=LEFT&day=" + TODAY.plusDays(1));
		assertThat(page.locator("main table")).containsText("Wanda Moves");
	}

	@Test
	void ofSomebodyWhoHasLeftThePageSpeaksInThePast() {
		signIn("admin");
		open("/people/people?state=LEFT");
		page.locator("main table tbody a").first().click();
		page.waitForURL("**/people/person**");
		assertThat(page.locator("main h1")).containsText(Pattern.compile(" was .+ and reported to "));
		assertThat(page.locator("main .hc-quiet").first()).hasText(Pattern.compile("From .+ to .+"));
	}

	@Test
	void aMoveIsTakenBackFromTheToastThatTellsOfIt() {
		signIn("admin");
		open("/people/hire");
		page.locator("#name").fill("Una Undone");
		page.locator("input[type=date]").first().fill(TODAY.minusMonths(3).withDayOfMonth(1).toString());
		choose(page, "place-team", "Harbor");
		press(page, "main .hc-primary");
		page.getByText("Move", new Page.GetByTextOptions().setExact(true)).first().click();
		page.locator("#move-day").fill(TODAY.withDayOfMonth(1).toString());
		choose(page, "move-team", "Beacon");
		choose(page, "move-superior", "Tobias Ekwueme");
		press(page, "#move-act");
		press(page, ".hc-toast-act");
		assertThat(page.locator("main h1")).containsText("Elena Varga");
		assertThat(page.locator("main table tbody tr")).hasCount(1);
	}

	@Test
	void aRegionIsFoundedAndGetsABetterName() {
		signIn("admin");
		open("/people/teams");
		page.locator("#region-name").fill("Nordics");
		press(page, "#region-act");
		page.locator("main .hc-lines a", new Page.LocatorOptions().setHasText("Nordics")).click();
		page.locator("#renamed-region").fill("Northern Europe");
		press(page, "#rename-region-act");
		assertThat(page.locator("main .hc-lines")).containsText("Northern Europe");
		assertThat(page.locator("main .hc-lines")).not().containsText("Nordics");
	}

	@Test
	void anInvitationLinkOpensAnAccountOnceAndAForcedSignOutClosesTheOpenPage() {
		var link = invite("Ida Invited", "ida.invited");
		var ida = aWindow(DESK, 1000);
		ida.navigate(url(link));
		assertAccessible(ida);
		ida.locator("#password").fill("short");
		ida.locator("#again").fill("short");
		press(ida, "#act");
		assertThat(ida.locator("#messages")).isVisible();
		ida.locator("#password").fill(PASSWORD);
		ida.locator("#again").fill(PASSWORD);
		press(ida, "#act");
		assertEquals(url("/"), ida.url());

		var second = aWindow(DESK, 1000);
		second.navigate(url(link));
		assertEquals(0, second.locator("#password").count(), "The link works a second time");

		open("/people/accounts?q=ida.invited");
		press(page, "main table tbody a >> nth=0");
		press(page, "#sign-out");
		ida.navigate(url("/people/account"));
		assertTrue(ida.url().contains("/sign-in"), ida.url());
	}

	@Test
	void aChangeOfPasswordAsksTheOldOneAndARememberedBrowserIsForgottenByWish() {
		var link = invite("Otto Own", "otto.own");
		var otto = aWindow(DESK, 1000);
		otto.navigate(url(link));
		otto.locator("#password").fill(PASSWORD);
		otto.locator("#again").fill(PASSWORD);
		press(otto, "#act");
		otto.navigate(url("/people/account"));
		changePassword(otto, "not the old one", "nine patient harbours");
		assertThat(otto.locator("#messages")).isVisible();
		changePassword(otto, PASSWORD, "nine patient harbours");
		assertThat(otto.locator(".ui-growl-message")).isVisible();

		var browser = aWindow(DESK, 1000);
		browser.navigate(url("/sign-in"));
		browser.locator("#login").fill("otto.own");
		browser.locator("#password").fill("nine patient harbours");
		browser.locator("#remember .ui-chkbox-box").click();
		press(browser, "#act");
		// without its session the browser is still known
		var stay = browser.context().cookies().stream().filter(cookie -> cookie.name.endsWith("headcoach-stay")).findFirst().orElseThrow();
		forgetSession(browser, stay);
		browser.navigate(url("/people/account"));
		assertTrue(browser.url().endsWith("/people/account"), browser.url());
		otto.navigate(url("/people/account"));
		press(otto, "#devices li .ui-button");
		var last = browser.context().cookies().stream().filter(cookie -> cookie.name.endsWith("headcoach-stay")).findFirst().orElseThrow();
		forgetSession(browser, last);
		browser.navigate(url("/people/account"));
		assertTrue(browser.url().contains("/sign-in"), browser.url());
	}

	private static void forgetSession(Page window, com.microsoft.playwright.options.Cookie stay) {
		window.context().clearCookies();
		window.context().addCookies(java.util.List.of(new com.microsoft.playwright.options.Cookie(stay.name, stay.value).setUrl(url("/"))));
	}

	private static void changePassword(Page window, String old, String fresh) {
		window.locator("#old").fill(old);
		window.locator("#new").fill(fresh);
		window.locator("#again").fill(fresh);
		window.locator("#change-password").click();
		window.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
	}

	/** Invites an administrator and returns the link's path. */
	private String invite(String name, String login) {
		signIn("admin");
		open("/people/accounts");
		page.locator("#invite-name").fill(name);
		page.locator("#invite-login").fill(login);
		page.locator("#invite .hc-primary").click();
		page.locator("#link input").waitFor();
		var address = page.locator("#link input").inputValue();
		return address.substring(address.indexOf("/invitation"));
	}

	@Test
	void theAuditLogFindsAChangeAndExportsIt() {
		signIn("admin");
		open("/people/company");
		var name = page.locator("#name").inputValue();
		page.locator("#name").fill(name + " =1+1");
		press(page, "#save");
		page.locator("#name").fill(name);
		press(page, "#save");
		open("/people/audit?type=Company&action=CHANGE&q=%3D1%2B1");
		assertThat(page.locator("main table tbody tr").first()).containsText(name + " =1+1");
		var file = page.waitForDownload(() -> page.locator(".hc-export a", new Page.LocatorOptions().setHasText("CSV")).click());
		var lines = ExportsPageIT.rows(file);
		assertEquals(page.locator("main table tbody tr").count(), lines.size() - 1);
		assertTrue(lines.get(1).stream().anyMatch(cell -> cell.contains("=1+1")), () -> lines.toString());
	}
}
