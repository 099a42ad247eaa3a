package org.headcoach.compensation.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Locale;

import org.headcoach.site.Messages;
import org.junit.jupiter.api.Test;

/** How it is said that something was not earned in training. */
class GateWordsTest {

	private static String said(String key, Object... arguments) {
		return Messages.text(Locale.ENGLISH, "compensation.pay." + key, arguments);
	}

	@Test
	void namesWhatWasMissingAndWhatIsPaidInstead() {
		var october = YearMonth.of(2026, 10);
		assertEquals("New MRR: Certification “Discovery call” was not held at the end of October, so nothing of it is paid.",
				said("unheld.certified", "New MRR", "Certification “Discovery call”", october, 1, BigDecimal.ZERO, "nothing"));
		assertEquals("New MRR: before selling alone 2 certifications were missing at the end of October, so only 50 % of it is paid.",
				said("unheld.alone", "New MRR", "Ready to sell alone", october, 2, new BigDecimal("50.0"), "part"));
		assertEquals("Ready to sell alone: no, at the end of the month one certification was missing", said("step.held", "Ready to sell alone", "missing", 1));
		assertEquals("Ready to sell alone: nothing is asked of the role", said("step.held", "Ready to sell alone", "unasked", 0));
	}
}
