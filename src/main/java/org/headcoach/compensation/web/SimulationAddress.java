package org.headcoach.compensation.web;

import java.io.Serializable;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import org.headcoach.compensation.PlanService;
import org.headcoach.compensation.SimulationService.Simulate;

import jakarta.servlet.http.HttpServletRequest;

/**
 * What is simulated, as it stands in an address: {@code ?months=12&version=7&version=9&plan=2&team=3&person=40&quota.new-mrr=50000}. So it can be linked, exported and taken
 * to a town meeting.
 */
record SimulationAddress(List<Long> versions, List<Long> plans, List<Long> teams, List<Long> people, int months, Map<String, BigDecimal> quotas) implements Serializable {

	/** How long back; months. */
	static final List<Integer> SPANS = List.of(3, 6, 12);

	private static final int LONGEST = 12;

	private static final String QUOTA = "quota.";

	static SimulationAddress of(HttpServletRequest request) {
		return of(request.getParameterMap());
	}

	/** What is no number is left out, as if nothing had been asked. */
	static SimulationAddress of(Map<String, String[]> parameters) {
		var quotas = new TreeMap<String, BigDecimal>();
		parameters.forEach((name, values) -> {
			if (name.startsWith(QUOTA) && name.length() > QUOTA.length() && values[0].strip().matches("[\\d ,']{1,18}(\\.\\d{1,4})?") && values[0].matches(".*\\d.*")) {
				quotas.put(name.substring(QUOTA.length()), new BigDecimal(values[0].replaceAll("[ ,']", "")));
			}
		});
		var months = parameters.getOrDefault("months", new String[] { "" })[0];
		return new SimulationAddress(ids(parameters, "version"), ids(parameters, "plan"), ids(parameters, "team"), ids(parameters, "person"),
				SPANS.stream().filter(span -> span.toString().equals(months)).findFirst().orElse(LONGEST), quotas);
	}

	private static List<Long> ids(Map<String, String[]> parameters, String name) {
		return Arrays.stream(parameters.getOrDefault(name, new String[0])).filter(id -> id.matches("\\d{1,18}")).map(Long::valueOf).distinct().toList();
	}

	boolean isEmpty() {
		return versions.isEmpty();
	}

	/** @param on who is on a plan is read for this day */
	Simulate wanted(PlanService service, LocalDate on) {
		var all = new TreeSet<>(people);
		plans.forEach(plan -> {
			// a plan that has nobody stands for nobody, not for everybody
			all.add(0L);
			service.assignments(plan, on).forEach(assignment -> all.add(assignment.personId()));
		});
		return new Simulate(versions, teams, all, months, quotas);
	}

	/** With its question mark. */
	String query() {
		var parts = new ArrayList<String>();
		parts.add("months=" + months);
		versions.forEach(id -> parts.add("version=" + id));
		plans.forEach(id -> parts.add("plan=" + id));
		teams.forEach(id -> parts.add("team=" + id));
		people.forEach(id -> parts.add("person=" + id));
		quotas.forEach((component, units) -> parts.add(URLEncoder.encode(QUOTA + component, StandardCharsets.UTF_8) + "=" + units.toPlainString()));
		return "?" + String.join("&", parts);
	}
}
