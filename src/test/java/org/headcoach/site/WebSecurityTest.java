package org.headcoach.site;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebSecurityTest {

	private record Page(int page, int size, long total) implements Paged {
	}

	@ParameterizedTest(name = "fetch site {0}, origin {1}, host {2}, forwarded host {3}: {4}")
	@CsvSource({"same-origin, , app.example, , true", "none, , app.example, , true", "cross-site, https://evil.example, app.example, , false",
		"same-site, https://other.app.example, app.example, , false", ", https://app.example, app.example, , true",
		", https://evil.example, app.example, , false", ", null, app.example, , false", ", https://app.example, 10.0.0.5:8080, app.example, true",
		", https://app.example.evil.example, app.example, , false", ", , app.example, , true"})
	void takesChangesFromItsOwnPagesOnly(String fetchSite, String origin, String host, String forwardedHost, boolean taken) {
		assertEquals(taken, Guard.comesFromHere(fetchSite, origin, host, forwardedHost));
	}

	@ParameterizedTest
	@CsvSource({"/coaching/my-team?month=2026-10, true", "/, true", "//evil.example, false", "https://evil.example, false", "/\\evil.example, false", "'', false"})
	void goesOnToItsOwnPathsOnlyAfterTheSignIn(String path, boolean own) {
		assertEquals(own, SignInView.isOwnPath(path));
	}

	@Test
	void aPathWithALineBreakIsNotOurs() {
		assertEquals(false, SignInView.isOwnPath("/a\r\nSet-Cookie: x"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = {"198.51.100.9; ; 198.51.100.9", "198.51.100.9; 203.0.113.7; 198.51.100.9", "10.0.0.1; 203.0.113.7; 203.0.113.7",
		"10.0.0.1; 6.6.6.6, 203.0.113.7; 203.0.113.7", "10.0.0.1; 203.0.113.7, 10.0.0.2; 203.0.113.7", "10.0.0.1; 10.0.0.2; 10.0.0.1"})
	void believesOnlyItsOwnProxiesAboutTheAddress(String remote, String forwardedFor, String address) {
		assertEquals(address, Address.of(remote, forwardedFor, Set.of("10.0.0.1", "10.0.0.2")));
	}

	@Test
	void readsNameAndPasswordFromBasic() {
		assertArrayEquals(new String[] {"mona", "a:b ü"}, SignIn.basic("basic " + java.util.Base64.getEncoder().encodeToString("mona:a:b ü".getBytes(java.nio.charset.StandardCharsets.UTF_8))));
		assertNull(SignIn.basic("Bearer hc_x"));
		assertNull(SignIn.basic("Basic !!!"));
		assertNull(SignIn.basic("Basic bW9uYQ=="));
		assertNull(SignIn.basic(null));
	}

	@Test
	void thePolicyEndsWithScriptsSoThatTheNonceCanFollow() {
		assertTrue(SecurityHeaders.POLICY.endsWith("script-src 'self'"));
		assertTrue(SecurityHeaders.POLICY.contains("style-src 'self';"));
	}

	@Test
	void pageLinksStayWithinTheList() {
		assertEquals(Map.of("first", 1, "next", 2, "last", 3), PageLinks.links(new Page(1, 50, 101)));
		assertEquals(Map.of("first", 1, "prev", 2, "last", 3), PageLinks.links(new Page(3, 50, 101)));
		assertEquals(Map.of("first", 1, "last", 1), PageLinks.links(new Page(1, 50, 0)));
		assertEquals(Map.of("first", 1, "prev", 1, "last", 1), PageLinks.links(new Page(9, 50, 3)));
	}
}
