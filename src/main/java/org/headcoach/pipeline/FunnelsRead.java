package org.headcoach.pipeline;

import java.util.List;

import jakarta.enterprise.context.RequestScoped;

/** The funnels as this request has read them, so that a page asks the database for them once. */
@RequestScoped
class FunnelsRead {

	private List<Funnel> funnels;

	/** Null when they have not been read or were changed since. */
	List<Funnel> funnels() {
		return funnels;
	}

	void remember(List<Funnel> read) {
		funnels = read;
	}

	/** After a change. */
	void forget() {
		funnels = null;
	}
}
