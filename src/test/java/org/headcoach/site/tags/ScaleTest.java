package org.headcoach.site.tags;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class ScaleTest {

	@ParameterizedTest
	@CsvSource({"0, 0", "0.14, 17.5", "0.33, 41.25", "0.8, 100", "-1, 0", "2, 100"})
	void putsAFigureAtItsShareOfTheWidth(double figure, double position) {
		assertEquals(position, new Scale(0, 0.8).at(figure));
	}

	@Test
	void measuresAnIntervalBetweenItsEnds() {
		assertEquals(16.25, new Scale(0, 0.8).between(0.14, 0.27));
	}

	@Test
	void neverDrawsAnIntervalBackwards() {
		assertEquals(0, new Scale(0, 1).between(0.5, 0.2));
	}

	@Test
	void cutsAnIntervalThatReachesBeyondTheEnd() {
		assertEquals(20, new Scale(0, 0.5).between(0.4, 0.9));
	}

	@Test
	void survivesEqualEnds() {
		assertEquals(0, new Scale(3, 3).at(3));
	}

	@ParameterizedTest
	@CsvSource({"0.58, 0.6, 7", "0.61, 0.8, 5", "740, 800, 5", "1, 1, 6", "0, 1, 6"})
	void endsAtARoundNumberWithFewLines(double largest, double end, int lines) {
		var scale = Scale.upTo(largest, 6);
		assertEquals(end, scale.max(), 1e-9);
		assertEquals(lines, scale.ticks(6).size());
	}

	@Test
	void standsItsGridLinesOnRoundNumbers() {
		assertEquals(List.of(0.0, 200.0, 400.0, 600.0, 800.0), Scale.upTo(740, 6).ticks(6).stream().map(Scale::round).toList());
	}

	@Test
	void writesPercentagesAsSvgWantsThem() {
		assertEquals("41.25%", new Scale(0, 0.8).percentAt(0.33));
		assertEquals("50%", new Scale(0, 2).percentAt(1));
	}

	@ParameterizedTest
	@CsvSource({"0, 0", "37, 37", "37.5, 37.5", "37.05, 37.05", "0.25, 0.25", "99.999, 100", "-0.5, -0.5", "-0.001, 0", "-12.25, -12.25"})
	void writesHundredthsWithoutNeedlessZeros(double number, String text) {
		assertEquals(text, Scale.plain(number));
	}

	@Property
	void writesWhatCanBeReadBack(@ForAll @DoubleRange(min = -1000, max = 1000) double number) {
		assertEquals(Scale.round(number), Double.parseDouble(Scale.plain(number)), 0);
	}
}
