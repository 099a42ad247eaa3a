package org.headcoach.shared.tables;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Which character begins the decimals in a column of numbers. Spaces, apostrophes and the Arabic separators mean the
 * same in every style.
 */
public enum NumberStyle {

	/** No point or comma was seen: a number that could be read both ways is refused, not guessed. */
	PLAIN,
	/** {@code 1,234.50} */
	DECIMAL_POINT,
	/** {@code 1.234,50} */
	DECIMAL_COMMA,
	/** Numbers such as {@code 1.250} could be 1250 or 1.25, so a person has to choose one of the two above. */
	AMBIGUOUS;

	/**
	 * The exact number that a text names, with 12.5 % as 0.125. Currency signs and codes, accounting parentheses and a
	 * trailing minus are understood.
	 *
	 * @return the number with the decimals that were written, blank, or {@code tables.problem.notANumber},
	 *         {@code .ambiguousNumber}, {@code .otherNumberStyle}
	 */
	public Parsed<BigDecimal> parse(String text) {
		return parseAmount(text).map(Amount::value);
	}

	/** As {@link #parse}, with the per cent sign and the currency kept apart. */
	public Parsed<Amount> parseAmount(String text) {
		NumberScanner found = new NumberScanner().scan(text);
		char decimal = switch (found.shape) {
			case BLANK, UNREADABLE -> 0;
			case NO_DECISION, POINT_DECIMAL -> '.';
			case COMMA_DECIMAL -> ',';
			case EITHER -> this == DECIMAL_COMMA ? ',' : '.';
		};
		if (found.shape == NumberScanner.Shape.BLANK) {
			return Parsed.blank();
		}
		if (decimal == 0) {
			return wrong("tables.problem.notANumber", text);
		}
		if (found.shape == NumberScanner.Shape.EITHER && (this == PLAIN || this == AMBIGUOUS)) {
			return wrong("tables.problem.ambiguousNumber", text);
		}
		if (found.shape == NumberScanner.Shape.COMMA_DECIMAL && this == DECIMAL_POINT
				|| found.shape == NumberScanner.Shape.POINT_DECIMAL && this == DECIMAL_COMMA) {
			return wrong("tables.problem.otherNumberStyle", text);
		}
		Optional<String> currency = found.currency.isEmpty() ? Optional.empty() : Optional.of(found.currency);
		return Parsed.of(new Amount(found.number(decimal), found.percent, currency));
	}

	private static Parsed<Amount> wrong(String key, String text) {
		return Parsed.wrong(Problem.withValue(key, text.strip()));
	}
}
