package org.headcoach.training;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;

/** What the operator has set about a learning record store; see operating.md. Nothing is told to any unless one is set. A test sets something else. */
@ApplicationScoped
class XapiSettings {

	/**
	 * @param endpoint of the store, without a slash at the end: statements go to {@code endpoint/statements}; null for none
	 * @param key and {@code secret} of its basic authentication; null for none
	 * @param url the address under which people reach this server; names of activities and people begin with it
	 * @param sends whether this process sends of its own accord
	 */
	record Values(URI endpoint, String key, String secret, String url, boolean sends, Duration patience) {

		boolean isSet() {
			return endpoint != null;
		}
	}

	private volatile Values values;

	@PostConstruct
	void read() {
		values = read(ConfigProvider.getConfig());
	}

	static Values read(Config config) {
		var endpoint = text(config, "headcoach.xapi.endpoint").map(one -> URI.create(one.replaceFirst("/+$", ""))).orElse(null);
		if (endpoint != null && !"https".equals(endpoint.getScheme()) && !"http".equals(endpoint.getScheme())) {
			throw new IllegalStateException("headcoach.xapi.endpoint begins with https://, and not " + endpoint);
		}
		return new Values(endpoint, text(config, "headcoach.xapi.key").orElse(null), text(config, "headcoach.xapi.secret").orElse(null),
				config.getValue("headcoach.url", String.class).replaceFirst("/+$", ""), true, Duration.ofSeconds(20));
	}

	private static Optional<String> text(Config config, String name) {
		return config.getOptionalValue(name, String.class).map(String::strip).filter(text -> !text.isEmpty());
	}

	Values get() {
		return values;
	}

	/** Other settings from now on. */
	void set(Values other) {
		values = other;
	}
}
