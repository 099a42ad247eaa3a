package org.headcoach.site;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

import org.headcoach.people.AccountService;
import org.headcoach.people.Accounts;
import org.headcoach.people.Actor;
import org.headcoach.people.CurrentActor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Who is at the other end of a request. Pages: the account and its epoch stand in the session and are checked against
 * the database each time, so a forced sign-out holds from the next click on, on every node.
 */
@ApplicationScoped
public class SignIn implements HttpAuthenticationMechanism {

	static final String ACCOUNT = "headcoach.account";
	static final String EPOCH = "headcoach.epoch";

	/** Reached without an account. */
	private static final List<String> OPEN = List.of("/sign-in", "/set-up", "/invitation", "/jakarta.faces.resource/", "/resources/", "/health", "/favicon");

	@Inject
	private Accounts accounts;

	@Inject
	private CurrentActor current;

	@Override
	public AuthenticationStatus validateRequest(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
		var account = accountOf(request);
		if (account != null) {
			current.become(new Actor(account.id(), account.name(), account.role(), account.personId(), null));
			request.setAttribute(Accounts.SessionRow.class.getName(), account);
			return context.notifyContainerAboutLogin(account.login(), Set.of(account.role().name()));
		}
		if (isOpen(request)) {
			return context.doNothing();
		}
		return sendToSignIn(request, response, context);
	}

	private Accounts.SessionRow accountOf(HttpServletRequest request) {
		var session = request.getSession(false);
		if (session == null || !(session.getAttribute(ACCOUNT) instanceof Long id)) {
			return null;
		}
		return accounts.session(id).filter(row -> row.active() && Integer.valueOf(row.epoch()).equals(session.getAttribute(EPOCH))).orElse(null);
	}

	/** Whether the request may go on without an account. */
	protected boolean isOpen(HttpServletRequest request) {
		var path = request.getRequestURI().substring(request.getContextPath().length());
		return OPEN.stream().anyMatch(path::startsWith);
	}

	private static AuthenticationStatus sendToSignIn(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
		var wanted = request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
		var target = request.getContextPath() + "/sign-in";
		if (request.getMethod().equals("GET") && !wanted.equals("/")) {
			target += "?then=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8);
		}
		try {
			if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
				response.setContentType("text/xml");
				response.setCharacterEncoding("UTF-8");
				response.getWriter().write("<?xml version='1.0' encoding='UTF-8'?><partial-response><redirect url=\"" + target + "\"/></partial-response>");
			} else {
				response.sendRedirect(target);
			}
		} catch (IOException e) {
			throw new java.io.UncheckedIOException(e);
		}
		return AuthenticationStatus.SEND_CONTINUE;
	}

	/** Begins a signed-in session: a new session id, the account and its epoch inside. */
	static void begin(HttpServletRequest request, AccountService.SignedIn account) {
		request.getSession(true);
		request.changeSessionId();
		request.getSession().setAttribute(ACCOUNT, account.accountId());
		request.getSession().setAttribute(EPOCH, account.epoch());
	}
}
