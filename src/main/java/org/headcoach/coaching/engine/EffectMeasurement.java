package org.headcoach.coaching.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

import org.apache.commons.statistics.distribution.TDistribution;
import org.headcoach.shared.statistics.Dispersion;
import org.headcoach.shared.statistics.Interval;
import org.headcoach.shared.statistics.Posterior;

/**
 * Did coaching work? A rep is coached <em>because</em> a metric was low, and low figures recover by themselves; and a good month lifts everybody. So the
 * window is held against an expectation that has both in it: the baseline shrunk towards all comparable reps (regression to the mean), times
 * the change of the uncoached peers over the same months, who are held against their own shrunk baselines in the same way ({@link PeerChange}).
 * <p>
 * All arithmetic is on the logarithm: changes multiply, and rates, volumes and averages are treated alike. How much a true figure wanders from
 * one period to the next without any coaching is learnt from the uncoached peers and widens the interval.
 */
public final class EffectMeasurement {

	/** An interval that reaches to a tenth and to ten times of the estimate tells nothing but that there is nothing to tell. */
	private static final double TOO_WIDE = Math.log(10);

	private final Metric metric;
	private final String cohort;
	private final DiagnosisRules rules;
	private final PeerModel model;
	private final PeerChange peerChange;

	private EffectMeasurement(Metric metric, String cohort, DiagnosisRules rules, PeerModel model, PeerChange peerChange) {
		this.metric = metric;
		this.cohort = cohort;
		this.rules = rules;
		this.model = model;
		this.peerChange = peerChange;
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
		EffectMeasurement measurement = prepare(metric, cohort, coached, uncoached, rules);
		return coached.stream().map(measurement::effectOn).toList();
	}

	private static EffectMeasurement prepare(Metric metric, String cohort, List<BeforeAndAfter> coached, List<BeforeAndAfter> uncoached,
			DiagnosisRules rules) {
		int minimum = rules.minimumFor(metric.kind());
		List<BeforeAndAfter> peers = uncoached.stream().filter(p -> p.measurable(minimum)).toList();
		List<Observation> baselines = new ArrayList<>();
		coached.forEach(c -> baselines.add(c.before()));
		uncoached.forEach(p -> baselines.add(p.before()));
		// The coached belong to the group that they were picked from: without them the group would look better than it is.
		Optional<PeerModel> model = PeerModel.fit(metric.kind(), baselines, dispersion(metric, peers));
		PeerChange peerChange = model.map(m -> peerChange(m, baselines, peers, rules)).orElse(null);
		return new EffectMeasurement(metric, cohort, rules, model.orElse(null), peerChange);
	}

	private static PeerChange peerChange(PeerModel model, List<Observation> baselines, List<BeforeAndAfter> peers, DiagnosisRules rules) {
		double typical = baselines.stream().filter(b -> b.n() > 0).mapToDouble(b -> model.posteriorOf(b).logMean()).average().orElse(Double.NaN);
		List<double[]> rows = new ArrayList<>();
		for (BeforeAndAfter peer : peers) {
			Posterior before = model.posteriorOf(peer.before());
			PeerModel.Later after = model.later(peer.after(), before.logMean());
			double change = after.log() - before.logMean();
			double variance = after.variance() + before.logVariance();
			if (Double.isFinite(change) && variance > 0) {
				rows.add(new double[] { before.logMean(), change, variance });
			}
		}
		return rows.size() < rules.minimumPeers() || !Double.isFinite(typical) ? null : PeerChange.of(typical, column(rows, 0), column(rows, 1), column(rows, 2));
	}

	private static double[] column(List<double[]> rows, int column) {
		return rows.stream().mapToDouble(row -> row[column]).toArray();
	}

	private CoachingEffect effectOn(BeforeAndAfter rep) {
		if (model == null || peerChange == null || !rep.measurable(rules.minimumFor(metric.kind()))) {
			return notEnough(rep);
		}
		Posterior before = model.posteriorOf(rep.before());
		double expected = before.logMean() + peerChange.expectedOf(before.logMean());
		PeerModel.Later after = model.later(rep.after(), expected);
		double change = after.log() - expected;
		double shared = peerChange.varianceOf(before.logMean());
		double standardError = Math.sqrt(after.variance() + before.logVariance() + peerChange.wander() + shared);
		if (!Double.isFinite(change) || !(standardError > 0)) {
			return notEnough(rep);
		}
		// How much figures wander by themselves was learnt from so many peers, no more: hence t, not normal.
		TDistribution t = TDistribution.of(peerChange.peers() - 1.0);
		double half = -t.inverseCumulativeProbability((1 - rules.intervalLevel()) / 2) * standardError;
		if (half > TOO_WIDE) {
			return notEnough(rep);
		}
		double good = metric.kind().higherIsBetter() ? change : -change;
		double probabilityBetter = t.cumulativeProbability(good / standardError);
		CoachingEffect.Change measured = new CoachingEffect.Change(Math.exp(expected), Math.expm1(change),
				new Interval(Math.expm1(change - half), Math.expm1(change + half)), probabilityBetter, Math.expm1(peerChange.level()), good,
				standardError * standardError, shared);
		return new CoachingEffect(metric, cohort, rep, peerChange.peers(), measured, EffectVerdict.of(probabilityBetter, rules));
	}

	private CoachingEffect notEnough(BeforeAndAfter rep) {
		return new CoachingEffect(metric, cohort, rep, peerChange == null ? 0 : peerChange.peers(), null, EffectVerdict.NOT_ENOUGH_DATA);
	}

	/** How much the uncoached peers' counts jump between the two periods beyond chance. */
	private static double dispersion(Metric metric, List<BeforeAndAfter> peers) {
		if (metric.kind() == MetricKind.VOLUME) {
			return Dispersion.ofVolumes(table(peers, o -> ((Observation.Pace) o).events()), table(peers, Observation::n));
		}
		return metric.kind().isShare() ? Dispersion.ofRates(table(peers, o -> ((Observation.Share) o).cappedSuccesses()), table(peers, Observation::n)) : 1;
	}

	private static double[][] table(List<BeforeAndAfter> peers, ToDoubleFunction<Observation> figure) {
		return peers.stream().map(p -> new double[] { figure.applyAsDouble(p.before()), figure.applyAsDouble(p.after()) }).toArray(double[][]::new);
	}
}
