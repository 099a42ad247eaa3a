package org.headcoach.coaching.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.headcoach.coaching.engine.CoachingLoad.Fit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoachingLoadTest {

	@ParameterizedTest(name = "{0}")
	@CsvSource({
			"M3 eight reps need 24 to 32 hours a week, 8, 24, 32",
			"one rep needs 3 to 4, 1, 3, 4",
			"nobody needs nothing, 0, 0, 0"})
	void saysWhatATeamNeeds(String example, int reps, int least, int most) {
		var load = new CoachingLoad(7L * reps, 0, 7);
		assertEquals(least, load.leastHoursAWeek(), example);
		assertEquals(most, load.mostHoursAWeek(), example);
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource({
			"M3 the least that is enough,    8, 1440,  7, 3.0, WITHIN",
			"M3 the most that is asked,      8, 1920,  7, 4.0, WITHIN",
			"a little under,                 8, 1400,  7, 2.9, BELOW",
			"not rounded onto the least,     8, 1428,  7, 2.97, BELOW",
			"not rounded onto the most,      8, 1924,  7, 4.01, ABOVE",
			"more than asked,                8, 2000,  7, 4.2, ABOVE",
			"a month of 31 days,             8, 6590, 31, 3.1, WITHIN",
			"nothing logged,                 5,    0, 30, 0.0, BELOW"})
	void comparesWhatWasGivenWithTheAim(String example, int reps, long minutes, long days, BigDecimal hours, Fit fit) {
		var load = new CoachingLoad(reps * days, minutes, days);
		assertEquals(hours, load.hoursPerRepAndWeek(), example);
		assertEquals(fit, load.fit(), example);
	}

	@Test
	void kDWithoutARepThereIsNoFigure() {
		var load = new CoachingLoad(0, 60, 7);
		assertNull(load.hoursPerRepAndWeek());
		assertEquals(Fit.NOBODY, load.fit());
		assertEquals(new BigDecimal("1.0"), load.hoursAWeek());
	}

	@Test
	void countsBothDays() {
		assertEquals(7, CoachingLoad.between(LocalDate.of(2026, 11, 2), LocalDate.of(2026, 11, 8), 1, 0).days());
		assertEquals(1, CoachingLoad.between(LocalDate.of(2026, 11, 2), LocalDate.of(2026, 11, 2), 1, 0).days());
	}

	@Test
	void refusesTimeWithoutADay() {
		assertThrows(IllegalArgumentException.class, () -> CoachingLoad.between(LocalDate.of(2026, 11, 2), LocalDate.of(2026, 11, 1), 1, 0));
	}
}
