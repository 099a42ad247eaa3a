package org.headcoach.coaching;

import static org.headcoach.people.Permission.BE_SIGNED_IN;
import static org.headcoach.people.Permission.COACH_TEAM;
import static org.headcoach.people.Permission.SEE_COMPANY;
import static org.headcoach.people.Permission.SEE_LINE;
import static org.headcoach.people.Permission.SEE_OWN_MONTH;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.headcoach.people.Audit;
import org.headcoach.people.CurrentActor;
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
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/**
 * The door to coaching: the rep's self-review, the talk, the plan with its one skill, activities and check-ins. A plan is
 * changed and agreed by the rep's manager, read by the rep and the line above. The audit log gets the terms of a plan, never
 * the words of a self-review or a note: whoever reads the log need not be in the line.
 */
@ApplicationScoped
@Transactional
public class CoachingService {

	/** What the audit log keeps of a plan. */
	record Terms(PlanStatus status, int edition, String skill, String metric, BigDecimal baseline, BigDecimal target, LocalDate windowFrom,
			LocalDate windowUntil, List<String> activities) {

		static Terms of(CoachingPlan plan) {
			return new Terms(plan.status(), plan.edition(), plan.skillName(), plan.metric(), plan.baselineValue(), plan.targetValue(),
					plan.windowFrom(), plan.windowUntil(),
					plan.activities().stream().map(a -> a.plannedCount() + " x " + a.what() + ", " + a.dueOn()).toList());
		}
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
	private CoachingPlans plans;

	@Inject
	private SelfReviews reviews;

	@Inject
	private Skills skills;

	@Inject
	private MonthPages pages;

	// ---- the rep speaks first

	/** The own self-review of that month; empty before the first word. A rep. */
	@Needs(SEE_OWN_MONTH)
	public Optional<SelfReviewRow> ownSelfReview(CoachingMonth month) {
		return reviews.find(self(), month).map(SelfReviewRow::of);
	}

	/**
	 * Keeps what the rep has written so far; nothing needs to be complete. The rep, from the first to the last day of the
	 * coaching month, until it is sent.
	 *
	 * @return what stands now, with when it was saved and its version
	 * @throws OptimisticLockException when it was changed in another window since that version was read
	 */
	@Needs(SEE_OWN_MONTH)
	public SelfReviewRow saveSelfReview(WriteSelfReview written) {
		var review = write(written);
		em.flush();
		return SelfReviewRow.of(review);
	}

	/** Saves and sends the self-review; from then on it stands, and the rep sees what the figures say. The rep. */
	@Needs(SEE_OWN_MONTH)
	public void submitSelfReview(WriteSelfReview written) {
		var review = reviews.find(self(), written.month()).filter(SelfReview::isSubmitted).orElseGet(() -> write(written));
		if (!review.isSubmitted()) {
			review.submit(clock.now());
			audit.record("SEND_SELF_REVIEW", "SelfReview", review.id(), review.person().name() + ", " + written.month(), null, null);
		}
	}

	private SelfReview write(WriteSelfReview written) {
		var person = self();
		requireOpenForReview(person, written.month());
		var known = reviews.locked(person, written.month());
		if (known.isPresent() && !known.get().isSubmitted() && !Objects.equals(known.get().version(), written.seen())) {
			throw new OptimisticLockException("Self-review of " + written.month() + ", seen at version " + written.seen() + " and now at " + known.get().version(), null, known.get());
		}
		var review = reviews.findOrBegin(person, written.month(), () -> new SelfReview(em.find(Salesperson.class, person), written.month(), clock.now()));
		var looks = written.looks().entrySet().stream()
				.collect(Collectors.toMap(e -> e.getKey(), e -> new SelfReviewLook(e.getValue().sees(), e.getValue().why())));
		review.write(written.howWasIt(), written.wentWell(), written.toImprove(), looks,
				written.skillId() == null ? null : skill(written.skillId()), written.ownSkill(), written.help(), clock.now());
		return review;
	}

	private void requireOpenForReview(long person, CoachingMonth month) {
		if (reach.in(month.month()).of(person) == null) {
			throw new NotHereException("Person " + person + " was not at work in " + month);
		}
		var today = people.today();
		if (today.isBefore(month.first())) {
			throw new BusinessException("coaching.my-month.error.not-open", month.first());
		}
		if (today.isAfter(month.last())) {
			throw new BusinessException("coaching.my-month.error.over", month.month());
		}
	}

	/** Puts a notice on the rep's Today page that the self-review is awaited; again moves its time. The rep's manager. */
	@Needs(COACH_TEAM)
	public void remind(long personId, CoachingMonth month) {
		requireManagerOf(personId, month);
		if (reviews.isSubmitted(personId, month)) {
			throw new BusinessException("coaching.my-team.error.review-is-in");
		}
		var person = em.find(Salesperson.class, personId, jakarta.persistence.LockModeType.PESSIMISTIC_WRITE);
		var known = em.createQuery("select r from Reminder r where r.person.id = :person and r.inMonth = :month and r.kind = :kind", Reminder.class)
				.setParameter("person", personId).setParameter("month", month.first()).setParameter("kind", Reminder.Kind.SELF_REVIEW)
				.getResultStream().findFirst();
		known.ifPresentOrElse(reminder -> reminder.again(clock.now(), current.get().name()),
				() -> em.persist(new Reminder(person, month, Reminder.Kind.SELF_REVIEW, clock.now(), current.get().name())));
		audit.record("REMIND_SELF_REVIEW", "Salesperson", personId, person.name(), null, null);
	}

	/** The reminder that waits on the own Today page, if the thing is still to be done. Everybody. */
	@Needs(BE_SIGNED_IN)
	public Optional<ReminderRow> ownReminder(CoachingMonth month) {
		var person = current.get().personId();
		if (person == null || reviews.isSubmitted(person, month)) {
			return Optional.empty();
		}
		return em.createQuery("select r from Reminder r where r.person.id = :person and r.inMonth = :month and r.kind = :kind", Reminder.class)
				.setParameter("person", person).setParameter("month", month.first()).setParameter("kind", Reminder.Kind.SELF_REVIEW)
				.getResultStream().findFirst().map(r -> new ReminderRow(r.sentAt(), r.sentBy(), r.times()));
	}

	/** A notice that the self-review is awaited. */
	public record ReminderRow(Instant sentAt, String sentBy, int times) implements java.io.Serializable {
	}

	// ---- the figures, as a talk needs them

	/**
	 * A manager's month, one line a rep. A manager sees the own reps (all of them without a team), the line above any team below.
	 *
	 * @param teamId null for the own team, or the first one below
	 */
	@Needs({COACH_TEAM, SEE_LINE, SEE_COMPANY})
	public MyTeamPage myTeam(CoachingMonth month, Long teamId) {
		return pages.team(month, teamId);
	}

	/**
	 * A team on one metric. The line above: with estimates and verdicts. A rep: plain figures, and only where the company shows
	 * rankings those of the team-mates.
	 *
	 * @param metric a code; another one or null means the first conversion
	 */
	@Needs({SEE_OWN_MONTH, SEE_LINE})
	public MetricPage metric(CoachingMonth month, String metric, Long teamId) {
		return pages.metric(month, metric, teamId);
	}

	/** One rep in depth. The person and everybody above; the person sees verdicts and suggestions once the self-review is in. */
	@Needs({SEE_OWN_MONTH, SEE_LINE})
	public RepPage rep(long personId, CoachingMonth month) {
		reach.require(personId, month.month());
		return pages.rep(personId, month, isManagerOf(personId, month));
	}

	/** The talk's screen. The rep's manager and the line above; the rep once the self-review is in. */
	@Needs({SEE_OWN_MONTH, SEE_LINE})
	public SideBySidePage sideBySide(long personId, CoachingMonth month, String metric) {
		reach.require(personId, month.month());
		if (!pages.isJudged(personId, month)) {
			throw new BusinessException("coaching.side-by-side.error.speak-first");
		}
		var rep = pages.rep(personId, month, isManagerOf(personId, month));
		var plan = plans.find(personId, month);
		var looked = metric != null ? metric : plan.map(CoachingPlan::metric)
				.orElse(rep.suggestions().isEmpty() ? null : rep.suggestions().get(0).finding().metric());
		return new SideBySidePage(rep, reviews.find(personId, month).filter(SelfReview::isSubmitted).map(SelfReviewRow::of).orElse(null),
				pages.metric(month, looked, rep.own() ? null : rep.who().teamId()), plan.map(this::page).orElse(null), skills.active());
	}

	/** The own month. A rep; for other people in the line it holds nothing but the month. */
	@Needs(SEE_OWN_MONTH)
	public MyMonthPage myMonth(CoachingMonth month) {
		var person = self();
		var place = reach.in(month.month()).of(person);
		if (place == null || place.role() != Role.REP) {
			return new MyMonthPage(null, List.of(), null, false, null, List.of(), null);
		}
		var review = reviews.find(person, month);
		var today = people.today();
		var open = review.filter(SelfReview::isSubmitted).isEmpty() && !today.isBefore(month.first()) && !today.isAfter(month.last());
		return new MyMonthPage(pages.rep(person, month, false), pages.ownCharts(month, place), review.map(SelfReviewRow::of).orElse(null), open,
				plans.find(person, month).filter(this::isShown).map(this::page).orElse(null), skills.active(), ownReminder(month).orElse(null));
	}

	/** When what is due in a month. Everybody. */
	@Needs(BE_SIGNED_IN)
	public MonthRhythm rhythm(CoachingMonth month) {
		return pages.rhythm(month);
	}

	/** The library's active skills, by name. Everybody. */
	@Needs(BE_SIGNED_IN)
	public List<SkillRow> activeSkills() {
		return skills.active();
	}

	// ---- the plan

	/** The plan of a person in a month, empty when none was begun. The person, and everybody above. */
	@Needs({SEE_OWN_MONTH, SEE_LINE})
	public Optional<PlanPage> planFor(long personId, CoachingMonth month) {
		reach.require(personId, month.month());
		return plans.find(personId, month).filter(this::isShown).map(this::page);
	}

	/** A plan by its id. The person, and everybody above. */
	@Needs({SEE_OWN_MONTH, SEE_LINE})
	public PlanPage plan(long planId) {
		var plan = plans.get(planId);
		reach.require(plan.person().id(), plan.month().month());
		if (!isShown(plan)) {
			throw new NotHereException("Plan " + planId + " is shown to the rep when the self-review is in");
		}
		return page(plan);
	}

	/**
	 * The month's plans of everybody whom the reader may see, by name: one line a plan.
	 *
	 * @param teamId only those who are in this team that month; null for everybody
	 */
	@Needs({SEE_OWN_MONTH, SEE_LINE})
	public List<PlanRow> plans(CoachingMonth month, Long teamId) {
		var rows = plans.rows(month, reach.reps(month.month()).stream().filter(place -> teamId == null || teamId.equals(place.teamId()))
				.map(place -> place.personId()).toList());
		return rows.stream().filter(row -> isShown(row.personId(), row.month(), row.edition())).toList();
	}

	/** A person's plans of all months, the latest first. The person, and everybody above. */
	@Needs({SEE_OWN_MONTH, SEE_LINE})
	public List<PlanRow> planHistory(long personId) {
		reach.require(personId, YearMonth.from(people.today()));
		return plans.history(personId).stream().filter(row -> isShown(row.personId(), row.month(), row.edition())).toList();
	}

	private boolean isShown(CoachingPlan plan) {
		return isShown(plan.person().id(), plan.month(), plan.edition());
	}

	/** The rep sees nothing of a plan before the own self-review is in: the rep speaks first. */
	private boolean isShown(long personId, CoachingMonth month, int edition) {
		return !Objects.equals(current.get().personId(), personId) || edition > 0 || reviews.isSubmitted(personId, month);
	}

	/**
	 * Begins an empty draft for the month, or finds the plan that is there. The rep's manager.
	 *
	 * @return the plan's id
	 */
	@Needs(COACH_TEAM)
	public long beginPlan(long personId, CoachingMonth month) {
		requireManagerOf(personId, month);
		return begun(personId, month).id();
	}

	private CoachingPlan begun(long personId, CoachingMonth month) {
		return plans.findOrBegin(personId, month, () -> {
			if (month.compareTo(CoachingMonth.of(people.today())) > 0) {
				throw new BusinessException("coaching.plan.error.month-to-come", month.month());
			}
			var manager = em.find(Salesperson.class, current.get().personId());
			return new CoachingPlan(em.find(Salesperson.class, personId), month, manager, clock.now(), current.get().name());
		});
	}

	/** Arranges when the two talk, in the company's local time; begins the plan where needed. The rep's manager. */
	@Needs(COACH_TEAM)
	public void arrangeTalk(long personId, CoachingMonth month, LocalDateTime when) {
		requireManagerOf(personId, month);
		var plan = begun(personId, month);
		plan.arrangeTalk(when);
		plan.touched(clock.now(), current.get().name());
	}

	/**
	 * Gives the plan its one skill, with the evidence that the figures hold now; its usual activities are put in where the plan has
	 * none. A plan that has a skill refuses a second (K-a). The rep's manager.
	 */
	@Needs(COACH_TEAM)
	public void chooseSkill(long planId, int version, long skillId) {
		var plan = openedByManager(planId, version);
		var before = Terms.of(plan);
		var skill = skill(skillId);
		plan.choose(skill, pages.evidence(plan.person().id(), plan.month(), skill.metric()));
		if (plan.activities().isEmpty()) {
			skill.activities().forEach(activity -> plan.add(activity.kind(), activity.what(), activity.usualCount(), plan.month().last()));
		}
		changed(plan, "CHOOSE_SKILL", before);
	}

	/** Takes the skill off, so that another one can be chosen. The rep's manager. */
	@Needs(COACH_TEAM)
	public void takeSkillOff(long planId, int version) {
		var plan = openedByManager(planId, version);
		var before = Terms.of(plan);
		plan.takeSkillOff();
		changed(plan, "CHANGE_PLAN", before);
	}

	/** Writes how it was decided, the target and the window. The rep's manager. */
	@Needs(COACH_TEAM)
	public void changePlan(ChangeCoachingPlan change) {
		var plan = openedByManager(change.planId(), change.version());
		var before = Terms.of(plan);
		plan.decide(change.howDecided());
		plan.aim(change.target(), isLowerBetter(plan.metric()), change.windowFrom(), change.windowUntil());
		changed(plan, "CHANGE_PLAN", before);
	}

	/** Adds or rewords an activity. The rep's manager. */
	@Needs(COACH_TEAM)
	public void putActivity(PutPlanActivity put) {
		var plan = openedByManager(put.planId(), put.version());
		var before = Terms.of(plan);
		if (put.activityId() == null) {
			plan.add(put.kind(), put.what(), put.plannedCount(), put.dueOn());
		} else {
			plan.change(put.activityId(), put.kind(), put.what(), put.plannedCount(), put.dueOn());
		}
		changed(plan, "CHANGE_PLAN", before);
	}

	/** Removes an activity. The rep's manager. */
	@Needs(COACH_TEAM)
	public void removeActivity(long planId, int version, long activityId) {
		var plan = openedByManager(planId, version);
		var before = Terms.of(plan);
		plan.remove(activityId);
		changed(plan, "CHANGE_PLAN", before);
	}

	/** Takes over what was left of the plan before this one, due at the end of the coaching month. The rep's manager. */
	@Needs(COACH_TEAM)
	public void carryOver(long planId, int version, long activityId) {
		var plan = openedByManager(planId, version);
		var before = Terms.of(plan);
		var last = plans.lastBefore(plan.person().id(), plan.month())
				.orElseThrow(() -> new NotHereException("No plan before " + plan.month() + " for plan " + planId));
		plan.carryOver(last.activity(activityId), plan.month().last());
		changed(plan, "CHANGE_PLAN", before);
	}

	/**
	 * Agrees the plan. Agreeing it twice changes nothing. The rep's manager, after the rep's self-review is in and until the end of the coaching month: later
	 * the target would be fixed after its figures are known.
	 */
	@Needs(COACH_TEAM)
	public void agree(AgreeCoachingPlan agreement) {
		var plan = plans.lock(agreement.planId());
		requireManagerOf(plan);
		if (plan.status() == PlanStatus.AGREED) {
			return;
		}
		if (people.today().isAfter(plan.month().last())) {
			throw new BusinessException("coaching.plan.error.too-late", plan.month().month());
		}
		plan.requireVersion(agreement.version());
		takeOver(plan);
		var before = Terms.of(plan);
		plan.agree(reviews.find(plan.person().id(), plan.month()).orElse(null), clock.now(), current.get().name());
		changed(plan, "AGREE_PLAN", before);
	}

	/**
	 * Opens an agreed plan again to change it, with a reason; it has to be agreed anew. The rep's manager, until the end of the coaching month: later the
	 * target would be fixed after its figures are known.
	 */
	@Needs(COACH_TEAM)
	public void takeUpAgain(long planId, int version, String reason) {
		var plan = plans.lock(planId);
		requireManagerOf(plan);
		if (people.today().isAfter(plan.month().last())) {
			throw new BusinessException("coaching.plan.error.month-over", plan.month().month());
		}
		plan.requireVersion(version);
		sendBack(plan, reason);
	}

	/** For inspections: opens the plan again in the name of whoever inspected it. */
	void sendBack(CoachingPlan plan, String reason) {
		var before = Terms.of(plan);
		plan.sendBack(reason, clock.now(), current.get().name());
		changed(plan, "SEND_PLAN_BACK", before);
	}

	/** Sets how often an activity was done. The rep and the rep's manager, also after the agreement. */
	@Needs({SEE_OWN_MONTH, COACH_TEAM})
	public void tick(long planId, long activityId, int doneCount) {
		var plan = ofBoth(planId);
		plan.tick(activityId, doneCount);
		plan.touched(clock.now(), current.get().name());
	}

	/**
	 * Writes what both found out in the talk. The rep and the rep's manager.
	 *
	 * @param seen the text that the writer had before the eyes; when the other has changed it meanwhile, nothing is overwritten
	 * @return when it was saved
	 */
	@Needs({SEE_OWN_MONTH, COACH_TEAM})
	public Instant noteTalk(long planId, String seen, String text) {
		var plan = ofBoth(planId);
		if (!Objects.equals(blankToNull(seen), plan.talkNote())) {
			throw plan.changedMeanwhile("The talk's note of plan " + planId);
		}
		plan.noteTalk(text);
		plan.touched(clock.now(), current.get().name());
		return plan.changedAt();
	}

	/** Writes the note between the two, and whether the line above may read it. The rep and the rep's manager. */
	@Needs({SEE_OWN_MONTH, COACH_TEAM})
	public void notePrivately(long planId, String seen, String text, boolean sharedWithLineAbove) {
		var plan = ofBoth(planId);
		if (!Objects.equals(blankToNull(seen), plan.privateNote())) {
			throw plan.changedMeanwhile("The note of plan " + planId);
		}
		var own = Objects.equals(current.get().personId(), plan.person().id());
		plan.notePrivately(text, sharedWithLineAbove, own ? plan.manager() : em.find(Salesperson.class, current.get().personId()));
		plan.touched(clock.now(), current.get().name());
	}

	/** Notes a check-in; its minutes are coaching time. The same once more within a minute is a second click and changes nothing. The rep's manager, once the plan was agreed. */
	@Needs(COACH_TEAM)
	public void checkIn(HoldCheckIn held) {
		var plan = plans.lock(held.planId());
		requireManagerOf(plan);
		if (plan.edition() == 0) {
			throw new BusinessException("coaching.plan.error.not-agreed");
		}
		if (held.note() != null && plans.checkIns(plan.id()).stream().anyMatch(known -> known.isSameAs(held, clock.now().minus(CoachingTime.SECOND_CLICK)))) {
			return;
		}
		var checkIn = new CheckIn(plan, held.heldOn(), held.note(), held.minutes(), clock.now(), current.get().name(), people.today());
		em.persist(checkIn);
		em.persist(CoachingTime.of(checkIn, em.find(Salesperson.class, current.get().personId()), clock.now()));
		audit.record("HOLD_CHECK_IN", "CoachingPlan", plan.id(), nameOf(plan), null, new Minutes(held.heldOn(), held.minutes()));
	}

	record Minutes(LocalDate on, int minutes) {
	}

	// ---- what the methods above share

	private CoachingPlan openedByManager(long planId, int version) {
		var plan = plans.lock(planId);
		requireManagerOf(plan);
		plan.requireVersion(version);
		takeOver(plan);
		return plan;
	}

	/** Who goes on with a plan that somebody else began, before the rep moved, is its manager from now on. */
	private void takeOver(CoachingPlan plan) {
		var own = current.get().personId();
		if (own != null && !own.equals(plan.manager().id()) && reach.ledDirectly(plan.person().id(), people.today())) {
			plan.handTo(em.find(Salesperson.class, own));
		}
	}

	private CoachingPlan ofBoth(long planId) {
		var plan = plans.lock(planId);
		var own = Objects.equals(current.get().personId(), plan.person().id());
		if (!own || !isShown(plan)) {
			requireManagerOf(plan);
		}
		return plan;
	}

	private void requireManagerOf(CoachingPlan plan) {
		requireManagerOf(plan.person().id(), plan.month());
	}

	private void requireManagerOf(long personId, CoachingMonth month) {
		if (!isManagerOf(personId, month)) {
			throw new NotHereException(current.get().name() + " is not the manager of person " + personId + " in " + month);
		}
	}

	private boolean isManagerOf(long personId, CoachingMonth month) {
		return current.get().may(COACH_TEAM) && reach.leadsDirectly(personId, month.month());
	}

	private void changed(CoachingPlan plan, String action, Terms before) {
		plan.touched(clock.now(), current.get().name());
		em.flush();
		audit.record(action, "CoachingPlan", plan.id(), nameOf(plan), before, Terms.of(plan));
	}

	private static String nameOf(CoachingPlan plan) {
		return plan.person().name() + ", " + plan.month();
	}

	private Skill skill(long id) {
		var skill = em.find(Skill.class, id);
		if (skill == null) {
			throw new NotHereException("No skill " + id);
		}
		return skill;
	}

	private long self() {
		var person = current.get().personId();
		if (person == null) {
			throw new NotHereException(current.get().name() + " is nobody in the line");
		}
		return person;
	}

	private static boolean isLowerBetter(String metric) {
		return metric != null && !org.headcoach.coaching.engine.Metric.parse(metric).kind().higherIsBetter();
	}

	private static String blankToNull(String text) {
		return text == null || text.isBlank() ? null : text.strip();
	}

	private PlanPage page(CoachingPlan plan) {
		var person = plan.person().id();
		var own = Objects.equals(current.get().personId(), person);
		var mayEdit = isManagerOf(person, plan.month());
		var with = plan.noteManager();
		var noteSeen = own || plan.noteShared() || (with == null ? mayEdit : with.id().equals(current.get().personId()));
		var review = reviews.find(person, plan.month()).filter(SelfReview::isSubmitted);
		var unfinished = !plan.status().isOpen() ? List.<PlanActivity>of()
				: plans.lastBefore(person, plan.month()).map(CoachingPlan::activities).orElse(List.of()).stream().filter(a -> a.left() > 0)
						.filter(a -> plan.activities().stream().noneMatch(b -> a.equals(b.carriedFrom()))).toList();
		return new PlanPage(plan.id(), plan.version(), person, plan.person().name(), plan.month(), plan.manager().id(), plan.manager().name(),
				plan.skill() == null ? null : plan.skill().id(), plan.skillName(),
				plan.skill() != null && review.map(r -> plan.skill().equals(r.skill())).orElse(false), plan.howDecided(), plan.evidence(), plan.metric(),
				isLowerBetter(plan.metric()), plan.baselineSuccesses(), plan.baselineTrials(), plan.baselineValue(), plan.targetValue(),
				plan.windowFrom(), plan.windowUntil(), plan.status(), plan.edition(), plan.talkAt(), plan.talkNote(),
				noteSeen ? plan.privateNote() : null, plan.noteShared(), noteSeen, plan.sentBackReason(), plan.agreedAt(), plan.agreedBy(),
				plan.changedAt(), plan.changedBy(), mayEdit, own, plan.activities().stream().map(PlanPage.Activity::of).toList(),
				unfinished.stream().map(PlanPage.Activity::of).toList(),
				plans.checkIns(plan.id()).stream().map(c -> new PlanPage.CheckInRow(c.heldOn(), c.note(), c.minutes(), c.notedBy())).toList(),
				review.isPresent());
	}
}
