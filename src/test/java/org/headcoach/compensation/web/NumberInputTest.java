package org.headcoach.compensation.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberInputTest {

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "4,200 | 4200", "1,234,567.89 | 1234567.89", "4200 | 4200", "4 200 | 4200", "10 % | 0.1", "0.125 | 0.125", "-15,100 | -15100", "\u22125 | -5" })
	void readsWhatPeopleType(String typed, String number) {
		assertEquals(0, new BigDecimal(number).compareTo(NumberInput.number(typed, false).orElseThrow()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "1,5", "12,5 %", "1,23,456", "4,2000", "1.2.3", "ten", "5%%", "1e3", "--1", "" })
	void refusesWhatCouldMeanSomethingElse(String typed) {
		assertTrue(NumberInput.number(typed, false).isEmpty(), typed);
	}
}
