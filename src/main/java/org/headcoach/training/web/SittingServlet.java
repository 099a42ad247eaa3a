package org.headcoach.training.web;

import java.io.IOException;
import java.time.format.DateTimeFormatter;

import org.headcoach.shared.NotHereException;
import org.headcoach.site.FormToken;
import org.headcoach.site.Here;
import org.headcoach.training.SittingService;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** What exam mode sends: an answer, the step to the next question, the end. Each carries the form's token, and each may be sent again. */
@WebServlet("/sitting/*")
public class SittingServlet extends HttpServlet {

	private static final long serialVersionUID = 1L;
	private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

	@Inject
	private transient SittingService sittings;

	@Inject
	private transient FormToken token;

	@Inject
	private transient Here here;

	@Override
	protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
		if (!token.isGood()) {
			response.sendError(HttpServletResponse.SC_FORBIDDEN);
			return;
		}
		var attempt = number(request, "attempt");
		switch (request.getPathInfo() == null ? "" : request.getPathInfo()) {
			case "/save" -> save(request, response, attempt);
			case "/reach" -> {
				sittings.reach(attempt, (int) number(request, "ordinal"));
				response.setStatus(HttpServletResponse.SC_NO_CONTENT);
			}
			case "/submit" -> {
				sittings.submit(attempt);
				response.sendRedirect(request.getContextPath() + "/training/result?attempt=" + attempt);
			}
			default -> throw new NotHereException("Nothing is sent to " + request.getPathInfo());
		}
	}

	private void save(HttpServletRequest request, HttpServletResponse response, long attempt) throws IOException {
		var saved = sittings.save(attempt, (int) number(request, "ordinal"), number(request, "seq"), request.getParameter("answer"), "true".equals(request.getParameter("flagged")));
		var json = Json.createObjectBuilder().add("outcome", saved.outcome().name()).add("at", CLOCK.format(saved.at().atZone(here.getCompany().zone()))).add("seq", saved.seq()).add("left", saved.left());
		if (saved.answer() != null) {
			json.add("answer", saved.answer());
		}
		response.setContentType("application/json; charset=UTF-8");
		response.getWriter().write(json.build().toString());
	}

	private static long number(HttpServletRequest request, String name) {
		var text = request.getParameter(name);
		if (text == null || !text.matches("\\d{1,18}")) {
			throw new NotHereException("No " + name + " is sent");
		}
		return Long.parseLong(text);
	}
}
