package org.headcoach.shared.tables;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.headcoach.shared.BusinessException;

/** The rows of one sheet. One row is held at a time, and besides it the texts that the workbook shares between cells. */
final class XlsxSource implements LineSource {

	private static final String[] NOTHING = {};

	private final ReadableWorkbook workbook;
	private final Stream<Row> stream;
	private final Iterator<Row> rows;
	private final ExcelText text;
	private final long rowCount;
	private long rowsRead;

	XlsxSource(Path path, String sheetName, XlsxCheck check) throws IOException {
		workbook = open(path);
		try {
			Sheet sheet = workbook.findSheet(sheetName)
					.orElseThrow(() -> new BusinessException("tables.error.noSuchSheet", sheetName));
			stream = sheet.openStream();
			rows = stream.iterator();
			rowCount = check.rows(sheet.getId());
			text = new ExcelText(check.isDate1904());
		} catch (BusinessException e) {
			workbook.close();
			throw e;
		} catch (IOException | RuntimeException e) {
			workbook.close();
			throw XlsxCheck.corrupt(e);
		}
	}

	/** The sheets that a person sees in Excel, in its order; all of them when every one is hidden. */
	static List<String> sheets(Path path) throws IOException {
		List<String> visible = new ArrayList<>();
		List<String> all = new ArrayList<>();
		try (ReadableWorkbook workbook = open(path)) {
			workbook.getSheets().forEach(sheet -> {
				all.add(sheet.getName());
				if (sheet.getVisibility() == SheetVisibility.VISIBLE) {
					visible.add(sheet.getName());
				}
			});
		}
		if (all.isEmpty()) {
			throw XlsxCheck.corrupt(null);
		}
		return List.copyOf(visible.isEmpty() ? all : visible);
	}

	private static ReadableWorkbook open(Path path) throws IOException {
		try {
			return new ReadableWorkbook(path.toFile(), new ReadingOptions(true, true));
		} catch (IOException | RuntimeException e) {
			// the check has read every byte, so what fails now is the content and not the disk
			throw XlsxCheck.corrupt(e);
		}
	}

	@Override
	public RawLine next() {
		try {
			if (!rows.hasNext()) {
				return null;
			}
			rowsRead++;
			return raw(rows.next());
		} catch (RuntimeException e) {
			// the reader throws whatever a crooked part makes it stumble over
			throw XlsxCheck.corrupt(e);
		}
	}

	private RawLine raw(Row row) {
		int count = row.getCellCount();
		if (count == 0) {
			return new RawLine(row.getRowNum(), NOTHING, new BitSet(0), null);
		}
		String[] cells = new String[count];
		BitSet typed = new BitSet(count);
		Problem problem = null;
		for (int i = 0; i < count; i++) {
			Cell cell = row.getCell(i);
			cells[i] = cell == null ? "" : content(cell);
			typed.set(i, cell != null && cell.getValue() instanceof BigDecimal);
			if (problem == null && cell != null) {
				problem = problemOf(cell, i + 1);
			}
		}
		return new RawLine(row.getRowNum(), cells, typed, problem);
	}

	private String content(Cell cell) {
		Object value = cell.getValue();
		if (value == null) {
			return "";
		}
		if (value instanceof Boolean) {
			return value.toString();
		}
		if (value instanceof BigDecimal) {
			return text.number(cell.getRawValue(), cell.getDataFormatId(), cell.getDataFormatString());
		}
		return FormulaGuard.remove(ExcelText.unescape(value.toString()));
	}

	private static Problem problemOf(Cell cell, int column) {
		String raw = cell.getRawValue();
		if (cell.getType() == CellType.ERROR || cell.getType() == CellType.FORMULA && isError(raw)) {
			return Problem.of("tables.problem.errorCell", column, raw == null ? "" : raw);
		}
		// a program has written the formula and nobody has computed it yet
		return cell.getType() == CellType.FORMULA && cell.getFormula() != null && raw == null
				? Problem.of("tables.problem.formulaNotComputed", column) : null;
	}

	private static boolean isError(String raw) {
		return raw != null && raw.startsWith("#") && (raw.equals("#N/A") || raw.endsWith("!") || raw.endsWith("?"));
	}

	@Override
	public int percentRead() {
		return rowCount == 0 ? 0 : (int) Math.min(100, rowsRead * 100 / rowCount);
	}

	@Override
	public void close() throws IOException {
		stream.close();
		workbook.close();
	}
}
