package org.headcoach.coaching.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/**
 * What one rep did in the window that is looked at (three months unless the company chose otherwise).
 *
 * @param months each month once; months before the start or after the leaving are left out or have 0 working days
 * @param mrr monthly recurring revenue of the deals won in these months
 * @param daysToClose days from creation to win of these deals
 * @param discount their discounts, as shares of the list price
 */
public record RepFigures(long personId, List<RepMonth> months, Observation.Sample mrr, Observation.Sample daysToClose, Observation.Sample discount) {

	public RepFigures {
		months = List.copyOf(months);
		if (new HashSet<>(months.stream().map(RepMonth::month).toList()).size() < months.size()) {
			throw new IllegalArgumentException("A month stands twice in the figures of person " + personId);
		}
	}

	/** From the deals themselves instead of their monthly sums. */
	public RepFigures(long personId, List<RepMonth> months, List<WonDeal> wonDeals) {
		this(personId, months, Observation.Sample.ofAmounts(wonDeals.stream().map(WonDeal::mrr).filter(Objects::nonNull).toList()),
				Observation.Sample.ofDays(wonDeals.stream().map(WonDeal::daysToClose).filter(Objects::nonNull).toList()),
				Observation.Sample.ofDiscounts(wonDeals.stream().map(WonDeal::discount).filter(Objects::nonNull).toList()));
	}

	/** What the window says about one metric: the same that a plan keeps as its baseline. */
	public Observation observe(Metric metric, Funnel funnel) {
		return switch (metric.kind()) {
			case VOLUME -> months.stream().map(m -> volume(m, funnel.positionOf(metric.step()))).reduce(Observation.Pace.NONE, Observation.Pace::plus);
			case CONVERSION -> months.stream().map(m -> share(m, metric, funnel)).reduce(Observation.Share.NONE, Observation.Share::plus);
			case CHURN -> months.stream().map(m -> share(m, metric, funnel)).reduce(Observation.Share.NONE, Observation.Share::plus);
			case MRR_PER_CUSTOMER -> mrr;
			case DAYS_TO_CLOSE -> daysToClose;
			case DISCOUNT -> discount;
		};
	}

	static Observation.Pace volume(RepMonth month, int position) {
		// Without a working day there is no pace: what was logged on such a month belongs to nobody's effort.
		return month.workingDays() == 0 ? Observation.Pace.NONE : new Observation.Pace(month.volumes().get(position), month.workingDays());
	}

	static Observation.Share share(RepMonth month, Metric metric, Funnel funnel) {
		return metric.kind() == MetricKind.CHURN ? new Observation.Share(month.lostCustomers(), month.openingCustomers())
				: new Observation.Share(month.volumes().get(funnel.positionOf(metric.next())), month.volumes().get(funnel.positionOf(metric.step())));
	}
}
