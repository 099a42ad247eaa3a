package org.headcoach.coaching.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;


/**
 * Compares reps who do the same job, metric by metric. Each rep's figure is shrunk towards the group by as much as chance could explain;
 * the verdict is the probability that the true figure lies on one side of the median of the <em>other</em> reps' estimates.
 * <p>
 * Many verdicts at once: the group is modelled as a whole, so a group whose members hardly differ pulls everybody in, and lucky or
 * unlucky extremes with it; no further correction is made. {@link #expectedWrongCalls()} says how many of the certain verdicts are expected to be wrong.
 * <p>
 * Plain arithmetic: no clock, no database, no randomness; the order of the reps does not matter.
 */
public final class Diagnosis {

	private final List<RepDiagnosis> reps;

	private Diagnosis(List<RepDiagnosis> reps) {
		this.reps = reps;
	}

	/**
	 * Diagnoses a group of comparable reps (same role and, where the company wants it, tenure band; see {@link ComparablePeers}) over one window.
	 *
	 * @param funnel the steps to which every {@link RepMonth#volumes()} refers
	 * @throws IllegalArgumentException when a month has more or fewer volumes than the funnel has steps
	 */
	public static Diagnosis of(Funnel funnel, List<RepFigures> comparable, DiagnosisRules rules) {
		for (RepFigures rep : comparable) {
			if (rep.months().stream().anyMatch(month -> month.volumes().size() != funnel.steps().size())) {
				throw new IllegalArgumentException("Person " + rep.personId() + " has not one volume per step of " + funnel.steps());
			}
		}
		Map<Metric, MetricComparison> comparisons = new HashMap<>();
		for (Metric metric : funnel.metrics()) {
			comparisons.put(metric, MetricComparison.of(metric, funnel, comparable, rules));
		}
		Worth worth = new Worth(funnel, comparable, comparisons);
		List<RepDiagnosis> reps = new ArrayList<>(comparable.size());
		for (int rep = 0; rep < comparable.size(); rep++) {
			List<Finding> findings = new ArrayList<>();
			for (Metric metric : funnel.metrics()) {
				findings.add(comparisons.get(metric).finding(rep));
			}
			reps.add(new RepDiagnosis(comparable.get(rep).personId(), List.copyOf(findings), worth.suggestions(rep, findings)));
		}
		return new Diagnosis(List.copyOf(reps));
	}

	/** One per rep, in the order in which they were given. */
	public List<RepDiagnosis> reps() {
		return reps;
	}

	public Optional<RepDiagnosis> rep(long personId) {
		return reps.stream().filter(r -> r.personId() == personId).findFirst();
	}

	/** How many verdicts say below or above without "perhaps". */
	public long certainCalls() {
		return reps.stream().flatMap(r -> r.findings().stream()).filter(f -> f.verdict().isCertain()).count();
	}

	/** How many of the {@link #certainCalls()} are expected to be on the wrong side: the sum of what each left open. */
	public double expectedWrongCalls() {
		return reps.stream().flatMap(r -> r.findings().stream()).filter(f -> f.verdict().isCertain())
				.mapToDouble(f -> Math.min(f.probabilityBelow(), f.probabilityAbove())).sum();
	}
}
