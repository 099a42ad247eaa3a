package org.headcoach.coaching.web;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

import org.headcoach.coaching.CoachingMonth;
import org.headcoach.coaching.CoachingService;
import org.headcoach.coaching.MyTeamPage;
import org.headcoach.coaching.PlanRow;
import org.headcoach.shared.tables.TableWriter;
import org.headcoach.site.Here;
import org.headcoach.site.Messages;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** The tables of "My team" and "Plans" as CSV and XLSX: month and team of the address, the same rights as the pages. */
@WebServlet({"/export/coaching/my-team.csv", "/export/coaching/my-team.xlsx", "/export/coaching/plans.csv", "/export/coaching/plans.xlsx"})
public class CoachingExport extends HttpServlet {

	private static final long serialVersionUID = 1L;

	@Inject
	private CoachingService coaching;

	@Inject
	private Here here;

	@Inject
	private Wording wording;

	private interface Lines {
		void writeTo(TableWriter table);
	}

	@Override
	protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
		var month = CoachingMonth.after(here.getMonth());
		var path = request.getServletPath();
		var xlsx = path.endsWith(".xlsx");
		// everything is read before the first byte is written, so that a refusal can still be the answer
		if (path.contains("/my-team.")) {
			var page = coaching.myTeam(month, here.getTeamId());
			write(response, "my-team-" + here.getMonth(), xlsx, List.of("rep", "started", "metric", "own", "peers", "estimate", "low", "high", "verdict", "n", "worth-customers",
					"worth-mrr", "stage", "review-sent", "skill"), table -> page.lines().forEach(line -> write(table, line)));
		} else {
			var rows = coaching.plans(month, here.getTeamId());
			write(response, "plans-" + here.getMonth(), xlsx, List.of("rep", "manager", "month", "skill", "metric", "baseline", "target", "from", "until", "planned", "done", "state",
					"edition", "agreed"), table -> rows.forEach(row -> write(table, row)));
		}
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

	private void write(HttpServletResponse response, String name, boolean xlsx, List<String> columns, Lines lines) throws IOException {
		response.setContentType(xlsx ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "text/csv; charset=UTF-8");
		response.setHeader("Content-Disposition", "attachment; filename=\"" + name + (xlsx ? ".xlsx" : ".csv") + "\"");
		var heads = columns.stream().map(column -> text("coaching.export." + column)).toList();
		try (var table = xlsx ? TableWriter.xlsx(response.getOutputStream(), name, heads) : TableWriter.csv(response.getOutputStream(), heads)) {
			lines.writeTo(table);
		}
	}
}
