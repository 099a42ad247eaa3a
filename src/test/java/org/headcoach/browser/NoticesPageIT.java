package org.headcoach.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;

import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Page;

/** The webhooks as an administrator keeps them, the mails as a reader chooses them, and the page behind a link that does not work. */
class NoticesPageIT extends Pages {

	private static final String SECRET = "https://hooks.slack.com/services/T0/B0/a-very-secret-token";

	@Test
	void aWebhookIsAddedShownShortAndRemoved() {
		signIn("admin");
		open("/notices/hooks");
		page.locator("#name").fill("Sales floor");
		page.locator("#address").fill("https://evil.example/services/T0/B0/x");
		page.locator("#add").click();
		assertThat(page.locator("#messages")).containsText("This is no address of a webhook");
		page.locator("#address").fill(SECRET);
		press(page, "#add");
		var row = page.locator("tr", new Page.LocatorOptions().setHasText("Sales floor"));
		assertThat(row).containsText("hooks.slack.com/…oken");
		assertFalse(page.content().contains("a-very-secret"), "the address stands in the page");
		assertAccessible(page);
		row.locator("button", new com.microsoft.playwright.Locator.LocatorOptions().setHasText("Remove")).click();
		press(page, ".ui-confirmdialog-yes");
		assertThat(page.locator("main")).containsText("Notices go into no channel of Slack or Teams yet");
		open("/people/audit?type=Webhook");
		assertThat(page.locator("main")).containsText("Removed a webhook");
		assertFalse(page.content().contains("a-very-secret"), "the address stands in the log");
	}

	@Test
	void aReaderStopsMailsAndStartsThemAgain() {
		signIn("rep");
		open("/people/account");
		press(page, "a[href$='/notices/mine']");
		press(page, "li:has-text('Contests') button:has-text('Stop')");
		assertThat(page.locator("main")).containsText("Off");
		press(page, "button:has-text('Start')");
		assertThat(page.locator("main")).containsText("On");
	}

	@Test
	void aLinkThatDoesNotWorkSaysWhereTheSwitchIs() {
		for (var width : List.of(PHONE, DESK)) {
			var window = aWindow(width, 800);
			assertEquals(200, window.navigate(url("/unsubscribe?token=7.contests.none")).status());
			assertThat(window.locator("main")).containsText("This link does not work");
			assertAccessible(window);
			assertNoSidewaysScroll(window);
		}
	}
}
