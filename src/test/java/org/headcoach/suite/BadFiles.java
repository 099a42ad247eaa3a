package org.headcoach.suite;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files that are no tables, or that are made to do harm. */
public final class BadFiles {

	/** A file's bytes and the key of the sentence that refuses it. */
	public record BadFile(byte[] content, String refusal) {
	}

	private static final String SHEET = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
			+ "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Record ID</t></is></c></row>";

	private BadFiles() {
	}

	/** All of them by name. */
	public static Map<String, BadFile> all() {
		var files = new LinkedHashMap<String, BadFile>();
		files.put("empty.csv", new BadFile(new byte[0], "tables.error.empty"));
		files.put("header-only.csv", new BadFile("Record ID,Amount\n".getBytes(StandardCharsets.UTF_8), "tables.error.headerOnly"));
		files.put("binary.csv", new BadFile(noise(), "tables.error.binary"));
		files.put("many-columns.csv", new BadFile(("c,".repeat(200_000) + "c\n" + "1,".repeat(200_000) + "1\n").getBytes(StandardCharsets.UTF_8), "tables.error.tooManyColumns"));
		files.put("page.csv", new BadFile("<html><body><table><tr><td>Record ID</td></tr></table></body></html>".getBytes(StandardCharsets.UTF_8), "tables.error.webPage"));
		files.put("bomb.xlsx", new BadFile(workbook("<?xml version=\"1.0\"?>" + SHEET, "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>" + "A".repeat(1 << 20) + "</t></is></c></row>", 600),
				"tables.error.zipBomb"));
		files.put("reads-files.xlsx", new BadFile(workbook("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + SHEET,
				"<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>&e;</t></is></c></row>", 1), "tables.error.doctype"));
		return files;
	}

	private static byte[] noise() {
		var bytes = new byte[5_000];
		new Random(1).nextBytes(bytes);
		return bytes;
	}

	private static byte[] workbook(String sheet, String row, int rows) {
		var out = new ByteArrayOutputStream();
		try (var zip = new ZipOutputStream(out)) {
			part(zip, "[Content_Types].xml", """
					<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" \
					ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override \
					PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override \
					PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>""");
			part(zip, "_rels/.rels", relationship("officeDocument", "xl/workbook.xml"));
			part(zip, "xl/workbook.xml", """
					<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
					xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>""");
			part(zip, "xl/_rels/workbook.xml.rels", relationship("worksheet", "worksheets/sheet1.xml"));
			zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
			text(zip, sheet);
			for (int i = 0; i < rows; i++) {
				text(zip, row);
			}
			text(zip, "</sheetData></worksheet>");
			zip.closeEntry();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return out.toByteArray();
	}

	private static String relationship(String type, String target) {
		return "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" "
				+ "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + type + "\" Target=\"" + target + "\"/></Relationships>";
	}

	private static void part(ZipOutputStream zip, String name, String content) throws IOException {
		zip.putNextEntry(new ZipEntry(name));
		text(zip, content);
		zip.closeEntry();
	}

	private static void text(OutputStream out, String text) throws IOException {
		out.write(text.getBytes(StandardCharsets.UTF_8));
	}
}
