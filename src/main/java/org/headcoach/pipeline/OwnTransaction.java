package org.headcoach.pipeline;

import java.util.concurrent.Callable;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/**
 * Runs a step of long work in a transaction of its own, so that its progress can be seen while the rest goes on. Call it
 * outside of transactions only: with plain (not XA) data sources this server ends the outer transaction with the inner one.
 */
@ApplicationScoped
@Transactional(value = TxType.REQUIRES_NEW, rollbackOn = Exception.class)
public class OwnTransaction {

	public <T> T run(Callable<T> step) throws Exception {
		return step.call();
	}
}
