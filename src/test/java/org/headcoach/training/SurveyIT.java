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
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import org.headcoach.notices.MailServer;
import org.headcoach.notices.NoticeSettings;
import org.headcoach.people.AccountRole;
import org.headcoach.people.Actor;
import org.headcoach.people.Background;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.NotHereException;
import org.headcoach.suite.Fixtures.Sales;
import org.headcoach.training.engine.Evidence;
import org.headcoach.training.engine.ExitCriteria;
import org.headcoach.training.engine.Matrix;
import org.headcoach.training.engine.Methodology;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;

/** What people say of their training. Six reps began on a day of their own, far from every other test's. */
class SurveyIT extends CertificationCase {

	private static final LocalDate BEGAN = LocalDate.of(2019, 3, 6);

	@Inject
	private SurveyService surveys;

	@Inject
	private StrengthService strengths;

	@Inject
	private MethodologyService methodology;

	@Inject
	private CurriculumService curricula;

	@Inject
	private SurveyWatch watch;

	@Inject
	private NoticeSettings settings;

	@Inject
	private Background work;

	@Resource
	private ManagedExecutorService threads;

	private Sales six;
	private NoticeSettings.Values before;

	@BeforeEach
	void sixReps() {
		clearSurveys();
		six = given.aTeamOf(6, BEGAN);
		if (count("training_part") < 3) {
			for (int i = 0; i < 3; i++) {
				run("insert into training_part (id, ordinal, kind, name) values (" + (-9_000 - i) + ", " + (100 + i) + ", 'SALES_PROCESS', 'Survey part " + i + "')");
			}
		}
		before = settings.get();
		settings.set(new NoticeSettings.Values(new MailServer("127.0.0.1", 1, null, null, "Headcoach <headcoach@suite.example>", MailServer.Tls.NONE), before.url(), List.of(), false, Duration.ofSeconds(5)));
	}

	@AfterEach
	void clearSurveys() {
		if (before != null) {
			settings.set(before);
		}
		for (var table : List.of("survey_rank", "survey_answer", "survey_guest", "survey_part", "training_survey")) {
			run("delete from " + table);
		}
		run("delete from notice where notice_key like 'survey-%'");
		run("delete from training_part where id between -9100 and -9000");
	}

	private long asked() {
		return given.as(trainer, () -> surveys.ask(new SurveyService.Ask("Looking back", BEGAN, BEGAN, TODAY.plusDays(10), key())));
	}

	@Test
	void whatIsRankedIsTheCurriculumElseWhatTheMethodologyHoldsNow() {
		try {
			run("insert into training_part (id, ordinal, kind, name) values (-9010, 1700, 'SALES_PROCESS', 'Left out')");
			given.as(trainer, () -> {
				methodology.begin();
				var draft = methodology.draft().orElseThrow();
				methodology.publish(methodology.write(draft.version(), new Methodology(Matrix.OWN, List.of(new Methodology.JourneyStage(null, "Awareness now", "Looks"), new Methodology.JourneyStage(null, "Decision now", "Chooses")),
						List.of(new Methodology.ProcessStage(null, "Closing now", "Plans", 0, null, false, List.of(new ExitCriteria.Criterion("It is signed", Evidence.ON_FILE)))),
						List.of(new Methodology.Field(null, "Goal now", "What?", "A figure"))), null));
			});
			var now = List.of("Awareness now", "Decision now", "Closing now", "Goal now");
			assertEquals(now, given.as(as(six.rep(0)), () -> surveys.survey(asked()).parts()));
			given.as(trainer, () -> curricula.layOut(new CurriculumService.LayOut("New hires", "Overview", Map.of("Closing now", "Closing in depth"), List.of(), key())));
			assertEquals(List.of("Overview", "Closing in depth"), given.as(as(six.rep(0)), () -> surveys.survey(asked()).parts()));
		} finally {
			for (var table : List.of("curriculum_session", "curriculum", "methodology_criterion", "methodology_line", "methodology_version")) {
				run("delete from " + table);
			}
			run("delete from training_part where name like '% now'");
		}
	}

	private void answers(long survey, int rep, String missing) {
		given.as(as(six.rep(rep)), () -> {
			var size = surveys.survey(survey).parts().size();
			// everybody puts the last part first
			surveys.answer(new SurveyService.Answer(survey, IntStream.range(0, size).mapToObj(i -> size - 1 - i).toList(), missing));
		});
	}

	@Test
	void nothingIsShownOfFourAnswersNorBeforeTheRoundIsOver() {
		var survey = asked();
		for (int i = 0; i < 4; i++) {
			answers(survey, i, "Procurement " + i);
		}
		at(TODAY.plusDays(11));
		var few = given.as(trainer, () -> surveys.result(survey));
		assertFalse(few.survey().readable());
		assertEquals(List.of(), few.parts());
		assertEquals(List.of(), few.missing());
		at(TODAY);
		answers(survey, 4, null);
		assertEquals(List.of(), given.as(trainer, () -> surveys.result(survey)).parts(), "the fifth could be told by the difference");
		at(TODAY.plusDays(11));
		var result = given.as(manager(), () -> surveys.result(survey));
		assertEquals(5, result.survey().answered());
		assertEquals(1.0, result.parts().get(0).meanPlace());
		assertEquals(5, result.parts().get(0).first());
		assertEquals(1.0, result.agreement());
		assertEquals(4, result.missing().size());
	}

	@Test
	void whatSomebodyAnsweredIsInNoTableBesideThem() {
		var survey = asked();
		answers(survey, 0, "Procurement");
		assertEquals(0, count("audit_entry where action = 'ANSWER_SURVEY' and (before_text is not null or after_text is not null)"));
		assertEquals(1, count("survey_guest where answered = true"));
		assertEquals(0, count("survey_answer where id like '%" + six.rep(0).id() + "'"), "its name is drawn by chance");
	}

	@Test
	void oneAnswerEachAlsoWhenItIsSentTwiceAtOnce() throws Exception {
		var survey = asked();
		Callable<String> send = () -> work.as(as(six.rep(0)), () -> {
			var size = surveys.survey(survey).parts().size();
			surveys.answer(new SurveyService.Answer(survey, IntStream.range(0, size).boxed().toList(), null));
			return "in";
		});
		var both = IntStream.range(0, 2).mapToObj(i -> threads.submit(send)).toList();
		for (var one : both) {
			assertEquals("in", one.get());
		}
		assertEquals(1, count("survey_answer"));
		assertEquals(List.of(), given.as(as(six.rep(0)), () -> surveys.toAnswer()));
		assertEquals(1, given.as(as(six.rep(1)), () -> surveys.toAnswer()).size());
	}

	@Test
	void whoWasNotAskedFindsNothingAndAnOrderWithoutAPartIsRefused() {
		var survey = asked();
		for (var stranger : List.of(as(sales.rep(0)), manager(), trainer, Actor.NOBODY)) {
			assertThrows(NotHereException.class, () -> given.as(stranger, () -> surveys.survey(survey)));
			assertThrows(NotHereException.class, () -> given.as(stranger, () -> surveys.answer(new SurveyService.Answer(survey, List.of(0, 1, 2), null))));
		}
		assertThrows(NotHereException.class, () -> given.as(as(six.rep(0)), () -> surveys.result(survey)));
		assertThrows(NotHereException.class, () -> given.as(as(six.rep(0)), () -> surveys.ask(new SurveyService.Ask("Mine", BEGAN, BEGAN, TODAY.plusDays(3), key()))));
		assertEquals("training-matters.error.order",
				assertThrows(BusinessException.class, () -> given.as(as(six.rep(0)), () -> surveys.answer(new SurveyService.Answer(survey, List.of(0), null)))).key());
		at(TODAY.plusDays(11));
		assertEquals("training-matters.error.over", assertThrows(BusinessException.class, () -> answers(survey, 0, null)).key());
	}

	@Test
	void fewerThanFiveAreNotAskedAndAFormSentTwiceAsksOnce() {
		assertEquals("training-matters.error.few", assertThrows(BusinessException.class,
				() -> given.as(trainer, () -> surveys.ask(new SurveyService.Ask("Few", LocalDate.of(2018, 1, 1), LocalDate.of(2018, 1, 2), TODAY.plusDays(3), key())))).key());
		var form = new SurveyService.Ask("Once", BEGAN, BEGAN, TODAY.plusDays(3), key());
		assertEquals(given.as(trainer, () -> surveys.ask(form)), given.as(trainer, () -> surveys.ask(form)));
		assertEquals(1, count("training_survey"));
	}

	@Test
	void theMailOfTheRoundAndTheReminderGoOnceAndTheReminderOnlyToWhoIsSilent() {
		given.aReader(AccountRole.REP, six.rep(0));
		given.aReader(AccountRole.REP, six.rep(1));
		var survey = asked();
		assertEquals(2, count("notice where notice_key like 'survey-" + survey + "-asked-%'"));
		assertEquals(0, watch.remind(), "it is too early");
		answers(survey, 0, null);
		at(TODAY.plusDays(8));
		watch.remind();
		watch.remind();
		assertEquals(1, count("notice where notice_key like 'survey-" + survey + "-again-%'"));
	}

	// ------------------------------------------------------------ strengths

	@Test
	void aRepSeesTheOwnStrengthsALeaderThoseOfTheTeamAndNobodyElse() {
		var certification = published("Discovery");
		for (int i = 0; i < 6; i++) {
			var assessment = appointed(certification, six.rep(i), outsider());
			handIn(trainer, assessment, i == 0 ? 10 : 7, 7);
		}
		var own = given.as(as(six.rep(0)), () -> strengths.strengths(null));
		assertEquals(List.of("Behaviour 0"), own.strengths().stream().map(StrengthsPage.Line::name).toList());
		assertEquals(6, own.strengths().get(0).strength().n());
		assertEquals(1.0, own.strengths().get(0).strength().better());
		assertEquals(List.of("Behaviour 1"), own.others().stream().map(StrengthsPage.Line::name).toList(), "where all are alike nobody is best");
		assertEquals(own, given.as(given.actor(AccountRole.MANAGER, six.manager()), () -> strengths.strengths(six.rep(0).id())));
		for (var stranger : List.of(as(six.rep(1)), manager(), Actor.NOBODY)) {
			assertThrows(NotHereException.class, () -> given.as(stranger, () -> strengths.strengths(six.rep(0).id())));
		}
		assertNull(given.as(trainer, () -> strengths.strengths(null)));
		var best = given.as(given.actor(AccountRole.MANAGER, six.manager()), () -> strengths.best("DISCOVERIES"));
		assertEquals(6, best.lines().size());
		assertTrue(best.lines().stream().filter(line -> line.personId() == six.rep(0).id()).allMatch(line -> line.strong().equals(List.of("Behaviour 0")) && line.certified()));
		assertThrows(NotHereException.class, () -> given.as(as(six.rep(0)), () -> strengths.best("DISCOVERIES")));
		assertThrows(NotHereException.class, () -> given.as(trainer, () -> strengths.best("NOWHERE")));
	}
}
