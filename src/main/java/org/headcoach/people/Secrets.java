package org.headcoach.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Secrets that a machine makes: 256 random bits, of which the database keeps only the SHA-256. They cannot be guessed,
 * so they need no slow hash; passwords, which can, have {@link Passwords}.
 */
public final class Secrets {

	private static final SecureRandom RANDOM = new SecureRandom();

	private Secrets() {
	}

	/** 43 letters that may stand in an address and in a cookie. */
	public static String create() {
		return create(32);
	}

	/** So many random bytes as letters that may stand in an address: 16 where somebody may have to type it. */
	public static String create(int bytes) {
		var secret = new byte[bytes];
		RANDOM.nextBytes(secret);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
	}

	public static String hash(String secret) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("Every Java platform has SHA-256", e);
		}
	}

	/** Compares in a time that does not tell how much of it was right. */
	public static boolean same(String one, String other) {
		return one != null && other != null
				&& MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
	}
}
