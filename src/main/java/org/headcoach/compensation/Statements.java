package org.headcoach.compensation;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.headcoach.compensation.engine.Component;
import org.headcoach.compensation.engine.Json;
import org.headcoach.compensation.engine.Owed;
import org.headcoach.compensation.engine.PlanTerms;
import org.headcoach.shared.Columns;
import org.headcoach.shared.Money;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Queries over statements and what stands on them. It asks for no right. */
@ApplicationScoped
class Statements {

	private static final String ROWS = "select new org.headcoach.compensation.StatementRow(s.id, s.person.id, s.person.name, s.month, s.currency, s.carriedIn, s.booked, s.pay, s.carriedOut,"
			+ " s.drawDebt, s.held, s.payoutCurrency, s.payoutRate, s.payoutRateOn, s.payout, s.onHold, s.approvedAt, s.approvedByName, s.closedAt, s.hash, s.engine, s.version)"
			+ " from Statement s where ";

	@PersistenceContext
	private EntityManager em;

	/** All months of somebody, the latest first. */
	List<StatementRow> of(long personId) {
		return em.createQuery(ROWS + "s.person.id = :person order by s.month desc", StatementRow.class).setParameter("person", personId).getResultList();
	}

	/** Everybody's of these two months. */
	List<StatementRow> in(YearMonth month, YearMonth other) {
		return em.createQuery(ROWS + "s.month in :months order by s.person.name, s.person.id", StatementRow.class).setParameter("months", List.of(month.atDay(1), other.atDay(1)))
				.getResultList();
	}

	Optional<StatementRow> byId(long id) {
		return em.createQuery(ROWS + "s.id = :id", StatementRow.class).setParameter("id", id).getResultStream().findFirst();
	}

	/** Null when it keeps none. */
	String file(long statementId) {
		return em.createQuery("select s.fileText from Statement s where s.id = :id", String.class).setParameter("id", statementId).getSingleResult();
	}

	/** What a posting belongs to: person and the month in which it was booked. */
	Optional<Map.Entry<Long, YearMonth>> ofPosting(long postingId) {
		return em.createNativeQuery("select person_id, booked_in from posting where id = ?").setParameter(1, postingId).getResultStream().findFirst()
				.map(row -> Map.entry(((Number) ((Object[]) row)[0]).longValue(), Postings.month(((Object[]) row)[1])));
	}

	/** Questions of a person's month, the first one first. */
	List<PayQuestion> questions(long personId, YearMonth month) {
		return em.createQuery("select q from PayQuestion q join fetch q.person where q.person.id = :person and q.month = :month order by q.id", PayQuestion.class)
				.setParameter("person", personId).setParameter("month", month.atDay(1)).getResultList();
	}

	/** A line as it was booked, before those of one key are put together. */
	private record Booked(long id, Owed.Key key, YearMonth bookedIn, Money amount, BigDecimal before, String explanation) {
	}

	/**
	 * The lines of two months of somebody, each in the statement's order: by plan, component, kind and name; corrections of closed months last.
	 *
	 * @param terms of plan versions, by id
	 */
	Map<YearMonth, List<PayLine>> lines(long personId, YearMonth month, YearMonth other, List<QuestionRow> questions, Map<Long, PlanTerms> terms, Map<String, String> adjusted) {
		var rows = em.createNativeQuery("select p.id, p.in_month, p.booked_in, p.version_id, p.component, p.kind, p.source, p.detail, p.amount, p.currency, p.explanation_json,"
				+ " (select sum(o.amount) from posting o where o.person_id = p.person_id and o.in_month = p.in_month and o.version_id = p.version_id and o.component = p.component"
				+ " and o.kind = p.kind and o.source = p.source and o.detail = p.detail and o.booked_in < p.booked_in)"
				+ " from posting p where p.person_id = ? and p.booked_in in (?, ?) order by p.id").setParameter(1, personId).setParameter(2, Date.valueOf(month.atDay(1)))
				.setParameter(3, Date.valueOf(other.atDay(1))).getResultList();
		var byMonth = new HashMap<YearMonth, Map<Owed.Key, List<Booked>>>();
		for (var each : rows) {
			var booked = booked((Object[]) each);
			byMonth.computeIfAbsent(booked.bookedIn(), in -> new LinkedHashMap<>()).computeIfAbsent(booked.key(), key -> new ArrayList<>()).add(booked);
		}
		var lines = new HashMap<YearMonth, List<PayLine>>();
		for (var in : List.of(month, other)) {
			lines.put(in, byMonth.getOrDefault(in, Map.of()).values().stream().map(same -> line(same, in, in.equals(month) ? questions : List.of(), terms, adjusted))
					.filter(line -> !line.amount().isZero() || !line.questions().isEmpty()).sorted(order(terms)).toList());
		}
		return lines;
	}

	private static Booked booked(Object[] row) {
		var key = new Owed.Key(Postings.month(row[1]), String.valueOf(row[3]), (String) row[4], Owed.Kind.valueOf((String) row[5]), (String) row[6], (String) row[7]);
		return new Booked(((Number) row[0]).longValue(), key, Postings.month(row[2]), Money.of((BigDecimal) row[8], Currency.getInstance((String) row[9])), (BigDecimal) row[11],
				text(row[10]));
	}

	/** A long text comes as what the driver makes of it. */
	private static String text(Object column) {
		if (column instanceof java.sql.Clob clob) {
			try {
				return clob.getSubString(1, Math.toIntExact(clob.length()));
			} catch (java.sql.SQLException e) {
				throw new IllegalStateException(e);
			}
		}
		return (String) column;
	}

	private static PayLine line(List<Booked> same, YearMonth in, List<QuestionRow> questions, Map<Long, PlanTerms> terms, Map<String, String> adjusted) {
		var last = same.get(same.size() - 1);
		var key = last.key();
		var ids = same.stream().map(Booked::id).toList();
		var amount = same.stream().map(Booked::amount).reduce(Money.zero(last.amount().currency()), Money::plus);
		var asPaid = key.month().isBefore(in) ? Money.of(last.before() == null ? BigDecimal.ZERO : last.before(), amount.currency()) : null;
		var explanation = Json.read(last.explanation(), Explanation.class);
		return new PayLine(last.id(), ids, key, component(terms, key).map(Component::name).orElse(null), name(key, explanation, adjusted), amount, asPaid, explanation,
				questions.stream().filter(question -> question.postingId() != null && ids.contains(question.postingId())).toList());
	}

	private static String name(Owed.Key key, Explanation explanation, Map<String, String> adjusted) {
		return key.kind() == Owed.Kind.ADJUSTMENT ? adjusted.get(key.source()) : name(key.source(), explanation);
	}

	private static String name(String source, Explanation explanation) {
		if (explanation.origin() != null) {
			return explanation.origin().name();
		}
		return source.isEmpty() ? null : source.substring(source.indexOf(':') + 1);
	}

	/** What these lines are about, by posting; adjustments and whatever has no name are left out. */
	Map<Long, String> lineNames(Collection<Long> postings) {
		var names = new HashMap<Long, String>();
		if (!postings.isEmpty()) {
			for (var each : em.createNativeQuery("select p.id, p.source, p.explanation_json from posting p where p.kind <> 'ADJUSTMENT' and p.id "
					+ postings.stream().map(String::valueOf).collect(Collectors.joining(", ", "in (", ")"))).getResultList()) {
				var row = (Object[]) each;
				var name = name((String) row[1], Json.read(text(row[2]), Explanation.class));
				if (name != null) {
					names.put(((Number) row[0]).longValue(), name);
				}
			}
		}
		return names;
	}

	private static Optional<Component> component(Map<Long, PlanTerms> terms, Owed.Key key) {
		return Optional.ofNullable(terms.get(Long.valueOf(key.plan()))).flatMap(version -> version.components().stream()
				.filter(component -> component.code().equals(key.component())).findFirst());
	}

	private static Comparator<PayLine> order(Map<Long, PlanTerms> terms) {
		var places = new HashMap<String, Integer>();
		terms.forEach((id, version) -> {
			var components = version.components();
			for (int i = 0; i < components.size(); i++) {
				places.put(id + " " + components.get(i).code(), i);
			}
		});
		return Comparator.comparing(PayLine::isOfClosedMonth).thenComparing((PayLine line) -> line.key().plan())
				.thenComparing(line -> places.getOrDefault(line.key().plan() + " " + line.key().component(), Integer.MAX_VALUE)).thenComparing(PayLine::kind)
				.thenComparing(PayLine::name, Comparator.nullsLast(Comparator.naturalOrder())).thenComparing(PayLine::key);
	}

	/** Why people are parked, by person. */
	Map<Long, StatementPage.ParkedRow> parked(Collection<Long> people) {
		var parked = new HashMap<Long, StatementPage.ParkedRow>();
		for (var each : em.createNativeQuery("select person_id, since, reason_key, arguments_json from parked_pay").getResultList()) {
			var row = (Object[]) each;
			var person = ((Number) row[0]).longValue();
			if (people.contains(person)) {
				parked.put(person, new StatementPage.ParkedRow(person, Columns.moment(row[1]), (String) row[2], ParkedArguments.read(text(row[3]))));
			}
		}
		return parked;
	}

	/** Open questions by person, of one month; those of all months when none is given. */
	List<PayQuestion> openQuestions(YearMonth month) {
		var query = em.createQuery("select q from PayQuestion q join fetch q.person where q.answeredAt is null" + (month == null ? "" : " and q.month = :month") + " order by q.dueOn, q.id",
				PayQuestion.class);
		return (month == null ? query : query.setParameter("month", month.atDay(1))).getResultList();
	}

	/** The latest ones that have an answer. */
	List<PayQuestion> answeredQuestions(int most) {
		return em.createQuery("select q from PayQuestion q join fetch q.person where q.answeredAt is not null order by q.answeredAt desc, q.id desc", PayQuestion.class).setMaxResults(most)
				.getResultList();
	}

	List<PayQuestion> questionsOf(long personId) {
		return em.createQuery("select q from PayQuestion q join fetch q.person where q.person.id = :person order by q.id desc", PayQuestion.class).setParameter("person", personId)
				.getResultList();
	}

	List<PayAdjustment> adjustments(long personId, YearMonth month) {
		return em.createQuery("select a from PayAdjustment a join fetch a.person where a.person.id = :person and a.month <= :month order by a.id", PayAdjustment.class)
				.setParameter("person", personId).setParameter("month", month.atDay(1)).getResultList();
	}

	List<PayAdjustment> waitingAdjustments() {
		return em.createQuery("select a from PayAdjustment a join fetch a.person where a.status = org.headcoach.compensation.PayAdjustment.Status.WAITING order by a.id", PayAdjustment.class)
				.getResultList();
	}

	/** In force: on all of the person's pay or on deals. */
	List<PayHold> holds(long personId) {
		return em.createQuery("select h from PayHold h left join fetch h.person where h.releasedAt is null order by h.id", PayHold.class).getResultStream()
				.filter(hold -> hold.person() == null || hold.person().id() == personId).toList();
	}

	Map<Long, PlanVersion> versions(Collection<Long> ids) {
		return ids.isEmpty() ? Map.of()
				: em.createQuery("select v from PlanVersion v join fetch v.plan where v.id in :ids", PlanVersion.class).setParameter("ids", ids).getResultStream()
						.collect(Collectors.toMap(PlanVersion::id, version -> version));
	}

	/** Versions that lines booked in these months rest on. */
	List<Long> versionIds(long personId, YearMonth month, YearMonth other) {
		var ids = new ArrayList<Long>();
		em.createNativeQuery("select distinct version_id from posting where person_id = ? and booked_in in (?, ?)").setParameter(1, personId)
				.setParameter(2, Date.valueOf(month.atDay(1))).setParameter(3, Date.valueOf(other.atDay(1))).getResultList().forEach(id -> ids.add(((Number) id).longValue()));
		return ids;
	}
}
