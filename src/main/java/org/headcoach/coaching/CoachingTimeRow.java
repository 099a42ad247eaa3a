package org.headcoach.coaching;

import java.io.Serializable;
import java.time.LocalDate;

/** One line of the ledger of coaching time; checkInId names the check-in that it stands for, else null. */
public record CoachingTimeRow(long id, long coachId, String coachName, long personId, String personName, LocalDate spentOn, int minutes, TimeKind kind,
		String note, Long checkInId) implements Serializable {

	/** A check-in's minutes belong to the check-in. */
	public boolean isRemovable() {
		return checkInId == null;
	}
}
