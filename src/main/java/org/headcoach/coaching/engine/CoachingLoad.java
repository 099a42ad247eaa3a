package org.headcoach.coaching.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The time that a manager gives to coaching, held against what a team needs: three to four hours per rep and week, so a team of eight fills 24 to 32
 * hours (golden M3).
 *
 * @param reps people to be coached
 * @param minutes coaching time that was logged
 * @param days calendar days over which it was logged, at least 1
 */
public record CoachingLoad(int reps, long minutes, long days) implements java.io.Serializable {

	public static final int LEAST_HOURS = 3;
	public static final int MOST_HOURS = 4;

	/** How the time given compares with the aim. */
	public enum Fit {
		BELOW, WITHIN, ABOVE, NOBODY
	}

	public CoachingLoad {
		if (reps < 0 || minutes < 0 || days < 1) {
			throw new IllegalArgumentException(minutes + " minutes for " + reps + " reps in " + days + " days");
		}
	}

	/** Between two days, both counted. */
	public static CoachingLoad between(LocalDate first, LocalDate last, int reps, long minutes) {
		return new CoachingLoad(reps, minutes, ChronoUnit.DAYS.between(first, last) + 1);
	}

	/** Hours a week that the team needs at least. */
	public int leastHoursAWeek() {
		return reps * LEAST_HOURS;
	}

	/** Hours a week that the team needs at most. */
	public int mostHoursAWeek() {
		return reps * MOST_HOURS;
	}

	/** Hours a week that were logged, to one decimal. */
	public BigDecimal hoursAWeek() {
		return perWeek(1);
	}

	/** Hours per rep and week to one decimal, to two where one would round them onto the border that they miss; null ("n/a") without a rep. */
	public BigDecimal hoursPerRepAndWeek() {
		if (reps == 0) {
			return null;
		}
		var hours = perWeek(reps);
		var border = fit() == Fit.BELOW ? LEAST_HOURS : fit() == Fit.ABOVE ? MOST_HOURS : -1;
		return hours.compareTo(BigDecimal.valueOf(border)) == 0 ? BigDecimal.valueOf(minutes * 7).divide(BigDecimal.valueOf(60L * days * reps), 2, fit() == Fit.BELOW ? RoundingMode.DOWN : RoundingMode.UP) : hours;
	}

	private BigDecimal perWeek(int among) {
		return BigDecimal.valueOf(minutes * 7).divide(BigDecimal.valueOf(60L * days * among), 1, RoundingMode.HALF_UP);
	}

	public Fit fit() {
		if (reps == 0) {
			return Fit.NOBODY;
		}
		// in whole numbers, so that no rounding moves anybody across the border
		var logged = minutes * 7;
		var anHour = 60L * days * reps;
		return logged < LEAST_HOURS * anHour ? Fit.BELOW : logged > MOST_HOURS * anHour ? Fit.ABOVE : Fit.WITHIN;
	}
}
