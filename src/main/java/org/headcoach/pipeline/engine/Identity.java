package org.headcoach.pipeline.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The identity of a record that comes without one: a hash over the fields that a CRM does not let two records share.
 * It stays the same from export to export as long as these fields do.
 */
final class Identity {

	/** Marks identities that we made; no CRM begins its own like this. */
	private static final char OWN = '~';
	private static final int BYTES = 20;

	private final MessageDigest digest;

	Identity() {
		try {
			digest = MessageDigest.getInstance("SHA-256");
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("Every Java has SHA-256", e);
		}
	}

	/** The parts in their order; texts are compared without capitals and doubled blanks, a missing part is a part too. */
	String of(Object... parts) {
		digest.reset();
		for (var part : parts) {
			if (part != null) {
				digest.update(Mapping.plain(part.toString()).getBytes(StandardCharsets.UTF_8));
			}
			digest.update((byte) 0x1F);
		}
		return OWN + HexFormat.of().formatHex(digest.digest(), 0, BYTES);
	}
}
