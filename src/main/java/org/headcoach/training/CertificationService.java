package org.headcoach.training;

import static org.headcoach.people.Permission.BE_SIGNED_IN;
import static org.headcoach.people.Permission.NOTHING;
import static org.headcoach.people.Permission.SEE_READINESS;
import static org.headcoach.people.Permission.TAKE_EXAMS;
import static org.headcoach.people.Permission.TRAIN;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.headcoach.people.Accounts;
import org.headcoach.people.Actor;
import org.headcoach.people.Audit;
import org.headcoach.people.CurrentActor;
import org.headcoach.people.Line;
import org.headcoach.people.Needs;
import org.headcoach.people.PeopleService;
import org.headcoach.people.Positions;
import org.headcoach.people.Reach;
import org.headcoach.people.Salesperson;
import org.headcoach.people.Secrets;
import org.headcoach.pipeline.SalesProcesses;
import org.headcoach.shared.BusinessClock;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.NotHereException;
import org.headcoach.training.engine.Agreement;
import org.headcoach.training.engine.EvaluatorRule;
import org.headcoach.training.engine.ExitCriteria;
import org.headcoach.training.engine.ResultRule;
import org.headcoach.training.engine.Validity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/**
 * The door to certifications. A trainer publishes what they ask, appoints role plays and their evaluators; each evaluator scores blind; the last card settles it, and who
 * has passed holds a certificate. A person sees the own, a leader those of the people below, a trainer all; what is none of these does not exist.
 */
@ApplicationScoped
@Transactional
public class CertificationService {

	/**
	 * Publishes a version of a certification.
	 *
	 * @param id null for a new certification
	 * @param latestNo the latest version that was read; null for a new certification
	 * @param stage a step of the main sales process; null for the whole of it
	 * @param floor least that each behaviour needs; null: none
	 * @param validMonths null: for ever
	 * @param renewalMinutes how long a renewal takes; null: as long as the first time
	 * @param formKey the form that it is sent from: sent twice, it makes one certification
	 */
	public record WriteCertification(Long id, Integer latestNo, String title, CertificationVersion.Level level, String stage, String scenario, int minutes, ResultRule rule, BigDecimal passMark,
			BigDecimal floor, int evaluators, Integer validMonths, int renewalDays, Integer renewalMinutes, List<CertificationPage.Behaviour> behaviours, List<ExitCriteria.Criterion> criteria,
			String formKey) implements Serializable {

		/** One whose renewal takes as long as the first time. */
		public WriteCertification(Long id, Integer latestNo, String title, CertificationVersion.Level level, String stage, String scenario, int minutes, ResultRule rule, BigDecimal passMark, BigDecimal floor,
				int evaluators, Integer validMonths, int renewalDays, List<CertificationPage.Behaviour> behaviours, List<ExitCriteria.Criterion> criteria, String formKey) {
			this(id, latestNo, title, level, stage, scenario, minutes, rule, passMark, floor, evaluators, validMonths, renewalDays, null, behaviours, criteria, formKey);
		}
	}

	/** Somebody who scores: with a place in the line, an account that trains, or both. */
	public record Evaluator(Long personId, Long accountId, String name) implements Serializable {

		/** A word for forms. */
		public String key() {
			return personId == null ? "account-" + accountId : "person-" + personId;
		}
	}

	/**
	 * Appoints a role play.
	 *
	 * @param meetsAt on the wall clock of the company
	 * @param evaluators keys of {@link Evaluator}
	 * @param formKey sent twice, it makes one appointment
	 */
	public record Appoint(long certificationId, long personId, LocalDateTime meetsAt, String place, Set<String> evaluators, String formKey) implements Serializable {
	}

	/** A score for a behaviour; {@code points} null: not yet. */
	public record WriteScore(Integer points, String seen) implements Serializable {
	}

	/** What an evaluator has seen so far. @param scores by behaviour, in the order of the rubric @param met places of the exit criteria that were met */
	public record WriteCard(long assessmentId, List<WriteScore> scores, Set<Integer> met, String praise, String better) implements Serializable {
		public WriteCard {
			scores = List.copyOf(scores);
			met = Set.copyOf(met);
		}
	}

	/** Whom a trainer can appoint. */
	public record Choices(List<CertificationRow> certifications, List<Line.Place> people, List<Evaluator> evaluators) implements Serializable {
	}

	private record Published(String title, int version, BigDecimal passMark, ResultRule rule, int behaviours) {
	}

	private record Appointed(String certification, int version, String person, LocalDateTime at, List<String> evaluators) {
	}

	private record Settled(BigDecimal score, boolean passed, String certificate) {
	}

	private static final int SETTLED_DAYS = 30;
	private static final int ENDED_DAYS = 60;

	@PersistenceContext
	private EntityManager em;

	@Inject
	private HoldingsKept kept;

	@Inject
	private Certifications certifications;

	@Inject
	private ReadinessService readiness;

	@Inject
	private SalesProcesses processes;

	@Inject
	private PeopleService people;

	@Inject
	private Accounts accounts;

	@Inject
	private Positions positions;

	@Inject
	private Reach reach;

	@Inject
	private LearnerReach within;

	@Inject
	private CurrentActor current;

	@Inject
	private Audit audit;

	@Inject
	private BusinessClock clock;

	@Inject
	private Event<ReadinessChanged> changed;

	// ------------------------------------------------------------ what is asked

	/** All certifications, with what the reader holds of them; those that are retired last. Everybody who learns, leads or trains. */
	@Needs({TAKE_EXAMS, SEE_READINESS, TRAIN})
	public List<CertificationRow> catalogue() {
		var own = own();
		var stages = stages();
		return certifications.latest().stream().map(version -> row(version, stages, own)).sorted(Comparator.comparing(CertificationRow::retired)).toList();
	}

	private static CertificationRow row(CertificationVersion version, Map<String, CertificationPage.Stage> stages, Map<Long, Holding> own) {
		var id = version.certification().id();
		return new CertificationRow(id, version.versionNo(), version.title(), version.level(), stage(version.stage(), stages), version.behaviours().size(), version.terms().passMark(), version.validMonths(),
				version.certification().isRetired(), own.get(id));
	}

	/** The steps of the main sales process by code. */
	Map<String, CertificationPage.Stage> stages() {
		return processes.main().steps().stream().collect(Collectors.toMap(step -> step.code(), step -> new CertificationPage.Stage(step.code(), step.name()), (one, other) -> one, java.util.LinkedHashMap::new));
	}

	/** A step that the process no longer has keeps its code for a name. */
	static CertificationPage.Stage stage(String code, Map<String, CertificationPage.Stage> stages) {
		return code == null ? null : stages.getOrDefault(code, new CertificationPage.Stage(code, code));
	}

	/** The steps that a certification can be for, in their order. Needs TRAIN. */
	@Needs(TRAIN)
	public List<CertificationPage.Stage> choosableStages() {
		return List.copyOf(stages().values());
	}

	private Map<Long, Holding> own() {
		var person = current.get().personId();
		return person == null ? Map.of() : holdings(List.of(person), people.today()).getOrDefault(person, Map.of());
	}

	/** Of these people at least. */
	Map<Long, Map<Long, Holding>> holdings(Collection<Long> persons, LocalDate day) {
		var zone = people.company().zone();
		return persons.size() > Certifications.BY_NUMBER ? kept.everybody(day, zone) : Holding.on(day, zone, certifications.certificates(persons));
	}

	/**
	 * What a certification asks, word for word as its evaluators score it. Everybody who learns, leads or trains.
	 *
	 * @param versionNo null for the latest
	 * @throws NotHereException when there is none
	 */
	@Needs({TAKE_EXAMS, SEE_READINESS, TRAIN})
	public CertificationPage certification(long id, Integer versionNo) {
		var certification = certifications.find(id);
		if (certification == null) {
			throw new NotHereException("No certification " + id);
		}
		return page(certifications.version(id, versionNo == null ? certification.latestNo() : versionNo).orElseThrow(() -> new NotHereException("No version " + versionNo + " of certification " + id)));
	}

	private CertificationPage page(CertificationVersion version) {
		var id = version.certification().id();
		var terms = version.terms();
		return new CertificationPage(id, version.versionNo(), version.title(), version.level(), stage(version.stage(), stages()), version.scenario(), version.minutes(), terms.rule(), terms.passMark(),
				terms.floor(), version.evaluators(), version.validMonths(), version.renewalDays(), version.renewalMinutes(), version.behaviours().stream().map(CertificationVersion.Behaviour::row).toList(),
				version.exit().criteria(), certifications.versions(id), version.certification().isRetired(), own().get(id),
				current.get().may(TRAIN) ? Agreement.of(certifications.scores(id)) : null);
	}

	/**
	 * Publishes a new version. Appointments that are made already, and results, keep the words that they have. Needs TRAIN.
	 *
	 * @return the certification's id; of the form's first one when it is sent again
	 * @throws BusinessException when nobody could be scored by it, or another version was published meanwhile
	 */
	@Needs(TRAIN)
	public long publish(WriteCertification wanted) {
		Certification certification;
		if (wanted.id() == null) {
			certifications.takeTurns();
			var sent = certifications.sentBy(wanted.formKey());
			if (sent.isPresent()) {
				return sent.get().id();
			}
			certification = new Certification(wanted.formKey());
			em.persist(certification);
		} else {
			certification = certifications.locked(wanted.id());
			if (certification == null) {
				throw new NotHereException("No certification " + wanted.id());
			}
			if (!Integer.valueOf(certification.latestNo()).equals(wanted.latestNo())) {
				throw new BusinessException("training.cert.error.published-meanwhile", certification.latestNo());
			}
		}
		if (wanted.stage() != null && !stages().containsKey(wanted.stage())) {
			throw new BusinessException("training.cert.error.stage");
		}
		var version = new CertificationVersion(certification, wanted, clock.now(), current.get().name());
		em.persist(version);
		em.flush();
		audit.record("PUBLISH_CERTIFICATION", "Certification", certification.id(), version.title(), null,
				new Published(version.title(), version.versionNo(), version.terms().passMark(), version.terms().rule(), version.behaviours().size()));
		return certification.id();
	}

	/** Ends or begins again that new role plays are appointed; what was earned holds on. Needs TRAIN. */
	@Needs(TRAIN)
	public void retire(long id, boolean retired) {
		var certification = certifications.locked(id);
		if (certification == null) {
			throw new NotHereException("No certification " + id);
		}
		if (certification.isRetired() != retired) {
			if (retired) {
				certification.retire(clock.now());
			} else {
				certification.takeBack();
			}
			audit.record(retired ? "RETIRE_CERTIFICATION" : "REOPEN_CERTIFICATION", "Certification", id, certifications.version(id, certification.latestNo()).orElseThrow().title(), null, null);
		}
	}

	// ------------------------------------------------------------ appointments

	/** What the form for an appointment offers. Needs TRAIN. */
	@Needs(TRAIN)
	public Choices choices() {
		var stages = stages();
		return new Choices(certifications.latest().stream().filter(version -> !version.certification().isRetired()).map(version -> row(version, stages, Map.of())).toList(),
				List.copyOf(reach.today().everybody()), List.copyOf(evaluators(reach.today()).values()));
	}

	/** Everybody at work, and accounts that train without a place in the line. */
	Map<String, Evaluator> evaluators(Line line) {
		var found = new java.util.LinkedHashMap<String, Evaluator>();
		var byPerson = new HashMap<Long, Long>();
		for (var holder : accounts.holders(TRAIN)) {
			if (holder.personId() == null) {
				var evaluator = new Evaluator(null, holder.accountId(), holder.name());
				found.put(evaluator.key(), evaluator);
			} else {
				byPerson.put(holder.personId(), holder.accountId());
			}
		}
		line.everybody().forEach(place -> {
			var evaluator = new Evaluator(place.personId(), byPerson.get(place.personId()), place.name());
			found.put(evaluator.key(), evaluator);
		});
		return found;
	}

	/**
	 * Appoints a role play by the latest version of a certification. Needs TRAIN.
	 *
	 * @return its id; of the form's first one when it is sent again
	 * @throws BusinessException when an evaluator is the person or stands above the person on that day (T1), there are too few of them, or one is planned already
	 */
	@Needs(TRAIN)
	public long appoint(Appoint wanted) {
		var certification = certifications.locked(wanted.certificationId());
		if (certification == null) {
			throw new NotHereException("No certification " + wanted.certificationId());
		}
		var sent = certifications.appointedBy(wanted.formKey());
		if (sent.isPresent()) {
			return sent.get().id();
		}
		if (certification.isRetired()) {
			throw new BusinessException("training.cert.error.retired");
		}
		if (wanted.meetsAt() == null) {
			throw new BusinessException("training.cert.error.when");
		}
		var rubric = certifications.version(certification.id(), certification.latestNo()).orElseThrow();
		var line = positions.on(wanted.meetsAt().toLocalDate());
		var place = line.of(wanted.personId());
		if (place == null) {
			throw new BusinessException("training.cert.error.not-at-work");
		}
		if (certifications.isPlanned(place.personId(), certification.id())) {
			throw new BusinessException("training.cert.error.planned", place.name(), rubric.title());
		}
		var known = evaluators(line);
		var chosen = new ArrayList<Evaluator>();
		for (var key : new LinkedHashSet<>(wanted.evaluators())) {
			var evaluator = known.get(key);
			if (evaluator == null) {
				throw new BusinessException("training.cert.error.evaluator");
			}
			requireNoConflict(line, place.personId(), place.name(), evaluator.personId(), evaluator.name());
			chosen.add(evaluator);
		}
		if (chosen.size() < rubric.evaluators() || chosen.size() > CertificationVersion.MOST_EVALUATORS) {
			throw new BusinessException("training.cert.error.how-many", rubric.evaluators(), CertificationVersion.MOST_EVALUATORS);
		}
		var assessment = new Assessment(rubric, em.getReference(Salesperson.class, place.personId()), wanted.meetsAt(), wanted.place(), renews(rubric, place.personId(), wanted.meetsAt().toLocalDate()), clock.now(), current.get().name(), wanted.formKey());
		chosen.forEach(evaluator -> new AssessmentCard(assessment, evaluator.personId() == null ? null : em.getReference(Salesperson.class, evaluator.personId()), evaluator.accountId(), evaluator.name()));
		em.persist(assessment);
		em.flush();
		audit.record("APPOINT_ROLE_PLAY", "Assessment", assessment.id(), place.name(), null,
				new Appointed(rubric.title(), rubric.versionNo(), place.name(), wanted.meetsAt(), chosen.stream().map(Evaluator::name).toList()));
		return assessment.id();
	}

	private boolean renews(CertificationVersion rubric, long personId, LocalDate day) {
		return renews(holdings(List.of(personId), day).getOrDefault(personId, Map.of()).get(rubric.certification().id()), day);
	}

	/** Whether a role play of that day renews what the person holds: in the time for renewal, and as long after the end. */
	private static boolean renews(Holding holding, LocalDate day) {
		return holding != null && (holding.state() == Validity.State.EXPIRING || holding.state() == Validity.State.EXPIRED && !day.isAfter(holding.lastDay().plusDays(holding.renewalDays())));
	}

	private static void requireNoConflict(Line line, long personId, String person, Long evaluatorId, String evaluator) {
		EvaluatorRule.conflict(line, personId, evaluatorId).ifPresent(conflict -> {
			throw new BusinessException("training.cert.error.conflict." + conflict, evaluator, person);
		});
	}

	/** Calls a role play off that is still planned; it stays in the history with the reason. Needs TRAIN. */
	@Needs(TRAIN)
	public void callOff(long assessmentId, String why) {
		var assessment = certifications.lockedAssessment(assessmentId);
		if (assessment == null) {
			throw notHere(assessmentId);
		}
		assessment.callOff(why);
		audit.record("CALL_OFF_ROLE_PLAY", "Assessment", assessmentId, assessment.person().name(), null, Map.of("why", assessment.calledOffWhy()));
	}

	// ------------------------------------------------------------ scoring

	/**
	 * A role play. Its cards are blind until all are in: an evaluator sees the own card, nobody sees another's. Who may: the person, the leaders above, who trains, and
	 * the evaluators.
	 *
	 * @throws NotHereException for everybody else
	 */
	@Needs(BE_SIGNED_IN)
	public AssessmentPage assessment(long id) {
		var assessment = certifications.assessment(id);
		if (assessment == null || !isSeen(assessment)) {
			throw notHere(id);
		}
		var settled = assessment.state() == Assessment.State.SETTLED;
		var actor = current.get();
		var asked = assessment.asked();
		var cards = assessment.cards().stream().map(card -> {
			var shown = settled || card.isOf(actor);
			return new AssessmentPage.Card(card.evaluatorName(), card.isOf(actor), card.isOf(actor) ? card.keptAt() : null, card.handedInAt(),
					shown ? card.scores().stream().map(score -> new AssessmentPage.Score(asked.indexOf(score.ordinal()), score.points(), score.seen())).toList() : List.of(), shown ? card.met() : Set.of(),
					shown ? card.praise() : null, shown ? card.better() : null);
		}).toList();
		return new AssessmentPage(id, page(assessment.rubric()).asking(asked, assessment.isRenewal()), assessment.isRenewal(), assessment.person().id(), assessment.person().name(), assessment.meetsAt(), assessment.place(), assessment.state(),
				assessment.calledOffWhy(), assessment.settledAt(), cards, settled ? assessment.result() : null, settled ? agreement(assessment) : null,
				certifications.certificateOf(id).map(certificate -> new AssessmentPage.Certified(certificate.number(), certificate.revokedAt() != null)).orElse(null),
				assessment.cards().stream().anyMatch(card -> card.isOf(actor)));
	}

	private static Agreement.Measure agreement(Assessment assessment) {
		var units = new ArrayList<List<Integer>>();
		for (var behaviour : assessment.asked()) {
			units.add(assessment.cards().stream().flatMap(card -> card.scores().stream()).filter(score -> score.ordinal() == behaviour.intValue()).map(AssessmentCard.Score::points).toList());
		}
		return Agreement.of(units);
	}

	private boolean isSeen(Assessment assessment) {
		return seesPerson(assessment.person().id()) || assessment.cards().stream().anyMatch(card -> card.isOf(current.get()));
	}

	/** Oneself, the people below, and for who trains everybody. */
	boolean seesPerson(long personId) {
		var actor = current.get();
		return actor == Actor.SYSTEM || actor.may(TRAIN) || actor.personId() != null && actor.personId() == personId && actor.may(TAKE_EXAMS)
				|| (actor.personId() == null || actor.personId() != personId) && within.leads(personId);
	}

	/**
	 * Keeps what an evaluator has so far. Only one of its evaluators.
	 *
	 * @throws BusinessException for a score that the rubric does not have (T2), and once the card is handed in
	 */
	@Needs(BE_SIGNED_IN)
	public void keep(WriteCard wanted) {
		ownCard(wanted.assessmentId()).keep(wanted, clock.now());
	}

	/**
	 * Hands a card in; the last one settles the role play and, when it is passed, gives the certificate. The same card sent twice counts once. Only one of its evaluators,
	 * who must not stand above the person on the day of the role play (T1), also when the line was changed since.
	 *
	 * @throws BusinessException when a score is missing or is none of the rubric's (T2), and for another card than the one handed in
	 */
	@Needs(BE_SIGNED_IN)
	public void handIn(WriteCard wanted) {
		var card = ownCard(wanted.assessmentId());
		if (card.isHandedIn() && card.says(wanted)) {
			return;
		}
		var assessment = card.assessment();
		card.keep(wanted, clock.now());
		if (assessment.on().isAfter(people.today())) {
			throw new BusinessException("training.cert.error.too-early", assessment.on());
		}
		requireNoConflict(positions.on(assessment.on()), assessment.person().id(), assessment.person().name(), card.person() == null ? null : card.person().id(), card.evaluatorName());
		card.handIn(clock.now());
		audit.record("HAND_IN_CARD", "Assessment", assessment.id(), assessment.person().name(), null, Map.of("evaluator", card.evaluatorName()));
		if (assessment.isComplete()) {
			settle(assessment);
		}
	}

	private AssessmentCard ownCard(long assessmentId) {
		var assessment = certifications.lockedAssessment(assessmentId);
		if (assessment == null) {
			throw notHere(assessmentId);
		}
		return assessment.cards().stream().filter(card -> card.isOf(current.get())).findFirst().orElseThrow(() -> notHere(assessmentId));
	}

	private void settle(Assessment assessment) {
		var result = assessment.settle(clock.now());
		String number = null;
		if (result.passed()) {
			var before = certifications.latestOf(assessment.person().id(), assessment.rubric().certification().id()).orElse(null);
			var certificate = new Certificate(assessment, assessment.on(), before, Secrets.create(16), certifications.nextIndex());
			em.persist(certificate);
			number = certificate.number();
			changed.fire(new ReadinessChanged(Set.of(assessment.person().id())));
		}
		audit.record("SETTLE_ROLE_PLAY", "Assessment", assessment.id(), assessment.person().name(), null, new Settled(result.score(), result.passed(), number));
	}

	private NotHereException notHere(long id) {
		return new NotHereException(current.get().name() + " does not see role play " + id);
	}

	// ------------------------------------------------------------ certificates

	/** Takes a certificate back; it stays in the history and its public page says so from now on. Needs TRAIN. */
	@Needs(TRAIN)
	public void revoke(String number, String why) {
		var certificate = certifications.certificate(number).orElseThrow(() -> new NotHereException("No certificate " + number));
		em.lock(certificate, jakarta.persistence.LockModeType.PESSIMISTIC_WRITE);
		em.refresh(certificate);
		certificate.revoke(clock.now(), current.get().name(), why);
		changed.fire(new ReadinessChanged(Set.of(certificate.person().id())));
		audit.record("REVOKE_CERTIFICATE", "Certificate", certificate.id(), certificate.holder(), null, Map.of("title", certificate.title(), "why", certificate.revokedWhy()));
	}

	/** What a certificate says to whoever has its address. Anybody. @throws NotHereException when the number is none of ours */
	@Needs(NOTHING)
	public PublicCertificate shown(String number) {
		return certifications.certificate(number).map(this::shown).orElseThrow(() -> new NotHereException("No certificate of that number"));
	}

	PublicCertificate shown(Certificate certificate) {
		var company = people.company();
		var state = Validity.state(certificate.lastDay(), certificate.renewalDays(), certificate.revokedAt() != null, people.today());
		return new PublicCertificate(certificate.number(), company.name(), certificate.holder(), certificate.title(), certificate.level(), certificate.earnedOn(), certificate.lastDay(), state,
				certificate.revokedAt() == null ? null : company.dayOf(certificate.revokedAt()));
	}

	/** A certificate to print or to take along: the holder's own, those of people below, and for who trains all. @throws NotHereException for every other */
	@Needs({TAKE_EXAMS, SEE_READINESS, TRAIN})
	public PublicCertificate certificate(String number) {
		return shown(owned(number));
	}

	Certificate owned(String number) {
		return certifications.certificate(number == null ? "" : number).filter(certificate -> seesPerson(certificate.person().id()))
				.orElseThrow(() -> new NotHereException(current.get().name() + " has no certificate " + number));
	}

	// ------------------------------------------------------------ one's own, and the desk

	/** What the reader has earned, what comes next, and the cards to hand in. Everybody. */
	@Needs(BE_SIGNED_IN)
	public MyCertifications mine() {
		var actor = current.get();
		var toScore = certifications.toScore(actor).stream().map(this::row).toList();
		if (actor.personId() == null || !actor.may(TAKE_EXAMS)) {
			return new MyCertifications(null, Map.of(), Map.of(), List.of(), List.of(), toScore, List.of());
		}
		var versions = certifications.latest().stream().collect(Collectors.toMap(version -> version.certification().id(), Function.identity()));
		var titles = new HashMap<Long, String>();
		versions.forEach((id, version) -> titles.put(id, version.title()));
		var held = own();
		var takes = new HashMap<Long, MyCertifications.Takes>();
		versions.forEach((id, version) -> {
			var renewal = renews(held.get(id), people.today());
			takes.put(id, new MyCertifications.Takes(version.asked(renewal).size(), renewal && version.renewalMinutes() != null ? version.renewalMinutes() : version.minutes()));
		});
		var earned = held.values().stream().map(holding -> new MyCertifications.Earned(holding, titles.get(holding.certificationId()), versions.get(holding.certificationId()).level()))
				.sorted(Comparator.comparing((MyCertifications.Earned one) -> one.holding().earnedOn()).reversed()).toList();
		var all = certifications.of(actor.personId());
		return new MyCertifications(readiness.progressOf(actor.personId()), titles, takes, earned,
				all.stream().filter(one -> one.state() == Assessment.State.PLANNED).sorted(Comparator.comparing(Assessment::meetsAt)).map(this::row).toList(), toScore,
				all.stream().filter(one -> one.state() == Assessment.State.SETTLED).map(this::row).toList());
	}

	AssessmentRow row(Assessment assessment) {
		var cards = assessment.cards().stream().sorted(Comparator.comparing(AssessmentCard::isHandedIn).reversed()).toList();
		return new AssessmentRow(assessment.id(), assessment.rubric().certification().id(), assessment.rubric().title(), assessment.person().id(), assessment.person().name(), assessment.meetsAt(),
				assessment.place(), assessment.state(), assessment.score(), assessment.isPassed(), cards.stream().map(AssessmentCard::evaluatorName).toList(),
				(int) cards.stream().filter(AssessmentCard::isHandedIn).count(),
				assessment.state() == Assessment.State.PLANNED && cards.stream().anyMatch(card -> !card.isHandedIn() && card.isOf(current.get())));
	}

	/** What waits for a trainer. Needs TRAIN. */
	@Needs(TRAIN)
	public DeskPage desk() {
		var today = people.today();
		var open = certifications.planned().stream().map(this::row).toList();
		var titles = new HashMap<Long, String>();
		certifications.latest().stream().filter(version -> !version.certification().isRetired()).forEach(version -> titles.put(version.certification().id(), version.title()));
		var line = reach.today();
		var planned = certifications.plannedAt(line.everybody().stream().map(Line.Place::personId).toList());
		var expiring = Holding.on(today, people.company().zone(), certifications.certificates()).entrySet().stream().filter(person -> line.of(person.getKey()) != null)
				.flatMap(person -> person.getValue().values().stream())
				.filter(holding -> titles.containsKey(holding.certificationId()) && (holding.state() == Validity.State.EXPIRING || holding.state() == Validity.State.EXPIRED && holding.lastDay().isAfter(today.minusDays(ENDED_DAYS))))
				.sorted(Comparator.comparing(Holding::lastDay).thenComparing(Holding::personId)).map(holding -> new DeskPage.Expiring(holding, line.of(holding.personId()).name(), titles.get(holding.certificationId()),
						planned.getOrDefault(holding.personId(), Map.of()).containsKey(holding.certificationId()))).toList();
		return new DeskPage(open.stream().filter(row -> row.ownOpen() && !row.meetsAt().toLocalDate().isAfter(today)).toList(), open,
				certifications.settledSince(today.minusDays(SETTLED_DAYS).atStartOfDay()).stream().map(this::row).toList(), expiring, readiness.late(line, titles, planned));
	}

	/** Every settled role play that the reader may see, the latest first; for the export. */
	@Needs({TAKE_EXAMS, SEE_READINESS, TRAIN})
	public List<AssessmentRow> results() {
		return certifications.settledSince(LocalDate.of(1970, 1, 1).atStartOfDay()).stream().filter(assessment -> seesPerson(assessment.person().id())).map(this::row).toList();
	}
}
