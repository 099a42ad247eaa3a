package org.headcoach.contests.engine;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.headcoach.contests.engine.ContestLint.Rule;
import org.headcoach.site.Messages;
import org.junit.jupiter.api.Test;

/** Every sentence that the arithmetic asks for is there and can be filled. */
class ContestMessagesTest {

	private static final Path ROOM = Path.of("src/main/java/org/headcoach/contests/engine");
	private static final Pattern REFUSAL = Pattern.compile("\"(contests\\.error\\.[\\w-]+)\"");
	private static final Pattern FOUND = Pattern.compile("finds\\(Level\\.\\w+, \"([\\w-]+)\"");

	private static TreeSet<String> read(Pattern pattern, String... files) throws IOException {
		var keys = new TreeSet<String>();
		for (var file : files) {
			Matcher found = pattern.matcher(Files.readString(ROOM.resolve(file + ".java")));
			while (found.find()) {
				keys.add(found.group(1));
			}
		}
		return keys;
	}

	@Test
	void everyRefusalHasASentence() throws IOException {
		var refusals = read(REFUSAL, "Scoring", "TeamDraft", "Window");
		assertTrue(refusals.size() > 12, refusals + " are too few");
		var moment = LocalDateTime.parse("2026-06-01T09:00");
		for (var key : refusals) {
			var arguments = key.endsWith("ends-before-start") ? List.of(moment, moment) : List.of(3, 4, 5, 6);
			assertFalse(Messages.text(Locale.ENGLISH, key, arguments.toArray()).contains("{"), key);
		}
	}

	@Test
	void everyFindingHasASentence() throws IOException {
		var whats = read(FOUND, "ContestLint");
		assertTrue(whats.size() > 12, whats + " are too few");
		for (var what : whats) {
			assertTrue(List.of(Rule.values()).stream().anyMatch(rule -> Messages.has(Locale.ENGLISH, rule.finds(ContestLint.Level.FINE, what).key())), what);
		}
	}
}
