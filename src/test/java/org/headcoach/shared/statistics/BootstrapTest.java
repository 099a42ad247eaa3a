package org.headcoach.shared.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BootstrapTest {

	@Property(tries = 50)
	void theSameSeedDrawsTheSamePeople(@ForAll long seed, @ForAll @IntRange(min = 1, max = 50) int people) {
		assertEquals(draws(people, seed), draws(people, seed));
	}

	@Test
	void anotherSeedDrawsOthersAndEachDrawHasAsManyPeople() {
		assertNotEquals(draws(20, 1), draws(20, 2));
		draws(20, 3).forEach(draw -> assertEquals(20, draw.stream().mapToInt(Integer::intValue).sum()));
	}

	@Test
	void holdsTheMiddleOfTheFigures() {
		var figures = new double[101];
		for (int i = 0; i <= 100; i++) {
			figures[i] = i;
		}
		var middle = Bootstrap.interval(figures, 0.9).orElseThrow();
		assertEquals(5, middle.low(), 1e-12);
		assertEquals(95, middle.high(), 1e-12);
	}

	@Test
	void saysNothingWhereATenthOfTheDrawsHaveNoFigure() {
		var figures = new double[100];
		Arrays.fill(figures, 0, 9, Double.NaN);
		assertEquals(Optional.of(new Interval(0, 0)), Bootstrap.interval(figures, 0.9));
		figures[9] = Double.NaN;
		assertEquals(Optional.empty(), Bootstrap.interval(figures, 0.9));
	}

	/** Of 400 simulated groups of 60 people the 90 % interval of a mean holds the truth in 340 to 380. */
	@Test
	void holdsTheTruthAsOftenAsItSays() {
		var held = 0;
		for (int group = 0; group < 400; group++) {
			var random = new Random(group);
			var people = random.doubles(60).map(each -> random.nextGaussian()).toArray();
			var means = new ArrayList<Double>();
			new Bootstrap(60, 300, group).each(counts -> {
				var sum = 0.0;
				for (int i = 0; i < 60; i++) {
					sum += counts[i] * people[i];
				}
				means.add(sum / 60);
			});
			held += Bootstrap.interval(means.stream().mapToDouble(Double::doubleValue).toArray(), 0.9).orElseThrow().contains(0) ? 1 : 0;
		}
		var times = held;
		assertTrue(340 <= times && times <= 380, () -> times + " of 400");
	}

	private static List<List<Integer>> draws(int people, long seed) {
		var draws = new ArrayList<List<Integer>>();
		new Bootstrap(people, 10, seed).each(counts -> draws.add(Arrays.stream(counts).boxed().toList()));
		return draws;
	}
}
