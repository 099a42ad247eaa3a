package org.headcoach.shared.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.headcoach.shared.BusinessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableFileTest {

	private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
	private static final Charset WINDOWS_1256 = Charset.forName("windows-1256");
	private static final String ENGLISH = "Deal Name,Amount\r\nBig deal,100\r\nSmall deal,7\r\n";
	private static final String WESTERN = "Name;Ort\r\nJörg Müller;Köln\r\nRenée Lefèvre;Besançon\r\n";
	private static final String ARABIC = "الاسم;المدينة\r\nمحمد العتيبي;الرياض\r\nفاطمة الزهراء;جدة\r\n";

	@TempDir
	private Path folder;

	@ParameterizedTest(name = "{0} with mark {1}")
	@CsvSource({"UTF-8,true", "UTF-8,false", "UTF-16LE,true", "UTF-16LE,false", "UTF-16BE,true", "UTF-16BE,false"})
	void recognisesUnicodeInAnyScript(Charset charset, boolean marked) {
		for (String text : new String[] {ENGLISH, WESTERN, ARABIC, "名前,金額\n佐藤,1\n"}) {
			TableFile file = examine((marked ? "\uFEFF" : "") + text, charset);
			assertEquals(charset, file.format().charset(), text);
			String header = text.substring(0, text.indexOf(text.contains(";") ? ';' : ','));
			assertEquals(header, columns(file).get(0));
		}
	}

	@Test
	void recognisesWindowsEncodingsByTheirLetters() {
		TableFile western = examine(WESTERN, WINDOWS_1252);
		assertEquals(WINDOWS_1252, western.format().charset());
		assertEquals(List.of("Jörg Müller", "Köln"), lines(western).get(0).cells());
		TableFile arabic = examine(ARABIC, WINDOWS_1256);
		assertEquals(WINDOWS_1256, arabic.format().charset());
		assertEquals(List.of("محمد العتيبي", "الرياض"), lines(arabic).get(0).cells());
	}

	@ParameterizedTest
	@ValueSource(strings = {"Café", "Zürich", "€", "Ålesund", "São Paulo", "Señor Núñez", "Größe"})
	void recognisesAFewWesternLettersAmongEnglish(String word) {
		TableFile file = examine(ENGLISH + word + ",5\r\n", WINDOWS_1252);
		assertEquals(WINDOWS_1252, file.format().charset());
		assertEquals(word, lines(file).get(2).cell(0));
	}

	@ParameterizedTest
	@ValueSource(strings = {"محمد", "الرياض", "شركة النور", "دبي"})
	void recognisesAFewArabicWordsAmongEnglish(String word) {
		TableFile file = examine(ENGLISH + word + ",5\r\n", WINDOWS_1256);
		assertEquals(WINDOWS_1256, file.format().charset());
		assertEquals(word, lines(file).get(2).cell(0));
	}

	@Test
	void findsTheFirstAccentInTheLastLineOfALongFile() {
		TableFile file = examine(ENGLISH + "Deal,1\r\n".repeat(200_000) + "Café Müller,5\r\n", WINDOWS_1252);
		assertEquals(WINDOWS_1252, file.format().charset());
		TableFile unicode = examine(ENGLISH + "Deal,1\r\n".repeat(200_000) + "Café Müller,5\r\n", StandardCharsets.UTF_8);
		assertEquals(StandardCharsets.UTF_8, unicode.format().charset());
	}

	@Test
	void readsAgainInTheEncodingThatAPersonChooses() {
		TableFile file = examine(ARABIC, WINDOWS_1256);
		TableFile other = file.as(file.format().withCharset(WINDOWS_1252));
		assertFalse(columns(other).get(0).equals("الاسم"));
		assertEquals("الاسم", columns(other.as(other.format().withCharset(WINDOWS_1256))).get(0));
		assertThrows(IllegalArgumentException.class, () -> file.as(TableFormat.xlsx("Sheet1")));
	}

	@Test
	void marksTheLinesThatTheEncodingCannotRead() {
		TableFile file = examine("Name,Town\nAnna,Köln\nBob,Bonn\n", WINDOWS_1252);
		List<Line> lines = lines(file.as(file.format().withCharset(StandardCharsets.UTF_8)));
		assertEquals(Optional.of(Problem.of("tables.problem.undecodable", 2)), lines.get(0).problem());
		assertEquals("K\uFFFDln", lines.get(0).cell(1));
		assertTrue(lines.get(1).isSound());
	}

	@Test
	void keepsToUnicodeWhenAFewBytesAreBroken() throws IOException {
		byte[] text = ("Name,Town\n" + "Jörg,Köln\n".repeat(50) + "X?,Bonn\n").getBytes(StandardCharsets.UTF_8);
		text[text.length - 7] = (byte) 0xFF;
		TableFile file = examine(text);
		assertEquals(StandardCharsets.UTF_8, file.format().charset());
		assertEquals(1, lines(file).stream().filter(line -> !line.isSound()).count());
	}

	@ParameterizedTest
	@EnumSource(Delimiter.class)
	void recognisesTheDelimiter(Delimiter delimiter) {
		char d = delimiter.character();
		TableFile file = examine(("Name|Amount|Note\nAnna|1|x\nBob|2|y\n").replace('|', d), StandardCharsets.UTF_8);
		assertEquals(delimiter, file.format().delimiter());
		assertEquals(List.of("Bob", "2", "y"), lines(file).get(1).cells());
	}

	@ParameterizedTest(name = "{1}")
	@CsvSource(delimiter = '#', quoteCharacter = '^', value = {
			"SEMICOLON # Name;Amount~Anna;1,50~Bob;2,75",
			"SEMICOLON # Name, first;Amount~Smith, Joe;1,5~Miller, Eve;7",
			"COMMA     # Name,Ids~Anna,1;2;3~Bob,4;5",
			"COMMA     # Name,Ids~Anna,1;2~Bob,4;5",
			"COMMA     # \"Name; all\",\"b; c\"~\"x; y\",1",
			"TAB       # Name\tAmount~Anna, B.\t1,5~Bob, C.\t2,5",
			"PIPE      # a|b|c~1|2,5|3~4|5,5|6",
			"COMMA     # Name~Anna~Bob",
			"COMMA     # Name,Note~Anna,\"a~b~c\"~Bob,\"d,e\"",
	})
	void isNotMisledByDelimitersInsideCells(Delimiter expected, String text) {
		assertEquals(expected, examine(text.replace('~', '\n'), StandardCharsets.UTF_8).format().delimiter());
	}

	@ParameterizedTest
	@ValueSource(strings = {"\n", "\r\n", "\r"})
	void obeysExcelsSeparatorLine(String end) {
		TableFile file = examine("\uFEFFsep=;" + end + "a,b;c" + end + "1,5;2" + end, StandardCharsets.UTF_8);
		assertEquals(Delimiter.SEMICOLON, file.format().delimiter());
		assertEquals(List.of("a,b", "c"), columns(file));
		assertEquals(3, lines(file).get(0).number());
	}

	@Test
	void knowsAFileByItsContentAndNotByItsName() throws IOException {
		Path path = folder.resolve("deals.xlsx");
		Files.writeString(path, ENGLISH);
		assertEquals(TableFormat.Kind.CSV, TableFile.examine(path, "deals.xlsx", TableLimits.STANDARD).format().kind());
	}

	@Test
	void refusesAnEmptyFile() throws IOException {
		assertRefused("tables.error.empty", new byte[0]);
		for (String text : new String[] {"\uFEFF", " \r\n\r\n", "\n", ",,,\n,,,\n"}) {
			assertRefused("tables.error.empty", text.getBytes(StandardCharsets.UTF_8));
		}
	}

	@Test
	void refusesAHeaderWithoutLinesButOpensIt() throws IOException {
		assertRefused("tables.error.headerOnly", "Name,Amount\n\n,\n".getBytes(StandardCharsets.UTF_8));
		Path path = folder.resolve("header.csv");
		Files.writeString(path, "Name,Amount");
		try (TableReader reader = TableReader.open(path, TableFormat.csv(StandardCharsets.UTF_8, Delimiter.COMMA),
				TableLimits.STANDARD)) {
			assertEquals(List.of("Name", "Amount"), reader.columns());
			assertFalse(reader.hasNext());
			assertEquals("tables.error.headerOnly",
					assertThrows(BusinessException.class, reader::requireLines).key());
		}
	}

	@Test
	void refusesWhatIsNoText() throws IOException {
		byte[] noise = new byte[5_000];
		new Random(1).nextBytes(noise);
		assertRefused("tables.error.binary", noise);
		assertRefused("tables.error.binary", bytes("\u0089PNG\r\n\u001A\n\0\0\0\rIHDR"));
		assertRefused("tables.error.binary", bytes("%PDF-1.7\nname,amount\n1,2\n"));
		assertRefused("tables.error.binary", bytes("\u001F\u008B\b\0\0\0\0\0"));
		assertRefused("tables.error.binary", new byte[1_000]);
		assertRefused("tables.error.webPage", bytes("<html><body><table><tr><td>1</td></tr></table>"));
		assertRefused("tables.error.webPage", bytes("<?xml version=\"1.0\"?>\n<Workbook/>"));
	}

	@Test
	void tellsOldExcelFromAPassword() throws IOException {
		String office = "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1" + "\0".repeat(2_000);
		assertRefused("tables.error.oldExcel", bytes(office + "W\0o\0r\0k\0b\0o\0o\0k\0"));
		assertRefused("tables.error.encrypted", bytes(office + "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"));
	}

	@Test
	void refusesAFileOverTheLimitWithoutReadingIt() throws IOException {
		Path path = folder.resolve("huge.csv");
		try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
			file.setLength((1L << 30) + 1);
		}
		BusinessException refusal = assertThrows(BusinessException.class,
				() -> TableFile.examine(path, "huge.csv", TableLimits.STANDARD));
		assertEquals("tables.error.tooLarge", refusal.key());
		assertEquals(List.of(1024L), refusal.arguments());
	}

	@Test
	void refusesAMillionColumns() throws IOException {
		assertRefused("tables.error.tooManyColumns", bytes("c,".repeat(1_000_000) + "c\n1,2\n"));
		assertRefused("tables.error.tooManyColumns", bytes("a,b\n" + "1,".repeat(1_000_000) + "\n"));
	}

	@Test
	void refusesACellThatIsTooLong() throws IOException {
		String longest = "x".repeat(32_767);
		assertEquals(longest, lines(examine("a,b\n1," + longest + "\n", StandardCharsets.UTF_8)).get(0).cell(1));
		BusinessException refusal = assertRefused("tables.error.cellTooLong", bytes("a,b\n1," + longest + "x\n"));
		assertEquals(List.of(2L, 2, 32_767), refusal.arguments());
	}

	@Test
	void refusesAQuoteThatIsNeverClosed() throws IOException {
		BusinessException refusal = assertRefused("tables.error.unclosedQuote", bytes("a,b\n1,2\n\"3,4\n5,6\n"));
		assertEquals(3L, refusal.arguments().get(0));
		Path path = folder.resolve("quote.csv");
		try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path))) {
			out.write(bytes("a,b\n1,2\n\"3,4\n"));
			for (int i = 0; i < 100_000; i++) {
				out.write(bytes("5,6\n"));
			}
		}
		TableFormat format = TableFormat.csv(StandardCharsets.UTF_8, Delimiter.COMMA);
		BusinessException late = assertThrows(BusinessException.class, () -> {
			try (TableReader reader = TableReader.open(path, format, TableLimits.STANDARD)) {
				reader.forEachRemaining(line -> { });
			}
		});
		assertEquals("tables.error.unclosedQuote", late.key());
		assertEquals(3L, late.arguments().get(0));
	}

	@Test
	void refusesMoreLinesThanTheCallerAllows() {
		TableFile file = examine("a,b\n" + "1,2\n".repeat(11), StandardCharsets.UTF_8, TableLimits.STANDARD.withLines(10));
		assertEquals("tables.error.tooManyLines", assertThrows(BusinessException.class, () -> lines(file)).key());
		assertEquals(10, lines(examine("a,b\n" + "1,2\n".repeat(10), StandardCharsets.UTF_8,
				TableLimits.STANDARD.withLines(10))).size());
	}

	@Test
	void namesEveryColumnOnce() {
		TableFile file = examine("Name,,Name, Name ,Name (2),\"Close\ndate\",\u00A0\n1,2,3,4,5,6,7\n", StandardCharsets.UTF_8);
		assertEquals(List.of("Name", "Column 2", "Name (3)", "Name (4)", "Name (2)", "Close date", "Column 7"),
				columns(file));
	}

	@Test
	void numbersLinesAsAnEditorDoes() {
		TableFile file = examine("\nName,Note\r\n\r\nAnna,\"one\ntwo\r\nthree\"\r\n,\r\n   \r\nBob,\"say \"\"hi\"\"\"\r\n",
				StandardCharsets.UTF_8);
		List<Line> lines = lines(file);
		assertEquals(List.of(4L, 9L), lines.stream().map(Line::number).toList());
		assertEquals("one\ntwo\r\nthree", lines.get(0).cell(1));
		assertEquals("say \"hi\"", lines.get(1).cell(1));
	}

	@Test
	void fillsShortLinesAndMarksLongOnes() {
		List<Line> lines = lines(examine("a,b,c\n1\n1,2,3,,\n1,2,3,4\n5,6,7\n", StandardCharsets.UTF_8));
		assertEquals(List.of("1", "", ""), lines.get(0).cells());
		assertTrue(lines.get(0).isSound());
		assertEquals(List.of("1", "2", "3"), lines.get(1).cells());
		assertTrue(lines.get(1).isSound());
		assertEquals(List.of("1", "2", "3", "4"), lines.get(2).cells());
		assertEquals(Optional.of(Problem.of("tables.problem.tooManyCells", 4, 3)), lines.get(2).problem());
		assertTrue(lines.get(3).isSound());
	}

	@Test
	void marksALineWithTheCharacterZero() {
		List<Line> lines = lines(examine("a,b\n" + "some,text\n".repeat(20) + "x\0y,2\n", StandardCharsets.UTF_8));
		assertEquals(Optional.of(Problem.of("tables.problem.nulCharacter", 1)), lines.get(20).problem());
		assertEquals(List.of("xy", "2"), lines.get(20).cells());
	}

	@Test
	void acceptsQuotesThatStandInTheMiddle() {
		List<Line> lines = lines(examine("a,b\n5\" pipe,\"x\"y\n", StandardCharsets.UTF_8));
		assertEquals(List.of("5\" pipe", "xy"), lines.get(0).cells());
	}

	@Test
	void tellsHowFarItHasRead() {
		TableFile file = examine("a,b\n" + "some text,2\n".repeat(100_000), StandardCharsets.UTF_8);
		try (TableReader reader = file.read()) {
			int last = reader.percentRead();
			assertTrue(last < 50, () -> "starts low");
			while (reader.hasNext()) {
				reader.next();
				assertTrue(reader.percentRead() >= last);
				last = reader.percentRead();
			}
			assertEquals(100, last);
		}
	}

	private BusinessException assertRefused(String key, byte[] content) throws IOException {
		Path path = Files.createTempFile(folder, "refused", "");
		Files.write(path, content);
		BusinessException refusal = assertThrows(BusinessException.class,
				() -> TableFile.examine(path, "export.csv", TableLimits.STANDARD).read().forEachRemaining(line -> { }));
		assertEquals(key, refusal.key());
		return refusal;
	}

	private TableFile examine(String text, Charset charset) {
		return examine(text, charset, TableLimits.STANDARD);
	}

	private TableFile examine(String text, Charset charset, TableLimits limits) {
		try {
			Path path = Files.createTempFile(folder, "table", "");
			Files.write(path, text.getBytes(charset));
			return TableFile.examine(path, "export.csv", limits);
		} catch (IOException e) {
			throw new AssertionError(e);
		}
	}

	private TableFile examine(byte[] content) throws IOException {
		Path path = Files.createTempFile(folder, "table", "");
		Files.write(path, content);
		return TableFile.examine(path, "export.csv", TableLimits.STANDARD);
	}

	private static List<String> columns(TableFile file) {
		try (TableReader reader = file.read()) {
			return reader.columns();
		}
	}

	private static List<Line> lines(TableFile file) {
		List<Line> lines = new ArrayList<>();
		try (TableReader reader = file.read()) {
			reader.forEachRemaining(lines::add);
		}
		return lines;
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.ISO_8859_1);
	}
}
