package org.headcoach.site.tags;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;

/** One figure with its label above and its comparison below; stands in s:stats. */
@FacesComponent("headcoach.Stat")
public class StatTag extends SiteTag {

	@Override
	void draw(FacesContext faces, Markup markup) {
		markup.open("div", "class", classes("hc-stat", text("styleClass")));
		markup.element("dt", text("label"));
		markup.element("dd", text("value"), "class", "hc-value");
		if (has("compare")) {
			markup.element("dd", text("compare"), "class", "hc-compare");
		}
		markup.close("div");
	}
}
