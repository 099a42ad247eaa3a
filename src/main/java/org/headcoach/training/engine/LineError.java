package org.headcoach.training.engine;

import java.io.Serializable;
import java.util.List;

/**
 * What a file says that cannot be a question, and where.
 *
 * @param key of the sentence that says why
 */
public record LineError(int line, String key, List<Object> arguments) implements Serializable {

	static LineError at(int line, String key, Object... arguments) {
		return new LineError(line, key, List.of(arguments));
	}
}
