package org.headcoach.training;

import static org.headcoach.people.Permission.SEE_COMPANY;
import static org.headcoach.people.Permission.SEE_READINESS;
import static org.headcoach.people.Permission.TRAIN;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.headcoach.people.CurrentActor;
import org.headcoach.people.Needs;
import org.headcoach.people.PeopleService;
import org.headcoach.people.Positions;
import org.headcoach.people.Reach;
import org.headcoach.people.Role;
import org.headcoach.pipeline.FigureTable;
import org.headcoach.pipeline.Funnel;
import org.headcoach.pipeline.MonthlyFigures;
import org.headcoach.pipeline.Quantity;
import org.headcoach.pipeline.SalesProcesses;
import org.headcoach.training.MattersPage.Kind;
import org.headcoach.training.MattersPage.Measure;
import org.headcoach.training.engine.Foresight;
import org.headcoach.training.engine.LaterWork;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Does it matter? Holds the first result of each person at each certification and exam against what they did later. What is counted stands at {@link LaterWork}, what may be said of it at {@link Foresight}. */
@ApplicationScoped
@Transactional
public class MattersService {

	/** Figures go back so far at most. */
	private static final int YEARS = 3;

	@Inject
	private Results results;

	@Inject
	private Certifications certifications;

	@Inject
	private CertificationService service;

	@Inject
	private ExamTitles exams;

	@Inject
	private MonthlyFigures figures;

	@Inject
	private SalesProcesses processes;

	@Inject
	private Positions positions;

	@Inject
	private PeopleService people;

	@Inject
	private Reach reach;

	@Inject
	private CurrentActor current;

	@Inject
	private Event<ScoresWanted> wanted;

	/**
	 * What results told about later work. A trainer and who sees the company have everybody's results counted, also of people who have left; a leader those of the people below today. Needs SEE_READINESS or TRAIN.
	 *
	 * @param measure null: by the stage
	 */
	@Needs({SEE_READINESS, TRAIN})
	public MattersPage matters(Measure measure) {
		var by = measure == null ? Measure.STAGE : measure;
		var lastMonth = YearMonth.from(people.today()).minusMonths(1);
		var counts = whoCounts();
		var first = new java.util.LinkedHashMap<Results.Subject, List<Results.Result>>();
		results.first().forEach((subject, all) -> {
			var own = all.stream().filter(result -> counts.test(result.personId())).toList();
			if (!own.isEmpty()) {
				first.put(subject, own);
			}
		});
		var from = first.values().stream().flatMap(List::stream).map(Results.Result::on).min(Comparator.naturalOrder()).orElse(lastMonth.atDay(1));
		var work = work(YearMonth.from(from).minusMonths(LaterWork.EARLY_MONTHS), lastMonth);
		var versions = certifications.latest().stream().collect(Collectors.toMap(version -> version.certification().id(), version -> version));
		var stages = service.stages();
		var titles = exams.titles();
		var lines = new ArrayList<MattersPage.Line>();
		var before = new ArrayList<MattersPage.Line>();
		var given = given();
		first.forEach((subject, own) -> {
			var ofCertification = subject.kind() == Kind.CERTIFICATION || subject.kind() == Kind.BEHAVIOUR;
			var stage = ofCertification ? versions.get(subject.id()).stage() : null;
			var whole = ofCertification ? versions.get(subject.id()).title() : titles.get(subject.id());
			var scores = new HashMap<Long, Double>();
			var later = new HashMap<Long, Double>();
			own.forEach(result -> {
				scores.put(result.personId(), result.score());
				put(later, result.personId(), later(work, by, result.personId(), result.on(), stage));
			});
			var line = new MattersPage.Line(subject.kind(), subject.piece() == null ? whole : subject.piece(), whole, CertificationService.stage(stage, stages), Foresight.of(scores, later));
			lines.add(line);
			if (subject.kind().isWhole()) {
				given.forEach((source, all) -> before.addAll(beside(line, scores, source, all, later)));
			}
		});
		lines.sort(Comparator.comparing((MattersPage.Line line) -> line.kind() != Kind.CERTIFICATION && line.kind() != Kind.BEHAVIOUR).thenComparing(MattersPage.Line::of).thenComparing(MattersPage.Line::kind));
		return new MattersPage(by, lastMonth, lines, before);
	}

	private Predicate<Long> whoCounts() {
		var actor = current.get();
		if (actor.may(TRAIN) || actor.may(SEE_COMPANY)) {
			return person -> true;
		}
		var line = reach.today();
		return person -> line.isAbove(actor.personId(), person);
	}

	/** By source, what topics above scored before training. */
	private Map<String, Map<Long, Double>> given() {
		var asked = new ScoresWanted();
		wanted.fire(asked);
		return asked.given();
	}

	/** A result and an earlier score of the very people who have both, each against the same later work: so one can be held beside the other. Nothing where nobody has both. */
	static List<MattersPage.Line> beside(MattersPage.Line whole, Map<Long, Double> results, String source, Map<Long, Double> scores, Map<Long, Double> later) {
		var own = new HashMap<>(results);
		own.keySet().retainAll(scores.keySet());
		var earlier = new HashMap<>(scores);
		earlier.keySet().retainAll(results.keySet());
		return own.isEmpty() ? List.of()
				: List.of(new MattersPage.Line(whole.kind(), whole.name(), whole.of(), whole.stage(), Foresight.of(own, later)), new MattersPage.Line(Kind.SCORE, source, whole.name(), whole.stage(), Foresight.of(earlier, later)));
	}

	private static void put(Map<Long, Double> later, long person, Double value) {
		if (value != null) {
			later.put(person, value);
		}
	}

	private static Double later(LaterWork work, Measure by, long person, LocalDate on, String stage) {
		return switch (by) {
			case STAGE -> work.conversion(person, on, stage);
			case ATTAINMENT -> work.attainment(person, on);
			case RAMP -> work.ramp(person, on);
		};
	}

	/** What all reps did in these months; two queries. */
	LaterWork work(YearMonth from, YearMonth lastMonth) {
		var first = from.isBefore(lastMonth.minusYears(YEARS)) ? lastMonth.minusYears(YEARS) : from;
		var stays = new HashMap<Long, LaterWork.Stay>();
		positions.in(first, lastMonth).forEach((month, line) -> line.everybody().stream().filter(place -> place.role() == Role.REP && !place.startedOn().isAfter(month.atDay(1))
				&& (place.leftOn() == null || !place.leftOn().isBefore(month.atEndOfMonth())))
				.forEach(place -> stays.computeIfAbsent(place.personId(), id -> new LaterWork.Stay(place.startedOn(), new TreeSet<>())).full().add(month)));
		var table = figures.of(stays.keySet(), first, lastMonth);
		var funnel = processes.main();
		return new LaterWork(stays, (person, month, stage) -> work(table, funnel, person, month, stage), lastMonth);
	}

	private static LaterWork.Work work(FigureTable table, Funnel funnel, long person, YearMonth month, String stage) {
		var sums = table.in(person, month);
		var step = step(funnel, stage);
		return new LaterWork.Work(sums.get(step.from()).doubleValue(), sums.get(step.to()).doubleValue(), sums.get(Quantity.MRR_WON).doubleValue());
	}

	/** A conversion by the codes of its two steps. */
	record Step(String from, String to) {
	}

	/** What a stage leads to; the last one is what the one before leads to. Null or a step that the process no longer has: the whole of it. */
	static Step step(Funnel funnel, String stage) {
		var steps = funnel.steps();
		for (int i = 0; stage != null && i < steps.size(); i++) {
			if (steps.get(i).code().equals(stage)) {
				var from = Math.min(i, steps.size() - 2);
				return new Step(steps.get(from).code(), steps.get(from + 1).code());
			}
		}
		return new Step(steps.get(0).code(), steps.get(steps.size() - 1).code());
	}
}
