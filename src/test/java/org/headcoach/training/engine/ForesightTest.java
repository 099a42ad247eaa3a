package org.headcoach.training.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongToDoubleFunction;
import java.util.stream.LongStream;

import org.headcoach.training.engine.Foresight.Caution;
import org.headcoach.training.engine.Foresight.Reading;
import org.junit.jupiter.api.Test;

/** Whether a result told how its people did later. */
class ForesightTest {

	private static Map<Long, Double> of(int people, LongToDoubleFunction figure) {
		var map = new HashMap<Long, Double>();
		LongStream.range(0, people).forEach(person -> map.put(person, figure.applyAsDouble(person)));
		return map;
	}

	@Test
	void saysNothingOfNinePeopleAndWarnsOfNineteen() {
		var nine = Foresight.of(of(9, id -> id), of(9, id -> id));
		assertEquals(Reading.NOT_ENOUGH_DATA, nine.reading());
		assertNull(nine.rank());
		assertEquals(Set.of(Caution.TOO_FEW), nine.cautions());
		assertEquals(Set.of(Caution.FEW), Foresight.of(of(19, id -> id), of(19, id -> id)).cautions());
		assertEquals(Set.of(), Foresight.of(of(20, id -> id), of(20, id -> id)).cautions());
	}

	/** Ranks 1 to 10 against 2 1 4 3 6 5 8 7 10 9: the squared differences are ten ones, so 1 − 6·10 / (10·99) = 0.9394. */
	@Test
	void theRankCorrelationIsSpearmansWithFishersInterval() {
		var told = Foresight.of(of(10, id -> id), of(10, id -> id % 2 == 0 ? id + 1 : id - 1));
		assertEquals(0.9394, told.rank(), 0.0001);
		var half = 1.6449 * Math.sqrt(1.06 / 7);
		var z = 0.5 * Math.log(1.9394 / 0.0606);
		assertEquals(Math.tanh(z - half), told.interval().low(), 0.001);
		assertEquals(Math.tanh(z + half), told.interval().high(), 0.001);
		assertEquals(Reading.MORE_WAS_BETTER, told.reading());
		assertEquals(Reading.LESS_WAS_BETTER, Foresight.of(of(10, id -> id), of(10, id -> -id)).reading());
	}

	@Test
	void whoHasNoLaterFigureIsLeftOutAndCounted() {
		var later = of(30, id -> id);
		LongStream.range(20, 30).forEach(later::remove);
		var told = Foresight.of(of(30, id -> id), later);
		assertEquals(20, told.people());
		assertEquals(10, told.without());
		assertTrue(told.cautions().contains(Caution.GONE));
	}

	@Test
	void whereNearlyAllHaveTheSameResultItSaysSoAndWhereAllHaveItNothingElse() {
		assertTrue(Foresight.of(of(20, id -> id < 16 ? 7 : 10), of(20, id -> id)).cautions().contains(Caution.NARROW));
		var same = Foresight.of(of(20, id -> 7), of(20, id -> id));
		assertEquals(Reading.NOT_ENOUGH_DATA, same.reading());
		assertTrue(same.cautions().contains(Caution.SAME));
	}

	/** With a level of 90 %, results that have nothing to do with what came later look certain in one of ten tries. */
	@Test
	void luckLooksCertainAsOftenAsItIsSaidTo() {
		var luck = new Random(5);
		int certain = 0;
		for (int i = 0; i < 2_000; i++) {
			if (Foresight.of(of(25, id -> luck.nextGaussian()), of(25, id -> luck.nextGaussian())).reading() != Reading.CANNOT_TELL) {
				certain++;
			}
		}
		assertTrue(certain > 150 && certain < 260, certain + " of 2000");
	}

	// ------------------------------------------------------------ later work

	private static final YearMonth LAST = YearMonth.of(2026, 10);

	private static LaterWork.Stay since(LocalDate day) {
		var full = new TreeSet<YearMonth>();
		for (var month = YearMonth.from(day.minusDays(1)).plusMonths(1); !month.isAfter(LAST); month = month.plusMonths(1)) {
			full.add(month);
		}
		return new LaterWork.Stay(day, full);
	}

	/** Person 1 is looked at; 2 to 7 have been there for long, convert 2 of 10 a month and sell 1,000. */
	private static LaterWork work(LocalDate started, LaterWork.Worked first) {
		var stays = new HashMap<Long, LaterWork.Stay>();
		stays.put(1L, since(started));
		LongStream.rangeClosed(2, 7).forEach(id -> stays.put(id, since(LocalDate.of(2024, 1, 1))));
		return new LaterWork(stays, (person, month, stage) -> person == 1 ? first.in(person, month, stage) : new LaterWork.Work(10, 2, 1_000), LAST);
	}

	@Test
	void theSixMonthsAfterTheResultCountAndNotItsOwn() {
		var work = work(LocalDate.of(2025, 1, 1), (person, month, stage) -> new LaterWork.Work(10, month.equals(YearMonth.of(2026, 2)) || month.isAfter(YearMonth.of(2026, 8)) ? 10 : 4, 500));
		// 4 of 10 by (6 · 2 + 4) of 70: the person counts among all
		assertEquals(0.4 / (16.0 / 70), work.conversion(1, LocalDate.of(2026, 2, 14), "DISCOVERIES"), 1e-9);
		assertEquals(0.5, work.attainment(1, LocalDate.of(2026, 2, 14)), 1e-9);
	}

	@Test
	void twoMonthsAreTooFewAndSoAreNineCases() {
		var work = work(LocalDate.of(2025, 1, 1), (person, month, stage) -> new LaterWork.Work(1.5, 1, 500));
		assertNull(work.attainment(1, LocalDate.of(2026, 8, 20)), "September and October");
		assertNull(work.conversion(1, LocalDate.of(2026, 2, 1), null), "nine cases in six months");
		assertFalse(Double.isNaN(work.attainment(1, LocalDate.of(2026, 7, 20))));
	}

	@Test
	void theRampIsTheFirstFullMonthWithTheMedianAndOnlyForEarlyResults() {
		var work = work(LocalDate.of(2026, 3, 16), (person, month, stage) -> new LaterWork.Work(0, 0, month.isBefore(YearMonth.of(2026, 7)) ? 900 : 1_000));
		assertEquals(-4.0, work.ramp(1, LocalDate.of(2026, 4, 2)));
		assertNull(work.ramp(1, LocalDate.of(2026, 6, 17)), "more than three months after the first day");
		assertNull(work(LocalDate.of(2026, 6, 1), (person, month, stage) -> new LaterWork.Work(0, 0, 900)).ramp(1, LocalDate.of(2026, 6, 2)), "six months are not over");
	}
}
