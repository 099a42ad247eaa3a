package org.headcoach.coaching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.headcoach.coaching.DiagnosesKept.Question;
import org.headcoach.people.Line.Place;
import org.headcoach.people.Role;
import org.headcoach.pipeline.Feed;
import org.headcoach.pipeline.FeedRule;
import org.headcoach.pipeline.Funnel;
import org.headcoach.shared.WorkingCalendar;
import org.junit.jupiter.api.Test;

class DiagnosesKeptTest {

	private static final CoachingMonth MONTH = new CoachingMonth(YearMonth.of(2026, 11));
	private static final WorkingCalendar WEEK = new WorkingCalendar(Set.of(DayOfWeek.MONDAY), Set.of());

	private final DiagnosesKept kept = new DiagnosesKept();

	private static Funnel funnel(String last) {
		return new Funnel(1L, null, true, null, null, List.of(new Funnel.Step("DEMOS", null, Feed.ACTIVITY, "DEMO", FeedRule.ALL, List.of()),
				new Funnel.Step(last, null, Feed.DEALS_WON, null, FeedRule.ALL, List.of())));
	}

	private static Place rep(String segment) {
		return new Place(7, "Amira Nasser", null, Role.REP, null, segment, 1L, "Harbor", 1L, "East", 2L, LocalDate.of(2023, 9, 18), null);
	}

	private static Question question(CoachingMonth month, Funnel funnel, Place rep, WorkingCalendar calendar) {
		return new Question(month, funnel, null, List.of(List.of(rep)), calendar);
	}

	private static MonthDiagnosis diagnosis() {
		return new MonthDiagnosis(MONTH, funnel("CUSTOMERS"), null, List.of());
	}

	@Test
	void theSameQuestionIsAnsweredOnce() {
		var diagnosis = diagnosis();
		kept.keep(question(MONTH, funnel("CUSTOMERS"), rep("SMB"), WEEK), diagnosis);
		assertSame(diagnosis, kept.find(question(MONTH, funnel("CUSTOMERS"), rep("SMB"), WEEK)).orElseThrow());
	}

	@Test
	void whateverItFollowsFromAsksAnew() {
		kept.keep(question(MONTH, funnel("CUSTOMERS"), rep("SMB"), WEEK), diagnosis());
		var holiday = new WorkingCalendar(Set.of(DayOfWeek.MONDAY), Set.of(LocalDate.of(2026, 10, 5)));
		assertEquals(List.of(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
				List.of(kept.find(question(new CoachingMonth(YearMonth.of(2026, 10)), funnel("CUSTOMERS"), rep("SMB"), WEEK)),
						kept.find(question(MONTH, funnel("SIGNED"), rep("SMB"), WEEK)), kept.find(question(MONTH, funnel("CUSTOMERS"), rep("Enterprise"), WEEK)),
						kept.find(question(MONTH, funnel("CUSTOMERS"), rep("SMB"), holiday))));
	}

	@Test
	void whatWasNotAskedForLongestGoesFirst() {
		for (int month = 1; month <= 9; month++) {
			kept.keep(question(new CoachingMonth(YearMonth.of(2026, month)), funnel("CUSTOMERS"), rep("SMB"), WEEK), diagnosis());
			kept.find(question(new CoachingMonth(YearMonth.of(2026, 1)), funnel("CUSTOMERS"), rep("SMB"), WEEK));
		}
		assertTrue(kept.find(question(new CoachingMonth(YearMonth.of(2026, 1)), funnel("CUSTOMERS"), rep("SMB"), WEEK)).isPresent());
		assertTrue(kept.find(question(new CoachingMonth(YearMonth.of(2026, 2)), funnel("CUSTOMERS"), rep("SMB"), WEEK)).isEmpty());
	}
}
