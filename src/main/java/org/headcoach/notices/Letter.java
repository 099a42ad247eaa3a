package org.headcoach.notices;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

/**
 * A notice as a mail. To an account: text and HTML for the reader to choose from, one id however often it is tried, and the headers by which a mail program offers to end such
 * mails (RFC 8058) and answering machines keep still. To somebody outside: what a person wrote, with none of these, to be answered to that person.
 */
final class Letter extends MimeMessage {

	/** Where it goes and what it says. @param stopLink where such mails are ended; null for a letter that a person wrote; replyTo: null for the sender */
	record Content(String key, String name, String email, Locale language, String subject, String text, String html, String stopLink, String replyTo) {

		/** Of a notice, which nobody answers. */
		Content(String key, String name, String email, Locale language, String subject, String text, String html, String stopLink) {
			this(key, name, email, language, subject, text, html, stopLink, null);
		}
	}

	private final String messageId;
	private boolean handedOver;

	/** @param host this server's name in the world */
	Letter(Session session, InternetAddress from, Content content, String host, Instant now) throws MessagingException {
		super(session);
		messageId = "<" + content.key() + "@" + host + ">";
		setFrom(from);
		setRecipient(Message.RecipientType.TO, address(content.name(), content.email()));
		setSubject(Notice.oneLine(content.subject(), Notice.LONGEST_SUBJECT), StandardCharsets.UTF_8.name());
		setSentDate(Date.from(now));
		if (content.replyTo() != null) {
			setReplyTo(new InternetAddress[] {new InternetAddress(content.replyTo(), true)});
		}
		if (content.stopLink() != null) {
			setContentLanguage(new String[] {content.language().toLanguageTag()});
			byItself(content.stopLink());
		}
		if (content.html() == null) {
			setText(content.text(), StandardCharsets.UTF_8.name());
		} else {
			setContent(new MimeMultipart("alternative", part(content.text(), "plain"), part(content.html(), "html")));
		}
		saveChanges();
	}

	/** Says that no person wrote it, and how it ends. */
	private void byItself(String stopLink) throws MessagingException {
		setHeader("Auto-Submitted", "auto-generated");
		setHeader("X-Auto-Response-Suppress", "All");
		setHeader("List-Unsubscribe", "<" + stopLink + ">");
		if (stopLink.startsWith("https:")) {
			// one click is defined for encrypted addresses only
			setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
		}
	}

	private static InternetAddress address(String name, String email) throws MessagingException {
		var address = new InternetAddress(email, true);
		try {
			address.setPersonal(Notice.oneLine(name, 100), StandardCharsets.UTF_8.name());
		} catch (UnsupportedEncodingException e) {
			throw new IllegalStateException("Every Java platform has UTF-8", e);
		}
		return address;
	}

	private static MimeBodyPart part(String text, String subtype) throws MessagingException {
		var part = new MimeBodyPart();
		part.setText(text, StandardCharsets.UTF_8.name(), subtype);
		return part;
	}

	/** Its own, instead of a new one each time. */
	@Override
	protected void updateMessageID() throws MessagingException {
		setHeader("Message-ID", messageId);
	}

	@Override
	public void writeTo(OutputStream stream, String[] withoutHeaders) throws IOException, MessagingException {
		handedOver = true;
		super.writeTo(stream, withoutHeaders);
	}

	/** Whether the mail server has been given any of it: from then on it may have it all. */
	boolean isHandedOver() {
		return handedOver;
	}
}
