package org.headcoach.site.tags;

import java.io.IOException;

import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;

/** A component that is asked once whether it is rendered; those of the platform ask before the begin, in it, before what they hold and at the end. What it holds is written as it stands. */
abstract class Once extends UIComponentBase {

	@Override
	public String getFamily() {
		return "org.headcoach.site";
	}

	/** Whoever writes this component part by part, as frames of the platform do, leaves what it holds to it. */
	@Override
	public boolean getRendersChildren() {
		return true;
	}

	@Override
	public final void encodeAll(FacesContext faces) throws IOException {
		if (isRendered()) {
			encodeBegin(faces);
			encodeChildren(faces);
			encodeEnd(faces);
		}
	}

	@Override
	public void encodeBegin(FacesContext faces) throws IOException {
		// nothing stands around what it holds
	}

	@Override
	public void encodeChildren(FacesContext faces) throws IOException {
		if (getChildCount() > 0) {
			for (var child : getChildren()) {
				child.encodeAll(faces);
			}
		}
	}

	@Override
	public void encodeEnd(FacesContext faces) throws IOException {
		// nothing stands around what it holds
	}
}
