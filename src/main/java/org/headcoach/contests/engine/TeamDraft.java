package org.headcoach.contests.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.headcoach.shared.BusinessException;

/**
 * Cuts people into teams that are expected to score alike. Sizes differ by at most one, so what is made equal is the expected score per head.
 * <p>
 * The start is the rule of the longest processing time: the strongest first, each into the team that has most left to reach for each free place. Then single people and pairs
 * are moved and exchanged as long as that brings the teams closer together (least squares). The same is done from many shuffled starts, and the draft
 * with the smallest distance between best and worst team is taken. The order of the list does not matter.
 */
public final class TeamDraft {

	private static final int SHUFFLED_STARTS = 24;
	/** So many placements are tried before wishes are taken for impossible. */
	private static final int TRIES = 50_000;
	private static final double NOTHING = 1e-12;

	/** A wish that cannot be honoured. Its first two arguments are the ids of the pair. */
	public static final class ImpossibleWish extends BusinessException {

		private static final long serialVersionUID = 1L;

		private final Pair pair;

		private ImpossibleWish(String key, Pair pair, Object... more) {
			super(key, arguments(pair.one(), pair.other(), more));
			this.pair = pair;
		}

		private static Object[] arguments(Object one, Object other, Object... more) {
			var all = new ArrayList<>(List.of(one, other));
			all.addAll(List.of(more));
			return all.toArray();
		}

		public Pair pair() {
			return pair;
		}

		/** The same refusal with the names of the two in place of their ids. */
		public BusinessException naming(LongFunction<String> names) {
			return new BusinessException(key(), arguments(names.apply(pair.one()), names.apply(pair.other()), arguments().subList(2, arguments().size()).toArray()));
		}
	}

	/** People who stay together; most are alone. */
	private record Block(List<Player> people, double expected) {

		static Block of(List<Player> people) {
			return new Block(people, people.stream().mapToDouble(Player::expected).sum());
		}

		int size() {
			return people.size();
		}

		Long region() {
			return people.get(0).regionId();
		}
	}

	/** A team to be: how many places it has, and of which region it must be (of any when regions do not matter). */
	private record Place(int size, Long region) {
	}

	private final boolean keepRegions;
	private final int smallest;
	private final int largest;
	private final double mean;
	private final List<Place> places;
	private final List<Block> blocks;
	/** For each block the blocks that must not be in its team. */
	private final List<Set<Integer>> apart;

	private TeamDraft(boolean keepRegions, List<Player> players, List<Place> places, List<Block> blocks, List<Set<Integer>> apart) {
		this.keepRegions = keepRegions;
		this.places = places;
		this.blocks = blocks;
		this.apart = apart;
		smallest = players.size() / places.size();
		largest = (players.size() + places.size() - 1) / places.size();
		mean = players.stream().mapToDouble(Player::expected).average().orElseThrow();
	}

	/**
	 * Drafts.
	 *
	 * @param together pairs for one team; who is with the same person is together too
	 * @param apart pairs for two teams; one of whom does not play is apart anyway
	 * @param keepRegions every team holds people of one region only
	 * @param seed of the shuffled starts: the same seed gives the same draft
	 * @return the ids of each team, larger teams first, the strongest of a team first
	 * @throws ImpossibleWish when a pair cannot be kept together or apart
	 * @throws BusinessException when there are more teams than people, or regions cannot be cut into teams of these sizes
	 */
	public static List<List<Long>> draft(List<Player> players, int teams, Set<Pair> together, Set<Pair> apart, boolean keepRegions, long seed) {
		var everybody = players.stream().sorted(Comparator.comparingLong(Player::personId)).toList();
		if (everybody.stream().map(Player::personId).distinct().count() < everybody.size()) {
			throw new IllegalArgumentException("somebody is there twice");
		}
		if (teams < 1 || teams > everybody.size()) {
			throw new BusinessException("contests.error.more-teams-than-people", teams, everybody.size());
		}
		var places = places(everybody, teams, keepRegions);
		var wanted = List.copyOf(new TreeSet<>(together));
		var unwanted = List.copyOf(new TreeSet<>(apart));
		var draft = of(everybody, places, wanted, unwanted, keepRegions);
		var start = draft.start();
		if (start == null) {
			throw culprit(everybody, places, wanted, unwanted, keepRegions);
		}
		return draft.best(start, new SplittableRandom(seed));
	}

	/** The distance between the best and the worst team of a draft, in expected score per head; teams that nobody is in are left out. */
	public static double spread(Collection<Player> players, List<List<Long>> teams) {
		var expected = players.stream().collect(Collectors.toMap(Player::personId, Player::expected));
		var perHead = teams.stream().filter(team -> !team.isEmpty()).mapToDouble(team -> team.stream().mapToDouble(expected::get).average().orElseThrow()).summaryStatistics();
		return perHead.getCount() == 0 ? 0 : perHead.getMax() - perHead.getMin();
	}

	// ------------------------------------------------------------ how large the teams are

	private static List<Place> places(List<Player> everybody, int teams, boolean keepRegions) {
		var people = everybody.size();
		if (!keepRegions) {
			return IntStream.range(0, teams).mapToObj(i -> new Place(people / teams + (i < people % teams ? 1 : 0), null)).toList();
		}
		var regions = regions(everybody);
		var teamsOf = teamsOf(regions.values(), people, teams);
		if (teamsOf == null) {
			var possible = IntStream.rangeClosed(2, people).filter(other -> teamsOf(regions.values(), people, other) != null).limit(5).boxed().toList();
			throw possible.isEmpty() ? new BusinessException("contests.error.regions-never", teams, regions.size())
					: new BusinessException("contests.error.regions", teams, regions.size(), possible.stream().map(String::valueOf).collect(Collectors.joining(", ")));
		}
		var places = new ArrayList<Place>();
		var region = 0;
		for (var entry : regions.entrySet()) {
			var own = teamsOf[region++];
			for (int i = 0; i < own; i++) {
				places.add(new Place(entry.getValue() / own + (i < entry.getValue() % own ? 1 : 0), entry.getKey()));
			}
		}
		return places;
	}

	/** How many people each region has; those of none are one of their own. */
	private static Map<Long, Integer> regions(List<Player> everybody) {
		var regions = new TreeMap<Long, Integer>(Comparator.nullsFirst(Comparator.naturalOrder()));
		everybody.forEach(player -> regions.merge(player.regionId(), 1, Integer::sum));
		return regions;
	}

	/** How many teams each region is cut into so that all sizes of the company's teams differ by at most one; null when that cannot be. */
	private static int[] teamsOf(Collection<Integer> regions, int people, int teams) {
		var small = people / teams;
		var large = (people + teams - 1) / teams;
		var fewest = regions.stream().mapToInt(size -> (size + large - 1) / large).toArray();
		var most = regions.stream().mapToInt(size -> size / small).toArray();
		var open = teams - Arrays.stream(fewest).sum();
		if (open < 0 || IntStream.range(0, fewest.length).anyMatch(i -> fewest[i] > most[i])) {
			return null;
		}
		for (int i = 0; i < fewest.length; i++) {
			var more = Math.min(open, most[i] - fewest[i]);
			fewest[i] += more;
			open -= more;
		}
		return open == 0 ? fewest : null;
	}

	// ------------------------------------------------------------ wishes

	private static TeamDraft of(List<Player> everybody, List<Place> places, List<Pair> together, List<Pair> apart, boolean keepRegions) {
		var byId = everybody.stream().collect(Collectors.toMap(Player::personId, player -> player));
		var groupOf = new HashMap<Long, List<Player>>();
		everybody.forEach(player -> groupOf.put(player.personId(), List.of(player)));
		var largest = places.stream().mapToInt(Place::size).max().orElseThrow();
		for (var pair : together) {
			var one = byId.get(pair.one());
			var other = byId.get(pair.other());
			if (one == null || other == null) {
				throw new ImpossibleWish("contests.error.together-absent", pair);
			}
			if (keepRegions && !Objects.equals(one.regionId(), other.regionId())) {
				throw new ImpossibleWish("contests.error.together-regions", pair);
			}
			var first = groupOf.get(pair.one());
			var second = groupOf.get(pair.other());
			if (first == second) {
				continue;
			}
			var joined = new ArrayList<>(first);
			joined.addAll(second);
			if (joined.size() > largest) {
				throw new ImpossibleWish("contests.error.together-too-many", pair, joined.size(), largest);
			}
			joined.sort(Comparator.comparingLong(Player::personId));
			joined.forEach(player -> groupOf.put(player.personId(), joined));
		}
		for (var pair : apart) {
			if (byId.containsKey(pair.one()) && byId.containsKey(pair.other()) && groupOf.get(pair.one()) == groupOf.get(pair.other())) {
				throw new ImpossibleWish("contests.error.together-and-apart", pair);
			}
		}
		return assembled(everybody, places, groupOf, apart, keepRegions);
	}

	private static TeamDraft assembled(List<Player> everybody, List<Place> places, Map<Long, List<Player>> groupOf, List<Pair> apart, boolean keepRegions) {
		var involved = apart.stream().flatMap(pair -> Stream.of(pair.one(), pair.other())).collect(Collectors.toSet());
		// what is hard to place comes first: people who stay together, then those who are kept apart, then the strongest
		var blocks = everybody.stream().filter(player -> groupOf.get(player.personId()).get(0) == player).map(player -> Block.of(groupOf.get(player.personId())))
				.sorted(Comparator.comparingInt(Block::size).reversed().thenComparing(block -> block.people().stream().noneMatch(player -> involved.contains(player.personId())))
						.thenComparing(Comparator.comparingDouble(Block::expected).reversed()).thenComparingLong(block -> block.people().get(0).personId()))
				.toList();
		var blockOf = new HashMap<Long, Integer>();
		for (int i = 0; i < blocks.size(); i++) {
			for (var player : blocks.get(i).people()) {
				blockOf.put(player.personId(), i);
			}
		}
		var conflicts = new ArrayList<Set<Integer>>();
		blocks.forEach(block -> conflicts.add(new HashSet<>()));
		for (var pair : apart) {
			var one = blockOf.get(pair.one());
			var other = blockOf.get(pair.other());
			if (one != null && other != null) {
				conflicts.get(one).add(other);
				conflicts.get(other).add(one);
			}
		}
		return new TeamDraft(keepRegions, everybody, places, blocks, conflicts);
	}

	/** The first wish, in the order of ids and those for one team before those for two, with which no way is found any more. */
	private static ImpossibleWish culprit(List<Player> everybody, List<Place> places, List<Pair> together, List<Pair> apart, boolean keepRegions) {
		var possible = 0;
		var impossible = together.size() + apart.size();
		while (impossible - possible > 1) {
			var tried = (possible + impossible) / 2;
			var some = of(everybody, places, together.subList(0, Math.min(tried, together.size())), apart.subList(0, Math.max(0, tried - together.size())), keepRegions);
			if (some.start() == null) {
				impossible = tried;
			} else {
				possible = tried;
			}
		}
		var last = impossible - 1;
		return last < together.size() ? new ImpossibleWish("contests.error.together-no-way", together.get(last)) : new ImpossibleWish("contests.error.apart-no-way", apart.get(last - together.size()));
	}

	// ------------------------------------------------------------ the start

	/** The team of each block; null when the wishes leave no way. */
	private int[] start() {
		var search = new Search();
		return search.place(0) ? search.teamOf : null;
	}

	/** Places one block after the other and takes back what leads nowhere. */
	private final class Search {

		private final int[] teamOf = new int[blocks.size()];
		private final int[] free = places.stream().mapToInt(Place::size).toArray();
		private final double[] sums = new double[places.size()];
		private final List<Set<Integer>> bound = places.stream().<Set<Integer>>map(place -> new HashSet<>()).toList();
		private int tries;

		boolean place(int block) {
			if (block == blocks.size()) {
				return true;
			}
			var one = blocks.get(block);
			if (one.size() > 1 && !roomForRest(block)) {
				return false;
			}
			for (var team : candidates(block)) {
				if (++tries > TRIES) {
					return false;
				}
				teamOf[block] = team;
				free[team] -= one.size();
				sums[team] += one.expected();
				if (!apart.get(block).isEmpty()) {
					bound.get(team).add(block);
				}
				if (place(block + 1)) {
					return true;
				}
				free[team] += one.size();
				sums[team] -= one.expected();
				bound.get(team).remove(block);
			}
			return false;
		}

		/** Whether all blocks of this size, of the regions together, would find room if they were the only ones left. */
		private boolean roomForRest(int block) {
			var size = blocks.get(block).size();
			var rest = IntStream.range(block, blocks.size()).filter(i -> blocks.get(i).size() == size).count();
			return rest <= Arrays.stream(free).map(places -> places / size).sum();
		}

		/** The teams that can take the block, the one with most left to reach first; of teams that differ in nothing that matters only one. */
		private List<Integer> candidates(int block) {
			record Kind(Long region, int free, Set<Integer> bound) {
			}
			var one = blocks.get(block);
			var seen = new HashSet<Kind>();
			return IntStream.range(0, places.size()).filter(team -> free[team] >= one.size() && (!keepRegions || Objects.equals(places.get(team).region(), one.region())))
					.filter(team -> bound.get(team).stream().noneMatch(apart.get(block)::contains)).boxed()
					.sorted(Comparator.comparingDouble((Integer team) -> (sums[team] - mean * places.get(team).size()) / free[team]).thenComparingInt(team -> team))
					.filter(team -> seen.add(new Kind(places.get(team).region(), free[team], Set.copyOf(bound.get(team))))).toList();
		}
	}

	// ------------------------------------------------------------ improving

	private List<List<Long>> best(int[] start, SplittableRandom random) {
		var best = new Arrangement(start);
		best.improve();
		for (int i = 0; i < SHUFFLED_STARTS; i++) {
			var other = new Arrangement(start);
			other.shuffle(random);
			other.improve();
			if (other.spread() < best.spread() - NOTHING) {
				best = other;
			}
		}
		return best.teams();
	}

	/** Which block is in which team, and what is moved between them. */
	private final class Arrangement {

		private final int[] teamOf;
		private final int[] sizes = new int[places.size()];
		private final double[] sums = new double[places.size()];
		private final List<Set<Integer>> members = new ArrayList<>();

		Arrangement(int[] start) {
			teamOf = start.clone();
			places.forEach(place -> members.add(new HashSet<>()));
			for (int block = 0; block < teamOf.length; block++) {
				enter(block, teamOf[block]);
			}
		}

		private void enter(int block, int team) {
			teamOf[block] = team;
			members.get(team).add(block);
			sizes[team] += blocks.get(block).size();
			sums[team] += blocks.get(block).expected();
		}

		private void leave(int block) {
			var team = teamOf[block];
			members.get(team).remove(block);
			sizes[team] -= blocks.get(block).size();
			sums[team] -= blocks.get(block).expected();
		}

		/** Exchanges people at random, as far as wishes and sizes allow. */
		void shuffle(SplittableRandom random) {
			for (int i = 0; i < 4 * teamOf.length; i++) {
				var one = random.nextInt(teamOf.length);
				var other = random.nextInt(teamOf.length);
				if (mayExchange(one, other)) {
					exchange(one, other);
				}
			}
		}

		void improve() {
			var better = true;
			while (better) {
				better = false;
				for (int one = 0; one < teamOf.length; one++) {
					for (int other = one + 1; other < teamOf.length; other++) {
						if (gains(one, other) && mayExchange(one, other)) {
							exchange(one, other);
							better = true;
						}
					}
					better |= moved(one);
				}
			}
		}

		private boolean moved(int block) {
			var size = blocks.get(block).size();
			for (int team = 0; team < sizes.length; team++) {
				var from = teamOf[block];
				if (team != from && sizes[from] - size >= smallest && sizes[team] + size <= largest && mayEnter(block, team, -1)
						&& gains(from, -blocks.get(block).expected(), -size, team)) {
					leave(block);
					enter(block, team);
					return true;
				}
			}
			return false;
		}

		private boolean gains(int one, int other) {
			return teamOf[one] != teamOf[other] && gains(teamOf[one], blocks.get(other).expected() - blocks.get(one).expected(), blocks.get(other).size() - blocks.get(one).size(), teamOf[other]);
		}

		/** Whether the two teams come closer to everybody's mean when the first gets this and the second gives it. */
		private boolean gains(int one, double expected, int people, int other) {
			if (sizes[one] + people < smallest || sizes[other] - people < smallest) {
				return false;
			}
			var now = squared(sums[one], sizes[one]) + squared(sums[other], sizes[other]);
			var then = squared(sums[one] + expected, sizes[one] + people) + squared(sums[other] - expected, sizes[other] - people);
			return then < now - NOTHING * (1 + now);
		}

		private double squared(double sum, int size) {
			var distance = sum / size - mean;
			return distance * distance;
		}

		private boolean mayExchange(int one, int other) {
			var more = blocks.get(other).size() - blocks.get(one).size();
			var from = teamOf[one];
			var to = teamOf[other];
			return from != to && sizes[from] + more >= smallest && sizes[from] + more <= largest && sizes[to] - more >= smallest && sizes[to] - more <= largest && mayEnter(one, to, other)
					&& mayEnter(other, from, one);
		}

		/** Whether a block may be in a team that another block leaves (-1: none does). */
		private boolean mayEnter(int block, int team, int leaving) {
			return (!keepRegions || Objects.equals(blocks.get(block).region(), places.get(team).region()))
					&& apart.get(block).stream().noneMatch(unwanted -> unwanted != leaving && teamOf[unwanted] == team);
		}

		private void exchange(int one, int other) {
			var from = teamOf[one];
			var to = teamOf[other];
			leave(one);
			leave(other);
			enter(one, to);
			enter(other, from);
		}

		double spread() {
			var perHead = IntStream.range(0, sizes.length).mapToDouble(team -> sums[team] / sizes[team]).summaryStatistics();
			return perHead.getMax() - perHead.getMin();
		}

		List<List<Long>> teams() {
			return members.stream()
					.map(team -> team.stream().flatMap(block -> blocks.get(block).people().stream())
							.sorted(Comparator.comparingDouble(Player::expected).reversed().thenComparingLong(Player::personId)).map(Player::personId).toList())
					.sorted(Comparator.<List<Long>>comparingInt(List::size).reversed().thenComparing(team -> Collections.min(team))).toList();
		}
	}
}
