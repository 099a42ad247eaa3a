package org.headcoach.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Pattern;

import org.headcoach.suite.Rest;
import org.headcoach.suite.RunningApplication;
import org.junit.jupiter.api.Test;

/** A rep looks back on a phone without touching it, the leader reads what training told, and nobody reads what is not theirs. */
class MattersPageIT extends Pages {

	private static final String HOME = RunningApplication.address();

	@Test
	void aSurveyIsAnsweredByKeyboardOnAPhone() {
		var phone = aWindow(PHONE, 812);
		signIn(phone, "rep");
		phone.navigate(url("/"));
		phone.locator("a[href*='/training/survey?survey=']").first().focus();
		phone.waitForNavigation(() -> phone.keyboard().press("Enter"));
		assertNoSidewaysScroll(phone);
		assertAccessible(phone);
		var last = phone.locator(".mt-ranks li").last();
		var name = last.locator(".mt-name").textContent();
		var parts = phone.locator(".mt-ranks li").count();
		last.locator("[data-move='-1']").focus();
		for (int i = 1; i < parts; i++) {
			phone.keyboard().press("Enter");
		}
		assertThat(phone.locator(".mt-ranks li").first().locator(".mt-name")).hasText(name);
		assertThat(phone.locator("[data-survey-said]")).hasText(name + ": place 1 of " + parts);
		// at the top there is no way up any more, and the keyboard is left on the way down
		assertEquals("1", phone.evaluate("document.activeElement.dataset.move"));
		phone.locator("[id='survey:missing']").focus();
		phone.keyboard().type("How to talk with procurement");
		phone.locator("[id='survey:send']").focus();
		phone.waitForNavigation(() -> phone.keyboard().press("Enter"));
		assertThat(phone.locator(".hc-answer").first()).containsText("You have answered.");
		assertEquals(0, phone.locator(".mt-ranks").count());
	}

	@Test
	void theLeaderReadsWhatToldAndWhatDidNot() {
		signIn("executive");
		open("/training/matters");
		assertThat(page.locator(".hc-answer").first()).containsText("Handles the price");
		var told = page.locator("section.hc-card").filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("that told something"));
		assertThat(told).containsText("Listens and digs");
		var silent = page.locator("section.hc-card").filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("predict nothing"));
		assertThat(silent).containsText("Covers the matrix");
		assertThat(page.locator("body")).containsText("Hiring score");
		press(page, "a[href*='measure=ATTAINMENT']");
		page.waitForURL(Pattern.compile("measure=ATTAINMENT"));
		assertEquals(200, page.request().get(url("/export/training-matters/matters.csv?measure=RAMP")).status());
	}

	@Test
	void byRestEverybodySeesTheOwnAndNobodyElse() {
		var rep = Rest.of(HOME, "rep", "TAKE_EXAMS");
		assertTrue(rep.get("training/strengths/" + RunningApplication.idOf("Amira Nasser")).json().getJsonArray("items").size() > 3);
		assertEquals(404, rep.get("training/strengths/" + RunningApplication.idOf("Daniel Okafor")).status());
		assertTrue(rep.get("training/matters").status() >= 403);
		assertEquals(404, rep.get("training/surveys/1/own").status());
		var trainer = Rest.of(HOME, "trainer", "TRAIN");
		var rounds = trainer.get("training/surveys").items();
		assertEquals(2, rounds.size());
		assertEquals(0, trainer.get("training/surveys/" + rounds.get(0).getInt("id")).json().getJsonArray("parts").size(), "it is still open");
		assertEquals("Discovery in depth", trainer.get("training/surveys/" + rounds.get(1).getInt("id")).json().getJsonArray("parts").getJsonObject(0).getString("part"));
		assertEquals("STAGE", trainer.get("training/matters").json().getString("measure"));
	}
}
