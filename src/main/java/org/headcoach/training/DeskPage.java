package org.headcoach.training;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * A trainer's desk.
 *
 * @param toScore role plays until today with a card of the reader that is not handed in
 * @param open all that are not settled, the earliest first
 * @param settled those of the last 30 days, the latest first
 * @param expiring certificates that end soon or have ended within the last two months and are not renewed
 * @param late people whose next certification was due
 */
public record DeskPage(List<AssessmentRow> toScore, List<AssessmentRow> open, List<AssessmentRow> settled, List<Expiring> expiring, List<Late> late) implements Serializable {

	/** @param appointed whether a role play for it is planned */
	public record Expiring(Holding holding, String person, String title, boolean appointed) implements Serializable {
	}

	public record Late(long personId, String person, long certificationId, String title, LocalDate dueOn, boolean appointed) implements Serializable {
	}
}
