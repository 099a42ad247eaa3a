package org.headcoach.compensation.web;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.headcoach.compensation.PlanService;
import org.headcoach.compensation.PlanStatus;
import org.headcoach.compensation.SimulationService;
import org.headcoach.shared.Money;
import org.headcoach.site.Here;
import org.headcoach.site.Messages;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** Up to three versions of plans on real deals of the last months, beside the plans of today. What is simulated stands in the address, so it can be linked. */
@Named
@ViewScoped
public class SimulationView implements Serializable {

	private static final long serialVersionUID = 1L;

	/** A version that can be chosen. */
	public record Choice(long versionId, String planName, int number, PlanStatus status) implements Serializable {
	}

	/** How long back; months. */
	private static final List<Integer> SPANS = List.of(3, 6, 12);

	@Inject
	private SimulationService simulations;

	@Inject
	private PlanService plans;

	@Inject
	private Here here;

	@Inject
	private HttpServletRequest request;

	private List<Choice> choices;
	private List<Long> chosen = new ArrayList<>();
	private int months;
	private SimulationService.Simulation page;

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		choices = plans.plans().stream().filter(plan -> !plan.archived()).flatMap(plan -> plans.plan(plan.id()).versions().stream()).filter(version -> version.status() != PlanStatus.DISCARDED)
				.map(version -> new Choice(version.id(), version.planName(), version.number(), version.status())).toList();
		chosen = versions(request);
		months = months(request);
		if (!chosen.isEmpty()) {
			page = simulations.simulate(new SimulationService.Simulate(chosen, List.of(), List.of(), months, Map.of()));
		}
	}

	static List<Long> versions(HttpServletRequest request) {
		var asked = request.getParameterValues("version");
		return asked == null ? List.of() : Arrays.stream(asked).filter(id -> id.matches("\\d{1,18}")).map(Long::valueOf).distinct().toList();
	}

	static int months(HttpServletRequest request) {
		var asked = request.getParameter("months");
		return asked == null || SPANS.stream().noneMatch(span -> span.toString().equals(asked)) ? 12 : Integer.parseInt(asked);
	}

	public boolean isChosen(long versionId) {
		return chosen.contains(versionId);
	}

	/** The candidate's pay held against today's; null where there is nothing to hold it against. */
	public BigDecimal difference(SimulationService.Pay then, SimulationService.Pay today) {
		return then == null || today == null || then.amount() == null || today.amount() == null || !then.amount().currency().equals(today.amount().currency()) ? null
				: then.amount().minus(today.amount()).amount();
	}

	/** A candidate's cost held against today's, as a share; null where there is nothing to hold it against. */
	public BigDecimal more(SimulationService.Candidate candidate) {
		var today = page.today() == null ? null : page.today().cost();
		return today == null || today.isZero() || candidate.cost() == null || !candidate.cost().currency().equals(today.currency()) ? null
				: candidate.cost().minus(today).amount().divide(today.amount(), java.math.MathContext.DECIMAL64);
	}

	public String why(SimulationService.Pay pay) {
		return Messages.text(here.getLocale(), pay.refusal());
	}

	public String getAnswer() {
		if (page == null) {
			return Messages.html(here.getLocale(), "compensation.simulation.answer.none");
		}
		var cheapest = page.candidates().stream().filter(candidate -> candidate.cost() != null).min(java.util.Comparator.comparing(candidate -> candidate.cost().amount())).orElse(null);
		if (cheapest == null) {
			return Messages.html(here.getLocale(), "compensation.simulation.answer.refused");
		}
		var more = more(cheapest);
		return more == null ? Messages.html(here.getLocale(), "compensation.simulation.answer.alone", cheapest.planName(), cheapest.number(), whole(cheapest.cost()))
				: Messages.html(here.getLocale(), "compensation.simulation.answer", cheapest.planName(), cheapest.number(), whole(cheapest.cost()), more.movePointRight(2).abs(),
						more.signum() < 0 ? "less" : "more", cheapest.winners(), cheapest.losers());
	}

	private static Money whole(Money amount) {
		return Money.of(amount.amount().setScale(0, java.math.RoundingMode.HALF_UP), amount.currency());
	}

	/** This very simulation as a file. */
	public String getExport() {
		return "?months=" + months + chosen.stream().map(id -> "&version=" + id).collect(java.util.stream.Collectors.joining());
	}

	public List<Integer> getSpans() {
		return SPANS;
	}

	public List<Choice> getChoices() {
		return choices;
	}

	public int getMonths() {
		return months;
	}

	public SimulationService.Simulation getPage() {
		return page;
	}
}
