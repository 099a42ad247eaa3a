package org.headcoach.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** What every answer tells the browser about trust. */
final class SecurityHeaders {

	static final String CSP = "Content-Security-Policy";

	/**
	 * Nothing from other hosts, no frame around us, no inline script without the page's nonce and no style element.
	 * Style attributes are allowed, because PrimeFaces writes them. PrimeFaces appends the nonce at the end, so
	 * script-src stands last.
	 */
	static final String POLICY = "default-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src 'self'; "
			+ "connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'; script-src 'self'";

	private SecurityHeaders() {
	}

	static void on(HttpServletRequest request, HttpServletResponse response) {
		response.setHeader(CSP, POLICY);
		response.setHeader("X-Content-Type-Options", "nosniff");
		response.setHeader("X-Frame-Options", "DENY");
		// an invitation's address is itself a secret: it must not travel to where a link leads
		response.setHeader("Referrer-Policy", "same-origin");
		response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
		response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
		response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
		if (Address.isEncrypted(request)) {
			response.setHeader("Strict-Transport-Security", "max-age=31536000");
		}
		if (!isResource(request)) {
			response.setHeader("Cache-Control", "no-store");
		}
	}

	/** Style sheets, scripts, fonts and pictures: the same for everybody, and kept by the browser. */
	static boolean isResource(HttpServletRequest request) {
		var path = Paths.of(request);
		return path.startsWith("/jakarta.faces.resource/") || path.startsWith("/resources/") || path.startsWith("/favicon");
	}
}
