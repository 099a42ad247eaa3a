package org.headcoach.shared.tables;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;

/** An opened text file, past its byte order mark and past Excel's {@code sep=;} line. */
final class TextFile implements Closeable {

	/**
	 * Stands in the decoded text where the bytes mean nothing in the chosen encoding. It is no character of any language,
	 * so unlike the usual replacement character it cannot have been in the file itself.
	 */
	static final char UNDECODABLE = '\uFFFF';

	private static final char BYTE_ORDER_MARK = '\uFEFF';
	private static final String SEPARATOR_LINE = "sep=";

	private final CountingStream bytes;
	private final BufferedReader text;
	private final int linesSkipped;
	private Delimiter declared;

	TextFile(Path path, Charset charset) throws IOException {
		bytes = new CountingStream(Files.newInputStream(path));
		CharsetDecoder decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPLACE)
				.onUnmappableCharacter(CodingErrorAction.REPLACE).replaceWith(String.valueOf(UNDECODABLE));
		text = new BufferedReader(new InputStreamReader(bytes, decoder), 1 << 16);
		try {
			text.mark(1);
			if (text.read() != BYTE_ORDER_MARK) {
				text.reset();
			}
			linesSkipped = skipSeparatorLine() ? 1 : 0;
		} catch (IOException | RuntimeException e) {
			bytes.close();
			throw e;
		}
	}

	private boolean skipSeparatorLine() throws IOException {
		text.mark(SEPARATOR_LINE.length() + 2);
		for (int i = 0; i < SEPARATOR_LINE.length(); i++) {
			if (Character.toLowerCase(text.read()) != SEPARATOR_LINE.charAt(i)) {
				text.reset();
				return false;
			}
		}
		Delimiter found = Delimiter.of((char) text.read());
		int end = text.read();
		if (found == null || end != '\r' && end != '\n' && end != -1) {
			text.reset();
			return false;
		}
		if (end == '\r') {
			text.mark(1);
			if (text.read() != '\n') {
				text.reset();
			}
		}
		declared = found;
		return true;
	}

	BufferedReader reader() {
		return text;
	}

	/** What a {@code sep=} line said; null without one. */
	Delimiter declaredDelimiter() {
		return declared;
	}

	/** Physical lines before the one on which {@link #reader} begins. */
	int linesSkipped() {
		return linesSkipped;
	}

	long bytesRead() {
		return bytes.count;
	}

	/** The next characters, as many as there are up to the limit. */
	String head(int limit) throws IOException {
		char[] buffer = new char[limit];
		int filled = 0;
		for (int n; filled < limit && (n = text.read(buffer, filled, limit - filled)) > 0;) {
			filled += n;
		}
		return new String(buffer, 0, filled);
	}

	@Override
	public void close() throws IOException {
		text.close();
	}

	private static final class CountingStream extends FilterInputStream {

		private long count;

		CountingStream(InputStream in) {
			super(in);
		}

		@Override
		public int read() throws IOException {
			int b = super.read();
			count += b < 0 ? 0 : 1;
			return b;
		}

		@Override
		public int read(byte[] buffer, int offset, int length) throws IOException {
			int n = super.read(buffer, offset, length);
			count += Math.max(n, 0);
			return n;
		}
	}
}
