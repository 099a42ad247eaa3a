package org.headcoach.training.engine;

import java.io.Serializable;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.headcoach.shared.BusinessException;

/** What somebody answered, by the places that choices have in the key: how they were shuffled on the page is no part of it. */
public sealed interface Answer extends Serializable {

	/** As much as is kept of a text. */
	int LONGEST = 20_000;

	/** Nothing yet. */
	record None() implements Answer {
		@Override
		public boolean isGiven() {
			return false;
		}

		@Override
		public String kept() {
			return "";
		}
	}

	/** What is ticked, one bit each. In a true/false question bit 0 is "true" and bit 1 "false". */
	record Chosen(long bits) implements Answer {
		public static Chosen of(int... places) {
			var bits = 0L;
			for (var place : places) {
				bits |= 1L << place;
			}
			return new Chosen(bits);
		}

		public boolean has(int place) {
			return (bits >>> place & 1) == 1;
		}

		/** The only place that is ticked; -1 when it is none or several. */
		public int only() {
			return Long.bitCount(bits) == 1 ? Long.numberOfTrailingZeros(bits) : -1;
		}

		@Override
		public boolean isGiven() {
			return bits != 0;
		}

		@Override
		public String kept() {
			return "c:" + IntStream.range(0, Long.SIZE).filter(this::has).mapToObj(String::valueOf).collect(Collectors.joining(","));
		}
	}

	/** Words, or a number as it was typed. */
	record Written(String text) implements Answer {
		@Override
		public boolean isGiven() {
			return !text.isBlank();
		}

		@Override
		public String kept() {
			return "t:" + text;
		}
	}

	/** For each prompt the place of its match, or for each place the item that was put there; -1 where nothing is chosen yet. */
	record Placed(List<Integer> places) implements Answer {
		public Placed {
			places = List.copyOf(places);
		}

		@Override
		public boolean isGiven() {
			return places.stream().anyMatch(place -> place >= 0);
		}

		@Override
		public String kept() {
			return "p:" + places.stream().map(String::valueOf).collect(Collectors.joining(","));
		}
	}

	Answer NONE = new None();

	boolean isGiven();

	/** As it is kept: {@code c:0,2}, {@code p:1,-1,0}, {@code t:words}, or nothing. */
	String kept();

	/** @throws BusinessException when it is none */
	static Answer read(String kept) {
		if (kept == null || kept.isEmpty()) {
			return NONE;
		}
		var rest = kept.length() < 2 ? "" : kept.substring(2);
		if (kept.startsWith("t:")) {
			return new Written(rest);
		}
		if (kept.startsWith("c:")) {
			return Chosen.of(places(rest).stream().mapToInt(place -> place).toArray());
		}
		if (kept.startsWith("p:")) {
			return new Placed(places(rest));
		}
		throw new BusinessException("training.error.answer");
	}

	private static List<Integer> places(String text) {
		if (text.isEmpty()) {
			return List.of();
		}
		if (!text.matches("-?\\d{1,2}(,-?\\d{1,2}){0,63}")) {
			throw new BusinessException("training.error.answer");
		}
		return List.of(text.split(",")).stream().map(Integer::valueOf).toList();
	}

	/** The answer to a question with that key whose places were shown in the given order. @throws BusinessException when it does not belong to the question */
	default Answer asShown(Key key, Shuffle shown) {
		var kind = key.kind();
		if (this instanceof Written written) {
			require(kind == QuestionKind.SHORT || kind == QuestionKind.NUMERIC || kind == QuestionKind.ESSAY);
			require(written.text().length() <= LONGEST);
		} else if (this instanceof Chosen chosen) {
			var places = kind == QuestionKind.TRUE_FALSE ? 2 : kind == QuestionKind.SINGLE || kind == QuestionKind.MULTIPLE ? key.places() : 0;
			require(chosen.bits() >>> places == 0 && (kind == QuestionKind.MULTIPLE || Long.bitCount(chosen.bits()) <= 1));
			return kind == QuestionKind.TRUE_FALSE ? this : moved(chosen, key.places(), shown::original);
		} else if (this instanceof Placed placed) {
			require(kind == QuestionKind.MATCHING || kind == QuestionKind.ORDERING);
			require(placed.places().size() == (key instanceof Key.Matching matching ? matching.asked().size() : key.places()));
			require(placed.places().stream().allMatch(place -> place >= -1 && place < key.places()));
			return moved(placed, shown::original);
		}
		return this;
	}

	/** The other way round: where the answer stands in what is shown. */
	default Answer toShow(Key key, Shuffle shown) {
		if (this instanceof Chosen chosen && key.places() > 0) {
			return moved(chosen, key.places(), shown::shown);
		}
		return this instanceof Placed placed ? moved(placed, shown::shown) : this;
	}

	private static Answer moved(Chosen chosen, int places, IntUnaryOperator to) {
		return Chosen.of(IntStream.range(0, places).filter(chosen::has).map(to).toArray());
	}

	private static Answer moved(Placed placed, IntUnaryOperator to) {
		return new Placed(placed.places().stream().map(place -> place < 0 ? -1 : to.applyAsInt(place)).toList());
	}

	private static void require(boolean good) {
		if (!good) {
			throw new BusinessException("training.error.answer");
		}
	}
}
