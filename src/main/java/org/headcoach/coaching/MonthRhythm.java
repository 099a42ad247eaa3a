package org.headcoach.coaching;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalDateTime;

import org.headcoach.coaching.engine.CoachingDays;
import org.headcoach.coaching.engine.CoachingStep;

/** When what is due in a coaching month, in the company's local time, and what time it is there now. */
public record MonthRhythm(CoachingMonth month, LocalDate dayOne, LocalDate dayTwo, LocalDateTime reviewsDue, LocalDateTime plansDue,
		LocalDateTime directorInspectsUntil, LocalDateTime vpInspectsUntil, LocalDateTime now) implements Serializable {

	static MonthRhythm of(CoachingMonth month, CoachingDays days, LocalDateTime now) {
		return new MonthRhythm(month, days.dayOne(), days.dayTwo(), days.due(CoachingStep.REVIEW), days.due(CoachingStep.PLAN),
				days.due(CoachingStep.DIRECTOR_INSPECTS), days.due(CoachingStep.VP_INSPECTS), now);
	}

	public LocalDate today() {
		return now.toLocalDate();
	}

	/** 1 or 2 on a coaching day, 0 before, 3 after. */
	public int day() {
		if (today().isBefore(dayOne)) {
			return 0;
		}
		return today().equals(dayOne) ? 1 : today().isAfter(dayTwo) ? 3 : 2;
	}

	public boolean isReviewLate() {
		return now.isAfter(reviewsDue);
	}

	public boolean isPlanLate() {
		return now.isAfter(plansDue);
	}
}
