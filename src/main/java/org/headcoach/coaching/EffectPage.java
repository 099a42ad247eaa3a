package org.headcoach.coaching;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

import org.headcoach.coaching.engine.EffectVerdict;
import org.headcoach.coaching.engine.PooledEffect;

/**
 * Whether coaching worked, as far as the reader sees it.
 *
 * @param first windows that closed from the first month
 * @param last to the last
 * @param all all plans together
 * @param rows one line a plan, the latest window first
 * @param waiting plans whose window is over and whose figures are not there yet
 * @param nextClose when the next window of an agreed plan closes; null when none is open
 */
public record EffectPage(YearMonth first, YearMonth last, Pool all, List<EffectRow> rows, List<Pool> bySkill, List<Pool> byActivity, List<Pool> byManager,
		long waiting, long open, LocalDate nextClose) implements Serializable {

	/**
	 * Several plans together.
	 *
	 * @param name of the skill or manager; the code of an activity kind
	 * @param measured of {@code plans}, those with enough data for a figure
	 * @param improvement average change in the good direction, 0.12 for 12 % better than expected; null with too few plans, and low, high with it
	 */
	public record Pool(String name, int plans, int measured, Double improvement, Double low, Double high, Double probabilityBetter, EffectVerdict verdict)
			implements Serializable {

		static Pool of(String name, PooledEffect pooled) {
			var interval = pooled.interval();
			return new Pool(name, pooled.plans(), pooled.measured(), pooled.improvement(), interval == null ? null : interval.low(),
					interval == null ? null : interval.high(), pooled.probabilityBetter(), pooled.verdict());
		}
	}

	public long count(EffectVerdict verdict) {
		return rows.stream().filter(row -> row.verdict() == verdict).count();
	}
}
