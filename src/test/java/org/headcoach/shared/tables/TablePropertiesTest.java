package org.headcoach.shared.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;

class TablePropertiesTest {

	private static final List<String> COLUMNS = List.of("Name", "Note", "Amount");

	private Path file;

	@BeforeTry
	void createFile() throws IOException {
		file = Files.createTempFile("table", "");
	}

	@AfterTry
	void deleteFile() throws IOException {
		Files.delete(file);
	}

	@Property(tries = 150)
	void everyTableIsReadBackFromUnicodeAsItWasWritten(@ForAll @From("table") List<List<String>> table, @ForAll Delimiter delimiter,
			@ForAll @IntRange(max = 2) int unicode) {
		Charset charset = List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE).get(unicode);
		write(TableWriter.csv(open(), COLUMNS, charset, delimiter), table);
		assertEquals(table, read(TableFormat.csv(charset, delimiter)));
		if (!table.isEmpty()) {
			assertEquals(charset, examine().format().charset());
		}
	}

	@Property(tries = 100)
	void everyTableIsReadBackFromAWindowsEncoding(@ForAll @From("westernTable") List<List<String>> table, @ForAll Delimiter delimiter,
			@ForAll boolean arabic) {
		Charset charset = Charset.forName(arabic ? "windows-1256" : "windows-1252");
		List<List<String>> fitting = table.stream().map(line -> line.stream()
				.map(cell -> new String(cell.getBytes(charset), charset)).toList()).toList();
		write(TableWriter.csv(open(), COLUMNS, charset, delimiter), fitting);
		assertEquals(fitting, read(TableFormat.csv(charset, delimiter)));
	}

	@Property(tries = 60)
	void everyTableIsReadBackFromAWorkbook(@ForAll @From("table") List<List<String>> table) {
		write(TableWriter.xlsx(open(), "Deals", COLUMNS), table);
		assertEquals(table, read(TableFormat.xlsx("Deals")));
	}

	/** The guard is put on and taken away exactly, whatever apostrophes the text has of its own. */
	@Property
	void theGuardIsTakenAwayExactly(@ForAll @From("dangerous") String text) {
		String written = FormulaGuard.put(text);
		assertEquals(text, FormulaGuard.remove(written));
		assertTrue(written.isEmpty() || "=+-@\t\r\n＝＋－＠".indexOf(written.charAt(0)) < 0, written);
	}

	@Property(tries = 100)
	void splittingAFileDoesNotMatter(@ForAll @From("table") List<List<String>> table, @ForAll @IntRange(max = 20) int at) {
		int cut = Math.min(at, table.size());
		TableFormat format = TableFormat.csv(StandardCharsets.UTF_8, Delimiter.COMMA);
		List<List<String>> parts = new ArrayList<>();
		for (List<List<String>> part : List.of(table.subList(0, cut), table.subList(cut, table.size()))) {
			write(TableWriter.csv(open(), COLUMNS), part);
			parts.addAll(read(format));
		}
		write(TableWriter.csv(open(), COLUMNS), table);
		assertEquals(read(format), parts);
	}

	@Property(tries = 100)
	void moreLinesDoNotChangeTheDelimiter(@ForAll @Size(min = 1, max = 30) List<@IntRange(max = 9999) Integer> amounts, @ForAll Delimiter delimiter,
			@ForAll @IntRange(min = 1, max = 20) int times) {
		List<List<String>> once = amounts.stream().map(n -> List.of("Deal, no. " + n, "a;b | c", n + "," + n % 10)).toList();
		List<List<String>> often = new ArrayList<>();
		for (int i = 0; i < times; i++) {
			often.addAll(once);
		}
		write(TableWriter.csv(open(), COLUMNS, StandardCharsets.UTF_8, delimiter), often);
		assertEquals(delimiter, examine().format().delimiter());
		assertEquals(often, read(examine().format()));
	}

	@Property
	void everyNumberIsReadBackExactlyInEveryStyle(@ForAll @IntRange(min = -999_999_999, max = 999_999_999) int unscaled, @ForAll @IntRange(max = 6) int scale,
			@ForAll boolean comma, @ForAll boolean arabicDigits, @ForAll @IntRange(max = 3) int group) {
		BigDecimal number = BigDecimal.valueOf(unscaled, scale);
		DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
		symbols.setDecimalSeparator(comma ? ',' : '.');
		symbols.setGroupingSeparator(new char[] {comma ? '.' : ',', ' ', '\'', '\u202F'}[group]);
		symbols.setZeroDigit(arabicDigits ? '\u0660' : '0');
		DecimalFormat format = new DecimalFormat("#,##0.000000", symbols);
		format.setMinimumFractionDigits(scale);
		NumberStyle style = comma ? NumberStyle.DECIMAL_COMMA : NumberStyle.DECIMAL_POINT;
		String text = format.format(number);
		assertEquals(Parsed.of(number), style.parse(text), text);
		assertEquals(Parsed.of(number.negate()), style.parse(number.signum() > 0 ? "(" + text + ")" : text.replace("-", "")), text);
		NumberStyleDetector detector = new NumberStyleDetector();
		detector.add(text);
		assertTrue(List.of(style, NumberStyle.PLAIN, NumberStyle.AMBIGUOUS).contains(detector.finding().style().orElseThrow()), text);
	}

	@Property
	void everyDayIsReadBackAndNeverMistaken(@ForAll @From("day") LocalDate day, @ForAll boolean dayFirst, @ForAll @IntRange(max = 1) int separator) {
		DateStyle style = dayFirst ? DateStyle.EUROPEAN : DateStyle.US;
		char mark = "/-".charAt(separator);
		String text = day.format(DateTimeFormatter.ofPattern(dayFirst ? "d" + mark + "M" + mark + "uuuu" : "M" + mark + "d" + mark + "uuuu"));
		assertEquals(Parsed.of(day), style.parseDate(text, ZoneOffset.UTC));
		assertEquals(Parsed.of(day), DateStyle.ISO.parseDate(day.toString(), ZoneOffset.UTC));
		DateStyleDetector detector = new DateStyleDetector();
		detector.add(text);
		assertEquals(Optional.of(day.getDayOfMonth() <= 12 ? DateStyle.AMBIGUOUS : style), detector.finding().style());
	}

	/** Whatever stands in a cell, reading it ends in a value, nothing or a problem, and never in an exception. */
	@Property(tries = 2_000)
	void noTextBreaksTheParsers(@ForAll @From("wild") String text) {
		for (DateStyle style : DateStyle.values()) {
			style.parseDateTime(text, ZoneOffset.UTC);
		}
		for (NumberStyle style : NumberStyle.values()) {
			Parsed<Amount> parsed = style.parseAmount(text);
			assertTrue(parsed.isBlank() || parsed.isWrong() || parsed.value().number() != null);
		}
		YesNo.parse(text);
		new DateStyleDetector().add(text);
		new NumberStyleDetector().add(text);
	}

	@Provide
	Arbitrary<String> wild() {
		return Arbitraries.strings().withChars("0123456789.,-/: '()%$€TZ+eEaAmMpP٠٣٫٬\u00A0\u200F").ofMaxLength(24);
	}

	@Provide
	Arbitrary<LocalDate> day() {
		return Arbitraries.longs().between(LocalDate.of(1900, 1, 1).toEpochDay(), LocalDate.of(2199, 12, 31).toEpochDay()).map(LocalDate::ofEpochDay);
	}

	@Provide
	Arbitrary<String> dangerous() {
		return Arbitraries.strings().withChars("'=+-@\t\r\n＝＋－＠ab ").ofMaxLength(6);
	}

	@Provide
	Arbitrary<List<List<String>>> table() {
		Arbitrary<String> cell = Arbitraries.oneOf(dangerous(), Arbitraries.strings().withChars("abc,;|\t\"'\r\n éß€محد 名\uD83D\uDE00_x0041_").ofMaxLength(12)
				.filter(TablePropertiesTest::isWellFormed), Arbitraries.strings().withCharRange('\u0001', '~').ofMaxLength(8));
		return tableOf(cell);
	}

	@Provide
	Arbitrary<List<List<String>>> westernTable() {
		return tableOf(Arbitraries.oneOf(dangerous(), Arbitraries.strings().withChars("abc,;|\t\"'\r\n éÈçمحمد").ofMaxLength(12)));
	}

	private static Arbitrary<List<List<String>>> tableOf(Arbitrary<String> cell) {
		// a line of nothing but blanks is no line
		return cell.list().ofSize(COLUMNS.size()).filter(line -> line.stream().anyMatch(text -> !text.isBlank())).list().ofMaxSize(20);
	}

	private static boolean isWellFormed(String text) {
		return StandardCharsets.UTF_16LE.newEncoder().canEncode(text);
	}

	private OutputStream open() {
		try {
			return Files.newOutputStream(file);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static void write(TableWriter writer, List<List<String>> table) {
		try (writer) {
			table.forEach(writer::line);
		}
	}

	private TableFile examine() {
		return TableFile.examine(file, "table", TableLimits.STANDARD);
	}

	private List<List<String>> read(TableFormat format) {
		List<List<String>> lines = new ArrayList<>();
		try (TableReader reader = TableReader.open(file, format, TableLimits.STANDARD)) {
			for (Line line : reader) {
				assertTrue(line.isSound());
				lines.add(line.cells());
			}
		}
		return lines;
	}
}
