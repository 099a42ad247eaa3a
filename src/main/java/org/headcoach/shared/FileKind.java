package org.headcoach.shared;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipInputStream;

/** What a file is, by what stands in it; its name says nothing. Only papers, pictures and slides are taken: what carries macros, and what a browser would run, is none of them. */
public enum FileKind {
	PDF("application/pdf", "pdf"), WORD("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"), OPEN_DOCUMENT("application/vnd.oasis.opendocument.text", "odt"),
	SLIDES("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
	PNG("image/png", "png"), JPEG("image/jpeg", "jpg"), TEXT("text/plain; charset=UTF-8", "txt");

	/** In bytes. */
	public static final int LARGEST = 10 * 1024 * 1024;

	/** Enough of a document to find what it is; a packed bomb is not unpacked further. */
	private static final int MOST_ENTRIES = 400;

	private final String type;
	private final String ending;

	FileKind(String type, String ending) {
		this.type = type;
		this.ending = ending;
	}

	/** For the header of the answer that sends it. */
	public String type() {
		return type;
	}

	/** The name with this kind's ending, and with nothing in it that a header or a file system would take for something else. */
	public String named(String name) {
		var plain = (name == null ? "" : name).replaceFirst("^.*[/\\\\]", "").replaceAll("[\\p{Cntrl}\"<>:|?*;\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]", "").replaceFirst("\\.[A-Za-z0-9]{1,5}$", "").strip();
		var base = plain.isEmpty() ? "file" : plain;
		return base.substring(0, Math.min(180, base.length())) + "." + ending;
	}

	/** Whether somebody's CV or letter can be it. */
	public boolean isLetter() {
		return this != SLIDES;
	}

	/** Empty for anything else. */
	public static Optional<FileKind> of(byte[] content) {
		if (starts(content, "%PDF-")) {
			return Optional.of(PDF);
		}
		if (starts(content, "\u0089PNG\r\n\u001a\n")) {
			return Optional.of(PNG);
		}
		if (starts(content, "\u00FF\u00D8\u00FF")) {
			return Optional.of(JPEG);
		}
		if (starts(content, "PK\u0003\u0004")) {
			return packed(content);
		}
		return isText(content) ? Optional.of(TEXT) : Optional.empty();
	}

	private static boolean starts(byte[] content, String letters) {
		var bytes = letters.getBytes(StandardCharsets.ISO_8859_1);
		return content.length >= bytes.length && Arrays.equals(content, 0, bytes.length, bytes, 0, bytes.length);
	}

	private static Optional<FileKind> packed(byte[] content) {
		try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
			var found = Optional.<FileKind>empty();
			var entries = 0;
			for (var entry = zip.getNextEntry(); entry != null && entries++ < MOST_ENTRIES; entry = zip.getNextEntry()) {
				// what carries macros is no paper
				if (entry.getName().toLowerCase(Locale.ROOT).contains("vbaproject")) {
					return Optional.empty();
				}
				if (entry.getName().equals("word/document.xml")) {
					found = Optional.of(WORD);
				} else if (entry.getName().equals("ppt/presentation.xml")) {
					found = Optional.of(SLIDES);
				} else if (entry.getName().equals("mimetype") && new String(zip.readNBytes(60), StandardCharsets.US_ASCII).equals("application/vnd.oasis.opendocument.text")) {
					found = Optional.of(OPEN_DOCUMENT);
				}
			}
			return found;
		} catch (IOException | IllegalArgumentException broken) {
			// a broken archive is no document
			return Optional.empty();
		}
	}

	private static boolean isText(byte[] content) {
		try {
			var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
			return text.chars().allMatch(letter -> letter >= ' ' || letter == '\n' || letter == '\r' || letter == '\t') && !text.toString().stripLeading().startsWith("<");
		} catch (CharacterCodingException none) {
			return false;
		}
	}
}
