package org.headcoach.hiring.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.headcoach.hiring.engine.Formula.Weighted;
import org.junit.jupiter.api.Test;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class FormulaTest {

	private static final double NEAR = 1e-12;

	@Test
	void h3_weighsFiveScoresTo79Point14Percent() {
		var mark = Formula.mark(weighted(new int[] {9, 8, 7, 6, 5}, 8, 7, 9, 6, 10));
		assertEquals(277.0 / 350, mark.share().getAsDouble(), NEAR);
		assertEquals("79.14", String.format(java.util.Locale.ROOT, "%.2f", 100 * mark.share().getAsDouble()));
		assertEquals(1, mark.coverage(), NEAR);
	}

	@Test
	void takesAMissingScoreOutOfMeanAndCoverage() {
		var mark = Formula.mark(weighted(new int[] {9, 8, 7, 6, 5}, 8, 7, null, 6, 10));
		assertEquals(214.0 / 280, mark.share().getAsDouble(), NEAR);
		assertEquals(28.0 / 35, mark.coverage(), NEAR);
		assertEquals(4, mark.scored());
		assertEquals(5, mark.of());
	}

	@Test
	void hasNoMarkBeforeAnythingIsScored() {
		var mark = Formula.mark(weighted(new int[] {9, 8}, null, null));
		assertTrue(mark.share().isEmpty());
		assertEquals(0, mark.coverage());
	}

	@Test
	void hasNoMarkWhereOnlyWeightlessCharacteristicsAreScored() {
		assertTrue(Formula.mark(List.of(new Weighted(0, 9.0), new Weighted(3, null))).share().isEmpty());
	}

	@Test
	void refusesAScoreOfZero() {
		assertThrows(IllegalArgumentException.class, () -> new Weighted(1, 0.0));
		assertThrows(IllegalArgumentException.class, () -> new Weighted(-1, 5.0));
		assertThrows(IllegalArgumentException.class, () -> new Weighted(Double.NaN, 5.0));
	}

	@Test
	void countsTheSecondPassOnlyWhereThereAreTwo() {
		assertEquals(8, Formula.counted(true, 4, 8));
		assertNull(Formula.counted(true, 4, null));
		assertEquals(4, Formula.counted(false, 4, null));
	}

	@Test
	void givesWhoScoresMoreNoMoreWeight() {
		var weights = new LinkedHashMap<>(Map.of("a", 1.0, "b", 1.0));
		// two score a, one scores b: each characteristic counts once
		var mark = Formula.mark(weights, List.of(Map.of("a", 10), Map.of("a", 6), Map.of("b", 2)));
		assertEquals(0.5, mark.share().getAsDouble(), NEAR);
	}

	@Property
	void changesNothingWhenAllWeightsAreScaled(@ForAll("cards") List<Weighted> card, @ForAll @DoubleRange(min = 0.01, max = 1000) double factor) {
		var plain = Formula.mark(card);
		var scaled = Formula.mark(card.stream().map(one -> new Weighted(one.weight() * factor, one.score())).toList());
		assertEquals(plain.share().isPresent(), scaled.share().isPresent());
		assertEquals(plain.share().orElse(0), scaled.share().orElse(0), 1e-9);
		assertEquals(plain.coverage(), scaled.coverage(), 1e-9);
	}

	@Property
	void isNeverLoweredByAMissingScoreItself(@ForAll("cards") List<Weighted> card, @ForAll @DoubleRange(min = 0, max = 100) double weight) {
		var more = new java.util.ArrayList<>(card);
		more.add(new Weighted(weight, null));
		assertEquals(Formula.mark(card).share(), Formula.mark(more).share());
	}

	@Property
	void liesBetweenTheLowestAndTheHighestScore(@ForAll("cards") List<Weighted> card) {
		var counted = card.stream().filter(one -> one.score() != null && one.weight() > 0).mapToDouble(Weighted::score).summaryStatistics();
		Formula.mark(card).share().ifPresent(share -> assertTrue(share * 10 >= counted.getMin() - 1e-9 && share * 10 <= counted.getMax() + 1e-9));
	}

	@Property
	void risesWithAScore(@ForAll @IntRange(min = 1, max = 9) int score, @ForAll @DoubleRange(min = 0.1, max = 100) double weight, @ForAll("cards") List<Weighted> rest) {
		var low = new java.util.ArrayList<>(rest);
		low.add(new Weighted(weight, (double) score));
		var high = new java.util.ArrayList<>(rest);
		high.add(new Weighted(weight, score + 1.0));
		assertTrue(Formula.mark(high).share().getAsDouble() > Formula.mark(low).share().getAsDouble());
	}

	@Provide
	Arbitrary<List<Weighted>> cards() {
		return Combinators.combine(Arbitraries.doubles().between(0, 100), Arbitraries.integers().between(1, 10).map(score -> (double) score).injectNull(0.3)).as(Weighted::new).list().ofMaxSize(14);
	}

	private static List<Weighted> weighted(int[] weights, Integer... scores) {
		return IntStream.range(0, weights.length).mapToObj(i -> new Weighted(weights[i], scores[i] == null ? null : scores[i].doubleValue())).toList();
	}
}
