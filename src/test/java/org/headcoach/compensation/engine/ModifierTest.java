package org.headcoach.compensation.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is earned in training, as a factor. */
class ModifierTest {

	private static final Currency USD = Currency.getInstance("USD");

	/** A deal of 500 a month at 2 for 1; held is 1, missing 0, and empty where the role is asked for nothing. */
	@ParameterizedTest
	@CsvSource({ "1, 0, 1000", "0, 0, 0", "0, 0.5, 500", ", 0, 1000" })
	void paysAllWithTheCertificateAndOnlyAPartWithout(BigDecimal held, BigDecimal without, BigDecimal pay) {
		var gate = Modifier.certified(12, without);
		var component = Component.of("mrr", RateTable.flat(BigDecimal.valueOf(2)), Window.MONTH, PaySchedule.atOnce(null)).modified(gate);
		var month = YearMonth.of(2026, 10);
		var facts = PayeeFacts.of(Map.of("mrr", List.of(Credit.sale("deal", month.atDay(14), new BigDecimal("500")))), Map.of("deal", new PayableDeal("deal", month.atDay(14), null, List.of(), null)),
				month.atDay(1), LocalDate.of(2026, 12, 31)).withFactors("mrr", month, gate.of(held, 1));
		assertEquals(0, pay.compareTo(new PayRun(PlanTerms.of("Plan", USD, component), facts).months(month, month).get(0).owed().amount()));
	}

	@Test
	void itsFigureNamesTheCertification() {
		assertEquals(12L, Modifier.certificationOf(Modifier.certified(12, BigDecimal.ZERO).figure()));
		assertNull(Modifier.certificationOf(Modifier.SELLS_ALONE));
		assertNull(Modifier.certificationOf("CHURN"));
	}

	@Test
	void whatIsHeldOrNotHasNoThirdStep() {
		var three = Modifier.steps(Modifier.SELLS_ALONE, 1, List.of(new Modifier.Step(BigDecimal.ZERO, BigDecimal.ZERO), new Modifier.Step(BigDecimal.ONE, BigDecimal.ONE),
				new Modifier.Step(BigDecimal.TEN, BigDecimal.ONE)), BigDecimal.ONE);
		assertEquals(List.of("compensation.problem.held-or-not"), three.problems().stream().map(Problem::key).toList());
		assertEquals(List.of(), Modifier.sellsAlone(BigDecimal.ZERO, BigDecimal.ONE).problems());
	}
}
