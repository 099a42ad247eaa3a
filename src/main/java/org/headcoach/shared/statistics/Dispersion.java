package org.headcoach.shared.statistics;

/**
 * How much more one person's counts jump from month to month than pure chance (binomial or Poisson) explains. 1 means "like dice";
 * 2 means that a count says only as much as half of it would. Real selling comes in batches, and an interval that ignores it is too narrow.
 * <p>
 * Pearson's statistic over all people and months, after taking out each person's own level and what every month does to everybody
 * (a summer slump is no noise), divided by its degrees of freedom; never below 1.
 */
public final class Dispersion {

	/** So many degrees of freedom of pure chance are added, so that few people do not look jumpy by accident. */
	private static final int PRIOR_DEGREES_OF_FREEDOM = 4;

	private Dispersion() {
	}

	/** Of rates: {@code successes[person][month]} of {@code trials[person][month]}. */
	public static double ofRates(double[][] successes, double[][] trials) {
		return of(successes, trials, true);
	}

	/** Of volumes: {@code events[person][month]} in {@code exposures[person][month]}. */
	public static double ofVolumes(double[][] events, double[][] exposures) {
		return of(events, exposures, false);
	}

	private static double of(double[][] counts, double[][] bases, boolean rates) {
		double[] ofMonth = monthFactors(counts, bases);
		double statistic = 0;
		int cells = 0;
		int people = 0;
		int months = 0;
		boolean[] monthSeen = new boolean[ofMonth.length];
		for (int person = 0; person < counts.length; person++) {
			double level = level(counts[person], bases[person], ofMonth);
			boolean seen = false;
			for (int month = 0; month < ofMonth.length; month++) {
				double expected = bases[person][month] * level * ofMonth[month];
				double variance = rates ? expected * (1 - level * ofMonth[month]) : expected;
				if (variance > 0) {
					double distance = counts[person][month] - expected;
					statistic += distance * distance / variance;
					cells++;
					months += monthSeen[month] ? 0 : 1;
					monthSeen[month] = true;
					seen = true;
				}
			}
			people += seen ? 1 : 0;
		}
		int degreesOfFreedom = cells - people - (months - 1);
		return degreesOfFreedom < 1 ? 1 : Math.max(1, (statistic + PRIOR_DEGREES_OF_FREEDOM) / (degreesOfFreedom + PRIOR_DEGREES_OF_FREEDOM));
	}

	/** A person's own level: what they did over what the months would have made of everybody. */
	private static double level(double[] counts, double[] bases, double[] ofMonth) {
		double count = 0;
		double base = 0;
		for (int month = 0; month < ofMonth.length; month++) {
			count += counts[month];
			base += bases[month] * ofMonth[month];
		}
		return base > 0 ? count / base : 0;
	}

	private static double[] monthFactors(double[][] counts, double[][] bases) {
		int months = counts.length == 0 ? 0 : counts[0].length;
		double[] count = new double[months];
		double[] base = new double[months];
		double allCounts = 0;
		double allBases = 0;
		for (int person = 0; person < counts.length; person++) {
			for (int month = 0; month < months; month++) {
				count[month] += counts[person][month];
				base[month] += bases[person][month];
				allCounts += counts[person][month];
				allBases += bases[person][month];
			}
		}
		double[] factors = new double[months];
		for (int month = 0; month < months; month++) {
			factors[month] = base[month] > 0 && allCounts > 0 ? count[month] / base[month] / (allCounts / allBases) : 1;
		}
		return factors;
	}
}
