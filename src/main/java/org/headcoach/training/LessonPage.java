package org.headcoach.training;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

import org.headcoach.training.ClassSession.Was;

/**
 * A session of a class as its learners and its teacher see it.
 *
 * @param attended by whom and when it was written down who was there; null before
 * @param own how the reader was there; null before it is written down, and for who does not learn there
 * @param roll everybody who learns there, for who writes it down; else empty
 */
public record LessonPage(long classId, String className, ClassPage.Lesson lesson, String about, List<CurriculumPage.Material> materials, List<Task> tasks, String attended, Was own, boolean early, List<Roll> roll)
		implements Serializable {

	/** @param state of the reader; null for who does not learn there */
	public record Task(long id, String title, LocalDate dueOn, TaskState state) implements Serializable {
	}

	public record Roll(long personId, String name, Was was) implements Serializable {
	}
}
