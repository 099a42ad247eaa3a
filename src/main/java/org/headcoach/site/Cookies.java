package org.headcoach.site;

import java.time.Duration;

import org.eclipse.microprofile.config.ConfigProvider;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Cookies of our own: never read by scripts, sent to this host only, over https only where the installation has it. */
final class Cookies {

	private static final boolean SECURE = ConfigProvider.getConfig().getValue("headcoach.url", String.class).startsWith("https:");
	/** A browser takes a __Host- cookie from this very host over https only, so no neighbour can plant one. */
	private static final String PREFIX = SECURE ? "__Host-" : "";

	/** Keeps a browser signed in. */
	static final String STAY = PREFIX + "headcoach-stay";
	/** Ties a form that has no session to the browser that asked for it. */
	static final String FORM = PREFIX + "headcoach-form";

	private Cookies() {
	}

	/** Null when the request has none. */
	static String read(HttpServletRequest request, String name) {
		if (request.getCookies() != null) {
			for (var cookie : request.getCookies()) {
				if (cookie.getName().equals(name) && !cookie.getValue().isEmpty()) {
					return cookie.getValue();
				}
			}
		}
		return null;
	}

	/** A null age ends with the browser. */
	static void write(HttpServletResponse response, String name, String content, Duration age, String sameSite) {
		var cookie = new Cookie(name, content);
		cookie.setPath("/");
		cookie.setHttpOnly(true);
		cookie.setSecure(SECURE);
		cookie.setMaxAge(age == null ? -1 : (int) age.toSeconds());
		cookie.setAttribute("SameSite", sameSite);
		response.addCookie(cookie);
	}

	static void remove(HttpServletResponse response, String name) {
		write(response, name, "", Duration.ZERO, "Lax");
	}
}
