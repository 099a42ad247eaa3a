package org.headcoach.training;

import java.util.logging.Level;
import java.util.logging.Logger;

import org.headcoach.people.Background;
import org.headcoach.people.PeopleService;
import org.headcoach.shared.OwnTransaction;
import org.headcoach.training.engine.Validity;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** Tells that certificates end: early, in the last week and once they have. Whoever sends it sends each word once, so it may be told again. */
@ApplicationScoped
class ExpiryWatch {

	private static final Logger LOG = Logger.getLogger(ExpiryWatch.class.getName());

	/** The longest time for renewal there is. */
	private static final int EARLIEST = 365;

	@Inject
	private Certifications certifications;

	@Inject
	private PeopleService people;

	@Inject
	private OwnTransaction transaction;

	@Inject
	private Background work;

	@Inject
	private Event<CertificateEnds> ends;

	/** Returns how many certificates were told about. */
	int tell() {
		return work.asSystem(() -> people.findCompany().isEmpty() ? 0 : tellInOne());
	}

	private int tellInOne() {
		try {
			return transaction.run(this::tellDue);
		} catch (Exception e) {
			// the next hour tells it again
			LOG.log(Level.SEVERE, e, () -> "Nobody was told about certificates that end");
			return 0;
		}
	}

	int tellDue() {
		var today = people.today();
		var holdings = Holding.on(today, people.company().zone(), certifications.certificates());
		int told = 0;
		for (var certificate : certifications.endingBetween(today.minusMonths(1), today.plusDays(EARLIEST))) {
			var due = Validity.due(certificate.lastDay(), certificate.renewalDays(), today);
			var latest = Holding.find(holdings, certificate.person().id(), certificate.certificationId());
			if (due.isEmpty() || !certificate.person().worksOn(today) || latest.isEmpty() || latest.get().certificateId() != certificate.id()) {
				continue;
			}
			ends.fire(new CertificateEnds(certificate.id(), certificate.person().id(), certificate.holder(), certificate.title(), certificate.lastDay(), due.get(due.size() - 1)));
			told++;
		}
		return told;
	}

	/** Days alone end a certificate. */
	@Singleton
	@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
	public static class ExpiryClock {

		@Inject
		private ExpiryWatch watch;

		@Schedule(hour = "*", minute = "11", persistent = false)
		public void everyHour() {
			try {
				watch.tell();
			} catch (RuntimeException e) {
				// a timer that fails twice would never come again
				LOG.log(Level.SEVERE, e, () -> "Certificates that end were not looked for");
			}
		}
	}
}
