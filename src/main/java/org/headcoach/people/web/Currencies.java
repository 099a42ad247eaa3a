package org.headcoach.people.web;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The currencies that countries have today, by code. */
final class Currencies {

	private Currencies() {
	}

	static List<Currency> all() {
		return Arrays.stream(Locale.getISOCountries()).map(country -> Currency.getInstance(new Locale("", country))).filter(Objects::nonNull).distinct()
				.sorted(Comparator.comparing(Currency::getCurrencyCode)).toList();
	}
}
