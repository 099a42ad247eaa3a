package org.headcoach.pipeline;

import static org.headcoach.pipeline.Quantity.*;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.headcoach.pipeline.Metric.Kind;
import org.headcoach.pipeline.Metric.Unit;

/** The catalogue: what a funnel's people are measured by, in the order in which it is shown. */
public record Metrics(Funnel funnel, List<Metric> all) implements Serializable {

	public static Metrics of(Funnel funnel) {
		var all = new ArrayList<Metric>();
		funnel.steps().forEach(step -> all.add(volume(step)));
		for (int i = 1; i < funnel.steps().size(); i++) {
			all.add(conversion(funnel.steps().get(i - 1), funnel.steps().get(i)));
		}
		if (funnel.steps().size() > 2) {
			all.add(conversion(funnel.first(), funnel.last()));
		}
		all.add(own("MRR", Kind.TOTAL, Unit.MONEY, false, MRR_WON, null));
		all.add(own("MRR_PER_CUSTOMER", Kind.AVERAGE, Unit.MONEY, false, MRR_WON, MRR_DEALS));
		all.add(own("DAYS_TO_CLOSE", Kind.AVERAGE, Unit.DAYS, true, CLOSE_DAYS, CLOSE_DEALS));
		all.add(own("DISCOUNT", Kind.AVERAGE, Unit.PER_CENT, true, DISCOUNT_SUM, DISCOUNT_DEALS));
		all.add(own("CHURN", Kind.CHURN, Unit.SHARE, true, CUSTOMERS_LOST, CUSTOMERS_HELD));
		all.add(own("MRR_LOST", Kind.TOTAL, Unit.MONEY, true, Quantity.MRR_LOST, null));
		return new Metrics(funnel, all);
	}

	public Metrics {
		all = List.copyOf(all);
	}

	public static Metric volume(Funnel.Step step) {
		return new Metric("VOLUME:" + step.code(), Kind.VOLUME, Unit.COUNT, false, step.code(), null, step, null);
	}

	/** How many of one step became another. */
	public static Metric conversion(Funnel.Step from, Funnel.Step to) {
		return new Metric("CONVERSION:" + from.code() + ":" + to.code(), Kind.CONVERSION, Unit.SHARE, false, to.code(), from.code(), to, from);
	}

	public List<Metric> of(Kind kind) {
		return all.stream().filter(metric -> metric.kind() == kind).toList();
	}

	public Optional<Metric> find(String code) {
		return all.stream().filter(metric -> metric.code().equals(code)).findFirst();
	}

	private static Metric own(String code, Kind kind, Unit unit, boolean lowerIsBetter, Quantity top, Quantity bottom) {
		return new Metric(code, kind, unit, lowerIsBetter, top.name(), bottom == null ? null : bottom.name(), null, null);
	}
}
