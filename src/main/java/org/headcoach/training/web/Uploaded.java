package org.headcoach.training.web;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.headcoach.shared.FileKind;

import jakarta.servlet.http.Part;

/** A file as a form has sent it; never more of it than is taken, and one byte to know that there was more. */
final class Uploaded {

	private Uploaded() {
	}

	/** Null without a file. */
	static String name(Part file) {
		return isNone(file) ? null : file.getSubmittedFileName();
	}

	/** Null without a file. */
	static byte[] content(Part file) {
		if (isNone(file)) {
			return null;
		}
		try (var content = file.getInputStream()) {
			return content.readNBytes(FileKind.LARGEST + 1);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static boolean isNone(Part file) {
		return file == null || file.getSize() == 0;
	}
}
