package org.headcoach.contests.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * When standings are kept and sent: once for each day of the calendar from the day of the start to that of the end, at the same hour in the contest's zone. The last night comes at
 * the end itself if that lies before the hour. Where the hour of the first day lies before the start there is nothing to tell yet, and the nights begin
 * with the second day. The day of an end at midnight is the day before.
 * <p>
 * An hour that a clock change skips is taken as much later as the clock moved; one that comes twice is meant the first time.
 */
public final class Nights {

	private Nights() {
	}

	/**
	 * The nights whose moment has come and of which nothing is kept yet, oldest first. Asked again and again, with whatever pauses, and each answer kept, it names each night exactly once.
	 *
	 * @param kept the nights that are done
	 */
	public static List<LocalDate> due(LocalDateTime starts, LocalDateTime ends, ZoneId zone, LocalTime at, Set<LocalDate> kept, Instant now) {
		return days(new Window(starts, ends, zone)).filter(day -> !kept.contains(day)).filter(day -> moment(starts, ends, zone, at, day).filter(moment -> !moment.isAfter(now)).isPresent()).toList();
	}

	/** When the next night comes; empty after the last. */
	public static Optional<Instant> next(LocalDateTime starts, LocalDateTime ends, ZoneId zone, LocalTime at, Instant now) {
		return days(new Window(starts, ends, zone)).flatMap(day -> moment(starts, ends, zone, at, day).stream()).filter(moment -> moment.isAfter(now)).findFirst();
	}

	/** When the night of a day comes; empty for a day without one. */
	public static Optional<Instant> moment(LocalDateTime starts, LocalDateTime ends, ZoneId zone, LocalTime at, LocalDate day) {
		var window = new Window(starts, ends, zone);
		var last = window.lastDay(zone);
		if (day.isBefore(window.firstDay(zone)) || day.isAfter(last)) {
			return Optional.empty();
		}
		var hour = day.atTime(at).atZone(zone).toInstant();
		var begun = hour.isAfter(window.start());
		if (day.equals(last) && (!begun || hour.isAfter(window.end()))) {
			return Optional.of(window.end());
		}
		return begun ? Optional.of(hour) : Optional.empty();
	}

	private static Stream<LocalDate> days(Window window) {
		return window.firstDay(window.zone()).datesUntil(window.lastDay(window.zone()).plusDays(1));
	}
}
