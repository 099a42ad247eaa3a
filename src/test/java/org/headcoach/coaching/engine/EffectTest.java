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
	 * @param lift by what coaching multiplies the rate of the worst fifth, who are coached because they were worst
	 * @param common by what the season multiplies everybody's
	 * @param wander how much true rates move by themselves from one period to the next
	 */
	private record Company(int reps, double strength, int trials, double lift, double common, double wander) {

		List<CoachingEffect> quarter(Random random, String cohort) {
			List<BeforeAndAfter> all = new ArrayList<>();
			double[] truth = new double[reps];
			for (int rep = 0; rep < reps; rep++) {
				truth[rep] = Draws.beta(random, 0.3 * strength, 0.7 * strength);
				all.add(new BeforeAndAfter(rep, share(random, truth[rep]), null));
			}
			all.sort(Comparator.comparingDouble(p -> p.before().plain()));
			List<BeforeAndAfter> coached = new ArrayList<>();
			List<BeforeAndAfter> uncoached = new ArrayList<>();
			for (BeforeAndAfter rep : all) {
				boolean worst = coached.size() < reps / 5;
				double rate = truth[(int) rep.personId()] * common * (worst ? lift : 1);
				(worst ? coached : uncoached).add(new BeforeAndAfter(rep.personId(), rep.before(), share(random, rate)));
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

	@ParameterizedTest(name = "{0} reps, alike {1}, n {2}, wandering {3}")
	@CsvSource({ "20, 80, 100, 0", "20, 80, 100, 0.1", "50, 80, 100, 0", "50, 20, 30, 0.1", "50, 1000, 100, 0", "8, 80, 100, 0.1", "20, 1000, 30, 0" })
	void withoutATrueEffectTheWorstAreSeldomCalledBetterThoughTheyAllSeemTo(int reps, double strength, int trials, double wander) {
		List<CoachingEffect> effects = new Company(reps, strength, trials, 1, 1.1, wander).quarters(6000 / reps, 41);
		double naive = effects.stream().filter(e -> e.naiveChange() != null).mapToDouble(CoachingEffect::naiveChange).average().orElseThrow();
		double corrected = effects.stream().mapToDouble(e -> e.change().log()).average().orElseThrow();
		assertTrue(naive > 0.25, "the plain figures recover by themselves: " + naive);
		assertTrue(Math.abs(corrected) < 0.11, "the correction takes that out: " + corrected);
		assertTrue(share(effects, EffectVerdict.BETTER) <= 0.06, "better: " + share(effects, EffectVerdict.BETTER));
		assertTrue(share(effects, EffectVerdict.WORSE) <= 0.08, "worse: " + share(effects, EffectVerdict.WORSE));
		assertTrue(effects.stream().filter(e -> e.change().interval().contains(0)).count() >= 0.86 * effects.size());
	}

	@Test
	void aRealEffectIsFoundWithAdequateData() {
		List<CoachingEffect> effects = new Company(50, 80, 400, 1.4, 1.1, 0).quarters(20, 42);
		assertTrue(share(effects, EffectVerdict.BETTER) >= 0.75, "better: " + share(effects, EffectVerdict.BETTER));
		assertEquals(0.4, effects.stream().mapToDouble(e -> e.change().relative()).average().orElseThrow(), 0.05);
		assertTrue(effects.stream().filter(e -> e.change().interval().contains(0.4)).count() >= 0.85 * effects.size());
		assertEquals(0, share(effects, EffectVerdict.WORSE));
	}

	@Test
	void withLittleDataTheAnswerIsMostlyThatOneCannotTell() {
		List<CoachingEffect> effects = new Company(50, 80, 30, 1.2, 1, 0).quarters(20, 43);
		assertTrue(share(effects, EffectVerdict.CANNOT_TELL) >= 0.8, "cannot tell: " + share(effects, EffectVerdict.CANNOT_TELL));
	}

	@Test
	void pooledOverManyPlansASmallerEffectIsFoundAndNoneIsNotInvented() {
		List<CoachingEffect> real = new Company(50, 80, 100, 1.3, 1.1, 0.05).quarters(4, 44);
		PooledEffect found = PooledEffect.of(real, RULES);
		assertEquals(EffectVerdict.BETTER, found.verdict());
		assertTrue(found.interval().contains(0.3), found.toString());
		assertEquals(40, found.plans());
		int invented = 0;
		for (int run = 0; run < 60; run++) {
			invented += PooledEffect.of(new Company(50, 80, 100, 1, 1.1, 0.05).quarters(1, 1000 + run), RULES).verdict() == EffectVerdict.BETTER ? 1 : 0;
		}
		assertTrue(invented <= 6, invented + " of 60");
	}

	@Test
	void onePlanMoreOfTheSameCohortDoesNotMakeTheSharedComparisonSurer() {
		CoachingEffect one = new Company(20, 80, 100, 1, 1, 0).quarters(1, 46).get(0);
		PooledEffect many = PooledEffect.of(Collections.nCopies(1000, one), RULES);
		assertTrue(many.interval().width() > 3 * Math.sqrt(one.change().sharedVariance()) * (1 + one.change().relative()), many.toString());
	}

	/** The example of the documentation: 40 peers around 40 %; a rep goes from 24 of 80 to 36 of 80. */
	@Test
	void theWorkedExampleOfTheDocumentation() {
		List<BeforeAndAfter> peers = new ArrayList<>();
		for (int peer = 0; peer < 40; peer++) {
			int before = 26 + peer % 13;
			peers.add(new BeforeAndAfter(peer, new Observation.Share(before, 80), new Observation.Share(30 + (before + peer) % 5, 80)));
		}
		CoachingEffect effect = EffectMeasurement.measure(Reps.DISCOVERY, COHORT,
				List.of(new BeforeAndAfter(99, new Observation.Share(24, 80), new Observation.Share(36, 80))), peers, RULES).get(0);
		assertEquals(0.30, effect.rep().before().plain(), 1e-12);
		assertEquals(0.45, effect.rep().after().plain(), 1e-12);
		assertEquals(0.50, effect.naiveChange(), 1e-12);
		assertEquals(0.395, effect.change().expected(), 0.0005);
		assertEquals(0.149, effect.change().relative(), 0.0005);
		assertEquals(-0.094, effect.change().interval().low(), 0.0005);
		assertEquals(0.457, effect.change().interval().high(), 0.0005);
		assertEquals(0.834, effect.change().probabilityBetter(), 0.0005);
		assertEquals(EffectVerdict.CANNOT_TELL, effect.verdict());
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
		List<CoachingEffect> effects = new Company(20, 80, 100, 1, 1, 0).quarters(1, 48);
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
