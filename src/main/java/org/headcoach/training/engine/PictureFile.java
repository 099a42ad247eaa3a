package org.headcoach.training.engine;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

import org.headcoach.shared.BusinessException;

/** What a picture is made of. Its kind is told by what stands in it, never by its name; drawings that can carry scripts (SVG) are none of the kinds. */
public record PictureFile(String print, String type, byte[] content) implements Serializable {

	/** Bytes; a screenshot that is larger was not meant for a phone. */
	public static final int LARGEST = 2_000_000;

	/** @throws BusinessException when it is too large, or neither PNG nor JPEG nor GIF nor WebP */
	public static PictureFile of(byte[] content) {
		if (content.length == 0 || content.length > LARGEST) {
			throw new BusinessException("training.error.picture-size", LARGEST / 1_000_000);
		}
		return new PictureFile(sha256(content), type(content), content);
	}

	private static String type(byte[] content) {
		if (stands(content, 0, "\u0089PNG\r\n\u001a\n")) {
			return "image/png";
		}
		if (stands(content, 0, "\u00FF\u00D8\u00FF")) {
			return "image/jpeg";
		}
		if (stands(content, 0, "GIF87a") || stands(content, 0, "GIF89a")) {
			return "image/gif";
		}
		if (stands(content, 0, "RIFF") && stands(content, 8, "WEBP")) {
			return "image/webp";
		}
		throw new BusinessException("training.error.picture-kind");
	}

	private static boolean stands(byte[] content, int at, String letters) {
		var bytes = letters.getBytes(StandardCharsets.ISO_8859_1);
		return content.length >= at + bytes.length && Arrays.equals(content, at, at + bytes.length, bytes, 0, bytes.length);
	}

	/** As letters and digits. */
	public static String sha256(byte[] content) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}
}
