package org.headcoach.contests.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

import org.headcoach.contests.engine.ContestEffect.Comparison;
import org.headcoach.contests.engine.ContestEffect.Person;
import org.headcoach.contests.engine.ContestEffect.Stretch;
import org.headcoach.contests.engine.ContestEffect.Stretches;
import org.headcoach.contests.engine.ContestEffect.Verdict;
import org.headcoach.shared.Money;
import org.headcoach.shared.statistics.Draws;
import org.headcoach.shared.statistics.Interval;
import org.junit.jupiter.api.Test;

class ContestEffectTest {

	private static final int DAYS = 20;
	private static final Money COST = Money.of("600.00", "USD");

	/** Somebody who did so many in twenty days before, during and after. */
	private static Person person(boolean participant, double before, double during, double after) {
		return new Person(0, participant, new Stretches(stretch(before), stretch(during), stretch(after)), null);
	}

	private static Stretch stretch(double count) {
		return new Stretch(count, null, DAYS);
	}

	private static List<Person> sixWhoGain(double... gains) {
		var people = new ArrayList<Person>();
		for (int i = 0; i < gains.length; i++) {
			people.add(person(true, 20 + 4 * i, 20 + 4 * i + gains[i], 20 + 4 * i));
		}
		return people;
	}

	private static ContestEffect of(List<Person> people) {
		return ContestEffect.of(people, COST);
	}

	private static void assertInterval(double low, double high, Interval interval) {
		assertEquals(low, interval.low(), 1e-4);
		assertEquals(high, interval.high(), 1e-4);
	}

	/** The changes a day are 0.1, 0.2, 0.3, 0.4, 0.5 and -0.1, 0, 0.1, 0, 0; t = 3.8730 with 5.5385 degrees of freedom, 0.1066 .. 0.4934. */
	@Test
	void thePlainExampleIsWelchsTest() {
		var people = new ArrayList<>(sixWhoGain(2, 4, 6, 8, 10));
		for (var gain : new double[] { -2, 0, 2, 0, 0 }) {
			people.add(person(false, 30, 30 + gain, 30));
		}
		var effect = of(people);
		assertEquals(Comparison.OUTSIDERS, effect.during().comparison());
		assertEquals(0.3, effect.during().perDay(), 1e-9);
		assertEquals(28.0 / 20, effect.during().without(), 1e-9, "without it they would have done what they did before");
		assertEquals(0.3 / 1.4, effect.during().relative(), 1e-9);
		assertInterval(0.106568, 0.493432, effect.during().interval());
		assertEquals(Verdict.RAISED, effect.verdict());
		assertEquals(30, effect.extra().units(), 1e-9, "0.3 a day, five people, twenty days");
		assertEquals(Money.of("20.00", "USD"), effect.extra().costOfOne());
		assertTrue(effect.extra().costAtBest().compareTo(effect.extra().costOfOne()) < 0 && effect.extra().costOfOne().compareTo(effect.extra().costAtWorst()) < 0);
	}

	@Test
	void whatHappenedToEverybodyIsNotTheContestsDoing() {
		var people = new ArrayList<>(sixWhoGain(9, 10, 11, 9, 11, 10));
		for (var gain : new double[] { 10, 9, 11, 10, 9, 11 }) {
			people.add(person(false, 30, 30 + gain, 30));
		}
		assertEquals(Verdict.CANNOT_TELL, of(people).verdict());
		assertEquals(0, of(people).during().perDay(), 1e-9);
		assertNull(of(people).extra().costOfOne(), "nothing was bought beyond doubt");
		assertEquals(Verdict.RAISED, of(people.subList(0, 10)).verdict(), "four outsiders are too few to tell");
		assertEquals(Comparison.OWN_BASELINE, of(people.subList(0, 10)).during().comparison());
		assertEquals(4, of(people.subList(0, 10)).during().outsiders());
	}

	@Test
	void fourParticipantsAreNotEnough() {
		var effect = of(sixWhoGain(10, 10, 10, 10));
		assertEquals(Verdict.NOT_ENOUGH_DATA, effect.verdict());
		assertEquals(4, effect.during().participants());
		assertNull(effect.during().perDay());
		assertNull(effect.during().relative());
		assertNull(effect.extra().units());
		assertFalse(effect.gamingWatch());
		assertEquals(Verdict.CANNOT_TELL, of(sixWhoGain(10, -10, 10, -10, 0)).verdict(), "five are");
	}

	@Test
	void whoWasAwayDoesNotCount() {
		var people = new ArrayList<>(sixWhoGain(9, 10, 11, 9, 11));
		people.add(new Person(9, true, new Stretches(stretch(30), new Stretch(0, null, 0), null), null));
		people.add(new Person(10, true, new Stretches(null, stretch(30), null), null));
		assertEquals(5, of(people).during().participants());
		assertEquals(0.5, of(people).during().perDay(), 1e-9);
		assertEquals(50, of(people).extra().units(), 1e-9);
	}

	@Test
	void aFallIsToldLikeARise() {
		assertEquals(Verdict.LOWERED, of(sixWhoGain(-9, -10, -11, -9, -11)).verdict());
		assertNull(of(sixWhoGain(-9, -10, -11, -9, -11)).extra().costOfOne());
		assertEquals(-50, of(sixWhoGain(-9, -10, -11, -9, -11)).extra().units(), 1e-9);
	}

	@Test
	void theDipAfterTheEndIsMeasuredLikeTheChange() {
		var people = new ArrayList<Person>();
		for (int i = 0; i < 6; i++) {
			people.add(person(true, 40, 50 + i % 2, 32 + i % 2));
		}
		var effect = of(people);
		assertEquals(Verdict.RAISED, effect.verdict());
		assertEquals(Verdict.LOWERED, effect.after().verdict(), "pulled forward");
		assertEquals(-0.375, effect.after().perDay(), 1e-9);
		people.replaceAll(person -> new Person(0, true, new Stretches(person.now().before(), person.now().during(), null), null));
		assertEquals(Verdict.NOT_ENOUGH_DATA, of(people).after().verdict(), "not over yet");
		assertEquals(0, of(people).after().participants());
	}

	@Test
	void withoutOutsidersLastYearsSeasonIsTakenOut() {
		var people = new ArrayList<Person>();
		for (int i = 0; i < 8; i++) {
			var level = 20 + 5 * i;
			// a summer slump of a fifth, this year as last year
			people.add(new Person(i, true, new Stretches(stretch(level), stretch(0.8 * level + i % 3 - 1), null), new Stretches(stretch(level + 3), stretch(0.8 * (level + 3) + i % 2 - 0.5), null)));
		}
		var effect = of(people);
		assertEquals(Comparison.LAST_YEAR, effect.during().comparison());
		assertEquals(Verdict.CANNOT_TELL, effect.verdict());
		assertEquals(0.8 * 37.5 / DAYS, effect.during().without(), 0.03);
		var withoutYear = people.stream().map(person -> new Person(person.personId(), true, person.now(), null)).toList();
		assertEquals(Verdict.LOWERED, of(withoutYear).verdict(), "without last year the slump looks like the contest's");
	}

	@Test
	void theLessIsKnownOfLastYearTheWiderTheInterval() {
		var steady = new ArrayList<Person>();
		var jumpy = new ArrayList<Person>();
		for (int i = 0; i < 8; i++) {
			var now = new Stretches(stretch(40), stretch(44 + i % 2), null);
			steady.add(new Person(i, true, now, new Stretches(stretch(40), stretch(40), null)));
			jumpy.add(new Person(i, true, now, new Stretches(stretch(40), stretch(40 + (i % 2 == 0 ? 15 : -15)), null)));
		}
		assertEquals(Verdict.RAISED, of(steady).verdict());
		assertEquals(Verdict.CANNOT_TELL, of(jumpy).verdict());
		assertEquals(of(steady).during().perDay(), of(jumpy).during().perDay(), 1e-9);
	}

	private static Person withNext(double before, double nextBefore, double during, double nextDuring) {
		return new Person(0, true, new Stretches(new Stretch(before, nextBefore, DAYS), new Stretch(during, nextDuring, DAYS), null), null);
	}

	@Test
	void moreDoneAndLessComeOfItIsAGamingWatch() {
		var people = new ArrayList<Person>();
		for (int i = 0; i < 8; i++) {
			people.add(withNext(40, 20 + i % 3, 80 + i % 5, 20 + i % 2));
		}
		var effect = of(people);
		assertEquals(167.0 / 320, effect.spillOver().before(), 1e-9);
		assertEquals(164.0 / 653, effect.spillOver().during(), 1e-9);
		assertEquals(164.0 / 653 - 167.0 / 320, effect.spillOver().difference(), 1e-9);
		assertEquals(Verdict.LOWERED, effect.spillOver().verdict());
		assertTrue(effect.gamingWatch());
	}

	@Test
	void oneWithoutTheOtherIsNone() {
		var alike = new ArrayList<Person>();
		var lazy = new ArrayList<Person>();
		for (int i = 0; i < 8; i++) {
			alike.add(withNext(40, 20 + i % 3, 80 + i % 5, 40 + i % 4));
			lazy.add(withNext(40 + i % 2, 20 + i % 3, 40 + i % 3, 10 + i % 2));
		}
		assertEquals(Verdict.RAISED, of(alike).verdict());
		assertEquals(Verdict.CANNOT_TELL, of(alike).spillOver().verdict());
		assertFalse(of(alike).gamingWatch());
		assertEquals(Verdict.LOWERED, of(lazy).spillOver().verdict());
		assertFalse(of(lazy).gamingWatch());
		assertEquals(Verdict.NOT_ENOUGH_DATA, of(sixWhoGain(1, 2, 3, 4, 5)).spillOver().verdict(), "there is no next step");
	}

	@Test
	void peopleWhoAllChangeAlikeLeaveNoDoubt() {
		assertEquals(Verdict.RAISED, of(sixWhoGain(5, 5, 5, 5, 5)).verdict());
		assertEquals(Verdict.CANNOT_TELL, of(sixWhoGain(0, 0, 0, 0, 0)).verdict());
		assertInterval(0.25, 0.25, of(sixWhoGain(5, 5, 5, 5, 5)).during().interval());
	}

	/** People differ in level, the season moves everybody, and counts are pure chance around that. */
	private static List<Person> company(Random random, int participants, int outsiders, double lift, boolean lastYear) {
		var people = new ArrayList<Person>();
		for (int i = 0; i < participants + outsiders; i++) {
			var level = DAYS * (1 + 2 * random.nextDouble());
			var in = i < participants;
			var then = lastYear ? new Stretches(stretch(Draws.poisson(random, level)), stretch(Draws.poisson(random, 0.85 * level)), null) : null;
			people.add(new Person(i, in, new Stretches(stretch(Draws.poisson(random, level)), stretch(Draws.poisson(random, 0.85 * level + (in ? DAYS * lift : 0))), null), then));
		}
		return people;
	}

	private static double share(int runs, double lift, int outsiders, boolean lastYear, Predicate<ContestEffect> says) {
		var random = new Random(11);
		var count = 0;
		for (int i = 0; i < runs; i++) {
			count += says.test(of(company(random, 12, outsiders, lift, lastYear))) ? 1 : 0;
		}
		return (double) count / runs;
	}

	@Test
	void withoutAnEffectItIsRarelySaidThatThereWasOne() {
		assertEquals(0.05, share(2_000, 0, 12, false, effect -> effect.verdict() != Verdict.CANNOT_TELL), 0.02);
		assertEquals(0.05, share(2_000, 0, 0, true, effect -> effect.verdict() != Verdict.CANNOT_TELL), 0.025);
	}

	@Test
	void theIntervalHoldsTheTruth() {
		assertEquals(0.95, share(2_000, 0.5, 12, false, effect -> effect.during().interval().contains(0.5)), 0.02);
		assertEquals(0.95, share(2_000, 0.5, 0, true, effect -> effect.during().interval().contains(0.5)), 0.025);
	}

	@Test
	void aClearEffectIsSeen() {
		assertTrue(share(500, 0.6, 12, false, effect -> effect.verdict() == Verdict.RAISED) > 0.6);
		assertTrue(share(500, 1.0, 12, false, effect -> effect.verdict() == Verdict.RAISED) > 0.97);
	}
}
