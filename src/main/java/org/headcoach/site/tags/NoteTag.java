package org.headcoach.site.tags;

import java.util.Map;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;

/** A quiet message that belongs to the page: info, warning, error. What stands inside the tag follows the text. */
@FacesComponent("headcoach.Note")
public class NoteTag extends SiteTag {

	private static final Map<String, String> ICONS = Map.of("info", "info-circle", "warning", "exclamation-triangle", "error", "times-circle",
			"hidden", "eye-slash", "done", "check-circle");

	@Override
	void draw(FacesContext faces, Markup markup) {
		var kind = has("kind") ? text("kind") : "info";
		markup.open("div", "class", classes("hc-note hc-note-" + kind, text("styleClass")), "role", kind.equals("error") ? "alert" : null);
		markup.icon(ICONS.getOrDefault(kind, "info-circle"));
		markup.open("div");
		if (has("lead")) {
			markup.element("b", text("lead"));
			markup.text(" ");
		}
		markup.text(text("text"));
		markup.text(" ");
	}

	@Override
	void drawEnd(Markup markup) {
		markup.close("div");
		markup.close("div");
	}
}
