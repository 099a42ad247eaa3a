package org.headcoach.contests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everybody who passes reads a wall. */
class WallPageTest {

	@ParameterizedTest(name = "{0}")
	@CsvSource({"Amira Nasser, Amira", "Jean-Luc  de la Tour, Jean-Luc", "' Chloé Durandeau', Chloé", "Madonna, Madonna"})
	void tellsFirstNamesOnly(String name, String shown) {
		assertEquals(shown, WallPage.firstName(name));
	}
}
