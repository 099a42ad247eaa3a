package org.headcoach.shared.tables;

import org.headcoach.shared.BusinessException;

/**
 * How much a file may ask of the machine. Crossing one is refused with a sentence that names the limit.
 *
 * @param bytes         size of the file
 * @param columns       columns of the table
 * @param cellLength    characters in one cell (Excel's own limit is 32,767)
 * @param lines         lines below the header
 * @param unpackedBytes XLSX: all parts together, unpacked
 * @param sharedBytes   XLSX: the shared texts, which have to be kept in memory while reading
 * @param unpackedRatio XLSX: how many times larger than its packed form a part may become (office files stay below 100,
 *                      bombs come near the format's maximum of 1,032)
 * @param parts         XLSX: files inside the file
 */
public record TableLimits(long bytes, int columns, int cellLength, long lines, long unpackedBytes, long sharedBytes,
		int unpackedRatio, int parts) {

	/** 1 GB, 1,000 columns, 32,767 characters in a cell, any number of lines. */
	public static final TableLimits STANDARD = new TableLimits(1L << 30, 1_000, 32_767, Long.MAX_VALUE, 4L << 30,
			256L << 20, 250, 5_000);

	/** The refusal of a file with more bytes. */
	public BusinessException tooLarge() {
		return new BusinessException("tables.error.tooLarge", bytes >> 20);
	}

	/** The same limits for at most this many lines below the header. */
	public TableLimits withLines(long other) {
		return new TableLimits(bytes, columns, cellLength, other, unpackedBytes, sharedBytes, unpackedRatio, parts);
	}
}
