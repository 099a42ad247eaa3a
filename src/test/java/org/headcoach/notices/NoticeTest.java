package org.headcoach.notices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class NoticeTest {

	private static Notice mail(String key, String subject) {
		return new Notice(key, "contests", Channel.MAIL, 7L, null, subject, "text", null);
	}

	@ParameterizedTest(name = "{0}")
	@ValueSource(strings = {"contest-12-2026-11-20-account-7", "a", "A.b_c-9"})
	void takesKeysThatMayStandInAMailsId(String key) {
		assertEquals(key, mail(key, "subject").key());
	}

	@ParameterizedTest(name = "{0}")
	@ValueSource(strings = {"", " ", "a b", "a@b", "a>b", "a\r\nb", "ä"})
	void refusesOtherKeys(String key) {
		assertThrows(IllegalArgumentException.class, () -> mail(key, "subject"));
	}

	@Test
	void refusesKeysThatAreTooLongForTheirColumn() {
		assertEquals(150, mail("k".repeat(150), "subject").key().length());
		assertThrows(IllegalArgumentException.class, () -> mail("k".repeat(151), "subject"));
	}

	@Test
	void goesEitherToAnAccountOrToAWebhook() {
		assertThrows(IllegalArgumentException.class, () -> new Notice("k", "contests", Channel.MAIL, null, 3L, "s", "t", null));
		assertThrows(IllegalArgumentException.class, () -> new Notice("k", "contests", Channel.MAIL, 7L, 3L, "s", "t", null));
		assertThrows(IllegalArgumentException.class, () -> new Notice("k", "contests", Channel.SLACK, 7L, null, "s", "t", null));
		assertEquals(3L, new Notice("k", "contests", Channel.TEAMS, null, 3L, "s", "t", null).hookId());
	}

	@Test
	void isAboutATopicThatReadersCanRefuse() {
		assertThrows(IllegalArgumentException.class, () -> new Notice("k", "weather", Channel.MAIL, 7L, null, "s", "t", null));
	}

	@Test
	void makesOneLineOfTheSubject() {
		assertEquals("Night 7 Bcc: all@example.com", mail("k", "Night 7\r\nBcc: all@example.com").subject());
		assertEquals("a b c d", mail("k", " a\u2028b\u0085c\u202Ed\0 ").subject());
		assertThrows(IllegalArgumentException.class, () -> mail("k", "\r\n"));
	}

	@Property
	void noSubjectCanBeginAnotherHeader(@ForAll String subject) {
		var line = Notice.oneLine(subject, 250);
		assertFalse(line.chars().anyMatch(Character::isISOControl));
		assertTrue(line.codePointCount(0, line.length()) <= 250);
	}
}
