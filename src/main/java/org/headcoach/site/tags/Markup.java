package org.headcoach.site.tags;

import java.io.IOException;

import jakarta.faces.context.FacesContext;

/** What a tag draws, put together first and handed over in one piece: a drawing has some forty attributes, and each would pass the three writers between a page and its answer. */
public final class Markup {

	private final StringBuilder markup = new StringBuilder(1_024);

	/** Opens an element with attributes given as name, value, name, value; a null value leaves the attribute out. */
	public void open(String element, Object... attributes) {
		markup.append('<').append(element);
		for (int i = 0; i < attributes.length; i += 2) {
			if (attributes[i + 1] != null) {
				markup.append(' ').append(attributes[i]).append("=\"");
				escape(attributes[i + 1].toString());
				markup.append('"');
			}
		}
		markup.append('>');
	}

	public void close(String element) {
		markup.append("</").append(element).append('>');
	}

	/** A whole element; null for one without text. */
	public void element(String element, String text, Object... attributes) {
		open(element, attributes);
		if (text != null) {
			escape(text);
		}
		close(element);
	}

	public void text(String text) {
		escape(text);
	}

	public void icon(String name) {
		element("i", null, "class", "pi pi-" + name, "aria-hidden", "true");
	}

	/** A link when there is an address, else plain text in a span. */
	public void linkOrText(String link, String text, String styleClass) {
		if (link.isEmpty()) {
			element("span", text, "class", styleClass);
		} else {
			element("a", text, "class", styleClass, "href", link);
		}
	}

	/** Hands over what was put together. */
	void to(FacesContext faces) throws IOException {
		if (!markup.isEmpty()) {
			faces.getResponseWriter().write(markup.toString());
		}
	}

	private void escape(String text) {
		var from = 0;
		for (int i = 0; i < text.length(); i++) {
			var written = switch (text.charAt(i)) {
				case '&' -> "&amp;";
				case '<' -> "&lt;";
				case '>' -> "&gt;";
				case '"' -> "&quot;";
				default -> null;
			};
			if (written != null) {
				markup.append(text, from, i).append(written);
				from = i + 1;
			}
		}
		markup.append(text, from, text.length());
	}
}
