package org.headcoach.compensation.engine;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;

import org.headcoach.shared.Money;

/**
 * A statement with everything that it rests on, so that anybody can compute it again without the application: {@link Verifier} does.
 *
 * @param format of this file
 * @param engine that computed it
 * @param plans versions by which the month was paid
 * @param pay what is paid, never below 0
 * @param carried what the months after settle, 0 or below
 * @param lines by key, each key once: what was booked in the month
 * @param earlier everything that was booked in the months before, by key: corrections and what was carried rest on it
 * @param firstMonth from which everything is computed
 * @param stretches terms and facts
 * @param fingerprint SHA-256 of all of this: of the file on one line, as {@link Json#write} writes it, with an empty fingerprint
 */
public record StatementFile(String format, String engine, long person, String name, YearMonth month, List<String> plans, Money pay, Money carried, List<Line> lines, List<Posting> earlier,
		YearMonth firstMonth, List<Stretch> stretches, String fingerprint) implements Serializable {

	/** The only format so far. */
	public static final String FORMAT = "headcoach-statement-1";

	/**
	 * A line of the statement.
	 *
	 * @param corrects whether something was booked for the same key in a month before
	 * @param why the formula with its numbers, or the reason, as it is printed
	 */
	public record Line(Owed.Key key, Money amount, YearMonth bookedIn, boolean corrects, String why) implements Serializable {
	}

	public StatementFile {
		plans = List.copyOf(plans);
		lines = List.copyOf(lines);
		earlier = List.copyOf(earlier);
		stretches = List.copyOf(stretches);
	}

	/**
	 * The statement of a month.
	 *
	 * @param stretches as they were when the month was computed
	 * @param firstMonth the first month of all stretches
	 * @param posted everything that was booked for the person up to this month, this month's too
	 * @param why what is printed beside a line
	 */
	public static StatementFile of(long person, String name, YearMonth month, List<Stretch> stretches, YearMonth firstMonth, Collection<Posting> posted, Function<Owed.Key, String> why) {
		var nothing = Money.zero(stretches.get(0).terms().currency());
		var before = posted.stream().filter(posting -> posting.bookedIn().isBefore(month))
				.sorted((one, other) -> one.key().equals(other.key()) ? one.bookedIn().compareTo(other.bookedIn()) : one.key().compareTo(other.key())).toList();
		var known = before.stream().map(Posting::key).collect(java.util.stream.Collectors.toSet());
		var sums = new TreeMap<Owed.Key, Money>();
		posted.stream().filter(posting -> posting.bookedIn().equals(month)).forEach(posting -> sums.merge(posting.key(), posting.amount(), Money::plus));
		var lines = new ArrayList<Line>();
		sums.forEach((key, amount) -> {
			if (!amount.isZero()) {
				lines.add(new Line(key, amount, month, known.contains(key), why.apply(key)));
			}
		});
		var balance = balance(nothing, before, lines);
		var plans = stretches.stream().map(stretch -> stretch.terms().name() + ", version " + stretch.terms().version()).distinct().toList();
		return new StatementFile(FORMAT, PayRun.ENGINE, person, name, month, plans, balance.pay(), balance.carried(), lines, before, firstMonth, stretches, "").sealed();
	}

	/** What is paid and carried, month by month from the first booking on. */
	static Balance balance(Money nothing, List<Posting> earlier, List<Line> lines) {
		var byMonth = new TreeMap<YearMonth, Money>();
		earlier.forEach(posting -> byMonth.merge(posting.bookedIn(), posting.amount(), Money::plus));
		var carried = nothing;
		for (var sum : byMonth.values()) {
			carried = Balance.of(carried, sum).carried();
		}
		return Balance.of(carried, lines.stream().map(Line::amount).reduce(nothing, Money::plus));
	}

	/** What has to be booked in the month by the terms and facts of this file. */
	public List<Posting> recomputed() {
		var owed = new PayRun(stretches).months(firstMonth, month).stream().flatMap(one -> one.lines().stream()).toList();
		return Posting.differences(owed, earlier, month);
	}

	public String fingerprintNow() {
		try {
			var digest = MessageDigest.getInstance("SHA-256").digest(Json.write(marked("")).getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest);
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("Every Java has SHA-256", e);
		}
	}

	/** The same with the fingerprint that belongs to it. */
	public StatementFile sealed() {
		return marked(fingerprintNow());
	}

	private StatementFile marked(String mark) {
		return new StatementFile(format, engine, person, name, month, plans, pay, carried, lines, earlier, firstMonth, stretches, mark);
	}

	/** The file's text. */
	public String text() {
		return Json.print(this);
	}

	/** @throws IllegalArgumentException when the text is no statement */
	public static StatementFile read(String text) {
		return Json.read(text, StatementFile.class);
	}
}
