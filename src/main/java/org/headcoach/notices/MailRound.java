package org.headcoach.notices;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.logging.Logger;

import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

/** Several mails over one connection to the mail server. */
final class MailRound implements AutoCloseable {

	private final MailServer server;
	private final String host;
	private final Session session;
	private Transport transport;

	/** @param host this server's name in the world */
	MailRound(MailServer server, String host, Duration patience) {
		this.server = server;
		this.host = host;
		var properties = new Properties();
		properties.setProperty("mail.transport.protocol", "smtp");
		properties.setProperty("mail.smtp.host", server.host());
		properties.setProperty("mail.smtp.port", String.valueOf(server.port()));
		properties.setProperty("mail.smtp.auth", String.valueOf(server.user() != null));
		properties.setProperty("mail.smtp.starttls.enable", String.valueOf(server.tls() == MailServer.Tls.STARTTLS));
		properties.setProperty("mail.smtp.starttls.required", String.valueOf(server.tls() == MailServer.Tls.STARTTLS));
		properties.setProperty("mail.smtp.ssl.enable", String.valueOf(server.tls() == MailServer.Tls.TLS));
		properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
		for (var what : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
			properties.setProperty("mail.smtp." + what, String.valueOf(patience.toMillis()));
		}
		session = Session.getInstance(properties);
	}

	/** Hands the mail over. What is known not to have gone out is tried again; a mail that broke off while it was handed over is uncertain. */
	Outcome send(Letter.Content content, Instant now) {
		InternetAddress from;
		try {
			from = new InternetAddress(server.from(), true);
		} catch (AddressException e) {
			return Outcome.down(Trouble.BAD_SENDER, server.from());
		}
		Letter letter;
		try {
			letter = new Letter(session, from, content, host, now);
		} catch (MessagingException e) {
			return Outcome.failed(Trouble.BAD_ADDRESS, e.getMessage());
		}
		try {
			connect();
		} catch (AuthenticationFailedException e) {
			close();
			return Outcome.down(Trouble.SIGN_IN_REFUSED, e.getMessage());
		} catch (MessagingException e) {
			close();
			return Outcome.down(isTimeOut(e) ? Trouble.TIME_OUT : Trouble.NO_CONNECTION, e.getMessage());
		}
		try {
			transport.sendMessage(letter, letter.getAllRecipients());
			return Outcome.SENT;
		} catch (MessagingException e) {
			close();
			return judge(e, letter.isHandedOver());
		}
	}

	/** Anew unless the connection of the mail before still answers. */
	private void connect() throws MessagingException {
		if (transport != null && transport.isConnected()) {
			return;
		}
		close();
		transport = session.getTransport();
		transport.connect(server.host(), server.port(), server.user(), server.password());
	}

	static Outcome judge(MessagingException failure, boolean handedOver) {
		var code = code(failure);
		if (code >= 500) {
			return Outcome.failed(Trouble.MAIL_REFUSED, said(failure));
		}
		if (code >= 400) {
			// 421: the server is about to close, for everybody
			return code == 421 ? Outcome.down(Trouble.MAIL_LATER, said(failure)) : Outcome.later(Trouble.MAIL_LATER, said(failure));
		}
		if (handedOver) {
			return Outcome.uncertain(failure.getMessage());
		}
		return Outcome.down(isTimeOut(failure) ? Trouble.TIME_OUT : Trouble.NO_CONNECTION, failure.getMessage());
	}

	/** What the server answered with; 0 when it did not. */
	private static int code(MessagingException failure) {
		var code = 0;
		for (Exception one = failure; one != null; one = one instanceof MessagingException chained ? chained.getNextException() : null) {
			code = Math.max(code, one instanceof SMTPSendFailedException send ? send.getReturnCode() : one instanceof SMTPAddressFailedException address ? address.getReturnCode()
					: one instanceof SMTPSenderFailedException sender ? sender.getReturnCode() : 0);
		}
		return code;
	}

	/** The most particular of its sentences. */
	private static String said(MessagingException failure) {
		Exception last = failure;
		while (last instanceof MessagingException chained && chained.getNextException() instanceof MessagingException next) {
			last = next;
		}
		return last.getMessage();
	}

	private static boolean isTimeOut(MessagingException failure) {
		for (Throwable one = failure; one != null; one = one.getCause()) {
			if (one instanceof SocketTimeoutException) {
				return true;
			}
		}
		return false;
	}

	@Override
	public void close() {
		if (transport == null) {
			return;
		}
		try {
			transport.close();
		} catch (MessagingException e) {
			// the server hung up first: every mail has had its answer before
			Logger.getLogger(MailRound.class.getName()).fine(e::getMessage);
		}
		transport = null;
	}
}
