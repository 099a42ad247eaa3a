package org.headcoach.compensation.engine;

import java.io.Serializable;
import java.util.List;

/**
 * Why a plan cannot be published, or what an open eye notices in it.
 *
 * @param where the component's code, empty for the whole plan
 * @param key of the sentence
 * @param arguments what fills it
 */
public record Problem(String where, String key, List<Object> arguments) implements Serializable {

	static Problem of(String key, Object... arguments) {
		return new Problem("", key, List.of(arguments));
	}

	public Problem in(String component) {
		return new Problem(component, key, arguments);
	}
}
