package org.headcoach.hiring.api;

import static org.headcoach.people.Permission.HIRE;
import static org.headcoach.people.Permission.INTERVIEW;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.headcoach.hiring.CandidacyState;
import org.headcoach.hiring.CandidateService;
import org.headcoach.hiring.CandidateSource;
import org.headcoach.hiring.CardPage;
import org.headcoach.hiring.CardState;
import org.headcoach.hiring.DebriefPage;
import org.headcoach.hiring.HiringService;
import org.headcoach.hiring.OpeningState;
import org.headcoach.hiring.Recommendation;
import org.headcoach.hiring.ScorecardService;
import org.headcoach.hiring.engine.Debrief;
import org.headcoach.people.Needs;
import org.headcoach.site.Paged;
import org.headcoach.site.Paging;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Openings, candidates and scorecards under the rights of the pages; as blind as the pages are. */
@Path("hiring")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Hiring", description = "Openings, candidates, interviews and scorecards; nobody who owes a card reads another")
public class HiringResource {

	@Schema(description = "An opening that the account hires for")
	public record OpeningItem(long id, String title, String model, String team, String hiringManager, String recruiter, int seats, long hired, long active, OpeningState state, LocalDate openedOn) {
	}

	@Schema(description = "One page of openings, open ones first")
	public record OpeningList(List<OpeningItem> items, int page, int size, long total) implements Paged {
	}

	@Schema(description = "A candidate in an opening; without any score. name is null once the candidate is forgotten")
	public record CandidateItem(long candidacyId, long candidateId, String name, long openingId, String opening, long stageId, String stage, CandidacyState state, CandidateSource source, LocalDate appliedOn, long cardsIn,
			long cardsOf) {
	}

	@Schema(description = "One page of candidates, the latest first")
	public record CandidateList(List<CandidateItem> items, int page, int size, long total) implements Paged {
	}

	@Schema(description = "Somebody new. key: sent twice with the same key by one account for one opening, it makes one candidate. otherPerson: although somebody with this e-mail or number is known")
	public record NewCandidateItem(@NotNull Long openingId, @NotNull String name, String email, String phone, String link, String headline, String note, @NotNull CandidateSource source, String sourceNote,
			LocalDate consentOn, String consentHow, String externalId, boolean otherPerson, @NotNull @Size(min = 1, max = 40) String key) {
	}

	@Schema(description = "What was made. perhapsSame: numbers of candidates who may be the same person by the words of the name, among those whom the account sees")
	public record MadeCandidacy(long candidacyId, long candidateId, List<Long> perhapsSame) {
	}

	@Schema(description = "The stage to move to")
	public record StageMoveItem(@NotNull Long stageId) {
	}

	@Schema(description = "How it ends without a hire: REJECTED or WITHDRAWN")
	public record DecisionItem(@NotNull Ending outcome, @NotNull String reason) {
	}

	@Schema(description = "An end that is no hire")
	public enum Ending {
		REJECTED, WITHDRAWN
	}

	@Schema(description = "What one interviewer says of one characteristic; score is null when missing, first is the pass before coaching; what lies between the passes and the effort are null without two passes")
	public record SaidItem(String interviewer, Integer score, Integer first, boolean couldNotTell, String note, String selfDiagnosis, String praise, String improvement, Integer effort) {
	}

	@Schema(description = "A characteristic over all cards; opinion says what to talk about: SPLIT first")
	public record TopicItem(String code, String name, double weight, Debrief.Opinion opinion, Double mean, List<SaidItem> said) {
	}

	@Schema(description = "What one interviewer recommends")
	public record RecommendationItem(String interviewer, Recommendation recommendation, String note, Instant submittedAt, Double mark) {
	}

	@Schema(description = "The debrief. blind: the account owes a card of this candidate, and nothing of what others think is in it, nor who of them has handed in. mark and coverage go from 0 to 1; mark is null when nothing is scored")
	public record DebriefItem(long candidacyId, String candidate, CandidacyState state, boolean blind, List<String> missing, Double mark, Double coverage, Double agreement, List<RecommendationItem> recommendations,
			List<TopicItem> topics) {
	}

	@Schema(description = "An interview of the account's own")
	public record InterviewItem(long interviewId, long seatId, long candidacyId, String candidate, String opening, String interview, Instant startsAt, Instant endsAt, String zone, String place, CardState card, boolean due) {
	}

	@Schema(description = "One page of the own interviews, those whose card is not in first")
	public record InterviewList(List<InterviewItem> items, int page, int size, long total) implements Paged {
	}

	@Schema(description = "One pass of a characteristic; score is null when missing")
	public record PassItem(int pass, Integer score, boolean couldNotTell, String note) {
	}

	@Schema(description = "A characteristic on the own card; with two passes what lies between them, and the effort in the second")
	public record CharacteristicItem(long id, String code, String name, BigDecimal weight, boolean own, boolean twoPasses, List<PassItem> passes, String selfDiagnosis, String praise, String improvement, Integer effort) {
	}

	@Schema(description = "The own card")
	public record CardItem(long seatId, String candidate, int modelVersion, List<CharacteristicItem> characteristics, Recommendation recommendation, String note, Instant submittedAt) {
	}

	@Schema(description = "One score; null takes it back")
	public record ScoreItem(@NotNull Long characteristicId, @Min(1) @Max(2) int pass, @Min(1) @Max(10) Integer score, boolean couldNotTell, String note) {
	}

	@Schema(description = "What lies between the two passes of a characteristic, and the effort in the second; null takes it back")
	public record CoachingItem(@NotNull Long characteristicId, String selfDiagnosis, String praise, String improvement, @Min(1) @Max(10) Integer effort) {
	}

	@Schema(description = "What the interviewer would do, and why")
	public record VerdictItem(Recommendation recommendation, String note) {
	}

	@Inject
	private HiringService hiring;

	@Inject
	private ScorecardService cards;

	@Inject
	private CandidateService candidates;

	@GET
	@Path("openings")
	@Needs(HIRE)
	@Operation(operationId = "listOpenings", summary = "Openings that the account hires for", description = "Needs HIRE.")
	@APIResponse(responseCode = "200", description = "One page of openings")
	public OpeningList openings(@Valid @BeanParam Paging paging) {
		var all = hiring.openings();
		return new OpeningList(all.stream().skip(paging.offset()).limit(paging.size()).map(row -> new OpeningItem(row.id(), row.title(), row.model(), row.team(), row.manager(), row.recruiter(), row.seats(), row.hired(),
				row.active(), row.state(), row.openedOn())).toList(), paging.page(), paging.size(), all.size());
	}

	@GET
	@Path("candidates")
	@Needs(HIRE)
	@Operation(operationId = "listCandidates", summary = "Candidates of these openings", description = "Needs HIRE. No score is in it.")
	@APIResponse(responseCode = "200", description = "One page of candidates")
	public CandidateList candidates(@Parameter(description = "Of one opening only") @QueryParam("opening") Long opening, @Parameter(description = "In this state only") @QueryParam("state") CandidacyState state, @Parameter(description = "From this source only") @QueryParam("source") CandidateSource source,
			@Parameter(description = "What words of the name or of the e-mail begin with; all of them, without regard to accents and capitals") @QueryParam("q") @Size(max = 100) String text, @Valid @BeanParam Paging paging) {
		var search = new HiringService.CandidateSearch(opening, text == null || text.isBlank() ? null : text.strip(), state, source, null, null, true, paging.offset(), paging.size());
		return new CandidateList(hiring.candidates(search).stream().map(row -> new CandidateItem(row.candidacyId(), row.candidateId(), row.name(), row.openingId(), row.opening(), row.stageId(), row.stage(), row.state(),
				row.source(), row.appliedOn(), row.cardsIn(), row.cardsOf())).toList(), paging.page(), paging.size(), hiring.count(search));
	}

	@POST
	@Path("candidates")
	@Consumes(MediaType.APPLICATION_JSON)
	@Needs(HIRE)
	@Operation(operationId = "addCandidate", summary = "Add a candidate to an opening", description = "Needs HIRE for the opening.")
	@APIResponse(responseCode = "201", description = "The candidacy")
	@APIResponse(responseCode = "422", description = "Somebody with this e-mail or number is known, or the opening is closed")
	@APIResponse(responseCode = "404", description = "Not there, or not yours")
	public Response add(@RequestBody(description = "Who it is and for which opening", required = true) @NotNull @Valid NewCandidateItem add) {
		var made = hiring.add(new HiringService.NewCandidate(add.openingId(), add.name(), add.email(), add.phone(), add.link(), add.headline(), add.note(), add.source(),
				add.sourceNote(), null, add.consentOn(), add.consentHow(), add.externalId(), add.otherPerson(), add.key()));
		var candidate = hiring.candidateOf(made);
		return Response.status(Response.Status.CREATED).entity(new MadeCandidacy(made, candidate, candidates.twins(candidate).stream().map(CandidateService.TwinRow::candidateId).toList())).build();
	}

	@PUT
	@Path("candidacies/{candidacy}/stage")
	@Consumes(MediaType.APPLICATION_JSON)
	@Needs(HIRE)
	@Operation(operationId = "moveCandidate", summary = "Move a candidate to a stage", description = "Needs HIRE for the opening.")
	@APIResponse(responseCode = "204", description = "The candidate stands there")
	@APIResponse(responseCode = "422", description = "A required card is missing, or it is decided")
	@APIResponse(responseCode = "404", description = "Not there, or not yours")
	public void move(@Parameter(description = "Number of the candidacy") @PathParam("candidacy") long candidacy, @RequestBody(description = "Where to", required = true) @NotNull @Valid StageMoveItem move) {
		hiring.move(candidacy, move.stageId());
	}

	@PUT
	@Path("candidacies/{candidacy}/decision")
	@Consumes(MediaType.APPLICATION_JSON)
	@Needs(HIRE)
	@Operation(operationId = "endCandidacy", summary = "End without a hire", description = "Needs HIRE for the opening.")
	@APIResponse(responseCode = "204", description = "It has ended")
	@APIResponse(responseCode = "422", description = "It had ended already, there is no reason, or the account owes a card")
	@APIResponse(responseCode = "404", description = "Not there, or not yours")
	public void decide(@Parameter(description = "Number of the candidacy") @PathParam("candidacy") long candidacy, @RequestBody(description = "How it ends, and why", required = true) @NotNull @Valid DecisionItem decision) {
		hiring.decide(candidacy, CandidacyState.valueOf(decision.outcome().name()), decision.reason());
	}

	@GET
	@Path("candidacies/{candidacy}/debrief")
	@Needs({HIRE, INTERVIEW})
	@Operation(operationId = "readDebrief", summary = "What the interviewers saw", description = "Needs HIRE for the opening, or INTERVIEW and a seat. Whoever owes a card gets names only.")
	@APIResponse(responseCode = "200", description = "The debrief")
	@APIResponse(responseCode = "404", description = "Not there, or not yours")
	public DebriefItem debrief(@Parameter(description = "Number of the candidacy") @PathParam("candidacy") long candidacy) {
		var page = cards.debrief(candidacy);
		return new DebriefItem(candidacy, page.candidate(), page.state(), page.blind(), page.missing(), page.share(), page.blind() ? null : page.coverage(), page.agreement(),
				page.cards().stream().map(card -> new RecommendationItem(card.interviewer(), card.recommendation(), card.note(), card.submittedAt(), card.share())).toList(),
				page.topics().stream().map(topic -> new TopicItem(topic.code(), topic.name(), topic.weight(), topic.opinion(), topic.mean(), said(page, topic))).toList());
	}

	private static List<SaidItem> said(DebriefPage page, DebriefPage.TopicLine topic) {
		return page.cards().stream().filter(card -> topic.said().containsKey(card.cardId())).map(card -> {
			var said = topic.said().get(card.cardId());
			return new SaidItem(card.interviewer(), said.score(), said.first(), said.couldNotTell(), said.note(), said.selfDiagnosis(), said.praise(), said.improvement(), said.effort());
		}).toList();
	}

	@GET
	@Path("interviews")
	@Needs(INTERVIEW)
	@Operation(operationId = "listOwnInterviews", summary = "The account's own interviews", description = "Needs INTERVIEW.")
	@APIResponse(responseCode = "200", description = "One page of interviews")
	public InterviewList interviews(@Valid @BeanParam Paging paging) {
		var all = cards.myInterviews();
		return new InterviewList(all.stream().skip(paging.offset()).limit(paging.size()).map(row -> new InterviewItem(row.interviewId(), row.seatId(), row.candidacyId(), row.candidate(), row.opening(), row.interview(),
				row.startsAt(), row.endsAt(), row.zone(), row.place(), row.cardState(), row.isDue())).toList(), paging.page(), paging.size(), all.size());
	}

	@GET
	@Path("cards/{seat}")
	@Needs(INTERVIEW)
	@Operation(operationId = "readCard", summary = "The own card", description = "Needs INTERVIEW; only the interviewer whose seat it is.")
	@APIResponse(responseCode = "200", description = "The card with its characteristics")
	@APIResponse(responseCode = "404", description = "Not there, or not yours")
	public CardItem card(@Parameter(description = "Number of the seat in the interview") @PathParam("seat") long seat) {
		var page = cards.card(seat);
		return new CardItem(seat, page.candidate(), page.versionNo(), page.items().stream().map(HiringResource::item).toList(), page.recommendation(), page.note(), page.submittedAt());
	}

	private static CharacteristicItem item(CardPage.Item item) {
		return new CharacteristicItem(item.id(), item.code(), item.name(), item.weight(), item.own(), item.twoPass(),
				item.passes().stream().map(pass -> new PassItem(pass.no(), pass.score(), pass.couldNotTell(), pass.note())).toList(), item.selfDiagnosis(), item.praise(), item.improvement(), item.effort());
	}

	@PUT
	@Path("cards/{seat}/scores")
	@Consumes(MediaType.APPLICATION_JSON)
	@Needs(INTERVIEW)
	@Operation(operationId = "keepScore", summary = "Keep one score of the own card", description = "Needs INTERVIEW; only the interviewer whose seat it is, until the card is in.")
	@APIResponse(responseCode = "204", description = "It is kept")
	@APIResponse(responseCode = "422", description = "The card is in")
	@APIResponse(responseCode = "404", description = "Not there, or not yours")
	public void score(@Parameter(description = "Number of the seat in the interview") @PathParam("seat") long seat, @RequestBody(description = "The score", required = true) @NotNull @Valid ScoreItem score) {
		cards.save(seat, new ScorecardService.SaveScore(score.characteristicId(), score.pass(), score.score(), score.couldNotTell(), score.note()));
	}

	@PUT
	@Path("cards/{seat}/coaching")
	@Consumes(MediaType.APPLICATION_JSON)
	@Needs(INTERVIEW)
	@Operation(operationId = "keepCoaching", summary = "Keep what lies between the two passes of the own card", description = "Needs INTERVIEW; only the interviewer whose seat it is, until the card is in.")
	@APIResponse(responseCode = "204", description = "It is kept")
	@APIResponse(responseCode = "422", description = "The card is in, or the characteristic is scored once")
	@APIResponse(responseCode = "404", description = "Not there, or not yours")
	public void coaching(@Parameter(description = "Number of the seat in the interview") @PathParam("seat") long seat, @RequestBody(description = "What lies between the passes", required = true) @NotNull @Valid CoachingItem coaching) {
		cards.save(seat, new ScorecardService.SaveCoaching(coaching.characteristicId(), coaching.selfDiagnosis(), coaching.praise(), coaching.improvement(), coaching.effort()));
	}

	@PUT
	@Path("cards/{seat}/recommendation")
	@Consumes(MediaType.APPLICATION_JSON)
	@Needs(INTERVIEW)
	@Operation(operationId = "recommend", summary = "Keep the recommendation of the own card", description = "Needs INTERVIEW; only the interviewer whose seat it is, until the card is in.")
	@APIResponse(responseCode = "204", description = "It is kept")
	@APIResponse(responseCode = "422", description = "The card is in")
	@APIResponse(responseCode = "404", description = "Not there, or not yours")
	public void recommend(@Parameter(description = "Number of the seat in the interview") @PathParam("seat") long seat, @RequestBody(description = "What the interviewer would do", required = true) @NotNull @Valid VerdictItem verdict) {
		cards.save(seat, verdict.recommendation(), verdict.note());
	}

	@POST
	@Path("cards/{seat}/submission")
	@Needs(INTERVIEW)
	@Operation(operationId = "submitCard", summary = "Hand the own card in", description = "Needs INTERVIEW; only the interviewer whose seat it is. Handed in twice is handed in once.")
	@APIResponse(responseCode = "204", description = "The card is in and locked")
	@APIResponse(responseCode = "422", description = "Something is neither scored nor marked as not to be told, or nothing is recommended")
	@APIResponse(responseCode = "404", description = "Not there, or not yours")
	public void submit(@Parameter(description = "Number of the seat in the interview") @PathParam("seat") long seat) {
		cards.submit(seat);
	}
}
