package org.headcoach.shared.tables;

/** What stands between two cells of a CSV line. */
public enum Delimiter {

	COMMA(','), SEMICOLON(';'), TAB('\t'), PIPE('|');

	private final char character;

	Delimiter(char character) {
		this.character = character;
	}

	/** The character itself. */
	public char character() {
		return character;
	}

	static Delimiter of(char character) {
		for (Delimiter delimiter : values()) {
			if (delimiter.character == character) {
				return delimiter;
			}
		}
		return null;
	}
}
