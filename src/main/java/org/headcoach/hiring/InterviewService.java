package org.headcoach.hiring;

import static org.headcoach.people.Permission.HIRE;
import static org.headcoach.people.Permission.INTERVIEW;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.headcoach.people.Audit;
import org.headcoach.people.CurrentActor;
import org.headcoach.people.Needs;
import org.headcoach.people.People;
import org.headcoach.shared.BusinessClock;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.NotHereException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** Planning interviews: when, where, who asks what. */
@ApplicationScoped
@Transactional
public class InterviewService {

	private static final Duration LONGEST = Duration.ofHours(12);

	/** Who interviews. @param focus codes of what to look at; empty for everything */
	public record SeatLine(long accountId, boolean required, Set<String> focus) implements Serializable {
	}

	/** An interview as it is written; times by the clock of the zone. @param id, version null for a new one */
	public record WriteInterview(Long id, Integer version, long candidacyId, String title, LocalDateTime starts, int minutes, String zone, String place, List<SeatLine> seats, String formKey) implements Serializable {
	}

	/** A seat as it is shown. @param in whether the card is in; of nobody for who owes a card */
	public record SeatRow(long seatId, long accountId, String name, boolean required, List<String> focus, boolean in) implements Serializable {
	}

	/** An interview as it is shown. */
	public record InterviewRow(long id, int version, String title, Instant startsAt, Instant endsAt, String zone, String place, InterviewState state, int sequenceNo, List<SeatRow> seats) implements Serializable {
	}

	/** What the form of an interview offers. @param names of the characteristics by code */
	public record PlanPage(long candidacyId, long candidateId, String candidate, long openingId, String opening, Map<String, String> names, List<People.Choice> accounts, List<InterviewRow> interviews)
			implements Serializable {
	}

	/** An appointment for a calendar. */
	public record Appointment(long id, String title, String candidate, String opening, Instant startsAt, Instant endsAt, String zone, String place, boolean cancelled, int sequenceNo, List<Long> interviewers) implements Serializable {
	}

	@PersistenceContext
	private EntityManager em;

	@Inject
	private HiringReach reach;

	@Inject
	private HiringModels models;

	@Inject
	private Cards cards;

	@Inject
	private SeenLog seen;

	@Inject
	private Audit audit;

	@Inject
	private CurrentActor current;

	@Inject
	private BusinessClock clock;

	@Inject
	private Event<InterviewPlanned> planned;

	/** A candidate's interviews. Needs HIRE for the opening. */
	@Needs(HIRE)
	public List<InterviewRow> interviews(long candidacyId) {
		return rows(reach.candidacy(candidacyId).id());
	}

	/** A candidate's interviews with what a form for another one offers; the look is written down. Needs HIRE for the opening. */
	@Needs(HIRE)
	public PlanPage plan(long candidacyId) {
		var candidacy = reach.candidacy(candidacyId);
		var candidate = em.find(Candidate.class, candidacy.candidateId());
		var opening = em.find(Opening.class, candidacy.openingId());
		var names = new LinkedHashMap<String, String>();
		models.published(opening.modelId()).ifPresent(version -> models.characteristics(version.id()).forEach(one -> names.put(one.code(), one.name())));
		var accounts = em.createQuery("select a.id, a.name from Account a where a.active = :active order by a.name", Object[].class).setParameter("active", true).getResultStream()
				.map(row -> new People.Choice((Long) row[0], (String) row[1])).toList();
		seen.saw(candidate.id(), "INTERVIEW");
		return new PlanPage(candidacyId, candidate.id(), candidate.name(), opening.id(), opening.title(), names, accounts, rows(candidacyId));
	}

	private List<InterviewRow> rows(long candidacyId) {
		var interviews = cards.interviews(candidacyId);
		var seats = cards.seats(interviews.stream().map(Interview::id).toList());
		var names = cards.names(seats.stream().map(Seat::accountId).toList());
		var blind = reach.isBlind(candidacyId);
		var in = blind ? Set.<Long>of() : cards.submitted(List.of(candidacyId)).stream().map(Scorecard::seatId).collect(Collectors.toSet());
		return interviews.stream().map(one -> new InterviewRow(one.id(), one.version(), one.title(), one.startsAt(), one.endsAt(), one.zone(), one.place(), one.state(), one.sequenceNo(),
				seats.stream().filter(seat -> seat.interviewId() == one.id()).map(seat -> new SeatRow(seat.id(), seat.accountId(), names.get(seat.accountId()), seat.required(), seat.focus().stream().sorted().toList(),
						in.contains(seat.id()))).toList())).toList();
	}

	/**
	 * Writes an interview with its seats. A new one takes the version of the model that holds; a later version does not change it. Who interviews is told by mail. Sent twice with
	 * one key, it is one. Needs HIRE for the opening.
	 *
	 * @return its number
	 * @throws BusinessException without a time, an interviewer, a length of 5 minutes to 12 hours; for a seat taken away whose card is begun; for a model that is not published
	 */
	@Needs(HIRE)
	public long write(WriteInterview write) {
		var candidacy = reach.candidacy(write.candidacyId());
		if (candidacy.state() != CandidacyState.ACTIVE) {
			throw new BusinessException("hiring.board.error.decided");
		}
		var opening = em.find(Opening.class, candidacy.openingId());
		var title = Entered.text(write.title(), 160, "hiring.interview.error.title");
		if (write.starts() == null || write.minutes() < 5 || write.minutes() > LONGEST.toMinutes()) {
			throw new BusinessException("hiring.interview.error.time");
		}
		var zone = zone(write.zone());
		var starts = write.starts().atZone(zone).toInstant();
		var ends = starts.plus(Duration.ofMinutes(write.minutes()));
		if (write.seats() == null || write.seats().isEmpty()) {
			throw new BusinessException("hiring.interview.error.seats");
		}
		Interview interview;
		if (write.id() == null) {
			var sent = em.createQuery("select i.id from Interview i where i.formKey = :key", Long.class).setParameter("key", write.formKey()).getResultList();
			if (!sent.isEmpty()) {
				return sent.get(0);
			}
			var version = models.published(opening.modelId()).orElseThrow(() -> new BusinessException("hiring.opening.error.model"));
			interview = new Interview(candidacy.id(), version.id(), title, starts, ends, zone.getId(), Entered.optional(write.place(), 300), InterviewState.PLANNED, 0, clock.now(), current.get().name(), write.formKey());
			em.persist(interview);
			em.flush();
		} else {
			interview = existing(write.id());
			if (interview.candidacyId() != candidacy.id()) {
				throw new NotHereException("Interview " + write.id() + " is none of candidacy " + candidacy.id());
			}
			if (write.version() != null && write.version() != interview.version()) {
				throw new OptimisticLockException("Interview " + write.id() + " was changed meanwhile", null, interview);
			}
			interview.change(title, starts, ends, zone.getId(), Entered.optional(write.place(), 300));
		}
		seats(interview, write.seats());
		em.flush();
		audit.record(write.id() == null ? "PLAN" : "CHANGE", "Interview", interview.id(), em.find(Candidate.class, candidacy.candidateId()).label(), null,
				Map.of("starts", starts, "seats", write.seats().stream().map(SeatLine::accountId).toList()));
		planned.fire(new InterviewPlanned(interview.id()));
		return interview.id();
	}

	private static ZoneId zone(String name) {
		try {
			return ZoneId.of(name);
		} catch (DateTimeException | NullPointerException none) {
			throw new BusinessException("hiring.interview.error.zone");
		}
	}

	private void seats(Interview interview, List<SeatLine> lines) {
		var known = cards.seats(List.of(interview.id())).stream().collect(Collectors.toMap(Seat::accountId, Function.identity(), (one, other) -> one, HashMap::new));
		var codes = models.characteristics(interview.modelVersionId()).stream().map(Characteristic::code).collect(Collectors.toSet());
		var seen = new HashSet<Long>();
		for (var line : lines) {
			if (!seen.add(line.accountId())) {
				throw new BusinessException("hiring.interview.error.twice");
			}
			var seat = known.remove(line.accountId());
			if (seat == null) {
				if (cards.names(List.of(line.accountId())).isEmpty()) {
					throw new NotHereException("No account " + line.accountId());
				}
				seat = new Seat(interview.id(), line.accountId(), line.required());
				em.persist(seat);
			}
			seat.require(line.required());
			seat.looksAt(line.focus() == null ? Set.of() : line.focus().stream().filter(codes::contains).collect(Collectors.toSet()));
		}
		for (var gone : known.values()) {
			if (cards.card(gone.id()).isPresent()) {
				throw new BusinessException("hiring.interview.error.begun", cards.names(List.of(gone.accountId())).get(gone.accountId()));
			}
			requireNotOwn(interview, List.of(gone));
			em.remove(gone);
		}
	}

	/** Whoever owes a card does not get to see the others' by giving up the own seat: once one is in, somebody else has to take that seat away. */
	private void requireNotOwn(Interview interview, List<Seat> seats) {
		if (current.get().accountId() != null && seats.stream().anyMatch(seat -> seat.accountId() == current.get().accountId()) && reach.isBlind(interview.candidacyId())
				&& !cards.submitted(reach.candidacies(em.find(Candidacy.class, interview.candidacyId()).candidateId()).stream().map(Candidacy::id).toList()).isEmpty()) {
			throw new BusinessException("hiring.interview.error.own-seat");
		}
	}

	/**
	 * Cancels; nobody owes a card any more, and cards that are in stay. Needs HIRE for the opening.
	 *
	 * @throws BusinessException for who owes a card in it while others' are in
	 */
	@Needs(HIRE)
	public void cancel(long interviewId) {
		var interview = existing(interviewId);
		var candidacy = reach.candidacy(interview.candidacyId());
		if (interview.state() == InterviewState.CANCELLED) {
			return;
		}
		requireNotOwn(interview, cards.seats(List.of(interviewId)));
		interview.cancel();
		audit.record("CANCEL", "Interview", interviewId, em.find(Candidate.class, candidacy.candidateId()).label(), null, Map.of("starts", interview.startsAt()));
		planned.fire(new InterviewPlanned(interviewId));
	}

	private Interview existing(long id) {
		var interview = cards.interview(id);
		if (interview == null) {
			throw new NotHereException("No interview " + id);
		}
		reach.candidacy(interview.candidacyId());
		return interview;
	}

	/** For a calendar: who hires for it and who interviews. */
	@Needs({HIRE, INTERVIEW})
	public Appointment appointment(long interviewId) {
		var interview = cards.interview(interviewId);
		if (interview == null) {
			throw new NotHereException("No interview " + interviewId);
		}
		// of a cancelled interview too: whoever had a seat in it has it in the calendar
		var candidacy = hasSeat(interviewId) ? em.find(Candidacy.class, interview.candidacyId()) : reach.shown(interview.candidacyId());
		var candidate = em.find(Candidate.class, candidacy.candidateId());
		return new Appointment(interviewId, interview.title(), candidate.name(), em.find(Opening.class, candidacy.openingId()).title(), interview.startsAt(), interview.endsAt(), interview.zone(), interview.place(),
				interview.state() == InterviewState.CANCELLED, interview.sequenceNo(), cards.seats(List.of(interviewId)).stream().map(Seat::accountId).toList());
	}

	private boolean hasSeat(long interviewId) {
		return cards.seats(List.of(interviewId)).stream().anyMatch(seat -> current.get().accountId() != null && seat.accountId() == current.get().accountId());
	}
}
