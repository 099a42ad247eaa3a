package org.headcoach.coaching;

import java.io.Serializable;
import java.util.List;

/**
 * A rep's own month: the funnel against the team, the self-review step by step, then the plan with what is to be done.
 *
 * @param rep null for somebody who sells nothing
 * @param charts what the rep looks at, one metric each; without estimates and verdicts until the self-review is sent
 * @param review null before the first word
 * @param reviewOpen whether it can be written now
 * @param plan null before the manager began it, and before the self-review is in
 */
public record MyMonthPage(RepPage rep, List<MetricPage> charts, SelfReviewRow review, boolean reviewOpen, PlanPage plan, List<SkillRow> skills,
		CoachingService.ReminderRow reminder) implements Serializable {
}
