package org.headcoach.site.tags;

import java.io.IOException;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;

/** Why there is nothing to see, and what to do next: the buttons inside the tag. The drawing is for first use only. */
@FacesComponent("headcoach.Empty")
public class EmptyTag extends SiteTag {

	private static final int[] HEIGHTS = {40, 28, 20, 13};

	@Override
	public void encodeBegin(FacesContext faces) throws IOException {
		var writer = faces.getResponseWriter();
		open(writer, "div", "class", classes("hc-empty", text("styleClass")));
		if (is("drawing")) {
			drawing(writer);
		}
		element(writer, has("heading") ? text("heading") : "h2", text("title"));
		if (has("text")) {
			element(writer, "p", text("text"));
		}
		if (has("code")) {
			element(writer, "p", text("code"), "class", "hc-quoted");
		}
		if (getChildCount() > 0) {
			open(writer, "div", "class", "hc-acts");
		}
	}

	@Override
	public void encodeEnd(FacesContext faces) throws IOException {
		if (getChildCount() > 0) {
			faces.getResponseWriter().endElement("div");
		}
		faces.getResponseWriter().endElement("div");
	}

	/** A funnel still to be filled: four dashed steps and one green one. */
	private void drawing(ResponseWriter writer) throws IOException {
		open(writer, "svg", "class", "hc-drawing", "width", "118", "height", "42", "aria-hidden", "true");
		for (int i = 0; i < HEIGHTS.length; i++) {
			element(writer, "rect", null, "x", i * 24 + 1, "y", 41 - HEIGHTS[i], "width", "20", "height", HEIGHTS[i], "rx", "3");
		}
		element(writer, "rect", null, "class", "hc-last", "x", "97", "y", "33", "width", "20", "height", "8", "rx", "2.5");
		writer.endElement("svg");
	}
}
