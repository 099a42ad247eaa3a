package org.headcoach.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

import org.headcoach.notices.MailServer;
import org.headcoach.notices.NoticeService;
import org.headcoach.notices.NoticeSettings;
import org.headcoach.people.Account;
import org.headcoach.people.AccountRole;
import org.headcoach.shared.OwnTransaction;
import org.headcoach.training.QuestionBankService.WriteQuestion;
import org.headcoach.training.engine.GiftReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

/** What people are told about their exams, each word once. */
class ExamMailIT extends ExamCase {

	private static final LocalDate DUE = LocalDate.of(2026, 11, 25);

	@Inject
	private NoticeService notices;

	@Inject
	private NoticeSettings settings;

	@Inject
	private OwnTransaction transaction;

	private NoticeSettings.Values kept;
	private Account reader;

	@BeforeEach
	void aMailServer() throws Exception {
		kept = settings.get();
		settings.set(new NoticeSettings.Values(new MailServer("127.0.0.1", 25, null, null, "Headcoach <headcoach@suite.example>", MailServer.Tls.NONE), kept.url(), List.of(), false, kept.patience()));
		reader = transaction.run(() -> given.aReader(AccountRole.REP, sales.rep(0)));
	}

	@AfterEach
	void theSettingsOfTheSuite() {
		settings.set(kept);
	}

	/** The subjects of the mails to the first rep whose key begins so. */
	private List<String> told(String what) {
		return given.as(given.actor(AccountRole.ADMINISTRATOR, null), () -> notices.outbox(new NoticeService.OutboxSearch("exam-" + what, null, null, null, null, 0, 100))).stream()
				.filter(row -> row.key().endsWith("-account-" + reader.id())).map(NoticeService.NoticeRow::subject).sorted().toList();
	}

	private String title(long exam) {
		return asTrainer(() -> exams.exam(exam)).rules().title();
	}

	private void assign(long exam, LocalDate due) {
		given.as(trainer, () -> exams.assign(exam, List.of(sales.rep(0).id()), List.of(), due));
	}

	@Test
	void anExamIsToldOnceItIsOpenAndAgainWhenItsDayIsAnother() {
		var exam = anExam();
		var subject = "An exam for you: " + title(exam);
		assertEquals(List.of(subject), told("assigned"), "assigned as a draft, told when it opens");
		assign(exam, DUE);
		assign(exam, DUE);
		assertEquals(List.of(subject, subject), told("assigned"));
		given.as(trainer, () -> exams.withdraw(exam, sales.rep(0).id()));
		assertEquals(2, told("assigned").size());
		assign(exam, DUE);
		assertEquals(3, told("assigned").size());
	}

	@Test
	void whoHasNotPassedIsRemindedOnceAndWhoHasIsNot() {
		var exam = anExam();
		assign(exam, DUE);
		at(NOON.plus(Duration.ofDays(5)));
		assertEquals(0, watch.tellDue(), "four days before is early");
		at(NOON.plus(Duration.ofDays(6)));
		assertEquals(1, watch.tellDue());
		watch.tellDue();
		assertEquals(List.of(title(exam) + " is due on 25 November"), told("due"));
		sat(exam, rep(0), 5);
		assertEquals(0, watch.tellDue());
	}

	@Test
	void aResultIsToldWhenItIsMarkedAndWhenItChanges() {
		var ids = questions("// headcoach: rubric=6:Goal\n::Essay::Write a summary {}\n\n::A::First? {=yes ~no}");
		var exam = anExam(2, rules -> rules);
		var attempt = sat(exam, rep(0), 2).attemptId();
		assertEquals(List.of(), told("marked"));
		var essay = asTrainer(() -> exams.marking(attempt)).essays().get(0).ordinal();
		for (int i = 0; i < 2; i++) {
			given.as(trainer, () -> exams.mark(List.of(new ExamService.MarkEssay(attempt, essay, List.of(BigDecimal.valueOf(6)), null))));
		}
		assertEquals(List.of("Your result: " + title(exam)), told("marked"), "marked the same again, it is no news");
		var page = asTrainer(() -> bank.question(ids.get(1)));
		asTrainer(() -> bank.write(new WriteQuestion(ids.get(1), page.version(), part, GiftReader.read("::A::First? {~yes =no}").questions().get(0).question())));
		asTrainer(() -> exams.regrade(exam, ids.get(1), "The key was wrong"));
		asTrainer(() -> exams.regrade(exam, ids.get(1), "Once more"));
		assertEquals(List.of("Your result has changed: " + title(exam)), told("regraded"));
		for (var text : read("select body_text from notice where notice_key like 'exam-regraded-" + attempt + "-%'")) {
			assertTrue(text.contains("/training/result?attempt=" + attempt), text);
			// names and addresses have numbers of their own
			assertFalse(text.replace(title(exam), "").replaceAll("\\S*/\\S*", "").contains("50"), () -> "Marks stand behind the link: " + text);
		}
	}

	@Test
	void whatIsRolledBackWasNeverTold() {
		var exam = anExam();
		var before = told("assigned");
		assertThrows(IllegalStateException.class, () -> transaction.run(() -> {
			assign(exam, DUE);
			throw new IllegalStateException("killed before the commit");
		}));
		assertEquals(before, told("assigned"));
		assign(exam, DUE);
		assertEquals(before.size() + 1, told("assigned").size());
	}
}
