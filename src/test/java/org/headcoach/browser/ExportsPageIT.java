package org.headcoach.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

import org.headcoach.shared.tables.TableFile;
import org.headcoach.shared.tables.TableLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;

/** Every list as CSV and XLSX: read back, they hold the rows of the page, and whoever does not see the page gets neither. */
class ExportsPageIT extends Pages {

	@TempDir
	private Path folder;

	/** One window for each reader: signing in again for each file would take longer than reading it. */
	private final Map<String, Page> windows = new HashMap<>();

	private void read(String role) {
		page = windows.computeIfAbsent(role, reader -> {
			var window = aLastingWindow(DESK, 1000);
			signIn(window, reader);
			return window;
		});
	}

	/**
	 * Names are those of the page's rows, in its order, and stand in that column of the file. A page of a longer list shows its beginning; the file
	 * holds all of it.
	 */
	@ParameterizedTest(name = "{1} as {0}")
	@CsvSource(delimiter = '|', value = {
			"admin     | /people/people              | .hc-table tbody tr td:first-child .hc-person .hc-name | /export/people/people        | 0",
			"executive | /people/people              | .hc-table tbody tr td:first-child .hc-person .hc-name | /export/people/people        | 0",
			"manager   | /people/people?q=a          | .hc-table tbody tr td:first-child .hc-person .hc-name | /export/people/people        | 0",
			"admin     | /people/teams               | .hc-table tbody tr td:first-child a            | /export/people/teams         | 0",
			"director  | /people/teams               | .hc-table tbody tr td:first-child a            | /export/people/teams         | 0",
			"admin     | /people/accounts            | .hc-table tbody tr td:first-child .hc-person .hc-name | /export/people/accounts      | 0",
			"admin     | /people/audit?type=Account  | .hc-table tbody tr td:nth-child(4) a           | /export/people/audit         | 6",
			"executive | /pipeline/figures?by=person | .hc-figures-table >> nth=0 >> tbody:first-of-type .hc-person .hc-name | /export/pipeline/figures | 1",
			"manager   | /pipeline/peel?step=DEMOS   | .hc-table >> nth=0 >> tbody th[scope=row]      | /export/pipeline/peel        | 0",
			"director  | /coaching/my-team           | .hc-table tbody .hc-person .hc-name                   | /export/coaching/my-team     | 0",
			"manager   | /coaching/time              | .hc-table tbody tr td:first-child             | /export/coaching/time        | 0",
			"manager   | /coaching/metric            | .hc-table tbody tr td:first-child a           | /export/coaching/metric      | 0",
			"director  | /coaching/inspection        | tr[id^=rep-] .hc-person .hc-name                      | /export/coaching/inspection  | 3",
			"executive | /contests/contests          | main .hc-table tbody tr td:first-child a b    | /export/contests/contests    | 0",
			"recruiter | /hiring/candidates          | main .hc-table tbody tr td:first-child a b    | /export/hiring/candidates    | 0",
			"executive | /coaching/effect            | section.hc-flush .hc-person .hc-name                  | /export/coaching/effect      | 0"})
	void holdsTheRowsOfItsPage(String role, String path, String names, String export, int column) {
		read(role);
		open(path);
		var shown = page.locator(names).allInnerTexts().stream().map(String::strip).toList();
		assertFalse(shown.isEmpty(), () -> "Nothing on " + path);
		var links = page.locator(".hc-export a").all().stream().map(link -> link.getAttribute("href")).filter(link -> link.startsWith(export)).toList();
		assertEquals(2, links.size(), () -> "Links of " + export + " on " + path);
		var csv = rows(links.get(0));
		var xlsx = rows(links.get(1));
		assertEquals(csv.get(0), xlsx.get(0));
		assertEquals(csv.stream().map(row -> row.get(column)).toList(), xlsx.stream().map(row -> row.get(column)).toList());
		var exported = csv.stream().skip(1).map(row -> row.get(column)).toList();
		var withoutTotals = shown.stream().filter(name -> exported.contains(name)).toList();
		assertTrue(withoutTotals.size() >= shown.size() - 1, () -> shown + " on the page, " + exported + " in the file");
		var inOrder = exported.stream().filter(withoutTotals::contains).limit(withoutTotals.size()).toList();
		assertEquals(withoutTotals, inOrder);
		var total = page.locator(".hc-pages span").allInnerTexts().stream().map(text -> text.replaceAll(".* of ([\\d,]+).*", "$1").replace(",", ""))
				.filter(text -> text.matches("\\d+")).findFirst().map(Integer::valueOf).orElse(null);
		if (total != null) {
			assertTrue(Math.abs(total - exported.size()) <= 2, () -> total + " on the page, " + exported.size() + " in the file");
		}
	}

	/** Ranks, teams and what they have: line by line, before those of single people. */
	@Test
	void theStandingsOfAContestAreTheLinesOfItsFile() {
		read("rep");
		open("/contests/contests");
		page.navigate(url(page.locator("main .hc-table tbody tr").filter(new Locator.FilterOptions().setHasText(Pattern.compile("Running|Ended|Settled"))).locator("a").first().getAttribute("href")));
		var shown = page.locator(".co-standings tbody tr").all().stream().map(row -> List.of(row.locator(".co-rank").innerText(), row.locator(".co-team b").innerText(),
				row.locator(".co-points").innerText().replace(",", ""))).toList();
		assertFalse(shown.isEmpty());
		var links = page.locator("#co-standings .hc-export a").all().stream().map(link -> link.getAttribute("href")).toList();
		for (var link : links) {
			assertEquals(shown, rows(link).stream().skip(1).filter(row -> row.get(2).isEmpty()).map(row -> List.of(row.get(0), row.get(1), new BigDecimal(row.get(3)).stripTrailingZeros().toPlainString())).toList(), link);
		}
		assertEquals(2, links.size());
	}

	@Test
	void aCellThatStartsAFormulaIsText() throws IOException {
		signIn("admin");
		open("/people/hire");
		page.locator("#name").fill("Fay Formula");
		page.locator("#external").fill("=1+1");
		choose(page, "place-team", "Harbor");
		press(page, "#act");
		// our own reader takes the apostrophe away again, so the file itself is looked at
		var csv = page.request().get(url("/export/people/people.csv?q=Fay")).text();
		assertTrue(csv.contains(",'=1+1,"), csv);
		rows("/export/people/people.xlsx?q=Fay");
		try (var workbook = new ZipFile(folder.resolve("people.xlsx").toFile())) {
			var sheet = new String(workbook.getInputStream(workbook.stream().filter(part -> part.getName().contains("worksheets/sheet")).findFirst().orElseThrow())
					.readAllBytes(), StandardCharsets.UTF_8);
			assertTrue(sheet.contains(">&apos;=1+1<") || sheet.contains(">'=1+1<"), sheet);
			assertFalse(sheet.contains("<f>"), "A formula in the workbook");
		}
	}

	@ParameterizedTest(name = "{1} as {0}")
	@CsvSource({"rep, /export/people/accounts.csv", "rep, /export/people/audit.xlsx", "rep, /export/people/teams.csv", "rep, /export/coaching/inspection.csv",
		"rep, /export/coaching/effect.csv", "rep, /export/coaching/my-team.csv", "manager, /export/people/audit.csv", "manager, /export/people/accounts.xlsx",
		"admin, /export/coaching/inspection.csv", "admin, /export/coaching/effect.xlsx", "admin, /export/pipeline/figures.csv", "admin, /export/coaching/my-team.csv",
		"rep, /export/coaching/time.csv", "admin, /export/coaching/time.xlsx", "admin, /export/coaching/metric.csv",
		"manager, /export/pipeline/figures.csv?team=1", "manager, /export/pipeline/peel.csv?step=DEMOS&person=1", "director, /export/people/nothing.csv",
		"rep, /export/classes/attendance.csv?class=1", "rep, /export/classes/hand-in?id=1", "manager, /export/classes/material?id=1", "admin, /export/classes/class.ics?class=1",
		"rep, /export/contests/effects.csv", "admin, /export/contests/contests.csv", "rep, /export/contests/standings.csv?contest=1", "manager, /export/contests/counts.xlsx?contest=1",
		"manager, /export/contests/result.pdf?contest=1", "rep, /export/contests/contest.ics?contest=1", "rep, /export/contests/prizes.csv", "manager, /export/contests/nothing.csv",
		"manager, /export/hiring/learning.csv", "admin, /export/hiring/fairness.xlsx", "rep, /export/hiring/calibration.csv"})
	void isNotThereForWhoeverDoesNotSeeThePage(String role, String path) {
		read(role);
		assertEquals(404, page.request().get(url(path)).status());
	}

	@Test
	void asksForAnAccount() {
		var answer = page.request().get(url("/export/people/people.csv"), RequestOptions.create().setMaxRedirects(0));
		assertEquals(302, answer.status());
		assertTrue(answer.headers().get("location").startsWith("/sign-in"));
	}

	private List<List<String>> rows(String path) {
		var answer = page.request().get(url(path));
		assertEquals(200, answer.status(), path);
		var file = folder.resolve(path.replaceAll("\\?.*", "").replaceAll(".*/", ""));
		try {
			Files.write(file, answer.body());
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return rows(file);
	}

	/** The header and the lines. */
	private static List<List<String>> rows(Path file) {
		var rows = new ArrayList<List<String>>();
		try (var reader = TableFile.examine(file, file.getFileName().toString(), TableLimits.STANDARD).read()) {
			rows.add(reader.columns());
			reader.forEachRemaining(line -> rows.add(line.cells()));
		}
		return rows;
	}

	static List<List<String>> rows(Download download) {
		return rows(download.path());
	}
}
