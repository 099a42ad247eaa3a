package org.headcoach.contests;

import static org.headcoach.people.Permission.RUN_CONTESTS;
import static org.headcoach.people.Permission.SEE_COMPANY;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.headcoach.contests.engine.Gap;
import org.headcoach.contests.engine.Nights;
import org.headcoach.contests.engine.PersonScore;
import org.headcoach.contests.engine.TeamStanding;
import org.headcoach.people.CurrentActor;
import org.headcoach.people.PeopleService;
import org.headcoach.people.Reach;
import org.headcoach.pipeline.MonthlyFigures;
import org.headcoach.shared.BusinessClock;
import org.headcoach.shared.Columns;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Puts together what a contest's page shows its reader: standings with names, nights, what moved late. Whether the reader may see the contest is asked before. */
@ApplicationScoped
class ContestPages {

	/** So many late changes stand on the page; an export has all. */
	private static final int MOST_MOVES = 200;

	@Inject
	private Contests contests;

	@Inject
	private ContestReach contestReach;

	@Inject
	private ScoreBoard board;

	@Inject
	private MonthlyFigures monthly;

	@Inject
	private PeopleService people;

	@Inject
	private Reach reach;

	@Inject
	private CurrentActor current;

	@Inject
	private BusinessClock clock;

	/** @param today the first day that is still to come or going on */
	ContestPage page(Contest contest, List<TeamStanding> standings, LocalDate today) {
		var id = contest.id();
		var now = clock.now();
		var zone = people.company().zone();
		var phase = contest.phase(now);
		var members = contests.roster(id);
		var own = current.get().personId();
		var byTeam = standings.stream().collect(Collectors.toMap(TeamStanding::teamId, Function.identity()));
		var shown = new Shown(members, contest);
		var perHead = standings.stream().anyMatch(team -> team.score() != null && team.score().compareTo(team.points()) != 0);
		var inTeam = members.stream().filter(member -> member.teamId() != null).collect(Collectors.groupingBy(Contests.Player::teamId));
		var teams = contests.teams(id).stream().map(team -> team(team, byTeam.get(team.id()), inTeam.getOrDefault(team.id(), List.of()), shown))
				.sorted((one, other) -> Integer.compare(one.rank() == 0 ? Integer.MAX_VALUE : one.rank(), other.rank() == 0 ? Integer.MAX_VALUE : other.rank())).toList();
		var ownTeam = own == null ? null : members.stream().filter(member -> member.teamId() != null && member.personId() == own).map(Contests.Player::teamId).reduce((first, last) -> last).orElse(null);
		var names = teams.stream().collect(Collectors.toMap(ContestPage.TeamLine::id, ContestPage.TeamLine::name));
		var scoring = contest.scoring();
		var inPoints = scoring.behaviours().size() > 1;
		var gaps = new HashMap<Long, ContestPage.Ahead>();
		standings.forEach(team -> Gap.behind(standings, team.teamId(), scoring).ifPresent(gap -> gaps.put(team.teamId(), new ContestPage.Ahead(names.get(gap.teamAhead()),
				gap.count() != null ? BigDecimal.valueOf(gap.count()) : gap.points() != null ? gap.points() : gap.score(), inPoints))));
		var nights = nights(id, teams);
		var last = contest.lastDay(zone);
		var calendar = people.calendar();
		var left = phase == Phase.ANNOUNCED ? calendar.workingDays(contest.firstDay(zone), last) : phase == Phase.RUNNING ? calendar.workingDays(today, last) : 0;
		return new ContestPage(id, contest.version(), contest.title(), phase, contest.announcement(), contest.rules(), contest.zone(), contest.startsAt(), contest.endsAt(), contest.nightlyAt(),
				contest.firstDay(zone), last, left, contest.counting().stream().map(ContestPage.CountLine::of).toList(),
				contest.lowerIsBetter(), contest.ties(), prize(contest), contest.judge(), contest.ownerName(), contest.announcedAt(), contest.countNo(), contest.countedAt(), monthly.asOf().importedAt(),
				nights.isEmpty() ? null : nights.get(nights.size() - 1).night(), nextNight(contest, phase, now), perHead, (int) members.stream().map(Contests.Player::personId).distinct().count(),
				teams, ownTeam, gaps, lead(standings, names, inPoints), nights, moves(id, members, shown, MOST_MOVES),
				contests.notes(id).stream().map(note -> new ContestPage.NoteLine(note.said(), note.byName(), note.at())).toList(), overrides(id), settled(contest), contestReach.mayRun(contest));
	}

	static ContestPage.Prize prize(Contest contest) {
		return new ContestPage.Prize(contest.prize(), contest.prizeFor(), contest.prizeValue(), contest.prizeCurrency(), contest.prizeEach());
	}

	private Instant nextNight(Contest contest, Phase phase, Instant now) {
		if (contest.nightlyAt() == null || phase != Phase.ANNOUNCED && phase != Phase.RUNNING) {
			return null;
		}
		return Nights.next(contest.startsAt(), contest.endsAt(), contest.zone(), contest.nightlyAt(), now).orElse(null);
	}

	private static ContestPage.Lead lead(List<TeamStanding> standings, Map<Long, String> names, boolean inPoints) {
		if (standings.isEmpty() || standings.get(0).score() == null) {
			return null;
		}
		var first = standings.get(0);
		var together = standings.stream().filter(team -> team.rank() == 1).count() > 1;
		var next = standings.stream().filter(team -> team.rank() > 1 && team.score() != null).findFirst().orElse(null);
		var by = together || next == null ? BigDecimal.ZERO : first.score().subtract(next.score()).abs();
		return new ContestPage.Lead(standings.stream().filter(team -> team.rank() == 1).map(team -> names.get(team.teamId())).collect(Collectors.joining(", ")), by, inPoints);
	}

	/** Whose numbers the reader may see. */
	private final class Shown {

		private final boolean everybody;
		private final Map<Long, Boolean> known = new HashMap<>();
		private final YearMonth month;

		Shown(List<Contests.Player> members, Contest contest) {
			var own = current.get().personId();
			var plays = own != null && members.stream().anyMatch(member -> member.personId() == own);
			everybody = current.get().may(SEE_COMPANY) || people.company().rankingShown() && (plays || current.get().may(RUN_CONTESTS)) || contestReach.mayRun(contest);
			month = YearMonth.from(contest.firstDay(people.company().zone()));
		}

		boolean isShown(long personId) {
			return everybody || known.computeIfAbsent(personId, id -> reach.sees(id, month));
		}
	}

	private ContestPage.TeamLine team(ContestTeam team, TeamStanding standing, List<Contests.Player> members, Shown shown) {
		var own = current.get().personId();
		var scores = new HashMap<Long, PersonScore>();
		if (standing != null) {
			standing.people().forEach(person -> scores.put(person.personId(), person));
		}
		var lines = members.stream().map(member -> {
			var person = member.personId();
			var score = shown.isShown(person) ? scores.get(person) : null;
			return new ContestPage.MemberLine(person, member.name(), score == null ? null : score.points(), score == null ? null : score.today(), score == null ? List.of() : score.byBehaviour(), score == null ? List.of() : score.todayByBehaviour(),
					member.from(), member.until() == null ? member.leftOn() : member.until(), member.why(), own != null && person == own);
		}).sorted(Comparator.comparing(ContestPage.MemberLine::points, Comparator.nullsLast(Comparator.reverseOrder()))).toList();
		return new ContestPage.TeamLine(team.id(), team.ordinal(), team.name(), standing == null ? 0 : standing.rank(), standing == null ? null : standing.points(),
				standing == null ? null : standing.perHead(), standing == null ? null : standing.score(), standing == null ? null : standing.today(),
				lines.stream().anyMatch(ContestPage.MemberLine::own), lines);
	}

	private List<ContestPage.NightLine> nights(long id, List<ContestPage.TeamLine> teams) {
		var places = new HashMap<Long, Integer>();
		teams.forEach(team -> places.put(team.id(), places.size()));
		var scores = new TreeMap<LocalDate, BigDecimal[]>();
		var ranks = new HashMap<LocalDate, Integer[]>();
		var caughtUp = new HashMap<LocalDate, Boolean>();
		contests.rows("select night, caught_up from contest_night where contest_id = " + id).forEach(row -> {
			scores.put(Columns.day(row[0]), new BigDecimal[teams.size()]);
			ranks.put(Columns.day(row[0]), new Integer[teams.size()]);
			caughtUp.put(Columns.day(row[0]), (Boolean) row[1]);
		});
		contests.rows("select night, team_id, score, place from contest_night_team where contest_id = " + id).forEach(row -> {
			var place = places.get(((Number) row[1]).longValue());
			scores.get(Columns.day(row[0]))[place] = (BigDecimal) row[2];
			ranks.get(Columns.day(row[0]))[place] = ((Number) row[3]).intValue();
		});
		return scores.entrySet().stream().map(night -> new ContestPage.NightLine(night.getKey(), caughtUp.get(night.getKey()), Arrays.asList(night.getValue()),
				Arrays.asList(ranks.get(night.getKey())))).toList();
	}

	private List<ContestPage.MoveLine> moves(long id, List<Contests.Player> members, Shown shown, int most) {
		var by = new HashMap<Long, Contests.Player>();
		members.forEach(member -> by.put(member.personId(), member));
		var moves = board.moves(id, most);
		// the latest come first: before each of them stands what it began from. Who sees everybody asks for no team's sum
		var ofTeam = new HashMap<List<Object>, BigDecimal>();
		if (moves.stream().anyMatch(move -> !shown.isShown(move.personId()))) {
			board.counts(id).forEach(count -> {
				var member = by.get(count.personId());
				if (member != null && member.teamId() != null) {
					ofTeam.merge(List.of(member.teamId(), count.day(), count.behaviour()), count.quantity(), BigDecimal::add);
				}
			});
		}
		var lines = new ArrayList<ContestPage.MoveLine>();
		for (var move : moves) {
			var member = by.get(move.personId());
			if (member == null || member.teamId() == null) {
				continue;
			}
			var key = List.<Object>of(member.teamId(), move.day(), move.behaviour());
			var after = ofTeam.getOrDefault(key, BigDecimal.ZERO);
			var before = after.subtract(move.after()).add(move.before());
			ofTeam.put(key, before);
			var own = shown.isShown(move.personId());
			lines.add(new ContestPage.MoveLine(own ? member.name() : null, member.team(), move.day(), move.behaviour(), own ? move.before() : before, own ? move.after() : after,
					move.source(), move.at()));
		}
		return List.copyOf(lines);
	}

	/** What was counted day by day, of people whose numbers the contest's page shows the reader. */
	List<ContestService.CountRow> counts(Contest contest) {
		var id = contest.id();
		var members = contests.roster(id);
		var shown = new Shown(members, contest);
		var by = new TreeMap<Long, List<Contests.Player>>();
		members.stream().filter(member -> member.teamId() != null && shown.isShown(member.personId())).forEach(member -> by.computeIfAbsent(member.personId(), person -> new ArrayList<>()).add(member));
		return board.counts(id).stream().filter(count -> by.containsKey(count.personId())).map(count -> {
			var places = by.get(count.personId());
			var then = places.stream().filter(member -> (member.from() == null || !count.day().isBefore(member.from())) && (member.until() == null || !count.day().isAfter(member.until()))).findFirst();
			return new ContestService.CountRow(places.get(0).name(), then.map(Contests.Player::team).orElse(null), count.day(), count.behaviour(), count.quantity(), count.divisor());
		}).sorted(Comparator.comparing(ContestService.CountRow::day).thenComparing(ContestService.CountRow::person).thenComparing(ContestService.CountRow::behaviour)).toList();
	}

	/** Everything that moved late, the latest first. */
	List<ContestPage.MoveLine> moves(Contest contest) {
		var members = contests.roster(contest.id());
		return moves(contest.id(), members, new Shown(members, contest), Integer.MAX_VALUE);
	}

	private List<ContestPage.OverrideLine> overrides(long id) {
		return contests.rows("select rule, found, reason, by_name, at from contest_override where contest_id = " + id + " order by rule").stream()
				.map(row -> new ContestPage.OverrideLine((String) row[0], (String) row[1], (String) row[2], (String) row[3], Columns.moment(row[4]))).toList();
	}

	private ContestPage.Settled settled(Contest contest) {
		return contest.settledAt() == null ? null : new ContestPage.Settled(contest.settledAt(), contest.settledByName(), contest.judgement(),
				contests.ids("select team_id from contest_result where contest_id = " + contest.id() + " and wins = true order by team_id"));
	}
}
