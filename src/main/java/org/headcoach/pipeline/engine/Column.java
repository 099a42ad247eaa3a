package org.headcoach.pipeline.engine;

import java.util.List;

/**
 * A column of a staging table, and of the table that it is merged into.
 *
 * @param fedBy fields of which one has to be mapped, else an import leaves the column of known records as it is;
 *              empty for the identity
 */
public record Column(String name, Type type, List<String> fedBy) {

	/** What the database keeps. */
	public enum Type {
		TEXT, DAY, MOMENT, DECIMAL, WHOLE, PERSON, FLAG
	}

	static Column of(String name, Type type, String... fedBy) {
		return new Column(name, type, List.of(fedBy));
	}
}
