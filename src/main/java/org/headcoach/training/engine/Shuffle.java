package org.headcoach.training.engine;

import java.util.Random;

/** In which order places are shown: the same for the same seed, always. */
public final class Shuffle {

	private final int[] order;

	private Shuffle(int[] order) {
		this.order = order;
	}

	/** As they stand in the key. */
	public static Shuffle none(int places) {
		var order = new int[places];
		for (int i = 0; i < places; i++) {
			order[i] = i;
		}
		return new Shuffle(order);
	}

	public static Shuffle of(long seed, int places) {
		var order = none(places).order;
		// its numbers are specified: they are the same in every release of Java
		var random = new Random(seed);
		for (int i = places - 1; i > 0; i--) {
			var other = random.nextInt(i + 1);
			var kept = order[i];
			order[i] = order[other];
			order[other] = kept;
		}
		return new Shuffle(order);
	}

	/** Never the right order where there is another: what an ordering begins with must be no answer. */
	public static Shuffle otherThanRight(long seed, int places) {
		var shuffle = of(seed, places);
		for (int turn = 1; places > 1 && shuffle.isRight(); turn++) {
			shuffle = of(seed + turn * 0x9E3779B97F4A7C15L, places);
		}
		return shuffle;
	}

	private boolean isRight() {
		for (int i = 0; i < order.length; i++) {
			if (order[i] != i) {
				return false;
			}
		}
		return true;
	}

	/** The place in the key of what is shown at a place. */
	public int original(int shownAt) {
		return order[shownAt];
	}

	/** Where the place of the key is shown. */
	public int shown(int original) {
		for (int i = 0; i < order.length; i++) {
			if (order[i] == original) {
				return i;
			}
		}
		throw new IndexOutOfBoundsException(original);
	}

	public int size() {
		return order.length;
	}
}
