package org.headcoach.contests;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.headcoach.contests.engine.DayCount;
import org.headcoach.contests.engine.History;
import org.headcoach.people.PeopleService;
import org.headcoach.pipeline.DailyFigures;
import org.headcoach.shared.BusinessClock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * What the people of a contest did in the {@value #DAYS} days before it, by its own rules: who did it at all, what can be expected of each, and what chances are drawn
 * from. The days end with the last one that anybody of them has data for, so that a CRM export that is some days old does not look like idleness.
 */
@ApplicationScoped
class ContestHistory {

	static final int DAYS = 60;

	/**
	 * @param until the last day looked at; null without any data
	 * @param did who did any of it
	 * @param days for which there are data, {@value #DAYS} at most
	 * @param daily scores of each person by working day
	 */
	record Past(LocalDate until, int days, Set<Long> did, Map<Long, History> daily, boolean ratio) {

		static final Past NONE = new Past(null, 0, Set.of(), Map.of(), false);

		/** What somebody would score in so many working days; null when nothing is known of them. */
		BigDecimal expected(long personId, int workingDays) {
			var expected = of(personId).expected(workingDays);
			return Double.isNaN(expected) ? null : BigDecimal.valueOf(expected).setScale(1, RoundingMode.HALF_UP);
		}

		History of(long personId) {
			return daily.getOrDefault(personId, new History(personId, new double[0]));
		}
	}

	@Inject
	private DailyFigures figures;

	@Inject
	private PeopleService people;

	@Inject
	private BusinessClock clock;

	Past of(Contest contest, Collection<Long> players) {
		if (players.isEmpty()) {
			return Past.NONE;
		}
		var company = people.company();
		var start = contest.firstDay(company.zone());
		var today = company.dayOf(clock.now());
		var end = start.isAfter(today) ? today : start.minusDays(1);
		var first = end.minusDays(2L * DAYS);
		var counting = contest.counting();
		var counted = figures.count(counting.stream().map(Contest.Counting::counted).toList(), players.stream().map(person -> new DailyFigures.Days(person, first, end)).toList(), first.atStartOfDay(),
				end.plusDays(1).atStartOfDay());
		var until = counted.stream().map(DailyFigures.DayFigure::day).max(LocalDate::compareTo).orElse(null);
		var since = counted.stream().map(DailyFigures.DayFigure::day).min(LocalDate::compareTo).orElse(null);
		if (until == null) {
			return Past.NONE;
		}
		var from = until.minusDays(DAYS - 1L);
		var lately = counted.stream().filter(one -> !one.day().isBefore(from)).toList();
		var did = lately.stream().filter(one -> one.quantity().signum() != 0 || one.divisor() != null && one.divisor().signum() != 0).map(DailyFigures.DayFigure::personId).collect(Collectors.toSet());
		var scoring = contest.scoring();
		var byPerson = lately.stream().map(one -> new DayCount(one.personId(), one.day(), one.counted(), one.quantity(), one.divisor())).collect(Collectors.groupingBy(DayCount::personId));
		var calendar = people.calendar();
		var daily = scoring.isRatio() ? Map.<Long, History>of() : players.stream().distinct()
				.collect(Collectors.toMap(Function.identity(), person -> History.of(scoring, person, byPerson.getOrDefault(person, List.of()), from, until, calendar)));
		return new Past(until, (int) Math.min(DAYS, since.until(until, ChronoUnit.DAYS) + 1), did, daily, scoring.isRatio());
	}
}
