package org.headcoach.shared.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.headcoach.shared.BusinessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks are built here part by part, since no library would write the crooked ones. */
class WorkbookTest {

	private static final String HEADER = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Name</t></is></c>"
			+ "<c r=\"B1\" t=\"inlineStr\"><is><t>Value</t></is></c></row>";

	@TempDir
	private Path folder;

	@ParameterizedTest(name = "{0} {1} reads {2}")
	@CsvSource(delimiter = '|', quoteCharacter = '^', value = {
			"number             | <c r=\"B2\"><v>1.1</v></c>                               | 1.1",
			"binary noise       | <c r=\"B2\"><v>1.1000000000000001</v></c>                | 1.1",
			"more noise         | <c r=\"B2\"><v>0.30000000000000004</v></c>               | 0.3",
			"exponent           | <c r=\"B2\"><v>1.5E+3</v></c>                            | 1500",
			"small              | <c r=\"B2\"><v>1E-7</v></c>                              | 0.0000001",
			"long id            | <c r=\"B2\"><v>1234567890123456789</v></c>               | 1234567890123456789",
			"absurd             | <c r=\"B2\"><v>1E999999999</v></c>                       | 1E999999999",
			"negative           | <c r=\"B2\"><v>-5</v></c>                                | -5",
			"true               | <c r=\"B2\" t=\"b\"><v>1</v></c>                         | true",
			"false              | <c r=\"B2\" t=\"b\"><v>0</v></c>                         | false",
			"shared text        | <c r=\"B2\" t=\"s\"><v>1</v></c>                         | second &",
			"rich text          | <c r=\"B2\" t=\"s\"><v>2</v></c>                         | bold plain",
			"inline text        | <c r=\"B2\" t=\"inlineStr\"><is><t>a_x0041_b</t></is></c>| aAb",
			"date               | <c r=\"B2\" s=\"1\"><v>46112</v></c>                     | 2026-03-31",
			"date and time      | <c r=\"B2\" s=\"2\"><v>46112.604166666664</v></c>        | 2026-03-31T14:30:00",
			"own date format    | <c r=\"B2\" s=\"3\"><v>46112</v></c>                     | 2026-03-31",
			"duration           | <c r=\"B2\" s=\"4\"><v>1.5</v></c>                       | 36:00:00",
			"red number         | <c r=\"B2\" s=\"5\"><v>46112</v></c>                     | 46112",
			"time               | <c r=\"B2\" s=\"6\"><v>0.5</v></c>                       | 12:00:00",
			"day 60             | <c r=\"B2\" s=\"1\"><v>61</v></c>                        | 1900-03-01",
			"day 1              | <c r=\"B2\" s=\"1\"><v>1</v></c>                         | 1900-01-01",
			"formula, number    | <c r=\"B2\"><f>1+1</f><v>2</v></c>                       | 2",
			"formula, date      | <c r=\"B2\" s=\"1\"><f>TODAY()</f><v>46112</v></c>       | 2026-03-31",
			"formula, text      | <c r=\"B2\" t=\"str\"><f>A1</f><v>done</v></c>           | done",
			"formula, yes       | <c r=\"B2\" t=\"b\"><f>TRUE()</f><v>1</v></c>            | true",
			"formula, empty     | <c r=\"B2\" t=\"str\"><f>\"\"</f><v></v></c>             | ^^",
	})
	void readsWhatExcelShows(String what, String cell, String expected) throws IOException {
		Line line = lines(workbook(HEADER + row(2, "<c r=\"A2\" t=\"inlineStr\"><is><t>x</t></is></c>" + cell))).get(0);
		assertEquals(List.of("x", expected), line.cells());
		assertTrue(line.isSound());
	}

	@Test
	void onlyNumbersAndDaysAreTyped() throws IOException {
		Line line = lines(workbook(HEADER.replace("</row>", "<c r=\"C1\" t=\"str\"><v>Third</v></c><c r=\"D1\" t=\"str\"><v>Fourth</v></c>"
				+ "<c r=\"E1\" t=\"str\"><v>Fifth</v></c></row>") + row(2, "<c r=\"A2\" t=\"inlineStr\"><is><t>102.875</t></is></c>"
				+ "<c r=\"B2\"><f>823/8</f><v>102.875</v></c><c r=\"C2\" s=\"1\"><v>46085</v></c><c r=\"D2\" t=\"str\"><f>TEXT(B2,0)</f><v>102.875</v></c>"))).get(0);
		assertEquals(List.of("102.875", "102.875", "2026-03-04", "102.875", ""), line.cells());
		assertEquals(List.of(false, true, true, false, false), IntStream.range(0, 5).mapToObj(line::isTyped).toList());
	}

	@Test
	void marksLinesWithErrorsAndFormulasWithoutAResult() throws IOException {
		List<Line> lines = lines(workbook(HEADER + row(2, "<c r=\"A2\" t=\"e\"><v>#N/A</v></c>")
				+ row(3, "<c r=\"B3\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>") + row(4, "<c r=\"B4\"><f>1+1</f></c>")));
		assertEquals(Optional.of(Problem.of("tables.problem.errorCell", 1, "#N/A")), lines.get(0).problem());
		assertEquals(Optional.of(Problem.of("tables.problem.errorCell", 2, "#DIV/0!")), lines.get(1).problem());
		assertEquals(Optional.of(Problem.of("tables.problem.formulaNotComputed", 2)), lines.get(2).problem());
	}

	@Test
	void numbersLinesAsExcelDoesAndPassesOverBlankOnes() throws IOException {
		List<Line> lines = lines(workbook(row(2, "") + HEADER.replace("r=\"1\"", "r=\"3\"").replace("A1", "A3").replace("B1", "B3")
				+ row(5, "<c r=\"B5\"><v>7</v></c>") + row(6, "<c r=\"A6\" s=\"1\"/>") + row(9, "<c r=\"A9\"><v>8</v></c>")));
		assertEquals(List.of(5L, 9L), lines.stream().map(Line::number).toList());
		assertEquals(List.of("", "7"), lines.get(0).cells());
		assertEquals(List.of("8", ""), lines.get(1).cells());
	}

	@Test
	void countsDaysFrom1904WhereTheWorkbookSaysSo() throws IOException {
		Map<String, String> parts = parts(HEADER + row(2, "<c r=\"A2\" s=\"1\"><v>44650</v></c>"));
		parts.computeIfPresent("xl/workbook.xml", (k, v) -> v.replace("<sheets>", "<workbookPr date1904=\"1\"/><sheets>"));
		assertEquals("2026-03-31", lines(zip(parts)).get(0).cell(0));
	}

	@Test
	void listsTheSheetsAndStartsWithTheFirstThatHasLines() throws IOException {
		Map<String, String> parts = parts("");
		parts.put("xl/worksheets/sheet2.xml", sheet(HEADER + row(2, "<c r=\"A2\"><v>1</v></c>")));
		parts.put("xl/worksheets/sheet3.xml", sheet(HEADER + row(2, "<c r=\"A2\"><v>2</v></c>")));
		parts.put("xl/workbook.xml", workbookXml("<sheet name=\"Cover\" sheetId=\"1\" r:id=\"rId1\"/>"
				+ "<sheet name=\"Secret\" sheetId=\"2\" state=\"hidden\" r:id=\"rId2\"/><sheet name=\"Deals\" sheetId=\"3\" r:id=\"rId3\"/>"));
		TableFile file = TableFile.examine(zip(parts), "deals.xlsx", TableLimits.STANDARD);
		assertEquals(List.of("Cover", "Deals"), file.sheets());
		assertEquals(TableFormat.xlsx("Deals"), file.format());
		assertEquals("tables.error.empty", assertThrows(BusinessException.class,
				() -> file.as(file.format().withSheet("Cover")).read()).key());
		assertEquals("tables.error.noSuchSheet", assertThrows(BusinessException.class,
				() -> file.as(file.format().withSheet("Leads")).read()).key());
	}

	@Test
	void refusesASheetWithoutLines() throws IOException {
		assertRefused("tables.error.empty", workbook(""));
		assertRefused("tables.error.headerOnly", workbook(HEADER));
	}

	@ParameterizedTest
	@ValueSource(strings = {"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml", "xl/styles.xml",
			"[Content_Types].xml", "xl/_rels/workbook.xml.rels"})
	void refusesADocumentTypeAndReadsNothingThroughIt(String part) throws IOException {
		Path secret = folder.resolve("secret.txt");
		Files.writeString(secret, "the secret");
		String type = "<!DOCTYPE x [<!ENTITY leak SYSTEM \"" + secret.toUri() + "\">]>";
		for (Charset charset : new Charset[] {StandardCharsets.UTF_8, StandardCharsets.UTF_16}) {
			Map<String, byte[]> parts = bytes(parts(HEADER + row(2, "<c r=\"A2\" t=\"inlineStr\"><is><t>&leak;</t></is></c>")));
			String content = new String(parts.get(part), StandardCharsets.UTF_8);
			parts.put(part, content.replace("?>", "?>" + type).replace("UTF-8", charset.name()).getBytes(charset));
			assertRefused("tables.error.doctype", zipBytes(parts));
		}
	}

	@Test
	void refusesEntitiesThatNobodyDeclared() throws IOException {
		Path path = workbook(HEADER + row(2, "<c r=\"A2\" t=\"inlineStr\"><is><t>&leak;</t></is></c>"));
		String key = assertThrows(BusinessException.class,
				() -> TableFile.examine(path, "x.xlsx", TableLimits.STANDARD)).key();
		assertTrue(List.of("tables.error.corrupt", "tables.error.doctype").contains(key), key);
	}

	@Test
	void refusesASheetThatHidesUnderAnotherName() throws IOException {
		Map<String, String> parts = parts(HEADER);
		parts.put("xl/picture.png", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><!DOCTYPE x [<!ENTITY a \"b\">]>" + sheet(HEADER).substring(38));
		parts.computeIfPresent("xl/_rels/workbook.xml.rels", (k, v) -> v.replace("worksheets/sheet1.xml", "picture.png"));
		assertRefused("tables.error.doctype", zip(parts));
	}

	/** One packed kernel of 10 KB, listed 300 times: 30 KB that unpack to 3 GB. */
	@Test
	void refusesAFewKilobytesThatUnpackToGigabytes() throws IOException {
		byte[] bomb = overlappingBomb(300, 10 << 20);
		assertTrue(bomb.length < 40_000, () -> bomb.length + " bytes");
		Path path = folder.resolve("bomb.xlsx");
		Files.write(path, bomb);
		assertRefused("tables.error.zipBomb", path);
		TableLimits anyRatio = new TableLimits(1 << 30, 1_000, 32_767, 10, 1 << 30, 1 << 28, 100_000, 5_000);
		assertEquals("tables.error.zipBomb", assertThrows(BusinessException.class,
				() -> TableFile.examine(path, "bomb.xlsx", anyRatio)).key());
	}

	@Test
	void refusesABombThatLiesAboutItsSize() throws IOException {
		Map<String, String> parts = parts(HEADER);
		parts.put("xl/worksheets/sheet2.xml", sheet(HEADER + " ".repeat(20 << 20)));
		Path path = zip(parts);
		byte[] zip = Files.readAllBytes(path);
		ByteBuffer buffer = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
		for (int i = 0; i + 46 < zip.length; i++) {
			if (buffer.getInt(i) == 0x02014B50) {
				buffer.putInt(i + 24, 100);
			}
		}
		Files.write(path, zip);
		assertRefused("tables.error.zipBomb", path);
	}

	@Test
	void refusesTooManyParts() throws IOException {
		Map<String, String> parts = parts(HEADER);
		for (int i = 0; i < 5_000; i++) {
			parts.put("xl/media/" + i + ".txt", "");
		}
		assertRefused("tables.error.tooManyParts", zip(parts));
	}

	@Test
	void refusesADirectoryThatWouldNotFitIntoMemoryBeforeReadingIt() throws IOException {
		Path path = folder.resolve("directory.xlsx");
		byte[] zip = new byte[20 << 20];
		ByteBuffer buffer = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
		buffer.putInt(0, 0x04034B50);
		buffer.putInt(zip.length - 22, 0x06054B50);
		buffer.putInt(zip.length - 6, 100);
		Files.write(path, zip);
		assertRefused("tables.error.tooManyParts", path);
	}

	@Test
	void refusesColumnsFarOut() throws IOException {
		assertRefused("tables.error.tooManyColumns", workbook(HEADER + row(2, "<c r=\"XFD2\"><v>1</v></c>")));
		assertRefused("tables.error.tooManyColumns", workbook(HEADER + row(2, "<c r=\"ZZZZZZ2\"><v>1</v></c>")));
		assertRefused("tables.error.tooManyColumns", workbook(HEADER + row(2, "<c><v>1</v></c>".repeat(1_001))));
	}

	@Test
	void refusesCellsThatAreTooLong() throws IOException {
		String tooLong = "x".repeat(32_768);
		assertRefused("tables.error.cellTooLong",
				workbook(HEADER + row(2, "<c r=\"A2\" t=\"inlineStr\"><is><t>" + tooLong + "</t></is></c>")));
		Map<String, String> parts = parts(HEADER);
		parts.computeIfPresent("xl/sharedStrings.xml", (k, v) -> v.replace("second", tooLong));
		assertRefused("tables.error.cellTooLong", zip(parts));
		assertRefused("tables.error.cellTooLong", workbook(HEADER + row(2, "<c r=\"A2\"><v>" + "9".repeat(40_000) + "</v></c>")));
	}

	@Test
	void doesNotCountTextOutsideOfCells() throws IOException {
		Map<String, String> parts = parts(HEADER + row(2, "<c r=\"A2\"><v>1</v></c>"));
		parts.put("docProps/app.xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><p><q>" + "text ".repeat(20_000) + "</q></p>");
		assertEquals(1, lines(zip(parts)).size());
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"<c r=\"A2\" t=\"s\"><v>99</v></c>",
			"<c r=\"A2\" t=\"s\"><v>2000000000</v></c>",
			"<c r=\"A2\" t=\"s\"><v>99999999999999999999</v></c>",
			"<c r=\"A2\" t=\"s\"><v>-1</v></c>",
			"<c r=\"A2\" t=\"zzz\"><v>1</v></c>",
			"<c r=\"A2\"><f t=\"shared\" si=\"5\"/><v>1</v></c>",
			"<c r=\"!!\"><v>1</v></c>",
			"<c r=\"A2\"><v>1</v>",
	})
	void refusesCrookedSheets(String cell) throws IOException {
		assertRefused("tables.error.corrupt", workbook(HEADER + row(2, cell)));
	}

	@Test
	void refusesASheetWithoutItsPart() throws IOException {
		Map<String, String> parts = parts(HEADER);
		parts.remove("xl/worksheets/sheet1.xml");
		assertRefused("tables.error.corrupt", zip(parts));
		Map<String, String> unrelated = parts(HEADER);
		unrelated.computeIfPresent("xl/_rels/workbook.xml.rels", (k, v) -> v.replace("rId1", "rId9"));
		assertRefused("tables.error.corrupt", zip(unrelated));
	}

	@Test
	void refusesArchivesThatAreNoWorkbook() throws IOException {
		assertRefused("tables.error.zip", zip(new LinkedHashMap<>(Map.of("deals.csv", "a,b\n1,2\n"))));
		Map<String, String> binary = parts(HEADER);
		binary.put("xl/workbook.bin", "x");
		assertRefused("tables.error.oldExcel", zip(binary));
	}

	@Test
	void refusesATruncatedWorkbook() throws IOException {
		Path path = workbook(HEADER + row(2, "<c r=\"A2\"><v>1</v></c>"));
		byte[] zip = Files.readAllBytes(path);
		for (int length : new int[] {4, 100, zip.length / 2, zip.length - 30, zip.length - 1}) {
			Files.write(path, Arrays.copyOf(zip, length));
			assertRefused("tables.error.corrupt", path);
		}
		byte[] broken = zip.clone();
		Arrays.fill(broken, 60, 120, (byte) 0x5A);
		Files.write(path, broken);
		assertRefused("tables.error.corrupt", path);
	}

	@Test
	void refusesPartsWithAPassword() throws IOException {
		Path path = workbook(HEADER + row(2, "<c r=\"A2\"><v>1</v></c>"));
		byte[] zip = Files.readAllBytes(path);
		ByteBuffer buffer = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
		for (int i = 0; i + 46 < zip.length; i++) {
			if (buffer.getInt(i) == 0x02014B50) {
				buffer.putShort(i + 8, (short) (buffer.getShort(i + 8) | 1));
			}
		}
		Files.write(path, zip);
		assertRefused("tables.error.encrypted", path);
	}

	private void assertRefused(String key, Path path) {
		BusinessException refusal = assertThrows(BusinessException.class, () -> {
			try (TableReader reader = TableFile.examine(path, "deals.xlsx", TableLimits.STANDARD).read()) {
				reader.forEachRemaining(line -> { });
			}
		});
		assertEquals(key, refusal.key());
	}

	private static List<Line> lines(Path path) {
		List<Line> lines = new ArrayList<>();
		try (TableReader reader = TableFile.examine(path, "deals.xlsx", TableLimits.STANDARD).read()) {
			reader.forEachRemaining(lines::add);
		}
		return lines;
	}

	private Path workbook(String rows) throws IOException {
		return zip(parts(rows));
	}

	private static String row(int number, String cells) {
		return "<row r=\"" + number + "\">" + cells + "</row>";
	}

	private static String sheet(String rows) {
		return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
				+ "<sheetData>" + rows + "</sheetData></worksheet>";
	}

	private static String workbookXml(String sheets) {
		return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
				+ " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>" + sheets
				+ "</sheets></workbook>";
	}

	private static Map<String, String> parts(String rows) {
		String xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
		String main = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
		StringBuilder relations = new StringBuilder();
		for (int i = 1; i <= 3; i++) {
			relations.append("<Relationship Id=\"rId").append(i).append("\" Type=\"http://schemas.openxmlformats.org/")
					.append("officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet").append(i).append(".xml\"/>");
		}
		Map<String, String> parts = new LinkedHashMap<>();
		parts.put("[Content_Types].xml", xml + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
				+ "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + main + "sheet.main+xml\"/>"
				+ "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"" + main + "sharedStrings+xml\"/>"
				+ "<Override PartName=\"/xl/styles.xml\" ContentType=\"" + main + "styles+xml\"/></Types>");
		parts.put("xl/workbook.xml", workbookXml("<sheet name=\"Deals\" sheetId=\"1\" r:id=\"rId1\"/>"));
		parts.put("xl/_rels/workbook.xml.rels", xml + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
				+ relations + "</Relationships>");
		parts.put("xl/sharedStrings.xml", xml + "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>first</t></si>"
				+ "<si><t>second &amp;</t></si><si><r><t>bold</t></r><r><t xml:space=\"preserve\"> plain</t></r></si></sst>");
		parts.put("xl/styles.xml", xml + "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><numFmts>"
				+ "<numFmt numFmtId=\"164\" formatCode=\"[$-407]d\\. mmm\\. yyyy;@\"/><numFmt numFmtId=\"165\" formatCode=\"[h]:mm:ss\"/>"
				+ "<numFmt numFmtId=\"166\" formatCode=\"#,##0.00&quot;d&quot;;[Red]-0\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/>"
				+ "<xf numFmtId=\"22\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"166\"/><xf numFmtId=\"20\"/></cellXfs></styleSheet>");
		parts.put("xl/worksheets/sheet1.xml", sheet(rows));
		return parts;
	}

	private static Map<String, byte[]> bytes(Map<String, String> parts) {
		Map<String, byte[]> bytes = new LinkedHashMap<>();
		parts.forEach((name, content) -> bytes.put(name, content.getBytes(StandardCharsets.UTF_8)));
		return bytes;
	}

	private Path zip(Map<String, String> parts) throws IOException {
		return zipBytes(bytes(parts));
	}

	private Path zipBytes(Map<String, byte[]> parts) throws IOException {
		Path path = Files.createTempFile(folder, "workbook", "");
		try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path))) {
			for (Map.Entry<String, byte[]> part : parts.entrySet()) {
				zip.putNextEntry(new ZipEntry(part.getKey()));
				zip.write(part.getValue());
				zip.closeEntry();
			}
		}
		return path;
	}

	private static byte[] overlappingBomb(int copies, int kernelSize) throws IOException {
		byte[] kernel = new byte[kernelSize];
		Arrays.fill(kernel, (byte) ' ');
		CRC32 crc = new CRC32();
		crc.update(kernel);
		Deflater deflater = new Deflater(9, true);
		deflater.setInput(kernel);
		deflater.finish();
		byte[] packed = new byte[kernelSize];
		int length = deflater.deflate(packed);
		deflater.end();
		ByteArrayOutputStream zip = new ByteArrayOutputStream();
		ByteBuffer local = ByteBuffer.allocate(30).order(ByteOrder.LITTLE_ENDIAN).putInt(0x04034B50).putShort((short) 20)
				.putShort((short) 0).putShort((short) 8).putInt(0).putInt((int) crc.getValue()).putInt(length).putInt(kernelSize)
				.putShort((short) 0).putShort((short) 0);
		zip.write(local.array());
		zip.write(packed, 0, length);
		int start = zip.size();
		for (int i = 0; i < copies; i++) {
			byte[] name = (i == 0 ? "[Content_Types].xml" : "xl/" + i).getBytes(StandardCharsets.US_ASCII);
			ByteBuffer entry = ByteBuffer.allocate(46).order(ByteOrder.LITTLE_ENDIAN).putInt(0x02014B50).putShort((short) 20)
					.putShort((short) 20).putShort((short) 0).putShort((short) 8).putInt(0).putInt((int) crc.getValue())
					.putInt(length).putInt(kernelSize).putShort((short) name.length);
			zip.write(entry.array());
			zip.write(name);
		}
		int size = zip.size() - start;
		zip.write(ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN).putInt(0x06054B50).putInt(0).putShort((short) copies)
				.putShort((short) copies).putInt(size).putInt(start).putShort((short) 0).array());
		return zip.toByteArray();
	}
}
