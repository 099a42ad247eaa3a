package org.headcoach.hiring.engine;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.headcoach.shared.statistics.Correlation;
import org.headcoach.shared.statistics.Quantiles;

/**
 * The past under other weights: everybody who was decided on is ranked by the old and by the new weights, and the best as many as were hired are looked at.
 * <p>
 * The new weights have seen the very people they are tried on, which flatters them. So all hires whose outcome is known, of whichever year, are cut into ten parts, and each is ranked by weights that were learnt from the
 * other nine.
 *
 * @param places how many were hired; so many are on top
 * @param moves everybody, by the new rank
 * @param hiresKnown all hires whose outcome is known
 * @param before the rank correlation of the old formula with the outcome; null with fewer than ten people or where all are equal
 * @param unseen that of new weights with people they have not seen
 */
public record BackTest(int places, List<Move> moves, int hiresKnown, Double before, Double unseen) implements Serializable {

	private static final int PARTS = 10;

	/**
	 * Somebody who was decided on.
	 *
	 * @param outcome null where it is not known, above all of those who were not hired
	 */
	public record Decided(long id, Map<String, Double> scores, boolean hired, Double outcome) {

		public Decided {
			scores = Map.copyOf(scores);
		}
	}

	/**
	 * Where somebody stood and would stand; equal results share the better rank.
	 *
	 * @param done whether a hired one did at least as well as the median of the hired; null where that is not known
	 */
	public record Move(long id, double shareBefore, double shareAfter, int rankBefore, int rankAfter, boolean onTopBefore, boolean onTopAfter, boolean hired, Boolean done) implements Serializable {

		/** Places gained; negative for places lost. */
		public int gained() {
			return rankBefore - rankAfter;
		}

		/** Hired, did well, on top of the old ranking and no more on top of the new. */
		public boolean missed() {
			return onTopBefore && !onTopAfter && Boolean.TRUE.equals(done);
		}
	}

	public BackTest {
		moves = List.copyOf(moves);
	}

	/** Who comes onto the top. */
	public List<Move> in() {
		return moves.stream().filter(move -> move.onTopAfter() && !move.onTopBefore()).toList();
	}

	/** Who drops from the top. */
	public List<Move> out() {
		return moves.stream().filter(move -> move.onTopBefore() && !move.onTopAfter()).toList();
	}

	/** Those of them who were hired and did well: what the new weights would have cost. */
	public List<Move> missed() {
		return moves.stream().filter(Move::missed).toList();
	}

	/** Hired people who did not do well and drop from the top: what the new weights would have spared. */
	public List<Move> spared() {
		return out().stream().filter(move -> Boolean.FALSE.equals(move.done())).toList();
	}

	/**
	 * Tries new weights on the past.
	 *
	 * @param candidates decided on in the time that is looked at
	 * @param hires all whose outcome is known
	 * @param fresh the part of the hires that is not in the old weights yet, 0 to 1
	 */
	public static BackTest of(Map<String, Double> before, Map<String, Double> after, Collection<Decided> candidates, Collection<Hire> hires, double fresh) {
		var known = candidates.stream().filter(one -> Totals.share(before, one.scores()) != null && Totals.share(after, one.scores()) != null).sorted(Comparator.comparingLong(Decided::id)).toList();
		var places = (int) known.stream().filter(Decided::hired).count();
		var hired = known.stream().filter(one -> one.hired() && one.outcome() != null).toList();
		var median = hired.isEmpty() ? Double.NaN : Quantiles.median(hired.stream().mapToDouble(Decided::outcome).toArray());
		var ranksBefore = ranks(known, before);
		var ranksAfter = ranks(known, after);
		var moves = known.stream().map(one -> new Move(one.id(), Totals.share(before, one.scores()), Totals.share(after, one.scores()), ranksBefore.get(one.id()), ranksAfter.get(one.id()),
				ranksBefore.get(one.id()) <= places, ranksAfter.get(one.id()) <= places, one.hired(), !one.hired() || one.outcome() == null ? null : (Boolean) (one.outcome() >= median)))
				.sorted(Comparator.comparingInt(Move::rankAfter).thenComparingInt(Move::rankBefore).thenComparingLong(Move::id)).toList();
		var measured = hires.stream().filter(hire -> Totals.share(before, hire.scores()) != null).sorted(Comparator.comparingLong(Hire::id)).toList();
		return new BackTest(places, moves, measured.size(), validity(measured, hire -> before), unseen(before, measured, fresh));
	}

	private static Map<Long, Integer> ranks(List<Decided> candidates, Map<String, Double> weights) {
		var order = candidates.stream().sorted(Comparator.comparingDouble((Decided one) -> -rounded(Totals.share(weights, one.scores())))).toList();
		var ranks = new HashMap<Long, Integer>();
		for (int i = 0; i < order.size(); i++) {
			var same = i > 0 && rounded(Totals.share(weights, order.get(i).scores())) == rounded(Totals.share(weights, order.get(i - 1).scores()));
			ranks.put(order.get(i).id(), same ? ranks.get(order.get(i - 1).id()) : i + 1);
		}
		return ranks;
	}

	/** So that two who differ by rounding only are equal, whatever unit the weights are in. */
	private static double rounded(double share) {
		return Math.rint(share * 1e9);
	}

	private interface Weights {
		Map<String, Double> of(Hire hire);
	}

	private static Double validity(List<Hire> hired, Weights weights) {
		if (hired.size() < Learning.REFUSED_BELOW) {
			return null;
		}
		var shares = hired.stream().map(one -> Totals.share(weights.of(one), one.scores())).toList();
		if (shares.stream().anyMatch(Objects::isNull)) {
			return null;
		}
		var correlation = Correlation.spearman(shares.stream().mapToDouble(BackTest::rounded).toArray(), hired.stream().mapToDouble(Hire::outcome).toArray());
		return Double.isNaN(correlation) ? null : (Double) correlation;
	}

	private static Double unseen(Map<String, Double> before, List<Hire> hired, double fresh) {
		var learnt = new HashMap<Long, Map<String, Double>>();
		for (int part = 0; part < PARTS && hired.size() >= Learning.REFUSED_BELOW; part++) {
			var others = new ArrayList<Hire>();
			var own = new HashSet<Long>();
			for (int i = 0; i < hired.size(); i++) {
				if (i % PARTS == part) {
					own.add(hired.get(i).id());
				} else {
					others.add(hired.get(i));
				}
			}
			var weights = WeightProposal.of(before, Learning.quick(before, others, (int) Math.round((1 - fresh) * others.size()))).weights();
			own.forEach(id -> learnt.put(id, weights));
		}
		return validity(hired, one -> learnt.get(one.id()));
	}

	/** Who would be chosen by the ranking alone; for {@link AdverseImpact}. */
	public Set<Long> chosen(boolean after) {
		return moves.stream().filter(move -> after ? move.onTopAfter() : move.onTopBefore()).map(Move::id).collect(Collectors.toSet());
	}
}
