package org.headcoach.people.web;

import java.time.ZoneId;
import java.util.List;

/** The time zones that places have, by name. */
final class Zones {

	private Zones() {
	}

	static List<String> all() {
		return ZoneId.getAvailableZoneIds().stream().filter(id -> id.matches("[A-Z][A-Za-z]+/.+|UTC") && !id.matches("(Etc|SystemV)/.*")).sorted().toList();
	}
}
