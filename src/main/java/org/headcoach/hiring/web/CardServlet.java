package org.headcoach.hiring.web;

import java.io.IOException;

import org.headcoach.hiring.HiringService;
import org.headcoach.hiring.Recommendation;
import org.headcoach.hiring.ScorecardService;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.BusinessClock;
import org.headcoach.shared.NotHereException;
import org.headcoach.site.Messages;
import org.headcoach.site.SmallPost;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * What the scorecard and the board send while they stay open: one score, one step. It answers with the time at which it was kept, or with the sentence that says why not: to
 * the page a refusal is an answer like another.
 */
@WebServlet({"/hiring/card", "/hiring/step"})
public class CardServlet extends SmallPost {

	private static final long serialVersionUID = 1L;

	@Inject
	private transient ScorecardService cards;

	@Inject
	private transient HiringService hiring;

	@Inject
	private transient BusinessClock clock;

	@Override
	protected void take(HttpServletRequest request, HttpServletResponse response) throws IOException {
		try {
			if (request.getServletPath().endsWith("/step")) {
				hiring.move(number(request, "candidacy"), number(request, "stage"));
			} else {
				keep(request);
			}
			answer(response, Json.createObjectBuilder().add("saved", clock(clock.now())));
		} catch (BusinessException refusal) {
			// the page stays open and says it
			answer(response, Json.createObjectBuilder().add("refused", Messages.text(here().getLocale(), refusal)));
		}
	}

	private void keep(HttpServletRequest request) {
		var seat = number(request, "seat");
		switch (String.valueOf(request.getParameter("what"))) {
			case "score" -> cards.save(seat, new ScorecardService.SaveScore(number(request, "characteristic"), (int) number(request, "pass"), score(request, "score"), "?".equals(request.getParameter("score")), request.getParameter("note")));
			case "coaching" -> cards.save(seat, new ScorecardService.SaveCoaching(number(request, "characteristic"), request.getParameter("diagnosis"), request.getParameter("praise"), request.getParameter("improvement"),
					score(request, "effort")));
			case "verdict" -> cards.save(seat, recommendation(request), request.getParameter("note"));
			case "submit" -> cards.submit(seat);
			case "correct" -> cards.correct(seat, new ScorecardService.Correct(optional(request, "characteristic"), (int) (optional(request, "pass") == null ? 1 : number(request, "pass")), score(request, "score"),
					"?".equals(request.getParameter("score")), recommendation(request), request.getParameter("reason")));
			default -> throw new NotHereException("Nothing to keep");
		}
	}

	private static Recommendation recommendation(HttpServletRequest request) {
		var name = request.getParameter("recommendation");
		for (var one : Recommendation.values()) {
			if (one.name().equals(name)) {
				return one;
			}
		}
		return null;
	}

	/** Null for nothing, and for what could not be told. @throws BusinessException for anything but a whole number: what cannot be kept is not called kept */
	private static Integer score(HttpServletRequest request, String name) {
		var text = request.getParameter(name);
		if (text == null || text.isBlank() || name.equals("score") && text.equals("?")) {
			return null;
		}
		if (!text.strip().matches("\\d{1,4}")) {
			throw new BusinessException("hiring.card.error.score");
		}
		return Integer.valueOf(text.strip());
	}
}
