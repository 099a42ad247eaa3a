package org.headcoach.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import org.headcoach.browser.Pages;
import org.headcoach.site.Messages;
import org.headcoach.suite.Rest;
import org.headcoach.suite.RunningApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** A server that is killed in the middle of an import, and the next start on the same data. */
class KilledImportProcessIT extends Pages {

	private static final String PASSWORD = "correct horse battery";
	private static final int LINES = 150_000;

	@TempDir
	private Path data;

	private RunningApplication start() throws IOException {
		return RunningApplication.start(data, List.of("-Dheadcoach.demo=false"));
	}

	@Test
	void aKilledImportLeavesNothingAndTheNextStartSaysWhatHappened() throws Exception {
		var file = calls();
		String token;
		var application = start();
		try {
			setUp(application.url());
			token = Rest.withPassword(application.url(), "admin", PASSWORD).makeToken("IMPORT_DATA").json().getString("token");
			for (var moment : List.of(ImportStatus.CHECKING, ImportStatus.IMPORTING)) {
				var batch = killAt(moment, application, token, file);
				application = start();
				says(application, token, batch, moment);
			}
			assertEquals(0, filesWithoutBatch(application, token));
			var rest = Rest.withToken(application.url(), token);
			var whole = rest.post("imports?source=Night&kind=ACTIVITIES", "text/csv", file).json().getJsonObject("result");
			assertEquals("IMPORTED new " + LINES + " same 0", whole.getString("status") + " new " + whole.getInt("added") + " same " + whole.getInt("same"));
		} finally {
			application.close();
		}
	}

	/** A batch keeps its file until it is thrown away with it; any other file would stay for ever. */
	private int filesWithoutBatch(RunningApplication application, String token) throws IOException {
		try (var files = Files.list(data.resolve("imports"))) {
			return (int) files.count() - Rest.withToken(application.url(), token).get("imports").json().getInt("total");
		}
	}

	private static String calls() {
		var text = new StringBuilder("Record ID,Activity type,Activity date,Activity assigned to,Outcome\n");
		for (int i = 0; i < LINES; i++) {
			text.append(i).append(",Call,2026-10-05 10:00,,No answer\n");
		}
		return text.toString();
	}

	private void setUp(String address) {
		page.navigate(address + "/set-up");
		page.locator("#company").fill("Kill and Sons");
		page.locator("#name").fill("Ruth Calder");
		page.locator("#login").fill("admin");
		page.locator("#password").fill(PASSWORD);
		page.locator("#again").fill(PASSWORD);
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Set up and sign in")).click();
		page.waitForURL(at -> !at.contains("/set-up"));
	}

	/** Posts the file, waits for the moment and kills the process. Returns the number of the import. */
	private static int killAt(ImportStatus moment, RunningApplication application, String token, String file) throws InterruptedException {
		var rest = Rest.withToken(application.url(), token);
		var upload = CompletableFuture.supplyAsync(() -> rest.post("imports?source=Night&kind=ACTIVITIES", "text/csv", file));
		var watching = Rest.withToken(application.url(), token);
		var until = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
		while (System.nanoTime() < until) {
			var newest = watching.get("imports?size=1").items();
			if (!newest.isEmpty() && newest.get(0).getString("status").equals(moment.name())) {
				application.kill();
				assertThrows(ExecutionException.class, () -> upload.get(1, TimeUnit.MINUTES), "the upload breaks off");
				return newest.get(0).getInt("id");
			}
			assertTrue(!upload.isDone(), "The import was over before it was seen at " + moment);
			Thread.sleep(10);
		}
		throw new AssertionError("The import did not come to " + moment);
	}

	private void says(RunningApplication application, String token, int batch, ImportStatus moment) {
		var sentence = Messages.text(Locale.ENGLISH, "pipeline.import.problem.interrupted-" + moment.name().toLowerCase(Locale.ROOT));
		var answer = Rest.withToken(application.url(), token).get("imports/" + batch).json();
		assertEquals("INTERRUPTED", answer.getJsonObject("result").getString("status"));
		assertEquals(0, answer.getJsonObject("result").getInt("added"));
		assertEquals(sentence, answer.getString("problem"));
		var window = aWindow(DESK, 1000);
		window.navigate(application.url() + "/pipeline/import?batch=" + batch);
		window.getByLabel("Account name or e-mail").fill("admin");
		window.locator("input[type=password]").fill(PASSWORD);
		window.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in").setExact(true)).click();
		window.waitForURL(at -> at.contains("/pipeline/import?batch=" + batch));
		window.getByText(sentence).waitFor();
		assertAccessible(window);
		window.context().close();
	}
}
