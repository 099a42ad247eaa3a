package org.headcoach.coaching.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.headcoach.shared.statistics.Forecast;
import org.headcoach.shared.statistics.Interval;
import org.headcoach.shared.statistics.RepeatedFigures;

/**
 * Did coaching work? A rep is coached <em>because</em> a metric was low; low figures recover by themselves, unless they have always been low; and a good
 * month lifts everybody. So the window is held against a forecast of it: from the rep's own months before the window, as far as they say what is lasting, from how much comparable
 * reps differ and wander, and from what the same months did to the uncoached peers ({@link RepeatedFigures}).
 * <p>
 * All arithmetic is on the logarithm: changes multiply, and rates, volumes and averages are treated alike. The window itself is left out of what is learnt
 * about the coached.
 */
public final class EffectMeasurement {

	/** An interval that reaches to a tenth and to ten times of the estimate tells nothing but that there is nothing to tell. */
	private static final double TOO_WIDE = Math.log(10);

	private final Metric metric;
	private final String cohort;
	private final DiagnosisRules rules;
	private final int minimum;
	private final int periods;
	private final PeerModel chance;
	private final int peers;
	private final RepeatedFigures figures;

	private EffectMeasurement(Metric metric, String cohort, List<BeforeAndAfter> coached, List<BeforeAndAfter> uncoached, DiagnosisRules rules) {
		this.metric = metric;
		this.cohort = cohort;
		this.rules = rules;
		minimum = rules.minimumFor(metric.kind());
		periods = 2 + Stream.concat(coached.stream(), uncoached.stream()).mapToInt(rep -> rep.earlier().size()).max().orElse(0);
		peers = (int) uncoached.stream().filter(peer -> peer.measurable(minimum)).count();
		// The coached belong to the group that they were picked from: without them the group would look better than it is.
		chance = PeerModel.fit(metric.kind(), Stream.concat(coached.stream(), uncoached.stream()).flatMap(rep -> Stream.concat(rep.earlier().stream(), Stream.of(rep.before()))).toList(), 1)
				.orElse(null);
		figures = chance == null || peers < rules.minimumPeers() ? null
				: RepeatedFigures.fit(IntStream.range(0, periods).asDoubleStream().toArray(),
						Stream.concat(coached.stream().map(this::beforeWindow), uncoached.stream().map(this::series)).toList());
	}

	/**
	 * Measures the reps coached on one metric over the same baseline and window.
	 *
	 * @param cohort names the months of baseline and window, as {@code 2026-06..2026-08/2026-09..2026-11}
	 * @param coached those with a plan on this metric
	 * @param uncoached comparable reps over the same months who had no plan on this metric
	 * @return one per coached rep, in the given order
	 */
	public static List<CoachingEffect> measure(Metric metric, String cohort, List<BeforeAndAfter> coached, List<BeforeAndAfter> uncoached,
			DiagnosisRules rules) {
		EffectMeasurement measurement = new EffectMeasurement(metric, cohort, coached, uncoached, rules);
		return coached.stream().map(measurement::effectOn).toList();
	}

	/** The periods of one person, the window last; those with too little data are left out. */
	private RepeatedFigures.Series series(BeforeAndAfter rep) {
		List<Observation> all = new ArrayList<>(rep.earlier());
		all.add(rep.before());
		all.add(rep.after());
		double expected = chance.posteriorOf(rep.known()).logMean();
		double[] values = new double[periods];
		double[] variances = new double[periods];
		Arrays.fill(values, Double.NaN);
		for (int i = 0; i < all.size(); i++) {
			if (all.get(i).n() >= minimum) {
				PeerModel.Later later = chance.earlier(all.get(i), expected);
				int period = periods - all.size() + i;
				values[period] = later.variance() > 0 ? later.log() : Double.NaN;
				variances[period] = later.variance();
			}
		}
		return new RepeatedFigures.Series(values, variances);
	}

	private RepeatedFigures.Series beforeWindow(BeforeAndAfter rep) {
		return series(rep).before(periods - 1);
	}

	private CoachingEffect effectOn(BeforeAndAfter rep) {
		if (figures == null || !rep.measurable(minimum)) {
			return notEnough(rep);
		}
		Forecast truth = figures.forecast(beforeWindow(rep), periods - 1);
		PeerModel.Later seen = chance.later(rep.after(), truth.mean());
		if (!Double.isFinite(seen.log()) || !(seen.variance() > 0)) {
			return notEnough(rep);
		}
		Forecast forecast = truth.widenedBy(seen.variance());
		double tail = (1 - rules.intervalLevel()) / 2;
		double low = seen.log() - forecast.quantile(1 - tail);
		double high = seen.log() - forecast.quantile(tail);
		if (high - low > 2 * TOO_WIDE) {
			return notEnough(rep);
		}
		boolean higherIsBetter = metric.kind().higherIsBetter();
		double below = forecast.probabilityBelow(seen.log());
		double probabilityBetter = higherIsBetter ? below : 1 - below;
		double change = seen.log() - forecast.mean();
		CoachingEffect.Change measured = new CoachingEffect.Change(Math.exp(forecast.mean()), Math.expm1(change), new Interval(Math.expm1(low), Math.expm1(high)),
				probabilityBetter, Math.expm1(figures.change(periods - 2, periods - 1)), higherIsBetter ? change : -change, forecast.variance(),
				forecast.sharedVariance());
		return new CoachingEffect(metric, cohort, rep, peers, measured, EffectVerdict.of(probabilityBetter, rules));
	}

	private CoachingEffect notEnough(BeforeAndAfter rep) {
		return new CoachingEffect(metric, cohort, rep, peers, null, EffectVerdict.NOT_ENOUGH_DATA);
	}
}
