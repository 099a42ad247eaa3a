package org.headcoach.site;

import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

import org.headcoach.shared.NotHereException;

import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** What a page sends while it stays open: one answer, one score, one step, each as a small form of its own. Only a page of ours can ask: POST with the {@link FormToken}. */
public abstract class SmallPost extends HttpServlet {

	private static final long serialVersionUID = 1L;
	private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

	@Inject
	private transient FormToken token;

	@Inject
	private transient Here here;

	/** Does what is asked for and answers. */
	protected abstract void take(HttpServletRequest request, HttpServletResponse response) throws IOException;

	@Override
	protected final void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
		if (!token.isGood()) {
			response.sendError(HttpServletResponse.SC_FORBIDDEN);
			return;
		}
		take(request, response);
	}

	/** The reader: language, zone and what else a page knows. */
	protected Here here() {
		return here;
	}

	/** A moment on the company's wall clock, to the second. */
	protected String clock(Instant moment) {
		return CLOCK.format(moment.atZone(here.getCompany().zone()));
	}

	/** @throws NotHereException when no such number is sent */
	protected static long number(HttpServletRequest request, String name) {
		var number = optional(request, name);
		if (number == null) {
			throw new NotHereException("No " + name + " is sent");
		}
		return number;
	}

	/** A number from 0 on; null when there is none. */
	protected static Long optional(HttpServletRequest request, String name) {
		var text = request.getParameter(name);
		return text != null && text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
	}

	/** Answers with a few words that nobody keeps. */
	protected static void answer(HttpServletResponse response, JsonObjectBuilder words) throws IOException {
		response.setContentType("application/json; charset=UTF-8");
		response.setHeader("Cache-Control", "no-store");
		response.getWriter().write(words.build().toString());
	}
}
