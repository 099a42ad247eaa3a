package org.headcoach.pipeline.engine;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.headcoach.shared.tables.DateStyle;
import org.headcoach.shared.tables.DateStyleDetector;
import org.headcoach.shared.tables.Line;
import org.headcoach.shared.tables.NumberStyle;
import org.headcoach.shared.tables.NumberStyleDetector;

/**
 * A first walk through the file that decides how dates and numbers are written, column by column, and collects the texts
 * that need a meaning. What cannot be decided becomes a question; nothing is guessed. Cells that the file holds as numbers
 * or days are passed over: they are in no doubt, and do not show how people write in their column.
 */
public final class Survey {

	/** What kind of answer a column needs. */
	public enum Doubt {
		/** US or EUROPEAN. */
		DATE,
		/** DECIMAL_POINT or DECIMAL_COMMA. */
		NUMBER,
		/** SHARE (0.15 is 15 %) or PER_CENT (0.15 is 0.15 %). */
		PER_CENT
	}

	/**
	 * @param contradictory the column uses both ways; lines written in the other one will be rejected
	 */
	public record Question(String header, Doubt doubt, String example, boolean contradictory) implements Serializable {

		/** Under which name the mapping keeps the answer. */
		public String styleName() {
			return doubt == Doubt.PER_CENT ? share(header) : header;
		}
	}

	/** A text of a choice field, how often it stands there, and what it means; null when nobody has said so. */
	public record Text(String field, String text, long lines, String meaning) implements Serializable {
	}

	/**
	 * @param styles    header to style, decided by the file or answered by a person
	 * @param questions in the order of the columns; an import has to wait until all are answered
	 */
	public record Finding(long lines, Map<String, String> styles, List<Question> questions, List<Text> texts) implements Serializable {
	}

	public static final String SHARE = "SHARE";
	public static final String PER_CENT = "PER_CENT";

	private static final int MOST_TEXTS = 200;

	private final Mapping mapping;
	private final Map<Integer, DateStyleDetector> dates = new HashMap<>();
	private final Map<Integer, NumberStyleDetector> numbers = new HashMap<>();
	private final Map<Integer, List<String>> shares = new LinkedHashMap<>();
	private final Map<Integer, Boolean> above1 = new HashMap<>();
	private final Map<Integer, String> choices = new LinkedHashMap<>();
	private final Map<Integer, Map<String, long[]>> texts = new LinkedHashMap<>();
	private final List<String> headers;
	private long lines;

	public Survey(ImportKind kind, List<String> headers, Mapping mapping) {
		this.headers = headers;
		this.mapping = mapping;
		for (var field : kind.fields()) {
			var at = mapping.columnOf(field.name(), headers);
			if (at < 0) {
				continue;
			}
			if (field.type().isDate()) {
				dates.put(at, new DateStyleDetector());
			} else if (field.type().isNumber()) {
				numbers.put(at, new NumberStyleDetector());
				if (field.type() == FieldType.PER_CENT) {
					shares.put(at, new ArrayList<>());
				}
			} else if (field.type() == FieldType.CHOICE) {
				choices.put(at, field.name());
			}
		}
		if (LineReader.stageTellsState(mapping)) {
			choices.put(mapping.columnOf("stage", headers), "state");
		}
		choices.keySet().remove(-1);
		choices.keySet().forEach(at -> texts.put(at, new LinkedHashMap<>()));
	}

	public void add(Line line) {
		lines++;
		dates.forEach((at, detector) -> {
			if (!line.isTyped(at)) {
				detector.add(line.cell(at));
			}
		});
		numbers.forEach((at, detector) -> {
			if (!line.isTyped(at)) {
				detector.add(line.cell(at));
			}
		});
		shares.forEach((at, small) -> addShare(at, small, line.cell(at)));
		texts.forEach((at, counts) -> {
			var text = line.cell(at);
			var count = counts.get(text);
			if (count != null) {
				count[0]++;
			} else if (counts.size() < MOST_TEXTS && !text.isBlank()) {
				counts.put(text, new long[] {1});
			}
		});
	}

	private void addShare(int at, List<String> small, String text) {
		if (above1.containsKey(at) || text.isBlank() || text.indexOf('%') >= 0) {
			return;
		}
		var point = NumberStyle.DECIMAL_POINT.parse(text).asOptional();
		var number = point.isPresent() ? point.get() : NumberStyle.DECIMAL_COMMA.parse(text).asOptional().orElse(BigDecimal.ZERO);
		if (number.compareTo(BigDecimal.ONE) > 0) {
			above1.put(at, true);
		} else if (number.signum() > 0 && number.compareTo(BigDecimal.ONE) < 0 && small.isEmpty()) {
			small.add(text.strip());
		}
	}

	/** What the lines so far showed. */
	public Finding finding() {
		var styles = new LinkedHashMap<String, String>();
		var questions = new ArrayList<Question>();
		for (int at = 0; at < headers.size(); at++) {
			var header = headers.get(at);
			if (dates.containsKey(at)) {
				decideDate(header, dates.get(at), styles, questions);
			}
			if (numbers.containsKey(at)) {
				decideNumber(header, numbers.get(at), styles, questions);
			}
			if (shares.containsKey(at)) {
				decideShare(at, header, styles, questions);
			}
		}
		var found = new ArrayList<Text>();
		texts.forEach((at, counts) -> counts.forEach((text, count) -> {
			var field = choices.get(at);
			var meaning = mapping.meaning(field, text);
			found.add(new Text(field, text.strip(), count[0], meaning == null ? Meanings.of(field, text) : meaning));
		}));
		return new Finding(lines, styles, questions, found);
	}

	private void decideDate(String header, DateStyleDetector detector, Map<String, String> styles, List<Question> questions) {
		var finding = detector.finding();
		var style = finding.style().orElse(DateStyle.ISO);
		if (style != DateStyle.AMBIGUOUS) {
			styles.put(header, style.name());
			return;
		}
		questions.add(new Question(header, Doubt.DATE, finding.example(), finding.isContradictory()));
		answer(header, mapping.style(header), List.of("US", "EUROPEAN"), styles);
	}

	private void decideNumber(String header, NumberStyleDetector detector, Map<String, String> styles, List<Question> questions) {
		var finding = detector.finding();
		var style = finding.style().orElse(NumberStyle.PLAIN);
		if (style != NumberStyle.AMBIGUOUS) {
			styles.put(header, style.name());
			return;
		}
		questions.add(new Question(header, Doubt.NUMBER, finding.example(), finding.isContradictory()));
		answer(header, mapping.style(header), List.of("DECIMAL_POINT", "DECIMAL_COMMA"), styles);
	}

	private void decideShare(int at, String header, Map<String, String> styles, List<Question> questions) {
		if (above1.containsKey(at) || shares.get(at).isEmpty()) {
			styles.put(share(header), PER_CENT);
			return;
		}
		questions.add(new Question(header, Doubt.PER_CENT, shares.get(at).get(0), false));
		// who answers for the column as such, as an interface does, means what its numbers say too
		answer(share(header), mapping.style(header), List.of(SHARE, PER_CENT), styles);
		answer(share(header), mapping.style(share(header)), List.of(SHARE, PER_CENT), styles);
	}

	private static void answer(String header, String answer, List<String> possible, Map<String, String> styles) {
		if (possible.contains(answer)) {
			styles.put(header, answer);
		}
	}

	/** A column of shares has two styles: how its numbers are written, and, under this name, what they mean. */
	static String share(String header) {
		return header + " %";
	}
}
