package org.headcoach.shared.tables;

import java.util.List;
import java.util.Optional;

/**
 * One line of a table below its header.
 *
 * @param number  where a person finds it: in a CSV file the physical line on which the record starts (the first line of
 *                the file is 1, line breaks inside quotes count), in XLSX the row number
 * @param cells   as many texts as the table has columns, never null, not trimmed; a short line is filled up with empty
 *                texts. Only a line with too many cells has more
 * @param problem why the line as a whole should not be used
 */
public record Line(long number, List<String> cells, Optional<Problem> problem) {

	/** The text of a column, counted from 0. */
	public String cell(int column) {
		return cells.get(column);
	}

	/** True when nothing is wrong with the line as a whole; its cells may still hold wrong values. */
	public boolean isSound() {
		return problem.isEmpty();
	}
}
