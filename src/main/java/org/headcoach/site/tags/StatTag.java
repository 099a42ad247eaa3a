package org.headcoach.site.tags;

import java.io.IOException;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;

/** One figure with its label above and its comparison below; stands in s:stats. */
@FacesComponent("headcoach.Stat")
public class StatTag extends SiteTag {

	@Override
	public void encodeBegin(FacesContext faces) throws IOException {
		var writer = faces.getResponseWriter();
		open(writer, "div", "class", classes("hc-stat", text("styleClass")));
		element(writer, "dt", text("label"));
		element(writer, "dd", text("value"), "class", "hc-value");
		if (has("compare")) {
			element(writer, "dd", text("compare"), "class", "hc-compare");
		}
		writer.endElement("div");
	}
}
