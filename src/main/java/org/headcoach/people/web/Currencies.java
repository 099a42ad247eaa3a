package org.headcoach.people.web;

import java.util.Comparator;
import java.util.Currency;
import java.util.List;

/** The currencies that money is still made of, by code. */
final class Currencies {

	private Currencies() {
	}

	/** Funds, metals and test codes have no minor unit or begin with X; currencies that ended carry their years in the name. */
	static List<Currency> all() {
		return Currency.getAvailableCurrencies().stream().filter(one -> one.getDefaultFractionDigits() >= 0 && !one.getCurrencyCode().startsWith("XX")
				&& !one.getDisplayName(java.util.Locale.ENGLISH).matches(".*\\(\\d{4}.*")).sorted(Comparator.comparing(Currency::getCurrencyCode)).toList();
	}
}
