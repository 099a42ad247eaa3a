package org.headcoach.coaching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

import org.headcoach.people.Salesperson;
import org.headcoach.shared.BusinessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jakarta.persistence.OptimisticLockException;

class CoachingPlanTest {

	private static final CoachingMonth NOVEMBER = CoachingMonth.after(YearMonth.of(2026, 10));
	private static final Instant NOW = Instant.parse("2026-11-02T18:30:00Z");
	private static final LocalDate END = LocalDate.of(2026, 11, 30);

	private final Salesperson amira = new Salesperson("Amira Nasser", null, null, LocalDate.of(2023, 9, 18));
	private final Salesperson elena = new Salesperson("Elena Varga", null, null, LocalDate.of(2021, 5, 10));
	private final Skill closing = new Skill("Reaching the decision-maker", "CONVERSION:DEMOS:CUSTOMERS", "Find out who signs.");
	private final Skill opening = new Skill("Opening with curiosity", "CONVERSION:CONNECTS:DISCOVERIES", "Ask before telling.");

	private CoachingPlan aPlanFor(Salesperson rep) {
		return new CoachingPlan(rep, NOVEMBER, elena, NOW, "Elena Varga");
	}

	private CoachingPlan aPlanWith(Skill skill) {
		var plan = aPlanFor(amira);
		plan.choose(skill, evidence(9, 64));
		return plan;
	}

	private CoachingPlan aReadyPlan() {
		var plan = aPlanWith(closing);
		plan.decide("9 of 64 demos won, peers 33 %.");
		plan.add(ActivityKind.CALL_REVIEW, "Review demo recordings", 4, END);
		plan.aim(new BigDecimal("0.28"), false, YearMonth.of(2026, 11), YearMonth.of(2026, 12));
		return plan;
	}

	private CoachingPlan anAgreedPlan() {
		var plan = aReadyPlan();
		plan.agree(aSentReview(), NOW, "Elena Varga");
		return plan;
	}

	private SelfReview aSentReview() {
		var review = new SelfReview(amira, NOVEMBER, NOW);
		review.write("Busy.", "Discovery.", "Deals stop.", Map.of(closing.metric(), new SelfReviewLook("I am last.", null)), closing, null, null, NOW);
		review.submit(NOW);
		return review;
	}

	static Evidence evidence(double successes, double trials) {
		return new Evidence("CONVERSION:DEMOS:CUSTOMERS", 3, true, successes, trials, trials == 0 ? null : successes / trials, 0.2, 0.14, 0.27, 0.33, "BELOW",
				(long) trials, 3.1, new BigDecimal("2340"), null, List.of(), null);
	}

	private static void assertRefused(String key, Executable change) {
		assertEquals(key, assertThrows(BusinessException.class, change).key());
	}

	@Test
	void kARefusesASecondSkill() {
		var plan = aPlanWith(closing);
		assertRefused("coaching.plan.error.one-skill", () -> plan.choose(opening, evidence(50, 100)));
		assertEquals("Reaching the decision-maker", plan.skillName());
	}

	@Test
	void kARefusesTheSameSkillTwice() {
		var plan = aPlanWith(closing);
		assertRefused("coaching.plan.error.one-skill", () -> plan.choose(closing, evidence(9, 64)));
	}

	@Test
	void takesAnotherSkillAfterTheFirstWasTakenOff() {
		var plan = aReadyPlan();
		plan.takeSkillOff();
		assertNull(plan.evidence());
		assertNull(plan.targetValue());
		plan.choose(opening, evidence(50, 100));
		assertEquals("CONVERSION:CONNECTS:DISCOVERIES", plan.metric());
		assertEquals(1, plan.activities().size());
	}

	@Test
	void refusesASkillThatIsNoLongerTaught() {
		closing.retire();
		assertRefused("coaching.plan.error.skill-retired", () -> aPlanFor(amira).choose(closing, evidence(9, 64)));
	}

	@Test
	void keepsTheEvidenceAsBaseline() {
		var plan = aPlanWith(closing);
		assertEquals(new BigDecimal("9.0000"), plan.baselineSuccesses());
		assertEquals(new BigDecimal("64.0000"), plan.baselineTrials());
		assertEquals(new BigDecimal("0.140625"), plan.baselineValue());
	}

	@Test
	void kDWithoutTrialsTheBaselineIsNotKnownRatherThanZero() {
		var plan = aPlanFor(amira);
		plan.choose(closing, evidence(0, 0));
		assertNull(plan.baselineValue());
		plan.aim(new BigDecimal("0.10"), false, YearMonth.of(2026, 11), YearMonth.of(2026, 12));
		assertEquals(new BigDecimal("0.10"), plan.targetValue());
	}

	@Test
	void namesTheSkillAsItWasWhenItWasChosen() {
		var plan = aPlanWith(closing);
		closing.change("Who signs", closing.metric(), closing.meaning());
		assertEquals("Reaching the decision-maker", plan.skillName());
	}

	@ParameterizedTest(name = "{0}: {1}, lower is better {2}")
	@CsvSource({"higher, 0.28, false, ", "all of them, 1, false, ", "more than all, 1.37, false, coaching.plan.error.target-above-all", "equal, 0.140625, false, coaching.plan.error.target-not-higher", "lower, 0.10, false, coaching.plan.error.target-not-higher",
			"lower where less is better, 0.10, true, ", "equal where less is better, 0.140625, true, coaching.plan.error.target-not-lower",
			"higher where less is better, 0.28, true, coaching.plan.error.target-not-lower", "below nothing, -0.1, true, coaching.plan.error.target-negative"})
	void theTargetLiesOnTheGoodSideOfTheBaseline(String name, BigDecimal target, boolean lowerIsBetter, String refusal) {
		var plan = aPlanWith(closing);
		Executable aim = () -> plan.aim(target, lowerIsBetter, YearMonth.of(2026, 11), YearMonth.of(2026, 12));
		if (refusal == null) {
			org.junit.jupiter.api.Assertions.assertDoesNotThrow(aim);
			assertEquals(target, plan.targetValue());
		} else {
			assertRefused(refusal, aim);
		}
	}

	@Test
	void theWindowIsTheCoachingMonthAndTheMonthAfter() {
		assertEquals(LocalDate.of(2026, 11, 1), aPlanFor(amira).windowFrom());
		assertEquals(LocalDate.of(2026, 12, 31), aPlanFor(amira).windowUntil());
	}

	@ParameterizedTest(name = "{0} to {1}")
	@CsvSource({"2026-10, 2026-12", "2026-12, 2026-11", "2026-11, 2027-06"})
	void refusesAWindowThatBeginsBeforeThePlanOrEndsTooLateOrBeforeItBegins(YearMonth from, YearMonth until) {
		var plan = aPlanWith(closing);
		assertRefused("coaching.plan.error.window", () -> plan.aim(new BigDecimal("0.28"), false, from, until));
	}

	@Test
	void kBIsNotAgreedBeforeTheRepHasSpoken() {
		var plan = aReadyPlan();
		assertRefused("coaching.plan.error.rep-speaks-first", () -> plan.agree(null, NOW, "Elena Varga"));
		assertRefused("coaching.plan.error.rep-speaks-first", () -> plan.agree(new SelfReview(amira, NOVEMBER, NOW), NOW, "Elena Varga"));
		assertEquals(PlanStatus.DRAFT, plan.status());
	}

	@Test
	void isNotAgreedWithoutSkillReasonActivityAndTarget() {
		var plan = aPlanFor(amira);
		assertRefused("coaching.plan.error.no-skill", () -> plan.agree(aSentReview(), NOW, "Elena Varga"));
		plan.choose(closing, evidence(9, 64));
		assertRefused("coaching.plan.error.not-decided", () -> plan.agree(aSentReview(), NOW, "Elena Varga"));
		plan.decide("We heard it.");
		assertRefused("coaching.plan.error.no-activity", () -> plan.agree(aSentReview(), NOW, "Elena Varga"));
		plan.add(ActivityKind.ROLE_PLAY, "First call", 2, END);
		assertRefused("coaching.plan.error.no-target", () -> plan.agree(aSentReview(), NOW, "Elena Varga"));
	}

	@Test
	void agreeingAgainChangesNothing() {
		var plan = anAgreedPlan();
		plan.agree(aSentReview(), NOW.plusSeconds(60), "Somebody Else");
		assertEquals(1, plan.edition());
		assertEquals("Elena Varga", plan.agreedBy());
		assertEquals(NOW, plan.agreedAt());
	}

	@Test
	void anAgreedPlanIsFixed() {
		var plan = anAgreedPlan();
		assertRefused("coaching.plan.error.agreed", plan::takeSkillOff);
		assertRefused("coaching.plan.error.agreed", () -> plan.decide("Something else"));
		assertRefused("coaching.plan.error.agreed", () -> plan.aim(new BigDecimal("0.20"), false, YearMonth.of(2026, 11), YearMonth.of(2026, 12)));
		assertRefused("coaching.plan.error.agreed", () -> plan.add(ActivityKind.EXAM, "Exam", 1, END));
		assertRefused("coaching.plan.error.agreed", () -> plan.arrangeTalk(LocalDateTime.of(2026, 11, 3, 9, 0)));
		assertRefused("coaching.plan.error.agreed", () -> plan.noteTalk("More"));
	}

	@Test
	void whatIsSentBackOpensAgainAndBecomesTheNextEdition() {
		var plan = anAgreedPlan();
		plan.sendBack("The target is too easy.", NOW, "Henrik Aalto");
		assertEquals(PlanStatus.SENT_BACK, plan.status());
		plan.aim(new BigDecimal("0.30"), false, YearMonth.of(2026, 11), YearMonth.of(2026, 12));
		plan.agree(aSentReview(), NOW, "Elena Varga");
		assertEquals(2, plan.edition());
		assertEquals("The target is too easy.", plan.sentBackReason());
	}

	@Test
	void isSentBackOnlyWithAReasonAndOnlyWhenAgreed() {
		assertRefused("coaching.plan.error.reason-missing", () -> anAgreedPlan().sendBack(" ", NOW, "Henrik Aalto"));
		assertRefused("coaching.plan.error.not-agreed", () -> aReadyPlan().sendBack("Why not", NOW, "Henrik Aalto"));
	}

	@ParameterizedTest(name = "{0} times")
	@CsvSource({"0", "-1", "61"})
	void refusesACountThatIsNone(int count) {
		assertRefused("coaching.plan.error.activity-count", () -> aPlanFor(amira).add(ActivityKind.EXAM, "Exam", count, END));
	}

	@Test
	void refusesAnActivityWithoutWordsOrBeforeTheMonth() {
		assertRefused("coaching.plan.error.activity-incomplete", () -> aPlanFor(amira).add(ActivityKind.EXAM, " ", 1, END));
		assertRefused("coaching.plan.error.activity-too-early", () -> aPlanFor(amira).add(ActivityKind.EXAM, "Exam", 1, LocalDate.of(2026, 10, 31)));
	}

	@Test
	void carriesOverWhatWasLeftOfTheMonthBeforeAndOnlyOnce() {
		var october = new CoachingPlan(amira, NOVEMBER.previous(), elena, NOW, "Elena Varga");
		var reviews = october.add(ActivityKind.CALL_REVIEW, "Review demo recordings", 4, LocalDate.of(2026, 10, 31));
		reviews.tick(1);
		var plan = aPlanFor(amira);
		var carried = plan.carryOver(reviews, END);
		assertEquals(3, carried.plannedCount());
		assertEquals(reviews, carried.carriedFrom());
		assertRefused("coaching.plan.error.carried-already", () -> plan.carryOver(reviews, END));
		reviews.tick(4);
		assertRefused("coaching.plan.error.nothing-left", () -> aPlanFor(amira).carryOver(reviews, END));
	}

	@Test
	void countsNoActivityBeyondItsPlan() {
		var plan = aPlanFor(amira);
		plan.add(ActivityKind.ROLE_PLAY, "First call", 2, END).tick(5);
		plan.add(ActivityKind.EXAM, "Exam", 1, END);
		assertEquals(2, plan.doneOfPlanned());
		assertEquals(3, plan.planned());
	}

	@Test
	void refusesAChangeThatWasMadeOnAnOlderState() {
		assertThrows(OptimisticLockException.class, () -> aPlanFor(amira).requireVersion(7));
	}

	@Test
	void theWindowClosesTheDayAfterItsLastDay() {
		assertFalse(anAgreedPlan().isWindowClosedOn(LocalDate.of(2026, 12, 31)));
		assertTrue(anAgreedPlan().isWindowClosedOn(LocalDate.of(2027, 1, 1)));
	}
}
