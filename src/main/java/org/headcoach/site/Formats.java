package org.headcoach.site;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import org.headcoach.shared.Money;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import com.ibm.icu.util.Currency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;

/**
 * Numbers, money and dates as the pages print them: {@code #{fmt.percent(row.rate)}}. Null is "–"; a rate without a
 * denominator is "n/a" and is printed by {@link #rate}. The minus is U+2212, a space that must not break is U+00A0.
 */
@Named("fmt")
@ApplicationScoped
public class Formats {

	public static final String NOTHING = "–";

	/** Rates carry a decimal from this many observations on. */
	private static final long EXACT_FROM = 1_000;

	/** How a figure is printed; a plain number has no currency. */
	private record Style(Locale locale, String currency, int decimals) {

		LocalizedNumberFormatter formatter() {
			var formatter = NumberFormatter.withLocale(locale).precision(Precision.fixedFraction(decimals));
			return currency == null ? formatter : formatter.unit(Currency.getInstance(currency));
		}
	}

	/** Prints one way; unlike its older kin the formatter is safe for several threads. A table prints some hundred figures, most of them small and whole: each of these is made once. */
	private record Printer(LocalizedNumberFormatter formatter, String[] small) {

		private static final BigDecimal SMALL = BigDecimal.valueOf(1_000);

		static Printer of(Style style) {
			return new Printer(style.formatter(), new String[SMALL.intValue()]);
		}

		String print(BigDecimal figure) {
			if (figure.scale() != 0 || figure.compareTo(SMALL) >= 0) {
				return formatter.format(figure).toString();
			}
			var at = figure.intValue();
			if (small[at] == null) {
				small[at] = formatter.format(figure).toString();
			}
			return small[at];
		}
	}

	private static final Map<Style, Printer> PRINTERS = new ConcurrentHashMap<>();

	/** Whole amounts of money in sentences are without minor units from here on. */
	private static final BigDecimal ROUND_FROM = BigDecimal.valueOf(100);

	private final Supplier<Locale> reader;

	public Formats() {
		this(Formats::localeOfThePage);
	}

	Formats(Supplier<Locale> reader) {
		this.reader = reader;
	}

	/** 0.142 is "14 %". */
	public String percent(Number rate) {
		return percent(locale(), rate, 0);
	}

	/** 0.142 is "14 %", and "14.2 %" when it stands on 1,000 or more observations. */
	public String percent(Number rate, Number n) {
		return percent(locale(), rate, n != null && n.longValue() >= EXACT_FROM ? 1 : 0);
	}

	/** The plain rate that anyone can check: 9 of 64 is "14 %"; of nothing it is "n/a". */
	public String rate(Number part, Number whole) {
		if (whole == null || whole.longValue() == 0) {
			return Messages.text(locale(), "site.format.no-denominator");
		}
		return part == null ? NOTHING : percent(part.doubleValue() / whole.doubleValue(), whole);
	}

	public String number(Number value) {
		return number(locale(), value, 0, false);
	}

	public String number(Number value, int decimals) {
		return number(locale(), value, decimals, false);
	}

	/** +4, −3, 0. */
	public String signed(Number value) {
		return number(locale(), value, 0, true);
	}

	public String signed(Number value, int decimals) {
		return number(locale(), value, decimals, true);
	}

	/** Whole units: $2,930. */
	public String money(Number amount, String currency) {
		return money(locale(), amount, currency, false, false);
	}

	/** A gain shows its sign: +$2,930. */
	public String signedMoney(Number amount, String currency) {
		return money(locale(), amount, currency, true, false);
	}

	/** With the currency's minor unit, as on a statement: $4,230.00. */
	public String exactMoney(Number amount, String currency) {
		return money(locale(), amount, currency, false, true);
	}

	/** October 2026. */
	public String month(YearMonth month) {
		return month == null ? NOTHING : Messages.text(locale(), "site.format.month", month);
	}

	/** Oct 2026, where room is short. */
	public String shortMonth(YearMonth month) {
		return month == null ? NOTHING : Messages.text(locale(), "site.format.short-month", month);
	}

	/** October. */
	public String monthName(YearMonth month) {
		return month == null ? NOTHING : Messages.text(locale(), "site.format.month-name", month);
	}

	/** 2 Nov 2026, for tables. */
	public String day(LocalDate day) {
		return day == null ? NOTHING : Messages.text(locale(), "site.format.day", day);
	}

	/** Monday 2 November, for sentences. */
	public String dayInWords(LocalDate day) {
		return day == null ? NOTHING : Messages.text(locale(), "site.format.day-in-words", day);
	}

	/** How long somebody is there: 3 y 1 m, 11 m, and weeks in the first three months. */
	public String tenure(LocalDate from, LocalDate to) {
		if (from == null || to == null) {
			return NOTHING;
		}
		var period = Period.between(from, to);
		var locale = locale();
		if (period.isNegative()) {
			return Messages.text(locale, "site.format.not-yet", from);
		}
		if (period.toTotalMonths() < 3) {
			return Messages.text(locale, "site.format.weeks", java.time.temporal.ChronoUnit.WEEKS.between(from, to));
		}
		return period.getYears() == 0 ? Messages.text(locale, "site.format.months", period.getMonths())
				: Messages.text(locale, "site.format.years", period.getYears(), period.getMonths());
	}

	public static String percent(Locale locale, Number rate, int decimals) {
		return rate == null || Double.isNaN(rate.doubleValue()) ? NOTHING
				: number(locale, decimals == 0 && isFarFromHalf(rate) ? Long.valueOf(Math.round(rate.doubleValue() * 100)) : decimal(rate).movePointRight(2), decimals, false) + "\u00a0%";
	}

	/** So far that binary and decimal arithmetic round it to the same whole per cent; decimal takes ten times as long, and a table has hundreds. */
	private static boolean isFarFromHalf(Number rate) {
		var hundredths = rate.doubleValue() * 100;
		return hundredths >= 0 && hundredths < 1e6 && Math.abs(hundredths - Math.floor(hundredths) - 0.5) > 1e-6;
	}

	public static String number(Locale locale, Number value, int decimals, boolean signed) {
		if (value == null || value instanceof Double d && d.isNaN()) {
			return NOTHING;
		}
		return printed(new Style(locale, null, decimals), value, signed);
	}

	public static String money(Locale locale, Number amount, String currency, boolean signed, boolean exact) {
		if (amount == null) {
			return NOTHING;
		}
		return printed(new Style(locale, currency, exact ? Currency.getInstance(currency).getDefaultFractionDigits() : 0), amount, signed);
	}

	/** As it stands in a sentence: "$2.00" and "$0.125", but "$4,200", for nobody reads cents that are none. */
	static String money(Locale locale, Money money) {
		var isWhole = money.amount().stripTrailingZeros().scale() <= 0 && money.amount().abs().compareTo(ROUND_FROM) >= 0;
		return printed(new Style(locale, money.currency().getCurrencyCode(), isWhole ? 0 : money.amount().scale()), money.amount(), false);
	}

	private static String printed(Style style, Number value, boolean signed) {
		var rounded = decimal(value).setScale(style.decimals(), java.math.RoundingMode.HALF_UP);
		var text = PRINTERS.computeIfAbsent(style, Printer::of).print(rounded.abs());
		return switch (rounded.signum()) {
			case -1 -> "\u2212" + text;
			case 1 -> signed ? "+" + text : text;
			default -> text;
		};
	}

	private static BigDecimal decimal(Number value) {
		if (value instanceof BigDecimal exact) {
			return exact;
		}
		return value instanceof Integer || value instanceof Long || value.doubleValue() == Math.rint(value.doubleValue()) && Math.abs(value.doubleValue()) < 1e15
				? BigDecimal.valueOf(value.longValue()) : new BigDecimal(value.toString());
	}

	private Locale locale() {
		return reader.get();
	}

	private static Locale localeOfThePage() {
		var faces = FacesContext.getCurrentInstance();
		return faces != null && faces.getViewRoot() != null ? faces.getViewRoot().getLocale() : Locale.ENGLISH;
	}
}
