package org.headcoach.training.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.headcoach.shared.BusinessException;
import org.headcoach.training.engine.Blueprint.Candidate;
import org.headcoach.training.engine.Blueprint.Line;
import org.junit.jupiter.api.Test;

class BlueprintTest {

	private static final Blueprint TWO_PARTS = new Blueprint(List.of(new Line(1, null, 4), new Line(1, Difficulty.HARD, 2), new Line(2, Difficulty.EASY, 3)));

	/** Thirty questions of each of three parts, every third of each difficulty, each fifth pair variants of one another. */
	private static List<Candidate> bank(int seen) {
		return IntStream.range(0, 90).mapToObj(i -> new Candidate(i, i / 30 + 1, Difficulty.values()[i % 3], i % 10 < 2 ? "family " + i / 10 : "", seen == 0 ? 0 : i * 7 % (seen + 1))).toList();
	}

	@Property
	void aDrawFillsEveryLineOnceAndIsTheSameForTheSameSeed(@ForAll long seed, @ForAll @IntRange(max = 5) int seen, @ForAll long order) {
		var bank = bank(seen);
		var drawn = TWO_PARTS.draw(bank, seed);
		assertEquals(9, new HashSet<>(drawn).size());
		var found = drawn.stream().map(id -> bank.get(id.intValue())).toList();
		assertTrue(found.subList(0, 6).stream().allMatch(candidate -> candidate.partId() == 1));
		assertTrue(found.subList(4, 6).stream().allMatch(candidate -> candidate.difficulty() == Difficulty.HARD));
		assertTrue(found.subList(6, 9).stream().allMatch(candidate -> candidate.partId() == 2 && candidate.difficulty() == Difficulty.EASY));
		var families = found.stream().map(Candidate::family).filter(family -> !family.isEmpty()).toList();
		assertEquals(families.size(), new HashSet<>(families).size(), "one variant of each");
		var shuffled = new ArrayList<>(bank);
		Collections.shuffle(shuffled, new Random(order));
		assertEquals(drawn, TWO_PARTS.draw(shuffled, seed));
	}

	@Property
	void nobodyGetsASeenQuestionWhileAnUnseenOneIsLeft(@ForAll long seed) {
		var bank = IntStream.range(0, 10).mapToObj(i -> new Candidate(i, 1, Difficulty.MEDIUM, "", i < 4 ? 0 : i < 7 ? 1 : 2)).toList();
		var drawn = new Blueprint(List.of(new Line(1, null, 6))).draw(bank, seed);
		assertTrue(drawn.containsAll(List.of(0L, 1L, 2L, 3L)));
		assertTrue(drawn.stream().noneMatch(id -> id > 6), drawn::toString);
	}

	@Test
	void anotherSeedDrawsOthers() {
		assertNotEquals(TWO_PARTS.draw(bank(0), 1), TWO_PARTS.draw(bank(0), 2));
		assertTrue(IntStream.range(0, 400).mapToObj(seed -> TWO_PARTS.draw(bank(0), seed)).flatMap(List::stream).collect(Collectors.toSet()).size() > 38);
	}

	@Test
	void saysWhatTheBankLacks() {
		var small = bank(0).subList(0, 5);
		assertEquals(List.of("HARD 1", "null 3", "EASY 0"),
				TWO_PARTS.shortages(small).stream().sorted(Comparator.comparing(shortage -> List.of("HARD", "null", "EASY").indexOf(String.valueOf(shortage.line().difficulty()))))
						.map(shortage -> shortage.line().difficulty() + " " + shortage.found()).toList());
		assertThrows(BusinessException.class, () -> TWO_PARTS.draw(small, 1));
		assertEquals(List.of(), TWO_PARTS.shortages(bank(3)));
		assertThrows(BusinessException.class, () -> new Blueprint(List.of()));
	}

	@Test
	void anOrderingIsNeverShownInItsRightOrder() {
		for (int seed = 0; seed < 500; seed++) {
			var shuffle = Shuffle.otherThanRight(seed, 2);
			assertEquals(1, shuffle.original(0));
		}
	}
}
