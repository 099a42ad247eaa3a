package org.headcoach.coaching.engine;

import org.headcoach.shared.statistics.RandomEffects;

/**
 * What the same months did to the uncoached peers, on the logarithm: {@code later - shrunk baseline = level + tilt * distance}, where the distance is that
 * of the shrunk baseline from the typical one.
 * <p>
 * The level is the common change. The tilt tests the shrinkage itself: where figures wander by themselves, the baselines were shrunk too
 * little, peers who stood out fall back further than expected, and the tilt turns negative. Picking the worst for coaching does not distort it, because
 * a line fitted to those who are left is the same line. It is taken for 0 give or take {@value #TILT_SPREAD} before the peers have spoken.
 *
 * @param wander variance of a person's true change, beyond chance and uncertain baselines
 */
record PeerChange(double typical, double level, double tilt, double levelVariance, double tiltVariance, double covariance, double wander, int peers) {

	private static final double TILT_SPREAD = 0.5;

	/**
	 * @param typical the logarithm of the typical baseline
	 * @param baselines logarithms of the shrunk baselines
	 * @param changes later figure less baseline, on the logarithm
	 * @param variances of the changes, by chance and uncertain baselines
	 */
	static PeerChange of(double typical, double[] baselines, double[] changes, double[] variances) {
		double wander = RandomEffects.pool(changes, variances).betweenVariance();
		double weights = 0;
		double x = 0;
		double xx = 1 / (TILT_SPREAD * TILT_SPREAD);
		double y = 0;
		double xy = 0;
		for (int i = 0; i < changes.length; i++) {
			double weight = 1 / (variances[i] + wander);
			double distance = baselines[i] - typical;
			weights += weight;
			x += weight * distance;
			xx += weight * distance * distance;
			y += weight * changes[i];
			xy += weight * distance * changes[i];
		}
		double determinant = weights * xx - x * x;
		return new PeerChange(typical, (xx * y - x * xy) / determinant, (weights * xy - x * y) / determinant, xx / determinant, weights / determinant,
				-x / determinant, wander, changes.length);
	}

	/** The change to be expected without coaching of somebody with this shrunk baseline. */
	double expectedOf(double baseline) {
		return level + tilt * (baseline - typical);
	}

	/** How uncertain that expectation is; an error that all who are held against these peers share. */
	double varianceOf(double baseline) {
		double distance = baseline - typical;
		return levelVariance + 2 * distance * covariance + distance * distance * tiltVariance;
	}
}
