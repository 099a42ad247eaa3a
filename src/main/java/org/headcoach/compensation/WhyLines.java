package org.headcoach.compensation;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.headcoach.compensation.engine.Owed;

/** Beside each line of a statement's file the formula with its numbers, in no language: {@code 4200 x 2 + 800 x 3 = 10800}. */
final class WhyLines {

	private final Map<Owed.Key, Owed> owed = new HashMap<>();

	WhyLines(Collection<Owed> lines) {
		lines.forEach(line -> owed.put(line.key(), line));
	}

	/** Empty for what is no longer owed, and for lines that follow from the others. */
	String of(Owed.Key key) {
		var line = owed.get(key);
		if (line == null || line.slices().isEmpty()) {
			return "";
		}
		var sum = line.slices().stream().map(slice -> plain(slice.base()) + " x " + plain(slice.rate())).collect(Collectors.joining(" + "));
		var factors = line.factors().stream().map(factor -> " x " + plain(factor.factor())).collect(Collectors.joining());
		return (factors.isEmpty() ? sum : "(" + sum + ")" + factors) + " = " + plain(line.whole());
	}

	private static String plain(BigDecimal number) {
		var stripped = number.stripTrailingZeros();
		return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
	}
}
