package org.headcoach.shared.tables;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;

/**
 * Tells the encoding of a text file from its bytes. UTF-8 is proved by reading the whole file, because the first accent
 * may stand in its last line; only where that fails do words and letter statistics decide.
 */
final class CharsetGuess {

	private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
	private static final Charset WINDOWS_1256 = Charset.forName("windows-1256");
	private static final int BLOCK = 256;
	private static final int SAMPLE = 1 << 15;

	private CharsetGuess() {
	}

	/** The encoding, or null when the bytes are no text. */
	static Charset of(Path path, byte[] head) throws IOException {
		Charset marked = byByteOrderMark(head);
		if (marked != null) {
			return marked;
		}
		Charset wide = utf16(head);
		if (wide != null) {
			return wide;
		}
		if (isBinary(head)) {
			return null;
		}
		return isUtf8(path) ? StandardCharsets.UTF_8 : byLetters(lettersOf(path));
	}

	private static Charset byByteOrderMark(byte[] head) {
		if (starts(head, 0xEF, 0xBB, 0xBF)) {
			return StandardCharsets.UTF_8;
		}
		if (starts(head, 0xFF, 0xFE)) {
			return StandardCharsets.UTF_16LE;
		}
		return starts(head, 0xFE, 0xFF) ? StandardCharsets.UTF_16BE : null;
	}

	private static boolean starts(byte[] head, int... bytes) {
		if (head.length < bytes.length) {
			return false;
		}
		for (int i = 0; i < bytes.length; i++) {
			if ((head[i] & 0xFF) != bytes[i]) {
				return false;
			}
		}
		return true;
	}

	/**
	 * UTF-16 without a mark: line breaks, delimiters and digits have a zero byte, always on the same side. Text in other
	 * encodings has no zero bytes, and in programs and pictures they stand on both sides.
	 */
	private static Charset utf16(byte[] head) {
		int even = 0;
		int odd = 0;
		for (int i = 0; i + 1 < head.length; i += 2) {
			even += head[i] == 0 ? 1 : 0;
			odd += head[i + 1] == 0 ? 1 : 0;
		}
		int most = Math.max(even, odd);
		if (most * 25 < head.length || Math.min(even, odd) * 20 > most) {
			return null;
		}
		Charset charset = odd > even ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
		String text = new String(head, 0, head.length & ~1, charset);
		return controls(text) * 50 > text.length() ? null : charset;
	}

	private static long controls(String text) {
		return text.chars().filter(c -> c < ' ' && c != '\t' && c != '\r' && c != '\n' && c != '\f').count();
	}

	private static boolean isBinary(byte[] head) {
		long controls = controls(new String(head, StandardCharsets.ISO_8859_1));
		return controls >= 3 && controls * 50 > head.length;
	}

	private static boolean isUtf8(Path path) throws IOException {
		CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
		ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
		CharBuffer text = CharBuffer.allocate(1 << 16);
		try (InputStream in = Files.newInputStream(path)) {
			boolean end;
			do {
				int n = in.read(bytes.array(), bytes.position(), bytes.remaining());
				end = n < 0;
				bytes.position(bytes.position() + Math.max(n, 0)).flip();
				CoderResult result = decoder.decode(bytes, text.clear(), end);
				if (result.isError()) {
					return false;
				}
				bytes.compact();
			} while (!end);
		}
		return true;
	}

	/** The parts of the file that hold something beyond ASCII, as much as statistics need. */
	private static byte[] lettersOf(Path path) throws IOException {
		ByteArrayOutputStream letters = new ByteArrayOutputStream(SAMPLE);
		byte[] block = new byte[BLOCK];
		try (InputStream in = Files.newInputStream(path)) {
			for (int n; letters.size() < SAMPLE && (n = in.readNBytes(block, 0, BLOCK)) > 0;) {
				for (int i = 0; i < n; i++) {
					if (block[i] < 0) {
						letters.write(block, 0, n);
						break;
					}
				}
			}
		}
		return letters.toByteArray();
	}

	private static Charset byLetters(byte[] sample) {
		if (isNearlyUtf8(sample)) {
			return StandardCharsets.UTF_8;
		}
		int arabicWords = 0;
		int westernWords = 0;
		for (int i = 0, run = 0; i <= sample.length; i++) {
			if (i < sample.length && sample[i] < 0) {
				run++;
			} else if (run > 0) {
				if (isAsciiLetter(sample, i) || isAsciiLetter(sample, i - run - 1)) {
					westernWords++;
				} else if (run > 1) {
					arabicWords++;
				}
				run = 0;
			}
		}
		boolean isArabic = clearly(arabicWords, westernWords)
				|| !clearly(westernWords, arabicWords) && hasArabicStatistics(sample);
		return isArabic ? WINDOWS_1256 : WINDOWS_1252;
	}

	/** An Arabic word is an unbroken run of high bytes, in a Western word an accented letter stands among plain ones. */
	private static boolean clearly(int words, int others) {
		return words > 2 * others;
	}

	private static boolean isAsciiLetter(byte[] sample, int at) {
		return at >= 0 && at < sample.length && (sample[at] >= 'a' && sample[at] <= 'z' || sample[at] >= 'A' && sample[at] <= 'Z');
	}

	private static boolean hasArabicStatistics(byte[] sample) {
		int western = 0;
		int arabic = 0;
		for (CharsetMatch match : new CharsetDetector().setText(sample).detectAll()) {
			switch (match.getName()) {
				case "ISO-8859-1", "windows-1252" -> western = Math.max(western, match.getConfidence());
				case "windows-1256" -> arabic = Math.max(arabic, match.getConfidence());
				default -> { }
			}
		}
		return arabic > western;
	}

	/** A few broken bytes among much proper UTF-8: an export that was cut or glued together. */
	private static boolean isNearlyUtf8(byte[] sample) {
		int whole = 0;
		int broken = 0;
		for (int i = 0; i < sample.length; i++) {
			int lead = sample[i] & 0xFF;
			if (lead < 0x80) {
				continue;
			}
			int follow = lead >= 0xF0 && lead < 0xF5 ? 3 : lead >= 0xE0 && lead < 0xF0 ? 2
					: lead >= 0xC2 && lead < 0xE0 ? 1 : 0;
			int found = 0;
			while (found < follow && i + found + 1 < sample.length && (sample[i + found + 1] & 0xC0) == 0x80) {
				found++;
			}
			if (follow > 0 && found == follow) {
				whole++;
				i += follow;
			} else {
				broken++;
			}
		}
		return whole > 10 * broken;
	}
}
