package org.headcoach.compensation.web;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

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
@WebServlet({"/export/compensation/assignments.csv", "/export/compensation/assignments.xlsx", "/export/compensation/simulation.csv", "/export/compensation/simulation.xlsx"})
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
			simulation(request, response);
			return;
		}
		var rows = plans.assignments(null, request.getParameter("all") == null ? here.getToday() : null);
		TableDownload.send(request, response, "pay-assignments-" + here.getToday(), heads("person", "plan", "from", "until", "ramp", "target", "payout", "quotas"),
				table -> rows.forEach(row -> table.line(row.personName(), row.planName(), row.from(), row.until(), row.rampFrom(), row.targetPay(), row.payoutCurrency(),
						row.quotas().entrySet().stream().sorted(java.util.Map.Entry.comparingByKey()).map(quota -> quota.getKey() + " " + quota.getValue().stripTrailingZeros().toPlainString())
								.collect(Collectors.joining("; ")))));
	}

	private void simulation(HttpServletRequest request, HttpServletResponse response) throws IOException {
		var page = simulations.simulate(new SimulationService.Simulate(SimulationView.versions(request), List.of(), List.of(), SimulationView.months(request), java.util.Map.of()));
		var columns = new java.util.ArrayList<>(List.of(Messages.text(here.getLocale(), "compensation.assignments.column.person"), Messages.text(here.getLocale(), "compensation.simulation.today")));
		page.candidates().forEach(candidate -> columns.add(Messages.text(here.getLocale(), "compensation.simulation.name", candidate.planName(), candidate.number())));
		TableDownload.send(request, response, "pay-simulation-" + here.getToday(), columns, table -> page.people().forEach(line -> {
			var cells = new java.util.ArrayList<Object>();
			cells.add(line.name());
			cells.add(amount(line.today()));
			line.then().forEach(pay -> cells.add(amount(pay)));
			table.line(cells.toArray());
		}));
	}

	private static java.math.BigDecimal amount(SimulationService.Pay pay) {
		return pay == null || pay.amount() == null ? null : pay.amount().amount();
	}

	private List<String> heads(String... columns) {
		return Arrays.stream(columns).map(column -> Messages.text(here.getLocale(), "compensation.assignments.export." + column)).toList();
	}
}
