package org.headcoach.training.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Reads Aiken: a question on one line, its answers each behind a letter, and the line that names the right one. */
public final class AikenReader {

	private static final Pattern CHOICE = Pattern.compile("^([A-Z])[.)]\\s+(.*)$");
	private static final Pattern RIGHT = Pattern.compile("^ANSWER:\\s*(\\S?).*$");

	private final Reading.Gathering gathering = new Reading.Gathering();
	private final List<String> choices = new ArrayList<>();
	private final List<String> letters = new ArrayList<>();
	private String stem;
	private int stemLine;
	private boolean bad;

	private AikenReader() {
	}

	public static Reading read(String file) {
		var reader = new AikenReader();
		var lines = file.replace("\uFEFF", "").split("\r\n|\r|\n", -1);
		for (int i = 0; i < lines.length; i++) {
			if (!lines[i].isBlank()) {
				reader.line(i + 1, lines[i].strip());
			}
		}
		reader.unfinished();
		return reader.gathering.end();
	}

	private void line(int number, String line) {
		var choice = CHOICE.matcher(line);
		var right = RIGHT.matcher(line);
		if (right.matches()) {
			finish(number, right.group(1));
		} else if (choice.matches() && stem != null) {
			letters.add(choice.group(1));
			choices.add(choice.group(2));
		} else if (stem == null) {
			stem = line;
			stemLine = number;
		} else if (choices.isEmpty()) {
			gathering.error(number, "training.import.error.aiken-stem");
			bad = true;
		} else {
			unfinished();
			stem = line;
			stemLine = number;
		}
	}

	private void finish(int number, String letter) {
		if (stem == null) {
			gathering.error(number, "training.import.error.aiken-no-stem");
		} else if (!bad) {
			if (letters.indexOf(letter) < 0) {
				gathering.error(number, "training.import.error.aiken-letter", letter);
			} else {
				var place = letters.indexOf(letter);
				var text = stem;
				var texts = List.copyOf(choices);
				gathering.add(stemLine, () -> Question.of(null, text, new Key.Single(IntStream.range(0, texts.size())
						.mapToObj(i -> new Key.Choice(texts.get(i), i == place ? BigDecimal.valueOf(100) : BigDecimal.ZERO, "")).toList())));
			}
		}
		forget();
	}

	private void unfinished() {
		if (stem != null && !bad) {
			gathering.error(stemLine, "training.import.error.aiken-no-answer");
		}
		forget();
	}

	private void forget() {
		stem = null;
		bad = false;
		choices.clear();
		letters.clear();
	}
}
