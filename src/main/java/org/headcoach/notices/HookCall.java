package org.headcoach.notices;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;

/** Calls webhooks. It follows no redirect, waits only so long, and says nothing of an address in what it answers. */
@ApplicationScoped
class HookCall {

	private HttpClient client;

	/** Here and not at the field: the container's proxy of this class would have a client with a thread of its own. */
	@PostConstruct
	void start() {
		client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(10)).build();
	}

	Outcome send(URI address, String json, Duration patience) {
		var request = HttpRequest.newBuilder(address).timeout(patience).header("Content-Type", "application/json; charset=UTF-8").header("User-Agent", "Headcoach")
				.POST(HttpRequest.BodyPublishers.ofString(json)).build();
		var answer = client.sendAsync(request, BodyHandlers.discarding());
		try {
			// the request's own patience ends with the head of the answer; this one also bounds its body
			return judge(answer.get(patience.toMillis() * 2, TimeUnit.MILLISECONDS));
		} catch (TimeoutException e) {
			answer.cancel(true);
			return Outcome.down(Trouble.TIME_OUT, null);
		} catch (ExecutionException e) {
			if (e.getCause() instanceof IOException) {
				return Outcome.down(e.getCause() instanceof HttpTimeoutException ? Trouble.TIME_OUT : Trouble.NO_CONNECTION, null);
			}
			throw new IllegalStateException("A webhook could not be called", e.getCause());
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return Outcome.uncertain(null);
		}
	}

	private static Outcome judge(HttpResponse<Void> answer) {
		return judge(answer.statusCode(), answer.headers().firstValue("Retry-After").orElse(null));
	}

	/** @param retryAfter seconds; anything else does not count */
	static Outcome judge(int status, String retryAfter) {
		if (status >= 200 && status < 300) {
			return Outcome.SENT;
		}
		var said = "HTTP " + status;
		if (status >= 500 || status == 408 || status == 425 || status == 429) {
			var pause = retryAfter != null && retryAfter.matches("\\d{1,6}") ? Duration.ofSeconds(Long.parseLong(retryAfter)) : null;
			return new Outcome(NoticeState.WAITING, Trouble.HOOK_LATER, said, pause, true);
		}
		return Outcome.failed(status >= 300 && status < 400 ? Trouble.HOOK_REDIRECTS : Trouble.HOOK_REFUSED, said);
	}
}
