package org.headcoach.coaching;

import java.io.Serializable;
import java.time.LocalDate;

/** A check-in that was held: its minutes count as coaching time of whoever notes it. */
public record HoldCheckIn(long planId, LocalDate heldOn, String note, int minutes) implements Serializable {
}
