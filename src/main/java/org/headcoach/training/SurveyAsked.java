package org.headcoach.training;

import java.time.LocalDate;
import java.util.Set;

/** These people can answer a survey; {@code again} shortly before it closes. Fired in a transaction; it may be told again. */
public record SurveyAsked(long surveyId, String title, LocalDate closesOn, Set<Long> personIds, boolean again) {

	public SurveyAsked {
		personIds = Set.copyOf(personIds);
	}
}
