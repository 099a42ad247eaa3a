package org.headcoach.training;

import java.io.Serializable;
import java.util.List;

/**
 * A curriculum as a trainer edits it.
 *
 * @param methodologyNo of the version that it was laid out from
 * @param outdated whether a later version is published
 * @param classes how many have been planned by it
 */
public record CurriculumPage(long id, String title, int methodologyNo, boolean outdated, boolean retired, List<Session> sessions, List<Task> tasks, long classes) implements Serializable {

	/** @param part name of the stage; null for the overview and what the methodology does not have @param teacherKey null for nobody yet */
	public record Session(long id, int version, Long partId, String part, String title, String about, int minutes, String teacherKey, String teacher, List<Material> materials) implements Serializable {
	}

	/** @param address of a page on the web @param words of a text */
	public record Material(long id, MaterialKind kind, String title, String address, String words, String fileName, Integer byteSize) implements Serializable {

		static Material of(TrainingMaterial material) {
			return new Material(material.id(), material.kind(), material.title(), material.address(), material.words(), material.fileName(), material.byteSize());
		}
	}

	/** @param sessionId null: of the whole curriculum */
	public record Task(long id, int version, Long sessionId, String session, String title, String about, int dueDays) implements Serializable {
	}

	public int minutes() {
		return sessions.stream().mapToInt(Session::minutes).sum();
	}

	/** Sessions that nobody teaches yet. */
	public long withoutTeacher() {
		return sessions.stream().filter(session -> session.teacherKey() == null).count();
	}
}
