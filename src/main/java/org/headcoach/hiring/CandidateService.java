package org.headcoach.hiring;

import static org.headcoach.people.Permission.HIRE;
import static org.headcoach.people.Permission.INTERVIEW;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.headcoach.notices.NoticeService;
import org.headcoach.people.Audit;
import org.headcoach.people.CurrentActor;
import org.headcoach.people.Needs;
import org.headcoach.people.PeopleService;
import org.headcoach.people.Salesperson;
import org.headcoach.shared.BusinessClock;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.FileKind;
import org.headcoach.shared.NotHereException;
import org.headcoach.shared.OwnTransaction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** Candidates as people: who they are, their files, who looked at them, what they may ask for: to get all that is kept, and to be forgotten. */
@ApplicationScoped
@Transactional
public class CandidateService {

	private static final int MOST_FILES = 20;
	private static final int MOST_LOOKS = 50;
	private static final int MOST_TWINS = 10;

	/** A file without its content. */
	public record FileRow(long id, String name, int byteSize, Instant at, String by) implements Serializable {
	}

	/** A step on the board. @param from null: came in */
	public record MoveRow(String from, String to, Instant at, String by) implements Serializable {
	}

	/** In one opening. @param decisionReason null while undecided, and for whoever is blind */
	public record CandidacyRow(long id, long openingId, String opening, long stageId, String stage, CandidateSource source, String sourceNote, String referredBy, LocalDate appliedOn, CandidacyState state,
			String decisionReason, String decidedBy, Instant decidedAt, Long hiredPersonId, LocalDate hiredOn, List<MoveRow> moves, boolean hires, boolean blind) implements Serializable {
	}

	public record SeenRow(String name, String what, Instant at) implements Serializable {
	}

	public record TwinRow(long candidateId, String name, String why) implements Serializable {
	}

	/**
	 * One candidate.
	 *
	 * @param hires whether the reader hires for one of the openings: an interviewer sees name, headline, link and files only
	 */
	public record CandidatePage(long id, int version, String name, String email, String phone, String link, String headline, String note, LocalDate consentOn, String consentHow, LocalDate keepUntil, Instant erasedAt,
			String erasedWhy, boolean hires, List<CandidacyRow> candidacies, List<FileRow> files, List<SeenRow> seen, List<TwinRow> twins) implements Serializable {
	}

	public record ChangeCandidate(long id, int version, String name, String email, String phone, String link, String headline, String note, LocalDate consentOn, String consentHow, LocalDate keepUntil)
			implements Serializable {
	}

	/** A file to be sent. */
	public record Download(String name, String type, byte[] content) {
	}

	@PersistenceContext
	private EntityManager em;

	@Inject
	private HiringReach reach;

	@Inject
	private Cards cards;

	@Inject
	private CandidateWords words;

	@Inject
	private SeenLog seen;

	@Inject
	private LetterService letters;

	@Inject
	private NoticeService notices;

	@Inject
	private PeopleService people;

	@Inject
	private Audit audit;

	@Inject
	private CurrentActor current;

	@Inject
	private BusinessClock clock;

	@Inject
	private OwnTransaction transactions;

	/** One candidate, for who hires for an opening of his or hers, and for interviewers; the look is written down. The number of somebody who was entered twice leads to the one who was kept. @throws NotHereException for anybody else */
	@Needs({HIRE, INTERVIEW})
	public CandidatePage candidate(long asked) {
		var id = reach.standing(asked);
		var candidate = reach.shownCandidate(id);
		var all = reach.candidacies(id);
		var openings = reach.openingsOf(all);
		var candidacies = all.stream().filter(one -> reach.hiresFor(openings.get(one.openingId())) || reach.interviews(one.id())).toList();
		var hires = reach.hiresForAny(candidacies);
		var rows = candidacies.stream().map(this::row).toList();
		var files = em.createQuery("select f.id, f.name, f.byteSize, f.at, f.byName from CandidateFile f where f.candidateId = :candidate order by f.at, f.id", Object[].class).setParameter("candidate", id)
				.getResultStream().map(row -> new FileRow((Long) row[0], (String) row[1], (Integer) row[2], (Instant) row[3], (String) row[4])).toList();
		var looks = hires ? seen.of(id, MOST_LOOKS).stream().map(one -> new SeenRow(one.name(), one.what(), one.at())).toList() : List.<SeenRow>of();
		seen.saw(id, "PAGE");
		return new CandidatePage(id, candidate.version(), candidate.name(), hires ? candidate.email() : null, hires ? candidate.phone() : null, candidate.link(), candidate.headline(), hires ? candidate.note() : null,
				candidate.consentOn(), candidate.consentHow(), candidate.keepUntil(), candidate.erasedAt(), candidate.erasedWhy(), hires, rows, files, looks, hires ? twins(candidate) : List.of());
	}

	private CandidacyRow row(Candidacy one) {
		var opening = em.find(Opening.class, one.openingId());
		var stages = em.createQuery("select s from Stage s where s.openingId = :opening", Stage.class).setParameter("opening", one.openingId()).getResultStream().collect(Collectors.toMap(Stage::id, Stage::name));
		var moves = em.createQuery("select m from StageMove m where m.candidacyId = :candidacy order by m.at, m.id", StageMove.class).setParameter("candidacy", one.id()).getResultStream()
				.map(move -> new MoveRow(move.fromStageId() == null ? null : stages.get(move.fromStageId()), stages.get(move.toStageId()), move.at(), move.byName())).toList();
		var hires = reach.hiresFor(opening);
		var blind = reach.isBlind(one.id());
		return new CandidacyRow(one.id(), opening.id(), opening.title(), one.stageId(), stages.get(one.stageId()), one.source(), hires ? one.sourceNote() : null,
				one.referredById() == null || !hires ? null : em.find(Salesperson.class, one.referredById()).name(), one.appliedOn(), one.state(), blind || !hires ? null : one.decisionReason(),
				blind ? null : one.decidedByName(), blind ? null : one.decidedAt(), one.hiredPersonId(), one.hiredOn(), moves, hires, blind);
	}

	/** Others who may be the same, to be looked at beside a candidate who was just added. Needs HIRE and sight. */
	@Needs(HIRE)
	public List<TwinRow> twins(long candidateId) {
		return twins(reach.candidate(candidateId));
	}

	/** Others who may be the same: same e-mail, same number, or the same words in the name; within the reader's reach. */
	private List<TwinRow> twins(Candidate one) {
		if (one.erasedAt() != null) {
			return List.of();
		}
		var reached = em.createQuery("select a from Candidate a where a.erasedAt is null and (a.emailKey = :email or a.phoneKey = :phone) order by a.id", Candidate.class)
				.setParameter("email", one.emailKey() == null ? "" : one.emailKey()).setParameter("phone", one.phoneKey() == null ? "" : one.phoneKey()).setMaxResults(MOST_TWINS).getResultStream();
		return Stream.concat(reached, words.named(one.name()).stream()).distinct().filter(other -> !other.id().equals(one.id()) && reach.hiresForAny(reach.candidacies(other.id()))).limit(MOST_TWINS)
				.map(other -> new TwinRow(other.id(), other.name(), one.emailKey() != null && one.emailKey().equals(other.emailKey()) ? "EMAIL"
						: one.phoneKey() != null && one.phoneKey().equals(other.phoneKey()) ? "PHONE" : "NAME")).toList();
	}

	/** Corrects what is known. Needs HIRE and sight. @throws OptimisticLockException when somebody else has changed it since */
	@Needs(HIRE)
	public void change(ChangeCandidate change) {
		var candidate = known(change.id());
		if (candidate.version() != change.version()) {
			throw new OptimisticLockException("Candidate " + change.id() + " was changed meanwhile", null, candidate);
		}
		if (change.keepUntil() == null || change.keepUntil().isBefore(people.today()) || change.keepUntil().isAfter(people.today().plusYears(10))) {
			throw new BusinessException("hiring.candidate.error.keep");
		}
		if (change.consentOn() != null && change.consentOn().isAfter(people.today())) {
			throw new BusinessException("hiring.candidate.error.consent");
		}
		var email = Entered.email(change.email());
		var phone = Entered.optional(change.phone(), 60);
		candidate.change(Entered.text(change.name(), 200, "hiring.candidate.error.name"), email, Entered.emailKey(email), phone, Entered.phoneKey(phone), Entered.link(change.link()),
				Entered.optional(change.headline(), 300), Entered.optional(change.note(), 4_000), change.consentOn(), Entered.optional(change.consentHow(), 300), change.keepUntil());
		audit.record("CHANGE", "Candidate", candidate.id(), candidate.label(), null, Map.of("keepUntil", change.keepUntil()));
	}

	private Candidate known(long id) {
		var candidate = reach.candidate(id);
		if (candidate.erasedAt() != null) {
			throw new BusinessException("hiring.candidate.error.erased");
		}
		return candidate;
	}

	// ------------------------------------------------------------ files

	/** Keeps a file. Needs HIRE and sight. @throws BusinessException for more than 10 MB or 20 files, and for what is neither PDF, Word, OpenDocument, picture nor text */
	@Needs(HIRE)
	public long addFile(long candidateId, String name, byte[] content) {
		var candidate = known(candidateId);
		if (content == null || content.length == 0 || content.length > FileKind.LARGEST) {
			throw new BusinessException("hiring.file.error.size", FileKind.LARGEST / 1024 / 1024);
		}
		var kind = FileKind.of(content).filter(FileKind::isLetter).orElseThrow(() -> new BusinessException("hiring.file.error.kind"));
		if (em.createQuery("select count(f) from CandidateFile f where f.candidateId = :candidate", Long.class).setParameter("candidate", candidateId).getSingleResult() >= MOST_FILES) {
			throw new BusinessException("hiring.file.error.many", MOST_FILES);
		}
		var file = new CandidateFile(candidateId, kind.named(name), kind.type(), content.length, content, clock.now(), current.get().name());
		em.persist(file);
		em.flush();
		audit.record("ADD_FILE", "Candidate", candidateId, candidate.label(), null, Map.of("file", file.name(), "bytes", content.length));
		return file.id();
	}

	/** A file's content, for who sees the candidate; the look is written down. */
	@Needs({HIRE, INTERVIEW})
	public Download file(long fileId) {
		var file = em.find(CandidateFile.class, fileId);
		if (file == null) {
			throw new NotHereException("No file " + fileId);
		}
		reach.shownCandidate(file.candidateId());
		seen.saw(file.candidateId(), "FILE");
		return new Download(file.name(), file.contentType(), file.content());
	}

	/** Throws a file away. Needs HIRE and sight. */
	@Needs(HIRE)
	public void removeFile(long fileId) {
		var file = em.find(CandidateFile.class, fileId);
		if (file == null) {
			throw new NotHereException("No file " + fileId);
		}
		var candidate = reach.candidate(file.candidateId());
		em.remove(file);
		audit.record("REMOVE_FILE", "Candidate", candidate.id(), candidate.label(), Map.of("file", file.name()), null);
	}

	// ------------------------------------------------------------ what candidates may ask for

	/** All that is kept of somebody, as it is handed over on request; of recorded groups only what was asked for, since the answer is shown to nobody, and no name of who looked. Needs HIRE and sight; whoever owes a card gets none. */
	@Needs(HIRE)
	public Map<String, Object> export(long candidateId) {
		var candidate = reach.candidate(candidateId);
		var all = new LinkedHashMap<String, Object>();
		all.put("name", candidate.name());
		all.put("email", candidate.email());
		all.put("phone", candidate.phone());
		all.put("link", candidate.link());
		all.put("headline", candidate.headline());
		all.put("note", candidate.note());
		all.put("consentOn", candidate.consentOn());
		all.put("consentHow", candidate.consentHow());
		all.put("keepUntil", candidate.keepUntil());
		all.put("groupsRecordedOf", em.createNativeQuery("select dimension from candidate_group where candidate_id = ? order by dimension").setParameter(1, candidateId).getResultList());
		all.put("letters", letters.exported(candidateId));
		all.put("files", em.createQuery("select f.name from CandidateFile f where f.candidateId = :candidate order by f.id", String.class).setParameter("candidate", candidateId).getResultList());
		all.put("openings", reach.candidacies(candidateId).stream().filter(one -> reach.hiresFor(em.find(Opening.class, one.openingId()))).map(this::exported).toList());
		seen.saw(candidateId, "EXPORT");
		audit.record("EXPORT", "Candidate", candidateId, candidate.label(), null, null);
		return all;
	}

	private Map<String, Object> exported(Candidacy one) {
		var row = row(one);
		var all = new LinkedHashMap<String, Object>();
		all.put("opening", row.opening());
		all.put("source", row.source());
		all.put("appliedOn", row.appliedOn());
		all.put("state", row.state());
		all.put("decision", row.decisionReason());
		all.put("stages", row.moves().stream().map(move -> {
			var step = new LinkedHashMap<String, Object>();
			step.put("to", move.to());
			step.put("at", move.at().toString());
			return step;
		}).toList());
		all.put("interviews", cards.interviews(one.id()).stream().map(interview -> Map.of("title", interview.title(), "starts", interview.startsAt().toString())).toList());
		if (!row.blind()) {
			var in = cards.submitted(List.of(one.id()));
			var scores = cards.scores(in.stream().map(Scorecard::id).toList());
			var coaching = cards.coaching(in.stream().map(Scorecard::id).toList()).stream().collect(Collectors.groupingBy(CoachingBetween::cardId));
			all.put("scorecards", in.stream().map(card -> {
				var written = new LinkedHashMap<String, Object>();
				written.put("submittedAt", card.submittedAt().toString());
				written.put("recommendation", card.recommendation());
				written.put("note", card.note());
				written.put("scores", scores.getOrDefault(card.id(), List.of()).stream().map(score -> {
					var line = new LinkedHashMap<String, Object>();
					line.put("characteristic", em.find(Characteristic.class, score.characteristicId()).name());
					line.put("pass", score.passNo());
					line.put("score", score.score());
					line.put("note", score.note());
					return line;
				}).toList());
				written.put("coaching", coaching.getOrDefault(card.id(), List.of()).stream().map(between -> {
					var line = new LinkedHashMap<String, Object>();
					line.put("characteristic", em.find(Characteristic.class, between.characteristicId()).name());
					line.put("selfDiagnosis", between.selfDiagnosis());
					line.put("praise", between.praise());
					line.put("improvement", between.improvement());
					line.put("effort", between.effort());
					return line;
				}).toList());
				return written;
			}).toList());
		}
		return all;
	}

	/** The files of somebody, to be handed over with the rest. Needs HIRE and sight. */
	@Needs(HIRE)
	public List<Download> files(long candidateId) {
		reach.candidate(candidateId);
		return em.createQuery("select f from CandidateFile f where f.candidateId = :candidate order by f.id", CandidateFile.class).setParameter("candidate", candidateId).getResultStream()
				.map(file -> new Download(file.name(), file.contentType(), file.content())).toList();
	}

	/**
	 * Forgets who somebody was: name, contact, notes, files, what was written in words. Scores, stages and dates stay without a name, so that the model can still be checked against them.
	 * It cannot be undone. The person of the line that a hire made stays: that is an employee's record. Needs HIRE for every opening that the candidate is in.
	 */
	@Needs(HIRE)
	public void erase(long candidateId, String why) {
		reach.candidate(candidateId);
		reach.candidacies(candidateId).forEach(one -> reach.opening(one.openingId()));
		erased(candidateId, Entered.text(why, 300, "hiring.candidate.error.why"));
	}

	private void erased(long candidateId, String why) {
		var candidate = em.find(Candidate.class, candidateId, LockModeType.PESSIMISTIC_WRITE);
		if (candidate.erasedAt() != null) {
			return;
		}
		candidate.erase(clock.now(), why);
		em.createQuery("select a from Candidate a where a.mergedIntoId = :candidate", Candidate.class).setParameter("candidate", candidateId).getResultList().forEach(Candidate::forgetKeys);
		letters.forget(candidateId);
		notices.forget(mails(candidateId));
		em.createQuery("delete from CandidateFile f where f.candidateId = :candidate").setParameter("candidate", candidateId).executeUpdate();
		em.createQuery("delete from CandidateSeen s where s.candidateId = :candidate").setParameter("candidate", candidateId).executeUpdate();
		em.createNativeQuery("update referral_name set name = null, link = null, said = null where candidate_id = ?").setParameter(1, candidateId).executeUpdate();
		for (var candidacy : reach.candidacies(candidateId)) {
			candidacy.forget();
			if (candidacy.state() == CandidacyState.ACTIVE) {
				candidacy.decide(CandidacyState.WITHDRAWN, null, clock.now(), current.get().name());
			}
			em.createNativeQuery("update scorecard set note = null where candidacy_id = ?").setParameter(1, candidacy.id()).executeUpdate();
			em.createNativeQuery("update scorecard_score set note = null where card_id in (select id from scorecard where candidacy_id = ?)").setParameter(1, candidacy.id()).executeUpdate();
			em.createNativeQuery("update scorecard_coaching set self_diagnosis = null, praise = null, improvement = null where card_id in (select id from scorecard where candidacy_id = ?)")
					.setParameter(1, candidacy.id()).executeUpdate();
			em.createNativeQuery("update scorecard_correction set reason = '-' where card_id in (select id from scorecard where candidacy_id = ?)").setParameter(1, candidacy.id()).executeUpdate();
			em.createNativeQuery("update interview set title = '-', place = null where candidacy_id = ?").setParameter(1, candidacy.id()).executeUpdate();
		}
		audit.record("ERASE", "Candidate", candidateId, candidate.label(), null, Map.of("why", why));
	}

	/** The keys of what interviewers were told by mail. */
	private List<String> mails(long candidateId) {
		var keys = new ArrayList<String>();
		var interviews = reach.candidacies(candidateId).stream().flatMap(candidacy -> cards.interviews(candidacy.id()).stream()).collect(Collectors.toMap(Interview::id, interview -> interview));
		for (var seat : cards.seats(interviews.keySet())) {
			keys.add(HiringWatch.CardOwed.noticeKey(seat.id()));
			IntStream.rangeClosed(0, interviews.get(seat.interviewId()).sequenceNo()).forEach(sequence -> keys.add(InterviewPlanned.noticeKey(seat.interviewId(), sequence, seat.accountId())));
		}
		return keys;
	}

	/** Names that new hires gave and that became no candidate are kept as long as candidates are, from the answer or from when they were brought. Returns how many are forgotten. The system's own timer. */
	int forgetNames() {
		var months = em.find(HiringSetting.class, HiringSetting.ONLY).keepMonths();
		var before = people.today().minusMonths(months).atStartOfDay(people.company().zone()).toInstant();
		return em.createQuery("update ReferralName r set r.name = null, r.link = null, r.said = null where r.candidateId is null and r.name is not null"
				+ " and (r.askedAt < :before or r.askedAt is null and r.addedAt < :before)")
				.setParameter("before", before).executeUpdate();
	}

	/** Forgets everybody whose day has come; each in a transaction of its own. Returns how many. The system's own timer. */
	@Transactional(Transactional.TxType.NOT_SUPPORTED)
	int eraseWhatIsOver() {
		var due = em.createQuery("select a.id from Candidate a where a.erasedAt is null and a.keepUntil < :today order by a.id", Long.class).setParameter("today", people.today()).setMaxResults(1_000).getResultList();
		var erased = 0;
		for (var id : due) {
			try {
				transactions.run(() -> {
					erased(id, "retention");
					return null;
				});
				erased++;
			} catch (Exception e) {
				throw new IllegalStateException("Candidate " + id + " could not be forgotten", e);
			}
		}
		return erased;
	}
}
