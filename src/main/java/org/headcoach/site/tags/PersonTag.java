package org.headcoach.site.tags;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;

/** A {@link PersonLine} by its attributes. */
@FacesComponent("headcoach.Person")
public class PersonTag extends SiteTag {

	@Override
	void draw(FacesContext faces, Markup markup) {
		new PersonLine(text("name"), text("second"), text("link")).on(faces, markup);
	}
}
