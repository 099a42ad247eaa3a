package org.headcoach.pipeline;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * What this node has read of the monthly figures, kept until they are counted anew: they change a few times a day and every page asks for them.
 * The count's number comes from the database with each question, so another node's count is seen at once.
 */
@ApplicationScoped
class FiguresKept {

	/** Lines of the table behind all that is kept: some tens of megabytes. What was not asked for longest goes first. */
	private static final long MOST_LINES = 300_000;

	private record Kept(Object value, long lines) {
	}

	private final Map<Object, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
	private Object count;
	private long lines;

	/** @param ofCount which count of the figures is the present one */
	synchronized <T> Optional<T> find(Object ofCount, Object question, Class<T> type) {
		if (!ofCount.equals(count)) {
			kept.clear();
			lines = 0;
			count = ofCount;
		}
		return Optional.ofNullable(kept.get(question)).map(found -> type.cast(found.value()));
	}

	/** @param ofCount the count that was asked for before the answer was read; an answer to an older one is not kept */
	synchronized void keep(Object ofCount, Object question, Object answer, long ofLines) {
		if (!ofCount.equals(count) || ofLines > MOST_LINES) {
			return;
		}
		var before = kept.put(question, new Kept(answer, ofLines));
		lines += ofLines - (before == null ? 0 : before.lines());
		for (var oldest = kept.entrySet().iterator(); lines > MOST_LINES && oldest.hasNext();) {
			lines -= oldest.next().getValue().lines();
			oldest.remove();
		}
	}
}
