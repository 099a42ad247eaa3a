package org.headcoach.training.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Aiken and Moodle XML: what is read, and what a bad file may not do. */
class QuestionFilesTest {

	private static List<String> errors(Reading reading) {
		return reading.errors().stream().map(error -> error.line() + " " + error.key()).toList();
	}

	@Test
	void readsAikenWithDotsAndBrackets() {
		var reading = AikenReader.read("""
				Which is the first stage?
				A. Demo
				B. Prospect
				C. Close
				ANSWER: B

				Who confirms a discovery?
				A) The buyer
				B) The manager
				ANSWER: A
				""");
		assertEquals(List.of(), reading.errors());
		assertEquals(List.of(1, 7), reading.questions().stream().map(Reading.Found::line).toList());
		assertEquals(1, Grading.of(reading.questions().get(0).question().key()).credit(Answer.Chosen.of(1)));
		assertEquals(1, Grading.of(reading.questions().get(1).question().key()).credit(Answer.Chosen.of(0)));
	}

	@Test
	void tellsTheLineOfWhatIsNoAiken() {
		var reading = AikenReader.read("""
				A stem on
				two lines
				A. One
				B. Two
				ANSWER: A

				No letter like this
				A. One
				B. Two
				ANSWER: D

				Never answered
				A. One
				B. Two

				Good
				A. One
				B. Two
				ANSWER: B

				ANSWER: A
				""");
		assertEquals(List.of("2 training.import.error.aiken-stem", "10 training.import.error.aiken-letter", "12 training.import.error.aiken-no-answer", "21 training.import.error.aiken-no-stem"), errors(reading));
		assertEquals(List.of("Good"), reading.questions().stream().map(found -> found.question().text()).toList());
	}

	private static final String XML = """
			<?xml version="1.0" encoding="UTF-8"?>
			<quiz>
			<question type="category"><category><text>$course$/top/Discovery</text></category></question>
			<question type="multichoice">
			<name><text>Open</text></name>
			<questiontext format="html"><text><![CDATA[<p>Which is an <b>open</b> question?</p>]]></text></questiontext>
			<defaultgrade>2.0000000</defaultgrade><single>true</single>
			<answer fraction="100"><text>What happens if nothing changes?</text><feedback><text>Yes</text></feedback></answer>
			<answer fraction="-33.33333"><text>Do you like it?</text></answer>
			<tags><tag><text>questions</text></tag></tags>
			</question>
			<question type="multichoice"><questiontext><text>Both?</text></questiontext><single>false</single>
			<answer fraction="50"><text>a</text></answer><answer fraction="50"><text>b</text></answer><answer fraction="-100"><text>c</text></answer></question>
			<question type="truefalse"><questiontext><text>True?</text></questiontext><answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text></answer></question>
			<question type="shortanswer"><questiontext><text>Say</text></questiontext><usecase>1</usecase><answer fraction="100"><text>BANT*</text></answer></question>
			<question type="numerical"><questiontext><text>How many?</text></questiontext><answer fraction="100"><text>3.5</text><tolerance>0.5</tolerance></answer></question>
			<question type="matching"><questiontext><text>Match</text></questiontext>
			<subquestion><text>One</text><answer><text>1</text></answer></subquestion><subquestion><text>Two</text><answer><text>2</text></answer></subquestion>
			<subquestion><text></text><answer><text>3</text></answer></subquestion></question>
			<question type="essay"><questiontext><text>Write</text></questiontext></question>
			<question type="cloze"><questiontext><text>No</text></questiontext></question>
			<question type="numerical"><questiontext><text>Bad</text></questiontext>
			<answer fraction="100"><text>many</text></answer></question>
			</quiz>
			""";

	@Test
	void readsMoodleXmlOfEveryKind() {
		var reading = MoodleXmlReader.read(XML);
		assertEquals(List.of("21 training.import.error.kind", "23 training.import.error.number"), errors(reading));
		assertEquals(List.of("SINGLE", "MULTIPLE", "TRUE_FALSE", "SHORT", "NUMERIC", "MATCHING", "ESSAY"), reading.questions().stream().map(found -> found.question().kind().name()).toList());
		var open = reading.questions().get(0).question();
		assertEquals("Which is an open question?", Wording.plain(open.text()));
		assertEquals("2 Discovery [questions]", open.points().toPlainString() + " " + open.category() + " " + open.tags());
		assertEquals(new BigDecimal("-33.33333"), ((Key.Single) open.key()).choices().get(1).weight());
		assertEquals(1, Grading.of(reading.questions().get(3).question().key()).credit(new Answer.Written("BANT and more")));
		assertEquals(0, Grading.of(reading.questions().get(3).question().key()).credit(new Answer.Written("bant")));
		assertEquals(List.of("1", "2", "3"), ((Key.Matching) reading.questions().get(5).question().key()).matches());
	}

	@Test
	void whatIsReadFromXmlGoesOutAsGiftAndComesBack() {
		var bank = MoodleXmlReader.read(XML).questions().stream().map(Reading.Found::question).toList();
		assertEquals(bank, GiftReader.read(GiftWriter.file(bank)).questions().stream().map(Reading.Found::question).toList());
	}

	@Test
	void xmlOpensNothingOutsideAndLetsNothingGrow(@TempDir Path folder) throws Exception {
		var secret = Files.writeString(folder.resolve("secret"), "TOP SECRET");
		var outside = MoodleXmlReader.read("<?xml version=\"1.0\"?>\n<!DOCTYPE quiz [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>\n"
				+ "<quiz><question type=\"essay\"><questiontext><text>&x;</text></questiontext></question></quiz>");
		assertEquals(List.of(), outside.questions());
		assertEquals("training.import.error.xml-dtd", outside.errors().get(0).key());
		var growing = MoodleXmlReader.read("<!DOCTYPE q [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><quiz>&b;</quiz>");
		assertEquals(List.of(), growing.questions());
		assertTrue(growing.errors().size() == 1);
	}

	@Test
	void brokenXmlTellsItsLineAndKeepsWhatStandsBefore() {
		var reading = MoodleXmlReader.read("<quiz>\n<question type=\"essay\"><questiontext><text>Good</text></questiontext></question>\n<question type=\"essay\"><oops></question>\n</quiz>");
		assertEquals(List.of("3 training.import.error.xml"), errors(reading));
		assertEquals(List.of("Good"), reading.questions().stream().map(found -> found.question().text()).toList());
	}
}
