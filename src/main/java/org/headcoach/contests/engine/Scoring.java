package org.headcoach.contests.engine;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;

import org.headcoach.shared.BusinessException;

/** How a contest is scored: what is counted for how many points, which way is better, and what decides between equals. */
public record Scoring(List<Behaviour> behaviours, boolean lowerIsBetter, TieRule ties) implements Serializable {

	/**
	 * @throws BusinessException when nothing is counted, something twice, for no points, with a cap of nothing, or when a ratio is mixed with anything else
	 */
	public Scoring {
		behaviours = List.copyOf(behaviours);
		if (behaviours.isEmpty()) {
			throw new BusinessException("contests.error.no-behaviour");
		}
		var codes = new HashSet<String>();
		for (var behaviour : behaviours) {
			if (behaviour.code() == null || behaviour.code().isBlank()) {
				throw new BusinessException("contests.error.no-behaviour");
			}
			if (!codes.add(behaviour.code())) {
				throw new BusinessException("contests.error.behaviour-twice");
			}
			if (behaviour.points() == null || behaviour.points().signum() <= 0) {
				throw new BusinessException("contests.error.no-points");
			}
			if (behaviour.dailyCap() != null && behaviour.dailyCap() < 1) {
				throw new BusinessException("contests.error.cap");
			}
			if (behaviour.ratio() && (behaviours.size() > 1 || behaviour.dailyCap() != null || behaviour.points().compareTo(BigDecimal.ONE) != 0)) {
				throw new BusinessException("contests.error.ratio");
			}
		}
		if (ties == null) {
			throw new BusinessException("contests.error.no-tie-rule");
		}
	}

	/** Whether the score is a ratio over the whole contest. */
	public boolean isRatio() {
		return behaviours.get(0).ratio();
	}

	/** The better of two scores first; one that is not known comes last, whichever way is better. */
	int compare(BigDecimal one, BigDecimal other) {
		if (one == null || other == null) {
			return Boolean.compare(one == null, other == null);
		}
		return lowerIsBetter ? one.compareTo(other) : other.compareTo(one);
	}
}
