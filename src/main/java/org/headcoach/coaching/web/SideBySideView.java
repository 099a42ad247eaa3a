package org.headcoach.coaching.web;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

import org.headcoach.coaching.AgreeCoachingPlan;
import org.headcoach.coaching.ChangeCoachingPlan;
import org.headcoach.coaching.CoachingMonth;
import org.headcoach.coaching.CoachingService;
import org.headcoach.coaching.SelfReviewRow;
import org.headcoach.coaching.SideBySidePage;
import org.headcoach.coaching.SkillRow;
import org.headcoach.coaching.WriteSelfReview;
import org.headcoach.coaching.engine.Metric;
import org.headcoach.site.Done;
import org.headcoach.site.Formats;
import org.headcoach.site.Here;
import org.headcoach.site.Messages;
import org.headcoach.site.tags.Bar;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** The talk on one screen that both look at. */
@Named
@ViewScoped
public class SideBySideView implements Serializable {

	private static final long serialVersionUID = 1L;

	@Inject
	private CoachingService coaching;

	@Inject
	private Here here;

	@Inject
	private Wording wording;

	@Inject
	private Formats formats;

	@Inject
	private HttpServletRequest request;

	private SideBySidePage page;
	private PlanForm form;
	private String talkSeen;
	private String talk;
	private Instant saved;

	@PostConstruct
	void load() {
		var person = Person.of(request, here);
		var month = CoachingMonth.after(here.getMonth());
		if (Long.valueOf(person).equals(here.getActor().personId()) && coaching.ownSelfReview(month).map(SelfReviewRow::submittedAt).isEmpty()) {
			return;
		}
		page = coaching.sideBySide(person, month, request.getParameter("metric"));
		if (page.plan() != null) {
			form = PlanForm.of(page.plan(), wording);
			talkSeen = page.plan().talkNote();
			talk = talkSeen;
		}
	}

	/** Whoever has not said anything yet is led to where that is done: the rep speaks first. */
	public void open() {
		if (page == null) {
			Done.at("/coaching/my-month?month=" + here.getMonth(), "coaching.side-by-side.error.speak-first");
		}
	}

	public void begin() {
		coaching.beginPlan(page.rep().who().personId(), page.rep().month());
		Done.here("coaching.plan.done.begun", page.rep().who().name());
	}

	public void choose(SkillRow skill) {
		coaching.chooseSkill(page.plan().id(), page.plan().version(), skill.id());
		Done.here("coaching.plan.done.chosen", skill.name());
	}

	public void takeSkillOff() {
		coaching.takeSkillOff(page.plan().id(), page.plan().version());
		Done.here("coaching.plan.done.taken-off", page.plan().skillName());
	}

	/** Saved while both talk. */
	public void saveTalk() {
		saved = coaching.noteTalk(page.plan().id(), talkSeen, talk);
		talkSeen = talk;
		reloadPlan();
	}

	public void save() {
		coaching.changePlan(form.change(page.plan()));
		Done.here("coaching.plan.done.saved");
	}

	/** Keeps what stands in the form and agrees it. */
	public void agree() {
		if (page.plan().isOpen()) {
			coaching.changePlan(form.change(page.plan()));
		}
		coaching.agree(new AgreeCoachingPlan(page.plan().id(), coaching.plan(page.plan().id()).version()));
		Done.here("coaching.plan.done.agreed", page.rep().who().name());
	}

	private void reloadPlan() {
		page = new SideBySidePage(page.rep(), page.review(), page.chart(), coaching.plan(page.plan().id()), page.skills());
	}

	public SideBySidePage getPage() {
		return page;
	}

	public String getAnswer() {
		// the screen is for both: what the figures say comes after what the rep says
		return page.review() == null ? Messages.html(here.getLocale(), "coaching.side-by-side.answer.first", wording.first(page.rep().who().name())) : RepView.answer(page.rep(), wording, here);
	}

	public String getQuiet() {
		return RepView.quiet(page.rep(), wording, formats, here);
	}

	/** done, current or open, for the five questions of the talk. */
	public String stepState(int step) {
		int reached = page.plan() != null && page.plan().isAgreed() ? 6 : page.review() == null ? 1 : page.plan() == null ? 3 : page.plan().skillId() == null ? 4 : 5;
		return step < reached ? "done" : step == reached ? "current" : "open";
	}

	/** What the rep said to the chart that is looked at; null when nothing. */
	public WriteSelfReview.Look getLook() {
		return page.review() == null || page.chart().metric() == null ? null : page.review().looks().get(page.chart().metric());
	}

	public List<Bar> getBars() {
		return wording.bars(page.chart(), page.rep().who().personId(), null);
	}

	public String getFormat() {
		return wording.format(page.chart().metric());
	}

	public String getDeeper() {
		var step = page.chart().metric() == null ? null : Metric.parse(page.chart().metric()).next();
		return request.getContextPath() + "/pipeline/peel?" + (step == null ? "" : "step=" + step + "&") + "person=" + page.rep().who().personId() + "&month=" + here.getMonth();
	}

	/** How the suggestion that is looked at was decided; null when the metric is none of them. */
	public String getDecided() {
		return page.rep().suggestions().stream().filter(suggestion -> suggestion.finding().metric().equals(page.chart().metric())).findFirst()
				.map(wording::decided).orElse(null);
	}

	/** The address of this page for another person or metric. */
	public String address(long person, String metric) {
		return request.getContextPath() + "/coaching/side-by-side?person=" + person + "&month=" + here.getMonth() + (metric == null ? "" : "&metric=" + metric);
	}

	/** Skills of the library for this metric that could be chosen. */
	public List<SkillRow> getSkillsHere() {
		return page.skills().stream().filter(skill -> skill.metric().equals(page.chart().metric())).toList();
	}

	/** The note of the talk can be written by the rep and the manager while the plan is open. */
	public boolean isTalkWritable() {
		return page.plan() != null && page.plan().isOpen() && (page.plan().mayEdit() || page.plan().isOwn());
	}

	public String getTalk() {
		return talk;
	}

	public void setTalk(String talk) {
		this.talk = talk;
	}

	public Instant getSaved() {
		return saved;
	}

	public PlanForm getForm() {
		return form;
	}

	/** What a manager types about decision, target and window; rates in per cent. */
	public static class PlanForm implements Serializable {

		private static final long serialVersionUID = 1L;

		private String howDecided;
		private BigDecimal target;
		private boolean share;
		private YearMonth from;
		private YearMonth until;

		/** What the plan says, or what is proposed while it says nothing: the evidence in a line, and a target on the way to the peers. */
		static PlanForm of(org.headcoach.coaching.PlanPage plan, Wording wording) {
			var form = new PlanForm();
			form.howDecided = plan.howDecided() != null || plan.skillId() == null ? plan.howDecided() : wording.evidence(plan) + ". ";
			form.share = plan.metric() != null && isShare(plan.metric());
			var target = plan.target() != null ? plan.target() : plan.proposedTarget();
			form.target = target == null ? null : form.share ? target.movePointRight(2).stripTrailingZeros() : target.stripTrailingZeros();
			form.from = YearMonth.from(plan.windowFrom());
			form.until = YearMonth.from(plan.windowUntil());
			return form;
		}

		private static boolean isShare(String metric) {
			return switch (org.headcoach.coaching.engine.Metric.parse(metric).kind()) {
				case CONVERSION, CHURN, DISCOUNT -> true;
				default -> false;
			};
		}

		ChangeCoachingPlan change(org.headcoach.coaching.PlanPage plan) {
			return new ChangeCoachingPlan(plan.id(), plan.version(), howDecided, target == null ? null : share ? target.movePointLeft(2) : target, from, until);
		}

		public String getHowDecided() {
			return howDecided;
		}

		public void setHowDecided(String howDecided) {
			this.howDecided = howDecided;
		}

		/** In the unit that people read: 28 for 28 %. */
		public BigDecimal getTarget() {
			return target;
		}

		public void setTarget(BigDecimal target) {
			this.target = target;
		}

		public boolean isShare() {
			return share;
		}

		public String getFrom() {
			return from.toString();
		}

		public void setFrom(String month) {
			from = YearMonth.parse(month);
		}

		public String getUntil() {
			return until.toString();
		}

		public void setUntil(String month) {
			until = YearMonth.parse(month);
		}
	}
}
