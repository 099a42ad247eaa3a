package org.headcoach.coaching;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.headcoach.coaching.engine.BeforeAndAfter;
import org.headcoach.coaching.engine.CoachingEffect;
import org.headcoach.coaching.engine.DiagnosisRules;
import org.headcoach.coaching.engine.EffectMeasurement;
import org.headcoach.coaching.engine.EffectVerdict;
import org.headcoach.coaching.engine.Funnel;
import org.headcoach.coaching.engine.Metric;
import org.headcoach.coaching.engine.MetricKind;
import org.headcoach.coaching.engine.Observation;
import org.headcoach.people.Line;
import org.headcoach.people.PeopleService;
import org.headcoach.people.Reach;
import org.headcoach.pipeline.MonthlyFigures;
import org.headcoach.shared.BusinessClock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/**
 * Measures the plans whose window has closed. Plans on one metric over the same months, made for comparable reps, are measured together and held against
 * their own year before and the comparable reps who had no plan on that metric in any of those months. It asks for no right: the figures of the whole company are needed, and
 * whoever looks at the results is asked in {@link EffectService}.
 */
@ApplicationScoped
class EffectRun {

	/** Figures that arrive later than this after the window's end no longer change what was measured. */
	static final Period SETTLES_AFTER = Period.ofMonths(3);

	/** What is lasting about somebody is learnt from so many periods of the baseline's length before it: a year. */
	private static final int PERIODS_BEFORE = 4;

	/** Months in which somebody learns the job: they say nothing about what is lasting. */
	private static final int RAMPING = 3;

	@PersistenceContext
	private EntityManager em;

	@Inject
	private CoachingEffects effects;

	@Inject
	private Diagnoses diagnoses;

	@Inject
	private MonthlyFigures figures;

	@Inject
	private Reach reach;

	@Inject
	private PeopleService people;

	@Inject
	private BusinessClock clock;

	/** Plans that are held against the same peers. */
	private record Cohort(String metric, CoachingMonth month, LocalDate from, LocalDate until, List<Long> comparable) {
	}

	/**
	 * Measures what is due. A second run without new figures does nothing.
	 *
	 * @return how many plans were measured
	 */
	@Transactional
	int measureDue() {
		var range = figures.months().orElse(null);
		if (range == null || due(range).isEmpty()) {
			return 0;
		}
		effects.lockRun(clock.now());
		// whoever was first has measured meanwhile: ask again under the lock
		var cohorts = new LinkedHashMap<Cohort, List<CoachingPlan>>();
		due(range).forEach(plan -> cohorts.computeIfAbsent(cohort(plan), cohort -> new ArrayList<>()).add(plan));
		cohorts.forEach(this::measure);
		return cohorts.values().stream().mapToInt(List::size).sum();
	}

	/** Whether this node is the one that measures tonight: the first to ask is. */
	@Transactional
	boolean claimTonight() {
		return effects.claim(people.today());
	}

	/** Windows whose every month has figures that wait for no computation. */
	private List<CoachingPlan> due(MonthlyFigures.Range range) {
		var computed = Objects.requireNonNullElse(figures.asOf().computedAt(), Instant.EPOCH);
		var pending = effects.monthsDue();
		return effects.due(people.today(), people.today().minus(SETTLES_AFTER), computed).stream().filter(plan -> {
			var last = YearMonth.from(plan.windowUntil());
			var first = plan.month().figures().minusMonths(Diagnoses.MONTHS - 1L);
			return !last.isAfter(range.last()) && pending.stream().noneMatch(month -> !month.isBefore(first) && !month.isAfter(last));
		}).toList();
	}

	private Cohort cohort(CoachingPlan plan) {
		return new Cohort(plan.metric(), plan.month(), plan.windowFrom(), plan.windowUntil(), diagnoses.of(plan.month()).group(plan.person().id()));
	}

	private void measure(Cohort cohort, List<CoachingPlan> plans) {
		var metric = Metric.parse(cohort.metric());
		var diagnosis = diagnoses.of(cohort.month());
		var funnel = new Funnel(diagnosis.funnel().steps().stream().map(step -> step.code()).toList());
		var baselineFrom = cohort.month().figures().minusMonths(Diagnoses.MONTHS - 1L);
		var name = baselineFrom + ".." + cohort.month().figures() + "/" + YearMonth.from(cohort.from()) + ".." + YearMonth.from(cohort.until())
				+ cohort.comparable().stream().min(Long::compare).map(id -> "/" + id).orElse("");
		if (!isMeasurable(metric, funnel)) {
			// the step is no longer part of the funnel: nothing is counted under it any more
			plans.forEach(plan -> store(plan, new CoachingEffect(metric, name, new BeforeAndAfter(plan.person().id(), nothing(metric), nothing(metric)), 0, null,
					EffectVerdict.NOT_ENOUGH_DATA)));
			return;
		}
		var window = new Window(cohort, funnel, metric);
		var history = new History(cohort, funnel, metric);
		var coachedOnIt = effects.coached(cohort.metric(), baselineFrom.atDay(1), cohort.until()).stream().map(CoachingEffects.Coached::personId)
				.collect(Collectors.toSet());
		var uncoached = cohort.comparable().stream().filter(id -> !coachedOnIt.contains(id) && !history.isRamping(id))
				.map(id -> new BeforeAndAfter(id, history.earlier(id), diagnosis.observation(id, metric).orElseThrow(), window.after(id))).toList();
		var coached = plans.stream().map(plan -> new BeforeAndAfter(plan.person().id(), history.earlier(plan.person().id()), before(plan, metric, diagnosis),
				window.after(plan.person().id()))).toList();
		var measured = EffectMeasurement.measure(metric, name, coached, uncoached, DiagnosisRules.standard());
		for (int i = 0; i < plans.size(); i++) {
			store(plans.get(i), measured.get(i));
		}
	}

	private static boolean isMeasurable(Metric metric, Funnel funnel) {
		return (metric.step() == null || funnel.steps().contains(metric.step())) && (metric.next() == null || funnel.steps().contains(metric.next()));
	}

	private void store(CoachingPlan plan, CoachingEffect found) {
		var effect = effects.find(plan).orElseGet(() -> new PlanEffect(plan));
		effect.measured(found, clock.now());
		em.persist(effect);
	}

	/** The baseline that the plan fixed; averages of deals, of which a plan keeps no spread, are read again. */
	private static Observation before(CoachingPlan plan, Metric metric, MonthDiagnosis diagnosis) {
		var successes = plan.baselineSuccesses();
		var trials = plan.baselineTrials();
		if (successes != null && trials != null && metric.kind() == MetricKind.VOLUME && trials.signum() > 0) {
			return new Observation.Pace(successes.longValue(), trials.longValue());
		}
		if (successes != null && trials != null && (metric.kind() == MetricKind.CONVERSION || metric.kind() == MetricKind.CHURN)) {
			return new Observation.Share(successes.longValue(), trials.longValue());
		}
		return diagnosis.observation(plan.person().id(), metric).orElseGet(() -> nothing(metric));
	}

	private static Observation nothing(Metric metric) {
		return switch (metric.kind()) {
			case VOLUME -> new Observation.Pace(0, 0);
			case CONVERSION, CHURN -> new Observation.Share(0, 0);
			default -> new Observation.Sample(0, 0, 0, 0);
		};
	}

	/** The figures of everybody comparable before the baseline, in periods as long as the baseline; one query. */
	private final class History {

		private final Cohort cohort;
		private final Funnel funnel;
		private final Metric metric;
		private final org.headcoach.pipeline.FigureTable table;
		private final org.headcoach.pipeline.Funnel steps;
		private final Line then;
		private final YearMonth baselineFrom;

		History(Cohort cohort, Funnel funnel, Metric metric) {
			this.cohort = cohort;
			this.funnel = funnel;
			this.metric = metric;
			this.steps = diagnoses.of(cohort.month()).funnel();
			this.then = reach.in(cohort.month().figures());
			this.baselineFrom = cohort.month().figures().minusMonths(Diagnoses.MONTHS - 1L);
			this.table = figures.of(cohort.comparable(), baselineFrom.minusMonths((long) PERIODS_BEFORE * Diagnoses.MONTHS), baselineFrom.minusMonths(1));
		}

		/** The earliest first; nothing in the months in which somebody was not there yet or still ramping. */
		List<Observation> earlier(long personId) {
			var place = place(personId);
			var earlier = new ArrayList<Observation>();
			for (int back = PERIODS_BEFORE; back >= 1; back--) {
				var first = baselineFrom.minusMonths((long) back * Diagnoses.MONTHS);
				var ready = place != null && !first.isBefore(ready(place));
				earlier.add(ready ? Diagnoses.repFigures(place, table, steps, diagnoses.calendar(), first, first.plusMonths(Diagnoses.MONTHS - 1L)).observe(metric, funnel)
						: nothing(metric));
			}
			return earlier;
		}

		/** Somebody who began shortly before the baseline gets better by the mere time in the job: no measure for others. */
		boolean isRamping(long personId) {
			var place = place(personId);
			return place == null || baselineFrom.isBefore(ready(place));
		}

		private Line.Place place(long personId) {
			return then.of(personId) != null ? then.of(personId) : reach.in(cohort.month().month()).of(personId);
		}

		private static YearMonth ready(Line.Place place) {
			return YearMonth.from(place.startedOn()).plusMonths(RAMPING);
		}
	}

	/** The figures of everybody comparable in the plan's window; one query. */
	private final class Window {

		private final Funnel funnel;
		private final Metric metric;
		private final org.headcoach.pipeline.FigureTable table;
		private final org.headcoach.pipeline.Funnel steps;
		private final Line now;
		private final Line then;

		Window(Cohort cohort, Funnel funnel, Metric metric) {
			this.funnel = funnel;
			this.metric = metric;
			this.steps = diagnoses.of(cohort.month()).funnel();
			this.table = figures.of(cohort.comparable(), YearMonth.from(cohort.from()), YearMonth.from(cohort.until()));
			this.now = reach.in(YearMonth.from(cohort.until()));
			this.then = reach.in(cohort.month().figures());
		}

		Observation after(long personId) {
			var place = now.of(personId) != null ? now.of(personId) : then.of(personId);
			if (place == null) {
				return nothing(metric);
			}
			return Diagnoses.repFigures(place, table, steps, diagnoses.calendar()).observe(metric, funnel);
		}
	}
}
