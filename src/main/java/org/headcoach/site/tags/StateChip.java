package org.headcoach.site.tags;

import java.util.Map;

import jakarta.faces.context.FacesContext;

/**
 * The chip of a state.
 *
 * @param kind done, open, waiting, look, refused, closed, hidden
 * @param second a line below it; null for none
 */
public record StateChip(String kind, String text, String second) implements Drawing {

	private static final Map<String, String> ICONS = Map.of("done", "check", "open", "inbox", "waiting", "clock", "look", "exclamation-triangle",
			"refused", "times-circle", "closed", "lock", "hidden", "eye-slash");

	@Override
	public void on(FacesContext faces, Markup markup) {
		if (!ICONS.containsKey(kind)) {
			throw new IllegalArgumentException("There is no state of the kind \"" + kind + "\", only " + ICONS.keySet());
		}
		markup.open("span", "class", "hc-chip hc-state-" + kind);
		markup.icon(ICONS.get(kind));
		markup.element("b", text);
		markup.close("span");
		if (second != null) {
			markup.element("span", second, "class", "hc-second");
		}
	}
}
