package org.headcoach.contests.engine;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

import org.apache.commons.statistics.distribution.TDistribution;
import org.headcoach.shared.Money;
import org.headcoach.shared.statistics.Interval;

/**
 * Did a contest change anything? What each person does on a working day while it runs, less what they did in the same number of working days before, is held against the same of people who did not take
 * part: what changed for everybody is not the contest's doing. Each person counts once, so one who runs away with it does not make an effect. Outsiders should
 * be people of the same role: their change is taken off in units, not in per cent.
 * <p>
 * Where there are fewer than {@link #ENOUGH} outsiders, the season is taken out by what the same weeks did to everybody a year ago, and where that is not known, the own time before is all there is to compare with.
 * The answer says which it was.
 * <p>
 * Intervals hold 95 % (Welch). Something is said to be raised or lowered only when its whole interval is on that side of nothing.
 *
 * @param during the change while it ran
 * @param after the same on the weeks after the end, against the time before: a dip shows what was only pulled forward
 * @param spillOver what became of the next step's conversion
 * @param gamingWatch more was done and less came of it, both beyond doubt: worth a look at how it was done
 * @param extra what it brought in units, and what one of them cost
 */
public record ContestEffect(Change during, Change after, SpillOver spillOver, boolean gamingWatch, Extra extra) implements Serializable {

	/** Fewer people say nothing about the others. */
	public static final int ENOUGH = 5;

	static final double LEVEL = 0.95;

	/** What can be said of a change. */
	public enum Verdict {

		RAISED, LOWERED, CANNOT_TELL, NOT_ENOUGH_DATA;

		static Verdict of(Interval interval) {
			return interval.low() > 0 ? RAISED : interval.high() < 0 ? LOWERED : CANNOT_TELL;
		}
	}

	/** What a change was held against. */
	public enum Comparison {
		/** The change of people who did not take part, over the same days. */
		OUTSIDERS,
		/** The own time before, with the season taken out by last year's same weeks. */
		LAST_YEAR,
		/** The own time before alone: whatever else changed in these weeks is in it too. */
		OWN_BASELINE
	}

	/**
	 * What somebody did in a stretch of time.
	 *
	 * @param count of the behaviour; may be points
	 * @param next how many of those that were counted went on to the next step, however long that took; null where there is no next step
	 * @param workingDays on which they could have done it; 0: they were away
	 */
	public record Stretch(double count, Double next, int workingDays) implements Serializable {

		double perDay() {
			return count / workingDays;
		}
	}

	/**
	 * The time before a contest, of as many working days as it has, its own, and the time after.
	 *
	 * @param before null: not known; so are the others
	 * @param after null also while it is not over
	 */
	public record Stretches(Stretch before, Stretch during, Stretch after) implements Serializable {
	}

	/**
	 * Somebody's work.
	 *
	 * @param yearBefore the same stretches a year earlier; null where there is no data
	 */
	public record Person(long personId, boolean participant, Stretches now, Stretches yearBefore) implements Serializable {
	}

	/**
	 * A change for each person and working day.
	 *
	 * @param participants whose change is known
	 * @param outsiders whose change is known
	 * @param comparison null without enough participants; so is everything else
	 * @param without what participants would have done a day without the contest
	 * @param perDay how much more they did
	 * @param verdict on {@code perDay}
	 */
	public record Change(int participants, int outsiders, Comparison comparison, Double without, Double perDay, Double standardError, Interval interval, Verdict verdict) implements Serializable {

		/** 0.2 for a fifth more than without; null without enough data, and where nothing would have been done. */
		public Double relative() {
			return perDay == null || without <= 0 ? null : (Double) (perDay / without);
		}
	}

	/**
	 * The share of what was counted that went on to the next step.
	 *
	 * @param people who have both
	 * @param before null without enough data; so are the others
	 */
	public record SpillOver(int people, Double before, Double during, Double difference, Interval interval, Verdict verdict) implements Serializable {
	}

	/**
	 * What it brought altogether.
	 *
	 * @param units over all participants and days; null without enough data
	 * @param costOfOne null unless it brought something beyond doubt and the cost is known; so are the others
	 * @param costAtBest at the upper end of the interval
	 * @param costAtWorst at the lower end of the interval
	 */
	public record Extra(Double units, Interval interval, Money costOfOne, Money costAtBest, Money costAtWorst) implements Serializable {
	}

	/** An estimate with its variance and the degrees of freedom that this rests on. */
	private record Estimate(double value, double variance, double degreesOfFreedom) {

		static Estimate ofMean(double[] values) {
			var mean = Arrays.stream(values).average().orElseThrow();
			var squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
			return new Estimate(mean, squares / (values.length - 1) / values.length, values.length - 1.0);
		}

		/** The difference of two that do not depend on each other, with Welch and Satterthwaite's degrees of freedom. */
		Estimate minus(Estimate other) {
			var sum = variance + other.variance;
			return new Estimate(value - other.value, sum,
					sum == 0 ? degreesOfFreedom : sum * sum / (variance * variance / degreesOfFreedom + other.variance * other.variance / other.degreesOfFreedom));
		}

		Interval interval() {
			var half = variance == 0 ? 0 : -TDistribution.of(degreesOfFreedom).inverseCumulativeProbability((1 - LEVEL) / 2) * Math.sqrt(variance);
			return new Interval(value - half, value + half);
		}
	}

	/**
	 * Measures a contest.
	 *
	 * @param people everybody whose work is comparable, whether they took part or not
	 * @param cost of the prizes; null: not known
	 */
	public static ContestEffect of(List<Person> people, Money cost) {
		var during = change(people, Stretches::during);
		var spillOver = spillOver(people);
		return new ContestEffect(during, change(people, Stretches::after), spillOver, during.verdict() == Verdict.RAISED && spillOver.verdict() == Verdict.LOWERED, extra(people, during, cost));
	}

	public Verdict verdict() {
		return during.verdict();
	}

	private static boolean both(Stretches stretches, Function<Stretches, Stretch> when) {
		return stretches != null && worked(stretches.before()) && worked(when.apply(stretches));
	}

	private static boolean worked(Stretch stretch) {
		return stretch != null && stretch.workingDays() > 0;
	}

	private static Change change(List<Person> people, Function<Stretches, Stretch> when) {
		var known = people.stream().filter(person -> both(person.now(), when)).toList();
		var participants = known.stream().filter(Person::participant).map(Person::now).toList();
		var outsiders = known.stream().filter(person -> !person.participant()).map(Person::now).toList();
		if (participants.size() < ENOUGH) {
			return new Change(participants.size(), outsiders.size(), null, null, null, null, null, Verdict.NOT_ENOUGH_DATA);
		}
		var own = Estimate.ofMean(numbers(participants, one -> when.apply(one).perDay() - one.before().perDay()));
		var season = outsiders.size() >= ENOUGH ? null : season(people, when);
		var comparison = outsiders.size() >= ENOUGH ? Comparison.OUTSIDERS : season != null ? Comparison.LAST_YEAR : Comparison.OWN_BASELINE;
		var effect = switch (comparison) {
			case OUTSIDERS -> own.minus(Estimate.ofMean(numbers(outsiders, one -> when.apply(one).perDay() - one.before().perDay())));
			case LAST_YEAR -> lessSeason(participants, when, season);
			case OWN_BASELINE -> own;
		};
		var done = Arrays.stream(numbers(participants, one -> when.apply(one).perDay())).average().orElseThrow();
		var interval = effect.interval();
		return new Change(participants.size(), outsiders.size(), comparison, done - effect.value(), effect.value(), Math.sqrt(effect.variance()), interval, Verdict.of(interval));
	}

	private static double[] numbers(List<Stretches> people, ToDoubleFunction<Stretches> number) {
		return people.stream().mapToDouble(number).toArray();
	}

	/** By what the season multiplied everybody's work a year ago, with the error of a quotient of means; null when that is not known. */
	private static Estimate season(List<Person> people, Function<Stretches, Stretch> when) {
		var then = people.stream().map(Person::yearBefore).filter(stretches -> both(stretches, when)).toList();
		var before = numbers(then, one -> one.before().perDay());
		var mean = Arrays.stream(before).average().orElse(0);
		if (then.size() < ENOUGH || mean <= 0) {
			return null;
		}
		var ratio = Arrays.stream(numbers(then, one -> when.apply(one).perDay())).average().orElseThrow() / mean;
		var scatter = Estimate.ofMean(numbers(then, one -> (when.apply(one).perDay() - ratio * one.before().perDay()) / mean));
		return new Estimate(ratio, scatter.variance(), scatter.degreesOfFreedom());
	}

	/** What was done less what the season would have made of the time before. That the season itself is not known exactly is the same error for everybody. */
	private static Estimate lessSeason(List<Stretches> participants, Function<Stretches, Stretch> when, Estimate season) {
		var before = Arrays.stream(numbers(participants, one -> one.before().perDay())).average().orElseThrow();
		return Estimate.ofMean(numbers(participants, one -> when.apply(one).perDay() - season.value() * one.before().perDay()))
				.minus(new Estimate(0, before * before * season.variance(), season.degreesOfFreedom()));
	}

	/** Conversions of all together; each person's part in the difference gives its error, because what one person does hangs together. */
	private static SpillOver spillOver(List<Person> people) {
		var known = people.stream().filter(Person::participant).map(Person::now).filter(now -> both(now, Stretches::during) && now.before().next() != null && now.during().next() != null).toList();
		var before = known.stream().mapToDouble(now -> now.before().count()).sum();
		var during = known.stream().mapToDouble(now -> now.during().count()).sum();
		if (known.size() < ENOUGH || before <= 0 || during <= 0) {
			return new SpillOver(known.size(), null, null, null, null, Verdict.NOT_ENOUGH_DATA);
		}
		var rateBefore = known.stream().mapToDouble(now -> now.before().next()).sum() / before;
		var rateDuring = known.stream().mapToDouble(now -> now.during().next()).sum() / during;
		var parts = numbers(known, now -> known.size()
				* ((now.during().next() - rateDuring * now.during().count()) / during - (now.before().next() - rateBefore * now.before().count()) / before));
		var difference = new Estimate(rateDuring - rateBefore, Estimate.ofMean(parts).variance(), known.size() - 1.0);
		var interval = difference.interval();
		return new SpillOver(known.size(), rateBefore, rateDuring, difference.value(), interval, Verdict.of(interval));
	}

	private static Extra extra(List<Person> people, Change during, Money cost) {
		if (during.perDay() == null) {
			return new Extra(null, null, null, null, null);
		}
		var days = people.stream().filter(person -> person.participant() && both(person.now(), Stretches::during)).mapToInt(person -> person.now().during().workingDays()).sum();
		var units = during.perDay() * days;
		var interval = new Interval(during.interval().low() * days, during.interval().high() * days);
		if (during.verdict() != Verdict.RAISED || cost == null) {
			return new Extra(units, interval, null, null, null);
		}
		return new Extra(units, interval, each(cost, units), each(cost, interval.high()), each(cost, interval.low()));
	}

	/** Rounded to what can be paid; of an estimate more digits would say nothing. */
	private static Money each(Money cost, double units) {
		return Money.of(cost.amount().divide(BigDecimal.valueOf(units), Money.minorDigits(cost.currency()), RoundingMode.HALF_UP), cost.currency());
	}
}
