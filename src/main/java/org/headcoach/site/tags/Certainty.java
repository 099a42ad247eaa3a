package org.headcoach.site.tags;

/**
 * How a verdict looks: which side it is on, and how sure it is (filled, outlined, dotted). The names are those of the
 * verdict that coaching gives; this room knows only the names.
 */
enum Certainty {

	BELOW("below", "sure", "M0 1.5h9L4.5 8z"),
	PERHAPS_BELOW("below", "perhaps", "M1 2h7L4.5 7.2z"),
	IN_LINE("line", "sure", "M0 1.6h9v1.8H0zM0 5.6h9v1.8H0z"),
	PERHAPS_ABOVE("above", "perhaps", "M1 7h7L4.5 1.8z"),
	ABOVE("above", "sure", "M0 7.5h9L4.5 1z"),
	NOT_ENOUGH_DATA("few", "few", "M0 3.6h2v2H0zM3.5 3.6h2v2h-2zM7 3.6h2v2H7z");

	private final String side;
	private final String sureness;
	private final String mark;

	Certainty(String side, String sureness, String mark) {
		this.side = side;
		this.sureness = sureness;
		this.mark = mark;
	}

	/** Null for no verdict. */
	static Certainty of(Object verdict) {
		if (verdict == null || verdict.toString().isEmpty()) {
			return null;
		}
		return valueOf(verdict instanceof Enum<?> value ? value.name() : verdict.toString());
	}

	/** The path of the mark in a box of 9 by 9. */
	String mark() {
		return mark;
	}

	boolean isBelow() {
		return side.equals("below");
	}

	boolean isAbove() {
		return side.equals("above");
	}

	/**
	 * The classes that colour it. Where lower is better the colour follows better and worse, the mark and the words stay
	 * with below and above.
	 */
	String styleClass(boolean lowerIsBetter) {
		var shown = !lowerIsBetter ? side : isBelow() ? "above" : isAbove() ? "below" : side;
		return "hc-" + shown + " hc-" + sureness;
	}
}
