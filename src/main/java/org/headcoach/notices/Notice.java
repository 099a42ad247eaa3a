package org.headcoach.notices;

import java.util.regex.Pattern;

/**
 * Something to send: to one account by mail, to one webhook, or by mail to somebody who has no account.
 *
 * @param key names it for ever: a second notice with the same key is not sent. Letters, digits, dot, hyphen, underline, at most 150: {@code contest-12-2026-11-20-account-7}
 * @param topic what it is about, one of {@link Topics}; a reader can refuse it
 * @param accountId to whom; for mail to an account only
 * @param outside to whom without an account, for mail only; null otherwise
 * @param hookId to which webhook; for the other channels only
 * @param subject one line of at most 250 letters; what breaks a line becomes a blank
 * @param text plain text; for mail {@link NoticeService#UNSUBSCRIBE} stands where the link goes that ends such mails, else the link comes at the end
 * @param html the same as HTML, for mail; null for text alone
 */
public record Notice(String key, String topic, Channel channel, Long accountId, Long hookId, Outside outside, String subject, String text, String html) {

	/** Somebody without an account. @param replyTo where an answer goes; null for the sender of the settings */
	public record Outside(String name, String email, String replyTo) {
	}


	static final int LONGEST_SUBJECT = 250;
	private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._-]{1,150}");

	public Notice {
		if (key == null || !KEY.matcher(key).matches()) {
			throw new IllegalArgumentException("Not the key of a notice: " + key);
		}
		if (!Topics.isKnown(topic)) {
			throw new IllegalArgumentException("Not on the list of topics: " + topic);
		}
		if (channel.isHook() ? hookId == null || accountId != null || outside != null : accountId == null == (outside == null) || hookId != null) {
			throw new IllegalArgumentException("A mail has an account or somebody outside, and every other notice a webhook: " + key);
		}
		subject = oneLine(subject, LONGEST_SUBJECT);
		if (subject.isEmpty() || text == null || text.isBlank()) {
			throw new IllegalArgumentException("A notice has a subject and a text: " + key);
		}
	}

	/** To an account or a webhook. */
	public Notice(String key, String topic, Channel channel, Long accountId, Long hookId, String subject, String text, String html) {
		this(key, topic, channel, accountId, hookId, null, subject, text, html);
	}

	/** A letter in plain text to somebody without an account: written by a person, so nothing in it says that it was sent by itself, and no link ends it. */
	public static Notice letter(String key, String topic, Outside to, String subject, String text) {
		return new Notice(key, topic, Channel.MAIL, null, null, to, subject, text, null);
	}

	/** What may stand in a header or on one line of a page: no sign that breaks a line or hides another, and not longer than that. */
	static String oneLine(String text, int longest) {
		var line = text == null ? "" : text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]+", " ").strip();
		return line.codePointCount(0, line.length()) <= longest ? line : line.substring(0, line.offsetByCodePoints(0, longest - 1)).strip() + "…";
	}
}
