package org.headcoach.training;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.headcoach.people.Background;
import org.headcoach.people.PeopleService;
import org.headcoach.shared.OwnTransaction;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Tells a learning record store (xAPI 1.0.3) what has happened, where one is set. Each statement is put under its own id, which the store takes twice as once: whatever dies in between, it is sent again and told
 * once.
 */
@ApplicationScoped
class StatementWatch {

	private static final Logger LOG = Logger.getLogger(StatementWatch.class.getName());
	private static final int MOST = 50;
	private static final int LONGEST_DETAIL = 300;

	@Inject
	private Statements statements;

	@Inject
	private XapiSettings settings;

	@Inject
	private PeopleService people;

	@Inject
	private OwnTransaction transaction;

	@Inject
	private Background work;

	/** Writes down what is new and sends what is due. Returns how many the store has taken. */
	int tell() {
		return work.asSystem(() -> !settings.get().isSet() || people.findCompany().isEmpty() ? 0 : tellAll());
	}

	private int tellAll() {
		quietly(statements::collect, 0);
		quietly(() -> {
			statements.takeBack();
			return 0;
		}, 0);
		var client = HttpClient.newBuilder().connectTimeout(settings.get().patience()).followRedirects(HttpClient.Redirect.NEVER).build();
		int taken = 0;
		for (var id : statements.due(MOST)) {
			var claimed = quietly(() -> statements.claim(id), java.util.Optional.<Statements.Claimed>empty());
			if (claimed.isPresent() && send(client, claimed.get())) {
				taken++;
			}
		}
		return taken;
	}

	private boolean send(HttpClient client, Statements.Claimed claimed) {
		try {
			var answer = client.send(request(claimed), BodyHandlers.ofString(StandardCharsets.UTF_8));
			var status = answer.statusCode();
			// a conflict says that a statement of this id is there already
			if (status == 204 || status == 200 || status == 409) {
				end(() -> statements.sent(claimed));
				return true;
			}
			end(() -> statements.failed(claimed, shortened("HTTP " + status + " " + answer.body()), status >= 400 && status < 500 && status != 408 && status != 429));
		} catch (IOException e) {
			end(() -> statements.failed(claimed, shortened(e.toString()), false));
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			end(() -> statements.failed(claimed, "interrupted", false));
		}
		return false;
	}

	private HttpRequest request(Statements.Claimed claimed) {
		var values = settings.get();
		var request = HttpRequest.newBuilder(URI.create(values.endpoint() + "/statements?statementId=" + URLEncoder.encode(claimed.id(), StandardCharsets.UTF_8))).timeout(values.patience())
				.header("Content-Type", "application/json").header("X-Experience-API-Version", "1.0.3");
		if (values.key() != null) {
			request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString((values.key() + ":" + (values.secret() == null ? "" : values.secret())).getBytes(StandardCharsets.UTF_8)));
		}
		return request.PUT(HttpRequest.BodyPublishers.ofString(claimed.body())).build();
	}

	private static String shortened(String text) {
		return text.length() <= LONGEST_DETAIL ? text : text.substring(0, LONGEST_DETAIL);
	}

	private void end(Runnable step) {
		quietly(() -> {
			step.run();
			return 0;
		}, 0);
	}

	/** One transaction for one step. What fails holds up no other; the next minute finds it again. */
	private <T> T quietly(Callable<T> step, T otherwise) {
		try {
			return transaction.run(step);
		} catch (Exception e) {
			LOG.log(Level.SEVERE, e, () -> "A statement was not told");
			return otherwise;
		}
	}

	/** Both nodes come; of each statement one takes hold. */
	@Singleton
	@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
	public static class StatementClock {

		@Inject
		private StatementWatch watch;

		@Inject
		private XapiSettings settings;

		@Schedule(hour = "*", minute = "*", second = "40", persistent = false)
		public void everyMinute() {
			try {
				if (settings.get().sends()) {
					watch.tell();
				}
			} catch (RuntimeException e) {
				// a timer that fails twice would never come again
				LOG.log(Level.SEVERE, e, () -> "Nothing was told to the learning record store");
			}
		}
	}
}
