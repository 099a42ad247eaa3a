package org.headcoach.pipeline.engine;

import java.io.Serializable;
import java.util.List;

/**
 * Why a line is not imported. The key names a sentence in the {@code pipeline} or {@code tables} bundle.
 *
 * @param line   as a person finds it in the file
 * @param column the header; null when the line as a whole is meant
 * @param value  what stands there, shortened; null when nothing does
 * @param mend   what was probably meant; null when we cannot tell
 */
public record Rejection(long line, String column, String value, String key, List<Object> arguments, String mend) implements Serializable {

	private static final int SHOWN = 200;

	public Rejection {
		value = value == null || value.length() <= SHOWN ? value : value.substring(0, SHOWN - 1) + "…";
		arguments = List.copyOf(arguments);
	}
}
