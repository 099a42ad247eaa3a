package org.headcoach.site.tags;

import jakarta.faces.context.FacesContext;

/**
 * A person in a line of a table: initials, name, a second line with tenure or role.
 *
 * @param second empty for none
 * @param link empty for none
 */
public record PersonLine(String name, String second, String link) implements Drawing {

	@Override
	public void on(FacesContext faces, Markup markup) {
		markup.open("span", "class", "hc-person");
		markup.element("span", InitialsTag.of(name), "class", "hc-initials", "aria-hidden", "true");
		markup.open("span");
		markup.linkOrText(link, name, "hc-name");
		if (!second.isEmpty()) {
			markup.element("span", second, "class", "hc-second");
		}
		markup.close("span");
		markup.close("span");
	}
}
