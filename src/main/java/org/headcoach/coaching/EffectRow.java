package org.headcoach.coaching;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;

import org.headcoach.coaching.engine.BeforeAndAfter;
import org.headcoach.coaching.engine.CoachingEffect;
import org.headcoach.coaching.engine.EffectVerdict;
import org.headcoach.coaching.engine.Metric;
import org.headcoach.coaching.engine.MetricKind;
import org.headcoach.coaching.engine.Observation;
import org.headcoach.shared.statistics.Interval;

/**
 * What became of one plan's metric. Changes are relative (0.12 for 12 % more than expected) in the metric's own direction; everything from
 * {@code expected} on is null where there was not enough data.
 *
 * @param countBefore successes or events of {@code trialsBefore}; null where the metric is an average of deals
 * @param plainBefore the plain figure of the three months before; null is "n/a": nothing was counted
 * @param expected what the window would have shown without coaching
 * @param naiveChange the plain change that a spreadsheet would show
 * @param commonChange what the same months did to the uncoached peers
 */
public record EffectRow(long planId, long personId, String personName, long managerId, String managerName, Long skillId, String skillName, String metric,
		LocalDate inMonth, LocalDate windowFrom, LocalDate windowUntil, String cohort, Long countBefore, Long countAfter, long trialsBefore, long trialsAfter, Double plainBefore, Double plainAfter,
		Double expected, Double naiveChange, Double relativeChange, Double lowChange, Double highChange, Double probabilityBetter, Double commonChange, int peers,
		Double logChange, Double logVariance, Double sharedVariance, EffectVerdict verdict, OffsetDateTime measuredAt) implements Serializable {

	public CoachingMonth month() {
		return CoachingMonth.of(inMonth);
	}

	public YearMonth from() {
		return YearMonth.from(windowFrom);
	}

	public YearMonth until() {
		return YearMonth.from(windowUntil);
	}

	/** Whether it was measured for the last time: figures that arrive later change nothing. */
	public boolean isSettledOn(LocalDate day) {
		return day.isAfter(windowUntil.plus(EffectRun.SETTLES_AFTER));
	}

	public boolean isMeasured() {
		return logChange != null;
	}

	public boolean isLowerBetter() {
		return !kind().higherIsBetter();
	}

	public MetricKind kind() {
		return Metric.parse(metric).kind();
	}

	/** As the engine made it, to be pooled. */
	CoachingEffect effect() {
		var change = !isMeasured() ? null : new CoachingEffect.Change(expected, relativeChange, new Interval(lowChange, highChange), probabilityBetter, commonChange,
				logChange, logVariance, sharedVariance);
		return new CoachingEffect(Metric.parse(metric), cohort,
				new BeforeAndAfter(personId, observed(countBefore, trialsBefore, plainBefore), observed(countAfter, trialsAfter, plainAfter)), peers, change, verdict);
	}

	private Observation observed(Long count, long trials, Double plain) {
		return switch (kind()) {
			case VOLUME -> new Observation.Pace(count, trials);
			case CONVERSION, CHURN -> new Observation.Share(count, trials);
			// how far the deals lay apart went into the variance of the change
			default -> new Observation.Sample(trials, plain == null ? 0 : plain, 0, 0);
		};
	}
}
