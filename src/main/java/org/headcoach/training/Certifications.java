package org.headcoach.training;

import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.headcoach.people.Actor;
import org.headcoach.people.Role;
import org.headcoach.shared.Columns;
import org.headcoach.training.engine.LearningPath;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;

/** Queries over certifications, role plays and certificates. */
@ApplicationScoped
class Certifications {

	/** So many people are asked for by number; of more all are read. */
	static final int BY_NUMBER = 200;

	@PersistenceContext
	private EntityManager em;

	/** The latest version of each, in the order in which they were made. */
	List<CertificationVersion> latest() {
		return em.createQuery("select v from CertificationVersion v join fetch v.certification c where v.versionNo = c.latestNo order by c.id", CertificationVersion.class)
				.setHint("eclipselink.batch", "v.behaviours").getResultList();
	}

	Certification find(long id) {
		return em.find(Certification.class, id);
	}

	Certification locked(long id) {
		var certification = em.find(Certification.class, id, LockModeType.PESSIMISTIC_WRITE);
		if (certification != null) {
			em.refresh(certification);
		}
		return certification;
	}

	Optional<Certification> sentBy(String formKey) {
		return em.createQuery("select c from Certification c where c.formKey = :key", Certification.class).setParameter("key", formKey).getResultStream().findFirst();
	}

	Optional<CertificationVersion> version(long certificationId, int no) {
		return em.createQuery("select v from CertificationVersion v where v.certification.id = :id and v.versionNo = :no", CertificationVersion.class).setParameter("id", certificationId)
				.setParameter("no", no).getResultStream().findFirst();
	}

	List<CertificationPage.VersionLine> versions(long certificationId) {
		return em.createQuery("select v from CertificationVersion v where v.certification.id = :id order by v.versionNo desc", CertificationVersion.class).setParameter("id", certificationId)
				.getResultStream().map(version -> new CertificationPage.VersionLine(version.versionNo(), version.publishedAt(), version.publishedByName())).toList();
	}

	/** When each was published first. */
	Map<Long, Instant> firstPublished() {
		var first = new HashMap<Long, Instant>();
		for (var row : em.createQuery("select v.certification.id, v.publishedAt from CertificationVersion v where v.versionNo = 1", Object[].class).getResultList()) {
			first.put((Long) row[0], (Instant) row[1]);
		}
		return first;
	}

	Optional<Assessment> appointedBy(String formKey) {
		return em.createQuery("select a from Assessment a where a.formKey = :key", Assessment.class).setParameter("key", formKey).getResultStream().findFirst();
	}

	Assessment assessment(long id) {
		return em.find(Assessment.class, id);
	}

	/** The role play, with everybody else who wants it so waiting until the transaction ends. */
	Assessment lockedAssessment(long id) {
		// what this very transaction has changed must not be forgotten by reading afresh
		em.flush();
		var assessment = em.find(Assessment.class, id, LockModeType.PESSIMISTIC_WRITE);
		if (assessment != null) {
			em.refresh(assessment);
			assessment.cards().forEach(em::refresh);
		}
		return assessment;
	}

	private static final String ROWS = "select distinct a from Assessment a join fetch a.rubric v join fetch v.certification join fetch a.person left join fetch a.cards ";

	/** All that are planned, the earliest first. */
	List<Assessment> planned() {
		return em.createQuery(ROWS + "where a.state = :planned order by a.meetsAt, a.id", Assessment.class).setParameter("planned", Assessment.State.PLANNED).getResultList();
	}

	/** Everything of one person, the latest first. */
	List<Assessment> of(long personId) {
		return em.createQuery(ROWS + "where a.person.id = :person order by a.meetsAt desc, a.id desc", Assessment.class).setParameter("person", personId).getResultList();
	}

	List<Assessment> settledSince(LocalDateTime since) {
		return em.createQuery(ROWS + "where a.state = :settled and a.meetsAt >= :since order by a.meetsAt desc, a.id desc", Assessment.class)
				.setParameter("since", since).setParameter("settled", Assessment.State.SETTLED).getResultList();
	}

	/** Planned role plays in which the actor scores and has not handed in. */
	List<Assessment> toScore(Actor actor) {
		return em.createQuery(ROWS + """
				where a.state = :planned and exists (select k from AssessmentCard k where k.assessment = a and k.handedInAt is null
				and (k.accountId = :account or k.person.id = :person)) order by a.meetsAt, a.id""", Assessment.class).setParameter("account", actor.accountId() == null ? 0L : actor.accountId())
				.setParameter("person", actor.personId() == null ? 0L : actor.personId()).setParameter("planned", Assessment.State.PLANNED).getResultList();
	}

	/** Whether a role play of the person in the certification is still to come. */
	boolean isPlanned(long personId, long certificationId) {
		return em.createQuery("select count(a) from Assessment a where a.state = :planned and a.person.id = :person and a.rubric.certification.id = :certification", Long.class)
				.setParameter("planned", Assessment.State.PLANNED).setParameter("person", personId).setParameter("certification", certificationId).getSingleResult() > 0;
	}

	/** When a role play of these people is planned, by person and certification. */
	Map<Long, Map<Long, LocalDateTime>> plannedAt(Collection<Long> people) {
		var planned = new HashMap<Long, Map<Long, LocalDateTime>>();
		if (people.isEmpty()) {
			return planned;
		}
		var some = people.size() <= BY_NUMBER;
		var query = em.createQuery("select a.person.id, a.rubric.certification.id, a.meetsAt from Assessment a where a.state = :planned" + (some ? " and a.person.id in :people" : ""), Object[].class)
				.setParameter("planned", Assessment.State.PLANNED);
		for (var row : (some ? query.setParameter("people", people) : query).getResultList()) {
			planned.computeIfAbsent((Long) row[0], id -> new HashMap<>()).merge((Long) row[1], (LocalDateTime) row[2], (one, other) -> one.isBefore(other) ? one : other);
		}
		return planned;
	}

	/** What the evaluators gave to each behaviour of each settled role play. */
	List<List<Integer>> scores(long certificationId) {
		var units = new LinkedHashMap<String, List<Integer>>();
		for (var row : em.createNativeQuery("""
				select a.id, s.ordinal, s.points from assessment_score s join assessment_card k on k.id = s.card_id join assessment a on a.id = k.assessment_id
				join certification_version v on v.id = a.version_id where a.state = 'SETTLED' and v.certification_id = ?1 order by a.id, s.ordinal, k.id""").setParameter(1, certificationId)
				.getResultList()) {
			var cells = (Object[]) row;
			units.computeIfAbsent(cells[0] + "-" + cells[1], key -> new ArrayList<>()).add(((Number) cells[2]).intValue());
		}
		return List.copyOf(units.values());
	}

	/** The certificates of these people; one query. */
	List<Holding.Line> certificates(Collection<Long> people) {
		return people.isEmpty() ? List.of() : certificates(people.stream().map(String::valueOf).collect(Collectors.joining(", ", " where person_id in (", ")")));
	}

	/** Whether anything has happened to any certificate. */
	record Stamp(long certificates, long last, long revoked, Instant lastRevoked) {
	}

	Stamp stamp() {
		var cells = (Object[]) em.createNativeQuery("select count(*), coalesce(max(id), 0), count(revoked_at), max(revoked_at) from certificate").getSingleResult();
		return new Stamp(((Number) cells[0]).longValue(), ((Number) cells[1]).longValue(), ((Number) cells[2]).longValue(), Columns.moment(cells[3]));
	}

	List<Holding.Line> certificates() {
		return certificates("");
	}

	private List<Holding.Line> certificates(String whose) {
		var lines = new ArrayList<Holding.Line>();
		for (var row : em.createNativeQuery("select id, certification_id, person_id, number, earned_on, last_day, renewal_days, revoked_at from certificate" + whose).getResultList()) {
			var cells = (Object[]) row;
			lines.add(new Holding.Line(((Number) cells[0]).longValue(), ((Number) cells[1]).longValue(), ((Number) cells[2]).longValue(), (String) cells[3], Columns.day(cells[4]),
					Columns.day(cells[5]), ((Number) cells[6]).intValue(), Columns.moment(cells[7])));
		}
		return lines;
	}

	Optional<Certificate> certificate(String number) {
		return em.createQuery("select c from Certificate c join fetch c.person where c.number = :number", Certificate.class).setParameter("number", number).getResultStream().findFirst();
	}

	Optional<Certificate> certificateOf(long assessmentId) {
		return em.createQuery("select c from Certificate c where c.assessment.id = :id", Certificate.class).setParameter("id", assessmentId).getResultStream().findFirst();
	}

	/** The certificate that a new one of the same kind goes on from: the one that holds longest and was not taken back. */
	Optional<Certificate> latestOf(long personId, long certificationId) {
		return em.createQuery("select c from Certificate c where c.person.id = :person and c.certificationId = :certification and c.revokedAt is null order by c.lastDay desc nulls first, c.id desc", Certificate.class)
				.setParameter("person", personId).setParameter("certification", certificationId).getResultStream().findFirst();
	}

	/** The places of what was revoked. */
	List<Integer> revoked() {
		return em.createQuery("select c.statusIndex from Certificate c where c.revokedAt is not null order by c.statusIndex", Integer.class).getResultList();
	}

	/** Whoever else makes one waits here until the transaction ends. */
	void takeTurns() {
		em.createNativeQuery("select next_index from badge_issuer where id = 1 for update").getSingleResult();
	}

	/** The next place in the list of what is revoked; whoever comes meanwhile waits. */
	int nextIndex() {
		var next = ((Number) em.createNativeQuery("select next_index from badge_issuer where id = 1 for update").getSingleResult()).intValue();
		em.createNativeQuery("update badge_issuer set next_index = ?1 where id = 1").setParameter(1, next + 1).executeUpdate();
		return next;
	}

	/** The steps of each role's path, as they were on a day; one query. */
	Map<Role, List<LearningPath.Step>> paths(LocalDate day) {
		var on = new HashMap<Role, List<LearningPath.Step>>();
		for (var role : paths()) {
			if (!role.from().isAfter(day)) {
				on.put(role.role(), role.steps());
			}
		}
		return on;
	}

	/** A role's path from a day on. */
	record Path(Role role, LocalDate from, List<LearningPath.Step> steps) {
	}

	/** Every version of each role's path, by its day; one query. */
	List<Path> paths() {
		var paths = new LinkedHashMap<String, Path>();
		for (var row : em.createNativeQuery("""
				select v.role, v.from_day, s.certification_id, s.in_month, s.ordinal, s.gate from path_version v left join path_stop s on s.role = v.role and s.from_day = v.from_day
				order by v.from_day, v.role, s.in_month, s.ordinal""").getResultList()) {
			var cells = (Object[]) row;
			var from = Columns.day(cells[1]);
			var path = paths.computeIfAbsent(cells[0] + " " + from, key -> new Path(Role.valueOf((String) cells[0]), from, new ArrayList<>()));
			if (cells[2] != null) {
				path.steps().add(new LearningPath.Step(((Number) cells[2]).longValue(), ((Number) cells[3]).intValue(), ((Number) cells[4]).intValue(), (Boolean) cells[5]));
			}
		}
		return List.copyOf(paths.values());
	}

	/** Lets a path hold from a day on; what was written for the same day before is gone, what held on days before stays. */
	void writePath(Role role, LocalDate from, List<LearningPath.Step> steps, String by) {
		em.createNativeQuery("delete from path_stop where role = ?1 and from_day = ?2").setParameter(1, role.name()).setParameter(2, Date.valueOf(from)).executeUpdate();
		em.createNativeQuery("delete from path_version where role = ?1 and from_day = ?2").setParameter(1, role.name()).setParameter(2, Date.valueOf(from)).executeUpdate();
		em.createNativeQuery("insert into path_version (role, from_day, written_by_name) values (?1, ?2, ?3)").setParameter(1, role.name()).setParameter(2, Date.valueOf(from)).setParameter(3, by)
				.executeUpdate();
		for (var step : steps) {
			em.createNativeQuery("insert into path_stop (role, from_day, certification_id, ordinal, in_month, gate) values (?1, ?2, ?3, ?4, ?5, ?6)").setParameter(1, role.name())
					.setParameter(2, Date.valueOf(from)).setParameter(3, step.certificationId()).setParameter(4, step.ordinal()).setParameter(5, step.inMonth()).setParameter(6, step.gate()).executeUpdate();
		}
	}

	/** Certificates with a last day in this window. */
	List<Certificate> endingBetween(LocalDate first, LocalDate last) {
		return em.createQuery("select c from Certificate c join fetch c.person where c.revokedAt is null and c.lastDay between :first and :last order by c.id", Certificate.class)
				.setParameter("first", first).setParameter("last", last).getResultList();
	}
}
