package org.headcoach.training.web;

import java.io.IOException;

import org.headcoach.shared.NotHereException;
import org.headcoach.site.ListAddress;
import org.headcoach.training.QuestionBankService;
import org.headcoach.training.SittingService;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Pictures of questions: of an attempt for who sees its questions, of the bank for who keeps it. The address names the content, so a browser may keep it for good. */
@WebServlet("/training/picture")
public class PicturesServlet extends HttpServlet {

	private static final long serialVersionUID = 1L;

	@Inject
	private transient SittingService sittings;

	@Inject
	private transient QuestionBankService bank;

	@Inject
	private transient ListAddress list;

	@Override
	protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
		var print = list.text("print");
		if (print == null) {
			throw new NotHereException("No picture is asked for");
		}
		var attempt = list.number("attempt");
		var file = attempt == null ? bank.picture(print) : sittings.picture(attempt, print);
		response.setContentType(file.type());
		response.setHeader("X-Content-Type-Options", "nosniff");
		response.setHeader("Cache-Control", "private, max-age=31536000, immutable");
		response.setContentLength(file.content().length);
		response.getOutputStream().write(file.content());
	}
}
