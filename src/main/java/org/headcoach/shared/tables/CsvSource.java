package org.headcoach.shared.tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import org.headcoach.shared.BusinessException;

/** The records of a CSV file. Memory does not grow with the file: only one record is held. */
final class CsvSource implements LineSource {

	private final TextFile file;
	private final long size;
	private final TableLimits limits;
	private final RecordHandler handler;
	private final CloseableIterator<RawLine> records;

	CsvSource(Path path, TableFormat format, TableLimits limits) throws IOException {
		this.limits = limits;
		size = Files.size(path);
		file = new TextFile(path, format.charset());
		handler = new RecordHandler(limits, file.linesSkipped());
		records = builder(format.delimiter()).allowUnclosedQuote(false)
				// a quote inside a cell is written twice
				.maxBufferSize(2 * limits.cellLength() + (1 << 16))
				.build(handler, file.reader()).iterator();
	}

	/** A slip of a quote in one cell must not stop the file: {@code "a"b} is read as ab. */
	@SuppressWarnings("removal")
	static CsvReaderBuilder builder(Delimiter delimiter) {
		return CsvReader.builder().fieldSeparator(delimiter.character()).allowExtraCharsAfterClosingQuote(true)
				.skipEmptyLines(true).extraFieldStrategy(FieldMismatchStrategy.IGNORE)
				.missingFieldStrategy(FieldMismatchStrategy.IGNORE);
	}

	@Override
	public RawLine next() throws IOException {
		try {
			return records.hasNext() ? records.next() : null;
		} catch (CsvParseException e) {
			for (Throwable cause = e; cause != null; cause = cause.getCause()) {
				if (cause instanceof BusinessException refusal) {
					throw refusal;
				}
			}
			throw new BusinessException("tables.error.unclosedQuote", handler.line, limits.cellLength());
		}
	}

	@Override
	public int percentRead() {
		return size == 0 ? 100 : (int) Math.min(100, file.bytesRead() * 100 / size);
	}

	@Override
	public void close() throws IOException {
		file.close();
	}

	private static final class RecordHandler extends AbstractBaseCsvCallbackHandler<RawLine> {

		/** A text file says of nothing what it is. */
		private static final BitSet TEXT_ONLY = new BitSet(0);

		private final TableLimits limits;
		private final int linesSkipped;
		private String[] cells = new String[16];
		private int count;
		private Problem problem;
		long line;

		RecordHandler(TableLimits limits, int linesSkipped) {
			this.limits = limits;
			this.linesSkipped = linesSkipped;
			line = linesSkipped + 1L;
		}

		@Override
		protected void handleBegin(long startingLineNumber) {
			line = startingLineNumber + linesSkipped;
			count = 0;
			problem = null;
		}

		@Override
		protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
			if (index >= limits.columns()) {
				throw new BusinessException("tables.error.tooManyColumns", line, limits.columns());
			}
			if (length > limits.cellLength()) {
				throw new BusinessException("tables.error.cellTooLong", line, index + 1, limits.cellLength());
			}
			if (index == cells.length) {
				cells = Arrays.copyOf(cells, 2 * index);
			}
			cells[index] = length == 0 ? "" : FormulaGuard.remove(text(index, buffer, offset, length));
			count = index + 1;
		}

		private String text(int index, char[] buffer, int offset, int length) {
			int end = offset + length;
			for (int i = offset; i < end; i++) {
				char c = buffer[i];
				if (c == 0 || c == TextFile.UNDECODABLE) {
					return mend(index, new String(buffer, offset, length));
				}
			}
			return new String(buffer, offset, length);
		}

		/** Databases refuse the character 0, and the mark of the decoder must not get out. */
		private String mend(int index, String text) {
			boolean undecodable = text.indexOf(TextFile.UNDECODABLE) >= 0;
			problem = Problem.of(undecodable ? "tables.problem.undecodable" : "tables.problem.nulCharacter", index + 1);
			return text.replace(TextFile.UNDECODABLE, '\uFFFD').replace("\0", "");
		}

		@Override
		protected RawLine buildRecord() {
			return new RawLine(line, Arrays.copyOf(cells, count), TEXT_ONLY, problem);
		}
	}
}
