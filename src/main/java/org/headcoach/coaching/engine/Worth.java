package org.headcoach.coaching.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What it would bring if a rep reached the peer median on one metric while everything else stayed as the rep does it. All "own" figures are the
 * shrunk estimates, so that one lucky month or a step without a success yet does not decide.
 */
final class Worth {

	private final Funnel funnel;
	private final List<RepFigures> reps;
	private final Map<Metric, MetricComparison> comparisons;
	private final double workingDaysPerMonth;

	Worth(Funnel funnel, List<RepFigures> reps, Map<Metric, MetricComparison> comparisons) {
		this.funnel = funnel;
		this.reps = reps;
		this.comparisons = comparisons;
		// A full month is what the rep with the most working days had: newcomers and leavers are valued as if there all month.
		this.workingDaysPerMonth = reps.stream().flatMap(rep -> rep.months().stream().map(RepMonth::month)).distinct()
				.mapToInt(month -> reps.stream().flatMap(rep -> rep.months().stream()).filter(m -> m.month().equals(month)).mapToInt(RepMonth::workingDays).max().orElse(0))
				.average().orElse(0);
	}

	/** Suggestions for a rep, the most worthwhile first. */
	List<Suggestion> suggestions(int rep, List<Finding> findings) {
		List<Suggestion> suggestions = new ArrayList<>();
		for (Finding finding : findings) {
			if (finding.worse()) {
				suggestions.add(suggestion(rep, finding));
			}
		}
		suggestions.sort(Comparator.comparingDouble(Suggestion::rank).reversed().thenComparing(s -> s.metric().code()));
		return List.copyOf(suggestions);
	}

	private Suggestion suggestion(int rep, Finding finding) {
		double worth = extraCustomers(rep, finding);
		double revenue = extraRevenue(rep, finding, worth);
		// Where nothing is counted at another step, nobody can say what this one brings: it stands last.
		double customers = Double.isFinite(worth) ? worth : 0;
		BigDecimal mrr = Double.isFinite(revenue) ? BigDecimal.valueOf(revenue).setScale(2, RoundingMode.HALF_EVEN) : null;
		double probability = finding.probabilityWorse();
		Sentence sentence = Sentence.of("coaching.diagnosis.text." + finding.metric().kind().name().toLowerCase(Locale.ROOT),
				finding.metric().step(), finding.metric().next(), finding.count(), finding.n(), finding.plain(), finding.estimate(),
				finding.interval().low(), finding.interval().high(), finding.peerMedian(), finding.peers(), probability, customers, mrr);
		return new Suggestion(finding, customers, mrr, probability, (mrr == null ? customers : revenue) * probability, sentence);
	}

	private double extraCustomers(int rep, Finding finding) {
		double change = finding.peerMedian() - finding.estimate();
		return switch (finding.metric().kind()) {
			case VOLUME -> change * workingDaysPerMonth * customersPerLead(rep);
			case CONVERSION -> change * reachingPerMonth(rep, finding) * customersPerNext(rep, finding.metric());
			case CHURN -> -change * openingCustomersPerMonth(rep);
			case MRR_PER_CUSTOMER, DAYS_TO_CLOSE, DISCOUNT -> 0;
		};
	}

	private double extraRevenue(int rep, Finding finding, double extraCustomers) {
		double perCustomer = comparisons.get(Metric.of(MetricKind.MRR_PER_CUSTOMER)).estimate(rep);
		return switch (finding.metric().kind()) {
			case VOLUME, CONVERSION, CHURN -> extraCustomers * perCustomer;
			case MRR_PER_CUSTOMER -> customersPerMonth(rep) * (finding.peerMedian() - finding.estimate());
			// The same customers at the list price less the peers' discount instead of the own.
			case DISCOUNT -> customersPerMonth(rep) * perCustomer * ((1 - finding.peerMedian()) / (1 - finding.estimate()) - 1);
			// Closing sooner brings the same customers earlier; it has no monthly worth of its own and stands last.
			case DAYS_TO_CLOSE -> 0;
		};
	}

	private double customersPerMonth(int rep) {
		return leadsPerMonth(rep) * customersPerLead(rep);
	}

	private double leadsPerMonth(int rep) {
		return comparisons.get(funnel.volume()).estimate(rep) * workingDaysPerMonth;
	}

	/** The rep's conversions multiplied. */
	private double customersPerLead(int rep) {
		double product = 1;
		for (Metric conversion : funnel.conversions()) {
			product *= comparisons.get(conversion).estimate(rep);
		}
		return product;
	}

	/** How many a month reach the step that a conversion starts from; where no leads are counted, those that did reach it. */
	private double reachingPerMonth(int rep, Finding finding) {
		double reaching = leadsPerMonth(rep);
		for (Metric conversion : funnel.conversions()) {
			if (conversion.equals(finding.metric())) {
				break;
			}
			reaching *= comparisons.get(conversion).estimate(rep);
		}
		return Double.isFinite(reaching) ? reaching : (double) finding.n() / reps.get(rep).months().size();
	}

	/** Customers for each one that passed a conversion: the conversions after it multiplied. */
	private double customersPerNext(int rep, Metric passed) {
		double product = 1;
		for (Metric conversion : funnel.conversions()) {
			product = conversion.equals(passed) ? 1 : product * comparisons.get(conversion).estimate(rep);
		}
		return product;
	}

	private double openingCustomersPerMonth(int rep) {
		return reps.get(rep).months().stream().filter(m -> m.openingCustomers() > 0).mapToLong(RepMonth::openingCustomers).average().orElse(0);
	}
}
