package org.headcoach.coaching;

import java.time.LocalDate;

/** Time spent with one rep; the note may be null. */
public record LogCoachingTime(long personId, LocalDate spentOn, int minutes, TimeKind kind, String note) {
}
