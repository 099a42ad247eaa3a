package org.headcoach.coaching.engine;

/** Did coaching work? Better and worse are meant in the metric's good and bad direction. */
public enum EffectVerdict {

	BETTER, CANNOT_TELL, WORSE, NOT_ENOUGH_DATA;

	static EffectVerdict of(double probabilityBetter, DiagnosisRules rules) {
		if (probabilityBetter >= rules.certain()) {
			return BETTER;
		}
		return 1 - probabilityBetter >= rules.certain() ? WORSE : CANNOT_TELL;
	}
}
