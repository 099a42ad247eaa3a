package org.headcoach.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.headcoach.pipeline.engine.ImportKind;
import org.headcoach.site.Messages;
import org.junit.jupiter.api.Test;

/** Every reason, refusal and field has its sentence. */
class ImportTextsTest {

	private static final Path SOURCES = Path.of("src/main/java/org/headcoach");

	@Test
	void everyReasonHasASentence() throws IOException {
		var reader = Files.readString(SOURCES.resolve("pipeline/engine/LineReader.java"));
		var reasons = new TreeSet<String>();
		for (var pattern : new String[] {"reject\\([^;\"]*?(?:\"[A-Za-z]*\"[^;\"]*?)*?, \"([a-z]+(?:-[a-z]+)+|missing|whose)\"", "REASON \\+ (?:\\(meant == null \\? )?\"([a-z-]+)\"",
				"\"([a-z]+-slip)\""}) {
			var found = Pattern.compile(pattern).matcher(reader);
			while (found.find()) {
				reasons.add("pipeline.import.reason." + found.group(1));
			}
		}
		assertTrue(reasons.size() > 20, reasons.toString());
		assertEquals(Set.of(), without(reasons));
	}

	@Test
	void everyRefusalHasASentence() throws IOException {
		var keys = new TreeSet<String>();
		for (var file : new String[] {"pipeline/ImportRun.java", "pipeline/ImportService.java", "pipeline/ImportWatch.java", "pipeline/TwinWatch.java", "people/Roster.java"}) {
			var found = Pattern.compile("[\"']((?:pipeline\\.import|people\\.roster|people\\.line)\\.[a-z.-]+[a-z])[\"']").matcher(Files.readString(SOURCES.resolve(file)));
			while (found.find()) {
				keys.add(found.group(1));
			}
		}
		for (var status : ImportStatus.values()) {
			keys.add("pipeline.import.error.other-state." + status.name().toLowerCase(Locale.ROOT));
		}
		assertTrue(keys.size() > 20, keys.toString());
		assertEquals(Set.of(), without(keys));
	}

	@Test
	void everyFieldHasAName() {
		var keys = new TreeSet<String>();
		for (var kind : ImportKind.values()) {
			kind.fields().forEach(field -> keys.add("pipeline.import.field." + field.name()));
		}
		assertEquals(Set.of(), without(keys));
	}

	private static Set<String> without(Set<String> keys) {
		return keys.stream().filter(key -> !Messages.has(Locale.ENGLISH, key)).collect(Collectors.toCollection(TreeSet::new));
	}
}
