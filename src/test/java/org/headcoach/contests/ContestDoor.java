package org.headcoach.contests;

import java.io.IOException;
import java.sql.SQLException;
import java.util.HashSet;

import javax.sql.DataSource;

import org.headcoach.pipeline.DataImported;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Lets a benchmark have a contest counted anew: everything of it, or what the rows of a batch touch. Answers the nanoseconds of marking and of counting; asked for
 * neither, the bytes of heap that a collection leaves. Part of no war but the benchmark's.
 */
@WebServlet("/benchmark/contest")
public class ContestDoor extends HttpServlet {

	private static final long serialVersionUID = 1L;

	@Inject
	private transient ScoreBoard board;

	@Inject
	private transient ContestWatch watch;

	@Resource(lookup = "java:app/jdbc/headcoach")
	private transient DataSource database;

	@Override
	protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
		response.setContentType("text/plain");
		if (request.getParameter("batch") == null && request.getParameter("contest") == null) {
			System.gc();
			response.getWriter().print(Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
			return;
		}
		var event = request.getParameter("batch") == null ? null : event(Long.parseLong(request.getParameter("batch")));
		var start = System.nanoTime();
		if (event == null) {
			board.markAll(Long.parseLong(request.getParameter("contest")));
		} else {
			board.mark(event);
		}
		var marked = System.nanoTime();
		var others = watch.countDue();
		var counted = System.nanoTime();
		if (others != 1) {
			throw new IllegalStateException(others + " contests stand differently, not 1");
		}
		response.getWriter().print((marked - start) + " " + (counted - marked));
	}

	/** As the import would tell it. */
	private DataImported event(long batch) {
		var people = new HashSet<Long>();
		var days = new HashSet<DataImported.PersonDay>();
		try (var connection = database.getConnection(); var statement = connection.createStatement();
				var rows = statement.executeQuery("select distinct owner_id, happened_on from activity where batch_id = " + batch)) {
			while (rows.next()) {
				people.add(rows.getLong(1));
				days.add(new DataImported.PersonDay(rows.getLong(1), rows.getDate(2).toLocalDate()));
			}
		} catch (SQLException e) {
			throw new IllegalStateException(e);
		}
		return new DataImported(batch, people, false, days);
	}
}
