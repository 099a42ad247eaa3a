package org.headcoach.training.engine;

/** How somebody else can see that an exit criterion of a stage is met. */
public enum Evidence {
	/** The seller says so. Nobody can inspect it. */
	SELLER_SAYS,
	/** It lies on file: a mail, a document, an entry. */
	ON_FILE,
	/** The buyer has said yes to it, in words of their own. */
	BUYER_CONFIRMS
}
