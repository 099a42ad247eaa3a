package org.headcoach.site;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.microprofile.config.ConfigProvider;

import jakarta.servlet.http.HttpServletRequest;

/** The network address that a request came from, for the sign-in throttle and the audit log. */
final class Address {

	/** Read when the first request comes. */
	private static final class Proxies {
		/** Proxies in front of this server whose X-Forwarded-For is believed; anybody else could write what they like into it. */
		static final Set<String> ALL = Arrays.stream(ConfigProvider.getConfig().getOptionalValue("headcoach.proxies", String.class).orElse("").split(","))
				.map(String::strip).filter(address -> !address.isEmpty()).collect(Collectors.toUnmodifiableSet());
	}

	private static final int LONGEST = 60;

	private Address() {
	}

	static String of(HttpServletRequest request) {
		return of(request.getRemoteAddr(), request.getHeader("X-Forwarded-For"), Proxies.ALL);
	}

	/** The last address on the way that is not one of our proxies. */
	static String of(String remote, String forwardedFor, Set<String> proxies) {
		if (forwardedFor == null || !proxies.contains(remote)) {
			return remote;
		}
		var way = forwardedFor.split(",");
		for (int i = way.length - 1; i >= 0; i--) {
			var hop = way[i].strip();
			if (!proxies.contains(hop)) {
				return hop.isEmpty() || hop.length() > LONGEST ? remote : hop;
			}
		}
		return remote;
	}
}
