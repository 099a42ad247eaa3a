package org.headcoach.benchmarks;

import java.util.List;

/**
 * How much is measured.
 *
 * @param activities in the database of the pages; the other database has a hundredth
 * @param requests of each kind, measured
 * @param warmUp requests of each kind before them
 * @param imports lines of the imported files
 * @param rounds of each of them
 * @param starts of each kind
 * @param payees in a run of pay
 * @param payRounds of a whole month's run
 * @param changes of one deal, each with its run
 * @param candidates in the database of hiring's pages
 */
record Scale(int activities, int requests, int warmUp, List<Integer> imports, int rounds, int starts, int payees, int payRounds, int changes, int candidates) {

	/** What performance.md shows. */
	static final Scale FULL = new Scale(1_000_000, 500, 300, List.of(10_000, 100_000, 1_000_000), 3, 7, 1_000, 5, 30, 100_000);

	/** A minute or two, to see that everything runs; its figures mean nothing. */
	static final Scale SMALL = new Scale(20_000, 20, 10, List.of(5_000, 20_000), 1, 1, 100, 1, 3, 5_000);

	static Scale of(String name) {
		return switch (name) {
			case "full" -> FULL;
			case "small" -> SMALL;
			default -> throw new IllegalArgumentException("full or small, not " + name);
		};
	}
}
