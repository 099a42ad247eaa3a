package org.headcoach.contests.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.headcoach.shared.WorkingCalendar;

/**
 * Who leads, from what everybody did day by day. The same members and counts give the same standings in whatever order they come.
 * <p>
 * Leavers and joiners: what somebody did on their days in a team stays with this team. A team has as many heads as its people were there for: each counts for the
 * working days in the team over the working days so far, and a team that anybody is in for at least one day of one person. Where all teams have equally
 * many whole heads the score is the total; else it is the total per head, or larger teams would win by being larger.
 * <p>
 * A ratio is what all people of the team did, divided by all that it is divided by; heads do not matter. Daily caps hold for each person and day.
 */
public final class Standings {

	/** Digits after the point of every score; also what is kept of them. */
	public static final int DIGITS = 8;

	private static final int NEVER = -1;

	private final Scoring scoring;
	private final LocalDate first;
	/** Days so far, the last of them may lie before today. */
	private final int days;
	/** The day that is "today", NEVER outside the contest. */
	private final int today;
	/** Working days before each day. */
	private final int[] workingBefore;
	private final Map<Long, List<Stint>> stints = new HashMap<>();
	private final Map<Long, BigDecimal[]> quantities = new HashMap<>();
	private final Map<Long, BigDecimal[]> divisors = new HashMap<>();
	private final Map<Long, Team> teams = new TreeMap<>();

	/** A stretch of days of somebody in a team, both counted. */
	private record Stint(long teamId, int from, int until) {
	}

	/** What has come together for one person in one team. */
	private static final class Part {

		private final BigDecimal[] counted;
		private final BigDecimal[] countedToday;
		private BigDecimal points = BigDecimal.ZERO;
		private BigDecimal divisor = BigDecimal.ZERO;
		private BigDecimal pointsToday = BigDecimal.ZERO;
		private BigDecimal divisorToday = BigDecimal.ZERO;
		private boolean did;

		private Part(int behaviours) {
			counted = Stream.generate(() -> BigDecimal.ZERO).limit(behaviours).toArray(BigDecimal[]::new);
			countedToday = counted.clone();
		}

		private void add(Part other) {
			points = points.add(other.points);
			divisor = divisor.add(other.divisor);
			pointsToday = pointsToday.add(other.pointsToday);
			divisorToday = divisorToday.add(other.divisorToday);
		}

		private BigDecimal score(boolean ratio) {
			return ratio ? divided(points, divisor) : plain(points);
		}

		private BigDecimal today(boolean ratio) {
			if (!ratio) {
				return plain(pointsToday);
			}
			var now = divided(points, divisor);
			var before = divided(points.subtract(pointsToday), divisor.subtract(divisorToday));
			return now == null || before == null ? null : plain(now.subtract(before));
		}

		private static BigDecimal divided(BigDecimal quantity, BigDecimal divisor) {
			return divisor.signum() == 0 ? null : plain(quantity.divide(divisor, DIGITS, RoundingMode.HALF_UP));
		}
	}

	private static final class Team {

		private final Map<Long, Part> people = new TreeMap<>();
		private int personDays;
		private int lastDay = NEVER;
	}

	/** A team with its place still open. */
	private record Unranked(TeamStanding standing, int lastDay) {
	}

	private Standings(Scoring scoring, LocalDate first, LocalDate last, WorkingCalendar calendar, LocalDate upTo) {
		this.scoring = scoring;
		this.first = first;
		var until = upTo.isAfter(last) ? last : upTo.isBefore(first) ? first : upTo;
		days = day(until) + 1;
		today = upTo.isBefore(first) || upTo.isAfter(last) ? NEVER : day(upTo);
		workingBefore = new int[days + 1];
		for (int i = 0; i < days; i++) {
			workingBefore[i + 1] = workingBefore[i] + (calendar.isWorkingDay(first.plusDays(i)) ? 1 : 0);
		}
	}

	/**
	 * The teams in the order of their places; equals in the order of their ids. A team that nobody is in so far is left out.
	 *
	 * @param members whose days in two teams do not overlap
	 * @param counts those of other people and other days are left out, so are those of a person's days in no team
	 * @param first day of the contest
	 * @param last day of the contest, counted
	 * @param upTo the last day that counts, which is "today"; before the first nothing counts yet and those of the first day are the people
	 * @throws IllegalArgumentException when somebody is in two teams on one day, or something is counted that the scoring does not know
	 */
	public static List<TeamStanding> of(Scoring scoring, List<Member> members, List<DayCount> counts, LocalDate first, LocalDate last, WorkingCalendar calendar, LocalDate upTo) {
		var standings = new Standings(scoring, first, last, calendar, upTo);
		standings.enter(members);
		if (!upTo.isBefore(first)) {
			standings.take(counts);
		}
		standings.add();
		return standings.ranked();
	}

	/** As few digits as the number needs, never an exponent. */
	/** With as many digits as numbers of standings have, and no zeros at the end. */
	public static BigDecimal plain(BigDecimal number) {
		var rounded = number.setScale(DIGITS, RoundingMode.HALF_UP).stripTrailingZeros();
		return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
	}

	private int day(LocalDate day) {
		return Math.toIntExact(ChronoUnit.DAYS.between(first, day));
	}

	private void enter(List<Member> members) {
		for (var member : members) {
			var from = member.from() == null ? 0 : Math.max(0, day(member.from()));
			var until = member.until() == null ? days - 1 : Math.min(days - 1, day(member.until()));
			if (from > until) {
				continue;
			}
			var theirs = stints.computeIfAbsent(member.personId(), id -> new ArrayList<>(1));
			if (theirs.stream().anyMatch(other -> other.from <= until && from <= other.until)) {
				throw new IllegalArgumentException("person " + member.personId() + " is in two teams between " + member.from() + " and " + member.until());
			}
			theirs.add(new Stint(member.teamId(), from, until));
		}
	}

	private void take(List<DayCount> counts) {
		var behaviours = scoring.behaviours().size();
		for (var count : counts) {
			if (count.behaviour() < 0 || count.behaviour() >= behaviours) {
				throw new IllegalArgumentException("behaviour " + count.behaviour() + " of " + behaviours);
			}
			var day = day(count.day());
			if (day < 0 || day >= days || !stints.containsKey(count.personId())) {
				continue;
			}
			var cell = day * behaviours + count.behaviour();
			add(quantities, count.personId(), cell, count.quantity());
			if (scoring.isRatio() && count.divisor() != null) {
				add(divisors, count.personId(), cell, count.divisor());
			}
		}
	}

	private void add(Map<Long, BigDecimal[]> cells, long personId, int cell, BigDecimal number) {
		var own = cells.computeIfAbsent(personId, id -> new BigDecimal[days * scoring.behaviours().size()]);
		own[cell] = own[cell] == null ? number : own[cell].add(number);
	}

	/** Every day of every person goes to the team of that day. */
	private void add() {
		stints.forEach((personId, theirs) -> {
			var quantity = quantities.get(personId);
			var divisor = divisors.get(personId);
			for (var stint : theirs) {
				var team = teams.computeIfAbsent(stint.teamId, id -> new Team());
				team.personDays += workingBefore[stint.until + 1] - workingBefore[stint.from];
				var part = team.people.computeIfAbsent(personId, id -> new Part(scoring.behaviours().size()));
				for (int day = stint.from; day <= stint.until; day++) {
					if (add(part, day, quantity, divisor)) {
						team.lastDay = Math.max(team.lastDay, day);
					}
				}
			}
		});
	}

	/** Whether the day added anything. */
	private boolean add(Part part, int day, BigDecimal[] quantity, BigDecimal[] divisor) {
		var behaviours = scoring.behaviours();
		var points = BigDecimal.ZERO;
		for (int i = 0; i < behaviours.size() && quantity != null; i++) {
			var done = quantity[day * behaviours.size() + i];
			if (done != null) {
				var counts = behaviours.get(i).capped(done);
				part.counted[i] = part.counted[i].add(counts);
				part.countedToday[i] = day == today ? counts : part.countedToday[i];
				points = points.add(counts.multiply(behaviours.get(i).points()));
				part.did |= counts.signum() > 0 && !scoring.isRatio();
			}
		}
		var by = divisor == null || divisor[day] == null ? BigDecimal.ZERO : divisor[day];
		part.did |= by.signum() > 0;
		part.points = part.points.add(points);
		part.divisor = part.divisor.add(by);
		if (day == today) {
			part.pointsToday = part.pointsToday.add(points);
			part.divisorToday = part.divisorToday.add(by);
		}
		return points.signum() != 0 || by.signum() != 0;
	}

	private List<TeamStanding> ranked() {
		var whole = workingBefore[days];
		var perHead = teams.values().stream().mapToInt(team -> personDays(team, whole)).distinct().count() > 1
				|| teams.values().stream().anyMatch(team -> personDays(team, whole) % Math.max(1, whole) != 0);
		var order = Comparator.<Unranked, BigDecimal>comparing(team -> team.standing.score(), scoring::compare).thenComparing(this::compareEquals);
		var sorted = new ArrayList<Unranked>();
		teams.forEach((id, team) -> sorted.add(unranked(id, team, whole, perHead)));
		// teams come by their ids, and the sort keeps the order of equals
		sorted.sort(order);
		var ranked = new ArrayList<TeamStanding>(sorted.size());
		for (int i = 0; i < sorted.size(); i++) {
			var rank = i > 0 && order.compare(sorted.get(i - 1), sorted.get(i)) == 0 ? ranked.get(i - 1).rank() : i + 1;
			var one = sorted.get(i).standing;
			ranked.add(new TeamStanding(one.teamId(), rank, one.points(), one.perHead(), one.score(), one.today(), one.did(), one.people(), one.heads()));
		}
		return List.copyOf(ranked);
	}

	/** Before the first working day nobody can have worked: then everybody counts as one. */
	private static int personDays(Team team, int whole) {
		return whole == 0 ? team.people.size() : Math.max(1, team.personDays);
	}

	private Unranked unranked(long id, Team team, int whole, boolean byHead) {
		var ratio = scoring.isRatio();
		var all = new Part(0);
		team.people.values().forEach(all::add);
		var points = all.score(ratio);
		var personDays = BigDecimal.valueOf(personDays(team, whole));
		var wholeDays = BigDecimal.valueOf(Math.max(1, whole));
		var heads = plain(personDays.divide(wholeDays, DIGITS, RoundingMode.HALF_UP));
		var perHead = ratio ? points : plain(all.points.multiply(wholeDays).divide(personDays, DIGITS, RoundingMode.HALF_UP));
		var people = team.people.entrySet().stream().map(entry -> person(entry.getKey(), entry.getValue()))
				.sorted(Comparator.comparing(PersonScore::points, scoring::compare).thenComparingLong(PersonScore::personId)).toList();
		var did = (int) team.people.values().stream().filter(part -> part.did).count();
		return new Unranked(new TeamStanding(id, 0, points, perHead, byHead ? perHead : points, all.today(ratio), did, people, heads), team.lastDay);
	}

	private PersonScore person(long id, Part part) {
		var ratio = scoring.isRatio();
		var byBehaviour = ratio ? List.of(plain(part.points), plain(part.divisor)) : Arrays.stream(part.counted).map(Standings::plain).toList();
		return new PersonScore(id, part.score(ratio), part.today(ratio), byBehaviour, ratio ? List.of() : Arrays.stream(part.countedToday).map(Standings::plain).toList());
	}

	private int compareEquals(Unranked one, Unranked other) {
		if (one.standing.score() == null || other.standing.score() == null) {
			return 0;
		}
		return switch (scoring.ties()) {
			case SHARED -> 0;
			case MORE_PEOPLE -> scoring.lowerIsBetter() && !scoring.isRatio() ? Integer.compare(one.standing.did(), other.standing.did())
					: Integer.compare(other.standing.did(), one.standing.did());
			case EARLIER -> Integer.compare(one.lastDay, other.lastDay);
		};
	}
}
