package org.headcoach.pipeline;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Monthly sums of several people, teams or regions, by their id: what {@link MonthlyFigures} reads in one query. */
public final class FigureTable implements Serializable {

	private static final long serialVersionUID = 1L;

	/** One line as it is stored. {@code month} is null for what happened before the first month asked for. */
	record Line(long id, YearMonth month, String code, BigDecimal quantity) {
	}

	private final YearMonth first;
	private final YearMonth last;
	private final Map<Long, Map<YearMonth, Quantities>> sums = new TreeMap<>();

	/** Customers at the start of a month are those won in all months before, less those lost in them. */
	FigureTable(YearMonth first, YearMonth last, Iterable<Line> lines) {
		this.first = first;
		this.last = last;
		var opening = new HashMap<Long, BigDecimal>();
		var byId = new TreeMap<Long, Map<YearMonth, Map<String, BigDecimal>>>();
		for (var line : lines) {
			var months = byId.computeIfAbsent(line.id(), id -> new HashMap<>());
			if (line.month() == null) {
				opening.merge(line.id(), customers(line.code(), line.quantity()), BigDecimal::add);
			} else {
				months.computeIfAbsent(line.month(), month -> new HashMap<>()).merge(line.code(), line.quantity(), BigDecimal::add);
			}
		}
		byId.forEach((id, months) -> {
			var held = opening.getOrDefault(id, BigDecimal.ZERO);
			var all = new HashMap<YearMonth, Quantities>();
			for (var month = first; !month.isAfter(last); month = month.plusMonths(1)) {
				var codes = months.getOrDefault(month, new HashMap<>());
				var next = held;
				for (var entry : codes.entrySet()) {
					next = next.add(customers(entry.getKey(), entry.getValue()));
				}
				if (held.signum() != 0) {
					codes.put(Quantity.CUSTOMERS_HELD.name(), held);
				}
				all.put(month, new Quantities(codes));
				held = next;
			}
			sums.put(id, all);
		});
	}

	private static BigDecimal customers(String code, BigDecimal quantity) {
		if (code.equals(Quantity.DEALS_WON.name())) {
			return quantity;
		}
		return code.equals(Quantity.CUSTOMERS_LOST.name()) ? quantity.negate() : BigDecimal.ZERO;
	}

	/** The first month asked for. */
	public YearMonth first() {
		return first;
	}

	/** The last month asked for. */
	public YearMonth last() {
		return last;
	}

	/** Of whom there are figures; whoever is missing has none, which reads as 0. */
	public Set<Long> ids() {
		return Set.copyOf(sums.keySet());
	}

	/** @throws IllegalArgumentException for a month outside the range that was read */
	public Quantities in(long id, YearMonth month) {
		if (month.isBefore(first) || month.isAfter(last)) {
			throw new IllegalArgumentException(month + " was not read, only " + first + " to " + last);
		}
		return sums.getOrDefault(id, Map.of()).getOrDefault(month, Quantities.NONE);
	}

	/** The sums over several months. */
	public Quantities over(long id, YearMonth from, YearMonth to) {
		var sum = Quantities.NONE;
		for (var month = from; !month.isAfter(to); month = month.plusMonths(1)) {
			sum = sum.plus(in(id, month));
		}
		return sum;
	}

	/** The sums over all months that were read. */
	public Quantities over(long id) {
		return over(id, first, last);
	}
}
