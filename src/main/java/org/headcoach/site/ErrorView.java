package org.headcoach.site;

import java.util.logging.Level;
import java.util.logging.Logger;

import org.headcoach.people.Accounts;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * The pages {@code /errors/not-here}, {@code /errors/refused} and {@code /errors/error}. The container comes to them with an error of its own, and
 * {@link PageExceptions} sends people there whose click failed.
 */
@Named
@RequestScoped
public class ErrorView {

	private static final Logger LOG = Logger.getLogger(ErrorView.class.getName());

	@Inject
	private HttpServletRequest request;

	@Inject
	private ExternalContext external;

	private String number;

	/** Whether the shell with its menu can stand around the page. */
	public boolean isSignedIn() {
		return request.getAttribute(Accounts.SessionRow.class.getName()) != null;
	}

	public void notHere() {
		external.setResponseStatus(HttpServletResponse.SC_NOT_FOUND);
	}

	public void refused() {
		external.setResponseStatus(HttpServletResponse.SC_FORBIDDEN);
	}

	public void error() {
		if (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) == null) {
			external.setResponseStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
		}
	}

	/** The number under which the log holds what happened; an error that has none yet gets one here. */
	public String getNumber() {
		if (number == null) {
			number = known();
			if (number == null) {
				number = Errors.number();
				var thrown = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
				LOG.log(Level.SEVERE, thrown, () -> number + " " + request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) + " "
						+ request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) + " " + request.getAttribute(RequestDispatcher.ERROR_MESSAGE));
			}
		}
		return number;
	}

	private String known() {
		if (request.getAttribute(Errors.NUMBER) instanceof String given && Errors.isNumber(given)) {
			return given;
		}
		var parameter = request.getParameter("number");
		return Errors.isNumber(parameter) ? parameter : null;
	}
}
