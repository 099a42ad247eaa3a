package org.headcoach.site;

import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.headcoach.shared.BusinessException;
import org.headcoach.shared.NotHereException;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/**
 * Stands around everything: sets the security headers, refuses changes that another site asks for, and answers for
 * servlets that are neither pages nor REST (exports) when they refuse.
 */
@WebFilter(urlPatterns = "/*", dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR}, asyncSupported = true)
public class Guard extends HttpFilter {

	private static final long serialVersionUID = 1L;
	private static final Logger LOG = Logger.getLogger(Guard.class.getName());
	private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
	static final String REQUEST_ID = "X-Request-Id";

	@Override
	protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
		SecurityHeaders.on(request, response);
		response.setHeader(REQUEST_ID, requestId(request));
		FormToken.prepare(request, response);
		if (request.getDispatcherType() == DispatcherType.REQUEST && !READING.contains(request.getMethod()) && !Paths.isApi(request)
				&& !comesFromHere(request)) {
			LOG.warning(() -> "Refused a request of another site: " + request.getMethod() + " " + Paths.of(request) + " from " + request.getHeader("Origin"));
			response.sendError(HttpServletResponse.SC_FORBIDDEN);
			return;
		}
		try {
			chain.doFilter(request.getDispatcherType() == DispatcherType.ERROR ? asked(request) : request, answering(response));
		} catch (ServletException | RuntimeException thrown) {
			refuse(request, response, thrown);
		}
	}

	/**
	 * An error page inside the request of a form: without the form's parameters, or Faces would take them for those of the error page's own
	 * form and PrimeFaces would ask them for a nonce.
	 */
	private static HttpServletRequest asked(HttpServletRequest request) {
		return new HttpServletRequestWrapper(request) {
			@Override
			public String getMethod() {
				return "GET";
			}

			@Override
			public String getHeader(String name) {
				return "Faces-Request".equalsIgnoreCase(name) ? null : super.getHeader(name);
			}

			@Override
			public String getParameter(String name) {
				return null;
			}

			@Override
			public String[] getParameterValues(String name) {
				return null;
			}

			@Override
			public Map<String, String[]> getParameterMap() {
				return Map.of();
			}

			@Override
			public Enumeration<String> getParameterNames() {
				return Collections.emptyEnumeration();
			}
		};
	}

	/**
	 * One policy: PrimeFaces adds a header of its own; two would both hold, and the one without the nonce would win. And redirects that name
	 * no host: behind a proxy this server knows neither the scheme nor the name under which it is reached.
	 */
	private static HttpServletResponse answering(HttpServletResponse response) {
		return new HttpServletResponseWrapper(response) {
			@Override
			public void addHeader(String name, String value) {
				if (SecurityHeaders.CSP.equalsIgnoreCase(name)) {
					super.setHeader(name, value);
				} else {
					super.addHeader(name, value);
				}
			}

			@Override
			public void sendRedirect(String location) {
				redirect(this, location);
			}
		};
	}

	/** To a path of this server. */
	static void redirect(HttpServletResponse response, String path) {
		response.resetBuffer();
		response.setStatus(HttpServletResponse.SC_FOUND);
		response.setHeader("Location", path);
	}

	/** The caller's own id, when it is one, so that both logs can be held beside each other. */
	static String requestId(HttpServletRequest request) {
		var known = request.getAttribute(REQUEST_ID);
		if (known != null) {
			return known.toString();
		}
		var given = request.getHeader(REQUEST_ID);
		var id = given != null && given.matches("[A-Za-z0-9._-]{1,64}") ? given : UUID.randomUUID().toString();
		request.setAttribute(REQUEST_ID, id);
		return id;
	}

	/**
	 * Browsers say where a request comes from. A request that says nothing comes from no browser, so it carries
	 * nobody's cookies by mistake; the view state or the form's token is asked for besides.
	 */
	private static boolean comesFromHere(HttpServletRequest request) {
		return comesFromHere(request.getHeader("Sec-Fetch-Site"), request.getHeader("Origin"), request.getHeader("Host"), request.getHeader("X-Forwarded-Host"));
	}

	static boolean comesFromHere(String fetchSite, String origin, String host, String forwardedHost) {
		if (fetchSite != null) {
			return fetchSite.equals("same-origin") || fetchSite.equals("none");
		}
		if (origin == null) {
			return true;
		}
		var originHost = origin.replaceFirst("^https?://", "");
		return originHost.equalsIgnoreCase(host) || forwardedHost != null && originHost.equalsIgnoreCase(forwardedHost);
	}

	private static void refuse(HttpServletRequest request, HttpServletResponse response, Exception thrown) throws IOException {
		if (response.isCommitted()) {
			throw new IOException("The answer was already on its way", thrown);
		}
		for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
			if (cause instanceof NotHereException) {
				LOG.fine(cause::getMessage);
				response.sendError(HttpServletResponse.SC_NOT_FOUND);
				return;
			}
			if (cause instanceof BusinessException) {
				LOG.log(Level.INFO, cause, () -> "A rule refused " + Paths.of(request));
				response.sendError(HttpServletResponse.SC_BAD_REQUEST);
				return;
			}
		}
		var number = Errors.number();
		LOG.log(Level.SEVERE, thrown, () -> number);
		request.setAttribute(Errors.NUMBER, number);
		response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR, number);
	}
}
