package org.headcoach.hiring;

import static org.headcoach.people.Permission.EDIT_HIRING_MODEL;
import static org.headcoach.people.Permission.HIRE;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.headcoach.hiring.LearningFacts.CardOf;
import org.headcoach.hiring.LearningFacts.Decided;
import org.headcoach.hiring.LearningPage.*;
import org.headcoach.hiring.engine.AdverseImpact;
import org.headcoach.hiring.engine.BackTest;
import org.headcoach.hiring.engine.Calibration;
import org.headcoach.hiring.engine.Hire;
import org.headcoach.hiring.engine.Learning;
import org.headcoach.hiring.engine.Outcomes;
import org.headcoach.hiring.engine.Outcomes.Measure;
import org.headcoach.hiring.engine.Outcomes.Sat;
import org.headcoach.hiring.engine.Outcomes.Stay;
import org.headcoach.hiring.engine.Outcomes.Work;
import org.headcoach.hiring.engine.WeightProposal;
import org.headcoach.people.Audit;
import org.headcoach.people.CurrentActor;
import org.headcoach.people.Needs;
import org.headcoach.people.PeopleService;
import org.headcoach.people.Positions;
import org.headcoach.people.Reach;
import org.headcoach.people.Role;
import org.headcoach.pipeline.MonthlyFigures;
import org.headcoach.pipeline.Quantity;
import org.headcoach.shared.BusinessClock;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.NotHereException;
import org.headcoach.training.ExamResults;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/**
 * Learn and iterate: how those who were hired did in their first six months is held against what their cards had said, new weights are proposed, tried on the past and accepted by a person. The engine's rules are in
 * {@link Learning}, {@link WeightProposal}, {@link BackTest}, {@link AdverseImpact} and {@link Calibration}.
 */
@ApplicationScoped
@Transactional
public class LearningService {

	/** Decisions so far back are tried again. */
	private static final int MONTHS_BACK = 12;
	/** From so many hires with an outcome on, the best and the slowest are named. */
	private static final int EXTREMES_FROM = 2;
	/** At each end; of few hires a third. */
	private static final int MOST_EXTREMES = 3;
	/** As many decimals as a weight is kept with. */
	private static final int DECIMALS = 2;
	private static final int LONGEST = 2_000;

	/**
	 * New weights that were seen and are accepted.
	 *
	 * @param versionId the version they were proposed for
	 * @param weights by characteristic, as they were shown
	 */
	public record AcceptWeights(long modelId, long versionId, Measure measure, Map<String, BigDecimal> weights, String reason) implements Serializable {

		public AcceptWeights {
			weights = Map.copyOf(weights);
		}
	}

	/** @param seenVersion null when nothing had been written */
	public record WriteReflection(long versionId, Integer seenVersion, Answers best, Answers slow) implements Serializable {
	}

	private record Weights(String measure, Map<String, BigDecimal> weights) {
	}

	/** Everything that one model's lesson is made of. */
	private record Facts(HiringModel model, HiringModelVersion version, Map<String, Double> weights, Map<String, String> names, List<Decided> decided, List<CardOf> cards,
			Map<Long, Map<String, Double>> scores, Measure measure, Outcomes outcomes, YearMonth lastMonth, Instant since) {

		Facts by(Measure other, Outcomes found) {
			return new Facts(model, version, weights, names, decided, cards, scores, other, found, lastMonth, since);
		}

		Set<Long> hires() {
			return hires(decided);
		}

		static Set<Long> hires(List<Decided> decided) {
			return decided.stream().filter(one -> one.state() == CandidacyState.HIRED).map(Decided::personId).filter(Objects::nonNull).collect(Collectors.toCollection(TreeSet::new));
		}

		List<Decided> hired() {
			return decided.stream().filter(one -> one.state() == CandidacyState.HIRED && one.personId() != null).toList();
		}

		Double outcome(Decided one) {
			return one.personId() == null ? null : outcomes.byPerson().get(one.personId());
		}
	}

	@PersistenceContext
	private EntityManager em;

	@Inject
	private LearningFacts learning;

	@Inject
	private HiringModels models;

	@Inject
	private HiringModelService modelService;

	@Inject
	private HiringReach reach;

	@Inject
	private Reach lines;

	@Inject
	private Cards cards;

	@Inject
	private Positions positions;

	@Inject
	private MonthlyFigures figures;

	@Inject
	private ExamResults exams;

	@Inject
	private PeopleService people;

	@Inject
	private Audit audit;

	@Inject
	private CurrentActor current;

	@Inject
	private BusinessClock clock;

	/**
	 * What hires have taught about a model. Names stand only where the account sees the person; everybody counts. Needs EDIT_HIRING_MODEL.
	 *
	 * @param modelId null: the first with a published version
	 * @param measure null: attainment, or revenue after a year where too few hires have a first half year that was recorded
	 * @return null where no model is published yet
	 * @throws NotHereException when there is no such model, or it has no published version
	 */
	@Needs(EDIT_HIRING_MODEL)
	public LearningPage learn(Long modelId, Measure measure) {
		var choices = choices();
		if (modelId == null && choices.isEmpty()) {
			return null;
		}
		var facts = told(modelId == null ? choices.get(0).id() : modelId, measure);
		var learnt = learnt(facts);
		var version = facts.version();
		var notes = learning.reflection(version.id()).map(one -> new Notes(one.version(), one.best(), one.slow(), one.writtenByName(), one.writtenAt())).orElse(new Notes(null, Answers.NONE, Answers.NONE, null, null));
		return new LearningPage(choices, facts.model().id(), facts.model().name(), version.id(), version.versionNo(), facts.measure(), facts.lastMonth(), counts(facts), learnt, facts.names(),
				learnt.refused() ? null : proposal(facts, learnt), models.draft(facts.model().id()).map(HiringModelVersion::id).orElse(null), extremes(facts), notes, lessons(facts.model().id()));
	}

	/**
	 * How interviewers score, by those who were decided on. How well an interviewer's own cards told who would succeed is seen by who leads the formula (EDIT_HIRING_MODEL) only. Needs HIRE or EDIT_HIRING_MODEL.
	 *
	 * @return null where no model is published yet
	 */
	@Needs({HIRE, EDIT_HIRING_MODEL})
	public CalibrationPage calibration(Long modelId, Measure measure) {
		var choices = choices();
		if (modelId == null && choices.isEmpty()) {
			return null;
		}
		var facts = told(modelId == null ? choices.get(0).id() : modelId, measure);
		var leads = current.get().may(EDIT_HIRING_MODEL);
		var outcomes = new HashMap<Long, Double>();
		facts.hired().stream().filter(one -> facts.outcome(one) != null).forEach(one -> outcomes.put(one.candidacyId(), facts.outcome(one)));
		var rows = Calibration.of(facts.weights(), facts.cards().stream().map(card -> new Calibration.Card(card.accountId(), card.candidacyId(), card.scores())).toList(), outcomes);
		var names = cards.names(rows.stream().map(Calibration.Line::interviewer).toList());
		return new CalibrationPage(choices, facts.model().id(), facts.model().name(), facts.measure(), leads, (int) facts.cards().stream().map(CardOf::candidacyId).distinct().count(), facts.cards().size(),
				rows.stream().map(line -> new CalibrationPage.Row(line.interviewer(), names.get(line.interviewer()), line.cards(), line.leniency(), line.spread(), leads ? line.validity() : null))
						.sorted(Comparator.comparing(CalibrationPage.Row::name, Comparator.nullsLast(Comparator.naturalOrder()))).toList());
	}

	/**
	 * Publishes the proposed weights as the model's next version. Of one version something is accepted once: pressed twice, it is the same version. Needs EDIT_HIRING_MODEL.
	 *
	 * @return the number of the new version
	 * @throws BusinessException without a reason, while a draft stands in the way, when nothing is proposed, and when the model or the proposal has changed since it was seen
	 */
	@Needs(EDIT_HIRING_MODEL)
	public long accept(AcceptWeights accepted) {
		var reason = Entered.text(accepted.reason(), LONGEST, "hiring-learning.error.reason");
		var model = em.find(HiringModel.class, accepted.modelId(), LockModeType.PESSIMISTIC_WRITE);
		if (model == null) {
			throw new NotHereException("No hiring model " + accepted.modelId());
		}
		var before = learning.lessonOf(accepted.versionId());
		if (before.isPresent()) {
			return before.get().toVersionId();
		}
		if (!learning.publishedId(model.id()).equals(Optional.of(accepted.versionId()))) {
			throw new BusinessException("hiring-learning.error.version");
		}
		if (models.draft(model.id()).isPresent()) {
			throw new BusinessException("hiring-learning.error.draft");
		}
		var facts = facts(model.id(), accepted.measure());
		var learnt = learnt(facts);
		if (learnt.refused()) {
			throw new BusinessException("hiring-learning.error.few", learnt.people(), Learning.REFUSED_BELOW);
		}
		var proposal = proposal(facts, learnt);
		if (!proposal.worthwhile()) {
			throw new BusinessException("hiring-learning.error.nothing");
		}
		if (proposal.weights().stream().anyMatch(line -> !accepted.weights().containsKey(line.code()) || accepted.weights().get(line.code()).compareTo(line.after()) != 0)
				|| accepted.weights().size() != proposal.weights().size()) {
			throw new BusinessException("hiring-learning.error.changed");
		}
		var draft = modelService.draft(model.id());
		var page = modelService.model(model.id(), draft);
		modelService.write(draft, page.version(), page.characteristics().stream().map(line -> new HiringModelService.CharacteristicLine(line.code(), line.name(), line.meaning(), accepted.weights().get(line.code()),
				line.evaluatedBy(), line.twoPass(), line.anchor1(), line.anchor3(), line.anchor5(), line.anchor7(), line.anchor10(), line.questions())).toList());
		modelService.publish(draft, reason);
		em.persist(new Lesson(model.id(), accepted.versionId(), draft, accepted.measure(), learnt.people(), proposal.backTest().before(), proposal.backTest().unseen(), reason, clock.now(), current.get().name()));
		em.flush();
		audit.record("LEARN", "HiringModel", model.id(), model.name(), new Weights(null, byCode(proposal.weights(), WeightLine::before)),
				new Weights(accepted.measure().name(), byCode(proposal.weights(), WeightLine::after)));
		return draft;
	}

	private static Map<String, BigDecimal> byCode(List<WeightLine> lines, Function<WeightLine, BigDecimal> weight) {
		var weights = new LinkedHashMap<String, BigDecimal>();
		lines.forEach(line -> weights.put(line.code(), weight.apply(line)));
		return weights;
	}

	/**
	 * Keeps the answers to the three questions with the version that holds. Needs EDIT_HIRING_MODEL.
	 *
	 * @throws OptimisticLockException when somebody else has written them since
	 */
	@Needs(EDIT_HIRING_MODEL)
	public void reflect(WriteReflection write) {
		var version = models.version(write.versionId());
		if (version == null || version.state() == VersionState.DRAFT) {
			throw new NotHereException("No published version " + write.versionId());
		}
		// two who write the first answers at once take turns here
		em.find(HiringModel.class, version.modelId(), LockModeType.PESSIMISTIC_WRITE);
		var known = learning.reflection(write.versionId()).orElse(null);
		if (!Objects.equals(known == null ? null : (Integer) known.version(), write.seenVersion())) {
			throw new OptimisticLockException("The answers about version " + write.versionId() + " were written meanwhile");
		}
		var before = known == null ? null : Map.of("best", known.best(), "slow", known.slow());
		var reflection = known == null ? new Reflection(write.versionId()) : known;
		reflection.write(checked(write.best()), checked(write.slow()), clock.now(), current.get().name());
		if (known == null) {
			em.persist(reflection);
		}
		em.flush();
		audit.record("REFLECT", "HiringModel", version.modelId(), models.find(version.modelId()).name(), before, Map.of("best", reflection.best(), "slow", reflection.slow()));
	}

	private static Answers checked(Answers answers) {
		return answers == null ? Answers.NONE : new Answers(Entered.optional(answers.share(), LONGEST), Entered.optional(answers.noMatter(), LONGEST), Entered.optional(answers.missing(), LONGEST));
	}

	// ------------------------------------------------------------ facts

	private List<Choice> choices() {
		return models.all().stream().filter(model -> models.published(model.id()).isPresent()).map(model -> new Choice(model.id(), model.name())).toList();
	}

	/** By what is asked for; else by the first half year, or where too few have one that was recorded, by the last. */
	private Facts told(long modelId, Measure measure) {
		var facts = facts(modelId, measure == null ? Measure.ATTAINMENT : measure);
		if (measure != null || facts.outcomes().byPerson().size() >= Learning.REFUSED_BELOW) {
			return facts;
		}
		var lasting = outcomes(Measure.LASTING, facts.hires(), facts.lastMonth());
		return lasting.byPerson().size() >= Learning.REFUSED_BELOW ? facts.by(Measure.LASTING, lasting) : facts;
	}

	private Facts facts(long modelId, Measure measure) {
		var model = models.find(modelId);
		var version = model == null ? null : models.published(modelId).orElse(null);
		if (version == null) {
			throw new NotHereException("No published hiring model " + modelId);
		}
		var characteristics = models.characteristics(version.id());
		var names = new LinkedHashMap<String, String>();
		characteristics.forEach(one -> names.put(one.code(), one.name()));
		var today = people.today();
		var since = today.minusMonths(MONTHS_BACK).atStartOfDay(people.company().zone()).toInstant();
		var decided = learning.decided(modelId, since);
		var found = learning.cards(modelId, since);
		var lastMonth = YearMonth.from(today).minusMonths(1);
		return new Facts(model, version, HiringModels.weights(characteristics), names, decided, found, LearningFacts.means(found, names.keySet()), measure, outcomes(measure, Facts.hires(decided), lastMonth), lastMonth, since);
	}

	private Outcomes outcomes(Measure measure, Set<Long> hires, YearMonth lastMonth) {
		if (hires.isEmpty()) {
			return Outcomes.of(measure, hires, Map.of(), (person, month) -> new Work(0, 0, 0), lastMonth);
		}
		var stays = stays(lastMonth);
		if (measure == Measure.EXAMS) {
			return Outcomes.ofExams(hires, stays, exams.firstAttempts().stream().map(one -> new Sat(one.personId(), one.examId(), one.percent().doubleValue())).toList());
		}
		var first = measure == Measure.LASTING ? lastMonth.minusMonths(Outcomes.MONTHS)
				: hires.stream().map(stays::get).filter(Objects::nonNull).map(Stay::first).min(Comparator.naturalOrder()).filter(month -> month.isBefore(lastMonth)).orElse(lastMonth);
		var table = figures.of(stays.keySet(), first, lastMonth);
		return Outcomes.of(measure, hires, stays, (person, month) -> {
			var quantities = table.in(person, month);
			return new Work(quantities.get(Quantity.MRR_WON).doubleValue(), quantities.get(Quantity.CUSTOMERS_HELD).doubleValue(), quantities.get(Quantity.CUSTOMERS_LOST).doubleValue());
		}, lastMonth);
	}

	/** First and last full month of everybody who is or was a rep. */
	private Map<Long, Stay> stays(YearMonth lastMonth) {
		var held = positions.heldBetween(lastMonth.minusYears(50), lastMonth.plusMonths(1)).stream().filter(place -> place.role() == Role.REP).collect(Collectors.groupingBy(Positions.Held::personId));
		var stays = new HashMap<Long, Stay>();
		held.forEach((person, places) -> {
			var from = places.stream().map(Positions.Held::from).min(Comparator.naturalOrder()).orElseThrow();
			var until = places.stream().anyMatch(place -> place.until() == null) ? null : places.stream().map(Positions.Held::until).max(Comparator.naturalOrder()).orElseThrow();
			var left = places.get(0).leftOn() == null ? null : places.get(0).leftOn().plusDays(1);
			var end = earlier(until, left);
			var first = from.getDayOfMonth() == 1 ? YearMonth.from(from) : YearMonth.from(from).plusMonths(1);
			stays.put(person, new Stay(first, end == null ? null : YearMonth.from(end).minusMonths(1), places.get(places.size() - 1).segment()));
		});
		return stays;
	}

	private static LocalDate earlier(LocalDate one, LocalDate other) {
		return one == null ? other : other == null || one.isBefore(other) ? one : other;
	}

	// ------------------------------------------------------------ learning

	private Learning learnt(Facts facts) {
		// whom an earlier lesson was learnt from counts once, whatever was measured then
		var inWeights = learning.lessons(facts.model().id()).stream().mapToInt(Lesson::people).max().orElse(0);
		return Learning.of(facts.weights(), measured(facts), inWeights, spreads(facts));
	}

	/** Hires of whom both the scores and the outcome are known. */
	private static List<Hire> measured(Facts facts) {
		return facts.hired().stream().filter(one -> facts.outcome(one) != null && facts.scores().containsKey(one.candidacyId()))
				.map(one -> new Hire(one.candidacyId(), facts.scores().get(one.candidacyId()), facts.outcome(one))).toList();
	}

	/** Among everybody with a card who was decided on; of fewer than ten scores none. */
	private static Map<String, Double> spreads(Facts facts) {
		var spreads = new HashMap<String, Double>();
		for (var code : facts.weights().keySet()) {
			var scores = facts.scores().values().stream().map(byCode -> byCode.get(code)).filter(Objects::nonNull).mapToDouble(Double::doubleValue).toArray();
			if (scores.length >= Learning.REFUSED_BELOW) {
				var mean = Arrays.stream(scores).average().orElseThrow();
				spreads.put(code, Math.sqrt(Arrays.stream(scores).map(score -> (score - mean) * (score - mean)).sum() / (scores.length - 1)));
			}
		}
		return spreads;
	}

	private static Counts counts(Facts facts) {
		var hired = facts.hired();
		var known = hired.stream().filter(one -> facts.outcome(one) != null).toList();
		var scored = (int) known.stream().filter(one -> facts.scores().containsKey(one.candidacyId())).count();
		return new Counts(hired.size(), scored, facts.outcomes().notYet().size(), facts.outcomes().left().size(), facts.outcomes().unknown().size(), known.size() - scored);
	}

	private Proposal proposal(Facts facts, Learning learnt) {
		var proposed = WeightProposal.of(facts.weights(), learnt);
		var after = new LinkedHashMap<String, Double>();
		var lines = new ArrayList<WeightLine>();
		for (var change : proposed.changes()) {
			var rounded = BigDecimal.valueOf(proposed.worthwhile() ? change.after() : change.before()).setScale(DECIMALS, RoundingMode.HALF_UP);
			after.put(change.code(), rounded.doubleValue());
			lines.add(new WeightLine(change.code(), facts.names().get(change.code()), BigDecimal.valueOf(change.before()).setScale(DECIMALS, RoundingMode.HALF_UP), rounded, change.judged()));
		}
		var tried = lastYear(facts);
		var candidates = tried.stream().map(one -> new BackTest.Decided(one.candidacyId(), facts.scores().get(one.candidacyId()), one.state() == CandidacyState.HIRED, facts.outcome(one))).toList();
		var test = BackTest.of(facts.weights(), after, candidates, measured(facts), learnt.fresh() / (double) learnt.people());
		var byId = tried.stream().collect(Collectors.toMap(Decided::candidacyId, Function.identity()));
		var groups = learning.groups(facts.model().id(), facts.since());
		return new Proposal(proposed.worthwhile(), proposed.trust(), lines,
				new BackTestPage(LocalDate.ofInstant(facts.since(), people.company().zone()), test.moves().size(), test.places(), test.hiresKnown(), test.before(), test.unseen(), moves(test.in(), byId),
						moves(test.out(), byId)),
				impacts(groups, test, byId), !groups.isEmpty());
	}

	/** Who was decided on within the year and has a card; each candidate once, with the decision to hire or else the latest. */
	private static List<Decided> lastYear(Facts facts) {
		var found = new LinkedHashMap<Long, Decided>();
		facts.decided().stream().filter(one -> one.decidedAt() != null && !one.decidedAt().isBefore(facts.since()) && facts.scores().containsKey(one.candidacyId()))
				.forEach(one -> found.merge(one.candidateId(), one, (first, second) -> first.state() == CandidacyState.HIRED || second.state() != CandidacyState.HIRED ? first : second));
		return List.copyOf(found.values());
	}

	private List<MoveLine> moves(List<BackTest.Move> moves, Map<Long, Decided> byId) {
		return moves.stream().map(move -> {
			var one = byId.get(move.id());
			var seen = reach.hiresFor(em.find(Opening.class, one.openingId())) && !reach.isBlind(one.candidacyId());
			return new MoveLine(move.id(), seen ? one.name() : null, move.rankBefore(), move.rankAfter(), move.hired(), move.done());
		}).toList();
	}

	private static List<AdverseImpact> impacts(Map<String, Map<Long, String>> groups, BackTest test, Map<Long, Decided> byId) {
		var impacts = new ArrayList<AdverseImpact>();
		groups.forEach((dimension, groupOf) -> {
			var tried = new HashMap<Long, String>();
			byId.values().stream().filter(one -> groupOf.containsKey(one.candidateId())).forEach(one -> tried.put(one.candidacyId(), groupOf.get(one.candidateId())));
			impacts.add(AdverseImpact.of(dimension, tried, byId.size() - tried.size(), test.chosen(false), test.chosen(true)));
		});
		return impacts;
	}

	/** A third at each end, at most three, whom the reader may see by name or not at all. */
	private List<Extreme> extremes(Facts facts) {
		var known = facts.hired().stream().filter(one -> facts.outcome(one) != null).sorted(Comparator.comparingDouble((Decided one) -> -facts.outcome(one)).thenComparingLong(Decided::candidacyId)).toList();
		if (known.size() < EXTREMES_FROM) {
			return List.of();
		}
		var each = Math.max(1, Math.min(MOST_EXTREMES, known.size() / 3));
		var extremes = new ArrayList<Extreme>();
		for (int i = 0; i < known.size(); i++) {
			if (i < each || i >= known.size() - each) {
				var one = known.get(i);
				var seen = lines.sees(one.personId(), facts.lastMonth()) && !reach.isBlind(one.candidacyId());
				extremes.add(new Extreme(seen ? one.personId() : null, seen ? one.name() : null, facts.outcome(one), i < each, seen ? facts.scores().getOrDefault(one.candidacyId(), Map.of()) : Map.of()));
			}
		}
		return extremes;
	}

	private List<LessonRow> lessons(long modelId) {
		var numbers = models.versions(modelId).stream().collect(Collectors.toMap(HiringModelVersion::id, HiringModelVersion::versionNo));
		return learning.lessons(modelId).stream().map(one -> new LessonRow(numbers.get(one.fromVersionId()), numbers.get(one.toVersionId()), one.measure(), one.people(), one.rankBefore(), one.rankUnseen(),
				one.reason(), one.acceptedByName(), one.acceptedAt())).toList();
	}
}
