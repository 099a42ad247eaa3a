package org.headcoach.training;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

import org.headcoach.training.HandIn.Verdict;

/** A task of somebody with everything that was handed in for it, the latest first. */
public record TaskPage(long classId, String className, long taskId, String title, String about, LocalDate dueOn, long personId, String person, TaskState state, boolean own, boolean reviews, List<Turn> turns)
		implements Serializable {

	public record Turn(long id, int version, int no, String words, String address, String fileName, Integer byteSize, LocalDateTime handedInAt, Verdict verdict, String review, LocalDateTime reviewedAt, String reviewedBy)
			implements Serializable {
	}

	/** What waits for a review; null when nothing does. */
	public Turn waiting() {
		return turns.stream().filter(turn -> turn.verdict() == null).findFirst().orElse(null);
	}
}
