package org.headcoach.training;

import static org.headcoach.people.Permission.SEE_READINESS;
import static org.headcoach.people.Permission.TAKE_EXAMS;
import static org.headcoach.people.Permission.TRAIN;

import java.io.Serializable;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.headcoach.people.Audit;
import org.headcoach.people.CurrentActor;
import org.headcoach.people.Needs;
import org.headcoach.people.PeopleService;
import org.headcoach.shared.BusinessClock;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.NotHereException;
import org.headcoach.training.engine.Answer;
import org.headcoach.training.engine.Blueprint;
import org.headcoach.training.engine.Grading;
import org.headcoach.training.engine.Key;
import org.headcoach.training.engine.PictureFile;
import org.headcoach.training.engine.Shuffle;
import org.headcoach.training.engine.Wording;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** Sitting an exam: starting it, saving each answer, handing it in, and reading what came of it. Everybody for oneself. */
@ApplicationScoped
@Transactional
public class SittingService {

	/** A write from further ahead comes from no page of ours. */
	private static final Duration AHEAD = Duration.ofMinutes(5);
	private static final SecureRandom CHANCE = new SecureRandom();

	/** What one may do with an exam now; OTHER: while another one runs, nothing. */
	public enum Next {
		START, RESUME, WAIT, NO_MORE, CLOSED, OTHER
	}

	/**
	 * An exam that is assigned to the reader.
	 *
	 * @param attemptId of the one that runs, or else the last; null: none yet
	 * @param startsAgain from when another attempt may begin, where one has to wait
	 * @param passed by the best attempt; null: not yet known, or none
	 * @param waiting whether an essay of the last attempt still decides
	 */
	public record OwnExam(long examId, String title, String about, int minutes, int questions, int passMark, int penalty, boolean noGoingBack, LocalDate dueOn, Next next, Instant startsAgain, Long attemptId, int attempts,
			Integer attemptsLeft, BigDecimal best, Boolean passed, LocalDate validUntil, boolean waiting) implements Serializable {

		/** Whether it can be sat and was not passed; what waits to be marked may be a pass. */
		public boolean isDue(LocalDate today) {
			return next == Next.START && !waiting && (!Boolean.TRUE.equals(passed) || validUntil != null && validUntil.isBefore(today));
		}

		/** The one that runs, else the one that is due first; null for none. */
		public static OwnExam next(List<OwnExam> exams, LocalDate today) {
			return exams.stream().filter(exam -> exam.next == Next.RESUME).findFirst()
					.or(() -> exams.stream().filter(exam -> exam.isDue(today)).min(Comparator.comparing(OwnExam::dueOn, Comparator.nullsLast(Comparator.naturalOrder())))).orElse(null);
		}
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
	private LearnerReach within;

	@Inject
	private ExamQuiet quiet;

	@Inject
	private Audit audit;

	@Inject
	private CurrentActor current;

	@Inject
	private BusinessClock clock;

	/** The exams that are assigned to the reader, with what can be done next. */
	@Needs(TAKE_EXAMS)
	public List<OwnExam> mine() {
		var own = current.get().personId();
		if (own == null) {
			return List.of();
		}
		var all = attempts.ofPerson(own);
		var running = running(all);
		return attempts.assignmentsOf(own).stream().filter(assignment -> assignment.exam().state() != ExamState.DRAFT)
				.map(assignment -> own(assignment, all.stream().filter(attempt -> attempt.exam() == assignment.exam()).toList(), running.isPresent()))
				.filter(exam -> exam.attempts() > 0 || exam.next() == Next.START || exam.next() == Next.OTHER).toList();
	}

	/** The one attempt that somebody sits now. */
	private Optional<ExamAttempt> running(List<ExamAttempt> ofPerson) {
		return ofPerson.stream().filter(attempt -> attempt.takes(clock.now())).findFirst();
	}

	private OwnExam own(ExamAssignment assignment, List<ExamAttempt> sat, boolean sits) {
		var rules = assignment.exam().rules();
		var best = Sat.best(sat);
		var last = sat.isEmpty() ? null : sat.get(sat.size() - 1);
		var again = again(rules, last);
		return new OwnExam(assignment.exam().id(), rules.title(), rules.about(), (int) Math.ceil(assignment.time().toSeconds() / 60.0), assignment.exam().blueprint().count(), rules.passMark(), rules.penalty(), rules.noGoingBack(),
				assignment.dueOn(), next(assignment, sat, sits), again, last == null ? null : last.id(), sat.size(), rules.attempts() == null ? null : Math.max(0, rules.attempts() - sat.size()),
				best == null ? null : best.percent(), best == null ? null : best.passed(), Sat.validUntil(sat), last != null && !last.isRunning() && last.passed() == null);
	}

	private static Instant again(Exam.Rules rules, ExamAttempt last) {
		return last == null || last.finishedAt() == null || Boolean.TRUE.equals(last.passed()) ? null : last.finishedAt().plus(Duration.ofHours(rules.waitHours()));
	}

	private Next next(ExamAssignment assignment, List<ExamAttempt> sat, boolean sits) {
		var last = sat.isEmpty() ? null : sat.get(sat.size() - 1);
		if (last != null && last.takes(clock.now())) {
			return Next.RESUME;
		}
		var rules = assignment.exam().rules();
		if (assignment.withdrawn() || assignment.exam().state() != ExamState.OPEN) {
			return Next.CLOSED;
		}
		if (rules.attempts() != null && sat.size() >= rules.attempts()) {
			return Next.NO_MORE;
		}
		var again = again(rules, last);
		return again != null && clock.now().isBefore(again) ? Next.WAIT : sits ? Next.OTHER : Next.START;
	}

	/**
	 * Begins an attempt, or finds the one that runs: asking twice makes one.
	 *
	 * @return the attempt
	 * @throws BusinessException when another exam runs, the exam is closed, no attempt is left, one has to wait, or the bank cannot fill it
	 */
	@Needs(TAKE_EXAMS)
	public long start(long examId) {
		var own = own();
		var assignment = attempts.lockedAssignments(own).stream().filter(one -> one.exam().id() == examId).findFirst().orElseThrow(() -> new NotHereException("Exam " + examId + " is not assigned to " + own));
		var all = attempts.ofPerson(own);
		all.stream().filter(ExamAttempt::isRunning).map(attempt -> attempts.locked(attempt.id())).filter(attempt -> attempt.isRunning() && !attempt.takes(clock.now())).forEach(attempt -> {
			attempts.finish(attempt, ExamAttempt.End.CLOCK, clock.now());
			em.flush();
		});
		var running = running(all);
		var sat = all.stream().filter(attempt -> attempt.exam() == assignment.exam()).toList();
		var last = sat.isEmpty() ? null : sat.get(sat.size() - 1);
		switch (next(assignment, sat, running.isPresent())) {
			case RESUME:
				return last.id();
			case CLOSED:
				throw assignment.exam().state() == ExamState.DRAFT ? new NotHereException("Exam " + examId + " is a draft") : new BusinessException("training.error.closed");
			case OTHER:
				throw new BusinessException("training.error.other-runs", running.orElseThrow().exam().title());
			case NO_MORE:
				throw new BusinessException("training.error.no-more", sat.size());
			case WAIT:
				throw new BusinessException("training.error.too-early", again(assignment.exam().rules(), last).atZone(people.company().zone()));
			default:
				return begin(assignment, sat.size() + 1);
		}
	}

	private long begin(ExamAssignment assignment, int no) {
		var blueprint = assignment.exam().blueprint();
		var seed = CHANCE.nextLong();
		var drawn = blueprint.draw(bank.candidates(blueprint.lines().stream().map(Blueprint.Line::partId).distinct().toList(), assignment.person().id()), seed);
		var order = assignment.exam().rules().shuffleQuestions() ? Shuffle.of(seed + 1, drawn.size()) : Shuffle.none(drawn.size());
		var versions = bank.latest(drawn);
		var points = drawn.stream().map(id -> versions.get(id).question().points()).reduce(BigDecimal.ZERO, BigDecimal::add);
		var attempt = new ExamAttempt(assignment, no, seed, points, clock.now());
		em.persist(attempt);
		// its questions refer to it by number alone: it has to stand there first
		em.flush();
		for (int i = 0; i < drawn.size(); i++) {
			var version = versions.get(drawn.get(order.original(i)));
			em.persist(new AttemptQuestion(attempt.id(), i, version, version.question().points()));
		}
		audit.record("START_EXAM", "Exam", assignment.exam().id(), assignment.exam().title(), null, Map.of("attempt", no, "questions", drawn.size(), "ends", attempt.endsAt()));
		return attempt.id();
	}

	private long own() {
		var own = current.get().personId();
		if (own == null) {
			throw new NotHereException("The account belongs to nobody who sits exams");
		}
		return own;
	}

	private ExamAttempt mine(ExamAttempt attempt, long id) {
		if (attempt == null || !attempt.person().id().equals(current.get().personId())) {
			throw new NotHereException("Attempt " + id + " is not the reader's");
		}
		return attempt;
	}

	/** The attempt as it stands, to go on with; null when it has ended: its result can be read. @throws NotHereException for somebody else's */
	@Needs(TAKE_EXAMS)
	public SittingPage sitting(long attemptId) {
		var attempt = mine(attempts.find(attemptId), attemptId);
		var now = clock.now();
		if (attempt.isRunning() && !attempt.takes(now)) {
			attempts.finish(mine(attempts.locked(attemptId), attemptId), ExamAttempt.End.CLOCK, now);
		}
		if (!attempt.isRunning()) {
			return null;
		}
		var questions = attempts.questions(attemptId);
		var versions = bank.versions(questions.stream().map(AttemptQuestion::versionId).toList());
		var parts = bank.partsOf(questions.stream().map(AttemptQuestion::questionId).toList());
		return new SittingPage(attemptId, attempt.exam().title(), attempt.attemptNo(), attempt.noGoingBack(), attempt.penalty(), attempt.reached(), attempt.endsAt(), left(attempt, now), now.toEpochMilli(),
				questions.stream().map(question -> item(attempt, question, versions.get(question.versionId()), parts.get(question.questionId()))).toList());
	}

	private static SittingPage.Item item(ExamAttempt attempt, AttemptQuestion kept, QuestionVersion version, String part) {
		var question = version.question();
		var key = question.key();
		var shuffle = attempt.shuffle(kept.ordinal(), key);
		return new SittingPage.Item(kept.ordinal(), part, key.kind(), Wording.plain(question.text()), question.pictures(), kept.points().stripTrailingZeros(), shown(key, shuffle),
				key instanceof Key.Matching matching ? matching.asked().stream().map(pair -> Wording.plain(pair.prompt())).toList() : List.of(),
				key instanceof Key.Essay essay ? essay.rubric().stream().map(criterion -> criterion.text() + " (" + criterion.points().toPlainString() + ")").toList() : List.of(),
				kept.answer().toShow(key, shuffle).kept(), kept.flagged(), kept.seq());
	}

	private static List<String> shown(Key key, Shuffle shuffle) {
		var places = key instanceof Key.Matching matching ? matching.matches() : key.words();
		return IntStream.range(0, places.size()).mapToObj(i -> Wording.plain(places.get(shuffle.original(i)))).toList();
	}

	private static long left(ExamAttempt attempt, Instant now) {
		return Math.max(0, Duration.between(now, attempt.endsAt()).toSeconds());
	}

	/**
	 * Saves an answer, as often as it is sent. Of two writes the one with the higher number stays, whichever arrives first.
	 *
	 * @param seq milliseconds of the server's clock as the page counts it, at which the answer was given
	 * @param answer by the places shown, as {@link SittingPage.Item#answer} has it
	 * @throws BusinessException when it is no answer to that question
	 */
	@Needs(TAKE_EXAMS)
	public Saved save(long attemptId, int ordinal, long seq, String answer, boolean flagged) {
		var attempt = mine(attempts.locked(attemptId), attemptId);
		var question = attempts.question(attemptId, ordinal);
		if (question == null) {
			throw new NotHereException("Attempt " + attemptId + " has no question " + ordinal);
		}
		var now = clock.now();
		if (seq <= 0 || seq > now.plus(AHEAD).toEpochMilli()) {
			throw new BusinessException("training.error.answer");
		}
		var key = em.find(QuestionVersion.class, question.versionId()).question().key();
		var shuffle = attempt.shuffle(ordinal, key);
		var given = Answer.read(answer).asShown(key, shuffle);
		if (!attempt.takes(now)) {
			attempts.finish(attempt, ExamAttempt.End.CLOCK, now);
			if (attempt.finishedHow() == ExamAttempt.End.SUBMITTED && question.isNewer(seq)) {
				return saved(attempt, question, Saved.Outcome.HANDED_IN, null, now);
			}
			// sent again because the word about it was lost, it has been counted in time
			if (question.isNewer(seq) && !given.equals(question.answer())) {
				question.keepLate(given, now);
				return saved(attempt, question, Saved.Outcome.LATE, null, now);
			}
			return saved(attempt, question, question.seq() == seq ? Saved.Outcome.SAVED : Saved.Outcome.OLDER, null, now);
		}
		if (!question.isNewer(seq)) {
			return saved(attempt, question, question.seq() == seq ? Saved.Outcome.SAVED : Saved.Outcome.OLDER, question.seq() == seq ? null : question.answer().toShow(key, shuffle).kept(), now);
		}
		if (attempt.isLeft(ordinal)) {
			return saved(attempt, question, Saved.Outcome.LEFT, question.answer().toShow(key, shuffle).kept(), now);
		}
		question.save(given, flagged, seq, now);
		attempt.reach(ordinal);
		return saved(attempt, question, Saved.Outcome.SAVED, null, now);
	}

	private static Saved saved(ExamAttempt attempt, AttemptQuestion question, Saved.Outcome outcome, String other, Instant now) {
		return new Saved(outcome, question.savedAt() == null ? now : question.savedAt(), other, question.seq(), left(attempt, now));
	}

	/** Goes on to a question; where there is no going back, those before it are left for good. */
	@Needs(TAKE_EXAMS)
	public void reach(long attemptId, int ordinal) {
		var attempt = mine(attempts.locked(attemptId), attemptId);
		if (attempt.takes(clock.now()) && attempts.question(attemptId, ordinal) != null) {
			attempt.reach(ordinal);
		}
	}

	/** Hands the attempt in. Doing it again, or after the clock has, changes nothing. */
	@Needs(TAKE_EXAMS)
	public void submit(long attemptId) {
		var attempt = mine(attempts.locked(attemptId), attemptId);
		if (attempt.isRunning()) {
			var inTime = attempt.takes(clock.now());
			attempts.finish(attempt, inTime ? ExamAttempt.End.SUBMITTED : ExamAttempt.End.CLOCK, clock.now());
			audit.record("SUBMIT_EXAM", "Exam", attempt.exam().id(), attempt.exam().title(), null, Map.of("attempt", attempt.attemptNo(), "percent", attempt.percent()));
		}
	}

	/** What came of an attempt, as far as its exam tells; all of it to a trainer. Also for who has the person in the own line. @throws NotHereException while it runs */
	@Needs({TAKE_EXAMS, TRAIN, SEE_READINESS})
	public ResultPage result(long attemptId) {
		var actor = current.get();
		var attempt = seen(attemptId);
		var isOwn = isOwn(attempt);
		if (attempt.isRunning() && !attempt.takes(clock.now())) {
			attempts.finish(attempts.locked(attemptId), ExamAttempt.End.CLOCK, clock.now());
		}
		if (attempt.isRunning()) {
			throw new NotHereException("Attempt " + attemptId + " still runs");
		}
		var sitting = quiet.title();
		var shows = shows(attempt, sitting);
		var lines = shows == Shows.MARK ? List.<ResultPage.Line>of() : lines(attempt, shows, actor.may(TRAIN));
		return new ResultPage(attemptId, attempt.exam().id(), attempt.exam().title(), attempt.person().name(), isOwn, attempt.attemptNo(), attempt.startedAt(), attempt.finishedAt(),
				attempt.finishedHow() == ExamAttempt.End.CLOCK, attempt.percent(), attempt.points().stripTrailingZeros(), attempt.ofPoints().stripTrailingZeros(), attempt.passMark(), attempt.penalty(), attempt.passed(),
				attempt.validUntil(), attempt.waiting(), shows, sitting, actor.may(TRAIN), lines);
	}

	private boolean isOwn(ExamAttempt attempt) {
		return attempt.person().id().equals(current.get().personId()) && current.get().may(TAKE_EXAMS);
	}

	private ExamAttempt seen(long attemptId) {
		var attempt = attempts.find(attemptId);
		var actor = current.get();
		if (attempt == null || !(isOwn(attempt) || actor.may(TRAIN) || within.leads(attempt.person().id()))) {
			throw new NotHereException("No attempt " + attemptId + " for " + actor.name());
		}
		return attempt;
	}

	/** How much of a result the reader is told: the mark alone to who sits an exam now. @param sitting the title of that exam; null for none */
	private Shows shows(ExamAttempt attempt, String sitting) {
		return current.get().may(TRAIN) ? Shows.SOLUTIONS : sitting != null ? Shows.MARK : attempt.exam().rules().shows();
	}

	/**
	 * A picture of a question of an attempt: while it runs for who sits it, afterwards for who is told its questions.
	 *
	 * @throws NotHereException for everybody else, and for a picture of other questions
	 */
	@Needs({TAKE_EXAMS, TRAIN, SEE_READINESS})
	public PictureFile picture(long attemptId, String print) {
		var attempt = seen(attemptId);
		var sits = isOwn(attempt) && attempt.takes(clock.now());
		if (!(sits || !attempt.isRunning() && shows(attempt, quiet.title()) != Shows.MARK) || !bank.shows(attemptId, print)) {
			throw new NotHereException("Attempt " + attemptId + " shows no picture " + print + " to " + current.get().name());
		}
		return bank.picture(print).orElseThrow();
	}

	private List<ResultPage.Line> lines(ExamAttempt attempt, Shows shows, boolean trains) {
		var kept = attempts.questions(attempt.id());
		var ids = new ArrayList<Long>();
		kept.forEach(question -> {
			ids.add(question.versionId());
			ids.add(question.gradedVersionId());
		});
		var versions = bank.versions(ids.stream().distinct().toList());
		return kept.stream().map(question -> {
			var asked = versions.get(question.versionId()).question();
			var key = versions.get(question.gradedVersionId()).question().key();
			var answer = question.answer();
			return new ResultPage.Line(question.ordinal() + 1, question.questionId(), Wording.plain(asked.text()), asked.pictures(), key.kind(), AnswerText.of(key, answer), shows == Shows.SOLUTIONS ? AnswerText.right(key) : null,
					question.credit(), question.part().earned(attempt.penalty()), question.points().stripTrailingZeros(), Wording.plain(Grading.of(key).feedback(answer)), Wording.plain(asked.feedback()), question.remark(),
					question.waits(key), trains && question.lateAt() != null ? AnswerText.of(key, question.lateAnswer()) : null, question.lateAt());
		}).toList();
	}
}
