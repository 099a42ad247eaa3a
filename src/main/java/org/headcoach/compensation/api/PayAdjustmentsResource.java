package org.headcoach.compensation.api;

import static org.headcoach.people.Permission.APPROVE_PAY;
import static org.headcoach.people.Permission.RUN_PAY;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.headcoach.compensation.PayAdjustment;
import org.headcoach.compensation.AdjustmentRow;
import org.headcoach.compensation.PayMonthService;
import org.headcoach.compensation.PayrollService;
import org.headcoach.people.Needs;
import org.headcoach.shared.Money;
import org.headcoach.shared.NotHereException;
import org.headcoach.site.Paged;
import org.headcoach.site.Paging;
import org.headcoach.site.Problems;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import jakarta.ws.rs.core.UriBuilder;

/** Amounts by hand. */
@Path("pay-adjustments")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Pay adjustments", description = "Amounts that are added to a month by hand, with a reason")
public class PayAdjustmentsResource {

	@Schema(description = "An amount by hand. The status is WAITING for a second pair of eyes, IN_FORCE, REFUSED or WITHDRAWN")
	public record PayAdjustmentRow(long id, int version, long personId, String person, String month, BigDecimal amount, String currency, String reason, String note, String dealSource, String deal,
			String component, BigDecimal quotaUnits, String status, Instant createdAt, String createdBy, Instant decidedAt, String decidedBy) {
	}

	@Schema(description = "One page of adjustments, the latest first")
	public record PayAdjustmentList(List<PayAdjustmentRow> items, int page, int size, long total) implements Paged {
	}

	@Schema(description = "An amount to add. It may be below 0; with quotaUnits and component it counts to attainment as well; dealSource is the source of a posting of the deal")
	public record NewPayAdjustment(@NotNull Long personId, @NotNull @Pattern(regexp = PayMonthsResource.MONTH) String month, @NotNull BigDecimal amount,
			@NotNull @Pattern(regexp = "[A-Z]{3}") String currency, @NotNull PayAdjustment.Reason reason, @NotNull String note, String dealSource, String component, BigDecimal quotaUnits) {
	}

	@Schema(description = "A decision on an adjustment, with the version that was seen")
	public record PayAdjustmentDecision(@NotNull Integer version, @NotNull Boolean agreed) {
	}

	@Schema(description = "The version of an adjustment that was seen")
	public record PayAdjustmentVersion(@NotNull Integer version) {
	}

	@Inject
	private PayMonthService months;

	@Inject
	private PayrollService payroll;

	@GET
	@Needs({RUN_PAY, APPROVE_PAY})
	@Operation(operationId = "listPayAdjustments", summary = "Adjustments", description = "The latest first; without RUN_PAY those of the people below in the line. Needs RUN_PAY or APPROVE_PAY.")
	public PayAdjustmentList list(@Parameter(description = "Of this month only, as 2026-10") @QueryParam("month") @Pattern(regexp = PayMonthsResource.MONTH) String month,
			@Valid @BeanParam Paging paging) {
		var all = months.adjustments(month == null ? null : YearMonth.parse(month));
		return new PayAdjustmentList(all.stream().skip(paging.offset()).limit(paging.size()).map(PayAdjustmentsResource::row).toList(), paging.page(), paging.size(), all.size());
	}

	@POST
	@Consumes(MediaType.APPLICATION_JSON)
	@Needs(RUN_PAY)
	@Operation(operationId = "addPayAdjustment", summary = "Add an amount by hand", description = "Above the company's limit it waits for somebody else to agree. Needs RUN_PAY.")
	@APIResponse(responseCode = "201", description = "The adjustment")
	@APIResponse(responseCode = "422", description = "The month is closed, the person is on no plan, or the amount has too many digits")
	public Response add(@RequestBody(description = "The adjustment", required = true) @NotNull @Valid NewPayAdjustment wanted) {
		if (Currency.getAvailableCurrencies().stream().noneMatch(currency -> currency.getCurrencyCode().equals(wanted.currency()))) {
			throw Problems.wrong(null, "currency", "compensation.rest.no-currency");
		}
		var id = payroll.adjust(new PayrollService.Adjust(wanted.personId(), YearMonth.parse(wanted.month()), Money.of(wanted.amount(), Currency.getInstance(wanted.currency())),
				wanted.reason(), wanted.note(), wanted.dealSource(), wanted.component(), wanted.quotaUnits()));
		return Response.created(UriBuilder.fromPath("/api/v1/pay-adjustments/{id}").build(id)).entity(get(id)).build();
	}

	@GET
	@Path("{id}")
	@Needs({RUN_PAY, APPROVE_PAY})
	@Operation(operationId = "getPayAdjustment", summary = "One adjustment", description = "Needs RUN_PAY or APPROVE_PAY.")
	public PayAdjustmentRow get(@Parameter(description = "Number of the adjustment") @PathParam("id") long id) {
		return months.adjustments(null).stream().filter(row -> row.id() == id).findFirst().map(PayAdjustmentsResource::row)
				.orElseThrow(() -> new NotHereException("No adjustment " + id));
	}

	@POST
	@Path("{id}/decide")
	@Consumes(MediaType.APPLICATION_JSON)
	@Needs({RUN_PAY, APPROVE_PAY})
	@Operation(operationId = "decidePayAdjustment", summary = "Agree or refuse", description = "Not by whoever entered it. Needs RUN_PAY or APPROVE_PAY.")
	@APIResponse(responseCode = "200", description = "The adjustment, decided")
	@APIResponse(responseCode = "409", description = "It was changed meanwhile")
	@APIResponse(responseCode = "422", description = "It was decided before, or the account has entered it")
	public PayAdjustmentRow decide(@Parameter(description = "Number of the adjustment") @PathParam("id") long id,
			@RequestBody(description = "The decision", required = true) @NotNull @Valid PayAdjustmentDecision decision) {
		payroll.decide(id, decision.version(), decision.agreed());
		return get(id);
	}

	@POST
	@Path("{id}/withdraw")
	@Consumes(MediaType.APPLICATION_JSON)
	@Needs(RUN_PAY)
	@Operation(operationId = "withdrawPayAdjustment", summary = "Withdraw an adjustment",
			description = "What was paid of it in a closed month is taken back in the first open one. Needs RUN_PAY.")
	@APIResponse(responseCode = "200", description = "The adjustment, withdrawn")
	@APIResponse(responseCode = "409", description = "It was changed meanwhile")
	@APIResponse(responseCode = "422", description = "It was refused or withdrawn before")
	public PayAdjustmentRow withdraw(@Parameter(description = "Number of the adjustment") @PathParam("id") long id,
			@RequestBody(description = "What was seen", required = true) @NotNull @Valid PayAdjustmentVersion seen) {
		payroll.withdraw(id, seen.version());
		return get(id);
	}

	private static PayAdjustmentRow row(AdjustmentRow row) {
		return new PayAdjustmentRow(row.id(), row.version(), row.personId(), row.name(), row.month().toString(), row.amount().amount(), row.amount().currency().getCurrencyCode(),
				row.reason().name(), row.note(), row.dealSource(), row.deal(), row.component(), row.quotaUnits(), row.status().name(), row.createdAt(), row.createdBy(), row.decidedAt(),
				row.decidedBy());
	}
}
