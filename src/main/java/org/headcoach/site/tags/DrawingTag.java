package org.headcoach.site.tags;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;

/** Draws what it is given; nothing for null. */
@FacesComponent("headcoach.Drawing")
public class DrawingTag extends SiteTag {

	@Override
	void draw(FacesContext faces, Markup markup) {
		if (value("of") instanceof Drawing drawing) {
			drawing.on(faces, markup);
		}
	}
}
