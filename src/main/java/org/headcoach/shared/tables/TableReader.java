package org.headcoach.shared.tables;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

import org.headcoach.shared.BusinessException;
import org.headcoach.shared.tables.LineSource.RawLine;

/**
 * Reads a table line by line, once, from its first line below the header. Blank lines are passed over. A line with too
 * many cells, with bytes that are no text or with an Excel error comes with its {@link Line#problem}; what makes the whole
 * file unusable is refused with a {@link BusinessException}, also in the middle of it.
 */
public final class TableReader implements Iterable<Line>, Iterator<Line>, Closeable {

	private final LineSource source;
	private final TableLimits limits;
	private final List<String> columns;
	private RawLine next;
	private long lines;

	private TableReader(LineSource source, TableLimits limits) throws IOException {
		this.source = source;
		this.limits = limits;
		RawLine header = nextFilled();
		if (header == null) {
			throw new BusinessException("tables.error.empty");
		}
		if (header.cells().length > limits.columns()) {
			throw new BusinessException("tables.error.tooManyColumns", header.number(), limits.columns());
		}
		columns = names(header.cells());
		next = nextFilled();
	}

	/**
	 * Opens a table and reads its header.
	 *
	 * @throws BusinessException when the file cannot be used as this format
	 */
	public static TableReader open(Path path, TableFormat format, TableLimits limits) {
		try {
			return open(path, format, limits,
					format.kind() == TableFormat.Kind.XLSX ? XlsxCheck.of(path, limits) : null);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	static TableReader open(Path path, TableFormat format, TableLimits limits, XlsxCheck check) throws IOException {
		LineSource source = format.kind() == TableFormat.Kind.XLSX ? new XlsxSource(path, format.sheet(), check)
				: new CsvSource(path, format, limits);
		try {
			return new TableReader(source, limits);
		} catch (IOException | RuntimeException e) {
			source.close();
			throw e;
		}
	}

	/**
	 * The names of the columns, each of them once: a repeated name gets a number ({@code Name (2)}), a missing one is
	 * called after its place ({@code Column 3}).
	 */
	public List<String> columns() {
		return columns;
	}

	/** This reader; it can be gone through once. */
	@Override
	public Iterator<Line> iterator() {
		return this;
	}

	@Override
	public boolean hasNext() {
		return next != null;
	}

	/** The next line that is not blank. */
	@Override
	public Line next() {
		if (next == null) {
			throw new NoSuchElementException();
		}
		if (++lines > limits.lines()) {
			throw new BusinessException("tables.error.tooManyLines", limits.lines());
		}
		Line line = line(next);
		try {
			next = nextFilled();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return line;
	}

	/** How much of the file has been read, 0 to 100, for a progress bar. */
	public int percentRead() {
		return next == null ? 100 : source.percentRead();
	}

	/**
	 * This reader, when there is at least one line below the header.
	 *
	 * @throws BusinessException {@code tables.error.headerOnly}
	 */
	public TableReader requireLines() {
		if (next == null && lines == 0) {
			throw new BusinessException("tables.error.headerOnly");
		}
		return this;
	}

	@Override
	public void close() {
		try {
			source.close();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private RawLine nextFilled() throws IOException {
		RawLine row = source.next();
		while (row != null && row.isBlank()) {
			row = source.next();
		}
		return row;
	}

	private Line line(RawLine row) {
		String[] cells = row.cells();
		Problem problem = row.problem();
		int width = columns.size();
		if (cells.length > width) {
			int used = cells.length;
			while (used > width && cells[used - 1].isBlank()) {
				used--;
			}
			cells = Arrays.copyOf(cells, used);
			if (used > width && problem == null) {
				problem = Problem.of("tables.problem.tooManyCells", used, width);
			}
		} else if (cells.length < width) {
			int filled = cells.length;
			cells = Arrays.copyOf(cells, width);
			Arrays.fill(cells, filled, width, "");
		}
		return new Line(row.number(), Collections.unmodifiableList(Arrays.asList(cells)), row.typed(), Optional.ofNullable(problem));
	}

	private static List<String> names(String[] header) {
		List<String> given = new ArrayList<>(header.length);
		for (int i = 0; i < header.length; i++) {
			String name = clean(header[i]);
			given.add(name.isEmpty() ? "Column " + (i + 1) : name);
		}
		Set<String> reserved = new HashSet<>(given);
		Set<String> taken = new HashSet<>();
		List<String> names = new ArrayList<>(header.length);
		for (String name : given) {
			String unique = name;
			for (int n = 2; !taken.add(unique); n++) {
				String numbered = name + " (" + n + ")";
				unique = reserved.contains(numbered) ? name : numbered;
			}
			names.add(unique);
		}
		return List.copyOf(names);
	}

	/** Without the blanks and invisible marks around it, and on one line. */
	private static String clean(String name) {
		int start = 0;
		int end = name.length();
		while (start < end && DateScanner.isFiller(name.charAt(start))) {
			start++;
		}
		while (end > start && DateScanner.isFiller(name.charAt(end - 1))) {
			end--;
		}
		return name.substring(start, end).replaceAll("\\s*[\\r\\n]+\\s*", " ");
	}
}
