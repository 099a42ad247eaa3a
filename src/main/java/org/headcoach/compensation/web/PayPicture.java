package org.headcoach.compensation.web;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.headcoach.compensation.Attainment;
import org.headcoach.compensation.engine.PayCurve;
import org.headcoach.shared.Money;

/**
 * A pay curve as it is drawn: places in the picture, from the start and from the top.
 *
 * @param line points of the curve
 * @param area the same closed along the ground
 * @param quota place of the quota; null without one
 * @param then what is supposed; null when nothing is
 */
public record PayPicture(String line, String area, List<Mark> amounts, List<Mark> shares, BigDecimal quota, Dot here, Dot then) implements Serializable {

	static final int WIDTH = 320;
	static final int HEIGHT = 190;
	private static final int LEFT = 56;
	private static final int RIGHT = 20;
	private static final int TOP = 14;
	private static final int BOTTOM = 24;
	private static final int LINES = 3;

	/** A figure beside an axis. */
	public record Mark(BigDecimal place, BigDecimal value) implements Serializable {
	}

	/** @param share of the quota, null without one; @param late whether it stands so far to the end that its words stand before it */
	public record Dot(BigDecimal x, BigDecimal y, BigDecimal share, Money pay, boolean late) implements Serializable {
	}

	/** Null when there is nothing to draw. */
	static PayPicture of(Attainment attainment, BigDecimal supposed) {
		var curve = attainment.curve();
		if (curve == null || curve.slopes().isEmpty()) {
			return null;
		}
		var end = curve.slopes().get(curve.slopes().size() - 1).to();
		if (supposed != null) {
			end = end.max(supposed);
		}
		var points = new ArrayList<>(curve.points());
		if (points.get(points.size() - 1).reached().compareTo(end) < 0) {
			points.add(curve.at(end));
		}
		var most = points.stream().map(point -> point.pay().amount()).reduce(BigDecimal.ONE, BigDecimal::max);
		var step = step(most);
		var top = step.multiply(BigDecimal.valueOf(LINES));
		var across = end;
		var line = points.stream().map(point -> x(point.reached(), across) + "," + y(point.pay().amount(), top)).collect(Collectors.joining(" "));
		var ground = BigDecimal.valueOf(HEIGHT - BOTTOM);
		var amounts = new ArrayList<Mark>();
		for (int i = 0; i <= LINES; i++) {
			var value = step.multiply(BigDecimal.valueOf(i));
			amounts.add(new Mark(y(value, top), value));
		}
		var shares = new ArrayList<Mark>();
		if (attainment.quota() != null) {
			for (var share = BigDecimal.ZERO; share.multiply(attainment.quota()).compareTo(across) <= 0; share = share.add(shareStep(across, attainment.quota()))) {
				shares.add(new Mark(x(share.multiply(attainment.quota()), across), share));
			}
		}
		return new PayPicture(line, x(BigDecimal.ZERO, across) + "," + ground + " " + line + " " + x(across, across) + "," + ground, amounts, shares,
				attainment.quota() == null ? null : x(attainment.quota(), across), dot(curve, attainment, attainment.reached(), across, top),
				supposed == null || supposed.compareTo(attainment.reached()) == 0 ? null : dot(curve, attainment, supposed, across, top));
	}

	private static Dot dot(PayCurve curve, Attainment attainment, BigDecimal reached, BigDecimal across, BigDecimal top) {
		var inside = reached.max(BigDecimal.ZERO);
		var point = curve.at(inside);
		var x = x(inside, across);
		return new Dot(x, y(point.pay().amount(), top), attainment.quota() == null ? null : reached.divide(attainment.quota(), 4, RoundingMode.HALF_UP),
				point.pay().rounded(RoundingMode.HALF_UP), x.compareTo(BigDecimal.valueOf(WIDTH / 2)) > 0);
	}

	/** Half of the quota, more where the curve goes far beyond it. */
	private static BigDecimal shareStep(BigDecimal across, BigDecimal quota) {
		var times = across.divide(quota, MathContext.DECIMAL32);
		return times.compareTo(BigDecimal.valueOf(2)) <= 0 ? new BigDecimal("0.5") : times.divide(BigDecimal.valueOf(3), 0, RoundingMode.UP);
	}

	/** 1, 2, 3, 4, 5 or 6 and as many zeros as it takes so that three steps hold the most. */
	private static BigDecimal step(BigDecimal most) {
		var third = most.divide(BigDecimal.valueOf(LINES), MathContext.DECIMAL32);
		var unit = BigDecimal.ONE.scaleByPowerOfTen(third.precision() - third.scale() - 1);
		for (var times : List.of("1", "1.5", "2", "3", "4", "5", "6", "8", "10")) {
			var step = unit.multiply(new BigDecimal(times));
			if (step.compareTo(third) >= 0) {
				return step;
			}
		}
		return unit.multiply(BigDecimal.TEN);
	}

	private static BigDecimal x(BigDecimal reached, BigDecimal end) {
		return place(LEFT, WIDTH - LEFT - RIGHT, reached, end);
	}

	private static BigDecimal y(BigDecimal pay, BigDecimal top) {
		return place(HEIGHT - BOTTOM, -(HEIGHT - TOP - BOTTOM), pay, top);
	}

	private static BigDecimal place(int from, int length, BigDecimal value, BigDecimal whole) {
		return BigDecimal.valueOf(from).add(BigDecimal.valueOf(length).multiply(value).divide(whole, 1, RoundingMode.HALF_UP));
	}
}
