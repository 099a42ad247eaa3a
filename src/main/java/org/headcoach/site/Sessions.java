package org.headcoach.site;

import org.headcoach.people.AccountService.SignedIn;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import jakarta.faces.context.FacesContext;

/** The signed-in session of this browser, for the views that begin, renew or end one. */
@RequestScoped
public class Sessions {

	@Inject
	private HttpServletRequest request;

	/** Begins a session, or goes on with the present one after its epoch changed; the session's id is a new one. */
	public void begin(SignedIn account) {
		SignIn.begin(request, account);
	}

	/** The remember-me cookie of this browser; null when it has none. */
	public String cookie() {
		return Cookies.read(request, Cookies.STAY);
	}

	public void keep(String cookie) {
		SignIn.keep(response(), cookie);
	}

	public void end() {
		Cookies.remove(response(), Cookies.STAY);
		request.getSession().invalidate();
	}

	public String userAgent() {
		return request.getHeader("User-Agent");
	}

	private static HttpServletResponse response() {
		return (HttpServletResponse) FacesContext.getCurrentInstance().getExternalContext().getResponse();
	}
}
