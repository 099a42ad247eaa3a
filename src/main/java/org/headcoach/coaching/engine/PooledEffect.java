package org.headcoach.coaching.engine;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

import org.headcoach.shared.statistics.Interval;
import org.headcoach.shared.statistics.RandomEffects;

/**
 * The effect of many coaching plans together: of a skill, an activity, a manager. Plans count by their precision, and true differences between
 * them are allowed for.
 *
 * @param plans all plans whose window has closed
 * @param measured those with enough data for a figure
 * @param improvement average relative change in the good direction, 0.12 for 12 % better than expected; null with fewer than {@link #MINIMUM_PLANS} measured
 * @param interval where the true average lies with 90 %; null with {@code improvement}
 */
public record PooledEffect(int plans, int measured, Double improvement, Interval interval, Double probabilityBetter, EffectVerdict verdict) implements Serializable {

	/** Fewer cannot tell how much plans differ. */
	public static final int MINIMUM_PLANS = 3;

	public static PooledEffect of(Collection<CoachingEffect> effects, DiagnosisRules rules) {
		List<CoachingEffect> measured = effects.stream().filter(CoachingEffect::measured).toList();
		if (measured.size() < MINIMUM_PLANS) {
			return new PooledEffect(effects.size(), measured.size(), null, null, null, EffectVerdict.NOT_ENOUGH_DATA);
		}
		RandomEffects pooled = RandomEffects.pool(measured.stream().mapToDouble(e -> e.change().log()).toArray(),
				measured.stream().mapToDouble(e -> e.change().logVariance() - e.change().sharedVariance()).toArray()).widenedBy(sharedVariance(measured));
		Interval interval = pooled.interval(rules.intervalLevel());
		double probabilityBetter = pooled.probabilityAbove(0);
		return new PooledEffect(effects.size(), measured.size(), Math.expm1(pooled.mean()),
				new Interval(Math.expm1(interval.low()), Math.expm1(interval.high())), probabilityBetter, EffectVerdict.of(probabilityBetter, rules));
	}

	/** Plans of one metric and cohort were held against the same peers: an error there is common to them, however many they are. */
	private static double sharedVariance(List<CoachingEffect> measured) {
		double variance = 0;
		for (List<CoachingEffect> cohort : measured.stream().collect(Collectors.groupingBy(e -> e.metric().code() + " " + e.cohort())).values()) {
			double weight = (double) cohort.size() / measured.size();
			variance += weight * weight * cohort.stream().mapToDouble(e -> e.change().sharedVariance()).average().orElse(0);
		}
		return variance;
	}
}
