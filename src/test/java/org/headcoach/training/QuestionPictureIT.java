package org.headcoach.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Base64;
import java.util.List;

import org.headcoach.people.AccountRole;
import org.headcoach.people.Actor;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.NotHereException;
import org.headcoach.training.QuestionBankService.Filter;
import org.headcoach.training.QuestionBankService.Format;
import org.headcoach.training.QuestionBankService.WriteQuestion;
import org.headcoach.training.engine.Difficulty;
import org.headcoach.training.engine.Key;
import org.headcoach.training.engine.Picture;
import org.headcoach.training.engine.PictureFile;
import org.headcoach.training.engine.Question;
import org.junit.jupiter.api.Test;

/** Pictures of questions: kept with the version that shows them, seen by who sees that question and by nobody else. */
class QuestionPictureIT extends ExamCase {

	private static final String GIF = "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";
	private static final PictureFile DOT = PictureFile.of(Base64.getDecoder().decode(GIF));

	private static Question asking(String text, List<Picture> pictures) {
		return new Question(text, text, new Key.TrueFalse(true, "", ""), "", Difficulty.MEDIUM, BigDecimal.ONE, "", "", List.of(), pictures);
	}

	private long aQuestionWithAPicture() {
		return asTrainer(() -> bank.write(new WriteQuestion(null, null, part, asking("Does the second stage leak?", List.of(new Picture(DOT.print(), "A funnel"))), List.of(DOT))));
	}

	private void seenBy(Actor who, long attempt) {
		var file = given.as(who, () -> sittings.picture(attempt, DOT.print()));
		assertEquals("image/gif", file.type());
		assertArrayEquals(DOT.content(), file.content());
	}

	private void hiddenFrom(Actor who, long attempt) {
		assertThrows(NotHereException.class, () -> given.as(who, () -> sittings.picture(attempt, DOT.print())));
	}

	@Test
	void aPictureIsSeenWhileItsQuestionIsAndByNobodyElse() {
		aQuestionWithAPicture();
		var exam = anExam(1, rules -> new Exam.Rules(rules.title(), null, 30, 60, 3, 0, true, true, false, 0, Shows.MARK, null));
		var manager = given.actor(AccountRole.MANAGER, sales.manager());
		var attempt = started(exam);
		assertEquals(List.of(new Picture(DOT.print(), "A funnel")), page(attempt).questions().get(0).pictures());
		seenBy(learner, attempt);
		List.of(rep(1), manager, trainer).forEach(other -> hiddenFrom(other, attempt));
		asLearner(() -> sittings.submit(attempt));
		// the exam tells the mark alone: its questions are not seen again
		List.of(learner, manager).forEach(other -> hiddenFrom(other, attempt));
		seenBy(trainer, attempt);
		assertThrows(NotHereException.class, () -> asLearner(() -> bank.picture(DOT.print())));
		assertArrayEquals(DOT.content(), asTrainer(() -> bank.picture(DOT.print())).content());
	}

	@Test
	void aPictureOfAnotherQuestionIsNotSeen() {
		questions("::Other::Is it true? {T}");
		var exam = anExam(1, rules -> rules);
		var attempt = started(exam);
		aQuestionWithAPicture();
		hiddenFrom(learner, attempt);
		asLearner(() -> sittings.submit(attempt));
		hiddenFrom(trainer, attempt);
	}

	@Test
	void whoIsToldTheAnswersSeesThePictureInTheResult() {
		aQuestionWithAPicture();
		var result = sat(anExam(1, rules -> rules), rep(0), 1);
		assertEquals("A funnel", result.lines().get(0).pictures().get(0).alt());
		seenBy(learner, result.attemptId());
		seenBy(given.actor(AccountRole.MANAGER, sales.manager()), result.attemptId());
		hiddenFrom(rep(1), result.attemptId());
	}

	@Test
	void anAttemptKeepsThePictureThatItShowed() {
		var id = aQuestionWithAPicture();
		var attempt = started(anExam(1, rules -> rules));
		var page = asTrainer(() -> bank.question(id));
		asTrainer(() -> bank.write(new WriteQuestion(id, page.version(), part, asking("Does the second stage leak?", List.of()))));
		seenBy(learner, attempt);
		assertEquals(List.of(2, 1), asTrainer(() -> bank.question(id)).versions().stream().map(QuestionBankService.VersionRow::no).toList());
		assertTrue(asTrainer(() -> bank.question(id)).question().pictures().isEmpty());
	}

	@Test
	void theSamePictureIsKeptOnceAndOneThatTheBankHasNotIsRefused() {
		aQuestionWithAPicture();
		asTrainer(() -> bank.write(new WriteQuestion(null, null, part, asking("Does the third stage leak?", List.of(new Picture(DOT.print(), "The same funnel"))), List.of(DOT))));
		assertEquals(List.of("1"), read("select count(*) from question_picture"));
		var unknown = asking("Does the fourth stage leak?", List.of(new Picture("0".repeat(64), "Nothing")));
		assertEquals("training.error.picture-missing", assertThrows(BusinessException.class, () -> asTrainer(() -> bank.write(new WriteQuestion(null, null, part, unknown)))).key());
	}

	@Test
	void moodleBringsItsPicturesAndGiftFindsThoseOfTheBank() {
		var xml = "<quiz><question type=\"truefalse\"><name><text>Leak</text></name><questiontext format=\"html\"><text><![CDATA[Does it leak? <img src=\"@@PLUGINFILE@@/funnel.gif\" alt=\"A funnel\">]]></text>"
				+ "<file name=\"funnel.gif\" encoding=\"base64\">" + GIF + "</file></questiontext><answer fraction=\"100\"><text>true</text></answer><answer fraction=\"0\"><text>false</text></answer></question></quiz>";
		assertEquals(1, asTrainer(() -> bank.importAll(Format.MOODLE_XML, xml, part)).added());
		assertEquals(0, asTrainer(() -> bank.importAll(Format.MOODLE_XML, xml, part)).added());
		var gift = asTrainer(() -> bank.gift(Filter.NONE));
		assertTrue(gift.contains("// A picture is missing here: A funnel"), gift);
		assertEquals("0 1 []", told(gift));
		assertEquals("1 0 []", told(gift.replace("Does it", "Did it")));
		assertEquals("0 0 [training.import.error.picture-missing]", told(gift.replace(DOT.print(), "0".repeat(64))));
	}

	private String told(String gift) {
		var preview = asTrainer(() -> bank.preview(Format.GIFT, gift, part));
		return preview.added() + " " + preview.same() + " " + preview.errors().stream().map(error -> error.key()).toList();
	}
}
