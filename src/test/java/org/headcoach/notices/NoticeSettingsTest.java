package org.headcoach.notices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.Converter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticeSettingsTest {

	/** Settings as they stand in a file; an empty one counts as not set. */
	private record InAFile(Map<String, String> lines) implements Config {

		@Override
		public <T> T getValue(String name, Class<T> type) {
			return getOptionalValue(name, type).orElseThrow(() -> new NoSuchElementException(name));
		}

		@Override
		public <T> Optional<T> getOptionalValue(String name, Class<T> type) {
			return Optional.ofNullable(lines.get(name)).filter(text -> !text.isEmpty())
					.map(text -> type.cast(type == Integer.class ? (Object) Integer.valueOf(text) : type == Boolean.class ? (Object) Boolean.valueOf(text) : text));
		}

		@Override
		public ConfigValue getConfigValue(String name) {
			throw new UnsupportedOperationException();
		}

		@Override
		public Iterable<String> getPropertyNames() {
			return lines.keySet();
		}

		@Override
		public Iterable<ConfigSource> getConfigSources() {
			return List.of();
		}

		@Override
		public <T> Optional<Converter<T>> getConverter(Class<T> type) {
			return Optional.empty();
		}

		@Override
		public <T> T unwrap(Class<T> type) {
			throw new UnsupportedOperationException();
		}
	}

	private static NoticeSettings.Values read(String... namesAndTexts) {
		var lines = new TreeMap<>(Map.of("headcoach.url", "https://coach.example/", "headcoach.mail.host", "", "headcoach.webhook.hosts", "hooks.slack.com, *.webhook.office.com"));
		for (int i = 0; i < namesAndTexts.length; i += 2) {
			lines.put(namesAndTexts[i], namesAndTexts[i + 1]);
		}
		return NoticeSettings.read(new InAFile(lines));
	}

	@Test
	void sendsNoMailWithoutAServer() {
		assertNull(read().mail());
		assertTrue(read().sends());
		assertEquals("https://coach.example", read().url());
		assertEquals("coach.example", read().host());
		assertEquals(List.of("hooks.slack.com", "*.webhook.office.com"), read().hookHosts());
	}

	@ParameterizedTest(name = "{0}: port {1}")
	@CsvSource({"starttls, 587", "STARTTLS, 587", "tls, 465", "none, 25"})
	void takesThePortThatGoesWithTheEncryption(String tls, int port) {
		assertEquals(port, read("headcoach.mail.host", "mail.example", "headcoach.mail.tls", tls).mail().port());
		assertEquals(2525, read("headcoach.mail.host", "mail.example", "headcoach.mail.tls", tls, "headcoach.mail.port", "2525").mail().port());
	}

	@Test
	void encryptsUnlessToldOtherwise() {
		assertEquals(MailServer.Tls.STARTTLS, read("headcoach.mail.host", "mail.example").mail().tls());
		assertTrue(assertThrows(IllegalStateException.class, () -> read("headcoach.mail.host", "mail.example", "headcoach.mail.tls", "ssl3")).getMessage().contains("ssl3"));
	}

	@Test
	void makesASenderOfItsOwnNameUnlessThereIsOne() {
		assertEquals("Headcoach <headcoach@coach.example>", read("headcoach.mail.host", "mail.example").mail().from());
		assertEquals("Sales <sales@example.com>", read("headcoach.mail.host", "mail.example", "headcoach.mail.from", "Sales <sales@example.com>").mail().from());
	}

	@Test
	void neverPrintsThePassword() {
		var mail = read("headcoach.mail.host", "mail.example", "headcoach.mail.user", "u", "headcoach.mail.password", "hidden words").mail();
		assertEquals("hidden words", mail.password());
		assertFalse(mail.toString().contains("hidden"));
	}

	@Test
	void aCopyCanBeKeptFromWritingToPeople() {
		assertFalse(read("headcoach.notices.send", "false").sends());
	}
}
