package org.headcoach.shared.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.headcoach.shared.BusinessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableWriterTest {

	@TempDir
	private Path folder;

	@Test
	void writesCsvAsExcelOpensItBest() {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (TableWriter writer = TableWriter.csv(out, List.of("Name", "Amount", "Won", "Closed", "At"))) {
			writer.line("Anna, \"A\"", new BigDecimal("-1234.50"), true, LocalDate.of(2026, 3, 31), LocalDateTime.of(2026, 3, 31, 14, 5));
			writer.line("two\nlines", 7, null, null, null);
		}
		assertEquals("\uFEFFName,Amount,Won,Closed,At\r\n\"Anna, \"\"A\"\"\",-1234.50,true,2026-03-31,2026-03-31 14:05:00\r\n"
				+ "\"two\nlines\",7,,,\r\n", out.toString(StandardCharsets.UTF_8));
	}

	@ParameterizedTest(name = "{0} is written as {1}")
	@CsvSource(quoteCharacter = '^', value = {"=1+1,'=1+1", "+49 30 1,'+49 30 1", "-5,'-5", "@SUM(A1),'@SUM(A1)", "＝1+1,'＝1+1",
			"＋1,'＋1", "－1,'－1", "＠x,'＠x", "'=1,''=1", "''=1,'''=1", "'tis,'tis", "a=1,a=1", "' =1,' =1"})
	void keepsTextFromBecomingAFormula(String text, String written) {
		assertEquals(written, FormulaGuard.put(text));
		assertEquals(text, FormulaGuard.remove(written));
	}

	@ParameterizedTest
	@ValueSource(strings = {"\t=1", "\r=1", "\n=1"})
	void keepsWhiteSpaceFromBecomingAFormula(String text) {
		assertEquals("'" + text, FormulaGuard.put(text));
	}

	@ParameterizedTest
	@EnumSource(TableFormat.Kind.class)
	void guardsHeadersAndCellsInEveryKindOfFile(TableFormat.Kind kind) throws IOException {
		Path path = write(kind, List.of("=HYPERLINK(\"http://evil\")", "Amount"), List.of(Arrays.asList("=cmd|' /C calc'!A0", new BigDecimal("-5"))));
		String raw = kind == TableFormat.Kind.CSV ? Files.readString(path) : part(path, "xl/worksheets/sheet1.xml");
		assertTrue(raw.contains(kind == TableFormat.Kind.CSV ? "\"'=HYPERLINK" : "&apos;=HYPERLINK") || raw.contains(">'=HYPERLINK"), raw);
		assertTrue(raw.contains("'=cmd") || raw.contains("&apos;=cmd"), raw);
		assertTrue(raw.contains(kind == TableFormat.Kind.CSV ? ",-5\r\n" : "<v>-5</v>"), raw);
		List<List<String>> read = read(path);
		assertEquals(List.of("=HYPERLINK(\"http://evil\")", "Amount"), read.get(0));
		assertEquals(List.of("=cmd|' /C calc'!A0", "-5"), read.get(1));
	}

	@Test
	void writesTypedCellsIntoAWorkbook() throws IOException {
		Path path = write(TableFormat.Kind.XLSX, List.of("a", "b", "c", "d", "e", "f"), List.of(Arrays.asList("text", new BigDecimal("1.10"),
				LocalDate.of(2026, 3, 31), LocalDateTime.of(2026, 3, 31, 14, 5, 9), true, 12345678901234567L)));
		assertEquals(List.of("text", "1.10", "2026-03-31", "2026-03-31T14:05:09", "true", "12345678901234567"), read(path).get(1));
		String sheet = part(path, "xl/worksheets/sheet1.xml");
		assertTrue(sheet.contains("<pane ySplit=\"1\"") || sheet.contains("ySplit=\"1\""), sheet);
		assertTrue(part(path, "xl/styles.xml").contains("<b/>") || part(path, "xl/styles.xml").contains("<b "), "bold");
	}

	@Test
	void keepsCharactersThatXmlCannotHold() throws IOException {
		String odd = "a\r\nb\u0001c_x0041_ \uD83D\uDE00 \uD800 <&>\"";
		Path path = write(TableFormat.Kind.XLSX, List.of("a"), List.of(List.of(odd)));
		assertEquals(odd, read(path).get(1).get(0));
	}

	@Test
	void refusesTextThatExcelWouldCut() {
		TableWriter writer = TableWriter.xlsx(OutputStream.nullOutputStream(), "Deals", List.of("a"));
		assertEquals("tables.error.cellTooLongForExcel",
				assertThrows(BusinessException.class, () -> writer.line("x".repeat(32_768))).key());
		writer.close();
	}

	@Test
	void refusesACharacterThatTheEncodingLacksAndALineOfAnotherWidth() {
		assertThrows(UncheckedIOException.class, () -> {
			try (TableWriter writer = TableWriter.csv(OutputStream.nullOutputStream(), List.of("a"), Charset.forName("windows-1252"), Delimiter.COMMA)) {
				writer.line("محمد");
			}
		});
		try (TableWriter writer = TableWriter.csv(OutputStream.nullOutputStream(), List.of("a"))) {
			assertThrows(IllegalArgumentException.class, () -> writer.line("1", "2"));
		}
	}

	private Path write(TableFormat.Kind kind, List<String> columns, List<? extends List<?>> lines) throws IOException {
		Path path = Files.createTempFile(folder, "export", "");
		OutputStream out = Files.newOutputStream(path);
		try (TableWriter writer = kind == TableFormat.Kind.CSV ? TableWriter.csv(out, columns) : TableWriter.xlsx(out, "Deals", columns)) {
			lines.forEach(writer::line);
		}
		return path;
	}

	private static List<List<String>> read(Path path) {
		List<List<String>> lines = new ArrayList<>();
		try (TableReader reader = TableFile.examine(path, "export", TableLimits.STANDARD).read()) {
			lines.add(reader.columns());
			reader.forEachRemaining(line -> lines.add(line.cells()));
		}
		return lines;
	}

	private static String part(Path path, String name) throws IOException {
		try (ZipFile zip = new ZipFile(path.toFile())) {
			return new String(zip.getInputStream(new ZipEntry(zip.getEntry(name))).readAllBytes(), StandardCharsets.UTF_8);
		}
	}
}
