package org.headcoach.pipeline.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.headcoach.pipeline.engine.Owners.Known;
import org.junit.jupiter.api.Test;

class OwnersTest {

	private final Owners owners = new Owners(List.of(Csv.AMIRA, Csv.KOFI), Map.of("old account", Owners.NOBODY, "sales 7", 16L));

	@Test
	void findsAPersonByMailNumberOrNameWithoutRegardToCapitalsAndBlanks() {
		assertEquals(12, owners.find("AMIRA@northlight.example"));
		assertEquals(12, owners.find("n12"));
		assertEquals(12, owners.find("  amira   nasser "));
	}

	@Test
	void anAnswerThatWasKeptCountsMoreThanAnythingElse() {
		assertEquals(16, owners.find("Sales 7"));
		assertEquals(Owners.NOBODY, owners.find("Old Account"));
	}

	@Test
	void aNameThatTwoPeopleShareNamesNeither() {
		var twins = new Owners(List.of(new Known(1, "Sam Lee", "s1@x.example", null), new Known(2, "Sam Lee", "s2@x.example", null)), Map.of());
		assertEquals(Owners.UNKNOWN, twins.find("Sam Lee"));
		assertEquals(2, twins.find("s2@x.example"));
	}

	@Test
	void suggestsWhoIsMeantBySlipsAndInitials() {
		assertEquals(Csv.KOFI, owners.closest("k.mensa@northlight.example").orElseThrow());
		assertEquals(Csv.AMIRA, owners.closest("Amira Naser").orElseThrow());
		assertTrue(owners.closest("Zaphod Beeblebrox").isEmpty());
		assertTrue(owners.closest("x").isEmpty());
	}
}
