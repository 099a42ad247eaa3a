package org.headcoach.site.tags;

import java.util.Map;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;

/** The chip of a state: done, open, waiting, look, refused, closed, hidden. */
@FacesComponent("headcoach.State")
public class StateTag extends SiteTag {

	private static final Map<String, String> ICONS = Map.of("done", "check", "open", "inbox", "waiting", "clock", "look", "exclamation-triangle",
			"refused", "times-circle", "closed", "lock", "hidden", "eye-slash");

	@Override
	void draw(FacesContext faces, Markup markup) {
		var kind = text("kind");
		if (!ICONS.containsKey(kind)) {
			throw new IllegalArgumentException("s:state knows no kind \"" + kind + "\", only " + ICONS.keySet());
		}
		markup.open("span", "class", classes("hc-chip hc-state-" + kind, text("styleClass")));
		markup.icon(ICONS.get(kind));
		markup.element("b", text("text"));
		markup.close("span");
	}
}
