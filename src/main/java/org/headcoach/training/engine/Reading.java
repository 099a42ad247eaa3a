package org.headcoach.training.engine;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

import org.headcoach.shared.BusinessException;

/** What a file of questions holds: those that can be read, and a line-numbered error for each that cannot. */
public record Reading(List<Found> questions, List<LineError> errors) implements Serializable {

	/**
	 * @param line at which the question begins
	 * @param files of its pictures, as far as the file brings them
	 */
	public record Found(int line, Question question, List<PictureFile> files) implements Serializable {
	}

	/** Gathers while a file is read. */
	static final class Gathering {

		private final List<Found> questions = new ArrayList<>();
		private final List<LineError> errors = new ArrayList<>();

		/** Adds the question, or the reason why it is none. */
		void add(int line, Supplier<Question> question) {
			found(line, () -> new Found(line, question.get(), List.of()));
		}

		/** The same with the files of its pictures. */
		void found(int line, Supplier<Found> found) {
			try {
				questions.add(found.get());
			} catch (Unreadable e) {
				errors.add(e.error);
			} catch (BusinessException e) {
				errors.add(new LineError(line, e.key(), e.arguments()));
			}
		}

		void error(int line, String key, Object... arguments) {
			errors.add(LineError.at(line, key, arguments));
		}

		Reading end() {
			return new Reading(List.copyOf(questions), errors.stream().sorted(Comparator.comparing(LineError::line)).toList());
		}
	}

	/** A question that cannot be read, with a line that says more than where it begins. */
	static final class Unreadable extends RuntimeException {

		private static final long serialVersionUID = 1L;

		private final transient LineError error;

		Unreadable(int line, String key, Object... arguments) {
			super(key);
			error = LineError.at(line, key, arguments);
		}
	}
}
