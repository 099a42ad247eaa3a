package org.headcoach.notices;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PausesTest {

	@ParameterizedTest(name = "after try {0}: {1}")
	@CsvSource({"1, PT1M", "2, PT5M", "3, PT15M", "4, PT1H", "5, PT3H", "6, PT6H", "7, PT12H"})
	void growsFromTryToTry(int tries, Duration pause) {
		assertEquals(Optional.of(pause), Pauses.after(tries, null));
	}

	@Test
	void endsAfterTheEighthTry() {
		assertEquals(Optional.empty(), Pauses.after(8, null));
		assertEquals(Optional.empty(), Pauses.after(8, Duration.ofMinutes(1)));
	}

	@Test
	void lastsLessThanADayAltogether() {
		assertEquals(Duration.ofHours(22).plusMinutes(21), IntStream.range(1, Pauses.MOST_TRIES).mapToObj(tries -> Pauses.after(tries, null).orElseThrow()).reduce(Duration.ZERO, Duration::plus));
	}

	@ParameterizedTest(name = "asked for {0} after the second try: {1}")
	@CsvSource({"PT30S, PT5M", "PT5M, PT5M", "PT40M, PT40M", "PT24H, PT24H", "PT25H, PT5M"})
	void waitsAsLongAsTheOtherSideAsksButNotForDays(Duration asked, Duration pause) {
		assertEquals(Optional.of(pause), Pauses.after(2, asked));
	}
}
