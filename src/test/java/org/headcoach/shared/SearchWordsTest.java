package org.headcoach.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class SearchWordsTest {

	/** As the index is asked: each word typed has one that begins so. */
	private static boolean finds(String typed, String... texts) {
		var keys = SearchWords.keys(texts);
		return !SearchWords.beginnings(typed).isEmpty()
				&& SearchWords.beginnings(typed).stream().allMatch(one -> keys.stream().anyMatch(key -> key.compareTo(one.from()) >= 0 && key.compareTo(one.to()) < 0));
	}

	@ParameterizedTest
	@CsvSource({"jose, true", "JOSÉ, true", "nunez, true", "núñ, true", "nunez jose, true", "jose  n., true", "'O''Br', true", "brien, true", "example, true", "jose.nunez@example.com, true", "ose, false", "jose miller, false",
			"exampl3, false", "-, false", "jos\u0065\u0301, true"})
	void findsWhoHasAWordThatBeginsSo(String typed, boolean found) {
		assertEquals(found, finds(typed, "José Núñez O'Brien", "jose.nunez@example.com"));
	}

	@ParameterizedTest
	@CsvSource({"Müller, muller", "Strauß, strauss", "Łukasz, łuk", "Иван Петров, петр", "山田太郎, 山田", "ﬁona, fiona"})
	void readsEachAlphabet(String name, String typed) {
		assertTrue(finds(typed, name));
	}

	@Test
	void knowsNoWordsOfNothing() {
		assertEquals(Set.of(), SearchWords.keys(null, "", " - "));
	}

	@Property(tries = 500)
	void everyBeginningOfAWordFindsIt(@ForAll @StringLength(min = 1, max = 60) String name, @ForAll @IntRange(min = 1, max = 60) int length) {
		var keys = SearchWords.keys(name);
		assertTrue(keys.stream().allMatch(key -> key.length() <= SearchWords.LONGEST_KEY && key.matches("[0-9a-f]+")));
		var word = name.split("[^\\p{L}\\p{N}\\p{M}]+", 2)[0];
		var typed = word.substring(0, word.offsetByCodePoints(0, Math.min(length, word.codePointCount(0, word.length()))));
		assertTrue(SearchWords.beginnings(typed).isEmpty() || finds(typed, name), () -> "<" + typed + "> in <" + name + ">");
	}
}
