package org.headcoach.site;

import org.eclipse.microprofile.config.ConfigProvider;

/** Addresses that leave this server. They are made of the configured one: the Host header is the asker's to choose. */
public final class Links {

	private static final String BASE = ConfigProvider.getConfig().getValue("headcoach.url", String.class).replaceFirst("/+$", "");

	private Links() {
	}

	public static String to(String path) {
		return BASE + path;
	}
}
