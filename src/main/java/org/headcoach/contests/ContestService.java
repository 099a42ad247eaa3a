package org.headcoach.contests;

import static org.headcoach.people.Permission.NOTHING;
import static org.headcoach.people.Permission.RUN_CONTESTS;
import static org.headcoach.people.Permission.SEE_COMPANY;
import static org.headcoach.people.Permission.SEE_CONTESTS;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.headcoach.contests.engine.ContestLint;
import org.headcoach.contests.engine.Gap;
import org.headcoach.contests.engine.Nights;
import org.headcoach.contests.engine.Pair;
import org.headcoach.contests.engine.Player;
import org.headcoach.contests.engine.TeamDraft;
import org.headcoach.contests.engine.TeamStanding;
import org.headcoach.contests.engine.TieRule;
import org.headcoach.contests.engine.WinChance;
import org.headcoach.people.Audit;
import org.headcoach.people.CurrentActor;
import org.headcoach.people.Line;
import org.headcoach.people.Needs;
import org.headcoach.people.PeopleService;
import org.headcoach.people.Reach;
import org.headcoach.people.Role;
import org.headcoach.people.Salesperson;
import org.headcoach.pipeline.DailyFigures;
import org.headcoach.pipeline.Feed;
import org.headcoach.pipeline.Funnel;
import org.headcoach.pipeline.Metric;
import org.headcoach.pipeline.MonthlyFigures;
import org.headcoach.shared.BusinessClock;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.NotHereException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/**
 * The door to contests. A leader drafts one for people of the own line, lets teams be drawn, announces it; everybody in sales sees what is announced. Who made a
 * contest and whoever stands above them may run it; for others a draft does not exist.
 */
@ApplicationScoped
@Transactional
public class ContestService {

	/**
	 * Writes a draft.
	 *
	 * @param id null for a new one
	 * @param version the one that was read; null for a new one
	 * @param starts the first moment that counts, on the wall clock of {@code zone}
	 * @param ends the first moment that counts no more
	 * @param nightlyAt when standings are kept and sent; null: never
	 * @param prizeValue in {@code prizeCurrency}; null when none is stated
	 * @param formKey the form that it is sent from: sent twice, it makes one contest
	 */
	public record WriteContest(Long id, Integer version, String title, String announcement, String rules, ZoneId zone, LocalDateTime starts, LocalDateTime ends, LocalTime nightlyAt,
			List<DraftPage.Counting> counting, boolean lowerIsBetter, TieRule ties, String prize, Contest.PrizeFor prizeFor, BigDecimal prizeValue, String prizeCurrency, boolean prizeEach,
			String judge, String formKey) implements Serializable {
	}

	/**
	 * Draws teams anew.
	 *
	 * @param names of the teams, as many as there shall be
	 * @param together people who shall be in one team, in pairs
	 * @param apart people who shall not, in pairs
	 * @param keepRegions whether a team shall hold people of one region
	 */
	public record DrawTeams(long contestId, List<String> names, Set<Pair> together, Set<Pair> apart, boolean keepRegions) implements Serializable {
	}

	/** Announces a draft. @param reasons why rules that it does not keep are set aside, by rule */
	public record AnnounceContest(long id, int version, Map<ContestLint.Rule, String> reasons) implements Serializable {
	}

	/** What the log of changes keeps. */
	private record Logged(String title, LocalDateTime starts, LocalDateTime ends, ZoneId zone, List<String> counting, String prize) {

		static Logged of(Contest contest) {
			return new Logged(contest.title(), contest.startsAt(), contest.endsAt(), contest.zone(), contest.counting().stream().map(Contest.Counting::code).toList(), contest.prize());
		}
	}

	private static final int MOST_MOVES = 200;
	private static final int DRAWS = 4_000;
	private static final int MOST_PLAYERS = 2_000;
	private static final int MOST_TEAMS = 200;

	@PersistenceContext
	private EntityManager em;

	@Inject
	private Contests contests;

	@Inject
	private ScoreBoard board;

	@Inject
	private ContestHistory history;

	@Inject
	private DailyFigures figures;

	@Inject
	private MonthlyFigures monthly;

	@Inject
	private PeopleService people;

	@Inject
	private Reach reach;

	@Inject
	private CurrentActor current;

	@Inject
	private Audit audit;

	@Inject
	private ContestWatch watch;

	@Inject
	private Event<Marked> marked;

	@Inject
	private BusinessClock clock;

	/** Something is due; it is counted after the commit. */
	record Marked() {
	}

	// ------------------------------------------------------------ reading

	/** The contests that the reader may see, the latest first: those announced, and drafts of one's own or of somebody below. */
	@Needs(SEE_CONTESTS)
	public List<ContestRow> contests() {
		var now = clock.now();
		var players = contests.players();
		var teams = contests.teamCounts();
		var winners = winners();
		var zone = people.company().zone();
		var own = current.get().personId();
		return contests.all().stream().filter(contest -> contest.phase(now).isPublic() || mayRun(contest)).map(contest -> {
			var phase = contest.phase(now);
			var of = players.getOrDefault(contest.id(), Set.of());
			return new ContestRow(contest.id(), contest.title(), phase, contest.firstDay(zone), contest.lastDay(zone), teams.getOrDefault(contest.id(), 0L).intValue(), of.size(),
					phase == Phase.SETTLED ? winners.get(contest.id()) : null, own != null && of.contains(own), contest.ownerName(), mayRun(contest));
		}).toList();
	}

	private Map<Long, String> winners() {
		var winners = new HashMap<Long, String>();
		contests.rows("select r.contest_id, t.name from contest_result r join contest_team t on t.id = r.team_id where r.wins = true order by r.contest_id, t.ordinal")
				.forEach(row -> winners.merge(((Number) row[0]).longValue(), (String) row[1], (one, other) -> one + ", " + other));
		return winners;
	}

	/**
	 * One contest with its standings as they are now; of a settled one the result. What single people did is shown to whoever may see their figures, and to reps
	 * where the company shows them each other's.
	 *
	 * @throws NotHereException when there is none that the reader may see
	 */
	@Needs(SEE_CONTESTS)
	public ContestPage contest(long id) {
		var contest = visible(id);
		var phase = contest.phase(clock.now());
		return page(contest, phase.isScored() || phase == Phase.SETTLED ? board.standings(contest) : List.of(), people.today());
	}

	/** The same as it stood after that night, which is what is sent. */
	@Needs(SEE_CONTESTS)
	public ContestPage night(long id, LocalDate night) {
		var contest = visible(id);
		var day = board.dayOf(contest, Nights.moment(contest.startsAt(), contest.endsAt(), contest.zone(), contest.nightlyAt(), night).orElseThrow().minusNanos(1));
		return page(contest, board.standings(contest, day), day.plusDays(1));
	}

	/** @param today the first day that is still to come or going on */
	private ContestPage page(Contest contest, List<TeamStanding> standings, LocalDate today) {
		var id = contest.id();
		var now = clock.now();
		var zone = people.company().zone();
		var phase = contest.phase(now);
		var members = contests.members(id);
		var own = current.get().personId();
		var byTeam = standings.stream().collect(Collectors.toMap(TeamStanding::teamId, Function.identity()));
		var shown = new Shown(members, contest);
		var perHead = standings.stream().anyMatch(team -> team.score() != null && team.score().compareTo(team.points()) != 0);
		var teams = contests.teams(id).stream().map(team -> team(team, byTeam.get(team.id()), members, shown))
				.sorted((one, other) -> Integer.compare(one.rank() == 0 ? Integer.MAX_VALUE : one.rank(), other.rank() == 0 ? Integer.MAX_VALUE : other.rank())).toList();
		var ownTeam = members.stream().filter(member -> member.team() != null && member.person().id().equals(own)).map(member -> member.team().id()).reduce((first, last) -> last).orElse(null);
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
				contest.firstDay(zone), last, left, contest.counting().stream().map(one -> new ContestPage.CountLine(one.counted(), one.points(), one.dailyCap(), one.isRatio())).toList(),
				contest.lowerIsBetter(), contest.ties(), prize(contest), contest.judge(), contest.ownerName(), contest.announcedAt(), contest.countNo(), contest.countedAt(), monthly.asOf().importedAt(),
				nights.isEmpty() ? null : nights.get(nights.size() - 1).night(), nextNight(contest, phase, now), perHead, (int) members.stream().map(member -> member.person().id()).distinct().count(),
				teams, ownTeam, gaps, lead(standings, names, inPoints), nights, moves(id, members, shown, MOST_MOVES),
				contests.notes(id).stream().map(note -> new ContestPage.NoteLine(note.said(), note.byName(), note.at())).toList(), overrides(id), settled(contest), mayRun(contest));
	}

	/** Asks whether the reader may follow a contest. @throws NotHereException when not */
	@Needs(SEE_CONTESTS)
	public void follow(long id) {
		visible(id);
	}

	/** Whether it is a draft that the reader may change. @throws NotHereException for a contest that the reader may not run */
	@Needs(RUN_CONTESTS)
	public boolean isDraft(long id) {
		var contest = contests.find(id);
		if (contest == null || !mayRun(contest)) {
			throw notHere(id);
		}
		return contest.state() == ContestState.DRAFT;
	}

	/** A number that goes up whenever the standings of a contest change, by which open pages are told; -1 for a contest that is not there. It shows nothing else. */
	@Needs(NOTHING)
	public long countNo(long id) {
		return contests.rows("select count_no, id from contest where id = " + id).stream().map(row -> ((Number) row[0]).longValue()).findFirst().orElse(-1L);
	}

	private static ContestPage.Prize prize(Contest contest) {
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

		Shown(List<ContestMember> members, Contest contest) {
			var own = current.get().personId();
			var plays = own != null && members.stream().anyMatch(member -> member.person().id().equals(own));
			everybody = current.get().may(SEE_COMPANY) || people.company().rankingShown() && (plays || current.get().may(RUN_CONTESTS)) || mayRun(contest);
			month = YearMonth.from(contest.firstDay(people.company().zone()));
		}

		boolean isShown(long personId) {
			return everybody || known.computeIfAbsent(personId, id -> reach.sees(id, month));
		}
	}

	private ContestPage.TeamLine team(ContestTeam team, TeamStanding standing, List<ContestMember> members, Shown shown) {
		var own = current.get().personId();
		var scores = new HashMap<Long, org.headcoach.contests.engine.PersonScore>();
		if (standing != null) {
			standing.people().forEach(person -> scores.put(person.personId(), person));
		}
		var lines = members.stream().filter(member -> member.team() != null && member.team().id().equals(team.id())).map(member -> {
			var person = member.person().id();
			var score = shown.isShown(person) ? scores.get(person) : null;
			return new ContestPage.MemberLine(person, member.person().name(), score == null ? null : score.points(), score == null ? null : score.today(), score == null ? List.of() : score.byBehaviour(),
					member.from(), member.until() == null ? member.person().leftOn() : member.until(), member.why(), person.equals(own));
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
			scores.put(Contests.day(row[0]), new BigDecimal[teams.size()]);
			ranks.put(Contests.day(row[0]), new Integer[teams.size()]);
			caughtUp.put(Contests.day(row[0]), (Boolean) row[1]);
		});
		contests.rows("select night, team_id, score, place from contest_night_team where contest_id = " + id).forEach(row -> {
			var place = places.get(((Number) row[1]).longValue());
			scores.get(Contests.day(row[0]))[place] = (BigDecimal) row[2];
			ranks.get(Contests.day(row[0]))[place] = ((Number) row[3]).intValue();
		});
		return scores.entrySet().stream().map(night -> new ContestPage.NightLine(night.getKey(), caughtUp.get(night.getKey()), java.util.Arrays.asList(night.getValue()),
				java.util.Arrays.asList(ranks.get(night.getKey())))).toList();
	}

	private List<ContestPage.MoveLine> moves(long id, List<ContestMember> members, Shown shown, int most) {
		var by = new HashMap<Long, ContestMember>();
		members.forEach(member -> by.put(member.person().id(), member));
		var moves = board.moves(id, most);
		if (moves.isEmpty()) {
			return List.of();
		}
		// the latest come first: before each of them stands what it began from
		var ofTeam = new HashMap<List<Object>, BigDecimal>();
		board.counts(id).forEach(count -> {
			var member = by.get(count.personId());
			if (member != null && member.team() != null) {
				ofTeam.merge(List.of(member.team().id(), count.day(), count.behaviour()), count.quantity(), BigDecimal::add);
			}
		});
		var lines = new ArrayList<ContestPage.MoveLine>();
		for (var move : moves) {
			var member = by.get(move.personId());
			if (member == null || member.team() == null) {
				continue;
			}
			var key = List.<Object>of(member.team().id(), move.day(), move.behaviour());
			var after = ofTeam.getOrDefault(key, BigDecimal.ZERO);
			var before = after.subtract(move.after()).add(move.before());
			ofTeam.put(key, before);
			var own = shown.isShown(move.personId());
			lines.add(new ContestPage.MoveLine(own ? member.person().name() : null, member.team().name(), move.day(), move.behaviour(), own ? move.before() : before, own ? move.after() : after,
					move.source(), move.at()));
		}
		return List.copyOf(lines);
	}

	/** What somebody whom the reader may see did on a day; {@code behaviour} is the place in what is counted, {@code divisor} that of a ratio. */
	public record CountRow(String person, String team, LocalDate day, int behaviour, BigDecimal quantity, BigDecimal divisor) implements Serializable {
	}

	/** What was counted day by day, of people whose numbers the contest's page shows the reader. */
	@Needs(SEE_CONTESTS)
	public List<CountRow> counts(long id) {
		var contest = visible(id);
		var members = contests.members(id);
		var shown = new Shown(members, contest);
		var by = new TreeMap<Long, List<ContestMember>>();
		members.stream().filter(member -> member.team() != null && shown.isShown(member.person().id())).forEach(member -> by.computeIfAbsent(member.person().id(), person -> new ArrayList<>()).add(member));
		return board.counts(id).stream().filter(count -> by.containsKey(count.personId())).map(count -> {
			var places = by.get(count.personId());
			var then = places.stream().filter(member -> (member.from() == null || !count.day().isBefore(member.from())) && (member.until() == null || !count.day().isAfter(member.until()))).findFirst();
			return new CountRow(places.get(0).person().name(), then.map(member -> member.team().name()).orElse(null), count.day(), count.behaviour(), count.quantity(), count.divisor());
		}).sorted(java.util.Comparator.comparing(CountRow::day).thenComparing(CountRow::person).thenComparing(CountRow::behaviour)).toList();
	}

	/** Everything that moved late, the latest first. */
	@Needs(SEE_CONTESTS)
	public List<ContestPage.MoveLine> moves(long id) {
		var contest = visible(id);
		var members = contests.members(id);
		return moves(id, members, new Shown(members, contest), Integer.MAX_VALUE);
	}

	private List<ContestPage.OverrideLine> overrides(long id) {
		return contests.rows("select rule, found, reason, by_name, at from contest_override where contest_id = " + id + " order by rule").stream()
				.map(row -> new ContestPage.OverrideLine((String) row[0], (String) row[1], (String) row[2], (String) row[3], moment(row[4]))).toList();
	}

	private ContestPage.Settled settled(Contest contest) {
		return contest.settledAt() == null ? null : new ContestPage.Settled(contest.settledAt(), contest.settledByName(), contest.judgement(),
				contests.ids("select team_id from contest_result where contest_id = " + contest.id() + " and wins = true order by team_id"));
	}

	static Instant moment(Object value) {
		return value instanceof java.time.OffsetDateTime moment ? moment.toInstant() : ((java.sql.Timestamp) value).toInstant();
	}

	// ------------------------------------------------------------ rights

	/** Who made it, whoever stands above them today, and who sees the whole company. */
	boolean mayRun(Contest contest) {
		var actor = current.get();
		if (!actor.may(RUN_CONTESTS)) {
			return false;
		}
		if (actor.may(SEE_COMPANY) || actor.accountId() != null && actor.accountId().equals(contest.ownerAccountId())) {
			return true;
		}
		var owner = contest.owner();
		return owner != null && actor.personId() != null && (owner.id().equals(actor.personId()) || reach.today().isAbove(actor.personId(), owner.id()));
	}

	/** The contest, when the reader sees it. */
	Contest visible(long id) {
		var contest = contests.find(id);
		if (contest == null || !contest.phase(clock.now()).isPublic() && !mayRun(contest)) {
			throw notHere(id);
		}
		return contest;
	}

	/** The contest for a change, one at a time. */
	Contest run(long id) {
		var contest = contests.locked(id);
		if (contest == null || !mayRun(contest)) {
			throw notHere(id);
		}
		return contest;
	}

	private NotHereException notHere(long id) {
		return new NotHereException(current.get().name() + " does not see contest " + id);
	}

	/** Reps whom the reader may let play: of the own line as it stands today. */
	private List<Line.Place> reps() {
		var actor = current.get();
		var line = reach.today();
		return line.everybodyIn(Role.REP).stream().filter(place -> actor.may(SEE_COMPANY) || actor.personId() != null && line.isAbove(actor.personId(), place.personId())).toList();
	}

	// ------------------------------------------------------------ drafting

	/** An empty draft: the calendar month after this one, four things to fill in. Nothing is kept. */
	@Needs(RUN_CONTESTS)
	public DraftPage blank() {
		var month = YearMonth.from(people.today()).plusMonths(1);
		var calendar = people.calendar();
		var first = calendar.onOrAfter(month.atDay(1));
		var demos = figures.countable().stream().map(Metric::code).filter("VOLUME:DEMOS"::equals).findFirst().or(() -> figures.countable().stream().map(Metric::code).findFirst());
		return new DraftPage(null, 0, null, null, null, people.company().zone(), first.atStartOfDay(), month.plusMonths(1).atDay(1).atStartOfDay(), LocalTime.of(21, 0),
				demos.map(code -> List.of(new DraftPage.Counting(code, BigDecimal.ONE, null))).orElse(List.of()), false, TieRule.SHARED,
				new ContestPage.Prize(null, Contest.PrizeFor.TEAM, null, people.company().currency().getCurrencyCode(), false), null, figures.countable(), List.of(), List.of(), List.of(), List.of(), false,
				null);
	}

	/**
	 * A draft with what its editor needs: who could play, what is to be expected of them, the findings of the six practices, each team's chance to win.
	 *
	 * @throws NotHereException for a contest that the reader may not run
	 * @throws BusinessException when it is announced already
	 */
	@Needs(RUN_CONTESTS)
	public DraftPage draft(long id) {
		var contest = contests.find(id);
		if (contest == null || !mayRun(contest)) {
			throw notHere(id);
		}
		contest.requireDraft();
		var members = contests.members(id);
		var players = members.stream().map(member -> member.person().id()).collect(Collectors.toCollection(java.util.TreeSet::new));
		var reps = reps();
		var everybody = new java.util.TreeSet<>(players);
		reps.forEach(place -> everybody.add(place.personId()));
		var past = history.of(contest, everybody);
		var zone = people.company().zone();
		var days = people.calendar().workingDays(contest.firstDay(zone), contest.lastDay(zone));
		var inTeam = new HashMap<Long, Long>();
		members.stream().filter(member -> member.team() != null).forEach(member -> inTeam.put(member.person().id(), member.team().id()));
		var candidates = new ArrayList<DraftPage.Candidate>();
		reps.forEach(place -> candidates.add(new DraftPage.Candidate(place.personId(), place.name(), place.teamName(), place.regionName(), place.regionId(), players.contains(place.personId()),
				inTeam.get(place.personId()), past.expected(place.personId(), days))));
		var listed = reps.stream().map(Line.Place::personId).collect(Collectors.toSet());
		members.stream().filter(member -> !listed.contains(member.person().id())).forEach(member -> candidates.add(new DraftPage.Candidate(member.person().id(), member.person().name(), null, null, null,
				true, inTeam.get(member.person().id()), past.expected(member.person().id(), days))));
		var teams = contests.teams(id).stream().map(team -> {
			var of = candidates.stream().filter(one -> team.id().equals(one.contestTeamId())).toList();
			return new DraftPage.Team(team.id(), team.ordinal(), team.name(), of, expected(of));
		}).toList();
		var chances = chances(contest, teams, past, days);
		return new DraftPage(id, contest.version(), contest.title(), contest.announcement(), contest.rules(), contest.zone(), contest.startsAt(), contest.endsAt(), contest.nightlyAt(),
				contest.counting().stream().map(one -> new DraftPage.Counting(one.code(), one.points(), one.dailyCap())).toList(), contest.lowerIsBetter(), contest.ties(), prize(contest), contest.judge(),
				figures.countable(), candidates, teams, lint(contest, players, teams, past), chances, chances.size() > 1 && WinChance.isLopsided(chances.stream().mapToDouble(Double::doubleValue).toArray()),
				past.until());
	}

	private static BigDecimal expected(List<DraftPage.Candidate> members) {
		var known = members.stream().map(DraftPage.Candidate::expected).filter(Objects::nonNull).toList();
		return known.isEmpty() ? null : known.stream().reduce(BigDecimal.ZERO, BigDecimal::add).divide(BigDecimal.valueOf(known.size()), 1, java.math.RoundingMode.HALF_UP);
	}

	private List<Double> chances(Contest contest, List<DraftPage.Team> teams, ContestHistory.Past past, int days) {
		if (teams.size() < 2 || past.until() == null || past.ratio() || teams.stream().anyMatch(team -> team.members().isEmpty())) {
			return List.of();
		}
		var chances = WinChance.of(teams.stream().map(team -> team.members().stream().map(member -> past.of(member.personId())).toList()).toList(), days, contest.lowerIsBetter(), DRAWS, contest.id());
		return java.util.Arrays.stream(chances).boxed().toList();
	}

	/** Names of what is counted are its codes: pages know how they are called. */
	private List<ContestLint.Finding> lint(Contest contest, Collection<Long> players, List<DraftPage.Team> teams, ContestHistory.Past past) {
		var of = contests.players();
		var others = contests.overlapping(contest, players).stream().map(other -> new ContestLint.Other(other.title(), other.window(), of.getOrDefault(other.id(), Set.of()))).toList();
		var aims = contest.counting().stream().map(one -> new ContestLint.Aim(one.code(), ContestLint.Kind.of(one.code(), isWon(one.counted().step())))).toList();
		var prize = contest.prize() == null ? ContestLint.PrizeFor.NOBODY : contest.prizeFor() == Contest.PrizeFor.TEAM ? ContestLint.PrizeFor.TEAM : ContestLint.PrizeFor.PERSON;
		return ContestLint.check(new ContestLint.Draft(aims, new ContestLint.Reach(players.size(), (int) players.stream().filter(past.did()::contains).count(), past.days()),
				teams.stream().map(team -> team.members().size()).toList(), prize, contest.nightlyAt(), contest.window(), Set.copyOf(players), others));
	}

	private static boolean isWon(Funnel.Step step) {
		return step != null && step.fedBy() == Feed.DEALS_WON;
	}

	/**
	 * Keeps a draft.
	 *
	 * @return its id; of the form's first contest when it is sent again
	 * @throws BusinessException when something is missing or cannot be, or the contest is announced already
	 * @throws OptimisticLockException when somebody has changed it meanwhile
	 */
	@Needs(RUN_CONTESTS)
	public long write(WriteContest wanted) {
		var actor = current.get();
		Contest contest;
		Logged before = null;
		if (wanted.id() == null) {
			var sent = contests.sentBy(wanted.formKey());
			if (sent.isPresent()) {
				return sent.get().id();
			}
			contests.takeTurns();
			var meanwhile = contests.sentBy(wanted.formKey());
			if (meanwhile.isPresent()) {
				return meanwhile.get().id();
			}
			contest = new Contest(actor.accountId(), actor.personId() == null ? null : em.find(Salesperson.class, actor.personId()), actor.name(), clock.now(), wanted.formKey());
		} else {
			contest = run(wanted.id());
			requireVersion(contest, wanted.version());
			before = Logged.of(contest);
		}
		contest.define(wanted, counting(wanted.counting()));
		if (wanted.id() == null) {
			em.persist(contest);
		}
		em.flush();
		audit.record(wanted.id() == null ? "DRAFT_CONTEST" : "CHANGE_CONTEST", "Contest", contest.id(), contest.title(), before, Logged.of(contest));
		return contest.id();
	}

	/** Other players or teams are another version too. Call it before anything is written: the provider forgets it after a flush. */
	private void touch(Contest contest) {
		em.lock(contest, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
	}

	private static void requireVersion(Contest contest, Integer version) {
		if (version == null || version != contest.version()) {
			throw new OptimisticLockException("Contest " + contest.id(), null, contest);
		}
	}

	private List<Contest.Counting> counting(List<DraftPage.Counting> wanted) {
		var countable = figures.countable().stream().collect(Collectors.toMap(Metric::code, Function.identity(), (one, other) -> one));
		var counting = new ArrayList<Contest.Counting>();
		for (var one : wanted) {
			var metric = countable.get(one.code());
			if (metric == null) {
				throw new BusinessException("contests.error.behaviour");
			}
			counting.add(new Contest.Counting(counting.size(), figures.counted(metric), one.points() == null ? BigDecimal.ONE : one.points(), one.dailyCap()));
		}
		return counting;
	}

	/**
	 * Says who plays. Who is new is in no team yet; who is left out leaves the team.
	 *
	 * @throws NotHereException for people who are not reps of the own line
	 */
	@Needs(RUN_CONTESTS)
	public void choose(long contestId, Collection<Long> wanted) {
		var contest = run(contestId);
		contest.requireDraft();
		var members = contests.members(contestId);
		touch(contest);
		var known = members.stream().map(member -> member.person().id()).collect(Collectors.toSet());
		var mine = reps().stream().map(Line.Place::personId).collect(Collectors.toSet());
		var players = new java.util.TreeSet<>(wanted);
		if (players.size() > MOST_PLAYERS) {
			throw new BusinessException("contests.error.players", MOST_PLAYERS);
		}
		for (var person : players) {
			if (!known.contains(person) && !mine.contains(person)) {
				throw new NotHereException("Person " + person + " is no rep of the own line");
			}
		}
		members.stream().filter(member -> !players.contains(member.person().id())).forEach(em::remove);
		players.stream().filter(person -> !known.contains(person)).forEach(person -> em.persist(new ContestMember(contestId, em.find(Salesperson.class, person), null)));
		audit.record("CHOOSE_PLAYERS", "Contest", contestId, contest.title(), Map.of("players", known.size()), Map.of("players", players.size()));
	}

	/**
	 * Draws teams anew, so that their expected scores per head are as equal as they can be by the last 60 days; teams there were are gone.
	 *
	 * @throws BusinessException without players, and for wishes that cannot all be met
	 */
	@Needs(RUN_CONTESTS)
	public void draw(DrawTeams wanted) {
		var contest = run(wanted.contestId());
		contest.requireDraft();
		touch(contest);
		var members = contests.members(contest.id());
		if (wanted.names().size() < 2 || wanted.names().size() > Math.min(MOST_TEAMS, members.size())) {
			throw new BusinessException("contests.error.team-count", Math.min(MOST_TEAMS, members.size()));
		}
		var past = history.of(contest, members.stream().map(member -> member.person().id()).toList());
		var zone = people.company().zone();
		var days = people.calendar().workingDays(contest.firstDay(zone), contest.lastDay(zone));
		var line = reach.today();
		var mean = members.stream().map(member -> past.expected(member.person().id(), days)).filter(Objects::nonNull).mapToDouble(BigDecimal::doubleValue).average().orElse(0);
		var players = members.stream().map(member -> {
			var expected = past.expected(member.person().id(), days);
			var place = line.of(member.person().id());
			return new Player(member.person().id(), expected == null ? mean : expected.doubleValue(), place == null ? null : place.regionId());
		}).toList();
		var drawn = drawn(players, wanted, members);
		members.forEach(member -> member.moveTo(null));
		em.flush();
		contests.teams(contest.id()).forEach(em::remove);
		em.flush();
		var by = members.stream().collect(Collectors.toMap(member -> member.person().id(), Function.identity()));
		for (int i = 0; i < drawn.size(); i++) {
			var team = new ContestTeam(contest.id(), i, wanted.names().get(i));
			em.persist(team);
			drawn.get(i).forEach(person -> by.get(person).moveTo(team));
		}
		audit.record("DRAW_TEAMS", "Contest", contest.id(), contest.title(), null, Map.of("teams", drawn.size(), "players", players.size()));
	}

	private static List<List<Long>> drawn(List<Player> players, DrawTeams wanted, List<ContestMember> members) {
		try {
			return TeamDraft.draft(players, wanted.names().size(), wanted.together(), wanted.apart(), wanted.keepRegions(), wanted.contestId());
		} catch (TeamDraft.ImpossibleWish e) {
			throw e.naming(id -> members.stream().filter(member -> member.person().id() == id).map(member -> member.person().name()).findFirst().orElse(""));
		}
	}

	/** Moves somebody of a draft to another of its teams. @throws NotHereException for somebody or a team that is not in it */
	@Needs(RUN_CONTESTS)
	public void move(long contestId, long personId, long teamId) {
		var contest = run(contestId);
		contest.requireDraft();
		var team = team(contestId, teamId);
		touch(contest);
		member(contestId, personId).moveTo(team);
		audit.record("MOVE_PLAYER", "Contest", contestId, contest.title(), null, Map.of("person", personId, "team", team.name()));
	}

	/** Gives a team another name, as long as the contest is not settled. */
	@Needs(RUN_CONTESTS)
	public void rename(long contestId, long teamId, String name) {
		var contest = run(contestId);
		if (contest.state() != ContestState.DRAFT && contest.state() != ContestState.ANNOUNCED) {
			throw new BusinessException("contests.error.settled");
		}
		var team = team(contestId, teamId);
		var before = team.name();
		team.rename(name);
		audit.record("RENAME_CONTEST_TEAM", "Contest", contestId, contest.title(), Map.of("team", before), Map.of("team", team.name()));
	}

	private ContestTeam team(long contestId, long teamId) {
		return contests.teams(contestId).stream().filter(team -> team.id() == teamId).findFirst().orElseThrow(() -> new NotHereException("Contest " + contestId + " has no team " + teamId));
	}

	private ContestMember member(long contestId, long personId) {
		return contests.members(contestId).stream().filter(member -> member.person().id() == personId && member.until() == null).findFirst()
				.orElseThrow(() -> new NotHereException("Contest " + contestId + " has nobody " + personId));
	}

	/** Throws a draft away. */
	@Needs(RUN_CONTESTS)
	public void throwAway(long contestId) {
		var contest = run(contestId);
		contest.requireDraft();
		contests.members(contestId).forEach(em::remove);
		em.flush();
		contests.teams(contestId).forEach(em::remove);
		em.flush();
		em.createNativeQuery("delete from contest_due where contest_id = " + contestId).executeUpdate();
		em.remove(contest);
		audit.record("THROW_CONTEST_AWAY", "Contest", contestId, contest.title(), Logged.of(contest), null);
	}

	// ------------------------------------------------------------ announced

	/**
	 * Announces a draft: from now on everybody in sales sees it and its rules stay. What is counted stays as the funnel defines it at this moment.
	 *
	 * @throws BusinessException while a rule refuses it, or warns and no reason is given, or somebody is in no team
	 */
	@Needs(RUN_CONTESTS)
	public void announce(AnnounceContest wanted) {
		// two contests that overlap are announced one after the other, and the second sees the first
		contests.takeTurns();
		var contest = run(wanted.id());
		contest.requireDraft();
		requireVersion(contest, wanted.version());
		contest.count(counting(contest.counting().stream().map(one -> new DraftPage.Counting(one.code(), one.points(), one.dailyCap())).toList()));
		em.flush();
		var members = contests.members(contest.id());
		if (members.isEmpty() || members.stream().anyMatch(member -> member.team() == null)) {
			throw new BusinessException("contests.error.no-team");
		}
		var players = members.stream().map(member -> member.person().id()).collect(Collectors.toSet());
		var teams = contests.teams(contest.id()).stream().map(team -> new DraftPage.Team(team.id(), team.ordinal(), team.name(),
				members.stream().filter(member -> member.team().id().equals(team.id())).map(member -> new DraftPage.Candidate(member.person().id(), member.person().name(), null, null, null, true, team.id(), null))
						.toList(), null)).toList();
		if (teams.stream().anyMatch(team -> team.members().isEmpty())) {
			throw new BusinessException("contests.error.empty-team");
		}
		for (var finding : lint(contest, players, teams, history.of(contest, players))) {
			if (finding.level() == ContestLint.Level.REFUSE) {
				throw new BusinessException(finding.key(), finding.arguments().toArray());
			}
			if (finding.level() == ContestLint.Level.WARN) {
				var reason = wanted.reasons().get(finding.rule());
				if (reason == null || reason.isBlank()) {
					throw new BusinessException("contests.error.reason");
				}
				em.createNativeQuery("insert into contest_override (contest_id, rule, found, reason, by_name, at) values (?, ?, ?, ?, ?, ?)").setParameter(1, contest.id())
						.setParameter(2, finding.rule().name()).setParameter(3, finding.key()).setParameter(4, Contest.said(reason, 500, "contests.error.reason")).setParameter(5, current.get().name())
						.setParameter(6, java.sql.Timestamp.from(clock.now())).executeUpdate();
			}
		}
		contest.announce(clock.now(), current.get().name());
		board.markAll(contest.id());
		audit.record("ANNOUNCE_CONTEST", "Contest", contest.id(), contest.title(), null, Logged.of(contest));
		marked.fire(new Marked());
	}

	void afterMarked(@Observes(during = TransactionPhase.AFTER_SUCCESS) Marked event) {
		watch.countSoon();
	}

	/** Adds a note to an announced contest; its rules stay. @param formKey sent twice, it is added once */
	@Needs(RUN_CONTESTS)
	public void annotate(long contestId, String text, String formKey) {
		var contest = run(contestId);
		if (contest.state() == ContestState.DRAFT) {
			throw new BusinessException("contests.error.draft");
		}
		if (contests.isNoteSent(formKey)) {
			return;
		}
		em.persist(new ContestNote(contestId, text, current.get().name(), clock.now(), formKey));
		audit.record("ANNOTATE_CONTEST", "Contest", contestId, contest.title(), null, Map.of("note", text.strip()));
	}

	/** Ends an announced contest without a result; the reason stands among its notes. */
	@Needs(RUN_CONTESTS)
	public void callOff(long contestId, String reason, String formKey) {
		var contest = run(contestId);
		if (contest.state() == ContestState.CALLED_OFF) {
			return;
		}
		if (contest.state() == ContestState.DRAFT) {
			throw new BusinessException("contests.error.draft");
		}
		em.persist(new ContestNote(contestId, reason, current.get().name(), clock.now(), formKey));
		contest.callOff();
		audit.record("CALL_OFF_CONTEST", "Contest", contestId, contest.title(), null, Map.of("reason", reason.strip()));
	}

	/** Lets a rep of the own line come into a team of an announced contest from a day on; what was done before does not count. */
	@Needs(RUN_CONTESTS)
	public void join(long contestId, long personId, long teamId, LocalDate from, String why) {
		contests.takeTurns();
		var contest = run(contestId);
		requireOpen(contest);
		var team = team(contestId, teamId);
		if (reps().stream().noneMatch(place -> place.personId() == personId)) {
			throw new NotHereException("Person " + personId + " is no rep of the own line");
		}
		if (contests.members(contestId).stream().anyMatch(member -> member.person().id() == personId && (member.until() == null || !member.until().isBefore(from)))) {
			throw new BusinessException("contests.error.plays");
		}
		requireDay(contest, from);
		if (!contests.overlapping(contest, List.of(personId)).isEmpty()) {
			throw new BusinessException("contests.error.plays-elsewhere");
		}
		em.persist(new ContestMember(contestId, em.find(Salesperson.class, personId), team, from, Contest.said(why, 200, "contests.error.why")));
		board.markAll(contestId);
		audit.record("JOIN_CONTEST", "Contest", contestId, contest.title(), null, Map.of("person", personId, "team", team.name(), "from", from, "why", why));
		marked.fire(new Marked());
	}

	/** Lets somebody leave a team after a day; what was done until then stays the team's. */
	@Needs(RUN_CONTESTS)
	public void leave(long contestId, long personId, LocalDate last, String why) {
		var contest = run(contestId);
		requireOpen(contest);
		requireDay(contest, last);
		var member = member(contestId, personId);
		if (member.from() != null && last.isBefore(member.from())) {
			throw new BusinessException("contests.error.day", member.from(), contest.lastDay(people.company().zone()));
		}
		member.leave(last, Contest.said(why, 200, "contests.error.why"));
		board.markAll(contestId);
		audit.record("LEAVE_CONTEST", "Contest", contestId, contest.title(), null, Map.of("person", personId, "last", last, "why", why));
		marked.fire(new Marked());
	}

	private static void requireOpen(Contest contest) {
		if (contest.state() != ContestState.ANNOUNCED) {
			throw new BusinessException("contests.error.not-announced");
		}
	}

	private void requireDay(Contest contest, LocalDate day) {
		var zone = people.company().zone();
		if (day == null || day.isBefore(contest.firstDay(zone)) || day.isAfter(contest.lastDay(zone))) {
			throw new BusinessException("contests.error.day", contest.firstDay(zone), contest.lastDay(zone));
		}
	}
}
