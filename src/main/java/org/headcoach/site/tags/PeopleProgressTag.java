package org.headcoach.site.tags;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;

/** How far a group of people is: a filled box for each who is done, a tinted one for each who is ready, an empty one for the rest. */
@FacesComponent("headcoach.PeopleProgress")
public class PeopleProgressTag extends SiteTag {

	/** More boxes than this say nothing; a bar takes their place. */
	private static final int MOST = 40;
	private static final int BOX = 18;
	private static final int GAP = 3;

	@Override
	void draw(FacesContext faces, Markup markup) {
		var done = count("done");
		var ready = count("ready");
		var total = count("total");
		markup.open("div", "class", classes("hc-people-progress", text("styleClass")));
		if (total > MOST) {
			markup.element("progress", null, "value", done, "max", total, "aria-hidden", "true");
		} else if (total > 0) {
			markup.open("svg", "width", total * (BOX + GAP) - GAP, "height", "8", "aria-hidden", "true");
			for (int i = 0; i < total; i++) {
				markup.element("rect", null, "class", i < done ? "hc-done" : i < done + ready ? "hc-ready" : "hc-open", "x", i * (BOX + GAP) + 0.5, "y", "0.5",
						"width", BOX - 1, "height", "7", "rx", "2");
			}
			markup.close("svg");
		}
		if (has("text")) {
			markup.element("b", text("text"));
		}
		markup.open("span", "class", "hc-more");
	}

	@Override
	void drawEnd(Markup markup) {
		markup.close("span");
		markup.close("div");
	}

	private int count(String name) {
		var number = number(name);
		return number == null ? 0 : number.intValue();
	}
}
