package org.headcoach.training;

import org.headcoach.shared.Typed;

/** Texts that people type in. */
final class Texts {

	private static final String TOO_LONG = "training.error.too-long";

	private Texts() {
	}

	static String said(String text, int longest, String ifEmpty) {
		return Typed.text(text, longest, ifEmpty, TOO_LONG);
	}

	/** Null when nothing is said. */
	static String optional(String text, int longest) {
		return Typed.optional(text, longest, TOO_LONG);
	}
}
