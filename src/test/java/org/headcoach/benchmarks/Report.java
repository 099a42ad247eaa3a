package org.headcoach.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/** What was measured, as Markdown on the console and in {@code target/benchmarks.md}, ready to be pasted into performance.md. */
final class Report {

	private static final Path FILE = Path.of("target/benchmarks.md");

	private final PrintStream console;

	Report() throws IOException {
		console = new PrintStream(System.out, true, StandardCharsets.UTF_8);
		Files.deleteIfExists(FILE);
	}

	void line(String text) throws IOException {
		console.println(text);
		Files.writeString(FILE, text + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
	}

	void line(String format, Object... arguments) throws IOException {
		line(String.format(Locale.ROOT, format, arguments));
	}

	void heading(String text) throws IOException {
		line("");
		line("### " + text);
		line("");
	}

	void columns(String... names) throws IOException {
		line("| " + String.join(" | ", names) + " |");
		line("|" + " --- |".repeat(names.length));
	}

	void row(Object... cells) throws IOException {
		var row = new StringBuilder("|");
		for (var cell : cells) {
			row.append(' ').append(cell instanceof Double number ? String.format(Locale.ROOT, "%.2f", number)
					: cell instanceof Long || cell instanceof Integer ? String.format(Locale.ROOT, "%,d", cell) : cell).append(" |");
		}
		line(row.toString());
	}

	/** Progress that does not belong into the report. */
	void aside(String text) {
		console.println("... " + text);
	}

	/** What it ran on, and how busy that was with other work: figures of a busy machine are to be read by their ratios. */
	void machine(String when) throws IOException {
		var system = ManagementFactory.getOperatingSystemMXBean();
		line("%s: %s, %d cores, %s GB, %s %s, Java %s; load average %.1f", when, processor(), system.getAvailableProcessors(), memory(), System.getProperty("os.name"),
				System.getProperty("os.version").replaceAll("-.*", ""), Runtime.version().feature(), system.getSystemLoadAverage());
	}

	static String today() {
		return LocalDate.now(ZoneOffset.UTC).toString();
	}

	private static String processor() throws IOException {
		var info = Path.of("/proc/cpuinfo");
		return !Files.exists(info) ? System.getProperty("os.arch")
				: Files.readAllLines(info).stream().filter(line -> line.startsWith("model name")).map(line -> line.replaceAll(".*: *", "")).findFirst()
						.orElse(System.getProperty("os.arch"));
	}

	private static long memory() {
		var system = ManagementFactory.getOperatingSystemMXBean();
		return system instanceof com.sun.management.OperatingSystemMXBean known ? Math.round(known.getTotalMemorySize() / 1e9) : 0;
	}
}
