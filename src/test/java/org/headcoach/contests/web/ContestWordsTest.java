package org.headcoach.contests.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.headcoach.contests.Contest;
import org.headcoach.contests.ContestPage;
import org.headcoach.contests.ContestPage.CountLine;
import org.headcoach.contests.Phase;
import org.headcoach.contests.engine.TieRule;
import org.headcoach.pipeline.DailyFigures;
import org.headcoach.pipeline.Feed;
import org.headcoach.pipeline.FeedRule;
import org.headcoach.pipeline.Funnel;
import org.junit.jupiter.api.Test;

/** What a contest says of itself, in sentences. */
class ContestWordsTest {

	private static final LocalDate FIRST = LocalDate.of(2026, 11, 2);
	private static final CountLine DEMOS = line("DEMOS", "3");
	private static final CountLine CONNECTS = line("CONNECTS", "1");

	private static CountLine line(String step, String points) {
		return new CountLine(new DailyFigures.Counted("VOLUME:" + step, new Funnel.Step(step, null, Feed.ACTIVITY, step, FeedRule.ALL, List.of()), null, null), new BigDecimal(points), null, false);
	}

	private static List<BigDecimal> numbers(String... numbers) {
		return List.of(numbers).stream().map(BigDecimal::new).toList();
	}

	private static String did(List<CountLine> counting, List<BigDecimal> today, List<BigDecimal> all) {
		return ContestWords.did(Locale.ENGLISH, counting, new ContestPage.MemberLine(1, "Ada Bell", BigDecimal.ONE, BigDecimal.ONE, all, today, null, null, null, true));
	}

	@Test
	void whatSomebodyDidIsToldByBehaviourWhereSeveralCount() {
		var both = List.of(DEMOS, CONNECTS);
		assertEquals("1 demo and 4 connects today; 12 demos and 80 connects in all", did(both, numbers("1", "4"), numbers("12", "80")));
		assertEquals("80 connects in all", did(both, numbers("0", "0"), numbers("0", "80")));
		assertEquals("", did(both, List.of(), List.of()), "where numbers are hidden");
		assertEquals("", did(List.of(DEMOS), numbers("1"), numbers("12")), "one behaviour is the score");
	}

	private static ContestPage page(List<CountLine> counting) {
		var teams = List.of(team(1, "Otters", "20"), team(2, "Lynx", "17"));
		return new ContestPage(1, 1, "Race", Phase.RUNNING, null, null, ZoneId.of("UTC"), FIRST.atStartOfDay(), FIRST.plusDays(28).atStartOfDay(), null, FIRST, FIRST.plusDays(27), 5, counting, false,
				TieRule.SHARED, new ContestPage.Prize(null, Contest.PrizeFor.TEAM, null, null, false), null, "Mona", null, 1, null, null, null, null, false, 6, teams, 2L,
				Map.of(2L, new ContestPage.Ahead("Otters", BigDecimal.valueOf(3), counting.size() > 1)), new ContestPage.Lead("Otters", BigDecimal.valueOf(3), counting.size() > 1), List.of(), List.of(),
				List.of(), List.of(), null, false);
	}

	private static ContestPage.TeamLine team(int id, String name, String points) {
		return new ContestPage.TeamLine(id, id, name, id, new BigDecimal(points), null, new BigDecimal(points), null, id == 2, List.of());
	}

	@Test
	void theGapInPointsSaysWhatAPointIs() {
		assertEquals("<b>3 more points</b> put Lynx in front of Otters. 1 demo is 3 points and 1 connect is 1 point. 5 working days are left.",
				ContestWords.answer(Locale.ENGLISH, page(List.of(DEMOS, CONNECTS))));
		assertEquals("<b>Otters</b> lead by <b>3 demos</b>. 5 working days are left.", ContestWords.answer(Locale.ENGLISH, page(List.of(DEMOS)).as(null)));
		assertEquals("<b>3 more demos</b> put Lynx in front of Otters. 5 working days are left.", ContestWords.answer(Locale.ENGLISH, page(List.of(DEMOS))));
	}
}
