package org.headcoach.coaching.engine;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** A sentence of the message bundle and what fills it, in its order. An argument may be null ("not known"). */
public record Sentence(String key, List<Object> arguments) implements Serializable {

	public Sentence {
		arguments = Collections.unmodifiableList(arguments);
	}

	static Sentence of(String key, Object... arguments) {
		return new Sentence(key, Arrays.asList(arguments));
	}
}
