package org.headcoach.site;

import java.io.IOException;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.FacesException;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import jakarta.servlet.http.HttpServletResponse;

/** A view without state has no secret of its own, so its forms must carry the {@link FormToken}. Named in faces-config.xml. */
public class StatelessForms implements PhaseListener {

	private static final long serialVersionUID = 1L;

	@Override
	public PhaseId getPhaseId() {
		return PhaseId.RESTORE_VIEW;
	}

	@Override
	public void afterPhase(PhaseEvent event) {
		var faces = event.getFacesContext();
		if (faces.getResponseComplete() || faces.getViewRoot() == null || !faces.isPostback() || !faces.getViewRoot().isTransient()
				|| CDI.current().select(FormToken.class).get().isGood()) {
			return;
		}
		try {
			faces.getExternalContext().responseSendError(HttpServletResponse.SC_FORBIDDEN, "");
			faces.responseComplete();
		} catch (IOException e) {
			throw new FacesException(e);
		}
	}
}
