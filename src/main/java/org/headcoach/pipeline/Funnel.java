package org.headcoach.pipeline;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A sales process as the rest of the house knows it: its steps in order, at least two.
 *
 * @param name null for the standard process, whose text is {@code pipeline.funnel.standard}
 * @param main the process that coaching and the figures pages use unless another is asked for
 * @param segment only people who sell in this segment feed it; null: everybody
 * @param dealPipeline only deals of this pipeline of the CRM feed it; null: all
 */
public record Funnel(Long id, String name, boolean main, String segment, String dealPipeline, List<Step> steps) implements Serializable {

	/**
	 * @param code the key under which the step is counted; it outlives a new name
	 * @param name null for a step of the standard funnel that nobody has renamed, whose text is {@code pipeline.metric.step.<code>}
	 * @param feedValue the type of the activity; null for every other feed
	 * @param values outcomes (of an activity) or stages (of a deal) that the rule is about, as they were typed
	 */
	public record Step(String code, String name, Feed fedBy, String feedValue, FeedRule rule, List<String> values) implements Serializable {

		public Step {
			Objects.requireNonNull(code);
			Objects.requireNonNull(fedBy);
			values = List.copyOf(values);
		}

		/** Whether something with this outcome or stage counts for the step. */
		public boolean lets(String outcomeOrStage) {
			return rule == FeedRule.ALL || (rule == FeedRule.ONLY) == values.stream().map(Funnel::compared).anyMatch(compared(outcomeOrStage)::equals);
		}

		/** Whether two steps count the same, whatever they are called. */
		public boolean countsLike(Step other) {
			return fedBy == other.fedBy && Objects.equals(feedValue, other.feedValue) && rule == other.rule
					&& values.stream().map(Funnel::compared).sorted().toList().equals(other.values.stream().map(Funnel::compared).sorted().toList());
		}
	}

	public Funnel {
		steps = List.copyOf(steps);
	}

	/** How outcomes and stages are compared: without capitals, and "No-show" is "no show". */
	public static String compared(String text) {
		return text == null ? "" : text.strip().replace('-', ' ').replace('_', ' ').toLowerCase(Locale.ROOT);
	}

	public Optional<Step> step(String code) {
		return steps.stream().filter(step -> step.code().equals(code)).findFirst();
	}

	/** The step before; empty for the first one and for one of another funnel. */
	public Optional<Step> before(String code) {
		for (int i = 1; i < steps.size(); i++) {
			if (steps.get(i).code().equals(code)) {
				return Optional.of(steps.get(i - 1));
			}
		}
		return Optional.empty();
	}

	public Step first() {
		return steps.get(0);
	}

	public Step last() {
		return steps.get(steps.size() - 1);
	}
}
