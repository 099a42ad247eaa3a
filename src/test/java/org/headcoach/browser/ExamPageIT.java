package org.headcoach.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** A learner sits an exam on a phone, by keyboard only, through a network that fails and on a second device; then the trainer reads it. */
class ExamPageIT extends Pages {

	private static Locator question(Page window) {
		return window.locator(".ex-question:not([hidden])");
	}

	private static void focus(Page window, Locator element) {
		for (int i = 0; i < 60; i++) {
			if ((Boolean) element.evaluate("one => one === document.activeElement")) {
				return;
			}
			window.keyboard().press("Tab");
		}
		throw new AssertionError("The keyboard does not reach " + element);
	}

	/** Gives some answer by keyboard, whatever the kind of question. */
	private static void answer(Page window) {
		var kind = question(window).getAttribute("data-kind");
		switch (kind) {
			case "SINGLE", "TRUE_FALSE", "MULTIPLE" -> {
				focus(window, question(window).locator("input").first());
				window.keyboard().press("Space");
			}
			case "MATCHING" -> {
				var lists = question(window).locator("select");
				for (int i = 0; i < lists.count(); i++) {
					focus(window, lists.nth(i));
					window.keyboard().press("ArrowDown");
				}
			}
			case "ORDERING" -> {
				focus(window, question(window).locator("[data-move='1']").first());
				window.keyboard().press("Enter");
			}
			default -> {
				focus(window, question(window).locator("input, textarea"));
				window.keyboard().type("7");
			}
		}
		assertThat(window.locator("[data-ex=state]")).containsText(Pattern.compile("Saved on the server|kept in this browser"));
	}

	private static void press(Page window, Locator button, String key) {
		focus(window, button);
		window.keyboard().press(key);
	}

	@Test
	void anExamIsSatOnAPhoneByKeyboardThroughAFailingNetworkAndReadByTheTrainer() {
		var phone = aWindow(PHONE, 812);
		signIn(phone, "rep");
		phone.navigate(url("/training/exams"));
		assertAccessible(phone);
		assertNoSidewaysScroll(phone);
		var start = phone.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Start: Qualifying matrix"));
		focus(phone, start);
		phone.keyboard().press("Enter");
		phone.waitForURL(address -> address.contains("/training/attempt"));
		assertThat(question(phone)).hasCount(1);
		assertAccessible(phone);
		assertNoSidewaysScroll(phone);
		// what a screen reader is told: a timer, a progress bar, a status and an alert that live, and a group with the question's name
		assertThat(phone.getByRole(AriaRole.TIMER)).isVisible();
		assertThat(phone.getByRole(AriaRole.PROGRESSBAR)).hasAttribute("aria-valuenow", "1");
		assertThat(phone.getByRole(AriaRole.STATUS)).containsText("saved at once");
		assertEquals(1, phone.locator("[role=alert]").count());
		picture(phone, "exam-phone");
		var next = phone.locator("[data-ex=next]");
		for (int i = 0; i < 12; i++) {
			if (i == 3) {
				phone.context().setOffline(true);
			}
			answer(phone);
			if (i == 3) {
				assertThat(phone.locator("[data-ex=state]")).containsText("One of your answers is kept");
				assertThat(phone.locator("[data-ex=offline]")).isVisible();
			}
			if (i == 5) {
				phone.context().setOffline(false);
				assertThat(phone.locator("[data-ex=state]")).containsText("Saved on the server");
				assertThat(phone.locator("[data-ex=offline]")).isHidden();
			}
			press(phone, next, "Enter");
		}
		assertThat(phone.locator("[data-end]")).containsText("Every question has an answer.");
		assertAccessible(phone);
		// on another device everything is there
		var desk = aWindow(DESK, 900);
		signIn(desk, "rep");
		// what is taught is closed meanwhile
		desk.navigate(url("/training/methodology"));
		assertTrue(desk.url().contains("/training/exams"), desk.url());
		assertThat(desk.locator("body")).containsText("open again when it is handed in");
		desk.navigate(url("/training/learn"));
		assertThat(desk.locator(".hc-note")).containsText("Qualifying matrix");
		assertAccessible(desk);
		desk.navigate(phone.url());
		assertEquals(0, ((Number) desk.evaluate("[...document.querySelectorAll('[data-ordinal]')].filter(one => !one.dataset.answer).length")).intValue());
		assertAccessible(desk);
		press(phone, phone.locator(".ex-submit"), "Enter");
		phone.waitForURL(address -> address.contains("/training/result"));
		assertThat(phone.locator("h1")).containsText("%");
		assertAccessible(phone);
		assertNoSidewaysScroll(phone);
		// handing in on the other device too changes nothing
		desk.evaluate("document.querySelector('[data-ex=submit]').submit()");
		desk.waitForURL(address -> address.contains("/training/result"));
		assertEquals(phone.locator("h1").innerText(), desk.locator("h1").innerText());
		signIn("trainer");
		open("/training/manage");
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Qualifying matrix")).click();
		assertThat(page.locator("tr", new Page.LocatorOptions().setHasText("Amira Nasser"))).containsText("%");
		assertAccessible(page);
		var exam = page.url().replaceAll(".*exam=", "");
		for (var path : new String[] {"/training/items?exam=" + exam, "/training/readiness"}) {
			open(path);
			assertAccessible(page);
			assertTrue(page.locator("tbody tr").count() > 0);
		}
	}

	/** By the clock of the browser alone: the server's goes on, so what comes back in time counts. */
	@Test
	void theClockRunsOutWhileTheNetworkIsDownAndNoAnswerIsLost() {
		var phone = aWindow(PHONE, 812);
		signIn(phone, "rep");
		phone.navigate(url("/training/exams"));
		phone.clock().install();
		phone.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sit it again: Buyer journey and sales process")).click();
		phone.waitForURL(address -> address.contains("/training/attempt"));
		answer(phone);
		phone.context().setOffline(true);
		press(phone, phone.locator("[data-ex=next]"), "Enter");
		answer(phone);
		phone.clock().fastForward("26:00");
		assertThat(phone.locator("[role=alert]")).not().isEmpty();
		assertThat(phone.locator("[data-ex=clock]")).hasText("00:00");
		assertThat(question(phone).locator("input:enabled, select:enabled, textarea:enabled")).hasCount(0);
		phone.context().setOffline(false);
		phone.waitForURL(address -> address.contains("/training/result"));
		assertEquals(2, phone.locator(".tr-answers dd:first-of-type").allInnerTexts().stream().filter(text -> !text.equals("–")).count());
	}

	@Test
	void aPictureIsShownToWhoKeepsTheBankAndToNobodyElse() {
		signIn("trainer");
		open("/training/questions?q=Reading+a+funnel");
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Reading a funnel")).click();
		var picture = page.getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName("Bars of a funnel: 400 leads, 200 connects, 120 demos, 12 customers"));
		assertThat(picture).hasCount(2);
		assertEquals(640, ((Number) picture.last().evaluate("one => one.decode().then(() => one.naturalWidth)")).intValue());
		assertAccessible(page);
		var address = picture.last().getAttribute("src");
		var headers = page.request().get(url(address)).headers();
		assertEquals("image/png nosniff private, max-age=31536000, immutable", headers.get("content-type") + " " + headers.get("x-content-type-options") + " " + headers.get("cache-control"));
		var rep = aWindow(DESK, 900);
		signIn(rep, "rep");
		assertEquals(404, rep.request().get(url(address)).status());
	}
}
