package org.headcoach.contests;

import static org.headcoach.people.Permission.NOTHING;
import static org.headcoach.people.Permission.RUN_CONTESTS;
import static org.headcoach.people.Permission.SEE_CONTESTS;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.headcoach.contests.engine.ContestLint;
import org.headcoach.contests.engine.Nights;
import org.headcoach.contests.engine.Pair;
import org.headcoach.contests.engine.Player;
import org.headcoach.contests.engine.TeamDraft;
import org.headcoach.contests.engine.TieRule;
import org.headcoach.contests.engine.WinChance;
import org.headcoach.contests.engine.Window;
import org.headcoach.people.Audit;
import org.headcoach.people.CurrentActor;
import org.headcoach.people.Line;
import org.headcoach.people.Needs;
import org.headcoach.people.PeopleService;
import org.headcoach.people.Reach;
import org.headcoach.people.Salesperson;
import org.headcoach.pipeline.DailyFigures;
import org.headcoach.pipeline.Feed;
import org.headcoach.pipeline.Funnel;
import org.headcoach.pipeline.Metric;
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

	private static final int DRAWS = 4_000;
	private static final int MOST_PLAYERS = 2_000;
	private static final int MOST_TEAMS = 200;

	@PersistenceContext
	private EntityManager em;

	@Inject
	private Contests contests;

	@Inject
	private ContestReach contestReach;

	@Inject
	private ContestPages pages;

	@Inject
	private ScoreBoard board;

	@Inject
	private ContestHistory history;

	@Inject
	private DailyFigures figures;

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
		var players = contests.playerCounts();
		var played = contests.playedBy(current.get().personId());
		var teams = contests.teamCounts();
		var winners = winners();
		var zone = people.company().zone();
		return contests.all().stream().filter(contest -> contest.phase(now).isPublic() || contestReach.mayRun(contest)).map(contest -> {
			var phase = contest.phase(now);
			return new ContestRow(contest.id(), contest.title(), phase, contest.firstDay(zone), contest.lastDay(zone), teams.getOrDefault(contest.id(), 0L).intValue(), players.getOrDefault(contest.id(), 0L).intValue(),
					phase == Phase.SETTLED ? winners.get(contest.id()) : null, played.contains(contest.id()), contest.ownerName(), contestReach.mayRun(contest));
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
		var contest = contestReach.visible(id);
		var phase = contest.phase(clock.now());
		return pages.page(contest, phase.isScored() || phase == Phase.SETTLED ? board.standings(contest) : List.of(), people.today());
	}

	/** The same as it stood after that night, which is what is sent. */
	@Needs(SEE_CONTESTS)
	public ContestPage night(long id, LocalDate night) {
		var contest = contestReach.visible(id);
		var day = board.dayOf(contest, Nights.moment(contest.startsAt(), contest.endsAt(), contest.zone(), contest.nightlyAt(), night).orElseThrow().minusNanos(1));
		return pages.page(contest, board.standings(contest, day), day.plusDays(1));
	}

	/** Asks whether the reader may follow a contest. @throws NotHereException when not */
	@Needs(SEE_CONTESTS)
	public void follow(long id) {
		contestReach.visible(id);
	}

	/** The account of who made it, which may have no person; null for one that the demo made. */
	@Needs(SEE_CONTESTS)
	public Long ownerAccount(long id) {
		return contestReach.visible(id).ownerAccountId();
	}

	/** Whether it is a draft that the reader may change. @throws NotHereException for a contest that the reader may not run */
	@Needs(RUN_CONTESTS)
	public boolean isDraft(long id) {
		return contestReach.runnable(id).state() == ContestState.DRAFT;
	}

	/** Numbers that go up whenever the standings of these contests change, by which open pages are told. They show nothing else. */
	@Needs(NOTHING)
	public Map<Long, Long> countNos(Collection<Long> ids) {
		var found = new HashMap<Long, Long>();
		if (!ids.isEmpty()) {
			contests.rows("select id, count_no from contest where id in (" + ids.stream().map(String::valueOf).collect(Collectors.joining(", ")) + ")")
					.forEach(row -> found.put(((Number) row[0]).longValue(), ((Number) row[1]).longValue()));
		}
		return found;
	}

	/** A rep of the own line who does not play. */
	public record Outsider(long id, String name) implements Serializable {
	}

	/** What somebody whom the reader may see did on a day; {@code behaviour} is the place in what is counted, {@code divisor} that of a ratio. */
	public record CountRow(String person, String team, LocalDate day, int behaviour, BigDecimal quantity, BigDecimal divisor) implements Serializable {
	}

	/** What was counted day by day, of people whose numbers the contest's page shows the reader. */
	@Needs(SEE_CONTESTS)
	public List<CountRow> counts(long id) {
		return pages.counts(contestReach.visible(id));
	}

	/** Everything that moved late, the latest first. */
	@Needs(SEE_CONTESTS)
	public List<ContestPage.MoveLine> moves(long id) {
		return pages.moves(contestReach.visible(id));
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
		var contest = contestReach.runnable(id);
		contest.requireDraft();
		var members = contests.members(id);
		var players = members.stream().map(member -> member.person().id()).collect(Collectors.toCollection(TreeSet::new));
		var reps = contestReach.reps();
		var everybody = new TreeSet<>(players);
		reps.forEach(place -> everybody.add(place.personId()));
		var past = history.of(contest, everybody);
		var days = workingDays(contest.window());
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
				contest.counting().stream().map(one -> new DraftPage.Counting(one.code(), one.points(), one.dailyCap())).toList(), contest.lowerIsBetter(), contest.ties(), ContestPages.prize(contest), contest.judge(),
				figures.countable(), candidates, teams, lint(contest, players, teams.stream().map(team -> team.members().size()).toList(), past), chances, chances.size() > 1 && WinChance.isLopsided(chances.stream().mapToDouble(Double::doubleValue).toArray()),
				past.until());
	}

	private int workingDays(Window window) {
		var zone = people.company().zone();
		return people.calendar().workingDays(window.firstDay(zone), window.lastDay(zone));
	}

	/** How many days ago it began, in its own zone; 0: today or later. */
	private int daysGone(Window window) {
		return Math.toIntExact(Math.max(0, ChronoUnit.DAYS.between(window.firstDay(window.zone()), clock.now().atZone(window.zone()).toLocalDate())));
	}

	private static BigDecimal expected(List<DraftPage.Candidate> members) {
		var known = members.stream().map(DraftPage.Candidate::expected).filter(Objects::nonNull).toList();
		return known.isEmpty() ? null : known.stream().reduce(BigDecimal.ZERO, BigDecimal::add).divide(BigDecimal.valueOf(known.size()), 1, RoundingMode.HALF_UP);
	}

	private List<Double> chances(Contest contest, List<DraftPage.Team> teams, ContestHistory.Past past, int days) {
		if (days < 1 || teams.size() < 2 || past.until() == null || past.ratio() || teams.stream().anyMatch(team -> team.members().isEmpty())) {
			return List.of();
		}
		var chances = WinChance.of(teams.stream().map(team -> team.members().stream().map(member -> past.of(member.personId())).toList()).toList(), days, contest.lowerIsBetter(), DRAWS, contest.id());
		return Arrays.stream(chances).boxed().toList();
	}

	/** Names of what is counted are its codes: pages know how they are called. */
	private List<ContestLint.Finding> lint(Contest contest, Collection<Long> players, List<Integer> teamSizes, ContestHistory.Past past) {
		var zone = people.company().zone();
		var others = contests.overlapping(contest, players, contest.firstDay(zone), contest.lastDay(zone), zone).entrySet().stream()
				.map(other -> new ContestLint.Other(other.getKey().title(), other.getKey().window(), other.getValue())).toList();
		return ContestLint.check(new ContestLint.Draft(aims(contest.counting()), new ContestLint.Reach(players.size(), (int) players.stream().filter(past.did()::contains).count(), past.days()),
				teamSizes, prize(contest.prize(), contest.prizeFor()), contest.nightlyAt(), contest.window(), workingDays(contest.window()), daysGone(contest.window()), Set.copyOf(players), others));
	}

	/** What the practices say of a draft that is not kept yet, which may lack anything; nobody plays in it. */
	@Needs(RUN_CONTESTS)
	public List<ContestLint.Finding> findings(WriteContest wanted) {
		var window = wanted.starts() == null || wanted.ends() == null || !wanted.ends().isAfter(wanted.starts()) ? null : new Window(wanted.starts(), wanted.ends(), wanted.zone());
		return ContestLint.check(new ContestLint.Draft(aims(counting(wanted.counting())), null, List.of(), prize(wanted.prize(), wanted.prizeFor()), wanted.nightlyAt(), window,
				window == null ? 0 : workingDays(window), window == null ? 0 : daysGone(window), Set.of(), List.of()));
	}

	private static List<ContestLint.Aim> aims(List<Contest.Counting> counting) {
		return counting.stream().map(one -> new ContestLint.Aim(one.code(), ContestLint.Kind.of(one.code(), isWon(one.counted().step())))).toList();
	}

	private static ContestLint.PrizeFor prize(String prize, Contest.PrizeFor whose) {
		return prize == null || prize.isBlank() ? ContestLint.PrizeFor.NOBODY : whose == Contest.PrizeFor.TEAM ? ContestLint.PrizeFor.TEAM : ContestLint.PrizeFor.PERSON;
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
			contest = contestReach.run(wanted.id());
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
		var contest = contestReach.run(contestId);
		contest.requireDraft();
		var members = contests.members(contestId);
		touch(contest);
		var known = members.stream().map(member -> member.person().id()).collect(Collectors.toSet());
		var mine = contestReach.reps().stream().map(Line.Place::personId).collect(Collectors.toSet());
		var players = new TreeSet<>(wanted);
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
		var contest = contestReach.run(wanted.contestId());
		contest.requireDraft();
		touch(contest);
		var members = contests.members(contest.id());
		if (wanted.names().size() < 2 || wanted.names().size() > Math.min(MOST_TEAMS, members.size())) {
			throw new BusinessException("contests.error.team-count", Math.min(MOST_TEAMS, members.size()));
		}
		requireDifferent(wanted.names());
		var past = history.of(contest, members.stream().map(member -> member.person().id()).toList());
		var days = workingDays(contest.window());
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

	private static void requireDifferent(List<String> names) {
		if (names.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).distinct().count() < names.size()) {
			throw new BusinessException("contests.error.team-twice");
		}
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
		var contest = contestReach.run(contestId);
		contest.requireDraft();
		var team = team(contestId, teamId);
		touch(contest);
		member(contestId, personId).moveTo(team);
		audit.record("MOVE_PLAYER", "Contest", contestId, contest.title(), null, Map.of("person", personId, "team", team.name()));
	}

	/** Gives a team another name, as long as the contest is not settled. */
	@Needs(RUN_CONTESTS)
	public void rename(long contestId, long teamId, String name) {
		var contest = contestReach.run(contestId);
		if (contest.state() != ContestState.DRAFT && contest.state() != ContestState.ANNOUNCED) {
			throw new BusinessException("contests.error.settled");
		}
		var team = team(contestId, teamId);
		var before = team.name();
		team.rename(name);
		requireDifferent(contests.teams(contestId).stream().map(ContestTeam::name).toList());
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
		var contest = contestReach.run(contestId);
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
		var contest = contestReach.run(wanted.id());
		contest.requireDraft();
		requireVersion(contest, wanted.version());
		contest.count(counting(contest.counting().stream().map(one -> new DraftPage.Counting(one.code(), one.points(), one.dailyCap())).toList()));
		em.flush();
		var members = contests.members(contest.id());
		if (members.isEmpty() || members.stream().anyMatch(member -> member.team() == null)) {
			throw new BusinessException("contests.error.no-team");
		}
		var players = members.stream().map(member -> member.person().id()).collect(Collectors.toSet());
		var sizes = contests.teams(contest.id()).stream().map(team -> (int) members.stream().filter(member -> member.team().id().equals(team.id())).count()).toList();
		if (sizes.contains(0)) {
			throw new BusinessException("contests.error.empty-team");
		}
		for (var finding : lint(contest, players, sizes, history.of(contest, players))) {
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
		var contest = contestReach.run(contestId);
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
		var contest = contestReach.run(contestId);
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

	/** The reps of the own line who do not play in it to its end, by name: whoever may be let in, also again. */
	@Needs(RUN_CONTESTS)
	public List<Outsider> outside(long contestId) {
		contestReach.runnable(contestId);
		var plays = contests.members(contestId).stream().filter(member -> member.until() == null).map(member -> member.person().id()).collect(Collectors.toSet());
		return contestReach.reps().stream().filter(place -> !plays.contains(place.personId())).map(place -> new Outsider(place.personId(), place.name())).sorted(Comparator.comparing(Outsider::name)).toList();
	}

	/** Lets a rep of the own line come into a team of an announced contest from a day on; what was done before does not count. */
	@Needs(RUN_CONTESTS)
	public void join(long contestId, long personId, long teamId, LocalDate from, String why) {
		contests.takeTurns();
		var contest = contestReach.run(contestId);
		requireOpen(contest);
		var team = team(contestId, teamId);
		if (contestReach.reps().stream().noneMatch(place -> place.personId() == personId)) {
			throw new NotHereException("Person " + personId + " is no rep of the own line");
		}
		if (contests.members(contestId).stream().anyMatch(member -> member.person().id() == personId && (member.until() == null || !member.until().isBefore(from)))) {
			throw new BusinessException("contests.error.plays");
		}
		requireDay(contest, from);
		var zone = people.company().zone();
		if (!contests.overlapping(contest, List.of(personId), from, contest.lastDay(zone), zone).isEmpty()) {
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
		var contest = contestReach.run(contestId);
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
