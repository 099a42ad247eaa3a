package org.headcoach.training.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

/** The golden file holds the examples with which Moodle describes its GIFT, and what Moodle makes of them. */
class GiftReaderTest {

	static final String GOLDEN = """
			// Examples of every kind
			$CATEGORY: $course$/top/Presidents/Grant

			Who's buried in Grant's tomb?{~Grant ~Jefferson =no one}

			Grant is {~buried =entombed ~living} in Grant's tomb.

			Grant is buried in Grant's tomb.{FALSE}

			Who's buried in Grant's tomb?{=no one =nobody}

			When was Ulysses S. Grant born?{#1822:5}

			Match the following countries with their capitals. {
			   =Canada->Ottawa
			   =Italy->Rome
			   =Japan->Tokyo
			   }

			::Grant's Tomb::Grant is {
			      ~buried#No one is buried there.
			      =entombed#Right answer!
			      ~living#We hope not!
			} in Grant's tomb.

			Difficult multiple choice question.{
			      ~wrong answer           #comment on wrong answer
			      ~%50%half credit answer #comment on answer
			      =full credit answer     #well done!}

			::Jesus' hometown (Short answer ex.):: Jesus Christ was from {
			      =Nazareth#Yes! That's right!
			      =%75%Nazereth#Right, but misspelled.
			      =%25%Bethlehem#He was born here, but not raised here.
			}.

			//this comment will be ignored by the filter
			::Numerical example::
			When was Ulysses S. Grant born? {#
			      =1822:0      #Correct! 100% credit
			      =%50%1822:2  #He was born in 1822.
			                    You get 50% credit for being close.
			}

			What two people are entombed in Grant's tomb? {
			   ~No one
			   ~%50%Grant
			   ~%50%Grant's wife
			   ~%-100%Grant's father
			}

			::Escaped\\:: What is 2 \\= 1 + \\{1\\}?\\nSay \\~ or \\#. {T#no#yes####The end}

			Write a short biography. {}
			""";

	private static final List<Reading.Found> FOUND = GiftReader.read(GOLDEN).questions();

	private static Question question(int index) {
		return FOUND.get(index).question();
	}

	private static double credit(int index, Answer answer) {
		return Grading.of(question(index).key()).credit(answer);
	}

	private static double written(int index, String text) {
		return credit(index, new Answer.Written(text));
	}

	@Test
	void findsEveryQuestionOfTheGoldenFileAtItsLine() {
		assertEquals(List.of(), GiftReader.read(GOLDEN).errors());
		assertEquals(List.of(4, 6, 8, 10, 12, 14, 20, 26, 31, 38, 45, 52, 54), FOUND.stream().map(Reading.Found::line).toList());
		assertEquals(List.of("SINGLE", "SINGLE", "TRUE_FALSE", "SHORT", "NUMERIC", "MATCHING", "SINGLE", "SINGLE", "SHORT", "NUMERIC", "MULTIPLE", "TRUE_FALSE", "ESSAY"),
				FOUND.stream().map(found -> found.question().kind().name()).toList());
		assertTrue(FOUND.stream().allMatch(found -> found.question().category().equals("Presidents/Grant")));
	}

	@Test
	void readsOneRightAnswerOfThree() {
		assertEquals("Who's buried in Grant's tomb?", question(0).text());
		assertEquals(List.of("Grant", "Jefferson", "no one"), ((Key.Single) question(0).key()).choices().stream().map(Key.Choice::text).toList());
		assertEquals(0, credit(0, Answer.Chosen.of(0)));
		assertEquals(1, credit(0, Answer.Chosen.of(2)));
	}

	@Test
	void putsABlankWhereAWordIsMissing() {
		assertEquals("Grant is _____ in Grant's tomb.", question(1).text());
		assertEquals(1, credit(1, Answer.Chosen.of(1)));
		// the full stop that closes the question stays behind the blank, as Moodle has it
		assertEquals("Jesus Christ was from _____.", question(8).text());
	}

	@Test
	void readsWhatIsFalse() {
		assertEquals(1, credit(2, Answer.Chosen.of(1)));
		assertEquals(0, credit(2, Answer.Chosen.of(0)));
	}

	@Test
	void takesEveryAcceptedWordInAnyCase() {
		assertEquals(1, written(3, "Nobody"));
		assertEquals(1, written(3, "  no   one "));
		assertEquals(0, written(3, "Grant"));
	}

	@Test
	void takesNumbersWithinTheTolerance() {
		assertEquals(List.of(0.0, 1.0, 1.0, 1.0, 0.0), List.of("1816", "1817", "1822", "1827", "1828").stream().map(year -> written(4, year)).toList());
	}

	@Test
	void matchesEachCountryWithItsCapital() {
		var key = assertInstanceOf(Key.Matching.class, question(5).key());
		assertEquals(List.of(new Key.Pair("Canada", "Ottawa"), new Key.Pair("Italy", "Rome"), new Key.Pair("Japan", "Tokyo")), key.pairs());
		assertEquals(1, credit(5, new Answer.Placed(List.of(0, 1, 2))));
		assertEquals(1 / 3.0, credit(5, new Answer.Placed(List.of(0, 2, 1))), 1e-12);
	}

	@Test
	void keepsNamesAndTheFeedbackOfEachAnswer() {
		assertEquals("Grant's Tomb", question(6).name());
		assertEquals("Right answer!", Grading.of(question(6).key()).feedback(Answer.Chosen.of(1)));
		assertEquals("Who's buried in Grant's tomb?", question(0).name());
		assertEquals("Numerical example", question(9).name());
	}

	@Test
	void weighsAnswersInPercent() {
		assertEquals(List.of(0.0, 0.5, 1.0), List.of(0, 1, 2).stream().map(place -> credit(7, Answer.Chosen.of(place))).toList());
		assertEquals(List.of(1.0, 0.75, 0.25), List.of("nazareth", "Nazereth", "Bethlehem").stream().map(town -> written(8, town)).toList());
		assertEquals(List.of(1.0, 0.5, 0.5, 0.0), List.of("1822", "1820", "1824", "1825").stream().map(year -> written(9, year)).toList());
		assertEquals("He was born in 1822.\nYou get 50% credit for being close.", Grading.of(question(9).key()).feedback(new Answer.Written("1823")));
	}

	@Test
	void addsUpSeveralAnswersAndTakesAwayForAWrongOne() {
		assertEquals(1, credit(10, Answer.Chosen.of(1, 2)));
		assertEquals(0.5, credit(10, Answer.Chosen.of(1)));
		assertEquals(0, credit(10, Answer.Chosen.of(1, 2, 3)));
		assertEquals(0, credit(10, Answer.Chosen.of(3)));
	}

	@Test
	void readsEscapedSigns() {
		assertEquals("Escaped:: What is 2 = 1 + {1}?\nSay ~ or #.", question(11).text());
		assertEquals("The end", question(11).feedback());
		assertEquals("yes", Grading.of(question(11).key()).feedback(Answer.Chosen.of(0)));
	}

	@Test
	void tellsTheLineOfWhatIsWrongAndReadsTheRest() {
		var reading = GiftReader.read("""
				First?{T}

				Not closed {=a

				~b}

				::Arrow::Match {
				=a->b
				=c
				}

				Number? {#12a}

				None right {~a ~b}

				Only words, no answers.

				One {=a ~
				}

				Last?{=yes}
				""");
		assertEquals(List.of("3 training.import.error.braces", "5 training.import.error.braces", "9 training.import.error.arrow", "12 training.import.error.number", "14 training.error.no-right",
				"16 training.import.error.description", "18 training.error.empty-answer"), reading.errors().stream().map(error -> error.line() + " " + error.key()).toList());
		assertEquals(List.of("First?", "Last?"), reading.questions().stream().map(found -> found.question().text()).toList());
	}
}
