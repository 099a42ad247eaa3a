package org.headcoach.training;

import static org.headcoach.people.Permission.SEE_READINESS;
import static org.headcoach.people.Permission.TRAIN;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.headcoach.people.Audit;
import org.headcoach.people.CurrentActor;
import org.headcoach.people.Line;
import org.headcoach.people.Needs;
import org.headcoach.people.PeopleService;
import org.headcoach.people.Reach;
import org.headcoach.people.Salesperson;
import org.headcoach.shared.BusinessClock;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.ChangedMeanwhileException;
import org.headcoach.shared.NotHereException;
import org.headcoach.training.engine.Answer;
import org.headcoach.training.engine.Blueprint;
import org.headcoach.training.engine.Grading;
import org.headcoach.training.engine.ItemAnalysis;
import org.headcoach.training.engine.Key;
import org.headcoach.training.engine.Marks;
import org.headcoach.training.engine.Picture;
import org.headcoach.training.engine.Wording;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/**
 * Exams as trainers run them: the blueprint and the rules, who sits them, marking by hand, grading again after a wrong key, what the questions tell; and for leaders what the people of their line have passed.
 * The door of exams: {@link QuestionBankService} keeps the questions, {@link SittingService} lets people sit.
 */
@ApplicationScoped
@Transactional
public class ExamService {

	public record ExamRow(long id, String title, ExamState state, int questions, int minutes, int passMark, int assigned, int passed, int waiting, String by) implements Serializable {
	}

	/** @param id null for a new one, then {@code version} too; the form key makes it once however often it is sent */
	public record WriteExam(Long id, Integer version, Exam.Rules rules, List<Blueprint.Line> lines, String formKey) implements Serializable {
	}

	/** Somebody to whom an exam could be assigned. */
	public record Candidate(long personId, String name, Long teamId, String team) implements Serializable {
	}

	/** An attempt with answers that a person has to mark. */
	public record ToMark(long attemptId, long examId, String exam, String person, int waiting, Instant finishedAt) implements Serializable {
	}

	/** One essay, or one answer that came late. @param marked points by criterion so far */
	public record Essay(int ordinal, String text, List<Picture> pictures, String answer, BigDecimal points, List<Key.Criterion> rubric, List<BigDecimal> marked, BigDecimal percent, String remark, boolean waits)
			implements Serializable {
	}

	public record MarkPage(long attemptId, long examId, String exam, String person, Instant finishedAt, List<Essay> essays, int late) implements Serializable {
	}

	/** @param given points by criterion of the rubric, or one number of percent where there is none */
	public record MarkEssay(long attemptId, int ordinal, List<BigDecimal> given, String remark) implements Serializable {
	}

	/** An attempt that has ended. */
	public record ResultRow(long attemptId, long personId, String person, int attemptNo, Instant startedAt, Instant finishedAt, boolean byClock, BigDecimal percent, Boolean passed, LocalDate validUntil, int waiting)
			implements Serializable {
	}

	/** What somebody has of an exam. */
	public record ReadinessCell(ExamPage.Standing standing, BigDecimal percent, LocalDate validUntil, Long attemptId) implements Serializable {
	}

	public record ReadinessRow(long personId, String name, String team, Map<Long, ReadinessCell> cells) implements Serializable {
	}

	/**
	 * Who below in the line has passed what.
	 *
	 * @param people those of the page
	 * @param total all of them
	 * @param ready who of all of them has passed everything that was assigned, and still holds it
	 */
	public record ReadinessPage(List<ExamRow> exams, List<ReadinessRow> people, int total, int ready) implements Serializable {
	}

	private record Logged(Exam.Rules rules, List<Blueprint.Line> lines) {
	}

	@PersistenceContext
	private EntityManager em;

	@Inject
	private Bank bank;

	@Inject
	private Attempts attempts;

	@Inject
	private PeopleService people;

	@Inject
	private Reach reach;

	@Inject
	private LearnerReach within;

	@Inject
	private Statements statements;

	@Inject
	private Audit audit;

	@Inject
	private CurrentActor current;

	@Inject
	private BusinessClock clock;

	@Inject
	private Event<ExamNews> news;

	// ------------------------------------------------------------ exams

	/** An assignment with what came of it. */
	private record Own(ExamAssignment assignment, List<ExamAttempt> sat, ReadinessCell cell) {
	}

	/** Everybody who has an exam, by exam; in as many queries, however many there are. */
	private Map<Exam, List<Own>> owned() {
		var sat = attempts.all().stream().collect(Collectors.groupingBy(attempt -> List.of(attempt.exam().id(), attempt.person().id())));
		return attempts.assignments().stream().map(one -> {
			var own = sat.getOrDefault(List.of(one.exam().id(), one.person().id()), List.of());
			return new Own(one, own, cell(one.withdrawn(), own));
		}).collect(Collectors.groupingBy(one -> one.assignment().exam()));
	}

	/** All exams, the latest first. */
	@Needs(TRAIN)
	public List<ExamRow> exams() {
		return rows(owned());
	}

	/** The exams with what waits to be marked, who does not get on and whose pass ends. */
	@Needs(TRAIN)
	public ExamDesk desk() {
		var owned = owned();
		var line = reach.today();
		var today = people.today();
		var open = owned.values().stream().flatMap(List::stream).filter(one -> one.assignment().exam().state() == ExamState.OPEN && !one.assignment().withdrawn() && line.of(one.assignment().person().id()) != null).toList();
		var stuck = open.stream().flatMap(one -> stuck(one, line, today).stream())
				.sorted(Comparator.comparing(ExamDesk.Stuck::dueOn, Comparator.nullsLast(Comparator.naturalOrder())).thenComparing(ExamDesk.Stuck::person)).toList();
		var expiring = open.stream().filter(one -> one.cell().validUntil() != null && !one.cell().validUntil().isAfter(today.plusDays(ExamDesk.DAYS)))
				.map(one -> new ExamDesk.Expiring(one.assignment().person().id(), one.assignment().person().name(), line.of(one.assignment().person().id()).teamName(), one.assignment().exam().id(),
						one.assignment().exam().title(), one.cell().validUntil(), one.cell().standing() == ExamPage.Standing.EXPIRED))
				.sorted(Comparator.comparing(ExamDesk.Expiring::validUntil).thenComparing(ExamDesk.Expiring::person)).toList();
		return new ExamDesk(rows(owned), toMark(), stuck, expiring, statements.givenUp());
	}

	private static Optional<ExamDesk.Stuck> stuck(Own one, Line line, LocalDate today) {
		var assignment = one.assignment();
		var most = assignment.exam().rules().attempts();
		var standing = one.cell().standing();
		var why = standing == ExamPage.Standing.FAILED && most != null && one.sat().size() >= most ? ExamDesk.Why.NO_MORE
				: (standing == ExamPage.Standing.FAILED || standing == ExamPage.Standing.NOT_STARTED) && assignment.dueOn() != null && assignment.dueOn().isBefore(today) ? ExamDesk.Why.OVERDUE : null;
		return Optional.ofNullable(why).map(reason -> new ExamDesk.Stuck(assignment.person().id(), assignment.person().name(), line.of(assignment.person().id()).teamName(), assignment.exam().id(),
				assignment.exam().title(), reason, assignment.dueOn(), one.sat().size(), one.cell().percent()));
	}

	private List<ExamRow> rows(Map<Exam, List<Own>> owned) {
		return all().stream().map(exam -> {
			var standings = owned.getOrDefault(exam, List.of()).stream().map(one -> one.cell().standing()).toList();
			return new ExamRow(exam.id(), exam.title(), exam.state(), exam.blueprint().count(), exam.rules().minutes(), exam.rules().passMark(),
					standings.size() - Collections.frequency(standings, ExamPage.Standing.WITHDRAWN), Collections.frequency(standings, ExamPage.Standing.PASSED),
					Collections.frequency(standings, ExamPage.Standing.WAITING), exam.madeByName());
		}).toList();
	}

	private List<Exam> all() {
		return em.createQuery("select distinct e from Exam e left join fetch e.lines order by e.id desc", Exam.class).getResultList();
	}

	private Exam found(long id) {
		var exam = em.find(Exam.class, id);
		if (exam == null) {
			throw new NotHereException("No exam " + id);
		}
		return exam;
	}

	/** One exam with its people. @throws NotHereException when there is none */
	@Needs(TRAIN)
	public ExamPage exam(long id) {
		var exam = found(id);
		var blueprint = exam.blueprint();
		var candidates = bank.candidates(partsOf(blueprint), null);
		var names = bank.parts().stream().collect(Collectors.toMap(Part::id, Part::name));
		var lacking = blueprint.shortages(candidates).stream().map(shortage -> line(shortage.line(), shortage.found(), names)).toList();
		var lines = blueprint.lines().stream().map(line -> line(line, (int) candidates.stream().filter(one -> one.partId() == line.partId() && (line.difficulty() == null || line.difficulty() == one.difficulty())).count(), names))
				.toList();
		return new ExamPage(id, exam.version(), exam.rules(), exam.state(), lines, blueprint.count(), lacking, lines(exam), regrades(id));
	}

	private static List<Long> partsOf(Blueprint blueprint) {
		return blueprint.lines().stream().map(Blueprint.Line::partId).distinct().toList();
	}

	private static ExamPage.BlueprintLine line(Blueprint.Line line, int found, Map<Long, String> names) {
		return new ExamPage.BlueprintLine(line.partId(), names.get(line.partId()), line.difficulty(), line.count(), found);
	}

	private List<ExamPage.PersonLine> lines(Exam exam) {
		var sat = attempts.ofExam(exam.id()).stream().collect(Collectors.groupingBy(attempt -> attempt.person().id()));
		var line = reach.today();
		return attempts.assignmentsTo(exam.id()).stream().map(assignment -> {
			var own = sat.getOrDefault(assignment.person().id(), List.of());
			var place = line.of(assignment.person().id());
			var cell = cell(assignment.withdrawn(), own);
			return new ExamPage.PersonLine(assignment.person().id(), assignment.person().name(), place == null ? null : place.teamName(), assignment.dueOn(), assignment.extraPercent(), own.size(),
					cell.standing(), cell.attemptId(), cell.percent(), cell.validUntil(), own.isEmpty() ? null : own.get(own.size() - 1).startedAt());
		}).toList();
	}

	private ReadinessCell cell(boolean withdrawn, List<ExamAttempt> own) {
		var best = Sat.best(own);
		var told = Sat.told(own);
		return new ReadinessCell(Sat.standing(own, withdrawn, people.today(), clock.now()), best == null ? null : best.percent(), Sat.validUntil(own), told == null ? null : told.id());
	}

	/** Writes a draft. @throws BusinessException when it could not be sat, or is no draft any more */
	@Needs(TRAIN)
	public long write(WriteExam wanted) {
		var parts = bank.parts().stream().map(Part::id).collect(Collectors.toSet());
		if (wanted.lines().stream().anyMatch(line -> !parts.contains(line.partId()))) {
			throw new NotHereException("No such part");
		}
		var blueprint = new Blueprint(wanted.lines());
		if (wanted.id() == null) {
			var sent = em.createQuery("select e from Exam e where e.formKey = :key", Exam.class).setParameter("key", wanted.formKey()).getResultStream().findFirst();
			if (sent.isPresent()) {
				return sent.get().id();
			}
			var exam = new Exam(clock.now(), current.get().name(), wanted.formKey());
			exam.define(wanted.rules(), blueprint);
			em.persist(exam);
			audit.record("DRAFT_EXAM", "Exam", exam.id(), exam.title(), null, new Logged(exam.rules(), blueprint.lines()));
			return exam.id();
		}
		var exam = found(wanted.id());
		if (wanted.version() == null || exam.version() != wanted.version()) {
			throw new ChangedMeanwhileException(exam.title(), null, clock.now());
		}
		var before = new Logged(exam.rules(), exam.blueprint().lines());
		exam.define(wanted.rules(), blueprint);
		audit.record("CHANGE_EXAM", "Exam", exam.id(), exam.title(), before, new Logged(exam.rules(), blueprint.lines()));
		return exam.id();
	}

	/** Opens a draft: from now on whoever it is assigned to may sit it. @throws BusinessException when the bank cannot fill it */
	@Needs(TRAIN)
	public void open(long id) {
		var exam = found(id);
		var lacking = exam.blueprint().shortages(bank.candidates(partsOf(exam.blueprint()), null));
		if (!lacking.isEmpty()) {
			throw new BusinessException("training.error.shortage", lacking.get(0).line().count(), lacking.get(0).found());
		}
		exam.open();
		tellAssigned(exam, attempts.assignmentsTo(id).stream().filter(one -> !one.withdrawn()).toList());
		audit.record("OPEN_EXAM", "Exam", id, exam.title(), null, null);
	}

	/** Lets nobody begin any more; who sits it may finish. */
	@Needs(TRAIN)
	public void close(long id) {
		var exam = found(id);
		exam.close();
		audit.record("CLOSE_EXAM", "Exam", id, exam.title(), null, null);
	}

	// ------------------------------------------------------------ who sits it

	/** Everybody at work to whom an exam can be assigned, by name. */
	@Needs(TRAIN)
	public List<Candidate> candidates() {
		return reach.today().everybody().stream().sorted(Comparator.comparing(Line.Place::name)).map(place -> new Candidate(place.personId(), place.name(), place.teamId(), place.teamName())).toList();
	}

	/**
	 * Assigns an exam to people and to everybody who is in these teams today; who has it keeps it, with the new day.
	 *
	 * @return how many have it now who had it not before
	 */
	@Needs(TRAIN)
	public int assign(long examId, Collection<Long> personIds, Collection<Long> teamIds, LocalDate dueOn) {
		var exam = found(examId);
		if (exam.state() == ExamState.CLOSED) {
			throw new BusinessException("training.error.closed");
		}
		var line = reach.today();
		var wanted = new TreeSet<>(personIds);
		teamIds.forEach(team -> line.inTeam(team).forEach(place -> wanted.add(place.personId())));
		if (wanted.isEmpty()) {
			throw new BusinessException("training.error.nobody");
		}
		var added = 0;
		var told = new ArrayList<ExamAssignment>();
		for (var id : wanted) {
			if (line.of(id) == null) {
				throw new NotHereException("Nobody " + id + " is at work");
			}
			var known = attempts.assignment(examId, id).orElse(null);
			var assignment = known == null ? new ExamAssignment(exam, em.getReference(Salesperson.class, id), clock.now(), current.get().name()) : known;
			var isNew = known == null || known.withdrawn();
			added += isNew ? 1 : 0;
			if (isNew || !Objects.equals(known.dueOn(), dueOn)) {
				told.add(assignment);
			}
			assignment.assign(dueOn);
			if (known == null) {
				em.persist(assignment);
			}
		}
		if (exam.state() == ExamState.OPEN) {
			tellAssigned(exam, told);
		}
		audit.record("ASSIGN_EXAM", "Exam", examId, exam.title(), null, Map.of("people", wanted.stream().map(id -> line.of(id).name()).toList(), "new", added));
		return added;
	}

	/** Another day is another word; the same again is none. */
	private void tellAssigned(Exam exam, List<ExamAssignment> assigned) {
		em.flush();
		tell(ExamNews.Kind.ASSIGNED, exam, assigned.stream().map(one -> new ExamNews.About(one.person().id(), "exam-assigned-" + one.id() + "-" + one.version(), one.dueOn(), null, null)).toList());
	}

	private void tell(ExamNews.Kind kind, Exam exam, List<ExamNews.About> about) {
		if (!about.isEmpty()) {
			news.fire(new ExamNews(kind, exam.title(), about));
		}
	}

	private ExamAssignment assignment(long examId, long personId) {
		return attempts.assignment(examId, personId).orElseThrow(() -> new NotHereException("Exam " + examId + " is not assigned to " + personId));
	}

	/** Takes an assignment back; what was sat stays, and an attempt that runs may be finished. */
	@Needs(TRAIN)
	public void withdraw(long examId, long personId) {
		var assignment = assignment(examId, personId);
		assignment.withdraw();
		audit.record("WITHDRAW_EXAM", "Exam", examId, assignment.exam().title(), null, Map.of("person", assignment.person().name()));
	}

	/** Gives somebody more time in attempts that begin from now on. @param extraPercent from 0 to 300 */
	@Needs(TRAIN)
	public void accommodate(long examId, long personId, int extraPercent) {
		var assignment = assignment(examId, personId);
		var before = assignment.extraPercent();
		assignment.accommodate(extraPercent);
		audit.record("ACCOMMODATE_EXAM", "Exam", examId, assignment.exam().title(), Map.of("person", assignment.person().name(), "extra", before), Map.of("person", assignment.person().name(), "extra", extraPercent));
	}

	/** Attempts at an exam that have ended, of the people below in the line, or of all for a trainer; by name and number. @throws NotHereException for a draft or none, to a leader */
	@Needs({SEE_READINESS, TRAIN})
	public List<ResultRow> results(long examId) {
		var exam = found(examId);
		if (exam.state() == ExamState.DRAFT && !current.get().may(TRAIN)) {
			throw new NotHereException("Exam " + examId + " is a draft");
		}
		return attempts.ofExam(examId).stream().filter(attempt -> !attempt.isRunning() && isSeen(attempt.person().id()))
				.map(attempt -> new ResultRow(attempt.id(), attempt.person().id(), attempt.person().name(), attempt.attemptNo(), attempt.startedAt(), attempt.finishedAt(),
						attempt.finishedHow() == ExamAttempt.End.CLOCK, attempt.percent(), attempt.passed(), attempt.validUntil(), attempt.waiting()))
				.toList();
	}

	/** Whoever trains sees everybody, a leader the line below. */
	private boolean isSeen(long personId) {
		return current.get().may(TRAIN) || !Objects.equals(current.get().personId(), personId) && within.leads(personId);
	}

	/**
	 * Who of the people below in the line, or of all for a trainer, has passed what is open.
	 *
	 * @param first so many people, in the order of their names, are left out; how many there are and how many have passed everything counts them
	 * @param most so many at most
	 */
	@Needs({SEE_READINESS, TRAIN})
	public ReadinessPage readiness(int first, int most) {
		var open = all().stream().filter(exam -> exam.state() != ExamState.DRAFT).sorted(Comparator.comparing(Exam::id)).toList();
		var learners = attempts.learners();
		var behind = attempts.notPassed(people.today());
		var places = reach.today().everybody().stream().filter(place -> learners.contains(place.personId()) && isSeen(place.personId())).sorted(Comparator.comparing(Line.Place::name)).toList();
		var shown = places.stream().skip(first).limit(most).toList();
		var persons = shown.stream().map(Line.Place::personId).toList();
		var assigned = attempts.assignmentsOf(persons).stream().collect(Collectors.groupingBy(one -> one.person().id()));
		var sat = attempts.ofPeople(persons).stream().collect(Collectors.groupingBy(attempt -> attempt.person().id()));
		return new ReadinessPage(open.stream().map(exam -> new ExamRow(exam.id(), exam.title(), exam.state(), exam.blueprint().count(), exam.rules().minutes(), exam.rules().passMark(), 0, 0, 0, exam.madeByName())).toList(),
				shown.stream().map(place -> {
					var cells = new LinkedHashMap<Long, ReadinessCell>();
					assigned.get(place.personId()).stream().filter(one -> one.exam().state() != ExamState.DRAFT).forEach(one -> cells.put(one.exam().id(),
							cell(one.withdrawn(), sat.getOrDefault(place.personId(), List.of()).stream().filter(attempt -> attempt.exam() == one.exam()).toList())));
					return new ReadinessRow(place.personId(), place.name(), place.teamName(), cells);
				}).toList(), places.size(), (int) places.stream().filter(place -> !behind.contains(place.personId())).count());
	}

	// ------------------------------------------------------------ marking

	/** Attempts that wait to be marked, the oldest first. */
	@Needs(TRAIN)
	public List<ToMark> toMark() {
		return em.createQuery("select a from ExamAttempt a join fetch a.exam join fetch a.person where a.finishedAt is not null and a.waiting > 0 order by a.finishedAt, a.id", ExamAttempt.class).getResultList().stream()
				.map(attempt -> new ToMark(attempt.id(), attempt.exam().id(), attempt.exam().title(), attempt.person().name(), attempt.waiting(), attempt.finishedAt())).toList();
	}

	private ExamAttempt ended(ExamAttempt attempt, long id) {
		if (attempt == null || attempt.isRunning()) {
			throw new NotHereException("No attempt " + id + " has ended");
		}
		return attempt;
	}

	/** The essays of an attempt with their rubrics. @throws NotHereException while it runs */
	@Needs(TRAIN)
	public MarkPage marking(long attemptId) {
		var attempt = ended(attempts.find(attemptId), attemptId);
		var questions = attempts.questions(attemptId);
		var versions = bank.versions(questions.stream().map(AttemptQuestion::versionId).toList());
		var essays = new ArrayList<Essay>();
		for (var kept : questions) {
			var question = versions.get(kept.versionId()).question();
			if (question.key() instanceof Key.Essay essay && kept.answer().isGiven()) {
				essays.add(new Essay(kept.ordinal(), Wording.plain(question.text()), question.pictures(), AnswerText.of(essay, kept.answer()), kept.points().stripTrailingZeros(), essay.rubric(), numbers(kept.marks()),
						kept.credit() == null ? null : kept.credit().movePointRight(2).stripTrailingZeros(), kept.remark(), kept.credit() == null));
			}
		}
		return new MarkPage(attemptId, attempt.exam().id(), attempt.exam().title(), attempt.person().name(), attempt.finishedAt(), essays,
				(int) questions.stream().filter(question -> question.lateAnswer().isGiven()).count());
	}

	private static List<BigDecimal> numbers(String marks) {
		return marks == null ? List.of() : List.of(marks.split(" ")).stream().map(BigDecimal::new).toList();
	}

	/** Marks essays of an attempt along their rubrics, or again: all of them or none. @throws BusinessException when a number is missing or more than the rubric allows; for the own attempt */
	@Needs(TRAIN)
	public void mark(List<MarkEssay> wanted) {
		wanted.stream().collect(Collectors.groupingBy(MarkEssay::attemptId)).forEach((attemptId, essays) -> {
			var attempt = ended(attempts.locked(attemptId), attemptId);
			var before = attempt.percent();
			var waited = attempt.waiting() > 0;
			essays.forEach(essay -> mark(attempt, essay));
			if (attempt.waiting() == 0 && (waited || !same(before, attempt.percent()))) {
				tell(ExamNews.Kind.MARKED, attempt.exam(), List.of(about("exam-marked-", attempt)));
			}
		});
	}

	/** What a result has become, under a key that stands for this change of it. */
	private static ExamNews.About about(String what, ExamAttempt attempt) {
		return new ExamNews.About(attempt.person().id(), what + attempt.id() + "-" + attempt.version(), null, attempt.id(), attempt.passed());
	}

	private void mark(ExamAttempt attempt, MarkEssay wanted) {
		if (attempt.person().id().equals(current.get().personId())) {
			throw new BusinessException("training.error.own-essay");
		}
		var kept = attempts.question(wanted.attemptId(), wanted.ordinal());
		var key = kept == null ? null : em.find(QuestionVersion.class, kept.versionId()).question().key();
		if (!(key instanceof Key.Essay essay) || !kept.answer().isGiven()) {
			throw new NotHereException("Nothing to mark at " + wanted.ordinal() + " of " + wanted.attemptId());
		}
		var most = essay.rubric().isEmpty() ? List.of(BigDecimal.valueOf(100)) : essay.rubric().stream().map(Key.Criterion::points).toList();
		if (wanted.given().size() != most.size() || IntStream.range(0, most.size()).anyMatch(i -> wanted.given().get(i) == null || wanted.given().get(i).signum() < 0 || wanted.given().get(i).compareTo(most.get(i)) > 0)) {
			throw new BusinessException("training.error.mark");
		}
		var given = wanted.given().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
		var of = most.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
		var before = attempt.percent();
		kept.mark(given.divide(of, Marks.SCALE, RoundingMode.HALF_UP), wanted.given().stream().map(BigDecimal::toPlainString).collect(Collectors.joining(" ")), Texts.optional(wanted.remark(), 2_000), current.get().name());
		attempts.addUp(attempt, attempts.questions(attempt.id()));
		audit.record("MARK_ESSAY", "Exam", attempt.exam().id(), attempt.exam().title(), Map.of("person", attempt.person().name(), "percent", before),
				Map.of("person", attempt.person().name(), "question", wanted.ordinal() + 1, "given", wanted.given(), "percent", attempt.percent()));
	}

	/** Lets answers count that came after the end and its grace, for a reason that is kept. */
	@Needs(TRAIN)
	public void takeLate(long attemptId, String reason) {
		var attempt = ended(attempts.locked(attemptId), attemptId);
		var said = Texts.said(reason, 500, "training.error.reason");
		var before = attempt.percent();
		var questions = attempts.questions(attemptId);
		var late = questions.stream().filter(question -> question.lateAnswer().isGiven()).toList();
		var versions = bank.versions(late.stream().map(AttemptQuestion::gradedVersionId).toList());
		late.forEach(question -> {
			question.takeLate();
			question.grade(Grading.of(versions.get(question.gradedVersionId()).question().key()), question.gradedVersionId());
		});
		attempts.addUp(attempt, questions);
		if (!same(before, attempt.percent())) {
			tell(ExamNews.Kind.REGRADED, attempt.exam(), List.of(about("exam-late-", attempt)));
		}
		audit.record("TAKE_LATE_ANSWERS", "Exam", attempt.exam().id(), attempt.exam().title(), Map.of("person", attempt.person().name(), "percent", before),
				Map.of("person", attempt.person().name(), "answers", late.size(), "reason", said, "percent", attempt.percent()));
	}

	// ------------------------------------------------------------ what the questions tell

	/**
	 * Grades all ended attempts at an exam again by the latest version of a question. Doing it again changes nothing.
	 *
	 * @return how many results changed
	 * @throws BusinessException when the words have changed too, so that the answers given mean something else
	 */
	@Needs(TRAIN)
	public int regrade(long examId, long questionId, String reason) {
		var exam = found(examId);
		var question = bank.find(questionId);
		if (question == null) {
			throw new NotHereException("No question " + questionId);
		}
		var said = Texts.said(reason, 500, "training.error.reason");
		var to = bank.latest(List.of(questionId)).get(questionId);
		var key = to.question().key();
		var grading = Grading.of(key);
		var changes = new ArrayList<Object[]>();
		var told = new ArrayList<ExamNews.About>();
		var graded = 0;
		for (var one : attempts.finishedQuestions(examId)) {
			if (one.questionId() != questionId || Objects.equals(one.gradedVersionId(), to.id())) {
				continue;
			}
			if (!key.readsAnswersOf(em.find(QuestionVersion.class, one.versionId()).question().key())) {
				throw new BusinessException("training.error.other-words");
			}
			var attempt = attempts.locked(one.attemptId());
			var creditBefore = one.credit();
			var percentBefore = attempt.percent();
			var passedBefore = attempt.passed();
			one.grade(grading, to.id());
			attempts.addUp(attempt, attempts.questions(attempt.id()));
			graded++;
			if (!same(creditBefore, one.credit()) || !Objects.equals(passedBefore, attempt.passed())) {
				changes.add(new Object[] {attempt.id(), creditBefore, one.credit(), percentBefore, attempt.percent(), passedBefore, attempt.passed()});
				told.add(about("exam-regraded-", attempt));
			}
		}
		if (graded > 0) {
			var regrade = new ExamRegrade(examId, questionId, to.id(), said, current.get().name(), clock.now(), graded);
			em.persist(regrade);
			em.flush();
			changes.forEach(change -> keep(regrade.id(), change));
			tell(ExamNews.Kind.REGRADED, exam, told);
			audit.record("REGRADE_QUESTION", "Exam", examId, exam.title(), null, Map.of("question", question.name(), "attempts", graded, "changed", changes.size(), "reason", said));
		}
		return changes.size();
	}

	private static boolean same(BigDecimal one, BigDecimal other) {
		return one == null || other == null ? one == other : one.compareTo(other) == 0;
	}

	private void keep(long regradeId, Object[] change) {
		em.persist(new ExamRegrade.Change(regradeId, (Long) change[0], (BigDecimal) change[1], (BigDecimal) change[2], (BigDecimal) change[3], (BigDecimal) change[4], (Boolean) change[5], (Boolean) change[6]));
	}

	private List<ExamPage.Regraded> regrades(long examId) {
		var changes = em.createQuery("select c, a.person.name from RegradeChange c, ExamAttempt a, ExamRegrade r where a.id = c.attemptId and r.id = c.regradeId and r.examId = :exam order by a.person.name, a.id", Object[].class)
				.setParameter("exam", examId).getResultStream().collect(Collectors.groupingBy(row -> ((ExamRegrade.Change) row[0]).regradeId()));
		var names = new HashMap<Long, String>();
		return em.createQuery("select r from ExamRegrade r where r.examId = :exam order by r.at desc, r.id desc", ExamRegrade.class).setParameter("exam", examId).getResultStream()
				.map(regrade -> new ExamPage.Regraded(regrade.questionId(), names.computeIfAbsent(regrade.questionId(), id -> bank.find(id).name()), regrade.reason(), regrade.byName(), regrade.at(), regrade.attempts(),
						changes.getOrDefault(regrade.id(), List.of()).stream().map(row -> ((ExamRegrade.Change) row[0]).told((String) row[1])).toList()))
				.toList();
	}

	/** Facility, discrimination and distractors of each question that was answered, and the reliability of the whole. */
	@Needs(TRAIN)
	public ItemsPage items(long examId) {
		var exam = found(examId);
		var answered = attempts.finishedQuestions(examId);
		var questionIds = answered.stream().map(AttemptQuestion::questionId).distinct().sorted().toList();
		var attemptIds = answered.stream().map(AttemptQuestion::attemptId).distinct().sorted().toList();
		var column = new HashMap<Long, Integer>();
		questionIds.forEach(id -> column.put(id, column.size()));
		var line = new HashMap<Long, Integer>();
		attemptIds.forEach(id -> line.put(id, line.size()));
		var credits = new double[attemptIds.size()][questionIds.size()];
		for (var row : credits) {
			Arrays.fill(row, Double.NaN);
		}
		answered.stream().filter(one -> one.credit() != null).forEach(one -> credits[line.get(one.attemptId())][column.get(one.questionId())] = one.credit().doubleValue());
		var analysis = ItemAnalysis.of(credits);
		var better = better(credits, attemptIds);
		var latest = bank.latest(questionIds);
		var keys = attempts.keys(answered.stream().flatMap(one -> Stream.of(one.versionId(), one.gradedVersionId())).distinct().toList());
		var parts = bank.partsOf(questionIds);
		var byQuestion = answered.stream().collect(Collectors.groupingBy(AttemptQuestion::questionId));
		return new ItemsPage(examId, exam.title(), analysis.attempts(), analysis.reliability(), analysis.reliableOf() > 0, questionIds.stream().map(id -> {
			var item = analysis.items().get(column.get(id));
			var own = byQuestion.get(id);
			var to = latest.get(id);
			var key = to.question().key();
			return new ItemsPage.Line(id, to.question().name(), parts.get(id), key.kind(), item.n(), item.facility(), item.discrimination(), item.verdict(),
					own.stream().anyMatch(one -> !key.equals(keys.get(one.gradedVersionId()))), own.stream().allMatch(one -> key.readsAnswersOf(keys.get(one.versionId()))), distractors(key, own, keys, better));
		}).sorted(Comparator.comparing((ItemsPage.Line one) -> one.discrimination() == null ? 2 : one.discrimination()).thenComparing(ItemsPage.Line::name)).toList());
	}

	/** The better half of the attempts. */
	private static Set<Long> better(double[][] credits, List<Long> attemptIds) {
		var means = IntStream.range(0, credits.length).boxed().collect(Collectors.toMap(attemptIds::get, i -> Arrays.stream(credits[i]).filter(credit -> !Double.isNaN(credit)).average().orElse(0)));
		return means.entrySet().stream().sorted(Map.Entry.<Long, Double>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey())).limit((credits.length + 1) / 2).map(Map.Entry::getKey)
				.collect(Collectors.toSet());
	}

	private static List<ItemsPage.Distractor> distractors(Key key, List<AttemptQuestion> own, Map<Long, Key> keys, Set<Long> better) {
		var choices = key instanceof Key.Choosing choosing ? choosing.choices() : List.<Key.Choice>of();
		return IntStream.range(0, choices.size()).mapToObj(i -> {
			var chosen = own.stream().filter(one -> key.readsAnswersOf(keys.get(one.versionId())) && one.answer() instanceof Answer.Chosen answer && answer.has(i)).toList();
			var byBetter = (int) chosen.stream().filter(one -> better.contains(one.attemptId())).count();
			return new ItemsPage.Distractor(Wording.plain(choices.get(i).text()), choices.get(i).weight().signum() > 0, byBetter, chosen.size() - byBetter);
		}).toList();
	}
}
