package org.headcoach.training.engine;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.headcoach.shared.statistics.Quantiles;

/**
 * How somebody did after a day: in the full months at work that follow it, six at most, against the other reps in the same months, so that a weak summer harms nobody. A month counts in which somebody was a rep
 * from its first to its last day.
 */
public final class LaterWork {

	/** Full months after the result that are looked at, at most. */
	public static final int MONTHS = 6;
	/** With fewer of them nothing is known. */
	public static final int FEWEST_MONTHS = 3;
	/** With fewer cases a conversion says nothing. */
	public static final int FEWEST_CASES = 10;
	/** A month with fewer peers has no median. */
	public static final int FEWEST_PEERS = 5;
	/** Full months after which somebody counts as a peer. */
	public static final int PEER_FROM = 12;
	/** A result tells of the ramp when it was there within so many months of the first day. */
	public static final int EARLY_MONTHS = 3;

	/** What somebody did in one month. @param from cases of the stage @param to cases of the next one */
	public record Work(double from, double to, double mrr) {
	}

	/** Reads what somebody did in a month; at a stage, or null for the whole process. */
	public interface Worked {
		Work in(long personId, YearMonth month, String stage);
	}

	/** When somebody was a rep. @param full months from the first to the last day */
	public record Stay(LocalDate startedOn, Set<YearMonth> full) {
	}

	private final Map<Long, Stay> stays;
	private final Worked worked;
	private final YearMonth lastMonth;
	private final Map<YearMonth, Double> medians = new HashMap<>();
	private final Map<String, double[]> pooled = new HashMap<>();

	/** @param lastMonth the last one that is over */
	public LaterWork(Map<Long, Stay> stays, Worked worked, YearMonth lastMonth) {
		this.stays = stays;
		this.worked = worked;
		this.lastMonth = lastMonth;
	}

	private List<YearMonth> after(long person, LocalDate day) {
		var months = new ArrayList<YearMonth>();
		var stay = stays.get(person);
		for (var month = YearMonth.from(day).plusMonths(1); stay != null && months.size() < MONTHS && !month.isAfter(lastMonth) && !month.isAfter(YearMonth.from(day).plusMonths(MONTHS)); month = month.plusMonths(1)) {
			if (stay.full().contains(month)) {
				months.add(month);
			}
		}
		return months;
	}

	/** The conversion of that stage, by that of all reps in the same months; 1 is like all of them. Null without enough months or cases. */
	public Double conversion(long person, LocalDate day, String stage) {
		var months = after(person, day);
		if (months.size() < FEWEST_MONTHS) {
			return null;
		}
		double from = 0;
		double to = 0;
		double ofAllFrom = 0;
		double ofAllTo = 0;
		for (var month : months) {
			var own = worked.in(person, month, stage);
			from += own.from();
			to += own.to();
			var all = pooled.computeIfAbsent(stage + " " + month, key -> all(month, stage));
			ofAllFrom += all[0];
			ofAllTo += all[1];
		}
		return from < FEWEST_CASES || ofAllTo == 0 ? null : to / from / (ofAllTo / ofAllFrom);
	}

	private double[] all(YearMonth month, String stage) {
		var sums = new double[2];
		stays.forEach((person, stay) -> {
			if (stay.full().contains(month)) {
				var work = worked.in(person, month, stage);
				sums[0] += work.from();
				sums[1] += work.to();
			}
		});
		return sums;
	}

	/** New recurring revenue, by the sum of the medians of those who had been there for a year. Null without enough months or peers. */
	public Double attainment(long person, LocalDate day) {
		var months = after(person, day);
		if (months.size() < FEWEST_MONTHS) {
			return null;
		}
		double own = 0;
		double peers = 0;
		for (var month : months) {
			var median = medians.computeIfAbsent(month, this::median);
			if (!(median > 0)) {
				return null;
			}
			own += worked.in(person, month, null).mrr();
			peers += median;
		}
		return own / peers;
	}

	/** The first full month at work with the median of the others, counted from 0 backwards: −1 is the first, −7 not within six. Null for results that came late, and for whom six months are not over. */
	public Double ramp(long person, LocalDate day) {
		var stay = stays.get(person);
		if (stay == null || day.isAfter(stay.startedOn().plusMonths(EARLY_MONTHS))) {
			return null;
		}
		var first = stay.startedOn().getDayOfMonth() == 1 ? YearMonth.from(stay.startedOn()) : YearMonth.from(stay.startedOn()).plusMonths(1);
		var reached = MONTHS + 1;
		for (int i = MONTHS; i >= 1; i--) {
			var month = first.plusMonths(i - 1L);
			var median = medians.computeIfAbsent(month, this::median);
			if (month.isAfter(lastMonth) || !stay.full().contains(month) || !(median > 0)) {
				return null;
			}
			reached = worked.in(person, month, null).mrr() >= median ? i : reached;
		}
		return (double) -reached;
	}

	private double median(YearMonth month) {
		var peers = stays.entrySet().stream().filter(each -> each.getValue().full().contains(month) && !YearMonth.from(each.getValue().startedOn()).plusMonths(PEER_FROM).isAfter(month))
				.mapToDouble(each -> worked.in(each.getKey(), month, null).mrr()).toArray();
		return peers.length < FEWEST_PEERS ? Double.NaN : Quantiles.median(peers);
	}
}
