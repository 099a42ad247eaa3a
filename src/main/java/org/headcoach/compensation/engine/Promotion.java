package org.headcoach.compensation.engine;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What has to be reached, all of it, to move on to the plan of the next level. Time in the job is no reason.
 *
 * @param to the next level's name
 * @param installedBase MRR of the customers that somebody won and that are still there, in the plan's currency
 * @param averageNewMrr MRR won in a month, on average
 * @param averagePrepaid months that customers pay in advance, on average
 */
public record Promotion(String to, BigDecimal installedBase, BigDecimal averageNewMrr, BigDecimal averagePrepaid) implements Serializable {

	/** What has to be reached. */
	public enum Figure {
		INSTALLED_BASE, AVERAGE_NEW_MRR, AVERAGE_PREPAID
	}

	/** Whether who has reached these three moves on; a figure that is not known (null) is not reached. */
	public boolean isDue(BigDecimal installedBase, BigDecimal averageNewMrr, BigDecimal averagePrepaid) {
		return missing(installedBase, averageNewMrr, averagePrepaid).isEmpty();
	}

	/** Which of these three are not reached. */
	public List<Figure> missing(BigDecimal installedBase, BigDecimal averageNewMrr, BigDecimal averagePrepaid) {
		var missing = new ArrayList<Figure>();
		if (!isReached(installedBase, this.installedBase)) {
			missing.add(Figure.INSTALLED_BASE);
		}
		if (!isReached(averageNewMrr, this.averageNewMrr)) {
			missing.add(Figure.AVERAGE_NEW_MRR);
		}
		if (!isReached(averagePrepaid, this.averagePrepaid)) {
			missing.add(Figure.AVERAGE_PREPAID);
		}
		return missing;
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
