package org.headcoach.training.engine;

/** What the scores of the behaviours make together. */
public enum ResultRule {
	/** Their mean: what is weak can be outweighed. */
	MEAN,
	/** The lowest of them: every behaviour has to be there. */
	MINIMUM
}
