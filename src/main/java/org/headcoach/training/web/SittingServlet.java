package org.headcoach.training.web;

import java.io.IOException;

import org.headcoach.shared.NotHereException;
import org.headcoach.site.SmallPost;
import org.headcoach.training.SittingService;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** What exam mode sends: an answer, the step to the next question, the end. Each may be sent again. */
@WebServlet("/sitting/*")
public class SittingServlet extends SmallPost {

	private static final long serialVersionUID = 1L;

	@Inject
	private transient SittingService sittings;

	@Override
	protected void take(HttpServletRequest request, HttpServletResponse response) throws IOException {
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
		var words = Json.createObjectBuilder().add("outcome", saved.outcome().name()).add("at", clock(saved.at())).add("seq", saved.seq()).add("left", saved.left());
		if (saved.answer() != null) {
			words.add("answer", saved.answer());
		}
		answer(response, words);
	}
}
