package org.headcoach.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * Prepares what one run of the failsafe plugin needs, by its mode: {@code h2} a fresh file, {@code postgresql} a fresh
 * server of its own, {@code browser} the application itself with the demo company. Plain tests have no mode and need nothing.
 */
public class Surroundings implements LauncherSessionListener {

	private static final String COMMON = "-Xmx900m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dheadcoach.stage=Production -Dheadcoach.demo=false";

	private EmbeddedPostgres postgres;
	private RunningApplication application;

	@Override
	public void launcherSessionOpened(LauncherSession session) {
		var mode = System.getProperty("headcoach.test.mode", "none");
		try {
			switch (mode) {
				case "h2" -> System.setProperty("headcoach.test.options", COMMON + " -Dheadcoach.data=" + emptyFolder("target/data-h2"));
				case "postgresql" -> {
					postgres = EmbeddedPostgres.builder().start();
					System.setProperty("headcoach.test.options", COMMON + " -Dheadcoach.data=" + emptyFolder("target/data-postgresql")
							+ " -Ddb.class=org.postgresql.ds.PGSimpleDataSource -Ddb.user=postgres -Ddb.password=postgres -Ddb.url=" + postgres.getJdbcUrl("postgres", "postgres"));
				}
				case "browser" -> application = RunningApplication.withTheDemoCompany(emptyFolder("target/data-browser"));
				default -> {
					// plain tests need nothing, and those about processes start their own
				}
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	@Override
	public void launcherSessionClosed(LauncherSession session) {
		if (application != null) {
			application.close();
		}
		if (postgres != null) {
			try {
				postgres.close();
			} catch (IOException e) {
				throw new UncheckedIOException(e);
			}
		}
	}

	private static Path emptyFolder(String name) throws IOException {
		var folder = Path.of(name).toAbsolutePath();
		if (Files.exists(folder)) {
			try (var files = Files.walk(folder)) {
				for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
					Files.delete(file);
				}
			}
		}
		return Files.createDirectories(folder);
	}
}
