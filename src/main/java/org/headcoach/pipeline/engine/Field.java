package org.headcoach.pipeline.engine;

import java.io.Serializable;
import java.util.List;

/**
 * Something that we want to know about a record and that a column can feed.
 *
 * @param name    stands in mappings and, behind {@code pipeline.import.field.}, in the bundle
 * @param demand  whether the import can do without it
 * @param length  most characters of a text; 0 for everything else
 * @param choices the meanings a {@link FieldType#CHOICE} can have
 */
public record Field(String name, FieldType type, Demand demand, int length, List<String> choices) implements Serializable {

	/** Whether an import can do without the field. */
	public enum Demand {
		OPTIONAL,
		/** A column has to feed it, but a cell may be blank. */
		COLUMN,
		/** Every line has to have it. */
		EVERY_LINE
	}

	static Field text(String name, int length) {
		return new Field(name, FieldType.TEXT, Demand.OPTIONAL, length, List.of());
	}

	static Field of(String name, FieldType type) {
		return new Field(name, type, Demand.OPTIONAL, type == FieldType.ID ? 100 : 0, List.of());
	}

	static Field choice(String name, String... choices) {
		return new Field(name, FieldType.CHOICE, Demand.OPTIONAL, 0, List.of(choices));
	}

	Field inEveryLine() {
		return new Field(name, type, Demand.EVERY_LINE, length, choices);
	}

	Field withColumn() {
		return new Field(name, type, Demand.COLUMN, length, choices);
	}

	public boolean isRequired() {
		return demand != Demand.OPTIONAL;
	}
}
