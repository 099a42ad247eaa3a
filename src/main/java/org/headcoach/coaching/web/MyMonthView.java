package org.headcoach.coaching.web;

import java.io.Serializable;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.headcoach.coaching.CoachingMonth;
import org.headcoach.coaching.CoachingService;
import org.headcoach.coaching.MetricPage;
import org.headcoach.coaching.MyMonthPage;
import org.headcoach.coaching.PlanPage;
import org.headcoach.coaching.SelfReviewRow;
import org.headcoach.coaching.WriteSelfReview;
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

/** A rep's own month: the self-review in four steps, then the plan and what is to be done. */
@Named
@ViewScoped
public class MyMonthView implements Serializable {

	private static final long serialVersionUID = 1L;

	private static final int LAST_STEP = 4;
	/** Chosen in the list of skills by who would rather say it in own words. */
	private static final long OWN_WORDS = 0;

	/** What is typed about one chart. */
	public static class LookForm implements Serializable {

		private static final long serialVersionUID = 1L;

		private String sees;
		private String why;

		public String getSees() {
			return sees;
		}

		public void setSees(String sees) {
			this.sees = sees;
		}

		public String getWhy() {
			return why;
		}

		public void setWhy(String why) {
			this.why = why;
		}
	}

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

	private MyMonthPage page;
	private CoachingMonth month;
	private int step = 1;
	private int chart;
	private Instant saved;
	private Integer seen;
	private String howWasIt;
	private String wentWell;
	private String toImprove;
	private final Map<String, LookForm> looks = new HashMap<>();
	private Long skillId;
	private String ownSkill;
	private String help;

	@PostConstruct
	void load() {
		month = CoachingMonth.after(here.getMonth());
		page = coaching.myMonth(month);
		page.charts().forEach(each -> looks.put(each.metric(), new LookForm()));
		if (page.review() != null) {
			fill(page.review());
		}
	}

	private void fill(SelfReviewRow review) {
		howWasIt = review.howWasIt();
		wentWell = review.wentWell();
		toImprove = review.toImprove();
		skillId = review.skillId() != null ? review.skillId() : review.ownSkill() != null ? Long.valueOf(OWN_WORDS) : null;
		ownSkill = review.ownSkill();
		help = review.help();
		saved = review.savedAt();
		seen = review.version();
		review.looks().forEach((metric, look) -> {
			var form = looks.computeIfAbsent(metric, m -> new LookForm());
			form.setSees(look.sees());
			form.setWhy(look.why());
		});
	}

	/** Keeps what was written; called whenever a field is left. */
	public void save() {
		var kept = coaching.saveSelfReview(written());
		saved = kept.savedAt();
		seen = kept.version();
	}

	public void next() {
		save();
		if (step == 3 && chart + 1 < page.charts().size()) {
			chart++;
		} else if (step < LAST_STEP) {
			step++;
		}
	}

	public void back() {
		save();
		if (step == 3 && chart > 0) {
			chart--;
		} else if (step > 1) {
			step--;
		}
	}

	public void send() {
		coaching.submitSelfReview(written());
		Done.here("coaching.my-month.done.sent");
	}

	public void tick(PlanPage.Activity activity, int done) {
		coaching.tick(page.plan().id(), activity.id(), done);
		Done.here("coaching.plan.done.ticked", activity.what());
	}

	private WriteSelfReview written() {
		var said = new HashMap<String, WriteSelfReview.Look>();
		looks.forEach((metric, look) -> said.put(metric, new WriteSelfReview.Look(look.getSees(), look.getWhy())));
		var library = skillId == null || skillId == OWN_WORDS ? null : skillId;
		return new WriteSelfReview(month, seen, howWasIt, wentWell, toImprove, said, library, library == null ? ownSkill : null, help);
	}

	public MyMonthPage getPage() {
		return page;
	}

	/** Whether the reader sells and so has a month to look at. */
	public boolean isRep() {
		return page.rep() != null;
	}

	public String getAnswer() {
		var locale = here.getLocale();
		if (page.rep() == null) {
			return Messages.html(locale, "coaching.my-month.answer.no-rep");
		}
		var rhythm = page.rep().rhythm();
		var name = wording.month(month);
		if (page.reviewOpen()) {
			return Messages.html(locale, rhythm.isReviewLate() ? "coaching.my-month.answer.late" : "coaching.my-month.answer.write", formats.monthName(here.getMonth()), rhythm.reviewsDue());
		}
		if (page.plan() != null && page.plan().isAgreed()) {
			return Messages.html(locale, "coaching.my-month.answer.plan", page.plan().skillName(), page.plan().done(), page.plan().planned());
		}
		if (page.review() != null && page.review().isSubmitted()) {
			return page.plan() != null && page.plan().talkAt() != null && page.plan().talkAt().isAfter(rhythm.now())
					? Messages.html(locale, "coaching.my-month.answer.talk", manager(), wording.when(page.plan().talkAt()))
					: Messages.html(locale, "coaching.my-month.answer.sent", manager(), name);
		}
		return Messages.html(locale, here.getToday().isBefore(month.first()) ? "coaching.my-month.answer.to-come" : "coaching.my-month.answer.over", name, rhythm.reviewsDue());
	}

	private String manager() {
		return page.rep().who().managerName() == null ? wording.text("coaching.my-month.manager") : page.rep().who().managerName();
	}

	public String getQuiet() {
		return page.rep() == null ? "" : RepView.quiet(page.rep(), wording, formats, here);
	}

	public String stepState(int number) {
		return number < step ? "done" : number == step ? "current" : "open";
	}

	public int getStep() {
		return step;
	}

	public boolean isLast() {
		return step == LAST_STEP;
	}

	public MetricPage getChart() {
		return page.charts().isEmpty() ? null : page.charts().get(chart);
	}

	public int getChartNumber() {
		return chart + 1;
	}

	public LookForm getLook() {
		return getChart() == null ? null : looks.get(getChart().metric());
	}

	public List<Bar> getBars() {
		return getChart() == null ? List.of() : wording.bars(getChart(), null, null);
	}

	public String getFormat() {
		return getChart() == null ? "percent" : wording.format(getChart().metric());
	}


	public Instant getSaved() {
		return saved;
	}

	public boolean isOwnWords() {
		return skillId != null && skillId == OWN_WORDS;
	}

	public String getHowWasIt() {
		return howWasIt;
	}

	public void setHowWasIt(String howWasIt) {
		this.howWasIt = howWasIt;
	}

	public String getWentWell() {
		return wentWell;
	}

	public void setWentWell(String wentWell) {
		this.wentWell = wentWell;
	}

	public String getToImprove() {
		return toImprove;
	}

	public void setToImprove(String toImprove) {
		this.toImprove = toImprove;
	}

	public Long getSkillId() {
		return skillId;
	}

	public void setSkillId(Long skillId) {
		this.skillId = skillId;
	}

	public String getOwnSkill() {
		return ownSkill;
	}

	public void setOwnSkill(String ownSkill) {
		this.ownSkill = ownSkill;
	}

	public String getHelp() {
		return help;
	}

	public void setHelp(String help) {
		this.help = help;
	}
}
