package org.headcoach.site.tags;

import java.io.IOException;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;

/** One link of the breadcrumb. */
@FacesComponent("headcoach.Crumb")
public class CrumbTag extends SiteTag {

	@Override
	public void encodeBegin(FacesContext faces) throws IOException {
		var writer = faces.getResponseWriter();
		open(writer, "li");
		linkOrText(writer, text("link"), text("text"), null);
		writer.endElement("li");
	}
}
