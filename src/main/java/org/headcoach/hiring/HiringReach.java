package org.headcoach.hiring;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.headcoach.people.Actor;
import org.headcoach.people.CurrentActor;
import org.headcoach.people.Permission;
import org.headcoach.people.Reach;
import org.headcoach.shared.NotHereException;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * Whose candidates the current account may see. Recruiters and executives: all. Managers and directors: those of openings that they, or somebody below them today, hire
 * for. Everybody else: those whom they interview. And who is blind: whoever still owes a card of a candidate sees no other one's of that candidate, whatever the role.
 */
@RequestScoped
class HiringReach {

	@PersistenceContext
	private EntityManager em;

	@Inject
	private CurrentActor current;

	@Inject
	private Reach reach;

	/** Whether nothing is hidden by the line. */
	boolean isEverywhere() {
		return current.get() == Actor.SYSTEM || current.get().may(Permission.HIRE) && current.get().may(Permission.HIRE_EVERYWHERE);
	}

	boolean hiresFor(Opening opening) {
		var actor = current.get();
		if (isEverywhere()) {
			return true;
		}
		return actor.may(Permission.HIRE) && (opening.hiringManagerId() != null && managers().contains(opening.hiringManagerId())
				|| opening.recruiterAccountId() != null && opening.recruiterAccountId().equals(actor.accountId()));
	}

	/** The account's person and everybody below today. */
	private Set<Long> managers() {
		var actor = current.get();
		if (actor.personId() == null) {
			return Set.of();
		}
		var found = new HashSet<>(Set.of(actor.personId()));
		if (actor.may(Permission.SEE_LINE)) {
			reach.today().below(actor.personId()).forEach(place -> found.add(place.personId()));
		}
		return found;
	}

	/** The openings whose candidates the account sees. */
	List<Opening> openings() {
		if (isEverywhere()) {
			return em.createQuery("select o from Opening o order by o.openedOn desc, o.id desc", Opening.class).getResultList();
		}
		if (!current.get().may(Permission.HIRE)) {
			return List.of();
		}
		// nobody has the number 0
		var managers = managers().isEmpty() ? Set.of(0L) : managers();
		return em.createQuery("select o from Opening o where o.hiringManagerId in :managers or o.recruiterAccountId = :account order by o.openedOn desc, o.id desc", Opening.class).setParameter("managers", managers)
				.setParameter("account", current.get().accountId() == null ? 0L : current.get().accountId()).getResultList();
	}

	/** The openings of these, in one query. */
	Map<Long, Opening> openingsOf(Collection<Candidacy> candidacies) {
		return candidacies.isEmpty() ? Map.of() : em.createQuery("select o from Opening o where o.id in :ids", Opening.class).setParameter("ids", candidacies.stream().map(Candidacy::openingId).distinct().toList())
				.getResultStream().collect(Collectors.toMap(Opening::id, Function.identity()));
	}

	/** Whether the account hires for an opening that somebody is in. */
	boolean hiresForAny(Collection<Candidacy> candidacies) {
		return isEverywhere() || openingsOf(candidacies).values().stream().anyMatch(this::hiresFor);
	}

	/** The number under which somebody stands now who may have been entered twice. */
	long standing(long candidateId) {
		var candidate = em.find(Candidate.class, candidateId);
		while (candidate != null && candidate.mergedIntoId() != null) {
			candidate = em.find(Candidate.class, candidate.mergedIntoId());
		}
		return candidate == null ? candidateId : candidate.id();
	}

	/** @throws NotHereException when there is none that the account hires for */
	Opening opening(long id) {
		var opening = em.find(Opening.class, id);
		if (opening == null || !hiresFor(opening)) {
			throw new NotHereException(current.get().name() + " does not hire for opening " + id);
		}
		return opening;
	}

	/** @throws NotHereException when the account does not hire for its opening */
	Candidacy candidacy(long id) {
		var candidacy = em.find(Candidacy.class, id);
		if (candidacy == null) {
			throw new NotHereException("No candidacy " + id);
		}
		opening(candidacy.openingId());
		return candidacy;
	}

	/** The same for interviewers besides. */
	Candidacy shown(long id) {
		var candidacy = em.find(Candidacy.class, id);
		if (candidacy == null || !hiresFor(em.find(Opening.class, candidacy.openingId())) && !interviews(id)) {
			throw new NotHereException(current.get().name() + " sees no candidacy " + id);
		}
		return candidacy;
	}

	/** Somebody whom the account sees in at least one opening. */
	Candidate candidate(long id) {
		var candidate = em.find(Candidate.class, id);
		if (candidate == null || !hiresForAny(candidacies(id))) {
			throw new NotHereException(current.get().name() + " sees no candidate " + id);
		}
		return candidate;
	}

	/** The same for interviewers besides. */
	Candidate shownCandidate(long id) {
		var candidate = em.find(Candidate.class, id);
		if (candidate != null && candidacies(id).stream().anyMatch(one -> interviews(one.id()))) {
			return candidate;
		}
		return candidate(id);
	}

	List<Candidacy> candidacies(long candidateId) {
		return em.createQuery("select c from Candidacy c where c.candidateId = :candidate order by c.appliedOn desc, c.id desc", Candidacy.class).setParameter("candidate", candidateId).getResultList();
	}

	/** Whether the account has a seat in an interview of it that is not cancelled. */
	boolean interviews(long candidacyId) {
		return current.get().accountId() != null && current.get().may(Permission.INTERVIEW) && !em.createQuery("""
				select s.id from Seat s, Interview i where s.interviewId = i.id and i.candidacyId = :candidacy and s.accountId = :account
				and i.state = org.headcoach.hiring.InterviewState.PLANNED""", Long.class).setParameter("candidacy", candidacyId).setParameter("account", current.get().accountId())
				.setMaxResults(1).getResultList().isEmpty();
	}

	/** Whether the account owes a card of this candidate, in whichever opening and interview: then it sees nobody else's. */
	boolean isBlind(long candidacyId) {
		return current.get().accountId() != null && !em.createQuery("""
				select s.id from Seat s, Interview i, Candidacy c, Candidacy y where s.interviewId = i.id and i.candidacyId = c.id and c.candidateId = y.candidateId and y.id = :candidacy and s.accountId = :account
				and i.state = org.headcoach.hiring.InterviewState.PLANNED and not exists (select d from Scorecard d where d.seatId = s.id and d.state = org.headcoach.hiring.CardState.SUBMITTED)""",
				Long.class).setParameter("candidacy", candidacyId).setParameter("account", current.get().accountId()).setMaxResults(1).getResultList().isEmpty();
	}
}
