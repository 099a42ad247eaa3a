package org.headcoach.shared.tables;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A number as it was written, with what stood beside it.
 *
 * @param number   the number without its per cent sign: {@code 12.5 %} has 12.5
 * @param percent  whether a per cent sign stood beside it
 * @param currency ISO code, where a code or a sign named exactly one currency; {@code $} alone names none
 */
public record Amount(BigDecimal number, boolean percent, Optional<String> currency) {

	/** What the text is worth as a plain number: 12.5 % is 0.125, everything else is {@link #number}. */
	public BigDecimal value() {
		return percent ? number.movePointLeft(2) : number;
	}
}
