package org.headcoach.hiring.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.headcoach.site.Messages;
import org.junit.jupiter.api.Test;

/** Every sentence that learning asks for is there. */
class LearningMessagesTest {

	private static final Pattern KEY = Pattern.compile("[\"'](hiring-learning\\.[\\w.-]*\\w)[\"']");

	@Test
	void everyKeyOfPagesAndClassesHasASentence() throws IOException {
		var keys = new TreeSet<String>();
		for (var file : List.of("java/org/headcoach/hiring/LearningService.java", "java/org/headcoach/hiring/web/LearnView.java", "java/org/headcoach/hiring/web/LearningWords.java",
				"java/org/headcoach/hiring/web/CalibrationView.java", "java/org/headcoach/hiring/web/LearningExport.java", "webapp/hiring/learn.xhtml", "webapp/hiring/calibration.xhtml")) {
			var found = KEY.matcher(Files.readString(Path.of("src/main").resolve(file)));
			while (found.find()) {
				keys.add(found.group(1));
			}
		}
		assertTrue(keys.size() > 80, keys.size() + " keys");
		assertEquals(List.of(), keys.stream().filter(key -> !Messages.has(Locale.ENGLISH, key)).filter(key -> !key.endsWith(".css")).toList());
	}

	@Test
	void everyMeasureReadingAndCautionHasASentence() {
		for (var measure : Outcomes.Measure.values()) {
			assertTrue(Messages.has(Locale.ENGLISH, "hiring-learning.measure." + measure));
			assertTrue(Messages.has(Locale.ENGLISH, "hiring-learning.measure.text." + measure));
			assertFalse(Messages.text(Locale.ENGLISH, "hiring-learning.outcome." + measure, 5).contains("{"));
		}
		for (var reading : Relation.Reading.values()) {
			assertTrue(Messages.has(Locale.ENGLISH, "hiring-learning.reading." + reading));
		}
		for (var caution : Learning.Caution.values()) {
			assertTrue(caution == Learning.Caution.TOO_FEW || caution == Learning.Caution.SAME_OUTCOMES || !Messages.text(Locale.ENGLISH, "hiring-learning.caution." + caution, 12, 20, 1.4, 14).contains("{"), caution.name());
		}
		for (var what : List.of("leniency", "spread", "validity")) {
			for (var side : List.of("above", "below", "alike", "unknown")) {
				assertTrue(Messages.has(Locale.ENGLISH, "hiring-learning.calibration." + what + "." + side));
			}
		}
	}
}
