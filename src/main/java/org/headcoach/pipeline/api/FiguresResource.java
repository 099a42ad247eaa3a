package org.headcoach.pipeline.api;

import static org.headcoach.people.Permission.SEE_COMPANY;
import static org.headcoach.people.Permission.SEE_LINE;
import static org.headcoach.people.Permission.SEE_OWN_MONTH;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.headcoach.people.Needs;
import org.headcoach.people.PeopleService;
import org.headcoach.pipeline.FigurePages.FiguresAsk;
import org.headcoach.pipeline.FigurePages.MonthLine;
import org.headcoach.pipeline.FigureService;
import org.headcoach.pipeline.Funnel;
import org.headcoach.pipeline.Metrics;
import org.headcoach.site.Paged;
import org.headcoach.site.Paging;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** Monthly figures and the funnels they are counted by. */
@Path("")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Figures", description = "Monthly figures per person and the funnels behind them")
public class FiguresResource {

	@Schema(description = "A month of a person: what was summed, and the metrics that follow. A metric whose divisor is 0 is null")
	public record MonthFigures(String month, int workingDays, Map<String, BigDecimal> sums, Map<String, BigDecimal> metrics) {
	}

	@Schema(description = "A person with the months asked for")
	public record PersonMonths(long personId, String name, Long teamId, String teamName, List<MonthFigures> months) {
	}

	@Schema(description = "One page of people with their figures")
	public record FiguresList(List<PersonMonths> items, int page, int size, long total) implements Paged {
	}

	@Schema(description = "A step of a funnel and what feeds it")
	public record FunnelStep(String code, String name, String fedBy, String activityType, String rule, List<String> values) {
	}

	@Schema(description = "A funnel with its steps in order")
	public record SalesFunnel(Long id, String name, boolean main, String segment, String dealPipeline, List<FunnelStep> steps) {
	}

	@Schema(description = "All funnels")
	public record FunnelList(List<SalesFunnel> items) {
	}

	@Inject
	private FigureService figures;

	@Inject
	private PeopleService people;

	@GET
	@Path("figures")
	@Needs({SEE_OWN_MONTH, SEE_LINE, SEE_COMPANY})
	@Operation(operationId = "listFigures", summary = "Monthly figures of the people within reach",
			description = "People by name, each with the months asked for. Sums carry the codes of the funnel's steps and of the quantities; metrics follow from them.")
	public FiguresList figures(
			@Parameter(description = "The last month, as 2026-10; the last full month when it is left out") @QueryParam("month") @Pattern(regexp = "\\d{4}-(0[1-9]|1[0-2])") String month,
			@Parameter(description = "How many months up to that one") @QueryParam("months") @DefaultValue("1") @Min(1) @Max(FigureService.MOST_MONTHS) int months,
			@Parameter(description = "Only the people of this team") @QueryParam("team") Long team, @Valid @BeanParam Paging paging) {
		var asked = new FiguresAsk(month == null ? lastFullMonth(people.today()) : YearMonth.parse(month), months, team, null, true);
		var metrics = Metrics.of(figures.funnels().get(0));
		var items = figures.figuresByPerson(asked, paging.offset(), paging.size()).stream().map(person -> new PersonMonths(person.personId(), person.name(),
				person.teamId(), person.teamName(), person.months().stream().map(line -> month(metrics, line)).toList())).toList();
		return new FiguresList(items, paging.page(), paging.size(), figures.countByPerson(asked));
	}

	@GET
	@Path("funnel")
	@Operation(operationId = "listFunnels", summary = "The funnels, the main one first",
			description = "Steps in order. A step of the standard funnel that nobody has renamed has no name of its own.")
	public FunnelList funnel() {
		return new FunnelList(figures.funnels().stream().map(FiguresResource::funnel).toList());
	}

	private static SalesFunnel funnel(Funnel funnel) {
		return new SalesFunnel(funnel.id(), funnel.name(), funnel.main(), funnel.segment(), funnel.dealPipeline(), funnel.steps().stream()
				.map(step -> new FunnelStep(step.code(), step.name(), step.fedBy().name(), step.feedValue(), step.rule().name(), step.values())).toList());
	}

	private static MonthFigures month(Metrics metrics, MonthLine line) {
		var values = new LinkedHashMap<String, BigDecimal>();
		metrics.all().forEach(metric -> values.put(metric.code(), metric.of(line.sums().quantities()).value()));
		return new MonthFigures(line.month().toString(), line.sums().workingDays(), line.sums().quantities().byCode(), values);
	}

	private static YearMonth lastFullMonth(LocalDate today) {
		return YearMonth.from(today).minusMonths(1);
	}
}
