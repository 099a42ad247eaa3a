package org.headcoach.notices;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where a webhook may be: under a host that the settings name, encrypted. So nobody can make this server call another one, inside the house least of all. */
final class HookAddress {

	private static final String PLAIN = "http://";

	private HookAddress() {
	}

	/** The address, when it is allowed. */
	static Optional<URI> allowed(String address, List<String> hosts) {
		return parse(address).filter(uri -> hosts.stream().anyMatch(host -> isBy(host, uri)));
	}

	private static Optional<URI> parse(String address) {
		try {
			var uri = new URI(address == null ? "" : address.strip());
			return uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawFragment() == null ? Optional.of(uri) : Optional.empty();
		} catch (URISyntaxException e) {
			return Optional.empty();
		}
	}

	private static boolean isBy(String allowed, URI uri) {
		var isPlain = allowed.startsWith(PLAIN);
		var host = (isPlain ? allowed.substring(PLAIN.length()) : allowed).toLowerCase(Locale.ROOT);
		var asked = uri.getHost().toLowerCase(Locale.ROOT);
		// where nothing is encrypted any port may be meant, everywhere else the one of https
		var way = isPlain ? "http".equals(uri.getScheme()) : "https".equals(uri.getScheme()) && (uri.getPort() == -1 || uri.getPort() == 443);
		return way && (host.startsWith("*.") ? asked.endsWith(host.substring(1)) && asked.length() > host.length() - 1 : asked.equals(host));
	}

	/** Enough of it to tell two apart and too little to use it: host and last four letters. */
	static String shortened(String address) {
		if (address == null) {
			return null;
		}
		return parse(address).map(uri -> uri.getHost() + "/…" + address.substring(Math.max(address.length() - 4, 0))).orElse("…");
	}
}
