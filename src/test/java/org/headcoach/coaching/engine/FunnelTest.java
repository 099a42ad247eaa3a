package org.headcoach.coaching.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plain figures: what the CRM would show, before any estimate. */
class FunnelTest {

	@ParameterizedTest(name = "{0}: {3} of {2} is {4} %")
	@CsvSource({
			"K-c D1 lead to connect,       CONNECT,   150, 75, 50.0",
			"K-c D1 connect to opportunity, DISCOVERY, 75, 25, 33.3",
			"K-c D1 opportunity to presentation, DEMO, 25, 15, 60.0",
			"K-c D1 presentation to customer, CLOSE,   15,  5, 33.3",
			"K-c D2 lead to connect,       CONNECT,   100, 50, 50.0",
			"K-c D2 connect to discovery,  DISCOVERY,  50, 30, 60.0",
			"K-c D2 discovery to demo,     DEMO,       30, 15, 50.0",
			"K-c D2 demo to customer,      CLOSE,      15,  5, 33.3" })
	void dividesOneStepByTheOneBefore(String name, String conversion, long before, long after, double percent) {
		RepFigures rep = name.contains("D1") ? Reps.aRepWith(1, 150, 75, 25, 15, 5) : Reps.aRepWith(2, 100, 50, 30, 15, 5);
		Metric metric = switch (conversion) {
			case "CONNECT" -> Reps.CONNECT;
			case "DISCOVERY" -> Reps.DISCOVERY;
			case "DEMO" -> Reps.DEMO;
			default -> Reps.CLOSE;
		};
		assertEquals(new Observation.Share(after, before), rep.observe(metric, Reps.FUNNEL));
		assertEquals(percent, 100 * rep.observe(metric, Reps.FUNNEL).plain(), 0.05);
	}

	@ParameterizedTest(name = "{0}: {2} of {1} leads is {3} %, ten reps need {4} leads")
	@CsvSource({ "K-c D1, 150, 5, 3.33, 1500", "K-c D2, 100, 5, 5.00, 1000" })
	void fromLeadToCustomerTheConversionsMultiply(String name, long leads, long customers, double percent, long leadsOfTen) {
		RepFigures rep = name.contains("D1") ? Reps.aRepWith(1, 150, 75, 25, 15, 5) : Reps.aRepWith(2, 100, 50, 30, 15, 5);
		double product = Reps.FUNNEL.conversions().stream().mapToDouble(c -> rep.observe(c, Reps.FUNNEL).plain()).reduce(1, (a, b) -> a * b);
		assertEquals(percent, 100 * product, 0.005);
		assertEquals((double) customers / leads, product, 1e-12);
		assertEquals(leadsOfTen, Math.round(10 * customers / product));
	}

	@Test
	void kDShowsNotAvailableWhereNothingWasCounted() {
		RepFigures rep = Reps.aRepWith(1, 20, 4, 0, 0, 0);
		assertNull(rep.observe(Reps.DEMO, Reps.FUNNEL).plain());
		assertNull(rep.observe(Reps.MRR, Reps.FUNNEL).plain());
		assertNull(rep.observe(Reps.CHURN, Reps.FUNNEL).plain());
		assertEquals(0.0, rep.observe(Reps.DISCOVERY, Reps.FUNNEL).plain(), "0 of 4 is a rate");
	}

	@Test
	void flagsMoreSuccessesThanTrialsAndStillPrintsThePlainRate() {
		Observation.Share share = (Observation.Share) Reps.aRepWith(1, 50, 20, 4, 6, 2).observe(Reps.DEMO, Reps.FUNNEL);
		assertTrue(share.moreSuccessesThanTrials());
		assertEquals(1.5, share.plain());
		assertFalse(new Observation.Share(4, 4).moreSuccessesThanTrials());
	}

	@Test
	void averagesOfDealsLeaveOutWhatIsNotKnown() {
		RepFigures rep = new RepFigures(1, List.of(), List.of(new WonDeal(new BigDecimal("400"), 10, null), new WonDeal(new BigDecimal("600"), null, new BigDecimal("0.2")),
				new WonDeal(BigDecimal.ZERO, 0, BigDecimal.ZERO), new WonDeal(null, -3, null)));
		assertEquals(500, rep.observe(Reps.MRR, Reps.FUNNEL).plain());
		assertEquals(2, rep.observe(Reps.MRR, Reps.FUNNEL).n());
		assertEquals(5, rep.observe(Metric.of(MetricKind.DAYS_TO_CLOSE), Reps.FUNNEL).plain());
		assertEquals(0.1, rep.observe(Metric.of(MetricKind.DISCOUNT), Reps.FUNNEL).plain(), 1e-12);
	}

	@Property(tries = 100)
	void theOrderOfMonthsDoesNotMatter(@ForAll @Size(3) List<@IntRange(max = 500) Integer> leads) {
		List<RepMonth> months = List.of(month(0, leads.get(0)), month(1, leads.get(1)), month(2, leads.get(2)));
		List<RepMonth> back = List.of(months.get(2), months.get(0), months.get(1));
		for (Metric metric : Reps.FUNNEL.metrics()) {
			assertEquals(new RepFigures(1, months, List.of()).observe(metric, Reps.FUNNEL), new RepFigures(1, back, List.of()).observe(metric, Reps.FUNNEL));
		}
	}

	@Test
	void aMetricComesBackFromItsCode() {
		for (Metric metric : Reps.FUNNEL.metrics()) {
			assertEquals(metric, Metric.parse(metric.code()));
		}
		assertEquals("CONVERSION:connects:discovery_calls", Reps.DISCOVERY.code());
		assertThrows(IllegalArgumentException.class, () -> Metric.parse("CONVERSION:connects"));
		assertThrows(IllegalArgumentException.class, () -> Metric.parse("LUCK"));
	}

	@Test
	void refusesAFunnelOfOneStepOrWithAStepTwice() {
		assertThrows(IllegalArgumentException.class, () -> new Funnel(List.of("leads")));
		assertThrows(IllegalArgumentException.class, () -> new Funnel(List.of("leads", "demos", "leads")));
		assertThrows(IllegalArgumentException.class, () -> new Funnel(List.of("leads", "de:mos")));
	}

	@Test
	void refusesAMonthTwiceOrANegativeCount() {
		assertThrows(IllegalArgumentException.class, () -> new RepFigures(1, List.of(month(0, 1), month(0, 2)), List.of()));
		assertThrows(IllegalArgumentException.class, () -> month(0, -1));
	}

	private static RepMonth month(int offset, long leads) {
		return new RepMonth(YearMonth.of(2026, 1).plusMonths(offset), 20, List.of(leads, leads / 2, leads / 4, leads / 8, leads / 16), 30, 1);
	}
}
