package org.headcoach.contests.engine;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

import org.headcoach.shared.BusinessException;

/**
 * From when to when a contest runs, as clocks on the wall of its zone show it: the start counts, the end does not. A time that a clock change skips is taken as much later as the
 * clock moved; of a time that comes twice the first is meant.
 */
public record Window(LocalDateTime starts, LocalDateTime ends, ZoneId zone) implements Serializable {

	/**
	 * @throws BusinessException when it would end before it starts
	 */
	public Window {
		if (!instant(ends, zone).isAfter(instant(starts, zone))) {
			throw new BusinessException("contests.error.ends-before-start", starts, ends);
		}
	}

	private static Instant instant(LocalDateTime wallClock, ZoneId zone) {
		return wallClock.atZone(zone).toInstant();
	}

	/** The first moment that counts. */
	public Instant start() {
		return instant(starts, zone);
	}

	/** The first moment that counts no more. */
	public Instant end() {
		return instant(ends, zone);
	}

	public boolean isOpen(Instant moment) {
		return !moment.isBefore(start()) && moment.isBefore(end());
	}

	/** Whether something counts that happened when clocks of the company, which may be in another zone, showed this. */
	public boolean contains(LocalDateTime wallClockOfCompany, ZoneId companyZone) {
		return isOpen(instant(wallClockOfCompany, companyZone));
	}

	/** Whether both run at some moment; one that begins when the other ends does not. */
	public boolean overlaps(Window other) {
		return start().isBefore(other.end()) && other.start().isBefore(end());
	}

	/** The day of the start where clocks show this zone. */
	public LocalDate firstDay(ZoneId there) {
		return start().atZone(there).toLocalDate();
	}

	/** The day of the last moment that counts, where clocks show this zone: of an end at midnight the day before. */
	public LocalDate lastDay(ZoneId there) {
		return end().minusNanos(1).atZone(there).toLocalDate();
	}

	/** Days of the calendar that it touches, in its own zone. */
	public int calendarDays() {
		return Math.toIntExact(ChronoUnit.DAYS.between(firstDay(zone), lastDay(zone)) + 1);
	}
}
