package org.headcoach.training;

import static org.headcoach.people.Permission.SEE_READINESS;
import static org.headcoach.people.Permission.TAKE_EXAMS;
import static org.headcoach.people.Permission.TRAIN;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.headcoach.people.CurrentActor;
import org.headcoach.people.Line;
import org.headcoach.people.Needs;
import org.headcoach.people.PeopleService;
import org.headcoach.people.Reach;
import org.headcoach.people.Role;
import org.headcoach.pipeline.FigureTable;
import org.headcoach.pipeline.MonthlyFigures;
import org.headcoach.pipeline.SalesProcesses;
import org.headcoach.shared.NotHereException;
import org.headcoach.training.engine.Strength;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/**
 * What each rep is best at, by the figures of each stage, the behaviours of role plays and the parts of exams, among all reps: instead of ride-alongs, whose copies hide a newcomer's own strength. A person sees the
 * own, a leader those of the people below, a trainer all; names of others are told to nobody else.
 */
@ApplicationScoped
@Transactional
public class StrengthService {

	/** Full months of figures that count. */
	static final int MONTHS = 6;

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
	private PeopleService people;

	@Inject
	private Reach reach;

	@Inject
	private CurrentActor current;

	/** One step and what it led to, of everybody. */
	private static final class Stage {

		private final Map<Long, double[]> byPerson = new HashMap<>();
		private double from;
		private double to;

		private void add(long person, double of, double came) {
			byPerson.put(person, new double[] { of, came });
			from += of;
			to += came;
		}

		private Strength of(long person) {
			var own = byPerson.get(person);
			var all = byPerson.values().stream().filter(each -> each[0] >= Strength.FEWEST_CASES).map(each -> each[1] / each[0]).toList();
			return own == null || from == 0 ? null : Strength.ofConversion(own[1], own[0], to / from, all);
		}
	}

	/**
	 * What somebody is good at. The own, those of people below, for who trains everybody's.
	 *
	 * @param personId null for the own
	 * @return null for the own of an account without a place in the line
	 * @throws NotHereException for everybody else's, and for who is not at work today
	 */
	@Needs({TAKE_EXAMS, SEE_READINESS, TRAIN})
	public StrengthsPage strengths(Long personId) {
		var person = personId == null ? current.get().personId() : personId;
		if (person == null) {
			return null;
		}
		var place = reach.today().of(person);
		if (place == null || !service.seesPerson(person)) {
			throw new NotHereException(current.get().name() + " does not see the strengths of " + personId);
		}
		var reps = reach.today().everybodyIn(Role.REP);
		var last = last();
		var stages = stages(reps, last);
		var names = service.stages();
		var titles = exams.titles();
		var versions = certifications.latest().stream().collect(Collectors.toMap(version -> version.certification().id(), version -> version));
		var lines = new ArrayList<StrengthsPage.Line>();
		stages.forEach((code, stage) -> {
			var strength = stage.of(person);
			if (strength != null) {
				lines.add(new StrengthsPage.Line(StrengthsPage.Kind.STAGE, null, null, names.get(code), strength));
			}
		});
		scored(reps).forEach((subject, scores) -> {
			var strength = scores.containsKey(person) ? Strength.ofScores(scores.get(person), scores.values()) : null;
			if (strength != null) {
				var version = versions.get(subject.id());
				lines.add(subject.kind() == MattersPage.Kind.PART ? new StrengthsPage.Line(StrengthsPage.Kind.PART, subject.piece(), titles.get(subject.id()), null, strength)
						: new StrengthsPage.Line(StrengthsPage.Kind.BEHAVIOUR, subject.piece(), version.title(), CertificationService.stage(version.stage(), names), strength));
			}
		});
		lines.sort(Comparator.comparing((StrengthsPage.Line line) -> !line.strength().clear()).thenComparing(line -> -line.strength().better()).thenComparing(StrengthsPage.Line::kind));
		return new StrengthsPage(person, place.name(), place.teamName(), last.minusMonths(MONTHS - 1L), last, lines);
	}

	private YearMonth last() {
		return YearMonth.from(people.today()).minusMonths(1);
	}

	/** Every step but the last, which leads nowhere. */
	private Map<String, Stage> stages(Collection<Line.Place> reps, YearMonth last) {
		var steps = processes.main().steps();
		var table = figures.of(reps.stream().map(Line.Place::personId).toList(), last.minusMonths(MONTHS - 1L), last);
		var stages = new LinkedHashMap<String, Stage>();
		for (int i = 0; i < steps.size() - 1; i++) {
			var stage = new Stage();
			for (var place : reps) {
				add(stage, table, place.personId(), steps.get(i).code(), steps.get(i + 1).code());
			}
			stages.put(steps.get(i).code(), stage);
		}
		return stages;
	}

	private static void add(Stage stage, FigureTable table, long person, String from, String to) {
		var sums = table.over(person);
		stage.add(person, sums.get(from).doubleValue(), sums.get(to).doubleValue());
	}

	/** The last score of every rep in every behaviour and every part of an exam. */
	private Map<Results.Subject, Map<Long, Double>> scored(Collection<Line.Place> reps) {
		var here = reps.stream().map(Line.Place::personId).collect(Collectors.toSet());
		var scored = new LinkedHashMap<Results.Subject, Map<Long, Double>>();
		results.last().forEach((subject, all) -> {
			if (subject.kind() == MattersPage.Kind.BEHAVIOUR || subject.kind() == MattersPage.Kind.PART) {
				all.stream().filter(result -> here.contains(result.personId())).forEach(result -> scored.computeIfAbsent(subject, any -> new HashMap<>()).put(result.personId(), result.score()));
			}
		});
		return scored;
	}

	/**
	 * Whom the reader sees, the best at a stage first; judged among all reps. Needs SEE_READINESS or TRAIN.
	 *
	 * @param stage code of a step; null for the first
	 * @throws NotHereException for a step that the process does not have
	 */
	@Needs({SEE_READINESS, TRAIN})
	public BestPage best(String stage) {
		var reps = reach.today().everybodyIn(Role.REP);
		var stages = stages(reps, last());
		var code = stage == null ? stages.keySet().iterator().next() : stage;
		if (!stages.containsKey(code)) {
			throw new NotHereException("No stage " + stage);
		}
		var names = service.stages();
		var ofStage = certifications.latest().stream().filter(version -> code.equals(version.stage())).map(version -> version.certification().id()).collect(Collectors.toSet());
		var scored = scored(reps);
		var holdings = service.holdings(reps.stream().map(Line.Place::personId).toList(), people.today());
		var lines = reps.stream().filter(place -> service.seesPerson(place.personId())).map(place -> new BestPage.Line(place.personId(), place.name(), place.teamName(), stages.get(code).of(place.personId()),
				scored.entrySet().stream().filter(entry -> entry.getKey().kind() == MattersPage.Kind.BEHAVIOUR && ofStage.contains(entry.getKey().id()) && entry.getValue().containsKey(place.personId()))
						.filter(entry -> isStrong(entry.getValue(), place.personId())).map(entry -> entry.getKey().piece()).toList(),
				holdings.getOrDefault(place.personId(), Map.of()).values().stream().anyMatch(holding -> ofStage.contains(holding.certificationId()) && holding.state().holds())))
				.sorted(Comparator.comparing((BestPage.Line line) -> line.conversion() == null).thenComparing(line -> line.conversion() == null || !line.conversion().clear())
						.thenComparing(line -> line.conversion() == null ? 0 : -line.conversion().value()).thenComparing(BestPage.Line::person)).toList();
		return new BestPage(names.get(code), stages.keySet().stream().map(names::get).toList(), List.copyOf(lines));
	}

	private static boolean isStrong(Map<Long, Double> scores, long person) {
		var strength = Strength.ofScores(scores.get(person), scores.values());
		return strength != null && strength.clear();
	}
}
