package org.headcoach.site.tags;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.headcoach.site.Formats;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;

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
	public void encodeBegin(FacesContext faces) throws IOException {
		var bars = bars(value("value"));
		if (bars.isEmpty()) {
			return;
		}
		var median = number("median");
		var figure = Figure.of(text("format"));
		var scale = scale(bars, median, number("max"));
		var ticks = scale.ticks(LINES);
		var writer = faces.getResponseWriter();
		open(writer, "figure", "class", classes("hc-bars", text("styleClass")));
		open(writer, "table");
		element(writer, "caption", has("label") ? text("label") : message(faces, "site.chart.bars"), "class", "hc-unseen");
		head(faces, writer, scale, median, figure);
		open(writer, "tbody");
		for (var bar : bars) {
			line(faces, writer, bar, scale, ticks, median, figure);
		}
		writer.endElement("tbody");
		axis(faces, writer, scale, ticks, figure);
		writer.endElement("table");
		table(faces, writer, bars, figure);
		writer.endElement("figure");
	}

	/** From 0 to a round number beyond every bar, whisker and the median; a given end wins. */
	static Scale scale(List<Bar> bars, Double median, Double max) {
		if (max != null) {
			return new Scale(0, max);
		}
		var largest = bars.stream().mapToDouble(Bar::end).max().orElse(1);
		return Scale.upTo(median == null ? largest : Math.max(largest, median), LINES);
	}

	private void head(FacesContext faces, ResponseWriter writer, Scale scale, Double median, Figure figure) throws IOException {
		open(writer, "thead");
		open(writer, "tr");
		element(writer, "th", message(faces, "site.chart.who"), "scope", "col", "class", "hc-unseen-head");
		open(writer, "th", "scope", "col");
		if (median != null) {
			var at = scale.at(median);
			open(writer, "svg", "width", "100%", "height", "16", "role", "img", "aria-label", medianText(faces, median, figure));
			element(writer, "text", medianText(faces, median, figure), "class", "hc-median-name", "x", Scale.percent(at), "y", "12", "text-anchor",
					at < 20 ? "start" : at > 80 ? "end" : "middle");
			writer.endElement("svg");
		} else {
			element(writer, "span", message(faces, "site.chart.drawing"), "class", "hc-unseen");
		}
		writer.endElement("th");
		element(writer, "th", message(faces, "site.chart.figure"), "scope", "col", "class", "hc-unseen-head");
		writer.endElement("tr");
		writer.endElement("thead");
	}

	private String medianText(FacesContext faces, double median, Figure figure) {
		return message(faces, "site.chart.median", figure.print(locale(faces), median, text("currency")));
	}

	private void line(FacesContext faces, ResponseWriter writer, Bar bar, Scale scale, List<Double> ticks, Double median, Figure figure) throws IOException {
		open(writer, "tr", "class", classes(bar.own() ? "hc-own" : "", bar.few() ? "hc-few" : ""));
		open(writer, "th", "scope", "row");
		linkOrText(writer, bar.link() == null ? "" : bar.link(), bar.name(), null);
		writer.endElement("th");
		open(writer, "td");
		open(writer, "svg", "width", "100%", "height", HEIGHT, "aria-hidden", "true");
		for (var tick : ticks) {
			vertical(writer, "hc-grid", scale.percentAt(tick));
		}
		element(writer, "rect", null, "class", "hc-bar", "x", "0", "y", "7", "width", scale.percentAt(bar.figure()), "height", "16", "rx", "2");
		if (median != null) {
			vertical(writer, "hc-median", scale.percentAt(median));
		}
		if (bar.low() != null && bar.high() != null) {
			whisker(writer, "hc-halo", bar, scale);
			whisker(writer, "hc-whisker", bar, scale);
		}
		writer.endElement("svg");
		writer.endElement("td");
		open(writer, "td", "class", "num");
		writer.writeText(value(faces, bar, figure), null);
		if (bar.low() != null && bar.high() != null) {
			element(writer, "span", ", " + interval(faces, bar, figure), "class", "hc-unseen");
		}
		writer.endElement("td");
		writer.endElement("tr");
	}

	private String value(FacesContext faces, Bar bar, Figure figure) {
		var n = bar.n() == null ? "" : ", n=" + Formats.number(locale(faces), bar.n(), 0, false);
		return (bar.few() ? message(faces, "site.chart.few") : figure.print(locale(faces), bar.figure(), text("currency"))) + n;
	}

	private String interval(FacesContext faces, Bar bar, Figure figure) {
		return message(faces, "site.chart.interval", figure.print(locale(faces), bar.low(), text("currency")),
				figure.print(locale(faces), bar.high(), text("currency")));
	}

	private void vertical(ResponseWriter writer, String styleClass, String x) throws IOException {
		element(writer, "line", null, "class", styleClass, "x1", x, "x2", x, "y1", "0", "y2", HEIGHT);
	}

	/** Bar and two caps; percentages cannot stand in a path, so three lines. */
	private void whisker(ResponseWriter writer, String styleClass, Bar bar, Scale scale) throws IOException {
		var low = scale.percentAt(bar.low());
		var high = scale.percentAt(bar.high());
		element(writer, "line", null, "class", styleClass, "x1", low, "x2", high, "y1", "15", "y2", "15");
		element(writer, "line", null, "class", styleClass, "x1", low, "x2", low, "y1", "12", "y2", "18");
		element(writer, "line", null, "class", styleClass, "x1", high, "x2", high, "y1", "12", "y2", "18");
	}

	private void axis(FacesContext faces, ResponseWriter writer, Scale scale, List<Double> ticks, Figure figure) throws IOException {
		open(writer, "tfoot", "aria-hidden", "true");
		open(writer, "tr");
		element(writer, "td", null);
		open(writer, "td");
		open(writer, "svg", "width", "100%", "height", "18");
		for (int i = 0; i < ticks.size(); i++) {
			element(writer, "text", figure.print(locale(faces), ticks.get(i), text("currency")), "x", scale.percentAt(ticks.get(i)), "y", "14",
					"text-anchor", i == ticks.size() - 1 && scale.at(ticks.get(i)) > 97 ? "end" : "middle", "class", i % 2 == 1 ? "hc-odd" : null);
		}
		writer.endElement("svg");
		writer.endElement("td");
		element(writer, "td", null);
		writer.endElement("tr");
		writer.endElement("tfoot");
	}

	private void table(FacesContext faces, ResponseWriter writer, List<Bar> bars, Figure figure) throws IOException {
		var locale = locale(faces);
		open(writer, "details", "class", "hc-figures");
		element(writer, "summary", message(faces, "site.chart.table"));
		open(writer, "table", "class", "hc-table");
		open(writer, "thead");
		open(writer, "tr");
		element(writer, "th", message(faces, "site.chart.who"), "scope", "col");
		for (var column : List.of("figure", "low", "high", "n")) {
			element(writer, "th", message(faces, "site.chart." + column), "scope", "col", "class", "num");
		}
		writer.endElement("tr");
		writer.endElement("thead");
		open(writer, "tbody");
		for (var bar : bars) {
			open(writer, "tr", "class", bar.own() ? "hc-own" : null);
			element(writer, "td", bar.name());
			element(writer, "td", figure.print(locale, bar.figure(), text("currency")), "class", "num");
			element(writer, "td", bar.low() == null ? Formats.NOTHING : figure.print(locale, bar.low(), text("currency")), "class", "num");
			element(writer, "td", bar.high() == null ? Formats.NOTHING : figure.print(locale, bar.high(), text("currency")), "class", "num");
			element(writer, "td", bar.n() == null ? Formats.NOTHING : Formats.number(locale, bar.n(), 0, false), "class", "num");
			writer.endElement("tr");
		}
		writer.endElement("tbody");
		writer.endElement("table");
		writer.endElement("details");
	}

	private static List<Bar> bars(Object value) {
		var bars = new ArrayList<Bar>();
		if (value instanceof Collection<?> rows) {
			rows.forEach(row -> bars.add((Bar) row));
		}
		return bars;
	}
}
