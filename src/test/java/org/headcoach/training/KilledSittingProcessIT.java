package org.headcoach.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.headcoach.compensation.engine.Clawback;
import org.headcoach.compensation.engine.Component;
import org.headcoach.compensation.engine.PaySchedule;
import org.headcoach.compensation.engine.PlanTerms;
import org.headcoach.compensation.engine.RateTable;
import org.headcoach.compensation.engine.Window;
import org.headcoach.people.Passwords;
import org.headcoach.suite.PayingCompany;
import org.headcoach.suite.RunningApplication;
import org.headcoach.suite.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is killed while an exam is sat, and the next start on the same data: no answer that was told to be saved is lost, and there is still one attempt. */
class KilledSittingProcessIT {

	private static final int QUESTIONS = 6;
	private static final long EXAM = 50;
	private static final Pattern ROOM = Pattern.compile("data-attempt=\"(\\d+)\" data-token=\"([^\"]+)\".*data-now=\"(\\d+)\"");
	private static final Pattern KEPT = Pattern.compile("data-ordinal=\"(\\d+)\" data-kind=\"TRUE_FALSE\"(?: data-answer=\"([^\"]*)\")?");
	private static final Pattern ATTEMPT = Pattern.compile("attempt=(\\d+)");

	@TempDir
	private Path data;

	/** Exam mode in one browser. */
	private record Room(Visitor visitor, String token, long now, TreeMap<Integer, String> answers) {

		static Room open(String address, long attempt) throws Exception {
			var visitor = new Visitor(address);
			visitor.signIn("rep", "sits in the exam");
			var page = visitor.text("/training/attempt?attempt=" + attempt);
			var room = ROOM.matcher(page);
			assertTrue(room.find(), page);
			var answers = new TreeMap<Integer, String>();
			for (var kept = KEPT.matcher(page); kept.find();) {
				answers.put(Integer.valueOf(kept.group(1)), kept.group(2) == null ? "" : kept.group(2));
			}
			return new Room(visitor, room.group(2), Long.parseLong(room.group(3)), answers);
		}

		String save(long attempt, int ordinal, long seq, String answer) throws Exception {
			return visitor.post("/sitting/save", "attempt=" + attempt + "&token=" + token + "&ordinal=" + ordinal + "&seq=" + seq + "&answer=" + answer + "&flagged=false").get(1, TimeUnit.MINUTES).body();
		}
	}

	@Test
	void aKilledServerLosesNoAnswerAndBearsNoSecondAttempt() throws Exception {
		var company = new PayingCompany("jdbc:h2:file:" + data.resolve("headcoach") + ";WRITE_DELAY=0", "headcoach", "headcoach");
		anExam(company);
		var application = RunningApplication.start(data, List.of());
		try {
			var attempt = start(application.url());
			var room = Room.open(application.url(), attempt);
			for (int i = 0; i < 3; i++) {
				assertTrue(room.save(attempt, i, room.now() + i, "c:" + i % 2).contains("\"SAVED\""));
			}
			application.kill();

			application = RunningApplication.start(data, List.of());
			assertEquals(attempt, start(application.url()), "starting again goes on with the attempt that runs");
			var again = Room.open(application.url(), attempt);
			assertEquals("{0=c:0, 1=c:1, 2=c:0, 3=, 4=, 5=}", again.answers().toString());
			// the word about this one was lost with the server: sent again it is as it was, and the one that never arrived comes now
			assertTrue(again.save(attempt, 2, room.now() + 2, "c:0").contains("\"SAVED\""));
			assertTrue(again.save(attempt, 3, room.now() + 3, "c:1").contains("\"SAVED\""));
			var second = Room.open(application.url(), attempt);
			assertEquals("{0=c:0, 1=c:1, 2=c:0, 3=c:1, 4=, 5=}", second.answers().toString());
			var sent = new ArrayList<CompletableFuture<HttpResponse<String>>>();
			for (int i = 0; i < 4; i++) {
				var by = i % 2 == 0 ? again : second;
				sent.add(by.visitor().post("/sitting/submit", "attempt=" + attempt + "&token=" + by.token()));
			}
			for (var one : sent) {
				assertEquals(302, one.get(1, TimeUnit.MINUTES).statusCode());
			}
		} finally {
			application.close();
		}
		assertEquals(1, company.read("select count(*) from exam_attempt where finished_how = 'SUBMITTED' and points = 2 and passed = false"));
		assertEquals(4, company.read("select count(*) from attempt_question where answer is not null"));
		assertEquals(1, company.read("select count(*) from audit_entry where action = 'SUBMIT_EXAM'"));
	}

	/** Starts from two tabs at the same moment. */
	private static long start(String address) throws Exception {
		var visitor = new Visitor(address);
		visitor.signIn("rep", "sits in the exam");
		var tabs = IntStream.range(0, 2).mapToObj(tab -> CompletableFuture.supplyAsync(() -> {
			try {
				return visitor.press("/training/exams", ":start");
			} catch (Exception e) {
				throw new IllegalStateException(e);
			}
		})).toList();
		var attempts = new TreeSet<Long>();
		for (var tab : tabs) {
			var attempt = ATTEMPT.matcher(tab.get(1, TimeUnit.MINUTES));
			assertTrue(attempt.find(), "The tab leads to an attempt");
			attempts.add(Long.valueOf(attempt.group(1)));
		}
		assertEquals(1, attempts.size());
		return attempts.first();
	}

	/** Six questions in their order, true each, and a learner to whom they are assigned. */
	private static void anExam(PayingCompany company) throws Exception {
		var since = LocalDate.now(ZoneOffset.UTC).minusYears(1);
		var then = Timestamp.valueOf(since.atStartOfDay());
		company.settle(PlanTerms.of("Hunting", Currency.getInstance("USD"), Component.of("new-mrr", RateTable.flat(BigDecimal.valueOf(2)), Window.MONTH, PaySchedule.atOnce(Clawback.all(4))).named("New MRR")), 1, since);
		company.run("insert into account (id, login, name, password_hash, role, person_id, active, epoch, created_at, version) values (2, 'rep', 'Rep', ?, 'REP', ?, true, 1, ?, 1)",
				new Passwords().hash("sits in the exam"), PayingCompany.idOf(0), then);
		company.run("insert into training_part (id, ordinal, kind, name) values (1, 1, 'SALES_PROCESS', 'Discovery')");
		for (int i = 0; i < QUESTIONS; i++) {
			company.run("insert into bank_question (id, part_id, name, kind, difficulty, family, tags, fingerprint, latest_no, retired, version) values (?, 1, ?, 'TRUE_FALSE', 'MEDIUM', '', '', ?, 1, false, 1)", 10 + i,
					"Q" + i, "print" + i);
			company.run("insert into question_version (id, question_id, version_no, gift, made_at, made_by_name) values (?, ?, 1, ?, ?, 'Test')", 20 + i, 10 + i, "::Q" + i + "::Is it " + i + "? {T}", then);
		}
		company.run("insert into exam (id, title, minutes, pass_mark, wait_hours, shuffle_questions, shuffle_answers, no_going_back, penalty, shows, state, made_at, made_by_name, form_key, version)"
				+ " values (?, 'Discovery', 30, 70, 0, true, true, false, 0, 'SOLUTIONS', 'OPEN', ?, 'Test', 'x', 1)", EXAM, then);
		company.run("insert into exam_line (exam_id, ordinal, part_id, questions) values (?, 0, 1, ?)", EXAM, QUESTIONS);
		company.run("insert into exam_assignment (id, exam_id, person_id, extra_percent, withdrawn, assigned_at, assigned_by_name, version) values (60, ?, ?, 0, false, ?, 'Test', 1)", EXAM, PayingCompany.idOf(0), then);
	}
}
