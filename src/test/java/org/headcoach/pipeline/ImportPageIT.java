package org.headcoach.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.headcoach.browser.Pages;
import org.headcoach.site.Messages;
import org.headcoach.suite.BadFiles;
import org.headcoach.suite.Rest;
import org.headcoach.suite.RunningApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;

/** The way of a file through the pages, as an administrator walks it. Everything that is imported here is taken back. */
class ImportPageIT extends Pages {

	@BeforeEach
	void asAdministrator() {
		signIn("admin");
	}

	private static FilePayload csv(String name, String text) {
		return new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8));
	}

	private Locator button(String name) {
		return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
	}

	private static Locator answer(Page window) {
		return window.locator("h1.hc-answer");
	}

	private void assertAnswer(String expected) {
		answer(page).filter(new Locator.FilterOptions().setHasText(Pattern.compile(expected))).waitFor();
	}

	/** Uploads a file and waits until it has been read. */
	private void upload(FilePayload file, String source) {
		open("/pipeline/imports");
		page.locator("#file").setInputFiles(file);
		page.locator("#source").fill(source);
		button("Read the file").click();
	}

	private void uploadAndCheck(FilePayload file, String source) {
		upload(file, source);
		page.waitForURL(Pattern.compile(".*/pipeline/import\\?batch=\\d+.*"));
		page.locator("#columns, #acts").first().waitFor();
	}

	private void choose(String what, String option) {
		page.locator("select[title='" + what + "']").selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(option));
	}

	private void undo() {
		button("Undo").first().click();
		button("Yes").click();
		assertAnswer("taken back");
	}

	private static int imports() {
		return Rest.of(RunningApplication.address(), "admin", "IMPORT_DATA").get("imports").json().getInt("total");
	}

	@Test
	void aFileOfUnknownColumnsGoesAllTheWayAndBack() throws IOException {
		uploadAndCheck(csv("journey.csv", """
				No;What;When;Who;How it went
				1;Call;03/04/2026;kofi.mensah@nowhere.example;Reached
				2;Demo;04/05/2026;;Held
				3;Levitation;05/06/2026;;Held
				4;Call;31/31/2026;;No answer
				"""), "Journey CRM " + System.nanoTime());
		page.locator("#kind").selectOption("ACTIVITIES");
		button("Check the file").click();
		assertAnswer("have no column yet|has no column yet");
		assertAccessible(page);
		picture(page, "import-columns");
		choose("Our field for No", "Id in the CRM");
		choose("Our field for What", "Activity type (needed)");
		choose("Our field for When", "Date (needed)");
		choose("Our field for Who", "Date (needed)");
		button("Check the file").click();
		page.getByText(Messages.text(Locale.ENGLISH, "pipeline.import.error.fed-twice", "When", "Who")).first().waitFor();
		choose("Our field for Who", "Owner (needed)");
		choose("Our field for How it went", "Outcome");
		button("Check the file").click();
		assertAnswer("One column could mean two things");
		picture(page, "import-question");
		choose("When", "Month first: 12/31/2026");
		button("Check the file").click();
		assertAnswer("1 line can be imported");
		page.getByText("One owner is unknown").waitFor();
		assertAccessible(page);
		picture(page, "import-preview");
		choose("kofi.mensah@nowhere.example", "Kofi Mensah");
		button("Use this").click();
		assertAnswer("2 lines can be imported");
		button("Import 2").click();
		assertAnswer("2 new records are in");
		picture(page, "import-result");
		assertEquals("New 2, Changed 0, Same 0, Rejected 2", stats());
		var rejected = page.waitForDownload(() -> page.getByText("Rejected lines with reasons").click());
		var lines = Files.readAllLines(keep(rejected));
		assertEquals("No,What,When,Who,How it went,Why it was rejected", lines.get(0).replace("\uFEFF", ""));
		assertTrue(lines.get(1).startsWith("3,Levitation,05/06/2026,,Held,"), lines.get(1));
		assertTrue(lines.get(2).startsWith("4,Call,31/31/2026,,No answer,"), lines.get(2));
		assertEquals(3, lines.size());
		undo();
	}

	@Test
	void whoSharesADealIsRecognisedMatchedSaidInWordsAndTakenBack() {
		uploadAndCheck(csv("splits.csv", """
				Opportunity ID,Split Owner,Split (%),Split Type
				70011,Amira Nasser,60,Revenue
				70011,K. Mensa,40,Revenue
				70011,Kofi Mensah,70,Overlay
				70011,Kofi Mensah,0,Revenue
				"""), "Splits " + System.nanoTime());
		assertAnswer("2 lines can be imported");
		page.getByText("Deal splits").or(page.getByText(Pattern.compile("splits.csv"))).first().waitFor();
		choose("K. Mensa", "Kofi Mensah");
		button("Use this").click();
		assertAnswer("3 lines can be imported");
		page.getByText("No figures change.").waitFor();
		open(path() + "&tab=new");
		assertEquals(List.of("70011 · Amira Nasser · Share of the deal · Share 60", "70011 · Kofi Mensah · Share of the deal · Share 40", "70011 · Kofi Mensah · Overlay · Share 70"),
				page.locator("table.hc-cards tbody tr td:nth-child(3)").allInnerTexts().stream().map(String::strip).toList());
		assertAccessible(page);
		picture(page, "import-splits");
		open(path().replace("&tab=new", "") + "&tab=rejected");
		page.getByText("A share has to be above 0.").waitFor();
		button("Import 3").click();
		assertAnswer("3 new records are in");
		undo();
	}

	/** Of the page at hand, with its questions. */
	private String path() {
		return page.url().substring(page.url().indexOf("/pipeline/"));
	}

	private static Path keep(Download download) throws IOException {
		var path = Files.createTempFile("download", ".csv");
		download.saveAs(path);
		return path;
	}

	private String stats() {
		var found = new ArrayList<String>();
		for (var stat : page.locator(".hc-stat").all()) {
			var texts = stat.locator("> *").allInnerTexts();
			found.add(texts.get(0) + " " + texts.get(1));
		}
		return String.join(", ", found);
	}

	@Test
	void aFileThatIsNoTableIsRefusedByASentenceAndHarmsNothing() {
		var before = imports();
		BadFiles.all().forEach((name, file) -> {
			upload(new FilePayload(name, "application/octet-stream", file.content()), "Bad");
			// Faces takes an empty file for none
			var key = name.equals("empty.csv") ? "pipeline.imports.file.missing" : file.refusal();
			var sentence = Messages.text(Locale.ENGLISH, key, name.equals("many-columns.csv") ? new Object[] {1L, 1_000L} : new Object[] {name});
			page.locator("main").getByText(sentence).waitFor();
		});
		assertAccessible(page);
		picture(page, "import-refused");
		assertEquals(before, imports());
	}

	@Test
	void withoutAFileTheFieldSaysSo() {
		open("/pipeline/imports");
		button("Read the file").click();
		page.getByText(Messages.text(Locale.ENGLISH, "pipeline.imports.file.missing")).waitFor();
		assertTrue(page.url().contains("/pipeline/imports"));
	}

	/** A file of calls that nobody owns, so that no figure of the demo company moves. */
	private static FilePayload calls(String name, int lines) {
		var text = new StringBuilder("Record ID,Activity type,Activity date,Activity assigned to,Outcome\n");
		for (int i = 0; i < lines; i++) {
			text.append(name).append(i).append(",Call,2026-10-05 10:00,,No answer\n");
		}
		return csv(name + ".csv", text.toString());
	}

	@Test
	void aDoubleClickAndASecondTabImportOnce() {
		uploadAndCheck(calls("double", 500), "Double CRM");
		assertAnswer("500 lines can be imported");
		var second = page.context().newPage();
		second.navigate(page.url());
		answer(second).filter(new Locator.FilterOptions().setHasText("500 lines")).waitFor();
		button("Import 500").dblclick();
		assertAnswer("500 new records");
		second.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Import 500")).click();
		second.getByText(Messages.text(Locale.ENGLISH, "pipeline.import.error.other-state.imported")).first().waitFor();
		second.close();
		page.reload();
		assertEquals("New 500, Changed 0, Same 0, Rejected 0", stats());
		undo();
	}

	@Test
	void aLongImportShowsHowFarItIsAndStopsWhenAsked() {
		upload(calls("long", 400_000), "Long CRM");
		page.waitForURL(Pattern.compile(".*/pipeline/import\\?batch=\\d+.*"));
		var bar = page.getByRole(AriaRole.PROGRESSBAR);
		bar.waitFor();
		var seen = new ArrayList<Integer>();
		while (seen.stream().distinct().count() < 3 && bar.count() > 0) {
			page.waitForResponse(response -> response.request().method().equals("POST"), () -> { });
			if (bar.count() > 0) {
				seen.add(Integer.valueOf(bar.getAttribute("value")));
			}
		}
		assertEquals(seen.stream().sorted().toList(), seen);
		assertTrue(seen.stream().distinct().count() >= 3, "moved through " + seen);
		picture(page, "import-progress");
		button("Stop").click();
		assertAnswer("given up; nothing of it was written");
		assertAccessible(page);
	}

	@Test
	void anImportThatIsStoppedWhileItIsWrittenSaysAtOnceThatItStops() {
		uploadAndCheck(calls("stopped", 200_000), "Stopped CRM");
		answer(page).filter(new Locator.FilterOptions().setHasText("200,000 lines can be imported")).waitFor(new Locator.WaitForOptions().setTimeout(120_000));
		button("Import 200,000").click();
		button("Stop").click();
		page.locator("#progress").getByText(Messages.text(Locale.ENGLISH, "pipeline.import.stopping")).waitFor();
		assertEquals(0, button("Stop").count());
		picture(page, "import-stopping");
		answer(page).filter(new Locator.FilterOptions().setHasText("given up; nothing of it was written")).waitFor(new Locator.WaitForOptions().setTimeout(120_000));
	}

	@Test
	void whatALaterImportHasChangedNamesAndLinksThatOneInsteadOfBeingUndone() {
		var rest = Rest.of(RunningApplication.address(), "admin", "IMPORT_DATA");
		var source = "Later" + System.nanoTime();
		var first = imported(rest, source, "first-calls.csv", "No answer");
		var second = imported(rest, source, "second-calls.csv", "Reached");
		open("/pipeline/import?batch=" + first);
		var sentence = Pattern.compile("A later import, second-calls.csv of \\d+ \\w+ \\d{4} \\d\\d:\\d\\d, has changed the same records\\. Undo that one first\\.");
		page.locator("main .hc-note").filter(new Locator.FilterOptions().setHasText(sentence)).getByText("Show").waitFor();
		assertEquals(0, page.locator("#undo").count());
		assertAccessible(page);
		var refused = rest.post("imports/" + first + "/undo", "application/json", "");
		assertEquals(422, refused.status());
		assertTrue(sentence.matcher(refused.json().getString("detail")).matches(), refused.body());
		page.locator("main .hc-note").getByText("Show").click();
		page.waitForURL("**/pipeline/import?batch=" + second);
		undo();
		open("/pipeline/import?batch=" + first);
		undo();
	}

	private static int imported(Rest rest, String source, String name, String outcome) {
		return rest.post("imports?source=" + source + "&kind=ACTIVITIES&fileName=" + name, "text/csv",
				"Record ID,Activity type,Activity date,Activity assigned to,Outcome\n1,Call,2026-10-05 10:00,," + outcome + "\n").json().getJsonObject("result").getInt("id");
	}

	@Test
	void nothingOfAnUploadStaysInTheServersTemporaryFolders() throws IOException {
		uploadAndCheck(calls("temporary", 5_000), "Temporary CRM");
		var found = new ArrayList<Path>();
		for (var folder : List.of(Path.of("target/data-browser"), Path.of(System.getProperty("java.io.tmpdir")))) {
			if (Files.isDirectory(folder)) {
				try (var files = Files.walk(folder, folder.startsWith("target") ? 8 : 1)) {
					files.filter(file -> file.getFileName().toString().matches("upload_.*\\.tmp")).forEach(found::add);
				}
			}
		}
		assertEquals(List.of(), found);
		button("Cancel").click();
		assertAnswer("given up");
	}

	@Test
	void everyStepFitsAPhone() {
		uploadAndCheck(csv("phone.csv", "Record ID,Activity type,Activity date,Activity assigned to\np1,Call,2026-10-05,Nobody Known\np2,Call,2026-02-31,\np3,Call,2026-10-05,\n"), "Phone CRM");
		var window = page;
		window.setViewportSize(PHONE, 800);
		for (var step : List.of("", "&step=columns", "&tab=new", "&tab=same", "&tab=rejected")) {
			window.navigate(window.url().replaceFirst("&.*", "") + step);
			assertNoSidewaysScroll(window);
			assertAccessible(window);
			picture(window, "import-phone" + step.replaceAll("[^a-z]+", "-"));
		}
		button("Cancel").click();
		assertAnswer("given up");
	}
}
