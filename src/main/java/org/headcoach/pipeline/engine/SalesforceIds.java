package org.headcoach.pipeline.engine;

import java.util.regex.Pattern;

/**
 * Salesforce writes one record's id with 15 characters in reports, where capitals make a difference, and with 18 in the Data Loader: the last three
 * say which of the others are capitals. Both mean the same record, so both are read as the longer one.
 */
final class SalesforceIds {

	/** Accounts, contacts, users, opportunities, leads, tasks, events, splits. */
	private static final Pattern SHORT = Pattern.compile("(?:001|003|005|006|00Q|00T|00U|00k)(?=.*[A-Za-z])[A-Za-z0-9]{12}");
	private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
	private static final int BLOCK = 5;

	private SalesforceIds() {
	}

	/** The id with 18 characters; what is no such id stays as it is. */
	static String whole(String text) {
		if (text == null || text.length() != 3 * BLOCK || !SHORT.matcher(text).matches()) {
			return text;
		}
		var id = new StringBuilder(text);
		for (int block = 0; block < 3; block++) {
			int capitals = 0;
			for (int i = 0; i < BLOCK; i++) {
				if (Character.isUpperCase(text.charAt(block * BLOCK + i))) {
					capitals |= 1 << i;
				}
			}
			id.append(LETTERS.charAt(capitals));
		}
		return id.toString();
	}
}
