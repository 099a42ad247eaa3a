package org.headcoach.hiring;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;

/** Queries over interviews, seats and scorecards. */
@ApplicationScoped
class Cards {

	@PersistenceContext
	private EntityManager em;

	Interview interview(long id) {
		return em.find(Interview.class, id);
	}

	List<Interview> interviews(long candidacyId) {
		return em.createQuery("select i from Interview i where i.candidacyId = :candidacy order by i.startsAt, i.id", Interview.class).setParameter("candidacy", candidacyId).getResultList();
	}

	List<Seat> seats(Collection<Long> interviewIds) {
		return interviewIds.isEmpty() ? List.of()
				: em.createQuery("select s from Seat s where s.interviewId in :ids order by s.id", Seat.class).setParameter("ids", interviewIds).getResultList();
	}

	/** A seat with everybody else who wants it so waiting: first saving makes the card, and handing it in ends it. */
	Seat lockedSeat(long id) {
		var seat = em.find(Seat.class, id, LockModeType.PESSIMISTIC_WRITE);
		if (seat != null) {
			em.refresh(seat);
		}
		return seat;
	}

	Optional<Scorecard> card(long seatId) {
		return em.createQuery("select c from Scorecard c where c.seatId = :seat", Scorecard.class).setParameter("seat", seatId).getResultStream().findFirst();
	}

	/** Handed in, in the order in which they came; never an open one. */
	List<Scorecard> submitted(Collection<Long> candidacyIds) {
		return candidacyIds.isEmpty() ? List.of() : em.createQuery("select c from Scorecard c where c.candidacyId in :ids and c.state = org.headcoach.hiring.CardState.SUBMITTED order by c.submittedAt, c.id",
				Scorecard.class).setParameter("ids", candidacyIds).getResultList();
	}

	Map<Long, List<Score>> scores(Collection<Long> cardIds) {
		return cardIds.isEmpty() ? Map.of()
				: em.createQuery("select s from Score s where s.cardId in :ids order by s.characteristicId, s.passNo", Score.class).setParameter("ids", cardIds).getResultStream()
						.collect(Collectors.groupingBy(Score::cardId));
	}

	List<CoachingBetween> coaching(Collection<Long> cardIds) {
		return cardIds.isEmpty() ? List.of()
				: em.createQuery("select c from CoachingBetween c where c.cardId in :ids", CoachingBetween.class).setParameter("ids", cardIds).getResultList();
	}

	List<Correction> corrections(Collection<Long> cardIds) {
		return cardIds.isEmpty() ? List.of()
				: em.createQuery("select c from Correction c where c.cardId in :ids order by c.at, c.id", Correction.class).setParameter("ids", cardIds).getResultList();
	}

	Map<Long, String> names(Collection<Long> accountIds) {
		var names = new HashMap<Long, String>();
		if (!accountIds.isEmpty()) {
			em.createQuery("select a.id, a.name from Account a where a.id in :ids", Object[].class).setParameter("ids", accountIds).getResultList().forEach(row -> names.put((Long) row[0], (String) row[1]));
		}
		return names;
	}

	/** Required cards that are not in yet, as names of who owes them, of interviews that hold. */
	List<String> missing(long candidacyId) {
		return em.createQuery("""
				select a.name, s.required from Seat s, Interview i, Account a where s.interviewId = i.id and a.id = s.accountId and i.candidacyId = :candidacy
				and i.state = org.headcoach.hiring.InterviewState.PLANNED and not exists (select c from Scorecard c where c.seatId = s.id and c.state = org.headcoach.hiring.CardState.SUBMITTED)
				order by a.name""", Object[].class).setParameter("candidacy", candidacyId).getResultStream().filter(row -> (Boolean) row[1]).map(row -> (String) row[0]).distinct().toList();
	}

	/** Cards in and required of each candidacy: a count, which tells no opinion. */
	Map<Long, long[]> counts(Collection<Long> candidacyIds) {
		var counts = new HashMap<Long, long[]>();
		if (!candidacyIds.isEmpty()) {
			em.createQuery("""
					select i.candidacyId, count(s), count(c) from Seat s join Interview i on i.id = s.interviewId
					left join Scorecard c on c.seatId = s.id and c.state = org.headcoach.hiring.CardState.SUBMITTED
					where i.candidacyId in :ids and i.state = org.headcoach.hiring.InterviewState.PLANNED group by i.candidacyId""", Object[].class).setParameter("ids", candidacyIds).getResultList()
					.forEach(row -> counts.put((Long) row[0], new long[] {(Long) row[2], (Long) row[1]}));
		}
		return counts;
	}
}
