package org.headcoach.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;

import org.headcoach.training.engine.GiftReader;
import org.headcoach.training.engine.Grading;
import org.headcoach.training.engine.QuestionKind;
import org.junit.jupiter.api.Test;

/** The demo's own questions. */
class DemoTrainingTest {

	@Test
	void theDemoHasFourQuestionsOfEachPartAndAnEssayAndEachCanBeAnsweredRight() {
		var reading = GiftReader.read(DemoTraining.file());
		assertEquals(List.of(), reading.errors());
		var byPart = reading.questions().stream().map(found -> found.question()).collect(Collectors.groupingBy(question -> question.category()));
		assertEquals(10, byPart.size());
		byPart.forEach((part, questions) -> assertEquals(part.equals("Discovery") ? 5 : 4, questions.size(), part));
		reading.questions().stream().map(found -> found.question()).filter(question -> question.kind() != QuestionKind.ESSAY)
				.forEach(question -> assertEquals(1, Grading.of(question.key()).credit(AnswerText.best(question.key())), question.name()));
		assertTrue(reading.questions().stream().map(found -> found.question().kind()).distinct().count() == QuestionKind.values().length, "every kind is shown");
	}

	@Test
	void theDemosPictureIsOneThatBrowsersShowAndIsToldInWords() {
		var wanted = DemoTraining.withAPicture(1);
		assertEquals("image/png", wanted.files().get(0).type());
		assertEquals(wanted.files().get(0).print(), wanted.question().pictures().get(0).print());
	}
}
