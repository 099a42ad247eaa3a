package org.headcoach.hiring;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.headcoach.hiring.engine.Formula;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** What learning reads of hiring: one query for each kind of row, over people who were decided on only, so that nothing is told of those who are still being interviewed. */
@ApplicationScoped
class LearningFacts {

	private static final String DECIDED = """
			o.id = c.openingId and o.modelId = :model
			and (c.state = org.headcoach.hiring.CandidacyState.HIRED or c.state = org.headcoach.hiring.CandidacyState.REJECTED and c.decidedAt >= :since)""";

	/** @param name null once erased */
	record Decided(long candidacyId, long candidateId, String name, long openingId, CandidacyState state, Instant decidedAt, Long personId) {
	}

	/** A card's counted scores; several cards of one interviewer for one candidacy are one. */
	record CardOf(long candidacyId, long accountId, Map<String, Integer> scores) {
	}

	@PersistenceContext
	private EntityManager em;

	/** Everybody ever hired by the model, and those refused since a moment; the latest decision first. */
	List<Decided> decided(long modelId, Instant since) {
		return em.createQuery("select c.id, c.candidateId, k.name, c.openingId, c.state, c.decidedAt, c.hiredPersonId from Candidacy c, Opening o, Candidate k where k.id = c.candidateId and " + DECIDED
				+ " order by c.decidedAt desc, c.id desc", Object[].class).setParameter("model", modelId).setParameter("since", since).getResultStream()
				.map(row -> new Decided((Long) row[0], (Long) row[1], (String) row[2], (Long) row[3], (CandidacyState) row[4], (Instant) row[5], (Long) row[6])).toList();
	}

	/** Cards of the same people that were handed in; of a characteristic scored in two passes only the second counts. */
	List<CardOf> cards(long modelId, Instant since) {
		record Key(long candidacyId, long accountId) {
		}
		var rows = em.createQuery("select d.candidacyId, d.accountId, h.code, h.twoPass, s.passNo, s.score from Scorecard d, Score s, Characteristic h, Candidacy c, Opening o where s.cardId = d.id"
				+ " and h.id = s.characteristicId and c.id = d.candidacyId and d.state = org.headcoach.hiring.CardState.SUBMITTED and s.score is not null and " + DECIDED
				+ " order by d.candidacyId, d.accountId, d.submittedAt, d.id, s.passNo", Object[].class).setParameter("model", modelId).setParameter("since", since).getResultList();
		var cards = new LinkedHashMap<Key, Map<String, Integer>>();
		for (var row : rows) {
			var first = (Integer) row[4] == 1;
			var counted = Formula.counted((Boolean) row[3], first ? (Integer) row[5] : null, first ? null : (Integer) row[5]);
			var scores = cards.computeIfAbsent(new Key((Long) row[0], (Long) row[1]), any -> new TreeMap<>());
			if (counted != null) {
				scores.put((String) row[2], counted);
			}
		}
		var found = new ArrayList<CardOf>();
		cards.forEach((key, scores) -> found.add(new CardOf(key.candidacyId(), key.accountId(), scores)));
		return found;
	}

	/** The mean of all cards, by candidacy and characteristic; what today's version does not ask is left out. */
	static Map<Long, Map<String, Double>> means(List<CardOf> cards, Set<String> codes) {
		var sums = new HashMap<Long, Map<String, int[]>>();
		cards.forEach(card -> card.scores().forEach((code, score) -> {
			if (codes.contains(code)) {
				var sum = sums.computeIfAbsent(card.candidacyId(), any -> new HashMap<>()).computeIfAbsent(code, any -> new int[2]);
				sum[0] += score;
				sum[1]++;
			}
		}));
		var means = new HashMap<Long, Map<String, Double>>();
		sums.forEach((id, byCode) -> {
			var own = new HashMap<String, Double>();
			byCode.forEach((code, sum) -> own.put(code, sum[0] / (double) sum[1]));
			means.put(id, own);
		});
		return means;
	}

	/** Recorded groups of candidates who were decided on, by dimension and candidate. For sums only: callers hand nothing of it on that is about one person. */
	Map<String, Map<Long, String>> groups(long modelId, Instant since) {
		var groups = new TreeMap<String, Map<Long, String>>();
		for (var each : em.createNativeQuery("""
				select g.dimension, g.candidate_id, g.group_name from candidate_group g where exists (
					select 1 from candidacy c join hiring_opening o on o.id = c.opening_id
					where c.candidate_id = g.candidate_id and o.model_id = ? and c.state in ('HIRED', 'REJECTED') and c.decided_at >= ?)""")
				.setParameter(1, modelId).setParameter(2, Timestamp.from(since)).getResultList()) {
			var row = (Object[]) each;
			groups.computeIfAbsent((String) row[0], any -> new HashMap<>()).put(((Number) row[1]).longValue(), (String) row[2]);
		}
		return groups;
	}

	Optional<Reflection> reflection(long versionId) {
		return em.createQuery("select r from Reflection r where r.versionId = :version", Reflection.class).setParameter("version", versionId).getResultStream().findFirst();
	}

	/** The latest first. */
	List<Lesson> lessons(long modelId) {
		return em.createQuery("select l from Lesson l where l.modelId = :model order by l.acceptedAt desc, l.id desc", Lesson.class).setParameter("model", modelId).getResultList();
	}

	/** What was accepted of a version. */
	Optional<Lesson> lessonOf(long versionId) {
		return em.createQuery("select l from Lesson l where l.fromVersionId = :version", Lesson.class).setParameter("version", versionId).getResultStream().findFirst();
	}

	/** The version that holds, as it stands in the database now. */
	Optional<Long> publishedId(long modelId) {
		return em.createQuery("select v.id from HiringModelVersion v where v.modelId = :model and v.state = org.headcoach.hiring.VersionState.PUBLISHED", Long.class).setParameter("model", modelId)
				.getResultStream().findFirst();
	}
}
