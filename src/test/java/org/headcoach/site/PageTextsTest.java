package org.headcoach.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Every text that a page asks for by its name is there: a page that asks for another answers with an error, and only when somebody comes that far. */
class PageTextsTest {

	private static final Pattern ASKED = Pattern.compile("(?<![\\w.])m\\['([\\w.-]+)'\\]|(?<![\\w.])m\\.(?:of|html)\\('([\\w.-]+)'");
	private static final Path MESSAGES = Path.of("src/main/resources/org/headcoach/messages");

	@Test
	void everyTextThatAPageNamesIsThere() throws IOException {
		assertEquals(List.of(), missing(keys(), files(Path.of("src/main/webapp"), ".xhtml")));
	}

	@Test
	void noTextIsWrittenTwice() throws IOException {
		var twice = new ArrayList<String>();
		for (var file : files(MESSAGES, ".properties")) {
			var keys = new TreeSet<String>();
			for (var line : Files.readAllLines(file)) {
				if (line.matches("[\\w.-]+=.*") && !keys.add(line.replaceFirst("=.*", ""))) {
					twice.add(file.getFileName() + " " + line);
				}
			}
		}
		assertEquals(List.of(), twice);
	}

	@Test
	void aMissingOneIsFound() throws IOException {
		var page = Files.createTempFile("page", ".xhtml");
		Files.writeString(page, "<p>#{m['site.nothing.of.the.kind']}</p>");
		assertEquals(List.of(page.getFileName() + " site.nothing.of.the.kind"), missing(keys(), List.of(page)));
		Files.delete(page);
	}

	private static List<String> missing(Set<String> keys, List<Path> pages) throws IOException {
		var missing = new ArrayList<String>();
		for (var page : pages) {
			var asked = ASKED.matcher(Files.readString(page));
			while (asked.find()) {
				var key = asked.group(1) == null ? asked.group(2) : asked.group(1);
				// what ends with a full stop is put together
				if (!key.endsWith(".") && !keys.contains(key)) {
					missing.add(page.getFileName() + " " + key);
				}
			}
		}
		return missing;
	}

	private static Set<String> keys() throws IOException {
		var keys = new TreeSet<String>();
		for (var file : files(MESSAGES, ".properties")) {
			var texts = new Properties();
			try (var reader = Files.newBufferedReader(file)) {
				texts.load(reader);
			}
			keys.addAll(texts.stringPropertyNames());
		}
		return keys;
	}

	private static List<Path> files(Path root, String ending) throws IOException {
		try (Stream<Path> files = Files.walk(root)) {
			return files.filter(file -> file.toString().endsWith(ending)).toList();
		}
	}
}
