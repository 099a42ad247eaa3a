package org.headcoach.coaching.engine;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.headcoach.shared.statistics.Draws;

/** Reps for tests: figures of a quarter, given as totals and spread evenly over its three months, or drawn from known true rates. */
public final class Reps {

	public static final Funnel FUNNEL = new Funnel(List.of("leads_worked", "connects", "discovery_calls", "demos", "customers"));
	public static final Metric LEADS = Metric.volume("leads_worked");
	public static final Metric CONNECT = Metric.conversion("leads_worked", "connects");
	public static final Metric DISCOVERY = Metric.conversion("connects", "discovery_calls");
	public static final Metric DEMO = Metric.conversion("discovery_calls", "demos");
	public static final Metric CLOSE = Metric.conversion("demos", "customers");
	public static final Metric MRR = Metric.of(MetricKind.MRR_PER_CUSTOMER);
	public static final Metric CHURN = Metric.of(MetricKind.CHURN);
	static final YearMonth FIRST = YearMonth.of(2026, 8);

	private Reps() {
	}

	/** 60 working days, no customers yet, one deal of 500 a month per customer won. */
	static RepFigures aRepWith(long personId, long... volumes) {
		return new RepFigures(personId, months(60, 0, 0, volumes), dealsOf((int) volumes[volumes.length - 1], "500"));
	}

	static List<RepMonth> months(int workingDays, long openingCustomersEach, long lost, long... volumes) {
		List<RepMonth> months = new ArrayList<>();
		for (int month = 0; month < 3; month++) {
			List<Long> ofMonth = new ArrayList<>();
			for (long volume : volumes) {
				ofMonth.add(third(volume, month));
			}
			months.add(new RepMonth(FIRST.plusMonths(month), (int) third(workingDays, month), ofMonth, openingCustomersEach, third(lost, month)));
		}
		return months;
	}

	static List<WonDeal> dealsOf(int count, String mrr) {
		return Collections.nCopies(count, new WonDeal(new BigDecimal(mrr), 30, new BigDecimal("0.10")));
	}

	/** A rep drawn from true figures; the three months are drawn apart. */
	public static RepFigures drawn(Random random, long personId, double leadsPerDay, double... rates) {
		List<RepMonth> months = new ArrayList<>();
		List<WonDeal> deals = new ArrayList<>();
		for (int month = 0; month < 3; month++) {
			List<Long> volumes = new ArrayList<>();
			long volume = Draws.poisson(random, leadsPerDay * 20);
			volumes.add(volume);
			for (double rate : rates) {
				volume = Draws.binomial(random, (int) volume, rate);
				volumes.add(volume);
			}
			for (int deal = 0; deal < volume; deal++) {
				deals.add(new WonDeal(BigDecimal.valueOf(Math.round(500 * Math.exp(0.5 * random.nextGaussian()))), 5 + random.nextInt(60),
						BigDecimal.valueOf(random.nextInt(4) * 5L, 2)));
			}
			months.add(new RepMonth(FIRST.plusMonths(month), 20, volumes, 40, Draws.binomial(random, 40, 0.03)));
		}
		return new RepFigures(personId, months, deals);
	}

	private static long third(long total, int month) {
		return total / 3 + (month < total % 3 ? 1 : 0);
	}

	/** The same deals, each for so many times the money. */
	static RepFigures withAmountsTimes(double factor, RepFigures rep) {
		Observation.Sample mrr = rep.mrr();
		return new RepFigures(rep.personId(), rep.months(), new Observation.Sample(mrr.n(), mrr.average() * factor, mrr.centre() + Math.log(factor), mrr.squares()),
				rep.daysToClose(), rep.discount());
	}
}
