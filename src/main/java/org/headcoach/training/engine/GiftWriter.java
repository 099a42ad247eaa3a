package org.headcoach.training.engine;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes GIFT that {@link GiftReader} reads without loss and that Moodle reads too. An ordering becomes a matching of places to items there, a rubric is lost there.
 * GIFT carries no files: a comment says that a picture is missing, and what it shows.
 */
public final class GiftWriter {

	private GiftWriter() {
	}

	/** A file of questions, by category in the order in which categories first appear. */
	public static String file(List<Question> questions) {
		var file = new StringBuilder();
		var categories = questions.stream().map(Question::category).distinct().toList();
		for (var category : categories) {
			if (!category.isEmpty() || categories.indexOf(category) > 0) {
				file.append("$CATEGORY: ").append(escaped(category)).append("\n\n");
			}
			questions.stream().filter(question -> question.category().equals(category)).forEach(question -> file.append(block(question)).append('\n'));
		}
		return file.toString();
	}

	/** One question without its category. */
	public static String block(Question question) {
		var block = new StringBuilder();
		if (!question.tags().isEmpty()) {
			block.append("// ").append(question.tags().stream().map(tag -> "[tag:" + tag.replaceAll("[\\[\\]\\\\]", "\\\\$0").replaceAll("\\s+", " ") + "]").collect(Collectors.joining(" "))).append('\n');
		}
		var ours = ours(question);
		if (!ours.isEmpty()) {
			block.append(GiftReader.OURS).append(' ').append(String.join(" ", ours)).append('\n');
		}
		question.pictures().forEach(picture -> block.append("// A picture is missing here: ").append(picture.alt().replaceAll("[\\[\\]]", " ")).append('\n'));
		block.append("::").append(escaped(question.name())).append("::").append(escaped(question.text())).append(" {").append(answers(question.key()));
		if (!question.feedback().isEmpty()) {
			block.append("\n####").append(escaped(question.feedback()));
		}
		return block.append("}\n").toString();
	}

	private static List<String> ours(Question question) {
		var words = new ArrayList<String>();
		if (isAmbiguous(question.key())) {
			words.add("kind=" + question.kind().name().toLowerCase(Locale.ROOT));
		}
		if (question.difficulty() != Difficulty.MEDIUM) {
			words.add("difficulty=" + question.difficulty().name().toLowerCase(Locale.ROOT));
		}
		if (question.points().compareTo(BigDecimal.ONE) != 0) {
			words.add("points=" + question.points().toPlainString());
		}
		if (!question.family().isEmpty()) {
			words.add("family=" + encoded(question.family()));
		}
		if (question.key() instanceof Key.Short key && key.caseMatters()) {
			words.add("case=sensitive");
		}
		if (question.key() instanceof Key.Essay essay) {
			essay.rubric().forEach(criterion -> words.add("rubric=" + criterion.points().toPlainString() + ":" + encoded(criterion.text())));
		}
		question.pictures().forEach(picture -> words.add("picture=" + picture.print() + ":" + encoded(picture.alt())));
		return words;
	}

	/** Whether the signs alone would tell another kind. */
	private static boolean isAmbiguous(Key key) {
		if (key instanceof Key.Single single) {
			return single.choices().stream().map(GiftWriter::isRight).distinct().count() < 2;
		}
		return key instanceof Key.Ordering || key instanceof Key.Short words && words.accepted().stream().anyMatch(choice -> choice.text().contains("->") || choice.feedback().contains("->"));
	}

	private static boolean isRight(Key.Choice choice) {
		return choice.weight().compareTo(BigDecimal.valueOf(100)) == 0;
	}

	private static String answers(Key key) {
		if (key instanceof Key.Single single) {
			return single.choices().stream().map(choice -> "\n" + (isRight(choice) ? "=" + words(choice) : weighed('~', choice))).collect(Collectors.joining());
		}
		if (key instanceof Key.Multiple multiple) {
			return multiple.choices().stream().map(choice -> "\n" + weighed('~', choice)).collect(Collectors.joining());
		}
		if (key instanceof Key.TrueFalse trueFalse) {
			return (trueFalse.right() ? "TRUE" : "FALSE")
					+ (trueFalse.ifWrong().isEmpty() && trueFalse.ifRight().isEmpty() ? "" : "#" + escaped(trueFalse.ifWrong()) + "#" + escaped(trueFalse.ifRight()));
		}
		if (key instanceof Key.Short words) {
			return words.accepted().stream().map(choice -> "\n" + weighed('=', choice)).collect(Collectors.joining());
		}
		if (key instanceof Key.Numeric numeric) {
			return "#" + numeric.ranges().stream().map(range -> "\n=%" + range.weight().toPlainString() + "%" + numbers(range) + (range.feedback().isEmpty() ? "" : "#" + escaped(range.feedback())))
					.collect(Collectors.joining());
		}
		if (key instanceof Key.Matching matching) {
			return matching.pairs().stream().map(pair -> "\n=" + escaped(pair.prompt()) + " -> " + escaped(pair.match())).collect(Collectors.joining());
		}
		if (key instanceof Key.Ordering ordering) {
			return IntStream.range(0, ordering.items().size()).mapToObj(i -> "\n=" + (i + 1) + " -> " + escaped(ordering.items().get(i))).collect(Collectors.joining());
		}
		return "";
	}

	private static String numbers(Key.Range range) {
		return range.least() == null ? "*" : range.least().compareTo(range.most()) == 0 ? range.least().toPlainString() : range.least().toPlainString() + ".." + range.most().toPlainString();
	}

	private static String weighed(char sign, Key.Choice choice) {
		return sign + "%" + choice.weight().toPlainString() + "%" + words(choice);
	}

	private static String words(Key.Choice choice) {
		return escaped(choice.text()) + (choice.feedback().isEmpty() ? "" : "#" + escaped(choice.feedback()));
	}

	private static String escaped(String text) {
		return text.replaceAll("[\\\\~=#{}:]", "\\\\$0").replaceAll("\r\n|\r|\n", "\\\\n");
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}
}
