package org.headcoach.coaching;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.headcoach.coaching.engine.Diagnosis;
import org.headcoach.coaching.engine.DiagnosisRules;
import org.headcoach.coaching.engine.RepDiagnosis;
import org.headcoach.coaching.engine.RepFigures;
import org.headcoach.pipeline.FigureTable;
import org.headcoach.pipeline.Funnel;

/** Everything that the figures of one coaching month say about every rep of the company; nothing in it changes. */
final class MonthDiagnosis {

	private final CoachingMonth month;
	private final Funnel funnel;
	private final FigureTable figures;
	private final Map<Long, RepDiagnosis> byPerson;
	private final Map<Long, List<FindingRow>> findings;
	private final Map<Long, RepFigures> observed;
	private final Map<Long, List<Long>> groups;

	MonthDiagnosis(CoachingMonth month, Funnel funnel, FigureTable figures, List<List<RepFigures>> comparable) {
		this.month = month;
		this.funnel = funnel;
		this.figures = figures;
		byPerson = new HashMap<>();
		findings = new HashMap<>();
		observed = new HashMap<>();
		this.groups = new HashMap<>();
		var steps = new org.headcoach.coaching.engine.Funnel(funnel.steps().stream().map(Funnel.Step::code).toList());
		for (var group : comparable) {
			var ids = group.stream().map(RepFigures::personId).toList();
			Diagnosis.of(steps, group, DiagnosisRules.standard()).reps().forEach(rep -> {
				byPerson.put(rep.personId(), rep);
				findings.put(rep.personId(), rep.findings().stream().map(FindingRow::of).toList());
			});
			group.forEach(rep -> {
				observed.put(rep.personId(), rep);
				groups.put(rep.personId(), ids);
			});
		}
	}

	CoachingMonth month() {
		return month;
	}

	/** The first month of the window. */
	YearMonth first() {
		return figures.first();
	}

	Funnel funnel() {
		return funnel;
	}

	FigureTable figures() {
		return figures;
	}

	/** Empty for somebody who was no rep in these months. */
	Optional<RepDiagnosis> of(long personId) {
		return Optional.ofNullable(byPerson.get(personId));
	}

	/** How many comparable reps there are besides this one. */
	int peersOf(long personId) {
		return Math.max(0, group(personId).size() - 1);
	}

	/** Everybody with whom this rep is compared, the rep included. */
	List<Long> group(long personId) {
		return groups.getOrDefault(personId, List.of());
	}

	List<FindingRow> findings(long personId) {
		return findings.getOrDefault(personId, List.of());
	}

	Optional<FindingRow> finding(long personId, String metric) {
		return findings(personId).stream().filter(finding -> finding.metric().equals(metric)).findFirst();
	}

	/** What was counted of somebody on one metric: what a plan keeps as its baseline. */
	Optional<org.headcoach.coaching.engine.Observation> observation(long personId, org.headcoach.coaching.engine.Metric metric) {
		var steps = new org.headcoach.coaching.engine.Funnel(funnel.steps().stream().map(Funnel.Step::code).toList());
		return Optional.ofNullable(observed.get(personId)).map(rep -> rep.observe(metric, steps));
	}

	/** The steps' volumes in the last month of the window. */
	List<Long> volumes(long personId) {
		var sums = figures.in(personId, month.figures());
		return funnel.steps().stream().map(step -> sums.count(step.code())).toList();
	}
}
