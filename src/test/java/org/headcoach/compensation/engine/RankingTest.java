package org.headcoach.compensation.engine;

import static org.headcoach.compensation.engine.RateRunTest.assertNumber;
import static org.headcoach.compensation.engine.RateRunTest.n;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankingTest {

	/** Four, three, two, one dollar per dollar of MRR, by churn: the lowest quarter is the best. */
	private static final Ranking CHURN = new Ranking(List.of(n("4"), n("3"), n("2"), n("1")), true, 5);

	private static List<Ranking.Figure> figures(String... values) {
		return IntStream.range(0, values.length).mapToObj(i -> new Ranking.Figure(i + 1L, n(values[i]), 10)).toList();
	}

	@ParameterizedTest(name = "C4: quartile {0} pays {1} for 500 MRR")
	@CsvSource({ "1, 2000", "2, 1500", "3, 1000", "4, 500" })
	void c4TheQuartileOfChurnPays(int quartile, String pay) {
		var place = CHURN.places(figures("1", "2", "3", "4"), n("2")).get((long) quartile);
		assertEquals(quartile, place.group());
		assertNumber(pay, n("500").multiply(place.factor()));
	}

	@ParameterizedTest(name = "G20: quartile {0} pays {1} for 1000 MRR")
	@CsvSource({ "3, 2000", "4, 1000" })
	void g20TheLowerQuartiles(int quartile, String pay) {
		assertNumber(pay, n("1000").multiply(CHURN.places(figures("0.5", "1", "2", "9"), n("2")).get((long) quartile).factor()));
	}

	@Test
	void aNumberThatFourDoesNotDivideStillFillsAllGroups() {
		var places = CHURN.places(figures("1", "2", "3", "4", "5", "6", "7", "8", "9", "10"), n("2"));
		assertEquals(List.of(1, 1, 2, 2, 2, 3, 3, 4, 4, 4), IntStream.rangeClosed(1, 10).mapToObj(i -> places.get((long) i).group()).toList());
	}

	@Test
	void whoSharesAFigureSharesItsBestPlace() {
		var places = CHURN.places(figures("1", "2", "2", "2"), n("2"));
		assertEquals(List.of(1, 2, 2, 2), IntStream.rangeClosed(1, 4).mapToObj(i -> places.get((long) i).group()).toList());
	}

	@Test
	void whoHasTooFewCustomersIsNotRanked() {
		var figures = new ArrayList<>(figures("1", "2", "3", "4"));
		figures.add(new Ranking.Figure(9, n("0"), 4));
		figures.add(new Ranking.Figure(10, null, 0));
		var places = CHURN.places(figures, n("2"));
		assertEquals(new Ranking.Place(0, n("2")), places.get(9L));
		assertEquals(new Ranking.Place(0, n("2")), places.get(10L));
		assertEquals(1, places.get(1L).group());
	}

	@Test
	void theOrderOfThePeopleDoesNotMatter() {
		var figures = figures("3", "1", "2", "2", "5");
		var reversed = new ArrayList<>(figures);
		java.util.Collections.reverse(reversed);
		assertEquals(CHURN.places(figures, n("2")), CHURN.places(reversed, n("2")));
		assertEquals(Map.of(), CHURN.places(List.of(), n("2")));
	}
}
