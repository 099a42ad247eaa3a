package org.headcoach.site;

import org.headcoach.people.CurrentActor;
import org.headcoach.people.NeedsInterceptor;
import org.headcoach.shared.NotHereException;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/**
 * Asks for the right of an operation before its parameters and its body are read: who has no right learns nothing about their names. The
 * services ask again, as for pages.
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class RightsFirst implements ContainerRequestFilter {

	@Context
	private ResourceInfo resource;

	@Inject
	private CurrentActor current;

	/** @throws NotHereException when the token has none of the rights that the operation names; one that names none is for every token */
	@Override
	public void filter(ContainerRequestContext request) {
		var needs = NeedsInterceptor.of(resource.getResourceMethod());
		if (needs != null) {
			NeedsInterceptor.ask(needs, resource.getResourceMethod(), current.get());
		}
	}
}
