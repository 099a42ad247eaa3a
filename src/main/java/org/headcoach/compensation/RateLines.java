package org.headcoach.compensation;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

import org.headcoach.compensation.PayMonthService.RateRow;

/**
 * Rates of exchange as a list of lines: from, to, day, rate, cut by comma, semicolon or tab; a first line without any digit is the head. Days are written as 2026-10-31,
 * rates with a full stop. It is what the export writes.
 *
 * @param problems of every line that cannot be read
 */
public record RateLines(List<RateRow> rates, List<Problem> problems) implements Serializable {

	/** @param line from 1 on; @param key of the sentence; @param said what stands there */
	public record Problem(long line, String key, String said) implements Serializable {
	}

	public static RateLines read(String text) {
		var rates = new ArrayList<RateRow>();
		var problems = new ArrayList<Problem>();
		var number = 0L;
		for (var line : text.replace("\uFEFF", "").split("\\R", -1)) {
			number++;
			if (line.isBlank() || number == 1 && line.chars().noneMatch(Character::isDigit)) {
				continue;
			}
			var cells = line.split("[,;\t]", -1);
			if (cells.length != 4) {
				problems.add(new Problem(number, "cells", line.strip()));
				continue;
			}
			var from = currency(cells[0]);
			var to = currency(cells[1]);
			var day = day(cells[2]);
			var rate = rate(cells[3]);
			if (from == null || to == null) {
				problems.add(new Problem(number, "currency", from == null ? unquoted(cells[0]) : unquoted(cells[1])));
			} else if (from.equals(to)) {
				problems.add(new Problem(number, "same", from));
			} else if (day == null) {
				problems.add(new Problem(number, "day", unquoted(cells[2])));
			} else if (rate == null) {
				problems.add(new Problem(number, "rate", unquoted(cells[3])));
			} else {
				rates.add(new RateRow(from, to, day, rate));
			}
		}
		if (rates.isEmpty() && problems.isEmpty()) {
			problems.add(new Problem(1, "empty", ""));
		}
		return new RateLines(List.copyOf(rates), List.copyOf(problems));
	}

	private static String unquoted(String cell) {
		var text = cell.strip();
		return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"") ? text.substring(1, text.length() - 1).strip() : text;
	}

	private static String currency(String cell) {
		var code = unquoted(cell).toUpperCase(Locale.ROOT);
		return Currency.getAvailableCurrencies().stream().anyMatch(currency -> currency.getCurrencyCode().equals(code)) ? code : null;
	}

	private static LocalDate day(String cell) {
		try {
			return LocalDate.parse(unquoted(cell));
		} catch (DateTimeException e) {
			// the line is said to be wrong
			return null;
		}
	}

	private static BigDecimal rate(String cell) {
		var text = unquoted(cell);
		if (!text.matches("\\d{1,11}(\\.\\d{1,12})?")) {
			return null;
		}
		var rate = new BigDecimal(text);
		return rate.signum() > 0 ? rate : null;
	}
}
