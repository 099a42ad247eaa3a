package org.headcoach.pipeline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The rules of figures.md in plain Java, line by line over raw rows: what the SQL of {@link MonthRecount} must come to. */
record FiguresByHand(String companyCurrency, List<Funnel> funnels, List<MonthRecount.Held> held) {

	record Lead(String id, Long owner, LocalDate firstWorked) {
	}

	record Activity(String id, String type, Long owner, LocalDate happened, String outcome) {
	}

	record Deal(String id, Long owner, String pipeline, String stage, String state, LocalDate created, LocalDate closed, BigDecimal mrr, String currency,
			BigDecimal discount) {
	}

	record Cancellation(String id, String deal, LocalDate cancelled, BigDecimal mrr, String currency) {
	}

	record Raw(List<Lead> leads, List<Activity> activities, List<Deal> deals, List<Cancellation> cancellations) {
	}

	record Key(long person, YearMonth month, String metric, long team, long region) implements Comparable<Key> {
		@Override
		public int compareTo(Key other) {
			return toString().compareTo(other.toString());
		}
	}

	/** Sums of money and counts are exact; the logarithms that only serve the estimate of spread are left out. */
	Map<Key, BigDecimal> of(Raw raw) {
		var sums = new TreeMap<Key, BigDecimal>();
		for (var lead : raw.leads()) {
			steps(sums, lead.owner(), lead.firstWorked(), Feed.LEADS_WORKED, null, null, null);
		}
		for (var activity : raw.activities()) {
			steps(sums, activity.owner(), activity.happened(), Feed.ACTIVITY, activity.type(), activity.outcome(), null);
		}
		var won = new HashMap<String, Deal>();
		for (var deal : raw.deals()) {
			steps(sums, deal.owner(), deal.created(), Feed.DEALS_CREATED, null, null, deal);
			steps(sums, deal.owner(), deal.created(), Feed.DEALS_IN_STAGE, null, deal.stage(), deal);
			if (deal.state().equals("WON") && deal.closed() != null) {
				won.put(deal.id(), deal);
				steps(sums, deal.owner(), deal.closed(), Feed.DEALS_WON, null, null, deal);
				win(sums, deal);
			}
		}
		var first = new HashMap<String, Cancellation>();
		for (var cancellation : raw.cancellations()) {
			if (won.containsKey(cancellation.deal())) {
				first.merge(cancellation.deal(), cancellation, (a, b) -> EARLIER.compare(a, b) <= 0 ? a : b);
			}
		}
		first.values().forEach(cancellation -> loss(sums, won.get(cancellation.deal()), cancellation));
		sums.values().removeIf(quantity -> quantity.signum() == 0);
		return sums;
	}

	private static final Comparator<Cancellation> EARLIER = Comparator.comparing(Cancellation::cancelled).thenComparing(Cancellation::id);

	private void win(Map<Key, BigDecimal> sums, Deal deal) {
		add(sums, deal.owner(), deal.closed(), deal.closed(), "DEALS_WON", BigDecimal.ONE);
		if (deal.currency() != null && !deal.currency().equals(companyCurrency)) {
			add(sums, deal.owner(), deal.closed(), deal.closed(), "FOREIGN_DEALS", BigDecimal.ONE);
		} else if (deal.mrr() != null && deal.mrr().signum() > 0) {
			add(sums, deal.owner(), deal.closed(), deal.closed(), "MRR_WON", deal.mrr());
			add(sums, deal.owner(), deal.closed(), deal.closed(), "MRR_DEALS", BigDecimal.ONE);
		}
		if (deal.created() != null && !deal.created().isAfter(deal.closed())) {
			add(sums, deal.owner(), deal.closed(), deal.closed(), "CLOSE_DAYS", BigDecimal.valueOf(deal.closed().toEpochDay() - deal.created().toEpochDay()));
			add(sums, deal.owner(), deal.closed(), deal.closed(), "CLOSE_DEALS", BigDecimal.ONE);
		}
		if (deal.discount() != null) {
			add(sums, deal.owner(), deal.closed(), deal.closed(), "DISCOUNT_SUM", deal.discount());
			add(sums, deal.owner(), deal.closed(), deal.closed(), "DISCOUNT_DEALS", BigDecimal.ONE);
			add(sums, deal.owner(), deal.closed(), deal.closed(), "DISCOUNT_SQUARES", deal.discount().multiply(deal.discount()));
		}
	}

	private void loss(Map<Key, BigDecimal> sums, Deal deal, Cancellation cancellation) {
		var day = cancellation.cancelled().isBefore(deal.closed()) ? deal.closed() : cancellation.cancelled();
		add(sums, deal.owner(), day, deal.closed(), "CUSTOMERS_LOST", BigDecimal.ONE);
		var own = cancellation.mrr() != null;
		var currency = own ? cancellation.currency() : deal.currency();
		var mrr = own ? cancellation.mrr() : deal.mrr();
		if (mrr != null && (currency == null || currency.equals(companyCurrency))) {
			add(sums, deal.owner(), day, deal.closed(), "MRR_LOST", mrr);
		}
	}

	private void steps(Map<Key, BigDecimal> sums, Long owner, LocalDate day, Feed feed, String type, String outcomeOrStage, Deal deal) {
		if (owner == null || day == null) {
			return;
		}
		for (var funnel : funnels) {
			if (funnel.segment() != null && !funnel.segment().equals(place(owner, day).segment())
					|| deal != null && funnel.dealPipeline() != null && !funnel.dealPipeline().equals(deal.pipeline())) {
				continue;
			}
			for (var step : funnel.steps()) {
				if (step.fedBy() == feed && (feed != Feed.ACTIVITY || Objects.equals(step.feedValue(), type)) && step.lets(outcomeOrStage)) {
					add(sums, owner, day, day, step.code(), BigDecimal.ONE);
				}
			}
		}
	}

	private void add(Map<Key, BigDecimal> sums, Long owner, LocalDate day, LocalDate teamDay, String metric, BigDecimal quantity) {
		if (owner != null) {
			var place = place(owner, teamDay);
			sums.merge(new Key(owner, YearMonth.from(day), metric, place.teamId(), place.regionId()), quantity, BigDecimal::add);
		}
	}

	/** The latest place that began on or before the day, unless it ended before. */
	private MonthRecount.Held place(long person, LocalDate day) {
		return held.stream().filter(place -> place.personId() == person && !place.from().isAfter(day)).max(Comparator.comparing(MonthRecount.Held::from))
				.filter(place -> place.until() == null || place.until().isAfter(day))
				.map(place -> new MonthRecount.Held(person, place.from(), place.until(), place.teamId() == null ? 0 : place.teamId(),
						place.regionId() == null ? 0 : place.regionId(), place.segment()))
				.orElse(new MonthRecount.Held(person, day, null, 0L, 0L, null));
	}
}
