package org.headcoach.notices;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.headcoach.people.Secrets;

/**
 * The tokens of the links that end mails: whose and about what, signed with this installation's secret. Whoever has one can do nothing but end and begin again
 * the mails of that account about that topic, so it needs no end.
 */
final class StopLinks {

	/** What a good token stands for. */
	record Stop(Long accountId, String topic) {
	}

	private static final Pattern TOKEN = Pattern.compile("(\\d{1,18})\\.([a-z][a-z-]{0,59})\\.([A-Za-z0-9_-]{43})");

	private StopLinks() {
	}

	static String token(String secret, Long accountId, String topic) {
		var whose = accountId + "." + topic;
		return whose + "." + signature(secret, whose);
	}

	/** Empty for a token that was not made with this secret. */
	static Optional<Stop> read(String secret, String token) {
		var parts = TOKEN.matcher(token == null ? "" : token);
		if (!parts.matches() || !Secrets.same(signature(secret, parts.group(1) + "." + parts.group(2)), parts.group(3))) {
			return Optional.empty();
		}
		return Optional.of(new Stop(Long.valueOf(parts.group(1)), parts.group(2)));
	}

	private static String signature(String secret, String whose) {
		try {
			var mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
			return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(whose.getBytes(StandardCharsets.UTF_8)));
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException("Every Java platform has HmacSHA256", e);
		}
	}
}
