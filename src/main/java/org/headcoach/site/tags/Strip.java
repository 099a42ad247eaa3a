package org.headcoach.site.tags;

import org.headcoach.site.Formats;

import jakarta.faces.context.FacesContext;

/**
 * One person's rate against the peers in the width of a cell: the dot is the estimate, the band its 90 % interval, the
 * upright tick the peer median. Filled, outlined, dotted say how sure it is.
 *
 * @param own the dot; null draws nothing
 * @param low the band's ends; null for the dot
 * @param high see low
 * @param peers the tick; null for none
 * @param min the left end; null for 0
 * @param max the right end; null for a quarter beyond what is drawn
 * @param verdict the name of a verdict, or what has such a name; null is drawn as in line
 * @param format percent, number, decimal or money
 * @param label what is read out; empty for the figures
 */
public record Strip(Double own, Double low, Double high, Double peers, Double min, Double max, Object verdict, boolean lowerIsBetter, String format, String currency, String label)
		implements Drawing {

	@Override
	public void on(FacesContext faces, Markup markup) {
		if (own == null) {
			return;
		}
		double from = orElse(low, own);
		double to = orElse(high, own);
		var scale = new Scale(orElse(min, 0.0), orElse(max, 1.25 * Math.max(to, orElse(peers, own))));
		var sure = orElse(Certainty.of(verdict), Certainty.IN_LINE);
		markup.open("svg", "class", "hc-strip " + sure.styleClass(lowerIsBetter), "width", "118", "height", "20", "role", "img", "aria-label", name(faces, from, to));
		markup.element("line", null, "class", "hc-track", "x1", "0", "x2", "100%", "y1", "10", "y2", "10");
		markup.element("rect", null, "class", "hc-band", "x", scale.percentAt(from), "width", Scale.percent(scale.between(from, to)), "y", "7",
				"height", "6", "rx", "3");
		if (peers != null) {
			markup.element("line", null, "class", "hc-peers", "x1", scale.percentAt(peers), "x2", scale.percentAt(peers), "y1", "1", "y2", "19");
		}
		markup.element("circle", null, "class", "hc-dot", "cx", scale.percentAt(own), "cy", "10", "r", "4.5");
		markup.close("svg");
	}

	private String name(FacesContext faces, double from, double to) {
		if (label != null && !label.isEmpty()) {
			return label;
		}
		var figure = Figure.of(format);
		var locale = SiteTag.locale(faces);
		return SiteTag.message(faces, "site.chart.strip", figure.print(locale, own, currency), figure.print(locale, from, currency), figure.print(locale, to, currency),
				peers == null ? Formats.NOTHING : figure.print(locale, peers, currency));
	}

	private static <T> T orElse(T value, T other) {
		return value == null ? other : value;
	}
}
