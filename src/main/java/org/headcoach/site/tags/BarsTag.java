package org.headcoach.site.tags;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.headcoach.site.Formats;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;

/**
 * Every person on one metric: horizontal bars from 0, the 90 % interval as whiskers, the peer median dashed through all
 * lines. The chart is itself a table (name, drawing, figure), so it reads as one; "Table" opens the same figures with
 * the ends of the intervals.
 */
@FacesComponent("headcoach.Bars")
public class BarsTag extends SiteTag {

	private static final int LINES = 6;
	private static final int HEIGHT = 30;

	@Override
	void draw(FacesContext faces, Markup markup) {
		var bars = bars(value("value"));
		if (bars.isEmpty()) {
			return;
		}
		var median = number("median");
		var figure = Figure.of(text("format"));
		var scale = scale(bars, median, number("max"));
		var ticks = scale.ticks(LINES);
		markup.open("figure", "class", classes("hc-bars", text("styleClass")));
		markup.open("table");
		markup.element("caption", has("label") ? text("label") : message(faces, "site.chart.bars"), "class", "hc-unseen");
		head(faces, markup, scale, median, figure, column(faces, bars));
		markup.open("tbody");
		for (var bar : bars) {
			line(faces, markup, bar, scale, ticks, median, figure);
		}
		markup.close("tbody");
		axis(faces, markup, scale, ticks, figure);
		markup.close("table");
		table(faces, markup, bars, figure);
		markup.close("figure");
	}

	/** From 0 to a round number beyond every bar, whisker and the median; a given end wins. */
	static Scale scale(List<Bar> bars, Double median, Double max) {
		if (max != null) {
			return new Scale(0, max);
		}
		var largest = bars.stream().mapToDouble(Bar::end).max().orElse(1);
		return Scale.upTo(median == null ? largest : Math.max(largest, median), LINES);
	}

	private static String column(FacesContext faces, List<Bar> bars) {
		return message(faces, bars.stream().anyMatch(bar -> bar.low() != null) ? "site.chart.figure" : "site.chart.figure.plain");
	}

	private void head(FacesContext faces, Markup markup, Scale scale, Double median, Figure figure, String column) {
		markup.open("thead");
		markup.open("tr");
		markup.element("th", message(faces, "site.chart.who"), "scope", "col", "class", "hc-unseen-head");
		markup.open("th", "scope", "col");
		if (median != null) {
			var at = scale.at(median);
			markup.open("svg", "width", "100%", "height", "16", "role", "img", "aria-label", medianText(faces, median, figure));
			markup.element("text", medianText(faces, median, figure), "class", "hc-median-name", "x", Scale.percent(at), "y", "12", "text-anchor",
					at < 20 ? "start" : at > 80 ? "end" : "middle");
			markup.close("svg");
		} else {
			markup.element("span", message(faces, "site.chart.drawing"), "class", "hc-unseen");
		}
		markup.close("th");
		markup.element("th", column, "scope", "col", "class", "hc-unseen-head");
		markup.close("tr");
		markup.close("thead");
	}

	private String medianText(FacesContext faces, double median, Figure figure) {
		return message(faces, "site.chart.median", figure.print(locale(faces), median, text("currency")));
	}

	private void line(FacesContext faces, Markup markup, Bar bar, Scale scale, List<Double> ticks, Double median, Figure figure) {
		markup.open("tr", "class", classes(bar.own() ? "hc-own" : "", bar.few() ? "hc-few" : ""));
		markup.open("th", "scope", "row");
		markup.linkOrText(bar.link() == null ? "" : bar.link(), bar.name(), null);
		markup.close("th");
		markup.open("td");
		markup.open("svg", "width", "100%", "height", HEIGHT, "aria-hidden", "true");
		for (var tick : ticks) {
			vertical(markup, "hc-grid", scale.percentAt(tick));
		}
		markup.element("rect", null, "class", "hc-bar", "x", "0", "y", "7", "width", scale.percentAt(bar.figure()), "height", "16", "rx", "2");
		if (median != null) {
			vertical(markup, "hc-median", scale.percentAt(median));
		}
		if (bar.low() != null && bar.high() != null) {
			whisker(markup, "hc-halo", bar, scale);
			whisker(markup, "hc-whisker", bar, scale);
		}
		markup.close("svg");
		markup.close("td");
		markup.open("td", "class", "num");
		markup.text(value(faces, bar, figure));
		if (bar.low() != null && bar.high() != null) {
			markup.element("span", ", " + interval(faces, bar, figure), "class", "hc-unseen");
		}
		markup.close("td");
		markup.close("tr");
	}

	private String value(FacesContext faces, Bar bar, Figure figure) {
		var n = bar.n() == null ? "" : ", n=" + Formats.number(locale(faces), bar.n(), 0, false);
		return (bar.few() ? message(faces, "site.chart.few") : figure.print(locale(faces), bar.figure(), text("currency"))) + n;
	}

	private String interval(FacesContext faces, Bar bar, Figure figure) {
		return message(faces, "site.chart.interval", figure.print(locale(faces), bar.low(), text("currency")),
				figure.print(locale(faces), bar.high(), text("currency")));
	}

	private void vertical(Markup markup, String styleClass, String x) {
		markup.element("line", null, "class", styleClass, "x1", x, "x2", x, "y1", "0", "y2", HEIGHT);
	}

	/** Bar and two caps; percentages cannot stand in a path, so three lines. */
	private void whisker(Markup markup, String styleClass, Bar bar, Scale scale) {
		var low = scale.percentAt(bar.low());
		var high = scale.percentAt(bar.high());
		markup.element("line", null, "class", styleClass, "x1", low, "x2", high, "y1", "15", "y2", "15");
		markup.element("line", null, "class", styleClass, "x1", low, "x2", low, "y1", "12", "y2", "18");
		markup.element("line", null, "class", styleClass, "x1", high, "x2", high, "y1", "12", "y2", "18");
	}

	private void axis(FacesContext faces, Markup markup, Scale scale, List<Double> ticks, Figure figure) {
		markup.open("tfoot", "aria-hidden", "true");
		markup.open("tr");
		markup.element("td", null);
		markup.open("td");
		markup.open("svg", "width", "100%", "height", "18");
		var step = ticks.size() < 2 ? 1 : ticks.get(1) - ticks.get(0);
		for (int i = 0; i < ticks.size(); i++) {
			markup.element("text", figure.print(locale(faces), ticks.get(i), text("currency"), step), "x", scale.percentAt(ticks.get(i)), "y", "14",
					"text-anchor", i == ticks.size() - 1 && scale.at(ticks.get(i)) > 97 ? "end" : "middle", "class", i % 2 == 1 ? "hc-odd" : null);
		}
		markup.close("svg");
		markup.close("td");
		markup.element("td", null);
		markup.close("tr");
		markup.close("tfoot");
	}

	private void table(FacesContext faces, Markup markup, List<Bar> bars, Figure figure) {
		var locale = locale(faces);
		markup.open("details", "class", "hc-figures");
		markup.element("summary", message(faces, "site.chart.table"));
		markup.open("table", "class", "hc-table");
		markup.open("thead");
		markup.open("tr");
		markup.element("th", message(faces, "site.chart.who"), "scope", "col");
		markup.element("th", column(faces, bars), "scope", "col", "class", "num");
		for (var column : List.of("low", "high", "n")) {
			markup.element("th", message(faces, "site.chart." + column), "scope", "col", "class", "num");
		}
		markup.close("tr");
		markup.close("thead");
		markup.open("tbody");
		for (var bar : bars) {
			markup.open("tr", "class", bar.own() ? "hc-own" : null);
			markup.element("td", bar.name());
			markup.element("td", figure.print(locale, bar.figure(), text("currency")), "class", "num");
			markup.element("td", bar.low() == null ? Formats.NOTHING : figure.print(locale, bar.low(), text("currency")), "class", "num");
			markup.element("td", bar.high() == null ? Formats.NOTHING : figure.print(locale, bar.high(), text("currency")), "class", "num");
			markup.element("td", bar.n() == null ? Formats.NOTHING : Formats.number(locale, bar.n(), 0, false), "class", "num");
			markup.close("tr");
		}
		markup.close("tbody");
		markup.close("table");
		markup.close("details");
	}

	private static List<Bar> bars(Object value) {
		var bars = new ArrayList<Bar>();
		if (value instanceof Collection<?> rows) {
			rows.forEach(row -> bars.add((Bar) row));
		}
		return bars;
	}
}
