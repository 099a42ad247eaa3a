package org.headcoach.training.engine;

/** How hard its author thinks a question is; how hard it was stands in the item analysis. */
public enum Difficulty {
	EASY, MEDIUM, HARD
}
