package org.headcoach.site.tags;

import org.headcoach.site.Formats;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;

/** How far work is, with the counts in words beside the label. */
@FacesComponent("headcoach.Progress")
public class ProgressTag extends SiteTag {

	@Override
	void draw(FacesContext faces, Markup markup) {
		var locale = locale(faces);
		var done = number("value");
		var max = number("max");
		markup.open("label", "class", classes("hc-progress", text("styleClass")));
		markup.open("span");
		markup.element("span", text("label"));
		markup.element("span", has("text") ? text("text")
				: message(faces, "site.progress.of", Formats.number(locale, done, 0, false), Formats.number(locale, max, 0, false)), "class", "num");
		markup.close("span");
		// without a value the browser shows that something is going on
		markup.element("progress", null, "value", done == null ? null : Scale.plain(done), "max", max == null ? "1" : Scale.plain(Math.max(max, 1)));
		markup.close("label");
	}
}
