package org.headcoach.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;

import org.headcoach.suite.Rest;
import org.headcoach.suite.RunningApplication;
import org.junit.jupiter.api.Test;

/** A card scored by keys, the result, the certificate as a stranger sees it; and T1 by REST. */
class CertificationPageIT extends Pages {

	private static final String HOME = RunningApplication.address();

	@Test
	void aCardIsScoredByKeysAndTheCertificateIsSeenByAStranger() {
		signIn("trainer");
		open("/training/certify");
		press(page, "a[href*='/training/card'] >> nth=0");
		page.locator("fieldset[data-score] input[type=radio]").first().focus();
		for (int i = 0; i < 3; i++) {
			page.keyboard().press("7");
		}
		assertEquals(3, page.locator("fieldset[data-score] input[type=radio]:checked").count());
		page.locator(".ct-tick input").all().forEach(tick -> tick.check());
		assertAccessible(page);
		page.locator("[id='in']").click();
		page.waitForURL(Pattern.compile("/training/role-play"));
		assertThat(page.locator(".hc-answer").first()).containsText("has passed with 7");
		var address = page.locator("a[href*='/training/certificate?']").getAttribute("href");
		assertEquals(200, page.request().get(url(page.locator("a[href*='certificate.pdf']").getAttribute("href"))).status());
		page.locator("[id='revoking:reason']").fill("It was a test.");
		page.locator("[id='revoking:revoke']").click();
		page.waitForNavigation(() -> page.locator(".ui-confirmdialog-yes").click());

		var stranger = aWindow(PHONE, 812);
		stranger.navigate(url(address));
		assertThat(stranger.locator(".ct-state")).containsText("revoked");
		assertFalse(stranger.content().contains("It was a test."));
		assertNoSidewaysScroll(stranger);
		assertAccessible(stranger);
		assertEquals(404, stranger.request().get(url("/training/certificate?number=AAAAAAAAAAAAAAAAAAAAAA")).status());
		assertEquals(200, stranger.request().get(url("/credentials/status")).status());
	}

	@Test
	void whatIsPublicAnswersHeadAsItAnswersGet() {
		var stranger = aWindow(DESK, 900).request();
		for (var path : new String[] {"/credentials/key", "/training/certificate"}) {
			var got = stranger.get(url(path), com.microsoft.playwright.options.RequestOptions.create().setMaxRedirects(0));
			var head = stranger.head(url(path), com.microsoft.playwright.options.RequestOptions.create().setMaxRedirects(0));
			assertEquals(got.status(), head.status(), path);
			assertEquals(got.headers().get("content-type"), head.headers().get("content-type"), path);
		}
	}

	@Test
	void t1TheManagerIsRefusedAsEvaluatorByRest() {
		var trainer = Rest.of(HOME, "trainer", "TRAIN");
		var certification = trainer.get("training/certifications").items().get(0).getInt("id");
		var tomorrow = LocalDate.now(ZoneId.of("America/New_York")).plusDays(1) + "T09:00:00";
		var wanted = "{\"certificationId\": " + certification + ", \"personId\": " + RunningApplication.idOf("Priya Raman") + ", \"meetsAt\": \"" + tomorrow + "\", \"evaluators\": [\"person-"
				+ RunningApplication.idOf("Elena Varga") + "\"], \"key\": \"rest-t1\"}";
		var refused = trainer.post("training/role-plays", "application/json", wanted);
		assertEquals(422, refused.status(), refused::body);
		var notAllowed = Rest.of(HOME, "rep", "TAKE_EXAMS").post("training/role-plays", "application/json", wanted);
		assertTrue(notAllowed.status() == 403 || notAllowed.status() == 404, () -> notAllowed.status() + " " + notAllowed.body());
		assertEquals(8, Rest.of(HOME, "manager", "SEE_READINESS").get("training/readiness").items().size());
	}
}
