package org.headcoach.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import com.ibm.icu.text.MessageFormat;

class MessagesTest {

	/** What a text may ask for beside words: a number, a day, one of several forms. */
	private static final Pattern MORE_THAN_WORDS = Pattern.compile("\\{\\d\\s*,");

	private static final Object[] WORDS = {"Amira", "Demos → customers", "It's {1} & 'more'", "", "#", "5", "six", "7", "8", "9"};

	/** Texts that only take words are put together without ICU; they read as if it had formatted them. */
	@Test
	void everyTextReadsAsIcuFormatsIt() throws IOException {
		var expected = new TreeMap<String, String>();
		var found = new TreeMap<String, String>();
		for (var text : texts().entrySet()) {
			if (!MORE_THAN_WORDS.matcher(text.getValue()).find()) {
				expected.put(text.getKey(), new MessageFormat(text.getValue(), Locale.ENGLISH).format(WORDS));
				found.put(text.getKey(), Messages.text(Locale.ENGLISH, text.getKey(), WORDS));
			}
		}
		assertTrue(expected.size() > 1_000, () -> expected.size() + " texts");
		assertEquals(expected, found);
	}

	@Test
	void aNumberIsPrintedInTheReadersLanguage() {
		assertEquals("12,345 of 6", Messages.text(Locale.ENGLISH, "site.progress.of", 12_345, "6"));
	}

	@Test
	void aPlaceWithoutAnArgumentIsLeftAsItIs() {
		assertEquals("1 of {1}", Messages.text(Locale.ENGLISH, "site.progress.of", "1"));
	}

	private static TreeMap<String, String> texts() throws IOException {
		var all = new TreeMap<String, String>();
		try (Stream<Path> files = Files.list(Path.of("src/main/resources/org/headcoach/messages"))) {
			for (var file : files.filter(one -> one.toString().endsWith(".properties")).toList()) {
				var texts = new Properties();
				try (var reader = Files.newBufferedReader(file)) {
					texts.load(reader);
				}
				// the texts of Faces itself are asked for by Faces
				texts.stringPropertyNames().stream().filter(key -> file.getFileName().toString().equals(key.replaceFirst("\\..*", "") + ".properties")).forEach(key -> all.put(key, texts.getProperty(key)));
			}
		}
		return all;
	}
}
