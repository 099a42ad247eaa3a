package org.headcoach.seeddata;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** One file in the making: comma, UTF-8, quotes only where they are needed, a line feed after every line. */
final class CsvFile {

	private final StringBuilder text = new StringBuilder();
	private final int columns;

	CsvFile(String header) {
		text.append(header).append('\n');
		columns = header.split(",").length;
	}

	/** Adds a line; null is an empty cell. */
	void line(Object... cells) {
		if (cells.length != columns) {
			throw new IllegalArgumentException(cells.length + " cells under " + columns + " headers");
		}
		for (int i = 0; i < cells.length; i++) {
			if (i > 0) {
				text.append(',');
			}
			text.append(cell(cells[i]));
		}
		text.append('\n');
	}

	private static String cell(Object value) {
		String plain = value == null ? "" : value.toString();
		boolean needsQuotes = plain.indexOf(',') >= 0 || plain.indexOf('"') >= 0 || plain.indexOf('\n') >= 0;
		return needsQuotes ? '"' + plain.replace("\"", "\"\"") + '"' : plain;
	}

	void writeTo(Path file) throws IOException {
		Files.writeString(file, text, StandardCharsets.UTF_8);
	}
}
