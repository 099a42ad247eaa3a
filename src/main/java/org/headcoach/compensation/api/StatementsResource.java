package org.headcoach.compensation.api;

import static org.headcoach.people.Permission.APPROVE_PAY;
import static org.headcoach.people.Permission.RUN_PAY;
import static org.headcoach.people.Permission.SEE_OWN_PAY;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.headcoach.compensation.PayLine;
import org.headcoach.compensation.PayService;
import org.headcoach.compensation.StatementPage;
import org.headcoach.compensation.StatementRow;
import org.headcoach.people.CurrentActor;
import org.headcoach.people.Needs;
import org.headcoach.shared.NotHereException;
import org.headcoach.site.Paged;
import org.headcoach.site.Paging;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** Statements of pay within the token's reach. */
@Path("statements")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Needs({SEE_OWN_PAY, APPROVE_PAY, RUN_PAY})
@Tag(name = "Statements", description = "What people are paid, down to the line")
public class StatementsResource {

	@Schema(description = "A month of somebody's pay. Amounts are in the plan's currency; carried amounts are 0 or below")
	public record StatementItem(long id, long personId, String person, @Schema(description = "As 2026-10") String month, String currency, BigDecimal carriedIn, BigDecimal booked,
			BigDecimal pay, BigDecimal carriedOut, BigDecimal drawDebt, BigDecimal held, String payoutCurrency, BigDecimal payoutRate, LocalDate payoutRateOn, BigDecimal payout,
			boolean onHold, Instant approvedAt, String approvedBy, Instant closedAt, @Schema(description = "SHA-256 of the file of a closed statement") String hash, String engine) {

		static StatementItem of(StatementRow row) {
			return new StatementItem(row.id(), row.personId(), row.name(), row.month().toString(), row.currencyCode(), row.carriedInAmount(), row.bookedAmount(), row.payAmount(),
					row.carriedOutAmount(), row.drawDebtAmount(), row.heldAmount(), row.payoutCurrencyCode(), row.payoutRate(), row.payoutRateOn(), row.payoutAmount(), row.onHold(),
					row.approvedAt(), row.approvedByName(), row.closedAt(), row.hash(), row.engine());
		}
	}

	@Schema(description = "One page of statements")
	public record StatementsPage(List<StatementItem> items, int page, int size, long total) implements Paged {
	}

	@Schema(description = "What a part of a credit earns in one tier: base x rate")
	public record StatementSlice(int tier, BigDecimal base, BigDecimal rate, BigDecimal amount) {
	}

	@Schema(description = "By what a figure multiplies")
	public record StatementFactor(String figure, BigDecimal value, int cases, int group, BigDecimal factor) {
	}

	@Schema(description = "A line: what was booked for one thing. asPaid and asNow only where it corrects a closed month")
	public record StatementLine(long postingId, String month, String component, String componentName, String kind, String source, String name, BigDecimal amount, String currency,
			BigDecimal asPaid, BigDecimal asNow, @Schema(description = "What the credit earned in all") BigDecimal whole, List<StatementSlice> slices, List<StatementFactor> factors) {

		static StatementLine of(PayLine line) {
			var explanation = line.explanation();
			return new StatementLine(line.postingId(), line.month().toString(), line.key().component(), line.componentName(), line.kind().name(), line.key().source(), line.name(),
					line.amount().amount(), line.amount().currency().getCurrencyCode(), line.asPaid() == null ? null : line.asPaid().amount(),
					line.asPaid() == null ? null : line.asNow().amount(), explanation.whole(),
					explanation.slices().stream().map(slice -> new StatementSlice(slice.tier(), slice.base(), slice.rate(), slice.amount())).toList(),
					explanation.factors().stream().map(each -> new StatementFactor(each.figure(), each.value(), each.cases(), each.group(), each.factor())).toList());
		}
	}

	@Schema(description = "A statement with its lines and, where nothing is paid, why")
	public record StatementInDepth(StatementItem statement, String status, LocalDate payOn, List<StatementLine> lines,
			@Schema(description = "PARKED, NO_PLAN, NOTHING_COUNTED, REFUSED, FACTOR, WAITS_FOR_CUSTOMERS, HELD, TAKEN_BACK or CARRIED") List<String> zeros) {

		static StatementInDepth of(StatementPage page) {
			return new StatementInDepth(StatementItem.of(page.sum()), page.status().name(), page.payOn(), page.lines().stream().map(StatementLine::of).toList(),
					page.zeros().stream().map(Enum::name).toList());
		}
	}

	@Inject
	private PayService pay;

	@Inject
	private CurrentActor current;

	@GET
	@Operation(operationId = "listStatements", summary = "Statements of somebody within reach", description = "The latest month first. The own ones when no person is named.")
	@APIResponse(responseCode = "200", description = "One page of statements")
	@APIResponse(responseCode = "404", description = "Not there, or not yours")
	public StatementsPage statements(@Valid @BeanParam Paging paging, @Parameter(description = "Number of the person") @QueryParam("person") Long person) {
		var whose = person == null ? current.get().personId() : person;
		if (whose == null) {
			throw new NotHereException(current.get().name() + " has no pay");
		}
		var rows = pay.statements(whose);
		return new StatementsPage(rows.stream().skip(paging.offset()).limit(paging.size()).map(StatementItem::of).toList(), paging.page(), paging.size(), rows.size());
	}

	@GET
	@Path("{id}")
	@Operation(operationId = "getStatement", summary = "A statement with its lines", description = "404 for a statement beyond the token's reach, as for one that does not exist.")
	@APIResponse(responseCode = "200", description = "The statement")
	@APIResponse(responseCode = "404", description = "Not there, or not yours")
	public StatementInDepth statement(@Parameter(description = "Number of the statement") @PathParam("id") long id) {
		return StatementInDepth.of(pay.statementById(id));
	}

	@GET
	@Path("{id}/file")
	@Operation(operationId = "getStatementFile", summary = "The file of a closed statement", description = "All that it was computed from; the verifier computes it again.")
	@APIResponse(responseCode = "200", description = "The file")
	@APIResponse(responseCode = "404", description = "Not there, not yours, or not closed yet")
	public String file(@Parameter(description = "Number of the statement") @PathParam("id") long id) {
		var page = pay.statementById(id);
		return pay.file(page.personId(), YearMonth.from(page.month()));
	}
}
