package org.headcoach.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.headcoach.people.AccountRole;
import org.headcoach.people.Actor;
import org.headcoach.people.Permission;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.ChangedMeanwhileException;
import org.headcoach.shared.NotHereException;
import org.headcoach.training.QuestionBankService.Filter;
import org.headcoach.training.QuestionBankService.Format;
import org.headcoach.training.QuestionBankService.WriteQuestion;
import org.headcoach.training.engine.Blueprint;
import org.headcoach.training.engine.GiftReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The bank, the exams of a trainer, marking, and grading again. */
class ExamIT extends ExamCase {

	private static final String FILE = """
			$CATEGORY: Course/%s/Deeper

			::A::First? {=yes ~no}

			// [tag:matrix]
			::B::Second? {T#wrong#right}

			Broken {=a

			::C::Match {=a -> b =c -> d}

			::A again::First? {=yes ~no}
			""";

	@Test
	void importingItAgainChangesNothing() {
		var name = read("select name from training_part").get(0);
		var other = asTrainer(() -> bank.addPart("QUALIFYING", given.unique("Budget")));
		var file = FILE.formatted(name);
		var preview = asTrainer(() -> bank.preview(Format.GIFT, file, other));
		assertEquals("3 1 [8]", preview.added() + " " + preview.same() + " " + preview.errors().stream().map(error -> error.line()).toList());
		assertEquals(List.of("0"), read("select count(*) from bank_question"));
		assertEquals(preview, asTrainer(() -> bank.importAll(Format.GIFT, file, other)));
		var again = asTrainer(() -> bank.importAll(Format.GIFT, file, other));
		assertEquals("0 4", again.added() + " " + again.same());
		assertEquals(List.of("3"), read("select count(*) from question_version"));
		assertTrue(asTrainer(() -> bank.questions(Filter.NONE)).stream().allMatch(row -> row.part().equals(name)), "the category names the part");
	}

	@Test
	void whatGoesOutAsGiftComesBackAsItWas() {
		fiveQuestions();
		var out = asTrainer(() -> bank.gift(Filter.NONE));
		var again = asTrainer(() -> bank.importAll(Format.GIFT, out, part));
		assertEquals("0 5 []", again.added() + " " + again.same() + " " + again.errors());
		noExamYet();
		run("update training_part set name = '" + out.lines().findFirst().orElseThrow().substring("$CATEGORY: ".length()) + "'");
		asTrainer(() -> bank.importAll(Format.GIFT, out, part));
		assertEquals(out, asTrainer(() -> bank.gift(Filter.NONE)));
	}

	@Test
	void aChangedQuestionIsAnotherVersionAndTheSameTwiceIsNone() {
		var id = questions("::A::First? {=yes ~no}").get(0);
		var page = asTrainer(() -> bank.question(id));
		var changed = GiftReader.read("::A::First? {~yes =no}").questions().get(0).question();
		asTrainer(() -> bank.write(new WriteQuestion(id, page.version(), part, changed)));
		var after = asTrainer(() -> bank.question(id));
		assertEquals(List.of(2, 1), after.versions().stream().map(QuestionBankService.VersionRow::no).toList());
		assertThrows(ChangedMeanwhileException.class, () -> asTrainer(() -> bank.write(new WriteQuestion(id, page.version(), part, changed))));
		asTrainer(() -> bank.write(new WriteQuestion(id, after.version(), part, changed)));
		assertEquals(2, asTrainer(() -> bank.question(id)).versions().size());
		assertEquals("training.error.asked-already", assertThrows(BusinessException.class, () -> asTrainer(() -> bank.write(new WriteQuestion(null, null, part, changed)))).key());
	}

	@Test
	void anExamThatTheBankCannotFillIsNotOpened() {
		fiveQuestions();
		assertEquals("training.error.shortage", assertThrows(BusinessException.class, () -> anExam(6, rules -> rules)).key());
		var retired = asTrainer(() -> bank.questions(Filter.NONE)).get(0).id();
		given.as(trainer, () -> bank.retire(retired, true));
		assertThrows(BusinessException.class, () -> anExam(5, rules -> rules));
		given.as(trainer, () -> bank.retire(retired, false));
		anExam(5, rules -> rules);
	}

	@Test
	void anOpenExamKeepsItsRules() {
		var exam = anExam();
		var page = asTrainer(() -> exams.exam(exam));
		assertEquals("training.error.not-draft", assertThrows(BusinessException.class,
				() -> asTrainer(() -> exams.write(new ExamService.WriteExam(exam, page.version(), rules("Other"), List.of(new Blueprint.Line(part, null, 1)), "x")))).key());
		given.as(trainer, () -> exams.close(exam));
		assertEquals("training.error.closed", assertThrows(BusinessException.class, () -> started(exam)).key());
	}

	/** Only the number of questions changes, nothing of the exam itself. */
	@Test
	void whatAnotherTrainerHasChangedInTheBlueprintMeanwhileIsNotOverwritten() {
		fiveQuestions();
		var id = asTrainer(() -> exams.write(new ExamService.WriteExam(null, null, rules("Two"), List.of(new Blueprint.Line(part, null, 2)), UUID.randomUUID().toString())));
		var seen = asTrainer(() -> exams.exam(id));
		asTrainer(() -> exams.write(new ExamService.WriteExam(id, seen.version(), rules("Two"), List.of(new Blueprint.Line(part, null, 3)), "x")));
		assertThrows(ChangedMeanwhileException.class, () -> asTrainer(() -> exams.write(new ExamService.WriteExam(id, seen.version(), rules("Two"), List.of(new Blueprint.Line(part, null, 1)), "x"))));
		assertEquals(3, asTrainer(() -> exams.exam(id)).questions());
	}

	@Test
	void sendingADraftTwiceMakesOneExam() {
		fiveQuestions();
		var wanted = new ExamService.WriteExam(null, null, rules("Once"), List.of(new Blueprint.Line(part, null, 2)), UUID.randomUUID().toString());
		assertEquals(asTrainer(() -> exams.write(wanted)), asTrainer(() -> exams.write(wanted)));
		assertEquals(List.of("1"), read("select count(*) from exam"));
	}

	@Test
	void whatAnEssayCannotDecideAnyMoreIsPassedAlready() {
		questions("::Essay::Write a summary {}\n\n::Two::Is it true? {T}\n");
		var exam = anExam(2, rules -> new Exam.Rules(rules.title(), null, 30, 50, 3, 24, true, true, false, 0, Shows.SOLUTIONS, null));
		var result = sat(exam, rep(0), 2);
		assertEquals("50 true 1", plain(result.percent()) + " " + result.passed() + " " + result.waiting());
		assertEquals(false, asLearner(() -> sittings.mine()).get(0).waiting());
		assertEquals(ExamPage.Standing.PASSED, asTrainer(() -> exams.exam(exam)).people().stream().filter(one -> one.personId() == sales.rep(0).id()).findFirst().orElseThrow().standing());
		assertEquals(1, asTrainer(() -> exams.toMark()).size());
	}

	@Test
	void aTokenOfALeaderThatSeesReadinessReadsTheResultsOfTheLine() {
		var exam = anExam();
		var attempt = sat(exam, rep(0), 5).attemptId();
		var manager = given.actor(AccountRole.MANAGER, sales.manager());
		var token = new Actor(manager.accountId(), manager.name(), manager.role(), manager.personId(), Set.of(Permission.SEE_READINESS));
		assertEquals(List.of(attempt), given.as(token, () -> exams.results(exam)).stream().map(ExamService.ResultRow::attemptId).toList());
		assertEquals(given.as(manager, () -> exams.results(exam)), given.as(token, () -> exams.results(exam)));
		assertEquals("100", plain(given.as(token, () -> sittings.result(attempt)).percent()));
		var other = new Actor(-1L, "Other", AccountRole.MANAGER, given.aTeamOf(1, LocalDate.of(2025, 1, 1)).manager().id(), Set.of(Permission.SEE_READINESS));
		assertEquals(List.of(), given.as(other, () -> exams.results(exam)));
		assertThrows(NotHereException.class, () -> given.as(other, () -> sittings.result(attempt)));
	}

	@Test
	void anEssayWaitsUntilSomebodyElseHasMarkedIt() {
		var gift = """
				// headcoach: rubric=6:Goal rubric=4:Timeline
				::Essay::Write a summary {}

				::Two::Is it true? {T}
				""";
		questions(gift);
		var exam = anExam(2, rules -> rules);
		var result = sat(exam, rep(0), 2);
		assertEquals("50 null 1", plain(result.percent()) + " " + result.passed() + " " + result.waiting());
		var wait = asTrainer(() -> exams.toMark()).get(0);
		var essay = asTrainer(() -> exams.marking(wait.attemptId())).essays().get(0);
		assertEquals(List.of("Goal", "Timeline"), essay.rubric().stream().map(one -> one.text()).toList());
		var too = List.of(BigDecimal.valueOf(7), BigDecimal.ONE);
		assertThrows(BusinessException.class, () -> given.as(trainer, () -> exams.mark(List.of(new ExamService.MarkEssay(wait.attemptId(), essay.ordinal(), too, null)))));
		var own = given.actor(AccountRole.TRAINER, sales.rep(0));
		var given5 = List.of(BigDecimal.valueOf(3), BigDecimal.valueOf(2));
		assertEquals("training.error.own-essay",
				assertThrows(BusinessException.class, () -> given.as(own, () -> exams.mark(List.of(new ExamService.MarkEssay(wait.attemptId(), essay.ordinal(), given5, null))))).key());
		given.as(trainer, () -> exams.mark(List.of(new ExamService.MarkEssay(wait.attemptId(), essay.ordinal(), given5, "Name the date"))));
		var marked = asLearner(() -> sittings.result(wait.attemptId()));
		assertEquals("75 true 0", plain(marked.percent()) + " " + marked.passed() + " " + marked.waiting());
		assertTrue(marked.lines().stream().anyMatch(line -> "Name the date".equals(line.remark())));
		assertEquals(List.of(), asTrainer(() -> exams.toMark()));
	}

	@Test
	void gradingTwiceIsGradingOnceAndSaysWhatChanged() {
		var ids = questions("::A::First? {=yes ~no ~perhaps}\n\n::B::Second? {T}");
		var exam = anExam(2, rules -> rules);
		var right = sat(exam, rep(0), 2);
		var none = sat(exam, rep(1), 0);
		var page = asTrainer(() -> bank.question(ids.get(0)));
		asTrainer(() -> bank.write(new WriteQuestion(ids.get(0), page.version(), part, GiftReader.read("::A::First? {~yes =no ~perhaps}").questions().get(0).question())));
		assertTrue(asTrainer(() -> exams.items(exam)).lines().stream().anyMatch(line -> line.changed() && line.readable()));
		assertEquals(1, asTrainer(() -> exams.regrade(exam, ids.get(0), "The key was wrong")));
		assertEquals(0, asTrainer(() -> exams.regrade(exam, ids.get(0), "Once more")));
		assertEquals("50 false", plain(given.as(rep(0), () -> sittings.result(right.attemptId())).percent()) + " " + given.as(rep(0), () -> sittings.result(right.attemptId())).passed());
		assertEquals("0", plain(given.as(rep(1), () -> sittings.result(none.attemptId())).percent()));
		var regrades = asTrainer(() -> exams.exam(exam)).regrades();
		assertEquals(1, regrades.size());
		assertEquals("2 [100 50 true false]", regrades.get(0).attempts() + " " + regrades.get(0).changes().stream()
				.map(change -> plain(change.percentBefore()) + " " + plain(change.percentAfter()) + " " + change.passedBefore() + " " + change.passedAfter()).toList());
		var now = asTrainer(() -> bank.question(ids.get(0)));
		asTrainer(() -> bank.write(new WriteQuestion(ids.get(0), now.version(), part, GiftReader.read("::A::First? {~of course =no ~perhaps}").questions().get(0).question())));
		assertEquals("training.error.other-words", assertThrows(BusinessException.class, () -> asTrainer(() -> exams.regrade(exam, ids.get(0), "Words"))).key());
	}

	@Test
	void itemsTellHowManyAnsweredWhat() {
		var exam = anExam();
		sat(exam, rep(0), 5);
		sat(exam, rep(1), 0);
		var items = asTrainer(() -> exams.items(exam));
		assertEquals(2, items.attempts());
		assertNull(items.reliability(), "two people tell nothing");
		var first = items.lines().stream().filter(line -> line.name().equals("One")).findFirst().orElseThrow();
		assertEquals("2 0.5", first.n() + " " + first.facility());
		assertEquals("1 0", first.distractors().get(0).better() + " " + first.distractors().get(0).other());
	}

	@Test
	void theDeskTellsWhoIsStuckAndWhosePassEnds() {
		fiveQuestions();
		var exam = anExam(5, rules -> new Exam.Rules(rules.title(), null, 30, 60, 1, 0, true, true, false, 0, Shows.MARK, 1));
		var desk = asTrainer(() -> exams.desk());
		assertEquals(List.of(), desk.stuck());
		given.as(trainer, () -> exams.assign(exam, List.of(sales.rep(2).id()), List.of(), LocalDate.of(2026, 11, 18)));
		sat(exam, rep(0), 5);
		sat(exam, rep(1), 1);
		later(Duration.ofDays(3));
		desk = asTrainer(() -> exams.desk());
		assertEquals(List.of(sales.rep(2).name() + " OVERDUE 2026-11-18 0", sales.rep(1).name() + " NO_MORE null 1"),
				desk.stuck().stream().map(one -> one.person() + " " + one.why() + " " + one.dueOn() + " " + one.attempts()).toList());
		assertEquals(List.of(sales.rep(0).name() + " 2026-12-16 false"), desk.expiring().stream().map(one -> one.person() + " " + one.validUntil() + " " + one.over()).toList());
		later(Duration.ofDays(30));
		assertEquals(List.of(true), asTrainer(() -> exams.desk()).expiring().stream().map(ExamDesk.Expiring::over).toList());
		given.as(trainer, () -> exams.close(exam));
		var closed = asTrainer(() -> exams.desk());
		assertEquals("[] []", closed.stuck() + " " + closed.expiring());
	}

	@Test
	void whoPassesAgainWithFewerPointsHasItLonger() {
		fiveQuestions();
		var exam = anExam(5, rules -> new Exam.Rules(rules.title(), null, 30, 60, null, 0, true, true, false, 0, Shows.MARK, 1));
		sat(exam, rep(0), 5);
		later(Duration.ofDays(40));
		assertEquals(ExamPage.Standing.EXPIRED, standing(exam));
		sat(exam, learner, 4);
		assertEquals(ExamPage.Standing.PASSED, standing(exam));
		var own = asLearner(() -> sittings.mine()).get(0);
		assertEquals("100 2027-01-26", plain(own.best()) + " " + own.validUntil());
	}

	private ExamPage.Standing standing(long exam) {
		return asTrainer(() -> exams.exam(exam)).people().stream().filter(line -> line.personId() == sales.rep(0).id()).findFirst().orElseThrow().standing();
	}

	@Test
	void aLeaderSeesTheOwnLineAndATrainerEverybody() {
		var exam = anExam();
		sat(exam, rep(0), 5);
		sat(exam, rep(1), 1);
		var manager = given.as(given.actor(AccountRole.MANAGER, sales.manager()), () -> exams.readiness(0, 100));
		assertEquals(Map.of(sales.rep(0).name(), ExamPage.Standing.PASSED, sales.rep(1).name(), ExamPage.Standing.FAILED, sales.rep(2).name(), ExamPage.Standing.NOT_STARTED),
				manager.people().stream().collect(Collectors.toMap(ExamService.ReadinessRow::name, row -> row.cells().get(exam).standing())));
		var other = given.aTeamOf(1, LocalDate.of(2025, 1, 1));
		assertEquals(List.of(), given.as(given.actor(AccountRole.MANAGER, other.manager()), () -> exams.readiness(0, 100)).people());
		// everybody of the team: the manager too
		assertEquals(4, asTrainer(() -> exams.readiness(0, 100)).people().size());
		assertThrows(NotHereException.class, () -> given.as(rep(0), () -> exams.readiness(0, 100)));
	}

	@Test
	void aPageOfManyPeopleCountsAllOfThem() {
		var exam = anExam();
		sat(exam, rep(0), 5);
		sat(exam, rep(1), 1);
		var names = Stream.of(0, 1, 2).map(i -> sales.rep(i).name()).sorted().toList();
		for (int i = 0; i < 4; i++) {
			var first = i;
			var page = given.as(given.actor(AccountRole.MANAGER, sales.manager()), () -> exams.readiness(first, 1));
			assertEquals(i < 3 ? List.of(names.get(i)) : List.of(), page.people().stream().map(ExamService.ReadinessRow::name).toList());
			assertEquals(3, page.total());
			assertEquals(1, page.ready());
		}
		// what was passed does not hold for ever
		later(Duration.ofDays(400));
		assertEquals(0, given.as(given.actor(AccountRole.MANAGER, sales.manager()), () -> exams.readiness(0, 100)).ready());
	}

	@Test
	void onlyTrainersKeepTheBankAndTheExams() {
		var exam = anExam();
		var question = asTrainer(() -> bank.questions(Filter.NONE)).get(0).id();
		var attempt = sat(exam, rep(0), 1).attemptId();
		var doors = List.<Executable>of(() -> bank.parts(), () -> bank.addPart("QUALIFYING", "Mine"), () -> bank.questions(Filter.NONE), () -> bank.question(question), () -> bank.retire(question, true),
				() -> bank.gift(Filter.NONE), () -> bank.preview(Format.GIFT, "x", part), () -> bank.importAll(Format.GIFT, "x", part), () -> exams.exams(), () -> exams.desk(), () -> exams.exam(exam), () -> exams.open(exam),
				() -> exams.close(exam), () -> exams.candidates(), () -> exams.assign(exam, List.of(), List.of(), null), () -> exams.withdraw(exam, 1), () -> exams.accommodate(exam, 1, 1),
				() -> exams.toMark(), () -> exams.marking(attempt), () -> exams.takeLate(attempt, "x"), () -> exams.regrade(exam, question, "x"), () -> exams.items(exam));
		for (var who : List.of(rep(0), given.actor(AccountRole.MANAGER, sales.manager()), given.actor(AccountRole.EXECUTIVE, sales.vp()))) {
			given.as(who, () -> doors.forEach(door -> assertThrows(NotHereException.class, door)));
		}
	}
}
