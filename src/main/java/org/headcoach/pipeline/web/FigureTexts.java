package org.headcoach.pipeline.web;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.headcoach.pipeline.Funnel;
import org.headcoach.pipeline.Metric;
import org.headcoach.pipeline.Metric.Figure;
import org.headcoach.pipeline.Metric.Unit;
import org.headcoach.pipeline.Quantities;
import org.headcoach.site.Here;
import org.headcoach.site.Messages;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.NumberFormatter.SignDisplay;
import com.ibm.icu.number.NumberFormatter.UnitWidth;
import com.ibm.icu.number.Precision;
import com.ibm.icu.number.Scale;
import com.ibm.icu.util.Currency;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Names of metrics and what they come to, as people read them: {@code #{figureTexts.name(metric)}}. */
@Named
@RequestScoped
public class FigureTexts {

	/** How a figure is printed; only money has a currency. */
	private record Style(Locale locale, Unit unit, int decimals, boolean signed, String currency) {

		LocalizedNumberFormatter formatter() {
			var format = NumberFormatter.withLocale(locale).sign(signed ? SignDisplay.EXCEPT_ZERO : SignDisplay.AUTO);
			return switch (unit) {
				case COUNT -> format.precision(Precision.integer());
				case DAYS, PER_CENT -> format.precision(Precision.fixedFraction(1));
				case MONEY -> format.unit(Currency.getInstance(currency)).unitWidth(UnitWidth.NARROW).precision(Precision.integer());
				case SHARE -> format.scale(Scale.powerOfTen(2)).precision(Precision.fixedFraction(decimals));
			};
		}
	}

	/** Made once: a table prints some hundred figures. */
	private static final Map<Style, LocalizedNumberFormatter> FORMATTERS = new ConcurrentHashMap<>();

	@Inject
	private Here here;

	private String currency;

	/** Any text of the bundles. */
	public String of(String key, Object... arguments) {
		return Messages.text(here.getLocale(), key, arguments);
	}

	/** The same for texts that carry tags; arguments are escaped. */
	public String html(String key, Object... arguments) {
		return Messages.html(here.getLocale(), key, arguments);
	}

	/** Connects, Connects → Discovery calls, Churn. */
	public String name(Metric metric) {
		return name(here.getLocale(), metric);
	}

	public String name(Funnel.Step step) {
		return name(here.getLocale(), step);
	}

	/** The funnel's own name, or that of the standard one. */
	public String name(Funnel funnel) {
		return funnel.name() == null ? Messages.text(here.getLocale(), "pipeline.funnel.standard") : funnel.name();
	}

	/** The types that we know by our words, others by the CRM's. */
	public String activityType(String type) {
		var key = "pipeline.funnel.type." + type;
		return Messages.has(here.getLocale(), key) ? Messages.text(here.getLocale(), key) : type;
	}

	public static String name(Locale locale, Metric metric) {
		return switch (metric.kind()) {
			case VOLUME -> name(locale, metric.step());
			case CONVERSION -> Messages.text(locale, "pipeline.metric.conversion", name(locale, metric.from()), name(locale, metric.step()));
			default -> Messages.text(locale, "pipeline.metric." + metric.code());
		};
	}

	public static String name(Locale locale, Funnel.Step step) {
		return step.name() == null ? Messages.text(locale, "pipeline.metric.step." + step.code()) : step.name();
	}

	/** The value, or "n/a" where the divisor is 0. */
	public String value(Metric metric, Quantities sums) {
		return text(metric.unit(), metric.of(sums));
	}

	public String text(Unit unit, Figure figure) {
		return text(unit, figure, 0);
	}

	/** @param decimals of a share in per cent; everything else has its own */
	public String text(Unit unit, Figure figure, int decimals) {
		if (figure == null) {
			return "–";
		}
		return figure.isKnown() ? format(unit, figure.value(), decimals, false) : Messages.text(here.getLocale(), "pipeline.figures.unknown");
	}

	/** Per working day, with one decimal. */
	public String perDay(Metric metric, Quantities sums, int workingDays) {
		var figure = metric.perDay(sums, workingDays);
		return figure.isKnown() ? perDay(figure.value(), false) : Messages.text(here.getLocale(), "pipeline.figures.unknown");
	}

	/** With its sign; empty where one of the two is not known. Rates change by points, not by per cent. */
	public String change(Unit unit, Figure now, Figure before, int decimals) {
		if (now == null || before == null || !now.isKnown() || !before.isKnown()) {
			return "";
		}
		return format(unit, now.value().subtract(before.value()), decimals, true);
	}

	public String changePerDay(Figure now, Figure before) {
		return now.isKnown() && before.isKnown() ? perDay(now.value().subtract(before.value()), true) : "";
	}

	/** 9 of 64. */
	public String outOf(Figure figure) {
		return figure == null || figure.bottom() == null ? ""
				: Messages.text(here.getLocale(), "pipeline.figures.out-of", figure.top(), figure.bottom());
	}

	private String perDay(BigDecimal value, boolean signed) {
		return format(Unit.DAYS, value, 1, signed);
	}

	private String format(Unit unit, BigDecimal value, int decimals, boolean signed) {
		var style = new Style(here.getLocale(), unit, decimals, signed, unit == Unit.MONEY ? currency() : null);
		var text = FORMATTERS.computeIfAbsent(style, Style::formatter).format(value).toString().replace('-', '\u2212');
		return switch (unit) {
			case COUNT, DAYS, MONEY -> text;
			case PER_CENT -> Messages.text(here.getLocale(), "pipeline.figures.per-cent", text);
			case SHARE -> Messages.text(here.getLocale(), signed ? "pipeline.figures.points" : "pipeline.figures.per-cent", text);
		};
	}

	private String currency() {
		if (currency == null) {
			currency = here.getCompany().currency().getCurrencyCode();
		}
		return currency;
	}
}
