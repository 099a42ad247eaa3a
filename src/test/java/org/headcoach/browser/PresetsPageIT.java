package org.headcoach.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.headcoach.compensation.engine.Preset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/**
 * Each preset pays the numbers of its source, read from the editor's page: nothing is published, and the drafts, which
 * nobody else looks at, are given up at the end. So it runs beside the others.
 */
@Execution(ExecutionMode.CONCURRENT)
class PresetsPageIT extends Pages {

	/** The editor of a draft of each, once begun. */
	private final Map<Preset, String> drafts = new EnumMap<>(Preset.class);

	/** One window for all: signing in for each figure would take as long as reading it. */
	private Page editor;

	@AfterAll
	void giveUp() {
		var window = aWindow(DESK, 1000);
		signIn(window, "admin");
		drafts.values().forEach(draft -> {
			window.navigate(draft);
			window.locator("[id='discard']").click();
			press(window, ".ui-confirmdialog-yes");
			archive(window);
		});
	}

	/** A plan without a version stays in the list; it goes to the archive. */
	private static void archive(Page window) {
		window.locator("tr").filter(new Locator.FilterOptions().setHasText("Golden ")).locator("button").filter(new Locator.FilterOptions().setHasText("Archive")).first().click();
		press(window, ".ui-confirmdialog-yes");
	}

	private void edit(Preset preset) {
		if (editor == null) {
			editor = aLastingWindow(DESK, 1000);
			signIn(editor, "admin");
		}
		page = editor;
		if (drafts.containsKey(preset)) {
			page.navigate(drafts.get(preset));
			return;
		}
		open("/compensation/plans");
		page.locator(".hc-acts button").filter(new Locator.FilterOptions().setHasText("New plan")).first().click();
		page.locator("#plan-name").fill("Golden " + preset + " " + System.nanoTime());
		page.locator("#preset input[value='" + preset + "']").check();
		press(page, "#create");
		page.locator("#try-out").waitFor();
		drafts.put(preset, page.url());
	}

	/** Types a made-up deal; "2026-01-15 1000 12x1 2026-05-14" is won, worth, payments times months of each, cancelled. */
	private void sell(int row, String deal) {
		var parts = deal.strip().split("\\s+");
		field(row, "Won on").fill(parts[0]);
		field(row, "Worth").fill(parts[1]);
		field(row, "First payment").fill(parts[0]);
		for (int i = 2; i < parts.length; i++) {
			if (parts[i].contains("x")) {
				field(row, "Payments").fill(parts[i].split("x")[0]);
				field(row, "Months each").fill(parts[i].split("x")[1]);
			} else {
				field(row, "Cancelled on").fill(parts[i]);
			}
		}
	}

	private Locator field(int row, String title) {
		return page.locator("#try input[title='" + title + "']").nth(row);
	}

	private void sell(List<String> deals) {
		for (int i = 0; i < deals.size(); i++) {
			if (i > 0) {
				page.locator("#add-deal").click();
				field(i, "Won on").waitFor();
			}
			sell(i, deals.get(i));
		}
	}

	private void compute() {
		page.locator("#try-out").click();
		page.locator("#try-paid").waitFor();
	}

	/** "January 2026 1000.00, June 2026 0.00": what each month pays. */
	private String paid() {
		return page.locator("#try-paid tbody tr.pay-sum").all().stream().map(row -> row.locator("td").first().innerText().lines().findFirst().orElseThrow().replace("Paid for ", "") + " "
				+ row.locator("td").last().innerText()).collect(Collectors.joining(", "));
	}

	private String all() {
		return page.locator("#try-all td").last().innerText();
	}

	@Execution(ExecutionMode.SAME_THREAD)
	@ParameterizedTest(name = "{0}: {1} pays {5} for {2}")
	@CsvSource(delimiter = '|', textBlock = """
			C1       | HUNTING             | 2026-01-15 500                 |  |        | January 2026 $1,000.00
			C2       | HUNTING             | 2026-01-15 500 2026-03-20      |  |        | January 2026 $1,000.00, April 2026 $0.00
			C3       | HUNTING             | 2026-01-15 500 2026-06-20      |  |        | January 2026 $1,000.00
			C9       | HUNTING             | 2026-01-15 25000               |  |        | January 2026 $50,000.00
			C9       | HUNTING             | 2026-01-15 250000              |  |        | January 2026 $500,000.00
			G19      | HUNTING             | 2026-01-15 1000 2026-05-14     |  |        | January 2026 $2,000.00, June 2026 $0.00
			G19      | HUNTING             | 2026-01-15 1000 2026-05-15     |  |        | January 2026 $2,000.00
			C4       | CUSTOMER_SUCCESS    | 2026-01-15 500                 | 1 |       | January 2026 $2,000.00
			C4       | CUSTOMER_SUCCESS    | 2026-01-15 500                 | 2 |       | January 2026 $1,500.00
			C4       | CUSTOMER_SUCCESS    | 2026-01-15 500                 | 3 |       | January 2026 $1,000.00
			C4       | CUSTOMER_SUCCESS    | 2026-01-15 500                 | 4 |       | January 2026 $500.00
			G20      | CUSTOMER_SUCCESS    | 2026-01-15 1000                | 3 |       | January 2026 $2,000.00
			G20      | CUSTOMER_SUCCESS    | 2026-01-15 1000                | 4 |       | January 2026 $1,000.00
			C5       | CUSTOMER_COMMITMENT | 2026-01-15 500 1x1             |  |        | January 2026 $500.00
			C5       | CUSTOMER_COMMITMENT | 2026-01-15 500 5x1             |  |        | January 2026 $500.00
			C5       | CUSTOMER_COMMITMENT | 2026-01-15 500 6x1             |  |        | January 2026 $500.00, June 2026 $250.00
			C5       | CUSTOMER_COMMITMENT | 2026-01-15 500 11x1            |  |        | January 2026 $500.00, June 2026 $250.00
			C5       | CUSTOMER_COMMITMENT | 2026-01-15 500 12x1            |  |        | January 2026 $500.00, June 2026 $250.00, December 2026 $250.00
			G21      | CUSTOMER_COMMITMENT | 2026-01-15 1000 12x1           |  |        | January 2026 $1,000.00, June 2026 $500.00, December 2026 $500.00
			G21      | CUSTOMER_COMMITMENT | 2026-01-15 1000 1x12           |  |        | January 2026 $2,000.00
			a tenth  | TEN_PERCENT         | 2026-01-15 12345               |  |        | January 2026 $1,234.50
			G08      | TWO_ACCELERATORS    | 2026-01-15 150000              |  | 100000 | January 2026 $8,250.00
			G24      | MANAGER_OVERRIDE    | 2026-01-15 20000; 2026-01-15 20000; 2026-01-15 20000; 2026-01-15 20000; 2026-01-15 20000 | | | January 2026 $2,000.00
			C1       | ASSOCIATE           | 2026-01-15 500                 |  |        | January 2026 $1,000.00
			""")
	void paysItsGoldenNumber(String golden, Preset preset, String deals, String group, String quota, String expected) {
		edit(preset);
		if (quota != null) {
			page.locator("#editor input[id$='sample']").fill(quota);
		}
		sell(List.of(deals.split(";")));
		if (group != null) {
			page.locator("#try input[id$='tried']").fill(group);
		}
		compute();
		assertEquals(expected, paid(), golden);
		if (golden.equals("C2")) {
			assertThat(page.locator("#try-paid tbody tr", new Page.LocatorOptions().setHasText("Taken back")).locator("td").last()).hasText("\u2212$1,000.00");
			assertThat(page.locator("#try-net td").last()).hasText("$0");
		} else if (golden.equals("G08")) {
			assertThat(page.locator("#try-paid tbody tr").first()).containsText("100,000 × $0.05 + 25,000 × $0.06 + 25,000 × $0.07");
		}
	}

	@Execution(ExecutionMode.SAME_THREAD)
	@ParameterizedTest(name = "C6: {0} MRR of customers, {1} new a month, {2} months ahead: {3}")
	@CsvSource(delimiter = '|', textBlock = """
			60000 | 5000 | 6   | Senior associate: all is reached.
			59999 | 5000 | 6   | Senior associate: not yet. Missing: customers' MRR.
			60000 | 4999 | 6   | Senior associate: not yet. Missing: new MRR a month.
			60000 | 5000 | 5.9 | Senior associate: not yet. Missing: months paid ahead.
			""")
	void c6TheNextLevelAsksForAllThree(String base, String newMrr, String ahead, String expected) {
		edit(Preset.ASSOCIATE);
		page.locator("#tried-base").fill(base);
		page.locator("#tried-mrr").fill(newMrr);
		page.locator("#tried-prepaid").fill(ahead);
		compute();
		assertThat(page.locator("#try-level")).hasText(expected);
	}

	@Test
	@Execution(ExecutionMode.SAME_THREAD)
	void c7AYearAtQuotaAndItsCommissionRatio() {
		edit(Preset.HUNTING);
		// 400,000 of annual contracts a year are so much MRR a month
		sell(IntStream.rangeClosed(1, 12).mapToObj(month -> String.format("2026-%02d-01 2777.78", month)).toList());
		compute();
		assertTrue(paid().startsWith("January 2026 $5,555.56, February 2026 $5,555.56"), paid());
		assertEquals("$66,666.72", all());
		assertThat(page.locator("#try-ratio")).containsText("Commission ratio 3.25: these customers pay $216,667 in the twelve months from the first deal on, and $66,667 is paid");
	}

	@Execution(ExecutionMode.SAME_THREAD)
	@ParameterizedTest(name = "C8: {0} is {1} months ahead")
	@CsvSource({"1 1 2 6, 2.5", "1 6 9 12, 7"})
	void c8CustomersPayAhead(String months, String average) {
		edit(Preset.CUSTOMER_COMMITMENT);
		sell(List.of(months.split(" ")).stream().map(each -> "2026-01-15 500 1x" + each).toList());
		compute();
		assertThat(page.locator("#try-ahead")).containsText("These customers pay " + average);
	}

	@Execution(ExecutionMode.SAME_THREAD)
	@ParameterizedTest
	@EnumSource(Preset.class)
	void standsInWordsAndAsACurveAndMayBePublished(Preset preset) {
		edit(preset);
		assertThat(page.locator("#meaning .pay-words").first()).not().isEmpty();
		assertThat(page.locator("#meaning .pay-curve-line")).hasCount(1);
		assertThat(page.locator(".pay-problems")).hasCount(0);
		assertAccessible(page);
	}

	@Test
	@Execution(ExecutionMode.SAME_THREAD)
	void whatIsNoNumberIsSaidBesideItsFieldAndNothingIsSaved() {
		edit(Preset.HUNTING);
		var rate = page.locator("[id$=':rate']").first();
		var before = rate.inputValue();
		rate.fill("a tenth");
		assertThat(page.locator("#terms .ui-message-error")).containsText("a tenth");
		assertThat(page.locator("#saved")).containsText("cannot be read");
		assertThat(page.locator("#acts button").filter(new Locator.FilterOptions().setHasText("Publish"))).isDisabled();
		rate.fill(before);
		assertThat(page.locator("#terms .ui-message-error")).hasCount(0);
		var from = page.locator("[id$=':from']").first();
		from.fill("5");
		assertThat(page.locator("#terms .pay-head").first()).containsText("problem");
		from.fill("0");
		assertThat(page.locator("#terms .pay-head").first()).not().containsText("problem");
		leave();
	}

	@Test
	@Execution(ExecutionMode.SAME_THREAD)
	void aFindingLeadsToWhatItIsAbout() {
		edit(Preset.CUSTOMER_COMMITMENT);
		page.locator("#acts button").filter(new Locator.FilterOptions().setHasText("Save")).click();
		page.locator("#lint li").first().waitFor();
		var head = page.locator("#terms .pay-head").first();
		head.click();
		assertThat(head).hasAttribute("aria-expanded", "false");
		page.getByText("Go to the component").first().click();
		assertThat(head).hasAttribute("aria-expanded", "true");
		assertThat(head).isFocused();
		leave();
	}

	/** What was typed is saved by itself after a while; whoever gives the draft up meanwhile would find it changed. */
	private void leave() {
		open("/compensation/plans");
		page.locator(".hc-acts button").first().waitFor();
	}
}
