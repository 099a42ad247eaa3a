package org.headcoach.hiring.engine;

import static org.headcoach.hiring.engine.Hires.weights;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

class WeightProposalTest {

	/** Of 10 points of weight 4, 3, 2 and 1 the last cannot be judged; the coefficients 0.3, 0.1 and -0.2 are 6.75, 2.25 and 0 of its 9. At a trust of 0.4: 5.1, 2.7, 1.2, within half of what was. */
	@Test
	void liesBetweenWhatWasThoughtAndWhatWasLearnt() {
		var proposal = WeightProposal.of(weights(4, 3, 2, 1), learnt(0.4, Map.of("a", 0.3, "b", 0.1, "c", -0.2)));
		assertEquals(List.of(5.1, 2.7, 1.2, 1.0), rounded(proposal));
		assertEquals(List.of(6.75, 2.25, 0.0), proposal.changes().stream().limit(3).map(change -> Math.round(change.learnt() * 1e6) / 1e6).toList());
		assertNull(proposal.changes().get(3).learnt());
		assertTrue(proposal.worthwhile());
	}

	/** Fully trusted it would be 10, 0 and 0: the first may have 6, and the 4 that are cut off are shared by the others. */
	@Test
	void movesNoWeightByMoreThanHalf() {
		assertEquals(List.of(6.0, 2.0, 2.0), rounded(WeightProposal.of(weights(4, 3, 3), learnt(1, Map.of("a", 0.5, "b", 0.0, "c", 0.0)))));
		assertEquals(List.of(2.0, 1.5, 4.5), rounded(WeightProposal.of(weights(4, 1, 3), learnt(1, Map.of("a", 0.0, "b", 0.1, "c", 0.1)))));
	}

	/** It may come up to half of the mean weight. */
	@Test
	void bringsBackAWeightOfNothing() {
		assertEquals(1.5, WeightProposal.of(weights(4, 0, 5), learnt(1, Map.of("a", 0.1, "b", 0.5, "c", 0.1))).changes().get(1).after(), 1e-9);
	}

	@Test
	void keepsTheWeightsWhereNothingWasLearnt() {
		var nothing = WeightProposal.of(weights(4, 3), learnt(0.4, Map.of("a", -0.3, "b", -0.1)));
		assertEquals(List.of(4.0, 3.0), rounded(nothing));
		assertFalse(nothing.worthwhile());
		assertFalse(WeightProposal.of(weights(4, 3), learnt(0.4, Map.of())).worthwhile());
	}

	@Test
	void isNotWorthANewVersionForLessThanATwentieth() {
		assertFalse(WeightProposal.of(weights(5, 5), learnt(0.4, Map.of("a", 0.22, "b", 0.2))).worthwhile());
		assertTrue(WeightProposal.of(weights(5, 5), learnt(0.4, Map.of("a", 0.3, "b", 0.2))).worthwhile());
	}

	private static Learning learnt(double trust, Map<String, Double> held) {
		return new Learning(30, 30, null, List.of(), 0.5, 0.3, held, trust, Set.of());
	}

	private static List<Double> rounded(WeightProposal proposal) {
		return proposal.changes().stream().map(change -> Math.round(change.after() * 1e6) / 1e6).toList();
	}
}
