package org.headcoach.training.api;

import static org.headcoach.people.Permission.SEE_READINESS;
import static org.headcoach.people.Permission.TAKE_EXAMS;
import static org.headcoach.people.Permission.TRAIN;

import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.headcoach.people.Needs;
import org.headcoach.shared.NotHereException;
import org.headcoach.site.Paged;
import org.headcoach.site.Paging;
import org.headcoach.training.MattersPage;
import org.headcoach.training.MattersService;
import org.headcoach.training.StrengthService;
import org.headcoach.training.StrengthsPage;
import org.headcoach.training.SurveyService;
import org.headcoach.training.engine.Foresight;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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

/** Whether training matters, what people say of it, and what they are good at; with the rights of the pages. */
@Path("training")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Training", description = "Whether results tell later work, surveys some months later, strengths")
public class TrainingResource {

	@Schema(description = "What a result told. of: the certification or exam that it is a piece of; rank: Spearman's correlation, null where nothing is said; low and high: its interval of 90 %; without: people with a result and no later figures")
	public record Told(MattersPage.Kind kind, String name, String of, Double rank, Double low, Double high, int people, int without, Foresight.Reading reading) {
	}

	@Schema(description = "What results told about later work; before: in pairs, by certification and exam: its result, and the scores from before training, of the people who have both")
	public record Matters(MattersPage.Measure measure, String lastMonth, List<Told> results, List<Told> before) {
	}

	@Schema(description = "A round. readable: it is over and enough have answered")
	public record SurveyItem(long id, String title, LocalDate closesOn, boolean open, int guests, int answered, boolean readable) {
	}

	@Schema(description = "One page of rounds, the latest first")
	public record SurveyList(List<SurveyItem> items, int page, int size, long total) implements Paged {
	}

	@Schema(description = "A part of the methodology and its places; 1 is the most valuable")
	public record SurveyPart(String part, double meanPlace, int first, int last) {
	}

	@Schema(description = "What all said; without parts while it may not be read. agreement: Kendall's W")
	public record SurveyDetail(SurveyItem survey, List<SurveyPart> parts, Double agreement, List<String> missing) {
	}

	@Schema(description = "Asks reps who began between two days, both counted. key: sent twice with the same key, it asks once")
	public record NewSurvey(@NotNull @Size(max = 120) String title, @NotNull LocalDate beganFrom, @NotNull LocalDate beganUntil, @NotNull LocalDate closesOn, @NotNull @Size(min = 1, max = 40) String key) {
	}

	@Schema(description = "order: places of the parts in the survey, from 0, the most valuable first")
	public record NewAnswer(@NotNull @Size(min = 2, max = 100) List<@NotNull Integer> order, @Size(max = 500) String missing) {
	}

	@Schema(description = "What somebody is asked: the parts in the order of the methodology")
	public record OpenSurvey(long id, String title, LocalDate closesOn, List<String> parts, boolean open, boolean answered) {
	}

	@Schema(description = "How good somebody is at one thing. better: share of the others who are worse; n: people who have it; strength: better than two thirds, and for a conversion surely so")
	public record StrengthItem(StrengthsPage.Kind kind, String name, String of, String stage, double value, double median, double better, int n, boolean strength) {
	}

	@Schema(description = "What somebody is good at, the best first")
	public record Strengths(long personId, String person, List<StrengthItem> items) {
	}

	@Inject
	private MattersService matters;

	@Inject
	private SurveyService surveys;

	@Inject
	private StrengthService strengths;

	@GET
	@Path("matters")
	@Needs({SEE_READINESS, TRAIN})
	@Operation(operationId = "getTrainingMatters", summary = "Whether training matters", description = "First results against later work, of people below in the line; for who trains or sees the company of everybody. Needs SEE_READINESS or TRAIN.")
	@APIResponse(responseCode = "200", description = "What results told")
	public Matters matters(@Parameter(description = "What later work is measured by; without it the stage") @QueryParam("measure") MattersPage.Measure measure) {
		var page = matters.matters(measure);
		return new Matters(page.measure(), page.lastMonth().toString(), page.subjects().stream().map(TrainingResource::told).toList(), page.before().stream().map(TrainingResource::told).toList());
	}

	private static Told told(MattersPage.Line line) {
		var foresight = line.foresight();
		return new Told(line.kind(), line.name(), line.of(), foresight.rank(), foresight.interval() == null ? null : foresight.interval().low(), foresight.interval() == null ? null : foresight.interval().high(),
				foresight.people(), foresight.without(), foresight.reading());
	}

	@GET
	@Path("surveys")
	@Needs({SEE_READINESS, TRAIN})
	@Operation(operationId = "listSurveys", summary = "Rounds of looking back", description = "Needs SEE_READINESS or TRAIN.")
	@APIResponse(responseCode = "200", description = "One page of rounds")
	public SurveyList surveys(@Valid @BeanParam Paging paging) {
		var all = surveys.surveys();
		return new SurveyList(all.stream().skip(paging.offset()).limit(paging.size()).map(TrainingResource::item).toList(), paging.page(), paging.size(), all.size());
	}

	private static SurveyItem item(SurveyService.SurveyRow row) {
		return new SurveyItem(row.id(), row.title(), row.closesOn(), row.open(), row.guests(), row.answered(), row.readable());
	}

	@POST
	@Path("surveys")
	@Consumes(MediaType.APPLICATION_JSON)
	@Needs(TRAIN)
	@Operation(operationId = "askSurvey", summary = "Ask a round", description = "Fewer than five are not asked, since nothing of their answers would ever be shown. Needs TRAIN.")
	@APIResponse(responseCode = "200", description = "The round")
	@APIResponse(responseCode = "422", description = "It cannot be asked so")
	public SurveyDetail ask(@Valid @NotNull NewSurvey wanted) {
		return survey(surveys.ask(new SurveyService.Ask(wanted.title(), wanted.beganFrom(), wanted.beganUntil(), wanted.closesOn(), wanted.key())));
	}

	@GET
	@Path("surveys/{id}")
	@Needs({SEE_READINESS, TRAIN})
	@Operation(operationId = "getSurvey", summary = "What all said", description = "Nothing before the round is over, and nothing of fewer than five answers. Needs SEE_READINESS or TRAIN.")
	@APIResponse(responseCode = "200", description = "The round, with its result as far as it may be read")
	@APIResponse(responseCode = "404", description = "There is none")
	public SurveyDetail survey(@Parameter(description = "Number of the round") @PathParam("id") long id) {
		var result = surveys.result(id);
		return new SurveyDetail(item(result.survey()), result.parts().stream().map(line -> new SurveyPart(line.part(), line.meanPlace(), line.first(), line.last())).toList(), result.agreement(), result.missing());
	}

	@GET
	@Path("surveys/{id}/own")
	@Operation(operationId = "getOwnSurvey", summary = "What the account is asked", description = "For who was asked.")
	@APIResponse(responseCode = "200", description = "The parts to rank")
	@APIResponse(responseCode = "404", description = "The account was not asked")
	public OpenSurvey own(@Parameter(description = "Number of the round") @PathParam("id") long id) {
		var page = surveys.survey(id);
		return new OpenSurvey(page.id(), page.title(), page.closesOn(), page.parts(), page.open(), page.answered());
	}

	@POST
	@Path("surveys/{id}/answer")
	@Consumes(MediaType.APPLICATION_JSON)
	@Operation(operationId = "answerSurvey", summary = "Answer a round", description = "Once; what is sent again changes nothing. Nothing of it is kept with the account. For who was asked.")
	@APIResponse(responseCode = "204", description = "It is in")
	@APIResponse(responseCode = "404", description = "The account was not asked")
	@APIResponse(responseCode = "422", description = "It is over, or a part is missing")
	public Response answer(@Parameter(description = "Number of the round") @PathParam("id") long id, @Valid @NotNull NewAnswer answer) {
		surveys.answer(new SurveyService.Answer(id, answer.order(), answer.missing()));
		return Response.noContent().build();
	}

	@GET
	@Path("strengths/{person}")
	@Needs({TAKE_EXAMS, SEE_READINESS, TRAIN})
	@Operation(operationId = "getStrengths", summary = "What somebody is good at", description = "The own, those of people below in the line, for who trains everybody's. Needs one of them.")
	@APIResponse(responseCode = "200", description = "What they are good at")
	@APIResponse(responseCode = "404", description = "There is nobody whom the account sees")
	public Strengths strengths(@Parameter(description = "Number of the person") @PathParam("person") long person) {
		var page = strengths.strengths(person);
		if (page == null) {
			throw new NotHereException("No strengths of " + person);
		}
		return new Strengths(page.personId(), page.person(), page.lines().stream().map(line -> new StrengthItem(line.kind(), line.name(), line.of(), line.stage() == null ? null : line.stage().code(),
				line.strength().value(), line.strength().median(), line.strength().better(), line.strength().n(), line.strength().clear())).toList());
	}
}
