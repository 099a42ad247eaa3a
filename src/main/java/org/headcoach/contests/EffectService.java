package org.headcoach.contests;

import static org.headcoach.people.Permission.RUN_CONTESTS;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.headcoach.contests.engine.ContestEffect.Stretch;
import org.headcoach.contests.engine.ContestEffect.Stretches;
import org.headcoach.contests.engine.ContestEffect;
import org.headcoach.contests.engine.Fatigue;
import org.headcoach.people.CurrentActor;
import org.headcoach.people.Needs;
import org.headcoach.people.PeopleService;
import org.headcoach.people.Positions;
import org.headcoach.people.Role;
import org.headcoach.pipeline.DailyFigures;
import org.headcoach.pipeline.MonthlyFigures;
import org.headcoach.pipeline.SalesProcesses;
import org.headcoach.shared.BusinessClock;
import org.headcoach.shared.Money;
import org.headcoach.shared.NotHereException;
import org.headcoach.shared.WorkingCalendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/**
 * Did a contest change anything? What each person did on its days is held against as many working days before and after, and against the reps who were in no contest
 * then; a year earlier the same days tell the season. Days are counted whole, and without the cap of a day: what is asked is what people did, not what counted.
 * <p>
 * It is computed when it is asked for, from the raw rows: two statements for each behaviour (this year and last) over all reps and three times the length of the contest. What was
 * computed is kept on this node until data are brought in, the prize changes or the day is over. The engine's rules are in {@link ContestEffect}.
 */
@ApplicationScoped
@Transactional
public class EffectService {

	/** The same weekdays a year ago. */
	private static final int YEAR = 364;

	/** Changes later than so long before the end are named. */
	private static final int LAST_DAYS = 2;

	private static final int MOST_KEPT = 200;

	private record Key(long contestId, long countNo, Money cost, Instant importedAt, LocalDate today) {
	}

	private record Measured(ContestEffect effect, EffectPage.Days days, DailyFigures.Counted next) {
	}

	/** Somebody who sold in these days, and when they were with the company. */
	private record Rep(long personId, LocalDate startedOn, LocalDate leftOn) {
	}

	@Inject
	private Contests contests;

	@Inject
	private ContestReach contestReach;

	@Inject
	private DailyFigures figures;

	@Inject
	private SalesProcesses processes;

	@Inject
	private MonthlyFigures monthly;

	@Inject
	private Positions positions;

	@Inject
	private PeopleService people;

	@Inject
	private CurrentActor current;

	@Inject
	private BusinessClock clock;

	private final Map<Key, Measured> kept = new LinkedHashMap<>(16, 0.75f, true);

	/** One contest. @throws NotHereException for one that the reader does not run, and for a draft */
	@Needs(RUN_CONTESTS)
	public EffectPage effect(long contestId) {
		var contest = contestReach.visible(contestId);
		var phase = contest.phase(clock.now());
		if (!contestReach.mayRun(contest) || !isMeasured(phase)) {
			throw new NotHereException(current.get().name() + " measures no effect of contest " + contestId);
		}
		var logged = contests.spent(Set.of(contestId)).getOrDefault(contestId, Map.of());
		var cost = cost(contest, logged);
		var measured = measured(contest, cost, monthly.asOf().importedAt());
		return new EffectPage(contestId, contest.title(), phase, lines(contest), contest.lowerIsBetter(), measured.days(), measured.next(), measured.effect(), cost, logged.isEmpty() && cost != null,
				edits(contest));
	}

	/** All that are over and that the reader runs, the latest first, and what they say together. */
	@Needs(RUN_CONTESTS)
	public EffectsPage effects() {
		var now = clock.now();
		var zone = people.company().zone();
		var all = contests.all().stream().filter(contest -> contest.state() == ContestState.ANNOUNCED || contest.state() == ContestState.SETTLED).toList();
		var players = contests.players(all);
		var spent = contests.spent(all.stream().map(Contest::id).toList());
		var dataAt = monthly.asOf().importedAt();
		var rows = all.stream().filter(contest -> contest.phase(now) == Phase.ENDED || contest.phase(now) == Phase.SETTLED).filter(contestReach::mayRun)
				.map(contest -> new EffectsPage.Row(contest.id(), contest.title(), contest.firstDay(zone), contest.lastDay(zone), lines(contest), weeksSince(contest, all, players),
						measured(contest, cost(contest, spent.getOrDefault(contest.id(), Map.of())), dataAt).effect())).toList();
		return new EffectsPage(rows, Fatigue.of(rows.stream().filter(row -> row.effect() != null).map(row -> Fatigue.Past.of(row.behaviour(), row.weeksSince(), row.effect())).filter(Objects::nonNull).toList()));
	}

	private static boolean isMeasured(Phase phase) {
		return phase.isScored() || phase == Phase.SETTLED;
	}

	private static List<ContestPage.CountLine> lines(Contest contest) {
		return contest.counting().stream().map(ContestPage.CountLine::of).toList();
	}

	/** Weeks from the end of the last contest that at least half of these people were in. */
	private static Integer weeksSince(Contest contest, List<Contest> all, Map<Long, Set<Long>> players) {
		var own = players.getOrDefault(contest.id(), Set.of());
		return all.stream().filter(other -> !other.window().end().isAfter(contest.window().start()))
				.filter(other -> 2 * players.getOrDefault(other.id(), Set.of()).stream().filter(own::contains).count() >= own.size()).map(other -> other.window().end()).max(Comparator.naturalOrder())
				.map(end -> (int) (ChronoUnit.DAYS.between(end, contest.window().start()) / 7)).orElse(null);
	}

	// ------------------------------------------------------------ cost

	/** What is logged; while nothing is, what was stated for all prizes together, if it is in a currency that there is. Amounts of several currencies are not added. */
	private static Money cost(Contest contest, Map<String, Money> logged) {
		if (logged.size() == 1) {
			return logged.values().iterator().next();
		}
		return !logged.isEmpty() || contest.prizeValue() == null || contest.prizeEach() || !SettlementService.isCurrency(contest.prizeCurrency()) ? null : Money.of(contest.prizeValue(), Currency.getInstance(contest.prizeCurrency()));
	}

	// ------------------------------------------------------------ measuring

	private Measured measured(Contest contest, Money cost, Instant dataAt) {
		var key = new Key(contest.id(), contest.countNo(), cost, dataAt, people.today());
		synchronized (kept) {
			var found = kept.get(key);
			if (found != null) {
				return found;
			}
		}
		var measured = measure(contest, cost);
		synchronized (kept) {
			kept.keySet().removeIf(old -> old.contestId() == key.contestId());
			kept.put(key, measured);
			if (kept.size() > MOST_KEPT) {
				kept.remove(kept.keySet().iterator().next());
			}
		}
		return measured;
	}

	private Measured measure(Contest contest, Money cost) {
		var zone = people.company().zone();
		var calendar = people.calendar();
		var first = contest.firstDay(zone);
		var last = contest.lastDay(zone);
		var length = Math.max(1, calendar.workingDays(first, last));
		var before = daysBefore(calendar, first, length);
		var after = daysAfter(calendar, last, length);
		var counting = contest.counting();
		var next = counting.size() == 1 ? next(counting.get(0).counted()) : null;
		if (counting.get(0).isRatio()) {
			return new Measured(null, new EffectPage.Days(before, first.minusDays(1), first, last, null, null, length, false), null);
		}
		var what = Stream.concat(counting.stream().map(Contest.Counting::counted), Stream.ofNullable(next)).toList();
		var reps = reps(contest, first, last, before, after);
		var now = counts(contest, what, reps.keySet(), before, after);
		var dataEnd = now.values().stream().flatMap(days -> days.keySet().stream()).max(Comparator.naturalOrder()).orElse(before);
		var today = people.today();
		var known = dataEnd.isBefore(today) ? dataEnd : today;
		var lastKnown = known.isBefore(last) ? known : last;
		var afterKnown = known.isBefore(after) ? known : after;
		if (lastKnown.isBefore(first)) {
			return new Measured(null, new EffectPage.Days(before, first.minusDays(1), first, last, null, null, 0, true), next);
		}
		var isAfter = 2 * calendar.workingDays(last.plusDays(1), afterKnown.isAfter(last) ? afterKnown : last) >= length && afterKnown.isAfter(last);
		var then = counts(contest, what, reps.keySet(), before.minusDays(YEAR), after.minusDays(YEAR));
		// a year in which nobody is known to have done anything is not a year of idleness
		var wasThen = !then.isEmpty();
		var measured = new ArrayList<ContestEffect.Person>();
		var playing = contests.members(contest.id()).stream().filter(member -> member.team() != null).collect(Collectors.groupingBy(member -> member.person().id()));
		reps.forEach((person, rep) -> {
			var is = playing.get(person);
			var from = is == null ? first : is.stream().map(member -> member.from() == null ? first : member.from()).min(Comparator.naturalOrder()).orElse(first);
			var until = is == null ? lastKnown : is.stream().map(member -> member.until() == null ? lastKnown : member.until()).max(Comparator.naturalOrder()).orElse(lastKnown);
			var own = new Stretches(stretch(calendar, rep, now.get(person), before, first.minusDays(1), next), stretch(calendar, rep, now.get(person), from, until.isBefore(lastKnown) ? until : lastKnown, next),
					isAfter ? stretch(calendar, rep, now.get(person), last.plusDays(1), afterKnown, next) : null);
			var yearBefore = !wasThen ? null : new Stretches(stretch(calendar, rep, then.get(person), before.minusDays(YEAR), first.minusDays(YEAR + 1L), next),
					stretch(calendar, rep, then.get(person), first.minusDays(YEAR), lastKnown.minusDays(YEAR), next), stretch(calendar, rep, then.get(person), last.minusDays(YEAR - 1L), after.minusDays(YEAR), next));
			measured.add(new ContestEffect.Person(person, is != null, own, yearBefore));
		});
		return new Measured(ContestEffect.of(measured, cost), new EffectPage.Days(before, first.minusDays(1), first, lastKnown, isAfter ? last.plusDays(1) : null, isAfter ? afterKnown : null,
				calendar.workingDays(first, lastKnown), lastKnown.isBefore(last)), next);
	}

	private static LocalDate daysBefore(WorkingCalendar calendar, LocalDate day, int workingDays) {
		var found = day;
		for (int left = workingDays; left > 0; ) {
			found = found.minusDays(1);
			left -= calendar.isWorkingDay(found) ? 1 : 0;
		}
		return found;
	}

	private static LocalDate daysAfter(WorkingCalendar calendar, LocalDate day, int workingDays) {
		var found = day;
		for (int left = workingDays; left > 0; ) {
			found = found.plusDays(1);
			left -= calendar.isWorkingDay(found) ? 1 : 0;
		}
		return found;
	}

	/** The step that comes after the one that was counted. */
	private DailyFigures.Counted next(DailyFigures.Counted counted) {
		if (counted.step() == null || counted.from() != null) {
			return null;
		}
		for (var funnel : processes.funnels()) {
			for (var step : funnel.steps()) {
				if (funnel.before(step.code()).map(before -> before.code().equals(counted.step().code())).orElse(false)) {
					return new DailyFigures.Counted(step.code(), step, null, funnel.dealPipeline());
				}
			}
		}
		return null;
	}

	/** Who played, and every rep who was in no contest in these days. */
	private Map<Long, Rep> reps(Contest contest, LocalDate first, LocalDate last, LocalDate before, LocalDate after) {
		var zone = people.company().zone();
		var others = contests.all().stream().filter(other -> !other.id().equals(contest.id()) && (other.state() == ContestState.ANNOUNCED || other.state() == ContestState.SETTLED))
				.filter(other -> !other.firstDay(zone).isAfter(after) && !other.lastDay(zone).isBefore(before)).toList();
		var players = contests.players(Stream.concat(Stream.of(contest), others.stream()).toList());
		var own = players.getOrDefault(contest.id(), Set.of());
		var elsewhere = new HashSet<Long>();
		others.forEach(other -> elsewhere.addAll(players.getOrDefault(other.id(), Set.of())));
		var reps = new TreeMap<Long, Rep>();
		positions.heldBetween(YearMonth.from(first), YearMonth.from(last)).stream()
				.filter(held -> own.contains(held.personId()) || held.role() == Role.REP && !elsewhere.contains(held.personId()) && !held.from().isAfter(last) && (held.until() == null || held.until().isAfter(first)))
				.forEach(held -> reps.put(held.personId(), new Rep(held.personId(), held.startedOn(), held.leftOn())));
		return reps;
	}

	/** What each did on each day: what the contest counts in points, and the next step. */
	private Map<Long, Map<LocalDate, double[]>> counts(Contest contest, List<DailyFigures.Counted> what, Collection<Long> whose, LocalDate first, LocalDate last) {
		var found = new HashMap<Long, Map<LocalDate, double[]>>();
		if (whose.isEmpty()) {
			return found;
		}
		var counting = contest.counting();
		figures.count(what, whose.stream().map(person -> new DailyFigures.Days(person, first, last)).toList(), first.atStartOfDay(), last.plusDays(1).atStartOfDay()).forEach(one -> {
			var day = found.computeIfAbsent(one.personId(), person -> new HashMap<>()).computeIfAbsent(one.day(), date -> new double[2]);
			if (one.counted() < counting.size()) {
				day[0] += one.quantity().multiply(counting.get(one.counted()).points()).doubleValue();
			} else {
				day[1] += one.quantity().doubleValue();
			}
		});
		return found;
	}

	private static Stretch stretch(WorkingCalendar calendar, Rep rep, Map<LocalDate, double[]> days, LocalDate first, LocalDate last, DailyFigures.Counted next) {
		var from = rep.startedOn() != null && rep.startedOn().isAfter(first) ? rep.startedOn() : first;
		var until = rep.leftOn() != null && rep.leftOn().isBefore(last) ? rep.leftOn() : last;
		if (until.isBefore(from)) {
			return new Stretch(0, next == null ? null : 0.0, 0);
		}
		double count = 0;
		double went = 0;
		if (days != null) {
			for (var entry : days.entrySet()) {
				if (!entry.getKey().isBefore(from) && !entry.getKey().isAfter(until)) {
					count += entry.getValue()[0];
					went += entry.getValue()[1];
				}
			}
		}
		return new Stretch(count, next == null ? null : (Double) went, calendar.workingDays(from, until));
	}

	// ------------------------------------------------------------ near the deadline

	private EffectPage.Edits edits(Contest contest) {
		var teams = new HashMap<Long, String>();
		contests.members(contest.id()).stream().filter(member -> member.team() != null).forEach(member -> teams.putIfAbsent(member.person().id(), member.team().name()));
		var since = Timestamp.from(contest.window().end().minus(LAST_DAYS, ChronoUnit.DAYS));
		var counting = contest.counting();
		var moves = contests.rows("select person_id, behaviour, quantity_before, quantity_after from contest_move where contest_id = ? and at >= ?", contest.id(), since);
		var raised = new TreeMap<String, EffectPage.TeamEdits>();
		int up = 0;
		int down = 0;
		for (var row : moves) {
			var by = ((BigDecimal) row[3]).subtract((BigDecimal) row[2]).multiply(counting.get(((Number) row[1]).intValue()).points());
			if (by.signum() > 0) {
				up++;
				var team = teams.get(((Number) row[0]).longValue());
				if (team != null) {
					raised.merge(team, new EffectPage.TeamEdits(team, 1, by), (one, other) -> new EffectPage.TeamEdits(team, one.days() + other.days(), one.more().add(other.more())));
				}
			} else {
				down++;
			}
		}
		return new EffectPage.Edits(up, down, raised.values().stream().sorted(Comparator.comparing(EffectPage.TeamEdits::more).reversed()).toList());
	}
}
