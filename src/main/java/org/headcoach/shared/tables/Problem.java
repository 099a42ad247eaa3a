package org.headcoach.shared.tables;

import java.util.List;

/**
 * Why one line or one value cannot be used, while the rest of the file can. The key names a sentence in the
 * {@code tables} bundle, the arguments fill it.
 */
public record Problem(String key, List<Object> arguments) {

	/** Longest piece of a wrong value that is repeated in a message. */
	private static final int SHOWN = 60;

	public Problem {
		arguments = List.copyOf(arguments);
	}

	/** A problem with its arguments in the order of the sentence. */
	public static Problem of(String key, Object... arguments) {
		return new Problem(key, List.of(arguments));
	}

	static Problem withValue(String key, String value) {
		return of(key, value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "\u2026");
	}
}
