package org.headcoach.training;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * What everybody holds, as this node has last worked it out for a day. Certificates are only ever added and taken back, so how many there are, the last of each and when it was taken back tell whether any has been since; that is
 * asked of the database each time, and another node's changes are seen at once.
 */
@ApplicationScoped
class HoldingsKept {

	private record Kept(Object of, Map<Long, Map<Long, Holding>> holdings) {
	}

	private record Question(Certifications.Stamp stamp, LocalDate day, ZoneId zone) {
	}

	@Inject
	private Certifications certifications;

	private volatile Kept kept;

	/** By person and certification. */
	Map<Long, Map<Long, Holding>> everybody(LocalDate day, ZoneId zone) {
		var question = new Question(certifications.stamp(), day, zone);
		var found = kept;
		if (found == null || !found.of().equals(question)) {
			found = new Kept(question, Holding.on(day, zone, certifications.certificates()));
			kept = found;
		}
		return found.holdings();
	}
}
