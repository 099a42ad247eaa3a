package org.headcoach.shared.tables;

import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Which currency is meant by what stands beside a number. A sign that several currencies share ({@code $}, {@code ¥},
 * {@code £}, {@code kr}) is known but names none.
 */
final class CurrencySymbols {

	/** The answer for a sign that several currencies share. */
	static final String SHARED = "";

	private static final Map<String, String> CODES = codes();

	private CurrencySymbols() {
	}

	/** The ISO code, {@link #SHARED}, or null when the text is no currency. */
	static String find(String text) {
		String code = CODES.get(text);
		if (code == null) {
			code = CODES.get(text.toUpperCase(Locale.ROOT));
		}
		if (code == null && text.endsWith(".")) {
			code = CODES.get(text.substring(0, text.length() - 1).toUpperCase(Locale.ROOT));
		}
		return code;
	}

	private static Map<String, String> codes() {
		Map<String, String> codes = new HashMap<>();
		for (Currency currency : Currency.getAvailableCurrencies()) {
			codes.put(currency.getCurrencyCode(), currency.getCurrencyCode());
		}
		for (String shared : new String[] {"$", "\uFF04", "\u00A3", "\u00A5", "\uFFE5", "KR", "\u20A8", "RS", "\uFDFC", "FR"}) {
			codes.put(shared, SHARED);
		}
		String[] own = {
				"\u20AC", "EUR", "\u20B9", "INR", "\u20AA", "ILS", "\u20BA", "TRY", "\u20BD", "RUB", "\u20B4", "UAH",
				"\u20A6", "NGN", "\u20AB", "VND", "\u20B1", "PHP", "\u0E3F", "THB", "\u20B8", "KZT", "\u20BC", "AZN",
				"\u20BE", "GEL", "\u20A1", "CRC", "\u20B2", "PYG", "\u20B5", "GHS", "\u20AD", "LAK", "\u20AE", "MNT",
				"Z\u0141", "PLN", "K\u010C", "CZK", "FT", "HUF", "\u043B\u0432", "BGN", "\u041B\u0412", "BGN",
				"R$", "BRL", "US$", "USD", "A$", "AUD", "AU$", "AUD", "C$", "CAD", "CA$", "CAD", "NZ$", "NZD",
				"HK$", "HKD", "S$", "SGD", "SG$", "SGD", "NT$", "TWD", "MX$", "MXN", "CN\u00A5", "CNY", "JP\u00A5", "JPY",
				"GB\u00A3", "GBP", "E\u00A3", "EGP", "RM", "MYR", "RP", "IDR",
				// Gulf, Levant and North Africa, as spreadsheets in Arabic write them
				"\u062F.\u0625", "AED", "\u0631.\u0633", "SAR", "\u062C.\u0645", "EGP", "\u062F.\u0643", "KWD",
				"\u0631.\u0642", "QAR", "\u062F.\u0628", "BHD", "\u0631.\u0639", "OMR", "\u062F.\u0623", "JOD",
				"\u062F.\u0627", "JOD", "\u0644.\u0644", "LBP", "\u0639.\u062F", "IQD", "\u062F.\u0639", "IQD",
				"\u062F.\u0645", "MAD", "\u062F.\u062A", "TND", "\u062F.\u062C", "DZD", "\u0631.\u064A", "YER"};
		for (int i = 0; i < own.length; i += 2) {
			codes.put(own[i], own[i + 1]);
		}
		return codes;
	}
}
