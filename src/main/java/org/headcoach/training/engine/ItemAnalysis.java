package org.headcoach.training.engine;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.headcoach.shared.statistics.Correlation;

/**
 * What questions tell about those who answer them, from the credits of finished attempts.
 * Questions are drawn, so not everybody has the same: an item is held against the rest of the attempts in which it stood, and the reliability of a whole exam is told only
 * of attempts that had the same questions.
 *
 * @param reliability Cronbach's alpha, which is KR-20 where every answer is right or wrong; null where it cannot be told
 * @param reliableOf the attempts that the reliability is told of
 */
public record ItemAnalysis(int attempts, List<Item> items, Double reliability, int reliableOf) implements Serializable {

	/** Fewer say nothing about a question. */
	public static final int FEWEST = 10;

	/**
	 * One question.
	 *
	 * @param n attempts in which it stood
	 * @param facility share of its points that was earned, from 0 to 1; null when n is 0
	 * @param discrimination correlation with the rest of the attempt, from -1 to 1: the corrected point biserial; null for fewer than {@link #FEWEST} or when all answers or all rests are alike
	 */
	public record Item(int n, Double facility, Double discrimination) implements Serializable {

		/** What it tells, by the bands of Ebel; that it misleads only where chance is no explanation. */
		public Verdict verdict() {
			if (n < FEWEST) {
				return Verdict.FEW;
			}
			if (discrimination == null) {
				return facility > 1 - 1e-9 ? Verdict.EVERYBODY : facility < 1e-9 ? Verdict.NOBODY : Verdict.FEW;
			}
			if (Math.tanh(Correlation.fisher(discrimination) + HALF / Math.sqrt(n - 3)) < 0) {
				return Verdict.MISLEADS;
			}
			// as it is shown, in two decimals
			var shown = Math.round(discrimination * 100);
			return shown >= 40 ? Verdict.VERY_GOOD : shown >= 30 ? Verdict.GOOD : shown >= 20 ? Verdict.WEAK : Verdict.POOR;
		}
	}

	/** How well a question tells apart. */
	public enum Verdict {
		VERY_GOOD, GOOD, WEAK, POOR,
		/** Those who know more answer it worse: its key is wrong or its words mislead. */
		MISLEADS,
		/** All had it right, or all wrong: it tells nobody from anybody. */
		EVERYBODY, NOBODY, FEW
	}

	/** Of an interval of 90 % on Fisher's scale, by the root of n - 3. */
	private static final double HALF = 1.6449;

	/**
	 * Analyses a table of credits.
	 *
	 * @param credits a line for each attempt, in it for each question the credit from 0 to 1, or NaN where the attempt had not that question
	 */
	public static ItemAnalysis of(double[][] credits) {
		var attempts = credits.length;
		var items = attempts == 0 ? 0 : credits[0].length;
		var sums = new double[attempts];
		var counts = new int[attempts];
		for (int a = 0; a < attempts; a++) {
			for (var credit : credits[a]) {
				if (!Double.isNaN(credit)) {
					sums[a] += credit;
					counts[a]++;
				}
			}
		}
		var list = IntStream.range(0, items).mapToObj(i -> item(credits, sums, counts, i)).toList();
		var same = attempts == 0 ? new int[0] : IntStream.range(0, attempts).filter(a -> counts[a] == items).toArray();
		// with a few complete attempts among many drawn ones the number would tell of chance
		var complete = attempts > 0 && same.length == attempts;
		return new ItemAnalysis(attempts, list, complete ? alpha(credits) : null, complete ? attempts : 0);
	}

	private static Item item(double[][] credits, double[] sums, int[] counts, int item) {
		var n = 0;
		double sum = 0;
		double rests = 0;
		for (int a = 0; a < credits.length; a++) {
			var own = credits[a][item];
			if (!Double.isNaN(own)) {
				n++;
				sum += own;
				rests += rest(sums[a], counts[a], own);
			}
		}
		if (n == 0) {
			return new Item(0, null, null);
		}
		var mean = sum / n;
		var meanRest = rests / n;
		double own2 = 0;
		double rest2 = 0;
		double both = 0;
		for (int a = 0; a < credits.length; a++) {
			var own = credits[a][item];
			if (!Double.isNaN(own)) {
				var x = own - mean;
				var y = rest(sums[a], counts[a], own) - meanRest;
				own2 += x * x;
				rest2 += y * y;
				both += x * y;
			}
		}
		var tells = n >= FEWEST && own2 > 1e-12 && rest2 > 1e-12;
		return new Item(n, mean, tells ? both / Math.sqrt(own2 * rest2) : null);
	}

	/** The mean of the other questions: with as many in each attempt it correlates as their sum does. */
	private static double rest(double sum, int count, double own) {
		return count < 2 ? 0 : (sum - own) / (count - 1);
	}

	/** Cronbach's alpha of a full table; null for fewer than two questions, too few attempts or totals that are all alike. */
	private static Double alpha(double[][] credits) {
		var items = credits[0].length;
		if (items < 2 || credits.length < FEWEST) {
			return null;
		}
		var parts = IntStream.range(0, items).mapToDouble(i -> variance(Arrays.stream(credits).mapToDouble(line -> line[i]).toArray())).sum();
		var total = variance(Arrays.stream(credits).mapToDouble(line -> Arrays.stream(line).sum()).toArray());
		return total < 1e-12 ? null : items / (items - 1.0) * (1 - parts / total);
	}

	private static double variance(double[] numbers) {
		var mean = Arrays.stream(numbers).average().orElse(0);
		return Arrays.stream(numbers).map(number -> (number - mean) * (number - mean)).sum() / numbers.length;
	}
}
