package org.headcoach.coaching.web;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.headcoach.coaching.ActivityKind;
import org.headcoach.coaching.AgreeCoachingPlan;
import org.headcoach.coaching.CoachingMonth;
import org.headcoach.coaching.CoachingPlan;
import org.headcoach.coaching.CoachingService;
import org.headcoach.coaching.CoachingTimeRow;
import org.headcoach.coaching.CoachingTimeService;
import org.headcoach.coaching.EffectRow;
import org.headcoach.coaching.EffectService;
import org.headcoach.coaching.HoldCheckIn;
import org.headcoach.coaching.InspectionService;
import org.headcoach.coaching.PlanInspectionRow;
import org.headcoach.coaching.PlanPage;
import org.headcoach.coaching.PutPlanActivity;
import org.headcoach.coaching.RepPage;
import org.headcoach.coaching.SkillRow;
import org.headcoach.coaching.TimeKind;
import org.headcoach.coaching.engine.CoachingLoad;
import org.headcoach.coaching.engine.Metric;
import org.headcoach.people.Permission;
import org.headcoach.site.Done;
import org.headcoach.site.Here;
import org.headcoach.site.Messages;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** One plan: written and agreed by the manager, ticked by both, checked in on. */
@Named
@ViewScoped
public class PlanView implements Serializable {

	private static final long serialVersionUID = 1L;

	@Inject
	private CoachingService coaching;

	@Inject
	private CoachingTimeService times;

	@Inject
	private InspectionService inspections;

	@Inject
	private EffectService effects;

	@Inject
	private Here here;

	@Inject
	private Wording wording;

	@Inject
	private HttpServletRequest request;

	private RepPage rep;
	private PlanPage plan;
	private List<SkillRow> skills;
	private SideBySideView.PlanForm form;
	private Long skillId;
	private String note;
	private boolean noteShared;
	private String reason;
	private LocalDate heldOn;
	private String checkInNote;
	private Integer minutes = 30;
	private List<CoachingTimeRow> spent = List.of();
	private List<PlanInspectionRow> inspected = List.of();
	private EffectRow effect;
	private LocalDateTime talkAt;
	private SpentTime time;
	private Long activityId;
	private ActivityKind kind = ActivityKind.CALL_REVIEW;
	private String what;
	private Integer count = 1;
	private LocalDate dueOn;

	@PostConstruct
	void load() {
		var id = request.getParameter("id");
		if (id != null && id.matches("\\d{1,18}")) {
			plan = coaching.plan(Long.parseLong(id));
			rep = coaching.rep(plan.personId(), plan.month());
		} else {
			var month = CoachingMonth.after(here.getMonth());
			rep = coaching.rep(Person.of(request, here), month);
			plan = coaching.planFor(rep.who().personId(), month).orElse(null);
		}
		if (plan != null) {
			form = SideBySideView.PlanForm.of(plan, wording);
			skills = plan.isEditable() ? coaching.activeSkills() : List.of();
			note = plan.privateNote();
			noteShared = plan.noteShared();
			heldOn = here.getToday().isAfter(plan.month().last()) ? plan.month().last() : here.getToday();
			dueOn = plan.month().last();
			talkAt = plan.talkAt();
			time = new SpentTime(heldOn);
			if (isFromAbove()) {
				spent = times.with(plan.personId(), plan.month().month());
				inspected = inspections.inspectionsOf(plan.id());
			}
			effect = plan.isAgreed() && plan.windowUntil().isBefore(here.getToday()) ? effects.effectOf(plan.id()).orElse(null) : null;
		}
	}

	/** What is between manager and line above is not the rep's. */
	private boolean isFromAbove() {
		return here.may(Permission.SEE_LINE.name()) && !plan.isOwn();
	}

	public void arrangeTalk() {
		coaching.arrangeTalk(rep.who().personId(), rep.month(), talkAt);
		Done.here(talkAt == null ? "coaching.plan.done.talk-off" : "coaching.plan.done.talk", rep.who().name(), talkAt);
	}

	public void logTime() {
		times.log(time.with(plan.personId()));
		Done.here("coaching.time.done.logged", time.getMinutes(), plan.personName());
	}

	public void removeTime(CoachingTimeRow row) {
		times.remove(row.id());
		Done.here("coaching.time.done.removed", row.minutes(), plan.personName());
	}

	/** Whether the reader may take a line back: who logged it. */
	public boolean isRemovable(CoachingTimeRow row) {
		return plan.mayEdit() && row.isRemovable() && Long.valueOf(row.coachId()).equals(here.getActor().personId());
	}

	/** What was given to this rep in the plan's month. */
	public CoachingLoad getLoad() {
		var today = here.getToday();
		var last = today.isBefore(plan.month().first()) ? plan.month().first() : today.isAfter(plan.month().last()) ? plan.month().last() : today;
		return CoachingLoad.between(plan.month().first(), last, 1, spent.stream().mapToLong(CoachingTimeRow::minutes).sum());
	}

	/** Whether coaching time is shown: to the manager and those above. */
	public boolean isTimeShown() {
		return plan != null && isFromAbove();
	}

	/** Whether the month still runs, so that an agreed plan may be opened again. */
	public boolean isMonthRunning() {
		return plan != null && !here.getToday().isAfter(plan.month().last());
	}

	/** Whether there is a talk to arrange: the plan is not agreed and its month has not passed. */
	public boolean isTalkAhead() {
		return rep.coaches() && (plan == null || plan.isOpen()) && !here.getToday().isAfter(rep.month().last());
	}

	public List<TimeKind> getTimeKinds() {
		return wording.timeKinds();
	}

	/** One level deeper than the plan's metric, on the page of the figures; null where the metric is no conversion. */
	public String getDeeper() {
		var evidence = plan.evidence();
		return wording.deeper(evidence) == null ? null : request.getContextPath() + "/pipeline/peel?step=" + Metric.parse(evidence.metric()).next() + "&by=" + evidence.deeperBy() + "&person="
				+ plan.personId() + "&month=" + plan.month().figures();
	}

	public List<CoachingTimeRow> getSpent() {
		return spent;
	}

	public List<PlanInspectionRow> getInspected() {
		return inspected;
	}

	/** What became of the metric; null until the window has closed and its figures are in. */
	public EffectRow getEffect() {
		return effect;
	}

	public LocalDateTime getTalkAt() {
		return talkAt;
	}

	public void setTalkAt(LocalDateTime talkAt) {
		this.talkAt = talkAt;
	}

	/** The time that is being logged. */
	public SpentTime getTime() {
		return time;
	}

	public void begin() {
		coaching.beginPlan(rep.who().personId(), rep.month());
		Done.here("coaching.plan.done.begun", rep.who().name());
	}

	public void choose() {
		coaching.chooseSkill(plan.id(), plan.version(), skillId);
		Done.here("coaching.plan.done.chosen", skills.stream().filter(skill -> skill.id() == skillId).findFirst().orElseThrow().name());
	}

	public void takeSkillOff() {
		coaching.takeSkillOff(plan.id(), plan.version());
		Done.here("coaching.plan.done.taken-off", plan.skillName());
	}

	public void save() {
		coaching.changePlan(form.change(plan));
		Done.here("coaching.plan.done.saved");
	}

	public void agree() {
		if (plan.isOpen()) {
			coaching.changePlan(form.change(plan));
		}
		coaching.agree(new AgreeCoachingPlan(plan.id(), coaching.plan(plan.id()).version()));
		Done.here("coaching.plan.done.agreed", plan.personName());
	}

	public void takeUpAgain() {
		coaching.takeUpAgain(plan.id(), plan.version(), reason);
		Done.here("coaching.plan.done.opened");
	}

	public void edit(PlanPage.Activity activity) {
		activityId = activity.id();
		kind = activity.kind();
		what = activity.what();
		count = activity.plannedCount();
		dueOn = activity.dueOn();
	}

	public void put() {
		coaching.putActivity(new PutPlanActivity(plan.id(), plan.version(), activityId, kind, what, count == null ? 0 : count, dueOn));
		Done.here("coaching.plan.done.activity", what);
	}

	public void remove(PlanPage.Activity activity) {
		coaching.removeActivity(plan.id(), plan.version(), activity.id());
		Done.here("coaching.plan.done.removed", activity.what());
	}

	public void carryOver(PlanPage.Activity activity) {
		coaching.carryOver(plan.id(), plan.version(), activity.id());
		Done.here("coaching.plan.done.carried", activity.what());
	}

	public void tick(PlanPage.Activity activity, int done) {
		coaching.tick(plan.id(), activity.id(), done);
		Done.here("coaching.plan.done.ticked", activity.what());
	}

	public void saveNote() {
		coaching.notePrivately(plan.id(), plan.privateNote(), note, noteShared);
		Done.here("coaching.plan.done.note");
	}

	public void checkIn() {
		coaching.checkIn(new HoldCheckIn(plan.id(), heldOn, checkInNote, minutes == null ? 0 : minutes));
		Done.here("coaching.plan.done.check-in", heldOn);
	}

	public RepPage getRep() {
		return rep;
	}

	public PlanPage getPlan() {
		return plan;
	}

	public List<SkillRow> getSkills() {
		return skills;
	}

	/** What stands in the way of agreeing, or where the plan stands. */
	public String getAnswer() {
		var locale = here.getLocale();
		var name = wording.first(rep.who().name());
		var month = wording.month(rep.month());
		if (plan == null) {
			return Messages.html(locale, rep.own() ? "coaching.plan.answer.none-own" : "coaching.plan.answer.none", name, month);
		}
		if (plan.isAgreed()) {
			return Messages.html(locale, rep.own() ? "coaching.plan.answer.agreed-own" : "coaching.plan.answer.agreed", name, plan.skillName(), plan.done(), plan.planned());
		}
		if (!isMonthRunning()) {
			return Messages.html(locale, rep.own() ? "coaching.plan.answer.over-own" : "coaching.plan.answer.over", name, month);
		}
		var missing = missing();
		if (plan.status() == org.headcoach.coaching.PlanStatus.SENT_BACK) {
			return Messages.html(locale, rep.own() ? "coaching.plan.answer.sent-back-own" : "coaching.plan.answer.sent-back", name, plan.sentBackReason());
		}
		if (!plan.mayEdit()) {
			return Messages.html(locale, rep.own() ? "coaching.plan.answer.open-own" : "coaching.plan.answer.open", name, plan.managerName());
		}
		return missing.isEmpty() ? Messages.html(locale, "coaching.plan.answer.ready", name)
				: Messages.html(locale, "coaching.plan.answer.missing", missing.size(), wording.text("coaching.list", missing));
	}

	/** By whom the skill was chosen, as the reader would say it. */
	public String getChosen() {
		var name = wording.first(rep.own() ? plan.managerName() : plan.personName());
		return wording.text(plan.chosenByRep() ? rep.own() ? "coaching.plan.chosen-by-you" : "coaching.plan.chosen-by-rep" : "coaching.plan.chosen-together", name);
	}

	private List<String> missing() {
		var missing = new java.util.ArrayList<String>();
		if (!plan.reviewSubmitted()) {
			missing.add(wording.text("coaching.plan.missing.review", wording.first(plan.personName())));
		}
		if (plan.skillId() == null) {
			missing.add(wording.text("coaching.plan.missing.skill"));
		}
		if (plan.howDecided() == null) {
			missing.add(wording.text("coaching.plan.missing.decided"));
		}
		if (plan.activities().isEmpty()) {
			missing.add(wording.text("coaching.plan.missing.activity"));
		}
		if (plan.target() == null) {
			missing.add(wording.text("coaching.plan.missing.target"));
		}
		return missing;
	}

	/** Whether the reader may tick: the rep and the manager. */
	public boolean isTickable() {
		return plan != null && (plan.mayEdit() || plan.isOwn());
	}

	public List<ActivityKind> getKinds() {
		return Arrays.asList(ActivityKind.values());
	}

	/** The months that the window may begin and end in. */
	public List<YearMonth> getMonths() {
		return IntStream.rangeClosed(0, CoachingPlan.LONGEST_WINDOW).mapToObj(plan.month().month()::plusMonths).toList();
	}

	public SideBySideView.PlanForm getForm() {
		return form;
	}

	public Long getSkillId() {
		return skillId;
	}

	public void setSkillId(Long skillId) {
		this.skillId = skillId;
	}

	public String getNote() {
		return note;
	}

	public void setNote(String note) {
		this.note = note;
	}

	public boolean isNoteShared() {
		return noteShared;
	}

	public void setNoteShared(boolean noteShared) {
		this.noteShared = noteShared;
	}

	public String getReason() {
		return reason;
	}

	public void setReason(String reason) {
		this.reason = reason;
	}

	public LocalDate getHeldOn() {
		return heldOn;
	}

	public void setHeldOn(LocalDate heldOn) {
		this.heldOn = heldOn;
	}

	public String getCheckInNote() {
		return checkInNote;
	}

	public void setCheckInNote(String checkInNote) {
		this.checkInNote = checkInNote;
	}

	public Integer getMinutes() {
		return minutes;
	}

	public void setMinutes(Integer minutes) {
		this.minutes = minutes;
	}

	/** The activity that is being reworded; null while a new one is written. */
	public Long getActivityId() {
		return activityId;
	}

	public ActivityKind getKind() {
		return kind;
	}

	public void setKind(ActivityKind kind) {
		this.kind = kind;
	}

	public String getWhat() {
		return what;
	}

	public void setWhat(String what) {
		this.what = what;
	}

	public Integer getCount() {
		return count;
	}

	public void setCount(Integer count) {
		this.count = count;
	}

	public LocalDate getDueOn() {
		return dueOn;
	}

	public void setDueOn(LocalDate dueOn) {
		this.dueOn = dueOn;
	}
}
