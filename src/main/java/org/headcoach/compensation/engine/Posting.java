package org.headcoach.compensation.engine;

import java.io.Serializable;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

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
		var sums = new TreeMap<Owed.Key, Money>();
		var known = new TreeMap<Owed.Key, Money>();
		for (var posting : posted) {
			known.merge(posting.key(), posting.amount(), Money::plus);
		}
		for (var line : owed) {
			if (sums.put(line.key(), line.amount()) != null) {
				throw new IllegalArgumentException("Owed twice: " + line.key());
			}
		}
		known.forEach((key, amount) -> sums.putIfAbsent(key, Money.zero(amount.currency())));
		var differences = new ArrayList<Posting>();
		sums.forEach((key, amount) -> {
			var before = known.get(key);
			var difference = before == null ? amount : amount.minus(before);
			if (!difference.isZero()) {
				differences.add(new Posting(key, key.month().isBefore(firstOpen) ? firstOpen : key.month(), difference, before != null));
			}
		});
		return differences;
	}
}
