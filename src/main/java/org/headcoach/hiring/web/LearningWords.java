package org.headcoach.hiring.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

import org.headcoach.hiring.engine.AdverseImpact.Side;
import org.headcoach.hiring.engine.Outcomes.Measure;
import org.headcoach.hiring.engine.Relation.Reading;
import org.headcoach.shared.statistics.Interval;
import org.headcoach.site.Formats;
import org.headcoach.site.Here;
import org.headcoach.site.Messages;

import com.ibm.icu.text.ListFormatter;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** How what was learnt is written: correlations with their sign, shares, intervals, outcomes in their own unit. */
@Named
@RequestScoped
public class LearningWords {

	@Inject
	private Here here;

	String text(String key, Object... arguments) {
		return Messages.text(here.getLocale(), key, arguments);
	}

	String html(String key, Object... arguments) {
		return Messages.html(here.getLocale(), key, arguments);
	}

	String all(List<String> names) {
		return ListFormatter.getInstance(here.getLocale()).format(names);
	}

	public String signed(Number number) {
		return number == null ? Formats.NOTHING : Formats.number(here.getLocale(), scaled(number), 2, true);
	}

	public String decimal(Number number) {
		return number == null ? Formats.NOTHING : Formats.number(here.getLocale(), scaled(number), 2, false);
	}

	private static BigDecimal scaled(Number number) {
		return BigDecimal.valueOf(number.doubleValue()).setScale(2, RoundingMode.HALF_UP);
	}

	public String percent(Number share) {
		return share == null ? Formats.NOTHING : Formats.percent(here.getLocale(), share, 0);
	}

	/** -0.12 to +0.40 */
	public String interval(Interval interval) {
		return interval == null ? Formats.NOTHING : text("hiring-learning.interval", signed(interval.low()), signed(interval.high()));
	}

	/** 0.60 to 1.20 */
	public String range(Interval interval) {
		return interval == null ? Formats.NOTHING : text("hiring-learning.interval", decimal(interval.low()), decimal(interval.high()));
	}

	public String reading(Reading reading) {
		return text("hiring-learning.reading." + reading);
	}

	/** How a reading looks. */
	public String kind(Reading reading) {
		return switch (reading) {
			case MORE_WAS_BETTER -> "done";
			case LESS_WAS_BETTER -> "look";
			case CANNOT_TELL -> "open";
			case NOT_ENOUGH_DATA -> "hidden";
		};
	}

	/** How the strip of a reading looks. */
	public String certainty(Reading reading) {
		return switch (reading) {
			case MORE_WAS_BETTER -> "ABOVE";
			case LESS_WAS_BETTER -> "BELOW";
			case CANNOT_TELL -> "IN_LINE";
			case NOT_ENOUGH_DATA -> "NOT_ENOUGH_DATA";
		};
	}

	public String measure(Measure measure) {
		return text("hiring-learning.measure." + measure);
	}

	/** 112 % of the peers; in the fourth month; 95 % of customer-months. */
	public String outcome(Measure measure, double outcome) {
		return switch (measure) {
			case ATTAINMENT, RETENTION, LASTING -> text("hiring-learning.outcome." + measure, percent(outcome));
			case RAMP -> text("hiring-learning.outcome.RAMP", Math.round(-outcome));
			case EXAMS -> text("hiring-learning.outcome.EXAMS", Formats.number(here.getLocale(), BigDecimal.valueOf(outcome).setScale(1, RoundingMode.HALF_UP), 1, true));
		};
	}

	/** 12 of 40, 30 % */
	public String chosen(Side side, int people) {
		return text("hiring-learning.fair.of", side.chosen(), people, percent(side.share()));
	}

	public String chance(double probability) {
		return probability < 0.001 ? text("hiring-learning.chance.tiny") : Formats.number(here.getLocale(), BigDecimal.valueOf(probability).setScale(3, RoundingMode.HALF_UP), 3, false);
	}
}
