package org.headcoach.shared.tables;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.headcoach.shared.BusinessException;

/**
 * Writes a table line by line into a stream, without keeping it. A cell is a {@link String}, a {@link BigDecimal} or
 * whole number, a {@link LocalDate}, a {@link LocalDateTime}, a {@link Boolean}, or null for nothing. Text that a
 * spreadsheet would run as a formula gets a leading apostrophe, which {@link TableReader} takes away again; a negative
 * number stays a number. Closing the writer completes the table and closes the stream.
 */
public abstract sealed class TableWriter implements Closeable {

	private final int columns;

	private TableWriter(List<String> columns) {
		this.columns = columns.size();
	}

	/** CSV as Excel opens it best: UTF-8 with its mark, commas, lines that end with CR LF (RFC 4180). */
	public static TableWriter csv(OutputStream out, List<String> columns) {
		return csv(out, columns, StandardCharsets.UTF_8, Delimiter.COMMA);
	}

	/**
	 * CSV in another encoding. A character that the encoding does not have fails the writing rather than being lost;
	 * Unicode encodings begin with a byte order mark.
	 */
	public static TableWriter csv(OutputStream out, List<String> columns, Charset charset, Delimiter delimiter) {
		return unchecked(() -> new Csv(out, columns, charset, delimiter));
	}

	/** XLSX with one sheet, its header bold and always in sight, numbers and dates as such. */
	public static TableWriter xlsx(OutputStream out, String sheet, List<String> columns) {
		return unchecked(() -> new Xlsx(out, sheet, columns));
	}

	/** Writes one line; as many cells as there are columns. */
	public void line(List<?> cells) {
		if (cells.size() != columns) {
			throw new IllegalArgumentException(cells.size() + " cells for " + columns + " columns");
		}
		unchecked(() -> {
			write(cells);
			return null;
		});
	}

	/** Writes one line; as many cells as there are columns. */
	public void line(Object... cells) {
		line(Arrays.asList(cells));
	}

	@Override
	public void close() {
		unchecked(() -> {
			finish();
			return null;
		});
	}

	abstract void write(List<?> cells) throws IOException;

	abstract void finish() throws IOException;

	private static BigDecimal exact(Number number) {
		if (number instanceof BigDecimal decimal) {
			return decimal;
		}
		if (number instanceof Integer || number instanceof Long || number instanceof Short || number instanceof Byte) {
			return BigDecimal.valueOf(number.longValue());
		}
		if (number instanceof BigInteger whole) {
			return new BigDecimal(whole);
		}
		if (number instanceof Double || number instanceof Float) {
			return new BigDecimal(number.toString());
		}
		throw new IllegalArgumentException(number.getClass().getName());
	}

	private interface Step<T> {
		T run() throws IOException;
	}

	private static <T> T unchecked(Step<T> step) {
		try {
			return step.run();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static final class Csv extends TableWriter {

		/** Alone on its line an empty cell must be quoted, or the line would be no line. */
		private static final QuoteStrategy EMPTY_ALONE = new QuoteStrategy() {
			@Override
			public boolean quoteNull(int line, int field) {
				return field == 0;
			}

			@Override
			public boolean quoteEmpty(int line, int field) {
				return field == 0;
			}
		};
		private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

		private final CsvWriter csv;

		Csv(OutputStream out, List<String> columns, Charset charset, Delimiter delimiter) throws IOException {
			super(columns);
			Writer text = new BufferedWriter(new OutputStreamWriter(out, charset.newEncoder()), 1 << 16);
			if (charset.name().startsWith("UTF-")) {
				text.write('\uFEFF');
			}
			csv = CsvWriter.builder().fieldSeparator(delimiter.character()).quoteStrategy(EMPTY_ALONE).build(text);
			write(columns);
		}

		@Override
		void write(List<?> cells) {
			CsvWriter.CsvWriterRecord line = csv.writeRecord();
			for (Object cell : cells) {
				line.writeField(text(cell));
			}
			line.endRecord();
		}

		private static String text(Object cell) {
			if (cell == null) {
				return "";
			}
			if (cell instanceof Number number) {
				return exact(number).toPlainString();
			}
			if (cell instanceof LocalDateTime moment) {
				return moment.format(MOMENT);
			}
			return cell instanceof LocalDate || cell instanceof Boolean ? cell.toString()
					: FormulaGuard.put(cell.toString());
		}

		@Override
		void finish() throws IOException {
			csv.close();
		}
	}

	private static final class Xlsx extends TableWriter {

		private static final int LONGEST_CELL = 32_767;
		/** Excel numbers carry no more; longer ones are written as text so that no digit is lost. */
		private static final int MOST_DIGITS = 15;
		private static final int LINES_IN_MEMORY = 500;

		private final OutputStream out;
		private final Workbook workbook;
		private final Worksheet sheet;
		private int row;

		Xlsx(OutputStream out, String name, List<String> columns) throws IOException {
			super(columns);
			this.out = out;
			workbook = new Workbook(out, "Headcoach", null);
			sheet = workbook.newWorksheet(name);
			sheet.freezePane(0, 1);
			write(columns);
			if (!columns.isEmpty()) {
				sheet.range(0, 0, 0, columns.size() - 1).style().bold().set();
			}
		}

		@Override
		void write(List<?> cells) throws IOException {
			if (row == Worksheet.MAX_ROWS) {
				throw new BusinessException("tables.error.tooManyLinesForExcel", Worksheet.MAX_ROWS - 1);
			}
			for (int column = 0; column < cells.size(); column++) {
				write(column, cells.get(column));
			}
			row++;
			if (row % LINES_IN_MEMORY == 0) {
				sheet.flush();
			}
		}

		private void write(int column, Object cell) {
			if (cell instanceof Number given) {
				BigDecimal number = exact(given);
				if (number.precision() <= MOST_DIGITS) {
					sheet.value(row, column, number);
				} else {
					sheet.inlineString(row, column, number.toPlainString());
				}
			} else if (cell instanceof LocalDate date) {
				sheet.value(row, column, date);
				sheet.style(row, column).format("yyyy-mm-dd").set();
			} else if (cell instanceof LocalDateTime moment) {
				sheet.value(row, column, moment);
				sheet.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
			} else if (cell instanceof Boolean flag) {
				sheet.value(row, column, flag);
			} else if (cell != null && !cell.toString().isEmpty()) {
				String text = ExcelText.escape(FormulaGuard.put(cell.toString()));
				if (text.length() > LONGEST_CELL) {
					throw new BusinessException("tables.error.cellTooLongForExcel", row + 1, column + 1, LONGEST_CELL);
				}
				sheet.inlineString(row, column, text);
			}
		}

		@Override
		void finish() throws IOException {
			workbook.close();
			out.close();
		}
	}
}
