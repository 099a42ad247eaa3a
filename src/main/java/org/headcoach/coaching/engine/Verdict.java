package org.headcoach.coaching.engine;

/** How a rep stands against comparable peers on one metric. "Below" means a smaller figure; whether that is good the metric says. */
public enum Verdict {

	BELOW, PERHAPS_BELOW, IN_LINE, PERHAPS_ABOVE, ABOVE, NOT_ENOUGH_DATA;

	/**
	 * The verdict of a difference, once there is enough data to give one.
	 *
	 * @param below probability that the true figure lies below the peer median
	 * @param above probability that it lies above
	 * @param material whether the difference is large enough to matter at all
	 */
	static Verdict of(double below, double above, boolean material, DiagnosisRules rules) {
		if (!material) {
			return IN_LINE;
		}
		if (below >= rules.certain()) {
			return BELOW;
		}
		if (above >= rules.certain()) {
			return ABOVE;
		}
		if (below >= rules.perhaps()) {
			return PERHAPS_BELOW;
		}
		return above >= rules.perhaps() ? PERHAPS_ABOVE : IN_LINE;
	}

	public boolean isBelow() {
		return this == BELOW || this == PERHAPS_BELOW;
	}

	public boolean isAbove() {
		return this == ABOVE || this == PERHAPS_ABOVE;
	}

	/** Whether the verdict is one of the two that claim a difference without "perhaps". */
	public boolean isCertain() {
		return this == BELOW || this == ABOVE;
	}
}
