package org.headcoach.site.tags;

import org.headcoach.site.Formats;

import jakarta.faces.context.FacesContext;

/**
 * The chip of a verdict, with the number of observations it stands on.
 *
 * @param verdict the name of a verdict, or what has such a name; null draws nothing
 * @param n how many observations; null is not said
 * @param unit what they are; null or empty where n says it all
 */
public record VerdictChip(Object verdict, Double n, String unit, boolean lowerIsBetter) implements Drawing {

	@Override
	public void on(FacesContext faces, Markup markup) {
		var sure = Certainty.of(verdict);
		if (sure == null) {
			return;
		}
		markup.open("span", "class", "hc-chip " + sure.styleClass(lowerIsBetter));
		markup.open("svg", "class", "hc-mark", "width", "9", "height", "9", "viewBox", "0 0 9 9", "aria-hidden", "true");
		markup.element("path", null, "d", sure.mark());
		markup.close("svg");
		markup.open("span");
		markup.element("b", SiteTag.message(faces, "site.verdict." + sure.name()));
		if (lowerIsBetter && (sure.isBelow() || sure.isAbove())) {
			markup.text(", " + SiteTag.message(faces, sure.isBelow() ? "site.verdict.better" : "site.verdict.worse"));
		}
		if (n != null) {
			markup.text((", n=" + Formats.number(SiteTag.locale(faces), n, 0, false) + " " + (unit == null ? "" : unit)).stripTrailing());
		}
		markup.close("span");
		markup.close("span");
	}
}
