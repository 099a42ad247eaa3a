package org.headcoach.site.tags;

import java.io.IOException;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;

/** A person in a line of a table: initials, name, a second line with tenure or role. */
@FacesComponent("headcoach.Person")
public class PersonTag extends SiteTag {

	@Override
	public void encodeBegin(FacesContext faces) throws IOException {
		var name = text("name");
		var second = text("second");
		var writer = faces.getResponseWriter();
		open(writer, "span", "class", classes("hc-person", text("styleClass")));
		element(writer, "span", InitialsTag.of(name), "class", "hc-initials", "aria-hidden", "true");
		open(writer, "span");
		linkOrText(writer, text("link"), name, "hc-name");
		if (!second.isEmpty()) {
			element(writer, "span", second, "class", "hc-second");
		}
		writer.endElement("span");
		writer.endElement("span");
	}
}
