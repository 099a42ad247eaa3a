package org.headcoach.shared.tables;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.headcoach.shared.BusinessException;

/**
 * A file that somebody wants to import: examined by its content, never by its name, so that the person can see how it
 * will be read and change that. From here a {@link TableReader} goes through the lines, {@link DateStyleDetector} and
 * {@link NumberStyleDetector} watch its columns, and {@link DateStyle}, {@link NumberStyle} and {@link YesNo} read the
 * cells.
 */
public final class TableFile {

	private static final int HEAD = 1 << 16;
	private static final int SAMPLE = 1 << 18;
	/** As far as the directory of an old Office file is searched for the mark of encryption. */
	private static final int OFFICE_HEAD = 16 << 20;

	private final Path path;
	private final String name;
	private final TableFormat format;
	private final List<String> sheets;
	private final TableLimits limits;
	private final XlsxCheck check;

	private TableFile(Path path, String name, TableFormat format, List<String> sheets, TableLimits limits,
			XlsxCheck check) {
		this.path = path;
		this.name = name;
		this.format = format;
		this.sheets = sheets;
		this.limits = limits;
		this.check = check;
	}

	/**
	 * Finds out how a file is to be read. The whole file is looked at, but nothing of it is kept.
	 *
	 * @param name the name under which the person knows the file, for messages only
	 * @throws BusinessException when it is no table, holds no line below its header, or goes beyond the limits
	 */
	public static TableFile examine(Path path, String name, TableLimits limits) {
		try {
			long size = Files.size(path);
			if (size == 0) {
				throw new BusinessException("tables.error.empty");
			}
			if (size > limits.bytes()) {
				throw limits.tooLarge();
			}
			byte[] head = head(path, HEAD);
			return starts(head, "PK\3\4") ? workbook(path, name, limits) : text(path, name, head, limits);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** The name under which the person knows the file. */
	public String name() {
		return name;
	}

	/** How the file will be read. */
	public TableFormat format() {
		return format;
	}

	/** The sheets of a workbook to choose from; empty for a text file. */
	public List<String> sheets() {
		return sheets;
	}

	/** The same file, read in another way that a person has chosen. */
	public TableFile as(TableFormat other) {
		if (other.kind() != format.kind()) {
			throw new IllegalArgumentException(format.kind() + " cannot be read as " + other.kind());
		}
		return new TableFile(path, name, other, sheets, limits, check);
	}

	/** Opens the file; the caller closes the reader. */
	public TableReader read() {
		try {
			return TableReader.open(path, format, limits, check);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static TableFile workbook(Path path, String name, TableLimits limits) throws IOException {
		XlsxCheck check = XlsxCheck.of(path, limits);
		List<String> sheets = XlsxSource.sheets(path);
		BusinessException first = null;
		for (String sheet : sheets) {
			TableFile file = new TableFile(path, name, TableFormat.xlsx(sheet), sheets, limits, check);
			try (TableReader reader = file.read()) {
				reader.requireLines();
				return file;
			} catch (BusinessException e) {
				first = first == null ? e : first;
			}
		}
		throw first;
	}

	private static TableFile text(Path path, String name, byte[] head, TableLimits limits) throws IOException {
		refuseKnownKinds(path, name, head);
		Charset charset = CharsetGuess.of(path, head);
		if (charset == null) {
			throw new BusinessException("tables.error.binary", name);
		}
		Delimiter delimiter;
		try (TextFile text = new TextFile(path, charset)) {
			String sample = text.head(SAMPLE);
			if (text.declaredDelimiter() == null && isMarkup(sample)) {
				throw new BusinessException("tables.error.webPage", name);
			}
			delimiter = text.declaredDelimiter() != null ? text.declaredDelimiter()
					: DelimiterGuess.of(sample, sample.length() == SAMPLE);
		}
		TableFile file = new TableFile(path, name, TableFormat.csv(charset, delimiter), List.of(), limits, null);
		try (TableReader reader = file.read()) {
			reader.requireLines();
		}
		return file;
	}

	private static void refuseKnownKinds(Path path, String name, byte[] head) throws IOException {
		if (starts(head, "\u00D0\u00CF\u0011\u00E0")) {
			String office = new String(head(path, OFFICE_HEAD), StandardCharsets.ISO_8859_1);
			String mark = new String("EncryptedPackage".getBytes(StandardCharsets.UTF_16LE),
					StandardCharsets.ISO_8859_1);
			throw new BusinessException(office.contains(mark) ? "tables.error.encrypted" : "tables.error.oldExcel");
		}
		for (String magic : new String[] {"%PDF", "\u0089PNG", "\u00FF\u00D8\u00FF", "GIF8", "\u001F\u008B", "7z\u00BC\u00AF",
				"Rar!", "PK\5\6", "PK\7\b", "\u007FELF", "BZh9", "\u00FD7zXZ"}) {
			if (starts(head, magic)) {
				throw new BusinessException("tables.error.binary", name);
			}
		}
	}

	/** Some systems call a web page or an XML file "Excel". */
	private static boolean isMarkup(String sample) {
		String start = sample.substring(0, Math.min(sample.length(), 256)).strip().toLowerCase(Locale.ROOT);
		return start.startsWith("<?xml") || start.startsWith("<!doctype") || start.startsWith("<html")
				|| start.startsWith("<table") || start.startsWith("<head") || start.startsWith("<meta");
	}

	private static byte[] head(Path path, int limit) throws IOException {
		try (InputStream in = Files.newInputStream(path)) {
			return in.readNBytes(limit);
		}
	}

	private static boolean starts(byte[] head, String magic) {
		if (head.length < magic.length()) {
			return false;
		}
		for (int i = 0; i < magic.length(); i++) {
			if ((head[i] & 0xFF) != magic.charAt(i)) {
				return false;
			}
		}
		return true;
	}
}
