package org.headcoach.contests.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class NightsTest {

	private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
	private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
	private static final LocalTime NINE = LocalTime.of(21, 0);

	private static LocalDateTime at(String text) {
		return LocalDateTime.parse(text);
	}

	private static Instant moment(String text, ZoneId zone) {
		return at(text).atZone(zone).toInstant();
	}

	private static List<LocalDate> due(String starts, String ends, ZoneId zone, LocalTime hour, Set<LocalDate> kept, String now) {
		return Nights.due(at(starts), at(ends), zone, hour, kept, moment(now, zone));
	}

	private static Optional<Instant> night(String starts, String ends, ZoneId zone, LocalTime hour, String day) {
		return Nights.moment(at(starts), at(ends), zone, hour, LocalDate.parse(day));
	}

	@Test
	void k5OneNightForEachDayAndTheLastOneAtTheEnd() {
		var starts = "2018-09-05T14:00";
		var ends = "2018-09-14T12:00";
		assertEquals(List.of(), due(starts, ends, NEW_YORK, NINE, Set.of(), "2018-09-05T20:59:59"));
		assertEquals(List.of(LocalDate.parse("2018-09-05")), due(starts, ends, NEW_YORK, NINE, Set.of(), "2018-09-05T21:00"));
		assertEquals(9, due(starts, ends, NEW_YORK, NINE, Set.of(), "2018-09-14T11:59:59").size());
		assertEquals(10, due(starts, ends, NEW_YORK, NINE, Set.of(), "2018-09-14T12:00").size());
		assertEquals(10, due(starts, ends, NEW_YORK, NINE, Set.of(), "2019-01-01T00:00").size());
	}

	@Test
	void missedNightsAreDueOldestFirstAndKeptOnesAreNot() {
		assertEquals(List.of(LocalDate.parse("2026-06-01"), LocalDate.parse("2026-06-03"), LocalDate.parse("2026-06-04")),
				due("2026-06-01T00:00", "2026-07-01T00:00", BERLIN, NINE, Set.of(LocalDate.parse("2026-06-02")), "2026-06-05T08:00"));
	}

	@Test
	void ofAnEndAtMidnightTheLastNightIsThatOfTheDayBefore() {
		var nights = due("2026-06-01T00:00", "2026-07-01T00:00", BERLIN, NINE, Set.of(), "2026-08-01T00:00");
		assertEquals(30, nights.size());
		assertEquals(LocalDate.parse("2026-06-30"), nights.get(29));
		assertEquals(Optional.of(moment("2026-06-30T21:00", BERLIN)), night("2026-06-01T00:00", "2026-07-01T00:00", BERLIN, NINE, "2026-06-30"));
	}

	@Test
	void anHourBeforeTheStartTellsNothingYet() {
		var morning = LocalTime.of(7, 0);
		assertEquals(List.of(LocalDate.parse("2026-06-02"), LocalDate.parse("2026-06-03")), due("2026-06-01T09:00", "2026-06-03T18:00", BERLIN, morning, Set.of(), "2026-07-01T00:00"));
		assertEquals(Optional.of(moment("2026-06-01T18:00", BERLIN)), night("2026-06-01T09:00", "2026-06-01T18:00", BERLIN, morning, "2026-06-01"), "a contest of a day has its night all the same");
		assertEquals(Optional.empty(), night("2026-06-01T09:00", "2026-06-03T18:00", BERLIN, morning, "2026-06-04"));
		assertEquals(Optional.empty(), night("2026-06-01T09:00", "2026-06-03T18:00", BERLIN, morning, "2026-05-31"));
	}

	@Test
	void anHourThatIsSkippedMovesForwardAndOneThatComesTwiceIsTheFirst() {
		var halfPastTwo = LocalTime.of(2, 30);
		assertEquals(Optional.of(Instant.parse("2026-03-29T01:30:00Z")), night("2026-03-01T00:00", "2026-04-20T00:00", BERLIN, halfPastTwo, "2026-03-29"), "half past three of that day");
		assertEquals(Optional.of(Instant.parse("2026-10-25T00:30:00Z")), night("2026-10-01T00:00", "2026-11-01T00:00", BERLIN, halfPastTwo, "2026-10-25"));
		assertEquals(Optional.of(Instant.parse("2026-10-26T01:30:00Z")), night("2026-10-01T00:00", "2026-11-01T00:00", BERLIN, halfPastTwo, "2026-10-26"));
	}

	@Test
	void theNextNightIsKnown() {
		assertEquals(Optional.of(moment("2026-06-02T21:00", BERLIN)), Nights.next(at("2026-06-01T09:00"), at("2026-06-03T18:00"), BERLIN, NINE, moment("2026-06-01T21:00", BERLIN)));
		assertEquals(Optional.of(moment("2026-06-03T18:00", BERLIN)), Nights.next(at("2026-06-01T09:00"), at("2026-06-03T18:00"), BERLIN, NINE, moment("2026-06-02T21:00", BERLIN)));
		assertEquals(Optional.empty(), Nights.next(at("2026-06-01T09:00"), at("2026-06-03T18:00"), BERLIN, NINE, moment("2026-06-03T18:00", BERLIN)));
	}

	/** A day that a zone leaves out altogether has its night too: Samoa had no 30 December 2011. */
	@Test
	void aDayThatTheZoneLeavesOutHasItsNight() {
		var nights = due("2011-12-28T00:00", "2012-01-02T00:00", ZoneId.of("Pacific/Apia"), NINE, Set.of(), "2012-01-10T00:00");
		assertEquals(5, nights.size());
	}

	@Property(tries = 300)
	void withWhateverStopsAndStartsEachNightComesExactlyOnce(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int hours) {
		var random = new Random(seed);
		var zone = List.of(BERLIN, NEW_YORK, ZoneId.of("Australia/Lord_Howe"), ZoneId.of("Asia/Kolkata")).get(random.nextInt(4));
		var starts = LocalDate.of(2026, 1 + random.nextInt(12), 1).atTime(random.nextInt(24), random.nextInt(60));
		var ends = starts.plusMinutes(1 + random.nextInt(60 * 24 * 45));
		var hour = LocalTime.of(random.nextInt(24), random.nextInt(60));
		var kept = new HashSet<LocalDate>();
		var done = new ArrayList<LocalDate>();
		var now = starts.atZone(zone).toInstant().minus(2, ChronoUnit.DAYS);
		var over = ends.atZone(zone).toInstant().plus(2, ChronoUnit.DAYS);
		while (now.isBefore(over)) {
			now = now.plus(1 + random.nextInt(60 * hours), ChronoUnit.MINUTES);
			for (var night : Nights.due(starts, ends, zone, hour, kept, now)) {
				if (random.nextInt(4) == 0) {
					// the server stops before the night is kept
					break;
				}
				assertTrue(kept.add(night), night + " came twice");
				done.add(night);
			}
		}
		done.addAll(Nights.due(starts, ends, zone, hour, kept, over));
		var window = new Window(starts, ends, zone);
		var all = window.firstDay(zone).datesUntil(window.lastDay(zone).plusDays(1)).filter(day -> Nights.moment(starts, ends, zone, hour, day).isPresent()).toList();
		assertEquals(all, done, "each once, oldest first");
		assertTrue(all.size() >= window.calendarDays() - 1 && !all.isEmpty(), "only the first day can have no night");
		for (var night : all) {
			var moment = Nights.moment(starts, ends, zone, hour, night).orElseThrow();
			assertTrue(moment.isAfter(window.start()) && !moment.isAfter(window.end()));
		}
	}
}
