package org.headcoach.hiring.engine;

import java.io.Serializable;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.headcoach.shared.statistics.Quantiles;

/**
 * How hires did in training exams, or in their first six full months, measured against reps of the same segment who have been there for a year or longer; who has no segment is measured against all of them. A month counts from its first to its last day; the month in which somebody starts in its middle does not.
 *
 * @param byPerson how it went, more is better; in the measure's own unit as told at {@link Measure}
 * @param notYet hires who have not worked six full months
 * @param left hires who left before that; how they would have done nobody knows
 * @param unknown hires whose months are there but say nothing: no peers, or too few customers
 */
public record Outcomes(Map<Long, Double> byPerson, Set<Long> notYet, Set<Long> left, Set<Long> unknown) implements Serializable {

	/** Full months after which a hire is measured. */
	public static final int MONTHS = 6;
	/** Attainment starts with this full month: the first three are for learning. */
	public static final int SELLING_FROM = 4;
	/** Full months after which somebody counts as a peer. */
	public static final int PEER_FROM = 12;
	/** A month with fewer peers has no median. */
	public static final int FEWEST_PEERS = 5;
	/** Fewer customer-months say nothing about who stays. */
	public static final int FEWEST_CUSTOMER_MONTHS = 12;

	/** What is measured. */
	public enum Measure {
		/** Recurring revenue won in full months 4 to 6, by the sum of the peers' medians in the same months. */
		ATTAINMENT,
		/** The first full month with at least the peers' median, counted from 0 backwards: -1 is the first; -7 is not within six. */
		RAMP,
		/** The share of customer-months of the first six months in which no customer was lost. */
		RETENTION,
		/** Recurring revenue won in the last six months, by the sum of the peers' medians, of hires who have been there for a year: also of those who came before there were figures. */
		LASTING,
		/** First attempts at training exams: points of a hundred above everybody's mean of the same exam, averaged over the exams that somebody sat. */
		EXAMS
	}

	/**
	 * When somebody was there, as a rep.
	 *
	 * @param last full month; null while still there
	 * @param segment whom is sold to; null where that is not kept
	 */
	public record Stay(YearMonth first, YearMonth last, String segment) implements Serializable {

		boolean in(YearMonth month) {
			return !month.isBefore(first) && (last == null || !month.isAfter(last));
		}
	}

	/** What somebody did in one month. */
	public record Work(double mrr, double customersHeld, double customersLost) {
	}

	/** Somebody's first attempt at an exam. @param percent from 0 to 100 */
	public record Sat(long personId, long examId, double percent) implements Serializable {
	}

	/** Reads what somebody did in a month. */
	public interface Worked {
		Work in(long personId, YearMonth month);
	}

	public Outcomes {
		byPerson = Map.copyOf(byPerson);
		notYet = Set.copyOf(notYet);
		left = Set.copyOf(left);
		unknown = Set.copyOf(unknown);
	}

	/**
	 * @param hires whom to measure
	 * @param stays of every rep, hires included
	 * @param lastMonth the last month that is over
	 */
	public static Outcomes of(Measure measure, Collection<Long> hires, Map<Long, Stay> stays, Worked worked, YearMonth lastMonth) {
		var byPerson = new HashMap<Long, Double>();
		var notYet = new TreeSet<Long>();
		var left = new TreeSet<Long>();
		var unknown = new TreeSet<Long>();
		var medians = new HashMap<PeerMonth, Double>();
		for (var hire : hires) {
			var stay = stays.get(hire);
			if (stay == null) {
				unknown.add(hire);
			} else if (stay.last() != null && stay.last().isBefore(stay.first().plusMonths(MONTHS - 1L))) {
				left.add(hire);
			} else if (stay.first().plusMonths(needed(measure) - 1L).isAfter(lastMonth)) {
				notYet.add(hire);
			} else if (measure == Measure.LASTING && stay.last() != null && stay.last().isBefore(lastMonth)) {
				left.add(hire);
			} else {
				var outcome = outcome(measure, hire, stay.first(), lastMonth, worked, month -> medians.computeIfAbsent(new PeerMonth(month, stay.segment()), each -> median(each, stays, worked)));
				if (Double.isNaN(outcome)) {
					unknown.add(hire);
				} else {
					byPerson.put(hire, outcome);
				}
			}
		}
		return new Outcomes(byPerson, notYet, left, unknown);
	}

	/**
	 * How hires did in training exams. Exams differ in how hard they are, so a first attempt counts as distance from the mean of all first attempts at the same exam; an exam that fewer than {@value #FEWEST_PEERS} have sat has none.
	 *
	 * @param first everybody's first attempts, hires or not
	 */
	public static Outcomes ofExams(Collection<Long> hires, Map<Long, Stay> stays, Collection<Sat> first) {
		var means = first.stream().collect(Collectors.groupingBy(Sat::examId, Collectors.summarizingDouble(Sat::percent)));
		var own = first.stream().collect(Collectors.groupingBy(Sat::personId));
		var byPerson = new HashMap<Long, Double>();
		var notYet = new TreeSet<Long>();
		var left = new TreeSet<Long>();
		var unknown = new TreeSet<Long>();
		for (var hire : hires) {
			var sat = own.getOrDefault(hire, List.of());
			var stay = stays.get(hire);
			var above = sat.stream().filter(one -> means.get(one.examId()).getCount() >= FEWEST_PEERS).mapToDouble(one -> one.percent() - means.get(one.examId()).getAverage()).average();
			if (above.isPresent()) {
				byPerson.put(hire, above.getAsDouble());
			} else if (!sat.isEmpty() || stay == null) {
				unknown.add(hire);
			} else if (stay.last() != null) {
				left.add(hire);
			} else {
				notYet.add(hire);
			}
		}
		return new Outcomes(byPerson, notYet, left, unknown);
	}

	private record PeerMonth(YearMonth month, String segment) {
	}

	private interface Medians {
		double in(YearMonth month);
	}

	/** Full months in the job. */
	private static int needed(Measure measure) {
		return measure == Measure.LASTING ? PEER_FROM : MONTHS;
	}

	private static double outcome(Measure measure, long hire, YearMonth first, YearMonth lastMonth, Worked worked, Medians medians) {
		return switch (measure) {
			case ATTAINMENT -> attainment(hire, first.plusMonths(SELLING_FROM - 1L), first.plusMonths(MONTHS - 1L), worked, medians);
			case LASTING -> attainment(hire, lastMonth.minusMonths(MONTHS - 1L), lastMonth, worked, medians);
			case RAMP -> ramp(hire, first, worked, medians);
			case RETENTION -> retention(hire, first, worked);
			case EXAMS -> throw new IllegalArgumentException("Exams are no work: ofExams");
		};
	}

	private static double attainment(long hire, YearMonth from, YearMonth to, Worked worked, Medians medians) {
		var own = 0.0;
		var peers = 0.0;
		for (var month = from; !month.isAfter(to); month = month.plusMonths(1)) {
			var median = medians.in(month);
			if (!(median > 0)) {
				return Double.NaN;
			}
			own += worked.in(hire, month).mrr();
			peers += median;
		}
		return own / peers;
	}

	private static double ramp(long hire, YearMonth first, Worked worked, Medians medians) {
		var reached = MONTHS + 1;
		for (int i = MONTHS; i >= 1; i--) {
			var median = medians.in(first.plusMonths(i - 1L));
			if (!(median > 0)) {
				return Double.NaN;
			}
			reached = worked.in(hire, first.plusMonths(i - 1L)).mrr() >= median ? i : reached;
		}
		return -reached;
	}

	private static double retention(long hire, YearMonth first, Worked worked) {
		var held = 0.0;
		var lost = 0.0;
		for (int i = 1; i <= MONTHS; i++) {
			var work = worked.in(hire, first.plusMonths(i - 1L));
			held += work.customersHeld();
			lost += work.customersLost();
		}
		return held >= FEWEST_CUSTOMER_MONTHS ? 1 - lost / held : Double.NaN;
	}

	private static double median(PeerMonth of, Map<Long, Stay> stays, Worked worked) {
		var peers = stays.entrySet().stream().filter(each -> each.getValue().in(of.month()) && !each.getValue().first().plusMonths(PEER_FROM).isAfter(of.month()))
				.filter(each -> of.segment() == null || of.segment().equals(each.getValue().segment())).map(Map.Entry::getKey).collect(Collectors.toSet());
		return peers.size() < FEWEST_PEERS ? Double.NaN : Quantiles.median(peers.stream().mapToDouble(peer -> worked.in(peer, of.month()).mrr()).toArray());
	}
}
