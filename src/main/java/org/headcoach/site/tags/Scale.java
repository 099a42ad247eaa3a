package org.headcoach.site.tags;

import java.util.ArrayList;
import java.util.List;

/** Where a figure stands between two ends, in per cent of the drawing's width. Figures beyond an end stand at that end. */
public record Scale(double min, double max) {

	public Scale {
		if (!(max > min)) {
			max = min + 1;
		}
	}

	/** The position of a figure, 0 to 100, rounded to hundredths. */
	public double at(double figure) {
		var share = (figure - min) / (max - min);
		return round(100 * Math.max(0, Math.min(1, share)));
	}

	/** The width between two figures, never negative. */
	public double between(double low, double high) {
		return round(Math.max(0, at(high) - at(low)));
	}

	/** As SVG wants it: "37.5%". */
	public String percentAt(double figure) {
		return percent(at(figure));
	}

	/** From 0 to a round number at or above the largest figure, with at most {@code lines} steps. */
	public static Scale upTo(double largest, int lines) {
		var step = step(largest, lines);
		return new Scale(0, step * Math.max(1, Math.ceil(round(largest / step))));
	}

	/** The round numbers between the ends on which grid lines stand, both ends included. */
	public List<Double> ticks(int lines) {
		var step = step(max - min, lines);
		var ticks = new ArrayList<Double>();
		for (int i = 0; min + i * step <= max + step / 1000; i++) {
			ticks.add(min + i * step);
		}
		return ticks;
	}

	/** The smallest of 1, 2, 2.5, 5 times a power of ten that covers the span in at most so many steps. */
	static double step(double span, int lines) {
		if (!(span > 0)) {
			return 1;
		}
		var power = Math.pow(10, Math.floor(Math.log10(span / lines)));
		for (var factor : new double[] {1, 2, 2.5, 5}) {
			if (factor * power * lines >= span * (1 - 1e-9)) {
				return factor * power;
			}
		}
		return 10 * power;
	}

	static String percent(double position) {
		return plain(position) + "%";
	}

	/** In hundredths, without a needless ".0". */
	static String plain(double number) {
		var hundredths = Math.abs(Math.round(number * 100));
		var rest = hundredths % 100;
		var sign = number < 0 && hundredths > 0 ? "-" : "";
		return sign + hundredths / 100 + (rest == 0 ? "" : rest % 10 == 0 ? "." + rest / 10 : rest < 10 ? ".0" + rest : "." + rest);
	}

	static double round(double number) {
		return Math.round(number * 100) / 100.0;
	}
}
