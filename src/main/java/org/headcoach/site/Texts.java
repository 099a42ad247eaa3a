package org.headcoach.site;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;

/** The texts in a page: {@code #{m['coaching.my-team.title']}}, {@code #{m.of('coaching.plan.answer', name)}}. */
@Named("m")
@RequestScoped
public class Texts extends AbstractMap<String, String> {

	@Override
	public String get(Object key) {
		return of(key.toString());
	}

	@Override
	public boolean containsKey(Object key) {
		return Messages.has(locale(), key.toString());
	}

	public String of(String key, Object... arguments) {
		return Messages.text(locale(), key, arguments);
	}

	/** For texts that carry tags; arguments are escaped. Print it with escape="false". */
	public String html(String key, Object... arguments) {
		return Messages.html(locale(), key, arguments);
	}

	@Override
	public Set<Map.Entry<String, String>> entrySet() {
		throw new UnsupportedOperationException("Texts are asked for one by one.");
	}

	private static java.util.Locale locale() {
		var faces = FacesContext.getCurrentInstance();
		return faces != null && faces.getViewRoot() != null ? faces.getViewRoot().getLocale() : java.util.Locale.ENGLISH;
	}
}
