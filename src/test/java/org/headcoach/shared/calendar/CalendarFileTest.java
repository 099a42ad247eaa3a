package org.headcoach.shared.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import biweekly.Biweekly;
import biweekly.ICalendar;

import org.headcoach.shared.calendar.CalendarFile.Event;
import org.junit.jupiter.api.Test;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class CalendarFileTest {

	private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
	private static final Instant NOW = Instant.parse("2026-10-01T08:00:00Z");
	private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");

	private static Event event(ZonedDateTime starts, ZonedDateTime ends) {
		return new Event("contest-12@headcoach.example", "Falcons, Owls; and \\ Fälcons", "First line\nsecond line with, a comma", starts.toInstant(), ends == null ? null : ends.toInstant(),
				URI.create("https://headcoach.example/contests/contest?id=12"));
	}

	private static String text(ZoneId zone, Event... events) {
		return new String(CalendarFile.of("Contests", zone, NOW, List.of(events)), StandardCharsets.UTF_8);
	}

	/** As a calendar reads it: by the changes of the clock in the file. */
	private static ICalendar read(ZoneId zone, Event... events) {
		return Biweekly.parse(text(zone, events)).first();
	}

	@Test
	void isReadBackAsItWasWritten() {
		var event = event(ZonedDateTime.of(2026, 10, 5, 0, 0, 0, 0, NEW_YORK), ZonedDateTime.of(2026, 11, 4, 0, 0, 0, 0, NEW_YORK));
		var calendar = read(NEW_YORK, event);
		assertEquals("Contests", calendar.getNames().get(0).getValue());
		var read = calendar.getEvents().get(0);
		assertEquals(event.uid(), read.getUid().getValue());
		assertEquals(event.summary(), read.getSummary().getValue());
		assertEquals(event.description(), read.getDescription().getValue());
		assertEquals(event.starts(), read.getDateStart().getValue().toInstant());
		assertEquals(event.ends(), read.getDateEnd().getValue().toInstant());
		assertEquals(event.url().toString(), read.getUrl().getValue());
		assertEquals(NOW, read.getDateTimeStamp().getValue().toInstant());
		assertTrue(read.getTransparency().isTransparent());
	}

	@Test
	void whatIsHeldTakesTimeUntilItIsCancelled() {
		var held = text(NEW_YORK, new Event("u", "Interview", null, NOW, NOW.plusSeconds(2_700), null, new CalendarFile.Held(3, "Room 2, Boston", false)));
		for (var line : List.of("TRANSP:OPAQUE", "SEQUENCE:3", "LOCATION:Room 2\\, Boston", "STATUS:CONFIRMED")) {
			assertTrue(held.contains(line + "\r\n"), line + " in " + held);
		}
		var cancelled = text(NEW_YORK, new Event("u", "Interview", null, NOW, NOW.plusSeconds(2_700), null, new CalendarFile.Held(4, null, true)));
		assertTrue(cancelled.contains("STATUS:CANCELLED") && cancelled.contains("SEQUENCE:4") && cancelled.contains("TRANSP:TRANSPARENT"), cancelled);
		assertFalse(cancelled.contains("LOCATION"), cancelled);
	}

	@Test
	void showsMidnightAsMidnightOnBothSidesOfAChangeOfTheClock() {
		var text = text(NEW_YORK, event(ZonedDateTime.of(2026, 10, 5, 0, 0, 0, 0, NEW_YORK), ZonedDateTime.of(2026, 11, 4, 0, 0, 0, 0, NEW_YORK)));
		assertTrue(text.contains("DTSTART;TZID=America/New_York:20261005T000000"), text);
		assertTrue(text.contains("DTEND;TZID=America/New_York:20261104T000000"), text);
		assertTrue(text.contains("BEGIN:VTIMEZONE"), text);
		assertTrue(text.contains("TZNAME:EDT"), text);
		assertTrue(text.contains("TZNAME:EST"), text);
	}

	@Test
	void isWrittenInLinesThatEveryCalendarTakes() {
		var text = text(NEW_YORK, new Event("u", "Ä".repeat(200), null, NOW, null, null));
		assertTrue(text.startsWith("BEGIN:VCALENDAR\r\n"));
		assertTrue(Arrays.stream(text.split("\r\n")).allMatch(line -> line.length() <= 75));
	}

	@Test
	void aMomentHasNoEnd() {
		var read = read(NEW_YORK, new Event("u", "Standings", null, NOW, null, null)).getEvents().get(0);
		assertNull(read.getDateEnd());
		assertNull(read.getDescription());
		assertNull(read.getUrl());
	}

	@Test
	void needsNoClockInUtcAndForNothing() {
		var text = text(ZoneOffset.UTC, new Event("u", "Standings", null, NOW, NOW, null));
		assertTrue(text.contains("DTSTART:20261001T080000Z"), text);
		assertFalse(text.contains("VTIMEZONE"));
		assertTrue(read(NEW_YORK).getEvents().isEmpty());
	}

	@Test
	void refusesAnEndBeforeTheStart() {
		assertThrows(IllegalArgumentException.class, () -> new Event("u", "s", null, NOW, NOW.minusSeconds(1), null));
	}

	/** By its text: the reader of these tests takes every summer time for one of a whole hour. */
	@Test
	void knowsAZoneWhoseSummerTimeIsHalfAnHour() {
		var text = text(ZoneId.of("Australia/Lord_Howe"), new Event("u", "s", null, Instant.parse("2026-10-03T15:30:00Z"), null, null));
		assertTrue(text.contains("DTSTART;TZID=Australia/Lord_Howe:20261004T023000"), text);
		assertTrue(text.contains("DTSTART:20261004T020000\r\nTZOFFSETFROM:+1030\r\nTZOFFSETTO:+1100"), text);
	}

	@Provide
	Arbitrary<ZoneId> zones() {
		return Arbitraries.of(List.of("America/New_York", "Europe/London", "Europe/Dublin", "Asia/Kolkata", "Asia/Tehran", "Africa/Casablanca", "Pacific/Apia",
				"America/Sao_Paulo", "Asia/Kathmandu", "Pacific/Chatham", "Africa/Cairo")).map(ZoneId::of);
	}

	/**
	 * Minutes from 2020 to 2035, read as RFC 5545 says it: by the last change of the clock that the file tells of. The second of two hours that a clock shows twice is left out, since no file can tell it from the
	 * first.
	 */
	@Property(tries = 500)
	void tellsTheSameMomentInEveryZone(@ForAll("zones") ZoneId zone, @ForAll @LongRange(max = 15L * 365 * 24 * 60) long minute, @ForAll @LongRange(max = 90L * 24 * 60) long length) {
		var starts = Instant.parse("2020-01-01T00:00:00Z").plus(Duration.ofMinutes(minute));
		tellsTheSameMoment(zone, starts, starts.plus(Duration.ofMinutes(length)));
	}

	/** The hours around each change, where a reader must know to the minute when it happens. */
	@Property(tries = 500)
	void tellsTheSameMomentAroundAChangeOfTheClock(@ForAll("zones") ZoneId zone, @ForAll @LongRange(max = 15L * 365) long day, @ForAll @LongRange(min = -24L * 60, max = 24L * 60) long distance) {
		var change = zone.getRules().nextTransition(Instant.parse("2020-01-01T00:00:00Z").plus(Duration.ofDays(day)));
		var moment = (change == null ? Instant.parse("2020-01-01T00:00:00Z").plus(Duration.ofDays(day)) : change.getInstant()).plus(Duration.ofMinutes(distance));
		tellsTheSameMoment(zone, moment, moment.plus(Duration.ofHours(1)));
	}

	private static void tellsTheSameMoment(ZoneId zone, Instant starts, Instant ends) {
		var text = text(zone, new Event("u", "s", null, starts, ends, null));
		if (isToldOnce(zone, starts)) {
			assertEquals(starts, moment(text, "DTSTART"));
		}
		if (isToldOnce(zone, ends)) {
			assertEquals(ends, moment(text, "DTEND"));
		}
	}

	private static boolean isToldOnce(ZoneId zone, Instant moment) {
		var local = LocalDateTime.ofInstant(moment, zone);
		return zone.getRules().getValidOffsets(local).get(0).equals(zone.getRules().getOffset(moment));
	}

	/** The library's own reader is not asked: up to a day after a change of the clock it takes the time before it. */
	private static Instant moment(String text, String property) {
		var event = text.substring(text.indexOf("BEGIN:VEVENT"));
		var local = LocalDateTime.parse(found(Pattern.compile(property + ";TZID=[^:]+:(\\d{8}T\\d{6})"), event), LOCAL);
		var changes = Pattern.compile("BEGIN:(?:STANDARD|DAYLIGHT)(.*?)END:(?:STANDARD|DAYLIGHT)", Pattern.DOTALL).matcher(text).results().map(each -> each.group(1))
				.collect(Collectors.toMap(each -> LocalDateTime.parse(found(Pattern.compile("DTSTART:(\\S+)"), each), LOCAL), each -> ZoneOffset.of(found(Pattern.compile("TZOFFSETTO:(\\S+)"), each)), (a, b) -> b, TreeMap::new));
		return local.toInstant(changes.floorEntry(local).getValue());
	}

	private static String found(Pattern pattern, String text) {
		var matcher = pattern.matcher(text);
		assertTrue(matcher.find(), pattern + " in " + text);
		return matcher.group(1);
	}
}
