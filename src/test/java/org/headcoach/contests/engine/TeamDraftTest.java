package org.headcoach.contests.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.headcoach.contests.engine.TeamDraft.ImpossibleWish;
import org.headcoach.shared.BusinessException;
import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class TeamDraftTest {

	/** Person 1 is expected to score 1, person 2 to score 2 and so on. */
	private static List<Player> players(int people) {
		return LongStream.rangeClosed(1, people).mapToObj(id -> new Player(id, id, null)).toList();
	}

	private static List<Player> inRegions(int... sizes) {
		var players = new ArrayList<Player>();
		for (int region = 0; region < sizes.length; region++) {
			for (int i = 0; i < sizes[region]; i++) {
				players.add(new Player(100L * region + i, i, (long) region));
			}
		}
		return players;
	}

	private static List<List<Long>> draft(List<Player> players, int teams) {
		return TeamDraft.draft(players, teams, Set.of(), Set.of(), false, 1);
	}

	private static List<Integer> sizes(List<List<Long>> teams) {
		return teams.stream().map(List::size).toList();
	}

	private static int teamOf(List<List<Long>> teams, long person) {
		return IntStream.range(0, teams.size()).filter(i -> teams.get(i).contains(person)).findFirst().orElseThrow();
	}

	private static boolean together(List<List<Long>> teams, Pair pair) {
		return teamOf(teams, pair.one()) == teamOf(teams, pair.other());
	}

	@Test
	void k1TwelvePeopleMakeFourTeamsOfThree() {
		var players = players(12);
		var teams = draft(players, 4);
		assertEquals(List.of(3, 3, 3, 3), sizes(teams));
		// 78 in four teams: two of 19 and two of 20
		assertEquals(1.0 / 3, TeamDraft.spread(players, teams), 1e-9);
	}

	@Test
	void k2ElevenPeopleMakeTeamsOfFourFourAndThreeThatAreEvenPerHead() {
		var players = players(11);
		var teams = draft(players, 3);
		assertEquals(List.of(4, 4, 3), sizes(teams));
		assertEquals(0, TeamDraft.spread(players, teams), 1e-9, "6 for each head");
	}

	@Test
	void theStrongestOfATeamComesFirst() {
		for (var team : draft(players(12), 4)) {
			assertEquals(team.stream().sorted(Collections.reverseOrder()).toList(), team);
		}
	}

	@Test
	void wishesAreHonoured() {
		var together = Set.of(new Pair(12, 11), new Pair(1, 2), new Pair(2, 3));
		var apart = Set.of(new Pair(10, 9), new Pair(9, 8), new Pair(8, 10), new Pair(12, 10), new Pair(7, 99));
		var teams = TeamDraft.draft(players(12), 4, together, apart, false, 1);
		assertEquals(List.of(3, 3, 3, 3), sizes(teams));
		together.forEach(pair -> assertTrue(together(teams, pair), pair + " in " + teams));
		apart.stream().filter(pair -> pair.other() != 99).forEach(pair -> assertTrue(!together(teams, pair), pair + " in " + teams));
	}

	@Test
	void refusesAWishThatContradictsOthersAndNamesThePair() {
		var refusal = assertThrows(ImpossibleWish.class, () -> TeamDraft.draft(players(12), 4, Set.of(new Pair(1, 2), new Pair(2, 3)), Set.of(new Pair(3, 1)), false, 1));
		assertEquals("contests.error.together-and-apart", refusal.key());
		assertEquals(new Pair(1, 3), refusal.pair());
		assertEquals(List.of("Ann", "Bob"), refusal.naming(id -> id == 1 ? "Ann" : "Bob").arguments());
	}

	@Test
	void refusesMoreFriendsThanATeamHasPlaces() {
		var refusal = assertThrows(ImpossibleWish.class,
				() -> TeamDraft.draft(players(12), 4, Set.of(new Pair(1, 2), new Pair(2, 3), new Pair(3, 4)), Set.of(), false, 1));
		assertEquals("contests.error.together-too-many", refusal.key());
		assertEquals(List.of(3L, 4L, 4, 3), refusal.arguments());
	}

	@Test
	void refusesTheWishThatLeavesNoWay() {
		var five = new HashSet<Pair>();
		for (long one = 1; one <= 5; one++) {
			for (long other = one + 1; other <= 5; other++) {
				five.add(new Pair(one, other));
			}
		}
		var apart = assertThrows(ImpossibleWish.class, () -> TeamDraft.draft(players(12), 4, Set.of(), five, false, 1));
		assertEquals("contests.error.apart-no-way", apart.key());
		assertEquals(new Pair(4, 5), apart.pair(), "the last of those who cannot all be in different teams");
		var pairs = Set.of(new Pair(1, 2), new Pair(3, 4), new Pair(5, 6), new Pair(7, 8), new Pair(9, 10));
		var together = assertThrows(ImpossibleWish.class, () -> TeamDraft.draft(players(12), 4, pairs, Set.of(), false, 1));
		assertEquals("contests.error.together-no-way", together.key(), "a team of three holds one pair");
		assertEquals(new Pair(9, 10), together.pair());
	}

	@Test
	void refusesAPairOfWhomOneDoesNotPlay() {
		assertEquals("contests.error.together-absent", assertThrows(ImpossibleWish.class, () -> TeamDraft.draft(players(4), 2, Set.of(new Pair(1, 9)), Set.of(), false, 1)).key());
	}

	@Test
	void refusesMoreTeamsThanPeople() {
		assertEquals("contests.error.more-teams-than-people", assertThrows(BusinessException.class, () -> draft(players(3), 4)).key());
		assertEquals("contests.error.more-teams-than-people", assertThrows(BusinessException.class, () -> draft(players(3), 0)).key());
		assertThrows(IllegalArgumentException.class, () -> draft(List.of(new Player(1, 1, null), new Player(1, 2, null)), 1));
	}

	@Test
	void teamsOfOneRegionEach() {
		var players = inRegions(7, 3, 4);
		var teams = TeamDraft.draft(players, 4, Set.of(), Set.of(), true, 1);
		assertEquals(List.of(4, 4, 3, 3), sizes(teams));
		teams.forEach(team -> assertEquals(1, team.stream().map(id -> id / 100).distinct().count(), "one region in " + team));
	}

	@Test
	void refusesRegionsThatCannotBeCutAndSaysWhatWorks() {
		var refusal = assertThrows(BusinessException.class, () -> TeamDraft.draft(inRegions(5, 5, 4), 4, Set.of(), Set.of(), true, 1));
		assertEquals("contests.error.regions", refusal.key());
		assertEquals(List.of(4, 3, "3, 6, 8, 9, 10"), refusal.arguments());
		assertEquals("contests.error.together-regions",
				assertThrows(ImpossibleWish.class, () -> TeamDraft.draft(inRegions(4, 4), 2, Set.of(new Pair(1, 101)), Set.of(), true, 1)).key());
	}

	@Test
	void twoHundredPeopleWithWishesAreDraftedWell() {
		var random = new Random(7);
		var players = LongStream.range(0, 200).mapToObj(id -> new Player(id, Math.exp(3 + random.nextGaussian() / 2), id % 4)).toList();
		var together = LongStream.range(0, 20).mapToObj(i -> new Pair(i, i + 4)).filter(pair -> pair.one() % 8 < 4).collect(Collectors.toSet());
		var apart = LongStream.range(100, 140).mapToObj(i -> new Pair(i, i + 4)).collect(Collectors.toSet());
		var teams = TeamDraft.draft(players, 40, together, apart, true, 3);
		for (long region = 0; region < 4; region++) {
			var here = region;
			var spread = TeamDraft.spread(players, teams.stream().filter(team -> team.get(0) % 4 == here).toList());
			assertTrue(spread < 0.5, "of 23 per head, but it is " + spread);
		}
		together.forEach(pair -> assertTrue(together(teams, pair)));
		apart.forEach(pair -> assertTrue(!together(teams, pair)));
	}

	private static List<Player> any(Random random, int people) {
		return LongStream.range(0, people).mapToObj(id -> new Player(id * 7 % 1000, random.nextInt(4) == 0 ? 0 : random.nextInt(50), null)).toList();
	}

	@Property(tries = 200)
	void everybodyIsInExactlyOneTeamAndSizesDifferByAtMostOne(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int people, @ForAll @IntRange(min = 1, max = 12) int wanted) {
		var players = any(new Random(seed), people);
		var teams = draft(players, Math.min(people, wanted));
		assertEquals(Math.min(people, wanted), teams.size());
		assertEquals(players.stream().map(Player::personId).sorted().toList(), teams.stream().flatMap(List::stream).sorted().toList());
		var sizes = teams.stream().mapToInt(List::size).summaryStatistics();
		assertTrue(sizes.getMax() - sizes.getMin() <= 1);
	}

	@Property(tries = 200)
	void itIsNeverWorseThanRandomDraftsAreOnAverage(@ForAll long seed, @ForAll @IntRange(min = 2, max = 40) int people, @ForAll @IntRange(min = 2, max = 12) int wanted) {
		var random = new Random(seed);
		var players = any(random, people);
		var teams = Math.min(people, wanted);
		var spread = TeamDraft.spread(players, draft(players, teams));
		var average = IntStream.range(0, 200).mapToDouble(i -> TeamDraft.spread(players, randomDraft(players, teams, random))).average().orElseThrow();
		assertTrue(spread <= average + 1e-9, spread + " is worse than " + average);
	}

	private static List<List<Long>> randomDraft(List<Player> players, int teams, Random random) {
		var shuffled = new ArrayList<>(players);
		Collections.shuffle(shuffled, random);
		var drafted = new ArrayList<List<Long>>();
		IntStream.range(0, teams).forEach(i -> drafted.add(new ArrayList<>()));
		for (int i = 0; i < shuffled.size(); i++) {
			drafted.get(i % teams).add(shuffled.get(i).personId());
		}
		return drafted;
	}

	@Property(tries = 100)
	void theOrderOfTheListDoesNotMatter(@ForAll long seed, @ForAll @IntRange(min = 2, max = 30) int people) {
		var random = new Random(seed);
		var players = any(random, people);
		var wishes = anyWishes(random, people);
		var mixed = new ArrayList<>(players);
		Collections.shuffle(mixed, random);
		assertEquals(outcome(players, wishes, seed), outcome(mixed, wishes, seed));
	}

	private static List<Set<Pair>> anyWishes(Random random, int people) {
		var together = new HashSet<Pair>();
		var apart = new HashSet<Pair>();
		for (int i = 0; i < people / 4; i++) {
			var one = random.nextInt(people) * 7L % 1000;
			var other = random.nextInt(people) * 7L % 1000;
			if (one != other) {
				(random.nextBoolean() ? together : apart).add(new Pair(one, other));
			}
		}
		return List.of(together, apart);
	}

	/** The draft, or why there is none. */
	private static Object outcome(List<Player> players, List<Set<Pair>> wishes, long seed) {
		try {
			return TeamDraft.draft(players, Math.max(1, players.size() / 3), wishes.get(0), wishes.get(1), false, seed);
		} catch (ImpossibleWish refusal) {
			return refusal.key() + refusal.arguments();
		}
	}

	@Property(tries = 200)
	void whateverIsDraftedHonoursTheWishes(@ForAll long seed, @ForAll @IntRange(min = 2, max = 30) int people) {
		var random = new Random(seed);
		var players = any(random, people);
		var wishes = anyWishes(random, people);
		if (outcome(players, wishes, seed) instanceof List<?> drafted) {
			var teamOf = new HashMap<Object, Integer>();
			for (int i = 0; i < drafted.size(); i++) {
				for (var person : (List<?>) drafted.get(i)) {
					teamOf.put(person, i);
				}
			}
			wishes.get(0).forEach(pair -> assertEquals(teamOf.get(pair.one()), teamOf.get(pair.other())));
			wishes.get(1).forEach(pair -> assertTrue(!teamOf.get(pair.one()).equals(teamOf.get(pair.other()))));
		}
	}
}
