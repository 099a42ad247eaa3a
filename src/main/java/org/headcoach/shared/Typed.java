package org.headcoach.shared;

/** What somebody has typed, without blanks around it and not longer than there is room for. Each topic refuses with a sentence of its own. */
public final class Typed {

	private Typed() {
	}

	/** @throws BusinessException when nothing is typed, or too much; both sentences may name the longest length */
	public static String text(String typed, int longest, String ifMissing, String ifLong) {
		var text = optional(typed, longest, ifLong);
		if (text == null) {
			throw new BusinessException(ifMissing, longest);
		}
		return text;
	}

	/** Null when nothing is typed. @throws BusinessException when it is too much */
	public static String optional(String typed, int longest, String ifLong) {
		if (typed == null || typed.isBlank()) {
			return null;
		}
		var text = typed.strip();
		if (text.length() > longest) {
			throw new BusinessException(ifLong, longest);
		}
		return text;
	}
}
