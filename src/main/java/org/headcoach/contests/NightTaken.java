package org.headcoach.contests;

import java.time.LocalDate;

/**
 * The standings of a night are kept, once. Fired inside the transaction that kept them, so that what is posted because of it is posted once as well.
 *
 * @param last whether it is the latest of the nights that were due: of those that were missed only this one is sent
 */
public record NightTaken(long contestId, LocalDate night, boolean last) {
}
