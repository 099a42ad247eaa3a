package org.headcoach.contests.engine;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.headcoach.shared.WorkingCalendar;

/** A contest to be filled: Monday 1 to Friday 26 June 2026, twenty working days. */
final class Board {

	static final LocalDate FIRST = LocalDate.of(2026, 6, 1);
	static final LocalDate LAST = LocalDate.of(2026, 6, 26);
	static final WorkingCalendar WEEK = new WorkingCalendar(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), Set.of());

	final List<Member> members = new ArrayList<>();
	final List<DayCount> counts = new ArrayList<>();
	private final Scoring scoring;

	Board(Scoring scoring) {
		this.scoring = scoring;
	}

	static Board ofDemos() {
		return ofDemos(TieRule.SHARED);
	}

	static Board ofDemos(TieRule ties) {
		return new Board(new Scoring(List.of(Behaviour.counted("DEMOS")), false, ties));
	}

	static Scoring ratio(boolean lowerIsBetter) {
		return new Scoring(List.of(new Behaviour("DAYS_TO_CLOSE", BigDecimal.ONE, null, true)), lowerIsBetter, TieRule.SHARED);
	}

	static LocalDate june(int day) {
		return LocalDate.of(2026, 6, day);
	}

	static BigDecimal n(String number) {
		return new BigDecimal(number);
	}

	/** Whoever is in it from the first to the last day. */
	Board team(long team, long... people) {
		for (var person : people) {
			members.add(new Member(person, team, FIRST, null));
		}
		return this;
	}

	Board from(long team, long person, LocalDate from, LocalDate until) {
		members.add(new Member(person, team, from, until));
		return this;
	}

	Board did(long person, int day, String quantity) {
		return did(person, day, 0, quantity);
	}

	Board did(long person, int day, int behaviour, String quantity) {
		counts.add(new DayCount(person, june(day), behaviour, n(quantity), null));
		return this;
	}

	Board had(long person, int day, String quantity, String divisor) {
		counts.add(new DayCount(person, june(day), 0, n(quantity), n(divisor)));
		return this;
	}

	Scoring scoring() {
		return scoring;
	}

	List<TeamStanding> standings() {
		return upTo(LAST);
	}

	List<TeamStanding> upTo(LocalDate day) {
		return Standings.of(scoring, members, counts, FIRST, LAST, WEEK, day);
	}

	TeamStanding team(long id) {
		return of(standings(), id);
	}

	static TeamStanding of(List<TeamStanding> standings, long id) {
		return standings.stream().filter(team -> team.teamId() == id).findFirst().orElseThrow();
	}

	/** Place and team: {@code 1:7 1:9 3:8}. */
	static String places(List<TeamStanding> standings) {
		var places = new ArrayList<String>();
		standings.forEach(team -> places.add(team.rank() + ":" + team.teamId()));
		return String.join(" ", places);
	}
}
