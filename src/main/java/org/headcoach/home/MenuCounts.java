package org.headcoach.home;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import org.headcoach.people.Recorded;
import org.headcoach.shared.BusinessClock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/**
 * What the menu counts for each account, kept for a minute, because every page prints it. Whatever anybody changes on this node
 * writes the audit log and drops all of them at once; a change on another node, or a deadline that passes, is seen within the minute.
 */
@ApplicationScoped
class MenuCounts {

	private static final Duration KEPT = Duration.ofMinutes(1);

	/** So many accounts are active within a minute on the largest installation; beyond that the oldest answers are not worth their memory. */
	private static final int MOST = 5_000;

	private record Count(TodayService.Counts counted, Instant countedAt) {
	}

	private final Map<Long, Count> counts = new ConcurrentHashMap<>();

	/** A count that was begun before a change must not be kept after it. */
	private final AtomicLong changes = new AtomicLong();

	@Inject
	private BusinessClock clock;

	TodayService.Counts of(Long accountId, Supplier<TodayService.Counts> counting) {
		var now = clock.now();
		var known = counts.get(accountId);
		if (known != null && now.isBefore(known.countedAt().plus(KEPT)) && !now.isBefore(known.countedAt())) {
			return known.counted();
		}
		var before = changes.get();
		var counted = counting.get();
		keep(accountId, counted, before);
		return counted;
	}

	/** What a page has just counted for itself. */
	void keep(Long accountId, TodayService.Counts counted, long before) {
		if (counts.size() >= MOST) {
			counts.clear();
		}
		if (before == changes.get()) {
			counts.put(accountId, new Count(counted, clock.now()));
		}
	}

	long changes() {
		return changes.get();
	}

	void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) Recorded event) {
		changes.incrementAndGet();
		counts.clear();
	}
}
