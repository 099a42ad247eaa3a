package org.headcoach.site.tags;

import java.io.IOException;

import org.headcoach.site.Formats;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;

/** How far work is, with the counts in words beside the label. */
@FacesComponent("headcoach.Progress")
public class ProgressTag extends SiteTag {

	@Override
	public void encodeBegin(FacesContext faces) throws IOException {
		var writer = faces.getResponseWriter();
		var locale = locale(faces);
		var done = number("value");
		var max = number("max");
		open(writer, "label", "class", classes("hc-progress", text("styleClass")));
		open(writer, "span");
		element(writer, "span", text("label"));
		element(writer, "span", has("text") ? text("text")
				: message(faces, "site.progress.of", Formats.number(locale, done, 0, false), Formats.number(locale, max, 0, false)), "class", "num");
		writer.endElement("span");
		// without a value the browser shows that something is going on
		element(writer, "progress", null, "value", done == null ? null : Scale.plain(done), "max", max == null ? "1" : Scale.plain(Math.max(max, 1)));
		writer.endElement("label");
	}
}
