package org.headcoach.training;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

import org.headcoach.training.engine.LearningPath;

/**
 * How somebody stands on the own path today.
 *
 * @param ready to sell alone
 * @param done certifications that are held
 */
public record Standing(long personId, boolean ready, int done, List<Stop> stops) implements Serializable {

	/**
	 * @param stage code of the step of the main sales process that it is for; null for the whole of it
	 * @param gate whether it is needed to sell alone
	 * @param lastDay of what is or was held; null for never or for ever
	 * @param planned when a role play is to come; null for none
	 */
	public record Stop(long certificationId, String title, String stage, boolean gate, LearningPath.State state, LocalDate dueOn, boolean late, LocalDate lastDay, LocalDateTime planned) implements Serializable {

		public boolean isHeld() {
			return state == LearningPath.State.DONE;
		}
	}

	public Standing {
		stops = List.copyOf(stops);
	}

	/** What is missing to sell alone. */
	public List<Stop> missing() {
		return stops.stream().filter(stop -> stop.gate() && !stop.isHeld()).toList();
	}
}
