package org.headcoach.coaching.engine;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.headcoach.shared.statistics.BetaBinomial;
import org.headcoach.shared.statistics.GammaPoisson;
import org.headcoach.shared.statistics.LogNormalPosterior;
import org.headcoach.shared.statistics.NormalNormal;
import org.headcoach.shared.statistics.NormalPosterior;
import org.headcoach.shared.statistics.Posterior;

/** How comparable people differ on one metric, learnt from all of them; it shrinks each one's figure towards the group. */
sealed interface PeerModel {

	/** What is known about one person's true figure; someone without data is taken for typical. */
	Posterior posteriorOf(Observation observation);

	/**
	 * A later observation on the logarithm, to be held against an expected value.
	 *
	 * @param expectedLog the logarithm of what was expected
	 */
	Later later(Observation observation, double expectedLog);

	/**
	 * An earlier observation on the logarithm. Its variance is judged by what was expected alone: were it judged by what was seen, low figures would count for
	 * less than high ones.
	 */
	Later earlier(Observation observation, double expectedLog);

	/** The logarithm of a later figure and the variance that chance alone gives it. NaN where the figure has no logarithm. */
	record Later(double log, double variance) {
	}

	/**
	 * Learns from the people who have data.
	 *
	 * @param dispersion how much more counts jump than chance explains, 1 or more
	 * @return empty when fewer than two people have data, or averages without any repetition to tell their spread
	 */
	static Optional<PeerModel> fit(MetricKind kind, List<Observation> observations, double dispersion) {
		return switch (kind) {
			case VOLUME -> Paces.fit(of(Observation.Pace.class, observations), dispersion);
			case CONVERSION, CHURN -> Shares.fit(of(Observation.Share.class, observations), dispersion);
			case MRR_PER_CUSTOMER, DAYS_TO_CLOSE -> Averages.fit(of(Observation.Sample.class, observations), true);
			case DISCOUNT -> Averages.fit(of(Observation.Sample.class, observations), false);
		};
	}

	private static <O extends Observation> List<O> of(Class<O> kind, List<Observation> observations) {
		Stream<O> cast = observations.stream().map(kind::cast);
		return cast.filter(o -> o.n() > 0).toList();
	}

	/** Rates: beta-binomial. A dispersion of 2 makes 100 trials count as 50. */
	record Shares(BetaBinomial prior, double dispersion) implements PeerModel {

		static Optional<PeerModel> fit(List<Observation.Share> shares, double dispersion) {
			double[] successes = shares.stream().mapToDouble(s -> s.cappedSuccesses() / dispersion).toArray();
			double[] trials = shares.stream().mapToDouble(s -> s.trials() / dispersion).toArray();
			return BetaBinomial.fit(successes, trials).map(prior -> new Shares(prior, dispersion));
		}

		@Override
		public Posterior posteriorOf(Observation observation) {
			Observation.Share share = (Observation.Share) observation;
			return prior.posterior(share.cappedSuccesses() / dispersion, share.trials() / dispersion);
		}

		@Override
		public Later earlier(Observation observation, double expectedLog) {
			Observation.Share share = (Observation.Share) observation;
			double expected = Math.min(Math.exp(expectedLog), 0.999);
			return new Later(later(share, expectedLog).log(), dispersion * (1 - expected) / expected / (share.trials() + 0.5));
		}

		@Override
		public Later later(Observation observation, double expectedLog) {
			Observation.Share share = (Observation.Share) observation;
			double expected = Math.min(Math.exp(expectedLog), 0.999) * share.trials();
			double seen = share.cappedSuccesses() + 0.5;
			// Chance is judged half by what was expected and half by what was seen: by the latter alone low counts would look surer than high ones.
			return new Later(Math.log(seen / (share.trials() + 0.5)), dispersion * (2 / (seen + expected) - 1 / (share.trials() + 0.5)));
		}
	}

	/** Volumes: gamma-Poisson. */
	record Paces(GammaPoisson prior, double dispersion) implements PeerModel {

		static Optional<PeerModel> fit(List<Observation.Pace> paces, double dispersion) {
			double[] events = paces.stream().mapToDouble(p -> p.events() / dispersion).toArray();
			double[] days = paces.stream().mapToDouble(p -> p.workingDays() / dispersion).toArray();
			return GammaPoisson.fit(events, days).map(prior -> new Paces(prior, dispersion));
		}

		@Override
		public Posterior posteriorOf(Observation observation) {
			Observation.Pace pace = (Observation.Pace) observation;
			return prior.posterior(pace.events() / dispersion, pace.workingDays() / dispersion);
		}

		@Override
		public Later earlier(Observation observation, double expectedLog) {
			return new Later(later(observation, expectedLog).log(), dispersion / (Math.exp(expectedLog) * observation.n() + 0.5));
		}

		@Override
		public Later later(Observation observation, double expectedLog) {
			Observation.Pace pace = (Observation.Pace) observation;
			double seen = pace.events() + 0.5;
			return new Later(Math.log(seen / pace.workingDays()), dispersion * 2 / (seen + Math.exp(expectedLog) * pace.workingDays()));
		}
	}

	/**
	 * Averages of deals: normal-normal, for amounts and days on the logarithm (they are skewed, one large customer must not make a rep look
	 * different). The spread of single deals is taken as the same for all reps and pooled, because few reps have enough deals to tell their own.
	 *
	 * @param within the variance of single deals around their rep's average, on the scale of estimation
	 * @param toAverage added to a logarithm to get from the typical deal to the arithmetic mean that people know; 0 without logarithms
	 */
	record Averages(NormalNormal prior, double within, boolean logarithmic, double toAverage) implements PeerModel {

		/** Identical deals do not prove that deals never differ. */
		private static final double LEAST_RELATIVE_VARIANCE = 1e-4;

		static Optional<PeerModel> fit(List<Observation.Sample> samples, boolean logarithmic) {
			long repetitions = samples.stream().mapToLong(s -> s.n() - 1).sum();
			if (samples.size() < 2 || repetitions == 0) {
				return Optional.empty();
			}
			double unit = logarithmic ? 1 : Math.max(samples.stream().mapToDouble(s -> s.average() * s.average()).average().orElse(0), 1e-4);
			double within = Math.max(samples.stream().mapToDouble(Observation.Sample::squares).sum() / repetitions, LEAST_RELATIVE_VARIANCE * unit);
			double[] centres = samples.stream().mapToDouble(Observation.Sample::centre).toArray();
			double[] variances = samples.stream().mapToDouble(s -> within / s.n()).toArray();
			double toAverage = logarithmic ? Math.log(smearing(samples)) : 0;
			return NormalNormal.fit(centres, variances).map(prior -> new Averages(prior, within, logarithmic, toAverage));
		}

		/** Duan's smearing: how much larger the arithmetic mean is than the typical deal, over all deals. */
		private static double smearing(List<Observation.Sample> samples) {
			double ratios = samples.stream().mapToDouble(s -> s.n() * s.average() / Math.exp(s.centre())).sum();
			return ratios / samples.stream().mapToLong(Observation.Sample::n).sum();
		}

		@Override
		public Posterior posteriorOf(Observation observation) {
			Observation.Sample sample = (Observation.Sample) observation;
			NormalPosterior posterior = sample.n() == 0 ? prior.posterior(prior.mean(), Double.MAX_VALUE) : prior.posterior(sample.centre(), within / sample.n());
			return logarithmic ? new LogNormalPosterior(posterior.mean() + toAverage, posterior.standardDeviation()) : posterior;
		}

		@Override
		public Later earlier(Observation observation, double expectedLog) {
			return later(observation, expectedLog);
		}

		@Override
		public Later later(Observation observation, double expectedLog) {
			Observation.Sample sample = (Observation.Sample) observation;
			double variance = within / sample.n();
			if (logarithmic) {
				return new Later(sample.centre() + toAverage, variance);
			}
			return new Later(sample.average() > 0 ? Math.log(sample.average()) : Double.NaN, variance / Math.exp(2 * expectedLog));
		}
	}
}
