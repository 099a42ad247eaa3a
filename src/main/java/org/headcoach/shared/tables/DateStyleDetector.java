package org.headcoach.shared.tables;

/**
 * Watches a column of dates value by value and tells in which order day and month stand. It keeps counts only, so it can
 * watch a million lines. Dots between the numbers are taken as the day-first habit; slashes and dashes are used by both.
 */
public final class DateStyleDetector {

	private final DateScanner scanner = new DateScanner();
	private long undoubted;
	private long us;
	private long european;
	private long either;
	private long unreadable;
	private String firstEither;
	private String firstUs;

	/** Takes one more value of the column into account; blank ones are passed over. */
	public void add(String text) {
		scanner.scan(text);
		switch (scanner.shape) {
			case BLANK -> { }
			case UNREADABLE -> unreadable++;
			case TWO_NUMBERS -> addTwoNumbers(text);
			default -> undoubted++;
		}
	}

	private void addTwoNumbers(String text) {
		boolean monthFirst = scanner.separator != '.' && isMonth(scanner.first) && isDay(scanner.second);
		boolean dayFirst = isDay(scanner.first) && isMonth(scanner.second);
		if (monthFirst && dayFirst) {
			either++;
			firstEither = firstEither == null ? text : firstEither;
		} else if (monthFirst) {
			us++;
			firstUs = firstUs == null ? text : firstUs;
		} else if (dayFirst) {
			european++;
		} else {
			unreadable++;
		}
	}

	/** What the values so far showed. */
	public DateFinding finding() {
		String example = us > 0 && european > 0 ? firstUs : firstEither;
		return new DateFinding(undoubted, us, european, either, unreadable, example == null ? null : example.strip());
	}

	private static boolean isMonth(int number) {
		return number >= 1 && number <= 12;
	}

	private static boolean isDay(int number) {
		return number >= 1 && number <= 31;
	}
}
