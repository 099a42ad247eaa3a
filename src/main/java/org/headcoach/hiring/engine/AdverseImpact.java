package org.headcoach.hiring.engine;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.headcoach.shared.statistics.FisherExact;

/**
 * Whether a formula chooses fewer of one group than of another. The share chosen of each group is held against that of the group with the highest share; below four fifths is a sign of adverse impact
 * (Uniform Guidelines on Employee Selection Procedures, 1978), and Fisher's exact test says whether chance alone would do the same.
 * <p>
 * Groups are only ever seen as sums. Groups with fewer than ten people are put together. Where they are together still fewer than ten, they are not shown if enough others have recorded nothing to hide among; else the next larger
 * group is put to them, so that nobody can be found by taking the shown groups from the whole.
 *
 * @param dimension what people were asked for
 * @param groups by name, those put together last (without a name); empty where fewer than two groups are large enough to be shown
 */
public record AdverseImpact(String dimension, List<Group> groups) implements Serializable {

	/** Smaller groups are not shown by themselves. */
	public static final int SMALLEST = 10;
	public static final double FOUR_FIFTHS = 0.8;

	/**
	 * One group.
	 *
	 * @param name null for several groups put together
	 */
	public record Group(String name, int people, Side before, Side after) implements Serializable {
	}

	/**
	 * Under one formula.
	 *
	 * @param ratio the share chosen by that of the group with the highest share; null where nobody is chosen of any
	 * @param chance the probability that chance alone makes the two differ like this or more
	 */
	public record Side(int chosen, double share, Double ratio, double chance) implements Serializable {

		/** Fewer than four fifths are chosen. */
		public boolean flagged() {
			return ratio != null && ratio < FOUR_FIFTHS - 1e-12;
		}
	}

	public AdverseImpact {
		groups = List.copyOf(groups);
	}

	/** Whether a group is below four fifths under the new formula that was not under the old, or lies lower than before. */
	public boolean worse() {
		return groups.stream().anyMatch(group -> group.after().flagged() && (!group.before().flagged() || group.after().ratio() < group.before().ratio() - 1e-12));
	}

	public boolean flagged() {
		return groups.stream().anyMatch(group -> group.after().flagged());
	}

	/**
	 * @param groupOf the recorded group of each person; who recorded none is not in it
	 * @param unrecorded how many recorded none
	 * @param before who is chosen by the old formula
	 * @param after who is chosen by the new one
	 */
	public static AdverseImpact of(String dimension, Map<Long, String> groupOf, int unrecorded, Set<Long> before, Set<Long> after) {
		var members = new TreeMap<String, Set<Long>>();
		groupOf.forEach((id, name) -> members.computeIfAbsent(name, any -> new HashSet<>()).add(id));
		var bySize = members.entrySet().stream().sorted(Comparator.comparingInt((Map.Entry<String, Set<Long>> each) -> each.getValue().size()).thenComparing(Map.Entry.comparingByKey())).toList();
		var together = new HashSet<Long>();
		bySize.stream().map(Map.Entry::getValue).filter(group -> group.size() < SMALLEST).forEach(together::addAll);
		var hidden = !together.isEmpty() && together.size() < SMALLEST && together.size() + unrecorded >= SMALLEST;
		var shown = new TreeMap<String, Set<Long>>();
		for (var each : bySize) {
			if (each.getValue().size() >= SMALLEST) {
				if (!hidden && !together.isEmpty() && together.size() < SMALLEST) {
					together.addAll(each.getValue());
				} else {
					shown.put(each.getKey(), each.getValue());
				}
			}
		}
		if (hidden) {
			together.clear();
		}
		if (shown.isEmpty() || shown.size() + (together.isEmpty() ? 0 : 1) < 2) {
			return new AdverseImpact(dimension, List.of());
		}
		var all = new ArrayList<>(shown.values());
		if (!together.isEmpty()) {
			all.add(together);
		}
		var sidesBefore = sides(all, before);
		var sidesAfter = sides(all, after);
		var names = new ArrayList<String>(shown.keySet());
		names.add(null);
		var groups = new ArrayList<Group>();
		for (int i = 0; i < all.size(); i++) {
			groups.add(new Group(names.get(i), all.get(i).size(), sidesBefore.get(i), sidesAfter.get(i)));
		}
		return new AdverseImpact(dimension, groups);
	}

	private static List<Side> sides(List<Set<Long>> groups, Set<Long> chosen) {
		var counts = groups.stream().map(group -> (int) group.stream().filter(chosen::contains).count()).toList();
		var best = 0;
		for (int i = 1; i < groups.size(); i++) {
			// products instead of quotients: equal shares are equal
			best = (long) counts.get(i) * groups.get(best).size() > (long) counts.get(best) * groups.get(i).size() ? i : best;
		}
		var sides = new ArrayList<Side>();
		for (int i = 0; i < groups.size(); i++) {
			var size = groups.get(i).size();
			var share = counts.get(i) / (double) size;
			var highest = counts.get(best) / (double) groups.get(best).size();
			sides.add(new Side(counts.get(i), share, highest == 0 ? null : (Double) (share / highest),
					i == best ? 1 : FisherExact.twoSided(counts.get(i), size - counts.get(i), counts.get(best), groups.get(best).size() - counts.get(best))));
		}
		return sides;
	}
}
