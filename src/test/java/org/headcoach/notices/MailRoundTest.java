package org.headcoach.notices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mails over real connections, to a mail server that takes them and to one that says what the test wants. */
class MailRoundTest {

	private static final String HANGS = "hangs";
	private static final String HANGS_UP = "hangs up";

	/** A mail server of one connection after the other that answers some commands in its own way; END is the dot after a mail. */
	private static final class Moody implements AutoCloseable {

		private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
		private final Map<String, String> answers;
		private final List<String> heard = new CopyOnWriteArrayList<>();
		private final CountDownLatch over = new CountDownLatch(1);

		Moody(Map<String, String> answers) throws IOException {
			this.answers = answers;
			var thread = new Thread(this::serve, "moody mail server");
			thread.setDaemon(true);
			thread.start();
		}

		int port() {
			return socket.getLocalPort();
		}

		private void serve() {
			while (!socket.isClosed()) {
				try (var client = socket.accept()) {
					talk(client);
				} catch (IOException e) {
					// the test is over, or the client has had enough: the next one
					heard.add("gone");
				}
			}
		}

		private void talk(Socket client) throws IOException {
			var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
			if (!say(client, "CONNECT", "220 moody")) {
				return;
			}
			for (var line = in.readLine(); line != null; line = in.readLine()) {
				var command = line.split("[ :]")[0].toUpperCase(Locale.ROOT);
				heard.add(command);
				if (command.equals("QUIT")) {
					return;
				}
				if (!say(client, command, command.equals("DATA") ? "354 go on" : "250 fine")) {
					return;
				}
				if (command.equals("DATA") && !answers.containsKey("DATA")) {
					while (!".".equals(in.readLine())) {
						assertTrue(client.isConnected());
					}
					if (!say(client, "END", "250 taken")) {
						return;
					}
				}
			}
		}

		private boolean say(Socket client, String to, String usual) throws IOException {
			var answer = answers.getOrDefault(to, usual);
			if (answer.equals(HANGS)) {
				try {
					over.await();
				} catch (InterruptedException e) {
					Thread.currentThread().interrupt();
				}
				return false;
			}
			if (answer.equals(HANGS_UP)) {
				return false;
			}
			client.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
			return true;
		}

		@Override
		public void close() throws IOException {
			over.countDown();
			socket.close();
		}
	}

	private static MailRound round(int port) {
		return new MailRound(new MailServer("127.0.0.1", port, null, null, "Headcoach <headcoach@headcoach.example>", MailServer.Tls.NONE), "headcoach.example", Duration.ofMillis(400));
	}

	private static Letter.Content content(String key) {
		return new Letter.Content(key, "Amira Nasser", "amira@headcoach.example", Locale.ENGLISH, "Night 7", "Falcons lead", "<p>Falcons lead</p>", "https://headcoach.example/u");
	}

	private static Outcome send(int port) {
		try (var round = round(port)) {
			return round.send(content("k"), Instant.now());
		}
	}

	@Test
	void sendsSeveralMailsOverOneConnection() throws Exception {
		try (var server = new Moody(Map.of()); var round = round(server.port())) {
			for (int i = 0; i < 3; i++) {
				assertEquals(Outcome.SENT, round.send(content("k" + i), Instant.now()));
			}
			assertEquals(1, server.heard.stream().filter("EHLO"::equals).count());
			assertEquals(3, server.heard.stream().filter("DATA"::equals).count());
		}
	}

	@Test
	void aRealMailServerGetsIt() {
		var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
		server.start();
		try {
			assertEquals(Outcome.SENT, send(server.getSmtp().getPort()));
			assertEquals(1, server.getReceivedMessages().length);
		} finally {
			server.stop();
		}
	}

	@ParameterizedTest(name = "{0} is answered with {1}: {2} {3}")
	@CsvSource({"CONNECT, 421 too busy, WAITING, NO_CONNECTION, true", "CONNECT, hangs, WAITING, TIME_OUT, true", "CONNECT, hangs up, WAITING, NO_CONNECTION, true",
			"EHLO, hangs, WAITING, TIME_OUT, true", "MAIL, 451 later, WAITING, MAIL_LATER, false", "MAIL, 530 sign in first, FAILED, MAIL_REFUSED, false",
			"RCPT, 450 greylisted, WAITING, MAIL_LATER, false", "RCPT, 550 no such user, FAILED, MAIL_REFUSED, false", "RCPT, 421 closing, WAITING, MAIL_LATER, true",
			"RCPT, hangs, WAITING, TIME_OUT, true", "DATA, 452 full, WAITING, MAIL_LATER, false", "DATA, 554 no, FAILED, MAIL_REFUSED, false", "DATA, hangs up, WAITING, NO_CONNECTION, true",
			"END, 451 later, WAITING, MAIL_LATER, false", "END, 554 spam, FAILED, MAIL_REFUSED, false", "END, hangs, UNCERTAIN, BROKEN_OFF, true", "END, hangs up, UNCERTAIN, BROKEN_OFF, true"})
	void triesAgainOnlyWhatIsKnownNotToHaveGoneOut(String command, String answer, NoticeState state, Trouble trouble, boolean isDown) throws Exception {
		try (var server = new Moody(Map.of(command, answer))) {
			var outcome = send(server.port());
			assertEquals(state + " " + trouble + " " + isDown, outcome.state() + " " + outcome.trouble() + " " + outcome.isDown());
		}
	}

	@Test
	void waitsWhenNobodyListens() throws Exception {
		int port;
		try (var free = new ServerSocket(0)) {
			port = free.getLocalPort();
		}
		var outcome = send(port);
		assertEquals(NoticeState.WAITING, outcome.state());
		assertEquals(Trouble.NO_CONNECTION, outcome.trouble());
	}

	@Test
	void waitsWhenTheServerOffersNoEncryptionThatTheSettingsAskFor() throws Exception {
		try (var server = new Moody(Map.of())) {
			try (var round = new MailRound(new MailServer("127.0.0.1", server.port(), null, null, "headcoach@headcoach.example", MailServer.Tls.STARTTLS), "headcoach.example",
					Duration.ofMillis(400))) {
				assertEquals(NoticeState.WAITING, round.send(content("k"), Instant.now()).state());
			}
			assertTrue(server.heard.stream().noneMatch("DATA"::equals));
		}
	}

	@Test
	void waitsWhenTheSenderOfTheSettingsIsNoAddress() {
		try (var round = new MailRound(new MailServer("127.0.0.1", 1, null, null, "Headcoach", MailServer.Tls.NONE), "headcoach.example", Duration.ofMillis(400))) {
			assertEquals(Trouble.BAD_SENDER, round.send(content("k"), Instant.now()).trouble());
		}
	}

	@Test
	void saysWhatTheServerSaid() throws Exception {
		try (var server = new Moody(Map.of("RCPT", "550 5.1.1 no such user here"))) {
			assertTrue(send(server.port()).detail().contains("550 5.1.1 no such user here"));
		}
	}
}
