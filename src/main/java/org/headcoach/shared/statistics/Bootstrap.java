package org.headcoach.shared.statistics;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * How much a figure depends on who happened to be there: the same number of people is drawn again and again from those there are, some twice, some not at all, and the figure
 * is computed from each draw (Efron). The same seed and the same people give the same draws.
 */
public record Bootstrap(int people, int draws, long seed) {

	/** Of fewer usable draws nothing is said. */
	private static final double USABLE = 0.9;

	public Bootstrap {
		if (people < 1 || draws < 1) {
			throw new IllegalArgumentException(people + " people, " + draws + " draws");
		}
	}

	/** Hands over each draw as the number of times that each of the people is in it. The array is used again for the next draw. */
	public void each(Consumer<int[]> use) {
		var random = new SplittableRandom(seed);
		var counts = new int[people];
		for (int draw = 0; draw < draws; draw++) {
			Arrays.fill(counts, 0);
			for (int i = 0; i < people; i++) {
				counts[random.nextInt(people)]++;
			}
			use.accept(counts);
		}
	}

	/**
	 * The interval that holds the middle of the figures of all draws.
	 *
	 * @param figures NaN: this draw has none
	 * @return empty where a tenth of the draws or more have no figure
	 */
	public static Optional<Interval> interval(double[] figures, double level) {
		if (!(level > 0 && level < 1)) {
			throw new IllegalArgumentException("level " + level);
		}
		var usable = Arrays.stream(figures).filter(Double::isFinite).toArray();
		if (usable.length == 0 || usable.length <= USABLE * figures.length) {
			return Optional.empty();
		}
		return Optional.of(new Interval(Quantiles.quantile((1 - level) / 2, usable), Quantiles.quantile((1 + level) / 2, usable)));
	}
}
