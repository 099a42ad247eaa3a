package org.headcoach.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.headcoach.suite.Rest;
import org.headcoach.suite.RunningApplication;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Page;

/** Pay as people see it: the rep on a phone, the manager at a desk, and nothing of anybody else's. */
class PayPageIT extends Pages {

	private static final YearMonth NOW = YearMonth.from(LocalDate.now(ZoneId.of("America/New_York")));
	private static final YearMonth CLOSED = NOW.minusMonths(2);
	private static final YearMonth IN_REVIEW = NOW.minusMonths(1);
	private static final String MY_PAY = "/compensation/my-pay?month=";

	@Test
	void aRepOpensALineOnAPhoneDownToTheDealAndAsks() {
		var phone = aWindow(PHONE, 812);
		signIn(phone, "rep");
		phone.navigate(url(MY_PAY + CLOSED));
		assertThat(phone.locator("h1, .hc-answer").first()).containsText("You are paid");
		assertThat(phone.locator(".pay-curve")).isVisible();
		var line = phone.locator(".pay-item").first();
		line.locator("summary").click();
		assertThat(line.locator(".pay-steps dl")).isVisible();
		line.getByText("Question this line").click();
		phone.locator("[id='question:text']").fill("Is this the right amount?");
		press(phone, "[id='question:send']");
		assertThat(phone.locator(".pay-question").first()).containsText("Is this the right amount?");
		assertNoSidewaysScroll(phone);
		assertAccessible(phone);

		signIn("manager");
		open("/compensation/questions");
		page.locator("textarea").first().fill("Yes: the CRM says so.");
		page.locator(".ui-selectonebutton .ui-button").filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("The line stands")).first().click();
		press(page, "[id='answers:open:0:answer']");
		phone.navigate(url(MY_PAY + CLOSED));
		assertThat(phone.locator(".pay-question").first()).containsText("Yes: the CRM says so.");
		assertThat(phone.locator(".pay-question").first()).containsText("The line stands");
	}

	@Test
	void aRepSeesWhatOneMoreDealWouldEarnAndNothingIsKept() {
		var phone = aWindow(PHONE, 812);
		signIn(phone, "rep");
		phone.navigate(url(MY_PAY + NOW));
		var answer = phone.locator(".hc-answer").first().textContent();
		phone.locator("[id='suppose:add']").click();
		assertThat(phone.locator("[id='suppose:said']")).containsText("Earns");
		assertThat(phone.locator(".pay-curve-then")).isVisible();
		phone.locator("[id='suppose:less']").click();
		assertThat(phone.locator("[id='suppose:said']")).containsText("Nothing is kept");
		phone.navigate(url(MY_PAY + NOW));
		assertEquals(answer, phone.locator(".hc-answer").first().textContent());
	}

	@Test
	void aManagerApprovesTheMonthInOneGo() {
		signIn("manager");
		open("/compensation/team-pay?month=" + IN_REVIEW);
		assertThat(page.locator(".pay-team tbody tr").first()).isVisible();
		press(page, "[id='team:all']");
		assertThat(page.locator(".hc-answer").first()).containsText("You have approved");
	}

	@Test
	void aRepIsToldTheSameAboutSomebodyElsesPayAsAboutNobodys() {
		signIn("rep");
		var all = new ArrayList<String>();
		for (var name : List.of("Kofi Mensah", "Chloé Durandeau", "Elena Varga")) {
			all.add(String.valueOf(RunningApplication.idOf(name)));
		}
		var nobody = "987654321";
		for (var address : List.of("/compensation/statement?month=" + CLOSED + "&person=", "/export/compensation/statement.csv?month=" + CLOSED + "&person=",
				"/export/compensation/statement.xlsx?month=" + CLOSED + "&person=", "/export/compensation/statement.pdf?month=" + CLOSED + "&person=",
				"/export/compensation/statement.json?month=" + CLOSED + "&person=")) {
			var expected = told(page, address, nobody);
			assertTrue(expected.startsWith("404"), expected);
			for (var id : all) {
				assertEquals(expected, told(page, address, id), address + id);
			}
		}
		for (var address : List.of("/compensation/team-pay", "/export/compensation/team-pay.csv")) {
			assertEquals(404, page.request().get(url(address)).status());
		}
		assertEquals(200, page.request().get(url("/export/compensation/statement.pdf?month=" + CLOSED)).status());
	}

	/** Status and text of the answer without the number of the request and the address asked for. */
	private static String told(Page window, String address, String id) {
		var answer = window.request().get(url(address + id));
		return answer.status() + " " + answer.text().replaceAll("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4,12}){4}", "N").replaceAll("csp.init\\('[^']*'\\)", "").replaceAll("value=\"[^\"]*\"", "")
				.replaceAll("nonce=\"[^\"]*\"", "").replaceAll("\\s+", " ");
	}

	@Test
	void aProgramOfARepReadsTheOwnStatementsOnlyWhateverNumberItGuesses() {
		var rep = Rest.of(RunningApplication.address(), "rep", "SEE_OWN_PAY");
		var own = rep.get("statements").items();
		assertTrue(own.size() >= 3, own.toString());
		assertEquals(200, rep.get("statements/" + own.get(0).getInt("id")).status());
		var everybody = Rest.of(RunningApplication.address(), "executive", "APPROVE_PAY", "SEE_COMPANY");
		var others = everybody.get("statements?person=" + RunningApplication.idOf("Kofi Mensah")).items();
		assertTrue(!others.isEmpty());
		var unknown = Pattern.compile("\"instance\":\"[^\"]*\"|987654321|\"number\":\"[^\"]*\"");
		assertEquals(rep.get("statements?person=987654321").body(), rep.get("statements?person=" + RunningApplication.idOf("Kofi Mensah")).body());
		var expected = rep.get("statements/987654321");
		for (var other : others) {
			var answer = rep.get("statements/" + other.getInt("id"));
			assertEquals(404, answer.status());
			assertEquals(unknown.matcher(expected.body()).replaceAll(""), unknown.matcher(answer.body().replace(String.valueOf(other.getInt("id")), "987654321")).replaceAll(""));
			assertEquals(404, rep.get("statements/" + other.getInt("id") + "/file").status());
		}
	}
}
