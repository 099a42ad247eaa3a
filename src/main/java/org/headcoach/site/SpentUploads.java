package org.headcoach.site;

import java.io.IOException;
import java.util.Locale;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;

/** The server never deletes the temporary files of uploads; when a request is over, so are they. */
@WebFilter(servletNames = "faces")
public class SpentUploads implements Filter {

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) throws IOException, ServletException {
		try {
			chain.doFilter(request, response);
		} finally {
			var type = request.getContentType();
			if (type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/") && request instanceof HttpServletRequest http) {
				for (var part : http.getParts()) {
					part.delete();
				}
			}
		}
	}
}
