package org.headcoach.shared.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberStyleTest {

	@ParameterizedTest(name = "{0}: {1} is {2}")
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = {
			"DECIMAL_POINT | 1234.50                    | 1234.50",
			"DECIMAL_POINT | 1,234.50                   | 1234.50",
			"DECIMAL_POINT | 1,250                      | 1250",
			"DECIMAL_POINT | 1.250                      | 1.250",
			"DECIMAL_POINT | 12,34,567.5                | 1234567.5",
			"DECIMAL_POINT | 1 234.50                   | 1234.50",
			"DECIMAL_POINT | 1'234.50                   | 1234.50",
			"DECIMAL_POINT | 1’234’567.50               | 1234567.50",
			"DECIMAL_POINT | .5                         | 0.5",
			"DECIMAL_POINT | -.5                        | -0.5",
			"DECIMAL_POINT | 0.1                        | 0.1",
			"DECIMAL_POINT | $1,234.50                  | 1234.50",
			"DECIMAL_POINT | -$1,234.50                 | -1234.50",
			"DECIMAL_POINT | $-1,234.50                 | -1234.50",
			"DECIMAL_POINT | ($1,234.50)                | -1234.50",
			"DECIMAL_POINT | $ (1,234.50)               | -1234.50",
			"DECIMAL_POINT | USD 1,234.50               | 1234.50",
			"DECIMAL_POINT | 1,234.50 usd               | 1234.50",
			"DECIMAL_POINT | Rs.500                     | 500",
			"DECIMAL_POINT | 1,234.50-                  | -1234.50",
			"DECIMAL_POINT | +5                         | 5",
			"DECIMAL_POINT | −5                         | -5",
			"DECIMAL_POINT | 12.5%                      | 0.125",
			"DECIMAL_POINT | -50 %                      | -0.50",
			"DECIMAL_POINT | 1.2E+05                    | 120000",
			"DECIMAL_POINT | 1.5e-3                     | 0.0015",
			"DECIMAL_POINT | 12345678901234567890.12    | 12345678901234567890.12",
			"DECIMAL_COMMA | 1.234,50                   | 1234.50",
			"DECIMAL_COMMA | 1.250                      | 1250",
			"DECIMAL_COMMA | 1,250                      | 1.250",
			"DECIMAL_COMMA | 1 234,50                   | 1234.50",
			"DECIMAL_COMMA | 1.234,50 €                 | 1234.50",
			"DECIMAL_COMMA | € 1.234,50                 | 1234.50",
			"DECIMAL_COMMA | 1'234,50                   | 1234.50",
			"DECIMAL_COMMA | 99,9 %                     | 0.999",
			"DECIMAL_COMMA | 500 kr.                    | 500",
			"PLAIN         | 1250                       | 1250",
			"PLAIN         | 1 250                      | 1250",
			"PLAIN         | 1.5                        | 1.5",
			"PLAIN         | ١٬٢٣٤٫٥٠                   | 1234.50",
			"PLAIN         | ۱٬۲۳۴٫۵۰                   | 1234.50",
			"PLAIN         | ٪١٢                        | 0.12",
			"PLAIN         | ١٬٢٣٤٫٥٠ ر.س               | 1234.50",
			"DECIMAL_POINT | ١,٢٣٤.٥                    | 1234.5",
			"AMBIGUOUS     | 1,234.50                   | 1234.50",
			"AMBIGUOUS     | 0.250                      | 0.250",
			"AMBIGUOUS     | 1234.500                   | 1234.500",
			"AMBIGUOUS     | 1.250.000                  | 1250000",
	})
	void readsNumbers(NumberStyle style, String text, BigDecimal expected) {
		assertEquals(Parsed.of(expected), style.parse(text));
	}

	@Test
	void readsSpacesThatDoNotBreak() {
		for (String space : new String[] {" ", "\u00A0", "\u202F", "\u2009"}) {
			assertEquals(new BigDecimal("1234567.50"),
					NumberStyle.DECIMAL_COMMA.parse("1" + space + "234" + space + "567,50" + space + "\u20AC").value());
		}
		assertEquals(new BigDecimal("-5"), NumberStyle.PLAIN.parse("\u200E-5\u200F").value());
	}

	@ParameterizedTest(name = "{0}: {1} is refused, {2}")
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = {
			"DECIMAL_POINT | 1.234,50     | otherNumberStyle",
			"DECIMAL_POINT | 1,25         | otherNumberStyle",
			"DECIMAL_COMMA | 1,234.50     | otherNumberStyle",
			"DECIMAL_COMMA | 1.25         | otherNumberStyle",
			"DECIMAL_COMMA | 12,34,567.5  | otherNumberStyle",
			"PLAIN         | 1.250        | ambiguousNumber",
			"AMBIGUOUS     | 1,250        | ambiguousNumber",
			"DECIMAL_POINT | 1,2345,678   | notANumber",
			"DECIMAL_POINT | 1,234,56     | notANumber",
			"DECIMAL_POINT | 1.2.3        | notANumber",
			"DECIMAL_POINT | 1 23         | notANumber",
			"DECIMAL_POINT | 12 345 67    | notANumber",
			"DECIMAL_POINT | abc          | notANumber",
			"DECIMAL_POINT | 12 apples    | notANumber",
			"DECIMAL_POINT | 5 XQQ        | notANumber",
			"DECIMAL_POINT | --5          | notANumber",
			"DECIMAL_POINT | -5-          | notANumber",
			"DECIMAL_POINT | (-5)         | notANumber",
			"DECIMAL_POINT | (5           | notANumber",
			"DECIMAL_POINT | 5)           | notANumber",
			"DECIMAL_POINT | -            | notANumber",
			"DECIMAL_POINT | $            | notANumber",
			"DECIMAL_POINT | 5%%          | notANumber",
			"DECIMAL_POINT | USD 5 EUR    | notANumber",
			"DECIMAL_POINT | 5 5          | notANumber",
			"DECIMAL_POINT | 1E999        | notANumber",
			"DECIMAL_POINT | 0x1F         | notANumber",
			"DECIMAL_POINT | NaN          | notANumber",
			"DECIMAL_POINT | 2026-03-31   | notANumber",
			"DECIMAL_POINT | 12:30        | notANumber",
	})
	void refusesWhatIsNoNumber(NumberStyle style, String text, String key) {
		assertEquals(Problem.of("tables.problem." + key, text), style.parse(text).problem());
	}

	@Test
	void refusesMoreDigitsThanADatabaseKeeps() {
		assertEquals(new BigDecimal("9".repeat(38)), NumberStyle.PLAIN.parse("9".repeat(38)).value());
		assertTrue(NumberStyle.PLAIN.parse("9".repeat(39)).isWrong());
		assertTrue(NumberStyle.PLAIN.parse("9".repeat(30_000)).isWrong());
	}

	@ParameterizedTest
	@EnumSource(NumberStyle.class)
	void blankIsNoNumberAndNoProblem(NumberStyle style) {
		assertTrue(style.parse("").isBlank());
		assertTrue(style.parse(" \u00A0\t").isBlank());
		assertTrue(style.parse(" ".repeat(200)).isBlank());
	}

	@ParameterizedTest(name = "{0} is in {1}")
	@CsvSource(delimiter = '|', value = {
			"€5      | EUR", "5 €     | EUR", "EUR 5   | EUR", "5 eur   | EUR", "US$5    | USD", "US $ 5  | USD",
			"R$ 5    | BRL", "₹5      | INR", "5 zł    | PLN", "5 Kč    | CZK", "₺5      | TRY", "$5 USD  | USD",
			"5 ر.س   | SAR", "5 د.إ   | AED", "CHF 5   | CHF", "KWD 5   | KWD", "$5      |    ", "£5      |    ",
			"¥5      |    ", "5 kr    |    ", "5       |    ",
	})
	void namesTheCurrencyWhereOnlyOneIsMeant(String text, String code) {
		Amount amount = NumberStyle.PLAIN.parseAmount(text).value();
		assertEquals(Optional.ofNullable(code), amount.currency());
		assertEquals(new BigDecimal("5"), amount.number());
	}

	@Test
	void keepsThePerCentSignApart() {
		assertEquals(new Amount(new BigDecimal("12.5"), true, Optional.empty()),
				NumberStyle.DECIMAL_POINT.parseAmount("12.5 %").value());
	}

	@ParameterizedTest(name = "{0} -> {1}")
	@CsvSource(delimiter = ';', quoteCharacter = '"', value = {
			"1|2|300                ; PLAIN",
			"1 234|١٬٢٣٤            ; PLAIN",
			"1,234.50               ; DECIMAL_POINT",
			"1,250|12.5             ; DECIMAL_POINT",
			"1,250|1,250,000        ; DECIMAL_POINT",
			"1,250|0.125            ; DECIMAL_POINT",
			"1.234,50 €             ; DECIMAL_COMMA",
			"1.250|3,5              ; DECIMAL_COMMA",
			"1.250|1.250.000        ; DECIMAL_COMMA",
			"1.250                  ; AMBIGUOUS",
			"1,250|2,500|100        ; AMBIGUOUS",
			"1.250|2,500            ; AMBIGUOUS",
			"1.5|1,5                ; AMBIGUOUS",
			"1.250|1234.567         ; DECIMAL_POINT",
	})
	void tellsTheStyleOfAColumn(String values, NumberStyle expected) {
		assertEquals(Optional.of(expected), find(values.split("\\|")).style());
	}

	@Test
	void namesANumberThatMakesItAsk() {
		assertEquals("1.250", find("7", "1.250", "2.500").example());
		assertEquals("1.5", find("1,5", "1.5").example());
		assertNull(find("7").example());
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "n/a"})
	void findsNoStyleWithoutANumber(String value) {
		assertEquals(Optional.empty(), find(value).style());
	}

	@ParameterizedTest(name = "{0} is {1}")
	@CsvSource({"true,true", "TRUE,true", "Yes,true", "y,true", "1,true", "' ja ',true", "WAHR,true", "oui,true",
			"نعم,true", "false,false", "No,false", "0,false", "FALSCH,false", "لا,false"})
	void readsYesAndNo(String text, boolean expected) {
		assertEquals(Parsed.of(expected), YesNo.parse(text));
	}

	@Test
	void refusesWhatIsNeitherYesNorNo() {
		assertTrue(YesNo.parse(" ").isBlank());
		assertEquals(Problem.of("tables.problem.notYesNo", "maybe"), YesNo.parse("maybe").problem());
	}

	private static NumberFinding find(String... values) {
		NumberStyleDetector detector = new NumberStyleDetector();
		for (String value : values) {
			detector.add(value);
		}
		return detector.finding();
	}
}
