package org.headcoach.site;

/** One page of a list, as a record {@code (items, page, size, total)}; {@link PageLinks} adds the Link headers. */
public interface Paged {

	/** From 1 on. */
	int page();

	int size();

	/** Lines on all pages together. */
	long total();
}
