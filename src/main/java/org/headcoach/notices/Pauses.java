package org.headcoach.notices;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How long a notice rests after a try that failed for now: ever longer, and after the eighth try for good. All of them together last 22 hours and 21 minutes. */
final class Pauses {

	private static final List<Duration> AFTER = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(3),
			Duration.ofHours(6), Duration.ofHours(12));

	static final int MOST_TRIES = AFTER.size() + 1;

	private Pauses() {
	}

	/**
	 * The pause after so many tries; empty when there were enough.
	 *
	 * @param atLeast what the other side asks for; null when it does not say. More than a day is not waited for its sake.
	 */
	static Optional<Duration> after(int tries, Duration atLeast) {
		if (tries >= MOST_TRIES) {
			return Optional.empty();
		}
		var pause = AFTER.get(Math.max(1, tries) - 1);
		var asked = atLeast == null || atLeast.compareTo(Duration.ofDays(1)) > 0 ? pause : atLeast;
		return Optional.of(asked.compareTo(pause) > 0 ? asked : pause);
	}
}
