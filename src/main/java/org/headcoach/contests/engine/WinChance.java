package org.headcoach.contests.engine;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How likely each team is to win, before anything was played. The contest is played many times over, each person doing again what they did on past working days. Days are drawn in
 * blocks of a working week that follow one another, so that good and bad weeks stay what they are (a block that starts near the end goes on at the
 * beginning, so every day is drawn as often as any other). Who has no history plays each time as somebody drawn from those who have. Teams are compared per head.
 */
public final class WinChance {

	/** Working days that are drawn together. */
	private static final int BLOCK = 5;

	private WinChance() {
	}

	/** What a person's blocks add up to, by the day on which they start. */
	private record Blocks(double[] whole, double[] rest) {

		static Blocks of(double[] days, int rest) {
			return new Blocks(sums(days, BLOCK), sums(days, rest));
		}

		private static double[] sums(double[] days, int length) {
			var sums = new double[days.length];
			for (int start = 0; start < days.length; start++) {
				for (int i = 0; i < length; i++) {
					sums[start] += days[(start + i) % days.length];
				}
			}
			return sums;
		}

		double draw(int blocks, SplittableRandom random) {
			var sum = rest[random.nextInt(rest.length)];
			for (int i = 0; i < blocks; i++) {
				sum += whole[random.nextInt(whole.length)];
			}
			return sum;
		}
	}

	/**
	 * The share of the draws in which each team is first; those that are first together share the win. They add up to 1.
	 *
	 * @param teams a team nobody is in cannot win
	 * @param days working days of the contest
	 * @param draws how often it is played; 2,000 are good for one per cent
	 * @param seed the same seed gives the same chances
	 * @return all 0 when nobody is in any team
	 */
	public static double[] of(List<List<History>> teams, int days, boolean lowerIsBetter, int draws, long seed) {
		if (days < 1 || draws < 1) {
			throw new IllegalArgumentException(days + " days, " + draws + " draws");
		}
		var players = teams.stream().map(team -> team.stream().map(person -> person.dailyScores().length == 0 ? null : Blocks.of(person.dailyScores(), days % BLOCK)).toList()
				.toArray(Blocks[]::new)).toList();
		var known = players.stream().flatMap(Arrays::stream).filter(blocks -> blocks != null).toArray(Blocks[]::new);
		var random = new SplittableRandom(seed);
		var wins = new double[teams.size()];
		var scores = new double[teams.size()];
		for (int draw = 0; draw < draws; draw++) {
			for (int team = 0; team < scores.length; team++) {
				scores[team] = score(players.get(team), known, days / BLOCK, random);
			}
			share(scores, players, lowerIsBetter, wins);
		}
		var all = Arrays.stream(wins).sum();
		return Arrays.stream(wins).map(won -> all == 0 ? 0 : won / all).toArray();
	}

	private static double score(Blocks[] team, Blocks[] known, int blocks, SplittableRandom random) {
		var sum = 0.0;
		for (var own : team) {
			var player = own != null ? own : known.length == 0 ? null : known[random.nextInt(known.length)];
			sum += player == null ? 0 : player.draw(blocks, random);
		}
		return sum;
	}

	private static void share(double[] scores, List<Blocks[]> players, boolean lowerIsBetter, double[] wins) {
		var best = -1;
		var equals = 0;
		var first = new boolean[scores.length];
		for (int team = 0; team < scores.length; team++) {
			if (players.get(team).length == 0) {
				continue;
			}
			// sums by the other's heads instead of quotients: whole numbers stay exact, and equals are equal
			var ahead = best < 0 ? 1 : Double.compare(scores[team] * players.get(best).length, scores[best] * players.get(team).length) * (lowerIsBetter ? -1 : 1);
			if (ahead > 0) {
				Arrays.fill(first, false);
				best = team;
				equals = 0;
			}
			if (ahead >= 0) {
				first[team] = true;
				equals++;
			}
		}
		for (int team = 0; team < scores.length; team++) {
			wins[team] += first[team] ? 1.0 / equals : 0;
		}
	}

	/**
	 * Whether a contest is decided before it begins: some team's chance is less than a third of the fair share, which is one by the number of teams, or more than twice of it.
	 * With four teams that is below 8.3 % or above 50 %; of two teams no chance can be twice the fair share, so it is below 16.7 %.
	 */
	public static boolean isLopsided(double[] chances) {
		var fair = 1.0 / chances.length;
		return Arrays.stream(chances).anyMatch(chance -> chance < fair / 3 || chance > 2 * fair);
	}
}
