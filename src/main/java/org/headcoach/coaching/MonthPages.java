package org.headcoach.coaching;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.headcoach.coaching.engine.CoachingDays;
import org.headcoach.coaching.engine.MetricKind;
import org.headcoach.coaching.engine.RepDiagnosis;
import org.headcoach.coaching.engine.Verdict;
import org.headcoach.people.CurrentActor;
import org.headcoach.people.Line;
import org.headcoach.people.PeopleService;
import org.headcoach.people.Permission;
import org.headcoach.people.Reach;
import org.headcoach.people.Role;
import org.headcoach.pipeline.Feed;
import org.headcoach.pipeline.FigurePages.PeelAsk;
import org.headcoach.pipeline.FigureService;
import org.headcoach.pipeline.Metric;
import org.headcoach.pipeline.MonthlyFigures;
import org.headcoach.pipeline.PeelBy;
import org.headcoach.pipeline.Quantities;
import org.headcoach.pipeline.Quantity;
import org.headcoach.shared.BusinessClock;
import org.headcoach.shared.NotHereException;
import org.headcoach.shared.statistics.Quantiles;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Puts together what the coaching pages show. Whether the reader may see the person was asked before, in {@link CoachingService}. */
@ApplicationScoped
class MonthPages {

	/** How many months of the funnel a page about one rep shows. */
	private static final int MONTHS_BACK = 12;

	/** How many parts of what lies one level deeper a plan keeps. */
	private static final int MOST_PARTS = 5;

	@PersistenceContext
	private EntityManager em;

	@Inject
	private CurrentActor current;

	@Inject
	private Reach reach;

	@Inject
	private PeopleService people;

	@Inject
	private BusinessClock clock;

	@Inject
	private Diagnoses diagnoses;

	@Inject
	private MonthlyFigures figures;

	@Inject
	private CoachingPlans plans;

	@Inject
	private SelfReviews reviews;

	@Inject
	private Skills skills;

	@Inject
	private Inspections inspections;

	@Inject
	private FigureService onion;

	MonthRhythm rhythm(CoachingMonth month) {
		var zone = people.company().zone();
		return MonthRhythm.of(month, CoachingDays.about(month.figures(), diagnoses.calendar(), zone), clock.now().atZone(zone).toLocalDateTime());
	}

	/** Whether the reader sees estimates and verdicts about a person: the rep only after having spoken. */
	boolean isJudged(long personId, CoachingMonth month) {
		return !isOwn(personId) || reviews.isSubmitted(personId, month);
	}

	boolean isOwn(long personId) {
		return Objects.equals(current.get().personId(), personId);
	}

	// ---- a manager's team

	MyTeamPage team(CoachingMonth month, Long teamId) {
		reach.read(month.figures(), month.month());
		var line = reach.in(month.month());
		var visible = reach.reps(month.month());
		var reps = repsOf(visible, teamId);
		var first = reps.isEmpty() ? null : reps.get(0);
		var own = current.get().personId();
		var coaches = current.get().may(Permission.COACH_TEAM) && !reps.isEmpty() && reps.stream().allMatch(rep -> reach.leadsDirectly(rep.personId(), month.month()));
		var managers = reps.stream().map(Line.Place::superiorId).distinct().map(line::of).filter(Objects::nonNull).toList();
		var inspectors = managers.stream().map(manager -> line.of(manager.superiorId())).filter(Objects::nonNull).map(Line.Place::name).distinct().toList();
		var chosen = teamId != null ? teamId : first != null && sameTeam(reps) ? first.teamId() : null;
		return new MyTeamPage(month, rhythm(month), chosen, chosen == null || first == null ? null : first.teamName(),
				managers.isEmpty() && own != null && line.of(own) != null ? line.of(own).name() : String.join(", ", managers.stream().map(Line.Place::name).toList()),
				coaches, inspectors.isEmpty() ? null : String.join(", ", inspectors), teams(visible), lines(month, reps), totals(month, reps),
				reps.stream().mapToInt(rep -> diagnoses.of(month).peersOf(rep.personId())).max().orElse(0));
	}

	private static boolean sameTeam(List<Line.Place> reps) {
		return reps.stream().map(Line.Place::teamId).distinct().count() == 1;
	}

	/** The team's reps; without a team the reader's own, or those of the first team below. */
	private List<Line.Place> repsOf(List<Line.Place> visible, Long teamId) {
		if (teamId != null) {
			var reps = visible.stream().filter(rep -> teamId.equals(rep.teamId())).toList();
			if (reps.isEmpty()) {
				throw new NotHereException(current.get().name() + " sees nobody in team " + teamId);
			}
			return reps;
		}
		var direct = visible.stream().filter(rep -> rep.superiorId() != null && isOwn(rep.superiorId())).toList();
		if (!direct.isEmpty()) {
			return direct;
		}
		var teams = teams(visible);
		return teams.isEmpty() ? visible : visible.stream().filter(rep -> Objects.equals(rep.teamId(), teams.get(0).id())).toList();
	}

	private static List<MyTeamPage.TeamChoice> teams(List<Line.Place> visible) {
		return visible.stream().filter(rep -> rep.teamId() != null).map(rep -> new MyTeamPage.TeamChoice(rep.teamId(), rep.teamName())).distinct()
				.sorted(Comparator.comparing(MyTeamPage.TeamChoice::name)).toList();
	}

	private List<MyTeamPage.Line> lines(CoachingMonth month, List<Line.Place> reps) {
		var ids = reps.stream().map(Line.Place::personId).toList();
		var planned = plans.rows(month, ids).stream().collect(Collectors.toMap(PlanRow::personId, row -> row));
		var reviewed = reviews.states(month, ids).stream().collect(Collectors.toMap(SelfReviews.State::personId, state -> state));
		var reminded = reminders(month, ids);
		var inspected = inspections.last(planned.values().stream().map(PlanRow::id).toList());
		return reps.stream().map(rep -> line(month, rep, planned.get(rep.personId()), reviewed.get(rep.personId()), reminded.get(rep.personId()), inspected))
				.sorted(Comparator.comparingDouble(MyTeamPage.Line::rank).reversed().thenComparing(MonthPages::order).thenComparing(MyTeamPage.Line::name))
				.toList();
	}

	/** Behind those with a suggestion: in line, too little data, then what is better than the peers. */
	private static int order(MyTeamPage.Line line) {
		var verdict = line.standsOut() == null ? Verdict.NOT_ENOUGH_DATA : line.standsOut().verdict();
		return switch (verdict) {
			case IN_LINE -> 0;
			case NOT_ENOUGH_DATA -> 1;
			default -> line.standsOut().worse() ? -1 : 2;
		};
	}

	private Map<Long, java.time.Instant> reminders(CoachingMonth month, List<Long> ids) {
		var found = new HashMap<Long, java.time.Instant>();
		if (!ids.isEmpty()) {
			em.createQuery("select r.person.id, r.sentAt from Reminder r where r.inMonth = :month and r.kind = :kind and r.person.id in :people", Object[].class)
					.setParameter("month", month.first()).setParameter("kind", Reminder.Kind.SELF_REVIEW).setParameter("people", ids).getResultList()
					.forEach(row -> found.put((Long) row[0], ((java.time.OffsetDateTime) row[1]).toInstant()));
		}
		return found;
	}

	private MyTeamPage.Line line(CoachingMonth month, Line.Place rep, PlanRow plan, SelfReviews.State review, java.time.Instant reminded,
			Map<Long, PlanInspectionRow> inspected) {
		var diagnosis = diagnoses.of(month);
		var found = diagnosis.of(rep.personId());
		var newcomer = isNewcomer(rep, diagnosis);
		var suggestion = found.filter(d -> !newcomer).flatMap(d -> d.suggestions().stream().findFirst());
		var standsOut = found.map(d -> newcomer ? ramping(d) : standsOut(d)).orElse(null);
		var sent = review == null ? null : review.sent();
		var stage = plan != null && plan.isAgreed() ? MyTeamPage.Stage.AGREED : sent != null ? MyTeamPage.Stage.READY : MyTeamPage.Stage.WAITING;
		return new MyTeamPage.Line(rep.personId(), rep.name(), rep.startedOn(), diagnosis.volumes(rep.personId()), standsOut, step(diagnosis, standsOut),
				suggestion.map(s -> s.extraCustomersPerMonth()).orElse(null), suggestion.map(s -> s.extraMrrPerMonth()).orElse(null),
				suggestion.map(s -> s.rank()).orElse(0.0), newcomer ? rep.startedOn() : null, sent, plan == null ? null : plan.id(),
				plan == null ? null : plan.status(), plan == null ? null : plan.skillName(), plan == null ? null : plan.talkAt(),
				plan == null || plan.agreedAt() == null ? null : plan.agreedAt().toInstant(), reminded, stage,
				plan == null ? null : inspected.get(plan.id()), plan == null ? 0 : plan.edition(), plan == null ? null : plan.sentBackReason());
	}

	/** The most worthwhile suggestion, else the surest strength, else that all is in line, else that there is too little to say. */
	static FindingRow standsOut(RepDiagnosis diagnosis) {
		if (!diagnosis.suggestions().isEmpty()) {
			return FindingRow.of(diagnosis.suggestions().get(0).finding());
		}
		var findings = diagnosis.findings().stream().map(FindingRow::of).toList();
		var conversions = findings.stream().filter(finding -> finding.kind() == MetricKind.CONVERSION).toList();
		var unclear = conversions.stream().filter(finding -> !finding.isEnough()).toList();
		var best = findings.stream().filter(FindingRow::better)
				.max(Comparator.comparing((FindingRow finding) -> finding.verdict().isCertain()).thenComparing(finding -> 1 - finding.worseBy()));
		if (best.isPresent()) {
			return best.get();
		}
		if (!unclear.isEmpty() && unclear.size() * 2 >= conversions.size()) {
			return unclear.get(unclear.size() - 1);
		}
		return conversions.stream().filter(finding -> finding.verdict() == Verdict.IN_LINE).findFirst().orElse(findings.isEmpty() ? null : findings.get(0));
	}

	/** Who began inside the months that are looked at is still ramping: no suggestion holds a beginner against people who know the job. */
	private static boolean isNewcomer(Line.Place rep, MonthDiagnosis diagnosis) {
		return rep.startedOn().isAfter(diagnosis.first().atDay(1));
	}

	/** What there is least of: the last conversion for which there is too little, else the last one. */
	private static FindingRow ramping(RepDiagnosis diagnosis) {
		var conversions = diagnosis.findings().stream().map(FindingRow::of).filter(finding -> finding.kind() == MetricKind.CONVERSION).toList();
		return conversions.stream().filter(finding -> !finding.isEnough()).reduce((first, last) -> last).orElse(conversions.get(conversions.size() - 1));
	}

	private static int step(MonthDiagnosis diagnosis, FindingRow finding) {
		if (finding == null || finding.step() == null) {
			return -1;
		}
		var codes = diagnosis.funnel().steps().stream().map(step -> step.code()).toList();
		return codes.indexOf(finding.next() == null ? finding.step() : finding.next());
	}

	private MyTeamPage.Totals totals(CoachingMonth month, List<Line.Place> reps) {
		var diagnosis = diagnoses.of(month);
		var now = reps.stream().map(rep -> diagnosis.figures().in(rep.personId(), month.figures())).toList();
		var before = reps.stream().map(rep -> diagnosis.figures().in(rep.personId(), month.figures().minusMonths(1))).toList();
		var funnel = diagnosis.funnel();
		var regionId = reps.stream().map(Line.Place::regionId).filter(Objects::nonNull).findFirst().orElse(null);
		var region = regionId == null ? Quantities.NONE : figures.regions(month.figures(), month.figures()).in(regionId, month.figures());
		return new MyTeamPage.Totals(sum(now, Quantity.DEALS_WON.name()).longValueExact(), sum(before, Quantity.DEALS_WON.name()).longValueExact(), sum(now, Quantity.MRR_WON.name()),
				sum(before, Quantity.MRR_WON.name()), Metric.divide(sum(now, funnel.last().code()), sum(now, funnel.first().code())).value(),
				regionId == null ? null : reps.stream().filter(rep -> regionId.equals(rep.regionId())).findFirst().orElseThrow().regionName(),
				rate(region, funnel.last().code(), funnel.first().code()));
	}

	/** Of one quantity: adding up all of them to read four costs more than the page's queries. */
	private static BigDecimal sum(List<Quantities> figures, String code) {
		return figures.stream().map(one -> one.get(code)).reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	private static BigDecimal rate(Quantities sums, String top, String bottom) {
		return Metric.divide(sums.get(top), sums.get(bottom)).value();
	}

	// ---- a team on one metric

	MetricPage metric(CoachingMonth month, String metric, Long teamId) {
		reach.read(month.figures(), month.month());
		var visible = reach.reps(month.month());
		var own = current.get().personId();
		if (current.get().may(Permission.SEE_LINE) || current.get().may(Permission.SEE_COMPANY)) {
			var reps = repsOf(visible, teamId);
			return metric(month, metric, reps, teams(visible), true, true);
		}
		var place = reach.in(month.month()).of(own);
		if (place == null) {
			throw new NotHereException(current.get().name() + " was not at work in " + month);
		}
		return ownMetric(month, metric, place);
	}

	/** What a rep sees: the team where the company shows rankings, otherwise only the own bar; nobody else's verdict. */
	private MetricPage ownMetric(CoachingMonth month, String metric, Line.Place place) {
		var ranking = people.company().rankingShown();
		var team = reach.in(month.month()).inTeam(place.teamId()).stream().filter(mate -> mate.role() == Role.REP).toList();
		return metric(month, metric, ranking && !team.isEmpty() ? team : List.of(place), List.of(), ranking, false);
	}

	/** The bars of these reps. To the line above with estimates and verdicts; to a rep with plain figures, the own verdict after having spoken. */
	private MetricPage metric(CoachingMonth month, String metric, List<Line.Place> reps, List<MyTeamPage.TeamChoice> teams, boolean ranking, boolean judged) {
		var diagnosis = diagnoses.of(month);
		var codes = diagnosis.funnel().steps().isEmpty() || reps.isEmpty() ? List.<String>of()
				: diagnosis.findings(reps.get(0).personId()).stream().map(FindingRow::metric).toList();
		var chosen = codes.contains(metric) ? metric : codes.size() > 1 ? codes.get(1) : null;
		var bars = new ArrayList<MetricPage.Bar>();
		for (var rep : reps) {
			diagnosis.finding(rep.personId(), chosen).ifPresent(finding -> bars.add(new MetricPage.Bar(rep.personId(), rep.name(),
					judged ? finding : finding.plainOnly(), isOwn(rep.personId()))));
		}
		bars.sort(Comparator.comparing((MetricPage.Bar bar) -> bar.finding().estimate() != null ? bar.finding().estimate() : bar.finding().plain(),
				Comparator.nullsLast(Comparator.reverseOrder())).thenComparing(MetricPage.Bar::name));
		var first = reps.isEmpty() ? null : reps.get(0);
		return new MetricPage(month, diagnosis.first(), chosen, codes, first != null && sameTeam(reps) ? first.teamId() : null,
				first != null && sameTeam(reps) ? first.teamName() : null, teams, List.copyOf(bars), peerMedian(diagnosis, chosen, judged, first), ranking, judged);
	}

	/** The median of everybody comparable: of the estimates where they are shown, else of the plain figures. */
	private Double peerMedian(MonthDiagnosis diagnosis, String metric, boolean judged, Line.Place among) {
		if (among == null || metric == null) {
			return null;
		}
		var values = diagnosis.group(among.personId()).stream().map(id -> diagnosis.finding(id, metric).orElseThrow())
				.filter(finding -> finding.n() > 0).map(finding -> judged ? finding.estimate() : finding.plain()).filter(Objects::nonNull)
				.mapToDouble(Double::doubleValue).toArray();
		return values.length == 0 ? null : Quantiles.median(values);
	}

	// ---- one rep

	RepPage rep(long personId, CoachingMonth month, boolean coaches) {
		var line = reach.in(month.month());
		var place = line.of(personId) != null ? line.of(personId) : reach.in(month.figures()).of(personId);
		if (place == null) {
			throw new NotHereException("Person " + personId + " was at work neither in " + month + " nor the month before");
		}
		var diagnosis = diagnoses.of(month);
		var judged = isJudged(personId, month);
		var manager = line.of(place.superiorId());
		var findings = diagnosis.findings(personId);
		var state = reviews.states(month, List.of(personId));
		var mates = reach.reps(month.month()).stream().filter(rep -> Objects.equals(rep.teamId(), place.teamId())).toList();
		var position = mates.stream().map(Line.Place::personId).toList().indexOf(personId);
		return new RepPage(month, rhythm(month),
				new RepPage.Who(personId, place.name(), place.jobTitle(), place.teamName(), place.teamId(), place.startedOn(), place.leftOn(),
						place.superiorId(), manager == null ? null : manager.name()),
				diagnosis.first(), judged, isOwn(personId), coaches, diagnosis.funnel().steps().stream().map(step -> step.code()).toList(),
				months(place, month, diagnosis), judged ? findings : findings.stream().map(FindingRow::plainOnly).toList(),
				judged ? suggestions(personId, month) : List.of(), history(personId), state.isEmpty() ? null : state.get(0).sent(),
				position > 0 ? neighbour(mates.get(position - 1)) : null,
				position >= 0 && position + 1 < mates.size() ? neighbour(mates.get(position + 1)) : null, diagnosis.peersOf(personId));
	}

	private static RepPage.Neighbour neighbour(Line.Place place) {
		return new RepPage.Neighbour(place.personId(), place.name());
	}

	private List<PlanRow> history(long personId) {
		return plans.history(personId).stream().filter(row -> row.edition() > 0 || isJudged(personId, row.month())).toList();
	}

	List<SuggestionRow> suggestions(long personId, CoachingMonth month) {
		var place = reach.in(month.month()).of(personId);
		if (place != null && isNewcomer(place, diagnoses.of(month))) {
			return List.of();
		}
		var library = skills.active();
		return diagnoses.of(month).of(personId).map(RepDiagnosis::suggestions).orElse(List.of()).stream()
				.map(suggestion -> new SuggestionRow(FindingRow.of(suggestion.finding()), suggestion.extraCustomersPerMonth(), suggestion.extraMrrPerMonth(),
						suggestion.probability(), library.stream().filter(skill -> skill.metric().equals(suggestion.metric().code())).toList()))
				.toList();
	}

	private List<RepPage.Month> months(Line.Place place, CoachingMonth coaching, MonthDiagnosis diagnosis) {
		var last = coaching.figures();
		var first = last.minusMonths(MONTHS_BACK - 1);
		var table = figures.of(List.of(place.personId()), first, last);
		var calendar = diagnoses.calendar();
		var steps = diagnosis.funnel().steps();
		var months = new ArrayList<RepPage.Month>();
		for (var month = first; !month.isAfter(last); month = month.plusMonths(1)) {
			if (place.startedOn().isAfter(month.atEndOfMonth())) {
				continue;
			}
			var sums = table.in(place.personId(), month);
			var conversions = new ArrayList<BigDecimal>();
			for (int i = 1; i < steps.size(); i++) {
				conversions.add(rate(sums, steps.get(i).code(), steps.get(i - 1).code()));
			}
			months.add(new RepPage.Month(month, calendar.workingDays(month, place.startedOn(), place.leftOn()),
					steps.stream().map(step -> sums.count(step.code())).toList(), java.util.Collections.unmodifiableList(conversions), sums.get(Quantity.MRR_WON),
					rate(sums, Quantity.MRR_WON.name(), Quantity.MRR_DEALS.name()), sums.count(Quantity.CUSTOMERS_LOST), sums.count(Quantity.CUSTOMERS_HELD)));
		}
		return months;
	}

	// ---- the own month

	/** The metrics that a rep goes through chart by chart: effort, each conversion, revenue per customer. */
	List<MetricPage> ownCharts(CoachingMonth month, Line.Place place) {
		return diagnoses.of(month).findings(place.personId()).stream()
				.filter(f -> f.kind() == MetricKind.VOLUME || f.kind() == MetricKind.CONVERSION || f.kind() == MetricKind.MRR_PER_CUSTOMER)
				.map(f -> ownMetric(month, f.metric(), place)).toList();
	}

	/** The evidence for a plan on this metric, as the figures stand now. */
	Evidence evidence(long personId, CoachingMonth month, String metric) {
		var diagnosis = diagnoses.of(month);
		var finding = diagnosis.finding(personId, metric).orElse(null);
		var worth = suggestions(personId, month).stream().filter(s -> s.finding().metric().equals(metric)).findFirst().orElse(null);
		var review = reviews.find(personId, month).filter(SelfReview::isSubmitted).map(SelfReviewRow::of).orElse(null);
		var look = review == null ? null : review.looks().get(metric);
		var words = review == null ? null : new Evidence.OwnWords(review.toImprove(), look == null ? null : look.sees(), look == null ? null : look.why(), review.chosenSkill());
		if (finding == null) {
			return new Evidence(metric, Diagnoses.MONTHS, false, null, null, null, null, null, null, null, Verdict.NOT_ENOUGH_DATA.name(), 0, null, null, null, List.of(),
					words);
		}
		var successes = finding.count() != null ? Double.valueOf(finding.count()) : finding.plain() == null ? null : Double.valueOf(finding.plain() * finding.n());
		var deeper = deeper(personId, month, finding);
		return new Evidence(metric, Diagnoses.MONTHS, finding.kind() == MetricKind.CONVERSION || finding.kind() == MetricKind.CHURN, successes, (double) finding.n(),
				finding.plain(), finding.estimate(), finding.low(), finding.high(), finding.peerMedian(), finding.verdict().name(), finding.n(),
				worth == null ? null : worth.extraCustomers(), worth == null ? null : worth.extraMrr(), deeper.by() == null ? null : deeper.by().name(), deeper.parts(), words);
	}

	private record Deeper(PeelBy by, List<Evidence.Part> parts) {
	}

	/**
	 * Where a conversion is lost, one level deeper: why deals were lost, else what became of the step's activities, else from which sources those came that did not go
	 * on. Nothing for other metrics, and for somebody who was not there in the months looked at.
	 */
	private Deeper deeper(long personId, CoachingMonth month, FindingRow finding) {
		if (finding.kind() != MetricKind.CONVERSION || finding.n() == 0 || reach.in(month.figures()).of(personId) == null) {
			return new Deeper(null, List.of());
		}
		var funnel = diagnoses.of(month).funnel();
		var ways = new ArrayList<PeelBy>();
		if (funnel.step(finding.next()).orElseThrow().fedBy() == Feed.DEALS_WON) {
			ways.add(PeelBy.LOST_REASON);
		}
		if (funnel.step(finding.step()).orElseThrow().fedBy() == Feed.ACTIVITY) {
			ways.add(PeelBy.OUTCOME);
		}
		ways.add(PeelBy.ORIGIN);
		for (var by : ways) {
			var slices = onion.peel(new PeelAsk(personId, null, finding.next(), by, month.figures(), Diagnoses.MONTHS)).slices();
			var parts = slices.stream().map(slice -> new Evidence.Part(slice.key(), by.isShare() ? slice.from() : slice.from() - slice.to()))
					.filter(part -> part.count() > 0).sorted(Comparator.comparingLong(Evidence.Part::count).reversed()).limit(MOST_PARTS).toList();
			if (!parts.isEmpty()) {
				return new Deeper(by, parts);
			}
		}
		return new Deeper(null, List.of());
	}
}
