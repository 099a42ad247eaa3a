package org.headcoach.pipeline;

/** Whether the texts named at a step (outcomes, stages) let something in or keep it out. */
public enum FeedRule {
	ALL, EXCEPT, ONLY
}
