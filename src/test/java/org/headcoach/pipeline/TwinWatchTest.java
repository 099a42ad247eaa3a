package org.headcoach.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;

import org.headcoach.shared.BusinessException;
import org.junit.jupiter.api.Test;

class TwinWatchTest {

	@Test
	void neverMissesAnIdentityThatStandsTwice() {
		var watch = new TwinWatch();
		for (int i = 0; i < 200_000; i++) {
			watch.add("id-" + i);
		}
		for (int i = 0; i < 200_000; i += 1_000) {
			watch.add("id-" + i);
		}
		for (int i = 0; i < 200_000; i += 1_000) {
			assertTrue(watch.suspects().contains("id-" + i));
		}
	}

	@Test
	void suspectsHardlyAnybodyWrongly() {
		var watch = new TwinWatch();
		for (int i = 0; i < 500_000; i++) {
			watch.add("1000" + i);
		}
		assertTrue(watch.suspects().size() <= 2, watch.suspects()::toString);
	}

	@Test
	void aFileWithoutTwinsHasNoSuspects() {
		var watch = new TwinWatch();
		watch.add("a");
		watch.add("b");
		assertEquals(Set.of(), watch.suspects());
	}

	@Test
	void aColumnThatRepeatsItselfAllTheTimeIsNoIdentity() {
		var watch = new TwinWatch();
		var refusal = assertThrows(BusinessException.class, () -> {
			for (int i = 0; i < 600_000; i++) {
				watch.add("id-" + i / 2);
			}
		});
		assertEquals("pipeline.import.error.id-is-none", refusal.key());
	}
}
