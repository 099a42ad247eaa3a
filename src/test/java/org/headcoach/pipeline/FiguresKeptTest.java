package org.headcoach.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;

import org.junit.jupiter.api.Test;

class FiguresKeptTest {

	private final FiguresKept kept = new FiguresKept();

	@Test
	void anAnswerStandsUntilTheFiguresAreCountedAnew() {
		assertEquals(Optional.empty(), kept.find(1, "question", String.class));
		kept.keep(1, "question", "answer", 10);
		assertEquals(Optional.of("answer"), kept.find(1, "question", String.class));
		assertEquals(Optional.empty(), kept.find(2, "question", String.class));
		assertEquals(Optional.empty(), kept.find(1, "question", String.class));
	}

	@Test
	void anAnswerOfAnOlderCountIsNotKept() {
		kept.find(1, "question", String.class);
		kept.find(2, "question", String.class);
		kept.keep(1, "question", "old", 10);
		assertEquals(Optional.empty(), kept.find(2, "question", String.class));
	}

	@Test
	void whatWasNotAskedForLongestGoesFirst() {
		kept.find(1, "a", String.class);
		kept.keep(1, "a", "A", 150_000);
		kept.keep(1, "b", "B", 150_000);
		kept.find(1, "a", String.class);
		kept.keep(1, "c", "C", 150_000);
		assertEquals(Optional.of("A"), kept.find(1, "a", String.class));
		assertEquals(Optional.empty(), kept.find(1, "b", String.class));
		assertEquals(Optional.of("C"), kept.find(1, "c", String.class));
		kept.keep(1, "huge", "H", 300_001);
		assertEquals(Optional.empty(), kept.find(1, "huge", String.class));
	}
}
