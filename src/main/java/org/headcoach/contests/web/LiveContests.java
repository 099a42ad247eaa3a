package org.headcoach.contests.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.headcoach.contests.ContestChanged;
import org.headcoach.contests.ContestService;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;

/**
 * Tells open pages that standings have moved. Nothing but that is sent: a page then fetches itself, with the rights that its reader has at that moment. What another
 * node has counted is noticed by the number of the count, which is asked for every two seconds while anybody listens.
 */
@ApplicationScoped
public class LiveContests {

	private static final byte[] MOVED = "event: moved\ndata: 1\n\n".getBytes(StandardCharsets.UTF_8);
	private static final byte[] ALIVE = ": alive\n\n".getBytes(StandardCharsets.UTF_8);

	/** Heartbeats show which listeners are gone. */
	private static final int ROUNDS_BETWEEN_HEARTBEATS = 10;

	@Inject
	private ContestService contests;

	private final Map<Long, Set<AsyncContext>> listeners = new ConcurrentHashMap<>();
	private final Map<Long, Long> counts = new ConcurrentHashMap<>();
	private int round;

	/** Goes on until the listener or the container ends it. */
	void add(long contestId, AsyncContext listener) {
		counts.computeIfAbsent(contestId, id -> contests.countNos(Set.of(id)).getOrDefault(id, 0L));
		listeners.computeIfAbsent(contestId, id -> ConcurrentHashMap.newKeySet()).add(listener);
		send(contestId, listener, ALIVE);
	}

	void remove(long contestId, AsyncContext listener) {
		listeners.computeIfPresent(contestId, (id, all) -> {
			all.remove(listener);
			return all.isEmpty() ? null : all;
		});
		if (!listeners.containsKey(contestId)) {
			counts.remove(contestId);
		}
	}

	/** How many pages listen on this node. */
	int size() {
		return listeners.values().stream().mapToInt(Set::size).sum();
	}

	void changed(@Observes ContestChanged event) {
		if (listeners.containsKey(event.contestId())) {
			look();
		}
	}

	/** Tells the listeners of contests whose counts are others than before. */
	synchronized void look() {
		contests.countNos(Set.copyOf(listeners.keySet())).forEach((id, now) -> {
			var before = counts.put(id, now);
			if (before != null && !before.equals(now)) {
				sendAll(id, MOVED);
			}
		});
	}

	private void everyTwoSeconds() {
		if (listeners.isEmpty()) {
			return;
		}
		look();
		if (++round % ROUNDS_BETWEEN_HEARTBEATS == 0) {
			listeners.keySet().forEach(id -> sendAll(id, ALIVE));
		}
	}

	private void sendAll(long contestId, byte[] words) {
		listeners.getOrDefault(contestId, Set.of()).forEach(listener -> send(contestId, listener, words));
	}

	private void send(long contestId, AsyncContext listener, byte[] words) {
		try {
			// two threads may have something to say
			synchronized (listener) {
				var out = listener.getResponse().getOutputStream();
				out.write(words);
				out.flush();
			}
		} catch (IOException | IllegalStateException gone) {
			// the page was closed: nobody is there to be told
			remove(contestId, listener);
		}
	}

	/** The clock of this node's listeners. */
	@Singleton
	public static class LiveClock {

		@Inject
		private LiveContests live;

		@Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
		@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
		public void tick() {
			live.everyTwoSeconds();
		}
	}
}
