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

	/** On an axis: with as many decimals as keep neighbours apart. */
	String print(Locale locale, double figure, String currency, double step) {
		return switch (this) {
			case PERCENT -> Formats.percent(locale, figure, decimals(step * 100, 0));
			case NUMBER -> Formats.number(locale, figure, decimals(step, 0), false);
			case DECIMAL -> Formats.number(locale, figure, decimals(step, 1), false);
			case MONEY -> print(locale, figure, currency);
		};
	}

	private static int decimals(double step, int least) {
		int decimals = least;
		while (decimals < 3 && Math.abs(step * Math.pow(10, decimals) - Math.rint(step * Math.pow(10, decimals))) > 1e-6) {
			decimals++;
		}
		return decimals;
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
