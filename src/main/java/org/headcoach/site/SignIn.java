package org.headcoach.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;

import org.headcoach.people.AccountService;
import org.headcoach.people.Accounts;
import org.headcoach.people.Actor;
import org.headcoach.people.CurrentActor;
import org.headcoach.shared.BusinessException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Who is at the other end of a request. Pages: the account and its epoch stand in the session and are checked against
 * the database each time, so a forced sign-out holds from the next click on, on every node. REST: a bearer token and
 * nothing else; the session cookie does not count there, so no other site can make a browser call it.
 */
@ApplicationScoped
public class SignIn implements HttpAuthenticationMechanism {

	static final String ACCOUNT = "headcoach.account";
	static final String EPOCH = "headcoach.epoch";

	/** Pages reached without an account. */
	private static final Set<String> OPEN = Set.of("/sign-in", "/set-up", "/invitation", "/health", "/openapi");

	@Inject
	private Accounts accounts;

	@Inject
	private AccountService service;

	@Inject
	private CurrentActor current;

	@Override
	public AuthenticationStatus validateRequest(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
		// an answer of this class never reaches the filter that sets them otherwise
		SecurityHeaders.on(request, response);
		response.setHeader(Guard.REQUEST_ID, Guard.requestId(request));
		current.comesFrom(request.getRemoteAddr());
		try {
			return Paths.isApi(request) ? api(request, response, context) : page(request, response, context);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private AuthenticationStatus page(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) throws IOException {
		var account = accountOf(request);
		if (account != null) {
			return become(new Actor(account.id(), account.name(), account.role(), account.personId(), null), account, request, context);
		}
		if (isOpen(request)) {
			return context.doNothing();
		}
		return sendToSignIn(request, response);
	}

	private AuthenticationStatus become(Actor actor, Accounts.SessionRow account, HttpServletRequest request, HttpMessageContext context) {
		current.become(actor);
		request.setAttribute(Accounts.SessionRow.class.getName(), account);
		return context.notifyContainerAboutLogin(account.login(), Set.of(account.role().name()));
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
		var path = Paths.of(request);
		return SecurityHeaders.isResource(request) || OPEN.contains(path) || path.startsWith("/health/");
	}

	private AuthenticationStatus api(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) throws IOException {
		var credentials = request.getHeader("Authorization");
		if (isTokenRequest(request)) {
			return byPassword(credentials, request, response, context);
		}
		if (credentials == null || !credentials.regionMatches(true, 0, "Bearer ", 0, 7)) {
			return unknown(response, "Bearer realm=\"Headcoach\"", "site.problem.no-token");
		}
		var use = service.useToken(credentials.substring(7).strip()).orElse(null);
		if (use == null) {
			return unknown(response, "Bearer realm=\"Headcoach\", error=\"invalid_token\"", "site.problem.bad-token");
		}
		return become(use.actor(), use.account(), request, context);
	}

	/** The one request that takes a password; a token may not make further tokens. */
	private static boolean isTokenRequest(HttpServletRequest request) {
		return request.getMethod().equals("POST") && Paths.of(request).equals(Api.PATH + "tokens");
	}

	private AuthenticationStatus byPassword(String credentials, HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
			throws IOException {
		var namePassword = basic(credentials);
		if (namePassword == null) {
			return unknown(response, "Basic realm=\"Headcoach\", charset=\"UTF-8\"", "site.problem.no-password");
		}
		try {
			var signedIn = service.signIn(namePassword[0], namePassword[1]);
			var account = accounts.session(signedIn.accountId()).orElseThrow();
			return become(new Actor(account.id(), account.name(), account.role(), account.personId(), null), account, request, context);
		} catch (BusinessException refusal) {
			return unknown(response, "Basic realm=\"Headcoach\", charset=\"UTF-8\"", refusal.key(), refusal.arguments().toArray());
		}
	}

	/** Name and password, or null when the header is no Basic one. */
	static String[] basic(String credentials) {
		if (credentials == null || !credentials.regionMatches(true, 0, "Basic ", 0, 6)) {
			return null;
		}
		try {
			var text = new String(Base64.getDecoder().decode(credentials.substring(6).strip()), StandardCharsets.UTF_8);
			var colon = text.indexOf(':');
			return colon < 0 ? null : new String[] {text.substring(0, colon), text.substring(colon + 1)};
		} catch (IllegalArgumentException e) {
			// no Base64: as good as no header
			return null;
		}
	}

	private static AuthenticationStatus unknown(HttpServletResponse response, String challenge, String key, Object... arguments) throws IOException {
		response.setHeader("WWW-Authenticate", challenge);
		var locale = java.util.Locale.ENGLISH;
		Problem.of(401, Problems.text(locale, 401), Messages.text(locale, key, arguments)).writeTo(response);
		return AuthenticationStatus.SEND_CONTINUE;
	}

	private static AuthenticationStatus sendToSignIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
		var wanted = request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
		var target = request.getContextPath() + "/sign-in";
		if (request.getMethod().equals("GET") && !wanted.equals("/")) {
			target += "?then=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8);
		}
		if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
			response.setContentType("text/xml");
			response.setCharacterEncoding("UTF-8");
			response.getWriter().write("<?xml version='1.0' encoding='UTF-8'?><partial-response><redirect url=\"" + target + "\"/></partial-response>");
		} else {
			response.sendRedirect(target);
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
