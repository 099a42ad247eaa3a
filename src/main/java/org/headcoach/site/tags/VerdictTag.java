package org.headcoach.site.tags;

import java.io.IOException;

import org.headcoach.site.Formats;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;

/** The chip of a verdict, with the number of observations it stands on. */
@FacesComponent("headcoach.Verdict")
public class VerdictTag extends SiteTag {

	@Override
	public void encodeBegin(FacesContext faces) throws IOException {
		var verdict = Certainty.of(value("verdict"));
		if (verdict == null) {
			return;
		}
		var writer = faces.getResponseWriter();
		var lower = is("lowerIsBetter");
		open(writer, "span", "class", classes("hc-chip", verdict.styleClass(lower), text("styleClass")));
		open(writer, "svg", "class", "hc-mark", "width", "9", "height", "9", "viewBox", "0 0 9 9", "aria-hidden", "true");
		element(writer, "path", null, "d", verdict.mark());
		writer.endElement("svg");
		open(writer, "span");
		element(writer, "b", message(faces, "site.verdict." + verdict.name()));
		if (lower && (verdict.isBelow() || verdict.isAbove())) {
			writer.writeText(", " + message(faces, verdict.isBelow() ? "site.verdict.better" : "site.verdict.worse"), null);
		}
		var n = number("n");
		if (n != null) {
			writer.writeText((", n=" + Formats.number(locale(faces), n, 0, false) + " " + text("unit")).stripTrailing(), null);
		}
		writer.endElement("span");
		writer.endElement("span");
	}
}
