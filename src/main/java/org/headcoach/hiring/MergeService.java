package org.headcoach.hiring;

import static org.headcoach.people.Permission.HIRE;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.headcoach.people.Audit;
import org.headcoach.people.Needs;
import org.headcoach.shared.BusinessClock;
import org.headcoach.shared.BusinessException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** Somebody who was entered twice becomes one candidate again. Nothing is lost: what one of the two knows, has or was in goes to the other. */
@ApplicationScoped
@Transactional
public class MergeService {

	private static final int LONGEST_NOTE = 4_000;

	/** An opening that one of the two is in. @param weighty there are interviews or cards, or it is decided */
	public record PlaceLine(long openingId, String opening, String stage, CandidacyState state, long interviews, long cards, boolean weighty) implements Serializable {
	}

	/** One of the two. */
	public record Side(long id, String name, String email, String phone, String link, String headline, String note, LocalDate consentOn, LocalDate keepUntil, List<PlaceLine> places, long files, long letters,
			long referrals) implements Serializable {
	}

	/**
	 * The two side by side.
	 *
	 * @param obstacle key of the sentence that says why they cannot be merged as they are, and what to do; null when they can
	 * @param about what the sentence is about
	 */
	public record MergePage(Side one, Side other, String obstacle, String about) implements Serializable {
	}

	/** @param keepId who stays; @param goneId who goes into that one */
	public record MergeCandidates(long keepId, long goneId) implements Serializable {
	}

	private record Obstacle(String key, String about) {
	}

	@PersistenceContext
	private EntityManager em;

	@Inject
	private HiringReach reach;

	@Inject
	private Cards cards;

	@Inject
	private SeenLog seen;

	@Inject
	private Audit audit;

	@Inject
	private BusinessClock clock;

	/** Two candidates side by side, with what stands in the way; the look is written down. Needs HIRE and sight of both. */
	@Needs(HIRE)
	public MergePage page(long oneId, long otherId) {
		var one = reach.candidate(oneId);
		var other = reach.candidate(otherId);
		var obstacle = obstacle(one, other);
		seen.saw(one.id(), "MERGE");
		seen.saw(other.id(), "MERGE");
		return new MergePage(side(one), side(other), obstacle.map(Obstacle::key).orElse(null), obstacle.map(Obstacle::about).orElse(null));
	}

	private Side side(Candidate one) {
		var candidacies = reach.candidacies(one.id());
		var openings = reach.openingsOf(candidacies);
		var stages = candidacies.isEmpty() ? Map.<Long, String>of()
				: em.createQuery("select s from Stage s where s.id in :ids", Stage.class).setParameter("ids", candidacies.stream().map(Candidacy::stageId).toList()).getResultStream()
						.collect(Collectors.toMap(Stage::id, Stage::name));
		var places = candidacies.stream().filter(candidacy -> reach.hiresFor(openings.get(candidacy.openingId()))).map(candidacy -> {
			var interviews = held(candidacy);
			var in = cards.submitted(List.of(candidacy.id())).size();
			return new PlaceLine(candidacy.openingId(), openings.get(candidacy.openingId()).title(), stages.get(candidacy.stageId()), candidacy.state(), interviews, in, isWeighty(candidacy));
		}).toList();
		return new Side(one.id(), one.name(), one.email(), one.phone(), one.link(), one.headline(), one.note(), one.consentOn(), one.keepUntil(), places, count("CandidateFile", one), count("SentLetter", one),
				count("ReferralName", one));
	}

	private long count(String entity, Candidate of) {
		return em.createQuery("select count(x) from " + entity + " x where x.candidateId = :candidate", Long.class).setParameter("candidate", of.id()).getSingleResult();
	}

	private long held(Candidacy candidacy) {
		return cards.interviews(candidacy.id()).stream().filter(interview -> interview.state() == InterviewState.PLANNED).count();
	}

	/** Whether it says something that another one of the same opening could contradict. */
	private boolean isWeighty(Candidacy candidacy) {
		return candidacy.state() != CandidacyState.ACTIVE || held(candidacy) > 0
				|| em.createQuery("select count(c) from Scorecard c where c.candidacyId = :candidacy", Long.class).setParameter("candidacy", candidacy.id()).getSingleResult() > 0;
	}

	private Optional<Obstacle> obstacle(Candidate one, Candidate other) {
		if (one.id().equals(other.id())) {
			return Optional.of(new Obstacle("hiring.merge.error.same", null));
		}
		if (one.erasedAt() != null || other.erasedAt() != null) {
			return Optional.of(new Obstacle("hiring.candidate.error.erased", null));
		}
		var all = Stream.concat(reach.candidacies(one.id()).stream(), reach.candidacies(other.id()).stream()).toList();
		var openings = reach.openingsOf(all);
		if (openings.values().stream().anyMatch(opening -> !reach.hiresFor(opening))) {
			return Optional.of(new Obstacle("hiring.merge.error.elsewhere", null));
		}
		var clash = all.stream().filter(this::isWeighty).collect(Collectors.groupingBy(Candidacy::openingId, Collectors.counting())).entrySet().stream().filter(entry -> entry.getValue() > 1).findFirst();
		if (clash.isPresent()) {
			return Optional.of(new Obstacle("hiring.merge.error.both", openings.get(clash.get().getKey()).title()));
		}
		return note(one, other).length() > LONGEST_NOTE ? Optional.of(new Obstacle("hiring.merge.error.note", String.valueOf(LONGEST_NOTE))) : Optional.empty();
	}

	/** Both notes, and behind them what of the other one's contact is another. */
	private static String note(Candidate keep, Candidate gone) {
		return Stream.of(keep.note(), gone.note(), differs(keep.name(), gone.name()), differs(keep.email(), gone.email()), differs(keep.phone(), gone.phone()), differs(keep.link(), gone.link()),
				differs(keep.headline(), gone.headline())).filter(Objects::nonNull).distinct().collect(Collectors.joining("\n"));
	}

	private static String differs(String kept, String other) {
		return other == null || kept == null || other.equals(kept) ? null : other;
	}

	/**
	 * Lays the second candidate into the first: openings with interviews, cards and steps, files, letters, names that new hires gave, recorded groups and the log of who looked. In an opening that both are in, the one with
	 * interviews stays, and the other's steps go to it. What the first one lacks is taken from the second; contact that differs goes to the note. Pressed twice it is done once. The second one's number leads to the first from
	 * then on. Needs HIRE for every opening that one of the two is in.
	 *
	 * @throws BusinessException when both have interviews, cards or a decision in the same opening; for somebody who is forgotten, and for openings of others
	 */
	@Needs(HIRE)
	public void merge(MergeCandidates merge) {
		// always in one order, so that two who merge the same pair the other way round wait for each other
		Stream.of(merge.keepId(), merge.goneId()).sorted().distinct().forEach(id -> {
			var locked = em.find(Candidate.class, id, LockModeType.PESSIMISTIC_WRITE);
			if (locked != null) {
				em.refresh(locked);
			}
		});
		var keep = reach.candidate(merge.keepId());
		var gone = em.find(Candidate.class, merge.goneId());
		if (gone != null && Objects.equals(gone.mergedIntoId(), keep.id())) {
			return;
		}
		gone = reach.candidate(merge.goneId());
		obstacle(keep, gone).ifPresent(obstacle -> {
			throw new BusinessException(obstacle.key(), obstacle.about() == null ? "" : obstacle.about());
		});
		var folded = places(keep, gone);
		em.flush();
		for (var table : List.of("candidacy", "candidate_file", "candidate_seen", "hiring_letter", "referral_name")) {
			move(table, "candidate_id", gone.id(), keep.id());
		}
		em.createNativeQuery("delete from candidate_group where candidate_id = ? and dimension in (select g.dimension from candidate_group g where g.candidate_id = ?)").setParameter(1, gone.id())
				.setParameter(2, keep.id()).executeUpdate();
		move("candidate_group", "candidate_id", gone.id(), keep.id());
		move("candidate", "merged_into_id", gone.id(), keep.id());
		keep.takeIn(gone, note(keep, gone).isEmpty() ? null : note(keep, gone));
		gone.becomePartOf(keep, clock.now());
		em.flush();
		em.clear();
		audit.record("MERGE", "Candidate", merge.keepId(), "Candidate " + merge.keepId(), Map.of("candidate", merge.goneId(), "places", folded), null);
	}

	/** Of an opening that both are in, one candidacy stays. Returns what the others were, for the log. */
	private List<Map<String, Object>> places(Candidate keep, Candidate gone) {
		var of = reach.candidacies(keep.id()).stream().collect(Collectors.toMap(Candidacy::openingId, Function.identity()));
		var folded = new ArrayList<Map<String, Object>>();
		for (var second : reach.candidacies(gone.id())) {
			var first = of.get(second.openingId());
			if (first != null) {
				var stays = isWeighty(second) ? second : first;
				var goes = stays == first ? second : first;
				folded.add(Map.of("candidacy", goes.id(), "opening", goes.openingId(), "source", goes.source().name(), "appliedOn", goes.appliedOn().toString()));
				stays.cameBy(goes);
				// interviews that were cancelled go along
				move("hiring_stage_move", "candidacy_id", goes.id(), stays.id());
				move("interview", "candidacy_id", goes.id(), stays.id());
				em.remove(goes);
			}
		}
		return folded;
	}

	private void move(String table, String column, long from, long to) {
		em.createNativeQuery("update " + table + " set " + column + " = ? where " + column + " = ?").setParameter(1, to).setParameter(2, from).executeUpdate();
	}
}
