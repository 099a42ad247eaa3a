package org.headcoach.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.headcoach.shared.tables.TableFile;
import org.headcoach.shared.tables.TableLimits;
import org.headcoach.suite.Rest;
import org.headcoach.suite.RunningApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;

/**
 * Pay from the first draft of a plan to the money, and the rep's side of it on a phone. It closes a month, so it has a server of its own with the demo company;
 * its two journeys ask about different months. That leaves it free to run beside the others.
 */
@Execution(ExecutionMode.CONCURRENT)
class PayJourneyPageIT extends Pages {

	private static final YearMonth NOW = YearMonth.from(LocalDate.now(ZoneId.of("America/New_York")));
	private static final YearMonth IN_REVIEW = NOW.minusMonths(1);
	private static final YearMonth CLOSED = NOW.minusMonths(2);
	private static final String PLAN = "Hunting in autumn";
	private static final List<String> TWO = List.of("Amira Nasser", "Sofia Brandt");
	private static final String QUESTION = "Is the late deal really in here?";

	@TempDir
	private static Path data;

	private RunningApplication application;

	@BeforeAll
	void aServerOfItsOwn() throws IOException {
		application = RunningApplication.start(data, RunningApplication.DEMO);
	}

	@AfterAll
	void stop() {
		application.close();
	}

	private String at(String path) {
		return application.url() + path;
	}

	private Page asA(String login, int width) {
		var window = aWindow(width, width == PHONE ? 812 : 1000);
		signIn(window, application.url(), login);
		return window;
	}

	// ------------------------------------------------------------ the administrator's

	@Test
	@Execution(ExecutionMode.SAME_THREAD)
	void fromAPresetToTheMoney() throws IOException {
		signIn(page, application.url(), "admin");
		beginsWithAPreset();
		changesATier();
		simulatesAgainstToday();
		publishesWithReasons();
		movesTwoPeopleToIt();
		importsTheirLateDeals();
		computes();
		theRepAsksAndTheManagerAnswersAndApproves();
		closes();
		handsTheMonthToPayrollOnceAndAgainOnlyWhenMeant();
		marksItPaid();
	}

	private void beginsWithAPreset() {
		page.navigate(at("/compensation/plans"));
		button(page, "New plan").first().click();
		page.locator("#plan-name").fill(PLAN);
		page.locator("#preset input[value='HUNTING']").check();
		press(page, "#create");
		assertThat(page.locator("#meaning .pay-words").first()).containsText("$2.00");
	}

	/** The sentence and the curve follow the form. */
	private void changesATier() {
		var atQuota = page.locator(".pay-figures .hc-value").nth(1);
		var before = atQuota.innerText();
		var curve = page.locator(".pay-curve-frame").innerHTML();
		page.locator("#terms input[title='Pays each']").first().fill("1.5");
		assertThat(page.locator("#meaning .pay-words").first()).containsText("$1.50");
		assertThat(atQuota).not().hasText(before);
		assertNotEquals(curve, page.locator(".pay-curve-frame").innerHTML());
		page.locator("[id$=':add-tier']").click();
		page.locator("#terms input[title='Pays each']").nth(1).waitFor();
		page.locator("#terms input[title='Up to']").first().fill("3000");
		page.locator("#terms input[title='From']").nth(1).fill("3000");
		page.locator("#terms input[title='Pays each']").nth(1).fill("1.75");
		assertThat(page.locator("#meaning .pay-words").first()).containsText("$1.75");
		page.locator("#starts").fill(IN_REVIEW.atDay(1).toString());
		page.locator("#reason").fill("Late deals of autumn are worth winning.");
		button(page, "Save").click();
		assertThat(page.locator("#saved")).containsText("saved");
		assertAccessible(page);
	}

	private void simulatesAgainstToday() {
		var editor = page.url();
		press(page, "#acts a:has-text('Simulate')");
		assertThat(page.locator("main")).containsText(PLAN);
		assertThat(page.locator("main")).containsText("The plans of today");
		page.navigate(editor);
	}

	private void publishesWithReasons() {
		publish();
		assertThat(page.locator("#messages, .ui-growl-item").filter(new Locator.FilterOptions().setHasText("no reason yet")).first()).isVisible();
		var open = page.locator("#lint details:not([open])");
		while (open.count() > 0) {
			var left = open.count();
			open.first().locator("summary").click();
			var finding = page.locator("#lint details[open]");
			finding.locator("input").fill("Known, and agreed with the director.");
			finding.locator("button").click();
			assertThat(page.locator("#lint details")).hasCount(left - 1);
		}
		page.waitForNavigation(this::publish);
		assertThat(page.locator("main")).containsText("published");
	}

	private void publish() {
		button(page, "Publish").first().click();
		page.locator("#publish-act").click();
	}

	private void movesTwoPeopleToIt() {
		for (var name : TWO) {
			assignment(name).locator("a").first().click();
			page.locator("#until").fill(IN_REVIEW.minusMonths(1).atEndOfMonth().toString());
			press(page, "#change-act");
		}
		page.navigate(at("/compensation/assignments"));
		choose(page, "plan", PLAN);
		untilAnswered(page);
		inView(page, "[id='people']").click();
		for (var name : TWO) {
			page.locator("#people_panel li").filter(new Locator.FilterOptions().setHasText(name)).locator(".ui-chkbox-box").click();
		}
		page.keyboard().press("Escape");
		page.locator("#from").fill(IN_REVIEW.atDay(1).toString());
		press(page, "#assign-act");
		for (var name : TWO) {
			assertThat(assignment(name)).containsText(PLAN);
		}
	}

	/** Found by the filter above the names, for the list is longer than its page. */
	private Locator assignment(String name) {
		page.navigate(at("/compensation/assignments"));
		page.locator("#rows thead input").first().pressSequentially(name);
		assertThat(page.locator("#rows_data > tr")).hasCount(1);
		return page.locator("#rows_data > tr").filter(new Locator.FilterOptions().setHasText(name));
	}

	private void importsTheirLateDeals() {
		var day = IN_REVIEW.atEndOfMonth();
		var deals = """
				Record ID,Deal Name,Deal Stage,Close Date,Deal owner,Amount,Pipeline,Create Date,Deal Type,Currency,Is Closed Won,Is closed lost,Closed Lost Reason,Associated Company,Associated Contact IDs,Product,MRR,Discount,Payment Terms,Prepaid Months,Gross Margin,Seats,Deal probability
				J1,Latebrook Ferries,Closed Won,%1$s,amira@northlight.example,4800.00,Sales Pipeline,%1$s,New Business,USD,true,false,,Latebrook Ferries,,Northlight Starter,400.00,0,Monthly,1,3600.00,10,
				J2,Evenfell Looms,Closed Won,%1$s,sofia@northlight.example,3600.00,Sales Pipeline,%1$s,New Business,USD,true,false,,Evenfell Looms,,Northlight Starter,300.00,0,Monthly,1,2700.00,8,
				""".formatted(day);
		page.navigate(at("/pipeline/imports"));
		page.locator("#file").setInputFiles(new FilePayload("late-deals.csv", "text/csv", deals.getBytes(StandardCharsets.UTF_8)));
		page.locator("#source").fill("Late CRM");
		page.locator("#take").click();
		page.waitForURL(Pattern.compile(".*/pipeline/import\\?batch=\\d+.*"));
		page.locator("#columns, #acts").first().waitFor();
		if (page.locator("#check").count() > 0) {
			page.locator("#check").click();
		}
		page.locator("#commit").waitFor();
		assertThat(page.locator("#commit")).hasText("Import 2 lines");
		assertThat(page.locator("main")).containsText("Amira Nasser");
		page.locator("#commit").click();
		assertThat(page.locator("h1.hc-answer")).containsText("2 new records");
	}

	private void computes() {
		page.navigate(at("/compensation/month?month=" + IN_REVIEW));
		page.locator("#compute").click();
		assertThat(page.locator(".ui-growl-item").first()).containsText("Computed");
		assertThat(page.locator(".ui-growl-item").first()).containsText("nobody parked");
	}

	private void theRepAsksAndTheManagerAnswersAndApproves() {
		var rep = asA("rep", DESK);
		rep.navigate(at("/compensation/my-pay?month=" + IN_REVIEW));
		var line = rep.locator(".pay-item").filter(new Locator.FilterOptions().setHasText("Latebrook Ferries"));
		line.locator("summary").click();
		assertThat(line).containsText("600.00");
		line.getByText("Question this line").click();
		rep.locator("[id='question:text']").fill(QUESTION);
		press(rep, "[id='question:send']");

		var manager = asA("manager", DESK);
		manager.navigate(at("/"));
		press(manager, "main a[href$='/compensation/questions']");
		var asked = manager.locator("section.hc-card").filter(new Locator.FilterOptions().setHasText(QUESTION));
		assertThat(asked).containsText("Amira Nasser");
		asked.locator("textarea").fill("Yes, with $1.50 for each dollar.");
		asked.locator(".ui-selectonebutton .ui-button").filter(new Locator.FilterOptions().setHasText("The line stands")).click();
		manager.waitForNavigation(() -> asked.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Answer").setExact(true)).click());
		rep.navigate(at("/compensation/my-pay?month=" + IN_REVIEW));
		assertThat(rep.locator(".pay-item").filter(new Locator.FilterOptions().setHasText("Latebrook Ferries")).locator(".pay-question")).containsText("The line stands");

		approves(manager);
		// two people fewer share the budget of the others' SPIFF, so more than these two are paid anew
		approves(asA("executive", DESK));
	}

	private void approves(Page leader) {
		leader.navigate(at("/compensation/team-pay?month=" + IN_REVIEW));
		press(leader, "[id='team:all']");
		assertThat(leader.locator(".hc-answer").first()).containsText("You have approved");
	}

	private void closes() {
		page.navigate(at("/compensation/month?month=" + IN_REVIEW));
		assertThat(page.locator(".hc-answer")).containsText("Everybody is approved");
		page.locator("#close").click();
		press(page, ".ui-confirmdialog-yes");
		assertThat(page.locator(".hc-answer")).containsText("closed at");
	}

	private void handsTheMonthToPayrollOnceAndAgainOnlyWhenMeant() throws IOException {
		press(page, "#acts a.hc-button");
		press(page, "#make");
		var first = Files.readString(page.waitForDownload(() -> page.locator("#download").click()).path());
		assertTrue(first.contains("Amira Nasser") && first.contains("Sofia Brandt"), first);
		assertFalse(first.contains("AGAIN"), first);
		page.navigate(at("/compensation/payroll?month=" + IN_REVIEW));
		assertThat(page.locator("#make")).hasCount(0);
		page.locator("#make-again").click();
		assertThat(page.locator(".ui-confirm-dialog").first()).containsText("Whoever reads both pays twice");
		press(page, ".ui-confirmdialog-yes");
		var again = page.waitForDownload(() -> page.locator("#download").click());
		assertTrue(again.suggestedFilename().contains("AGAIN"), again.suggestedFilename());
		assertEquals(2, page.locator("main table").first().locator("tbody tr").count(), "both files stay");
	}

	private void marksItPaid() {
		page.navigate(at("/compensation/month?month=" + IN_REVIEW));
		press(page, "#paid");
		assertThat(page.locator(".hc-answer")).containsText("is paid");
		var months = Rest.of(application.url(), "admin", "RUN_PAY").get("pay-months?size=200").items();
		assertEquals("PAID", months.stream().filter(month -> month.getString("month").equals(IN_REVIEW.toString())).findFirst().orElseThrow().getString("status"));
	}

	// ------------------------------------------------------------ the rep's

	@Test
	@Execution(ExecutionMode.SAME_THREAD)
	void theRepOnAPhone() throws IOException {
		var phone = asA("rep", PHONE);
		phone.navigate(at("/"));
		assertThat(phone.locator("main")).containsText("waits for you to read and accept");
		fits(phone);
		phone.locator(".hc-tabs a").filter(new Locator.FilterOptions().setHasText("My pay")).click();
		phone.waitForURL("**/compensation/my-pay**");
		seesWhereSheIs(phone);
		opensALineToItsDeal(phone);
		readsWhyNothingIsPaidYet(phone);
		supposesADeal(phone);
		keepsTheStatement(phone);
		asks(phone);
		accepts(phone);
	}

	private void fits(Page phone) {
		assertNoSidewaysScroll(phone);
		assertAccessible(phone);
	}

	private void seesWhereSheIs(Page phone) {
		phone.navigate(at("/compensation/my-pay?month=" + CLOSED));
		assertThat(phone.locator("h1")).containsText("You are paid");
		assertThat(phone.locator(".pay-curve")).isVisible();
		assertThat(phone.locator(".pay-curve")).containsText("you are here");
		fits(phone);
	}

	private void opensALineToItsDeal(Page phone) {
		var line = phone.locator(".pay-item").first();
		line.locator("summary").click();
		assertThat(line.locator(".pay-steps dl")).containsText("as the CRM says");
		fits(phone);
	}

	/** The demo company has sold nothing yet in the running month. */
	private void readsWhyNothingIsPaidYet(Page phone) {
		phone.navigate(at("/compensation/my-pay?month=" + NOW));
		assertThat(phone.locator("h1")).containsText("nothing");
		assertThat(phone.locator(".pay-zeros")).containsText("no deal was won");
	}

	private void supposesADeal(Page phone) {
		var components = phone.locator("[id='suppose:components'] tbody tr");
		assertEquals(components.first().locator("td").nth(1).innerText(), components.first().locator("td").nth(2).innerText());
		phone.locator("[id='suppose:add']").click();
		assertThat(phone.locator("[id='suppose:said']")).containsText("Earns");
		assertNotEquals(components.first().locator("td").nth(1).innerText(), components.first().locator("td").nth(2).innerText(), "pay by component follows");
		fits(phone);
	}

	private void keepsTheStatement(Page phone) throws IOException {
		phone.navigate(at("/compensation/statement?month=" + CLOSED));
		fits(phone);
		var paid = new BigDecimal(phone.locator(".pay-total .pay-amount").first().innerText().replaceAll("[^0-9.]", ""));
		try (var pdf = Loader.loadPDF(Files.readAllBytes(download(phone, "PDF").path()))) {
			var text = new PDFTextStripper().getText(pdf);
			assertTrue(text.contains("Amira Nasser") && text.contains(String.format("%,.2f", paid)), text);
		}
		var sheet = Files.copy(download(phone, "XLSX").path(), data.resolve("statement.xlsx"));
		try (var lines = TableFile.examine(sheet, "statement.xlsx", TableLimits.STANDARD).read()) {
			assertTrue(lines.columns().contains("Formula"), lines.columns().toString());
			assertTrue(lines.hasNext());
		}
	}

	private static Download download(Page phone, String name) {
		return phone.waitForDownload(() -> phone.locator("main a").filter(new Locator.FilterOptions().setHasText(name)).first().click());
	}

	private void asks(Page phone) {
		phone.navigate(at("/compensation/my-pay?month=" + CLOSED));
		var line = phone.locator(".pay-item").last();
		phone.locator(".pay-group:not([open]) > summary").all().forEach(Locator::click);
		line.locator("summary").click();
		line.getByText("Question this line").click();
		phone.waitForURL("**ask=**");
		fits(phone);
		phone.locator("[id='question:text']").fill("Why so little?");
		press(phone, "[id='question:send']");
		assertThat(phone.locator(".pay-question").first()).containsText("Why so little?");
	}

	private void accepts(Page phone) {
		phone.navigate(at("/compensation/plan-document"));
		fits(phone);
		press(phone, "button[id$=':accept']");
		assertThat(phone.locator("main .hc-state, main").first()).containsText("accepted");
		assertThat(phone.locator("button[id$=':accept']")).hasCount(0);
		phone.navigate(at("/"));
		assertThat(phone.locator("main")).not().containsText("waits for you to read and accept");
	}

	// ------------------------------------------------------------

	private static Locator button(Page window, String name) {
		return window.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
	}

	private static void untilAnswered(Page window) {
		window.waitForFunction("() => PrimeFaces.ajax.Queue.isEmpty()");
	}
}
