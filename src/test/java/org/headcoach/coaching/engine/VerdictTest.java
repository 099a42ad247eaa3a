package org.headcoach.coaching.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where exactly one verdict ends and the next begins. */
class VerdictTest {

	private static final DiagnosisRules RULES = DiagnosisRules.standard();

	@ParameterizedTest(name = "below with {0}, above with {1}: {2}")
	@CsvSource({
			"0.95,     0.05,     BELOW",
			"0.949999, 0.050001, PERHAPS_BELOW",
			"0.80,     0.20,     PERHAPS_BELOW",
			"0.799999, 0.200001, IN_LINE",
			"0.50,     0.50,     IN_LINE",
			"0.200001, 0.799999, IN_LINE",
			"0.20,     0.80,     PERHAPS_ABOVE",
			"0.050001, 0.949999, PERHAPS_ABOVE",
			"0.05,     0.95,     ABOVE" })
	void turnsExactlyAtEightyAndNinetyFivePercent(double below, double above, Verdict verdict) {
		assertEquals(verdict, Verdict.of(below, above, true, RULES));
	}

	@Test
	void aDifferenceTooSmallToMatterIsInLineHoweverSure() {
		assertEquals(Verdict.IN_LINE, Verdict.of(0.9999, 0.0001, false, RULES));
		assertEquals(Verdict.IN_LINE, Verdict.of(0.0001, 0.9999, false, RULES));
	}

	@ParameterizedTest(name = "better with {0}: {1}")
	@CsvSource({ "0.95, BETTER", "0.949999, CANNOT_TELL", "0.5, CANNOT_TELL", "0.050001, CANNOT_TELL", "0.05, WORSE" })
	void anEffectIsToldFromNinetyFivePercentOnEitherSide(double probabilityBetter, EffectVerdict verdict) {
		assertEquals(verdict, EffectVerdict.of(probabilityBetter, RULES));
	}

	@Test
	void theIntervalBelongsToTheCertainVerdict() {
		assertEquals(0.90, RULES.intervalLevel(), 1e-12);
	}

	@Test
	void refusesRulesThatContradictThemselves() {
		assertThrows(IllegalArgumentException.class, () -> new DiagnosisRules(0.8, 0.95, 5, 0.05, 2, 10, 10, 5, 30));
		assertThrows(IllegalArgumentException.class, () -> new DiagnosisRules(0.95, 0.4, 5, 0.05, 2, 10, 10, 5, 30));
		assertThrows(IllegalArgumentException.class, () -> new DiagnosisRules(0.95, 0.8, 1, 0.05, 2, 10, 10, 5, 30));
	}
}
