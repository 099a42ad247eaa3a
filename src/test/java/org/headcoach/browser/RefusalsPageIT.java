package org.headcoach.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;

/** Forms that are not taken: whoever sent one learns what happened and how to go on. */
class RefusalsPageIT extends Pages {

	private static final String REFUSED = "This form was not taken";

	@Test
	void aFormWithAWrongTokenEndsInAClearPage() {
		var answer = page.request().post(url("/sign-in"), RequestOptions.create().setForm(FormData.create().set("jakarta.faces.ViewState", "stateless")
				.set("sign-in", "sign-in").set("login", "admin").set("password", "demo").set("token", "wrong")));
		assertEquals(403, answer.status());
		assertTrue(answer.text().contains(REFUSED));
		signIn("admin");
		var signOut = page.request().post(url("/sign-out"), RequestOptions.create().setForm(FormData.create().set("token", "wrong")));
		assertEquals(403, signOut.status());
		assertTrue(signOut.text().contains(REFUSED));
		open("/people/account");
		assertTrue(page.url().endsWith("/people/account"), "Still signed in");
	}

	@Test
	void aFormOfAnotherSiteEndsInAClearPage() {
		signIn("admin");
		var answer = page.request().post(url("/people/company"), RequestOptions.create().setHeader("Sec-Fetch-Site", "cross-site").setForm(FormData.create().set("a", "b")));
		assertEquals(403, answer.status());
		assertTrue(answer.text().contains(REFUSED));
	}

	@Test
	void aFormWhoseSessionIsOverLeadsToTheSignInAndBack() {
		signIn("admin");
		open("/people/company");
		page.context().clearCookies();
		press(page, "#save");
		assertThat(page.locator("main .hc-note")).containsText("was not saved");
		page.locator("#login").fill("admin");
		page.locator("#password").fill("demo");
		press(page, "#act");
		assertEquals(url("/people/company"), page.url());
	}

	@Test
	void aPageThatTheServerNoLongerKnowsIsShownAfreshAndSaysSo() {
		signIn("admin");
		open("/people/company");
		page.evaluate("document.querySelectorAll('input[name=\"jakarta.faces.ViewState\"]').forEach(field => field.value = '12:34')");
		press(page, "#save");
		assertThat(page.locator("#messages")).containsText("was not saved");
	}

	@Test
	void redirectsNameNoHostAndAStrangersHeaderMakesNothingSafe() {
		var answer = page.request().get(url("/people/people"), RequestOptions.create().setMaxRedirects(0).setHeader("X-Forwarded-Proto", "https")
				.setHeader("X-Forwarded-Host", "evil.example"));
		assertEquals(302, answer.status());
		assertEquals("/sign-in?then=%2Fpeople%2Fpeople", answer.headers().get("location"));
		assertNull(answer.headers().get("strict-transport-security"));
	}
}
