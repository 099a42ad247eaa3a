package org.headcoach.coaching;

import java.io.Serializable;
import java.util.List;

/**
 * The talk between a rep and the manager on one screen: the rep's words, the chart, what the figures suggest, the plan.
 *
 * @param review the rep's answers; null until they are sent (the manager does not read over the shoulder)
 * @param chart the metric that is looked at
 * @param plan null before it was begun
 */
public record SideBySidePage(RepPage rep, SelfReviewRow review, MetricPage chart, PlanPage plan, List<SkillRow> skills) implements Serializable {
}
