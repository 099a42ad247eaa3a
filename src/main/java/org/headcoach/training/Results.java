package org.headcoach.training;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.headcoach.people.PeopleService;
import org.headcoach.shared.Columns;
import org.headcoach.training.MattersPage.Kind;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** The first or the last result of each person at each certification and exam, whole and in pieces. Two queries, whoever asks. */
@ApplicationScoped
class Results {

	/** Somebody's result. @param on the day of it */
	record Result(long personId, LocalDate on, double score) {
	}

	/** What was scored. @param id of the whole @param piece null for the whole */
	record Subject(Kind kind, long id, String piece) {
	}

	@PersistenceContext
	private EntityManager em;

	@Inject
	private PeopleService people;

	/** By what was scored; a whole comes before its pieces. A second try says more of the first than of the person, so only the first counts. */
	Map<Subject, List<Result>> first() {
		return read(true);
	}

	/** The same of the last try of each person, as they are now. */
	Map<Subject, List<Result>> last() {
		return read(false);
	}

	private Map<Subject, List<Result>> read(boolean first) {
		var found = new LinkedHashMap<Subject, List<Result>>();
		certifications(found, first);
		exams(found, first);
		return found;
	}

	private void certifications(Map<Subject, List<Result>> found, boolean first) {
		var chosen = new HashMap<String, Long>();
		var told = new HashSet<Long>();
		var rows = em.createNativeQuery("""
				select a.id, a.person_id, v.certification_id, a.meets_at, a.score, b.name, avg(s.points * 1.0), min(b.ordinal) from assessment a join certification_version v on v.id = a.version_id
				join assessment_card k on k.assessment_id = a.id join assessment_score s on s.card_id = k.id join certification_behaviour b on b.version_id = v.id and b.ordinal = s.ordinal
				where a.state = 'SETTLED' and (a.renewal = false or ?1 = 0) group by a.id, a.person_id, v.certification_id, a.meets_at, a.score, b.name order by a.meets_at, a.id, min(b.ordinal)""")
				.setParameter(1, first ? 1 : 0).getResultList();
		for (var each : rows) {
			var row = (Object[]) each;
			var key = row[1] + " " + row[2];
			if (!first || !chosen.containsKey(key)) {
				chosen.put(key, number(row[0]));
			}
		}
		for (var each : rows) {
			var row = (Object[]) each;
			var assessment = number(row[0]);
			var person = number(row[1]);
			var certification = number(row[2]);
			if (chosen.get(row[1] + " " + row[2]) != assessment) {
				continue;
			}
			var on = ((java.sql.Timestamp) row[3]).toLocalDateTime().toLocalDate();
			if (told.add(assessment)) {
				add(found, new Subject(Kind.CERTIFICATION, certification, null), person, on, row[4]);
			}
			add(found, new Subject(Kind.BEHAVIOUR, certification, (String) row[5]), person, on, row[6]);
		}
	}

	/** What still waits to be marked is left out. */
	private void exams(Map<Subject, List<Result>> found, boolean first) {
		record Sum(double points, double of) {
			Sum plus(double more, double ofMore) {
				return new Sum(points + more, of + ofMore);
			}
		}
		var zone = people.company().zone();
		var parts = new LinkedHashMap<Subject, Map<Long, Sum>>();
		var days = new HashMap<Long, Map<Long, LocalDate>>();
		var rows = em.createNativeQuery("""
				select t.exam_id, t.person_id, t.finished_at, t.points, t.of_points, q.points, q.credit, b.name, p.name from exam_attempt t join attempt_question q on q.attempt_id = t.id
				join bank_question b on b.id = q.question_id join training_part p on p.id = b.part_id where t.finished_at is not null
				and t.attempt_no = (select %s(o.attempt_no) from exam_attempt o where o.exam_id = t.exam_id and o.person_id = t.person_id and o.finished_at is not null) order by t.exam_id, t.id, q.ordinal""".formatted(first ? "min" : "max")).getResultList();
		for (var each : rows) {
			var row = (Object[]) each;
			var exam = number(row[0]);
			var person = number(row[1]);
			var on = day(row[2], zone);
			if (days.computeIfAbsent(exam, any -> new HashMap<>()).putIfAbsent(person, on) == null && row[3] != null) {
				add(found, new Subject(Kind.EXAM, exam, null), person, on, ((Number) row[3]).doubleValue() / ((Number) row[4]).doubleValue());
			}
			if (row[6] != null) {
				var worth = ((Number) row[5]).doubleValue();
				var credit = ((Number) row[6]).doubleValue();
				parts.computeIfAbsent(new Subject(Kind.PART, exam, (String) row[8]), any -> new LinkedHashMap<>()).merge(person, new Sum(credit * worth, worth), (one, more) -> one.plus(more.points(), more.of()));
				add(found, new Subject(Kind.QUESTION, exam, (String) row[7]), person, on, credit);
			}
		}
		parts.forEach((subject, sums) -> sums.forEach((person, sum) -> add(found, subject, person, days.get(subject.id()).get(person), sum.points() / sum.of())));
	}

	private static LocalDate day(Object moment, ZoneId zone) {
		return Columns.moment(moment).atZone(zone).toLocalDate();
	}

	private static long number(Object value) {
		return ((Number) value).longValue();
	}

	private static void add(Map<Subject, List<Result>> found, Subject subject, long person, LocalDate on, Object score) {
		found.computeIfAbsent(subject, any -> new ArrayList<>()).add(new Result(person, on, ((Number) score).doubleValue()));
	}
}
