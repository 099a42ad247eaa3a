package org.headcoach.shared.tables;

import java.io.Closeable;
import java.io.IOException;
import java.util.BitSet;

/** Where the lines of a table come from: the rows of a file as they stand in it, blank ones and the header included. */
interface LineSource extends Closeable {

	/** The next row, or null at the end. */
	RawLine next() throws IOException;

	/** How much of the file has been read, 0 to 100. */
	int percentRead();

	/** A row before it is compared with the header, with the places of its {@link Line#typed}; the problem is null when there is none. */
	record RawLine(long number, String[] cells, BitSet typed, Problem problem) {

		boolean isBlank() {
			for (String cell : cells) {
				if (!cell.isBlank()) {
					return false;
				}
			}
			return problem == null;
		}
	}
}
