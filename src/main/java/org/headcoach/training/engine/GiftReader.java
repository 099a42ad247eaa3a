package org.headcoach.training.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.headcoach.training.engine.Reading.Unreadable;

/**
 * Reads GIFT as Moodle reads it: questions are separated by blank lines, lines that begin with two slashes are comments, a category holds until the next.
 * What GIFT has no sign for (points, difficulty, order, a rubric) is taken from a comment that {@link GiftWriter} writes and that other programs skip.
 */
public final class GiftReader {

	static final String OURS = "// headcoach:";

	private static final Pattern WEIGHT = Pattern.compile("^%(-?[0-9]{1,3}(?:\\.[0-9]*)?)%", Pattern.DOTALL);
	private static final Pattern TAG = Pattern.compile("\\[tag:((?:[^\\]\\\\]|\\\\.)+)]");
	private static final Set<String> TRUE = Set.of("T", "TRUE");
	private static final Set<String> FALSE = Set.of("F", "FALSE");
	/** Private characters stand for what is escaped while the rest is taken apart. */
	private static final String ESCAPED = "\\~=#{}:n";
	private static final char FIRST = '\uE000';

	private final Reading.Gathering gathering = new Reading.Gathering();
	private String category = "";

	private GiftReader() {
	}

	public static Reading read(String file) {
		var reader = new GiftReader();
		var lines = file.replace("\uFEFF", "").split("\r\n|\r|\n", -1);
		var start = 0;
		for (int i = 0; i <= lines.length; i++) {
			if (i == lines.length || lines[i].isBlank()) {
				if (i > start) {
					reader.block(start + 1, Arrays.asList(lines).subList(start, i));
				}
				start = i + 1;
			}
		}
		return reader.gathering.end();
	}

	private void block(int firstLine, List<String> lines) {
		var ours = new HashMap<String, String>();
		var tags = new LinkedHashSet<String>();
		var bare = new ArrayList<String>();
		for (var line : lines) {
			var stripped = line.strip();
			if (stripped.startsWith("//")) {
				var tag = TAG.matcher(stripped);
				while (!stripped.startsWith(OURS) && tag.find()) {
					tags.add(tag.group(1).replaceAll("\\\\(.)", "$1"));
				}
				if (stripped.startsWith(OURS)) {
					ours.putAll(told(stripped.substring(OURS.length())));
				}
				bare.add("");
			} else {
				bare.add(stripped);
			}
		}
		var text = escape(String.join("\n", bare));
		var body = text.strip();
		if (body.isEmpty()) {
			return;
		}
		var line = firstLine + lines(text, 0, text.indexOf(body.charAt(0)));
		if (body.startsWith("$CATEGORY:")) {
			var end = body.indexOf('\n');
			var named = body.substring("$CATEGORY:".length(), end < 0 ? body.length() : end).strip();
			category = plain(named.replaceFirst("^\\$(course|system|module)\\$/?(top/?)?", ""));
			if (end >= 0) {
				var rest = body.substring(end + 1);
				gathering.add(line + 1, () -> new Block(line + 1, rest.strip(), ours, tags).question());
			}
			return;
		}
		if (!body.contains("{") && !body.contains("}")) {
			gathering.error(line, "training.import.error.description");
			return;
		}
		gathering.add(line, () -> new Block(line, body, ours, tags).question());
	}

	private static Map<String, String> told(String comment) {
		var told = new HashMap<String, String>();
		for (var word : comment.strip().split("\\s+")) {
			var sign = word.indexOf('=');
			if (sign > 0) {
				told.merge(word.substring(0, sign), word.substring(sign + 1), (before, next) -> before + "\n" + next);
			}
		}
		return told;
	}

	/** What GiftWriter wrote into a word. */
	private static String decoded(String word) {
		try {
			return URLDecoder.decode(word, StandardCharsets.UTF_8);
		} catch (IllegalArgumentException e) {
			// somebody has edited the comment: what stands there is meant
			return word;
		}
	}

	private static String escape(String text) {
		var escaped = new StringBuilder();
		for (int i = 0; i < text.length(); i++) {
			var known = text.charAt(i) == '\\' && i + 1 < text.length() ? ESCAPED.indexOf(text.charAt(i + 1)) : -1;
			if (known >= 0) {
				escaped.append((char) (FIRST + known));
				i++;
			} else {
				escaped.append(text.charAt(i));
			}
		}
		return escaped.toString();
	}

	private static String plain(String text) {
		var plain = new StringBuilder();
		for (var c : text.strip().toCharArray()) {
			var known = c - FIRST;
			plain.append(known < 0 || known >= ESCAPED.length() ? c : ESCAPED.charAt(known) == 'n' ? '\n' : ESCAPED.charAt(known));
		}
		return plain.toString().strip();
	}

	private static int lines(String text, int from, int to) {
		return (int) text.substring(from, Math.max(from, Math.min(to, text.length()))).chars().filter(c -> c == '\n').count();
	}

	/** One question, with the line at which it begins. */
	private final class Block {

		private final int line;
		private final String body;
		private final Map<String, String> ours;
		private final Set<String> tags;
		private int answersLine;

		Block(int line, String body, Map<String, String> ours, Set<String> tags) {
			this.line = line;
			this.body = body;
			this.ours = ours;
			this.tags = tags;
		}

		Question question() {
			var text = body;
			var nameLines = 0;
			String name = null;
			if (text.startsWith("::")) {
				var end = text.indexOf("::", 2);
				if (end > 0) {
					name = plain(text.substring(2, end));
					var rest = text.substring(end + 2);
					nameLines = lines(text, 0, end + 2 + (rest.length() - rest.stripLeading().length()));
					text = rest.strip();
				} else {
					text = text.substring(2);
				}
			}
			var open = text.indexOf('{');
			var close = text.indexOf('}');
			if (open < 0 || close < open) {
				throw new Unreadable(line + nameLines + lines(text, 0, Math.max(open, close)), "training.import.error.braces");
			}
			answersLine = line + nameLines + lines(text, 0, open);
			var stem = text.substring(0, open) + (close == text.length() - 1 ? "" : "_____") + text.substring(close + 1);
			var answers = text.substring(open + 1, close);
			var general = answers.lastIndexOf("####");
			var feedback = general < 0 ? "" : plain(answers.substring(general + 4));
			answers = general < 0 ? answers : answers.substring(0, general);
			return new Question(name, plain(stem), key(answers), feedback, difficulty(), points(), category, decoded(ours.getOrDefault("family", "")), List.copyOf(tags),
					pictures());
		}

		private Difficulty difficulty() {
			return Arrays.stream(Difficulty.values()).filter(one -> one.name().equalsIgnoreCase(ours.get("difficulty"))).findFirst().orElse(Difficulty.MEDIUM);
		}

		private BigDecimal points() {
			return ours.containsKey("points") ? number(ours.get("points"), line) : BigDecimal.ONE;
		}

		private QuestionKind kind(String answers) {
			var told = Arrays.stream(QuestionKind.values()).filter(one -> one.name().equalsIgnoreCase(ours.get("kind"))).findFirst();
			if (told.isPresent()) {
				return told.get();
			}
			if (answers.isEmpty()) {
				return QuestionKind.ESSAY;
			}
			if (answers.startsWith("#")) {
				return QuestionKind.NUMERIC;
			}
			if (answers.contains("~")) {
				return answers.contains("=") ? QuestionKind.SINGLE : QuestionKind.MULTIPLE;
			}
			if (answers.contains("=") && answers.contains("->")) {
				return QuestionKind.MATCHING;
			}
			var word = answers.indexOf('#') > 0 ? answers.substring(0, answers.indexOf('#')).strip() : answers;
			return TRUE.contains(word) || FALSE.contains(word) ? QuestionKind.TRUE_FALSE : QuestionKind.SHORT;
		}

		private Key key(String section) {
			var answers = section.strip();
			answersLine += lines(section, 0, section.length() - section.stripLeading().length());
			return switch (kind(answers)) {
				case ESSAY -> new Key.Essay(rubric());
				case NUMERIC -> numeric(answers);
				case SINGLE -> new Key.Single(choices(answers));
				case MULTIPLE -> new Key.Multiple(choices(answers));
				case MATCHING -> new Key.Matching(pairs(answers));
				case ORDERING -> new Key.Ordering(pairs(answers).stream().map(Key.Pair::match).toList());
				case TRUE_FALSE -> trueFalse(answers);
				case SHORT -> new Key.Short(parts(answers, '=').stream().map(part -> choice(part, "100")).toList(), "sensitive".equals(ours.get("case")));
			};
		}

		private List<Picture> pictures() {
			return !ours.containsKey("picture") ? List.of() : ours.get("picture").lines().map(told -> {
				var sign = told.indexOf(':');
				return new Picture(told.substring(0, Math.max(0, sign)), decoded(told.substring(sign + 1)));
			}).toList();
		}

		private List<Key.Criterion> rubric() {
			return !ours.containsKey("rubric") ? List.of() : ours.get("rubric").lines().map(told -> {
				var sign = told.indexOf(':');
				if (sign < 1) {
					throw new Unreadable(line, "training.import.error.number", told);
				}
				return new Key.Criterion(decoded(told.substring(sign + 1)), number(told.substring(0, sign), line));
			}).toList();
		}

		private Key trueFalse(String answers) {
			var parts = answers.split("#", 3);
			return new Key.TrueFalse(TRUE.contains(parts[0].strip()), parts.length > 1 ? plain(parts[1]) : "", parts.length > 2 ? plain(parts[2]) : "");
		}

		/** A piece of the answers, with its line. */
		private record Part(int line, String text) {
		}

		/** Splits before each of the signs; what stands before the first is nothing, or an answer without a sign. */
		private List<Part> parts(String answers, char sign) {
			var parts = new ArrayList<Part>();
			var from = 0;
			for (int i = 0; i <= answers.length(); i++) {
				if (i == answers.length() || answers.charAt(i) == sign) {
					var text = answers.substring(from, i);
					if (from > 0 || !text.isBlank()) {
						parts.add(new Part(answersLine + lines(answers, 0, from + text.length() - text.stripLeading().length()), text.strip()));
					}
					from = i + 1;
				}
			}
			return parts;
		}

		private List<Key.Choice> choices(String answers) {
			return parts(answers.replace("=", "~="), '~').stream().map(part -> part.text().startsWith("=") ? choice(new Part(part.line(), part.text().substring(1).strip()), null) : choice(part, "0")).toList();
		}

		/** @param otherwise the weight where none is written; null: it is 100 whatever is written */
		private Key.Choice choice(Part part, String otherwise) {
			var weight = otherwise == null ? null : WEIGHT.matcher(part.text());
			var weighed = weight != null && weight.find();
			var rest = weighed ? part.text().substring(weight.end()) : part.text();
			var bits = rest.split("#", 2);
			if (plain(bits[0]).isEmpty()) {
				throw new Unreadable(part.line(), "training.error.empty-answer");
			}
			return new Key.Choice(plain(bits[0]), weighed ? number(weight.group(1), part.line()) : new BigDecimal(otherwise == null ? "100" : otherwise), bits.length > 1 ? plain(bits[1]) : "");
		}

		private List<Key.Pair> pairs(String answers) {
			return parts(answers, '=').stream().map(part -> {
				var arrow = part.text().indexOf("->");
				if (arrow < 0) {
					throw new Unreadable(part.line(), "training.import.error.arrow");
				}
				if (plain(part.text().substring(arrow + 2)).isEmpty()) {
					throw new Unreadable(part.line(), "training.error.empty-answer");
				}
				return new Key.Pair(plain(part.text().substring(0, arrow)), plain(part.text().substring(arrow + 2)));
			}).toList();
		}

		private Key numeric(String answers) {
			var right = answers.substring(1);
			var wrong = right.indexOf('~');
			var otherwise = wrong < 0 ? null : right.substring(wrong + 1);
			var ranges = new ArrayList<Key.Range>();
			for (var part : parts(wrong < 0 ? right : right.substring(0, wrong), '=')) {
				var weight = WEIGHT.matcher(part.text());
				var weighed = weight.find();
				var bits = (weighed ? part.text().substring(weight.end()) : part.text()).split("#", 2);
				ranges.add(range(bits[0].strip(), weighed ? number(weight.group(1), part.line()) : BigDecimal.valueOf(100), bits.length > 1 ? plain(bits[1]) : "", part.line()));
			}
			if (otherwise != null) {
				var bits = otherwise.split("#", 2);
				ranges.add(new Key.Range(null, null, BigDecimal.ZERO, bits.length > 1 ? plain(bits[1]) : ""));
			}
			return new Key.Numeric(ranges);
		}

		private Key.Range range(String text, BigDecimal weight, String feedback, int at) {
			if (text.equals("*")) {
				return new Key.Range(null, null, weight, feedback);
			}
			var dots = text.indexOf("..");
			if (dots > 0) {
				return new Key.Range(number(text.substring(0, dots), at), number(text.substring(dots + 2), at), weight, feedback);
			}
			var colon = text.indexOf(':');
			var middle = number(colon > 0 ? text.substring(0, colon) : text, at);
			var tolerance = colon > 0 ? number(text.substring(colon + 1), at) : BigDecimal.ZERO;
			return new Key.Range(middle.subtract(tolerance), middle.add(tolerance), weight, feedback);
		}
	}

	/** A number as files write it. */
	static BigDecimal number(String text, int line) {
		var bare = plain(text).strip().toLowerCase(Locale.ROOT);
		if (!bare.matches("[-+]?(\\d{1,15}(\\.\\d{0,12})?|\\.\\d{1,12})(e[-+]?\\d{1,2})?")) {
			throw new Unreadable(line, "training.import.error.number", bare);
		}
		var number = new BigDecimal(bare);
		return number.scale() > 12 ? number.setScale(12, RoundingMode.HALF_UP) : number;
	}
}
