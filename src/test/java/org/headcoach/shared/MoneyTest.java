package org.headcoach.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class MoneyTest {

	@Test
	void g32AHundredInThreePartsAddsUpAgain() {
		assertEquals(List.of(Money.of("33.34", "USD"), Money.of("33.33", "USD"), Money.of("33.33", "USD")), Money.of("100", "USD").allocate(3));
	}

	@ParameterizedTest
	@CsvSource({ "G32, 2.345, USD, HALF_UP, 2.35", "G32, 2.345, USD, HALF_EVEN, 2.34", "yen have no minor unit, 2.5, JPY, HALF_UP, 3", "dinars have three, 2.3455, KWD, HALF_UP, 2.346" })
	void roundsToTheMinorUnit(String id, String amount, String currency, RoundingMode mode, String expected) {
		assertEquals(Money.of(expected, currency), Money.of(amount, currency).rounded(mode));
	}

	@Test
	void neverMixesCurrencies() {
		assertThrows(IllegalArgumentException.class, () -> Money.of("1", "USD").plus(Money.of("1", "EUR")));
		assertThrows(IllegalArgumentException.class, () -> Money.of("1", "USD").compareTo(Money.of("1", "EUR")));
	}

	@Test
	void neverRoundsByItself() {
		assertEquals(new BigDecimal("0.3333"), Money.of("1", "USD").times(new BigDecimal("0.3333")).amount());
	}

	@Test
	void isEqualWhenTheNumberIs() {
		assertEquals(Money.of("2", "USD"), Money.of("2.000", "USD"));
		assertEquals(Money.of("2", "USD").hashCode(), Money.of("2.000", "USD").hashCode());
		assertEquals("1200.00 USD", Money.of("1.2E+3", "USD").toString());
	}

	@Test
	void refusesToAllocateWhatIsNotRoundedOrHasNoWeight() {
		assertThrows(IllegalArgumentException.class, () -> Money.of("0.001", "USD").allocate(2));
		assertThrows(IllegalArgumentException.class, () -> Money.of("1", "USD").allocate(List.of(BigDecimal.ZERO)));
	}

	@Property
	void partsAddUpAgainAndLieWithinAMinorUnit(@ForAll @LongRange(min = -1_000_000_000L, max = 1_000_000_000L) long cents,
			@ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 1000) Integer> weights) {
		var whole = new Money(BigDecimal.valueOf(cents, 2), Currency.getInstance("USD"));
		var parts = whole.allocate(weights.stream().map(BigDecimal::valueOf).toList());
		assertEquals(whole, parts.stream().reduce(Money.zero(whole.currency()), Money::plus));
		var sum = weights.stream().mapToLong(Integer::longValue).sum();
		for (int i = 0; i < parts.size(); i++) {
			var off = parts.get(i).times(BigDecimal.valueOf(sum)).minus(whole.times(BigDecimal.valueOf(weights.get(i)))).amount().abs();
			assertTrue(off.compareTo(new BigDecimal("0.01").multiply(BigDecimal.valueOf(sum))) < 0);
		}
	}
}
