package org.headcoach.notices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HookAddressTest {

	private static final List<String> HOSTS = List.of("hooks.slack.com", "*.webhook.office.com", "*.logic.azure.com", "*.powerplatform.com");

	@ParameterizedTest(name = "{0}")
	@ValueSource(strings = {"https://hooks.slack.com/services/T0/B0/secret", "https://HOOKS.slack.com/services/T0/B0/secret", "https://hooks.slack.com:443/x",
			"https://acme.webhook.office.com/webhookb2/1@2/IncomingWebhook/3/4", "https://prod-12.westeurope.logic.azure.com/workflows/1/triggers/manual/paths/invoke?sig=a",
			"  https://hooks.slack.com/services/T0/B0/secret "})
	void allowsHttpsUnderTheHostsOfTheSettings(String address) {
		assertTrue(HookAddress.allowed(address, HOSTS).isPresent());
	}

	@ParameterizedTest(name = "{0}")
	@ValueSource(strings = {"http://hooks.slack.com/services/T0/B0/secret", "https://hooks.slack.com.evil.example/x", "https://evilhooks.slack.com/x", "https://slack.com/x",
			"https://webhook.office.com/x", "https://.webhook.office.com/x", "https://evilwebhook.office.com/x", "https://127.0.0.1/x", "https://[::1]/x", "https://localhost/x",
			"https://hooks.slack.com:8443/x", "https://hooks.slack.com@evil.example/x", "https://user@hooks.slack.com/x", "https://evil.example/hooks.slack.com",
			"https://evil.example#hooks.slack.com", "https://hooks.slack.com/x#y", "ftp://hooks.slack.com/x", "file:///etc/passwd", "hooks.slack.com/x", "https:hooks.slack.com/x",
			"https://hooks.slack.com\\@evil.example/", "https://hooks.slack.com /x", "", "https://"})
	void refusesEverythingElse(String address) {
		assertFalse(HookAddress.allowed(address, HOSTS).isPresent());
	}

	@Test
	void refusesNothingAtAll() {
		assertFalse(HookAddress.allowed(null, HOSTS).isPresent());
		assertFalse(HookAddress.allowed("https://hooks.slack.com/x", List.of()).isPresent());
	}

	@Test
	void allowsPlainHttpOnlyWhereTheSettingsSaySo() {
		assertTrue(HookAddress.allowed("http://127.0.0.1:8080/hook", List.of("http://127.0.0.1")).isPresent());
		assertFalse(HookAddress.allowed("http://127.0.0.1:8080/hook", List.of("127.0.0.1")).isPresent());
		assertFalse(HookAddress.allowed("https://127.0.0.1/hook", List.of("http://127.0.0.1")).isPresent());
	}

	@Test
	void showsTooLittleToUseIt() {
		assertEquals("hooks.slack.com/…cret", HookAddress.shortened("https://hooks.slack.com/services/T0/B0/secret"));
		assertEquals("…", HookAddress.shortened("no address"));
	}
}
