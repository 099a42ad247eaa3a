package org.headcoach.people;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.headcoach.shared.BusinessClock;
import org.headcoach.shared.NotHereException;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/**
 * Whom the current account may see. A rep: oneself. A manager or director: everybody below in the line, as it stands
 * today or as it stood in the month asked about. Who was asked for by name was theirs also on a part of that month, so a
 * move hides nothing from either side that was theirs. An executive: everybody. An administrator edits people but sees nobody's coaching.
 */
@RequestScoped
public class Reach {

	@Inject
	private CurrentActor current;

	@Inject
	private Positions positions;

	@Inject
	private PeopleService people;

	@Inject
	private BusinessClock clock;

	private final Map<YearMonth, Positions.Places> read = new HashMap<>();
	private final Map<YearMonth, Line> months = new HashMap<>();
	private final Map<LocalDate, Line> days = new HashMap<>();
	private Line today;

	/** The line as it stands today in the company's zone. */
	public Line today() {
		if (today == null) {
			// most pages ask for last month too
			var month = YearMonth.from(day());
			read(month.minusMonths(1), month);
			today = read.get(month).on(day());
		}
		return today;
	}

	/** The line of that month. The month after it is read along: pages show the figures of one and the plans of the other. */
	public Line in(YearMonth month) {
		if (!read.containsKey(month)) {
			read(month, month.plusMonths(1));
		}
		return months.computeIfAbsent(month, any -> read.get(month).in(month, day()));
	}

	/** Every place that somebody held on some day of the month, with its days, by name and time: who led whom from when to when. In the month that runs what has come of it. */
	public List<Positions.Stretch> stretches(YearMonth month) {
		in(month);
		var places = read.get(month).stretches(month);
		return YearMonth.from(day()).equals(month) ? places.stream().filter(stretch -> !stretch.from().isAfter(day())).toList() : places;
	}

	private Line on(LocalDate day) {
		var month = YearMonth.from(day);
		in(month);
		return days.computeIfAbsent(day, read.get(month)::on);
	}

	/** Reads the lines of many months by one query, where they are not known yet, for callers that go through them with {@link #in}. */
	public void read(YearMonth first, YearMonth last) {
		if (!first.isAfter(last) && !months(first, last).allMatch(read::containsKey)) {
			var places = positions.read(first, last);
			months(first, last).forEach(month -> read.putIfAbsent(month, places));
		}
	}

	private static Stream<YearMonth> months(YearMonth first, YearMonth last) {
		return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1));
	}

	private LocalDate day() {
		return people.company().dayOf(clock.now());
	}

	public boolean sees(long personId, YearMonth month) {
		var actor = current.get();
		if (actor == Actor.SYSTEM || actor.may(Permission.SEE_COMPANY)) {
			return true;
		}
		if (actor.personId() == null) {
			return false;
		}
		return actor.personId() == personId && actor.may(Permission.SEE_OWN_MONTH)
				|| actor.may(Permission.SEE_LINE) && leads(personId, month);
	}

	/** Whether the person stands below the account's own at any depth, in that month or today; whatever the account may. */
	public boolean leads(long personId, YearMonth month) {
		var own = current.get().personId();
		return in(month).isAbove(own, personId) || today().isAbove(own, personId);
	}

	/** Whether the account may see that month of that person: also who led the person on some day of it, before a move or after it. */
	public boolean reaches(long personId, YearMonth month) {
		return sees(personId, month) || current.get().may(Permission.SEE_LINE) && hasLed(personId, month);
	}

	private boolean hasLed(long personId, YearMonth month) {
		var own = current.get().personId();
		return own != null && Stream.concat(Stream.of(month.atDay(1)), stretches(month).stream().map(Positions.Stretch::from).filter(day -> YearMonth.from(day).equals(month))).distinct()
				.anyMatch(day -> !day.isAfter(day()) && on(day).isAbove(own, personId));
	}

	/** Refuses as if the person did not exist. */
	public void require(long personId, YearMonth month) {
		if (!reaches(personId, month)) {
			throw new NotHereException(current.get().name() + " does not reach person " + personId + " in " + month);
		}
	}

	/** The reps of a month whom the account may see, by name: for a rep only oneself. */
	public List<Line.Place> reps(YearMonth month) {
		return in(month).everybodyIn(Role.REP).stream().filter(place -> sees(place.personId(), month)).toList();
	}

	/** Whether the account's person is the direct superior of that person, in that month or today. */
	public boolean leadsDirectly(long personId, YearMonth month) {
		var own = current.get().personId();
		return own != null && (isSuperior(own, in(month).of(personId)) || isSuperior(own, today().of(personId)));
	}

	/** Whether the account's person was the direct superior of that person on that day. */
	public boolean ledDirectly(long personId, LocalDate day) {
		var own = current.get().personId();
		return own != null && isSuperior(own, on(day).of(personId));
	}

	private static boolean isSuperior(Long own, Line.Place place) {
		return place != null && own.equals(place.superiorId());
	}
}
