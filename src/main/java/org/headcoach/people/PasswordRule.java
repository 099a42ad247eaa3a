package org.headcoach.people;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.headcoach.shared.BusinessException;

/**
 * What a password must be: long, and not what everybody tries first. No rule about kinds of signs: they make passwords
 * worse. Spaces count, so a sentence is a good password.
 */
public final class PasswordRule {

	public static final int SHORTEST = 12;
	/** Hashing is dear; nobody types more. */
	public static final int LONGEST = 200;

	private static final int SHORTEST_NAME = 4;
	private static final int DIFFERENT_SIGNS = 5;
	private static final Set<String> COMMON = common();

	private PasswordRule() {
	}

	/**
	 * @param ownNames account name, name, e-mail: what others know about the person; nulls are skipped
	 * @throws BusinessException with the reason when the password may not be chosen
	 */
	public static void check(String password, String... ownNames) {
		if (password == null || password.codePointCount(0, password.length()) < SHORTEST) {
			throw new BusinessException("people.password.error.short", SHORTEST);
		}
		if (password.length() > LONGEST) {
			throw new BusinessException("people.password.error.long", LONGEST);
		}
		var plain = password.toLowerCase(Locale.ROOT);
		if (containsOwnName(plain, ownNames)) {
			throw new BusinessException("people.password.error.name");
		}
		if (isCommon(plain)) {
			throw new BusinessException("people.password.error.common");
		}
	}

	private static boolean containsOwnName(String plain, String... ownNames) {
		return Arrays.stream(ownNames).filter(Objects::nonNull).map(name -> name.toLowerCase(Locale.ROOT))
				.flatMap(name -> Arrays.stream(new String[] {name, name.replaceFirst("@.*", ""), name.replace(" ", "")}))
				.anyMatch(name -> name.length() >= SHORTEST_NAME && plain.contains(name));
	}

	/** Also with digits and signs put before or after it, and two of them in a row. */
	private static boolean isCommon(String plain) {
		if (plain.codePoints().distinct().count() < DIFFERENT_SIGNS || COMMON.contains(plain)) {
			return true;
		}
		var word = plain.replaceAll("^[^a-z]+|[^a-z]+$", "");
		var half = word.substring(0, word.length() / 2);
		return COMMON.contains(word) || word.length() % 2 == 0 && word.equals(half + half) && COMMON.contains(half);
	}

	private static Set<String> common() {
		try (var lines = new BufferedReader(new InputStreamReader(
				Objects.requireNonNull(PasswordRule.class.getResourceAsStream("/org/headcoach/people/common-passwords.txt")), StandardCharsets.UTF_8))) {
			return lines.lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
