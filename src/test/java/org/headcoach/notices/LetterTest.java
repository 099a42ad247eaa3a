package org.headcoach.notices;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Collections;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class LetterTest {

	private static final String LINK = "https://headcoach.example/unsubscribe?token=t";
	private static final Set<String> HEADERS = Set.of("From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type", "Content-Language", "Auto-Submitted",
			"X-Auto-Response-Suppress", "List-Unsubscribe", "List-Unsubscribe-Post");

	private static Letter letter(String name, String email, String subject, String html, String link) throws MessagingException {
		return new Letter(Session.getInstance(new Properties()), new InternetAddress("Headcoach <headcoach@headcoach.example>"),
				new Letter.Content("contest-12-account-7", name, email, Locale.ENGLISH, subject, "Falcons lead\n", html, link), "headcoach.example", Instant.parse("2026-11-20T22:00:00Z"));
	}

	/** As the other side reads it. */
	private static MimeMessage read(Letter letter) throws Exception {
		var wire = new ByteArrayOutputStream();
		letter.writeTo(wire);
		return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(wire.toByteArray()));
	}

	private static Set<String> headers(MimeMessage message) throws MessagingException {
		var names = new TreeSet<String>();
		for (Header header : Collections.list(message.getAllHeaders())) {
			names.add(header.getName());
		}
		return names;
	}

	@Test
	void carriesTextAndHtmlToChooseFrom() throws Exception {
		var read = read(letter("Amira Nasser", "amira@headcoach.example", "Night 7", "<p>Fälcons lead</p>", LINK));
		var parts = (MimeMultipart) read.getContent();
		assertTrue(parts.getContentType().startsWith("multipart/alternative"));
		assertEquals("Falcons lead\n", parts.getBodyPart(0).getContent().toString().replace("\r\n", "\n"));
		assertEquals("<p>Fälcons lead</p>", parts.getBodyPart(1).getContent());
		assertEquals("text/html; charset=UTF-8", parts.getBodyPart(1).getContentType());
	}

	@Test
	void hasTheSameIdHoweverOftenItIsTried() throws Exception {
		for (int i = 0; i < 2; i++) {
			assertEquals("<contest-12-account-7@headcoach.example>", read(letter("Amira", "amira@headcoach.example", "Night 7", "<p></p>", LINK)).getMessageID());
		}
	}

	@Test
	void offersToEndSuchMailsWithOneClickWhereTheAddressIsEncrypted() throws Exception {
		var read = read(letter("Amira", "amira@headcoach.example", "Night 7", null, LINK));
		assertArrayEquals(new String[] {"<" + LINK + ">"}, read.getHeader("List-Unsubscribe"));
		assertArrayEquals(new String[] {"List-Unsubscribe=One-Click"}, read.getHeader("List-Unsubscribe-Post"));
		assertNull(read(letter("Amira", "amira@headcoach.example", "Night 7", null, "http://localhost:8080/unsubscribe?token=t")).getHeader("List-Unsubscribe-Post"));
	}

	@Test
	void tellsAnsweringMachinesToKeepStill() throws Exception {
		assertArrayEquals(new String[] {"auto-generated"}, read(letter("Amira", "amira@headcoach.example", "Night 7", null, LINK)).getHeader("Auto-Submitted"));
	}

	@Property(tries = 300)
	void noNameAndNoSubjectAddsAHeaderOrAReader(@ForAll String name, @ForAll String subject) throws Exception {
		var read = read(letter(name + "\r\nBcc: all@example.com\r\n", "amira@headcoach.example", "Night 7" + subject + "\r\nBcc: all@example.com\r\n\r\nbody", "<p></p>", LINK));
		assertEquals(new TreeSet<>(HEADERS), headers(read));
		assertEquals(1, read.getAllRecipients().length);
		assertEquals("amira@headcoach.example", ((InternetAddress) read.getAllRecipients()[0]).getAddress());
	}

	@Test
	void refusesAnAddressWithMoreInIt() {
		for (var email : new String[] {"amira@headcoach.example\r\nBcc: all@example.com", "amira@headcoach.example, all@example.com", "amira", "a b@headcoach.example"}) {
			assertThrows(MessagingException.class, () -> letter("Amira", email, "Night 7", null, LINK), email);
		}
	}

	@Test
	void knowsWhetherTheServerWasGivenAnyOfIt() throws Exception {
		var letter = letter("Amira", "amira@headcoach.example", "Night 7", "<p></p>", LINK);
		assertFalse(letter.isHandedOver());
		read(letter);
		assertTrue(letter.isHandedOver());
	}
}
