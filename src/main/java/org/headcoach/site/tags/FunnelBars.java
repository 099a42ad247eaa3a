package org.headcoach.site.tags;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.headcoach.site.Formats;

import jakarta.faces.context.FacesContext;

/**
 * A funnel's volumes as a line of bars: heights by square root, so that the small last steps can be seen; the first and
 * the last number printed; the step in question coloured and marked with a triangle.
 *
 * @param volumes step by step
 * @param highlight the position of the step in question; null or -1 for none
 * @param verdict the name of a verdict, or what has such a name
 * @param max the largest volume of the column; null for that of the funnel
 * @param label what is read out before the volumes; empty for "Funnel"
 */
public record FunnelBars(List<Double> volumes, Double highlight, Object verdict, boolean lowerIsBetter, Double max, String label) implements Drawing {

	static final int BAR = 15;
	static final int GAP = 4;
	static final int TOP = 8;
	static final int TALLEST = 30;

	@Override
	public void on(FacesContext faces, Markup markup) {
		if (volumes.isEmpty()) {
			return;
		}
		var locale = SiteTag.locale(faces);
		var sure = Certainty.of(verdict);
		var heights = heights(volumes, max == null ? 0 : max);
		var texts = volumes.stream().map(volume -> Formats.number(locale, volume, 0, false)).toList();
		markup.open("span", "class", "hc-funnel");
		markup.element("span", texts.get(0), "class", "hc-first num", "aria-hidden", "true");
		markup.open("svg", "width", volumes.size() * (BAR + GAP) - GAP, "height", TOP + TALLEST, "role", "img", "aria-label",
				label != null && !label.isEmpty() ? label + ": " + String.join(", ", texts) : SiteTag.message(faces, "site.chart.funnel", String.join(", ", texts)));
		for (int i = 0; i < heights.size(); i++) {
			var marked = highlight != null && highlight.intValue() == i && sure != null;
			var x = i * (BAR + GAP);
			var y = TOP + TALLEST - heights.get(i);
			markup.element("rect", null, "class", marked ? "hc-step " + sure.styleClass(lowerIsBetter) : "hc-step", "x", x, "y", Scale.plain(y),
					"width", BAR, "height", Scale.plain(heights.get(i)), "rx", "1.5");
			if (marked && (sure.isBelow() || sure.isAbove())) {
				var middle = x + BAR / 2.0;
				var tip = sure.isBelow() ? y - 2 : y - 7;
				var base = sure.isBelow() ? y - 7 : y - 2;
				markup.element("path", null, "class", "hc-pointer " + sure.styleClass(lowerIsBetter), "d", "M" + Scale.plain(middle - 4) + " "
						+ Scale.plain(base) + "h8L" + Scale.plain(middle) + " " + Scale.plain(tip) + "z");
			}
		}
		markup.close("svg");
		markup.element("b", texts.get(texts.size() - 1), "class", "num", "aria-hidden", "true");
		markup.close("span");
	}

	/** Heights by square root against the largest volume of the column; what is there is seen, nothing is nothing. */
	static List<Double> heights(List<Double> volumes, double largest) {
		var top = Math.max(largest, volumes.stream().mapToDouble(Double::doubleValue).max().orElse(0));
		return volumes.stream().map(volume -> volume <= 0 ? 0.5 : Scale.round(Math.max(2, TALLEST * Math.sqrt(volume / top)))).toList();
	}

	/** Volumes from a list or an array of numbers; none from null. */
	static List<Double> numbers(Object volumes) {
		var numbers = new ArrayList<Double>();
		if (volumes instanceof Collection<?> list) {
			list.forEach(volume -> numbers.add(volume == null ? 0 : ((Number) volume).doubleValue()));
		} else if (volumes != null && volumes.getClass().isArray()) {
			for (int i = 0; i < Array.getLength(volumes); i++) {
				numbers.add(((Number) Array.get(volumes, i)).doubleValue());
			}
		}
		return numbers;
	}
}
