package org.headcoach.compensation.engine;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * Something that is said to people: the key of a text and what fills it. What fills it may be said in words itself (a sentence, or a list of them).
 *
 * @param arguments numbers, money, days, words, sentences, lists of sentences
 */
public record Sentence(String key, List<Object> arguments) implements Serializable {

	public Sentence {
		arguments = List.copyOf(arguments);
	}

	static Sentence of(String key, Object... arguments) {
		return new Sentence(key, Arrays.asList(arguments));
	}

	/**
	 * What fills the text, with all that is itself a sentence said in words.
	 *
	 * @param texts the text of a key, filled
	 */
	public Object[] filled(BiFunction<String, Object[], String> texts) {
		return arguments.stream().map(argument -> filled(argument, texts)).toArray();
	}

	/** The sentence in words, without the marks of what is printed bold. */
	public String text(BiFunction<String, Object[], String> texts) {
		return texts.apply(key, filled(texts)).replaceAll("</?b>", "");
	}

	private static Object filled(Object argument, BiFunction<String, Object[], String> texts) {
		if (argument instanceof Sentence part) {
			return part.text(texts);
		}
		if (argument instanceof List<?> parts && !parts.isEmpty() && parts.stream().allMatch(Sentence.class::isInstance)) {
			return parts.stream().map(part -> ((Sentence) part).text(texts)).collect(Collectors.joining(", "));
		}
		return argument;
	}
}
