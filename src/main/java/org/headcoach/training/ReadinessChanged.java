package org.headcoach.training;

import java.util.Set;

/** Who may sell alone, or what somebody holds, may be another one than before. Fired in the transaction that changes it. @param personIds empty for everybody */
public record ReadinessChanged(Set<Long> personIds) {

	public ReadinessChanged {
		personIds = Set.copyOf(personIds);
	}

	/** Whether it may be anybody. */
	public boolean everybody() {
		return personIds.isEmpty();
	}
}
