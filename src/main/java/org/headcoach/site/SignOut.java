package org.headcoach.site;

import java.io.IOException;

import org.headcoach.people.AccountService;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Ends the session and the remembered sign-in of this browser. Only a form of ours can ask for it: POST with the {@link FormToken}. */
@WebServlet("/sign-out")
public class SignOut extends HttpServlet {

	private static final long serialVersionUID = 1L;

	@Inject
	private AccountService accounts;

	@Inject
	private FormToken token;

	@Override
	protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
		if (!token.isGood()) {
			response.sendError(HttpServletResponse.SC_FORBIDDEN);
			return;
		}
		var cookie = Cookies.read(request, Cookies.STAY);
		if (cookie != null) {
			accounts.forget(cookie);
			Cookies.remove(response, Cookies.STAY);
		}
		request.getSession().invalidate();
		response.sendRedirect(request.getContextPath() + "/sign-in?signed-out=true");
	}
}
