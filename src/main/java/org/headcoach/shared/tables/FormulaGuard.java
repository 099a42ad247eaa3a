package org.headcoach.shared.tables;

/**
 * Keeps a spreadsheet from running text as a formula. Text is dangerous when, after any number of apostrophes, it
 * begins with {@code = + - @}, their full-width forms, a tab or a line break. Writing puts one apostrophe before
 * dangerous text; reading takes one away from text that begins with an apostrophe and is dangerous. As both look past
 * the apostrophes, taking away is the exact reverse of putting on, also for text that had some of its own.
 */
final class FormulaGuard {

	private FormulaGuard() {
	}

	static String put(String text) {
		return isDangerous(text) ? "'" + text : text;
	}

	static String remove(String text) {
		return !text.isEmpty() && text.charAt(0) == '\'' && isDangerous(text) ? text.substring(1) : text;
	}

	private static boolean isDangerous(String text) {
		int i = 0;
		while (i < text.length() && text.charAt(i) == '\'') {
			i++;
		}
		return i < text.length() && startsFormula(text.charAt(i));
	}

	private static boolean startsFormula(char c) {
		return switch (c) {
			case '=', '+', '-', '@', '\t', '\r', '\n', '\uFF1D', '\uFF0B', '\uFF0D', '\uFF20' -> true;
			default -> false;
		};
	}
}
