package org.headcoach.coaching.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class WorthTest {

	/** A CRM that knows demos and customers, and nothing of what comes before. */
	private static List<RepFigures> onlyDemosAndCustomers() {
		var reps = new ArrayList<RepFigures>();
		reps.add(Reps.aRepWith(1, 0, 0, 0, 120, 12));
		for (int id = 2; id < 14; id++) {
			reps.add(Reps.aRepWith(id, 0, 0, 0, 120, 29 + id % 3));
		}
		return reps;
	}

	@Test
	void valuesAStepByThoseWhoReachedItWhereTheStepsBeforeAreNotCounted() {
		var diagnosis = Diagnosis.of(Reps.FUNNEL, onlyDemosAndCustomers(), DiagnosisRules.standard());
		var suggestion = diagnosis.rep(1).orElseThrow().suggestions().stream().filter(s -> s.metric().equals(Reps.CLOSE)).findFirst().orElseThrow();
		var finding = suggestion.finding();
		assertEquals((finding.peerMedian() - finding.estimate()) * 40, suggestion.extraCustomersPerMonth(), 1e-9, "40 demos a month");
		assertTrue(suggestion.extraMrrPerMonth().signum() > 0);
	}

	@Test
	void everyWorthIsANumber() {
		Diagnosis.of(Reps.FUNNEL, onlyDemosAndCustomers(), DiagnosisRules.standard()).reps().forEach(rep -> rep.suggestions()
				.forEach(suggestion -> assertTrue(Double.isFinite(suggestion.extraCustomersPerMonth()), suggestion.metric().code())));
	}
}
