package org.headcoach.compensation.api;

import static org.headcoach.people.Permission.APPROVE_PAY;
import static org.headcoach.people.Permission.RUN_PAY;
import static org.headcoach.people.Permission.SEE_OWN_PAY;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.headcoach.compensation.PayService;
import org.headcoach.compensation.QuestionRow;
import org.headcoach.people.Needs;
import org.headcoach.site.Paged;
import org.headcoach.site.Paging;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Questions about pay: those that the account may answer, and the own. */
@Path("pay-questions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Pay questions", description = "What people ask about their pay, with the answers")
public class PayQuestionsResource {

	@Schema(description = "A question. outcome is STANDS or CHANGED, null while it is open")
	public record PayQuestionItem(long id, long personId, String person, String month, @Schema(description = "Null for the month as a whole") Long postingId, String asked, Instant askedAt,
			LocalDate dueOn, String answer, String outcome, Instant answeredAt, String answeredBy) {

		static PayQuestionItem of(QuestionRow row) {
			return new PayQuestionItem(row.id(), row.personId(), row.name(), row.month().toString(), row.postingId(), row.asked(), row.askedAt(), row.dueOn(), row.answer(),
					row.outcome() == null ? null : row.outcome().name(), row.answeredAt(), row.answeredByName());
		}
	}

	@Schema(description = "One page of questions")
	public record PayQuestionsPage(List<PayQuestionItem> items, int page, int size, long total) implements Paged {
	}

	@Schema(description = "A question about the own pay")
	public record AskAboutPay(@NotNull @Pattern(regexp = "\\d{4}-(0[1-9]|1[0-2])") @Schema(description = "As 2026-10") String month,
			@Schema(description = "Null for the month as a whole") Long postingId, @NotBlank @Size(max = 2000) String text) {
	}

	@Schema(description = "The number of what was asked")
	public record Asked(long id) {
	}

	@Inject
	private PayService pay;

	@GET
	@Needs({SEE_OWN_PAY, APPROVE_PAY, RUN_PAY})
	@Operation(operationId = "listPayQuestions", summary = "Questions within reach", description = "Those that wait for the account first, then the own, then what was answered last.")
	@APIResponse(responseCode = "200", description = "One page of questions")
	public PayQuestionsPage questions(@Valid @BeanParam Paging paging) {
		var questions = pay.questions();
		var all = Stream.of(questions.toAnswer(), questions.own(), questions.answered()).flatMap(List::stream).toList();
		return new PayQuestionsPage(all.stream().skip(paging.offset()).limit(paging.size()).map(PayQuestionItem::of).toList(), paging.page(), paging.size(), all.size());
	}

	@POST
	@Needs(SEE_OWN_PAY)
	@Operation(operationId = "askAboutPay", summary = "Asks about the own pay", description = "404 for a line or a month that is not the own, as for one that does not exist.")
	@APIResponse(responseCode = "201", description = "The question is with the manager and who runs pay")
	@APIResponse(responseCode = "404", description = "Not there, or not yours")
	public Response ask(@NotNull @Valid AskAboutPay question) {
		return Response.status(Response.Status.CREATED).entity(new Asked(pay.ask(YearMonth.parse(question.month()), question.postingId(), question.text()))).build();
	}
}
