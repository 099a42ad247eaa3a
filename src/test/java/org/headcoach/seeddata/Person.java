package org.headcoach.seeddata;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Somebody of the sales staff with every position held; a rep also has habits, everybody else null. */
record Person(int number, String name, String jobTitle, LocalDate start, LocalDate end, Habits habits, List<Position> positions) {

	/** What a person was from a day on. */
	record Position(LocalDate validFrom, String role, String team, String region, String reportsTo) {
	}

	String employeeId() {
		return "N" + number;
	}

	String email() {
		String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "").replace("-", "");
		return plain.substring(0, plain.indexOf(' ')).toLowerCase(Locale.ROOT) + "@northlight.example";
	}

	String teamOn(LocalDate day) {
		String team = positions.get(0).team();
		for (Position position : positions) {
			if (!position.validFrom().isAfter(day)) {
				team = position.team();
			}
		}
		return team;
	}

	boolean isEmployedOn(LocalDate day) {
		return !day.isBefore(start) && (end == null || !day.isAfter(end));
	}
}
