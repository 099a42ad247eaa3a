package org.headcoach.people;

import java.util.Locale;

/**
 * What somebody typed, as a pattern of LIKE: its own signs of the pattern language stand for themselves. The backslash is
 * the escape sign of both databases by default; naming it would make EclipseLink write all parameters into the text.
 */
public final class Like {

	private Like() {
	}

	/** Null for nothing typed, which matches everything. */
	public static String contains(String text) {
		return text == null || text.isBlank() ? null
				: "%" + text.strip().toLowerCase(Locale.ROOT).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
	}
}
