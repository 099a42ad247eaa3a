package org.headcoach.hiring.api;

import static org.headcoach.people.Permission.EDIT_HIRING_MODEL;
import static org.headcoach.people.Permission.HIRE;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.headcoach.hiring.LearningPage;
import org.headcoach.hiring.LearningService;
import org.headcoach.hiring.LearningService.AcceptWeights;
import org.headcoach.hiring.engine.Calibration;
import org.headcoach.hiring.engine.Learning.Caution;
import org.headcoach.hiring.engine.Outcomes.Measure;
import org.headcoach.hiring.engine.Relation.Reading;
import org.headcoach.people.Needs;
import org.headcoach.shared.statistics.Interval;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** What hires have taught about a hiring model, and how its interviewers score. */
@Path("hiring-learning/{model}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Hiring: learning", description = "Which scores told who would succeed, proposed weights, and interviewers")
public class LearningResource {

	@Schema(description = "A characteristic against the outcome among the hired. rank: Spearman; share: standardized regression; both with the ends of their 90 % intervals, null without enough people")
	public record LearntCharacteristic(String code, String name, int people, int missing, Double rank, Double rankLow, Double rankHigh, Double share, Double shareLow, Double shareHigh, Double spreadRatio,
			Double unrestricted, Reading reading) {
	}

	@Schema(description = "A weight and what it would be. judged: whether the data say anything about it")
	public record ProposedWeight(String code, BigDecimal before, BigDecimal after, boolean judged) {
	}

	@Schema(description = "The year's decisions under both weights. comesIn, dropsOut, missed (hired, did well, not on top any more): how many; rankBefore and rankUnseen: how well old and new weights rank hires, the new ones of people they have not seen")
	public record Trial(int people, int places, int comesIn, int dropsOut, int missed, Double rankBefore, Double rankUnseen) {
	}

	@Schema(description = "A recorded group as a sum of ten people or more; group null: small ones put together. ratio: the share chosen by that of the group with the highest; below 0.8 is a sign of adverse impact")
	public record ChosenGroup(String dimension, String group, int people, int chosenBefore, Double ratioBefore, int chosenAfter, Double ratioAfter, double chance) {
	}

	@Schema(description = "What hires have taught. refused: too few people, then there are no characteristics and nothing is proposed")
	public record ModelLearning(long model, String name, long versionId, int versionNo, Measure measure, YearMonth lastMonth, int hires, int measured, int notYet, int left, boolean refused, Set<Caution> cautions,
			List<LearntCharacteristic> characteristics, boolean worthwhile, List<ProposedWeight> weights, Trial trial, List<ChosenGroup> groups) {
	}

	@Schema(description = "Accepting: the version and the weights that were seen, and why")
	public record Acceptance(@NotNull Long versionId, @NotNull Measure measure, @NotEmpty Map<@NotNull String, @NotNull BigDecimal> weights, @NotNull @Size(min = 1, max = 2000) String reason) {
	}

	@Schema(description = "The new version")
	public record AcceptedVersion(long versionId, Instant publishedAt) {
	}

	@Schema(description = "A figure of an interviewer: plain as it is, estimate between it and the mean of all, with its 90 % interval; null without enough people")
	public record InterviewerFigure(int people, Double plain, Double estimate, Double low, Double high) {
	}

	@Schema(description = "How an interviewer scores. leniency in points against others who saw the same candidates; spread against all; validity is null where the account does not lead the formula")
	public record InterviewerItem(long accountId, String name, int cards, InterviewerFigure leniency, InterviewerFigure spread, InterviewerFigure validity) {
	}

	@Schema(description = "All interviewers of a model")
	public record Interviewers(long model, Measure measure, int candidates, List<InterviewerItem> items) {
	}

	@Inject
	private LearningService learning;

	@GET
	@Needs(EDIT_HIRING_MODEL)
	@Operation(operationId = "getHiringLearning", summary = "What hires have taught about a model", description = "Fewer than ten measured hires are refused, fewer than twenty warned. Needs EDIT_HIRING_MODEL.")
	@APIResponse(responseCode = "200", description = "What was learnt")
	@APIResponse(responseCode = "404", description = "Not there, not published, or not yours")
	public ModelLearning learning(@Parameter(description = "Number of the hiring model") @PathParam("model") long model,
			@Parameter(description = "What is measured; attainment where it is left out") @QueryParam("measure") Measure measure) {
		var page = learning.learn(model, measure);
		var learnt = page.learning();
		var proposal = page.proposal();
		return new ModelLearning(page.modelId(), page.model(), page.versionId(), page.versionNo(), page.measure(), page.lastMonth(), page.counts().hires(), page.counts().measured(), page.counts().notYet(),
				page.counts().left(), learnt.refused(), learnt.cautions(),
				learnt.characteristics().stream().map(one -> new LearntCharacteristic(one.code(), page.names().get(one.code()), one.people(), one.missing(), one.rank(), low(one.rankInterval()), high(one.rankInterval()),
						one.share(), low(one.shareInterval()), high(one.shareInterval()), one.spreadRatio(), one.unrestricted(), one.reading())).toList(),
				proposal != null && proposal.worthwhile(), proposal == null ? List.of() : proposal.weights().stream().map(line -> new ProposedWeight(line.code(), line.before(), line.after(), line.judged())).toList(),
				proposal == null ? null : trial(proposal.backTest()),
				proposal == null ? List.of() : proposal.impacts().stream().flatMap(impact -> impact.groups().stream().map(group -> new ChosenGroup(impact.dimension(), group.name(), group.people(), group.before().chosen(),
						group.before().ratio(), group.after().chosen(), group.after().ratio(), group.after().chance()))).toList());
	}

	private static Trial trial(LearningPage.BackTestPage test) {
		return new Trial(test.people(), test.places(), test.in().size(), test.out().size(), test.missed().size(), test.before(), test.unseen());
	}

	@POST
	@Path("acceptances")
	@Consumes(MediaType.APPLICATION_JSON)
	@Needs(EDIT_HIRING_MODEL)
	@Operation(operationId = "acceptHiringWeights", summary = "Accept the proposed weights", description = "Publishes them as the next version. Of one version it is done once; again it answers the same version. Needs EDIT_HIRING_MODEL.")
	@APIResponse(responseCode = "200", description = "The new version")
	@APIResponse(responseCode = "404", description = "Not there, or not yours")
	@APIResponse(responseCode = "422", description = "Nothing is proposed, or it has changed since it was seen")
	public AcceptedVersion accept(@Parameter(description = "Number of the hiring model") @PathParam("model") long model,
			@RequestBody(description = "What is accepted", required = true) @NotNull @Valid Acceptance acceptance) {
		var version = learning.accept(new AcceptWeights(model, acceptance.versionId(), acceptance.measure(), acceptance.weights(), acceptance.reason()));
		return new AcceptedVersion(version, learning.learn(model, acceptance.measure()).lessons().get(0).at());
	}

	@GET
	@Path("interviewers")
	@Needs({HIRE, EDIT_HIRING_MODEL})
	@Operation(operationId = "getInterviewerCalibration", summary = "How the interviewers of a model score", description = "By candidates who were decided on. How well cards told who would succeed stands there for who has EDIT_HIRING_MODEL. Needs HIRE or EDIT_HIRING_MODEL.")
	@APIResponse(responseCode = "200", description = "All interviewers")
	@APIResponse(responseCode = "404", description = "Not there, not published, or not yours")
	public Interviewers interviewers(@Parameter(description = "Number of the hiring model") @PathParam("model") long model,
			@Parameter(description = "What validity is measured against; attainment where it is left out") @QueryParam("measure") Measure measure) {
		var page = learning.calibration(model, measure);
		return new Interviewers(page.modelId(), page.measure(), page.candidates(), page.rows().stream()
				.map(row -> new InterviewerItem(row.accountId(), row.name(), row.cards(), figure(row.leniency()), figure(row.spread()), row.validity() == null ? null : figure(row.validity()))).toList());
	}

	private static InterviewerFigure figure(Calibration.Figure figure) {
		return new InterviewerFigure(figure.people(), figure.plain(), figure.estimate(), low(figure.interval()), high(figure.interval()));
	}

	private static Double low(Interval interval) {
		return interval == null ? null : (Double) interval.low();
	}

	private static Double high(Interval interval) {
		return interval == null ? null : (Double) interval.high();
	}
}
