package org.headcoach.site.tags;

import jakarta.faces.context.FacesContext;

/** A figure with what it comes to in another unit below. */
public record TwoLines(String first, String second) implements Drawing {

	@Override
	public void on(FacesContext faces, Markup markup) {
		markup.open("b");
		markup.element("bdi", first);
		markup.close("b");
		markup.element("span", second, "class", "hc-second");
	}
}
