package org.headcoach.hiring.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.headcoach.hiring.engine.Outcomes.Measure;
import org.headcoach.hiring.engine.Outcomes.Sat;
import org.headcoach.hiring.engine.Outcomes.Stay;
import org.headcoach.hiring.engine.Outcomes.Work;
import org.headcoach.hiring.engine.Outcomes.Worked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Five peers who have been there for years win 800, 900, 1,000, 1,100 and 1,200 in every month: their median is 1,000. The hire is person 9, there from March 2026. */
class OutcomesTest {

	private static final YearMonth MARCH = YearMonth.of(2026, 3);
	private static final YearMonth AUGUST = YearMonth.of(2026, 8);

	/** Months 4 to 6 are 900, 1,200 and 1,500 of three times 1,000. The fifth month is the first with the median. 2 of 40 customer-months are lost. */
	@ParameterizedTest(name = "{0} is {1}")
	@CsvSource({"ATTAINMENT, 1.2", "RAMP, -5", "RETENTION, 0.95"})
	void measuresTheFirstSixFullMonths(Measure measure, double outcome) {
		assertEquals(outcome, of(measure, new Stay(MARCH, null, null), AUGUST).byPerson().get(9L), 1e-12);
	}

	@Test
	void whoNeverReachesTheMedianStandsBehindTheSixthMonth() {
		var outcomes = Outcomes.of(Measure.RAMP, Set.of(9L), stays(new Stay(MARCH, null, null)), (person, month) -> new Work(person == 9 ? 999 : 1000, 0, 0), AUGUST);
		assertEquals(Map.of(9L, -7.0), outcomes.byPerson());
	}

	@Test
	void waitsForSixFullMonths() {
		var outcomes = of(Measure.ATTAINMENT, new Stay(MARCH, null, null), YearMonth.of(2026, 7));
		assertEquals(Set.of(9L), outcomes.notYet());
		assertEquals(Map.of(), outcomes.byPerson());
	}

	/** From March 2026 the year is over with February 2027; then 900 a month in the last six are 0.9 of the median. Whose beginnings nobody knows can be measured so. */
	@Test
	void measuresTheLastSixMonthsOfWhoHasBeenThereForAYear() {
		Worked worked = (person, month) -> new Work(person < 9 ? 700 + 100.0 * person : month.isBefore(YearMonth.of(2026, 9)) ? 0 : 900, 0, 0);
		assertEquals(0.9, Outcomes.of(Measure.LASTING, Set.of(9L), stays(new Stay(MARCH, null, null)), worked, YearMonth.of(2027, 2)).byPerson().get(9L), 1e-12);
		assertEquals(Set.of(9L), Outcomes.of(Measure.LASTING, Set.of(9L), stays(new Stay(MARCH, null, null)), worked, YearMonth.of(2027, 1)).notYet());
		assertEquals(Set.of(9L), Outcomes.of(Measure.LASTING, Set.of(9L), stays(new Stay(MARCH, YearMonth.of(2027, 1), null)), worked, YearMonth.of(2027, 2)).left());
	}

	@Test
	void countsWhoLeftBeforeThatApart() {
		assertEquals(Set.of(9L), of(Measure.ATTAINMENT, new Stay(MARCH, YearMonth.of(2026, 7), null), YearMonth.of(2027, 1)).left());
		assertEquals(Set.of(9L), of(Measure.ATTAINMENT, new Stay(MARCH, AUGUST, null), YearMonth.of(2027, 1)).byPerson().keySet());
	}

	@Test
	void saysNothingWithFewerThanFivePeers() {
		var stays = stays(new Stay(MARCH, null, null));
		stays.remove(1L);
		assertEquals(Set.of(9L), Outcomes.of(Measure.ATTAINMENT, Set.of(9L), stays, worked(), AUGUST).unknown());
		assertEquals(Set.of(9L), Outcomes.of(Measure.RAMP, Set.of(9L), stays, worked(), AUGUST).unknown());
	}

	@Test
	void saysNothingOfWhoStaysWithFewerThanTwelveCustomerMonths() {
		assertEquals(Set.of(9L), Outcomes.of(Measure.RETENTION, Set.of(9L), stays(new Stay(MARCH, null, null)), (person, month) -> new Work(0, 1, 0), AUGUST).unknown());
		assertEquals(Set.of(9L), Outcomes.of(Measure.RETENTION, Set.of(9L), stays(new Stay(MARCH, null, null)), (person, month) -> new Work(0, 2, 0), AUGUST).byPerson().keySet());
	}

	/** As before the first import: one empty month in the three, and nothing is said. */
	@Test
	void saysNothingWhereAMonthHasNoFigures() {
		assertEquals(Set.of(9L), Outcomes.of(Measure.ATTAINMENT, Set.of(9L), stays(new Stay(MARCH, null, null)), (person, month) -> new Work(month.getMonthValue() == 7 ? 0 : 900, 0, 0), AUGUST).unknown());
	}

	@Test
	void aNewcomerIsNoPeer() {
		var stays = stays(new Stay(MARCH, null, null));
		stays.put(1L, new Stay(YearMonth.of(2025, 7), null, null));
		assertEquals(Set.of(9L), Outcomes.of(Measure.ATTAINMENT, Set.of(9L), stays, worked(), AUGUST).unknown());
	}

	@Test
	void comparesWithinASegment() {
		var stays = stays(new Stay(MARCH, null, "Enterprise"));
		assertEquals(Set.of(9L), Outcomes.of(Measure.ATTAINMENT, Set.of(9L), stays, worked(), AUGUST).unknown());
		for (long peer = 1; peer <= 5; peer++) {
			stays.put(peer, new Stay(YearMonth.of(2022, 1), null, "Enterprise"));
			stays.put(10 + peer, new Stay(YearMonth.of(2022, 1), null, "Small"));
		}
		assertEquals(1.2, Outcomes.of(Measure.ATTAINMENT, Set.of(9L), stays, (person, month) -> person > 10 ? new Work(9_000, 0, 0) : worked().in(person, month), AUGUST).byPerson().get(9L), 1e-12);
	}

	@Test
	void examsCountAsDistanceFromEverybodysMeanOfTheSameExam() {
		// everybody's mean of the first exam is 70, of the harder second 50; the third has too few
		var first = List.of(new Sat(9, 1, 80), new Sat(11, 1, 60), new Sat(12, 1, 70), new Sat(13, 1, 65), new Sat(14, 1, 75), new Sat(9, 2, 54), new Sat(11, 2, 46), new Sat(12, 2, 50), new Sat(13, 2, 48), new Sat(14, 2, 52),
				new Sat(15, 3, 99));
		var stays = new HashMap<>(stays(new Stay(MARCH, null, null)));
		stays.put(16L, new Stay(MARCH, null, null));
		stays.put(17L, new Stay(MARCH, MARCH, null));
		var outcomes = Outcomes.ofExams(Set.of(9L, 11L, 15L, 16L, 17L), stays, first);
		assertEquals(7, outcomes.byPerson().get(9L), 1e-12);
		assertEquals(-7, outcomes.byPerson().get(11L), 1e-12);
		assertEquals(List.of(Set.of(15L), Set.of(16L), Set.of(17L)), List.of(outcomes.unknown(), outcomes.notYet(), outcomes.left()));
	}

	private static Outcomes of(Measure measure, Stay stay, YearMonth lastMonth) {
		return Outcomes.of(measure, Set.of(9L), stays(stay), worked(), lastMonth);
	}

	private static Map<Long, Stay> stays(Stay ofHire) {
		var stays = new HashMap<Long, Stay>();
		for (long peer = 1; peer <= 5; peer++) {
			stays.put(peer, new Stay(YearMonth.of(2022, 1), null, null));
		}
		stays.put(9L, ofHire);
		return stays;
	}

	private static Worked worked() {
		double[] mrr = {0, 100, 500, 900, 1200, 1500};
		double[] held = {0, 0, 2, 6, 12, 20};
		return (person, month) -> {
			if (person < 9) {
				return new Work(700 + 100.0 * person, 0, 0);
			}
			var at = month.getMonthValue() - 3;
			return new Work(mrr[at], held[at], at == 5 ? 2 : 0);
		};
	}
}
