package org.headcoach.pipeline;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

import org.headcoach.shared.BusinessException;

/**
 * Notices identities that may stand in the file twice, in 16 MB however long the file is: a Bloom filter. It never misses
 * one; those it suspects wrongly (one in a million for a million lines) are cleared by a closer look.
 */
final class TwinWatch {

	private static final int BITS = 1 << 27;
	private static final int MOST_SUSPECTS = 200_000;

	private final BitSet seen = new BitSet(BITS);
	private final Set<String> suspects = new HashSet<>();

	void add(String identity) {
		var hash = hash(identity);
		var step = hash >>> 32 | 1;
		var known = true;
		for (int i = 0; i < 4; i++) {
			var bit = (int) ((hash + i * step) & BITS - 1);
			if (!seen.get(bit)) {
				known = false;
				seen.set(bit);
			}
		}
		if (known && suspects.add(identity) && suspects.size() > MOST_SUSPECTS) {
			throw new BusinessException("pipeline.import.error.id-is-none", MOST_SUSPECTS);
		}
	}

	Set<String> suspects() {
		return suspects;
	}

	/** FNV-1a, then mixed so that all bits depend on all characters. */
	private static long hash(String text) {
		var hash = 0xcbf29ce484222325L;
		for (int i = 0; i < text.length(); i++) {
			hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
		}
		hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
		hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
		return hash ^ hash >>> 33;
	}
}
