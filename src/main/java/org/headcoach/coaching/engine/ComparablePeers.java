package org.headcoach.coaching.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Who is compared with whom: the same role and, where the company wants it, a similar tenure. */
public final class ComparablePeers {

	private ComparablePeers() {
	}

	/** One group per role. */
	public static <R> List<List<R>> byRole(Collection<R> reps, Function<R, String> role) {
		Map<String, List<R>> roles = new TreeMap<>();
		reps.forEach(rep -> roles.computeIfAbsent(role.apply(rep), r -> new ArrayList<>()).add(rep));
		return roles.values().stream().map(List::copyOf).toList();
	}

	/**
	 * One group per role and tenure band. A band with fewer people than a comparison needs ({@link DiagnosisRules#minimumPeers()} and the rep)
	 * is joined to the next longer one, the last to the one before: people are compared with somewhat different ones rather than with nobody.
	 */
	public static <R> List<List<R>> byRoleAndTenure(Collection<R> reps, Function<R, String> role, Function<R, TenureBand> band, DiagnosisRules rules) {
		List<List<R>> groups = new ArrayList<>();
		for (List<R> sameRole : byRole(reps, role)) {
			Map<TenureBand, List<R>> bands = new TreeMap<>();
			sameRole.forEach(rep -> bands.computeIfAbsent(band.apply(rep), b -> new ArrayList<>()).add(rep));
			groups.addAll(joined(new ArrayList<>(bands.values()), rules.minimumPeers() + 1));
		}
		return groups.stream().map(List::copyOf).toList();
	}

	private static <R> List<List<R>> joined(List<List<R>> bands, int least) {
		List<List<R>> joined = new ArrayList<>();
		List<R> open = new ArrayList<>();
		for (List<R> band : bands) {
			open.addAll(band);
			if (open.size() >= least) {
				joined.add(open);
				open = new ArrayList<>();
			}
		}
		if (!open.isEmpty() && !joined.isEmpty()) {
			joined.get(joined.size() - 1).addAll(open);
		} else if (!open.isEmpty()) {
			joined.add(open);
		}
		return joined;
	}
}
