package org.headcoach.pipeline.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.headcoach.pipeline.FigurePages.FiguresAsk;
import org.headcoach.pipeline.FigurePages.FiguresPage;
import org.headcoach.pipeline.FigurePages.Line;
import org.headcoach.pipeline.FigurePages.MonthLine;
import org.headcoach.pipeline.FigurePages.Scope;
import org.headcoach.pipeline.FigurePages.Sums;
import org.headcoach.pipeline.FigureService;
import org.headcoach.pipeline.Metric;
import org.headcoach.pipeline.Metric.Figure;
import org.headcoach.pipeline.Metric.Kind;
import org.headcoach.site.Here;
import org.headcoach.site.Messages;
import org.headcoach.site.tags.Drawing;
import org.headcoach.site.tags.Markup;
import org.headcoach.site.tags.PersonLine;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** Figures of a team, a region or the company: by month, and in the month by team or person. All it is asked stands in the address. */
@Named
@RequestScoped
public class FiguresView {

	/** Which columns are shown. */
	public enum Show {
		VOLUMES, PER_DAY, CONVERSIONS, MONEY
	}

	/** The cell of a printed figure: the value (a link where it can be peeled), of how many, the change against the month before. */
	public record Cell(String column, String text, String change, String outOf, String link) implements Drawing {

		@Override
		public void on(FacesContext faces, Markup markup) {
			markup.open("td", "class", "num", "data-label", column);
			if (link != null) {
				markup.open("a", "href", link, "title", text(faces, "pipeline.figures.peel"));
			}
			markup.element("bdi", text);
			if (link != null) {
				markup.close("a");
			}
			if (!outOf.isEmpty() || !change.isEmpty()) {
				markup.open("small");
				markup.text(outOf.isEmpty() || change.isEmpty() ? outOf : outOf + " · ");
				if (!change.isEmpty()) {
					markup.element("bdi", change, "title", text(faces, "pipeline.figures.change"));
				}
				markup.close("small");
			}
			markup.close("td");
		}

		private static String text(FacesContext faces, String key) {
			return Messages.text(faces.getViewRoot().getLocale(), key);
		}
	}

	public record Column(String code, String name, String sortLink, boolean sorted, boolean descending) {
	}

	public record Row(String name, Drawing person, String link, boolean own, List<Cell> cells) {
	}

	public record Choice(String name, String link, boolean chosen) {
	}

	static final int PAGE = 50;

	@Inject
	private FigureService figures;

	@Inject
	private Here here;

	@Inject
	private FigureTexts texts;

	@Inject
	private HttpServletRequest request;

	private FiguresPage page;
	private Show show;
	private Address address;
	private List<Metric> metrics;
	private List<Line> sorted;
	private int pageNumber;
	private List<Column> columns;
	private List<Row> rows;
	private List<Row> months;
	private List<Cell> total;
	private List<Cell> company;

	@PostConstruct
	void load() {
		show = choice(Show.class, request.getParameter("show"), Show.VOLUMES);
		page = figures.figures(ask(request, here));
		if (show == Show.MONEY && !isMoneyShown()) {
			show = Show.VOLUMES;
		}
		var asked = new LinkedHashMap<String, String>();
		for (var name : List.of("month", "months", "team", "region", "by", "show", "sort", "dir")) {
			if (request.getParameter(name) != null) {
				asked.put(name, request.getParameter(name));
			}
		}
		address = new Address(request.getContextPath() + "/pipeline/figures", asked);
		metrics = shown(page, show);
		sorted = page.lines().stream().sorted(order()).toList();
		pageNumber = Math.min(Math.max(number(request.getParameter("page"), 1), 1), getPages());
		columns = columns();
		rows = rows();
		months = months();
		total = cells(page.total(), page.months().size() > 1 ? page.months().get(1).sums() : null, null, null);
		company = company();
	}

	/** What the address asks: month, months (6), team, region, by=person. */
	static FiguresAsk ask(HttpServletRequest request, Here here) {
		var region = request.getParameter("region");
		return new FiguresAsk(here.getMonth(), number(request.getParameter("months"), 6), here.getTeamId(),
				region != null && region.matches("\\d{1,18}") ? Long.valueOf(region) : null, "person".equals(request.getParameter("by")));
	}

	static int number(String text, int otherwise) {
		return text != null && text.matches("\\d{1,4}") ? Integer.parseInt(text) : otherwise;
	}

	static <E extends Enum<E>> E choice(Class<E> type, String text, E otherwise) {
		for (var each : type.getEnumConstants()) {
			if (each.name().equalsIgnoreCase(text)) {
				return each;
			}
		}
		return otherwise;
	}

	static List<Metric> shown(FiguresPage page, Show show) {
		var kinds = switch (show) {
			case VOLUMES, PER_DAY -> Set.of(Kind.VOLUME);
			case CONVERSIONS -> Set.of(Kind.CONVERSION);
			case MONEY -> Set.of(Kind.TOTAL, Kind.AVERAGE, Kind.CHURN);
		};
		return page.metrics().all().stream().filter(metric -> kinds.contains(metric.kind())).toList();
	}

	private Comparator<Line> order() {
		var sort = request.getParameter("sort");
		var by = metrics.stream().filter(metric -> metric.code().equals(sort)).findFirst().orElse(null);
		if (by == null) {
			return isDescending() ? Comparator.comparing(Line::name, String.CASE_INSENSITIVE_ORDER).reversed() : Comparator.comparing(Line::name, String.CASE_INSENSITIVE_ORDER);
		}
		Comparator<BigDecimal> values = isDescending() ? Comparator.reverseOrder() : Comparator.naturalOrder();
		return Comparator.comparing((Line line) -> figure(by, line.now()).value(), Comparator.nullsLast(values)).thenComparing(Line::name);
	}

	private boolean isDescending() {
		return "desc".equals(request.getParameter("dir"));
	}

	private Figure figure(Metric metric, Sums sums) {
		return show == Show.PER_DAY ? metric.perDay(sums.quantities(), sums.workingDays()) : metric.of(sums.quantities());
	}

	private Cell cell(Metric metric, Sums now, Sums before, String link) {
		var figure = figure(metric, now);
		if (show == Show.PER_DAY) {
			return new Cell(texts.name(metric), texts.perDay(metric, now.quantities(), now.workingDays()), before == null ? "" : texts.changePerDay(figure, figure(metric, before)), "", null);
		}
		return new Cell(texts.name(metric), texts.text(metric.unit(), figure, decimals(metric)), before == null ? "" : texts.change(metric.unit(), figure, figure(metric, before), decimals(metric)),
				metric.kind() == Kind.CONVERSION || metric.kind() == Kind.CHURN ? texts.outOf(figure) : "", link);
	}

	/** The whole way and churn are small rates over many; the others would pretend. */
	private int decimals(Metric metric) {
		return metric.kind() == Kind.CHURN || metric.kind() == Kind.CONVERSION && !follows(metric) ? 1 : 0;
	}

	private List<Cell> cells(Sums now, Sums before, String person, String team) {
		return metrics.stream().map(metric -> cell(metric, now, before, metric.kind() == Kind.CONVERSION && follows(metric) ? peel(metric, person, team) : null)).toList();
	}

	/** Only from one step to the next: the whole way has no single step to look under. */
	private boolean follows(Metric metric) {
		return page.metrics().funnel().before(metric.step().code()).filter(metric.from()::equals).isPresent();
	}

	private String peel(Metric metric, String person, String team) {
		if (person == null && team == null && page.scope() == Scope.TEAM) {
			team = page.scopeId().toString();
		}
		return new Address(request.getContextPath() + "/pipeline/peel", Map.of()).with("month", here.getMonth()).with("person", person).with("team", team)
				.with("step", metric.step().code()).toString();
	}

	/** A rep's team-mates earn money that is not the rep's business. */
	private boolean isMoneyShown() {
		return page.scope() != Scope.TEAM || here.may("SEE_LINE") || here.may("SEE_COMPANY");
	}

	public FiguresPage getPage() {
		return page;
	}

	public boolean isNothing() {
		return page.months().stream().allMatch(line -> line.sums().quantities().byCode().isEmpty());
	}

	/** How many of the last step came of how many of the first, against the month before. */
	public String getAnswer() {
		var funnel = page.metrics().funnel();
		var now = page.months().get(0).sums().quantities();
		if (now.byCode().isEmpty()) {
			return texts.html("pipeline.figures.answer.nothing", here.getMonth());
		}
		var last = now.count(funnel.last().code());
		var more = last - page.months().get(1).sums().quantities().count(funnel.last().code());
		var change = more == 0 ? texts.of("pipeline.figures.answer.same")
				: texts.of(more > 0 ? "pipeline.figures.answer.more" : "pipeline.figures.answer.fewer", Math.abs(more));
		return texts.html("pipeline.figures.answer.steps", texts.name(funnel.last()), last,
				texts.name(funnel.first()), now.count(funnel.first().code()), here.getMonth(), change);
	}

	private List<Column> columns() {
		var sort = request.getParameter("sort");
		return metrics.stream().map(metric -> {
			var isSorted = metric.code().equals(sort);
			return new Column(metric.code(), texts.name(metric), address.with("sort", metric.code()).with("dir", isSorted && isDescending() ? "asc" : "desc").toString(),
					isSorted, isDescending());
		}).toList();
	}

	/** Back to names, or the other way round. */
	public String getNameSortLink() {
		var byName = metrics.stream().noneMatch(metric -> metric.code().equals(request.getParameter("sort")));
		return address.with("sort", null).with("dir", byName && !isDescending() ? "desc" : null).toString();
	}

	private List<Row> rows() {
		var teamsDiffer = sorted.stream().map(Line::second).distinct().count() > 1;
		return sorted.stream().skip((pageNumber - 1L) * PAGE).limit(PAGE).map(line -> {
			var id = String.valueOf(line.id());
			var link = page.linesAreTeams() ? address.with("team", id).with("region", null).with("by", null).toString() : null;
			var mayPeel = page.linesAreTeams() || line.own() || here.may("SEE_LINE") || here.may("SEE_COMPANY");
			var cells = mayPeel ? cells(line.now(), line.before(), page.linesAreTeams() ? null : id, page.linesAreTeams() ? id : null)
							: metrics.stream().map(metric -> cell(metric, line.now(), line.before(), null)).toList();
			var second = line.own() ? texts.of("pipeline.figures.you") : teamsDiffer ? line.second() : "";
			return new Row(line.name(), new PersonLine(line.name(), second == null ? "" : second, link == null ? "" : link), link, line.own(), cells);
		}).toList();
	}

	/** The months asked for, latest first. */
	private List<Row> months() {
		var rows = new ArrayList<Row>();
		for (int i = 0; i + 1 < page.months().size(); i++) {
			MonthLine now = page.months().get(i);
			MonthLine before = page.months().get(i + 1);
			rows.add(new Row(texts.of("pipeline.figures.month", now.month()), null,
					address.with("month", now.month()).toString(), i == 0, metrics.stream().map(metric -> cell(metric, now.sums(), before.sums(), null)).toList()));
		}
		return rows;
	}

	public List<Column> getColumns() {
		return columns;
	}

	public List<Row> getRows() {
		return rows;
	}

	public List<Row> getMonths() {
		return months;
	}

	public List<Cell> getTotal() {
		return total;
	}

	public List<Cell> getCompany() {
		return company;
	}

	/** The company beside it: only what does not grow with the number of people. */
	private List<Cell> company() {
		return page.company() == null || show == Show.VOLUMES ? List.of()
				: metrics.stream().map(metric -> metric.kind() == Kind.TOTAL ? new Cell(texts.name(metric), "–", "", "", null) : cell(metric, page.company(), null, null)).toList();
	}

	public List<Choice> getShows() {
		return List.of(Show.values()).stream().filter(each -> each != Show.MONEY || isMoneyShown())
				.map(each -> new Choice(texts.of("pipeline.figures.show." + each), address.with("show", each.name().toLowerCase(Locale.ROOT)).with("sort", null)
						.with("dir", null).toString(), each == show)).toList();
	}

	public List<Choice> getLengths() {
		var asked = page.months().size() - 1;
		return List.of(3, 6, 12).stream().map(length -> new Choice(texts.of("pipeline.figures.months", length), address.with("months", length).toString(), length == asked)).toList();
	}

	/** The regions within reach, where there are several; the first choice is all of them. */
	public List<Choice> getRegions() {
		var regions = page.regions();
		if (regions.size() < 2 && page.scope() != Scope.REGION) {
			return List.of();
		}
		var anywhere = address.with("team", null).with("page", null);
		var choices = new ArrayList<Choice>();
		choices.add(new Choice(texts.of("pipeline.figures.all-regions"), anywhere.with("region", null).toString(), page.scope() != Scope.REGION && page.scope() != Scope.TEAM));
		regions.forEach(region -> choices.add(new Choice(region.name(), anywhere.with("region", region.id()).toString(),
				page.scope() == Scope.REGION && page.scopeId() == region.id())));
		return choices;
	}

	/** By team or by person, where there are several teams. */
	public List<Choice> getWays() {
		if (!page.linesAreTeams() && !"person".equals(request.getParameter("by"))) {
			return List.of();
		}
		return List.of(new Choice(texts.of("pipeline.figures.by.team"), address.with("by", null).with("sort", null).with("page", null).toString(), page.linesAreTeams()),
				new Choice(texts.of("pipeline.figures.by.person"), address.with("by", "person").with("sort", null).toString(), !page.linesAreTeams()));
	}

	public int getPages() {
		return Math.max(1, (sorted.size() + PAGE - 1) / PAGE);
	}

	public int getPageNumber() {
		return pageNumber;
	}

	public String pageLink(int number) {
		return address.with("page", number).toString();
	}

	public String export(String type) {
		return address.to(request.getContextPath() + "/export/pipeline/figures." + type).with("month", here.getMonth()).toString();
	}
}
