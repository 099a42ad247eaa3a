package org.headcoach.hiring.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.headcoach.hiring.engine.Calibration.Card;
import org.headcoach.hiring.engine.Calibration.Line;
import org.junit.jupiter.api.Test;

class CalibrationTest {

	private static final Map<String, Double> WEIGHTS = Hires.weights(2, 1);

	/** Three interviewers saw the same six: 1 gives a point more than 2, and 3 the same as 2; so 1 is 1 above the mean of the others, 2 and 3 are a half below. */
	@Test
	void leniencyIsAgainstOthersWhoSawTheSame() {
		var cards = new ArrayList<Card>();
		for (int candidate = 1; candidate <= 6; candidate++) {
			cards.add(new Card(1, candidate, Map.of("a", candidate + 2, "b", candidate + 1)));
			cards.add(new Card(2, candidate, Map.of("a", candidate + 1, "b", candidate)));
			cards.add(new Card(3, candidate, Map.of("a", candidate + 1)));
		}
		var lines = Calibration.of(WEIGHTS, cards, Map.of());
		assertEquals(1, lines.get(0).leniency().plain(), 1e-12);
		assertEquals(-0.75, lines.get(1).leniency().plain() - 0.0, 1e-12);
		assertEquals(-0.5, lines.get(2).leniency().plain(), 1e-12);
		assertEquals(6, lines.get(0).leniency().people());
		assertTrue(lines.get(0).leniency().above(0));
		assertTrue(lines.get(0).leniency().estimate() < 1);
		assertNull(lines.get(0).validity().plain());
	}

	@Test
	void findsWhoIsMildWhoScoresNarrowlyAndWhoKnows() {
		var lines = simulated(60, 4);
		assertEquals(4, lines.size());
		assertTrue(lines.get(0).leniency().above(0.3), lines.toString());
		assertTrue(lines.get(1).spread().below(0.8), lines.toString());
		assertTrue(lines.get(2).validity().estimate() > lines.get(3).validity().estimate(), lines.toString());
		assertTrue(lines.get(2).validity().above(0), lines.toString());
	}

	@Test
	void fewerThanFiveCandidatesSayNothing() {
		var cards = new ArrayList<Card>();
		for (int candidate = 1; candidate <= 4; candidate++) {
			cards.add(new Card(1, candidate, Map.of("a", 9)));
			cards.add(new Card(2, candidate, Map.of("a", 3)));
		}
		for (var line : Calibration.of(WEIGHTS, cards, Map.of(1L, 1.0, 2L, 2.0, 3L, 3.0, 4L, 4.0))) {
			assertNull(line.leniency().plain());
			assertNull(line.spread().estimate());
			assertNull(line.validity().plain());
			assertEquals(4, line.cards());
		}
	}

	@Test
	void whoHasSeenFewIsNearerToTheMean() {
		var cards = new ArrayList<Card>();
		var random = new Random(4);
		for (int candidate = 1; candidate <= 60; candidate++) {
			var base = 3 + random.nextInt(4);
			cards.add(new Card(1, candidate, Map.of("a", base)));
			cards.add(new Card(2, candidate, Map.of("a", base + random.nextInt(2))));
			if (candidate <= 5) {
				cards.add(new Card(3, candidate, Map.of("a", base + 2 + random.nextInt(2))));
			} else {
				cards.add(new Card(4, candidate, Map.of("a", base + 2 + random.nextInt(2))));
			}
		}
		var lines = Calibration.of(WEIGHTS, cards, Map.of());
		var few = lines.get(2).leniency();
		var many = lines.get(3).leniency();
		assertTrue(few.estimate() / few.plain() < many.estimate() / many.plain());
		assertTrue(few.interval().width() > many.interval().width());
	}

	@Test
	void theOrderOfCardsChangesNothing() {
		var cards = new ArrayList<Card>();
		var outcomes = new HashMap<Long, Double>();
		draw(30, 9, cards, outcomes);
		var mixed = new ArrayList<>(cards);
		Collections.shuffle(mixed, new Random(2));
		assertEquals(Calibration.of(WEIGHTS, cards, outcomes).stream().map(Line::validity).toList(), Calibration.of(WEIGHTS, mixed, outcomes).stream().map(Line::validity).toList());
		assertEquals(Calibration.of(WEIGHTS, cards, outcomes).get(0).leniency().plain(), Calibration.of(WEIGHTS, mixed, outcomes).get(0).leniency().plain(), 1e-12);
		assertNotNull(Calibration.of(WEIGHTS, cards, outcomes).get(0).leniency().interval());
	}

	private static List<Line> simulated(int candidates, long seed) {
		var cards = new ArrayList<Card>();
		var outcomes = new HashMap<Long, Double>();
		draw(candidates, seed, cards, outcomes);
		return Calibration.of(WEIGHTS, cards, outcomes);
	}

	/** 1 is a point milder, 2 hardly leaves the middle, 3 sees who will succeed, 4 guesses. */
	private static void draw(int candidates, long seed, List<Card> cards, Map<Long, Double> outcomes) {
		var random = new Random(seed);
		for (long candidate = 1; candidate <= candidates; candidate++) {
			var talent = random.nextGaussian();
			outcomes.put(candidate, talent + 0.3 * random.nextGaussian());
			cards.add(card(1, candidate, 6.2 + 1.5 * talent + random.nextGaussian()));
			cards.add(card(2, candidate, 5 + 0.4 * talent + 0.3 * random.nextGaussian()));
			cards.add(card(3, candidate, 5 + 1.8 * talent + 0.3 * random.nextGaussian()));
			cards.add(card(4, candidate, 5 + 1.6 * random.nextGaussian()));
		}
	}

	private static Card card(long interviewer, long candidate, double score) {
		var whole = (int) Math.max(1, Math.min(10, Math.round(score)));
		return new Card(interviewer, candidate, Map.of("a", whole, "b", whole));
	}
}
