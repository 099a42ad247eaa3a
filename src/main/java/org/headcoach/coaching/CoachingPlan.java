package org.headcoach.coaching;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.headcoach.people.Salesperson;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.ChangedMeanwhileException;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/**
 * What one rep works on in one month: exactly one skill, how it was decided, what is done and how often, and the metric in
 * which it must show, with baseline, target and window. It begins as a draft when the talk is arranged, is written in the
 * talk, and is fixed when it is agreed. Afterwards only ticks, check-ins and the private note are added; anything else needs
 * it to be sent back with a reason and agreed again, which makes the next edition.
 */
@Entity
@Table(name = "coaching_plan")
public class CoachingPlan {

	/** The window may reach this many months after the coaching month. */
	public static final int LONGEST_WINDOW = 6;

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "person_id")
	private Salesperson person;

	@Column(name = "in_month")
	private LocalDate inMonth;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "manager_id")
	private Salesperson manager;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "skill_id")
	private Skill skill;

	/** The skill's name as it was when it was chosen: the library may rename it. */
	@Column(name = "skill_name")
	private String skillName;

	@Column(name = "how_decided")
	private String howDecided;

	@Convert(converter = EvidenceText.class)
	private Evidence evidence;

	private String metric;

	@Column(name = "baseline_successes")
	private BigDecimal baselineSuccesses;

	@Column(name = "baseline_trials")
	private BigDecimal baselineTrials;

	@Column(name = "baseline_value")
	private BigDecimal baselineValue;

	@Column(name = "target_value")
	private BigDecimal targetValue;

	@Column(name = "window_from")
	private LocalDate windowFrom;

	@Column(name = "window_until")
	private LocalDate windowUntil;

	@Enumerated(EnumType.STRING)
	private PlanStatus status = PlanStatus.DRAFT;

	private int edition;

	@Column(name = "talk_at")
	private LocalDateTime talkAt;

	@Column(name = "talk_note")
	private String talkNote;

	@Column(name = "private_note")
	private String privateNote;

	/** With whom the rep shares the note: who leads the rep later is not meant. */
	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "note_manager_id")
	private Salesperson noteManager;

	@Column(name = "note_shared")
	private boolean noteShared;

	@Column(name = "sent_back_reason")
	private String sentBackReason;

	@Column(name = "agreed_at")
	private OffsetDateTime agreedAt;

	@Column(name = "agreed_by")
	private String agreedBy;

	@Column(name = "changed_at")
	private OffsetDateTime changedAt;

	@Column(name = "changed_by")
	private String changedBy;

	@OneToMany(mappedBy = "plan", cascade = CascadeType.ALL, orphanRemoval = true)
	@OrderBy("ordinal")
	private List<PlanActivity> activities = new ArrayList<>();

	@Version
	private int version;

	protected CoachingPlan() {
	}

	/** An empty draft; its window is the coaching month and the month after. */
	public CoachingPlan(Salesperson person, CoachingMonth month, Salesperson manager, Instant now, String by) {
		this.person = person;
		this.inMonth = month.first();
		this.manager = manager;
		this.windowFrom = month.first();
		this.windowUntil = month.month().plusMonths(1).atEndOfMonth();
		touched(now, by);
	}

	/**
	 * Refuses a change that was made on an older state of the plan.
	 *
	 * @throws OptimisticLockException when somebody else changed the plan since
	 */
	public void requireVersion(int seen) {
		if (seen != version) {
			throw changedMeanwhile("Plan " + id + ", seen at version " + seen + " and now at " + version + ",");
		}
	}

	/** What is thrown at a change that was made on an older state. */
	OptimisticLockException changedMeanwhile(String what) {
		return new ChangedMeanwhileException(what, changedBy, changedAt());
	}

	/** When the two talk, in the company's local time. */
	public void arrangeTalk(LocalDateTime when) {
		requireOpen();
		talkAt = when;
	}

	/**
	 * Takes the one skill, with what the figures say about its metric. A plan that has one refuses a second: the first must be
	 * taken off before (golden K-a).
	 */
	public void choose(Skill chosen, Evidence found) {
		requireOpen();
		if (skill != null) {
			throw new BusinessException("coaching.plan.error.one-skill", skillName, chosen.name());
		}
		if (!chosen.active()) {
			throw new BusinessException("coaching.plan.error.skill-retired", chosen.name());
		}
		skill = chosen;
		skillName = chosen.name();
		metric = chosen.metric();
		attach(found);
	}

	/** Takes the skill off again, and with it the evidence, the baseline and the target; activities and words stay. */
	public void takeSkillOff() {
		requireOpen();
		skill = null;
		skillName = null;
		metric = null;
		evidence = null;
		baselineSuccesses = null;
		baselineTrials = null;
		baselineValue = null;
		targetValue = null;
	}

	private void attach(Evidence found) {
		evidence = found;
		baselineSuccesses = number(found.successes(), 4);
		baselineTrials = number(found.trials(), 4);
		baselineValue = number(found.value(), 6);
		targetValue = null;
	}

	private static BigDecimal number(Double value, int scale) {
		return value == null ? null : BigDecimal.valueOf(value).setScale(scale, RoundingMode.HALF_EVEN);
	}

	public void decide(String how) {
		requireOpen();
		howDecided = text(how);
	}

	/**
	 * Sets what must be reached and in which months it is measured. The window begins no earlier than the coaching month, so it
	 * is always fixed before its figures are known, and consists of whole months, because figures do.
	 *
	 * @param target in the metric's unit, a share for a rate; null leaves it open
	 * @param lowerIsBetter for metrics such as churn and discount
	 */
	public void aim(BigDecimal target, boolean lowerIsBetter, YearMonth from, YearMonth until) {
		requireOpen();
		if (from.isBefore(month().month()) || until.isBefore(from) || until.isAfter(month().month().plusMonths(LONGEST_WINDOW))) {
			throw new BusinessException("coaching.plan.error.window", month().month(), month().month().plusMonths(LONGEST_WINDOW));
		}
		requireRightSide(target, lowerIsBetter);
		targetValue = target;
		windowFrom = from.atDay(1);
		windowUntil = until.atEndOfMonth();
	}

	private void requireRightSide(BigDecimal target, boolean lowerIsBetter) {
		if (target == null || baselineValue == null) {
			return;
		}
		if (lowerIsBetter && target.compareTo(baselineValue) >= 0) {
			throw new BusinessException("coaching.plan.error.target-not-lower");
		}
		if (!lowerIsBetter && target.compareTo(baselineValue) <= 0) {
			throw new BusinessException("coaching.plan.error.target-not-higher");
		}
		if (!lowerIsBetter && metric.startsWith("CONVERSION:") && baselineValue.compareTo(BigDecimal.ONE) < 0 && target.compareTo(BigDecimal.ONE) > 0) {
			throw new BusinessException("coaching.plan.error.target-above-all");
		}
		if (target.signum() < 0) {
			throw new BusinessException("coaching.plan.error.target-negative");
		}
	}

	/** Adds something to do. */
	public PlanActivity add(ActivityKind kind, String what, int plannedCount, LocalDate dueOn) {
		requireOpen();
		return added(new PlanActivity(this, nextOrdinal(), kind, what, plannedCount, dueOn, null));
	}

	/** Takes over what was left of an activity of an earlier plan; the same one only once. */
	public PlanActivity carryOver(PlanActivity unfinished, LocalDate dueOn) {
		requireOpen();
		if (unfinished.left() == 0 || !unfinished.plan().month().month().isBefore(month().month())) {
			throw new BusinessException("coaching.plan.error.nothing-left", unfinished.what());
		}
		if (activities.stream().anyMatch(activity -> unfinished.equals(activity.carriedFrom()))) {
			throw new BusinessException("coaching.plan.error.carried-already", unfinished.what());
		}
		return added(new PlanActivity(this, nextOrdinal(), unfinished.kind(), unfinished.what(), unfinished.left(), dueOn, unfinished));
	}

	private PlanActivity added(PlanActivity activity) {
		activities.add(activity);
		return activity;
	}

	private int nextOrdinal() {
		return activities.stream().mapToInt(PlanActivity::ordinal).max().orElse(0) + 1;
	}

	public void change(long activityId, ActivityKind kind, String what, int plannedCount, LocalDate dueOn) {
		requireOpen();
		activity(activityId).change(kind, what, plannedCount, dueOn);
	}

	public void remove(long activityId) {
		requireOpen();
		activities.remove(activity(activityId));
	}

	/** Sets how often an activity was done. Also of an agreed plan: that is what it is for. */
	public void tick(long activityId, int doneCount) {
		activity(activityId).tick(doneCount);
	}

	/** The activity with this id, refused when it is not of this plan. */
	public PlanActivity activity(long activityId) {
		return activities.stream().filter(activity -> activity.id() == activityId).findFirst()
				.orElseThrow(() -> new org.headcoach.shared.NotHereException("Plan " + id + " has no activity " + activityId));
	}

	/** What both found out in the talk; fixed with the agreement. */
	public void noteTalk(String note) {
		requireOpen();
		talkNote = text(note);
	}

	/** A note between the two. Only with the switch the line above may read it. It stays with the manager with whom it was begun. */
	public void notePrivately(String note, boolean sharedWithLineAbove, Salesperson with) {
		noteManager = privateNote == null ? with : noteManager;
		privateNote = text(note);
		noteShared = sharedWithLineAbove;
	}

	/**
	 * Agrees the plan: from now on skill, evidence, metric, baseline, target and window are fixed. Agreeing an agreed plan
	 * changes nothing.
	 *
	 * @param review the rep's self-review of this month; the rep speaks first
	 */
	public void agree(SelfReview review, Instant now, String by) {
		if (status == PlanStatus.AGREED) {
			return;
		}
		if (review == null || !review.isSubmitted()) {
			throw new BusinessException("coaching.plan.error.rep-speaks-first", person.name());
		}
		if (skill == null) {
			throw new BusinessException("coaching.plan.error.no-skill");
		}
		if (howDecided == null) {
			throw new BusinessException("coaching.plan.error.not-decided");
		}
		if (activities.isEmpty()) {
			throw new BusinessException("coaching.plan.error.no-activity");
		}
		if (targetValue == null) {
			throw new BusinessException("coaching.plan.error.no-target");
		}
		status = PlanStatus.AGREED;
		edition++;
		agreedAt = now.atOffset(ZoneOffset.UTC);
		agreedBy = by;
		touched(now, by);
	}

	/** Opens an agreed plan again; whoever does it says why. The next agreement makes the next edition. */
	public void sendBack(String reason, Instant now, String by) {
		if (status != PlanStatus.AGREED) {
			throw new BusinessException("coaching.plan.error.not-agreed");
		}
		if (reason == null || reason.isBlank()) {
			throw new BusinessException("coaching.plan.error.reason-missing");
		}
		status = PlanStatus.SENT_BACK;
		sentBackReason = reason.strip();
		touched(now, by);
	}

	private void requireOpen() {
		if (!status.isOpen()) {
			throw new BusinessException("coaching.plan.error.agreed");
		}
	}

	/** Every change by a person moves the time, and with it the version, also when only an activity changed. */
	public final void touched(Instant now, String by) {
		changedAt = now.atOffset(ZoneOffset.UTC);
		changedBy = by;
	}

	private static String text(String written) {
		return written == null || written.isBlank() ? null : written.strip();
	}

	/** Whether the window lies behind that day, so that the effect can be measured. */
	public boolean isWindowClosedOn(LocalDate day) {
		return day.isAfter(windowUntil);
	}

	/** Planned activities done, none counted beyond its plan. */
	public int doneOfPlanned() {
		return activities.stream().mapToInt(activity -> Math.min(activity.doneCount(), activity.plannedCount())).sum();
	}

	public int planned() {
		return activities.stream().mapToInt(PlanActivity::plannedCount).sum();
	}

	public Long id() {
		return id;
	}

	public Salesperson person() {
		return person;
	}

	public CoachingMonth month() {
		return CoachingMonth.of(inMonth);
	}

	/** Who agrees the plan: the rep's manager when it was begun. */
	public Salesperson manager() {
		return manager;
	}

	/** Null until it is chosen. */
	public Skill skill() {
		return skill;
	}

	public String skillName() {
		return skillName;
	}

	public String howDecided() {
		return howDecided;
	}

	/** Null until the skill is chosen. */
	public Evidence evidence() {
		return evidence;
	}

	public String metric() {
		return metric;
	}

	public BigDecimal baselineSuccesses() {
		return baselineSuccesses;
	}

	public BigDecimal baselineTrials() {
		return baselineTrials;
	}

	/** In the metric's unit, a share for a rate; null where the denominator was 0. */
	public BigDecimal baselineValue() {
		return baselineValue;
	}

	public BigDecimal targetValue() {
		return targetValue;
	}

	public LocalDate windowFrom() {
		return windowFrom;
	}

	/** The window's last day. */
	public LocalDate windowUntil() {
		return windowUntil;
	}

	public PlanStatus status() {
		return status;
	}

	/** 0 for a plan that was never agreed. */
	public int edition() {
		return edition;
	}

	public LocalDateTime talkAt() {
		return talkAt;
	}

	public String talkNote() {
		return talkNote;
	}

	public String privateNote() {
		return privateNote;
	}

	/** Null where there is no note. */
	public Salesperson noteManager() {
		return privateNote == null ? null : noteManager;
	}

	/** The rep is led by somebody else now, who goes on with the plan. */
	void handTo(Salesperson newManager) {
		manager = newManager;
	}

	public boolean noteShared() {
		return noteShared;
	}

	/** Why it was sent back last; kept after the next agreement. */
	public String sentBackReason() {
		return sentBackReason;
	}

	public Instant agreedAt() {
		return agreedAt == null ? null : agreedAt.toInstant();
	}

	public String agreedBy() {
		return agreedBy;
	}

	public Instant changedAt() {
		return changedAt.toInstant();
	}

	public String changedBy() {
		return changedBy;
	}

	public List<PlanActivity> activities() {
		return List.copyOf(activities);
	}

	public int version() {
		return version;
	}
}
