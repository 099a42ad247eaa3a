package org.headcoach.compensation.engine;

import java.io.Serializable;
import java.util.List;

import org.headcoach.shared.BusinessException;

/**
 * Why a plan cannot be published or paid by.
 *
 * @param where the component's name, or the plan's
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

	/** The refusal that says what this problem says; its first argument is where. */
	public BusinessException refusal() {
		var all = new java.util.ArrayList<Object>();
		all.add(where);
		all.addAll(arguments);
		return new BusinessException(key, all.toArray());
	}

	static void refuseFirst(List<Problem> problems) {
		if (!problems.isEmpty()) {
			throw problems.get(0).refusal();
		}
	}
}
