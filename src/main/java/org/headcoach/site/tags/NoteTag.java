package org.headcoach.site.tags;

import java.io.IOException;
import java.util.Map;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;

/** A quiet message that belongs to the page: info, warning, error. What stands inside the tag follows the text. */
@FacesComponent("headcoach.Note")
public class NoteTag extends SiteTag {

	private static final Map<String, String> ICONS = Map.of("info", "info-circle", "warning", "exclamation-triangle", "error", "times-circle",
			"hidden", "eye-slash", "done", "check-circle");

	@Override
	public void encodeBegin(FacesContext faces) throws IOException {
		var kind = has("kind") ? text("kind") : "info";
		var writer = faces.getResponseWriter();
		open(writer, "div", "class", classes("hc-note hc-note-" + kind, text("styleClass")), "role", kind.equals("error") ? "alert" : null);
		icon(writer, ICONS.getOrDefault(kind, "info-circle"));
		open(writer, "div");
		if (has("lead")) {
			element(writer, "b", text("lead"));
			writer.writeText(" ", null);
		}
		writer.writeText(text("text"), null);
		writer.writeText(" ", null);
	}

	@Override
	public void encodeEnd(FacesContext faces) throws IOException {
		faces.getResponseWriter().endElement("div");
		faces.getResponseWriter().endElement("div");
	}
}
