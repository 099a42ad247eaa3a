package org.headcoach.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class FormatsTest {

	private final Formats formats = new Formats(() -> Locale.ENGLISH);

	@ParameterizedTest
	@CsvSource({"9, 64, 14 %", "1, 3, 33 %", "0, 7, 0 %", "42, 1247, 3.4 %", "0, 0, n/a"})
	void printsThePlainRate(long part, long whole, String text) {
		assertEquals(text, formats.rate(part, whole).replace('\u00a0', ' '));
	}

	@Test
	void printsNothingAsADash() {
		assertEquals("–", formats.percent(null));
		assertEquals("–", formats.number(null));
		assertEquals("–", formats.money(null, "USD"));
		assertEquals("–", formats.percent(Double.NaN));
	}

	@ParameterizedTest
	@CsvSource({"2330.4, '+$2,330'", "-740, '−$740'", "0, '$0'", "-0.2, '$0'"})
	void signsAGain(BigDecimal amount, String text) {
		assertEquals(text, formats.signedMoney(amount, "USD"));
	}

	@Test
	void printsMinorUnitsOfTheCurrencyOnStatements() {
		assertEquals("$4,230.00", formats.exactMoney(new BigDecimal("4230"), "USD"));
		assertEquals("¥4,230", formats.exactMoney(new BigDecimal("4230"), "JPY"));
	}

	@Test
	void roundsHalfUp() {
		assertEquals("2.5", formats.number(new BigDecimal("2.45"), 1));
		assertEquals("+4", formats.signed(new BigDecimal("3.5")));
	}

	/** Halves as they are written, not as a double holds them: 0.145 is a little less. */
	@ParameterizedTest
	@CsvSource({"0.145, 15", "0.285, 29", "0.1449999, 14", "0.005, 1", "0.0049999, 0", "0.995, 100", "1.005, 101", "-0.145, −15"})
	void roundsAShareHalfUpAsItIsWritten(double share, String text) {
		assertEquals(text + "\u00a0%", formats.percent(share));
	}

	@Property
	void printsAShareAsDecimalArithmeticDoes(@ForAll @DoubleRange(min = 0, max = 20) double share) {
		assertEquals(formats.number(new BigDecimal(Double.toString(share)).movePointRight(2)) + "\u00a0%", formats.percent(share));
	}

	@Test
	void writesNumbersInTheReadersLanguage() {
		assertEquals("1.234,5", Formats.number(Locale.GERMAN, 1234.5, 1, false));
	}

	@Test
	void namesDaysAndMonths() {
		assertEquals("October 2026", formats.month(YearMonth.of(2026, 10)));
		assertEquals("October", formats.monthName(YearMonth.of(2026, 10)));
		assertEquals("2 Nov 2026", formats.day(LocalDate.of(2026, 11, 2)));
		assertEquals("Monday 2 November", formats.dayInWords(LocalDate.of(2026, 11, 2)));
	}

	@ParameterizedTest
	@CsvSource({"2023-10-01, 3 y 1 m", "2025-12-01, 11 m", "2026-09-14, 7 weeks", "2026-10-30, first week", "2026-12-01, starts 1 Dec 2026"})
	void tellsHowLongSomebodyIsThere(LocalDate from, String tenure) {
		assertEquals(tenure, formats.tenure(from, LocalDate.of(2026, 11, 2)));
	}
}
