package org.headcoach.shared.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateStyleTest {

	private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
	private static final ZoneId RIYADH = ZoneId.of("Asia/Riyadh");

	@ParameterizedTest(name = "{0}: {1} is {2}")
	@CsvSource(delimiter = '|', value = {
			"ISO      | 2026-03-31                 | 2026-03-31",
			"ISO      | 2026-3-1                   | 2026-03-01",
			"ISO      | 2026/03/31                 | 2026-03-31",
			"ISO      | 20260331                   | 2026-03-31",
			"ISO      | 2026-03-31 14:05           | 2026-03-31",
			"ISO      | 31 Mar 2026                | 2026-03-31",
			"ISO      | 31-Mar-26                  | 2026-03-31",
			"ISO      | March 31, 2026             | 2026-03-31",
			"ISO      | Sept 5, 2026               | 2026-09-05",
			"ISO      | Tue, 31 Mar 2026           | 2026-03-31",
			"ISO      | Tuesday, March 31, 2026    | 2026-03-31",
			"ISO      | ٢٠٢٦-٠٣-٣١                 | 2026-03-31",
			"US       | 3/31/2026                  | 2026-03-31",
			"US       | 03/04/2026                 | 2026-03-04",
			"US       | 3-4-26                     | 2026-03-04",
			"US       | 12/31/68                   | 2068-12-31",
			"US       | 12/31/69                   | 1969-12-31",
			"US       | 2026-03-31                 | 2026-03-31",
			"EUROPEAN | 31.03.2026                 | 2026-03-31",
			"EUROPEAN | 31. 3. 2026                | 2026-03-31",
			"EUROPEAN | 31/3/2026                  | 2026-03-31",
			"EUROPEAN | 03/04/2026                 | 2026-04-03",
			"EUROPEAN | 03-04-2026                 | 2026-04-03",
			"EUROPEAN | 3.4.26                     | 2026-04-03",
			"EUROPEAN | 29.02.2028                 | 2028-02-29",
			"EUROPEAN | ٣١/٠٣/٢٠٢٦                 | 2026-03-31",
			"EUROPEAN | ۳۱/۰۳/۲۰۲۶                 | 2026-03-31",
			"EUROPEAN | ٣١؍٠٣؍٢٠٢٦                 | 2026-03-31",
	})
	void readsDates(DateStyle style, String text, LocalDate expected) {
		assertEquals(Parsed.of(expected), style.parseDate(text, BERLIN));
	}

	@ParameterizedTest(name = "{0} is {1}")
	@CsvSource(delimiter = '|', value = {
			"2026-03-31 14:05                | 2026-03-31T14:05",
			"2026-03-31T14:05:09             | 2026-03-31T14:05:09",
			"2026-03-31T14:05:09.123456789   | 2026-03-31T14:05:09.123456789",
			"2026-03-31                      | 2026-03-31T00:00",
			"3/31/2026 2:05 PM               | 2026-03-31T14:05",
			"3/31/2026 12:00 AM              | 2026-03-31T00:00",
			"3/31/2026, 12:30:15 pm          | 2026-03-31T12:30:15",
			"March 31, 2026 at 2:05 PM       | 2026-03-31T14:05",
	})
	void readsTimes(String text, LocalDateTime expected) {
		assertEquals(Parsed.of(expected), DateStyle.US.parseDateTime(text, BERLIN));
	}

	@ParameterizedTest(name = "{0} is {1} in Riyadh")
	@CsvSource(delimiter = '|', value = {
			"2026-03-31T23:30:00Z            | 2026-04-01T02:30",
			"2026-03-31T23:30:00.000+0000    | 2026-04-01T02:30",
			"2026-03-31 23:30 UTC            | 2026-04-01T02:30",
			"2026-03-31T23:30:00+03:00       | 2026-03-31T23:30",
			"2026-03-31T23:30:00-05:00       | 2026-04-01T07:30",
			"2026-03-31T23:30:00+03          | 2026-03-31T23:30",
			"2026-03-31 23:30                | 2026-03-31T23:30",
	})
	void countsAnInstantInTheCompanysZone(String text, LocalDateTime expected) {
		assertEquals(Parsed.of(expected), DateStyle.ISO.parseDateTime(text, RIYADH));
		assertEquals(Parsed.of(expected.toLocalDate()), DateStyle.ISO.parseDate(text, RIYADH));
	}

	@ParameterizedTest(name = "{0}: {1} is refused, {2}")
	@CsvSource(delimiter = '|', value = {
			"EUROPEAN  | 31.02.2026          | noSuchDay",
			"EUROPEAN  | 29.02.2026          | noSuchDay",
			"EUROPEAN  | 03/31/2026          | noSuchDay",
			"US        | 31/03/2026          | noSuchDay",
			"ISO       | 2026-02-30          | noSuchDay",
			"ISO       | 2026-13-01          | noSuchDay",
			"ISO       | 2026-00-10          | noSuchDay",
			"ISO       | 31 Feb 2026         | noSuchDay",
			"ISO       | 20261331            | noSuchDay",
			"ISO       | 2026-03-31 24:01    | noSuchTime",
			"ISO       | 2026-03-31 10:60    | noSuchTime",
			"ISO       | 0026-03-31          | yearOutOfRange",
			"ISO       | 2200-01-01          | yearOutOfRange",
			"ISO       | 03/04/2026          | ambiguousDate",
			"ISO       | 31.03.2026          | ambiguousDate",
			"AMBIGUOUS | 03/04/2026          | ambiguousDate",
			"ISO       | soon                | notADate",
			"ISO       | 2026                | notADate",
			"ISO       | 2026-03             | notADate",
			"ISO       | 2026-03-31x         | notADate",
			"ISO       | 2026-03-31T         | notADate",
			"ISO       | 2026-03-31 14       | notADate",
			"ISO       | 2026-03-31 13:00 PM | notADate",
			"ISO       | 2026-03/31          | notADate",
			"US        | 3/31                | notADate",
			"US        | 3/31/206            | notADate",
			"US        | 3/31/20265          | notADate",
			"ISO       | Foo 31, 2026        | notADate",
			"ISO       | -1                  | notADate",
	})
	void refusesWhatIsNoDate(DateStyle style, String text, String key) {
		assertEquals(Problem.of("tables.problem." + key, text), style.parseDate(text, BERLIN).problem());
	}

	@ParameterizedTest
	@EnumSource(DateStyle.class)
	void readsUndoubtedDatesInEveryStyle(DateStyle style) {
		assertEquals(LocalDate.of(2026, 3, 31), style.parseDate("2026-03-31", BERLIN).value());
		assertEquals(LocalDate.of(2026, 3, 31), style.parseDate("31 March 2026", BERLIN).value());
		assertTrue(style.parseDate(" \u00A0\u200F", BERLIN).isBlank());
	}

	@Test
	void passesOverInvisibleMarksAroundAndInsideADate() {
		assertEquals(LocalDate.of(2026, 3, 31),
				DateStyle.EUROPEAN.parseDate("\u200F\u0663\u0661\u200F/\u0660\u0663\u200F/\u0662\u0660\u0662\u0666", RIYADH).value());
	}

	@ParameterizedTest(name = "{0} -> {1}")
	@CsvSource(delimiter = '|', value = {
			"2026-03-04;2026-03-31          | ISO",
			"3 Mar 2026;2026-03-31          | ISO",
			"03/04/2026;03/31/2026          | US",
			"03/04/2026;31/03/2026          | EUROPEAN",
			"03.04.2026;05.06.2026          | EUROPEAN",
			"03/04/2026;05/06/2026          | AMBIGUOUS",
			"03-04-2026                     | AMBIGUOUS",
			"03/03/2026                     | AMBIGUOUS",
			"03/31/2026;31/03/2026          | AMBIGUOUS",
			"03/04/2026;2026-03-31          | AMBIGUOUS",
			"03/04/2026;;nonsense;03/31/26  | US",
			"٠٣/٠٤/٢٠٢٦;٣١/٠٣/٢٠٢٦          | EUROPEAN",
	})
	void tellsTheStyleOfAColumn(String values, DateStyle expected) {
		assertEquals(Optional.of(expected), find(values.split(";")).style());
	}

	@Test
	void namesADateThatMakesItAsk() {
		assertEquals("03/04/2026", find("2026-01-01", "03/04/2026", "05/06/2026").example());
		DateFinding contradiction = find("31/03/2026", "03/31/2026");
		assertTrue(contradiction.isContradictory());
		assertEquals("03/31/2026", contradiction.example());
		assertFalse(find("2026-01-01").isContradictory());
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "n/a", "13/13/2026"})
	void findsNoStyleWithoutADate(String value) {
		assertEquals(Optional.empty(), find(value).style());
	}

	@Test
	void countsWhatItSaw() {
		assertEquals(new DateFinding(1, 1, 1, 1, 1, "12/31/2026"),
				find("2026-01-01", "12/31/2026", "31/12/2026", "01/02/2026", "?", "", " "));
	}

	@Test
	void keepsMicrosecondsOfAnOffsetAtTheEdgeOfAYear() {
		assertEquals(LocalDate.of(2027, 1, 1), DateStyle.ISO.parseDate("2026-12-31T23:59:59.999-01:00", ZoneOffset.UTC).value());
	}

	private static DateFinding find(String... values) {
		DateStyleDetector detector = new DateStyleDetector();
		for (String value : values) {
			detector.add(value);
		}
		return detector.finding();
	}
}
