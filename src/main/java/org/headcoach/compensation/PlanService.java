package org.headcoach.compensation;

import static org.headcoach.people.Permission.EDIT_PLANS;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.headcoach.compensation.engine.Modifier;
import org.headcoach.compensation.engine.PlanLint;
import org.headcoach.compensation.engine.PlanTerms;
import org.headcoach.compensation.engine.Problem;
import org.headcoach.people.Audit;
import org.headcoach.people.CurrentActor;
import org.headcoach.people.Needs;
import org.headcoach.people.PeopleService;
import org.headcoach.people.Salesperson;
import org.headcoach.shared.BusinessClock;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.NotHereException;
import org.headcoach.training.HeldCertifications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/**
 * The door to compensation plans: drafts are written and published, people are put on plans. A published version is never edited; a change is a new version
 * with its day.
 */
@ApplicationScoped
@Transactional
public class PlanService {

	/** What nobody is ever paid: more digits than the columns hold. */
	private static final BigDecimal MOST = new BigDecimal("1e12");

	/** A version as it stands. */
	public record VersionRow(long id, long planId, String planName, int number, PlanStatus status, LocalDate effectiveFrom, PlanTerms terms, String reason, Instant createdAt, String createdByName,
			Instant publishedAt, String publishedByName, int version) implements Serializable {

		static VersionRow of(PlanVersion version) {
			return new VersionRow(version.id(), version.plan().id(), version.plan().name(), version.number(), version.status(), version.effectiveFrom(), version.terms(), version.reason(), version.createdAt(),
					version.createdByName(), version.publishedAt(), version.publishedByName(), version.version());
		}
	}

	/**
	 * @param inForce number of the version that holds today; null when none does
	 * @param draft number of the draft; null when there is none
	 * @param people who are on it today
	 */
	public record PlanRow(long id, String name, boolean archived, Integer inForce, Integer draft, long people) implements Serializable {
	}

	/** @param versions the latest first */
	public record PlanPage(long id, String name, boolean archived, int version, List<VersionRow> versions, List<AssignmentRow> assignments) implements Serializable {
	}

	/** @param quotas a year's units by component */
	public record AssignmentRow(long id, long planId, String planName, long personId, String personName, LocalDate from, LocalDate until, LocalDate rampFrom, BigDecimal targetPay,
			String payoutCurrency, Map<String, BigDecimal> quotas, int version) implements Serializable {

		static AssignmentRow of(PlanAssignment assignment) {
			return new AssignmentRow(assignment.id(), assignment.plan().id(), assignment.plan().name(), assignment.person().id(), assignment.person().name(), assignment.from(),
					assignment.until(), assignment.rampFrom(), assignment.targetPay(), assignment.payoutCurrency(), assignment.quotas(), assignment.version());
		}
	}

	/** @param reason why the version is made, as its readers will see it */
	public record SaveDraft(long versionId, int version, LocalDate effectiveFrom, PlanTerms terms, String reason) implements Serializable {
	}

	/** Why a finding stands although it is known. */
	public record KeptFinding(String reason, String by) implements Serializable {
	}

	/**
	 * Puts people on a plan.
	 *
	 * @param until null while it is open
	 * @param rampFrom null: each from their first day on the plan
	 * @param targetPay variable pay of a year at quota, in the plan's currency; null when it is not said
	 * @param payoutCurrency null: the plan's
	 * @param quotas a year's units by component
	 */
	public record Assign(long planId, Collection<Long> personIds, LocalDate from, LocalDate until, LocalDate rampFrom, BigDecimal targetPay, String payoutCurrency,
			Map<String, BigDecimal> quotas) implements Serializable {
	}

	@PersistenceContext
	private EntityManager em;

	@Inject
	private Plans plans;

	@Inject
	private PlanFindings findings;

	@Inject
	private PayDue due;

	@Inject
	private HeldCertifications certifications;

	@Inject
	private PeopleService people;

	@Inject
	private CurrentActor current;

	@Inject
	private Audit audit;

	@Inject
	private BusinessClock clock;

	/** All plans, archived ones last. Who edits plans. */
	@Needs(EDIT_PLANS)
	public List<PlanRow> plans() {
		var today = people.today();
		var versions = em.createQuery("select v from PlanVersion v join fetch v.plan where v.status <> org.headcoach.compensation.PlanStatus.DISCARDED order by v.effectiveFrom, v.number",
				PlanVersion.class).getResultList();
		var assignments = plans.assignments();
		return plans.all().stream().map(plan -> {
			var own = versions.stream().filter(version -> version.plan().id().equals(plan.id())).toList();
			var inForce = own.stream().filter(version -> version.status() == PlanStatus.PUBLISHED && !version.effectiveFrom().isAfter(today)).reduce((first, last) -> last)
					.map(PlanVersion::number).orElse(null);
			var draft = own.stream().filter(version -> version.status() == PlanStatus.DRAFT).findFirst().map(PlanVersion::number).orElse(null);
			var on = assignments.stream().filter(assignment -> assignment.plan().id().equals(plan.id()) && assignment.touches(today, today))
					.map(assignment -> assignment.person().id()).distinct().count();
			return new PlanRow(plan.id(), plan.name(), plan.isArchived(), inForce, draft, on);
		}).toList();
	}

	/** A plan with its versions and who is or was on it. Who edits plans. */
	@Needs(EDIT_PLANS)
	public PlanPage plan(long planId) {
		var plan = found(planId);
		return new PlanPage(plan.id(), plan.name(), plan.isArchived(), plan.version(), plans.versions(planId).stream().map(VersionRow::of).toList(),
				plans.assignedTo(planId).stream().map(AssignmentRow::of).toList());
	}

	/** One version. Who edits plans. */
	@Needs(EDIT_PLANS)
	public VersionRow version(long versionId) {
		return VersionRow.of(foundVersion(versionId));
	}

	/**
	 * Begins a plan with a draft.
	 *
	 * @return the draft's id
	 * @throws BusinessException when the name is taken
	 */
	@Needs(EDIT_PLANS)
	public long create(String name, LocalDate effectiveFrom, PlanTerms terms) {
		var plan = new PayPlan(name);
		if (plans.named(plan.name()).isPresent()) {
			throw new BusinessException("compensation.plans.error.name-taken", plan.name());
		}
		em.persist(plan);
		var draft = new PlanVersion(plan, 1, effectiveFrom, terms, clock.now(), current.get().name());
		em.persist(draft);
		em.flush();
		audit.record("CREATE_PAY_PLAN", "PayPlan", plan.id(), plan.name(), null, terms);
		return draft.id();
	}

	/**
	 * Begins the next version from what the last published one says. When there is a draft already, it is that one.
	 *
	 * @return the draft's id
	 */
	@Needs(EDIT_PLANS)
	public long draft(long planId) {
		var plan = found(planId);
		em.lock(plan, LockModeType.PESSIMISTIC_WRITE);
		var versions = plans.versions(planId);
		var open = versions.stream().filter(version -> version.status() == PlanStatus.DRAFT).findFirst();
		if (open.isPresent()) {
			return open.get().id();
		}
		var last = versions.stream().filter(version -> version.status() == PlanStatus.PUBLISHED).findFirst()
				.orElseThrow(() -> new BusinessException("compensation.plan.error.nothing-published", plan.name()));
		var next = YearMonth.from(people.today()).plusMonths(1).atDay(1);
		var draft = new PlanVersion(plan, versions.get(0).number() + 1, next.isAfter(last.effectiveFrom()) ? next : last.effectiveFrom().plusMonths(1), last.terms(), clock.now(),
				current.get().name());
		em.persist(draft);
		em.flush();
		audit.record("DRAFT_PAY_PLAN", "PlanVersion", draft.id(), plan.name() + " " + draft.number(), null, null);
		return draft.id();
	}

	/**
	 * Writes a draft. It may have problems; they stand before publishing.
	 *
	 * @return its version now, for whoever goes on writing
	 * @throws OptimisticLockException when it was changed since the writer saw it
	 */
	@Needs(EDIT_PLANS)
	public int save(SaveDraft written) {
		var version = opened(written.versionId(), written.version());
		version.write(written.effectiveFrom(), written.terms(), written.reason());
		em.flush();
		return version.version();
	}

	/**
	 * Keeps a finding of the linter with a reason, which its readers will see beside the version. A reason given before is replaced.
	 *
	 * @param finding the finding's id
	 * @throws BusinessException without a reason
	 */
	@Needs(EDIT_PLANS)
	public void keepFinding(long versionId, String finding, String reason) {
		if (reason == null || reason.isBlank()) {
			throw new BusinessException("compensation.lint.error.no-reason");
		}
		var version = foundVersion(versionId);
		em.createNativeQuery("delete from lint_reason where version_id = ? and finding = ?").setParameter(1, versionId).setParameter(2, finding).executeUpdate();
		em.createNativeQuery("insert into lint_reason (version_id, finding, reason, given_at, given_by_name) values (?, ?, ?, ?, ?)").setParameter(1, versionId).setParameter(2, finding)
				.setParameter(3, reason.strip()).setParameter(4, java.sql.Timestamp.from(clock.now())).setParameter(5, current.get().name()).executeUpdate();
		audit.record("KEEP_PLAN_FINDING", "PlanVersion", versionId, version.plan().name() + " " + version.number(), null, Map.of("finding", finding, "reason", reason.strip()));
	}

	/**
	 * What the linter finds in a version, and which of it is kept. Who edits plans.
	 *
	 * @throws BusinessException when the version has a problem, or cannot pay what was sold in the last twelve months
	 */
	@Needs(EDIT_PLANS)
	public Judged judge(long versionId) {
		var version = foundVersion(versionId);
		version.requireFit();
		return findings.of(version);
	}

	/** Why findings of a version are kept, by the finding's id. Who edits plans. */
	@Needs(EDIT_PLANS)
	public Map<String, KeptFinding> keptFindings(long versionId) {
		return findings.kept(versionId);
	}

	/**
	 * Publishes a draft. From its day on it pays everybody on the plan.
	 *
	 * @throws BusinessException when it has a problem, such as a gate on a certification that nobody can earn any more, when a finding that warns has no kept reason, when its day lies in a closed month, or not after that of the
	 *         version before
	 */
	@Needs(EDIT_PLANS)
	public void publish(long versionId, int seen) {
		var version = opened(versionId, seen);
		version.requireDraft();
		version.requireFit();
		earned(version.terms()).stream().findFirst().map(Problem::refusal).ifPresent(refusal -> {
			throw refusal;
		});
		// what was sold is read before the calendar's lock is taken: runs need not wait for it
		var unkept = findings.of(version).unkept();
		if (!unkept.isEmpty()) {
			throw new BusinessException("compensation.plan.error.unkept", unkept.size(), unkept.stream().map(PlanLint.Finding::id).toList());
		}
		var calendar = em.find(PayCalendar.class, PayCalendar.ONLY, LockModeType.PESSIMISTIC_WRITE);
		if (calendar.firstOpen() != null && isAnythingClosed() && version.effectiveFrom().isBefore(calendar.firstOpen().atDay(1))) {
			throw new BusinessException("compensation.plan.error.month-closed", version.effectiveFrom(), calendar.firstOpen().atDay(1));
		}
		plans.versions(version.plan().id()).stream().filter(other -> other.status() == PlanStatus.PUBLISHED && !other.effectiveFrom().isBefore(version.effectiveFrom())).findFirst()
				.ifPresent(other -> {
					throw new BusinessException("compensation.plan.error.not-after", version.effectiveFrom(), other.number(), other.effectiveFrom());
				});
		version.publish(clock.now(), current.get().name());
		due.mark(plans.assignedTo(version.plan().id()).stream().map(assignment -> assignment.person().id()).distinct().toList());
		audit.record("PUBLISH_PAY_PLAN", "PlanVersion", version.id(), version.plan().name() + " " + version.number(), null, version.terms());
	}

	/** Why terms cannot be published: what is wrong with themselves, and certifications that nobody can earn any more. Needs EDIT_PLANS. */
	@Needs(EDIT_PLANS)
	public List<Problem> problems(PlanTerms terms) {
		var problems = new ArrayList<>(terms.problems());
		problems.addAll(earned(terms));
		return problems;
	}

	private List<Problem> earned(PlanTerms terms) {
		var problems = new ArrayList<Problem>();
		if (terms.components().stream().flatMap(component -> component.modifiers().stream()).noneMatch(Modifier::isOfTraining)) {
			return problems;
		}
		var known = certifications.named();
		for (var component : terms.components()) {
			for (var modifier : component.modifiers()) {
				var id = Modifier.certificationOf(modifier.figure());
				if (modifier.isOfTraining() && id == null ? !modifier.figure().equals(Modifier.SELLS_ALONE) : id != null && !known.containsKey(id)) {
					problems.add(new Problem(component.name(), "compensation.problem.no-certification", List.of()));
				} else if (id != null && known.get(id).retired()) {
					problems.add(new Problem(component.name(), "compensation.problem.retired-certification", List.of(known.get(id).title())));
				}
			}
		}
		return problems;
	}

	/** Gives a draft up. */
	@Needs(EDIT_PLANS)
	public void discard(long versionId, int seen) {
		var version = opened(versionId, seen);
		version.discard();
		audit.record("DISCARD_PAY_PLAN", "PlanVersion", version.id(), version.plan().name() + " " + version.number(), null, null);
	}

	/** Takes a plan out of what can be assigned, or brings it back. Who is on it stays on it. */
	@Needs(EDIT_PLANS)
	public void archive(long planId, boolean yes) {
		var plan = found(planId);
		if (yes) {
			plan.archive();
		} else {
			plan.bringBack();
		}
		audit.record(yes ? "ARCHIVE_PAY_PLAN" : "BRING_BACK_PAY_PLAN", "PayPlan", planId, plan.name(), null, null);
	}

	// ------------------------------------------------------------ who is on it

	/**
	 * Puts people on a plan, each with the same quota. Pay begins with the month of the first assignment ever.
	 *
	 * @throws BusinessException when somebody is on the plan in these days already, when the plan is archived or the month is closed
	 */
	@Needs(EDIT_PLANS)
	public void assign(Assign wanted) {
		var plan = found(wanted.planId());
		if (plan.isArchived()) {
			throw new BusinessException("compensation.assignment.error.archived", plan.name());
		}
		if (wanted.from() == null || wanted.personIds().isEmpty()) {
			throw new BusinessException("compensation.assignment.error.incomplete");
		}
		if (wanted.targetPay() != null && wanted.targetPay().abs().compareTo(MOST) >= 0 || wanted.quotas() != null && wanted.quotas().values().stream().anyMatch(quota -> quota != null && quota.abs().compareTo(MOST) >= 0)) {
			throw new BusinessException("compensation.assignment.error.too-large");
		}
		if (plans.published().getOrDefault(wanted.planId(), List.of()).isEmpty()) {
			throw new BusinessException("compensation.assignment.error.draft", plan.name());
		}
		em.lock(plan, LockModeType.PESSIMISTIC_WRITE);
		var calendar = em.find(PayCalendar.class, PayCalendar.ONLY, LockModeType.PESSIMISTIC_WRITE);
		openFrom(calendar, YearMonth.from(wanted.from()));
		var there = plans.assignedTo(wanted.planId());
		for (var id : wanted.personIds()) {
			var person = em.find(Salesperson.class, id);
			if (person == null) {
				throw new NotHereException("No person " + id);
			}
			// lines of a month are told apart by the plan's version, so a person is on it once a month
			there.stream().filter(other -> other.person().id().equals(id) && other.touches(wanted.from().withDayOfMonth(1), endOfMonth(wanted.until()))).findFirst().ifPresent(other -> {
				throw new BusinessException("compensation.assignment.error.there-already", person.name(), plan.name(), other.from());
			});
			var assignment = new PlanAssignment(plan, person, wanted.from());
			assignment.end(wanted.until());
			assignment.set(wanted.rampFrom() == null ? wanted.from() : wanted.rampFrom(), wanted.targetPay(), wanted.payoutCurrency(), wanted.quotas());
			em.persist(assignment);
			due.mark(id);
			audit.record("PUT_ON_PAY_PLAN", "PayPlan", plan.id(), plan.name() + ", " + person.name(), null, wanted);
		}
		em.flush();
	}

	private static LocalDate endOfMonth(LocalDate day) {
		return day == null ? null : YearMonth.from(day).atEndOfMonth();
	}

	private boolean isAnythingClosed() {
		return em.createQuery("select count(p) from PayPeriod p where p.closedAt is not null", Long.class).getSingleResult() > 0;
	}

	private void openFrom(PayCalendar calendar, YearMonth month) {
		calendar.beginWith(month);
		if (month.isBefore(calendar.firstOpen())) {
			if (isAnythingClosed()) {
				throw new BusinessException("compensation.assignment.error.month-closed", month.atDay(1), calendar.firstOpen().atDay(1));
			}
			calendar.beginEarlier(month);
		}
	}

	/**
	 * Changes quota, ramp, target and last day of an assignment. A quota holds for the whole assignment; who gets another one from a day on is put on the plan
	 * anew. What was sold until the last day is paid by the plan for ever.
	 *
	 * @param lastDay null: it is open
	 * @throws OptimisticLockException when it was changed since the writer saw it
	 * @throws BusinessException when the person would be on the plan twice
	 */
	@Needs(EDIT_PLANS)
	public void changeAssignment(long assignmentId, int seen, LocalDate lastDay, LocalDate rampFrom, BigDecimal targetPay, String payoutCurrency, Map<String, BigDecimal> quotas) {
		var assignment = foundAssignment(assignmentId, seen);
		var before = AssignmentRow.of(assignment);
		end(assignment, lastDay);
		assignment.set(rampFrom, targetPay, payoutCurrency, quotas);
		em.lock(assignment, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
		due.mark(assignment.person().id());
		audit.record("CHANGE_PAY_ASSIGNMENT", "PayPlan", assignment.plan().id(), assignment.plan().name() + ", " + assignment.person().name(), before, AssignmentRow.of(assignment));
	}

	/** The last day of somebody on a plan; null opens it again. What was sold until then is paid by it for ever. */
	@Needs(EDIT_PLANS)
	public void endAssignment(long assignmentId, int seen, LocalDate lastDay) {
		var assignment = foundAssignment(assignmentId, seen);
		var before = AssignmentRow.of(assignment);
		end(assignment, lastDay);
		due.mark(assignment.person().id());
		audit.record("END_PAY_ASSIGNMENT", "PayPlan", assignment.plan().id(), assignment.plan().name() + ", " + assignment.person().name(), before, AssignmentRow.of(assignment));
	}

	private void end(PlanAssignment assignment, LocalDate lastDay) {
		plans.assignedTo(assignment.plan().id()).stream().filter(other -> !other.id().equals(assignment.id()) && other.person().id().equals(assignment.person().id())
				&& other.from().isAfter(assignment.from()) && (lastDay == null || !endOfMonth(lastDay).isBefore(other.from()))).findFirst().ifPresent(other -> {
					throw new BusinessException("compensation.assignment.error.there-already", assignment.person().name(), assignment.plan().name(), other.from());
				});
		assignment.end(lastDay);
	}

	/**
	 * Who is or was on which plan, by name; the last first of each. Who edits plans.
	 *
	 * @param planId null: on any
	 * @param on only those who are on it that day; null: whenever
	 */
	@Needs(EDIT_PLANS)
	public List<AssignmentRow> assignments(Long planId, LocalDate on) {
		return plans.assignments().stream().filter(assignment -> planId == null || assignment.plan().id().equals(planId)).filter(assignment -> on == null || assignment.touches(on, on))
				.map(AssignmentRow::of).sorted(java.util.Comparator.comparing(AssignmentRow::personName).thenComparing(AssignmentRow::from, java.util.Comparator.reverseOrder())).toList();
	}

	/** The terms that hold for a plan on a day; null when none do. Who edits plans. */
	@Needs(EDIT_PLANS)
	public VersionRow inForce(long planId, LocalDate on) {
		return plans.versions(planId).stream().filter(version -> version.status() == PlanStatus.PUBLISHED && !version.effectiveFrom().isAfter(on)).findFirst().map(VersionRow::of).orElse(null);
	}

	// ------------------------------------------------------------

	private PayPlan found(long planId) {
		var plan = em.find(PayPlan.class, planId);
		if (plan == null) {
			throw new NotHereException("No plan " + planId);
		}
		return plan;
	}

	private PlanVersion foundVersion(long versionId) {
		var version = em.find(PlanVersion.class, versionId);
		if (version == null) {
			throw new NotHereException("No plan version " + versionId);
		}
		return version;
	}

	private PlanVersion opened(long versionId, int seen) {
		var version = foundVersion(versionId);
		if (version.version() != seen) {
			throw new OptimisticLockException();
		}
		return version;
	}

	private PlanAssignment foundAssignment(long id, int seen) {
		var assignment = em.find(PlanAssignment.class, id);
		if (assignment == null) {
			throw new NotHereException("No assignment " + id);
		}
		if (assignment.version() != seen) {
			throw new OptimisticLockException();
		}
		return assignment;
	}
}
