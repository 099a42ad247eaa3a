package org.headcoach.home;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * One thing to do or to know today.
 *
 * @param key its text is {@code home.today.item.<key>}, the words of its link {@code home.today.act.<key>}
 * @param arguments what fills the text; {@link Names} are printed up to four, then counted
 * @param link the page where it is done, with the address's query
 * @param state the state chip's kind: done, open, waiting, look, refused
 * @param todo whether it waits for the reader; else it is only to know
 */
public record TodayItem(String key, List<Object> arguments, String link, String state, boolean todo) implements Serializable {

	/** People, by name. */
	public record Names(List<String> names) implements Serializable {

		public Names {
			names = List.copyOf(names);
		}
	}

	public TodayItem {
		arguments = Collections.unmodifiableList(arguments);
	}

	static TodayItem todo(String key, String state, String link, Object... arguments) {
		return new TodayItem(key, Arrays.asList(arguments), link, state, true);
	}

	static TodayItem toKnow(String key, String state, String link, Object... arguments) {
		return new TodayItem(key, Arrays.asList(arguments), link, state, false);
	}
}
