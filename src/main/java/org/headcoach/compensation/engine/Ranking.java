package org.headcoach.compensation.engine;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Factors by where somebody stands among the others, such as quartiles of churn.
 *
 * @param factors from the best group to the last; four of them are quartiles
 * @param lowIsGood whether a small figure is a good one
 * @param least who has fewer cases (customers, deals) than this is not ranked
 */
public record Ranking(List<BigDecimal> factors, boolean lowIsGood, int least) implements Serializable {

	/** Somebody's figure and the cases behind it. */
	public record Figure(long person, BigDecimal value, int cases) implements Serializable {
	}

	/**
	 * @param group from 1, the best; 0 when not ranked
	 */
	public record Place(int group, BigDecimal factor) implements Serializable {
	}

	public Ranking {
		factors = List.copyOf(factors);
	}

	/**
	 * The group of everybody. Place r of n is in group ⌈groups · r / n⌉, so when n cannot be divided the better groups are not the larger ones by more than one;
	 * who shares a figure shares the best place of it.
	 *
	 * @param unranked factor of who has too few cases
	 */
	public Map<Long, Place> places(List<Figure> figures, BigDecimal unranked) {
		var places = new HashMap<Long, Place>();
		var ranked = new ArrayList<Figure>();
		for (var figure : figures) {
			if (figure.value() == null || figure.cases() < least) {
				places.put(figure.person(), new Place(0, unranked));
			} else {
				ranked.add(figure);
			}
		}
		ranked.sort((one, other) -> lowIsGood ? one.value().compareTo(other.value()) : other.value().compareTo(one.value()));
		var rank = 1;
		for (int i = 0; i < ranked.size(); i++) {
			if (i > 0 && ranked.get(i).value().compareTo(ranked.get(i - 1).value()) != 0) {
				rank = i + 1;
			}
			var group = (factors.size() * rank + ranked.size() - 1) / ranked.size();
			places.put(ranked.get(i).person(), new Place(group, factors.get(group - 1)));
		}
		return places;
	}
}
