package org.headcoach.people;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;

/** Every hour removes sign-in attempts, remembered sign-ins and links that are over. On two nodes the second finds nothing to do. */
@Singleton
public class Housekeeping {

	@Inject
	private SignInAttempts attempts;

	@Inject
	private Accounts accounts;

	@Schedule(hour = "*", minute = "17", persistent = false)
	void forgetWhatIsOver() {
		attempts.forgetOld();
		accounts.forgetOver();
	}
}
