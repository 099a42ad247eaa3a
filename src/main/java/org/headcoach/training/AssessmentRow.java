package org.headcoach.training;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;

/**
 * A role play in a list.
 *
 * @param score null while it is open
 * @param evaluators their names, those first who have handed in
 * @param ownOpen whether the reader has a card to hand in
 */
public record AssessmentRow(long id, long certificationId, String title, long personId, String person, LocalDateTime meetsAt, String place, Assessment.State state, BigDecimal score, boolean passed,
		List<String> evaluators, int handedIn, boolean ownOpen) implements Serializable {
}
