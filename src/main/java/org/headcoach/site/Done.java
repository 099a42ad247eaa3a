package org.headcoach.site;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.headcoach.shared.BusinessException;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;

/** The end of a command in a view: says that it is done and shows a page afresh, so that loading it again repeats nothing. */
public final class Done {

	private Done() {
	}

	/** Shows this very address again. */
	public static void here(String key, Object... arguments) {
		var request = (HttpServletRequest) FacesContext.getCurrentInstance().getExternalContext().getRequest();
		go(request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString()), key, arguments);
	}

	/**
	 * The same for what the page itself can take back: the toast offers "Undo", which presses that button of the page.
	 *
	 * @param button the id of the button on the page shown
	 */
	public static void undoable(String button, String key, Object... arguments) {
		FacesContext.getCurrentInstance().getExternalContext().getFlash().put("undo", button);
		here(key, arguments);
	}

	/** Shows another page of this application. */
	public static void at(String path, String key, Object... arguments) {
		go(FacesContext.getCurrentInstance().getExternalContext().getRequestContextPath() + path, key, arguments);
	}

	/** Shows another page of this application, which says itself what has happened. */
	public static void show(String path) {
		redirect(FacesContext.getCurrentInstance().getExternalContext().getRequestContextPath() + path);
	}

	/** Shows another page of this application as it stands now, with why nothing was done: the page that asked for it was out of date. */
	public static void tooLate(String path, BusinessException refused) {
		go(FacesContext.getCurrentInstance().getExternalContext().getRequestContextPath() + path, FacesMessage.SEVERITY_WARN, refused.key(), refused.arguments().toArray());
	}

	private static void go(String address, String key, Object... arguments) {
		go(address, FacesMessage.SEVERITY_INFO, key, arguments);
	}

	private static void go(String address, FacesMessage.Severity severity, String key, Object... arguments) {
		var faces = FacesContext.getCurrentInstance();
		faces.addMessage(null, new FacesMessage(severity, Messages.text(faces.getViewRoot().getLocale(), key, arguments), null));
		faces.getExternalContext().getFlash().setKeepMessages(true);
		redirect(address);
	}

	private static void redirect(String address) {
		var faces = FacesContext.getCurrentInstance();
		try {
			faces.getExternalContext().redirect(address);
			faces.responseComplete();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
