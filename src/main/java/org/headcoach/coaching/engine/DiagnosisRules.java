package org.headcoach.coaching.engine;

import java.io.Serializable;

/**
 * The numbers by which verdicts are given. The standard ones are explained, with their reasons, on the page about statistics.
 *
 * @param certain posterior probability from which a rep is called below or above, 0.95
 * @param perhaps posterior probability from which a rep is called perhaps below or perhaps above, 0.80
 * @param minimumPeers comparable peers with data, the rep not counted, 5
 * @param material smallest difference that matters, as a share of the peer median, 0.05
 * @param tooWide factor: an interval that reaches below median/factor and above median*factor (rates: by odds) says nothing, 2
 * @param minimumTrials for a conversion, 10
 * @param minimumWorkingDays for a volume, 10
 * @param minimumDeals for MRR per customer, days to close, discount, 5
 * @param minimumCustomerMonths for churn, 30 (ten customers over three months)
 */
public record DiagnosisRules(double certain, double perhaps, int minimumPeers, double material, double tooWide, int minimumTrials,
		int minimumWorkingDays, int minimumDeals, int minimumCustomerMonths) implements Serializable {

	public DiagnosisRules {
		if (!(perhaps > 0.5 && perhaps <= certain && certain < 1 && minimumPeers >= 2 && material >= 0 && tooWide > 1)) {
			throw new IllegalArgumentException("certain " + certain + ", perhaps " + perhaps + ", peers " + minimumPeers + ", material " + material + ", too wide " + tooWide);
		}
	}

	public static DiagnosisRules standard() {
		return new DiagnosisRules(0.95, 0.80, 5, 0.05, 2, 10, 10, 5, 30);
	}

	/** The level of the printed interval: wholly below the peer median exactly when the probability of being below is at least {@code certain}. */
	public double intervalLevel() {
		return 2 * certain - 1;
	}

	/** The least n on which a verdict about such a metric may rest. */
	public int minimumFor(MetricKind kind) {
		return switch (kind) {
			case VOLUME -> minimumWorkingDays;
			case CONVERSION -> minimumTrials;
			case MRR_PER_CUSTOMER, DAYS_TO_CLOSE, DISCOUNT -> minimumDeals;
			case CHURN -> minimumCustomerMonths;
		};
	}
}
