package org.headcoach.pipeline;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

import org.headcoach.shared.Columns;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/**
 * Deals and activities as pay needs them: with who shares them, what the customer has paid and when it left. Each method is four statements
 * at most, however many deals it finds. It asks for no right: callers pass people whom their account may see, or work for everybody.
 */
@ApplicationScoped
@Transactional
public class SoldDeals {

	/**
	 * A deal with all that was told about it.
	 *
	 * @param sourceId the CRM it stands in; {@code externalId} is its id there
	 * @param ownerId null when it belongs to nobody of the sales line
	 * @param state OPEN, WON or LOST
	 * @param closedOn null while it is open
	 * @param margin in {@code currency}, as are amount and MRR; below 0 where the deal costs more than it brings
	 * @param units seats, licences or whatever is sold by number
	 * @param probability per cent, of an open deal only
	 * @param splits empty when the owner has it alone; those that divide it first, then overlays
	 * @param payments in the order in which they came
	 * @param cancelledOn the first day on which it was cancelled; null while the customer stays
	 */
	public record SoldDeal(long id, long sourceId, String externalId, String name, String customer, Long ownerId, String state, LocalDate createdOn, LocalDate closedOn,
			BigDecimal amount, BigDecimal mrr, BigDecimal margin, BigDecimal units, String currency, Integer prepaidMonths, BigDecimal probability, List<Split> splits,
			List<Payment> payments, LocalDate cancelledOn, String cancelReason) implements Serializable {

		public SoldDeal {
			splits = List.copyOf(splits);
			payments = List.copyOf(payments);
		}
	}

	/**
	 * A part of a deal.
	 *
	 * @param personId {@link #NOBODY} when it belongs to somebody outside the sales line: nobody is paid for it, but it counts when shares are added up
	 * @param share per cent
	 * @param overlay it comes on top of the deal and takes nothing from the others
	 */
	public record Split(long personId, BigDecimal share, boolean overlay) implements Serializable {

		public static final long NOBODY = 0;
	}

	/**
	 * What a customer paid for a deal.
	 *
	 * @param invoicedOn null when nobody said so
	 * @param monthsCovered where the payment does not say so, the months that the deal prepays, else one
	 */
	public record Payment(String externalId, LocalDate paidOn, LocalDate invoicedOn, BigDecimal amount, String currency, int monthsCovered) implements Serializable {
	}

	/** An activity that somebody did. */
	public record Done(long id, String externalId, long ownerId, LocalDate on, String outcome) implements Serializable {
	}

	/** A cancellation of a deal. */
	private record Left(LocalDate on, String externalId, String reason) {
	}

	// orders are made here and not by the database, which would sort texts in the order of its language
	private static final Comparator<Split> IN_ORDER = Comparator.comparing(Split::overlay).thenComparing(Split::personId).thenComparing(Split::share);
	private static final Comparator<Payment> AS_THEY_CAME = Comparator.comparing(Payment::paidOn).thenComparing(Payment::externalId);
	private static final Comparator<Left> FIRST = Comparator.comparing(Left::on).thenComparing(Left::externalId);

	@PersistenceContext
	private EntityManager em;

	/**
	 * Won deals that one of these people owns or shares, by the day on which they were closed, then by id.
	 *
	 * @param people null for everybody
	 * @param from the first day
	 * @param until the last day, included
	 */
	public List<SoldDeal> won(Collection<Long> people, LocalDate from, LocalDate until) {
		return read(of(people, "o.state = 'WON' and o.closed_on between " + day(from) + " and " + day(until)), "d.closed_on, d.id");
	}

	/**
	 * Open deals that one of these people owns or shares, by the day on which they were created, then by id.
	 *
	 * @param people null for everybody
	 */
	public List<SoldDeal> open(Collection<Long> people) {
		return read(of(people, "o.state = 'OPEN'"), "d.created_on, d.id");
	}

	/** One deal, in whatever state; empty when there is none. */
	public Optional<SoldDeal> of(long id) {
		return read(of(null, "o.id = " + id), "d.id").stream().findFirst();
	}

	/**
	 * Activities of one type, by day, then by id.
	 *
	 * @param people null for everybody
	 * @param type as the import knows it, such as DEMO
	 * @param from the first day
	 * @param until the last day, included
	 */
	public List<Done> activities(Collection<Long> people, String type, LocalDate from, LocalDate until) {
		if (people != null && people.isEmpty()) {
			return List.of();
		}
		var query = em.createNativeQuery("select a.id, a.external_id, a.owner_id, a.happened_on, a.outcome from activity a where a.owner_id "
				+ (people == null ? "is not null" : in(people)) + " and a.type = ? and a.happened_on between " + day(from) + " and " + day(until)
				+ " order by a.happened_on, a.id").setParameter(1, type);
		var found = new ArrayList<Done>();
		for (var each : query.getResultList()) {
			var row = (Object[]) each;
			found.add(new Done(number(row[0]), (String) row[1], number(row[2]), Columns.day(row[3]), (String) row[4]));
		}
		return found;
	}

	/** The query for the ids of deals {@code o}; two halves, so that each finds its index. Empty when nobody is asked for. */
	private static Optional<String> of(Collection<Long> people, String which) {
		if (people == null) {
			return Optional.of("select o.id from deal o where " + which);
		}
		return people.isEmpty() ? Optional.empty() : Optional.of("select o.id from deal o where o.owner_id " + in(people) + " and " + which
				+ " union select o.id from deal_split p join deal o on o.source_id = p.source_id and o.external_id = p.deal_external_id where p.owner_id " + in(people) + " and " + which);
	}

	private List<SoldDeal> read(Optional<String> ids, String order) {
		if (ids.isEmpty()) {
			return List.of();
		}
		var wanted = " from (" + ids.get() + ") w join deal d on d.id = w.id";
		var ofDeal = ".source_id = d.source_id and %1$s.deal_external_id = d.external_id";
		var deals = rows("select d.id, d.source_id, d.external_id, d.name, d.customer, d.owner_id, d.state, d.created_on, d.closed_on, d.amount, d.mrr, d.margin, d.units,"
				+ " d.currency, d.prepaid_months, d.probability" + wanted + " order by " + order);
		if (deals.isEmpty()) {
			return List.of();
		}
		var splits = splits(wanted + " join deal_split s on s" + ofDeal.formatted("s"));
		var payments = payments(wanted + " join payment p on p" + ofDeal.formatted("p"));
		var left = left(wanted + " join cancellation c on c" + ofDeal.formatted("c"));
		var found = new ArrayList<SoldDeal>(deals.size());
		for (var row : deals) {
			var id = number(row[0]);
			var gone = left.get(id);
			found.add(new SoldDeal(id, number(row[1]), (String) row[2], (String) row[3], (String) row[4], row[5] == null ? null : number(row[5]), (String) row[6], Columns.day(row[7]),
					Columns.day(row[8]), plain(row[9]), plain(row[10]), plain(row[11]), plain(row[12]), (String) row[13], (Integer) row[14],
					row[6].equals("OPEN") ? plain(row[15]) : null,
					splits.getOrDefault(id, List.of()), payments.getOrDefault(id, List.of()), gone == null ? null : gone.on(), gone == null ? null : gone.reason()));
		}
		return found;
	}

	private Map<Long, List<Split>> splits(String from) {
		var found = new HashMap<Long, List<Split>>();
		for (var row : rows("select d.id, s.owner_id, s.share, s.overlay" + from)) {
			found.computeIfAbsent(number(row[0]), id -> new ArrayList<>()).add(new Split(row[1] == null ? Split.NOBODY : number(row[1]), plain(row[2]), (Boolean) row[3]));
		}
		found.values().forEach(ofDeal -> ofDeal.sort(IN_ORDER));
		return found;
	}

	private Map<Long, List<Payment>> payments(String from) {
		var found = new HashMap<Long, List<Payment>>();
		for (var row : rows("select d.id, p.external_id, p.paid_on, p.invoiced_on, p.amount, p.currency, coalesce(p.months_covered, d.prepaid_months, 1)" + from)) {
			found.computeIfAbsent(number(row[0]), id -> new ArrayList<>())
					.add(new Payment((String) row[1], Columns.day(row[2]), Columns.day(row[3]), plain(row[4]), (String) row[5], ((Number) row[6]).intValue()));
		}
		found.values().forEach(ofDeal -> ofDeal.sort(AS_THEY_CAME));
		return found;
	}

	private Map<Long, Left> left(String from) {
		var found = new HashMap<Long, Left>();
		for (var row : rows("select d.id, c.cancelled_on, c.external_id, c.reason" + from)) {
			found.merge(number(row[0]), new Left(Columns.day(row[1]), (String) row[2], (String) row[3]), BinaryOperator.minBy(FIRST));
		}
		return found;
	}

	@SuppressWarnings("unchecked")
	private List<Object[]> rows(String sql) {
		return em.createNativeQuery(sql).getResultList();
	}

	private static String in(Collection<Long> people) {
		return people.stream().distinct().sorted().map(String::valueOf).collect(Collectors.joining(", ", "in (", ")"));
	}

	private static String day(LocalDate day) {
		return "date '" + day + "'";
	}

	private static long number(Object value) {
		return ((Number) value).longValue();
	}

	/** Without the zeros that a column adds, so that equal numbers are equal on every database. */
	private static BigDecimal plain(Object value) {
		return value == null ? null : Quantities.plain((BigDecimal) value);
	}
}
