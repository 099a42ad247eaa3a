package org.headcoach.training.engine;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

import org.headcoach.shared.BusinessException;

/**
 * A question as it stands in the bank and in files: what is asked, what is right, and what it counts.
 *
 * @param category what the file says it belongs to; the bank knows its part of the methodology by this name. Empty: none.
 * @param family the name that variants of one question share; an attempt gets one of them. Empty: it has none.
 * @param pictures shown with the text, in their order
 * @param feedback shown with the result, whatever was answered
 */
public record Question(String name, String text, Key key, String feedback, Difficulty difficulty, BigDecimal points, String category, String family, List<String> tags,
		List<Picture> pictures) implements Serializable {

	public static final int LONGEST_NAME = 200;
	public static final int LONGEST_TEXT = 8_000;
	public static final int MOST_PICTURES = 4;

	public Question {
		text = text == null ? "" : text.strip();
		if (text.isEmpty()) {
			throw new BusinessException("training.error.no-text");
		}
		if (text.length() > LONGEST_TEXT) {
			throw new BusinessException("training.error.too-long", LONGEST_TEXT);
		}
		name = name == null || name.isBlank() ? nameOf(text) : name.strip().replaceAll("\\s+", " ");
		if (name.length() > LONGEST_NAME) {
			throw new BusinessException("training.error.too-long", LONGEST_NAME);
		}
		if (points == null || points.signum() <= 0 || points.compareTo(BigDecimal.valueOf(100)) > 0) {
			throw new BusinessException("training.error.points");
		}
		points = Key.plain(points);
		feedback = feedback == null ? "" : feedback.strip();
		category = category == null ? "" : category.strip();
		family = family == null ? "" : family.strip();
		difficulty = difficulty == null ? Difficulty.MEDIUM : difficulty;
		pictures = List.copyOf(pictures);
		if (pictures.size() > MOST_PICTURES || pictures.stream().map(Picture::print).distinct().count() < pictures.size()) {
			throw new BusinessException("training.error.pictures", MOST_PICTURES);
		}
		tags = tags.stream().map(String::strip).filter(tag -> !tag.isEmpty()).distinct().sorted().toList();
	}

	/** One without pictures. */
	public Question(String name, String text, Key key, String feedback, Difficulty difficulty, BigDecimal points, String category, String family, List<String> tags) {
		this(name, text, key, feedback, difficulty, points, category, family, tags, List.of());
	}

	/** One that counts one point, of no category. */
	public static Question of(String name, String text, Key key) {
		return new Question(name, text, key, "", Difficulty.MEDIUM, BigDecimal.ONE, "", "", List.of());
	}

	/** The same, filed elsewhere. */
	public Question in(String other) {
		return new Question(name, text, key, feedback, difficulty, points, other, family, tags, pictures);
	}

	/** What makes it the same question, whatever it is called, wherever it is filed and whatever it counts. */
	public Question bare() {
		return new Question("-", text, key, "", Difficulty.MEDIUM, BigDecimal.ONE, "", "", List.of(), pictures.stream().map(one -> new Picture(one.print(), one.print())).toList());
	}

	public QuestionKind kind() {
		return key.kind();
	}

	/** A question without a name is called by how it begins. */
	private static String nameOf(String text) {
		var words = Wording.plain(text).replaceAll("\\s+", " ").strip();
		return words.isEmpty() ? "?" : words.length() <= 80 ? words : words.substring(0, 79).strip() + "…";
	}
}
