package org.headcoach.coaching.api;

import static org.headcoach.people.Permission.SEE_COMPANY;
import static org.headcoach.people.Permission.SEE_LINE;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.headcoach.coaching.EffectPage;
import org.headcoach.coaching.EffectRow;
import org.headcoach.coaching.EffectService;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** Whether coaching worked. */
@Path("coaching-effects")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Needs({SEE_LINE, SEE_COMPANY})
@Tag(name = "Coaching effects", description = "What became of the metric of each plan whose window has closed")
public class EffectsResource {

	@Schema(description = "One plan. Changes are relative to what was expected without coaching, 0.12 for 12 % more; null where there was not enough data. "
			+ "The verdict is BETTER, CANNOT_TELL, WORSE or NOT_ENOUGH_DATA, in the metric's good direction")
	public record Effect(long planId, long personId, String person, long managerId, String manager, String skill, String metric, String month, String windowFrom,
			String windowUntil, long trialsBefore, Double before, long trialsAfter, Double after, Double expected, Double plainChange, Double change, Double low,
			Double high, Double probabilityBetter, Double peersChange, int peers, String verdict, Instant measuredAt) {
	}

	@Schema(description = "Plans together; improvement is the average change in the good direction with its 90 % interval")
	public record Together(String name, int plans, int measured, Double improvement, Double low, Double high, String verdict) {
	}

	@Schema(description = "One page of plans, and all of them pooled by skill, activity and manager")
	public record Effects(List<Effect> items, int page, int size, long total, Together all, List<Together> bySkill, List<Together> byActivity,
			List<Together> byManager) implements Paged {
	}

	@Inject
	private EffectService effects;

	@Inject
	private PeopleService people;

	@GET
	@Operation(operationId = "listCoachingEffects", summary = "Effects of the plans whose windows closed in twelve months",
			description = "The plans of the people below the account, the latest window first, alone and pooled by skill, by kind of activity that was done, and by manager.")
	public Effects effects(@Parameter(description = "The last month in which windows closed, as 2026-10; the last full month when it is left out") @QueryParam("month")
			@Pattern(regexp = "\\d{4}-(0[1-9]|1[0-2])") String month, @Valid @BeanParam Paging paging) {
		var found = effects.page(month == null ? YearMonth.from(people.today()).minusMonths(1) : YearMonth.parse(month));
		return new Effects(found.rows().stream().skip(paging.offset()).limit(paging.size()).map(EffectsResource::effect).toList(), paging.page(), paging.size(),
				found.rows().size(), together(found.all()), found.bySkill().stream().map(EffectsResource::together).toList(),
				found.byActivity().stream().map(EffectsResource::together).toList(), found.byManager().stream().map(EffectsResource::together).toList());
	}

	private static Effect effect(EffectRow row) {
		return new Effect(row.planId(), row.personId(), row.personName(), row.managerId(), row.managerName(), row.skillName(), row.metric(), row.month().toString(),
				row.from().toString(), row.until().toString(), row.trialsBefore(), row.plainBefore(), row.trialsAfter(), row.plainAfter(), row.expected(),
				row.naiveChange(), row.relativeChange(), row.lowChange(), row.highChange(), row.probabilityBetter(), row.commonChange(), row.peers(),
				row.verdict().name(), row.measuredAt().toInstant());
	}

	private static Together together(EffectPage.Pool pool) {
		return new Together(pool.name(), pool.plans(), pool.measured(), pool.improvement(), pool.low(), pool.high(), pool.verdict().name());
	}
}
