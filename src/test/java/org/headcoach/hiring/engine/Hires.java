package org.headcoach.hiring.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Simulated hires whose truth is known: scores 1 to 10, and an outcome that some of them make. */
final class Hires {

	private Hires() {
	}

	/** Weights a=.., b=.. in alphabetical order. */
	static Map<String, Double> weights(double... weights) {
		var byCode = new LinkedHashMap<String, Double>();
		for (int i = 0; i < weights.length; i++) {
			byCode.put(String.valueOf((char) ('a' + i)), weights[i]);
		}
		return byCode;
	}

	/** @param effects standard deviations of the outcome for one of the score, by characteristic; chance adds one */
	static List<Hire> drawn(long seed, int people, double... effects) {
		var random = new Random(seed);
		var hires = new ArrayList<Hire>();
		for (int i = 0; i < people; i++) {
			var scores = new HashMap<String, Double>();
			var outcome = random.nextGaussian();
			for (int j = 0; j < effects.length; j++) {
				var trait = random.nextGaussian();
				outcome += effects[j] * trait;
				scores.put(String.valueOf((char) ('a' + j)), (double) Math.max(1, Math.min(10, Math.round(6 + 1.8 * trait))));
			}
			hires.add(new Hire(i + 1, scores, outcome));
		}
		return hires;
	}

	static Hire without(Hire hire, String code) {
		var scores = new HashMap<>(hire.scores());
		scores.remove(code);
		return new Hire(hire.id(), scores, hire.outcome());
	}
}
