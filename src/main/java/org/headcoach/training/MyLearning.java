package org.headcoach.training;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

import org.headcoach.training.ClassSession.Was;

/** What somebody learns: sessions to come, tasks, what was missed; over all classes. @param exam that the reader sits now, so that materials are left out; null for none */
public record MyLearning(List<Own> classes, List<Lesson> ahead, List<Lesson> teaching, List<Task> tasks, List<Missed> missed, String exam) implements Serializable {

	/** A class of the reader's. @param there sessions at which the reader was there, of {@code held} */
	public record Own(long id, String title, ClassState state, LocalDate startsOn, LocalDate endsOn, long there, long held, long sessions) implements Serializable {
	}

	/** A session that is to come. */
	public record Lesson(long classId, String className, ClassPage.Lesson lesson, List<CurriculumPage.Material> materials) implements Serializable {
	}

	public record Task(long classId, String className, long taskId, String title, LocalDate dueOn, TaskState state) implements Serializable {
	}

	/** A session that the reader was not at, with what there is to catch up. */
	public record Missed(long classId, ClassPage.Lesson lesson, Was was, List<CurriculumPage.Material> materials) implements Serializable {
	}

	/** The one that comes next; null when there is none. */
	public Lesson next() {
		return ahead.isEmpty() ? null : ahead.get(0);
	}

	/** What the reader has to hand in, the most urgent first. */
	public List<Task> owed() {
		return tasks.stream().filter(task -> task.state().isOwed()).toList();
	}
}
