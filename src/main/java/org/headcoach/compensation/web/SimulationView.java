package org.headcoach.compensation.web;

import java.io.Serializable;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import org.headcoach.compensation.PlanService;
import org.headcoach.compensation.PlanStatus;
import org.headcoach.compensation.SimulationService;
import org.headcoach.compensation.engine.PlanLint;
import org.headcoach.people.People;
import org.headcoach.people.PeopleService;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.Money;
import org.headcoach.site.Formats;
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

	/**
	 * A difference as a bar to one side of the middle.
	 *
	 * @param from where it begins, @param wide how wide it is; per cent of the field
	 */
	public record Bar(String from, String wide, String side) implements Serializable {
	}

	/** So many who gain most, and so many who lose most, stand beside a candidate. */
	private static final int NAMED = 5;
	private static final BigDecimal HALF = BigDecimal.valueOf(50);

	@Inject
	private SimulationService simulations;

	@Inject
	private PlanService plans;

	@Inject
	private PeopleService people;

	@Inject
	private PlanText texts;

	@Inject
	private Here here;

	@Inject
	private HttpServletRequest request;

	private List<Choice> choices;
	private List<PlanService.PlanRow> populated;
	private List<People.Choice> teams;
	private List<People.Choice> names;
	private SimulationAddress address;
	private String sort;
	private SimulationService.Simulation page;
	private BigDecimal largest;

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		var all = plans.plans();
		populated = all.stream().filter(plan -> plan.people() > 0).toList();
		choices = all.stream().filter(plan -> !plan.archived()).flatMap(plan -> plans.plan(plan.id()).versions().stream()).filter(version -> version.status() != PlanStatus.DISCARDED)
				.map(version -> new Choice(version.id(), version.planName(), version.number(), version.status())).toList();
		teams = people.openTeams();
		names = people.names();
		address = SimulationAddress.of(request);
		sort = request.getParameter("sort") == null ? "1" : request.getParameter("sort");
		if (!address.isEmpty()) {
			page = simulations.simulate(address.wanted(plans, here.getToday()));
			largest = page.people().stream().flatMap(line -> IntStream.range(0, line.then().size()).mapToObj(line::difference)).filter(Objects::nonNull).map(difference -> difference.amount().abs())
					.max(Comparator.naturalOrder()).orElse(BigDecimal.ZERO);
		}
	}

	public boolean isChosen(long versionId) {
		return address.versions().contains(versionId);
	}

	public boolean isTeamChosen(Long id) {
		return address.teams().contains(id);
	}

	public boolean isPersonChosen(Long id) {
		return address.people().contains(id);
	}

	public boolean isPlanChosen(Long id) {
		return address.plans().contains(id);
	}

	/** Who takes part, in words. */
	public String getWho() {
		var parts = new ArrayList<String>();
		count(parts, "plans", address.plans().size());
		count(parts, "teams", address.teams().size());
		count(parts, "people", address.people().size());
		return parts.isEmpty() ? texts.say("compensation.simulation.who.all") : Messages.text(here.getLocale(), "compensation.simulation.who.some", parts);
	}

	private void count(List<String> parts, String what, int count) {
		if (count > 0) {
			parts.add(Messages.text(here.getLocale(), "compensation.simulation.who." + what, count));
		}
	}

	/** Everybody, in the order of the address: by name, by what they get today, or by what they gain under a candidate. */
	public List<SimulationService.PersonLine> getLines() {
		Comparator<SimulationService.PersonLine> order = Comparator.comparing(SimulationService.PersonLine::name);
		if (sort.equals("today")) {
			order = Comparator.comparing((SimulationService.PersonLine line) -> amount(line.today()), Comparator.nullsLast(Comparator.reverseOrder())).thenComparing(order);
		} else if (sort.matches("[1-3]") && Integer.parseInt(sort) <= page.candidates().size()) {
			var at = Integer.parseInt(sort) - 1;
			order = Comparator.comparing((SimulationService.PersonLine line) -> line.difference(at) == null ? null : line.difference(at).amount(), Comparator.nullsLast(Comparator.reverseOrder()))
					.thenComparing(order);
		}
		return page.people().stream().sorted(order).toList();
	}

	private static BigDecimal amount(SimulationService.Pay pay) {
		return pay == null || pay.amount() == null ? null : pay.amount().amount();
	}

	public boolean isSorted(String by) {
		return sort.equals(by);
	}

	/** This page in another order. */
	public String sortLink(String by) {
		return request.getContextPath() + "/compensation/simulation" + address.query() + "&sort=" + by + "#people";
	}

	public List<SimulationService.PersonLine> winners(int candidate) {
		return page.winners(candidate).stream().limit(NAMED).toList();
	}

	public List<SimulationService.PersonLine> losers(int candidate) {
		return page.losers(candidate).stream().limit(NAMED).toList();
	}

	/** +$640.00 */
	public String signed(Money amount) {
		return amount == null ? "" : Formats.money(here.getLocale(), amount.amount(), amount.currency().getCurrencyCode(), true, true);
	}

	/** Null where there is nothing to draw. */
	public Bar bar(SimulationService.PersonLine line, int candidate) {
		var difference = line.difference(candidate);
		if (difference == null || difference.isZero() || largest.signum() == 0) {
			return null;
		}
		var wide = difference.amount().abs().multiply(HALF).divide(largest, 1, java.math.RoundingMode.HALF_UP);
		return new Bar((difference.signum() > 0 ? HALF : HALF.subtract(wide)) + "%", wide + "%", difference.signum() > 0 ? "more" : "less");
	}

	/** Where a finding's place is changed; a published version is read. */
	public String place(SimulationService.Candidate candidate, PlanLint.Finding finding) {
		return request.getContextPath() + (candidate.status() == PlanStatus.DRAFT
				? "/compensation/plan-editor?version=" + candidate.versionId() + "&open="
						+ URLEncoder.encode(finding.field().equals("monthCap") ? PlanEditorView.SETTINGS_PLACE : finding.component(), StandardCharsets.UTF_8)
				: "/compensation/plan?plan=" + candidate.planId() + "&version=" + candidate.number());
	}

	/** What the linter warns of in a group. */
	public List<PlanLint.Finding> warnings(SimulationService.Candidate candidate, PlanLint.Group group) {
		return candidate.judged().report().of(group).stream().filter(finding -> finding.level() != PlanLint.Level.PASSES).toList();
	}

	public PlanLint.Group[] getGroups() {
		return PlanLint.Group.values();
	}

	/** A candidate's cost held against today's, as a share; null where there is nothing to hold it against, or where it is the cost of fewer people. */
	public BigDecimal more(SimulationService.Candidate candidate) {
		var today = page.today() == null ? null : page.today().cost();
		return today == null || today.isZero() || candidate.cost() == null || candidate.refused() > page.today().refused() || !candidate.cost().currency().equals(today.currency()) ? null
				: candidate.cost().minus(today).amount().divide(today.amount(), java.math.MathContext.DECIMAL64);
	}

	public String why(BusinessException refusal) {
		return Messages.text(here.getLocale(), refusal);
	}

	public String getAnswer() {
		if (page == null) {
			return Messages.html(here.getLocale(), "compensation.simulation.answer.none");
		}
		var known = page.today() == null ? 0 : page.today().refused();
		var missing = page.candidates().stream().mapToLong(SimulationService.Candidate::refused).max().orElse(0);
		if (missing > known && page.candidates().stream().allMatch(candidate -> candidate.refused() > known)) {
			return Messages.html(here.getLocale(), "compensation.simulation.answer.missing", missing, page.candidates().size(), page.quotas().stream().filter(quota -> quota.given() == null).count());
		}
		var cheapest = page.candidates().stream().filter(candidate -> candidate.cost() != null && candidate.refused() <= known).min(java.util.Comparator.comparing(candidate -> candidate.cost().amount())).orElse(null);
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

	/** This very simulation in another address. */
	public String getQuery() {
		return address.query();
	}

	public List<Integer> getSpans() {
		return SimulationAddress.SPANS;
	}

	public List<Choice> getChoices() {
		return choices;
	}

	/** Plans that somebody is on today. */
	public List<PlanService.PlanRow> getPopulated() {
		return populated;
	}

	public List<People.Choice> getTeams() {
		return teams;
	}

	public List<People.Choice> getNames() {
		return names;
	}

	public int getMonths() {
		return address.months();
	}

	public SimulationService.Simulation getPage() {
		return page;
	}
}
