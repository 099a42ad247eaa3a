package org.headcoach.shared.calendar;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.DaylightSavingsTime;
import biweekly.component.Observance;
import biweekly.component.StandardTime;
import biweekly.component.VEvent;
import biweekly.component.VTimezone;
import biweekly.io.TimezoneAssignment;
import biweekly.property.Status;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import biweekly.util.UtcOffset;

/**
 * Appointments as an iCalendar file (RFC 5545). Times stand in it by the clock of a zone, together with that zone's changes of the clock, so that a calendar shows
 * midnight as midnight also where it does not know the zone.
 */
public final class CalendarFile {

	/** What to answer with: {@code text/calendar; charset=UTF-8}. */
	public static final String TYPE = "text/calendar; charset=UTF-8";

	private static final Duration YEAR = Duration.ofDays(366);
	private static final LocalDateTime BEFORE_ALL = LocalDateTime.of(1970, 1, 1, 0, 0);
	private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH);

	/**
	 * Whose time an appointment takes.
	 *
	 * @param sequence grows with every change, so that a calendar takes the later one
	 * @param place may be null
	 */
	public record Held(int sequence, String place, boolean cancelled) {
	}

	/**
	 * An appointment.
	 *
	 * @param uid the same whenever the same appointment is written, so that a calendar replaces the older one: {@code contest-12-end@example.com}
	 * @param description may be null
	 * @param starts to the second
	 * @param ends null for a moment without length
	 * @param url where to read more; may be null
	 * @param held null for one that blocks nobody's time
	 */
	public record Event(String uid, String summary, String description, Instant starts, Instant ends, URI url, Held held) {

		public Event {
			if (ends != null && ends.isBefore(starts)) {
				throw new IllegalArgumentException("An appointment that ends before it starts: " + uid);
			}
		}

		/** One that blocks nobody's time. */
		public Event(String uid, String summary, String description, Instant starts, Instant ends, URI url) {
			this(uid, summary, description, starts, ends, url, null);
		}
	}

	private CalendarFile() {
	}

	/**
	 * Writes the file.
	 *
	 * @param name of the calendar, where a reader subscribes to it
	 * @param zone by whose clock the times stand
	 * @param writtenAt when the appointments were as they are written here
	 */
	public static byte[] of(String name, ZoneId zone, Instant writtenAt, List<Event> events) {
		var calendar = new ICalendar();
		calendar.setProductId("-//headcoach.org//Headcoach//EN");
		calendar.setName(name);
		if (!events.isEmpty() && !zone.normalized().equals(ZoneOffset.UTC)) {
			calendar.getTimezoneInfo().setDefaultTimezone(new TimezoneAssignment(TimeZone.getTimeZone(zone), clock(zone, events)));
		}
		for (var event : events) {
			var written = new VEvent();
			written.setUid(event.uid());
			written.setDateTimeStamp(Date.from(writtenAt));
			written.setSummary(event.summary());
			written.setDescription(event.description());
			written.setDateStart(Date.from(event.starts()));
			written.setDateEnd(event.ends() == null ? null : Date.from(event.ends()));
			written.setUrl(event.url() == null ? null : event.url().toString());
			written.setTransparency(event.held() == null || event.held().cancelled());
			if (event.held() != null) {
				written.setSequence(event.held().sequence());
				written.setLocation(event.held().place());
				written.setStatus(event.held().cancelled() ? Status.cancelled() : Status.confirmed());
			}
			calendar.addEvent(written);
		}
		var file = new ByteArrayOutputStream();
		try {
			Biweekly.write(calendar).go(file);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return file.toByteArray();
	}

	/** Every change of the clock from the one before the first appointment until a year after the last. */
	private static VTimezone clock(ZoneId zone, List<Event> events) {
		var written = new VTimezone(zone.getId());
		var rules = zone.getRules();
		var first = events.stream().map(Event::starts).min(Comparator.naturalOrder()).orElseThrow();
		var last = events.stream().map(event -> event.ends() == null ? event.starts() : event.ends()).max(Comparator.naturalOrder()).orElseThrow().plus(YEAR);
		var change = rules.previousTransition(first.minus(YEAR));
		if (change == null) {
			var offset = rules.getOffset(first.minus(YEAR));
			written.addStandardTime(observance(new StandardTime(), zone, BEFORE_ALL, offset, offset, first.minus(YEAR)));
			change = rules.nextTransition(first.minus(YEAR));
		}
		for (; change != null && !change.getInstant().isAfter(last); change = rules.nextTransition(change.getInstant())) {
			if (rules.isDaylightSavings(change.getInstant())) {
				written.addDaylightSavingsTime(observance(new DaylightSavingsTime(), zone, change));
			} else {
				written.addStandardTime(observance(new StandardTime(), zone, change));
			}
		}
		return written;
	}

	private static <T extends Observance> T observance(T observance, ZoneId zone, ZoneOffsetTransition change) {
		return observance(observance, zone, change.getDateTimeBefore(), change.getOffsetBefore(), change.getOffsetAfter(), change.getInstant());
	}

	private static <T extends Observance> T observance(T observance, ZoneId zone, LocalDateTime from, ZoneOffset before, ZoneOffset after, Instant within) {
		observance.setDateStart(new ICalDate(new DateTimeComponents(from.getYear(), from.getMonthValue(), from.getDayOfMonth(), from.getHour(), from.getMinute(), from.getSecond(), false),
				true));
		observance.setTimezoneOffsetFrom(new UtcOffset(before.getTotalSeconds() * 1_000L));
		observance.setTimezoneOffsetTo(new UtcOffset(after.getTotalSeconds() * 1_000L));
		observance.addTimezoneName(NAME.format(within.atZone(zone)));
		return observance;
	}
}
