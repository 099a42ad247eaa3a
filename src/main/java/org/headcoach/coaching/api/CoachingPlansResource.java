package org.headcoach.coaching.api;

import static org.headcoach.people.Permission.SEE_LINE;
import static org.headcoach.people.Permission.SEE_OWN_MONTH;

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
import org.headcoach.coaching.CoachingMonth;
import org.headcoach.coaching.CoachingService;
import org.headcoach.coaching.PlanPage;
import org.headcoach.coaching.PlanRow;
import org.headcoach.people.Needs;
import org.headcoach.people.PeopleService;
import org.headcoach.site.Paged;
import org.headcoach.site.Paging;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** Coaching plans within the token's reach. A rep's token sees a plan once the own self-review is in, as on the pages. */
@Path("coaching-plans")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Needs({SEE_OWN_MONTH, SEE_LINE})
@Tag(name = "Coaching plans", description = "Coaching plans: one skill a rep and month")
public class CoachingPlansResource {

	@Schema(description = "A plan in a list. Rates are shares: 0.28 for 28 %")
	public record PlanItem(long id, long personId, String personName, long managerId, String managerName,
			@Schema(description = "The coaching month, as 2026-11") String month,
			@Schema(description = "The last month whose figures were talked about, as 2026-10") String figures, Long skillId, String skill,
			@Schema(description = "Code of the metric in which it must show") String metric, BigDecimal baseline, BigDecimal target, LocalDate windowFrom,
			LocalDate windowUntil, @Schema(description = "DRAFT, AGREED or SENT_BACK") String status,
			@Schema(description = "How often it was agreed; 0 for a draft") int edition, Instant agreedAt, long planned, long done) {

		static PlanItem of(PlanRow row) {
			return new PlanItem(row.id(), row.personId(), row.personName(), row.managerId(), row.managerName(), row.month().toString(), row.month().figures().toString(),
					row.skillId(), row.skillName(), row.metric(), row.baseline(), row.target(), row.windowFrom(), row.windowUntil(), row.status().name(), row.edition(),
					row.agreedAt() == null ? null : row.agreedAt().toInstant(), row.planned(), row.done());
		}
	}

	@Schema(description = "One page of plans")
	public record PlansPage(List<PlanItem> items, int page, int size, long total) implements Paged {
	}

	@Schema(description = "Something to do, and how far it is")
	public record PlanActivity(long id, @Schema(description = "CALL_REVIEW, ROLE_PLAY, SHADOWING, SIT_IN, DEAL_REVIEW, EXAM, PRACTICE or OTHER") String kind, String what,
			int planned, int done, LocalDate dueOn) {
	}

	@Schema(description = "A check-in that was held")
	public record PlanCheckIn(LocalDate heldOn, String note, int minutes, String notedBy) {
	}

	@Schema(description = "What the plan was decided on, as it stood then")
	public record PlanEvidence(String metric, int months, Double successes, Double trials, Double value, Double estimate, Double low, Double high, Double peers, String verdict,
			long n) {
	}

	@Schema(description = "A plan in depth")
	public record PlanInDepth(long id, long personId, String personName, long managerId, String managerName, String month, String figures, Long skillId, String skill,
			String howDecided, PlanEvidence evidence, String metric, BigDecimal baseline, BigDecimal target, LocalDate windowFrom, LocalDate windowUntil, String status, int edition,
			Instant agreedAt, String agreedBy, @Schema(description = "Only for the two, and for the line above where it is shared") String note, List<PlanActivity> activities,
			List<PlanCheckIn> checkIns) {

		static PlanInDepth of(PlanPage plan) {
			var evidence = plan.evidence();
			return new PlanInDepth(plan.id(), plan.personId(), plan.personName(), plan.managerId(), plan.managerName(), plan.month().toString(),
					plan.month().figures().toString(), plan.skillId(), plan.skillName(), plan.howDecided(),
					evidence == null ? null : new PlanEvidence(evidence.metric(), evidence.months(), evidence.successes(), evidence.trials(), evidence.value(), evidence.estimate(),
							evidence.low(), evidence.high(), evidence.peers(), evidence.verdict(), evidence.n()),
					plan.metric(), plan.baseline(), plan.target(), plan.windowFrom(), plan.windowUntil(), plan.status().name(), plan.edition(), plan.agreedAt(), plan.agreedBy(),
					plan.privateNote(),
					plan.activities().stream().map(a -> new PlanActivity(a.id(), a.kind().name(), a.what(), a.plannedCount(), a.doneCount(), a.dueOn())).toList(),
					plan.checkIns().stream().map(c -> new PlanCheckIn(c.heldOn(), c.note(), c.minutes(), c.notedBy())).toList());
		}
	}

	@Inject
	private CoachingService coaching;

	@Inject
	private PeopleService people;

	@GET
	@Operation(operationId = "listCoachingPlans", summary = "Coaching plans of a month within reach", description = "The plans that talk about one month's figures, by name.")
	@APIResponse(responseCode = "200", description = "One page of plans")
	@APIResponse(responseCode = "400", description = "A parameter is wrong")
	public PlansPage plans(@Valid @BeanParam Paging paging,
			@Parameter(description = "The month of the figures, as 2026-10, whose plans are for the month after; the last full month when left out")
			@QueryParam("month") @Pattern(regexp = "\\d{4}-(0[1-9]|1[0-2])") String month,
			@Parameter(description = "Only this team") @QueryParam("team") Long team) {
		var figures = month == null ? YearMonth.from(people.today()).minusMonths(1) : YearMonth.parse(month);
		var rows = coaching.plans(CoachingMonth.after(figures), team);
		return new PlansPage(rows.stream().skip(paging.offset()).limit(paging.size()).map(PlanItem::of).toList(), paging.page(), paging.size(), rows.size());
	}

	@GET
	@Path("{id}")
	@Operation(operationId = "getCoachingPlan", summary = "A coaching plan in depth", description = "404 for a plan beyond the token's reach, as for one that does not exist.")
	@APIResponse(responseCode = "200", description = "The plan")
	@APIResponse(responseCode = "404", description = "Not there, or not yours")
	public PlanInDepth plan(@Parameter(description = "Number of the plan") @PathParam("id") long id) {
		return PlanInDepth.of(coaching.plan(id));
	}
}
