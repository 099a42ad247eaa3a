package org.headcoach.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;

import org.headcoach.suite.Rest;
import org.headcoach.suite.RunningApplication;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The administrator's way through a month of pay. The demo company has closed two months and reviews the third, which stays as it is for the other tests. */
class PayMonthPageIT extends Pages {

	/** The first month that the demo company has closed. */
	private String closedMonth() {
		return Rest.of(RunningApplication.address(), "admin", "RUN_PAY").get("pay-months?size=200").items().stream().filter(month -> month.getString("status").matches("CLOSED|EXPORTED"))
				.reduce((first, last) -> last).orElseThrow().getString("month");
	}

	@Test
	void computesAndSaysWhatCameOfIt() {
		signIn("admin");
		open("/compensation/month");
		page.locator("#compute").click();
		page.locator("#toast_container .ui-growl-item, .ui-growl-item").first().waitFor();
		assertThat(page.locator(".ui-growl-item").first()).containsText("Computed");
	}

	@Test
	void handsAClosedMonthToPayrollAndAsksBeforeItDoesSoAgain() throws IOException {
		var month = closedMonth();
		signIn("admin");
		open("/compensation/payroll?month=" + month);
		if (page.locator("#make").count() > 0) {
			press(page, "#make");
		}
		open("/compensation/payroll?month=" + month);
		page.locator("#make-again").click();
		assertThat(page.locator(".ui-confirm-dialog").first()).containsText("Whoever reads both pays twice");
		page.waitForNavigation(() -> page.locator(".ui-confirmdialog-yes").click());
		assertThat(page.locator("#content")).containsText("-AGAIN-");
		var download = page.waitForDownload(() -> page.locator("#download").click());
		assertTrue(download.suggestedFilename().contains("AGAIN"), download.suggestedFilename());
		assertTrue(Files.readString(download.path()).contains("Payroll ID,Name,E-mail,Pay month"));
		assertAccessible(page);
	}

	@Test
	void findsADealByItsCustomerAndWithdrawsTheAdjustment() {
		signIn("admin");
		open("/compensation/adjustments");
		choose(page, "person", "Amira Nasser");
		untilAnswered();
		page.locator("#amount").fill("25");
		choose(page, "reason", "Late deal");
		page.locator("#note").fill("Signed on the last evening");
		inView(page, "#deal_input").pressSequentially("an");
		page.locator("#deal_panel tr, #deal_panel li").first().click();
		assertThat(page.locator("#deal_panel")).isHidden();
		untilAnswered();
		press(page, "#add");
		var row = page.locator("#list tbody tr").first();
		assertThat(row).containsText("Signed on the last evening");
		row.getByRole(AriaRole.BUTTON, new com.microsoft.playwright.Locator.GetByRoleOptions().setName("Withdraw")).click();
		page.waitForNavigation(() -> page.locator(".ui-confirmdialog-yes").click());
		assertThat(page.locator("#list tbody tr").first()).containsText("Withdrawn");
	}

	@Test
	void aWrongListOfRatesIsSaidLineByLine() throws IOException {
		var file = Files.createTempFile("rates", ".csv");
		Files.writeString(file, "from,to,day,rate\nEUR,USD,2026-10-31,0\n");
		signIn("admin");
		open("/compensation/pay-settings");
		page.locator("#file").setInputFiles(file);
		page.locator("#upload").click();
		page.getByText("Line 2: “0” is no rate above 0. Write it with a full stop.", new Page.GetByTextOptions().setExact(true)).waitFor();
		Files.delete(file);
	}

	@Test
	void nobodyElseIsShownTheFilesOrTheLists() {
		signIn("manager");
		for (var address : java.util.List.of("/export/compensation/month/people.csv", "/export/compensation/month/postings.csv", "/export/compensation/month/payroll.csv?export=1")) {
			assertEquals(404, page.request().get(url(address)).status(), address);
		}
		var rest = Rest.of(RunningApplication.address(), "manager", "APPROVE_PAY");
		for (var address : java.util.List.of("pay-months", "pay-runs", "pay-runs/postings?bookedIn=2026-10")) {
			assertEquals(404, rest.get(address).status(), address);
		}
	}

	/** What was chosen has been told to the server, and its answer is in the page. */
	private void untilAnswered() {
		page.waitForFunction("() => PrimeFaces.ajax.Queue.isEmpty()");
	}
}
