package org.headcoach.coaching.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The time that a manager gives to coaching, held against what a team needs: three to four hours per rep and week, so a team of eight fills 24 to 32
 * hours (golden M3).
 *
 * @param repDays the calendar days of all people to be coached: who joins or leaves the team in the middle counts for a part of them
 * @param minutes coaching time that was logged
 * @param days calendar days over which it was logged, at least 1
 */
public record CoachingLoad(long repDays, long minutes, long days) implements java.io.Serializable {

	public static final int LEAST_HOURS = 3;
	public static final int MOST_HOURS = 4;

	/** How the time given compares with the aim. */
	public enum Fit {
		BELOW, WITHIN, ABOVE, NOBODY
	}

	public CoachingLoad {
		if (repDays < 0 || minutes < 0 || days < 1) {
			throw new IllegalArgumentException(minutes + " minutes for " + repDays + " days of reps in " + days + " days");
		}
	}

	/** Between two days, both counted. */
	public static CoachingLoad between(LocalDate first, LocalDate last, int reps, long minutes) {
		var days = ChronoUnit.DAYS.between(first, last) + 1;
		return new CoachingLoad(reps * days, minutes, days);
	}

	/** Hours a week that the team needs at least. */
	public int leastHoursAWeek() {
		return Math.round((float) repDays * LEAST_HOURS / days);
	}

	/** Hours a week that the team needs at most. */
	public int mostHoursAWeek() {
		return Math.round((float) repDays * MOST_HOURS / days);
	}

	/** Hours a week that were logged, to one decimal. */
	public BigDecimal hoursAWeek() {
		return perWeek(days);
	}

	/** Hours per rep and week to one decimal, to two where one would round them onto the border that they miss; null ("n/a") without a rep. */
	public BigDecimal hoursPerRepAndWeek() {
		if (repDays == 0) {
			return null;
		}
		var hours = perWeek(repDays);
		var border = fit() == Fit.BELOW ? LEAST_HOURS : fit() == Fit.ABOVE ? MOST_HOURS : -1;
		return hours.compareTo(BigDecimal.valueOf(border)) == 0 ? BigDecimal.valueOf(minutes * 7).divide(BigDecimal.valueOf(60L * repDays), 2, fit() == Fit.BELOW ? RoundingMode.DOWN : RoundingMode.UP) : hours;
	}

	private BigDecimal perWeek(long among) {
		return BigDecimal.valueOf(minutes * 7).divide(BigDecimal.valueOf(60L * among), 1, RoundingMode.HALF_UP);
	}

	public Fit fit() {
		if (repDays == 0) {
			return Fit.NOBODY;
		}
		// in whole numbers, so that no rounding moves anybody across the border
		var logged = minutes * 7;
		var anHour = 60L * repDays;
		return logged < LEAST_HOURS * anHour ? Fit.BELOW : logged > MOST_HOURS * anHour ? Fit.ABOVE : Fit.WITHIN;
	}
}
