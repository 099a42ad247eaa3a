package org.headcoach.shared.tables;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.headcoach.shared.BusinessException;

/**
 * Walks through a workbook once before it is read, and refuses what would harm: bombs, document types (the door to
 * reading other files), cells beyond the limits. The reader trusts cell addresses and lengths, so they must be proved
 * first. Sizes that the file declares about itself are used to refuse early, never to accept.
 */
final class XlsxCheck {

	private static final XMLInputFactory XML = xml();
	/** Excel's longest formula; ours are not computed, but the reader keeps them. */
	private static final int LONGEST_FORMULA = 8_192;
	/** The reader compares each cell with each array formula. */
	private static final int MOST_ARRAY_FORMULAS = 500;
	/** A part may always grow to this size, whatever the ratio. */
	private static final long HARMLESS = 1 << 20;
	private static final int END_RECORD = 22;
	private static final int LONGEST_COMMENT = 0xFFFF;
	private static final int BYTES_PER_DIRECTORY_ENTRY = 512;

	private final TableLimits limits;
	private final Map<String, Long> rowsByPart = new HashMap<>();
	private final Map<String, String> partById = new HashMap<>();
	private boolean date1904;
	private long unpacked;
	private long sharedTexts;
	private long highestSharedIndex = -1;

	private XlsxCheck(TableLimits limits) {
		this.limits = limits;
	}

	/** The workbook's facts, or a refusal that says what is wrong with the file. */
	static XlsxCheck of(Path path, TableLimits limits) throws IOException {
		refuseHugeDirectory(path, limits);
		XlsxCheck check = new XlsxCheck(limits);
		try (ZipFile zip = ZipFile.builder().setPath(path).get()) {
			List<ZipArchiveEntry> parts = Collections.list(zip.getEntries());
			check.refuseByDeclaration(parts);
			for (ZipArchiveEntry part : parts) {
				check.walk(zip, part);
			}
			// the reader would fill its memory on the way to a text that does not exist
			if (check.highestSharedIndex >= check.sharedTexts) {
				throw corrupt(null);
			}
		} catch (IOException | XMLStreamException | IllegalArgumentException e) {
			throw corrupt(e);
		}
		return check;
	}

	/** True when the workbook counts its days from 1904, as old ones from a Macintosh do. */
	boolean isDate1904() {
		return date1904;
	}

	/** Rows of the sheet with this relationship id, 0 when unknown. */
	long rows(String sheetId) {
		return rowsByPart.getOrDefault(partById.getOrDefault(sheetId, ""), 0L);
	}

	static BusinessException corrupt(Exception cause) {
		BusinessException refusal = new BusinessException("tables.error.corrupt");
		refusal.initCause(cause);
		return refusal;
	}

	/** The directory of a ZIP is read into memory as a whole, so its size is looked at before it is opened. */
	private static void refuseHugeDirectory(Path path, TableLimits limits) throws IOException {
		try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
			long length = file.length();
			int tail = (int) Math.min(length, END_RECORD + LONGEST_COMMENT + 20);
			byte[] bytes = new byte[tail];
			file.seek(length - tail);
			file.readFully(bytes);
			ByteBuffer end = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
			int at = tail - END_RECORD;
			while (at >= 0 && end.getInt(at) != 0x06054B50) {
				at--;
			}
			if (at < 0) {
				throw corrupt(null);
			}
			long start = end.getInt(at + 16) & 0xFFFFFFFFL;
			if (at >= 20 && end.getInt(at - 20) == 0x07064B50) {
				long record = end.getLong(at - 12);
				if (record < 0 || record > length - 56) {
					throw corrupt(null);
				}
				file.seek(record + 48);
				start = Long.reverseBytes(file.readLong());
			}
			if (start < 0 || start > length) {
				throw corrupt(null);
			}
			if (length - start > (long) limits.parts() * BYTES_PER_DIRECTORY_ENTRY + LONGEST_COMMENT) {
				throw new BusinessException("tables.error.tooManyParts", limits.parts());
			}
		}
	}

	private void refuseByDeclaration(List<ZipArchiveEntry> parts) {
		if (parts.size() > limits.parts()) {
			throw new BusinessException("tables.error.tooManyParts", limits.parts());
		}
		Set<String> names = new HashSet<>();
		long declared = 0;
		for (ZipArchiveEntry part : parts) {
			if (part.getGeneralPurposeBit().usesEncryption()) {
				throw new BusinessException("tables.error.encrypted");
			}
			// two parts of one name are a way to show one to the check and the other to the reader
			if (!names.add(part.getName().toLowerCase(Locale.ROOT))) {
				throw corrupt(null);
			}
			declared += Math.max(0, part.getSize());
			if (declared > limits.unpackedBytes() || isSwollen(part.getSize(), part.getCompressedSize())) {
				throw bomb();
			}
		}
		if (!names.contains("[content_types].xml") || names.stream().noneMatch(name -> name.startsWith("xl/"))) {
			throw new BusinessException("tables.error.zip");
		}
		if (names.contains("xl/workbook.bin")) {
			throw new BusinessException("tables.error.oldExcel");
		}
	}

	private boolean isSwollen(long unpackedSize, long packedSize) {
		return unpackedSize > HARMLESS && unpackedSize / limits.unpackedRatio() > packedSize;
	}

	private BusinessException bomb() {
		return new BusinessException("tables.error.zipBomb");
	}

	private void walk(ZipFile zip, ZipArchiveEntry part) throws IOException, XMLStreamException {
		try (InputStream in = new BufferedInputStream(new Meter(zip.getInputStream(part), part), 1 << 16)) {
			in.mark(4);
			byte[] head = in.readNBytes(4);
			in.reset();
			if (isXml(head)) {
				walk(XML.createXMLStreamReader(in), part.getName().toLowerCase(Locale.ROOT));
			} else {
				in.transferTo(OutputStream.nullOutputStream());
			}
		}
	}

	/** By content and not by name: the workbook may call any of its parts a sheet. */
	private static boolean isXml(byte[] head) {
		if (head.length < 4) {
			return false;
		}
		int first = head[0] & 0xFF;
		int second = head[1] & 0xFF;
		return first == '<' || first == ' ' || first == '\t' || first == '\r' || first == '\n'
				|| first == 0xEF && second == 0xBB || first == 0xFF && second == 0xFE || first == 0xFE && second == 0xFF
				|| first == 0 && (second == '<' || second == 0 && (head[3] == '<' || (head[2] & 0xFF) == 0xFE));
	}

	private void walk(XMLStreamReader xml, String part) throws XMLStreamException {
		Cell cell = new Cell();
		long rows = 0;
		long texts = 0;
		int arrayFormulas = 0;
		boolean isRels = part.endsWith("workbook.xml.rels");
		while (xml.hasNext()) {
			switch (xml.next()) {
				case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
					throw new BusinessException("tables.error.doctype");
				case XMLStreamConstants.START_ELEMENT -> {
					switch (xml.getLocalName()) {
						case "row" -> rows++;
						case "c" -> cell.begin(xml.getAttributeValue(null, "r"), rows,
								"s".equals(xml.getAttributeValue(null, "t")));
						case "v", "is" -> cell.beginText();
						case "si" -> {
							texts++;
							cell.beginText();
						}
						case "f" -> {
							cell.beginText();
							arrayFormulas += "array".equals(xml.getAttributeValue(null, "t")) ? 1 : 0;
							if (arrayFormulas > MOST_ARRAY_FORMULAS) {
								throw new BusinessException("tables.error.tooManyArrayFormulas", MOST_ARRAY_FORMULAS);
							}
						}
						case "workbookPr" -> {
							String value = xml.getAttributeValue(null, "date1904");
							date1904 = "1".equals(value) || "true".equals(value);
						}
						case "Relationship" -> {
							if (isRels) {
								partById.put(String.valueOf(xml.getAttributeValue(null, "Id")),
										partName(part, String.valueOf(xml.getAttributeValue(null, "Target"))));
							}
						}
						default -> { }
					}
				}
				case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> cell.add(xml);
				case XMLStreamConstants.END_ELEMENT -> {
					switch (xml.getLocalName()) {
						case "v", "is", "si" -> cell.endText(limits.cellLength());
						case "f" -> cell.endText(LONGEST_FORMULA);
						default -> { }
					}
				}
				default -> { }
			}
		}
		rowsByPart.put(part, rows);
		sharedTexts = Math.max(sharedTexts, texts);
	}

	private static String partName(String rels, String target) {
		String name = target.startsWith("/") ? target.substring(1)
				: rels.substring(0, rels.indexOf("_rels/")) + target;
		return name.toLowerCase(Locale.ROOT);
	}

	/** The cell, shared text or formula that is being walked through. */
	private final class Cell {

		private int column;
		private long row;
		private int length;
		private boolean inText;
		private boolean isShared;
		private long index;

		void begin(String address, long row, boolean isShared) {
			this.row = row;
			this.isShared = isShared;
			column = address == null ? column + 1 : columnOf(address);
			if (column > limits.columns()) {
				throw new BusinessException("tables.error.tooManyColumns", row, limits.columns());
			}
		}

		void beginText() {
			inText = true;
			length = 0;
			index = -1;
		}

		void add(XMLStreamReader xml) {
			if (inText) {
				length += xml.getTextLength();
				refuseOver(limits.cellLength());
				if (isShared) {
					addToIndex(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
				}
			}
		}

		void endText(int limit) {
			inText = false;
			refuseOver(limit);
			if (isShared) {
				highestSharedIndex = Math.max(highestSharedIndex, index);
			}
		}

		private void addToIndex(char[] text, int start, int count) {
			for (int i = start; i < start + count; i++) {
				int digit = Character.digit(text[i], 10);
				if (digit >= 0 && index < Integer.MAX_VALUE) {
					index = Math.max(index, 0) * 10 + digit;
				}
			}
		}

		private void refuseOver(int limit) {
			if (length > limit) {
				throw new BusinessException("tables.error.cellTooLong", row, column, limit);
			}
		}

		private int columnOf(String address) {
			int found = 0;
			for (int i = 0; i < address.length() && i < 6 && address.charAt(i) >= 'A'; i++) {
				found = found * 26 + (address.charAt(i) & 0x1F);
			}
			return found;
		}
	}

	/** Counts what really comes out, since a bomb lies about its size. */
	private final class Meter extends FilterInputStream {

		private final ZipArchiveEntry part;
		private final boolean isShared;
		private long count;

		Meter(InputStream in, ZipArchiveEntry part) {
			super(in);
			this.part = part;
			isShared = part.getName().toLowerCase(Locale.ROOT).contains("sharedstrings");
		}

		@Override
		public int read() throws IOException {
			int b = super.read();
			add(b < 0 ? 0 : 1);
			return b;
		}

		@Override
		public int read(byte[] buffer, int offset, int size) throws IOException {
			int n = super.read(buffer, offset, size);
			add(Math.max(n, 0));
			return n;
		}

		private void add(int n) {
			count += n;
			unpacked += n;
			if (unpacked > limits.unpackedBytes() || isSwollen(count, part.getCompressedSize())) {
				throw bomb();
			}
			if (isShared && count > limits.sharedBytes()) {
				throw new BusinessException("tables.error.tooMuchText", limits.sharedBytes() >> 20);
			}
		}
	}

	private static XMLInputFactory xml() {
		XMLInputFactory factory = new InputFactoryImpl();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, Boolean.FALSE);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, Boolean.FALSE);
		return factory;
	}
}
