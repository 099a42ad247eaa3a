package org.headcoach.pipeline.engine;

import static org.headcoach.pipeline.engine.ImportKind.DEALS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.headcoach.pipeline.engine.Survey.Doubt;
import org.headcoach.pipeline.engine.Survey.Question;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What a workbook holds as a number or a day is in no doubt, whatever stands as text in the same column. */
class TypedCellsTest {

	private static final List<String> COLUMNS = List.of("ID", "Owner", "Stage", "Created", "Closed on", "MRR", "Discount");
	private static final LocalDate FOURTH_OF_MARCH = LocalDate.of(2026, 3, 4);

	@Test
	void aColumnOfNumbersAsksNothing() {
		var deals = deals(Mapping.EMPTY, number("102.875"), number("1.25"), number("98"));
		assertEquals(List.of(), deals.finding.questions());
		assertEquals(new BigDecimal("102.875"), deals.value(DEALS, 0, "mrr"));
	}

	@ParameterizedTest(name = "{0} answered {1}: {2}")
	@CsvSource({"number 102.875, DECIMAL_POINT, 102.875", "number 102.875, DECIMAL_COMMA, 102.875", "text 102.875, DECIMAL_POINT, 102.875",
			"text 102.875, DECIMAL_COMMA, 102875", "number 1234.5, DECIMAL_COMMA, 1234.5", "number 1250, DECIMAL_COMMA, 1250", "number 0.5, DECIMAL_COMMA, 0.5",
			"'text 102,875', DECIMAL_COMMA, 102.875", "'text 102,875', DECIMAL_POINT, 102875"})
	void theAnswerIsAboutTextsOnly(String cell, String answer, BigDecimal expected) {
		var value = cell.substring(cell.indexOf(' ') + 1);
		// the text in the last line keeps the column in doubt
		var deals = deals(Mapping.EMPTY.withStyle("MRR", answer), cell.startsWith("number") ? number(value) : value, "9.125");
		assertEquals(List.of(Doubt.NUMBER), deals.finding.questions().stream().map(Question::doubt).toList());
		assertEquals(expected, deals.value(DEALS, 0, "mrr"));
	}

	@Test
	void aNumberDoesNotShowHowPeopleWriteInItsColumn() {
		var deals = deals(Mapping.EMPTY, number("12.5"), "12,5");
		assertEquals(List.of(), deals.finding.questions());
		assertEquals(deals.value(DEALS, 0, "mrr"), deals.value(DEALS, 1, "mrr"));
	}

	@Test
	void aDayIsNeverAskedWhetherItsMonthStandsFirst() {
		assertEquals(List.of(), closed("DECIMAL_POINT", FOURTH_OF_MARCH, LocalDate.of(2026, 5, 6)).finding.questions());
		for (var answer : List.of("US", "EUROPEAN")) {
			var mixed = closed(answer, FOURTH_OF_MARCH, "05/06/2026");
			assertEquals(List.of("05/06/2026"), mixed.finding.questions().stream().map(Question::example).toList());
			assertEquals(FOURTH_OF_MARCH, mixed.value(DEALS, 0, "closed_on"));
		}
	}

	@Test
	void smallNumbersInAColumnOfPerCentAreStillAsked() {
		var line = new ArrayList<Object>(List.of("1", "", "Won", FOURTH_OF_MARCH, FOURTH_OF_MARCH, 1, number("0.125")));
		assertEquals(List.of(Doubt.PER_CENT), Csv.workbook(DEALS, COLUMNS, List.of(line), Mapping.EMPTY).finding.questions().stream().map(Question::doubt).toList());
		var answered = Csv.workbook(DEALS, COLUMNS, List.of(line), Mapping.EMPTY.withStyle("Discount %", "SHARE"));
		assertEquals(0, number("12.5").compareTo((BigDecimal) answered.value(DEALS, 0, "discount")));
	}

	@Property(tries = 60)
	void everyNumberComesBackTheSameUnderEachAnswer(@ForAll @IntRange(min = 0) int unscaled, @ForAll @IntRange(max = 4) int scale, @ForAll boolean comma) {
		var number = BigDecimal.valueOf(unscaled, scale);
		var deals = deals(Mapping.EMPTY.withStyle("MRR", comma ? "DECIMAL_COMMA" : "DECIMAL_POINT"), number, "9.125");
		assertEquals(0, number.compareTo((BigDecimal) deals.value(DEALS, 0, "mrr")), () -> number + " became " + deals.value(DEALS, 0, "mrr"));
	}

	private static Csv deals(Mapping mapping, Object... mrr) {
		return Csv.workbook(DEALS, COLUMNS, lines(List.of(FOURTH_OF_MARCH), Arrays.asList(mrr)), mapping);
	}

	private static Csv closed(String answer, Object... days) {
		return Csv.workbook(DEALS, COLUMNS, lines(Arrays.asList(days), List.of(1)), Mapping.EMPTY.withStyle("Closed on", answer));
	}

	private static List<List<?>> lines(List<?> closed, List<?> mrr) {
		var lines = new ArrayList<List<?>>();
		for (int i = 0; i < Math.max(closed.size(), mrr.size()); i++) {
			lines.add(Arrays.asList(String.valueOf(i + 1), "", "Won", LocalDate.of(2026, 1, 1), closed.get(Math.min(i, closed.size() - 1)), mrr.get(Math.min(i, mrr.size() - 1)), null));
		}
		return lines;
	}

	private static BigDecimal number(String text) {
		return new BigDecimal(text);
	}
}
