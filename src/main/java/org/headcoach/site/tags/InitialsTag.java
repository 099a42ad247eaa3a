package org.headcoach.site.tags;

import java.util.Locale;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;

/** The round mark with a person's initials. It stands beside the name, so screen readers pass over it. */
@FacesComponent("headcoach.Initials")
public class InitialsTag extends SiteTag {

	@Override
	void draw(FacesContext faces, Markup markup) {
		markup.element("span", of(text("name")), "class", classes("hc-initials", text("styleClass")), "aria-hidden", "true");
	}

	/** The first letters of the first and the last word: Amira Nasser is AN, Cher is C. */
	static String of(String name) {
		var words = name.strip().split("\\s+");
		var first = letter(words[0]);
		return words.length == 1 ? first : first + letter(words[words.length - 1]);
	}

	private static String letter(String word) {
		return word.isEmpty() ? "" : new String(Character.toChars(word.codePointAt(0))).toUpperCase(Locale.ROOT);
	}
}
