package org.headcoach.site.tags;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;

/** A PrimeIcon beside a word; screen readers pass over it. */
@FacesComponent("headcoach.Icon")
public class IconTag extends SiteTag {

	@Override
	void draw(FacesContext faces, Markup markup) {
		markup.icon(text("name"));
	}
}
