package org.headcoach.notices;

/**
 * The mail server of the settings.
 *
 * @param user null where it asks for no sign-in
 * @param from the sender: {@code Headcoach <headcoach@example.com>}
 */
public record MailServer(String host, int port, String user, String password, String from, Tls tls) {

	/** How the connection is kept from being read. */
	public enum Tls {
		/** It begins in the clear and must become encrypted; port 587. */
		STARTTLS(587),
		/** Encrypted from the first byte; port 465. */
		TLS(465),
		/** In the clear: for a server on the same machine; port 25. */
		NONE(25);

		private final int port;

		Tls(int port) {
			this.port = port;
		}

		int port() {
			return port;
		}
	}

	/** Without the password. */
	@Override
	public String toString() {
		return host + ":" + port + " " + tls;
	}
}
