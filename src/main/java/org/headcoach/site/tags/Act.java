package org.headcoach.site.tags;

import jakarta.faces.context.FacesContext;

/**
 * What can be done with a line: a link that looks like a button, or a button that sends the form around it.
 *
 * @param link where it leads; null for a button
 * @param name what the button sends with the value; null for a link
 * @param title what the button says to those who cannot see whose line it is
 * @param icon the button's icon
 */
public record Act(String text, String styleClass, String link, String name, String value, String title, String icon) implements Drawing {

	public static Act link(String text, String link, String styleClass) {
		return new Act(text, styleClass, link, null, null, null, null);
	}

	public static Act button(String text, String name, String value, String title, String icon) {
		return new Act(text, "hc-button hc-small", null, name, value, title, icon);
	}

	@Override
	public void on(FacesContext faces, Markup markup) {
		if (link != null) {
			markup.element("a", text, "class", styleClass, "href", link);
			return;
		}
		markup.open("button", "type", "submit", "class", styleClass, "name", name, "value", value, "title", title);
		markup.icon(icon);
		markup.text(text);
		markup.close("button");
	}
}
