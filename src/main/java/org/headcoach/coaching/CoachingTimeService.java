package org.headcoach.coaching;

import static org.headcoach.people.Permission.COACH_TEAM;
import static org.headcoach.people.Permission.SEE_COMPANY;
import static org.headcoach.people.Permission.SEE_LINE;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.headcoach.coaching.LoadPage.ManagerLoad;
import org.headcoach.coaching.LoadPage.RepLoad;
import org.headcoach.coaching.engine.CoachingLoad;
import org.headcoach.people.Audit;
import org.headcoach.people.CurrentActor;
import org.headcoach.people.Line;
import org.headcoach.people.Needs;
import org.headcoach.people.PeopleService;
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
		if (!reach.leadsDirectly(spent.personId(), YearMonth.from(spent.spentOn()))) {
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

	/** Each manager's load in a month. A manager: the own; the line above: everybody's below. */
	@Needs({SEE_LINE, SEE_COMPANY})
	public LoadPage load(YearMonth month) {
		var line = reach.in(month);
		var last = last(month);
		var managers = line.everybody().stream().filter(place -> !repsOf(line, place.personId()).isEmpty())
				.filter(place -> reach.sees(place.personId(), month)).sorted(Comparator.comparing(Line.Place::name)).toList();
		var sums = times.sums(managers.stream().map(Line.Place::personId).toList(), month.atDay(1), last).stream()
				.collect(Collectors.groupingBy(CoachingTimes.Sum::coachId));
		return new LoadPage(month, last, managers.stream().map(manager -> load(line, manager, month.atDay(1), last,
				sums.getOrDefault(manager.personId(), List.of()))).toList());
	}

	/** Today in a month that is not over; its first day in one that has not begun. */
	private LocalDate last(YearMonth month) {
		var today = people.today();
		if (today.isBefore(month.atDay(1))) {
			return month.atDay(1);
		}
		return today.isAfter(month.atEndOfMonth()) ? month.atEndOfMonth() : today;
	}

	private static ManagerLoad load(Line line, Line.Place manager, LocalDate first, LocalDate last, List<CoachingTimes.Sum> sums) {
		var reps = repsOf(line, manager.personId());
		var lines = new ArrayList<RepLoad>();
		for (var rep : reps) {
			var minutes = sums.stream().filter(sum -> sum.personId() == rep.personId()).mapToLong(CoachingTimes.Sum::minutes).sum();
			lines.add(new RepLoad(rep.personId(), rep.name(), minutes, CoachingLoad.between(first, last, 1, minutes)));
		}
		// time with somebody who has left the team was given all the same
		var all = sums.stream().mapToLong(CoachingTimes.Sum::minutes).sum();
		return new ManagerLoad(manager.personId(), manager.name(), manager.teamName(), CoachingLoad.between(first, last, reps.size(), all), List.copyOf(lines));
	}

	private static List<Line.Place> repsOf(Line line, long managerId) {
		return line.directReportsOf(managerId).stream().filter(place -> place.role() == Role.REP).toList();
	}
}
