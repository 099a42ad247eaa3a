package org.headcoach.coaching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;

import org.headcoach.people.Salesperson;
import org.headcoach.shared.BusinessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelfReviewTest {

	private static final Instant NOW = Instant.parse("2026-11-02T13:52:00Z");
	private static final Map<String, SelfReviewLook> LOOKS = Map.of("CONVERSION:DEMOS:CUSTOMERS", new SelfReviewLook("I am last.", "I talk to users."));

	private final Skill skill = new Skill("Reaching the decision-maker", "CONVERSION:DEMOS:CUSTOMERS", "Find out who signs.");

	private SelfReview aReview() {
		return new SelfReview(new Salesperson("Amira Nasser", null, null, LocalDate.of(2023, 9, 18)), CoachingMonth.after(YearMonth.of(2026, 10)), NOW);
	}

	@Test
	void standsAsItWasSaidOnceItIsSent() {
		var review = aReview();
		review.write("Busy.", "Discovery.", "Deals stop.", LOOKS, skill, null, "Sit with me.", NOW);
		review.submit(NOW);
		var refusal = assertThrows(BusinessException.class, () -> review.write("Fine.", "All.", "Nothing.", LOOKS, skill, null, null, NOW));
		assertEquals("coaching.my-month.error.already-sent", refusal.key());
		assertEquals("Busy.", review.howWasIt());
	}

	@Test
	void sendingTwiceKeepsTheFirstTime() {
		var review = aReview();
		review.write("Busy.", "Discovery.", "Deals stop.", LOOKS, null, "Asking who signs", null, NOW);
		review.submit(NOW);
		review.submit(NOW.plusSeconds(60));
		assertEquals(NOW, review.submittedAt());
	}

	@ParameterizedTest(name = "{4}")
	@CsvSource({", Discovery., Deals stop., true, coaching.my-month.error.words-missing", "Busy., ' ', Deals stop., true, coaching.my-month.error.words-missing",
			"Busy., Discovery., , true, coaching.my-month.error.words-missing", "Busy., Discovery., Deals stop., false, coaching.my-month.error.skill-missing"})
	void isNotSentWithoutAnAnswerToEachQuestion(String how, String well, String improve, boolean withSkill, String refusal) {
		var review = aReview();
		review.write(how, well, improve, LOOKS, withSkill ? skill : null, null, null, NOW);
		assertEquals(refusal, assertThrows(BusinessException.class, () -> review.submit(NOW)).key());
	}

	@Test
	void isNotSentBeforeTheRepHasLookedAtAChart() {
		var review = aReview();
		review.write("Busy.", "Discovery.", "Deals stop.", Map.of("CHURN", new SelfReviewLook(" ", "Because.")), skill, null, null, NOW);
		assertEquals("coaching.my-month.error.no-look", assertThrows(BusinessException.class, () -> review.submit(NOW)).key());
	}

	@Test
	void holdsOneSkillASkillOfTheLibraryReplacesOwnWords() {
		var review = aReview();
		review.write(null, null, null, Map.of(), skill, "and pricing too", null, NOW);
		assertNull(review.ownSkill());
		assertEquals(skill, review.skill());
	}

	@Test
	void forgetsChartsToWhichNothingIsSaid() {
		var review = aReview();
		review.write(null, null, null, Map.of("CHURN", new SelfReviewLook("", null), "DISCOUNT", new SelfReviewLook("High.", null)), null, null, null, NOW);
		assertEquals(java.util.Set.of("DISCOUNT"), review.looks().keySet());
		assertTrue(review.looks().get("DISCOUNT").isSaid());
	}
}
