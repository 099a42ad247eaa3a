package org.headcoach.site.tags;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;

/** A {@link Strip} by its attributes. */
@FacesComponent("headcoach.Strip")
public class StripTag extends SiteTag {

	@Override
	void draw(FacesContext faces, Markup markup) {
		new Strip(number("own"), number("low"), number("high"), number("peers"), number("min"), number("max"), value("verdict"), is("lowerIsBetter"), text("format"), text("currency"),
				text("label")).on(faces, markup);
	}
}
