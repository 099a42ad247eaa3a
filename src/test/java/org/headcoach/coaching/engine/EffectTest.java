package org.headcoach.coaching.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.headcoach.shared.statistics.Draws;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Did coaching work? Told on simulated companies whose truth is known. */
class EffectTest {

	private static final DiagnosisRules RULES = DiagnosisRules.standard();
	private static final String COHORT = "2026-06..2026-08/2026-09..2026-11";

	/**
	 * @param strength how alike the true rates around 30 % are (80: from about 20 to 40 %)
	 * @param lift by what coaching multiplies the rate of the worst fifth of the baseline, who are coached because they were worst
	 * @param common by what the season multiplies everybody's
	 * @param wander how much true rates move by themselves from one period to the next
	 * @param history how many periods before the baseline are known
	 * @param lasting how many reps have always won a third of what the others win; they are coached too
	 */
	private record Company(int reps, double strength, int trials, double lift, double common, double wander, int history, int lasting) {

		List<CoachingEffect> quarter(Random random, String cohort) {
			List<BeforeAndAfter> all = new ArrayList<>();
			double[] truth = new double[reps];
			for (int rep = 0; rep < reps; rep++) {
				truth[rep] = rep < lasting ? 0.1 : Draws.beta(random, 0.3 * strength, 0.7 * strength);
				List<Observation> earlier = new ArrayList<>();
				for (int period = 0; period < history; period++) {
					earlier.add(share(random, truth[rep]));
				}
				all.add(new BeforeAndAfter(rep, earlier, share(random, truth[rep]), null));
			}
			all.sort(Comparator.comparingDouble(p -> p.before().plain()));
			List<BeforeAndAfter> coached = new ArrayList<>();
			List<BeforeAndAfter> uncoached = new ArrayList<>();
			for (BeforeAndAfter rep : all) {
				boolean worst = coached.size() < reps / 5 || rep.personId() < lasting;
				double rate = truth[(int) rep.personId()] * common * (worst ? lift : 1);
				(worst ? coached : uncoached).add(new BeforeAndAfter(rep.personId(), rep.earlier(), rep.before(), share(random, rate)));
			}
			return EffectMeasurement.measure(Reps.DISCOVERY, cohort, coached, uncoached, RULES);
		}

		private Observation.Share share(Random random, double rate) {
			return new Observation.Share(Draws.binomial(random, trials, Math.min(0.99, rate * Math.exp(wander * random.nextGaussian()))), trials);
		}

		List<CoachingEffect> quarters(int count, long seed) {
			Random random = new Random(seed);
			return IntStream.range(0, count).boxed().flatMap(quarter -> quarter(random, "quarter " + quarter).stream()).toList();
		}
	}

	@ParameterizedTest(name = "{0} reps, alike {1}, n {2}, wandering {3}, {4} periods before the baseline")
	@CsvSource({ "20, 80, 100, 0, 4", "20, 80, 100, 0.1, 3", "50, 80, 100, 0.2, 2", "50, 20, 30, 0.1, 4", "50, 1000, 100, 0, 4", "8, 80, 100, 0.1, 4",
			"20, 1000, 30, 0, 1" })
	void withoutATrueEffectTheWorstAreCalledBetterOrWorseNoMoreThanNominally(int reps, double strength, int trials, double wander, int history) {
		List<CoachingEffect> effects = new Company(reps, strength, trials, 1, 1.1, wander, history, 0).quarters(2000 / reps, 41);
		double naive = effects.stream().filter(e -> e.naiveChange() != null).mapToDouble(CoachingEffect::naiveChange).average().orElseThrow();
		double corrected = effects.stream().mapToDouble(e -> e.change().log()).average().orElseThrow();
		assertTrue(naive > 0.25, "the plain figures recover by themselves: " + naive);
		assertTrue(Math.abs(corrected) < 0.06, "the forecast has that in it: " + corrected);
		// 5 % of either kind is what the rule promises; 400 simulated plans leave 3 % to chance
		assertTrue(share(effects, EffectVerdict.BETTER) <= 0.08, "better: " + share(effects, EffectVerdict.BETTER));
		assertTrue(share(effects, EffectVerdict.WORSE) <= 0.08, "worse: " + share(effects, EffectVerdict.WORSE));
		assertTrue(effects.stream().filter(e -> e.change().interval().contains(0)).count() >= 0.87 * effects.size());
	}

	@ParameterizedTest(name = "{0} reps, alike {1}, n {2}, wandering {3}")
	@CsvSource({ "20, 80, 100, 0", "20, 80, 100, 0.1", "8, 80, 100, 0.1" })
	void whereNothingIsKnownBeforeTheBaselineNoneIsCalledBetterAboveTheNominalRateEither(int reps, double strength, int trials, double wander) {
		List<CoachingEffect> effects = new Company(reps, strength, trials, 1, 1.1, wander, 0, 0).quarters(2000 / reps, 41);
		assertTrue(share(effects, EffectVerdict.BETTER) <= 0.07, "better: " + share(effects, EffectVerdict.BETTER));
		assertTrue(share(effects, EffectVerdict.WORSE) <= 0.11, "worse: " + share(effects, EffectVerdict.WORSE));
	}

	@ParameterizedTest(name = "{0} reps, alike {1}, n {2}, wandering {3}")
	@CsvSource({ "20, 80, 60, 0.05", "12, 80, 60, 0.1", "20, 80, 100, 0.1" })
	void whoeverHasAlwaysBeenFarBehindIsExpectedToStayThere(int reps, double strength, int trials, double wander) {
		List<CoachingEffect> effects = new Company(reps, strength, trials, 1, 1.1, wander, 3, 1).quarters(200, 45).stream().filter(e -> e.personId() == 0).toList();
		assertEquals(200, effects.size());
		// 10 % is what the rule promises of both together; of one so far out more of it are "worse" than "better", and 200 simulated plans leave 4 % to chance
		assertTrue(share(effects, EffectVerdict.BETTER) <= 0.07, "better: " + share(effects, EffectVerdict.BETTER));
		assertTrue(share(effects, EffectVerdict.WORSE) <= 0.13, "worse: " + share(effects, EffectVerdict.WORSE));
		assertTrue(share(effects, EffectVerdict.CANNOT_TELL) >= 0.85, "cannot tell: " + share(effects, EffectVerdict.CANNOT_TELL));
		double corrected = effects.stream().mapToDouble(e -> e.change().log()).average().orElseThrow();
		assertTrue(Math.abs(corrected) < 0.17, "of a third of the others' rate: " + corrected);
	}

	@ParameterizedTest(name = "n {0}")
	@CsvSource({ "60, 0.3", "100, 0.4", "200, 0.55", "400, 0.75" })
	void aTrueEffectOfThirtyPercentIsFoundAsOftenAsTheDocumentationSays(int trials, double power) {
		List<CoachingEffect> effects = new Company(50, 80, trials, 1.3, 1.1, 0.05, 4, 0).quarters(20, 42);
		assertTrue(share(effects, EffectVerdict.BETTER) >= power, "better: " + share(effects, EffectVerdict.BETTER));
		assertEquals(0, share(effects, EffectVerdict.WORSE), 0.01);
		assertEquals(Math.log(1.3), effects.stream().mapToDouble(e -> e.change().log()).average().orElseThrow(), 0.04);
		assertTrue(effects.stream().filter(e -> e.change().interval().contains(0.3)).count() >= 0.86 * effects.size());
	}

	@Test
	void withLittleDataTheAnswerIsMostlyThatOneCannotTell() {
		List<CoachingEffect> effects = new Company(50, 80, 30, 1.2, 1, 0, 4, 0).quarters(20, 43);
		assertTrue(share(effects, EffectVerdict.CANNOT_TELL) >= 0.75, "cannot tell: " + share(effects, EffectVerdict.CANNOT_TELL));
	}

	@Test
	void pooledOverManyPlansASmallerEffectIsFoundAndNoneIsNotInvented() {
		List<CoachingEffect> real = new Company(50, 80, 100, 1.3, 1.1, 0.05, 4, 0).quarters(4, 44);
		PooledEffect found = PooledEffect.of(real, RULES);
		assertEquals(EffectVerdict.BETTER, found.verdict());
		assertTrue(found.interval().contains(0.3), found.toString());
		assertEquals(40, found.plans());
	}

	@ParameterizedTest(name = "{0} reps, wandering {1}, {2} periods before the baseline")
	@CsvSource({ "50, 0.05, 4", "8, 0.1, 4", "8, 0.1, 0", "20, 0.1, 0" })
	void pooledOverAQuarterNoEffectIsInvented(int reps, double wander, int history) {
		int better = 0;
		int worse = 0;
		for (int run = 0; run < 60; run++) {
			EffectVerdict verdict = PooledEffect.of(new Company(reps, 80, 100, 1, 1.1, wander, history, 0).quarters(reps < 20 ? 4 : 1, 1000 + run), RULES).verdict();
			better += verdict == EffectVerdict.BETTER ? 1 : 0;
			worse += verdict == EffectVerdict.WORSE ? 1 : 0;
		}
		assertTrue(better <= 6, better + " of 60 better");
		assertTrue(worse <= 6, worse + " of 60 worse");
	}

	@Test
	void onePlanMoreOfTheSameCohortDoesNotMakeTheSharedComparisonSurer() {
		CoachingEffect one = new Company(20, 80, 100, 1, 1, 0, 4, 0).quarters(1, 46).get(0);
		PooledEffect many = PooledEffect.of(Collections.nCopies(1000, one), RULES);
		assertTrue(many.interval().width() > 3 * Math.sqrt(one.change().sharedVariance()) * (1 + one.change().relative()), many.toString());
	}

	/** The example of the documentation: 40 peers around 40 %; a rep goes from 24 of 80 to 36 of 80, having won 32 or 24 of 80 in each quarter of the year before. */
	@ParameterizedTest(name = "{0} of 80 in each quarter before")
	@CsvSource({ "32, 0.3929, 0.154, -0.0896, 0.4632, 0.8398, CANNOT_TELL", "24, 0.3323, 0.3647, 0.0458, 0.7873, 0.973, BETTER" })
	void theWorkedExampleOfTheDocumentation(int usual, double expected, double change, double low, double high, double probability, EffectVerdict verdict) {
		List<BeforeAndAfter> peers = new ArrayList<>();
		for (int peer = 0; peer < 40; peer++) {
			int before = 26 + peer % 13;
			List<Observation> earlier = List.of(won(before + 2), won(before - 1), won(before + 1));
			peers.add(new BeforeAndAfter(peer, earlier, won(before), won(before + (peer % 5) - 1)));
		}
		CoachingEffect effect = EffectMeasurement.measure(Reps.DISCOVERY, COHORT,
				List.of(new BeforeAndAfter(99, List.of(won(usual), won(usual), won(usual)), won(24), won(36))), peers, RULES).get(0);
		assertEquals(0.50, effect.naiveChange(), 1e-12);
		assertEquals(expected, effect.change().expected(), 0.0005);
		assertEquals(change, effect.change().relative(), 0.0005);
		assertEquals(low, effect.change().interval().low(), 0.0005);
		assertEquals(high, effect.change().interval().high(), 0.0005);
		assertEquals(probability, effect.change().probabilityBetter(), 0.0005);
		assertEquals(verdict, effect.verdict());
	}

	private static Observation.Share won(long demos) {
		return new Observation.Share(demos, 80);
	}

	@Test
	void periodsThatArePutTogetherAreCountedOnce() {
		Observation all = new BeforeAndAfter(1, List.of(new Observation.Share(1, 10), new Observation.Share(2, 20)), new Observation.Share(3, 30), null).known();
		assertEquals(new Observation.Share(6, 60), all);
		Observation.Sample one = Observation.Sample.ofAmounts(List.of(new BigDecimal("100"), new BigDecimal("300")));
		Observation.Sample two = Observation.Sample.ofAmounts(List.of(new BigDecimal("500")));
		Observation.Sample both = one.with(two);
		Observation.Sample atOnce = Observation.Sample.ofAmounts(List.of(new BigDecimal("100"), new BigDecimal("300"), new BigDecimal("500")));
		assertEquals(atOnce.average(), both.average(), 1e-9);
		assertEquals(atOnce.centre(), both.centre(), 1e-9);
		assertEquals(atOnce.squares(), both.squares(), 1e-9);
	}

	@Test
	void lowerChurnIsBetter() {
		List<BeforeAndAfter> peers = new ArrayList<>();
		for (int peer = 0; peer < 20; peer++) {
			peers.add(new BeforeAndAfter(peer, new Observation.Share(25 + peer % 8, 600), new Observation.Share(28 + peer % 5, 600)));
		}
		List<BeforeAndAfter> coached = List.of(new BeforeAndAfter(50, new Observation.Share(60, 600), new Observation.Share(20, 600)),
				new BeforeAndAfter(51, new Observation.Share(28, 600), new Observation.Share(80, 600)));
		List<CoachingEffect> effects = EffectMeasurement.measure(Reps.CHURN, COHORT, coached, peers, RULES);
		assertEquals(EffectVerdict.BETTER, effects.get(0).verdict());
		assertTrue(effects.get(0).change().relative() < 0 && effects.get(0).change().log() > 0);
		assertEquals(EffectVerdict.WORSE, effects.get(1).verdict());
	}

	@Test
	void volumesAndRevenueAreMeasuredTheSameWay() {
		Random random = new Random(47);
		List<BeforeAndAfter> pace = new ArrayList<>();
		List<BeforeAndAfter> revenue = new ArrayList<>();
		for (int peer = 0; peer < 30; peer++) {
			double own = 8 + 2 * random.nextGaussian();
			pace.add(new BeforeAndAfter(peer, new Observation.Pace(Draws.poisson(random, own * 60), 60), new Observation.Pace(Draws.poisson(random, own * 40 * 0.8), 40)));
			revenue.add(new BeforeAndAfter(peer, amounts(random, 500, 15), amounts(random, 500, 15)));
		}
		CoachingEffect more = EffectMeasurement.measure(Reps.LEADS, COHORT,
				List.of(new BeforeAndAfter(90, new Observation.Pace(300, 60), new Observation.Pace(320, 40))), pace, RULES).get(0);
		assertEquals(EffectVerdict.BETTER, more.verdict());
		assertEquals(-0.2, more.change().common(), 0.05);
		CoachingEffect dearer = EffectMeasurement.measure(Reps.MRR, COHORT,
				List.of(new BeforeAndAfter(90, amounts(random, 300, 20), amounts(random, 900, 20))), revenue, RULES).get(0);
		assertEquals(EffectVerdict.BETTER, dearer.verdict());
		assertTrue(dearer.change().expected() > 300 && dearer.change().expected() < 600, dearer.toString());
	}

	@Test
	void doesNotMeasureWithLittleDataOrFewPeers() {
		List<BeforeAndAfter> peers = new ArrayList<>();
		for (int peer = 0; peer < 5; peer++) {
			peers.add(new BeforeAndAfter(peer, new Observation.Share(30 + peer, 80), new Observation.Share(31, 80)));
		}
		BeforeAndAfter rep = new BeforeAndAfter(9, new Observation.Share(20, 80), new Observation.Share(30, 80));
		assertTrue(EffectMeasurement.measure(Reps.DISCOVERY, COHORT, List.of(rep), peers, RULES).get(0).measured());
		CoachingEffect fewPeers = EffectMeasurement.measure(Reps.DISCOVERY, COHORT, List.of(rep), peers.subList(0, 4), RULES).get(0);
		assertEquals(EffectVerdict.NOT_ENOUGH_DATA, fewPeers.verdict());
		assertFalse(fewPeers.measured());
		assertNull(fewPeers.change());
		assertEquals(0.25, fewPeers.rep().before().plain(), 1e-12);
		BeforeAndAfter hardlyAny = new BeforeAndAfter(9, new Observation.Share(20, 80), new Observation.Share(3, 9));
		assertEquals(EffectVerdict.NOT_ENOUGH_DATA, EffectMeasurement.measure(Reps.DISCOVERY, COHORT, List.of(hardlyAny), peers, RULES).get(0).verdict());
		BeforeAndAfter none = new BeforeAndAfter(9, new Observation.Share(0, 0), new Observation.Share(0, 0));
		assertNull(EffectMeasurement.measure(Reps.DISCOVERY, COHORT, List.of(none), List.of(), RULES).get(0).naiveChange());
	}

	@Test
	void aGroupInWhichNothingEverHappensIsNotEnoughDataRatherThanAWildNumber() {
		List<BeforeAndAfter> peers = new ArrayList<>();
		for (int peer = 0; peer < 12; peer++) {
			peers.add(new BeforeAndAfter(peer, new Observation.Share(0, 60), new Observation.Share(0, 60)));
		}
		BeforeAndAfter rep = new BeforeAndAfter(50, new Observation.Share(0, 60), new Observation.Share(2, 60));
		CoachingEffect effect = EffectMeasurement.measure(Reps.CHURN, COHORT, List.of(rep), peers, RULES).get(0);
		assertEquals(EffectVerdict.NOT_ENOUGH_DATA, effect.verdict());
		assertNull(effect.naiveChange(), "no change relative to nothing");
	}

	@Test
	void poolsNothingOutOfTwoPlans() {
		List<CoachingEffect> effects = new Company(20, 80, 100, 1, 1, 0, 4, 0).quarters(1, 48);
		assertEquals(EffectVerdict.NOT_ENOUGH_DATA, PooledEffect.of(effects.subList(0, 2), RULES).verdict());
		assertEquals(3, PooledEffect.of(effects.subList(0, 3), RULES).measured());
	}

	private static double share(List<CoachingEffect> effects, EffectVerdict verdict) {
		return effects.stream().filter(e -> e.verdict() == verdict).count() / (double) effects.size();
	}

	private static Observation amounts(Random random, double typical, int count) {
		return Observation.Sample.ofAmounts(IntStream.range(0, count).mapToObj(i -> BigDecimal.valueOf(typical * Math.exp(0.4 * random.nextGaussian()))).toList());
	}
}
