package org.headcoach.training;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import org.headcoach.InContainer;
import org.headcoach.people.AccountRole;
import org.headcoach.people.Actor;
import org.headcoach.people.Salesperson;
import org.headcoach.shared.BusinessClock;
import org.headcoach.suite.Fixtures.Sales;
import org.headcoach.training.engine.Answer;
import org.headcoach.training.engine.Blueprint;
import org.headcoach.training.engine.GiftReader;
import org.headcoach.training.engine.Key;
import org.headcoach.training.engine.Question;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;

/** A test of exams begins without any, with a part and a team of its own, on Monday 16 November 2026 at three in the afternoon UTC. */
abstract class ExamCase extends InContainer {

	static final Instant NOON = Instant.parse("2026-11-16T15:00:00Z");

	@Inject
	QuestionBankService bank;

	@Inject
	ExamService exams;

	@Inject
	SittingService sittings;

	@Inject
	ExamWatch watch;

	@Inject
	BusinessClock clock;

	@Resource(lookup = "java:app/jdbc/headcoach")
	DataSource database;

	Sales sales;
	Actor trainer;
	Actor learner;
	long part;

	@BeforeEach
	void noExamYet() {
		clear();
		at(NOON);
		sales = given.aTeamOf(3, LocalDate.of(2025, 1, 1));
		trainer = given.actor(AccountRole.TRAINER, null);
		learner = rep(0);
		part = asTrainer(() -> bank.addPart("SALES_PROCESS", given.unique("Discovery")));
	}

	@AfterEach
	void leaveNothing() {
		clear();
		clock.set(Clock.systemUTC());
	}

	private void clear() {
		for (var table : List.of("exam_regrade_change", "exam_regrade", "attempt_question", "exam_attempt", "exam_assignment", "exam_line", "exam", "question_version_picture", "question_picture", "question_version", "bank_question", "training_part")) {
			run("delete from " + table);
		}
	}

	void run(String sql) {
		try (var connection = database.getConnection(); var statement = connection.createStatement()) {
			statement.executeUpdate(sql);
		} catch (SQLException e) {
			throw new IllegalStateException(sql, e);
		}
	}

	List<String> read(String sql) {
		try (var connection = database.getConnection(); var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
			var all = new ArrayList<String>();
			while (rows.next()) {
				all.add(String.valueOf(rows.getObject(1)));
			}
			return all;
		} catch (SQLException e) {
			throw new IllegalStateException(sql, e);
		}
	}

	void at(Instant moment) {
		clock.set(Clock.fixed(moment, ZoneOffset.UTC));
	}

	void later(Duration more) {
		at(clock.now().plus(more));
	}

	Actor rep(int index) {
		return person(sales.rep(index));
	}

	Actor person(Salesperson rep) {
		return given.actor(AccountRole.REP, rep);
	}

	<T> T asTrainer(Supplier<T> work) {
		return given.as(trainer, work);
	}

	<T> T asLearner(Supplier<T> work) {
		return given.as(learner, work);
	}

	void asLearner(Runnable work) {
		given.as(learner, work);
	}

	// ------------------------------------------------------------ the bank

	/** Questions as GIFT, filed under the test's part; their ids in the order of the list. */
	List<Long> questions(String gift) {
		var found = GiftReader.read(gift);
		if (!found.errors().isEmpty()) {
			throw new IllegalArgumentException(found.errors().toString());
		}
		return asTrainer(() -> found.questions().stream().map(one -> bank.write(new QuestionBankService.WriteQuestion(null, null, part, one.question()))).toList());
	}

	/** Five questions whose right answers are known by {@link #right}. */
	List<Long> fiveQuestions() {
		return questions("""
				::One::Which comes first? {=Prospect ~Demo ~Close}

				::Two::Which two are buyers? {~%50%Champion ~%50%Economic buyer ~%-100%Vendor}

				::Three::A demo comes before discovery. {F}

				::Four::How many stages? {#5}

				::Five::Match {=What -> Goal =When -> Timeline =Who -> Authority}
				""");
	}

	/** The right answer by the places of the key. */
	static Answer right(Key key) {
		return AnswerText.best(key);
	}

	// ------------------------------------------------------------ exams

	static Exam.Rules rules(String title) {
		return new Exam.Rules(title, null, 30, 60, 3, 24, true, true, false, 0, Shows.SOLUTIONS, 12);
	}

	/** An open exam of so many questions of the part, assigned to the whole team. */
	long anExam(int questions, Function<Exam.Rules, Exam.Rules> change) {
		return asTrainer(() -> {
			var id = exams.write(new ExamService.WriteExam(null, null, change.apply(rules(given.unique("Exam"))), List.of(new Blueprint.Line(part, null, questions)), UUID.randomUUID().toString()));
			exams.assign(id, List.of(), List.of(sales.team().id()), null);
			exams.open(id);
			return id;
		});
	}

	long anExam() {
		fiveQuestions();
		return anExam(5, rules -> rules);
	}

	long started(long exam) {
		return asLearner(() -> sittings.start(exam));
	}

	SittingPage page(long attempt) {
		return asLearner(() -> sittings.sitting(attempt));
	}

	long now() {
		return clock.now().toEpochMilli();
	}

	/** As the page would send it: by the places that this attempt shows. */
	String shown(long attempt, int ordinal, Function<Key, Answer> meant) {
		var gift = read("select v.gift from question_version v, attempt_question q where v.id = q.version_id and q.attempt_id = " + attempt + " and q.ordinal = " + ordinal).get(0);
		Question question = QuestionVersion.read(gift);
		var item = page(attempt).questions().get(ordinal);
		var answer = meant.apply(question.key());
		if (answer instanceof Answer.Written) {
			return answer.kept();
		}
		var words = question.key() instanceof Key.Matching matching ? matching.matches() : question.key().words();
		if (answer instanceof Answer.Chosen chosen && !words.isEmpty()) {
			return Answer.Chosen.of(IntStream.range(0, words.size()).filter(chosen::has).map(i -> item.choices().indexOf(words.get(i))).toArray()).kept();
		}
		return answer instanceof Answer.Placed placed ? new Answer.Placed(placed.places().stream().map(place -> item.choices().indexOf(words.get(place))).toList()).kept() : answer.kept();
	}

	Saved save(long attempt, int ordinal, long seq, String answer) {
		return asLearner(() -> sittings.save(attempt, ordinal, seq, answer, false));
	}

	/** Answers so many questions right, the others not at all, and hands it in. */
	ResultPage sat(long exam, Actor who, int right) {
		learner = who;
		var attempt = started(exam);
		for (int i = 0; i < right; i++) {
			save(attempt, i, now() + i, shown(attempt, i, ExamCase::right));
		}
		asLearner(() -> sittings.submit(attempt));
		return asLearner(() -> sittings.result(attempt));
	}

	static String plain(BigDecimal number) {
		return number == null ? null : number.stripTrailingZeros().toPlainString();
	}
}
