package org.headcoach.compensation.web;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.headcoach.compensation.Attainment;
import org.headcoach.compensation.engine.PayCurve;
import org.headcoach.shared.Money;

/**
 * A pay curve as a drawing: places along it in per cent of the width, heights in points from the top, so that the text keeps its size on every screen.
 *
 * @param line points of the line in a field 1,000 wide
 * @param area the same, closed along the bottom
 * @param quota place of 100 %; null without a target or beyond the end
 * @param rows what stands in the table, the same figures
 * @param here where somebody is; null on the curve of a plan
 * @param then where what is supposed would lead; null when nothing is
 */
public record CurvePicture(String line, String area, List<Tick> across, List<Tick> up, Mark quota, List<Mark> rates, List<Row> rows, Dot here, Dot then) implements Serializable {

	/** Height of the field in points. */
	public static final int HEIGHT = 160;

	/** A place on an axis. */
	public record Tick(String at, Object text) implements Serializable {
	}

	/** Something written into the field. */
	public record Mark(String across, String up, BigDecimal amount) implements Serializable {
	}

	/** @param share of the quota; null without one; @param late whether it stands so far to the end that its words stand before it */
	public record Dot(String across, String up, BigDecimal share, Money pay, boolean late) implements Serializable {
	}

	/** @param effectiveRate null at 0 */
	public record Row(BigDecimal reached, BigDecimal attainment, BigDecimal pay, BigDecimal effectiveRate) implements Serializable {
	}

	private static final MathContext DIGITS = MathContext.DECIMAL64;
	private static final int LINES = 3;
	/** A curve of effective rates bends; so many straight parts look like it. */
	private static final int PARTS = 60;

	/**
	 * A plan's curve.
	 *
	 * @param end the last place of the drawing, in the curve's units
	 * @param effective whether pay for each unit is drawn instead of pay
	 */
	public static CurvePicture of(PayCurve curve, BigDecimal end, boolean effective) {
		return drawn(curve, end, effective, null, null);
	}

	/**
	 * A curve with the place where somebody is; null when there is nothing to draw.
	 *
	 * @param supposed where what is supposed would lead; null when nothing is
	 */
	static CurvePicture of(Attainment attainment, BigDecimal supposed) {
		var curve = attainment.curve();
		if (curve == null || curve.slopes().isEmpty()) {
			return null;
		}
		var end = curve.slopes().get(curve.slopes().size() - 1).to();
		return drawn(curve, supposed == null ? end : end.max(supposed), false, attainment.reached(),
				supposed == null || supposed.compareTo(attainment.reached()) == 0 ? null : supposed);
	}

	private static CurvePicture drawn(PayCurve curve, BigDecimal end, boolean effective, BigDecimal here, BigDecimal then) {
		var points = effective ? bent(curve, end) : straight(curve, end);
		var highest = points.stream().map(point -> point[1]).reduce(BigDecimal.ZERO, BigDecimal::max);
		var step = step(highest);
		var top = step.multiply(BigDecimal.valueOf(LINES));
		var line = points.stream().map(point -> number(point[0].multiply(BigDecimal.valueOf(1000)).divide(end, DIGITS)) + "," + height(point[1], top)).collect(Collectors.joining(" "));
		var up = new ArrayList<Tick>();
		for (int i = 0; i <= LINES; i++) {
			var amount = step.multiply(BigDecimal.valueOf(i));
			up.add(new Tick(height(amount, top), amount));
		}
		return new CurvePicture(line, "0," + HEIGHT + " " + line + " 1000," + HEIGHT, across(curve, end), up, quota(curve, end, top, effective),
				effective || here != null ? List.of() : rates(curve, end, top), rows(curve, end), dot(curve, here, end, top), dot(curve, then, end, top));
	}

	private static Dot dot(PayCurve curve, BigDecimal reached, BigDecimal end, BigDecimal top) {
		if (reached == null) {
			return null;
		}
		var inside = reached.max(BigDecimal.ZERO);
		var point = curve.at(inside);
		return new Dot(place(inside, end), height(point.pay().amount(), top), curve.target() == null ? null : reached.divide(curve.target(), 4, RoundingMode.HALF_UP),
				point.pay().rounded(RoundingMode.HALF_UP), inside.add(inside).compareTo(end) > 0);
	}

	private static List<BigDecimal[]> straight(PayCurve curve, BigDecimal end) {
		var points = curve.points().stream().map(point -> new BigDecimal[] { point.reached(), point.pay().amount() }).collect(Collectors.toCollection(ArrayList::new));
		if (points.get(points.size() - 1)[0].compareTo(end) < 0) {
			points.add(new BigDecimal[] { end, curve.at(end).pay().amount() });
		}
		return points;
	}

	private static List<BigDecimal[]> bent(PayCurve curve, BigDecimal end) {
		var points = new ArrayList<BigDecimal[]>();
		for (int i = 1; i <= PARTS; i++) {
			var at = curve.at(end.multiply(BigDecimal.valueOf(i)).divide(BigDecimal.valueOf(PARTS), DIGITS));
			points.add(new BigDecimal[] { at.reached(), at.effectiveRate() });
		}
		points.add(0, new BigDecimal[] { BigDecimal.ZERO, points.get(0)[1] });
		return points;
	}

	/** 1, 2, 2.5 or 5 of some power of ten, so that so many steps hold the highest point. */
	static BigDecimal step(BigDecimal highest) {
		if (highest.signum() <= 0) {
			return BigDecimal.ONE;
		}
		var least = highest.divide(BigDecimal.valueOf(LINES), DIGITS);
		var power = BigDecimal.ONE.scaleByPowerOfTen(least.precision() - least.scale() - 1);
		for (var factor : List.of("1", "1.2", "1.5", "2", "2.5", "3", "4", "5", "6", "8")) {
			var step = power.multiply(new BigDecimal(factor));
			if (step.compareTo(least) >= 0) {
				return step;
			}
		}
		return power.multiply(BigDecimal.TEN);
	}

	private static List<Tick> across(PayCurve curve, BigDecimal end) {
		var ticks = new ArrayList<Tick>();
		if (curve.target() != null) {
			var step = shareStep(end.divide(curve.target(), DIGITS));
			for (var share = BigDecimal.ZERO; share.multiply(curve.target()).compareTo(end) <= 0; share = share.add(step)) {
				ticks.add(new Tick(place(share.multiply(curve.target()), end), share));
			}
			return ticks;
		}
		for (int i = 0; i <= LINES; i++) {
			ticks.add(new Tick(place(BigDecimal.valueOf(i), BigDecimal.valueOf(LINES)), end.multiply(BigDecimal.valueOf(i)).divide(BigDecimal.valueOf(LINES), 0, RoundingMode.HALF_UP)));
		}
		return ticks;
	}

	/** Half of the target, more where the curve goes far beyond it. */
	private static BigDecimal shareStep(BigDecimal times) {
		return times.compareTo(BigDecimal.valueOf(2)) <= 0 ? new BigDecimal("0.5") : times.divide(BigDecimal.valueOf(LINES), 0, RoundingMode.UP);
	}

	private static Mark quota(PayCurve curve, BigDecimal end, BigDecimal top, boolean effective) {
		if (curve.target() == null || curve.target().compareTo(end) > 0) {
			return null;
		}
		var at = curve.at(curve.target());
		var amount = effective ? at.effectiveRate() : at.pay().amount();
		return new Mark(place(curve.target(), end), height(amount, top), amount);
	}

	/** The rate of each slope, written above its middle; slopes too short to be read are left without. */
	private static List<Mark> rates(PayCurve curve, BigDecimal end, BigDecimal top) {
		var marks = new ArrayList<Mark>();
		for (var slope : curve.slopes()) {
			var length = slope.to().subtract(slope.from()).divide(end, DIGITS);
			if (length.compareTo(new BigDecimal("0.12")) >= 0 && slope.rate().signum() > 0) {
				var middle = slope.from().add(slope.to()).divide(BigDecimal.valueOf(2), DIGITS);
				marks.add(new Mark(place(middle, end), height(slope.pay().add(middle.subtract(slope.from()).multiply(slope.rate())), top), slope.rate()));
			}
		}
		return marks;
	}

	private static List<Row> rows(PayCurve curve, BigDecimal end) {
		var rows = new ArrayList<Row>();
		for (int i = 1; i <= 6; i++) {
			var reached = curve.target() == null ? end.multiply(BigDecimal.valueOf(i)).divide(BigDecimal.valueOf(6), DIGITS) : curve.target().multiply(BigDecimal.valueOf(i)).divide(
					BigDecimal.valueOf(4), DIGITS);
			var at = curve.at(reached);
			rows.add(new Row(reached, at.attainment(), at.pay().amount(), at.effectiveRate()));
		}
		return rows;
	}

	private static String place(BigDecimal at, BigDecimal end) {
		return number(at.movePointRight(2).divide(end, DIGITS)) + "%";
	}

	private static String height(BigDecimal amount, BigDecimal top) {
		return number(BigDecimal.valueOf(HEIGHT).subtract(amount.multiply(BigDecimal.valueOf(HEIGHT)).divide(top, DIGITS)));
	}

	private static String number(BigDecimal value) {
		return String.format(Locale.ROOT, "%.1f", value);
	}
}
