package org.headcoach.site.tags;

import java.io.IOException;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;

/** The links below a table that give its lines as a file. */
@FacesComponent("headcoach.Export")
public class ExportTag extends SiteTag {

	@Override
	public void encodeBegin(FacesContext faces) throws IOException {
		var writer = faces.getResponseWriter();
		open(writer, "span", "class", "hc-export");
		icon(writer, "download");
		element(writer, "span", message(faces, "site.export"));
		for (var kind : new String[] {"csv", "xlsx"}) {
			if (has(kind)) {
				open(writer, "a", "href", text(kind), "download", "");
				element(writer, "span", message(faces, "site.export") + " ", "class", "hc-unseen");
				writer.writeText(kind.toUpperCase(java.util.Locale.ROOT), null);
				writer.endElement("a");
			}
		}
		writer.endElement("span");
	}
}
