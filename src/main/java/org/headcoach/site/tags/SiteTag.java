package org.headcoach.site.tags;

import java.io.IOException;
import java.util.Locale;

import org.headcoach.site.Messages;

import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;

/**
 * A tag that writes its own markup: one component a cell, whatever it draws. Positions go into SVG attributes, because
 * the content security policy has no room for style elements. Attributes are listed in WEB-INF/s.taglib.xml.
 */
abstract class SiteTag extends Once {

	/** What an expression says now, or what stands in the page. The map of attributes would come to the same after four other looks. */
	Object value(String name) {
		var expression = getValueExpression(name);
		return expression == null ? getAttributes().get(name) : expression.getValue(getFacesContext().getELContext());
	}

	/** The attribute as text; empty when it is missing. */
	String text(String name) {
		var value = value(name);
		return value == null ? "" : value.toString();
	}

	boolean has(String name) {
		return !text(name).isEmpty();
	}

	boolean is(String name) {
		return Boolean.parseBoolean(text(name));
	}

	/** Null when the attribute is missing. */
	Double number(String name) {
		var value = value(name);
		if (value instanceof Number number) {
			return number.doubleValue();
		}
		return value == null || value.toString().isEmpty() ? null : Double.valueOf(value.toString());
	}

	static Locale locale(FacesContext faces) {
		return faces.getViewRoot().getLocale();
	}

	static String message(FacesContext faces, String key, Object... arguments) {
		return Messages.text(locale(faces), key, arguments);
	}

	/** Opens an element with attributes given as name, value, name, value; a null value leaves the attribute out. */
	void open(ResponseWriter writer, String element, Object... attributes) throws IOException {
		writer.startElement(element, this);
		for (int i = 0; i < attributes.length; i += 2) {
			if (attributes[i + 1] != null) {
				writer.writeAttribute(attributes[i].toString(), attributes[i + 1], null);
			}
		}
	}

	void element(ResponseWriter writer, String element, String text, Object... attributes) throws IOException {
		open(writer, element, attributes);
		if (text != null) {
			writer.writeText(text, null);
		}
		writer.endElement(element);
	}

	void icon(ResponseWriter writer, String name) throws IOException {
		element(writer, "i", null, "class", "pi pi-" + name, "aria-hidden", "true");
	}

	/** A link when there is an address, else plain text in a span. */
	void linkOrText(ResponseWriter writer, String link, String text, String styleClass) throws IOException {
		if (link.isEmpty()) {
			element(writer, "span", text, "class", styleClass);
		} else {
			element(writer, "a", text, "class", styleClass, "href", link);
		}
	}

	/** A class name list from parts, without those that are empty. */
	static String classes(String... parts) {
		var list = new StringBuilder();
		for (var part : parts) {
			if (part != null && !part.isEmpty()) {
				list.append(list.isEmpty() ? "" : " ").append(part);
			}
		}
		return list.toString();
	}
}
