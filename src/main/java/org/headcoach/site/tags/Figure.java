package org.headcoach.site.tags;

import java.util.Locale;

import org.headcoach.site.Formats;

/** What kind of figure a chart shows. */
enum Figure {

	PERCENT, NUMBER, DECIMAL, MONEY;

	/** By the attribute's text; a rate where it says nothing. */
	static Figure of(String name) {
		return name.isEmpty() ? PERCENT : valueOf(name.toUpperCase(Locale.ROOT));
	}

	String print(Locale locale, double figure, String currency) {
		return switch (this) {
			case PERCENT -> Formats.percent(locale, figure, 0);
			case NUMBER -> Formats.number(locale, figure, 0, false);
			case DECIMAL -> Formats.number(locale, figure, 1, false);
			case MONEY -> Formats.money(locale, figure, currency.isEmpty() ? "USD" : currency, false, false);
		};
	}
}
