package org.headcoach.site.tags;

import jakarta.faces.context.FacesContext;

/**
 * Something that a page shows and that draws itself: {@code s:drawing}. A table of many lines is given its drawings ready, one expression for each cell, where a tag with ten attributes asks ten.
 */
public interface Drawing {

	/** Puts the drawing behind what is there. */
	void on(FacesContext faces, Markup markup);
}
