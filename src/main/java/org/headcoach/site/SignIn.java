package org.headcoach.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;

import org.headcoach.people.AccountService;
import org.headcoach.people.Accounts;
import org.headcoach.people.Actor;
import org.headcoach.people.CurrentActor;
import org.headcoach.people.PeopleService;
import org.headcoach.people.Permission;
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
	private static final Set<String> OPEN = Set.of("/sign-in", "/set-up", "/invitation", "/unsubscribe");
	private static final Set<String> WALL = Set.of("/contests/wall", "/live/contests");

	private static final String BEARER = "Bearer realm=\"Headcoach\"";
	private static final String BASIC = "Basic realm=\"Headcoach\", charset=\"UTF-8\"";

	@Inject
	private Accounts accounts;

	@Inject
	private AccountService service;

	@Inject
	private PeopleService people;

	@Inject
	private CurrentActor current;

	/** Once there is a company there always is. */
	private volatile boolean isSetUp;

	@Override
	public AuthenticationStatus validateRequest(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
		// an answer of this class never reaches the filter that sets them otherwise
		SecurityHeaders.on(request, response);
		response.setHeader(Guard.REQUEST_ID, Guard.requestId(request));
		current.comesFrom(Address.of(request));
		try {
			return Paths.isApi(request) ? api(request, response, context) : page(request, response, context);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private AuthenticationStatus page(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) throws IOException {
		if (isOpen(request)) {
			return context.doNothing();
		}
		var isSetUpPage = Paths.of(request).equals("/set-up");
		if (isSetUp() == isSetUpPage && !request.getMethod().equals("POST") || !isSetUp() && !isSetUpPage) {
			// the set-up page is there exactly as long as there is no company
			Guard.redirect(response, request.getContextPath() + (isSetUp() ? "/sign-in" : "/set-up"));
			return AuthenticationStatus.SEND_CONTINUE;
		}
		if (Paths.of(request).startsWith("/metrics")) {
			return metrics(request, response, context);
		}
		var account = accountOf(request);
		if (account == null) {
			account = rememberedAccount(request, response);
		}
		if (account != null) {
			return become(actorOf(account), account, request, context);
		}
		if (OPEN.contains(Paths.of(request)) || isWall(request) || isCertificate(request)) {
			return context.doNothing();
		}
		return sendToSignIn(request, response);
	}

	/** A contest's wall by its link, and where that listens; without one it is for who is signed in. */
	private static boolean isWall(HttpServletRequest request) {
		return WALL.contains(Paths.of(request)) && request.getMethod().equals("GET") && request.getParameter("token") != null;
	}

	/** What stands on a certificate, by the address that is printed on it; and what verifies a badge. */
	private static boolean isCertificate(HttpServletRequest request) {
		return Set.of("GET", "HEAD").contains(request.getMethod()) && (Paths.of(request).equals("/training/certificate") || Paths.of(request).startsWith("/credentials/"));
	}

	private boolean isSetUp() {
		if (!isSetUp) {
			isSetUp = people.findCompany().isPresent();
		}
		return isSetUp;
	}

	private static Actor actorOf(Accounts.SessionRow account) {
		return new Actor(account.id(), account.name(), account.role(), account.personId(), null);
	}

	/** For a monitoring program with a token, or an administrator's browser; to everybody else it is not there. */
	private AuthenticationStatus metrics(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) throws IOException {
		if (request.getHeader("Authorization") != null) {
			var use = bearer(request.getHeader("Authorization"));
			if (use == null || !use.actor().may(Permission.READ_METRICS)) {
				return unknown(response, BEARER, "site.problem.bad-token");
			}
			return become(use.actor(), use.account(), request, context);
		}
		var account = accountOf(request);
		if (account == null || !account.role().may(Permission.READ_METRICS)) {
			response.sendError(HttpServletResponse.SC_NOT_FOUND);
			return AuthenticationStatus.SEND_CONTINUE;
		}
		return become(actorOf(account), account, request, context);
	}

	/** A browser that asked to stay signed in begins a session of its own accord. */
	private Accounts.SessionRow rememberedAccount(HttpServletRequest request, HttpServletResponse response) {
		var cookie = Cookies.read(request, Cookies.STAY);
		if (cookie == null) {
			return null;
		}
		var use = service.useRemembered(cookie).orElse(null);
		if (use == null) {
			Cookies.remove(response, Cookies.STAY);
			return null;
		}
		if (use.cookie() != null) {
			keep(response, use.cookie());
		}
		begin(request, use.signedIn());
		return accountOf(request);
	}

	static void keep(HttpServletResponse response, String cookie) {
		Cookies.write(response, Cookies.STAY, cookie, Duration.ofDays(30), "Lax");
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

	/** Whether the request needs neither an account nor a company. */
	protected boolean isOpen(HttpServletRequest request) {
		var path = Paths.of(request);
		return SecurityHeaders.isResource(request) || path.equals("/health") || path.startsWith("/health/") || path.equals("/openapi")
				|| path.startsWith("/openapi/");
	}

	private AuthenticationStatus api(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) throws IOException {
		var credentials = request.getHeader("Authorization");
		if (!Paths.of(request).startsWith(Api.PATH)) {
			Problem.of(404, Problems.text(java.util.Locale.ENGLISH, 404), null).writeTo(response);
			return AuthenticationStatus.SEND_CONTINUE;
		}
		if (isTokenRequest(request)) {
			return byPassword(credentials, request, response, context);
		}
		if (credentials == null || !credentials.regionMatches(true, 0, "Bearer ", 0, 7)) {
			return unknown(response, BEARER, "site.problem.no-token");
		}
		var use = bearer(credentials);
		if (use == null) {
			return unknown(response, BEARER + ", error=\"invalid_token\"", "site.problem.bad-token");
		}
		return become(use.actor(), use.account(), request, context);
	}

	private AccountService.TokenUse bearer(String credentials) {
		return credentials.regionMatches(true, 0, "Bearer ", 0, 7) ? service.useToken(credentials.substring(7).strip()).orElse(null) : null;
	}

	/** The one request that takes a password; a token may not make further tokens. */
	private static boolean isTokenRequest(HttpServletRequest request) {
		return request.getMethod().equals("POST") && Paths.of(request).equals(Api.PATH + "tokens");
	}

	private AuthenticationStatus byPassword(String credentials, HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
			throws IOException {
		var namePassword = basic(credentials);
		if (namePassword == null) {
			return unknown(response, BASIC, "site.problem.no-password");
		}
		try {
			var signedIn = service.signIn(namePassword[0], namePassword[1]);
			service.began(signedIn, namePassword[1]);
			var account = accounts.session(signedIn.accountId()).orElseThrow();
			return become(actorOf(account), account, request, context);
		} catch (BusinessException refusal) {
			return unknown(response, BASIC, refusal.key(), refusal.arguments().toArray());
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
		if (request.getMethod().equals("POST") && !Paths.of(request).equals("/sign-out")) {
			// a form whose session is over: its page is where to go on, and the reader must know that nothing was saved
			target += "?over=true&then=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8);
		} else if (request.getMethod().equals("GET") && !wanted.equals("/")) {
			target += "?then=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8);
		}
		if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
			response.setContentType("text/xml");
			response.setCharacterEncoding("UTF-8");
			response.getWriter().write("<?xml version='1.0' encoding='UTF-8'?><partial-response><redirect url=\"" + target.replace("&", "&amp;") + "\"/></partial-response>");
		} else {
			Guard.redirect(response, target);
		}
		return AuthenticationStatus.SEND_CONTINUE;
	}

	/** Begins a signed-in session: a new session id, the account and its epoch inside. */
	static void begin(HttpServletRequest request, AccountService.SignedIn account) {
		request.getSession(true);
		request.changeSessionId();
		request.getSession().setAttribute(ACCOUNT, account.accountId());
		request.getSession().setAttribute(EPOCH, account.epoch());
		FormToken.begin(request);
	}
}
