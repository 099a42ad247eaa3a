package org.headcoach.people;

import static org.headcoach.people.Permission.BE_SIGNED_IN;
import static org.headcoach.people.Permission.READ_AUDIT;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;

/** Reads the audit log; {@link Audit} writes it. */
@ApplicationScoped
@Transactional
public class AuditLog {

	/** One line; before and after are JSON or null. */
	public record AuditRow(Long id, OffsetDateTime happenedAt, Long accountId, String accountName, String address, String action, String subjectType,
			String subjectId, String subjectName, String before, String after) implements Serializable {

		/** What the change changed, field by field. */
		public List<AuditText.Difference> differences() {
			return AuditText.differences(before, after);
		}
	}

	/** Which lines. Null parts do not narrow; days are the company's, both included. */
	public record AuditSearch(String text, Long accountId, String action, String subjectType, String subjectId, LocalDate from, LocalDate until,
			int first, int size) {
	}

	/** An account that stands in the log. */
	public record Who(Long id, String name) implements Serializable {
	}

	/** The name stands as it was at that time. */
	public record LastChange(String by, OffsetDateTime at) implements Serializable {
	}

	@PersistenceContext
	private EntityManager em;

	@Inject
	private PeopleService people;

	/** The lines that match, newest first, one page of them. Needs READ_AUDIT. */
	@Needs(READ_AUDIT)
	public List<AuditRow> search(AuditSearch search) {
		return fill(em.createQuery("""
				select new org.headcoach.people.AuditLog.AuditRow(e.id, e.happenedAt, e.accountId, e.accountName, e.address, e.action, e.subjectType,
					e.subjectId, e.subjectName, e.before, e.after) from AuditEntry e
				""" + where(search) + " order by e.happenedAt desc, e.id desc", AuditRow.class), search)
				.setFirstResult(search.first()).setMaxResults(search.size()).getResultList();
	}

	/** How many lines match. Needs READ_AUDIT. */
	@Needs(READ_AUDIT)
	public long count(AuditSearch search) {
		return fill(em.createQuery("select count(e) from AuditEntry e " + where(search), Long.class), search).getSingleResult();
	}

	/** Who stands in the log, to choose from. Needs READ_AUDIT. */
	@Needs(READ_AUDIT)
	public List<Who> people() {
		return em.createQuery("select new org.headcoach.people.AuditLog.Who(a.id, a.name) from Account a order by lower(a.name), a.id", Who.class).getResultList();
	}

	/** What was done, to choose from. Needs READ_AUDIT. */
	@Needs(READ_AUDIT)
	public List<String> actions() {
		return em.createQuery("select distinct e.action from AuditEntry e order by e.action", String.class).getResultList();
	}

	/** What it was done to, to choose from. Needs READ_AUDIT. */
	@Needs(READ_AUDIT)
	public List<String> subjectTypes() {
		return em.createQuery("select distinct e.subjectType from AuditEntry e order by e.subjectType", String.class).getResultList();
	}

	/**
	 * Who changed it last and when, to tell somebody whose own change came too late; empty when the log does not know. Anybody who was about to
	 * change it may ask.
	 *
	 * @param entity what both wanted to change
	 */
	@Needs(BE_SIGNED_IN)
	public Optional<LastChange> lastChangeOf(Object entity) {
		var id = em.getEntityManagerFactory().getPersistenceUnitUtil().getIdentifier(entity);
		return em.createQuery("select new org.headcoach.people.AuditLog.LastChange(e.accountName, e.happenedAt) from AuditEntry e where e.subjectId = :id"
				+ " order by e.happenedAt desc, e.id desc", LastChange.class).setParameter("id", String.valueOf(id)).setMaxResults(1).getResultStream().findFirst();
	}

	private static String where(AuditSearch search) {
		// a comparison of constants such as 1 = 1 would make EclipseLink write all parameters into the text
		var where = new StringBuilder("where e.id is not null");
		Map.of("account", "e.accountId = :account", "action", "e.action = :action", "type", "e.subjectType = :type", "subject", "e.subjectId = :subject",
				"from", "e.happenedAt >= :from", "until", "e.happenedAt < :until",
				"text", "(lower(e.subjectName) like :text or lower(e.accountName) like :text or lower(e.before) like :text"
						+ " or lower(e.after) like :text or e.address like :text)")
				.forEach((name, condition) -> {
					if (value(search, name) != null) {
						where.append(" and ").append(condition);
					}
				});
		return where.toString();
	}

	private <T> TypedQuery<T> fill(TypedQuery<T> query, AuditSearch search) {
		for (var name : List.of("account", "action", "type", "subject", "text")) {
			if (value(search, name) != null) {
				query.setParameter(name, value(search, name));
			}
		}
		var zone = people.company().zone();
		if (search.from() != null) {
			query.setParameter("from", search.from().atStartOfDay(zone).toOffsetDateTime());
		}
		if (search.until() != null) {
			query.setParameter("until", search.until().plusDays(1).atStartOfDay(zone).toOffsetDateTime());
		}
		return query;
	}

	private static Object value(AuditSearch search, String name) {
		return switch (name) {
			case "account" -> search.accountId();
			case "action" -> blankToNull(search.action());
			case "type" -> blankToNull(search.subjectType());
			case "subject" -> blankToNull(search.subjectId());
			case "from" -> search.from();
			case "until" -> search.until();
			default -> Like.contains(search.text());
		};
	}

	private static String blankToNull(String text) {
		return text == null || text.isBlank() ? null : text;
	}
}
