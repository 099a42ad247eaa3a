package org.headcoach.shared.tables;

/**
 * Watches a column of numbers value by value and tells which character begins the decimals. It keeps counts only, so it
 * can watch a million lines.
 */
public final class NumberStyleDetector {

	private final NumberScanner scanner = new NumberScanner();
	private long plain;
	private long point;
	private long comma;
	private long either;
	private long unreadable;
	private String firstEither;
	private String firstPoint;

	/** Takes one more value of the column into account; blank ones are passed over. */
	public void add(String text) {
		scanner.scan(text);
		switch (scanner.shape) {
			case BLANK -> { }
			case UNREADABLE -> unreadable++;
			case NO_DECISION -> plain++;
			case COMMA_DECIMAL -> comma++;
			case POINT_DECIMAL -> {
				point++;
				firstPoint = firstPoint == null ? text : firstPoint;
			}
			case EITHER -> {
				either++;
				firstEither = firstEither == null ? text : firstEither;
			}
			default -> throw new IllegalStateException(scanner.shape.name());
		}
	}

	/** What the values so far showed. */
	public NumberFinding finding() {
		String example = point > 0 && comma > 0 ? firstPoint : firstEither;
		return new NumberFinding(plain, point, comma, either, unreadable, example == null ? null : example.strip());
	}
}
