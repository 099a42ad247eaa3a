package org.headcoach.site.tags;

import java.io.IOException;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;

/** A PrimeIcon beside a word; screen readers pass over it. */
@FacesComponent("headcoach.Icon")
public class IconTag extends SiteTag {

	@Override
	public void encodeBegin(FacesContext faces) throws IOException {
		icon(faces.getResponseWriter(), text("name"));
	}
}
