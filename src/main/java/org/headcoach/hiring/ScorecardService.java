package org.headcoach.hiring;

import static org.headcoach.people.Permission.HIRE;
import static org.headcoach.people.Permission.INTERVIEW;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.headcoach.hiring.engine.Debrief;
import org.headcoach.hiring.engine.Formula;
import org.headcoach.people.Audit;
import org.headcoach.people.CurrentActor;
import org.headcoach.people.Needs;
import org.headcoach.shared.BusinessClock;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.NotHereException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/**
 * Scorecards: filled by their interviewer alone, handed in once, then corrected with a reason only; and the debrief, which shows other cards to nobody who still owes one.
 * Whatever shows what an interviewer thinks, page, export, PDF or REST, reads it here.
 */
@ApplicationScoped
@Transactional
public class ScorecardService {

	private static final int LONGEST_NOTE = 2_000;

	/** An interview of the reader's own. @param cardState null before anything was written */
	public record InterviewRow(long interviewId, long seatId, long candidacyId, long candidateId, String candidate, String opening, String interview, Instant startsAt, Instant endsAt, String zone, String place, boolean required,
			CardState cardState, boolean over) implements Serializable {

		/** Whether the card is owed by now. */
		public boolean isDue() {
			return over && cardState != CardState.SUBMITTED;
		}
	}

	/** One score. @param score 1 to 10; null to take it back or when it could not be told */
	public record SaveScore(long characteristicId, int pass, Integer score, boolean couldNotTell, String note) implements Serializable {
	}

	/** What happened between the passes. */
	public record SaveCoaching(long characteristicId, String selfDiagnosis, String praise, String improvement, Integer effort) implements Serializable {
	}

	/** A change of a card that is in: of one score, or of the recommendation. @param characteristicId null to change the recommendation */
	public record Correct(Long characteristicId, Integer pass, Integer score, boolean couldNotTell, Recommendation recommendation, String reason) implements Serializable {

		/** Whether what it is to be fits to what is corrected. */
		boolean fits() {
			return characteristicId == null ? recommendation != null && score == null && !couldNotTell : recommendation == null && score == null == couldNotTell;
		}
	}

	/** How a candidate stands in the comparison. @param share null when nothing is scored; hidden: the reader is blind here */
	public record CompareLine(long candidacyId, long candidateId, String candidate, CandidacyState state, boolean hidden, Double share, double coverage, Double agreement, int cards, Map<String, Double> means,
			Map<Recommendation, Long> recommendations) implements Serializable {
	}

	/** @param names of the characteristics by code, in the order of the card */
	public record ComparePage(long openingId, String opening, Map<String, String> names, List<CompareLine> lines) implements Serializable {
	}

	private record Corrected(Object what, Integer pass) {
	}

	@PersistenceContext
	private EntityManager em;

	@Inject
	private Cards cards;

	@Inject
	private HiringModels models;

	@Inject
	private HiringReach reach;

	@Inject
	private SeenLog seen;

	@Inject
	private Audit audit;

	@Inject
	private CurrentActor current;

	@Inject
	private BusinessClock clock;

	// ------------------------------------------------------------ the interviewer

	/** The reader's own interviews that hold: those whose card is not in, by time, then those handed in during the last 30 days. Needs INTERVIEW. */
	@Needs(INTERVIEW)
	public List<InterviewRow> myInterviews() {
		var now = clock.now();
		var rows = em.createQuery("""
				select i, s, a.name, o.title, c.state, c.submittedAt, a.id from Seat s join Interview i on i.id = s.interviewId join Candidacy y on y.id = i.candidacyId join Candidate a on a.id = y.candidateId
				join Opening o on o.id = y.openingId left join Scorecard c on c.seatId = s.id
				where s.accountId = :account and i.state = org.headcoach.hiring.InterviewState.PLANNED and a.erasedAt is null order by i.startsAt, i.id""", Object[].class)
				.setParameter("account", current.get().accountId()).getResultList();
		var month = now.minus(Duration.ofDays(30));
		return rows.stream().filter(row -> row[5] == null || ((Instant) row[5]).isAfter(month)).map(row -> {
			var interview = (Interview) row[0];
			var seat = (Seat) row[1];
			return new InterviewRow(interview.id(), seat.id(), interview.candidacyId(), (Long) row[6], (String) row[2], (String) row[3], interview.title(), interview.startsAt(), interview.endsAt(), interview.zone(),
					interview.place(), seat.required(), (CardState) row[4], !interview.endsAt().isAfter(now));
		}).sorted((one, other) -> Boolean.compare(one.cardState() == CardState.SUBMITTED, other.cardState() == CardState.SUBMITTED)).toList();
	}

	/** Whether the reader has, or had, a seat in an interview that holds. Needs INTERVIEW. */
	@Needs(INTERVIEW)
	public boolean interviews() {
		return !em.createQuery("select s.id from Seat s, Interview i where i.id = s.interviewId and s.accountId = :account and i.state = org.headcoach.hiring.InterviewState.PLANNED", Long.class)
				.setParameter("account", current.get().accountId()).setMaxResults(1).getResultList().isEmpty();
	}

	/** The own card with its kit. Looking makes no card. @throws NotHereException when the reader has no such seat */
	@Needs(INTERVIEW)
	public CardPage card(long seatId) {
		return page(ownSeat(em.find(Seat.class, seatId), seatId));
	}

	/** The same by the interview. */
	@Needs(INTERVIEW)
	public CardPage cardOfInterview(long interviewId) {
		var seat = cards.seats(List.of(interviewId)).stream().filter(one -> current.get().accountId() != null && one.accountId() == current.get().accountId()).findFirst()
				.orElseThrow(() -> new NotHereException("No seat in interview " + interviewId));
		return page(seat);
	}

	private Seat ownSeat(Seat seat, long id) {
		if (seat == null || current.get().accountId() == null || seat.accountId() != current.get().accountId()) {
			throw new NotHereException(current.get().name() + " has no seat " + id);
		}
		return seat;
	}

	private CardPage page(Seat seat) {
		var interview = cards.interview(seat.interviewId());
		var candidacy = em.find(Candidacy.class, interview.candidacyId());
		var candidate = em.find(Candidate.class, candidacy.candidateId());
		if (candidate.erasedAt() != null) {
			throw new NotHereException("Candidate " + candidate.id() + " is erased");
		}
		var card = cards.card(seat.id()).orElse(null);
		var version = models.version(card == null ? interview.modelVersionId() : card.modelVersionId());
		var scores = card == null ? Map.<String, Score>of() : cards.scores(List.of(card.id())).getOrDefault(card.id(), List.of()).stream()
				.collect(Collectors.toMap(score -> score.characteristicId() + "-" + score.passNo(), Function.identity()));
		var coaching = card == null ? Map.<Long, CoachingBetween>of() : cards.coaching(List.of(card.id())).stream().collect(Collectors.toMap(CoachingBetween::characteristicId, Function.identity()));
		var seats = cards.seats(List.of(interview.id()));
		var names = cards.names(seats.stream().map(Seat::accountId).toList());
		var items = models.characteristics(version.id()).stream().map(one -> item(one, seat, scores, coaching.get(one.id()))).sorted((one, other) -> Boolean.compare(other.own(), one.own())).toList();
		seen.saw(candidate.id(), "CARD");
		return new CardPage(seat.id(), card == null ? null : card.id(), interview.id(), candidacy.id(), candidate.id(), candidate.name(), candidate.headline(), em.find(Opening.class, candidacy.openingId()).title(),
				interview.title(), interview.startsAt(), interview.endsAt(), interview.zone(), interview.place(), interview.state() == InterviewState.CANCELLED, names.get(seat.accountId()),
				models.find(version.modelId()).name(), version.versionNo(), seats.stream().filter(other -> !other.id().equals(seat.id())).map(other -> names.get(other.accountId())).sorted().toList(), items,
				card == null ? null : card.recommendation(), card == null ? null : card.note(), card == null ? null : card.submittedAt(), reach.isBlind(candidacy.id()));
	}

	private static CardPage.Item item(Characteristic one, Seat seat, Map<String, Score> scores, CoachingBetween coaching) {
		return new CardPage.Item(one.id(), one.code(), one.name(), one.meaning(), one.weight(), one.evaluatedBy(), one.twoPass(), anchors(one), lines(one.questions()),
				seat.focus().isEmpty() || seat.focus().contains(one.code()), pass(1, scores.get(one.id() + "-1")), one.twoPass() ? pass(2, scores.get(one.id() + "-2")) : null,
				coaching == null ? null : coaching.selfDiagnosis(), coaching == null ? null : coaching.praise(), coaching == null ? null : coaching.improvement(), coaching == null ? null : coaching.effort());
	}

	private static CardPage.Pass pass(int no, Score score) {
		return score == null ? new CardPage.Pass(no, null, false, null) : new CardPage.Pass(no, score.score(), score.couldNotTell(), score.note());
	}

	static List<CardPage.Anchor> anchors(Characteristic one) {
		return Stream.of(new CardPage.Anchor(1, one.anchor1()), new CardPage.Anchor(3, one.anchor3()), new CardPage.Anchor(5, one.anchor5()), new CardPage.Anchor(7, one.anchor7()),
				new CardPage.Anchor(10, one.anchor10())).filter(anchor -> anchor.meaning() != null && !anchor.meaning().isBlank()).toList();
	}

	static List<String> lines(String text) {
		return text == null ? List.of() : text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
	}

	/**
	 * Keeps one score of the own card; the first makes the card, with the version of the model that the interview was planned with. Returns when it was kept.
	 *
	 * @throws BusinessException once the card is in, for a score outside 1 to 10, and for a characteristic of another version
	 */
	@Needs(INTERVIEW)
	public Instant save(long seatId, SaveScore save) {
		var card = openCard(seatId);
		var characteristic = characteristic(card, save.characteristicId());
		requirePass(characteristic, save.pass());
		checkScore(save.score());
		var note = Entered.optional(save.note(), LONGEST_NOTE);
		var unclear = save.couldNotTell() && save.score() == null;
		var known = em.createQuery("select s from Score s where s.cardId = :card and s.characteristicId = :what and s.passNo = :pass", Score.class).setParameter("card", card.id())
				.setParameter("what", save.characteristicId()).setParameter("pass", save.pass()).getResultStream().findFirst();
		if (known.isPresent()) {
			known.get().say(save.score(), unclear, note);
		} else {
			em.persist(new Score(card.id(), save.characteristicId(), save.pass(), save.score(), unclear, note));
		}
		return clock.now();
	}

	/** Keeps what happened between the two passes. The same refusals as {@link #save}. */
	@Needs(INTERVIEW)
	public Instant save(long seatId, SaveCoaching save) {
		var card = openCard(seatId);
		var characteristic = characteristic(card, save.characteristicId());
		if (!characteristic.twoPass()) {
			throw new BusinessException("hiring.card.error.pass", characteristic.name());
		}
		checkScore(save.effort());
		var known = em.createQuery("select c from CoachingBetween c where c.cardId = :card and c.characteristicId = :what", CoachingBetween.class).setParameter("card", card.id())
				.setParameter("what", save.characteristicId()).getResultStream().findFirst();
		var diagnosis = Entered.optional(save.selfDiagnosis(), LONGEST_NOTE);
		var praise = Entered.optional(save.praise(), 1_000);
		var improvement = Entered.optional(save.improvement(), 1_000);
		if (known.isPresent()) {
			known.get().say(diagnosis, praise, improvement, save.effort());
		} else {
			em.persist(new CoachingBetween(card.id(), save.characteristicId(), diagnosis, praise, improvement, save.effort()));
		}
		return clock.now();
	}

	/** Keeps what the interviewer would do and why; null for nothing yet. */
	@Needs(INTERVIEW)
	public Instant save(long seatId, Recommendation recommendation, String note) {
		openCard(seatId).say(recommendation, Entered.optional(note, 4_000));
		return clock.now();
	}

	private static void requirePass(Characteristic characteristic, int pass) {
		if (pass != 1 && !(pass == 2 && characteristic.twoPass())) {
			throw new BusinessException("hiring.card.error.pass", characteristic.name());
		}
	}

	private static void checkScore(Integer score) {
		if (score != null && (score < 1 || score > Formula.BEST)) {
			throw new BusinessException("hiring.card.error.score");
		}
	}

	private Characteristic characteristic(Scorecard card, long id) {
		var characteristic = em.find(Characteristic.class, id);
		if (characteristic == null || characteristic.versionId() != card.modelVersionId()) {
			throw new NotHereException("No characteristic " + id + " on card " + card.id());
		}
		return characteristic;
	}

	/** The own card, made when there is none, with everybody else who would write it waiting. */
	private Scorecard openCard(long seatId) {
		var seat = ownSeat(cards.lockedSeat(seatId), seatId);
		var card = cards.card(seatId).orElse(null);
		if (card == null) {
			var interview = cards.interview(seat.interviewId());
			if (interview.state() == InterviewState.CANCELLED) {
				throw new BusinessException("hiring.card.error.cancelled");
			}
			card = new Scorecard(seatId, interview.candidacyId(), seat.accountId(), interview.modelVersionId(), CardState.OPEN, clock.now());
			em.persist(card);
			em.flush();
		} else if (card.state() == CardState.SUBMITTED) {
			throw new BusinessException("hiring.card.error.locked");
		}
		return card;
	}

	/**
	 * Hands the own card in; from then on it is locked, and the cards of others open to its interviewer. Handed in twice is handed in once.
	 *
	 * @throws BusinessException while something of one's own is neither scored nor marked as not to be told, or nothing is recommended
	 */
	@Needs(INTERVIEW)
	public void submit(long seatId) {
		var seat = ownSeat(cards.lockedSeat(seatId), seatId);
		if (cards.card(seatId).map(card -> card.state() == CardState.SUBMITTED).orElse(false)) {
			return;
		}
		var card = openCard(seatId);
		em.flush();
		var page = page(seat);
		if (page.recommendation() == null) {
			throw new BusinessException("hiring.card.error.recommendation");
		}
		var open = page.items().stream().filter(CardPage.Item::own).filter(item -> !item.isDone()).map(CardPage.Item::name).toList();
		if (!open.isEmpty()) {
			throw new BusinessException("hiring.card.error.open", String.join(", ", open), open.size());
		}
		card.submit(clock.now());
		audit.record("SUBMIT", "Scorecard", card.id(), "Candidate " + page.candidateId(), null, Map.of("interview", page.interviewId()));
	}

	/**
	 * Changes one score or the recommendation of the own card that is in. What it was, what it is and why stand on the card from then on.
	 *
	 * @throws BusinessException without a reason, for what does not fit to what is corrected, and when nothing would change
	 */
	@Needs(INTERVIEW)
	public void correct(long seatId, Correct correct) {
		var seat = ownSeat(cards.lockedSeat(seatId), seatId);
		var card = cards.card(seatId).filter(one -> one.state() == CardState.SUBMITTED).orElseThrow(() -> new BusinessException("hiring.card.error.not-in"));
		var reason = Entered.text(correct.reason(), 500, "hiring.card.error.reason");
		var candidate = em.find(Candidate.class, em.find(Candidacy.class, card.candidacyId()).candidateId());
		if (!correct.fits()) {
			throw new BusinessException("hiring.card.error.correction");
		}
		String before;
		String after;
		if (correct.characteristicId() == null) {
			before = card.recommendation().name();
			after = correct.recommendation().name();
			card.say(correct.recommendation(), card.note());
		} else {
			checkScore(correct.score());
			var characteristic = characteristic(card, correct.characteristicId());
			var pass = correct.pass() == null ? 1 : correct.pass();
			requirePass(characteristic, pass);
			var score = em.createQuery("select s from Score s where s.cardId = :card and s.characteristicId = :what and s.passNo = :pass", Score.class).setParameter("card", card.id())
					.setParameter("what", characteristic.id()).setParameter("pass", pass).getResultStream().findFirst().orElseGet(() -> {
						var fresh = new Score(card.id(), characteristic.id(), pass, null, true, null);
						em.persist(fresh);
						return fresh;
					});
			before = score.score() == null ? "-" : score.score().toString();
			after = correct.score() == null ? "-" : correct.score().toString();
			score.say(correct.score(), correct.score() == null, score.note());
		}
		if (before.equals(after)) {
			throw new BusinessException("hiring.card.error.same");
		}
		em.persist(new Correction(card.id(), correct.characteristicId(), correct.characteristicId() == null ? null : correct.pass(), before, after, reason, clock.now(), current.get().name()));
		// what it was, what it is and why stand on the card: who owes another one may read the log
		audit.record("CORRECT", "Scorecard", card.id(), candidate.label(), null, new Corrected(correct.characteristicId() == null ? "recommendation" : correct.characteristicId(), correct.pass()));
	}

	// ------------------------------------------------------------ everybody's cards together

	/**
	 * What the interviewers saw. To whoever owes a card of this candidate it shows who interviews, and nothing of what they think or whether they have said it. HIRE for the opening, or a seat.
	 *
	 * @throws NotHereException when the reader has neither
	 */
	@Needs({HIRE, INTERVIEW})
	public DebriefPage debrief(long candidacyId) {
		var candidacy = reach.shown(candidacyId);
		var candidate = em.find(Candidate.class, candidacy.candidateId());
		var opening = em.find(Opening.class, candidacy.openingId());
		var blind = reach.isBlind(candidacyId);
		var interviews = cards.interviews(candidacyId).stream().filter(interview -> interview.state() == InterviewState.PLANNED).toList();
		var seats = cards.seats(interviews.stream().map(Interview::id).toList());
		if (blind) {
			// nothing of the others' cards is read, so that neither bytes nor time tell anything of them, not even whether they are in
			var who = cards.names(seats.stream().map(Seat::accountId).toList());
			return new DebriefPage(candidacyId, candidate.id(), candidate.name(), opening.id(), opening.title(), candidacy.state(), null, null, null, true, reach.hiresFor(opening), false,
					seats.stream().map(seat -> new DebriefPage.PanelLine(who.get(seat.accountId()), seat.required(), false, null)).toList(), List.of(), List.of(), List.of(), null, 0, null, false, null, 0);
		}
		var in = cards.submitted(List.of(candidacyId));
		var names = cards.names(Stream.concat(seats.stream().map(Seat::accountId), in.stream().map(Scorecard::accountId)).toList());
		var bySeat = in.stream().collect(Collectors.toMap(Scorecard::seatId, Function.identity()));
		var panel = seats.stream().map(seat -> new DebriefPage.PanelLine(names.get(seat.accountId()), seat.required(), bySeat.containsKey(seat.id()), bySeat.containsKey(seat.id()) ? bySeat.get(seat.id()).submittedAt() : null))
				.toList();
		var missing = cards.missing(candidacyId);
		var hires = reach.hiresFor(opening);
		var mayDecide = hires && candidacy.state() == CandidacyState.ACTIVE;
		var read = read(in);
		seen.saw(candidate.id(), "CARDS");
		var talk = Debrief.of(read.weights, read.counted.values(), in.stream().map(card -> leaning(card.recommendation())).toList());
		var mark = Formula.mark(read.weights, read.counted.values());
		var corrections = cards.corrections(in.stream().map(Scorecard::id).toList()).stream().collect(Collectors.groupingBy(Correction::cardId));
		var lines = in.stream().map(card -> {
			var own = Formula.mark(read.weightsOf(card), List.of(read.counted.get(card.id())));
			return new DebriefPage.CardLine(card.id(), names.get(card.accountId()), card.recommendation(), card.note(), card.submittedAt(), orNull(own.share()), own.coverage(), models.version(card.modelVersionId()).versionNo(),
					seen.sawBefore(candidate.id(), card.accountId(), "CARDS", card.submittedAt()), corrections.getOrDefault(card.id(), List.of()).stream().map(one -> new DebriefPage.CorrectionLine(
							one.characteristicId() == null ? null : read.nameOf(one.characteristicId()), one.beforeText(), one.afterText(), one.reason(), one.at())).toList());
		}).toList();
		var topics = talk.topics().stream().map(topic -> new DebriefPage.TopicLine(topic.code(), read.names.get(topic.code()), topic.weight(), topic.opinion(), topic.scores(), orNull(topic.mean()), topic.spread(),
				read.said(topic.code(), in))).toList();
		var version = read.base;
		return new DebriefPage(candidacyId, candidate.id(), candidate.name(), opening.id(), opening.title(), candidacy.state(), candidacy.decisionReason(), candidacy.decidedByName(), candidacy.decidedAt(), false, hires, mayDecide,
				panel, missing, lines, topics, orNull(mark.share()), mark.coverage(), orNull(talk.agreement()), talk.divided(), version == null ? null : models.find(version.modelId()).name(),
				version == null ? 0 : version.versionNo());
	}

	/** Candidates of one opening side by side; those whom the reader may not judge yet, for want of an own card, without a figure. HIRE for the opening. */
	@Needs(HIRE)
	public ComparePage compare(long openingId, Collection<Long> candidacyIds) {
		var opening = reach.opening(openingId);
		var chosen = candidacyIds.stream().distinct().map(reach::candidacy).filter(one -> one.openingId() == openingId).toList();
		// of whom the reader is blind to nothing is read
		var in = cards.submitted(chosen.stream().map(Candidacy::id).filter(id -> !reach.isBlind(id)).toList());
		var names = new LinkedHashMap<String, String>();
		var lines = chosen.stream().map(candidacy -> {
			var candidate = em.find(Candidate.class, candidacy.candidateId());
			var own = in.stream().filter(card -> card.candidacyId() == candidacy.id()).toList();
			if (reach.isBlind(candidacy.id())) {
				return new CompareLine(candidacy.id(), candidate.id(), candidate.name(), candidacy.state(), true, null, 0, null, 0, Map.of(), Map.of());
			}
			var read = read(own);
			read.names.forEach(names::putIfAbsent);
			seen.saw(candidate.id(), "CARDS");
			var talk = Debrief.of(read.weights, read.counted.values(), List.of());
			var mark = Formula.mark(read.weights, read.counted.values());
			var means = new HashMap<String, Double>();
			talk.topics().forEach(topic -> topic.mean().ifPresent(mean -> means.put(topic.code(), mean)));
			return new CompareLine(candidacy.id(), candidate.id(), candidate.name(), candidacy.state(), false, orNull(mark.share()), mark.coverage(), orNull(talk.agreement()), own.size(), means,
					own.stream().collect(Collectors.groupingBy(Scorecard::recommendation, TreeMap::new, Collectors.counting())));
		}).sorted(Comparator.comparing(CompareLine::share, Comparator.nullsLast(Comparator.reverseOrder()))).toList();
		return new ComparePage(openingId, opening.title(), names, lines);
	}

	static int leaning(Recommendation recommendation) {
		return recommendation.ordinal() - Recommendation.NO_DECISION.ordinal();
	}

	private static Double orNull(OptionalDouble value) {
		return value.isPresent() ? value.getAsDouble() : null;
	}

	/** Cards with what stands in them, laid over the latest version of the model among them. */
	private Read read(List<Scorecard> in) {
		var read = new Read();
		in.stream().map(Scorecard::modelVersionId).distinct().forEach(id -> {
			var version = models.version(id);
			read.characteristics.put(id, models.characteristics(id));
			if (read.base == null || version.versionNo() > read.base.versionNo()) {
				read.base = version;
			}
		});
		if (read.base != null) {
			read.weights.putAll(HiringModels.weights(read.characteristics.get(read.base.id())));
		}
		read.characteristics.values().forEach(list -> list.forEach(one -> {
			read.byId.put(one.id(), one);
			// what an older version looked at and this one does not: shown, and without weight
			read.weights.putIfAbsent(one.code(), 0.0);
		}));
		read.characteristics.values().forEach(list -> list.forEach(one -> read.names.putIfAbsent(one.code(), one.name())));
		if (read.base != null) {
			read.characteristics.get(read.base.id()).forEach(one -> read.names.put(one.code(), one.name()));
		}
		var ids = in.stream().map(Scorecard::id).toList();
		read.scores = cards.scores(ids);
		cards.coaching(ids).forEach(one -> read.coaching.put(one.cardId() + "-" + one.characteristicId(), one));
		in.forEach(card -> read.counted.put(card.id(), read.counted(card)));
		return read;
	}

	private static final class Read {

		private HiringModelVersion base;
		private final Map<Long, List<Characteristic>> characteristics = new LinkedHashMap<>();
		private final Map<Long, Characteristic> byId = new HashMap<>();
		private final Map<String, Double> weights = new LinkedHashMap<>();
		private final Map<String, String> names = new LinkedHashMap<>();
		private Map<Long, List<Score>> scores = Map.of();
		private final Map<String, CoachingBetween> coaching = new HashMap<>();
		private final Map<Long, Map<String, Integer>> counted = new LinkedHashMap<>();

		private Map<String, Integer> counted(Scorecard card) {
			var found = new HashMap<String, Integer>();
			scores.getOrDefault(card.id(), List.of()).forEach(score -> {
				var what = byId.get(score.characteristicId());
				if (score.score() != null && score.passNo() == (what.twoPass() ? 2 : 1)) {
					found.put(what.code(), score.score());
				}
			});
			return found;
		}

		private Map<String, Double> weightsOf(Scorecard card) {
			return HiringModels.weights(characteristics.get(card.modelVersionId()));
		}

		private String nameOf(long characteristicId) {
			return byId.containsKey(characteristicId) ? byId.get(characteristicId).name() : null;
		}

		private Map<Long, DebriefPage.Said> said(String code, List<Scorecard> in) {
			var found = new LinkedHashMap<Long, DebriefPage.Said>();
			in.forEach(card -> {
				var own = scores.getOrDefault(card.id(), List.of()).stream().filter(score -> byId.get(score.characteristicId()).code().equals(code)).toList();
				if (!own.isEmpty()) {
					var what = byId.get(own.get(0).characteristicId());
					var first = own.stream().filter(score -> score.passNo() == 1).findFirst().orElse(null);
					var last = what.twoPass() ? own.stream().filter(score -> score.passNo() == 2).findFirst().orElse(null) : first;
					var between = coaching.get(card.id() + "-" + what.id());
					var notes = new ArrayList<String>();
					own.stream().map(Score::note).filter(Objects::nonNull).forEach(notes::add);
					found.put(card.id(), new DebriefPage.Said(last == null ? null : last.score(), own.stream().anyMatch(Score::couldNotTell), notes.isEmpty() ? null : String.join("\n", notes),
							what.twoPass() && first != null ? first.score() : null, between == null ? null : between.effort(), between == null ? null : between.selfDiagnosis(), between == null ? null : between.praise(),
							between == null ? null : between.improvement(), what.twoPass()));
				}
			});
			return found;
		}
	}
}
