package org.headcoach.site;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.ext.Provider;

/** Adds the Link headers first, prev, next, last (RFC 8288) to every answer that is one page of a list. */
@Provider
public class PageLinks implements ContainerResponseFilter {

	@Override
	public void filter(ContainerRequestContext request, ContainerResponseContext response) {
		if (response.getEntity() instanceof Paged answer) {
			links(answer).forEach((relation, page) -> response.getHeaders().add("Link", Link
					.fromUri(request.getUriInfo().getRequestUriBuilder().replaceQueryParam("page", page).replaceQueryParam("size", answer.size()).build())
					.rel(relation).build().toString()));
		}
	}

	/** Relation to page number; nothing points beyond the list. */
	static Map<String, Integer> links(Paged answer) {
		var last = (int) Math.max(1, (answer.total() + answer.size() - 1) / answer.size());
		var links = new LinkedHashMap<String, Integer>();
		links.put("first", 1);
		if (answer.page() > 1) {
			links.put("prev", Math.min(answer.page() - 1, last));
		}
		if (answer.page() < last) {
			links.put("next", answer.page() + 1);
		}
		links.put("last", last);
		return links;
	}
}
