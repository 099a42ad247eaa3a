package org.headcoach.notices.web;

import java.io.IOException;

import org.headcoach.notices.NoticeService;
import org.headcoach.shared.NotHereException;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * The one click of RFC 8058: a mail program's "unsubscribe" makes the provider post {@code List-Unsubscribe=One-Click} to the link of the mail's header. It has no
 * session and no page of ours, so the link's token alone decides; whoever has it can end these mails and nothing else.
 */
@WebFilter("/unsubscribe")
public class OneClick extends HttpFilter {

	private static final long serialVersionUID = 1L;

	@Inject
	private NoticeService notices;

	@Override
	protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
		if (!request.getMethod().equals("POST") || !"One-Click".equals(request.getParameter("List-Unsubscribe"))) {
			chain.doFilter(request, response);
			return;
		}
		try {
			notices.wishByToken(request.getParameter("token"), false);
			response.setStatus(HttpServletResponse.SC_NO_CONTENT);
		} catch (NotHereException e) {
			response.setStatus(HttpServletResponse.SC_NOT_FOUND);
		}
	}
}
