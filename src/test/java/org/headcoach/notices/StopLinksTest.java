package org.headcoach.notices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NumericChars;

class StopLinksTest {

	private static final String SECRET = "the secret of this installation";

	@Property
	void readsItsOwnTokens(@ForAll @LongRange(min = 0, max = 999_999_999_999L) long account) {
		assertEquals(Optional.of(new StopLinks.Stop(account, "contests")), StopLinks.read(SECRET, StopLinks.token(SECRET, account, "contests")));
	}

	@Property
	void refusesATokenInWhichOneSignIsAnother(@ForAll @IntRange(max = 200) int at, @ForAll @AlphaChars @NumericChars @CharRange(from = '-', to = '.') char sign) {
		var token = new StringBuilder(StopLinks.token(SECRET, 4711L, "contests"));
		var place = at % token.length();
		if (token.charAt(place) != sign) {
			token.setCharAt(place, sign);
			assertEquals(Optional.empty(), StopLinks.read(SECRET, token.toString()));
		}
	}

	@Test
	void refusesATokenOfAnotherInstallation() {
		assertEquals(Optional.empty(), StopLinks.read(SECRET, StopLinks.token("another secret", 7L, "contests")));
	}

	@Test
	void givesEachAccountAndTopicATokenOfItsOwn() {
		assertNotEquals(StopLinks.token(SECRET, 7L, "contests"), StopLinks.token(SECRET, 8L, "contests"));
		assertNotEquals(StopLinks.token(SECRET, 7L, "contests"), StopLinks.token(SECRET, 7L, "pay"));
	}

	@ParameterizedTest(name = "{0}")
	@NullSource
	@ValueSource(strings = {"", ".", "7.contests", "7.contests.", "..", "-1.contests.x", "99999999999999999999.contests.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
	void refusesWhatIsNoToken(String token) {
		assertEquals(Optional.empty(), StopLinks.read(SECRET, token));
	}
}
