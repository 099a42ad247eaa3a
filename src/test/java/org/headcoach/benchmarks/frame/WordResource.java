package org.headcoach.benchmarks.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** The one resource. */
@RequestScoped
@Path("words")
public class WordResource {

	@Inject
	private Words words;

	@GET
	public String count() {
		return Long.toString(words.getCount());
	}
}
