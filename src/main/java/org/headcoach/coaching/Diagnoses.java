package org.headcoach.coaching;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.headcoach.coaching.engine.ComparablePeers;
import org.headcoach.coaching.engine.DiagnosisRules;
import org.headcoach.coaching.engine.Observation.Sample;
import org.headcoach.coaching.engine.RepFigures;
import org.headcoach.coaching.engine.RepMonth;
import org.headcoach.coaching.engine.TenureBand;
import org.headcoach.people.Line;
import org.headcoach.people.PeopleService;
import org.headcoach.people.Reach;
import org.headcoach.people.Role;
import org.headcoach.pipeline.FigureTable;
import org.headcoach.pipeline.Funnel;
import org.headcoach.pipeline.MonthlyFigures;
import org.headcoach.pipeline.Quantities;
import org.headcoach.pipeline.Quantity;
import org.headcoach.pipeline.SalesProcesses;
import org.headcoach.shared.WorkingCalendar;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/**
 * Brings the figures to the diagnosis: the last three months of every rep in one query, everything else in memory, each
 * coaching month once a request and only where something changed since it was made last. It asks for no right; what it finds
 * is shown to people who may see the person.
 */
@RequestScoped
class Diagnoses {

	/** How many months of figures a verdict rests on. */
	static final int MONTHS = 3;

	@Inject
	private DiagnosesKept kept;

	@Inject
	private MonthlyFigures figures;

	@Inject
	private SalesProcesses processes;

	@Inject
	private PeopleService people;

	@Inject
	private Reach reach;

	/** Whether reps are compared only with people of about the same time in the job. */
	@Inject
	@ConfigProperty(name = "headcoach.coaching.same-tenure", defaultValue = "false")
	private boolean sameTenure;

	private final Map<CoachingMonth, MonthDiagnosis> known = new HashMap<>();

	MonthDiagnosis of(CoachingMonth month) {
		return known.computeIfAbsent(month, this::diagnose);
	}

	private MonthDiagnosis diagnose(CoachingMonth month) {
		var last = month.figures();
		var first = last.minusMonths(MONTHS - 1);
		reach.read(last, month.month());
		var reps = new LinkedHashMap<Long, Line.Place>();
		reach.in(last).everybodyIn(Role.REP).forEach(place -> reps.put(place.personId(), place));
		reach.in(month.month()).everybodyIn(Role.REP).forEach(place -> reps.putIfAbsent(place.personId(), place));
		var table = figures.of(reps.keySet(), first, last);
		var question = new DiagnosesKept.Question(month, processes.main(), table, comparable(reps.values(), last), calendar());
		return kept.find(question).orElseGet(() -> {
			var diagnosis = diagnose(question);
			kept.keep(question, diagnosis);
			return diagnosis;
		});
	}

	private static MonthDiagnosis diagnose(DiagnosesKept.Question question) {
		return new MonthDiagnosis(question.month(), question.funnel(), question.figures(), question.groups().stream()
				.map(group -> group.stream().map(place -> repFigures(place, question.figures(), question.funnel(), question.calendar())).toList()).toList());
	}

	WorkingCalendar calendar() {
		return people.calendar();
	}

	/** Reps who sell in the same segment, where each segment has enough of them; otherwise all reps. */
	private List<List<Line.Place>> comparable(java.util.Collection<Line.Place> reps, YearMonth last) {
		var rules = DiagnosisRules.standard();
		var segments = ComparablePeers.byRole(reps, place -> place.segment() == null ? "" : place.segment());
		var bySegment = segments.stream().allMatch(segment -> segment.size() > rules.minimumPeers());
		if (!sameTenure) {
			return bySegment ? segments : List.of(List.copyOf(reps));
		}
		return ComparablePeers.byRoleAndTenure(reps, place -> bySegment && place.segment() != null ? place.segment() : "",
				place -> TenureBand.at(place.startedOn(), last.atEndOfMonth()), rules);
	}

	static RepFigures repFigures(Line.Place place, FigureTable table, Funnel funnel, WorkingCalendar calendar) {
		return repFigures(place, table, funnel, calendar, table.first(), table.last());
	}

	/** Of a part of the months that were read. */
	static RepFigures repFigures(Line.Place place, FigureTable table, Funnel funnel, WorkingCalendar calendar, YearMonth first, YearMonth last) {
		var months = new ArrayList<RepMonth>();
		for (var month = first; !month.isAfter(last); month = month.plusMonths(1)) {
			var sums = table.in(place.personId(), month);
			months.add(new RepMonth(month, calendar.workingDays(month, place.startedOn(), place.leftOn()),
					funnel.steps().stream().map(step -> sums.count(step.code())).toList(), sums.count(Quantity.CUSTOMERS_HELD),
					sums.count(Quantity.CUSTOMERS_LOST)));
		}
		var all = table.over(place.personId(), first, last);
		return new RepFigures(place.personId(), months,
				Sample.ofLogarithmSums(all.count(Quantity.MRR_DEALS), number(all, Quantity.MRR_WON), number(all, Quantity.MRR_LN_SUM), number(all, Quantity.MRR_LN_SQUARES)),
				Sample.ofLogarithmSums(all.count(Quantity.CLOSE_DEALS), number(all, Quantity.CLOSE_DAYS), number(all, Quantity.CLOSE_LN_SUM), number(all, Quantity.CLOSE_LN_SQUARES)),
				// per cent in the figures, shares in the engine
				Sample.ofShareSums(all.count(Quantity.DISCOUNT_DEALS), number(all, Quantity.DISCOUNT_SUM) / 100, number(all, Quantity.DISCOUNT_SQUARES) / 10_000));
	}

	private static double number(Quantities sums, Quantity quantity) {
		return sums.get(quantity).doubleValue();
	}
}
