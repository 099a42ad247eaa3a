package org.headcoach.shared;

import java.util.concurrent.Callable;

import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Runs a step of long work in a transaction of its own, so that its progress can be seen while the rest goes on. It is an enterprise bean within because
 * with CDI's {@code @Transactional(REQUIRES_NEW)} the server hands a step inside another one the outer transaction's connection: its commit would commit both.
 */
@ApplicationScoped
public class OwnTransaction {

	/** A step's end; no exception may cross the enterprise bean, which would wrap it. */
	public record Outcome(Object value, Exception failure) {
	}

	/** The border of the transaction. */
	@Stateless
	@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
	public static class Border {

		@Resource
		private SessionContext context;

		public Outcome run(Callable<?> step) {
			try {
				return new Outcome(step.call(), null);
			} catch (Exception e) {
				context.setRollbackOnly();
				return new Outcome(null, e);
			}
		}
	}

	@Inject
	private Border border;

	/** Commits what the step did, or rolls it back when it fails, and then fails alike. */
	@SuppressWarnings("unchecked")
	public <T> T run(Callable<T> step) throws Exception {
		var outcome = border.run(step);
		if (outcome.failure() != null) {
			throw outcome.failure();
		}
		return (T) outcome.value();
	}
}
