package org.headcoach.contests.web;

import java.io.IOException;

import org.headcoach.contests.ContestService;
import org.headcoach.contests.WallService;
import org.headcoach.shared.NotHereException;
import org.headcoach.site.ListAddress;

import jakarta.inject.Inject;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Where an open page of a contest listens: server-sent events, {@code moved} when its standings have. Whoever may see the contest may listen, and a screen by the link to its wall. */
@WebServlet(urlPatterns = "/live/contests", asyncSupported = true)
public class LiveContestsServlet extends HttpServlet {

	private static final long serialVersionUID = 1L;

	/** Then the browser connects again, and the right is asked for again. */
	private static final long LONGEST = 30 * 60 * 1000L;

	@Inject
	private ContestService contests;

	@Inject
	private WallService walls;

	@Inject
	private LiveContests live;

	@Inject
	private ListAddress list;

	@Override
	protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
		var id = contest();
		response.setContentType("text/event-stream; charset=UTF-8");
		response.setHeader("Cache-Control", "no-store");
		response.setHeader("X-Accel-Buffering", "no");
		var listener = request.startAsync();
		listener.setTimeout(LONGEST);
		listener.addListener(new AsyncListener() {
			@Override
			public void onComplete(AsyncEvent event) {
				live.remove(id, listener);
			}

			@Override
			public void onTimeout(AsyncEvent event) {
				live.remove(id, listener);
				listener.complete();
			}

			@Override
			public void onError(AsyncEvent event) {
				live.remove(id, listener);
			}

			@Override
			public void onStartAsync(AsyncEvent event) {
				// it is started once
			}
		});
		live.add(id, listener);
	}

	private long contest() {
		var token = list.text("token");
		if (token != null) {
			return walls.follow(token);
		}
		var id = list.number("contest");
		if (id == null) {
			throw new NotHereException("No contest is asked for");
		}
		contests.follow(id);
		return id;
	}
}
