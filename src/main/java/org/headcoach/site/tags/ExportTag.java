package org.headcoach.site.tags;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;

/** The links below a table that give its lines as a file. */
@FacesComponent("headcoach.Export")
public class ExportTag extends SiteTag {

	@Override
	void draw(FacesContext faces, Markup markup) {
		markup.open("span", "class", "hc-export");
		markup.icon("download");
		markup.element("span", message(faces, "site.export"));
		for (var kind : new String[] {"csv", "xlsx"}) {
			if (has(kind)) {
				markup.open("a", "href", text(kind), "download", "");
				markup.element("span", message(faces, "site.export") + " ", "class", "hc-unseen");
				markup.text(kind.toUpperCase(java.util.Locale.ROOT));
				markup.close("a");
			}
		}
		markup.close("span");
	}
}
