package org.headcoach.seeddata;

import java.util.Collection;
import java.util.List;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How sure one may be that a person lies below the peers, worked out the short way (moments instead of likelihood) and apart from
 * the product, so that the shipped files are judged by something other than what they are meant to try.
 */
final class PlainVerdict {

	/** So often of so many. */
	record Share(int hits, int of) {

		double rate() {
			return (double) hits / of;
		}
	}

	private PlainVerdict() {
	}

	/** The probability of a true rate below the median of the peers' shrunk rates. */
	static double rateBelow(Share own, Collection<Share> peers) {
		double of = peers.stream().mapToInt(Share::of).sum();
		double mean = peers.stream().mapToInt(Share::hits).sum() / of;
		double squares = peers.stream().mapToDouble(p -> p.of() * Math.pow(p.rate() - mean, 2)).sum();
		double ofSquared = peers.stream().mapToDouble(p -> (double) p.of() * p.of()).sum();
		double degrees = peers.size() - 1.0;
		double chance = mean * (1 - mean);
		double between = Math.max(1e-5, (squares - degrees * chance) / (of - ofSquared / of - degrees));
		double weight = chance / between - 1;
		double median = median(peers.stream().map(p -> (p.hits() + mean * weight) / (p.of() + weight)).toList());
		return BetaDistribution.of(own.hits() + mean * weight, own.of() - own.hits() + (1 - mean) * weight).cumulativeProbability(median);
	}

	/** The probability of a true volume below the median of the peers' shrunk volumes. */
	static double volumeBelow(int own, Collection<Integer> peers) {
		double mean = peers.stream().mapToInt(Integer::intValue).average().orElseThrow();
		double spread = peers.stream().mapToDouble(p -> Math.pow(p - mean, 2)).sum() / (peers.size() - 1);
		double rate = mean / Math.max(spread - mean, mean / 20);
		double shape = mean * rate;
		double median = median(peers.stream().map(p -> (p + shape) / (1 + rate)).toList());
		return GammaDistribution.of(own + shape, 1 / (1 + rate)).cumulativeProbability(median);
	}

	/** The probability of a true mean below the peers' median, by the spread of the own values. */
	static double meanBelow(List<Double> own, double peers) {
		double mean = own.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
		double spread = own.stream().mapToDouble(value -> Math.pow(value - mean, 2)).sum() / (own.size() - 1);
		return TDistribution.of(own.size() - 1.0).cumulativeProbability((peers - mean) / Math.sqrt(spread / own.size()));
	}

	/** How often chance alone would give fewer than these, were the true share that of the others. */
	static double fewerByChance(Share own, double others) {
		return PoissonDistribution.of(own.of() * others).cumulativeProbability(own.hits() - 1);
	}

	static double median(Collection<Double> values) {
		List<Double> sorted = values.stream().sorted().toList();
		int middle = sorted.size() / 2;
		return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
	}
}
