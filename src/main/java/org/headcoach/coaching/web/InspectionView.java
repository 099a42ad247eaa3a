package org.headcoach.coaching.web;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.headcoach.coaching.CoachingMonth;
import org.headcoach.coaching.CoachingService;
import org.headcoach.coaching.CoachingTimeService;
import org.headcoach.coaching.InspectDirector;
import org.headcoach.coaching.InspectPlan;
import org.headcoach.coaching.InspectPlan.Answer;
import org.headcoach.coaching.InspectionOutcome;
import org.headcoach.coaching.InspectionPage;
import org.headcoach.coaching.InspectionPage.DirectorLine;
import org.headcoach.coaching.InspectionPage.DirectorState;
import org.headcoach.coaching.InspectionPage.ManagerLine;
import org.headcoach.coaching.InspectionPage.RepLine;
import org.headcoach.coaching.InspectionPage.RepState;
import org.headcoach.coaching.InspectionService;
import org.headcoach.coaching.LoadPage;
import org.headcoach.coaching.PlanPage;
import org.headcoach.shared.NotHereException;
import org.headcoach.site.Done;
import org.headcoach.site.Here;
import org.headcoach.site.Messages;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** The month's chain: managers with their reps, one plan opened in place with its three questions; for a VP the directors. */
@Named
@ViewScoped
public class InspectionView implements Serializable {

	private static final long serialVersionUID = 1L;

	@Inject
	private InspectionService inspections;

	@Inject
	private CoachingService coaching;

	@Inject
	private CoachingTimeService times;

	@Inject
	private Here here;

	@Inject
	private Wording wording;

	@Inject
	private HttpServletRequest request;

	private InspectionPage page;
	private LoadPage load;
	private RepLine opened;
	private boolean openedMayInspect;
	private PlanPage plan;
	private DirectorLine director;
	private Boolean skillClear;
	private String skillNote;
	private Boolean decisionClear;
	private String decisionNote;
	private Boolean planClear;
	private String planNote;
	private String reason;
	private final Map<Long, Boolean> samples = new HashMap<>();
	private final Map<Long, Boolean> again = new HashMap<>();

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		page = inspections.board(CoachingMonth.after(here.getMonth()));
		load = times.load(page.month().month());
		var planId = number("plan");
		if (planId != null) {
			open(planId);
		}
		var directorId = number("director");
		if (directorId != null) {
			director = page.directors().stream().filter(line -> line.personId() == directorId).findFirst()
					.orElseThrow(() -> new NotHereException("No director " + directorId));
		}
	}

	private void open(long planId) {
		var manager = page.allManagers().stream().filter(line -> line.reps().stream().anyMatch(rep -> isPlan(rep, planId))).findFirst()
				.orElseThrow(() -> new NotHereException("No plan " + planId + " below"));
		opened = manager.reps().stream().filter(rep -> isPlan(rep, planId)).findFirst().orElseThrow();
		openedMayInspect = manager.mayInspect() && opened.state().isToInspect();
		plan = coaching.plan(planId);
		var last = opened.last();
		if (last != null && last.edition() == opened.edition()) {
			skillClear = last.skillClear();
			skillNote = last.skillNote();
			decisionClear = last.decisionClear();
			decisionNote = last.decisionNote();
			planClear = last.planClear();
			planNote = last.planNote();
		}
	}

	private static boolean isPlan(RepLine rep, long planId) {
		return rep.planId() != null && rep.planId() == planId;
	}

	private Long number(String parameter) {
		var text = request.getParameter(parameter);
		return text != null && text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
	}

	public void accept() {
		inspect(InspectionOutcome.ACCEPTED);
		Done.at(next(), "coaching.inspection.done.accepted", plan.personName());
	}

	public void sendBack() {
		inspect(InspectionOutcome.SENT_BACK);
		Done.at(next(), "coaching.inspection.done.sent-back", plan.personName(), manager());
	}

	/** Who leads the rep now: it is there that the plan comes back to. */
	private String manager() {
		return page.managers().stream().filter(line -> line.reps().stream().anyMatch(rep -> isPlan(rep, plan.id()))).map(InspectionPage.ManagerLine::name).findFirst().orElse(plan.managerName());
	}

	private void inspect(InspectionOutcome outcome) {
		inspections.inspect(new InspectPlan(plan.id(), plan.edition(), new Answer(skillClear, skillNote), new Answer(decisionClear, decisionNote),
				new Answer(planClear, planNote), outcome, reason));
	}

	/** The next plan that waits, so that the inspector goes on without looking for it. */
	private String next() {
		var waiting = page.ownToInspect().stream().map(RepLine::planId).filter(id -> id != plan.id()).toList();
		return link(waiting.isEmpty() ? "" : "&plan=" + waiting.get(0));
	}

	private String link(String rest) {
		return "/coaching/inspection?month=" + page.month().figures() + rest;
	}

	public void acceptDirector() {
		inspect(Set.of(), InspectionOutcome.ACCEPTED);
		Done.at(link(""), "coaching.inspection.done.director-accepted", director.name());
	}

	public void sendDirectorBack() {
		inspect(chosen(again), InspectionOutcome.SENT_BACK);
		Done.at(link(""), "coaching.inspection.done.director-sent-back", director.name());
	}

	private void inspect(Set<Long> plansAgain, InspectionOutcome outcome) {
		var looked = new java.util.HashSet<>(chosen(samples));
		looked.addAll(plansAgain);
		inspections.inspectDirector(new InspectDirector(director.personId(), page.month(), director.turn(), looked, plansAgain, outcome, reason));
	}

	private static Set<Long> chosen(Map<Long, Boolean> boxes) {
		return boxes.entrySet().stream().filter(box -> Boolean.TRUE.equals(box.getValue())).map(Map.Entry::getKey).collect(Collectors.toSet());
	}

	/** The coaching time of every manager below, or of the reader. */
	public LoadPage getLoad() {
		return load;
	}

	// ---- what is said

	/** Where the month stands and what the reader has to do. */
	public String getAnswer() {
		if (page.managers().isEmpty() && page.directors().isEmpty()) {
			return html("coaching.inspection.answer.nobody");
		}
		if (page.directors().isEmpty()) {
			return page.managers().stream().anyMatch(ManagerLine::mayInspect) ? directorsAnswer() : managersAnswer();
		}
		return vpsAnswer();
	}

	private String directorsAnswer() {
		var waiting = page.ownToInspect();
		var missing = page.managers().stream().flatMap(manager -> manager.notAgreed().stream()).toList();
		var first = waiting.isEmpty() ? page.managers().stream().allMatch(manager -> manager.agreed() == 0) ? html("coaching.inspection.answer.none-agreed")
				: html("coaching.inspection.answer.all-inspected", page.managers().stream().mapToLong(ManagerLine::agreed).sum())
				: page.isDirectorsTurn() ? html("coaching.inspection.answer.inspect", waiting.size(), managersOf(waiting))
				: html("coaching.inspection.answer.inspect-from", waiting.size(), page.directorsBegin().toLocalDate());
		return missing.isEmpty() ? first : first + " " + html("coaching.inspection.answer.missing", names(missing), missing.size());
	}

	private String managersAnswer() {
		var own = page.managers().get(0);
		var sentBack = own.in(RepState.SENT_BACK);
		var first = html("coaching.inspection.answer.own", own.count(RepState.ACCEPTED), own.reps().size());
		return sentBack.isEmpty() ? first : first + " " + html("coaching.inspection.answer.own-sent-back", names(sentBack), sentBack.size());
	}

	private String vpsAnswer() {
		var ready = page.directors().stream().filter(line -> line.state() == DirectorState.READY).toList();
		var open = page.directors().stream().filter(line -> line.state() != DirectorState.READY && line.state() != DirectorState.ACCEPTED).toList();
		var first = ready.isEmpty() && open.isEmpty() ? html("coaching.inspection.answer.directors-accepted", page.directors().size())
				: ready.isEmpty() ? html("coaching.inspection.answer.directors-wait", directors(open), open.size())
				: html("coaching.inspection.answer.directors-ready", directors(ready), ready.size());
		var late = page.lateManagers();
		return late.isEmpty() ? first : first + " " + html("coaching.inspection.answer.late", wording.names(late.stream().map(ManagerLine::name).toList()), late.size());
	}

	private String html(String key, Object... arguments) {
		return Messages.html(here.getLocale(), key, arguments);
	}

	private String names(List<RepLine> reps) {
		return wording.names(reps.stream().map(RepLine::name).toList());
	}

	private String directors(List<DirectorLine> lines) {
		return wording.names(lines.stream().map(DirectorLine::name).toList());
	}

	private String managersOf(List<RepLine> reps) {
		return wording.names(page.managers().stream().filter(manager -> manager.reps().stream().anyMatch(reps::contains)).map(ManagerLine::name).toList());
	}

	/** "3 accepted, 2 to inspect, 1 sent back, 2 not agreed": only what there is. */
	public String progress(ManagerLine manager) {
		var parts = new java.util.ArrayList<String>();
		part(parts, "accepted", manager.count(RepState.ACCEPTED));
		part(parts, "to-inspect", manager.toInspect().size());
		part(parts, "sent-back", manager.count(RepState.SENT_BACK));
		part(parts, "ready", manager.count(RepState.READY));
		part(parts, "waiting", manager.count(RepState.WAITING));
		return String.join(", ", parts);
	}

	private void part(List<String> parts, String what, long count) {
		if (count > 0) {
			parts.add(Messages.text(here.getLocale(), "coaching.inspection.progress." + what, count));
		}
	}

	/** Who holds the month up here, once it is late; null when nobody does. */
	public String late(ManagerLine manager) {
		if (page.isPlanLate() && !manager.notAgreed().isEmpty()) {
			return Messages.text(here.getLocale(), "coaching.inspection.late.plans", names(manager.notAgreed()), manager.notAgreed().size());
		}
		return null;
	}

	public String stateKind(RepLine rep) {
		return switch (rep.state()) {
			case ACCEPTED -> "done";
			case AGREED -> "open";
			case AGAIN -> "look";
			case SENT_BACK -> "refused";
			case READY -> page.isPlanLate() ? "look" : "open";
			case WAITING -> "waiting";
		};
	}

	public String stateText(RepLine rep) {
		return stateText(here.getLocale(), page, rep);
	}

	static String stateText(Locale locale, InspectionPage page, RepLine rep) {
		var late = !rep.state().isAgreed() && page.isPlanLate() ? ".late" : "";
		return Messages.text(locale, "coaching.inspection.state." + rep.state() + late);
	}

	public String stateKind(DirectorLine line) {
		return switch (line.state()) {
			case ACCEPTED -> "done";
			case READY -> "open";
			case SENT_BACK -> "refused";
			case INSPECTING -> page.isDirectorLate() && !line.toInspect().isEmpty() ? "look" : "waiting";
		};
	}

	public String stateText(DirectorLine line) {
		var late = line.state() == DirectorState.INSPECTING && page.isDirectorLate() && !line.toInspect().isEmpty() ? ".late" : "";
		return Messages.text(here.getLocale(), "coaching.inspection.director." + line.state() + late, line.toInspect().size());
	}

	public boolean isOpen(RepLine rep) {
		return opened != null && rep.personId() == opened.personId();
	}

	public boolean isOpen(DirectorLine line) {
		return director != null && line.personId() == director.personId();
	}

	/** Whether the VP may judge the opened director now; if not, what stands in the way is said. */
	public boolean isDirectorDue() {
		return director != null && director.mayInspect() && director.state() == DirectorState.READY && page.isVpsTurn();
	}

	public InspectionPage getPage() {
		return page;
	}

	public RepLine getOpened() {
		return opened;
	}

	/** Whether the reader may answer the three questions about the opened plan, now or later. */
	public boolean isOpenedMayInspect() {
		return openedMayInspect;
	}

	public PlanPage getPlan() {
		return plan;
	}

	public DirectorLine getDirector() {
		return director;
	}

	public Map<Long, Boolean> getSamples() {
		return samples;
	}

	public Map<Long, Boolean> getAgain() {
		return again;
	}

	public Boolean getSkillClear() {
		return skillClear;
	}

	public void setSkillClear(Boolean clear) {
		skillClear = clear;
	}

	public String getSkillNote() {
		return skillNote;
	}

	public void setSkillNote(String note) {
		skillNote = note;
	}

	public Boolean getDecisionClear() {
		return decisionClear;
	}

	public void setDecisionClear(Boolean clear) {
		decisionClear = clear;
	}

	public String getDecisionNote() {
		return decisionNote;
	}

	public void setDecisionNote(String note) {
		decisionNote = note;
	}

	public Boolean getPlanClear() {
		return planClear;
	}

	public void setPlanClear(Boolean clear) {
		planClear = clear;
	}

	public String getPlanNote() {
		return planNote;
	}

	public void setPlanNote(String note) {
		planNote = note;
	}

	public String getReason() {
		return reason;
	}

	public void setReason(String text) {
		reason = text;
	}
}
