package org.headcoach.site.tags;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrawingsTest {

	@Test
	void drawsAFunnelBySquareRootsAgainstTheColumnsLargestVolume() {
		assertEquals(List.of(30.0, 15.0, 7.5), FunnelBars.heights(List.of(400.0, 100.0, 25.0), 400));
		assertEquals(List.of(15.0, 7.5), FunnelBars.heights(List.of(100.0, 25.0), 400));
	}

	@Test
	void showsASmallVolumeAndHidesNone() {
		assertEquals(List.of(30.0, 2.0, 0.5), FunnelBars.heights(List.of(10_000.0, 1.0, 0.0), 0));
	}

	@Test
	void drawsAFunnelOfNothing() {
		assertEquals(List.of(0.5, 0.5), FunnelBars.heights(List.of(0.0, 0.0), 0));
	}

	@Test
	void readsVolumesFromListsAndArrays() {
		assertEquals(List.of(3.0, 2.0), FunnelBars.numbers(List.of(3, 2L)));
		assertEquals(List.of(3.0, 2.0), FunnelBars.numbers(new long[] {3, 2}));
		assertEquals(List.of(), FunnelBars.numbers(null));
	}

	@Test
	void givesBarsRoomForTheLongestWhiskerAndTheMedian() {
		var bars = List.of(new Bar("Sofia", .38, .31, .46, 61L, false, false, null), new Bar("Kofi", .31, .18, .58, 5L, false, true, null));
		assertEquals(0.6, BarsTag.scale(bars, 0.33, null).max(), 1e-9);
		assertEquals(0.8, BarsTag.scale(bars, 0.7, null).max(), 1e-9);
		assertEquals(1.0, BarsTag.scale(bars, 0.33, 1.0).max(), 1e-9);
	}

	@ParameterizedTest
	@CsvSource({"BELOW, false, hc-below hc-sure", "BELOW, true, hc-above hc-sure", "PERHAPS_ABOVE, false, hc-above hc-perhaps",
			"PERHAPS_ABOVE, true, hc-below hc-perhaps", "IN_LINE, true, hc-line hc-sure", "NOT_ENOUGH_DATA, false, hc-few hc-few"})
	void coloursAVerdictByWhatIsBetter(String verdict, boolean lowerIsBetter, String classes) {
		assertEquals(classes, Certainty.of(verdict).styleClass(lowerIsBetter));
	}

	@Test
	void drawsNoVerdictForNone() {
		assertNull(Certainty.of(null));
		assertThrows(IllegalArgumentException.class, () -> Certainty.of("SOMEWHAT_BELOW"));
	}

	@ParameterizedTest
	@CsvSource({"Amira Nasser, AN", "Cher, C", "Ana Maria de Souza, AS", "  élodie  durand , ÉD", "'', ''"})
	void shortensANameToItsInitials(String name, String initials) {
		assertEquals(initials, InitialsTag.of(name));
	}
}
