package org.headcoach.people;

import java.lang.reflect.Method;
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
		ask(of(call.getMethod()), call.getMethod(), current.get());
		return call.proceed();
	}

	/** What the method says, else its class; null when neither says anything. */
	public static Needs of(Method method) {
		var needs = method.getAnnotation(Needs.class);
		return needs == null ? method.getDeclaringClass().getAnnotation(Needs.class) : needs;
	}

	/** @throws NotHereException when the actor has none of these rights */
	public static void ask(Needs needs, Method method, Actor actor) {
		if (needs == null || Arrays.stream(needs.value()).noneMatch(actor::may)) {
			throw new NotHereException(actor.name() + " has no right to " + method);
		}
	}
}
