package org.headcoach.people;

/** A browser as its owner would call it: "Chrome on Windows". */
public final class Device {

	private static final String[][] BROWSERS = {{"Edg/", "Edge"}, {"OPR/", "Opera"}, {"SamsungBrowser/", "Samsung Internet"},
		{"Firefox/", "Firefox"}, {"FxiOS/", "Firefox"}, {"CriOS/", "Chrome"}, {"Chrome/", "Chrome"}, {"Safari/", "Safari"}};
	private static final String[][] SYSTEMS = {{"iPhone", "iPhone"}, {"iPad", "iPad"}, {"Android", "Android"}, {"Windows", "Windows"},
		{"CrOS", "Chromebook"}, {"Mac OS X", "Mac"}, {"Linux", "Linux"}};

	private Device() {
	}

	/** Null when the browser tells nothing that is known. */
	public static String of(String userAgent) {
		if (userAgent == null) {
			return null;
		}
		var browser = first(BROWSERS, userAgent);
		var system = first(SYSTEMS, userAgent);
		if (browser == null || system == null) {
			return browser == null ? system : browser;
		}
		return browser + " on " + system;
	}

	private static String first(String[][] marks, String userAgent) {
		for (var mark : marks) {
			if (userAgent.contains(mark[0])) {
				return mark[1];
			}
		}
		return null;
	}
}
