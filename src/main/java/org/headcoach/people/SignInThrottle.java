package org.headcoach.people;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How long a sign-in has to wait after failures. The same for names that exist and names that do not.
 * <ul>
 * <li>Per account: from the fifth failure within an hour without a success between, the next try waits one minute,
 * and twice as long after each further failure: 1, 2, 4, 8, then 15 minutes.</li>
 * <li>Per address: after thirty failures within fifteen minutes, until fewer than thirty lie within fifteen minutes.</li>
 * </ul>
 */
public final class SignInThrottle {

	static final int ACCOUNT_FAILURES = 5;
	static final Duration ACCOUNT_WINDOW = Duration.ofHours(1);
	static final Duration FIRST_WAIT = Duration.ofMinutes(1);
	static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
	static final int ADDRESS_FAILURES = 30;
	static final Duration ADDRESS_WINDOW = Duration.ofMinutes(15);

	private SignInThrottle() {
	}

	/**
	 * When the next try is let through; empty when it is now.
	 *
	 * @param ofAccount failures since the account's last success, newest first
	 * @param ofAddress failures from the address, newest first
	 */
	public static Optional<Instant> waitUntil(List<Instant> ofAccount, List<Instant> ofAddress, Instant now) {
		var account = accountWait(ofAccount, now);
		var address = addressWait(ofAddress);
		var until = account.isAfter(address) ? account : address;
		return until.isAfter(now) ? Optional.of(until) : Optional.empty();
	}

	private static Instant accountWait(List<Instant> failures, Instant now) {
		var recent = failures.stream().filter(at -> at.isAfter(now.minus(ACCOUNT_WINDOW))).toList();
		if (recent.size() < ACCOUNT_FAILURES) {
			return Instant.MIN;
		}
		var doublings = Math.min(recent.size() - ACCOUNT_FAILURES, 10);
		var wait = FIRST_WAIT.multipliedBy(1L << doublings);
		return recent.get(0).plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
	}

	private static Instant addressWait(List<Instant> failures) {
		return failures.size() < ADDRESS_FAILURES ? Instant.MIN : failures.get(ADDRESS_FAILURES - 1).plus(ADDRESS_WINDOW);
	}
}
