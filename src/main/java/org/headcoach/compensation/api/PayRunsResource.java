package org.headcoach.compensation.api;

import static org.headcoach.people.Permission.RUN_PAY;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.headcoach.compensation.PayMonthPage.RunRow;
import org.headcoach.compensation.PayMonthService;
import org.headcoach.compensation.PayrollService;
import org.headcoach.people.Needs;
import org.headcoach.site.Paged;
import org.headcoach.site.Paging;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** Computations of pay, and the book that they write. */
@Path("pay-runs")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Needs(RUN_PAY)
@Tag(name = "Pay runs", description = "Computations of pay and the append-only book of postings")
public class PayRunsResource {

	@Schema(description = "A computation. The state is RUNNING, DONE or BROKEN_OFF; people of total are computed so far")
	public record PayRunRow(long id, String state, Instant startedAt, Instant finishedAt, String by, String engine, int total, int people, int posted, int parked) {
	}

	@Schema(description = "One page of computations, the latest first")
	public record PayRunList(List<PayRunRow> items, int page, int size, long total) implements Paged {
	}

	@Schema(description = "A line of the book. month is the one to which it belongs, bookedIn the one whose statement shows it; corrects is the posting that stood before")
	public record PayPosting(long id, long personId, String person, String month, String bookedIn, String plan, String component, String kind, String source, String deal, BigDecimal amount,
			String currency, Long corrects, long runId, Instant postedAt) {
	}

	@Schema(description = "One page of postings, in the order in which they were posted")
	public record PayPostingList(List<PayPosting> items, int page, int size, long total) implements Paged {
	}

	@Inject
	private PayMonthService months;

	@Inject
	private PayrollService payroll;

	@GET
	@Operation(operationId = "listPayRuns", summary = "Computations of pay", description = "The latest first. Needs RUN_PAY.")
	public PayRunList list(@Valid @BeanParam Paging paging) {
		return new PayRunList(months.runs(paging.offset(), paging.size()).stream().map(PayRunsResource::run).toList(), paging.page(), paging.size(), months.countRuns());
	}

	@GET
	@Path("{id}")
	@Operation(operationId = "getPayRun", summary = "How a computation stands", description = "Needs RUN_PAY.")
	public PayRunRow get(@Parameter(description = "Number of the computation") @PathParam("id") long id) {
		return run(months.run(id));
	}

	@POST
	@Operation(operationId = "computePay", summary = "Compute everybody's pay",
			description = "Begins at once and goes on after the answer; ask for the run to see how far it is. Only what is missing is posted, so a second run posts nothing. Needs RUN_PAY.")
	@APIResponse(responseCode = "200", description = "The computation that has begun")
	@APIResponse(responseCode = "204", description = "Nobody is on a plan")
	public PayRunRow compute() {
		var id = payroll.beginComputing();
		return id == 0 ? null : run(months.run(id));
	}

	private static PayRunRow run(RunRow row) {
		return new PayRunRow(row.id(), row.brokenOff() ? "BROKEN_OFF" : row.finishedAt() == null ? "RUNNING" : "DONE", row.startedAt(), row.finishedAt(), row.by(), row.engine(), row.total(),
				row.people(), row.posted(), row.parked());
	}

	@GET
	@Path("postings")
	@Operation(operationId = "listPayPostings", summary = "The book of a month", description = "All lines that the statements of a month show, in the order in which they were posted. Needs RUN_PAY.")
	@APIResponse(responseCode = "200", description = "One page of postings")
	@APIResponse(responseCode = "400", description = "A parameter is wrong or missing")
	public PayPostingList postings(@Parameter(description = "The month whose statements show them, as 2026-10", required = true) @QueryParam("bookedIn")
			@jakarta.validation.constraints.NotNull @Pattern(regexp = PayMonthsResource.MONTH) String bookedIn,
			@Parameter(description = "Number of a person; everybody when it is left out") @QueryParam("personId") Long personId, @Valid @BeanParam Paging paging) {
		var month = YearMonth.parse(bookedIn);
		return new PayPostingList(months.postings(month, personId, paging.offset(), paging.size()).stream()
				.map(row -> new PayPosting(row.id(), row.personId(), row.person(), row.month().toString(), row.bookedIn().toString(), row.plan(), row.component(), row.kind(), row.source(),
						row.deal(), row.amount().amount(), row.amount().currency().getCurrencyCode(), row.corrects(), row.runId(), row.postedAt())).toList(),
				paging.page(), paging.size(), months.countPostings(month, personId));
	}
}
