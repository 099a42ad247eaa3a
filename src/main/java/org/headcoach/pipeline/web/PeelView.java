package org.headcoach.pipeline.web;

import java.time.DayOfWeek;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

import org.headcoach.pipeline.FigurePages.Behind;
import org.headcoach.pipeline.FigurePages.BehindAsk;
import org.headcoach.pipeline.FigurePages.PeelAsk;
import org.headcoach.pipeline.FigurePages.PeelPage;
import org.headcoach.pipeline.FigurePages.Slice;
import org.headcoach.pipeline.FigureService;
import org.headcoach.pipeline.Metric.Unit;
import org.headcoach.pipeline.PeelBy;
import org.headcoach.site.Here;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** A conversion one level deeper, and the rows behind a slice of it. All it is asked stands in the address. */
@Named
@RequestScoped
public class PeelView {

	/** A slice as it is printed; links lead to the rows behind its two counts. */
	public record Line(String name, long from, String fromLink, long to, String toLink, String rate, String others, boolean chosen) {
	}

	static final int PAGE = 25;
	static final int MONTHS = 3;

	@Inject
	private FigureService figures;

	@Inject
	private Here here;

	@Inject
	private FigureTexts texts;

	@Inject
	private HttpServletRequest request;

	private PeelAsk ask;
	private PeelPage page;
	private Behind behind;
	private Address address;
	private int pageNumber;

	@PostConstruct
	void load() {
		ask = ask(request, here);
		page = figures.peel(ask);
		var asked = new LinkedHashMap<String, String>();
		for (var name : List.of("month", "months", "person", "team", "step", "by", "slice", "side", "page")) {
			if (request.getParameter(name) != null) {
				asked.put(name, request.getParameter(name));
			}
		}
		address = new Address(request.getContextPath() + "/pipeline/peel", asked);
		if (request.getParameter("side") != null) {
			pageNumber = Math.max(FiguresView.number(request.getParameter("page"), 1), 1);
			behind = figures.behind(behind(request, ask), (pageNumber - 1) * PAGE, PAGE);
		}
	}

	/** What the address asks: person, team, step, by (origin), month, months (3). */
	static PeelAsk ask(HttpServletRequest request, Here here) {
		var person = request.getParameter("person");
		var step = request.getParameter("step");
		return new PeelAsk(person != null && person.matches("\\d{1,18}") ? Long.valueOf(person) : null, here.getTeamId(), step == null ? "" : step,
				FiguresView.choice(PeelBy.class, request.getParameter("by"), PeelBy.ORIGIN), here.getMonth(),
				FiguresView.number(request.getParameter("months"), MONTHS));
	}

	/** The rows asked for: side=to are those of the step, side=from those of the step before; slice= is one without a word from the CRM. */
	static BehindAsk behind(HttpServletRequest request, PeelAsk ask) {
		var slice = request.getParameter("slice");
		return new BehindAsk(ask, slice, "to".equals(request.getParameter("side")));
	}

	public PeelPage getPage() {
		return page;
	}

	public Behind getBehind() {
		return behind;
	}

	public boolean isShare() {
		return page.by().isShare();
	}

	public boolean isCompared() {
		return page.total().others() != null && page.by() != PeelBy.PERSON;
	}

	public String getFromName() {
		return texts.name(page.metric().from());
	}

	public String getToName() {
		return texts.name(page.metric().step());
	}

	public String getRate() {
		return texts.text(Unit.SHARE, page.rate());
	}

	public String getOthersRate() {
		return page.othersRate() == null ? null : texts.text(Unit.SHARE, page.othersRate());
	}

	public List<Line> getLines() {
		return page.slices().stream().map(this::line).toList();
	}

	public Line getTotal() {
		return line(page.total());
	}

	private Line line(Slice slice) {
		var rows = address.with("slice", slice.key()).with("page", null);
		var chosen = behind != null && slice.key() != null && slice.key().equals(request.getParameter("slice"));
		return new Line(slice.key() == null ? texts.of("pipeline.peel.all") : name(slice), slice.from(), rows.with("side", "from").toString() + "#behind", slice.to(),
				isShare() ? null : rows.with("side", "to").toString() + "#behind", texts.text(Unit.SHARE, slice.own()),
				slice.others() == null ? "" : texts.text(Unit.SHARE, slice.others()), chosen);
	}

	private String name(Slice slice) {
		return name(here.getLocale(), page.by(), slice.key(), slice.name(), texts);
	}

	/** What a slice is called: the CRM's word, a day, a month, a person. */
	static String name(Locale locale, PeelBy by, String key, String name, FigureTexts texts) {
		return switch (by) {
			case WEEKDAY -> DayOfWeek.of(Integer.parseInt(key)).getDisplayName(TextStyle.FULL_STANDALONE, locale);
			case MONTH -> texts.of("pipeline.figures.month", YearMonth.parse(key));
			case PERSON -> name;
			default -> key.isBlank() ? texts.of("pipeline.peel.unknown") : key;
		};
	}

	/** Which slice the rows are of, in words. */
	public String getSliceName() {
		var slice = request.getParameter("slice");
		return slice == null ? texts.of("pipeline.peel.all")
				: page.slices().stream().filter(each -> slice.equals(each.key())).findFirst().map(this::name).orElse(slice);
	}

	public String getSideName() {
		return page.by() == PeelBy.LOST_REASON ? texts.of("pipeline.peel.lost-deals") : "to".equals(request.getParameter("side")) ? getToName() : getFromName();
	}

	public List<FiguresView.Choice> getWays() {
		return page.ways().stream().map(way -> new FiguresView.Choice(texts.of("pipeline.peel.by." + way),
				address.with("by", way.name().toLowerCase(Locale.ROOT)).with("slice", null).with("side", null).with("page", null).toString(), way == page.by())).toList();
	}

	public List<FiguresView.Choice> getSteps() {
		return page.metrics().funnel().steps().stream().skip(1).map(step -> new FiguresView.Choice(texts.name(step),
				address.with("step", step.code()).with("by", null).with("slice", null).with("side", null).with("page", null).toString(),
				step.equals(page.metric().step()))).toList();
	}

	public List<FiguresView.Choice> getLengths() {
		return List.of(1, 3, 6, 12).stream().map(length -> new FiguresView.Choice(texts.of("pipeline.figures.months", length),
				address.with("months", length).with("page", null).toString(), length == ask.months())).toList();
	}

	public int getPageNumber() {
		return pageNumber;
	}

	public int getPages() {
		return behind == null ? 1 : (int) Math.max(1, (behind.total() + PAGE - 1) / PAGE);
	}

	public String pageLink(int number) {
		return address.with("page", number) + "#behind";
	}

	public String export(String type) {
		return address.to(request.getContextPath() + "/export/pipeline/peel." + type).with("month", here.getMonth()).toString();
	}

	public String exportSlices(String type) {
		return address.with("side", null).with("slice", null).to(request.getContextPath() + "/export/pipeline/peel." + type).with("month", here.getMonth()).toString();
	}

	public String getFiguresLink() {
		return new Address(request.getContextPath() + "/pipeline/figures", java.util.Map.of()).with("month", here.getMonth()).with("team", page.teamId())
				.with("show", "conversions").toString();
	}
}
