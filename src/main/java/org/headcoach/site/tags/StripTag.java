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

	@Override
	void draw(FacesContext faces, Markup markup) {
		var own = number("own");
		if (own == null) {
			return;
		}
		var low = orElse(number("low"), own);
		var high = orElse(number("high"), own);
		var peers = number("peers");
		var scale = new Scale(orElse(number("min"), 0.0), orElse(number("max"), 1.25 * Math.max(high, orElse(peers, own))));
		var verdict = orElse(Certainty.of(value("verdict")), Certainty.IN_LINE);
		markup.open("svg", "class", classes("hc-strip", verdict.styleClass(is("lowerIsBetter")), text("styleClass")), "width", "118", "height", "20",
				"role", "img", "aria-label", name(faces, own, low, high, peers));
		markup.element("line", null, "class", "hc-track", "x1", "0", "x2", "100%", "y1", "10", "y2", "10");
		markup.element("rect", null, "class", "hc-band", "x", scale.percentAt(low), "width", Scale.percent(scale.between(low, high)), "y", "7",
				"height", "6", "rx", "3");
		if (peers != null) {
			markup.element("line", null, "class", "hc-peers", "x1", scale.percentAt(peers), "x2", scale.percentAt(peers), "y1", "1", "y2", "19");
		}
		markup.element("circle", null, "class", "hc-dot", "cx", scale.percentAt(own), "cy", "10", "r", "4.5");
		markup.close("svg");
	}

	private String name(FacesContext faces, double own, double low, double high, Double peers) {
		var label = text("label");
		if (!label.isEmpty()) {
			return label;
		}
		var format = Figure.of(text("format"));
		var locale = locale(faces);
		var currency = text("currency");
		return message(faces, "site.chart.strip", format.print(locale, own, currency), format.print(locale, low, currency),
				format.print(locale, high, currency), peers == null ? Formats.NOTHING : format.print(locale, peers, currency));
	}

	private static <T> T orElse(T value, T other) {
		return value == null ? other : value;
	}
}
