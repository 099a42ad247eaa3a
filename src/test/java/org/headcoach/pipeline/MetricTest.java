package org.headcoach.pipeline;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the metrics come to: METHOD 3 and the worked funnels of section 7. */
class MetricTest {

	private static final Metrics METRICS = Metrics.of(StandardFunnel.FUNNEL);

	@ParameterizedTest(name = "{0} {1}")
	@CsvSource(textBlock = """
			K-c D1, CONVERSION:LEADS_WORKED:CONNECTS,   150, 75, 25, 15, 5, 50.00
			K-c D1, CONVERSION:CONNECTS:DISCOVERIES,    150, 75, 25, 15, 5, 33.33
			K-c D1, CONVERSION:DISCOVERIES:DEMOS,       150, 75, 25, 15, 5, 60.00
			K-c D1, CONVERSION:DEMOS:CUSTOMERS,         150, 75, 25, 15, 5, 33.33
			K-c D1, CONVERSION:LEADS_WORKED:CUSTOMERS,  150, 75, 25, 15, 5,  3.33
			K-c D2, CONVERSION:LEADS_WORKED:CONNECTS,   100, 50, 30, 15, 5, 50.00
			K-c D2, CONVERSION:CONNECTS:DISCOVERIES,    100, 50, 30, 15, 5, 60.00
			K-c D2, CONVERSION:DISCOVERIES:DEMOS,       100, 50, 30, 15, 5, 50.00
			K-c D2, CONVERSION:DEMOS:CUSTOMERS,         100, 50, 30, 15, 5, 33.33
			K-c D2, CONVERSION:LEADS_WORKED:CUSTOMERS,  100, 50, 30, 15, 5,  5.00
			""")
	void givesTheConversionsOfTheWorkedFunnels(String golden, String metric, int leads, int connects, int discoveries, int demos, int customers, BigDecimal perCent) {
		assertEquals(perCent, perCent(METRICS.find(metric).orElseThrow().of(funnel(leads, connects, discoveries, demos, customers))));
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource({"D1, 150, 10, 1500", "D2, 100, 10, 1000"})
	void tenRepsWorkTenTimesTheLeads(String golden, int leads, int reps, BigDecimal together) {
		var team = Quantities.NONE;
		for (int rep = 0; rep < reps; rep++) {
			team = team.plus(funnel(leads, 0, 0, 0, 0));
		}
		assertEquals(together, METRICS.find("VOLUME:LEADS_WORKED").orElseThrow().of(team).value());
	}

	@Test
	void kd_ADenominatorOfZeroIsNotKnownRatherThanZero() {
		var nothing = METRICS.find("CONVERSION:CONNECTS:DISCOVERIES").orElseThrow().of(Quantities.NONE);
		var noneOfFour = METRICS.find("CONVERSION:CONNECTS:DISCOVERIES").orElseThrow().of(funnel(10, 4, 0, 0, 0));
		assertAll(() -> assertFalse(nothing.isKnown()), () -> assertNull(nothing.value()), () -> assertEquals(0, noneOfFour.value().signum()),
				() -> assertNull(METRICS.find("CHURN").orElseThrow().of(Quantities.NONE).value()),
				() -> assertNull(METRICS.find("VOLUME:CONNECTS").orElseThrow().perDay(funnel(1, 1, 1, 1, 1), 0).value()));
	}

	@Test
	void aVolumeIsAlsoShownPerWorkingDay() {
		assertEquals(new BigDecimal("7.5"), METRICS.find("VOLUME:LEADS_WORKED").orElseThrow().perDay(funnel(150, 0, 0, 0, 0), 20).value());
	}

	@Test
	void averagesDivideByTheDealsTheyAreKnownFor() {
		var sums = sums("DEALS_WON", 5, "MRR_WON", 3200, "MRR_DEALS", 4, "FOREIGN_DEALS", 1, "CLOSE_DAYS", 90, "CLOSE_DEALS", 3, "DISCOUNT_SUM", 25, "DISCOUNT_DEALS", 2);
		assertAll(() -> assertEquals(new BigDecimal("800"), METRICS.find("MRR_PER_CUSTOMER").orElseThrow().of(sums).value()),
				() -> assertEquals(new BigDecimal("30"), METRICS.find("DAYS_TO_CLOSE").orElseThrow().of(sums).value()),
				() -> assertEquals(new BigDecimal("12.5"), METRICS.find("DISCOUNT").orElseThrow().of(sums).value()));
	}

	@Test
	void customersHeldAreThoseWonLessThoseLostBefore() {
		var january = YearMonth.of(2026, 1);
		var lines = List.of(line(null, "DEALS_WON", 12), line(null, "CUSTOMERS_LOST", 2), line(january, "DEALS_WON", 5), line(january, "CUSTOMERS_LOST", 1),
				line(january.plusMonths(1), "CUSTOMERS_LOST", 4));
		var table = new FigureTable(january, january.plusMonths(2), lines);
		assertAll(() -> assertEquals(10, table.in(1, january).count(Quantity.CUSTOMERS_HELD)),
				() -> assertEquals(14, table.in(1, january.plusMonths(1)).count(Quantity.CUSTOMERS_HELD)),
				() -> assertEquals(10, table.in(1, january.plusMonths(2)).count(Quantity.CUSTOMERS_HELD)),
				() -> assertEquals(new BigDecimal("10.00"), perCent(METRICS.find("CHURN").orElseThrow().of(table.in(1, january)))),
				() -> assertEquals(34, table.over(1).count(Quantity.CUSTOMERS_HELD)),
				() -> assertEquals(new BigDecimal("14.71"), perCent(METRICS.find("CHURN").orElseThrow().of(table.over(1)))));
	}

	private static FigureTable.Line line(YearMonth month, String code, int quantity) {
		return new FigureTable.Line(1, month, code, BigDecimal.valueOf(quantity));
	}

	private static BigDecimal perCent(Metric.Figure figure) {
		return figure.value().multiply(BigDecimal.valueOf(100)).setScale(2, RoundingMode.HALF_UP);
	}

	private static Quantities funnel(int leads, int connects, int discoveries, int demos, int customers) {
		return sums("LEADS_WORKED", leads, "CONNECTS", connects, "DISCOVERIES", discoveries, "DEMOS", demos, "CUSTOMERS", customers);
	}

	private static Quantities sums(Object... codesAndNumbers) {
		var sums = new HashMap<String, BigDecimal>();
		var all = new ArrayList<>(List.of(codesAndNumbers));
		while (!all.isEmpty()) {
			sums.put((String) all.remove(0), BigDecimal.valueOf((Integer) all.remove(0)));
		}
		return new Quantities(sums);
	}
}
