package org.headcoach.site.tags;

import java.io.IOException;

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
	public void encodeBegin(FacesContext faces) throws IOException {
		var done = count("done");
		var ready = count("ready");
		var total = count("total");
		var writer = faces.getResponseWriter();
		open(writer, "div", "class", classes("hc-people-progress", text("styleClass")));
		if (total > MOST) {
			element(writer, "progress", null, "value", done, "max", total, "aria-hidden", "true");
		} else if (total > 0) {
			open(writer, "svg", "width", total * (BOX + GAP) - GAP, "height", "8", "aria-hidden", "true");
			for (int i = 0; i < total; i++) {
				element(writer, "rect", null, "class", i < done ? "hc-done" : i < done + ready ? "hc-ready" : "hc-open", "x", i * (BOX + GAP) + 0.5, "y", "0.5",
						"width", BOX - 1, "height", "7", "rx", "2");
			}
			writer.endElement("svg");
		}
		if (has("text")) {
			element(writer, "b", text("text"));
		}
		open(writer, "span", "class", "hc-more");
	}

	@Override
	public void encodeEnd(FacesContext faces) throws IOException {
		faces.getResponseWriter().endElement("span");
		faces.getResponseWriter().endElement("div");
	}

	private int count(String name) {
		var number = number(name);
		return number == null ? 0 : number.intValue();
	}
}
