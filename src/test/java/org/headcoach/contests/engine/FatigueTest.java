package org.headcoach.contests.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.headcoach.contests.engine.ContestEffect.Person;
import org.headcoach.contests.engine.ContestEffect.Stretch;
import org.headcoach.contests.engine.ContestEffect.Stretches;
import org.headcoach.contests.engine.Fatigue.Past;
import org.headcoach.contests.engine.Fatigue.Row;
import org.headcoach.contests.engine.Fatigue.Since;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FatigueTest {

	private static Row row(List<Row> rows, Object group) {
		return rows.stream().filter(row -> row.group().equals(group.toString())).findFirst().orElseThrow();
	}

	@ParameterizedTest
	@CsvSource({ ", NEVER", "0, UNDER_THREE_WEEKS", "2, UNDER_THREE_WEEKS", "3, UNDER_NINE_WEEKS", "8, UNDER_NINE_WEEKS", "9, LONGER", "60, LONGER" })
	void weeksSinceTheLastContest(Integer weeks, Since since) {
		assertEquals(since, Since.of(weeks));
	}

	@Test
	void contestsThatFollowCloselyAreToldFromThoseThatDoNot() {
		var contests = new ArrayList<Past>();
		for (int i = 0; i < 6; i++) {
			contests.add(new Past("CALLS", 1, 0.02 + 0.01 * (i % 3), 0.03));
			contests.add(new Past("DEMOS", 12, 0.28 + 0.01 * (i % 3), 0.03));
		}
		contests.add(new Past("DEMOS", null, 0.5, 0.1));
		contests.add(null);
		var fatigue = Fatigue.of(contests);
		assertEquals(Arrays.stream(Since.values()).map(Enum::name).toList(), fatigue.bySince().stream().map(Row::group).toList());
		assertEquals(0.03, row(fatigue.bySince(), Since.UNDER_THREE_WEEKS).mean(), 1e-9);
		assertEquals(0.29, row(fatigue.bySince(), Since.LONGER).mean(), 1e-9);
		assertTrue(row(fatigue.bySince(), Since.UNDER_THREE_WEEKS).interval().high() < row(fatigue.bySince(), Since.LONGER).interval().low());
		assertEquals(List.of("CALLS", "DEMOS"), fatigue.byBehaviour().stream().map(Row::group).toList());
		assertEquals(7, row(fatigue.byBehaviour(), "DEMOS").contests());
	}

	@Test
	void twoContestsAreNotEnough() {
		var few = Fatigue.of(List.of(new Past("CALLS", null, 0.1, 0.1), new Past("CALLS", null, 0.2, 0)));
		assertEquals(new Row("NEVER", 2, null, null), few.bySince().get(0));
		assertNull(few.byBehaviour().get(0).mean());
		assertTrue(Fatigue.of(List.of()).byBehaviour().isEmpty());
	}

	@Test
	void anEffectIsTakenInPerCentOfWhatWouldHaveBeenDone() {
		var people = IntStream.range(0, 6).mapToObj(i -> new Person(i, true, new Stretches(new Stretch(40, null, 20), new Stretch(48 + i % 2, null, 20), null), null)).toList();
		var past = Past.of("CALLS", 4, ContestEffect.of(people, null));
		assertEquals(0.2125, past.relative(), 1e-9);
		assertTrue(past.standardError() > 0 && past.standardError() < 0.02);
		assertNull(Past.of("CALLS", 4, ContestEffect.of(people.subList(0, 2), null)), "nothing was measured");
	}
}
