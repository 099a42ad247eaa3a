package org.headcoach.site;

import jakarta.servlet.http.HttpServletRequest;

/** The path of a request below this application, as it decides about rights. */
final class Paths {

	private Paths() {
	}

	/**
	 * Decoded and without path parameters, as the server itself maps it: {@code /api/v1;x/tokens} and {@code /%61pi}
	 * must not be another path here than there.
	 */
	static String of(HttpServletRequest request) {
		var path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
		return path.isEmpty() ? "/" : path;
	}

	static boolean isApi(HttpServletRequest request) {
		var path = of(request);
		return path.equals("/api") || path.startsWith("/api/");
	}
}
