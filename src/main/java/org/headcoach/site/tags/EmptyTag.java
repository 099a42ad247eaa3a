package org.headcoach.site.tags;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;

/** Why there is nothing to see, and what to do next: the buttons inside the tag. The drawing is for first use only. */
@FacesComponent("headcoach.Empty")
public class EmptyTag extends SiteTag {

	private static final int[] HEIGHTS = {40, 28, 20, 13};

	@Override
	void draw(FacesContext faces, Markup markup) {
		markup.open("div", "class", classes("hc-empty", text("styleClass")));
		if (is("drawing")) {
			drawing(markup);
		}
		markup.element(has("heading") ? text("heading") : "h2", text("title"));
		if (has("text")) {
			markup.element("p", text("text"));
		}
		if (has("code")) {
			markup.element("p", text("code"), "class", "hc-quoted");
		}
		if (getChildCount() > 0) {
			markup.open("div", "class", "hc-acts");
		}
	}

	@Override
	void drawEnd(Markup markup) {
		if (getChildCount() > 0) {
			markup.close("div");
		}
		markup.close("div");
	}

	/** A funnel still to be filled: four dashed steps and one green one. */
	private void drawing(Markup markup) {
		markup.open("svg", "class", "hc-drawing", "width", "118", "height", "42", "aria-hidden", "true");
		for (int i = 0; i < HEIGHTS.length; i++) {
			markup.element("rect", null, "x", i * 24 + 1, "y", 41 - HEIGHTS[i], "width", "20", "height", HEIGHTS[i], "rx", "3");
		}
		markup.element("rect", null, "class", "hc-last", "x", "97", "y", "33", "width", "20", "height", "8", "rx", "2.5");
		markup.close("svg");
	}
}
