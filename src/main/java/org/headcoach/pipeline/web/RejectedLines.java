package org.headcoach.pipeline.web;

import java.io.IOException;

import org.headcoach.pipeline.ImportService;
import org.headcoach.shared.NotHereException;
import org.headcoach.site.Here;
import org.headcoach.site.Messages;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** The lines of a file that were not imported, as a file with a reason in a last column: mend it and upload it again. */
@WebServlet("/export/pipeline/rejected.csv")
public class RejectedLines extends HttpServlet {

	private static final long serialVersionUID = 1L;

	@Inject
	private transient ImportService imports;

	@Inject
	private transient Here here;

	@Override
	protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
		var number = request.getParameter("batch");
		if (number == null || !number.matches("\\d{1,18}")) {
			response.sendError(HttpServletResponse.SC_NOT_FOUND);
			return;
		}
		try {
			var batch = imports.batch(Long.valueOf(number));
			response.setContentType("text/csv;charset=UTF-8");
			response.setHeader("Content-Disposition", "attachment; filename=\"rejected-" + batch.id() + ".csv\"");
			imports.writeRejected(batch.id(), response.getOutputStream(), Messages.text(here.getLocale(), "pipeline.import.reason-column"),
					(key, arguments) -> ImportTexts.reason(here.getLocale(), key, arguments));
		} catch (NotHereException e) {
			log(e.getMessage());
			response.reset();
			response.sendError(HttpServletResponse.SC_NOT_FOUND);
		}
	}
}
