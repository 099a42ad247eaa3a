package org.headcoach.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

import org.headcoach.people.RememberedSignIn.Judgement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RememberedSignInTest {

	private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");

	private final RememberedSignIn remembered = new RememberedSignIn("selector", null, "first", NOW, "Chrome on Windows");

	@Test
	void takesTheCurrentSecret() {
		assertEquals(Judgement.GOOD, remembered.judge("first", NOW.plus(Duration.ofDays(29))));
	}

	@Test
	void takesTheReplacedSecretForAMinuteOnly() {
		remembered.replaceSecret("second", NOW);
		assertEquals(Judgement.JUST_REPLACED, remembered.judge("first", NOW.plusSeconds(59)));
		assertEquals(Judgement.STOLEN, remembered.judge("first", NOW.plusSeconds(60)));
		assertEquals(Judgement.GOOD, remembered.judge("second", NOW.plusSeconds(60)));
	}

	@Test
	void aSecretReplacedTwiceIsStolenAtOnce() {
		remembered.replaceSecret("second", NOW);
		remembered.replaceSecret("third", NOW);
		assertEquals(Judgement.STOLEN, remembered.judge("first", NOW));
	}

	@Test
	void isOverThirtyDaysAfterItsLastUse() {
		assertEquals(Judgement.OVER, remembered.judge("first", NOW.plus(Duration.ofDays(30))));
		remembered.replaceSecret("second", NOW.plus(Duration.ofDays(20)));
		assertEquals(Judgement.GOOD, remembered.judge("second", NOW.plus(Duration.ofDays(49))));
	}

	@Test
	void secretsAreLongDifferentAndKnownByTheirHash() {
		var secret = Secrets.create();
		assertEquals(43, secret.length());
		assertNotEquals(secret, Secrets.create());
		assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Secrets.hash("abc"));
		assertTrue(Secrets.same("abc", "abc"));
		assertFalse(Secrets.same("abc", null));
	}

	@Test
	void aTokenEndsByItsDateOrWhenRevoked() {
		var token = new ApiToken(null, "nightly", "hc_text", Set.of(Permission.IMPORT_DATA), NOW, NOW.plus(Duration.ofDays(1)));
		assertTrue(token.isGoodAt(NOW.plus(Duration.ofHours(23))));
		assertFalse(token.isGoodAt(NOW.plus(Duration.ofDays(1))));
		token.revoke(NOW);
		assertFalse(token.isGoodAt(NOW));
		assertEquals(EnumSet.of(Permission.IMPORT_DATA), token.scopes());
	}

	@Test
	void aScopeNarrowsTheRoleAndNeverWidensIt() {
		var narrowed = new Actor(1L, "Mona", AccountRole.MANAGER, 2L, EnumSet.of(Permission.SEE_LINE, Permission.EDIT_ACCOUNTS));
		assertTrue(narrowed.may(Permission.SEE_LINE));
		assertFalse(narrowed.may(Permission.COACH_TEAM));
		assertFalse(narrowed.may(Permission.EDIT_ACCOUNTS));
		assertTrue(narrowed.may(Permission.BE_SIGNED_IN));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36 Edg/130.0 | Edge on Windows",
		"Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1 Version/17.5 Mobile/15E148 Safari/604.1 | Safari on iPhone",
		"Mozilla/5.0 (X11; Linux x86_64; rv:131.0) Gecko/20100101 Firefox/131.0 | Firefox on Linux", "curl/8 | "})
	void callsABrowserAsItsOwnerWould(String userAgent, String name) {
		assertEquals(name, Device.of(userAgent));
	}
}
