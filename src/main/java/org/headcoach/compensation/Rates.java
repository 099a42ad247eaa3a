package org.headcoach.compensation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.headcoach.shared.Columns;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Rates of exchange as they were entered: the last one up to a day holds. */
@ApplicationScoped
class Rates {

	/** @param on the day of the rate; null where there was nothing to exchange */
	record Rate(BigDecimal rate, LocalDate on) {
		static final Rate SAME = new Rate(BigDecimal.ONE, null);
	}

	/** All rates, read at once. */
	static final class Table {

		private final Map<String, TreeMap<LocalDate, BigDecimal>> byPair = new HashMap<>();

		void put(String from, String to, LocalDate on, BigDecimal rate) {
			byPair.computeIfAbsent(from + to, pair -> new TreeMap<>()).put(on, rate);
		}

		/** The rate as it was entered, else the other way round; empty when neither is known by that day. */
		Optional<Rate> find(Currency from, Currency to, LocalDate day) {
			if (from.equals(to)) {
				return Optional.of(Rate.SAME);
			}
			var straight = last(from, to, day);
			return straight.isPresent() ? straight
					: last(to, from, day).map(rate -> new Rate(BigDecimal.ONE.divide(rate.rate(), MathContext.DECIMAL64), rate.on()));
		}

		private Optional<Rate> last(Currency from, Currency to, LocalDate day) {
			var rates = byPair.get(from.getCurrencyCode() + to.getCurrencyCode());
			return rates == null ? Optional.empty() : Optional.ofNullable(rates.floorEntry(day)).map(entry -> new Rate(entry.getValue().stripTrailingZeros(), entry.getKey()));
		}
	}

	@PersistenceContext
	private EntityManager em;

	Table all() {
		var table = new Table();
		for (var each : em.createNativeQuery("select from_currency, to_currency, on_day, rate from exchange_rate").getResultList()) {
			var row = (Object[]) each;
			table.put((String) row[0], (String) row[1], Columns.day(row[2]), (BigDecimal) row[3]);
		}
		return table;
	}
}
