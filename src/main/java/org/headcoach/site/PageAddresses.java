package org.headcoach.site;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Forms are sent to the address that the reader sees, query included, so month, team and person still stand in the URL
 * while a page is worked with. Named in faces-config.xml.
 */
public class PageAddresses extends ViewHandlerWrapper {

	public PageAddresses(ViewHandler wrapped) {
		super(wrapped);
	}

	@Override
	public String getActionURL(FacesContext faces, String viewId) {
		var url = super.getActionURL(faces, viewId);
		var query = ((HttpServletRequest) faces.getExternalContext().getRequest()).getQueryString();
		// while a form is written its own view is asked for; links and redirects bring their own parameters
		var isOwnForm = faces.getViewRoot() != null && viewId.equals(faces.getViewRoot().getViewId())
				&& jakarta.faces.component.UIComponent.getCurrentComponent(faces) instanceof jakarta.faces.component.UIForm;
		return isOwnForm && query != null && url.indexOf('?') < 0 ? url + "?" + query : url;
	}
}
