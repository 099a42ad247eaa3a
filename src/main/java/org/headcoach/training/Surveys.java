package org.headcoach.training;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Queries over surveys. Nothing here joins a person with an answer: the tables do not hold it. */
@ApplicationScoped
class Surveys {

	/** @param guests who were asked @param answered how many of them have */
	record Count(int guests, int answered) {
	}

	/** @param order of the parts, the most valuable first */
	record Answer(List<Integer> order, String missing) {
	}

	@PersistenceContext
	private EntityManager em;

	/** The latest first. */
	List<Survey> all() {
		return em.createQuery("select s from Survey s order by s.askedAt desc, s.id desc", Survey.class).getResultList();
	}

	Survey find(long id) {
		return em.find(Survey.class, id);
	}

	Optional<Survey> sentBy(String formKey) {
		return em.createQuery("select s from Survey s where s.formKey = :key", Survey.class).setParameter("key", formKey).getResultStream().findFirst();
	}

	List<Survey> openOn(LocalDate day) {
		return em.createQuery("select s from Survey s where s.closesOn >= :day order by s.closesOn, s.id", Survey.class).setParameter("day", day).getResultList();
	}

	void invite(long surveyId, Collection<Long> people) {
		for (var person : people) {
			em.createNativeQuery("insert into survey_guest (survey_id, person_id, answered) values (?1, ?2, false)").setParameter(1, surveyId).setParameter(2, person).executeUpdate();
		}
	}

	/** Those who have not answered. */
	Set<Long> silent(long surveyId) {
		var people = new TreeSet<Long>();
		em.createNativeQuery("select person_id from survey_guest where survey_id = ?1 and answered = false").setParameter(1, surveyId).getResultList().forEach(id -> people.add(((Number) id).longValue()));
		return people;
	}

	Map<Long, Count> counts() {
		var counts = new HashMap<Long, Count>();
		for (var each : em.createNativeQuery("select survey_id, count(*), sum(case when answered then 1 else 0 end) from survey_guest group by survey_id").getResultList()) {
			var row = (Object[]) each;
			counts.put(((Number) row[0]).longValue(), new Count(((Number) row[1]).intValue(), ((Number) row[2]).intValue()));
		}
		return counts;
	}

	/** Whether the person has answered, with everybody else who wants to answer for them waiting; empty for who was not asked. */
	Optional<Boolean> locked(long surveyId, long personId) {
		return em.createNativeQuery("select answered from survey_guest where survey_id = ?1 and person_id = ?2 for update").setParameter(1, surveyId).setParameter(2, personId).getResultList().stream()
				.findFirst().map(answered -> (Boolean) answered);
	}

	Optional<Boolean> answered(long surveyId, long personId) {
		return em.createNativeQuery("select answered from survey_guest where survey_id = ?1 and person_id = ?2").setParameter(1, surveyId).setParameter(2, personId).getResultList().stream().findFirst()
				.map(answered -> (Boolean) answered);
	}

	/** Keeps an answer under a name drawn by chance, and apart from it that the person has answered. */
	void answer(long surveyId, long personId, Answer answer) {
		var id = UUID.randomUUID().toString();
		var query = em.createNativeQuery("insert into survey_answer (id, survey_id, missing) values (?1, ?2, " + (answer.missing() == null ? "null" : "?3") + ")").setParameter(1, id)
				.setParameter(2, surveyId);
		(answer.missing() == null ? query : query.setParameter(3, answer.missing())).executeUpdate();
		for (int place = 0; place < answer.order().size(); place++) {
			em.createNativeQuery("insert into survey_rank (answer_id, ordinal, place) values (?1, ?2, ?3)").setParameter(1, id).setParameter(2, answer.order().get(place)).setParameter(3, place + 1)
					.executeUpdate();
		}
		em.createNativeQuery("update survey_guest set answered = true where survey_id = ?1 and person_id = ?2").setParameter(1, surveyId).setParameter(2, personId).executeUpdate();
	}

	/** In an order that has nothing to do with when they came. */
	List<Answer> answers(long surveyId) {
		var orders = new TreeMap<String, List<Integer>>();
		var missing = new HashMap<String, String>();
		for (var each : em.createNativeQuery("select a.id, a.missing, r.ordinal from survey_answer a join survey_rank r on r.answer_id = a.id where a.survey_id = ?1 order by a.id, r.place")
				.setParameter(1, surveyId).getResultList()) {
			var row = (Object[]) each;
			orders.computeIfAbsent((String) row[0], id -> new ArrayList<>()).add(((Number) row[2]).intValue());
			missing.put((String) row[0], (String) row[1]);
		}
		return orders.entrySet().stream().map(entry -> new Answer(List.copyOf(entry.getValue()), missing.get(entry.getKey()))).toList();
	}
}
