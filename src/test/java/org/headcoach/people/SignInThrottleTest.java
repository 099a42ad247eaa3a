package org.headcoach.people;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInThrottleTest {

	private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");

	/** So many failures, the newest just now, a second apart. */
	private static List<Instant> failures(int count) {
		var failures = new ArrayList<Instant>();
		for (int i = 0; i < count; i++) {
			failures.add(NOW.minusSeconds(i));
		}
		return failures;
	}

	@ParameterizedTest(name = "{0} failures wait {1} minutes")
	@CsvSource({"0, 0", "4, 0", "5, 1", "6, 2", "7, 4", "8, 8", "9, 15", "40, 15"})
	void waitsLongerAfterEachFailureOfAnAccount(int count, int minutes) {
		var wait = SignInThrottle.waitUntil(failures(count), List.of(), NOW).map(until -> Duration.between(NOW, until));
		assertEquals(minutes == 0 ? Optional.empty() : Optional.of(Duration.ofMinutes(minutes)), wait);
	}

	@Test
	void letsTheNextTryThroughWhenTheWaitIsOver() {
		var failures = failures(5);
		assertEquals(Optional.empty(), SignInThrottle.waitUntil(failures, List.of(), NOW.plus(Duration.ofMinutes(1))));
		assertEquals(Optional.of(NOW.plus(Duration.ofMinutes(1))), SignInThrottle.waitUntil(failures, List.of(), NOW.plusSeconds(59)));
	}

	@Test
	void forgetsFailuresOfAnAccountAfterAnHour() {
		var old = failures(5).stream().map(at -> at.minus(Duration.ofHours(1))).toList();
		assertEquals(Optional.empty(), SignInThrottle.waitUntil(old, List.of(), NOW));
	}

	@Test
	void stopsAnAddressAfterThirtyFailuresUntilOneOfThemIsFifteenMinutesOld() {
		assertEquals(Optional.empty(), SignInThrottle.waitUntil(List.of(), failures(29), NOW));
		assertEquals(Optional.of(NOW.minusSeconds(29).plus(Duration.ofMinutes(15))), SignInThrottle.waitUntil(List.of(), failures(30), NOW));
	}

	@Test
	void theLongerOfBothWaitsCounts() {
		assertEquals(Optional.of(NOW.minusSeconds(29).plus(Duration.ofMinutes(15))), SignInThrottle.waitUntil(failures(5), failures(30), NOW));
	}

	@ParameterizedTest
	@CsvSource({"203.0.113.7, 203.0.113.7", "2001:db8:1:2:3:4:5:6, 20010db800010002/64", "2001:db8:1:2::9, 20010db800010002/64", "::1, 0000000000000000/64"})
	void countsAnIpv6NetworkAsOneAddress(String address, String counted) {
		assertEquals(counted, SignInAttempts.counted(address));
	}
}
