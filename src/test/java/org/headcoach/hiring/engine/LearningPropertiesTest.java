package org.headcoach.hiring.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import org.headcoach.hiring.engine.BackTest.Decided;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What must hold for any company. */
class LearningPropertiesTest {

	private static final Map<String, Double> WEIGHTS = Hires.weights(9, 8, 7, 6);

	@Property(tries = 15)
	void weightsTimesAConstantChangeNothing(@ForAll long seed, @ForAll @DoubleRange(min = 0.01, max = 100) double constant) {
		var hires = Hires.drawn(seed, 30, 0.6, 0, -0.3, 0.2);
		var scaled = new LinkedHashMap<String, Double>();
		WEIGHTS.forEach((code, weight) -> scaled.put(code, weight * constant));
		var plain = Learning.of(WEIGHTS, hires, 0, Map.of());
		var other = Learning.of(scaled, hires, 0, Map.of());
		assertEquals(plain.characteristics(), other.characteristics());
		assertEquals(plain.formula().rank(), other.formula().rank(), 0.05);
		var proposal = WeightProposal.of(WEIGHTS, plain);
		var scaledProposal = WeightProposal.of(scaled, other);
		proposal.weights().forEach((code, weight) -> assertEquals(weight * constant, scaledProposal.weights().get(code), 1e-9 * constant));
		var decided = decided(hires);
		var moves = BackTest.of(WEIGHTS, proposal.weights(), decided, hires, 1).moves();
		var scaledMoves = BackTest.of(scaled, scaledProposal.weights(), decided, hires, 1).moves();
		assertEquals(moves.stream().map(move -> List.of(move.id(), move.rankBefore(), move.rankAfter())).toList(),
				scaledMoves.stream().map(move -> List.of(move.id(), move.rankBefore(), move.rankAfter())).toList());
	}

	@Property(tries = 15)
	void theOrderOfPeopleChangesNothing(@ForAll long seed) {
		var hires = Hires.drawn(seed, 24, 0.6, 0, -0.3, 0.2);
		var mixed = new ArrayList<>(hires);
		Collections.shuffle(mixed, new Random(seed));
		assertEquals(Learning.of(WEIGHTS, hires, 0, Map.of()), Learning.of(WEIGHTS, mixed, 0, Map.of()));
		var after = Hires.weights(1, 2, 3, 4);
		assertEquals(BackTest.of(WEIGHTS, after, decided(hires), hires, 1), BackTest.of(WEIGHTS, after, decided(mixed), mixed, 1));
	}

	@Property(tries = 15)
	void theSamePeopleAreDrawnAlike(@ForAll long seed, @ForAll @IntRange(min = 10, max = 30) int people) {
		assertEquals(Learning.of(WEIGHTS, Hires.drawn(seed, people, 0.6, 0, -0.3, 0.2), 0, Map.of()), Learning.of(WEIGHTS, Hires.drawn(seed, people, 0.6, 0, -0.3, 0.2), 0, Map.of()));
	}

	@Property(tries = 15)
	void everybodyTwiceLeavesTheEstimates(@ForAll long seed) {
		var hires = Hires.drawn(seed, 40, 0.6, 0, -0.3, 0.2);
		var twice = new ArrayList<>(hires);
		twice.addAll(hires);
		var once = Learning.of(WEIGHTS, hires, 0, Map.of());
		var both = Learning.of(WEIGHTS, twice, 0, Map.of());
		assertEquals(once.formula().rank(), both.formula().rank(), 1e-9);
		for (int i = 0; i < WEIGHTS.size(); i++) {
			assertEquals(once.characteristics().get(i).rank(), both.characteristics().get(i).rank(), 1e-9);
			assertEquals(once.characteristics().get(i).share(), both.characteristics().get(i).share(), 1e-9);
		}
	}

	@Property(tries = 40)
	void aProposalIsNeverNegativeKeepsItsBoundsAndItsSum(@ForAll long seed, @ForAll @IntRange(min = 10, max = 200) int people, @ForAll @DoubleRange(min = 0, max = 12) double last) {
		var weights = Hires.weights(9, 0, 7, 6, last);
		var proposal = WeightProposal.of(weights, Learning.quick(weights, Hires.drawn(seed, people, 1, 1, -1, 0, 0.5), 0));
		var mean = weights.values().stream().mapToDouble(Double::doubleValue).sum() / 5;
		for (var change : proposal.changes()) {
			assertTrue(change.after() >= 0.5 * change.before() - 1e-9, change.toString());
			assertTrue(change.after() <= (change.before() > 0 ? 1.5 * change.before() : 0.5 * mean) + 1e-9, change.toString());
		}
		assertEquals(22 + last, proposal.weights().values().stream().mapToDouble(Double::doubleValue).sum(), 1e-6);
	}

	private static List<Decided> decided(List<Hire> hires) {
		return IntStream.range(0, hires.size()).mapToObj(i -> hires.get(i)).map(hire -> new Decided(hire.id(), hire.scores(), hire.id() % 2 == 0, hire.id() % 2 == 0 ? hire.outcome() : null)).toList();
	}
}
