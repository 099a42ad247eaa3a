package org.headcoach.compensation.engine;

import static org.headcoach.compensation.engine.RateRunTest.assertNumber;
import static org.headcoach.compensation.engine.RateRunTest.n;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotaTest {

	private static final Quota SEASONAL = new Quota(n("100000"), List.of(n("0.2"), n("0.2"), n("0.2"), n("0.4")), Month.JANUARY, Quota.Proration.MONTHS, List.of());

	@ParameterizedTest(name = "G25: start on {0} gives {1}")
	@CsvSource({ "2026-01-01, 100000.00", "2026-03-01, 86666.67", "2026-10-01, 40000.00" })
	void g25SeasonalWeightsAreSpreadOverTheirMonths(LocalDate start, String quota) {
		assertNumber(quota, SEASONAL.of(YearMonth.of(2026, 1), YearMonth.of(2026, 12), start, null, null).setScale(2, RoundingMode.HALF_UP));
	}

	@Test
	void g25ThePartsOfTheYear() {
		var from = LocalDate.of(2026, 3, 1);
		assertNumber("6666.67", SEASONAL.of(YearMonth.of(2026, 1), YearMonth.of(2026, 3), from, null, null).setScale(2, RoundingMode.HALF_UP));
		assertNumber("20000.00", SEASONAL.of(YearMonth.of(2026, 4), YearMonth.of(2026, 6), from, null, null).setScale(2, RoundingMode.HALF_UP));
		assertNumber("40000.00", SEASONAL.of(YearMonth.of(2026, 10), YearMonth.of(2026, 12), from, null, null).setScale(2, RoundingMode.HALF_UP));
	}

	@Test
	void aMonthThatWasBegunCountsWholeOrByItsDays() {
		var months = Quota.monthly(n("3100"));
		var days = new Quota(months.year(), months.seasons(), Month.JANUARY, Quota.Proration.DAYS, List.of());
		var start = LocalDate.of(2026, 1, 22);
		assertNumber("3100", months.of(YearMonth.of(2026, 1), start, null, null));
		assertNumber("1000", days.of(YearMonth.of(2026, 1), start, null, null));
		assertNumber("100", days.of(YearMonth.of(2026, 1), start, start, null));
		assertNumber("0", days.of(YearMonth.of(2026, 2), start, LocalDate.of(2026, 1, 31), null));
	}

	@Test
	void theRampEndsAfterItsLastMonth() {
		var ramped = new Quota(n("480000"), List.of(BigDecimal.ONE), Month.JANUARY, Quota.Proration.MONTHS, List.of(n("0.5"), n("0.75")));
		var start = LocalDate.of(2026, 2, 16);
		assertNumber("20000", ramped.of(YearMonth.of(2026, 2), start, null, start));
		assertNumber("30000", ramped.of(YearMonth.of(2026, 3), start, null, start));
		assertNumber("40000", ramped.of(YearMonth.of(2026, 4), start, null, start));
	}

	@Test
	void weightsThatDoNotAddUpAreRefused() {
		var wrong = new Quota(n("0"), List.of(n("0.5"), n("0.4")), Month.JANUARY, Quota.Proration.MONTHS, List.of(n("0")));
		assertEquals(List.of("compensation.problem.quota-not-above-zero", "compensation.problem.seasons-sum", "compensation.problem.ramp-not-above-zero"),
				wrong.problems().stream().map(Problem::key).toList());
	}
}
