package org.headcoach.compensation;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.headcoach.shared.BusinessClock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Whose pay has to be computed again. Whoever changes what pay rests on adds a mark in the same transaction; computing removes the marks that it has read. */
@ApplicationScoped
class PayDue {

	@PersistenceContext
	private EntityManager em;

	@Inject
	private BusinessClock clock;

	void mark(Collection<Long> people) {
		people.forEach(this::mark);
	}

	/** @param person null for everybody */
	void mark(Long person) {
		em.createNativeQuery("insert into pay_due (person_id, marked_at) values (" + (person == null ? "null" : person.toString()) + ", ?)")
				.setParameter(1, Timestamp.from(clock.now())).executeUpdate();
	}

	/** The people marked; null among them stands for everybody. */
	Set<Long> people() {
		var people = new TreeSet<Long>(Comparator.nullsFirst(Comparator.naturalOrder()));
		for (var id : em.createNativeQuery("select distinct person_id from pay_due").getResultList()) {
			people.add(id == null ? null : ((Number) id).longValue());
		}
		return people;
	}

	/** The marks by person, those for everybody left out. */
	Map<Long, List<Long>> byPerson() {
		var marks = new TreeMap<Long, List<Long>>();
		for (var each : em.createNativeQuery("select person_id, id from pay_due where person_id is not null").getResultList()) {
			var row = (Object[]) each;
			marks.computeIfAbsent(((Number) row[0]).longValue(), person -> new ArrayList<>()).add(((Number) row[1]).longValue());
		}
		return marks;
	}

	/** The marks of these people, to be removed when their pay is computed; those of everybody have none. */
	List<Long> marks(Collection<Long> people) {
		var ids = new ArrayList<Long>();
		if (!people.isEmpty()) {
			var query = em.createNativeQuery("select id from pay_due where person_id in (" + String.join(", ", Collections.nCopies(people.size(), "?")) + ")");
			var at = 1;
			for (var person : people) {
				query.setParameter(at++, person);
			}
			query.getResultList().forEach(id -> ids.add(((Number) id).longValue()));
		}
		return ids;
	}

	/** The marks for everybody, as they stand now. */
	List<Long> marksForEverybody() {
		var ids = new ArrayList<Long>();
		em.createNativeQuery("select id from pay_due where person_id is null").getResultList().forEach(id -> ids.add(((Number) id).longValue()));
		return ids;
	}

	void remove(List<Long> marks) {
		for (int from = 0; from < marks.size(); from += 500) {
			var some = marks.subList(from, Math.min(marks.size(), from + 500));
			var query = em.createNativeQuery("delete from pay_due where id in (" + String.join(", ", Collections.nCopies(some.size(), "?")) + ")");
			for (int i = 0; i < some.size(); i++) {
				query.setParameter(i + 1, some.get(i));
			}
			query.executeUpdate();
		}
	}
}
