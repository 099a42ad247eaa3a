package org.headcoach.site.tags;

import java.io.IOException;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;

/** One step of s:steps: done, current or open. */
@FacesComponent("headcoach.Step")
public class StepTag extends SiteTag {

	@Override
	public void encodeBegin(FacesContext faces) throws IOException {
		var writer = faces.getResponseWriter();
		var state = has("state") ? text("state") : "open";
		open(writer, "li", "class", "hc-step-" + state, "aria-current", state.equals("current") ? "step" : null);
		if (state.equals("done")) {
			open(writer, "span", "class", "hc-step-mark");
			icon(writer, "check");
			element(writer, "span", message(faces, "site.step.done"), "class", "hc-unseen");
			writer.endElement("span");
		} else {
			element(writer, "span", text("number"), "class", "hc-step-mark");
		}
		linkOrText(writer, text("link"), text("text"), "hc-step-text");
		writer.endElement("li");
	}
}
