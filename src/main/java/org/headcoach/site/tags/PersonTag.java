package org.headcoach.site.tags;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;

/** A person in a line of a table: initials, name, a second line with tenure or role. */
@FacesComponent("headcoach.Person")
public class PersonTag extends SiteTag {

	@Override
	void draw(FacesContext faces, Markup markup) {
		var name = text("name");
		var second = text("second");
		markup.open("span", "class", classes("hc-person", text("styleClass")));
		markup.element("span", InitialsTag.of(name), "class", "hc-initials", "aria-hidden", "true");
		markup.open("span");
		markup.linkOrText(text("link"), name, "hc-name");
		if (!second.isEmpty()) {
			markup.element("span", second, "class", "hc-second");
		}
		markup.close("span");
		markup.close("span");
	}
}
