package org.headcoach.coaching.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.headcoach.shared.statistics.Draws;
import org.headcoach.shared.statistics.Quantiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Verdicts and suggestions for a group of reps. */
class DiagnosisTest {

	private static final DiagnosisRules RULES = DiagnosisRules.standard();

	/** Seven reps around D1 of a quarter (450 leads, 225, 75, 45, 15), and rep 8 who closes 6 of 60 demos. The documentation works with them. */
	static List<RepFigures> theTeam() {
		return List.of(
				Reps.aRepWith(1, 450, 225, 75, 45, 15), Reps.aRepWith(2, 430, 220, 80, 46, 17), Reps.aRepWith(3, 470, 230, 72, 44, 13),
				Reps.aRepWith(4, 440, 215, 70, 42, 14), Reps.aRepWith(5, 460, 235, 78, 48, 16), Reps.aRepWith(6, 455, 225, 76, 44, 16),
				Reps.aRepWith(7, 445, 222, 74, 46, 14), Reps.aRepWith(8, 450, 225, 100, 60, 6));
	}

	@Test
	void findsTheOneWhoDemosWellAndClosesBadly() {
		RepDiagnosis weak = Diagnosis.of(Reps.FUNNEL, theTeam(), RULES).rep(8).orElseThrow();
		Finding close = weak.finding(Reps.CLOSE);
		assertEquals(Verdict.BELOW, close.verdict());
		assertTrue(close.worse());
		assertEquals(6L, close.count());
		assertEquals(60, close.n());
		assertEquals(0.10, close.plain(), 1e-12);
		assertEquals(7, close.peers());
		assertTrue(close.estimate() > 0.10 && close.estimate() < close.peerMedian(), "shrunk towards the peers: " + close);
		assertTrue(close.interval().high() < close.peerMedian(), "the band lies wholly below the tick");
		assertEquals(Reps.CLOSE, weak.suggestions().get(0).metric());
	}

	@Test
	void theWorkedExampleOfTheDocumentation() {
		RepDiagnosis weak = Diagnosis.of(Reps.FUNNEL, theTeam(), RULES).rep(8).orElseThrow();
		Finding close = weak.finding(Reps.CLOSE);
		assertEquals(0.168, close.estimate(), 0.0005);
		assertEquals(0.105, close.interval().low(), 0.0005);
		assertEquals(0.240, close.interval().high(), 0.0005);
		assertEquals(0.320, close.peerMedian(), 0.0005);
		assertEquals(0.9993, close.probabilityBelow(), 0.0005);
		Suggestion suggestion = weak.suggestions().get(0);
		assertEquals(2.71, suggestion.extraCustomersPerMonth(), 0.005);
		assertEquals(1357, suggestion.extraMrrPerMonth().doubleValue(), 0.5);
		assertEquals("coaching.diagnosis.text.conversion", suggestion.sentence().key());
		assertEquals(List.of("demos", "customers", 6L, 60L, 0.1), suggestion.sentence().arguments().subList(0, 5));
	}

	@Test
	void theWorthIsTheGapTimesTheRestOfTheOwnFunnel() {
		RepDiagnosis weak = Diagnosis.of(Reps.FUNNEL, theTeam(), RULES).rep(8).orElseThrow();
		Suggestion suggestion = weak.suggestions().get(0);
		Finding close = suggestion.finding();
		double demosPerMonth = weak.finding(Reps.LEADS).estimate() * 20 * weak.finding(Reps.CONNECT).estimate() * weak.finding(Reps.DISCOVERY).estimate()
				* weak.finding(Reps.DEMO).estimate();
		double customers = demosPerMonth * (close.peerMedian() - close.estimate());
		assertEquals(customers, suggestion.extraCustomersPerMonth(), 1e-9);
		assertEquals(customers * weak.finding(Reps.MRR).estimate(), suggestion.extraMrrPerMonth().doubleValue(), 0.006);
		assertEquals(suggestion.extraMrrPerMonth().doubleValue() * close.probabilityBelow(), suggestion.rank(), 0.01);
	}

	@Test
	void revenuePerCustomerIsWorthOwnCustomersTimesTheGap() {
		List<RepFigures> team = new ArrayList<>();
		Random random = new Random(21);
		for (int rep = 0; rep < 12; rep++) {
			RepFigures drawn = Reps.drawn(random, rep, 8, 0.5, 0.4, 0.6, 0.35);
			team.add(Reps.withAmountsTimes(rep == 5 ? 0.4 : 1, drawn));
		}
		RepDiagnosis cheap = Diagnosis.of(Reps.FUNNEL, team, RULES).rep(5).orElseThrow();
		assertEquals(Verdict.BELOW, cheap.finding(Reps.MRR).verdict());
		Suggestion suggestion = cheap.suggestions().stream().filter(s -> s.metric().equals(Reps.MRR)).findFirst().orElseThrow();
		assertEquals(0, suggestion.extraCustomersPerMonth());
		double customersPerMonth = cheap.finding(Reps.LEADS).estimate() * 20
				* Reps.FUNNEL.conversions().stream().mapToDouble(c -> cheap.finding(c).estimate()).reduce(1, (a, b) -> a * b);
		assertEquals(customersPerMonth * (suggestion.finding().peerMedian() - suggestion.finding().estimate()), suggestion.extraMrrPerMonth().doubleValue(), 0.006);
		assertTrue(suggestion.finding().estimate() > 150 && suggestion.finding().estimate() < 320, "about 40 % of 570: " + suggestion.finding());
	}

	@Test
	void lowChurnIsBelowAndBetterHighChurnIsWorthTheCustomersKept() {
		List<RepFigures> team = new ArrayList<>();
		long[] lost = { 2, 20, 9, 8, 10, 9, 8, 10, 9 };
		for (int rep = 0; rep < lost.length; rep++) {
			team.add(new RepFigures(rep, Reps.months(60, 80, lost[rep], 450, 225, 75, 45, 15), Reps.dealsOf(15, "500")));
		}
		Diagnosis diagnosis = Diagnosis.of(Reps.FUNNEL, team, RULES);
		Finding faithful = diagnosis.rep(0).orElseThrow().finding(Reps.CHURN);
		assertTrue(faithful.verdict().isBelow() && faithful.better() && !faithful.worse(), faithful.toString());
		assertTrue(diagnosis.rep(0).orElseThrow().suggestions().isEmpty());
		Suggestion leaking = diagnosis.rep(1).orElseThrow().suggestions().get(0);
		assertEquals(Reps.CHURN, leaking.metric());
		assertEquals(leaking.finding().probabilityAbove(), leaking.probability());
		assertEquals(80 * (leaking.finding().estimate() - leaking.finding().peerMedian()), leaking.extraCustomersPerMonth(), 1e-9);
		assertTrue(leaking.extraMrrPerMonth().signum() > 0);
	}

	@Test
	void kDDoesNotJudgeWhereNothingOrLittleWasCounted() {
		List<RepFigures> team = new ArrayList<>(theTeam());
		team.add(Reps.aRepWith(9, 40, 12, 0, 0, 0));
		RepDiagnosis newcomer = Diagnosis.of(Reps.FUNNEL, team, RULES).rep(9).orElseThrow();
		Finding demo = newcomer.finding(Reps.DEMO);
		assertNull(demo.plain());
		assertEquals(Verdict.NOT_ENOUGH_DATA, demo.verdict());
		assertEquals(VerdictReason.NO_DATA, demo.reason());
		List<RepFigures> other = new ArrayList<>(theTeam());
		other.add(Reps.aRepWith(9, 400, 200, 70, 9, 0));
		Finding close = Diagnosis.of(Reps.FUNNEL, other, RULES).rep(9).orElseThrow().finding(Reps.CLOSE);
		assertEquals(VerdictReason.LITTLE_DATA, close.reason());
		assertEquals(Verdict.NOT_ENOUGH_DATA, close.verdict());
		assertNotNull(close.estimate());
	}

	@Test
	void doesNotJudgeAgainstFewerThanFivePeers() {
		Diagnosis five = Diagnosis.of(Reps.FUNNEL, theTeam().subList(3, 8), RULES);
		assertTrue(five.reps().stream().flatMap(r -> r.findings().stream()).allMatch(f -> f.verdict() == Verdict.NOT_ENOUGH_DATA));
		assertEquals(VerdictReason.FEW_PEERS, five.rep(8).orElseThrow().finding(Reps.CLOSE).reason());
		Finding six = Diagnosis.of(Reps.FUNNEL, theTeam().subList(2, 8), RULES).rep(8).orElseThrow().finding(Reps.CLOSE);
		assertEquals(5, six.peers());
		assertEquals(Verdict.BELOW, six.verdict());
		Diagnosis alone = Diagnosis.of(Reps.FUNNEL, theTeam().subList(0, 1), RULES);
		assertNull(alone.reps().get(0).finding(Reps.CLOSE).estimate());
		assertEquals(1 / 3.0, alone.reps().get(0).finding(Reps.CLOSE).plain(), 1e-12);
		assertTrue(Diagnosis.of(Reps.FUNNEL, List.of(), RULES).reps().isEmpty());
	}

	@Test
	void saysNothingWhereTheIntervalReachesFarToBothSides() {
		List<RepFigures> wild = new ArrayList<>();
		long[] customers = { 1, 9, 3, 8, 0, 10, 2, 7 };
		for (int rep = 0; rep < customers.length; rep++) {
			wild.add(Reps.aRepWith(rep, 450, 225, 75, 10, customers[rep]));
		}
		wild.add(Reps.aRepWith(99, 450, 225, 75, 10, 5));
		Finding middling = Diagnosis.of(Reps.FUNNEL, wild, RULES).rep(99).orElseThrow().finding(Reps.CLOSE);
		assertEquals(VerdictReason.TOO_WIDE, middling.reason());
		assertEquals(Verdict.NOT_ENOUGH_DATA, middling.verdict());
	}

	@Test
	void doesNotShoutATrivialDifferenceEvenWithAMillionTrials() {
		List<RepFigures> team = new ArrayList<>();
		for (int rep = 0; rep < 8; rep++) {
			team.add(Reps.aRepWith(rep, 1_000_000, rep == 3 ? 490_000 : 500_000 + 100 * rep, 75, 45, 15));
		}
		Finding connect = Diagnosis.of(Reps.FUNNEL, team, RULES).rep(3).orElseThrow().finding(Reps.CONNECT);
		assertTrue(connect.probabilityBelow() > 0.9999);
		assertEquals(VerdictReason.SMALL_DIFFERENCE, connect.reason());
		assertEquals(Verdict.IN_LINE, connect.verdict());
	}

	@ParameterizedTest(name = "{0} against 0.05: {1}")
	@CsvSource({ "0.08, IN_LINE", "0.12, ABOVE" })
	void whetherADiscountMattersIsMeasuredByThePriceThatIsLeft(BigDecimal discount, Verdict verdict) {
		List<RepFigures> team = new ArrayList<>();
		for (int rep = 0; rep < 10; rep++) {
			List<WonDeal> deals = new ArrayList<>();
			for (int deal = 0; deal < 400; deal++) {
				BigDecimal usual = rep == 0 ? discount : new BigDecimal("0.05");
				deals.add(new WonDeal(new BigDecimal("500"), 30, deal % 2 == 0 ? usual.multiply(new BigDecimal("2")) : BigDecimal.ZERO));
			}
			team.add(new RepFigures(rep, Reps.months(60, 0, 0, 1000, 500, 250, 150, 50), deals));
		}
		Finding finding = Diagnosis.of(Reps.FUNNEL, team, RULES).reps().get(0).finding(Metric.of(MetricKind.DISCOUNT));
		assertTrue(finding.probabilityAbove() > 0.95);
		assertEquals(verdict, finding.verdict());
	}

	@Test
	void takesMoreDemosThanDiscoveryCallsForAllAndFlagsIt() {
		List<RepFigures> team = new ArrayList<>(theTeam());
		team.add(Reps.aRepWith(9, 450, 225, 40, 50, 15));
		Finding demo = Diagnosis.of(Reps.FUNNEL, team, RULES).rep(9).orElseThrow().finding(Reps.DEMO);
		assertTrue(demo.moreSuccessesThanTrials());
		assertEquals(1.25, demo.plain());
		assertTrue(demo.estimate() < 1);
	}

	@Test
	void theMedianIsThatOfTheOthers() {
		Diagnosis diagnosis = Diagnosis.of(Reps.FUNNEL, theTeam(), RULES);
		double[] others = diagnosis.reps().stream().filter(r -> r.personId() != 4).mapToDouble(r -> r.finding(Reps.CLOSE).estimate()).toArray();
		assertEquals(Quantiles.median(others), diagnosis.rep(4).orElseThrow().finding(Reps.CLOSE).peerMedian(), 1e-12);
	}

	@Property(tries = 25)
	void theOrderOfRepsDoesNotMatter(@ForAll Random random) {
		List<RepFigures> team = new ArrayList<>();
		for (int rep = 0; rep < 9; rep++) {
			team.add(Reps.drawn(random, rep, 3 + random.nextInt(8), 0.5, 0.4, 0.6, 0.1 + 0.3 * random.nextDouble()));
		}
		Diagnosis there = Diagnosis.of(Reps.FUNNEL, team, RULES);
		Collections.shuffle(team, random);
		Diagnosis shuffled = Diagnosis.of(Reps.FUNNEL, team, RULES);
		for (RepDiagnosis rep : there.reps()) {
			RepDiagnosis same = shuffled.rep(rep.personId()).orElseThrow();
			for (Finding finding : rep.findings()) {
				Finding other = same.finding(finding.metric());
				assertEquals(finding.plain(), other.plain());
				if (finding.estimate() != null) {
					assertEquals(finding.estimate(), other.estimate(), 1e-3 * Math.abs(finding.estimate()));
					assertEquals(finding.probabilityBelow(), other.probabilityBelow(), 5e-3);
				}
			}
		}
	}

	@Property(tries = 25)
	void theBandLiesWhollyBelowTheMedianExactlyWhereTheVerdictSaysSo(@ForAll Random random) {
		List<RepFigures> team = IntStream.range(0, 12)
				.mapToObj(rep -> Reps.drawn(random, rep, 4 + random.nextInt(8), 0.3 + 0.4 * random.nextDouble(), 0.4, 0.6, 0.1 + 0.4 * random.nextDouble())).toList();
		for (RepDiagnosis rep : Diagnosis.of(Reps.FUNNEL, team, RULES).reps()) {
			for (Finding finding : rep.findings()) {
				if (finding.reason() == VerdictReason.PROBABILITY) {
					assertEquals(finding.verdict() == Verdict.BELOW, finding.interval().high() <= finding.peerMedian());
					assertEquals(finding.verdict() == Verdict.ABOVE, finding.interval().low() >= finding.peerMedian());
				}
			}
		}
	}

	@Property(tries = 15)
	void inAnotherCurrencyOnlyTheAmountsChange(@ForAll @IntRange(min = 2, max = 1000) int rate, @ForAll Random random) {
		List<RepFigures> team = IntStream.range(0, 8).mapToObj(rep -> Reps.drawn(random, rep, 8, 0.5, 0.4, 0.6, 0.35)).toList();
		List<RepFigures> abroad = team.stream().map(rep -> Reps.withAmountsTimes(rate, rep)).toList();
		for (RepFigures rep : team) {
			Finding here = Diagnosis.of(Reps.FUNNEL, team, RULES).rep(rep.personId()).orElseThrow().finding(Reps.MRR);
			Finding there = Diagnosis.of(Reps.FUNNEL, abroad, RULES).rep(rep.personId()).orElseThrow().finding(Reps.MRR);
			assertEquals(here.estimate() * rate, there.estimate(), 1e-3 * there.estimate());
			assertEquals(here.probabilityBelow(), there.probabilityBelow(), 5e-3);
			assertEquals(here.verdict(), there.verdict());
		}
	}

	@Property(tries = 10)
	void moreWinsAreNeverJudgedMoreLikelyBelow(@ForAll @IntRange(min = 10, max = 60) int demos) {
		double last = 1.1;
		for (long wins = 0; wins <= demos; wins += 5) {
			List<RepFigures> team = new ArrayList<>(theTeam().subList(0, 7));
			team.add(Reps.aRepWith(9, 450, 225, 100, demos, wins));
			double below = Diagnosis.of(Reps.FUNNEL, team, RULES).rep(9).orElseThrow().finding(Reps.CLOSE).probabilityBelow();
			assertTrue(below <= last + 0.02, wins + " of " + demos + ": " + below + " after " + last);
			last = below;
		}
	}

	/** 100 teams of 20 whose true rates are known: a verdict that claims 95 % is right about that often, and a quiet team is left in peace. */
	@Test
	void verdictsAreRightAsOftenAsTheyClaim() {
		Random random = new Random(31);
		int certain = 0;
		int right = 0;
		double expectedWrong = 0;
		for (int run = 0; run < 100; run++) {
			double[] truth = new double[20];
			List<RepFigures> team = new ArrayList<>();
			for (int rep = 0; rep < truth.length; rep++) {
				truth[rep] = Draws.beta(random, 18, 42);
				team.add(Reps.drawn(random, rep, 10, 0.5, 0.5, 0.6, truth[rep]));
			}
			double[] median = Quantiles.mediansOfOthers(truth);
			for (RepDiagnosis rep : Diagnosis.of(Reps.FUNNEL, team, RULES).reps()) {
				Finding close = rep.finding(Reps.CLOSE);
				if (close.verdict().isCertain()) {
					certain++;
					right += close.verdict() == Verdict.BELOW == truth[(int) rep.personId()] < median[(int) rep.personId()] ? 1 : 0;
					expectedWrong += Math.min(close.probabilityBelow(), close.probabilityAbove());
				}
			}
		}
		assertTrue(certain > 100, certain + " certain verdicts in 2000");
		assertTrue(right >= 0.94 * certain, right + " of " + certain);
		assertTrue(certain - right <= 2.5 * expectedWrong + 3, certain - right + " wrong, expected " + expectedWrong);
	}

	@Test
	void amongRepsWhoAreAllTheSameHardlyAnybodyIsSingledOut() {
		Random random = new Random(32);
		long certain = 0;
		long judged = 0;
		for (int run = 0; run < 60; run++) {
			List<RepFigures> team = IntStream.range(0, 20).mapToObj(rep -> Reps.drawn(random, rep, 6, 0.5, 0.4, 0.6, 0.33)).toList();
			Diagnosis diagnosis = Diagnosis.of(Reps.FUNNEL, team, RULES);
			certain += diagnosis.certainCalls();
			judged += diagnosis.reps().stream().flatMap(r -> r.findings().stream()).filter(f -> f.verdict() != Verdict.NOT_ENOUGH_DATA).count();
			assertTrue(diagnosis.expectedWrongCalls() <= 0.05 * diagnosis.certainCalls() + 1e-9);
		}
		assertTrue(judged > 4000, judged + " verdicts");
		assertTrue(certain <= 0.02 * judged, certain + " of " + judged);
	}

	@Test
	void suggestsNothingWhereNothingStandsOut() {
		RepDiagnosis typical = Diagnosis.of(Reps.FUNNEL, theTeam(), RULES).rep(1).orElseThrow();
		assertTrue(typical.suggestions().isEmpty());
		assertFalse(typical.findings().stream().anyMatch(Finding::worse));
	}

	@Test
	void findsTheOneWhoWorksTooFewLeadsThoughVolumesComeInBatches() {
		Random random = new Random(33);
		List<RepFigures> team = new ArrayList<>();
		for (int rep = 0; rep < 12; rep++) {
			List<RepMonth> months = new ArrayList<>();
			for (int month = 0; month < 3; month++) {
				long leads = 3L * Draws.poisson(random, (rep == 7 ? 4.5 : 8) * 20 * (month == 1 ? 0.8 : 1) / 3);
				months.add(new RepMonth(Reps.FIRST.plusMonths(month), 20, List.of(leads, leads / 2, leads / 6, leads / 10, leads / 30), 0, 0));
			}
			team.add(new RepFigures(rep, months, List.of()));
		}
		Diagnosis diagnosis = Diagnosis.of(Reps.FUNNEL, team, RULES);
		assertEquals(Verdict.BELOW, diagnosis.rep(7).orElseThrow().finding(Reps.LEADS).verdict());
		assertEquals(Reps.LEADS, diagnosis.rep(7).orElseThrow().suggestions().get(0).metric());
		assertNull(diagnosis.rep(7).orElseThrow().suggestions().get(0).extraMrrPerMonth(), "no revenue known");
		assertTrue(diagnosis.rep(7).orElseThrow().suggestions().get(0).extraCustomersPerMonth() > 0);
		assertTrue(diagnosis.reps().stream().filter(r -> r.finding(Reps.LEADS).verdict() == Verdict.BELOW).count() <= 2);
	}

	@Property(tries = 150)
	void whateverIsCountedTheFiguresStaySane(@ForAll @Size(min = 1, max = 9) List<@Size(8) List<@IntRange(max = 1_000_000) Integer>> counts) {
		List<RepFigures> team = new ArrayList<>();
		for (List<Integer> c : counts) {
			List<Long> volumes = List.of(edge(c.get(0)), edge(c.get(1)), edge(c.get(2)), edge(c.get(3)), edge(c.get(4)));
			RepMonth month = new RepMonth(Reps.FIRST, c.get(5) % 24, volumes, edge(c.get(6)), edge(c.get(7)));
			team.add(new RepFigures(team.size(), List.of(month), c.get(0) % 2 == 0 ? List.of() : List.of(
					new WonDeal(BigDecimal.valueOf(edge(c.get(6))), c.get(7), BigDecimal.valueOf(c.get(5) % 101, 2)),
					new WonDeal(BigDecimal.valueOf(c.get(5)), c.get(5) % 40, BigDecimal.ZERO))));
		}
		for (RepDiagnosis rep : Diagnosis.of(Reps.FUNNEL, team, RULES).reps()) {
			for (Finding finding : rep.findings()) {
				assertEquals(finding.n() == 0, finding.plain() == null);
				if (finding.standing() != null) {
					assertTrue(Double.isFinite(finding.estimate()) && Double.isFinite(finding.peerMedian()), finding.toString());
					assertEquals(1, finding.probabilityBelow() + finding.probabilityAbove(), 1e-6);
					assertTrue(finding.interval().low() <= finding.interval().high());
				}
				assertTrue(finding.verdict() == Verdict.NOT_ENOUGH_DATA || finding.peers() >= 5);
			}
			for (Suggestion suggestion : rep.suggestions()) {
				assertTrue(suggestion.extraCustomersPerMonth() >= 0 && suggestion.probability() >= 0.8);
				assertTrue(suggestion.extraMrrPerMonth() == null || suggestion.extraMrrPerMonth().signum() >= 0);
			}
		}
	}

	/** Small numbers and none are as likely as large ones. */
	private static long edge(int number) {
		return number % 3 == 0 ? number % 12 : number;
	}

	@Test
	void refusesAMonthThatDoesNotFitTheFunnel() {
		RepFigures short4 = new RepFigures(1, Reps.months(60, 0, 0, 10, 5, 2, 1), List.of());
		assertThrows(IllegalArgumentException.class, () -> Diagnosis.of(Reps.FUNNEL, List.of(short4), RULES));
	}
}
