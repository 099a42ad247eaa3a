package org.headcoach.coaching.engine;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.WorkingCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The two coaching days of a month and their four half days. */
class CoachingDaysTest {

	private static final Set<DayOfWeek> MONDAY_TO_FRIDAY = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
	private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

	@ParameterizedTest(name = "K-b figures of {0}, holidays {1}: {2} and {3}")
	@CsvSource({
			"2026-09, '',                      2026-10-01, 2026-10-02",
			"2026-10, '',                      2026-11-02, 2026-11-03",
			"2026-12, 2027-01-01,              2027-01-04, 2027-01-05",
			"2026-11, 2026-12-02 2026-12-03,   2026-12-01, 2026-12-04",
			"2026-04, 2026-05-01,              2026-05-04, 2026-05-05" })
	void areTheFirstTwoWorkingDaysOfTheNextMonth(YearMonth figures, String holidays, LocalDate one, LocalDate two) {
		CoachingDays days = CoachingDays.about(figures, calendar(holidays), BERLIN);
		assertEquals(one, days.dayOne());
		assertEquals(two, days.dayTwo());
		assertEquals(one.atTime(12, 0), days.due(CoachingStep.REVIEW));
		assertEquals(one.atTime(18, 0), days.due(CoachingStep.PLAN));
		assertEquals(two.atTime(12, 0), days.due(CoachingStep.DIRECTOR_INSPECTS));
		assertEquals(two.atTime(18, 0), days.due(CoachingStep.VP_INSPECTS));
	}

	@Test
	void followAWeekThatStartsOnSunday() {
		WorkingCalendar gulf = new WorkingCalendar(EnumSet.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY), Set.of());
		CoachingDays days = CoachingDays.about(YearMonth.of(2026, 10), gulf, ZoneId.of("Asia/Riyadh"));
		assertEquals(LocalDate.of(2026, 11, 1), days.dayOne());
		assertEquals(Instant.parse("2026-11-01T09:00:00Z"), days.dueInstant(CoachingStep.REVIEW));
	}

	@Test
	void doneAtTheDeadlineIsInTimeASecondLaterIsLate() {
		CoachingDays days = CoachingDays.about(YearMonth.of(2026, 10), calendar(""), BERLIN);
		Instant noon = Instant.parse("2026-11-02T11:00:00Z");
		assertFalse(days.isLate(CoachingStep.REVIEW, noon));
		assertTrue(days.isLate(CoachingStep.REVIEW, noon.plusSeconds(1)));
		assertFalse(days.isLate(CoachingStep.PLAN, noon.plusSeconds(1)));
	}

	@Test
	void theCurrentStepMovesOnWithEachDeadline() {
		CoachingDays days = CoachingDays.about(YearMonth.of(2026, 10), calendar(""), BERLIN);
		assertEquals(Optional.of(CoachingStep.REVIEW), days.current(Instant.parse("2026-11-01T00:00:00Z")));
		assertEquals(Optional.of(CoachingStep.PLAN), days.current(Instant.parse("2026-11-02T12:00:00Z")));
		assertEquals(Optional.of(CoachingStep.DIRECTOR_INSPECTS), days.current(Instant.parse("2026-11-02T20:00:00Z")));
		assertEquals(Optional.of(CoachingStep.VP_INSPECTS), days.current(Instant.parse("2026-11-03T12:00:00Z")));
		assertEquals(Optional.empty(), days.current(Instant.parse("2026-11-04T00:00:00Z")));
	}

	@Property
	void kBTheFourHalfDaysAlwaysFollowEachOther(@ForAll @IntRange(min = 2000, max = 2100) int year, @ForAll @IntRange(min = 1, max = 12) int month,
			@ForAll DayOfWeek one, @ForAll DayOfWeek two) {
		CoachingDays days = CoachingDays.about(YearMonth.of(year, month), new WorkingCalendar(EnumSet.of(one, two), Set.of()), BERLIN);
		LocalDateTime last = LocalDateTime.MIN;
		for (CoachingStep step : CoachingStep.values()) {
			assertTrue(days.due(step).isAfter(last));
			last = days.due(step);
		}
		assertTrue(days.dayOne().isAfter(days.figures().atEndOfMonth()) && days.dayTwo().isBefore(days.dayOne().plusDays(8)));
	}

	@Test
	void kBRefusesHalfDaysOutOfOrder() {
		assertThrows(IllegalArgumentException.class, () -> CoachingDays.about(YearMonth.of(2026, 10), calendar(""), BERLIN, LocalTime.of(11, 0)));
		CoachingDays days = CoachingDays.about(YearMonth.of(2026, 10), calendar(""), BERLIN);
		Map<CoachingStep, LocalDateTime> withoutPlan = new HashMap<>(days.due());
		withoutPlan.remove(CoachingStep.PLAN);
		assertThrows(IllegalArgumentException.class, () -> new CoachingDays(days.figures(), days.dayOne(), days.dayTwo(), withoutPlan, BERLIN));
	}

	@Test
	void kBRefusesAStepBeforeTheOnesItRestsOn() {
		assertDoesNotThrow(() -> CoachingStep.REVIEW.requireReached(Set.of()));
		assertDoesNotThrow(() -> CoachingStep.DIRECTOR_INSPECTS.requireReached(Set.of(CoachingStep.REVIEW, CoachingStep.PLAN)));
		BusinessException noReview = assertThrows(BusinessException.class, () -> CoachingStep.PLAN.requireReached(Set.of()));
		assertEquals("coaching.error.stepTooEarly", noReview.key());
		assertEquals(CoachingStep.REVIEW, noReview.arguments().get(1));
		BusinessException noDirector = assertThrows(BusinessException.class,
				() -> CoachingStep.VP_INSPECTS.requireReached(Set.of(CoachingStep.REVIEW, CoachingStep.PLAN)));
		assertEquals(CoachingStep.DIRECTOR_INSPECTS, noDirector.arguments().get(1));
	}

	private static WorkingCalendar calendar(String holidays) {
		Set<LocalDate> days = holidays.isBlank() ? Set.of()
				: Arrays.stream(holidays.split(" ")).map(LocalDate::parse).collect(Collectors.toSet());
		return new WorkingCalendar(MONDAY_TO_FRIDAY, days);
	}
}
