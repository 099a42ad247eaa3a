package org.headcoach.training.engine;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

import org.headcoach.shared.BusinessException;

/** How an exam is put together: so many questions of each part, of one difficulty or of any. */
public record Blueprint(List<Line> lines) implements Serializable {

	/** @param difficulty null: any */
	public record Line(long partId, Difficulty difficulty, int count) implements Serializable {

		boolean wants(Candidate candidate) {
			return candidate.partId() == partId && (difficulty == null || candidate.difficulty() == difficulty);
		}
	}

	/**
	 * A question that may be drawn.
	 *
	 * @param family shared by variants, of which one attempt gets one; empty: none
	 * @param seen how often this person has had it, or one of its variants, in earlier attempts
	 */
	public record Candidate(long questionId, long partId, Difficulty difficulty, String family, int seen) implements Serializable {
	}

	public Blueprint {
		lines = List.copyOf(lines);
		if (lines.isEmpty() || lines.stream().anyMatch(line -> line.count() < 1)) {
			throw new BusinessException("training.error.blueprint");
		}
	}

	public int count() {
		return lines.stream().mapToInt(Line::count).sum();
	}

	/** A line that the bank cannot fill. */
	public record Shortage(Line line, int found) implements Serializable {
	}

	/** What the bank lacks, independently of who draws; empty when every attempt can be filled. */
	public List<Shortage> shortages(List<Candidate> bank) {
		var taken = new Taken();
		var lacking = new ArrayList<Shortage>();
		for (var line : inTurn()) {
			var found = take(line, sorted(bank, 0), taken).size();
			if (found < line.count()) {
				lacking.add(new Shortage(line, found));
			}
		}
		return lacking;
	}

	/**
	 * The questions of one attempt, in the order of the lines. Those never seen come first, then those seen least; chance decides between equals, the same chance for the same seed.
	 *
	 * @throws BusinessException when the bank cannot fill it
	 */
	public List<Long> draw(List<Candidate> bank, long seed) {
		var taken = new Taken();
		var byLine = new IdentityHashMap<Line, List<Long>>();
		var shuffled = sorted(bank, seed);
		for (var line : inTurn()) {
			var found = take(line, shuffled, taken);
			if (found.size() < line.count()) {
				throw new BusinessException("training.error.shortage", line.count(), found.size());
			}
			byLine.put(line, found);
		}
		return lines.stream().flatMap(line -> byLine.get(line).stream()).toList();
	}

	/** Lines that want one difficulty choose before those that take any. */
	private List<Line> inTurn() {
		return lines.stream().sorted(Comparator.comparing(line -> line.difficulty() == null)).toList();
	}

	private static List<Candidate> sorted(List<Candidate> bank, long seed) {
		// whatever order the bank was read in, the same seed draws the same
		var byId = bank.stream().sorted(Comparator.comparing(Candidate::questionId)).toList();
		var order = Shuffle.of(seed, byId.size());
		var shuffled = new ArrayList<Candidate>();
		for (int i = 0; i < byId.size(); i++) {
			shuffled.add(byId.get(order.original(i)));
		}
		shuffled.sort(Comparator.comparing(Candidate::seen));
		return shuffled;
	}

	private static final class Taken {
		private final Set<Long> questions = new HashSet<>();
		private final Set<String> families = new HashSet<>();
	}

	private static List<Long> take(Line line, List<Candidate> bank, Taken taken) {
		var found = new ArrayList<Long>();
		for (var candidate : bank) {
			if (found.size() == line.count()) {
				break;
			}
			if (line.wants(candidate) && !taken.questions.contains(candidate.questionId()) && (candidate.family().isEmpty() || !taken.families.contains(candidate.family()))) {
				found.add(candidate.questionId());
				taken.questions.add(candidate.questionId());
				taken.families.add(candidate.family());
			}
		}
		return found;
	}
}
