package org.headcoach.site.tags;

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
	void draw(FacesContext faces, Markup markup) {
		markup.open(element, "class", classes(styleClass, text("styleClass")), "aria-label", has("label") ? text("label") : null);
	}

	@Override
	void drawEnd(Markup markup) {
		markup.close(element);
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
