package org.headcoach.people;

import java.util.Arrays;

import org.headcoach.shared.NotHereException;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Asks for the right before the transaction begins (a transaction's interceptor has priority 200). */
@Needs
@Interceptor
@Priority(100)
public class NeedsInterceptor {

	@Inject
	private CurrentActor current;

	@AroundInvoke
	Object ask(InvocationContext call) throws Exception {
		var needs = call.getMethod().getAnnotation(Needs.class);
		if (needs == null) {
			needs = call.getMethod().getDeclaringClass().getAnnotation(Needs.class);
		}
		var actor = current.get();
		if (needs == null || Arrays.stream(needs.value()).noneMatch(actor::may)) {
			throw new NotHereException(actor.name() + " has no right to " + call.getMethod());
		}
		return call.proceed();
	}
}
