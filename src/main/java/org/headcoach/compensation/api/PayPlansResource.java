package org.headcoach.compensation.api;

import static org.headcoach.people.Permission.EDIT_PLANS;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.headcoach.compensation.PlanService;
import org.headcoach.compensation.PlanService.AssignmentRow;
import org.headcoach.compensation.engine.Json;
import org.headcoach.people.Needs;
import org.headcoach.site.Paged;
import org.headcoach.site.Paging;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Plans, and who is paid by them. */
@Path("")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Needs(EDIT_PLANS)
@Tag(name = "Pay plans", description = "Compensation plans with their versions, and who is paid by them")
public class PayPlansResource {

	@Schema(description = "A plan. inForce is the number of the version that holds today, draft that of the one being written; people are on it today")
	public record PayPlanRow(long id, String name, boolean archived, Integer inForce, Integer draft, long people) {
	}

	@Schema(description = "One page of plans, archived ones last")
	public record PayPlanList(List<PayPlanRow> items, int page, int size, long total) implements Paged {
	}

	@Schema(description = "A version of a plan. The status is DRAFT, PUBLISHED or DISCARDED; terms is the JSON text that the engine reads, as it stands in a statement's file")
	public record PayPlanVersion(long id, int number, String status, LocalDate effectiveFrom, String reason, Instant publishedAt, String publishedBy, String terms) {
	}

	@Schema(description = "A plan with its versions, the latest first")
	public record PayPlanDetail(long id, String name, boolean archived, List<PayPlanVersion> versions) {
	}

	@Schema(description = "That somebody is paid by a plan from a day to another, both counted. quotas are a year's units by component; targetPay is a year's variable pay in the plan's currency")
	public record PayAssignmentRow(long id, int version, long planId, String plan, long personId, String person, LocalDate from, LocalDate until, LocalDate rampFrom, BigDecimal targetPay,
			String payoutCurrency, Map<String, BigDecimal> quotas) {
	}

	@Schema(description = "One page of assignments, by person and day")
	public record PayAssignmentList(List<PayAssignmentRow> items, int page, int size, long total) implements Paged {
	}

	@Schema(description = "People to put on a plan, each with the same quota. Without rampFrom the ramp counts from the first day; without payoutCurrency the plan's holds")
	public record NewPayAssignments(@NotNull Long planId, @NotEmpty List<Long> personIds, @NotNull LocalDate from, LocalDate until, LocalDate rampFrom, BigDecimal targetPay,
			String payoutCurrency, Map<String, BigDecimal> quotas) {
	}

	@Schema(description = "The last day on a plan, null to open it again, with the version that was seen")
	public record PayAssignmentEnd(@NotNull Integer version, LocalDate lastDay) {
	}

	@Inject
	private PlanService plans;

	@GET
	@Path("pay-plans")
	@Operation(operationId = "listPayPlans", summary = "Compensation plans", description = "Needs EDIT_PLANS.")
	public PayPlanList list(@Valid @BeanParam Paging paging) {
		var all = plans.plans();
		return new PayPlanList(all.stream().skip(paging.offset()).limit(paging.size())
				.map(plan -> new PayPlanRow(plan.id(), plan.name(), plan.archived(), plan.inForce(), plan.draft(), plan.people())).toList(), paging.page(), paging.size(), all.size());
	}

	@GET
	@Path("pay-plans/{id}")
	@Operation(operationId = "getPayPlan", summary = "A plan with its versions", description = "Needs EDIT_PLANS.")
	public PayPlanDetail get(@Parameter(description = "Number of the plan") @PathParam("id") long id) {
		var plan = plans.plan(id);
		return new PayPlanDetail(plan.id(), plan.name(), plan.archived(), plan.versions().stream().map(version -> new PayPlanVersion(version.id(), version.number(),
				version.status().name(), version.effectiveFrom(), version.reason(), version.publishedAt(), version.publishedByName(), Json.write(version.terms()))).toList());
	}

	@GET
	@Path("pay-assignments")
	@Operation(operationId = "listPayAssignments", summary = "Who is paid by which plan", description = "Needs EDIT_PLANS.")
	public PayAssignmentList assignments(@Parameter(description = "Of this plan only") @QueryParam("plan") Long plan, @Valid @BeanParam Paging paging) {
		var all = plans.assignments(plan, null);
		return new PayAssignmentList(all.stream().skip(paging.offset()).limit(paging.size()).map(PayPlansResource::row).toList(), paging.page(), paging.size(), all.size());
	}

	@POST
	@Path("pay-assignments")
	@Consumes(MediaType.APPLICATION_JSON)
	@Operation(operationId = "addPayAssignments", summary = "Put people on a plan", description = "All of them or, when one is refused, none. Their pay is due to be computed. Needs EDIT_PLANS.")
	@APIResponse(responseCode = "204", description = "They are on the plan")
	@APIResponse(responseCode = "422", description = "Somebody is on the plan in these months already, the plan is archived, the month is closed, or a quota is not above 0")
	public Response assign(@RequestBody(description = "Whom to put on which plan", required = true) @NotNull @Valid NewPayAssignments wanted) {
		plans.assign(new PlanService.Assign(wanted.planId(), wanted.personIds(), wanted.from(), wanted.until(), wanted.rampFrom(), wanted.targetPay(), wanted.payoutCurrency(),
				wanted.quotas() == null ? Map.of() : wanted.quotas()));
		return Response.noContent().build();
	}

	@POST
	@Path("pay-assignments/{id}/end")
	@Consumes(MediaType.APPLICATION_JSON)
	@Operation(operationId = "endPayAssignment", summary = "Say the last day on a plan", description = "What was sold until then is paid by it for ever. Needs EDIT_PLANS.")
	@APIResponse(responseCode = "204", description = "It ends on that day")
	@APIResponse(responseCode = "409", description = "It was changed meanwhile")
	@APIResponse(responseCode = "422", description = "It would end before it begins, or run into a later assignment")
	public Response end(@Parameter(description = "Number of the assignment") @PathParam("id") long id,
			@RequestBody(description = "The last day", required = true) @NotNull @Valid PayAssignmentEnd end) {
		plans.endAssignment(id, end.version(), end.lastDay());
		return Response.noContent().build();
	}

	private static PayAssignmentRow row(AssignmentRow row) {
		return new PayAssignmentRow(row.id(), row.version(), row.planId(), row.planName(), row.personId(), row.personName(), row.from(), row.until(), row.rampFrom(), row.targetPay(),
				row.payoutCurrency(), row.quotas());
	}
}
