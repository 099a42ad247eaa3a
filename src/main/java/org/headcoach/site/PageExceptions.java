package org.headcoach.site;

import java.util.Iterator;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.headcoach.shared.BusinessException;
import org.headcoach.shared.NotHereException;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.FacesException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.persistence.OptimisticLockException;
import jakarta.servlet.http.HttpServletResponse;

/**
 * The one place where pages meet exceptions: a refusal is shown at the top of the page, a version conflict as
 * "changed meanwhile", no right as 404, an ended session as a fresh page, everything else as an error with a number
 * that stands in the log.
 */
public class PageExceptions extends ExceptionHandlerWrapper {

	/** Named in faces-config.xml. */
	public static class Factory extends ExceptionHandlerFactory {

		public Factory(ExceptionHandlerFactory wrapped) {
			super(wrapped);
		}

		@Override
		public ExceptionHandler getExceptionHandler() {
			return new PageExceptions(getWrapped().getExceptionHandler());
		}
	}

	private static final Logger LOG = Logger.getLogger(PageExceptions.class.getName());

	public PageExceptions(ExceptionHandler wrapped) {
		super(wrapped);
	}

	@Override
	public void handle() {
		for (Iterator<ExceptionQueuedEvent> events = getUnhandledExceptionQueuedEvents().iterator(); events.hasNext();) {
			var event = events.next();
			var faces = event.getContext().getContext();
			answer(faces == null ? FacesContext.getCurrentInstance() : faces, event.getContext().getException());
			events.remove();
		}
		getWrapped().handle();
	}

	private static void answer(FacesContext faces, Throwable thrown) {
		var refusal = find(thrown, BusinessException.class);
		if (refusal != null) {
			tell(faces, Messages.text(faces.getViewRoot().getLocale(), refusal));
			return;
		}
		var conflict = find(thrown, OptimisticLockException.class);
		if (conflict != null) {
			tell(faces, CDI.current().select(Conflicts.class).get().sentence(conflict));
			return;
		}
		if (find(thrown, NotHereException.class) != null) {
			LOG.fine(() -> find(thrown, NotHereException.class).getMessage());
			send(faces, HttpServletResponse.SC_NOT_FOUND, "");
			return;
		}
		if (find(thrown, ViewExpiredException.class) != null) {
			reload(faces);
			return;
		}
		if (thrown.getClass().getName().equals("org.primefaces.csp.CspException")) {
			// a form that no page of ours sent: it lacks the nonce that every page gives
			LOG.fine(thrown::getMessage);
			send(faces, HttpServletResponse.SC_FORBIDDEN, "");
			return;
		}
		var number = Errors.number();
		LOG.log(Level.SEVERE, thrown, () -> number);
		send(faces, HttpServletResponse.SC_INTERNAL_SERVER_ERROR, number);
	}

	private static void tell(FacesContext faces, String text) {
		faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
		faces.validationFailed();
		if (faces.getCurrentPhaseId() == jakarta.faces.event.PhaseId.RENDER_RESPONSE) {
			// too late for a message at the top: the page's own data was refused
			send(faces, HttpServletResponse.SC_NOT_FOUND, "");
			return;
		}
		faces.renderResponse();
	}

	private static void send(FacesContext faces, int status, String number) {
		var external = faces.getExternalContext();
		if (external.isResponseCommitted()) {
			faces.responseComplete();
			return;
		}
		try {
			external.getRequestMap().put(Errors.NUMBER, number);
			if (faces.getPartialViewContext().isAjaxRequest()) {
				// the script in the page takes no other page for an answer
				external.redirect(external.getRequestContextPath() + page(status, number));
			} else {
				external.responseReset();
				external.responseSendError(status, number);
			}
			faces.responseComplete();
		} catch (java.io.IOException e) {
			throw new FacesException(e);
		}
	}

	private static String page(int status, String number) {
		return switch (status) {
			case HttpServletResponse.SC_NOT_FOUND -> "/errors/not-here";
			case HttpServletResponse.SC_FORBIDDEN -> "/errors/refused";
			default -> "/errors/error?number=" + number;
		};
	}

	/** The server no longer knows the page that was open: it is shown afresh and says that nothing was saved. */
	private static void reload(FacesContext faces) {
		var external = faces.getExternalContext();
		faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_WARN, Messages.text(CDI.current().select(Here.class).get().getLocale(), "site.error.expired"), null));
		external.getFlash().setKeepMessages(true);
		var request = (jakarta.servlet.http.HttpServletRequest) external.getRequest();
		try {
			external.redirect(request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString()));
			faces.responseComplete();
		} catch (java.io.IOException e) {
			throw new FacesException(e);
		}
	}

	private static <T extends Throwable> T find(Throwable thrown, Class<T> type) {
		for (var cause = thrown; cause != null; cause = cause.getCause()) {
			if (type.isInstance(cause)) {
				return type.cast(cause);
			}
		}
		return null;
	}
}
