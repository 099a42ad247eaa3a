package org.headcoach.site.tags;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;

/** One step of s:steps: done, current or open. */
@FacesComponent("headcoach.Step")
public class StepTag extends SiteTag {

	@Override
	void draw(FacesContext faces, Markup markup) {
		var state = has("state") ? text("state") : "open";
		markup.open("li", "class", "hc-step-" + state, "aria-current", state.equals("current") ? "step" : null);
		if (state.equals("done")) {
			markup.open("span", "class", "hc-step-mark");
			markup.icon("check");
			markup.element("span", message(faces, "site.step.done"), "class", "hc-unseen");
			markup.close("span");
		} else {
			markup.element("span", text("number"), "class", "hc-step-mark");
		}
		markup.linkOrText(text("link"), text("text"), "hc-step-text");
		markup.close("li");
	}
}
