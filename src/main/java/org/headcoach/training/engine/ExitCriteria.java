package org.headcoach.training.engine;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.headcoach.shared.BusinessException;

/**
 * What must have happened before a stage of the sales process counts as done. Each criterion can be inspected by somebody who was not there; a stage is verified when
 * all of them are met, so one that needs the buyer's confirmation is never verified without it.
 */
public record ExitCriteria(List<Criterion> criteria) {

	/** One of them, as the seller reads it. */
	public record Criterion(String wording, Evidence evidence) {
	}

	/** @throws BusinessException when a criterion rests on the seller's word alone */
	public ExitCriteria {
		criteria = List.copyOf(criteria);
		for (var criterion : criteria) {
			if (criterion.evidence() == Evidence.SELLER_SAYS) {
				throw new BusinessException("training.cert.error.inspectable", criterion.wording());
			}
		}
	}

	/** The places, from 0, of those that are not met. */
	public List<Integer> missing(Set<Integer> met) {
		return IntStream.range(0, criteria.size()).filter(i -> !met.contains(i)).boxed().toList();
	}

	public boolean isVerified(Set<Integer> met) {
		return missing(met).isEmpty();
	}
}
