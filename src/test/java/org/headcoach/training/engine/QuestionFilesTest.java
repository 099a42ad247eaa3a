package org.headcoach.training.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

import org.headcoach.shared.BusinessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
				ANSWER: A.
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
	void aBrokenQuestionIsToldByItsLineAndTheOthersComeIn() {
		var question = """
				<question type="truefalse">
				<questiontext><text>%s</text></questiontext>
				<answer fraction="100"><text>true</text></answer>
				<answer fraction="0"><text>false</text></answer>
				</question>
				""";
		var reading = MoodleXmlReader.read("<?xml version=\"1.0\"?>\n<quiz>\n" + question.formatted("One") + question.formatted("R & D") + question.formatted("<![CDATA[</question> is <b>no end]]>")
				+ "<!-- <question> --> <question type=\"truefalse\">\n" + question.formatted("Four") + "</quiz>\n");
		assertEquals(List.of("9 training.import.error.xml-question", "19 training.import.error.xml-question"), errors(reading));
		assertEquals(List.of(3, 13, 19), reading.questions().stream().map(Reading.Found::line).toList());
		var open = MoodleXmlReader.read("<quiz>\n" + question.formatted("One") + "<question type=\"essay\">\n</quiz>");
		assertEquals("1 of 1", open.questions().size() + " of " + open.errors().size(), open.errors().toString());
		assertEquals(List.of("2 training.import.error.xml"), errors(MoodleXmlReader.read("<quiz>\n</quizz>")));
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
	void brokenXmlTellsItsLineAndKeepsTheRest() {
		var reading = MoodleXmlReader.read("<quiz>\n<question type=\"essay\"><questiontext><text>Good</text></questiontext></question>\n<question type=\"essay\"><oops></question>\n</quiz>");
		assertEquals(List.of("3 training.import.error.xml-question"), errors(reading));
		assertEquals(List.of("Good"), reading.questions().stream().map(found -> found.question().text()).toList());
	}

	/** The smallest GIF there is. */
	private static final String DOT = "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";

	private static Reading withPicture(String text, String files) {
		return MoodleXmlReader.read("<quiz>\n<question type=\"truefalse\">\n<name><text>Q</text></name>\n<questiontext format=\"html\"><text><![CDATA[" + text + "]]></text>\n" + files
				+ "</questiontext>\n<answer fraction=\"100\"><text>true</text></answer><answer fraction=\"0\"><text>false</text></answer></question>\n</quiz>");
	}

	private static String file(String name, String content) {
		return "<file name=\"" + name + "\" path=\"/\" encoding=\"base64\">" + content + "</file>\n";
	}

	@Test
	void takesThePicturesThatMoodleEmbeds() {
		var reading = withPicture("<p>Which stage leaks? <img src=\"@@PLUGINFILE@@/the%20funnel.gif\" alt=\"A funnel of four stages &amp; its rates\" width=\"3\"/></p><img src='@@PLUGINFILE@@/plain.gif' alt=''>",
				file("the funnel.gif", DOT.substring(0, 20) + "\n  " + DOT.substring(20)) + file("plain.gif", "R0lGODdhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUQAOw=="));
		assertEquals(List.of(), errors(reading));
		var found = reading.questions().get(0);
		assertEquals("Which stage leaks?", Wording.plain(found.question().text()));
		assertEquals(List.of("A funnel of four stages & its rates", "plain"), found.question().pictures().stream().map(Picture::alt).toList());
		assertEquals(List.of("image/gif", "image/gif"), found.files().stream().map(PictureFile::type).toList());
		assertEquals(found.question().pictures().stream().map(Picture::print).toList(), found.files().stream().map(PictureFile::print).toList());
	}

	@Test
	void aPictureThatCannotBeShownIsToldByItsLine() {
		assertEquals(List.of("4 training.import.error.picture-outside"), errors(withPicture("See <img src=\"https://example.com/a.png\">", "")));
		assertEquals(List.of("training.error.picture-kind"), withPicture("See <img src=\"@@PLUGINFILE@@/a.svg\">", file("a.svg", "PHN2Zy8+")).errors().stream().map(LineError::key).toList());
		assertEquals(List.of("5 training.error.picture-kind"), errors(withPicture("See <img src=\"@@PLUGINFILE@@/a.gif\">", file("a.gif", "not base 64!="))));
		assertEquals(List.of("training.error.no-text"), withPicture("<img src=\"@@PLUGINFILE@@/a.gif\" alt=\"Only a picture\">", file("a.gif", DOT)).errors().stream().map(LineError::key).toList());
		var inAnswer = MoodleXmlReader.read("<quiz><question type=\"truefalse\"><questiontext><text>Q</text></questiontext>\n<answer fraction=\"100\"><text>true</text>\n" + file("a.gif", DOT)
				+ "</answer><answer fraction=\"0\"><text>false</text></answer></question></quiz>");
		assertEquals(List.of("3 training.import.error.picture-place"), errors(inAnswer));
	}

	@ParameterizedTest
	@CsvSource({"89504E470D0A1A0A00, image/png", "FFD8FFE000, image/jpeg", "474946383961, image/gif", "524946460000000057454250, image/webp"})
	void aPictureIsWhatStandsInIt(String bytes, String type) {
		assertEquals(type, PictureFile.of(HexFormat.of().parseHex(bytes)).type());
	}

	@Test
	void aDrawingAPageAndWhatIsTooLargeAreNoPictures() {
		for (var other : List.of("<svg xmlns='http://www.w3.org/2000/svg'/>", "<?xml version='1.0'?><svg/>", "<html>", "%PDF-1.7", "RIFF1234WAVE", "GIF88a")) {
			assertEquals("training.error.picture-kind", assertThrows(BusinessException.class, () -> PictureFile.of(other.getBytes(StandardCharsets.ISO_8859_1)), other).key());
		}
		assertEquals("training.error.picture-size", assertThrows(BusinessException.class, () -> PictureFile.of(new byte[0])).key());
		assertEquals("training.error.picture-size", assertThrows(BusinessException.class, () -> PictureFile.of(new byte[PictureFile.LARGEST + 1])).key());
		var dot = PictureFile.of(Base64.getDecoder().decode(DOT)).print();
		assertEquals("training.error.alt", assertThrows(BusinessException.class, () -> new Picture(dot, " ")).key());
	}

	@Test
	void giftSaysThatAPictureIsMissingAndWhichOne() {
		var dot = PictureFile.of(Base64.getDecoder().decode(DOT)).print();
		var question = new Question("Q", "Which stage leaks?", new Key.TrueFalse(true, "", ""), "", Difficulty.MEDIUM, BigDecimal.ONE, "", "", List.of(), List.of(new Picture(dot, "A funnel [tag:x]")));
		var gift = GiftWriter.file(List.of(question));
		assertTrue(gift.contains("\n// A picture is missing here: A funnel  tag:x \n"), gift);
		assertEquals(List.of(question), GiftReader.read(gift).questions().stream().map(Reading.Found::question).toList());
	}
}
