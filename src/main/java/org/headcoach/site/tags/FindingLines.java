package org.headcoach.site.tags;

import jakarta.faces.context.FacesContext;

/**
 * What stands out: the metric with own and peer figure in one line, the verdict below.
 *
 * @param own null where nothing is compared, and peers with it
 * @param verdict null for none
 */
public record FindingLines(String about, String own, String peers, VerdictChip verdict) implements Drawing {

	@Override
	public void on(FacesContext faces, Markup markup) {
		markup.open("div", "class", "hc-finding");
		markup.element("b", about);
		if (own != null) {
			markup.open("span", "class", "hc-against");
			markup.element("bdi", own);
			markup.text(" · " + peers);
			markup.close("span");
		}
		markup.close("div");
		if (verdict != null) {
			verdict.on(faces, markup);
		}
	}
}
