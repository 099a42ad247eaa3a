package org.headcoach.site.tags;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;

/** A {@link VerdictChip} by its attributes. */
@FacesComponent("headcoach.Verdict")
public class VerdictTag extends SiteTag {

	@Override
	void draw(FacesContext faces, Markup markup) {
		new VerdictChip(value("verdict"), number("n"), text("unit"), is("lowerIsBetter")).on(faces, markup);
	}
}
