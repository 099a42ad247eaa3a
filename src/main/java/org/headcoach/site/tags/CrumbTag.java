package org.headcoach.site.tags;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;

/** One link of the breadcrumb. */
@FacesComponent("headcoach.Crumb")
public class CrumbTag extends SiteTag {

	@Override
	void draw(FacesContext faces, Markup markup) {
		markup.open("li");
		markup.linkOrText(text("link"), text("text"), null);
		markup.close("li");
	}
}
