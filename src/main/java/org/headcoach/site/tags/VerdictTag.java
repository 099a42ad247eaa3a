package org.headcoach.site.tags;

import org.headcoach.site.Formats;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;

/** The chip of a verdict, with the number of observations it stands on. */
@FacesComponent("headcoach.Verdict")
public class VerdictTag extends SiteTag {

	@Override
	void draw(FacesContext faces, Markup markup) {
		var verdict = Certainty.of(value("verdict"));
		if (verdict == null) {
			return;
		}
		var lower = is("lowerIsBetter");
		markup.open("span", "class", classes("hc-chip", verdict.styleClass(lower), text("styleClass")));
		markup.open("svg", "class", "hc-mark", "width", "9", "height", "9", "viewBox", "0 0 9 9", "aria-hidden", "true");
		markup.element("path", null, "d", verdict.mark());
		markup.close("svg");
		markup.open("span");
		markup.element("b", message(faces, "site.verdict." + verdict.name()));
		if (lower && (verdict.isBelow() || verdict.isAbove())) {
			markup.text(", " + message(faces, verdict.isBelow() ? "site.verdict.better" : "site.verdict.worse"));
		}
		var n = number("n");
		if (n != null) {
			markup.text((", n=" + Formats.number(locale(faces), n, 0, false) + " " + text("unit")).stripTrailing());
		}
		markup.close("span");
		markup.close("span");
	}
}
