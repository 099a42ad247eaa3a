package org.headcoach.notices;

import java.util.List;

/**
 * What mails are about, as a reader refuses them. A topic of the trade that posts notices adds its line here and its texts {@code notices.topic.NAME} and
 * {@code notices.topic.NAME.text}, so that whoever looks for the switch finds it before the first mail.
 */
public final class Topics {

	public static final List<String> ALL = List.of("contests", "hiring", "certifications", "exams", "surveys", "classes");

	private Topics() {
	}

	static boolean isKnown(String topic) {
		return topic != null && ALL.contains(topic);
	}
}
