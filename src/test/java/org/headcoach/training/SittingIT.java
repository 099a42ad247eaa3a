package org.headcoach.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.headcoach.people.AccountRole;
import org.headcoach.people.CurrentActor;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.NotHereException;
import org.headcoach.training.Saved.Outcome;
import org.headcoach.training.SittingService.Next;
import org.headcoach.training.engine.QuestionKind;
import org.junit.jupiter.api.Test;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** An exam under fault: crashes, two devices, double clicks, a clock that runs out. */
class SittingIT extends ExamCase {

	@Resource
	private ManagedExecutorService threads;

	@Inject
	private CurrentActor current;

	@Inject
	private MethodologyService methodology;

	@Inject
	private ClassService classes;

	@Inject
	private Instance<RequestContextController> requests;

	@Test
	void everythingRightIsAHundredPercentAndNothingIsNone() {
		var exam = anExam();
		var all = sat(exam, rep(0), 5);
		assertEquals("100 true 2027-11-16", plain(all.percent()) + " " + all.passed() + " " + all.validUntil());
		assertEquals(5, all.lines().size());
		var none = sat(exam, rep(1), 0);
		assertEquals("0 false null", plain(none.percent()) + " " + none.passed() + " " + none.validUntil());
	}

	@Test
	void everyAnswerIsThereAgainAfterACrashAndOnAnotherDevice() {
		var attempt = started(anExam());
		for (int i = 0; i < 5; i++) {
			assertEquals(Outcome.SAVED, save(attempt, i, now() + i, shown(attempt, i, ExamCase::right)).outcome());
		}
		later(Duration.ofMinutes(7));
		var page = page(attempt);
		assertTrue(page.questions().stream().noneMatch(item -> item.answer().isEmpty()));
		assertEquals(23 * 60, page.left());
		for (int i = 0; i < 5; i++) {
			assertEquals(shown(attempt, i, ExamCase::right), page.questions().get(i).answer());
		}
		assertEquals(attempt, asLearner(() -> sittings.start(asLearner(() -> sittings.mine()).get(0).examId())));
	}

	@Test
	void theLaterWriteWinsWhicheverArrivesFirstAndSendingItAgainChangesNothing() {
		var attempt = started(anExam());
		var right = shown(attempt, 0, ExamCase::right);
		assertEquals(Outcome.SAVED, save(attempt, 0, now() + 2, right).outcome());
		var older = save(attempt, 0, now() + 1, "");
		assertEquals(Outcome.OLDER, older.outcome());
		assertEquals(right, older.answer());
		assertEquals(Outcome.SAVED, save(attempt, 0, now() + 2, right).outcome());
		assertEquals(right, page(attempt).questions().get(0).answer());
		assertEquals(Outcome.SAVED, save(attempt, 0, now() + 3, "").outcome());
		assertEquals("", page(attempt).questions().get(0).answer());
		assertThrows(BusinessException.class, () -> save(attempt, 0, now() + Duration.ofHours(1).toMillis(), right));
	}

	@Test
	void whatIsNoAnswerToTheQuestionIsRefused() {
		var attempt = started(anExam());
		for (var bad : List.of("x", "c:63", "p:7,8", "c:a", "c:0,1,2,3,4,5")) {
			IntStream.range(0, 5).forEach(i -> assertThrows(BusinessException.class, () -> save(attempt, i, now(), bad), bad));
		}
		assertThrows(NotHereException.class, () -> save(attempt, 5, now(), ""));
	}

	@Test
	void handingInTwiceOrAfterTheClockChangesNothing() {
		var attempt = started(anExam());
		save(attempt, 0, now(), shown(attempt, 0, ExamCase::right));
		asLearner(() -> sittings.submit(attempt));
		var first = asLearner(() -> sittings.result(attempt));
		later(Duration.ofMinutes(1));
		asLearner(() -> sittings.submit(attempt));
		assertEquals(first, asLearner(() -> sittings.result(attempt)));
		assertNull(page(attempt));
		assertEquals(List.of("1"), read("select count(*) from exam_attempt"));
	}

	@Test
	void theClockEndsAnAttemptWhenNobodyIsThereAndWhatWasSavedCounts() {
		var attempt = started(anExam());
		var right = shown(attempt, 0, ExamCase::right);
		save(attempt, 0, now(), right);
		later(Duration.ofMinutes(30).plus(ExamAttempt.GRACE));
		assertEquals(0, watch.endOverdue());
		later(Duration.ofSeconds(1));
		assertEquals(1, watch.endOverdue());
		assertEquals(0, watch.endOverdue());
		var result = asLearner(() -> sittings.result(attempt));
		assertTrue(result.byClock());
		assertEquals("20", plain(result.percent()));
		assertEquals(NOON.plus(Duration.ofMinutes(30)), result.finishedAt());
	}

	@Test
	void anAnswerArrivesWithinTheGraceAndNotAfterIt() {
		var attempt = started(anExam());
		var first = shown(attempt, 0, ExamCase::right);
		var second = shown(attempt, 1, ExamCase::right);
		later(Duration.ofMinutes(30).plusSeconds(29));
		assertEquals(Outcome.SAVED, save(attempt, 0, NOON.toEpochMilli() + 1, first).outcome());
		later(Duration.ofSeconds(2));
		assertEquals(Outcome.LATE, save(attempt, 1, NOON.toEpochMilli() + 2, second).outcome());
		// the word that it was saved was lost: sent again, it is as it was
		assertEquals(Outcome.SAVED, save(attempt, 0, NOON.toEpochMilli() + 1, first).outcome());
		var result = asLearner(() -> sittings.result(attempt));
		assertEquals("20", plain(result.percent()));
		assertTrue(result.lines().stream().allMatch(line -> line.lateAnswer() == null), "the learner is told nothing of it");
		// no answer is lost: a trainer sees it and may let it count
		assertEquals(1, asTrainer(() -> exams.marking(attempt)).late());
		given.as(trainer, () -> exams.takeLate(attempt, "The network of the office was down"));
		assertEquals("40", plain(asLearner(() -> sittings.result(attempt)).percent()));
	}

	@Test
	void nothingIsKeptAfterItWasHandedIn() {
		var attempt = started(anExam());
		var right = shown(attempt, 0, ExamCase::right);
		save(attempt, 0, now(), right);
		asLearner(() -> sittings.submit(attempt));
		assertEquals(Outcome.HANDED_IN, save(attempt, 0, now() + 1, "").outcome());
		assertEquals(Outcome.HANDED_IN, save(attempt, 1, now() + 1, "").outcome());
		assertEquals(Outcome.SAVED, save(attempt, 0, now(), right).outcome(), "the word about it was lost");
		assertEquals(0, asTrainer(() -> exams.marking(attempt)).late());
		assertEquals("20", plain(asLearner(() -> sittings.result(attempt)).percent()));
	}

	@Test
	void extraTimeIsOnlyForWhoHasIt() {
		var exam = anExam();
		given.as(trainer, () -> exams.accommodate(exam, sales.rep(0).id(), 50));
		assertEquals(45 * 60, page(started(exam)).left());
		learner = rep(1);
		assertEquals(30 * 60, page(started(exam)).left());
	}

	@Test
	void whereThereIsNoGoingBackWhatLiesBehindStays() {
		fiveQuestions();
		var attempt = started(anExam(5, rules -> new Exam.Rules(rules.title(), null, 30, 60, 3, 24, true, true, true, 0, Shows.MARK, null)));
		var first = shown(attempt, 0, ExamCase::right);
		save(attempt, 0, now(), first);
		asLearner(() -> sittings.reach(attempt, 1));
		var left = save(attempt, 0, now() + 1, "");
		assertEquals(Outcome.LEFT, left.outcome());
		assertEquals(first, left.answer());
		asLearner(() -> sittings.reach(attempt, 0));
		assertEquals(1, page(attempt).reached());
		assertEquals(Outcome.SAVED, save(attempt, 1, now() + 1, shown(attempt, 1, ExamCase::right)).outcome());
		asLearner(() -> sittings.submit(attempt));
		assertEquals(List.of(), asLearner(() -> sittings.result(attempt)).lines(), "the mark alone is told");
	}

	@Test
	void anAnswerToALaterQuestionLeavesWhatLiesBehind() {
		fiveQuestions();
		var attempt = started(anExam(5, rules -> new Exam.Rules(rules.title(), null, 30, 60, 3, 24, true, true, true, 0, Shows.MARK, null)));
		var third = shown(attempt, 3, ExamCase::right);
		assertEquals(Outcome.SAVED, save(attempt, 3, now(), third).outcome());
		assertEquals(3, page(attempt).reached());
		assertEquals(Outcome.LEFT, save(attempt, 2, now() + 1, shown(attempt, 2, ExamCase::right)).outcome());
		assertEquals(Outcome.SAVED, save(attempt, 3, now() + 2, "").outcome(), "where one stands may be changed");
		assertEquals(Outcome.SAVED, save(attempt, 4, now() + 3, shown(attempt, 4, ExamCase::right)).outcome());
		assertEquals(Outcome.LEFT, save(attempt, 3, now() + 4, third).outcome());
	}

	@Test
	void whoSitsAnExamFindsWhatIsTaughtAndWhatWasRightClosed() {
		var exam = anExam();
		var before = sat(exam, rep(0), 5).attemptId();
		assertEquals(5, asLearner(() -> sittings.result(before)).lines().size());
		var attempt = started(exam);
		var meanwhile = asLearner(() -> sittings.result(before));
		assertEquals("100 [] " + meanwhile.title(), plain(meanwhile.percent()) + " " + meanwhile.lines() + " " + meanwhile.sits());
		for (Runnable closed : List.<Runnable>of(() -> methodology.methodology(null), () -> classes.lesson(1), () -> classes.material(1))) {
			assertThrows(ExamRunsException.class, () -> asLearner(closed));
		}
		assertEquals(meanwhile.title(), asLearner(() -> classes.mine()).exam());
		assertEquals(5, asTrainer(() -> sittings.result(before)).lines().size());
		asLearner(() -> sittings.submit(attempt));
		assertEquals(5, asLearner(() -> sittings.result(before)).lines().size());
		asLearner(() -> methodology.methodology(null));
		assertNull(asLearner(() -> classes.mine()).exam());
	}

	@Test
	void aPenaltyIsToldBeforehandAndSeenInTheResult() {
		questions("::Number::How many stages? {#5}\n\n::Order::A demo comes before discovery. {F}\n\n::Open::Which one closes? {=Signature}\n");
		var exam = anExam(3, rules -> new Exam.Rules(rules.title(), null, 30, 60, 3, 24, false, true, true, 50, Shows.SOLUTIONS, null));
		var told = asLearner(() -> sittings.mine()).get(0);
		assertEquals("50 true", told.penalty() + " " + told.noGoingBack());
		var attempt = started(exam);
		assertEquals(50, page(attempt).penalty());
		page(attempt).questions().stream().filter(item -> item.kind() != QuestionKind.SHORT)
				.forEach(item -> save(attempt, item.ordinal(), now(), item.kind() == QuestionKind.NUMERIC ? "t:99" : shown(attempt, item.ordinal(), ExamCase::right)));
		asLearner(() -> sittings.submit(attempt));
		var result = asLearner(() -> sittings.result(attempt));
		assertEquals(Map.of(QuestionKind.NUMERIC, "-0.5", QuestionKind.TRUE_FALSE, "1", QuestionKind.SHORT, "0"), result.lines().stream().collect(Collectors.toMap(ResultPage.Line::kind, line -> plain(line.earned()))));
		assertEquals("0.5 50", plain(result.points()) + " " + result.penalty());
	}

	@Test
	void theNextExamIsTheOneThatIsDueFirstAndNotOneThatWaitsToBeMarked() {
		questions("::Essay::Write a summary {}\n");
		var handedIn = anExam(1, rules -> new Exam.Rules("A " + rules.title(), null, 30, 60, null, 0, true, true, false, 0, Shows.SOLUTIONS, null));
		var later = anExam(1, rules -> new Exam.Rules("B " + rules.title(), null, 30, 60, null, 0, true, true, false, 0, Shows.SOLUTIONS, null));
		var first = anExam(1, rules -> new Exam.Rules("C " + rules.title(), null, 30, 60, null, 0, true, true, false, 0, Shows.SOLUTIONS, null));
		given.as(trainer, () -> exams.assign(first, List.of(sales.rep(0).id()), List.of(), LocalDate.of(2026, 11, 30)));
		assertEquals(true, sat(handedIn, rep(0), 1).waiting() == 1);
		assertEquals(first, SittingService.OwnExam.next(asLearner(() -> sittings.mine()), LocalDate.of(2026, 11, 16)).examId());
		started(later);
		assertEquals(later, SittingService.OwnExam.next(asLearner(() -> sittings.mine()), LocalDate.of(2026, 11, 16)).examId());
	}

	@Test
	void nobodySitsTwoExamsAtOnce() {
		var first = anExam();
		var second = anExam(3, rules -> rules);
		var attempt = started(first);
		assertEquals("training.error.other-runs", assertThrows(BusinessException.class, () -> started(second)).key());
		assertEquals(Set.of(Next.RESUME, Next.OTHER), asLearner(() -> sittings.mine()).stream().map(SittingService.OwnExam::next).collect(Collectors.toSet()));
		asLearner(() -> sittings.submit(attempt));
		later(Duration.ofHours(24));
		started(second);
		// its time is over, though nobody has looked yet
		later(Duration.ofMinutes(31));
		started(first);
		assertEquals(List.of("3"), read("select count(*) from exam_attempt"));
	}

	@Test
	void attemptsAreCountedAndWaitedFor() {
		fiveQuestions();
		var exam = anExam(5, rules -> new Exam.Rules(rules.title(), null, 30, 60, 2, 24, true, true, false, 0, Shows.MARK, null));
		sat(exam, rep(0), 1);
		assertEquals(Next.WAIT, asLearner(() -> sittings.mine()).get(0).next());
		assertEquals("training.error.too-early", assertThrows(BusinessException.class, () -> started(exam)).key());
		later(Duration.ofHours(24));
		sat(exam, learner, 5);
		later(Duration.ofHours(48));
		assertEquals("training.error.no-more", assertThrows(BusinessException.class, () -> started(exam)).key());
		var own = asLearner(() -> sittings.mine()).get(0);
		assertEquals("NO_MORE 100 true 0", own.next() + " " + plain(own.best()) + " " + own.passed() + " " + own.attemptsLeft());
	}

	@Test
	void theNextAttemptPrefersWhatWasNotSeen() {
		fiveQuestions();
		questions("::Six::Is it six? {T}\n\n::Seven::Is it seven? {T}\n\n::Eight::Is it eight? {T}\n\n::Nine::Is it nine? {T}\n\n::Ten::Is it ten? {T}");
		var exam = anExam(5, rules -> new Exam.Rules(rules.title(), null, 30, 100, null, 0, true, true, false, 0, Shows.MARK, null));
		sat(exam, rep(0), 0);
		later(Duration.ofMinutes(1));
		sat(exam, learner, 0);
		assertEquals(List.of("10"), read("select count(distinct question_id) from attempt_question"));
	}

	@Test
	void twoStartsAtOnceMakeOneAttempt() throws Exception {
		var exam = anExam();
		assertEquals(1, atOnce(6, () -> sittings.start(exam)).size());
		assertEquals(List.of("1"), read("select count(*) from exam_attempt"));
	}

	@Test
	void savesAtOnceFromTwoDevicesLoseNothing() throws Exception {
		var attempt = started(anExam());
		var answers = IntStream.range(0, 5).mapToObj(i -> shown(attempt, i, ExamCase::right)).toList();
		var base = now();
		var turn = new AtomicInteger();
		atOnce(10, () -> {
			var mine = turn.getAndIncrement();
			return (long) sittings.save(attempt, mine % 5, base + mine, mine < 5 ? "" : answers.get(mine % 5), false).outcome().ordinal();
		});
		var page = page(attempt);
		assertEquals(answers, page.questions().stream().map(SittingPage.Item::answer).toList());
	}

	@Test
	void twoExamsBegunAtTheSameMomentAreOneAttempt() throws Exception {
		var both = List.of(anExam(), anExam(3, rules -> rules));
		var turn = new AtomicInteger();
		var found = atOnce(2, () -> {
			try {
				return sittings.start(both.get(turn.getAndIncrement()));
			} catch (BusinessException refused) {
				return refused.key().equals("training.error.other-runs") ? -1L : -2L;
			}
		});
		assertTrue(found.contains(-1L) && found.size() == 2 && !found.contains(-2L), found::toString);
		assertEquals(List.of("1"), read("select count(*) from exam_attempt"));
	}

	/** What the same learner gets who does it several times at the same moment. */
	private Set<Long> atOnce(int times, Supplier<Long> work) throws Exception {
		var barrier = new CyclicBarrier(times);
		var found = new ConcurrentSkipListSet<Long>();
		var all = IntStream.range(0, times).mapToObj(i -> threads.submit(() -> {
			var context = requests.get();
			context.activate();
			try {
				barrier.await();
				return found.add(current.as(learner, work));
			} finally {
				context.deactivate();
			}
		})).toList();
		for (var one : all) {
			one.get();
		}
		return found;
	}

	@Test
	void nobodyReachesAnExamOrAnAttemptOfSomebodyElse() {
		var exam = anExam();
		var attempt = started(exam);
		for (var other : List.of(rep(1), given.actor(AccountRole.MANAGER, sales.manager()), trainer)) {
			given.as(other, () -> {
				assertThrows(NotHereException.class, () -> sittings.sitting(attempt));
				assertThrows(NotHereException.class, () -> sittings.save(attempt, 0, now(), "", false));
				assertThrows(NotHereException.class, () -> sittings.submit(attempt));
				assertThrows(NotHereException.class, () -> sittings.reach(attempt, 1));
				assertThrows(NotHereException.class, () -> sittings.result(attempt));
			});
		}
		asLearner(() -> sittings.submit(attempt));
		assertThrows(NotHereException.class, () -> given.as(rep(1), () -> sittings.result(attempt)));
		assertFalse(given.as(given.actor(AccountRole.MANAGER, sales.manager()), () -> sittings.result(attempt)).own());
		var elsewhere = given.aTeamOf(1, LocalDate.of(2025, 1, 1));
		assertThrows(NotHereException.class, () -> given.as(given.actor(AccountRole.MANAGER, elsewhere.manager()), () -> sittings.result(attempt)));
		assertThrows(NotHereException.class, () -> given.as(person(elsewhere.rep(0)), () -> sittings.start(exam)));
		assertEquals(List.of(), given.as(person(elsewhere.rep(0)), () -> sittings.mine()));
	}
}
