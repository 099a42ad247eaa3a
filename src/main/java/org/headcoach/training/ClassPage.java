package org.headcoach.training;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

import org.headcoach.training.ClassSession.Was;

/**
 * A class: its sessions, its people as far as the reader sees them, its practicum. Times are on the clock of the company.
 *
 * @param manages whether the reader plans it
 * @param teaches whether the reader teaches in it
 * @param added titles of sessions that the curriculum has got since, for who plans it
 */
public record ClassPage(long id, String title, long curriculumId, String curriculum, LocalDate startsOn, LocalDate endsOn, String place, String calledOffWhy, ClassState state, boolean manages, boolean teaches, List<String> added,
		List<Lesson> lessons, List<Task> tasks, List<Person> people) implements Serializable {

	/**
	 * A session of the class.
	 *
	 * @param held whether it is written down who was there
	 * @param over whether it has ended
	 * @param there how many were there, of those whom the reader sees
	 * @param attends whether the reader writes down who was there
	 */
	public record Lesson(long id, int version, long sessionId, String title, LocalDateTime starts, LocalDateTime ends, String place, String teacherKey, String teacher, boolean held, boolean over, long there, long of,
			boolean attends) implements Serializable {
	}

	/** @param reviews whether the reader reviews what is handed in for it */
	public record Task(long id, String title, LocalDate dueOn, boolean reviews) implements Serializable {
	}

	/** @param was by session @param tasks by task */
	public record Person(long personId, String name, boolean left, Map<Long, Was> was, Map<Long, TaskState> tasks) implements Serializable {

		/** Sessions at which the person was there. */
		public long there() {
			return was.values().stream().filter(Was::isThere).count();
		}

		public long accepted() {
			return tasks.values().stream().filter(state -> state == TaskState.ACCEPTED).count();
		}
	}

	/** Sessions that are over and nobody has written down who was there. */
	public long unattended() {
		return lessons.stream().filter(lesson -> lesson.over() && !lesson.held()).count();
	}

	public long held() {
		return lessons.stream().filter(Lesson::held).count();
	}

	/** What waits for a review. */
	public long waiting() {
		return people.stream().flatMap(person -> person.tasks().values().stream()).filter(state -> state == TaskState.WAITING).count();
	}
}
