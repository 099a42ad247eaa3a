package org.headcoach.hiring.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.headcoach.hiring.engine.Debrief.Opinion;
import org.headcoach.hiring.engine.Debrief.Topic;
import org.junit.jupiter.api.Test;

class DebriefTest {

	private final Map<String, Double> weights = new LinkedHashMap<>();

	{
		weights.put("coachability", 9.0);
		weights.put("curiosity", 8.0);
		weights.put("success", 7.0);
		weights.put("intelligence", 6.0);
		weights.put("ethic", 5.0);
	}

	private final List<Map<String, Integer>> cards = List.of(Map.of("coachability", 8, "curiosity", 7, "success", 9), Map.of("coachability", 7, "curiosity", 3, "intelligence", 6),
			Map.of("success", 6));

	@Test
	void beginsWithSplitOpinionsThenGaps() {
		var talk = Debrief.of(weights, cards, List.of(1, 1, 0));
		assertEquals(List.of("curiosity", "ethic", "success", "intelligence", "coachability"), talk.topics().stream().map(Topic::code).toList());
		assertEquals(List.of(Opinion.SPLIT, Opinion.NOBODY, Opinion.DIFFERENT, Opinion.ONE_VOICE, Opinion.AGREED), talk.topics().stream().map(Topic::opinion).toList());
	}

	@Test
	void agreesOnWhatTwoSawAlike() {
		assertEquals(1.0 / 3, Debrief.of(weights, cards, List.of()).agreement().getAsDouble(), 1e-12);
	}

	@Test
	void knowsNoAgreementOfASingleCard() {
		assertTrue(Debrief.of(weights, cards.subList(0, 1), List.of(2)).agreement().isEmpty());
	}

	@Test
	void isDividedOnlyBetweenForAndAgainst() {
		assertTrue(Debrief.of(weights, cards, List.of(1, -2, 0)).divided());
		assertFalse(Debrief.of(weights, cards, List.of(1, 0, 0)).divided());
		assertFalse(Debrief.of(weights, cards, List.of(-1, 0, -2)).divided());
	}
}
