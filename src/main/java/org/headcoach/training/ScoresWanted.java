package org.headcoach.training;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Asks topics above for scores that people were given before they were trained, so that these can be held beside the results of training. Fired in the reader's request; whoever keeps such scores gives them.
 * They leave training only as one figure about many people.
 */
public final class ScoresWanted {

	private final Map<String, Map<Long, Double>> given = new TreeMap<>();

	ScoresWanted() {
	}

	/** @param source one word for whose they are, such as {@code hiring}; pages have a text for it @param byPerson more is better */
	public void give(String source, Map<Long, Double> byPerson) {
		given.computeIfAbsent(source, any -> new HashMap<>()).putAll(byPerson);
	}

	Map<String, Map<Long, Double>> given() {
		return given;
	}
}
