package org.headcoach.coaching.engine;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.headcoach.shared.statistics.Dispersion;
import org.headcoach.shared.statistics.Posterior;
import org.headcoach.shared.statistics.Quantiles;

/** All reps of a group on one metric. */
final class MetricComparison {

	private final Metric metric;
	private final DiagnosisRules rules;
	private final List<Observation> observations;
	private final Posterior[] posteriors;
	private final double[] peerMedians;
	private final int withData;

	private MetricComparison(Metric metric, DiagnosisRules rules, List<Observation> observations, Posterior[] posteriors, double[] peerMedians, int withData) {
		this.metric = metric;
		this.rules = rules;
		this.observations = observations;
		this.posteriors = posteriors;
		this.peerMedians = peerMedians;
		this.withData = withData;
	}

	static MetricComparison of(Metric metric, Funnel funnel, List<RepFigures> reps, DiagnosisRules rules) {
		List<Observation> observations = reps.stream().map(rep -> rep.observe(metric, funnel)).toList();
		PeerModel model = PeerModel.fit(metric.kind(), observations, dispersion(metric, funnel, reps)).orElse(null);
		Posterior[] posteriors = new Posterior[reps.size()];
		int withData = 0;
		double[] estimates = new double[reps.size()];
		int[] place = new int[reps.size()];
		for (int rep = 0; rep < posteriors.length; rep++) {
			place[rep] = -1;
			if (model != null) {
				posteriors[rep] = model.posteriorOf(observations.get(rep));
				if (observations.get(rep).n() > 0) {
					place[rep] = withData;
					estimates[withData++] = posteriors[rep].estimate();
				}
			}
		}
		return new MetricComparison(metric, rules, observations, posteriors, peerMedians(Arrays.copyOf(estimates, withData), place), withData);
	}

	/** The median of the others who have data; someone without data stands against all who have. */
	private static double[] peerMedians(double[] estimates, int[] place) {
		double[] ofOthers = Quantiles.mediansOfOthers(estimates);
		double ofAll = estimates.length == 0 ? Double.NaN : Quantiles.median(estimates);
		double[] medians = new double[place.length];
		for (int rep = 0; rep < place.length; rep++) {
			medians[rep] = place[rep] < 0 ? ofAll : ofOthers[place[rep]];
		}
		return medians;
	}

	private static double dispersion(Metric metric, Funnel funnel, List<RepFigures> reps) {
		boolean volume = metric.kind() == MetricKind.VOLUME;
		if (!volume && !metric.kind().isShare()) {
			return 1;
		}
		TreeSet<YearMonth> months = new TreeSet<>();
		reps.forEach(rep -> rep.months().forEach(m -> months.add(m.month())));
		Map<YearMonth, Integer> columns = new HashMap<>();
		months.forEach(month -> columns.put(month, columns.size()));
		double[][] counts = new double[reps.size()][months.size()];
		double[][] bases = new double[reps.size()][months.size()];
		for (int rep = 0; rep < counts.length; rep++) {
			for (RepMonth month : reps.get(rep).months()) {
				int column = columns.get(month.month());
				if (volume) {
					Observation.Pace pace = RepFigures.volume(month, funnel.positionOf(metric.step()));
					counts[rep][column] = pace.events();
					bases[rep][column] = pace.workingDays();
				} else {
					Observation.Share share = RepFigures.share(month, metric, funnel);
					counts[rep][column] = share.cappedSuccesses();
					bases[rep][column] = share.trials();
				}
			}
		}
		return volume ? Dispersion.ofVolumes(counts, bases) : Dispersion.ofRates(counts, bases);
	}

	/** The best guess of a rep's true figure: typical where the rep has no data, NaN where nobody has. */
	double estimate(int rep) {
		return posteriors[rep] == null ? Double.NaN : posteriors[rep].estimate();
	}

	Finding finding(int rep) {
		Observation observation = observations.get(rep);
		int peers = withData - (observation.n() > 0 ? 1 : 0);
		Posterior posterior = posteriors[rep];
		if (posterior == null || peers == 0) {
			VerdictReason reason = observation.n() == 0 ? VerdictReason.NO_DATA : VerdictReason.FEW_PEERS;
			return new Finding(metric, observation, null, Verdict.NOT_ENOUGH_DATA, reason);
		}
		double median = peerMedians[rep];
		Standing standing = new Standing(posterior.estimate(), posterior.interval(rules.intervalLevel()), median, peers,
				posterior.probabilityBelow(median), posterior.probabilityAbove(median));
		VerdictReason reason = reason(observation, standing);
		Verdict verdict = switch (reason) {
			case PROBABILITY, SMALL_DIFFERENCE ->
				Verdict.of(standing.probabilityBelow(), standing.probabilityAbove(), reason == VerdictReason.PROBABILITY, rules);
			case NO_DATA, LITTLE_DATA, FEW_PEERS, TOO_WIDE -> Verdict.NOT_ENOUGH_DATA;
		};
		return new Finding(metric, observation, standing, verdict, reason);
	}

	private VerdictReason reason(Observation observation, Standing standing) {
		if (observation.n() == 0) {
			return VerdictReason.NO_DATA;
		}
		if (observation.n() < rules.minimumFor(metric.kind())) {
			return VerdictReason.LITTLE_DATA;
		}
		if (standing.peers() < rules.minimumPeers()) {
			return VerdictReason.FEW_PEERS;
		}
		double median = standing.peerMedian();
		if (scale(standing.interval().low()) < scale(median) / rules.tooWide() && scale(standing.interval().high()) > scale(median) * rules.tooWide()) {
			return VerdictReason.TOO_WIDE;
		}
		// What matters about a discount is the price that is left: 6 % instead of 5 % is a fifth more of next to nothing.
		double measure = metric.kind() == MetricKind.DISCOUNT ? 1 - median : Math.abs(median);
		boolean small = Math.abs(standing.estimate() - median) < rules.material() * measure;
		return small ? VerdictReason.SMALL_DIFFERENCE : VerdictReason.PROBABILITY;
	}

	/** Odds for rates (20 % to 50 % is as far around 33 % as rates can be said to go twice either way), the figure itself for all else. */
	private double scale(double value) {
		return metric.kind().isShare() ? value / (1 - value) : value;
	}
}
