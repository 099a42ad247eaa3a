package org.headcoach.shared.tables;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * How a file is to be read. Found by {@link TableFile#examine}, shown to the person, changed where the guess was wrong,
 * and passed back; it can be remembered per source.
 *
 * @param charset   for CSV only, else null
 * @param delimiter for CSV only, else null
 * @param sheet     for XLSX only, else null
 */
public record TableFormat(Kind kind, Charset charset, Delimiter delimiter, String sheet) {

	/** The kinds of file that can be read and written. */
	public enum Kind {
		CSV, XLSX
	}

	private static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE,
			StandardCharsets.UTF_16BE, Charset.forName("windows-1252"), Charset.forName("windows-1256"));

	public TableFormat {
		Objects.requireNonNull(kind);
		if (kind == Kind.CSV) {
			Objects.requireNonNull(charset);
			Objects.requireNonNull(delimiter);
		} else {
			Objects.requireNonNull(sheet);
		}
	}

	/** A text file in this encoding; a byte order mark is skipped whether it is there or not. */
	public static TableFormat csv(Charset charset, Delimiter delimiter) {
		return new TableFormat(Kind.CSV, charset, delimiter, null);
	}

	/** One sheet of a workbook. */
	public static TableFormat xlsx(String sheet) {
		return new TableFormat(Kind.XLSX, null, null, sheet);
	}

	/** The encodings to offer, the most usual first. */
	public static List<Charset> charsets() {
		return CHARSETS;
	}

	/** The same format with another encoding. */
	public TableFormat withCharset(Charset other) {
		return new TableFormat(kind, other, delimiter, sheet);
	}

	/** The same format with another delimiter. */
	public TableFormat withDelimiter(Delimiter other) {
		return new TableFormat(kind, charset, other, sheet);
	}

	/** The same format with another sheet. */
	public TableFormat withSheet(String other) {
		return new TableFormat(kind, charset, delimiter, other);
	}
}
