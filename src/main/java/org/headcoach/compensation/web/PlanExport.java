package org.headcoach.compensation.web;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.headcoach.compensation.PlanService;
import org.headcoach.compensation.SimulationService;
import org.headcoach.site.Here;
import org.headcoach.site.Messages;
import org.headcoach.site.TableDownload;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Who is on which plan, and what a simulation came to, as CSV and XLSX, with the same rights as the page. */
@WebServlet({"/export/compensation/assignments.csv", "/export/compensation/assignments.xlsx", "/export/compensation/simulation.csv", "/export/compensation/simulation.xlsx",
		"/export/compensation/candidates.csv", "/export/compensation/candidates.xlsx"})
public class PlanExport extends HttpServlet {

	private static final long serialVersionUID = 1L;

	@Inject
	private PlanService plans;

	@Inject
	private SimulationService simulations;

	@Inject
	private Here here;

	@Override
	protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
		if (request.getServletPath().contains("/simulation.")) {
			people(request, response);
			return;
		}
		if (request.getServletPath().contains("/candidates.")) {
			candidates(request, response);
			return;
		}
		var rows = plans.assignments(null, request.getParameter("all") == null ? here.getToday() : null);
		TableDownload.send(request, response, "pay-assignments-" + here.getToday(), heads("person", "plan", "from", "until", "ramp", "target", "payout", "quotas"),
				table -> rows.forEach(row -> table.line(row.personName(), row.planName(), row.from(), row.until(), row.rampFrom(), row.targetPay(), row.payoutCurrency(),
						row.quotas().entrySet().stream().sorted(java.util.Map.Entry.comparingByKey()).map(quota -> quota.getKey() + " " + quota.getValue().stripTrailingZeros().toPlainString())
								.collect(Collectors.joining("; ")))));
	}

	/** A line for each person, with each candidate's pay, the difference, and why there is none. */
	private void people(HttpServletRequest request, HttpServletResponse response) throws IOException {
		var page = simulations.simulate(SimulationAddress.of(request).wanted(plans, here.getToday()));
		var columns = new ArrayList<>(List.of(text("compensation.assignments.column.person"), text("compensation.simulation.today")));
		page.candidates().forEach(candidate -> {
			var name = name(candidate);
			columns.addAll(List.of(name, text("compensation.simulation.export.difference", name), text("compensation.simulation.export.why", name)));
		});
		TableDownload.send(request, response, "pay-simulation-" + here.getToday(), columns, table -> page.people().forEach(line -> {
			var cells = new ArrayList<Object>();
			cells.add(line.name());
			cells.add(TownMeetingExport.amount(line.today()));
			for (int i = 0; i < line.then().size(); i++) {
				var pay = line.then().get(i);
				cells.add(TownMeetingExport.amount(pay));
				cells.add(line.difference(i) == null ? null : line.difference(i).amount());
				cells.add(pay.refusal() == null ? null : Messages.text(here.getLocale(), pay.refusal()));
			}
			table.line(cells.toArray());
		}));
	}

	/** A line for each candidate: what it costs, whom it pays more and less, and what the linter finds. */
	private void candidates(HttpServletRequest request, HttpServletResponse response) throws IOException {
		var page = simulations.simulate(SimulationAddress.of(request).wanted(plans, here.getToday()));
		var columns = List.of(text("compensation.simulation.column.plan"), text("compensation.simulation.column.cost"), text("compensation.simulation.export.currency"),
				text("compensation.simulation.column.unit", page.goal()), text("compensation.simulation.column.ratio"), text("compensation.simulation.column.winners"),
				text("compensation.simulation.column.losers"), text("compensation.simulation.export.refused"), text("compensation.simulation.lint.components"),
				text("compensation.simulation.lint.words"), text("compensation.simulation.lint.days"), text("compensation.simulation.lint"));
		TableDownload.send(request, response, "pay-candidates-" + here.getToday(), columns, table -> Stream.concat(Stream.ofNullable(page.today()), page.candidates().stream()).forEach(one -> {
			var judged = one.judged();
			table.line(one.versionId() == null ? text("compensation.simulation.today") : name(one), one.cost() == null ? null : one.cost().amount(),
					one.cost() == null ? null : one.cost().currency().getCurrencyCode(), two(one.costPerUnit()), two(one.ratio()), one.winners(), one.losers(), one.refused(),
					judged == null ? null : judged.number("S1"), judged == null ? null : judged.words(), judged == null ? null : judged.number("I1"),
					judged == null ? null : judged.report().warnings().stream().map(finding -> Messages.text(here.getLocale(), finding.key(), finding.arguments().toArray()))
							.collect(Collectors.joining(" ")));
		}));
	}

	private static BigDecimal two(BigDecimal number) {
		return number == null ? null : number.setScale(2, RoundingMode.HALF_UP);
	}

	private String name(SimulationService.Candidate candidate) {
		return text("compensation.simulation.name", candidate.planName(), candidate.number());
	}

	private String text(String key, Object... arguments) {
		return Messages.text(here.getLocale(), key, arguments);
	}

	private List<String> heads(String... columns) {
		return Arrays.stream(columns).map(column -> Messages.text(here.getLocale(), "compensation.assignments.export." + column)).toList();
	}
}
