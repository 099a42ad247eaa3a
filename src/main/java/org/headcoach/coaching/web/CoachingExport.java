package org.headcoach.coaching.web;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;

import org.headcoach.coaching.CoachingMonth;
import org.headcoach.coaching.CoachingService;
import org.headcoach.coaching.CoachingTimeService;
import org.headcoach.coaching.MetricPage;
import org.headcoach.coaching.MyTeamPage;
import org.headcoach.coaching.PlanRow;
import org.headcoach.shared.tables.TableWriter;
import org.headcoach.site.Here;
import org.headcoach.site.Messages;
import org.headcoach.site.TableDownload;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** The tables of "My team", "Coaching time", "Team on one metric" and "Plans" as CSV and XLSX: month and team of the address, the same rights as the pages. */
@WebServlet({"/export/coaching/my-team.csv", "/export/coaching/my-team.xlsx", "/export/coaching/time.csv", "/export/coaching/time.xlsx", "/export/coaching/metric.csv",
		"/export/coaching/metric.xlsx", "/export/coaching/plans.csv", "/export/coaching/plans.xlsx"})
public class CoachingExport extends HttpServlet {

	private static final long serialVersionUID = 1L;

	@Inject
	private CoachingService coaching;

	@Inject
	private CoachingTimeService times;

	@Inject
	private Here here;

	@Inject
	private Wording wording;

	@Override
	protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
		var month = CoachingMonth.after(here.getMonth());
		switch (request.getServletPath().replaceFirst(".*/(.*)\\..*", "$1")) {
			case "my-team" -> {
				var page = coaching.myTeam(month, here.getTeamId());
				TableDownload.send(request, response, "my-team-" + here.getMonth(), heads("rep", "started", "metric", "own", "peers", "estimate", "low", "high", "verdict", "n",
						"worth-customers", "worth-mrr", "stage", "review-sent", "skill"), table -> page.lines().forEach(line -> write(table, line)));
			}
			case "time" -> {
				var reps = coaching.myTeam(month, here.getTeamId()).lines().stream().map(MyTeamPage.Line::personId).toList();
				var load = times.load(month.month());
				TableDownload.send(request, response, "coaching-time-" + month.month(), heads("rep", "minutes", "hours", "aim"), table -> load.repsOf(reps).forEach(rep -> table.line(rep.name(),
						rep.minutes(), rep.load().hoursPerRepAndWeek(), text("coaching.time.load.fit." + rep.load().fit()))));
			}
			case "metric" -> {
				var page = coaching.metric(month, request.getParameter("metric"), here.getTeamId());
				TableDownload.send(request, response, "metric-" + here.getMonth(), heads("rep", "metric", "own", "count", "n", "peers", "estimate", "low", "high", "verdict"),
						table -> page.bars().forEach(bar -> write(table, bar, page)));
			}
			default -> {
				var rows = coaching.plans(month, here.getTeamId());
				TableDownload.send(request, response, "plans-" + here.getMonth(), heads("rep", "manager", "month", "skill", "metric", "baseline", "target", "from", "until", "planned",
						"done", "state", "edition", "agreed"), table -> rows.forEach(row -> write(table, row)));
			}
		}
	}

	/** To whom no verdict is shown, none is written either. */
	private void write(TableWriter table, MetricPage.Bar bar, MetricPage page) {
		var finding = bar.finding();
		table.line(bar.name(), wording.metric(page.metric()), number(finding.plain()), finding.count(), finding.n(), number(page.peerMedian()), number(finding.estimate()), number(finding.low()),
				number(finding.high()), page.judged() ? text("site.verdict." + finding.verdict()) : null);
	}

	private void write(TableWriter table, MyTeamPage.Line line) {
		var finding = line.standsOut();
		table.line(line.name(), line.startedOn(), finding == null ? null : wording.metric(finding.metric()), finding == null ? null : number(finding.plain()),
				finding == null ? null : number(finding.peerMedian()), finding == null ? null : number(finding.estimate()), finding == null ? null : number(finding.low()),
				finding == null ? null : number(finding.high()), finding == null ? null : text("site.verdict." + finding.verdict()), finding == null ? null : finding.n(),
				number(line.worthCustomers()), line.worthMrr(), text("coaching.my-team.stage." + line.stage()), wording.local(line.reviewSentAt()), line.skillName());
	}

	private void write(TableWriter table, PlanRow row) {
		table.line(row.personName(), row.managerName(), row.inMonth(), row.skillName(), row.metric() == null ? null : wording.metric(row.metric()), row.baseline(), row.target(),
				row.windowFrom(), row.windowUntil(), row.planned(), row.done(), text("coaching.plan.status." + row.status()), row.edition(),
				row.agreedAt() == null ? null : wording.local(row.agreedAt().toInstant()));
	}

	private static BigDecimal number(Double value) {
		return value == null ? null : BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_UP);
	}

	private String text(String key) {
		return Messages.text(here.getLocale(), key);
	}

	private List<String> heads(String... columns) {
		return Arrays.stream(columns).map(column -> text("coaching.export." + column)).toList();
	}
}
