package org.headcoach.training.api;

import static org.headcoach.people.Permission.SEE_READINESS;
import static org.headcoach.people.Permission.TAKE_EXAMS;
import static org.headcoach.people.Permission.TRAIN;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.headcoach.people.Needs;
import org.headcoach.site.Paged;
import org.headcoach.site.Paging;
import org.headcoach.training.Assessment;
import org.headcoach.training.AssessmentPage;
import org.headcoach.training.CertificationService;
import org.headcoach.training.CertificationVersion;
import org.headcoach.training.ReadinessService;
import org.headcoach.training.engine.ResultRule;
import org.headcoach.training.engine.Validity;

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

/** What can be certified, role plays and their cards, and who is ready; with the rights of the pages. */
@Path("training")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Certifications", description = "Skills that are certified in role plays, and who holds them")
public class CertificationsResource {

	@Schema(description = "A certification in its latest version. stage is the code of a step of the main sales process, null for the whole of it; validMonths null: without end; own: how the account's own certificate stands")
	public record CertificationItem(long id, int version, String title, CertificationVersion.Level level, String stage, int behaviours, BigDecimal passMark, Integer validMonths, boolean retired, Validity.State own) {
	}

	@Schema(description = "One page of certifications")
	public record CertificationList(List<CertificationItem> items, int page, int size, long total) implements Paged {
	}

	@Schema(description = "A behaviour with the words for each of its four scores")
	public record RubricItem(String behaviour, String at1, String at5, String at7, String at10) {
	}

	@Schema(description = "What must have happened before the stage counts as done; evidence is ON_FILE or BUYER_CONFIRMS")
	public record ExitCriterion(String criterion, String evidence) {
	}

	@Schema(description = "What a certification asks. rule: the result is the MEAN or the MINIMUM of the behaviours; floor: least for each behaviour, null for none")
	public record CertificationDetail(long id, int version, String title, CertificationVersion.Level level, String stage, String scenario, int minutes, ResultRule rule, BigDecimal passMark, BigDecimal floor,
			int evaluators, Integer validMonths, int renewalDays, List<RubricItem> rubric, List<ExitCriterion> exitCriteria) {
	}

	@Schema(description = "What one evaluator gave; scores is empty before all cards are in, unless it is the account's own")
	public record RolePlayCard(String evaluator, boolean own, boolean handedIn, List<Integer> scores) {
	}

	@Schema(description = "A role play. meetsAt is on the clock of the company; score, verified and passed are null before all cards are in; certificate is the number of the one that it gave")
	public record RolePlayDetail(long id, long certificationId, int version, long personId, String person, LocalDateTime meetsAt, Assessment.State state, BigDecimal score, Boolean verified, Boolean passed,
			String certificate, List<RolePlayCard> cards) {
	}

	@Schema(description = "An appointment. evaluators: person-ID or account-ID. key: sent twice with the same key, it makes one appointment")
	public record NewRolePlay(@NotNull Long certificationId, @NotNull Long personId, @NotNull LocalDateTime meetsAt, String place, @NotNull @Size(min = 1, max = 5) Set<@NotNull String> evaluators,
			@NotNull @Size(min = 1, max = 40) String key) {
	}

	@Schema(description = "A card: a score of 1, 5, 7 or 10 for each behaviour in the order of the rubric, and the places, from 0, of the exit criteria that were met")
	public record NewCard(@NotNull @Size(min = 1, max = 12) List<@NotNull Integer> scores, Set<@NotNull Integer> met, String praise, String better) {
	}

	@Schema(description = "How somebody stands with one certification; state null: never earned")
	public record HeldCertification(long certificationId, Validity.State state, LocalDate lastDay, LocalDateTime planned) {
	}

	@Schema(description = "A line of the matrix. readyToSellAlone is null for a role without a path")
	public record ReadinessItem(long personId, String person, String team, Boolean readyToSellAlone, String next, boolean late, List<HeldCertification> certifications) {
	}

	@Schema(description = "One page of the matrix of today")
	public record ReadinessList(List<ReadinessItem> items, int page, int size, long total) implements Paged {
	}

	@Inject
	private CertificationService certifications;

	@Inject
	private ReadinessService readiness;

	@GET
	@Path("certifications")
	@Needs({TAKE_EXAMS, SEE_READINESS, TRAIN})
	@Operation(operationId = "listCertifications", summary = "What can be certified", description = "In their latest versions. Needs TAKE_EXAMS, SEE_READINESS or TRAIN.")
	@APIResponse(responseCode = "200", description = "One page of certifications")
	public CertificationList list(@Valid @BeanParam Paging paging) {
		var all = certifications.catalogue();
		return new CertificationList(all.stream().skip(paging.offset()).limit(paging.size()).map(row -> new CertificationItem(row.id(), row.versionNo(), row.title(), row.level(),
				row.stage() == null ? null : row.stage().code(), row.behaviours(), row.passMark(), row.validMonths(), row.retired(), row.own() == null ? null : row.own().state())).toList(), paging.page(),
				paging.size(), all.size());
	}

	@GET
	@Path("certifications/{id}")
	@Needs({TAKE_EXAMS, SEE_READINESS, TRAIN})
	@Operation(operationId = "getCertification", summary = "What a certification asks", description = "Word for word as evaluators score it. Needs TAKE_EXAMS, SEE_READINESS or TRAIN.")
	@APIResponse(responseCode = "200", description = "The certification")
	@APIResponse(responseCode = "404", description = "There is none")
	public CertificationDetail certification(@Parameter(description = "Number of the certification") @PathParam("id") long id) {
		var page = certifications.certification(id, null);
		return new CertificationDetail(page.id(), page.versionNo(), page.title(), page.level(), page.stage() == null ? null : page.stage().code(), page.scenario(), page.minutes(), page.rule(), page.passMark(),
				page.floor(), page.evaluators(), page.validMonths(), page.renewalDays(),
				page.behaviours().stream().map(one -> new RubricItem(one.name(), one.atOne(), one.atFive(), one.atSeven(), one.atTen())).toList(),
				page.criteria().stream().map(one -> new ExitCriterion(one.wording(), one.evidence().name())).toList());
	}

	@POST
	@Path("role-plays")
	@Consumes(MediaType.APPLICATION_JSON)
	@Needs(TRAIN)
	@Operation(operationId = "appointRolePlay", summary = "Appoint a role play", description = "Nobody is scored by oneself or by anybody above in the line on that day. Needs TRAIN.")
	@APIResponse(responseCode = "200", description = "The role play")
	@APIResponse(responseCode = "422", description = "It cannot be appointed so")
	public RolePlayDetail appoint(@Valid @NotNull NewRolePlay wanted) {
		return rolePlay(certifications.appoint(
				new CertificationService.Appoint(wanted.certificationId(), wanted.personId(), wanted.meetsAt(), wanted.place(), wanted.evaluators(), wanted.key())));
	}

	@GET
	@Path("role-plays/{id}")
	@Operation(operationId = "getRolePlay", summary = "A role play", description = "For the person, leaders above, who trains, and its evaluators. Needs one of them.")
	@APIResponse(responseCode = "200", description = "The role play")
	@APIResponse(responseCode = "404", description = "There is none that the account sees")
	public RolePlayDetail rolePlay(@Parameter(description = "Number of the role play") @PathParam("id") long id) {
		var page = certifications.assessment(id);
		return new RolePlayDetail(id, page.rubric().id(), page.rubric().versionNo(), page.personId(), page.person(), page.meetsAt(), page.state(), page.score(),
				page.result() == null ? null : page.result().verified(), page.result() == null ? null : page.result().passed(), page.certificate() == null ? null : page.certificate().number(),
				page.cards().stream().map(card -> new RolePlayCard(card.evaluator(), card.own(), card.handedInAt() != null, card.scores().stream().map(AssessmentPage.Score::points).toList())).toList());
	}

	@POST
	@Path("role-plays/{id}/card")
	@Consumes(MediaType.APPLICATION_JSON)
	@Operation(operationId = "handInCard", summary = "Hand in the own card", description = "The last card settles the role play. The same card sent twice counts once. For its evaluators.")
	@APIResponse(responseCode = "204", description = "It is in")
	@APIResponse(responseCode = "404", description = "The account does not score there")
	@APIResponse(responseCode = "422", description = "A score is missing or none of the rubric's")
	public Response handIn(@Parameter(description = "Number of the role play") @PathParam("id") long id, @Valid @NotNull NewCard card) {
		certifications.handIn(new CertificationService.WriteCard(id, card.scores().stream().map(points -> new CertificationService.WriteScore(points, null)).toList(),
				card.met() == null ? Set.of() : card.met(), card.praise(), card.better()));
		return Response.noContent().build();
	}

	@GET
	@Path("readiness")
	@Needs({SEE_READINESS, TRAIN})
	@Operation(operationId = "listReadiness", summary = "Who is ready", description = "People below in the line, for who trains everybody. Needs SEE_READINESS or TRAIN.")
	@APIResponse(responseCode = "200", description = "One page of the matrix")
	public ReadinessList readiness(@Parameter(description = "Number of a team; without it everybody whom the account sees") @QueryParam("team") Long team, @Valid @BeanParam Paging paging) {
		var page = readiness.matrix(team);
		return new ReadinessList(page.lines().stream().skip(paging.offset()).limit(paging.size()).map(line -> new ReadinessItem(line.personId(), line.person(), line.team(), line.ready(), line.next(), line.late(),
				IntStream.range(0, page.columns().size()).mapToObj(i -> new HeldCertification(page.columns().get(i).certificationId(), line.cells().get(i).state(), line.cells().get(i).lastDay(),
						line.cells().get(i).planned())).toList())).toList(), paging.page(), paging.size(), page.lines().size());
	}
}
