package org.headcoach.site.tags;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;

/** {@link FunnelBars} by their attributes. */
@FacesComponent("headcoach.Funnel")
public class FunnelTag extends SiteTag {

	@Override
	void draw(FacesContext faces, Markup markup) {
		new FunnelBars(FunnelBars.numbers(value("volumes")), number("highlight"), value("verdict"), is("lowerIsBetter"), number("max"), text("label")).on(faces, markup);
	}
}
