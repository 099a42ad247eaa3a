package org.headcoach.compensation.engine;

import java.io.Serializable;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.headcoach.shared.Money;

/**
 * An amount that was posted, for good: it is never changed. What turns out wrong is posted again with the opposite sign.
 *
 * @param bookedIn the month whose statement shows it; later than the key's month when that was closed already
 * @param corrects whether something was posted for the key before
 */
public record Posting(Owed.Key key, YearMonth bookedIn, Money amount, boolean corrects) implements Serializable {

	/**
	 * What has to be posted so that all postings of a key add up to what is owed; nothing when they do. By key, so the same on every machine.
	 *
	 * @param owed of the months looked at, each key once
	 * @param posted of the same months
	 * @param firstOpen the first month that is not closed
	 * @throws IllegalArgumentException when a key is owed twice
	 */
	public static List<Posting> differences(Collection<Owed> owed, Collection<Posting> posted, YearMonth firstOpen) {
		// both by key, then side by side: what is owed mostly comes in this order already
		var wanted = new ArrayList<>(owed);
		wanted.sort(Owed::order);
		var known = new ArrayList<>(posted);
		known.sort((one, other) -> one.key.compareTo(other.key));
		var differences = new ArrayList<Posting>(known.isEmpty() ? wanted.size() : 16);
		int at = 0;
		for (int i = 0; i < wanted.size(); i++) {
			var line = wanted.get(i);
			if (i > 0 && wanted.get(i - 1).key().equals(line.key())) {
				throw new IllegalArgumentException("Owed twice: " + line.key());
			}
			at = reverse(known, at, line.key(), firstOpen, differences);
			Money before = null;
			for (; at < known.size() && known.get(at).key().equals(line.key()); at++) {
				before = before == null ? known.get(at).amount() : before.plus(known.get(at).amount());
			}
			add(line.key(), before == null ? line.amount() : line.amount().minus(before), before != null, firstOpen, differences);
		}
		reverse(known, at, null, firstOpen, differences);
		return differences;
	}

	/** What was posted before this key and is owed no more. */
	private static int reverse(List<Posting> known, int from, Owed.Key end, YearMonth firstOpen, List<Posting> differences) {
		int at = from;
		while (at < known.size() && (end == null || known.get(at).key().compareTo(end) < 0)) {
			var key = known.get(at).key();
			var sum = known.get(at++).amount();
			for (; at < known.size() && known.get(at).key().equals(key); at++) {
				sum = sum.plus(known.get(at).amount());
			}
			add(key, sum.negated(), true, firstOpen, differences);
		}
		return at;
	}

	private static void add(Owed.Key key, Money difference, boolean corrects, YearMonth firstOpen, List<Posting> differences) {
		if (!difference.isZero()) {
			differences.add(new Posting(key, key.month().isBefore(firstOpen) ? firstOpen : key.month(), difference, corrects));
		}
	}
}
