package org.headcoach.site;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.microprofile.config.ConfigProvider;

import jakarta.servlet.http.HttpServletRequest;

/** Where a request came from and how: its network address, for the sign-in throttle and the audit log, and whether it was encrypted. */
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

	/** Whether the browser itself speaks https: to this server, or to a proxy of ours in front of it. */
	static boolean isEncrypted(HttpServletRequest request) {
		return isEncrypted(request.isSecure(), request.getRemoteAddr(), request.getHeader("X-Forwarded-Proto"), Proxies.ALL);
	}

	static boolean isEncrypted(boolean secure, String remote, String forwardedProto, Set<String> proxies) {
		return secure || forwardedProto != null && proxies.contains(remote) && forwardedProto.split(",")[0].strip().equalsIgnoreCase("https");
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
