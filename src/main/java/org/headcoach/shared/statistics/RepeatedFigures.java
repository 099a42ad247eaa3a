package org.headcoach.shared.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is to be expected of a person in a period, learnt from the person's own earlier periods and from everybody else. On the scale of the figures
 * (for rates and volumes the logarithm) each figure is taken as
 * <p>
 * {@code figure = level of the period + lasting difference of the person + wandering + chance}
 * <p>
 * The lasting difference says who somebody is: normal around 0, and one person in ten from a distribution five times as wide, so that a real outlier is not taken
 * for a mistake. Wandering is what comes and goes: normal, and where it is correlated it fades with the time between two periods. Chance
 * is known, because each figure comes with its sampling variance. Whoever was low in one period only is expected to come back; whoever was low in
 * all of them is expected to stay.
 * <p>
 * How much people differ, how much figures wander and how slowly that fades are not known. A grid of answers is weighed by how well each explains the data (restricted
 * likelihood, half-Cauchy priors on the two standard deviations), and forecasts are averaged over it: what the data leave open widens the forecast.
 */
public final class RepeatedFigures {

	/** One person's figures: NaN where there is none in a period. */
	public record Series(double[] values, double[] variances) {

		public Series {
			if (values.length != variances.length) {
				throw new IllegalArgumentException(values.length + " values and " + variances.length + " variances");
			}
			for (int i = 0; i < values.length; i++) {
				if (!Double.isNaN(values[i]) && !(Double.isFinite(values[i]) && variances[i] > 0)) {
					throw new IllegalArgumentException("value " + values[i] + " with variance " + variances[i]);
				}
			}
		}

		/** The same without that period and all later ones. */
		public Series before(int period) {
			double[] earlier = values.clone();
			Arrays.fill(earlier, period, earlier.length, Double.NaN);
			return new Series(earlier, variances);
		}

	}

	/** What is known of one person, without the gaps. */
	private record Known(int[] periods, double[] values, double[] variances) {

		static Known of(Series series) {
			int[] periods = IntStream.range(0, series.values.length).filter(i -> !Double.isNaN(series.values[i])).toArray();
			return new Known(periods, Arrays.stream(periods).mapToDouble(i -> series.values[i]).toArray(), Arrays.stream(periods).mapToDouble(i -> series.variances[i]).toArray());
		}
	}

	private static final double[] LASTING = { 0.03, 0.08, 0.14, 0.2, 0.3, 0.45, 0.8 };
	private static final double[] WANDERING = { 0.02, 0.06, 0.1, 0.15, 0.23, 0.4 };
	/** Correlation of the wandering over one unit of time. */
	private static final double[] FADING = { 0, 0.6 };
	private static final double USUAL_LASTING = 0.3;
	private static final double USUAL_WANDERING = 0.15;

	private static final double OUTLIERS = 0.1;
	private static final double OUTLIERS_WIDER = 5;
	private static final double[][] KINDS = { { 1 - OUTLIERS, 1 }, { OUTLIERS, OUTLIERS_WIDER } };

	private static final double NEGLIGIBLE = 1e-6;

	private final List<Explanation> explanations;

	private RepeatedFigures(List<Explanation> explanations) {
		this.explanations = explanations;
	}

	/**
	 * Learns from all people together. A period in which nobody has a figure tells nothing and cannot be forecast.
	 *
	 * @param times when the periods were; only the distances matter
	 */
	public static RepeatedFigures fit(double[] times, List<Series> people) {
		List<Known> known = people.stream().map(Known::of).filter(person -> person.periods.length > 0).toList();
		List<Explanation> all = new ArrayList<>();
		for (double fading : FADING) {
			double[][] correlations = correlations(times, fading);
			for (int i = 0; i < LASTING.length; i++) {
				for (int j = 0; j < WANDERING.length; j++) {
					double prior = width(LASTING, i) * width(WANDERING, j) / (1 + square(LASTING[i] / USUAL_LASTING)) / (1 + square(WANDERING[j] / USUAL_WANDERING));
					all.add(Explanation.of(new Truth(square(LASTING[i]), square(WANDERING[j]), correlations), known, Math.log(prior)));
				}
			}
		}
		double best = all.stream().mapToDouble(e -> e.logWeight).max().orElseThrow();
		double sum = all.stream().mapToDouble(e -> Math.exp(e.logWeight - best)).sum();
		return new RepeatedFigures(all.stream().map(e -> e.weighing(Math.exp(e.logWeight - best) / sum)).filter(e -> e.weight > NEGLIGIBLE).toList());
	}

	/** How alike the wandering is in two periods. */
	private static double[][] correlations(double[] times, double fading) {
		double[][] correlations = new double[times.length][times.length];
		for (int i = 0; i < times.length; i++) {
			for (int j = 0; j < times.length; j++) {
				correlations[i][j] = i == j ? 1 : Math.pow(fading, Math.abs(times[i] - times[j]));
			}
		}
		return correlations;
	}

	/** How much of the scale a point of the grid stands for. */
	private static double width(double[] grid, int i) {
		double left = i == 0 ? 0 : (grid[i - 1] + grid[i]) / 2;
		double right = i == grid.length - 1 ? grid[i] + (grid[i] - grid[i - 1]) / 2 : (grid[i] + grid[i + 1]) / 2;
		return right - left;
	}

	/** The level of one period less that of another. */
	public double change(int from, int to) {
		return explanations.stream().mapToDouble(e -> e.weight * (e.levels[to] - e.levels[from])).sum();
	}

	/** What is to be expected in that period of somebody of whom no more than these figures is known. */
	public Forecast forecast(Series series, int period) {
		Known known = Known.of(series);
		List<Forecast.Part> parts = new ArrayList<>();
		double shared = 0;
		double mean = 0;
		double meanSquare = 0;
		double weights = 0;
		for (Explanation explanation : explanations) {
			double[] logWeights = new double[KINDS.length];
			Prediction[] predictions = new Prediction[KINDS.length];
			for (int kind = 0; kind < KINDS.length; kind++) {
				predictions[kind] = explanation.predict(known, period, square(KINDS[kind][1]));
				logWeights[kind] = Math.log(KINDS[kind][0]) + predictions[kind].logDensity;
			}
			double best = Arrays.stream(logWeights).max().orElseThrow();
			double sum = Arrays.stream(logWeights).map(w -> Math.exp(w - best)).sum();
			double ownMean = 0;
			for (int kind = 0; kind < KINDS.length; kind++) {
				double weight = Math.exp(logWeights[kind] - best) / sum;
				ownMean += weight * predictions[kind].mean;
				shared += explanation.weight * weight * predictions[kind].levelVariance;
				parts.add(new Forecast.Part(explanation.weight * weight, predictions[kind].mean, predictions[kind].variance + predictions[kind].levelVariance));
			}
			mean += explanation.weight * ownMean;
			meanSquare += explanation.weight * ownMean * ownMean;
			weights += explanation.weight;
		}
		mean /= weights;
		// which answer of the grid is the right one is the same for everybody: an error there is shared
		return Forecast.of(parts, shared / weights + Math.max(0, meanSquare / weights - mean * mean));
	}

	private static double square(double value) {
		return value * value;
	}

	private record Prediction(double mean, double variance, double levelVariance, double logDensity) {
	}

	/** How figures come about, as one answer of the grid has it. */
	private record Truth(double lasting, double wandering, double[][] correlations) {

		double covariance(int one, int other, double wider) {
			return lasting * wider + wandering * correlations[one][other];
		}

		Cholesky covariance(Known person, double wider) {
			int size = person.periods.length;
			double[][] covariance = new double[size][size];
			for (int i = 0; i < size; i++) {
				for (int j = 0; j <= i; j++) {
					covariance[i][j] = covariance(person.periods[i], person.periods[j], wider);
				}
				covariance[i][i] += person.variances[i];
			}
			return Cholesky.of(covariance);
		}
	}

	/** One answer of the grid, with the levels of the periods under it. */
	private static final class Explanation {

		private final Truth truth;
		private final double[] levels;
		private final Cholesky information;
		private final double logWeight;
		private final double weight;

		private Explanation(Truth truth, double[] levels, Cholesky information, double logWeight, double weight) {
			this.truth = truth;
			this.levels = levels;
			this.information = information;
			this.logWeight = logWeight;
			this.weight = weight;
		}

		Explanation weighing(double share) {
			return new Explanation(truth, levels, information, logWeight, share);
		}

		static Explanation of(Truth truth, List<Known> people, double logPrior) {
			int periods = truth.correlations.length;
			double[][] information = new double[periods][periods];
			double[] right = new double[periods];
			List<Cholesky> usual = new ArrayList<>(people.size());
			for (Known person : people) {
				Cholesky covariance = truth.covariance(person, 1);
				usual.add(covariance);
				double[][] inverse = covariance.inverse();
				for (int i = 0; i < person.periods.length; i++) {
					for (int j = 0; j < person.periods.length; j++) {
						information[person.periods[i]][person.periods[j]] += inverse[i][j];
						right[person.periods[i]] += inverse[i][j] * person.values[j];
					}
				}
			}
			for (int i = 0; i < periods; i++) {
				// a period without any figure: its level stays 0 and disturbs no other
				information[i][i] = information[i][i] == 0 ? 1 : information[i][i];
			}
			Cholesky solved = Cholesky.of(information);
			double[] levels = solved.solve(right);
			double logWeight = logPrior - solved.logDeterminant() / 2;
			for (int i = 0; i < people.size(); i++) {
				Known person = people.get(i);
				double[] residuals = residuals(person, levels);
				double asUsual = Math.log(1 - OUTLIERS) + usual.get(i).logDensity(residuals);
				double asOutlier = Math.log(OUTLIERS) + truth.covariance(person, square(OUTLIERS_WIDER)).logDensity(residuals);
				double larger = Math.max(asUsual, asOutlier);
				logWeight += larger + Math.log(Math.exp(asUsual - larger) + Math.exp(asOutlier - larger));
			}
			return new Explanation(truth, levels, solved, logWeight, 0);
		}

		private static double[] residuals(Known person, double[] levels) {
			double[] residuals = new double[person.values.length];
			for (int i = 0; i < residuals.length; i++) {
				residuals[i] = person.values[i] - levels[person.periods[i]];
			}
			return residuals;
		}

		/** @param wider by what the variance of the lasting difference is multiplied */
		Prediction predict(Known person, int period, double wider) {
			double total = truth.covariance(period, period, wider);
			double[] contrast = new double[levels.length];
			contrast[period] = 1;
			if (person.periods.length == 0) {
				return new Prediction(levels[period], total, dot(contrast, information.solve(contrast)), 0);
			}
			Cholesky covariance = truth.covariance(person, wider);
			double[] toNew = Arrays.stream(person.periods).mapToDouble(known -> truth.covariance(known, period, wider)).toArray();
			double[] gains = covariance.solve(toNew);
			double[] residuals = residuals(person, levels);
			for (int i = 0; i < gains.length; i++) {
				contrast[person.periods[i]] -= gains[i];
			}
			return new Prediction(levels[period] + dot(gains, residuals), Math.max(total - dot(gains, toNew), 1e-12), dot(contrast, information.solve(contrast)),
					covariance.logDensity(residuals));
		}

		private static double dot(double[] one, double[] other) {
			double sum = 0;
			for (int i = 0; i < one.length; i++) {
				sum += one[i] * other[i];
			}
			return sum;
		}
	}
}
