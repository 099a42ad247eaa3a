package org.headcoach.training.engine;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * What an attempt came to.
 *
 * @param points earned, never below 0
 * @param of the most that could be earned
 * @param waiting questions that a person still has to mark
 */
public record Marks(BigDecimal points, BigDecimal of, int waiting) implements Serializable {

	/** Credit is kept in so many decimals; points too. */
	public static final int SCALE = 5;

	/**
	 * One question of an attempt.
	 *
	 * @param credit from 0 to 1; null while it waits to be marked
	 * @param given whether it was answered at all
	 */
	public record Part(BigDecimal points, BigDecimal credit, boolean given) implements Serializable {

		/** What it adds to the sum, below 0 where a wrong answer costs points; null while it waits. */
		public BigDecimal earned(int penalty) {
			return credit == null ? null : credit.signum() > 0 ? points.multiply(credit) : given ? points.multiply(BigDecimal.valueOf(penalty, 2)).negate() : BigDecimal.ZERO;
		}
	}

	/**
	 * Adds an attempt up.
	 *
	 * @param penalty percent of its points that a question costs which was answered and earned nothing; what was left out costs nothing
	 */
	public static Marks of(List<Part> parts, int penalty) {
		var earned = BigDecimal.ZERO;
		var most = BigDecimal.ZERO;
		var waiting = 0;
		for (var part : parts) {
			most = most.add(part.points());
			if (part.credit() == null) {
				waiting++;
			} else {
				earned = earned.add(part.earned(penalty));
			}
		}
		return new Marks(earned.max(BigDecimal.ZERO).setScale(SCALE, RoundingMode.HALF_UP), most, waiting);
	}

	/** Rounded to the kept decimals; null for an essay that waits. */
	public static BigDecimal credit(double credit) {
		return Double.isNaN(credit) ? null : BigDecimal.valueOf(credit).setScale(SCALE, RoundingMode.HALF_UP);
	}

	/** From 0 to 100, in two decimals, rounded down: 79.996 is not 80. */
	public BigDecimal percent() {
		return of.signum() == 0 ? BigDecimal.ZERO.setScale(2) : points.multiply(BigDecimal.valueOf(100)).divide(of, 2, RoundingMode.DOWN);
	}

	/** Whether it is enough; null while something waits that decides: what waits may earn all, or nothing and its penalty. */
	public static Boolean passed(List<Part> parts, int penalty, int passMark) {
		if (of(filled(parts, BigDecimal.ZERO), penalty).reaches(passMark)) {
			return Boolean.TRUE;
		}
		return of(filled(parts, BigDecimal.ONE), penalty).reaches(passMark) ? null : Boolean.FALSE;
	}

	private static List<Part> filled(List<Part> parts, BigDecimal credit) {
		return parts.stream().map(part -> part.credit() == null ? new Part(part.points(), credit, part.given()) : part).toList();
	}

	private boolean reaches(int passMark) {
		return percent().compareTo(BigDecimal.valueOf(passMark)) >= 0;
	}
}
