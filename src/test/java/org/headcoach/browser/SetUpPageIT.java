package org.headcoach.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.headcoach.suite.RunningApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;

/** The first start without demo mode, behind a proxy on this machine; it runs beside the others, for its server is its own. */
@Execution(ExecutionMode.CONCURRENT)
class SetUpPageIT extends Pages {

	@TempDir
	private Path data;

	@Test
	@Execution(ExecutionMode.SAME_THREAD)
	void anEmptyDatabaseAsksOnceForTheCompanyAndItsFirstAdministrator() throws IOException {
		try (var application = RunningApplication.start(data, List.of("-Dheadcoach.demo=false", "-Dheadcoach.stage=Development", "-Dheadcoach.proxies=127.0.0.1"))) {
			page.navigate(application.url() + "/people/people");
			assertEquals(application.url() + "/set-up", page.url());
			assertAccessible(page);
			assertNoSidewaysScroll(page);
			assertFalse(page.content().contains("demo"), "The set-up page speaks of the demo company");
			page.locator("#company").fill("Harbour & Sons");
			choose(page, "currency", "EUR");
			choose(page, "zone", "Europe/Berlin");
			page.locator("#name").fill("Berta Boss");
			page.locator("#login").fill("berta");
			page.locator("#password").fill("eleven slow ferries");
			page.locator("#again").fill("eleven fast ferries");
			press(page, "#act");
			assertThat(page.locator("#messages")).isVisible();
			page.locator("#password").fill("eleven slow ferries");
			page.locator("#again").fill("eleven slow ferries");
			press(page, "#act");
			assertEquals(application.url() + "/people/company", page.url());
			assertThat(page.locator("main h1")).containsText("Harbour & Sons");
			assertThat(page.locator("main h1")).containsText("EUR");

			var stranger = aWindow(DESK, 1000);
			stranger.navigate(application.url() + "/set-up");
			assertTrue(stranger.url().contains("/sign-in"), stranger.url());
			assertEquals(0, stranger.locator(".hc-demo").count());
			hstsStandsOnlyBehindHttps(application);
			theComponentsAreAccessible(application);
		}
	}

	/** Every tag in every state stands on a page that only the stage Development has. */
	private void theComponentsAreAccessible(RunningApplication application) {
		for (var width : new int[] {DESK, PHONE}) {
			page.setViewportSize(width, 900);
			for (var theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
				page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
				page.navigate(application.url() + "/site/components");
				assertTrue(page.locator(".hc-card").count() > 5, "The components are not drawn");
				assertNoSidewaysScroll(page);
				assertAccessible(page);
			}
		}
	}

	/** This machine is named as a proxy, so what it says of the browser's connection is believed. */
	private void hstsStandsOnlyBehindHttps(RunningApplication application) {
		var plain = page.request().get(application.url() + "/sign-in");
		assertNull(plain.headers().get("strict-transport-security"));
		var forwarded = page.request().get(application.url() + "/sign-in", RequestOptions.create().setHeader("X-Forwarded-Proto", "https"));
		assertEquals("max-age=31536000", forwarded.headers().get("strict-transport-security"));
		// a form that came to the proxy's name is one of ours
		var own = page.request().post(application.url() + "/people/company", RequestOptions.create().setHeader("Origin", "https://sales.example")
				.setHeader("X-Forwarded-Host", "sales.example"));
		assertEquals(200, own.status());
		var foreign = page.request().post(application.url() + "/people/company", RequestOptions.create().setHeader("Origin", "https://evil.example")
				.setHeader("X-Forwarded-Host", "sales.example"));
		assertEquals(403, foreign.status());
	}
}
