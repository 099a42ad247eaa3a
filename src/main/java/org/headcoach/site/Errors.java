package org.headcoach.site;

import java.security.SecureRandom;

/** Numbers that a person can quote and an administrator can find in the log: E-7K3M-0412. */
final class Errors {

	static final String NUMBER = "headcoach.error.number";

	private static final SecureRandom RANDOM = new SecureRandom();
	/** Without letters and digits that are mistaken for each other. */
	private static final String SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

	private Errors() {
	}

	static String number() {
		var text = new StringBuilder("E-");
		for (int i = 0; i < 8; i++) {
			if (i == 4) {
				text.append('-');
			}
			text.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
		}
		return text.toString();
	}

	/** Whether the text is such a number, and nothing else that somebody wrote into an address. */
	static boolean isNumber(String text) {
		return text != null && text.matches("E-[" + SIGNS + "]{4}-[" + SIGNS + "]{4}");
	}
}
