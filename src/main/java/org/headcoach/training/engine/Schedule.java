package org.headcoach.training.engine;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.headcoach.shared.BusinessException;
import org.headcoach.shared.WorkingCalendar;

/**
 * When the sessions of a class take place: one after the other in their order, on days on which the company works and the class meets, between two times of the day, and
 * never while their teacher teaches elsewhere. Times are on the clock of the company.
 */
public final class Schedule {

	/** Between two sessions of a day. */
	public static final Duration BREAK = Duration.ofMinutes(15);

	private static final int QUARTER = 15;
	private static final int LAST_DAY = 3 * 366;

	/** @param teacher a word for who teaches it; null for nobody yet */
	public record Lesson(int minutes, String teacher) {
	}

	/** From a moment to another, the latter not counted. */
	public record Slot(LocalDateTime starts, LocalDateTime ends) implements Serializable {

		public boolean overlaps(Slot other) {
			return starts.isBefore(other.ends) && other.starts.isBefore(ends);
		}
	}

	/**
	 * When a class meets.
	 *
	 * @param days days of the week; none: every day on which the company works
	 * @param from when the first session of a day begins
	 * @param until when the last one is over
	 * @param aDay sessions a day at most
	 */
	public record Rhythm(Set<DayOfWeek> days, LocalTime from, LocalTime until, int aDay) implements Serializable {

		/** @throws BusinessException when no session fits into a day */
		public Rhythm {
			days = Set.copyOf(days);
			if (from == null || until == null || !from.isBefore(until)) {
				throw new BusinessException("learn.class.error.hours");
			}
			if (aDay < 1 || aDay > 8) {
				throw new BusinessException("learn.class.error.a-day", 8);
			}
		}

		boolean meetsOn(LocalDate day, WorkingCalendar calendar) {
			return calendar.isWorkingDay(day) && (days.isEmpty() || days.contains(day.getDayOfWeek()));
		}
	}

	private Schedule() {
	}

	/**
	 * Lays out the sessions from a day on.
	 *
	 * @param busy by teacher, when they teach already
	 * @return a slot for each session, in their order
	 * @throws BusinessException when a session is longer than a day, or there is no room for it within three years
	 */
	public static List<Slot> of(List<Lesson> lessons, LocalDate first, Rhythm rhythm, WorkingCalendar calendar, Map<String, List<Slot>> busy) {
		var slots = new ArrayList<Slot>();
		var day = first;
		var today = 0;
		var next = first.atTime(rhythm.from());
		for (var lesson : lessons) {
			if (Duration.between(rhythm.from(), rhythm.until()).toMinutes() < lesson.minutes()) {
				throw new BusinessException("learn.class.error.too-long", lesson.minutes());
			}
			Slot found = null;
			while (found == null) {
				if (day.isAfter(first.plusDays(LAST_DAY))) {
					throw new BusinessException("learn.class.error.no-room");
				}
				var slot = new Slot(next, next.plusMinutes(lesson.minutes()));
				if (!rhythm.meetsOn(day, calendar) || today == rhythm.aDay() || slot.ends().isAfter(day.atTime(rhythm.until()))) {
					day = day.plusDays(1);
					today = 0;
					next = day.atTime(rhythm.from());
					continue;
				}
				var other = lesson.teacher() == null ? null : busy.getOrDefault(lesson.teacher(), List.of()).stream().filter(slot::overlaps).findFirst().orElse(null);
				if (other == null) {
					found = slot;
				} else {
					next = quarter(other.ends());
				}
			}
			slots.add(found);
			today++;
			next = quarter(found.ends().plus(BREAK));
		}
		return List.copyOf(slots);
	}

	/** The next quarter of an hour; nobody begins at 10:07. */
	private static LocalDateTime quarter(LocalDateTime moment) {
		var minute = moment.withSecond(0).withNano(0);
		var whole = minute.isBefore(moment) ? minute.plusMinutes(1) : minute;
		return whole.getMinute() % QUARTER == 0 ? whole : whole.plusMinutes(QUARTER - whole.getMinute() % QUARTER);
	}
}
