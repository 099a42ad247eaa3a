package org.headcoach.contests.web;

import java.io.IOException;

import org.headcoach.contests.SettlementService;
import org.headcoach.shared.NotHereException;
import org.headcoach.site.ListAddress;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Photos of a prize, for whoever sees its contest. What is kept is a JPEG of our own making, and a browser must take it for nothing else. */
@WebServlet("/contests/photo")
public class PrizePhotos extends HttpServlet {

	private static final long serialVersionUID = 1L;

	@Inject
	private transient SettlementService settlement;

	@Inject
	private transient ListAddress list;

	@Override
	protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
		var id = list.number("id");
		if (id == null) {
			throw new NotHereException("No photo is asked for");
		}
		var photo = settlement.photo(id);
		response.setContentType("image/jpeg");
		response.setHeader("X-Content-Type-Options", "nosniff");
		response.setHeader("Cache-Control", "private, max-age=3600");
		response.setContentLength(photo.length);
		response.getOutputStream().write(photo);
	}
}
