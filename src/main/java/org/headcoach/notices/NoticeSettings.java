package org.headcoach.notices;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;

/** What the operator has set about mail and webhooks; see operating.md. A test sets something else. */
@ApplicationScoped
public class NoticeSettings {

	/**
	 * @param mail null: no mail server is set, and mails are not made
	 * @param url the address under which people reach this server, without a slash at the end
	 * @param hookHosts hosts that webhooks may have; {@code *.} stands for any name below, and {@code http://} before a host allows it without encryption
	 * @param sends whether this process sends of its own accord
	 * @param patience how long the other side may take for a connection and for an answer
	 */
	public record Values(MailServer mail, String url, List<String> hookHosts, boolean sends, Duration patience) {

		/** The name of this server, for what must be unique in the world. */
		String host() {
			var host = URI.create(url).getHost();
			return host == null ? "localhost" : host;
		}
	}

	private volatile Values values;

	@PostConstruct
	void read() {
		values = read(ConfigProvider.getConfig());
	}

	static Values read(Config config) {
		var url = config.getValue("headcoach.url", String.class).replaceFirst("/+$", "");
		var host = text(config, "headcoach.mail.host");
		var tls = tls(config.getOptionalValue("headcoach.mail.tls", String.class).orElse("starttls").strip());
		var plain = new Values(null, url, Arrays.stream(config.getOptionalValue("headcoach.webhook.hosts", String.class).orElse("").split(",")).map(String::strip)
				.filter(one -> !one.isEmpty()).toList(), config.getOptionalValue("headcoach.notices.send", Boolean.class).orElse(true), Duration.ofSeconds(20));
		if (host == null) {
			return plain;
		}
		var from = text(config, "headcoach.mail.from");
		return new Values(new MailServer(host, config.getOptionalValue("headcoach.mail.port", Integer.class).orElse(tls.port()), text(config, "headcoach.mail.user"),
				text(config, "headcoach.mail.password"), from == null ? "Headcoach <headcoach@" + plain.host() + ">" : from, tls), url, plain.hookHosts(), plain.sends(),
				plain.patience());
	}

	private static MailServer.Tls tls(String word) {
		return Arrays.stream(MailServer.Tls.values()).filter(one -> one.name().equals(word.toUpperCase(Locale.ROOT))).findFirst()
				.orElseThrow(() -> new IllegalStateException("headcoach.mail.tls is starttls, tls or none, and not " + word));
	}

	private static String text(Config config, String name) {
		return config.getOptionalValue(name, String.class).map(String::strip).filter(text -> !text.isEmpty()).orElse(null);
	}

	public Values get() {
		return values;
	}

	/** Other settings from now on. */
	public void set(Values other) {
		values = other;
	}
}
