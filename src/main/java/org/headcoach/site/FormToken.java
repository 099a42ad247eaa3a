package org.headcoach.site;

import java.util.Arrays;
import java.util.Set;

import org.headcoach.people.Secrets;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Proves that a form was asked for by the browser that sends it. Pages with a view state need none; stateless forms and
 * plain POSTs carry {@code <input type="hidden" name="token" value="#{formToken.value}"/>}. Signed in, it stands in the
 * session; before that, in a cookie.
 */
@Named
@RequestScoped
public class FormToken {

	/** The name of the form's field. */
	public static final String FIELD = "token";

	private static final String ATTRIBUTE = "headcoach.form-token";
	private static final Set<String> WITHOUT_SESSION = Set.of("/sign-in", "/set-up", "/invitation", "/unsubscribe");

	@Inject
	private HttpServletRequest request;

	public String getValue() {
		var session = request.getSession(false);
		if (session != null && session.getAttribute(ATTRIBUTE) instanceof String token) {
			return token;
		}
		return request.getAttribute(ATTRIBUTE) instanceof String fresh ? fresh : Cookies.read(request, Cookies.FORM);
	}

	/** Whether the request carries the token. */
	public boolean isGood() {
		var sent = request.getParameterValues(FIELD);
		// the address of an invitation and of an unsubscribe link has a parameter of the same name
		return sent != null && Arrays.stream(sent).anyMatch(one -> Secrets.same(getValue(), one));
	}

	/** Gives the browser the cookie before the page is written. */
	static void prepare(HttpServletRequest request, HttpServletResponse response) {
		if (request.getMethod().equals("GET") && WITHOUT_SESSION.contains(Paths.of(request)) && Cookies.read(request, Cookies.FORM) == null) {
			var fresh = Secrets.create();
			request.setAttribute(ATTRIBUTE, fresh);
			Cookies.write(response, Cookies.FORM, fresh, null, "Strict");
		}
	}

	/** A new token for a session that begins. */
	static void begin(HttpServletRequest request) {
		request.getSession().setAttribute(ATTRIBUTE, Secrets.create());
	}
}
