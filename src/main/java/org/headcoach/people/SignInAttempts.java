package org.headcoach.people;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import org.headcoach.shared.BusinessClock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/**
 * Tries to sign in, in a table that all nodes share. A try is written down before its password is looked at, so any
 * number of tries at once cannot slip past the rule: each sees all that were written before it asked.
 */
@ApplicationScoped
@Transactional
class SignInAttempts {

	/** OPEN counts as a failure until it is known better; REFUSED was never compared, so it does not count. */
	enum Outcome {
		OPEN, SUCCEEDED, REFUSED
	}

	/** Older tries decide nothing any more. */
	private static final Duration KEPT = Duration.ofDays(1);

	@PersistenceContext
	private EntityManager em;

	@Inject
	private BusinessClock clock;

	/** Writes a try down and returns its number. */
	Long begin(String accountKey, String address) {
		var attempt = new SignInAttempt(accountKey, address, clock.now());
		em.persist(attempt);
		em.flush();
		return attempt.id();
	}

	/** Until when this try has to wait because of the other ones; empty when it may go on. */
	Optional<Instant> waitUntil(Long attemptId, String accountKey, String address) {
		var now = clock.now();
		var lastSuccess = em.createQuery("""
				select max(a.attemptedAt) from SignInAttempt a
				where a.accountKey = :key and a.outcome = org.headcoach.people.SignInAttempts.Outcome.SUCCEEDED""", OffsetDateTime.class)
				.setParameter("key", accountKey).getSingleResult();
		var since = now.minus(SignInThrottle.ACCOUNT_WINDOW).atOffset(ZoneOffset.UTC);
		var ofAccount = failures("a.accountKey = :it", accountKey, lastSuccess != null && lastSuccess.isAfter(since) ? lastSuccess : since, attemptId);
		var ofAddress = failures("a.address = :it", address, now.minus(SignInThrottle.ADDRESS_WINDOW).atOffset(ZoneOffset.UTC), attemptId);
		return SignInThrottle.waitUntil(ofAccount, ofAddress, now);
	}

	private List<Instant> failures(String whose, String it, OffsetDateTime since, Long except) {
		return em.createQuery("select a.attemptedAt from SignInAttempt a where " + whose + """
				 and a.attemptedAt > :since and a.id <> :except
				and a.outcome = org.headcoach.people.SignInAttempts.Outcome.OPEN order by a.attemptedAt desc""", OffsetDateTime.class)
				.setParameter("it", it).setParameter("since", since).setParameter("except", except)
				.setMaxResults(SignInThrottle.ADDRESS_FAILURES + 10).getResultStream().map(OffsetDateTime::toInstant).toList();
	}

	void end(Long attemptId, Outcome outcome) {
		em.find(SignInAttempt.class, attemptId).end(outcome);
	}

	void forgetOld() {
		em.createQuery("delete from SignInAttempt a where a.attemptedAt < :then")
				.setParameter("then", clock.now().minus(KEPT).atOffset(ZoneOffset.UTC)).executeUpdate();
	}

	/** An address as the rule counts it: whoever has one IPv6 address has its whole /64. */
	static String counted(String address) {
		if (address == null || !address.contains(":")) {
			return address == null ? "" : address;
		}
		try {
			// an address in figures: no name is looked up
			var parsed = InetAddress.getByName(address.replaceFirst("%.*", ""));
			return parsed instanceof Inet6Address ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), 8)) + "/64" : parsed.getHostAddress();
		} catch (UnknownHostException e) {
			// a server that gives another form: count the text itself
			return address.length() <= 60 ? address : address.substring(0, 60);
		}
	}
}
