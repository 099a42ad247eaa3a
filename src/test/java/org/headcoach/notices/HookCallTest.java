package org.headcoach.notices;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls over real connections. */
class HookCallTest {

	private final HookCall call = new HookCall();
	private final CountDownLatch over = new CountDownLatch(1);
	private final AtomicInteger elsewhere = new AtomicInteger();
	private final ExecutorService threads = Executors.newCachedThreadPool();
	private HttpServer server;

	@BeforeEach
	void start() throws IOException {
		call.start();
		server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.setExecutor(threads);
		server.createContext("/elsewhere", exchange -> {
			elsewhere.incrementAndGet();
			exchange.sendResponseHeaders(200, -1);
		});
		server.createContext("/silent", exchange -> {
			try {
				over.await();
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
			}
		});
		server.createContext("/endless", exchange -> {
			exchange.sendResponseHeaders(200, 0);
			exchange.getResponseBody().write(1);
			exchange.getResponseBody().flush();
			try {
				over.await();
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
			}
		});
		server.start();
	}

	@AfterEach
	void stop() {
		over.countDown();
		server.stop(0);
		threads.shutdownNow();
	}

	private Outcome send(String path) {
		return call.send(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path), "{}", Duration.ofMillis(300));
	}

	@ParameterizedTest(name = "{0}: {1} {2}")
	@CsvSource({"200, SENT,", "202, SENT,", "204, SENT,", "400, FAILED, HOOK_REFUSED", "403, FAILED, HOOK_REFUSED", "404, FAILED, HOOK_REFUSED", "410, FAILED, HOOK_REFUSED",
			"408, WAITING, HOOK_LATER", "429, WAITING, HOOK_LATER", "500, WAITING, HOOK_LATER", "503, WAITING, HOOK_LATER", "302, FAILED, HOOK_REDIRECTS", "307, FAILED, HOOK_REDIRECTS"})
	void judgesByTheStatus(int status, NoticeState state, Trouble trouble) {
		server.createContext("/" + status, exchange -> {
			exchange.getResponseHeaders().set("Location", "http://127.0.0.1:" + server.getAddress().getPort() + "/elsewhere");
			var body = "words of the other side".getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(status, status == 204 ? -1 : body.length);
			if (status != 204) {
				exchange.getResponseBody().write(body);
			}
			exchange.close();
		});
		var outcome = send("/" + status);
		assertEquals(state, outcome.state());
		assertEquals(trouble, outcome.trouble());
		assertEquals(0, elsewhere.get());
	}

	@ParameterizedTest(name = "Retry-After {0}: {1}")
	@CsvSource({"120, PT2M", "0, PT0S", "'Wed, 21 Oct 2026 07:28:00 GMT',", "-5,", "99999999999,"})
	void readsHowLongToWait(String header, Duration pause) {
		assertEquals(pause, HookCall.judge(429, header).atLeast());
	}

	@Test
	void doesNotWaitForASilentServer() {
		assertEquals(Trouble.TIME_OUT, send("/silent").trouble());
	}

	@Test
	void doesNotReadAnAnswerWithoutAnEnd() {
		assertEquals(Trouble.TIME_OUT, send("/endless").trouble());
	}

	@Test
	void waitsWhenNobodyListens() throws IOException {
		int port;
		try (var free = new ServerSocket(0)) {
			port = free.getLocalPort();
		}
		var outcome = call.send(URI.create("http://127.0.0.1:" + port + "/"), "{}", Duration.ofSeconds(2));
		assertEquals(NoticeState.WAITING, outcome.state());
		assertEquals(Trouble.NO_CONNECTION, outcome.trouble());
	}
}
