package org.headcoach.notices;

import java.util.Locale;
import java.util.ResourceBundle;

/** The few texts that leave with every notice. They stand in the topic's bundle like all others; what they are about is put in by the one who asks. */
final class Words {

	private Words() {
	}

	/** English where there is no other text. */
	static String of(Locale locale, String key) {
		return ResourceBundle.getBundle("org.headcoach.messages.notices", locale, Words.class.getClassLoader(),
				ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)).getString(key);
	}
}
