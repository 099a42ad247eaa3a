package org.headcoach.coaching.web;

import java.util.ArrayList;
import java.util.List;

import org.headcoach.coaching.CoachingMonth;
import org.headcoach.coaching.CoachingService;
import org.headcoach.coaching.CoachingTimeService;
import org.headcoach.coaching.FindingRow;
import org.headcoach.coaching.MyTeamPage;
import org.headcoach.coaching.MyTeamPage.Line;
import org.headcoach.coaching.MyTeamPage.Stage;
import org.headcoach.coaching.engine.CoachingLoad;
import org.headcoach.coaching.engine.Verdict;
import org.headcoach.shared.NotHereException;
import org.headcoach.site.Done;
import org.headcoach.site.Formats;
import org.headcoach.site.Here;
import org.headcoach.site.Messages;
import org.headcoach.site.tags.Act;
import org.headcoach.site.tags.Drawing;
import org.headcoach.site.tags.FindingLines;
import org.headcoach.site.tags.FunnelBars;
import org.headcoach.site.tags.PersonLine;
import org.headcoach.site.tags.StateChip;
import org.headcoach.site.tags.Strip;
import org.headcoach.site.tags.TwoLines;
import org.headcoach.site.tags.VerdictChip;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** A manager's team this month: one line a rep, what to talk about. */
@Named
@RequestScoped
public class MyTeamView {

	/** A line as it is drawn: who, the funnel, what stands out and its strip, what it would be worth, how far the plan is, what to do next (null while there is nothing to do). */
	public record Row(Drawing person, Drawing funnel, Drawing finding, Drawing strip, Drawing worth, Drawing plan, Drawing act) {
	}

	@Inject
	private HttpServletRequest request;

	@Inject
	private CoachingService coaching;

	@Inject
	private CoachingTimeService times;

	@Inject
	private Here here;

	@Inject
	private Wording wording;

	@Inject
	private Formats formats;

	private MyTeamPage page;
	private List<Row> rows;
	private CoachingLoad load;

	@PostConstruct
	void load() {
		page = coaching.myTeam(CoachingMonth.after(here.getMonth()), here.getTeamId());
		var largest = page.lines().stream().flatMap(line -> line.volumes().stream()).mapToLong(Long::longValue).max().orElse(1);
		rows = page.lines().stream().map(line -> row(line, largest)).toList();
		load = times.load(page.month().month()).together(page.lines().stream().map(Line::personId).toList());
	}

	private Row row(Line line, double largest) {
		return new Row(new PersonLine(line.name(), formats.tenure(line.startedOn(), here.getMonth().atEndOfMonth()), link("/coaching/rep?person=" + line.personId())), funnel(line, largest),
				finding(line), strip(line.standsOut()), new TwoLines(wording.worth(line.worthMrr()), wording.worthCustomers(line.worthCustomers())),
				new StateChip(stageKind(line), stageText(line), stageSecond(line)), act(line));
	}

	private static FunnelBars funnel(Line line, double largest) {
		var finding = line.standsOut();
		return new FunnelBars(line.volumes().stream().map(Long::doubleValue).toList(), (double) line.step(), finding == null ? null : finding.verdict(),
				finding != null && finding.lowerIsBetter(), largest, null);
	}

	/** Own figure and peers are said where they differ; n has its unit where there is too little of it. */
	private FindingLines finding(Line line) {
		var finding = line.standsOut();
		if (finding == null) {
			return new FindingLines(standsOut(line), null, null, null);
		}
		var differs = finding.worse() || finding.better();
		return new FindingLines(standsOut(line), differs ? wording.plain(finding) : null,
				differs ? wording.text("coaching.metric.peers", wording.figure(finding.metric(), finding.peerMedian())) : null,
				new VerdictChip(finding.verdict(), (double) finding.n(), finding.isEnough() ? null : wording.unit(finding.metric()), finding.lowerIsBetter()));
	}

	private Strip strip(FindingRow finding) {
		return finding == null ? null : new Strip(finding.estimate(), finding.low(), finding.high(), finding.peerMedian(), 0.0, wording.end(finding), finding.verdict(),
				finding.lowerIsBetter(), wording.format(finding.metric()), wording.currency(), null);
	}

	private Act act(Line line) {
		return switch (line.stage()) {
			case AGREED -> Act.link(wording.text("coaching.my-team.act.open"), link("/coaching/plan?id=" + line.planId()), "hc-button hc-text hc-small");
			case READY -> Act.link(page.coaches() ? talk(line) : wording.text("coaching.my-team.act.look"), link("/coaching/side-by-side?person=" + line.personId()),
					isNext(line) ? "hc-button hc-small hc-primary" : "hc-button hc-small");
			// reminding makes sense while the month runs
			case WAITING -> page.coaches() && !page.rhythm().today().isAfter(page.month().last()) ? Act.button(wording.text("coaching.my-team.act.remind"), "remind",
					String.valueOf(line.personId()), wording.text("coaching.my-team.act.remind-whom", line.name()), "send") : null;
		};
	}

	private String link(String path) {
		return request.getContextPath() + path + "&month=" + here.getMonth();
	}

	public List<Row> getRows() {
		return rows;
	}

	/** Whom the pressed button names. */
	public void remind() {
		var asked = request.getParameter("remind");
		var line = page.lines().stream().filter(one -> String.valueOf(one.personId()).equals(asked)).findFirst().orElseThrow(() -> new NotHereException("Nobody " + asked + " to remind"));
		coaching.remind(line.personId(), page.month());
		Done.here("coaching.my-team.done.reminded", line.name());
	}

	/** Where the coaching time with each rep stands, and is logged. */
	public String getTime() {
		return request.getContextPath() + "/coaching/time?month=" + here.getMonth() + (here.getTeamId() == null ? "" : "&team=" + here.getTeamId());
	}

	public MyTeamPage getPage() {
		return page;
	}

	/** Monday 2 November · coaching day 1 of 2 · figures of October. */
	public String getQuiet() {
		var rhythm = page.rhythm();
		var day = rhythm.day();
		var days = day == 1 || day == 2 ? wording.text("coaching.my-team.quiet.day", day) : wording.text(day == 0 ? "coaching.my-team.quiet.before" : "coaching.my-team.quiet.after",
				rhythm.dayOne(), rhythm.dayTwo());
		return wording.text("coaching.my-team.quiet", formats.dayInWords(rhythm.today()), days, formats.monthName(here.getMonth()));
	}

	/** What is to be done now, from the state of everybody's plan. */
	public String getAnswer() {
		var locale = here.getLocale();
		var month = wording.month(page.month());
		var ready = names(Stage.READY);
		var waiting = names(Stage.WAITING);
		var agreed = page.in(Stage.AGREED).size();
		if (page.lines().isEmpty()) {
			return Messages.html(locale, "coaching.my-team.answer.nobody", month);
		}
		if (page.rhythm().today().isAfter(page.month().last())) {
			return Messages.html(locale, "coaching.my-team.answer.past", month, agreed, page.lines().size());
		}
		if (ready.isEmpty() && waiting.isEmpty()) {
			return Messages.html(locale, "coaching.my-team.answer.all-agreed", month, agreed);
		}
		var sentences = new ArrayList<String>();
		if (page.rhythm().isPlanLate()) {
			if (!ready.isEmpty()) {
				sentences.add(Messages.html(locale, "coaching.my-team.answer.ready-late", ready.size(), wording.names(ready), page.rhythm().dayOne()));
			}
			if (!waiting.isEmpty()) {
				sentences.add(Messages.html(locale, ready.isEmpty() ? "coaching.my-team.answer.waiting-late" : "coaching.my-team.answer.waiting-too", waiting.size(),
						wording.names(waiting), page.rhythm().dayOne()));
			}
		} else {
			if (!ready.isEmpty()) {
				sentences.add(Messages.html(locale, page.rhythm().day() == 1 ? "coaching.my-team.answer.ready-today" : "coaching.my-team.answer.ready-early", ready.size(),
						wording.names(ready), page.rhythm().dayOne()));
			}
			if (!waiting.isEmpty()) {
				sentences.add(Messages.html(locale, page.rhythm().isReviewLate() ? "coaching.my-team.answer.waiting-now" : ready.isEmpty() ? "coaching.my-team.answer.waiting-first"
						: "coaching.my-team.answer.waiting-noon", waiting.size(), wording.names(waiting), page.rhythm().dayOne()));
			}
		}
		return String.join(" ", sentences);
	}

	private List<String> names(Stage stage) {
		return page.in(stage).stream().map(Line::name).toList();
	}

	public String getProgress() {
		return wording.text("coaching.my-team.progress", page.in(Stage.AGREED).size(), page.in(Stage.READY).size(), page.in(Stage.WAITING).size());
	}

	/** Who inspects, and when. */
	public String getInspection() {
		if (page.inspectorName() == null) {
			return "";
		}
		var until = page.rhythm().directorInspectsUntil();
		return wording.text(page.rhythm().now().isAfter(until) ? "coaching.my-team.inspection.was" : "coaching.my-team.inspection.will", page.inspectorName(), until);
	}

	private String stageText(Line line) {
		if (isSentBack(line)) {
			return wording.text("coaching.my-team.stage.SENT_BACK");
		}
		if (line.isAccepted() || line.isToInspectAgain()) {
			return wording.text(line.isAccepted() ? "coaching.my-team.stage.ACCEPTED" : "coaching.my-team.stage.AGAIN");
		}
		return wording.text("coaching.my-team.stage." + line.stage());
	}

	private String stageKind(Line line) {
		if (isSentBack(line) || line.isToInspectAgain()) {
			return "look";
		}
		return switch (line.stage()) {
			case AGREED -> "done";
			case READY -> "open";
			case WAITING -> "waiting";
		};
	}

	private static boolean isSentBack(Line line) {
		return line.planStatus() == org.headcoach.coaching.PlanStatus.SENT_BACK;
	}

	/** The line under the state: when it was sent or accepted, when it is due, why it came back. */
	private String stageSecond(Line line) {
		var due = page.rhythm().reviewsDue();
		if (isSentBack(line)) {
			return line.sentBackReason();
		}
		return switch (line.stage()) {
			case AGREED -> line.isAccepted() ? wording.text("coaching.my-team.second.accepted", line.inspection().inspectedBy(), wording.when(line.inspection().inspectedAt()))
					: page.rhythm().now().isAfter(page.rhythm().directorInspectsUntil()) || page.inspectorName() == null ? line.skillName()
					: wording.text("coaching.my-team.second.inspection", page.rhythm().directorInspectsUntil());
			case READY -> wording.text("coaching.my-team.second.sent", wording.when(line.reviewSentAt()));
			case WAITING -> line.remindedAt() != null ? wording.text("coaching.my-team.second.reminded", wording.when(line.remindedAt()))
					: wording.text(page.rhythm().isReviewLate() ? "coaching.my-team.second.was-due" : "coaching.my-team.second.due", wording.when(due));
		};
	}

	/** Talk at 14:15 while that is still to come; otherwise what can be done now. */
	private String talk(Line line) {
		return line.talkAt() != null && line.talkAt().isAfter(page.rhythm().now()) ? wording.text("coaching.my-team.act.talk-at", wording.when(line.talkAt()))
				: wording.text("coaching.my-team.act.talk");
	}

	/** The one filled button: the next talk by its time, else the most worthwhile one. */
	private boolean isNext(Line line) {
		if (!page.coaches() || line.stage() != Stage.READY) {
			return false;
		}
		var ready = page.in(Stage.READY);
		var next = ready.stream().filter(other -> other.talkAt() != null && other.talkAt().isAfter(page.rhythm().now()))
				.min(java.util.Comparator.comparing(Line::talkAt)).orElse(ready.get(0));
		return next.personId() == line.personId();
	}

	/** What stands out in words: the metric, "All steps", or since when somebody ramps. */
	private String standsOut(Line line) {
		var finding = line.standsOut();
		if (finding == null) {
			return wording.text("coaching.my-team.no-figures");
		}
		if (line.rampingSince() != null) {
			return wording.text("coaching.my-team.ramping", line.rampingSince());
		}
		if (finding.verdict() == Verdict.IN_LINE) {
			return wording.text("coaching.my-team.all-steps");
		}
		return wording.metric(finding.metric());
	}

	public String getCompareCustomers() {
		return wording.text("coaching.my-team.stat.before", formats.signed(page.totals().customers() - page.totals().customersBefore()),
				formats.monthName(here.getMonth().minusMonths(1)));
	}

	public String getCompareMrr() {
		return wording.text("coaching.my-team.stat.before", formats.signedMoney(page.totals().mrr().subtract(page.totals().mrrBefore()), wording.currency()),
				formats.monthName(here.getMonth().minusMonths(1)));
	}

	public String getCompareRegion() {
		return page.totals().regionName() == null ? null : wording.text("coaching.my-team.stat.region", page.totals().regionName(),
				percent(page.totals().regionLeadToCustomer()));
	}

	public String getLeadToCustomer() {
		return percent(page.totals().leadToCustomer());
	}

	private String percent(Number rate) {
		return rate == null ? wording.text("site.format.no-denominator") : Formats.percent(here.getLocale(), rate, 1);
	}

	public String getHours() {
		return wording.hours(load.hoursPerRepAndWeek());
	}
}
