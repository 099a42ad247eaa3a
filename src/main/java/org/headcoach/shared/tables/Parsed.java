package org.headcoach.shared.tables;

import java.util.Optional;
import java.util.function.Function;

/**
 * What became of one cell: a value, or nothing because the cell is blank, or a {@link Problem}. Never an exception,
 * because a wrong cell must not stop an import.
 *
 * @param value   the value; null when the cell is blank or wrong
 * @param problem why there is no value; null when the cell is blank or right
 */
public record Parsed<T>(T value, Problem problem) {

	private static final Parsed<?> BLANK = new Parsed<>(null, null);

	@SuppressWarnings("unchecked")
	static <T> Parsed<T> blank() {
		return (Parsed<T>) BLANK;
	}

	static <T> Parsed<T> of(T value) {
		return new Parsed<>(value, null);
	}

	static <T> Parsed<T> wrong(Problem problem) {
		return new Parsed<>(null, problem);
	}

	/** True when the cell holds nothing but white space. */
	public boolean isBlank() {
		return value == null && problem == null;
	}

	/** True when the cell holds something that could not be read. */
	public boolean isWrong() {
		return problem != null;
	}

	/** The value, if there is one. */
	public Optional<T> asOptional() {
		return Optional.ofNullable(value);
	}

	/** The same outcome with the value changed by the function; a blank or wrong cell stays as it is. */
	@SuppressWarnings("unchecked")
	public <R> Parsed<R> map(Function<? super T, ? extends R> change) {
		return value == null ? (Parsed<R>) this : of(change.apply(value));
	}
}
