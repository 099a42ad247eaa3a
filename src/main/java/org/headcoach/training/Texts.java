package org.headcoach.training;

import org.headcoach.shared.BusinessException;

/** Texts that people type in. */
final class Texts {

	private Texts() {
	}

	static String said(String text, int longest, String ifEmpty) {
		if (text == null || text.isBlank()) {
			throw new BusinessException(ifEmpty);
		}
		return optional(text, longest);
	}

	/** Null when nothing is said. */
	static String optional(String text, int longest) {
		if (text == null || text.isBlank()) {
			return null;
		}
		if (text.strip().length() > longest) {
			throw new BusinessException("training.error.too-long", longest);
		}
		return text.strip();
	}
}
