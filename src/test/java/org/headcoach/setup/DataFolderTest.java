package org.headcoach.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.Pattern;

import org.h2.engine.ConnectionInfo;
import org.junit.jupiter.api.Test;

/** Where the database lies when nobody says so: the run command starts with nothing but this. */
class DataFolderTest {

	@Test
	void theFolderOfTheRunCommandIsOneThatH2Takes() throws IOException {
		var found = Pattern.compile("<headcoach\\.data>(.*)</headcoach\\.data>").matcher(Files.readString(Path.of("pom.xml")));
		assertTrue(found.find());
		assertEquals(Path.of("data", "headcoach").toAbsolutePath().toString(), database(found.group(1)));
	}

	@Test
	void theFolderOfABareStartIsOneThatH2Takes() throws IOException {
		var defaults = new Properties();
		try (var file = Files.newBufferedReader(Path.of("src/main/resources/META-INF/microprofile-config.properties"))) {
			defaults.load(file);
		}
		assertEquals(Path.of("data", "headcoach").toAbsolutePath().toString(), database(defaults.getProperty("headcoach.data")));
	}

	/** Fails where H2 refuses the path. */
	private static String database(String folder) {
		return new ConnectionInfo("jdbc:h2:file:" + folder + "/headcoach", new Properties(), null, null).getName();
	}
}
