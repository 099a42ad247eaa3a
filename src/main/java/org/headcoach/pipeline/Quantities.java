package org.headcoach.pipeline;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** What was summed for somebody (or a team) in some stretch of time, by the code of the step or quantity; what is missing is 0. */
public record Quantities(Map<String, BigDecimal> byCode) implements Serializable {

	public static final Quantities NONE = new Quantities(Map.of());

	public Quantities {
		byCode = Map.copyOf(byCode);
	}

	/** 128.00000000 is 128, and 0E-8 is 0: as a person would write it. */
	static BigDecimal plain(BigDecimal number) {
		var stripped = number.stripTrailingZeros();
		return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
	}

	public BigDecimal get(String code) {
		return byCode.getOrDefault(code, BigDecimal.ZERO);
	}

	public BigDecimal get(Quantity quantity) {
		return get(quantity.name());
	}

	/** A step's count, or a quantity that is one. */
	public long count(String code) {
		return get(code).longValueExact();
	}

	public long count(Quantity quantity) {
		return count(quantity.name());
	}

	public Quantities plus(Quantities other) {
		var sum = new HashMap<>(byCode);
		other.byCode.forEach((code, quantity) -> sum.merge(code, quantity, BigDecimal::add));
		return new Quantities(sum);
	}
}
