package org.headcoach.people;

import java.time.LocalDate;

/**
 * A person's place in the line (role, team, region, superior, employment) is another one from that day on. Fired in the
 * transaction of the change: observers mark work as due and do no more.
 */
public record PositionChanged(long personId, LocalDate from) {
}
