package org.headcoach.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What the processes of an embedded PostgreSQL have kept the processors busy for, those that have ended too. */
final class PostgresTime {

	private PostgresTime() {
	}

	/** Of the server with that data directory; 0 where it does not run or nobody says so. */
	static double seconds(Path dataDirectory) throws IOException {
		var started = dataDirectory.resolve("postmaster.pid");
		if (!Files.exists(started) || !Files.exists(Path.of("/proc/self/stat"))) {
			return 0;
		}
		var main = ProcessHandle.of(Long.parseLong(Files.readAllLines(started).get(0))).orElseThrow();
		double ticks = 0;
		for (var process : Stream.concat(Stream.of(main), main.children()).toList()) {
			var stat = Path.of("/proc/" + process.pid() + "/stat");
			if (Files.exists(stat)) {
				var fields = Files.readString(stat).replaceFirst(".*\\) ", "").split(" ");
				// user and system, its own and that of children who have ended, in hundredths of a second
				for (int i = 11; i <= 14; i++) {
					ticks += Long.parseLong(fields[i]);
				}
			}
		}
		return ticks / 100;
	}
}
