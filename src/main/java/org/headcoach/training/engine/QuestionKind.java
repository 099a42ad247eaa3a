package org.headcoach.training.engine;

/** How a question is answered. */
public enum QuestionKind {
	SINGLE, MULTIPLE, TRUE_FALSE, SHORT, NUMERIC, MATCHING, ORDERING, ESSAY
}
