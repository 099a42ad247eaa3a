package org.headcoach.site.tags;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;

/** A {@link StateChip} by its attributes. */
@FacesComponent("headcoach.State")
public class StateTag extends SiteTag {

	@Override
	void draw(FacesContext faces, Markup markup) {
		new StateChip(text("kind"), text("text"), null).on(faces, markup);
	}
}
