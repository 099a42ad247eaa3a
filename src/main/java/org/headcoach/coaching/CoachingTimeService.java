package org.headcoach.coaching;

import static org.headcoach.people.Permission.COACH_TEAM;
import static org.headcoach.people.Permission.SEE_COMPANY;
import static org.headcoach.people.Permission.SEE_LINE;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.headcoach.coaching.LoadPage.ManagerLoad;
import org.headcoach.coaching.LoadPage.RepLoad;
import org.headcoach.coaching.engine.CoachingLoad;
import org.headcoach.people.Audit;
import org.headcoach.people.CurrentActor;
import org.headcoach.people.Line;
import org.headcoach.people.Needs;
import org.headcoach.people.PeopleService;
import org.headcoach.people.Positions;
import org.headcoach.people.Reach;
import org.headcoach.people.Role;
import org.headcoach.people.Salesperson;
import org.headcoach.shared.BusinessClock;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.NotHereException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/**
 * The door to coaching time: managers log what they spend with each rep, and see it against the three to four hours per rep and week that coaching
 * takes (golden M3). A check-in's minutes are in the ledger already.
 */
@ApplicationScoped
@Transactional
public class CoachingTimeService {

	/** What the audit log keeps of a line. */
	record Spent(LocalDate on, int minutes, TimeKind kind) {
	}

	/** Time is logged while it is remembered: at most this many days back. */
	static final int DAYS_BACK = 62;

	/** A plan is talked about at least once in so many days. */
	static final int CHECK_IN_DAYS = 7;

	@PersistenceContext
	private EntityManager em;

	@Inject
	private CurrentActor current;

	@Inject
	private Reach reach;

	@Inject
	private PeopleService people;

	@Inject
	private BusinessClock clock;

	@Inject
	private Audit audit;

	@Inject
	private CoachingTimes times;

	@Inject
	private CoachingPlans plans;

	/**
	 * Logs time with one of the own reps, today or up to two months back. The same once more within a minute is a second click and changes nothing. The
	 * rep's manager.
	 */
	@Needs(COACH_TEAM)
	public void log(LogCoachingTime spent) {
		var ledThen = reach.ledDirectly(spent.personId(), spent.spentOn());
		if (!ledThen && !reach.leadsDirectly(spent.personId(), YearMonth.from(spent.spentOn()))) {
			throw new NotHereException(current.get().name() + " is not the manager of person " + spent.personId());
		}
		if (spent.kind() == TimeKind.CHECK_IN) {
			throw new BusinessException("coaching.time.error.check-in");
		}
		var today = people.today();
		if (spent.spentOn().isAfter(today) || spent.spentOn().isBefore(today.minusDays(DAYS_BACK))) {
			throw new BusinessException("coaching.time.error.on-which-day", today.minusDays(DAYS_BACK), today);
		}
		// two clicks at once: the second waits here and then finds what the first one did
		var rep = em.find(Salesperson.class, spent.personId(), LockModeType.PESSIMISTIC_WRITE);
		if (!ledThen) {
			throw new BusinessException("coaching.time.error.not-yours-then", rep.name(), spent.spentOn());
		}
		var coach = em.find(Salesperson.class, current.get().personId());
		if (times.on(coach.id(), rep.id(), spent.spentOn()).stream().anyMatch(time -> time.isSameAs(spent, clock.now().minus(CoachingTime.SECOND_CLICK)))) {
			return;
		}
		em.persist(new CoachingTime(coach, rep, spent.spentOn(), spent.minutes(), spent.kind(), spent.note(), clock.now()));
		audit.record("LOG_COACHING_TIME", "Salesperson", rep.id(), rep.name(), null, new Spent(spent.spentOn(), spent.minutes(), spent.kind()));
	}

	/** Takes back a line that was logged by mistake. Whoever logged it. */
	@Needs(COACH_TEAM)
	public void remove(long timeId) {
		var time = em.find(CoachingTime.class, timeId);
		if (time == null || !Objects.equals(time.coach().id(), current.get().personId())) {
			throw new NotHereException("No coaching time " + timeId + " of " + current.get().name());
		}
		if (time.checkIn() != null) {
			throw new BusinessException("coaching.time.error.of-check-in");
		}
		em.remove(time);
		audit.record("REMOVE_COACHING_TIME", "Salesperson", time.person().id(), time.person().name(), new Spent(time.spentOn(), time.minutes(), time.kind()), null);
	}

	/** Agreed plans of the month that were agreed a week ago or longer and have had no check-in for a week. The reps' manager. */
	@Needs(COACH_TEAM)
	public List<PlanRow> checkInsDue(CoachingMonth month) {
		var own = current.get().personId();
		var reps = own == null ? List.<Long>of() : repsOf(reach.in(month.month()), own).stream().map(Line.Place::personId).toList();
		var since = people.today().minusDays(CHECK_IN_DAYS - 1L);
		var without = times.plansWithoutCheckIn(month, reps, since);
		var zone = people.company().zone();
		return plans.rows(month, reps).stream().filter(row -> without.contains(row.id()))
				.filter(row -> row.agreedAt() != null && row.agreedAt().atZoneSameInstant(zone).toLocalDate().isBefore(since)).toList();
	}

	/** What was logged with one person in a month, the latest first. The line above. */
	@Needs({SEE_LINE, SEE_COMPANY})
	public List<CoachingTimeRow> with(long personId, YearMonth month) {
		reach.require(personId, month);
		if (Objects.equals(personId, current.get().personId())) {
			throw new NotHereException("Coaching time is seen by the line above");
		}
		return times.rows(List.of(personId), month.atDay(1), month.atEndOfMonth());
	}

	/** The reps whom the account's person leads in the month, or led on some day of it, by name: with them time can be logged. */
	@Needs(COACH_TEAM)
	public Map<Long, String> coached(YearMonth month) {
		var own = current.get().personId();
		var reps = new LinkedHashMap<Long, String>();
		led(month).filter(stretch -> stretch.place().superiorId().equals(own)).forEach(stretch -> reps.put(stretch.place().personId(), stretch.place().name()));
		return reps;
	}

	/** Each manager's load in a month: the time given to those who were led, for the days on which they were. A manager: the own; the line above: everybody's below. */
	@Needs({SEE_LINE, SEE_COMPANY})
	public LoadPage load(YearMonth month) {
		var line = reach.in(month);
		var last = last(month);
		var led = led(month).collect(Collectors.groupingBy(stretch -> stretch.place().superiorId()));
		var managers = line.everybody().stream().filter(place -> led.containsKey(place.personId()))
				.filter(place -> reach.sees(place.personId(), month)).sorted(Comparator.comparing(Line.Place::name)).toList();
		var sums = times.sums(managers.stream().map(Line.Place::personId).toList(), month.atDay(1), last).stream()
				.collect(Collectors.groupingBy(CoachingTimes.Sum::coachId));
		return new LoadPage(month, last, managers.stream().map(manager -> load(line, manager, led.get(manager.personId()), month.atDay(1), last,
				sums.getOrDefault(manager.personId(), List.of()))).toList());
	}

	/** The places of reps that were held, below somebody, on some day of the month that has come. */
	private Stream<Positions.Stretch> led(YearMonth month) {
		return reach.stretches(month).stream().filter(stretch -> stretch.place().role() == Role.REP && stretch.place().superiorId() != null && stretch.days(month.atDay(1), last(month)) > 0);
	}

	/** Today in a month that is not over; its first day in one that has not begun. */
	private LocalDate last(YearMonth month) {
		var today = people.today();
		if (today.isBefore(month.atDay(1))) {
			return month.atDay(1);
		}
		return today.isAfter(month.atEndOfMonth()) ? month.atEndOfMonth() : today;
	}

	private static ManagerLoad load(Line line, Line.Place manager, List<Positions.Stretch> led, LocalDate first, LocalDate last, List<CoachingTimes.Sum> sums) {
		var days = CoachingLoad.between(first, last, 0, 0).days();
		var lines = new ArrayList<RepLoad>();
		led.stream().collect(Collectors.groupingBy(stretch -> stretch.place().personId(), LinkedHashMap::new, Collectors.toList())).forEach((repId, stretches) -> {
			var minutes = sums.stream().filter(sum -> sum.personId() == repId).mapToLong(CoachingTimes.Sum::minutes).sum();
			var place = line.of(repId);
			lines.add(new RepLoad(repId, stretches.get(0).place().name(), minutes, new CoachingLoad(stretches.stream().mapToLong(stretch -> stretch.days(first, last)).sum(), minutes, days),
					place != null && Long.valueOf(manager.personId()).equals(place.superiorId())));
		});
		return new ManagerLoad(manager.personId(), manager.name(), manager.teamName(), LoadPage.together(lines, first, last), List.copyOf(lines));
	}

	private static List<Line.Place> repsOf(Line line, long managerId) {
		return line.directReportsOf(managerId).stream().filter(place -> place.role() == Role.REP).toList();
	}
}
