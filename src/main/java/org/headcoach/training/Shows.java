package org.headcoach.training;

/** What a result tells the one who sat the exam. */
public enum Shows {
	/** The mark alone. */
	MARK,
	/** Besides, which answers were right, with their feedback. */
	ANSWERS,
	/** Besides, what would have been right. */
	SOLUTIONS
}
