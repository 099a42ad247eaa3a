package org.headcoach.shared.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class TableMessagesTest {

	private static final Pattern KEY = Pattern.compile("\"(tables\\.(?:error|problem)\\.\\w+)\"");

	private final ResourceBundle messages = ResourceBundle.getBundle("org.headcoach.messages.tables");

	@Test
	void everyRefusalHasASentenceAndEverySentenceARefusal() throws IOException {
		Set<String> used = new TreeSet<>();
		try (Stream<Path> sources = Files.walk(Path.of("src/main/java/org/headcoach/shared/tables"))) {
			for (Path source : (Iterable<Path>) sources.filter(Files::isRegularFile)::iterator) {
				Matcher key = KEY.matcher(Files.readString(source));
				while (key.find()) {
					used.add(key.group(1));
				}
			}
		}
		assertEquals(used, new TreeSet<>(messages.keySet()));
	}

	@Test
	void everySentenceCanBeFilled() {
		for (String key : messages.keySet()) {
			String sentence = new MessageFormat(messages.getString(key)).format(new Object[] {"A", "B", "C"});
			assertFalse(sentence.contains("{"), key);
			assertFalse(sentence.isBlank(), key);
		}
	}
}
