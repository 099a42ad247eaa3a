package org.headcoach.site.tags;

import java.io.IOException;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;

/** The frames of s:stats and s:steps. */
public abstract class BoxTag extends SiteTag {

	private final String element;
	private final String styleClass;

	BoxTag(String element, String styleClass) {
		this.element = element;
		this.styleClass = styleClass;
	}

	@Override
	public void encodeBegin(FacesContext faces) throws IOException {
		open(faces.getResponseWriter(), element, "class", classes(styleClass, text("styleClass")), "aria-label", has("label") ? text("label") : null);
	}

	@Override
	public void encodeEnd(FacesContext faces) throws IOException {
		faces.getResponseWriter().endElement(element);
	}

	/** A row of figures, divided by lines. */
	@FacesComponent("headcoach.Stats")
	public static class Stats extends BoxTag {

		public Stats() {
			super("dl", "hc-stats");
		}
	}

	/** The steps of a wizard or a talk, in one frame. */
	@FacesComponent("headcoach.Steps")
	public static class Steps extends BoxTag {

		public Steps() {
			super("ol", "hc-steps");
		}
	}
}
