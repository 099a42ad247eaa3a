package org.headcoach.contests.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

import org.headcoach.contests.Contest;
import org.headcoach.contests.ContestPage;
import org.headcoach.contests.Phase;
import org.headcoach.contests.engine.TieRule;
import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The lines of a race: where they run, where their names stand, and what stands at the axes. */
class RacePictureTest {

	private static final LocalDate FIRST = LocalDate.of(2026, 11, 2);
	private static final double TOP = 14;
	private static final double BOTTOM = 206;

	private static ContestPage page(LocalDate last, int teams, List<ContestPage.NightLine> nights) {
		var lines = new ArrayList<ContestPage.TeamLine>();
		for (int i = 0; i < teams; i++) {
			lines.add(new ContestPage.TeamLine(i, i, "Team " + i, i + 1, null, null, null, null, i == 1, List.of()));
		}
		return new ContestPage(1, 1, "Race", Phase.RUNNING, null, null, ZoneId.of("UTC"), FIRST.atStartOfDay(), last.plusDays(1).atStartOfDay(), LocalTime.of(21, 0), FIRST, last, 5, List.of(), false,
				TieRule.SHARED, new ContestPage.Prize(null, Contest.PrizeFor.TEAM, null, null, false), null, "Mona", null, 1, null, null, null, null, false, teams, lines, null, null, null, nights, List.of(),
				List.of(), List.of(), null, false);
	}

	private static ContestPage.NightLine night(int day, String... scores) {
		return new ContestPage.NightLine(FIRST.plusDays(day), false, Arrays.stream(scores).map(score -> score == null ? null : new BigDecimal(score)).toList(),
				Arrays.stream(scores).map(score -> (Integer) 1).toList());
	}

	private static RacePicture picture(ContestPage page) {
		return new RacePicture(page, LocalDate::toString, number -> number.stripTrailingZeros().toPlainString());
	}

	private static RacePicture.Line line(RacePicture picture, String name) {
		return picture.lines().stream().filter(line -> line.name().equals(name)).findFirst().orElseThrow();
	}

	@Test
	void aLineGoesFromNightToNightUpwards() {
		var picture = picture(page(FIRST.plusDays(11), 2, List.of(night(0, "0", "4"), night(11, "10", "5"))));
		assertEquals("36.0,206.0 300.0,14.0", line(picture, "Team 0").points());
		assertEquals("36.0,129.2 300.0,110.0", line(picture, "Team 1").points());
		assertEquals("10", line(picture, "Team 0").score());
		assertEquals("Team 0", picture.lines().get(0).name());
		assertTrue(line(picture, "Team 1").own());
	}

	@Test
	void aTeamWithoutAScoreThatNightHasNoPointThere() {
		var picture = picture(page(FIRST.plusDays(11), 2, List.of(night(0, "1", null), night(1, "2", "3"), night(2, "3", null))));
		assertEquals(3, line(picture, "Team 0").points().split(" ").length);
		assertEquals(1, line(picture, "Team 1").points().split(" ").length);
		assertEquals("3", line(picture, "Team 1").score());
	}

	@Test
	void beforeTheFirstNightThereIsAnEmptyPicture() {
		var picture = picture(page(FIRST.plusDays(11), 3, List.of()));
		assertEquals(3, picture.lines().size());
		assertTrue(picture.lines().stream().allMatch(line -> line.points().isEmpty() && line.score().isEmpty()));
	}

	@Test
	void scoresAtTheAxisAreRoundAndStartAtNothing() {
		var scores = picture(page(FIRST.plusDays(11), 1, List.of(night(0, "83")))).scores().stream().map(RacePicture.Tick::text).toList();
		assertEquals(List.of("0", "50", "100"), scores);
	}

	@Test
	void nobodyHasScoredYetAndTheAxisStillHasDifferentNumbers() {
		var scores = picture(page(FIRST.plusDays(11), 2, List.of(night(0, "0", "0")))).scores().stream().map(RacePicture.Tick::text).toList();
		assertEquals(List.of("0", "0.5", "1"), scores);
	}

	@Test
	void smallSharesHaveDifferentNumbersAtTheAxisToo() {
		var scores = picture(page(FIRST.plusDays(11), 1, List.of(night(0, "0.0123")))).scores().stream().map(RacePicture.Tick::text).toList();
		assertEquals(List.of("0", "0.005", "0.01", "0.015"), scores);
	}

	@Test
	void aShortContestNamesNoDayTwice() {
		assertEquals(List.of("2026-11-02", "2026-11-03"), picture(page(FIRST.plusDays(1), 1, List.of())).days().stream().map(RacePicture.Tick::text).toList());
		assertEquals(List.of("2026-11-02"), picture(page(FIRST, 1, List.of())).days().stream().map(RacePicture.Tick::text).toList());
		assertEquals(4, picture(page(FIRST.plusDays(29), 1, List.of())).days().size());
	}

	@Property(tries = 300)
	void namesStandApartInTheOrderOfTheirLinesAndStayInside(@ForAll @Size(min = 1, max = 24) List<@IntRange(max = 60) Integer> scores) {
		var picture = picture(page(FIRST.plusDays(11), scores.size(), List.of(night(3, scores.stream().map(String::valueOf).toArray(String[]::new)))));
		var apart = Math.min(17, (BOTTOM - TOP) / Math.max(1, scores.size() - 1));
		for (int i = 0; i < picture.lines().size(); i++) {
			var line = picture.lines().get(i);
			assertTrue(line.y() >= TOP - 1e-6 && line.y() <= BOTTOM + 1e-6, () -> line.name() + " at " + line.y());
			if (i > 0) {
				var before = picture.lines().get(i - 1);
				assertTrue(line.y() - before.y() >= apart - 1e-6, () -> before.y() + " and " + line.y());
				assertTrue(line.endY() >= before.endY());
			}
		}
	}

	@Property(tries = 300)
	void everyPointLiesInThePictureAndNoNumberStandsTwiceAtTheAxis(@ForAll @Size(min = 1, max = 8) List<@IntRange(max = 1_000_000) Integer> thousandths, @ForAll @IntRange(min = 0, max = 90) int days) {
		var scores = thousandths.stream().map(score -> BigDecimal.valueOf(score, 3).toPlainString()).toArray(String[]::new);
		var picture = picture(page(FIRST.plusDays(days), scores.length, List.of(night(0, scores), night(days, scores))));
		for (var line : picture.lines()) {
			for (var point : line.points().split(" ")) {
				var at = point.split(",");
				assertTrue(Double.parseDouble(at[0]) >= picture.start() && Double.parseDouble(at[0]) <= picture.end(), point);
				assertTrue(Double.parseDouble(at[1]) >= TOP - 0.1 && Double.parseDouble(at[1]) <= BOTTOM, point);
			}
		}
		var texts = picture.scores().stream().map(RacePicture.Tick::text).toList();
		assertEquals(texts.size(), new HashSet<>(texts).size(), texts::toString);
		assertTrue(texts.size() >= 2 && texts.size() <= 6, texts::toString);
	}
}
