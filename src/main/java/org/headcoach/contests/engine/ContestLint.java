package org.headcoach.contests.engine;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whether a contest follows the six practices of a good one (B, p. 88). Every rule says something about every draft, with its number: also that all is well. What is refused cannot be announced;
 * a warning can be set aside with a reason.
 */
public final class ContestLint {

	/** How an answer looks; the worst comes last. */
	public enum Level {
		/** As it should be. */
		FINE,
		/** Worth knowing. */
		NOTE,
		/** Against a practice: announced only with a reason. */
		WARN,
		/** Cannot be announced. */
		REFUSE
	}

	/** The rules, each of one of the six practices. */
	public enum Rule {

		/** What is counted can be done today; customers, money and churn are what comes of it later. */
		SHORT_TERM_BEHAVIOUR(1),
		/** At least half of the people did it at all in the last sixty days. */
		MAJORITY_CAN_MOVE_IT(1),
		/** At least two teams, none of them one person. */
		TEAM_BASED(2),
		/** Teams of different sizes are scored per head. */
		UNEVEN_TEAMS(2),
		/** The prize is for the team. */
		TEAM_PRIZE(3),
		/** Standings come every night. */
		NIGHTLY_STANDINGS(4),
		/** Not under a week, not over a month and a half, and people work on some of its days. */
		WINDOW(5),
		/** It is announced before its first day is over, so that everybody plays from the beginning. */
		ANNOUNCED_IN_TIME(5),
		/** Nobody plays in two contests at once. */
		NO_OVERLAP(6);

		private final int practice;

		Rule(int practice) {
			this.practice = practice;
		}

		/** Which of the six practices it belongs to, from 1. */
		public int practice() {
			return practice;
		}

		Finding finds(Level level, String what, Object... arguments) {
			return new Finding(this, level, "contests.lint." + name().toLowerCase(Locale.ROOT).replace('_', '-') + "." + what, List.of(arguments));
		}
	}

	/**
	 * What a rule found.
	 *
	 * @param key of the sentence; its arguments are the numbers that it rests on
	 */
	public record Finding(Rule rule, Level level, String key, List<Object> arguments) implements Serializable {

		public Finding {
			arguments = List.copyOf(arguments);
		}
	}

	/** What kind of thing is counted. */
	public enum Kind {

		/** What people do: calls, demos, leads worked. */
		ACTION,
		/** How well they do it: a conversion, a discount. It moves, but slowly and with luck. */
		QUALITY,
		/** What comes of it: customers, money, churn, days to close. */
		RESULT;

		/**
		 * The kind of a figure of the catalogue.
		 *
		 * @param code such as {@code VOLUME:DEMOS}
		 * @param won whether the step that is counted, or arrived at, is a deal that was won
		 */
		public static Kind of(String code, boolean won) {
			if (code.startsWith("VOLUME:")) {
				return won ? RESULT : ACTION;
			}
			return code.startsWith("CONVERSION:") && !won || code.equals("DISCOUNT") ? QUALITY : RESULT;
		}
	}

	/** Something that is counted, by the name that readers know. */
	public record Aim(String name, Kind kind) implements Serializable {
	}

	/**
	 * How many of the people did it at all lately.
	 *
	 * @param people in the contest
	 * @param did any of what is counted, in the last {@link #LATELY} days
	 * @param days of these for which there is data
	 */
	public record Reach(int people, int did, int days) implements Serializable {
	}

	/** Whose the prize is. */
	public enum PrizeFor {
		NOBODY, PERSON, TEAM
	}

	/** Another contest that is announced or runs. */
	public record Other(String title, Window window, Set<Long> people) implements Serializable {

		public Other {
			people = Set.copyOf(people);
		}
	}

	/**
	 * What is judged; while it is written much of it may be missing.
	 *
	 * @param aims what is counted; empty: not chosen yet
	 * @param reach null: not known
	 * @param teamSizes people in each team; teams that nobody is in do not count
	 * @param nightlyAt null: standings are not sent
	 * @param window null: not chosen yet
	 * @param workingDays of the company in the window
	 * @param daysGone how many days ago it began; 0: today or later
	 * @param people who play
	 * @param others all that may fall into the same time
	 */
	public record Draft(List<Aim> aims, Reach reach, List<Integer> teamSizes, PrizeFor prize, LocalTime nightlyAt, Window window, int workingDays, int daysGone, Set<Long> people, List<Other> others)
			implements Serializable {

		public Draft {
			aims = List.copyOf(aims);
			teamSizes = teamSizes.stream().filter(size -> size > 0).sorted(Comparator.reverseOrder()).toList();
			people = Set.copyOf(people);
			others = List.copyOf(others);
		}
	}

	/** Days that are looked back upon. */
	public static final int LATELY = 60;
	/** Fewer days of data say little about who does it at all. */
	public static final int ENOUGH_DAYS = 20;

	private static final int WEEK = 7;
	private static final int THREE_WEEKS = 21;
	private static final int MONTH_AND_A_HALF = 45;

	private ContestLint() {
	}

	/** One finding of each rule, in the order of the rules. */
	public static List<Finding> check(Draft draft) {
		return Arrays.stream(Rule.values()).map(rule -> switch (rule) {
			case SHORT_TERM_BEHAVIOUR -> behaviour(draft.aims());
			case MAJORITY_CAN_MOVE_IT -> majority(draft.reach());
			case TEAM_BASED -> teams(draft.teamSizes());
			case UNEVEN_TEAMS -> sizes(draft.teamSizes());
			case TEAM_PRIZE -> prize(draft.prize());
			case NIGHTLY_STANDINGS -> draft.nightlyAt() == null ? rule.finds(Level.WARN, "never") : rule.finds(Level.FINE, "at", draft.nightlyAt().toString());
			case WINDOW -> window(draft.window(), draft.workingDays());
			case ANNOUNCED_IN_TIME -> draft.window() == null ? rule.finds(Level.NOTE, "unknown")
					: draft.daysGone() > 0 ? rule.finds(Level.WARN, "late", draft.daysGone()) : rule.finds(Level.FINE, "ahead");
			case NO_OVERLAP -> overlap(draft);
		}).toList();
	}

	/** The worst level of some findings. */
	public static Level worst(Collection<Finding> findings) {
		return findings.stream().map(Finding::level).max(Comparator.naturalOrder()).orElse(Level.FINE);
	}

	private static Finding behaviour(List<Aim> aims) {
		var rule = Rule.SHORT_TERM_BEHAVIOUR;
		if (aims.isEmpty()) {
			return rule.finds(Level.REFUSE, "missing");
		}
		for (var kind : List.of(Kind.RESULT, Kind.QUALITY)) {
			var some = aims.stream().filter(aim -> aim.kind() == kind).map(Aim::name).toList();
			if (!some.isEmpty()) {
				return kind == Kind.RESULT ? rule.finds(Level.WARN, "result", some, some.size()) : rule.finds(Level.NOTE, "quality", some, some.size());
			}
		}
		return rule.finds(Level.FINE, "action", aims.stream().map(Aim::name).toList(), aims.size());
	}

	private static Finding majority(Reach reach) {
		var rule = Rule.MAJORITY_CAN_MOVE_IT;
		if (reach == null || reach.people() == 0) {
			return rule.finds(Level.NOTE, "unknown", LATELY);
		}
		if (reach.days() < ENOUGH_DAYS) {
			return rule.finds(Level.NOTE, "few-days", reach.days(), LATELY);
		}
		var share = BigDecimal.valueOf(reach.did()).divide(BigDecimal.valueOf(reach.people()), 2, RoundingMode.HALF_UP);
		return 2 * reach.did() < reach.people() ? rule.finds(Level.WARN, "minority", reach.did(), reach.people(), share, LATELY)
				: rule.finds(Level.FINE, "majority", reach.did(), reach.people(), share, LATELY);
	}

	private static Finding teams(List<Integer> sizes) {
		var rule = Rule.TEAM_BASED;
		if (sizes.size() < 2) {
			return rule.finds(Level.REFUSE, "missing", sizes.size());
		}
		var alone = (int) sizes.stream().filter(size -> size == 1).count();
		return alone > 0 ? rule.finds(Level.WARN, "alone", alone, sizes.size()) : rule.finds(Level.FINE, "teams", sizes.size(), sizes.stream().mapToInt(size -> size).sum());
	}

	private static Finding sizes(List<Integer> sizes) {
		var rule = Rule.UNEVEN_TEAMS;
		if (sizes.isEmpty()) {
			return rule.finds(Level.NOTE, "missing");
		}
		var largest = sizes.get(0);
		var smallest = sizes.get(sizes.size() - 1);
		return largest.equals(smallest) ? rule.finds(Level.FINE, "even", largest) : rule.finds(Level.NOTE, "uneven", smallest, largest, sizes.stream().map(String::valueOf).toList());
	}

	private static Finding prize(PrizeFor prize) {
		var rule = Rule.TEAM_PRIZE;
		return switch (prize) {
			case NOBODY -> rule.finds(Level.WARN, "none");
			case PERSON -> rule.finds(Level.WARN, "person");
			case TEAM -> rule.finds(Level.FINE, "team");
		};
	}

	private static Finding window(Window window, int workingDays) {
		var rule = Rule.WINDOW;
		if (window == null) {
			return rule.finds(Level.REFUSE, "missing");
		}
		if (workingDays < 1) {
			return rule.finds(Level.REFUSE, "no-working-day");
		}
		var days = window.calendarDays();
		if (days < WEEK) {
			return rule.finds(Level.WARN, "too-short", days);
		}
		if (days > MONTH_AND_A_HALF) {
			return rule.finds(Level.WARN, "too-long", days);
		}
		return rule.finds(Level.FINE, days < THREE_WEEKS ? "short" : "ideal", days);
	}

	private static Finding overlap(Draft draft) {
		var rule = Rule.NO_OVERLAP;
		if (draft.window() == null) {
			return rule.finds(Level.NOTE, "unknown");
		}
		var inTheWay = draft.others().stream().filter(other -> other.window().overlaps(draft.window()) && other.people().stream().anyMatch(draft.people()::contains)).toList();
		if (inTheWay.isEmpty()) {
			return rule.finds(Level.FINE, "none", draft.people().size());
		}
		var people = new HashSet<Long>();
		inTheWay.forEach(other -> people.addAll(other.people()));
		people.retainAll(draft.people());
		return rule.finds(Level.REFUSE, "others", inTheWay.stream().map(Other::title).sorted().toList(), inTheWay.size(), people.size());
	}
}
