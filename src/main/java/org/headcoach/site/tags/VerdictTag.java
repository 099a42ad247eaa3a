package org.headcoach.site.tags;

import org.headcoach.site.Formats;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;

/** The chip of a verdict, with the number of observations it stands on. */
@FacesComponent("headcoach.Verdict")
public class VerdictTag extends SiteTag {

	/**
	 * All that the chip says, for lines that are many.
	 *
	 * @param verdict the name of a verdict, or what has such a name; null draws nothing
	 * @param n how many observations; null is not said
	 * @param unit what they are; null where n says it all
	 */
	public record Drawing(Object verdict, Double n, String unit, boolean lowerIsBetter) {
	}

	@Override
	void draw(FacesContext faces, Markup markup) {
		var of = value("of") instanceof Drawing drawing ? drawing : new Drawing(value("verdict"), number("n"), text("unit"), is("lowerIsBetter"));
		var verdict = Certainty.of(of.verdict);
		if (verdict == null) {
			return;
		}
		markup.open("span", "class", classes("hc-chip", verdict.styleClass(of.lowerIsBetter), text("styleClass")));
		markup.open("svg", "class", "hc-mark", "width", "9", "height", "9", "viewBox", "0 0 9 9", "aria-hidden", "true");
		markup.element("path", null, "d", verdict.mark());
		markup.close("svg");
		markup.open("span");
		markup.element("b", message(faces, "site.verdict." + verdict.name()));
		if (of.lowerIsBetter && (verdict.isBelow() || verdict.isAbove())) {
			markup.text(", " + message(faces, verdict.isBelow() ? "site.verdict.better" : "site.verdict.worse"));
		}
		if (of.n != null) {
			markup.text((", n=" + Formats.number(locale(faces), of.n, 0, false) + " " + (of.unit == null ? "" : of.unit)).stripTrailing());
		}
		markup.close("span");
		markup.close("span");
	}
}
