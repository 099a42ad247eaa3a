package org.headcoach.coaching;

import static org.headcoach.people.Permission.COACH_TEAM;
import static org.headcoach.people.Permission.INSPECT_PLANS;
import static org.headcoach.people.Permission.SEE_COMPANY;
import static org.headcoach.people.Permission.SEE_LINE;
import static org.headcoach.people.Permission.SEE_OWN_MONTH;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.headcoach.coaching.InspectionPage.DirectorLine;
import org.headcoach.coaching.InspectionPage.DirectorState;
import org.headcoach.coaching.InspectionPage.ManagerLine;
import org.headcoach.coaching.InspectionPage.RepLine;
import org.headcoach.coaching.InspectionPage.RepState;
import org.headcoach.coaching.engine.CoachingDays;
import org.headcoach.coaching.engine.CoachingStep;
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
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/**
 * The door to the inspection chain: whoever leads a manager inspects that manager's plans on the morning of day two, whoever leads a director inspects
 * the director in the afternoon. Nothing is inspected before its half day, before the plan is agreed, or before the level below (golden K-b). What is
 * sent back opens again, and those below read why.
 */
@ApplicationScoped
@Transactional
public class InspectionService {

	/** What the audit log keeps of an inspection: never the notes. */
	record Finding(InspectionOutcome outcome, int edition, Boolean skill, Boolean decision, Boolean plan, String reason) {
	}

	/** What the audit log keeps of a director's inspection. */
	record DirectorFinding(InspectionOutcome outcome, int turn, int plans, int inspected, int samples, int again, String reason) {
	}

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
	private CoachingService coaching;

	@Inject
	private CoachingPlans plans;

	@Inject
	private SelfReviews reviews;

	@Inject
	private Inspections inspections;

	/**
	 * The chain of a month. A manager: the own reps, to read. A director: the managers who report to the reader. A VP: the directors, and managers
	 * without a director between. An executive outside the line: all directors, to read.
	 */
	@Needs({COACH_TEAM, INSPECT_PLANS, SEE_COMPANY})
	public InspectionPage board(CoachingMonth month) {
		var line = reach.in(month.month());
		var own = current.get().personId();
		var days = days(month);
		var zone = people.company().zone();
		var rhythm = MonthRhythm.of(month, days, clock.now().atZone(zone).toLocalDateTime());
		var managers = new ArrayList<Line.Place>();
		if (isManager(line, own)) {
			managers.add(line.of(own));
		}
		line.directReportsOf(own).stream().filter(place -> isManager(line, place.personId())).forEach(managers::add);
		var directors = (line.of(own) == null && current.get().may(SEE_COMPANY) ? line.everybody() : line.below(own)).stream()
				.filter(place -> isDirector(line, place.personId())).sorted(Comparator.comparing(Line.Place::name)).toList();
		var reps = new Reps(month, line, managers, directors);
		var lastOfDirectors = inspections.lastOfDirectors(month, withOwn(directors));
		return new InspectionPage(month, rhythm, days.begins(CoachingStep.DIRECTOR_INSPECTS), days.begins(CoachingStep.VP_INSPECTS),
				managers.stream().map(reps::manager).toList(),
				directors.stream().map(place -> reps.director(place, lastOfDirectors.get(place.personId()))).toList(),
				own == null || lastOfDirectors.get(own) == null ? null : DirectorInspectionRow.of(lastOfDirectors.get(own)));
	}

	private List<Long> withOwn(List<Line.Place> directors) {
		var ids = new ArrayList<>(directors.stream().map(Line.Place::personId).toList());
		if (current.get().personId() != null) {
			ids.add(current.get().personId());
		}
		return ids;
	}

	/** Every inspection of a plan, the latest first. The rep's manager and the line above; a rep reads the reason on the plan itself. */
	@Needs(SEE_LINE)
	public List<PlanInspectionRow> inspectionsOf(long planId) {
		var plan = plans.get(planId);
		reach.require(plan.person().id(), plan.month().month());
		if (Objects.equals(plan.person().id(), current.get().personId())) {
			throw new NotHereException("The inspections of plan " + planId + " are between those above");
		}
		return inspections.rows(List.of(planId)).stream().sorted(Comparator.comparing(PlanInspectionRow::edition).thenComparing(PlanInspectionRow::turn).reversed())
				.toList();
	}

	/** Plans of the month that were sent back and wait to be agreed again. The manager whose reps they are of. */
	@Needs(COACH_TEAM)
	public List<PlanRow> ownSentBack(CoachingMonth month) {
		var line = reach.in(month.month());
		var reps = repsOf(line, current.get().personId()).stream().map(Line.Place::personId).toList();
		return plans.rows(month, reps).stream().filter(row -> row.status() == PlanStatus.SENT_BACK).toList();
	}

	/**
	 * Accepts a plan or sends it back. Accepting an accepted plan changes nothing. Whoever leads the rep's manager, from the morning of day two on;
	 * sending back until the end of the coaching month.
	 *
	 * @throws OptimisticLockException when the plan was agreed anew since the inspector saw it
	 */
	@Needs(INSPECT_PLANS)
	public void inspect(InspectPlan found) {
		var plan = plans.lock(found.planId());
		var month = plan.month();
		requireInspectorOf(plan);
		days(month).requireBegun(CoachingStep.DIRECTOR_INSPECTS, clock.now());
		if (plan.edition() != found.edition()) {
			throw plan.changedMeanwhile("Plan " + plan.id() + ", inspected at edition " + found.edition() + " and now at " + plan.edition() + ",");
		}
		if (plan.status() != PlanStatus.AGREED) {
			throw new BusinessException("coaching.inspection.error.not-agreed", plan.person().name());
		}
		var last = inspections.last(List.of(plan.id())).get(plan.id());
		if (last != null && last.isStandingFor(plan.edition())) {
			if (found.outcome() == InspectionOutcome.ACCEPTED) {
				return;
			}
			throw new BusinessException("coaching.inspection.error.accepted-already", plan.person().name());
		}
		var turn = last == null || last.edition() != plan.edition() ? 1 : last.turn() + 1;
		var inspection = new PlanInspection(plan, turn, found, em.find(Salesperson.class, current.get().personId()), clock.now(), current.get().name());
		em.persist(inspection);
		audit.record("INSPECT_PLAN", "CoachingPlan", plan.id(), plan.person().name() + ", " + month, null,
				new Finding(found.outcome(), plan.edition(), found.skill().clear(), found.decision().clear(), found.plan().clear(), inspection.reason()));
		if (found.outcome() == InspectionOutcome.SENT_BACK) {
			requireMonthNotOver(month);
			coaching.sendBack(plan, inspection.reason());
		}
	}

	/**
	 * Accepts a director's month or sends it back with the plans to be inspected again. Accepting twice changes nothing. Whoever leads the director, from
	 * noon of day two on, when the director has inspected every agreed plan; a rep without an agreed plan does not hold it up.
	 *
	 * @throws OptimisticLockException when the director was inspected meanwhile
	 */
	@Needs(INSPECT_PLANS)
	public void inspectDirector(InspectDirector found) {
		var month = found.month();
		var line = reach.in(month.month());
		var place = line.of(found.directorId());
		if (place == null || !Objects.equals(place.superiorId(), current.get().personId()) || !isDirector(line, found.directorId())) {
			throw new NotHereException(current.get().name() + " does not inspect person " + found.directorId() + " in " + month);
		}
		var director = em.find(Salesperson.class, found.directorId(), LockModeType.PESSIMISTIC_WRITE);
		days(month).requireBegun(CoachingStep.VP_INSPECTS, clock.now());
		var last = inspections.lastOfDirector(month, found.directorId()).orElse(null);
		if (last != null && last.outcome() == InspectionOutcome.ACCEPTED) {
			if (found.outcome() == InspectionOutcome.ACCEPTED) {
				return;
			}
			throw new BusinessException("coaching.inspection.error.accepted-already", director.name());
		}
		if (found.turn() != (last == null ? 0 : last.turn())) {
			throw new OptimisticLockException("Person " + found.directorId() + " was inspected meanwhile in " + month, null, director);
		}
		var seen = new Reps(month, line, List.of(), List.of(place)).director(place, last);
		if (seen.inspected() == 0 || !seen.toInspect().isEmpty()) {
			throw new BusinessException("coaching.inspection.error.director-first", director.name(), seen.toInspect().size());
		}
		var accepted = seen.managers().stream().flatMap(manager -> manager.in(RepState.ACCEPTED).stream()).map(RepLine::planId).collect(Collectors.toSet());
		if (!accepted.containsAll(found.samples()) || !found.samples().containsAll(found.again())) {
			throw new NotHereException("Not all of " + found.samples() + " and " + found.again() + " are inspected plans below person " + found.directorId());
		}
		var inspection = new DirectorInspection(director, found, (int) seen.plans(), (int) seen.inspected(), em.find(Salesperson.class, current.get().personId()),
				clock.now(), current.get().name());
		if (found.outcome() == InspectionOutcome.SENT_BACK) {
			requireMonthNotOver(month);
		}
		em.persist(inspection);
		if (found.outcome() == InspectionOutcome.SENT_BACK) {
			inspections.standing(found.again()).forEach(standing -> standing.reopen(inspection));
		}
		audit.record("INSPECT_DIRECTOR", "Salesperson", director.id(), director.name() + ", " + month, null, new DirectorFinding(found.outcome(), inspection.turn(),
				inspection.plans(), inspection.inspected(), found.samples().size(), found.again().size(), inspection.reason()));
	}

	/** How the reader's own month as a director was judged last; empty before that. A director. */
	@Needs({INSPECT_PLANS, SEE_OWN_MONTH})
	public Optional<DirectorInspectionRow> ownInspection(CoachingMonth month) {
		var own = current.get().personId();
		return own == null ? Optional.empty() : inspections.lastOfDirector(month, own).map(DirectorInspectionRow::of);
	}

	// ---- what the methods above share

	private CoachingDays days(CoachingMonth month) {
		var company = people.company();
		return CoachingDays.about(month.figures(), people.calendar(), company.zone());
	}

	/** A plan of a month that is over stands: whoever reopened it would fix a target after its figures are known. */
	private void requireMonthNotOver(CoachingMonth month) {
		if (people.today().isAfter(month.last())) {
			throw new BusinessException("coaching.inspection.error.month-over", month.month());
		}
	}

	private void requireInspectorOf(CoachingPlan plan) {
		var line = reach.in(plan.month().month());
		var rep = line.of(plan.person().id());
		var manager = rep == null ? null : line.of(rep.superiorId());
		if (manager == null || current.get().personId() == null || !current.get().personId().equals(manager.superiorId())) {
			throw new NotHereException(current.get().name() + " does not inspect plan " + plan.id());
		}
	}

	private static List<Line.Place> repsOf(Line line, Long personId) {
		return line.directReportsOf(personId).stream().filter(place -> place.role() == Role.REP).toList();
	}

	private static boolean isManager(Line line, Long personId) {
		return !repsOf(line, personId).isEmpty();
	}

	private static boolean isDirector(Line line, Long personId) {
		return line.directReportsOf(personId).stream().anyMatch(place -> isManager(line, place.personId()));
	}

	/** The month's reps below some managers and directors, read in three queries however many they are. */
	private final class Reps {

		private final Line line;
		private final Map<Long, PlanRow> planned;
		private final Map<Long, SelfReviews.State> reviewed;
		private final Map<Long, PlanInspectionRow> inspected;

		Reps(CoachingMonth month, Line line, Collection<Line.Place> managers, Collection<Line.Place> directors) {
			this.line = line;
			var ids = new ArrayList<Long>();
			managers.forEach(manager -> repsOf(line, manager.personId()).forEach(rep -> ids.add(rep.personId())));
			directors.forEach(director -> managersOf(director.personId()).forEach(m -> repsOf(line, m.personId()).forEach(rep -> ids.add(rep.personId()))));
			planned = plans.rows(month, ids).stream().collect(Collectors.toMap(PlanRow::personId, Function.identity()));
			reviewed = reviews.states(month, ids).stream().collect(Collectors.toMap(SelfReviews.State::personId, Function.identity()));
			inspected = inspections.last(planned.values().stream().map(PlanRow::id).toList());
		}

		private List<Line.Place> managersOf(long directorId) {
			return line.directReportsOf(directorId).stream().filter(place -> isManager(line, place.personId())).toList();
		}

		ManagerLine manager(Line.Place place) {
			var inspector = line.of(place.superiorId());
			return new ManagerLine(place.personId(), place.name(), place.teamName(), inspector == null ? null : inspector.personId(),
					inspector == null ? null : inspector.name(), mayInspect(place), repsOf(line, place.personId()).stream().map(this::rep).toList());
		}

		private boolean mayInspect(Line.Place place) {
			return current.get().may(INSPECT_PLANS) && place.superiorId() != null && place.superiorId().equals(current.get().personId());
		}

		private RepLine rep(Line.Place place) {
			var plan = planned.get(place.personId());
			var review = reviewed.get(place.personId());
			var last = plan == null ? null : inspected.get(plan.id());
			return new RepLine(place.personId(), place.name(), state(plan, review, last), plan == null ? null : plan.id(), plan == null ? 0 : plan.edition(),
					plan == null ? null : plan.skillName(), review == null ? null : review.sent(),
					plan == null || plan.agreedAt() == null ? null : plan.agreedAt().toInstant(),
					plan != null && plan.status() == PlanStatus.SENT_BACK ? plan.sentBackReason() : null, last);
		}

		private RepState state(PlanRow plan, SelfReviews.State review, PlanInspectionRow last) {
			if (plan != null && plan.status() == PlanStatus.SENT_BACK) {
				return RepState.SENT_BACK;
			}
			if (plan == null || !plan.isAgreed()) {
				return review == null || review.sent() == null ? RepState.WAITING : RepState.READY;
			}
			if (last == null || last.edition() != plan.edition()) {
				return RepState.AGREED;
			}
			return last.isStandingFor(plan.edition()) ? RepState.ACCEPTED : RepState.AGAIN;
		}

		DirectorLine director(Line.Place place, DirectorInspection last) {
			var managers = managersOf(place.personId()).stream().map(this::manager).toList();
			var inspector = line.of(place.superiorId());
			var open = managers.stream().anyMatch(manager -> !manager.toInspect().isEmpty());
			var none = managers.stream().noneMatch(manager -> manager.count(RepState.ACCEPTED) > 0);
			return new DirectorLine(place.personId(), place.name(), place.regionName(), inspector == null ? null : inspector.personId(),
					inspector == null ? null : inspector.name(), mayInspect(place), state(last, open || none), managers,
					last == null ? null : DirectorInspectionRow.of(last));
		}

		private DirectorState state(DirectorInspection last, boolean open) {
			if (last != null && last.outcome() == InspectionOutcome.ACCEPTED) {
				return DirectorState.ACCEPTED;
			}
			if (open) {
				return last == null ? DirectorState.INSPECTING : DirectorState.SENT_BACK;
			}
			return DirectorState.READY;
		}
	}
}
