package org.headcoach.training.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.headcoach.shared.NotHereException;
import org.headcoach.site.Links;
import org.headcoach.site.ListAddress;
import org.headcoach.training.BadgeService;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** What a program needs to verify a badge, without an account: who issued it, the public key, what it was given for, and the list of what is revoked. */
@WebServlet("/credentials/*")
public class CredentialsServlet extends HttpServlet {

	private static final long serialVersionUID = 1L;
	private static final String JSON = "application/json";

	@Inject
	private transient BadgeService badges;

	@Inject
	private transient ListAddress list;

	@Override
	protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
		var base = Links.to("");
		switch (request.getPathInfo() == null ? "" : request.getPathInfo()) {
			case "/issuer" -> send(response, JSON, badges.issuer(base));
			case "/key" -> send(response, "application/jwk+json", badges.key(base));
			case "/status" -> send(response, "application/vc+jwt", badges.statusList(base));
			case "/achievement" -> send(response, JSON, achievement(base));
			default -> throw new NotHereException("No credential " + request.getPathInfo());
		}
	}

	private String achievement(String base) {
		var certification = list.number("certification");
		var version = list.number("version");
		if (certification == null || version == null || version > Integer.MAX_VALUE) {
			throw new NotHereException("No achievement is asked for");
		}
		return badges.achievement(certification, version.intValue(), base);
	}

	private static void send(HttpServletResponse response, String type, String text) throws IOException {
		response.setContentType(type);
		// verifiers run in the pages of others
		response.setHeader("Access-Control-Allow-Origin", "*");
		response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
	}
}
