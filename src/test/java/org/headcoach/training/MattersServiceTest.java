package org.headcoach.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.headcoach.training.MattersPage.Kind;
import org.headcoach.training.engine.Foresight;
import org.junit.jupiter.api.Test;

/** Hiring is held beside training: the same people, the same work. */
class MattersServiceTest {

	private static Map<Long, Double> people(int from, int to, boolean rising) {
		var scores = new HashMap<Long, Double>();
		IntStream.rangeClosed(from, to).forEach(id -> scores.put((long) id, rising ? id : -(double) id));
		return scores;
	}

	private static MattersPage.Line line(String name, Map<Long, Double> results, Map<Long, Double> later) {
		return new MattersPage.Line(Kind.CERTIFICATION, name, name, null, Foresight.of(results, later));
	}

	/** Whoever was certified for discovery does better the better hiring thought of them, whoever was certified for closing worse; three of closing were never interviewed. */
	@Test
	void eachResultHasTheScoresOfItsOwnPeopleBesideItAgainstItsOwnWork() {
		var hiring = people(1, 24, true);
		var discovery = people(1, 12, false);
		var discoveryWork = people(1, 12, true);
		var closing = people(13, 27, true);
		var closingWork = people(13, 27, false);
		var first = MattersService.beside(line("Discovery", discovery, discoveryWork), discovery, "hiring", hiring, discoveryWork);
		var second = MattersService.beside(line("Closing", closing, closingWork), closing, "hiring", hiring, closingWork);
		assertEquals(List.of("Discovery", "hiring of Discovery"), first.stream().map(one -> one.kind() == Kind.SCORE ? one.name() + " of " + one.of() : one.name()).toList());
		assertEquals(List.of(12, 12), first.stream().map(one -> one.foresight().people()).toList());
		assertEquals(List.of(12, 12), second.stream().map(one -> one.foresight().people()).toList(), "only who has both");
		assertTrue(first.get(0).foresight().rank() < -0.9 && first.get(1).foresight().rank() > 0.9, first.toString());
		assertTrue(second.get(0).foresight().rank() < -0.9 && second.get(1).foresight().rank() < -0.9, second.toString());
		assertEquals(List.of(), MattersService.beside(line("Closing", closing, closingWork), people(25, 27, true), "hiring", hiring, closingWork));
	}
}
