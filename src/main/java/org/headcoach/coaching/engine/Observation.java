package org.headcoach.coaching.engine;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

/** What was counted or measured of one person on one metric, before any estimation. */
public sealed interface Observation extends Serializable {

	/** On how many trials, working days or deals it rests. */
	long n();

	/** Successes or events; null where an average was measured. */
	Long count();

	/** The plain figure that the CRM would show, or null ("n/a") where n is 0. */
	Double plain();

	/** Both together; of the same kind. */
	Observation with(Observation other);

	/** So many of so many: a conversion, or customers lost of customers there were. */
	record Share(long successes, long trials) implements Observation {

		static final Share NONE = new Share(0, 0);

		public Share {
			if (successes < 0 || trials < 0) {
				throw new IllegalArgumentException(successes + " of " + trials);
			}
		}

		@Override
		public long n() {
			return trials;
		}

		@Override
		public Long count() {
			return successes;
		}

		@Override
		public Double plain() {
			return trials == 0 ? null : (Double) ((double) successes / trials);
		}

		/**
		 * Steps are counted in the month in which they happen, so a month can show more demos than discovery calls. The estimate then
		 * takes all trials as successful, and the page says so.
		 */
		public boolean moreSuccessesThanTrials() {
			return successes > trials;
		}

		long cappedSuccesses() {
			return Math.min(successes, trials);
		}

		Share plus(Share other) {
			return new Share(successes + other.successes, trials + other.trials);
		}

		@Override
		public Share with(Observation other) {
			return plus((Share) other);
		}
	}

	/** So many in so many working days. */
	record Pace(long events, long workingDays) implements Observation {

		static final Pace NONE = new Pace(0, 0);

		public Pace {
			if (events < 0 || workingDays < 0 || (workingDays == 0 && events > 0)) {
				throw new IllegalArgumentException(events + " in " + workingDays + " working days");
			}
		}

		@Override
		public long n() {
			return workingDays;
		}

		@Override
		public Long count() {
			return events;
		}

		@Override
		public Double plain() {
			return workingDays == 0 ? null : (Double) ((double) events / workingDays);
		}

		Pace plus(Pace other) {
			return new Pace(events + other.events, workingDays + other.workingDays);
		}

		@Override
		public Pace with(Observation other) {
			return plus((Pace) other);
		}
	}

	/**
	 * The average of so many deals, with what the estimate needs of their spread.
	 *
	 * @param average the arithmetic mean that is printed
	 * @param centre the mean on the scale of estimation: of logarithms for amounts and days, of the shares themselves for discounts
	 * @param squares the sum of squared distances from {@code centre}
	 */
	record Sample(long n, double average, double centre, double squares) implements Observation {

		private static final double SAME_DAY = 0.5;

		@Override
		public Sample with(Observation other) {
			Sample more = (Sample) other;
			if (n == 0 || more.n == 0) {
				return n == 0 ? more : this;
			}
			double all = (double) n + more.n;
			double apart = centre - more.centre;
			return new Sample(n + more.n, (n * average + more.n * more.average) / all, (n * centre + more.n * more.centre) / all,
					squares + more.squares + apart * apart * n * more.n / all);
		}

		@Override
		public Long count() {
			return null;
		}

		@Override
		public Double plain() {
			return n == 0 ? null : (Double) average;
		}

		/** Of amounts of money; 0 and less is left out. The result is an estimate to compare by, never a sum to pay. */
		public static Sample ofAmounts(List<BigDecimal> amounts) {
			return ofLogarithms(amounts.stream().mapToDouble(BigDecimal::doubleValue).filter(amount -> amount > 0).toArray(), 0);
		}

		/** Of days to close; days below 0 (closed before created: a slip of the CRM) are left out. */
		public static Sample ofDays(List<Integer> days) {
			return ofLogarithms(days.stream().mapToDouble(Integer::doubleValue).filter(d -> d >= 0).toArray(), SAME_DAY);
		}

		/**
		 * Of amounts or days, from what was summed up over many: their sum, the sum of their natural logarithms and of the logarithms' squares.
		 */
		public static Sample ofLogarithmSums(long n, double sum, double logarithms, double logarithmSquares) {
			return n == 0 ? new Sample(0, 0, 0, 0) : new Sample(n, sum / n, logarithms / n, around(n, logarithms, logarithmSquares));
		}

		/** Of shares, from their sum and the sum of their squares. */
		public static Sample ofShareSums(long n, double sum, double sumOfSquares) {
			return n == 0 ? new Sample(0, 0, 0, 0) : new Sample(n, sum / n, sum / n, around(n, sum, sumOfSquares));
		}

		/** Squared distances from the mean; never below 0 by rounding. */
		private static double around(long n, double sum, double sumOfSquares) {
			return Math.max(0, sumOfSquares - sum * sum / n);
		}

		/** Of discounts as shares of the list price. */
		public static Sample ofDiscounts(List<BigDecimal> discounts) {
			double[] shares = discounts.stream().mapToDouble(BigDecimal::doubleValue).toArray();
			double average = mean(shares);
			return new Sample(shares.length, average, average, squares(shares, average));
		}

		private static Sample ofLogarithms(double[] values, double least) {
			double[] logarithms = new double[values.length];
			for (int i = 0; i < values.length; i++) {
				logarithms[i] = Math.log(Math.max(values[i], least));
			}
			double centre = mean(logarithms);
			return new Sample(values.length, mean(values), centre, squares(logarithms, centre));
		}

		private static double mean(double[] values) {
			double sum = 0;
			for (double value : values) {
				sum += value;
			}
			return values.length == 0 ? 0 : sum / values.length;
		}

		private static double squares(double[] values, double centre) {
			double sum = 0;
			for (double value : values) {
				sum += (value - centre) * (value - centre);
			}
			return sum;
		}
	}
}
