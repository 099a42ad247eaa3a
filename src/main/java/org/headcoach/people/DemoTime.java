package org.headcoach.people;

import java.time.Clock;
import java.time.LocalDateTime;

import org.headcoach.shared.BusinessClock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Lets the demo company's past be entered through the services as if on the days on which people would have entered it, so that every rule holds for it. */
@ApplicationScoped
public class DemoTime {

	@Inject
	private BusinessClock clock;

	@Inject
	private PeopleService people;

	/** Does the work, whatever time it lets it be, and then goes on with the time there was. */
	public void during(Runnable work) {
		var before = clock.clock();
		try {
			work.run();
		} finally {
			clock.set(before);
		}
	}

	/** Lets it be that time in the company's zone, but never later than it is. */
	public void at(LocalDateTime then) {
		var zone = people.company().zone();
		var moment = then.atZone(zone).toInstant();
		var now = Clock.systemUTC().instant();
		clock.set(Clock.fixed(moment.isAfter(now) ? now : moment, zone));
	}
}
