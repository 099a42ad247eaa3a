package org.headcoach.shared.statistics;

import java.util.function.DoubleUnaryOperator;

/**
 * Finds where a smooth curve over a positive number is highest: first a coarse grid on the logarithm (so that a flat stretch or a second,
 * lower hill does not mislead), then golden sections around the best point. No randomness: the same data give the same answer.
 */
final class LogScaleSearch {

	private static final int GRID = 25;
	private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
	/** A spread or strength known to a tenth of a per cent is known far better than any data could tell. */
	private static final double PRECISION = 1e-3;

	private LogScaleSearch() {
	}

	static double highest(DoubleUnaryOperator curve, double from, double to) {
		double step = Math.log(to / from) / (GRID - 1);
		int best = 0;
		double bestHeight = Double.NEGATIVE_INFINITY;
		for (int i = 0; i < GRID; i++) {
			double height = curve.applyAsDouble(from * Math.exp(i * step));
			if (height > bestHeight) {
				best = i;
				bestHeight = height;
			}
		}
		double left = Math.log(from) + Math.max(best - 1, 0) * step;
		double right = Math.log(from) + Math.min(best + 1, GRID - 1) * step;
		double a = right - GOLDEN * (right - left);
		double b = left + GOLDEN * (right - left);
		double heightA = curve.applyAsDouble(Math.exp(a));
		double heightB = curve.applyAsDouble(Math.exp(b));
		while (right - left > PRECISION) {
			if (heightA >= heightB) {
				right = b;
				b = a;
				heightB = heightA;
				a = right - GOLDEN * (right - left);
				heightA = curve.applyAsDouble(Math.exp(a));
			} else {
				left = a;
				a = b;
				heightA = heightB;
				b = left + GOLDEN * (right - left);
				heightB = curve.applyAsDouble(Math.exp(b));
			}
		}
		return Math.exp((left + right) / 2);
	}
}
