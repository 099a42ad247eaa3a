package org.headcoach.training.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.headcoach.people.Line;
import org.headcoach.people.Role;
import org.headcoach.shared.BusinessException;
import org.headcoach.training.engine.EvaluatorRule.Conflict;
import org.headcoach.training.engine.ExitCriteria.Criterion;
import org.headcoach.training.engine.RolePlay.Card;
import org.headcoach.training.engine.RolePlay.Terms;
import org.headcoach.training.engine.Validity.Reminder;
import org.headcoach.training.engine.Validity.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of certifications as the docs number them, with the worked examples of the page. */
class CertificationRulesTest {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 16);
	private static final long REP = 1;
	private static final long MANAGER = 2;
	private static final long DIRECTOR = 3;
	private static final long SENIOR = 4;
	private static final ExitCriteria NONE = new ExitCriteria(List.of());

	private static Line.Place place(long id, Long superior) {
		return new Line.Place(id, "P" + id, null, Role.REP, null, null, null, null, null, null, superior, LocalDate.of(2020, 1, 1), null);
	}

	private static final Line LINE = new Line(TODAY, List.of(place(REP, MANAGER), place(SENIOR, MANAGER), place(MANAGER, DIRECTOR), place(DIRECTOR, null)));

	@Test
	void t1AnEvaluatorIsNeitherThePersonNorAnybodyAbove() {
		assertEquals(Optional.of(Conflict.SELF), EvaluatorRule.conflict(LINE, REP, REP));
		assertEquals(Optional.of(Conflict.ABOVE), EvaluatorRule.conflict(LINE, REP, MANAGER));
		assertEquals(Optional.of(Conflict.ABOVE), EvaluatorRule.conflict(LINE, REP, DIRECTOR));
		assertEquals(Optional.empty(), EvaluatorRule.conflict(LINE, REP, SENIOR));
		assertEquals(Optional.empty(), EvaluatorRule.conflict(LINE, REP, null), "a trainer from outside the line");
		assertEquals(Optional.empty(), EvaluatorRule.conflict(LINE, MANAGER, REP), "somebody below may");
	}

	@ParameterizedTest
	@ValueSource(ints = {1, 5, 7, 10})
	void t2TheRubricTakesItsFourScores(int points) {
		assertEquals(points, RubricScore.of(points).points());
	}

	@ParameterizedTest
	@ValueSource(ints = {6, 0, -1, 2, 3, 4, 8, 9, 11, 100})
	void t2TheRubricRefusesEveryOther(int points) {
		assertThrows(BusinessException.class, () -> RubricScore.of(points));
	}

	@Test
	void t3DiscoveryIsNotVerifiedWithoutTheBuyersConfirmation() {
		var discovery = new ExitCriteria(List.of(new Criterion("Summary mailed", Evidence.ON_FILE), new Criterion("Buyer has confirmed it", Evidence.BUYER_CONFIRMS)));
		assertFalse(discovery.isVerified(Set.of(0)));
		assertEquals(List.of(1), discovery.missing(Set.of(0)));
		assertFalse(discovery.isVerified(Set.of(1)), "nor without the summary");
		assertTrue(discovery.isVerified(Set.of(0, 1)));
	}

	@Test
	void t3AStageWithoutTheBuyersConfirmationIsNotPassedHoweverHighTheScore() {
		var discovery = new ExitCriteria(List.of(new Criterion("Buyer has confirmed it", Evidence.BUYER_CONFIRMS)));
		var terms = new Terms(ResultRule.MEAN, new BigDecimal("7"), null);
		var unverified = RolePlay.result(terms, discovery, List.of(new Card(scores(10, 10), Set.of())));
		assertFalse(unverified.passed());
		assertTrue(unverified.enough(), "the score is not what is missing");
		assertFalse(RolePlay.result(terms, discovery, List.of(new Card(scores(10, 10), Set.of(0)), new Card(scores(10, 10), Set.of()))).passed(), "one evaluator did not see it");
		assertTrue(RolePlay.result(terms, discovery, List.of(new Card(scores(10, 10), Set.of(0)))).passed());
	}

	@Test
	void t3ACriterionThatRestsOnTheSellersWordIsRefused() {
		assertThrows(BusinessException.class, () -> new ExitCriteria(List.of(new Criterion("Influencer bought in", Evidence.SELLER_SAYS))));
	}

	@ParameterizedTest(name = "T4 {0} of {1}: {2}")
	@CsvSource(delimiter = '|', value = {"MEAN|10 7 5|7.33", "MINIMUM|10 7 5|5.00", "MEAN|1 1 10|4.00", "MINIMUM|10 10 10|10.00"})
	void t4TheResultIsTheMeanOrTheMinimum(ResultRule rule, String given, BigDecimal score) {
		var card = new Card(Arrays.stream(given.split(" ")).map(Integer::valueOf).map(RubricScore::of).toList(), Set.of());
		assertEquals(score, RolePlay.result(new Terms(rule, BigDecimal.ONE, null), NONE, List.of(card)).score());
	}

	@Test
	void t4APassMarkIsComparedBeforeRounding() {
		var card = new Card(scores(10, 7, 5), Set.of());
		assertFalse(RolePlay.result(new Terms(ResultRule.MEAN, new BigDecimal("7.334"), null), NONE, List.of(card)).enough());
		assertTrue(RolePlay.result(new Terms(ResultRule.MEAN, new BigDecimal("7.333"), null), NONE, List.of(card)).passed());
	}

	@Test
	void twoEvaluatorsMakeTheMeanOfEachBehaviour() {
		var result = RolePlay.result(new Terms(ResultRule.MINIMUM, new BigDecimal("6"), null), NONE, List.of(new Card(scores(10, 5), Set.of()), new Card(scores(7, 7), Set.of())));
		assertEquals(List.of(new BigDecimal("8.50"), new BigDecimal("6.00")), result.behaviours());
		assertEquals(new BigDecimal("6.00"), result.score());
		assertTrue(result.passed());
	}

	@Test
	void aBehaviourUnderTheFloorFailsAGoodMean() {
		var result = RolePlay.result(new Terms(ResultRule.MEAN, new BigDecimal("7"), new BigDecimal("5")), NONE, List.of(new Card(scores(10, 10, 1), Set.of())));
		assertEquals(new BigDecimal("7.00"), result.score());
		assertEquals(List.of(2), result.belowFloor());
		assertFalse(result.passed());
	}

	/** Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), four observers, twelve units, one of them seen by a single observer: 0.815 for ordered values. */
	@Test
	void agreementIsThatOfThePublishedExample() {
		var observers = List.of("1 2 3 3 2 1 4 1 2 . . .", "1 2 3 3 2 2 4 1 2 5 . 3", ". 3 3 3 2 3 4 2 2 5 1 .", "1 2 3 3 2 4 4 1 2 5 1 .").stream().map(line -> line.split(" ")).toList();
		var units = IntStream.range(0, 12).mapToObj(unit -> observers.stream().map(line -> line[unit]).filter(word -> !word.equals(".")).map(Integer::valueOf).toList()).toList();
		assertEquals(0.815, Agreement.alpha(units), 0.0005);
	}

	@Test
	void agreementOfTooFewShowsSharesAndNoAlpha() {
		var measure = Agreement.of(List.of(List.of(10, 7), List.of(5, 5), List.of(7), List.of(1, 10)));
		assertEquals(3, measure.n());
		assertEquals(3, measure.pairs());
		assertEquals(1.0 / 3, measure.same(), 1e-12);
		assertEquals(9, measure.widest());
		assertNull(measure.alpha());
		assertNull(Agreement.of(List.of(List.of(10))).same());
		assertNull(Agreement.of(IntStream.range(0, 25).mapToObj(i -> List.of(7, 7)).toList()).alpha(), "everybody gave everything the same");
	}

	@ParameterizedTest(name = "earned {0} for {1} months: until {2}")
	@CsvSource({"2026-11-16,12,2027-11-15", "2026-03-01,6,2026-08-31", "2028-02-29,12,2029-02-27", "2026-08-31,6,2027-02-27", "2026-11-16,,"})
	void aCertificateHoldsSoManyMonths(LocalDate earned, Integer months, LocalDate last) {
		assertEquals(last, Validity.lastDay(earned, months));
	}

	@ParameterizedTest(name = "old until {0}, renewed {1}: until {2}")
	@CsvSource({"2026-12-31,2026-12-10,2027-12-31", "2026-12-31,2026-12-01,2027-12-31", "2026-12-31,2026-11-30,2027-11-29", "2026-12-31,2027-01-01,2027-12-31", "2026-12-31,2027-02-10,2028-02-09"})
	void aRenewalInItsTimeGoesOnFromTheOldEnd(LocalDate old, LocalDate earned, LocalDate last) {
		assertEquals(last, Validity.renewed(old, earned, 12, 30));
	}

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource({"2026-11-30,VALID", "2026-12-01,EXPIRING", "2026-12-31,EXPIRING", "2027-01-01,EXPIRED"})
	void aCertificateExpiresAfterItsLastDay(LocalDate day, State state) {
		assertEquals(state, Validity.state(LocalDate.of(2026, 12, 31), 30, false, day));
		assertEquals(State.REVOKED, Validity.state(LocalDate.of(2026, 12, 31), 30, true, day));
		assertEquals(State.VALID, Validity.state(null, 30, false, day));
	}

	@Test
	void remindersComeEarlyInTheLastWeekAndAfterTheEnd() {
		var last = LocalDate.of(2026, 12, 31);
		assertEquals(List.of(), Validity.due(last, 30, LocalDate.of(2026, 11, 30)));
		assertEquals(List.of(Reminder.EARLY), Validity.due(last, 30, LocalDate.of(2026, 12, 1)));
		assertEquals(List.of(Reminder.EARLY, Reminder.LAST_WEEK), Validity.due(last, 30, LocalDate.of(2026, 12, 24)));
		assertEquals(List.of(Reminder.EARLY, Reminder.LAST_WEEK, Reminder.ENDED), Validity.due(last, 30, LocalDate.of(2027, 1, 1)));
		assertEquals(List.of(), Validity.due(last, 30, LocalDate.of(2027, 2, 1)), "long gone");
		assertEquals(List.of(), Validity.due(null, 30, TODAY));
	}

	private static final List<LearningPath.Step> PRESET = List.of(new LearningPath.Step(11, 1, 0, true), new LearningPath.Step(12, 2, 1, true), new LearningPath.Step(13, 3, 2, true));

	private static LearningPath.Held held(String earned, State state) {
		return new LearningPath.Held(LocalDate.parse(earned), null, state);
	}

	@Test
	void somebodyNewHasOneCertificationAMonthAndSellsAloneAfterTheThird() {
		var start = LocalDate.of(2026, 9, 14);
		var first = LearningPath.progress(PRESET, start, Map.of(), start);
		assertEquals(List.of(LocalDate.of(2026, 10, 13), LocalDate.of(2026, 11, 13), LocalDate.of(2026, 12, 13)), first.stops().stream().map(LearningPath.Stop::dueOn).toList());
		assertEquals(List.of(LearningPath.State.NEXT, LearningPath.State.LATER, LearningPath.State.LATER), first.stops().stream().map(LearningPath.Stop::state).toList());
		assertFalse(first.ready());

		var second = LearningPath.progress(PRESET, start, Map.of(11L, held("2026-10-09", State.VALID)), TODAY);
		assertEquals(12, second.next().step().certificationId());
		assertTrue(second.next().late());

		var all = Map.of(11L, held("2026-10-09", State.VALID), 12L, held("2026-11-09", State.VALID), 13L, held("2026-12-01", State.EXPIRING));
		assertTrue(LearningPath.progress(PRESET, start, all, TODAY).ready());
	}

	@Test
	void anExpiredCertificateClosesTheGateAgain() {
		var held = Map.of(11L, held("2025-10-09", State.EXPIRED), 12L, held("2025-11-09", State.VALID), 13L, held("2025-12-01", State.VALID));
		var progress = LearningPath.progress(PRESET, LocalDate.of(2025, 9, 14), held, TODAY);
		assertFalse(progress.ready());
		assertEquals(11, progress.next().step().certificationId());
		assertEquals(1, progress.missing().size());
	}

	@Test
	void withoutAGateNobodyIsReady() {
		assertFalse(LearningPath.progress(List.of(), TODAY, Map.of(), TODAY).ready());
	}

	private static List<RubricScore> scores(int... points) {
		return Arrays.stream(points).mapToObj(RubricScore::of).toList();
	}
}
