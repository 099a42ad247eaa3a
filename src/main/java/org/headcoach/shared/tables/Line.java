package org.headcoach.shared.tables;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * One line of a table below its header.
 *
 * @param number  where a person finds it: in a CSV file the physical line on which the record starts (the first line of
 *                the file is 1, line breaks inside quotes count), in XLSX the row number
 * @param cells   as many texts as the table has columns, never null, not trimmed; a short line is filled up with empty
 *                texts. Only a line with too many cells has more
 * @param typed   the places of cells that the file holds as numbers or days and not as text. Theirs is text of our own, with
 *                a decimal point or the year first, so how people write in this column does not matter to it
 * @param problem why the line as a whole should not be used
 */
public record Line(long number, List<String> cells, BitSet typed, Optional<Problem> problem) {

	/** The text of a column, counted from 0. */
	public String cell(int column) {
		return cells.get(column);
	}

	/** True when the file itself says which number or day the cell holds, so that nothing about it can be in doubt. */
	public boolean isTyped(int column) {
		return typed.get(column);
	}

	/** True when nothing is wrong with the line as a whole; its cells may still hold wrong values. */
	public boolean isSound() {
		return problem.isEmpty();
	}
}
