package org.headcoach.compensation.engine;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * What has to be reached, all of it, to move on to the plan of the next level. Time in the job is no reason.
 *
 * @param to the next level's name
 * @param installedBase MRR of the customers that somebody won and that are still there, in the plan's currency
 * @param averageNewMrr MRR won in a month, on average
 * @param averagePrepaid months that customers pay in advance, on average
 */
public record Promotion(String to, BigDecimal installedBase, BigDecimal averageNewMrr, BigDecimal averagePrepaid) implements Serializable {

	/** Whether who has reached these three moves on; a figure that is not known (null) is not reached. */
	public boolean isDue(BigDecimal installedBase, BigDecimal averageNewMrr, BigDecimal averagePrepaid) {
		return isReached(installedBase, this.installedBase) && isReached(averageNewMrr, this.averageNewMrr) && isReached(averagePrepaid, this.averagePrepaid);
	}

	private static boolean isReached(BigDecimal figure, BigDecimal least) {
		return figure != null && figure.compareTo(least) >= 0;
	}

	/** Whether a level follows and something has to be reached for it. */
	boolean isComplete() {
		return to != null && !to.isBlank() && installedBase.signum() >= 0 && averageNewMrr.signum() >= 0 && averagePrepaid.signum() >= 0
				&& installedBase.signum() + averageNewMrr.signum() + averagePrepaid.signum() > 0;
	}
}
