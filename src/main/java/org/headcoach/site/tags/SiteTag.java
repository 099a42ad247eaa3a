package org.headcoach.site.tags;

import java.io.IOException;
import java.util.Locale;

import org.headcoach.site.Messages;

import jakarta.faces.context.FacesContext;

/**
 * A tag that writes its own markup: one component a cell, whatever it draws. Positions go into SVG attributes, because
 * the content security policy has no room for style elements. Attributes are listed in WEB-INF/s.taglib.xml.
 */
abstract class SiteTag extends Once {

	/** Draws what stands before what the tag holds. */
	abstract void draw(FacesContext faces, Markup markup);

	/** Draws what stands behind it. */
	void drawEnd(Markup markup) {
		// most tags are whole before
	}

	@Override
	public final void encodeBegin(FacesContext faces) throws IOException {
		var markup = new Markup();
		draw(faces, markup);
		markup.to(faces);
	}

	@Override
	public final void encodeEnd(FacesContext faces) throws IOException {
		var markup = new Markup();
		drawEnd(markup);
		markup.to(faces);
	}

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
