package org.headcoach.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SignInPageIT extends Pages {

	@Test
	void sendsEverybodyWithoutAnAccountToTheSignInPageAndBackAfterwards() {
		open("/coaching/my-team?month=2026-10");
		assertTrue(page.url().contains("/sign-in?then="));
		page.getByLabel("Account name or e-mail").fill("manager");
		page.locator("input[type=password]").fill("demo");
		page.getByText("Sign in", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true)).last().click();
		page.waitForURL("**/coaching/my-team?month=2026-10");
	}

	@Test
	void saysTheSameForAWrongNameAndAWrongPassword() {
		for (var login : new String[] {"manager", "nobody-of-that-name"}) {
			open("/sign-in");
			page.getByLabel("Account name or e-mail").fill(login);
			page.locator("input[type=password]").fill("wrong");
			page.getByText("Sign in", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true)).last().click();
			assertThat(page.getByText("This name and password do not belong together").first()).isVisible();
		}
	}

	@Test
	void isAccessibleAndFitsAPhone() {
		open("/sign-in");
		assertAccessible(page);
		var phone = aWindow(PHONE, 800);
		phone.navigate(url("/sign-in"));
		assertNoSidewaysScroll(phone);
		assertAccessible(phone);
	}
}
