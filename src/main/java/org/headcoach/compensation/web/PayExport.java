package org.headcoach.compensation.web;

import java.io.IOException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;

import org.headcoach.compensation.PayMonthService;
import org.headcoach.compensation.PayrollExportService;
import org.headcoach.shared.Money;
import org.headcoach.shared.NotHereException;
import org.headcoach.site.Here;
import org.headcoach.site.ListAddress;
import org.headcoach.site.Messages;
import org.headcoach.site.TableDownload;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** The administrator's lists as CSV and XLSX, with the filter that stands in the address and the same rights; and the files that were handed to payroll. */
@WebServlet("/export/compensation/month/*")
public class PayExport extends HttpServlet {

	private static final long serialVersionUID = 1L;

	private static final int ALL = Integer.MAX_VALUE;

	@Inject
	private PayMonthService months;

	@Inject
	private PayrollExportService exports;

	@Inject
	private ListAddress list;

	@Inject
	private Here here;

	@Override
	protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
		var file = request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
		switch (file.replaceFirst("\\.(csv|xlsx)$", "")) {
			case "people" -> people(request, response);
			case "runs" -> runs(request, response);
			case "differences" -> differences(request, response);
			case "postings" -> postings(request, response);
			case "adjustments" -> adjustments(request, response);
			case "holds" -> holds(request, response);
			case "rates" -> rates(request, response);
			case "payroll" -> payroll(response);
			default -> throw new NotHereException("No export " + file);
		}
	}

	private void send(HttpServletRequest request, HttpServletResponse response, String name, List<String> columns, List<List<Object>> lines) throws IOException {
		TableDownload.send(request, response, name, columns.stream().map(column -> text("compensation.month.export." + column)).toList(), table -> lines.forEach(table::line));
	}

	private void people(HttpServletRequest request, HttpServletResponse response) throws IOException {
		var page = months.month(here.getMonth());
		send(request, response, "pay-" + page.month(), List.of("person", "team", "plan", "carried-in", "earned", "held", "pay", "carried-out", "currency", "payout", "payout-currency", "usual",
				"state", "approved-by", "zero"),
				PayPeople.of(page.people(), list).stream().map(row -> Arrays.<Object>asList(row.name(), row.team(), row.plan(), row.carriedIn().amount(), row.booked().amount(),
						row.held().amount(), row.pay().amount(), row.carriedOut().amount(), code(row.pay()), row.payout().amount(), code(row.payout()), row.usual(),
						PayPeople.stateText(here.getLocale(), page, row), row.approvedBy(), PayPeople.zero(here.getLocale(), row))).toList());
	}

	private void runs(HttpServletRequest request, HttpServletResponse response) throws IOException {
		var zone = here.getCompany().zone();
		send(request, response, "pay-runs", List.of("run", "started", "finished", "by", "engine", "people", "posted", "parked"), months.runs(0, ALL).stream()
				.map(run -> Arrays.<Object>asList(run.id(), run.startedAt().atZone(zone).toLocalDateTime(), run.finishedAt() == null ? null : run.finishedAt().atZone(zone).toLocalDateTime(),
						run.by(), run.engine(), run.people(), run.posted(), run.parked())).toList());
	}

	private void differences(HttpServletRequest request, HttpServletResponse response) throws IOException {
		var to = list.number("to");
		var found = months.compare(list.number("from"), to == null ? -1 : to);
		send(request, response, "pay-differences", List.of("person", "month", "booked-in", "component", "kind", "source", "deal", "before", "after", "difference", "currency"), found.lines()
				.stream().map(line -> Arrays.<Object>asList(line.name(), line.month().toString(), line.bookedIn().toString(), line.component(), kind(line.kind()), line.source(), line.deal(),
						line.before().amount(), line.after().amount(), line.change().amount(), code(line.after()))).toList());
	}

	private void postings(HttpServletRequest request, HttpServletResponse response) throws IOException {
		var zone = here.getCompany().zone();
		var month = here.getMonth();
		send(request, response, "pay-postings-" + month, List.of("posting", "person", "month", "booked-in", "plan", "component", "kind", "source", "deal", "amount", "currency", "corrects",
				"run", "posted-at"), months.postings(month, list.number("person"), 0, ALL).stream()
						.map(row -> Arrays.<Object>asList(row.id(), row.person(), row.month().toString(), row.bookedIn().toString(), row.plan(), row.component(), kind(row.kind()),
								row.source(), row.deal(), row.amount().amount(), code(row.amount()), row.corrects(), row.runId(), row.postedAt().atZone(zone).toLocalDateTime()))
						.toList());
	}

	private void adjustments(HttpServletRequest request, HttpServletResponse response) throws IOException {
		var zone = here.getCompany().zone();
		send(request, response, "pay-adjustments", List.of("person", "month", "amount", "currency", "reason", "note", "deal", "component", "quota-units", "state", "by", "started",
				"decided-by"), months.adjustments(monthAsked()).stream()
						.map(row -> Arrays.<Object>asList(row.name(), row.month().toString(), row.amount().amount(), code(row.amount()), text("compensation.adjustments.reason." + row.reason()),
								row.note(), row.deal(), row.component(), row.quotaUnits(), text("compensation.adjustments.status." + row.status()), row.createdBy(),
								row.createdAt().atZone(zone).toLocalDateTime(), row.decidedBy()))
						.toList());
	}

	private YearMonth monthAsked() {
		return list.text("month") == null ? null : here.getMonth();
	}

	private void holds(HttpServletRequest request, HttpServletResponse response) throws IOException {
		var zone = here.getCompany().zone();
		send(request, response, "pay-holds", List.of("person", "deal", "month", "reason", "by", "started", "released-by", "finished"), months.holds(false).stream()
				.map(row -> Arrays.<Object>asList(row.name(), row.deal(), row.from().toString(), row.reason(), row.heldBy(), row.heldAt().atZone(zone).toLocalDateTime(), row.releasedBy(),
						row.releasedAt() == null ? null : row.releasedAt().atZone(zone).toLocalDateTime())).toList());
	}

	private void rates(HttpServletRequest request, HttpServletResponse response) throws IOException {
		send(request, response, "exchange-rates", List.of("from", "to", "day", "rate"),
				months.rates().stream().map(row -> Arrays.<Object>asList(row.from(), row.to(), row.on(), row.rate())).toList());
	}

	private void payroll(HttpServletResponse response) throws IOException {
		var id = list.number("export");
		var file = exports.file(id == null ? -1 : id);
		response.setContentType("text/csv; charset=UTF-8");
		response.setHeader("Content-Disposition", "attachment; filename=\"" + file.name() + "\"");
		response.getOutputStream().write(file.content());
	}

	private static String code(Money money) {
		return money.currency().getCurrencyCode();
	}

	private String kind(String kind) {
		return text("compensation.kind." + kind);
	}

	private String text(String key) {
		return Messages.text(here.getLocale(), key);
	}
}
