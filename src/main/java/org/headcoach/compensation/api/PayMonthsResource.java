package org.headcoach.compensation.api;

import static org.headcoach.people.Permission.RUN_PAY;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.headcoach.compensation.PayMonthPage.PersonRow;
import org.headcoach.compensation.PayMonthService;
import org.headcoach.compensation.PayrollExportService;
import org.headcoach.compensation.PayrollLayout;
import org.headcoach.compensation.PayrollPage;
import org.headcoach.compensation.PayrollService;
import org.headcoach.people.Needs;
import org.headcoach.site.Messages;
import org.headcoach.site.Paged;
import org.headcoach.site.Paging;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The life of a month of pay, and what everybody is paid in it. */
@Path("pay-months")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Needs(RUN_PAY)
@Tag(name = "Pay months", description = "The life of a month of pay and everybody's statements")
public class PayMonthsResource {

	static final String MONTH = "\\d{4}-(0[1-9]|1[0-2])";

	@Schema(description = "A month of pay. The status is OPEN, IN_REVIEW, CLOSED, EXPORTED or PAID")
	public record PayMonth(String month, String status, long statements, long approved, Instant closedAt, Instant exportedAt, Instant paidAt) {
	}

	@Schema(description = "One page of months, the latest first")
	public record PayMonthList(List<PayMonth> items, int page, int size, long total) implements Paged {
	}

	@Schema(description = "What somebody is paid for a month. Amounts are in currency, the payout in payoutCurrency; onHold is not handed to payroll before the month releasedIn")
	public record PayStatement(long personId, String person, String plan, BigDecimal carriedIn, BigDecimal booked, BigDecimal held, BigDecimal pay, BigDecimal carriedOut, String currency,
			BigDecimal payout, String payoutCurrency, boolean onHold, String releasedIn, Instant approvedAt, String approvedBy, String zeroBecause, boolean parked) {
	}

	@Schema(description = "One page of statements, by name")
	public record PayStatementList(List<PayStatement> items, int page, int size, long total) implements Paged {
	}

	@Schema(description = "A file that was handed to payroll")
	public record PayrollFile(long id, String month, String layout, int number, int handedOver, int lines, String sha256, String fileName, Instant createdAt, String by) {
	}

	@Inject
	private PayMonthService months;

	@Inject
	private PayrollService payroll;

	@Inject
	private PayrollExportService exports;

	@GET
	@Operation(operationId = "listPayMonths", summary = "The months that have pay", description = "The latest first. Needs RUN_PAY.")
	public PayMonthList list(@Valid @BeanParam Paging paging) {
		return new PayMonthList(months.months(paging.offset(), paging.size()).stream().map(PayMonthsResource::month).toList(), paging.page(), paging.size(), months.countMonths());
	}

	private static PayMonth month(PayMonthService.MonthRow row) {
		return new PayMonth(row.month().toString(), row.status().name(), row.statements(), row.approved(), row.closedAt(), row.exportedAt(), row.paidAt());
	}

	private PayMonth month(YearMonth month) {
		return month(months.monthRow(month));
	}

	@GET
	@Path("{month}/statements")
	@Operation(operationId = "listPayStatements", summary = "Everybody's statements of a month", description = "By name. Needs RUN_PAY.")
	public PayStatementList statements(@Parameter(description = "The month, as 2026-10") @PathParam("month") @Pattern(regexp = MONTH) String month, @Valid @BeanParam Paging paging) {
		var all = months.statements(YearMonth.parse(month));
		return new PayStatementList(all.stream().skip(paging.offset()).limit(paging.size()).map(PayMonthsResource::statement).toList(), paging.page(), paging.size(), all.size());
	}

	private static PayStatement statement(PersonRow row) {
		return new PayStatement(row.personId(), row.name(), row.plan(), row.carriedIn().amount(), row.booked().amount(), row.held().amount(), row.pay().amount(), row.carriedOut().amount(),
				row.pay().currency().getCurrencyCode(), row.payout().amount(), row.payout().currency().getCurrencyCode(), row.onHold(),
				row.releasedIn() == null ? null : row.releasedIn().toString(), row.approvedAt(), row.approvedBy(), row.zero() == null ? null : row.zero().name(), row.parked());
	}

	@POST
	@Path("{month}/review")
	@Operation(operationId = "reviewPayMonth", summary = "Send a month to its managers for review", description = "Only the first month that is not closed. Needs RUN_PAY.")
	@APIResponse(responseCode = "200", description = "The month, in review")
	@APIResponse(responseCode = "422", description = "It is not open, or an earlier month is not closed")
	public PayMonth review(@Parameter(description = "The month, as 2026-10") @PathParam("month") @Pattern(regexp = MONTH) String month) {
		payroll.review(YearMonth.parse(month));
		return month(YearMonth.parse(month));
	}

	@POST
	@Path("{month}/end-review")
	@Operation(operationId = "endPayReview", summary = "Take a month back from review", description = "Approvals stay as long as the pay does. Needs RUN_PAY.")
	@APIResponse(responseCode = "200", description = "The month, open")
	@APIResponse(responseCode = "422", description = "It is not in review")
	public PayMonth endReview(@Parameter(description = "The month, as 2026-10") @PathParam("month") @Pattern(regexp = MONTH) String month) {
		payroll.endReview(YearMonth.parse(month));
		return month(YearMonth.parse(month));
	}

	@POST
	@Path("{month}/close")
	@Operation(operationId = "closePayMonth", summary = "Close a month", description = "Its statements are frozen; what changes later is booked in the month after. Needs RUN_PAY.")
	@APIResponse(responseCode = "200", description = "The month, closed")
	@APIResponse(responseCode = "422", description = "It is not in review, not over, not approved, or something changed since it was computed")
	public PayMonth close(@Parameter(description = "The month, as 2026-10") @PathParam("month") @Pattern(regexp = MONTH) String month,
			@Parameter(description = "true closes it although statements are not approved") @QueryParam("evenUnapproved") @DefaultValue("false") boolean evenUnapproved) {
		payroll.close(YearMonth.parse(month), evenUnapproved);
		return month(YearMonth.parse(month));
	}

	@POST
	@Path("{month}/paid")
	@Operation(operationId = "payPayMonth", summary = "Say that an exported month is paid", description = "Needs RUN_PAY.")
	@APIResponse(responseCode = "200", description = "The month, paid")
	@APIResponse(responseCode = "422", description = "It was not handed to payroll")
	public PayMonth paid(@Parameter(description = "The month, as 2026-10") @PathParam("month") @Pattern(regexp = MONTH) String month) {
		payroll.markPaid(YearMonth.parse(month));
		return month(YearMonth.parse(month));
	}

	@POST
	@Path("{month}/exports")
	@Operation(operationId = "exportPayMonth", summary = "Hand a closed month to payroll", description = "Makes the file and keeps it; fetch it below pay-months/exports. Needs RUN_PAY.")
	@APIResponse(responseCode = "200", description = "The file that was made")
	@APIResponse(responseCode = "422", description = "The month is not closed, was handed over before and again is not true, or the layout lacks payroll ids, a code or a common currency")
	public PayrollFile export(@Parameter(description = "The month, as 2026-10") @PathParam("month") @Pattern(regexp = MONTH) String month,
			@Parameter(description = "The layout of the file") @QueryParam("layout") @DefaultValue("GENERIC") PayrollLayout layout,
			@Parameter(description = "true makes another file of a month that was handed over before") @QueryParam("again") @DefaultValue("false") boolean again) {
		return file(exports.export(YearMonth.parse(month), layout, again,
				line -> Messages.text(Locale.ENGLISH, "compensation.payroll.file.released", line.earnedIn(), line.payout())));
	}

	private static PayrollFile file(PayrollPage.ExportRow row) {
		return new PayrollFile(row.id(), row.month().toString(), row.layout().name(), row.number(), row.nth(), row.lines(), row.hash(), row.fileName(), row.createdAt(), row.by());
	}

	@GET
	@Path("exports/{id}")
	@Produces("text/csv")
	@Operation(operationId = "getPayrollFile", summary = "A file as it was handed to payroll", description = "Needs RUN_PAY.")
	@APIResponse(responseCode = "200", description = "The file")
	public Response file(@Parameter(description = "Number of the file") @PathParam("id") long id) {
		var file = exports.file(id);
		return Response.ok(file.content()).header("Content-Disposition", "attachment; filename=\"" + file.name() + "\"").build();
	}
}
