package org.headcoach.compensation.api;

import static org.headcoach.people.Permission.EDIT_PLANS;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.headcoach.compensation.Judged;
import org.headcoach.compensation.SimulationService;
import org.headcoach.compensation.SimulationService.Candidate;
import org.headcoach.compensation.SimulationService.Pay;
import org.headcoach.compensation.SimulationService.PersonLine;
import org.headcoach.compensation.SimulationService.Simulate;
import org.headcoach.people.Needs;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.Money;
import org.headcoach.site.Here;
import org.headcoach.site.Messages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What versions of plans would have paid. Nothing is kept. */
@Path("pay-simulations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Needs(EDIT_PLANS)
@Tag(name = "Pay simulations", description = "What drafts and published versions of plans would have paid for the deals of the last months")
public class PaySimulationsResource {

	@Schema(description = "What to try out. Without teamIds and personIds everybody who is on a plan today takes part. quotas are a year's units by component, for those who have none of their own")
	public record SimulatePay(@NotNull @Size(min = 1, max = SimulationService.CANDIDATES) List<@NotNull Long> versionIds, List<@NotNull Long> teamIds, List<@NotNull Long> personIds,
			@NotNull @Min(1) @Max(12) @Schema(description = "The last so many full months") Integer months, Map<String, @NotNull BigDecimal> quotas) {
	}

	@Schema(description = "What a plan would have paid. Without an amount, reason says why")
	public record SimulatedPay(BigDecimal amount, String currency, String reason) {

		static SimulatedPay of(Pay pay, Here here) {
			return pay == null ? null : pay.amount() == null ? new SimulatedPay(null, null, said(pay.refusal(), here)) : new SimulatedPay(pay.amount().amount(), code(pay.amount()), null);
		}
	}

	@Schema(description = "What the linter found. group is SIMPLE, ALIGNED or IMMEDIATE, level PASSES, LOOK or FAILS; component is empty for the whole plan; kept is the reason why it may stay")
	public record SimulatedFinding(String rule, String group, String level, String component, String text, String kept) {
	}

	@Schema(description = "A plan and what it would have cost. versionId is null for the plans of today. costPerUnit is pay for a unit of the company's first goal, ratio revenue of these"
			+ " months for each unit of pay. notJudged says why there are no findings")
	public record SimulatedPlan(Long versionId, String plan, Integer number, BigDecimal cost, String currency, BigDecimal costPerUnit, BigDecimal ratio, long winners, long losers, long refused,
			Integer words, List<SimulatedFinding> findings, String notJudged) {
	}

	@Schema(description = "One person: pay by the plan of today (null for who is on none), and under each candidate in its order, with what that is more than today's")
	public record SimulatedPerson(long personId, String person, SimulatedPay today, List<SimulatedPay> then, List<BigDecimal> differences) {
	}

	@Schema(description = "A quota that a candidate needs and so many people have not; given is what was taken for them")
	public record MissingQuota(String component, String name, int people, BigDecimal given) {
	}

	@Schema(description = "What came out. reached is units of the company's first goal, deals those that count for it")
	public record PaySimulation(String firstMonth, String lastMonth, String goal, BigDecimal reached, int deals, SimulatedPlan today, List<SimulatedPlan> candidates, List<SimulatedPerson> people,
			List<MissingQuota> quotas) {
	}

	@Inject
	private SimulationService simulations;

	@Inject
	private Here here;

	@POST
	@Operation(operationId = "simulatePay", summary = "Try plans out on real deals", description = "Computes with the engine that pays and posts nothing. Every plan begins at 0 with the first month."
			+ " Needs EDIT_PLANS.")
	@APIResponse(responseCode = "200", description = "What they would have paid")
	@APIResponse(responseCode = "404", description = "A version is not there")
	@APIResponse(responseCode = "422", description = "A version has a problem, nobody takes part, or it is too much at once")
	public PaySimulation simulate(@RequestBody(description = "What to try out", required = true) @NotNull @Valid SimulatePay wanted) {
		var page = simulations.simulate(new Simulate(wanted.versionIds(), wanted.teamIds() == null ? List.of() : wanted.teamIds(), wanted.personIds() == null ? List.of() : wanted.personIds(),
				wanted.months(), wanted.quotas() == null ? Map.of() : wanted.quotas()));
		return new PaySimulation(page.first().toString(), page.last().toString(), page.goal(), page.reached(), page.deals(), page.today() == null ? null : plan(page.today()),
				page.candidates().stream().map(this::plan).toList(), page.people().stream().map(this::person).toList(),
				page.quotas().stream().map(quota -> new MissingQuota(quota.component(), quota.name(), quota.people(), quota.given())).toList());
	}

	private SimulatedPlan plan(Candidate candidate) {
		var judged = candidate.judged();
		return new SimulatedPlan(candidate.versionId(), candidate.versionId() == null ? null : candidate.planName(), candidate.versionId() == null ? null : candidate.number(),
				candidate.cost() == null ? null : candidate.cost().amount(), candidate.cost() == null ? null : code(candidate.cost()), candidate.costPerUnit(), candidate.ratio(),
				candidate.winners(), candidate.losers(), candidate.refused(), judged == null ? null : judged.words(), judged == null ? List.of() : findings(judged),
				candidate.notJudged() == null ? null : said(candidate.notJudged(), here));
	}

	private List<SimulatedFinding> findings(Judged judged) {
		return judged.report().findings().stream().map(finding -> new SimulatedFinding(finding.rule(), finding.group().name(), finding.level().name(), finding.component(),
				Messages.text(here.getLocale(), finding.key(), finding.arguments().toArray()), judged.kept().containsKey(finding.id()) ? judged.kept().get(finding.id()).reason() : null)).toList();
	}

	private SimulatedPerson person(PersonLine line) {
		return new SimulatedPerson(line.personId(), line.name(), SimulatedPay.of(line.today(), here), line.then().stream().map(pay -> SimulatedPay.of(pay, here)).toList(),
				IntStream.range(0, line.then().size()).mapToObj(line::difference).map(difference -> difference == null ? null : difference.amount()).toList());
	}

	static String said(BusinessException refusal, Here here) {
		return Messages.text(here.getLocale(), refusal);
	}

	private static String code(Money amount) {
		return amount.currency().getCurrencyCode();
	}
}
