package org.headcoach.site.tags;

import org.headcoach.site.Formats;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;

/**
 * One person's rate against the peers in the width of a cell: the dot is the estimate, the band its 90 % interval, the
 * upright tick the peer median. Filled, outlined, dotted say how sure it is.
 */
@FacesComponent("headcoach.Strip")
public class StripTag extends SiteTag {

	/**
	 * All that a strip shows, for lines that are many: one expression then brings what else ten would.
	 *
	 * @param own the dot; null draws nothing
	 * @param min the left end; null for 0
	 * @param max the right end; null for a quarter beyond what is drawn
	 * @param verdict the name of a verdict, or what has such a name
	 * @param label what is read out; empty for the figures
	 */
	public record Drawing(Double own, Double low, Double high, Double peers, Double min, Double max, Object verdict, boolean lowerIsBetter, String format, String currency, String label) {
	}

	@Override
	void draw(FacesContext faces, Markup markup) {
		var of = value("of") instanceof Drawing drawing ? drawing : attributes();
		if (of.own == null) {
			return;
		}
		var own = of.own.doubleValue();
		var low = orElse(of.low, own);
		var high = orElse(of.high, own);
		var scale = new Scale(orElse(of.min, 0.0), orElse(of.max, 1.25 * Math.max(high, orElse(of.peers, own))));
		var verdict = orElse(Certainty.of(of.verdict), Certainty.IN_LINE);
		markup.open("svg", "class", classes("hc-strip", verdict.styleClass(of.lowerIsBetter), text("styleClass")), "width", "118", "height", "20",
				"role", "img", "aria-label", name(faces, of, low, high));
		markup.element("line", null, "class", "hc-track", "x1", "0", "x2", "100%", "y1", "10", "y2", "10");
		markup.element("rect", null, "class", "hc-band", "x", scale.percentAt(low), "width", Scale.percent(scale.between(low, high)), "y", "7",
				"height", "6", "rx", "3");
		if (of.peers != null) {
			markup.element("line", null, "class", "hc-peers", "x1", scale.percentAt(of.peers), "x2", scale.percentAt(of.peers), "y1", "1", "y2", "19");
		}
		markup.element("circle", null, "class", "hc-dot", "cx", scale.percentAt(own), "cy", "10", "r", "4.5");
		markup.close("svg");
	}

	private Drawing attributes() {
		return new Drawing(number("own"), number("low"), number("high"), number("peers"), number("min"), number("max"), value("verdict"), is("lowerIsBetter"), text("format"), text("currency"),
				text("label"));
	}

	private static String name(FacesContext faces, Drawing of, double low, double high) {
		if (of.label != null && !of.label.isEmpty()) {
			return of.label;
		}
		var format = Figure.of(of.format);
		var locale = locale(faces);
		return message(faces, "site.chart.strip", format.print(locale, of.own, of.currency), format.print(locale, low, of.currency), format.print(locale, high, of.currency),
				of.peers == null ? Formats.NOTHING : format.print(locale, of.peers, of.currency));
	}

	private static <T> T orElse(T value, T other) {
		return value == null ? other : value;
	}
}
