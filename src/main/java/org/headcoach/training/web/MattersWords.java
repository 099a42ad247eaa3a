package org.headcoach.training.web;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.headcoach.shared.statistics.Interval;
import org.headcoach.site.Formats;
import org.headcoach.site.Here;
import org.headcoach.site.Messages;
import org.headcoach.training.engine.Foresight.Reading;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** How what results told is written. */
@Named
@RequestScoped
public class MattersWords {

	@Inject
	private Here here;

	/** +0.41 */
	public String signed(Double number) {
		return number == null ? Formats.NOTHING : Formats.number(here.getLocale(), BigDecimal.valueOf(number).setScale(2, RoundingMode.HALF_UP), 2, true);
	}

	/** −0.12 to +0.40 */
	public String interval(Interval interval) {
		return interval == null ? "" : text("interval", signed(interval.low()), signed(interval.high()));
	}

	public String reading(Reading reading) {
		return text("reading." + reading);
	}

	/** How a reading looks as a chip. */
	public String kind(Reading reading) {
		return switch (reading) {
			case MORE_WAS_BETTER -> "done";
			case LESS_WAS_BETTER -> "look";
			case CANNOT_TELL -> "open";
			case NOT_ENOUGH_DATA -> "hidden";
		};
	}

	/** How its strip looks. */
	public String verdict(Reading reading) {
		return switch (reading) {
			case MORE_WAS_BETTER -> "ABOVE";
			case LESS_WAS_BETTER -> "BELOW";
			case CANNOT_TELL -> "IN_LINE";
			case NOT_ENOUGH_DATA -> "NOT_ENOUGH_DATA";
		};
	}

	String text(String key, Object... arguments) {
		return Messages.text(here.getLocale(), "training-matters." + key, arguments);
	}
}
