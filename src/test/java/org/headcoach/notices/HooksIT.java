package org.headcoach.notices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpServer;

import org.headcoach.InContainer;
import org.headcoach.notices.NoticeService.AddHook;
import org.headcoach.notices.NoticeService.NoticeRow;
import org.headcoach.notices.NoticeService.OutboxSearch;
import org.headcoach.people.AccountRole;
import org.headcoach.people.Actor;
import org.headcoach.people.AuditLog;
import org.headcoach.people.AuditLog.AuditSearch;
import org.headcoach.shared.OwnTransaction;
import org.headcoach.shared.BusinessClock;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.NotHereException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Webhooks with a real receiver, which answers as the test wants. */
class HooksIT extends InContainer {

	private static final int SILENCE = 0;

	@Inject
	private NoticeService notices;

	@Inject
	private NoticeSettings settings;

	@Inject
	private Sending sending;

	@Inject
	private AuditLog log;

	@Inject
	private BusinessClock clock;

	@Inject
	private OwnTransaction transactions;

	@PersistenceContext
	private EntityManager em;

	private final List<String> received = new CopyOnWriteArrayList<>();
	private final Deque<Integer> answers = new ConcurrentLinkedDeque<>();
	private final CountDownLatch over = new CountDownLatch(1);
	private final ExecutorService threads = Executors.newCachedThreadPool();
	private HttpServer receiver;
	private Actor admin;
	private String key;

	@BeforeEach
	void begin() throws Exception {
		given.theCompany();
		receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		receiver.setExecutor(threads);
		receiver.createContext("/services", exchange -> {
			received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
			var status = answers.isEmpty() ? 200 : answers.poll();
			if (status == SILENCE) {
				try {
					over.await();
				} catch (InterruptedException e) {
					Thread.currentThread().interrupt();
				}
				return;
			}
			if (status == 429) {
				exchange.getResponseHeaders().set("Retry-After", "1800");
			}
			exchange.getResponseHeaders().set("Location", "/services/elsewhere");
			exchange.sendResponseHeaders(status, -1);
			exchange.close();
		});
		receiver.start();
		settings.set(new NoticeSettings.Values(null, "https://headcoach.suite.example", List.of("hooks.slack.com", "http://127.0.0.1"), false, Duration.ofMillis(500)));
		transactions.run(() -> em.createQuery("update PostedNotice n set n.state = org.headcoach.notices.NoticeState.DROPPED"
				+ " where n.state in (org.headcoach.notices.NoticeState.WAITING, org.headcoach.notices.NoticeState.SENDING)").executeUpdate());
		clock.set(Clock.fixed(Instant.parse("2026-11-20T22:00:00Z"), ZoneOffset.UTC));
		admin = given.actor(AccountRole.ADMINISTRATOR, null);
		key = given.unique("contest-12-2026-11-20-hook");
	}

	@AfterEach
	void end() {
		over.countDown();
		receiver.stop(0);
		threads.shutdownNow();
		settings.read();
		clock.set(Clock.systemUTC());
	}

	private String address() {
		return "http://127.0.0.1:" + receiver.getAddress().getPort() + "/services/T0/B0/very-secret";
	}

	private Long aHook(Channel kind) {
		return given.as(admin, () -> notices.addHook(new AddHook(given.unique("Sales floor"), kind, address())));
	}

	private boolean post(Channel kind, Long hook) throws Exception {
		return transactions.run(() -> given.as(Actor.SYSTEM, () -> notices.post(new Notice(key, "contests", kind, null, hook, "Night 7", "Falcons 34\nOwls 31", null))));
	}

	private NoticeRow row() {
		return given.as(admin, () -> notices.outbox(new OutboxSearch(key, null, null, null, null, 0, 10))).get(0);
	}

	private void later(Duration time) {
		clock.set(Clock.fixed(clock.now().plus(time), ZoneOffset.UTC));
	}

	@Test
	void writesIntoTheChannelOnceInTheFormOfItsKind() throws Exception {
		var hook = aHook(Channel.TEAMS);
		assertTrue(post(Channel.TEAMS, hook));
		assertFalse(post(Channel.TEAMS, hook));
		sending.sendDue();
		sending.sendDue();
		assertEquals(1, received.size());
		assertTrue(received.get(0).contains("AdaptiveCard"));
		assertEquals(NoticeState.SENT, row().state());
		var row = given.as(admin, () -> notices.hooks()).stream().filter(one -> one.id().equals(hook)).findFirst().orElseThrow();
		assertEquals(1, row.sent());
		assertEquals(clock.now(), row.lastSentAt());
	}

	@Test
	void triesAgainAfterAnErrorASilenceAndAsLateAsItIsAskedTo() throws Exception {
		answers.addAll(List.of(500, SILENCE, 429, 200));
		post(Channel.SLACK, aHook(Channel.SLACK));
		sending.sendDue();
		assertEquals(Trouble.HOOK_LATER, row().trouble());
		assertEquals(clock.now().plus(Duration.ofMinutes(1)), row().nextTryAt());
		later(Duration.ofMinutes(1));
		sending.sendDue();
		assertEquals(Trouble.TIME_OUT, row().trouble());
		assertEquals(clock.now().plus(Duration.ofMinutes(5)), row().nextTryAt());
		later(Duration.ofMinutes(5));
		sending.sendDue();
		// the receiver asks for more than the quarter of an hour that would come next
		assertEquals(clock.now().plus(Duration.ofMinutes(30)), row().nextTryAt());
		later(Duration.ofMinutes(30));
		sending.sendDue();
		assertEquals(NoticeState.SENT, row().state());
		assertEquals(4, row().tries());
		assertEquals(4, received.size());
	}

	@Test
	void givesUpAtOnceWhenItIsRefusedOrSentElsewhere() throws Exception {
		answers.addAll(List.of(404, 302));
		post(Channel.SLACK, aHook(Channel.SLACK));
		sending.sendDue();
		assertEquals(NoticeState.FAILED, row().state());
		assertEquals("HTTP 404", row().detail());
		key = given.unique("second");
		post(Channel.SLACK, aHook(Channel.SLACK));
		sending.sendDue();
		assertEquals(Trouble.HOOK_REDIRECTS, row().trouble());
		assertEquals(2, received.size());
	}

	@Test
	void aHookThatDoesNotAnswerHoldsUpNoOtherOne() throws Exception {
		answers.add(SILENCE);
		post(Channel.SLACK, aHook(Channel.SLACK));
		var silent = key;
		key = given.unique("second");
		post(Channel.SLACK, aHook(Channel.SLACK));
		sending.sendDue();
		assertEquals(NoticeState.SENT, row().state());
		key = silent;
		assertEquals(NoticeState.WAITING, row().state());
	}

	@Test
	void takesOnlyHostsOfTheSettings() {
		for (var address : List.of("https://evil.example/x", "http://hooks.slack.com/x", "https://hooks.slack.com.evil.example/x", "http://localhost/x")) {
			assertEquals("notices.hooks.error.address",
					assertThrows(BusinessException.class, () -> given.as(admin, () -> notices.addHook(new AddHook("Floor", Channel.SLACK, address)))).key());
		}
		assertEquals("notices.hooks.error.name",
				assertThrows(BusinessException.class, () -> given.as(admin, () -> notices.addHook(new AddHook(" ", Channel.SLACK, address())))).key());
		assertEquals("notices.hooks.error.kind",
				assertThrows(BusinessException.class, () -> given.as(admin, () -> notices.addHook(new AddHook("Floor", Channel.MAIL, address())))).key());
	}

	@Test
	void asksTheSettingsAgainWhenItIsSent() throws Exception {
		post(Channel.SLACK, aHook(Channel.SLACK));
		settings.set(new NoticeSettings.Values(null, "https://headcoach.suite.example", List.of("hooks.slack.com"), false, Duration.ofMillis(500)));
		sending.sendDue();
		assertEquals(Trouble.HOST_NOT_ALLOWED, row().trouble());
		assertEquals(0, received.size());
	}

	@Test
	void aRemovedHookForgetsItsAddressAndGetsNothing() throws Exception {
		var hook = aHook(Channel.SLACK);
		assertTrue(post(Channel.SLACK, hook));
		given.as(admin, () -> notices.removeHook(hook));
		sending.sendDue();
		assertEquals(NoticeState.DROPPED, row().state());
		assertEquals(Trouble.HOOK_REMOVED, row().trouble());
		key = given.unique("next");
		assertFalse(post(Channel.SLACK, hook));
		assertEquals(List.of(), em.createQuery("select h.address from NoticeHook h where h.id = :id and h.address is not null", String.class).setParameter("id", hook).getResultList());
		assertThrows(NotHereException.class, () -> given.as(admin, () -> notices.removeHook(hook)));
		assertThrows(NotHereException.class, () -> given.as(admin, () -> notices.testHook(hook)));
	}

	@Test
	void theAddressStandsNeitherInTheListNorInTheLog() {
		var hook = aHook(Channel.SLACK);
		given.as(admin, () -> {
			notices.testHook(hook);
			assertEquals("127.0.0.1/…cret", notices.hooks().stream().filter(one -> one.id().equals(hook)).findFirst().orElseThrow().shortAddress());
			notices.removeHook(hook);
			var entries = log.search(new AuditSearch(null, null, null, "Webhook", hook.toString(), null, null, 0, 10));
			assertEquals(List.of("REMOVE_WEBHOOK", "TEST_WEBHOOK", "ADD_WEBHOOK"), entries.stream().map(AuditLog.AuditRow::action).toList());
			assertTrue(entries.stream().noneMatch(entry -> (entry.before() + entry.after()).contains("very-secret")));
		});
	}

	@Test
	void aTestSaysWhatIsWrong() {
		var hook = aHook(Channel.SLACK);
		given.as(admin, () -> {
			notices.testHook(hook);
			assertEquals(1, received.size());
			answers.add(410);
			var refusal = assertThrows(BusinessException.class, () -> notices.testHook(hook));
			assertEquals("notices.trouble.HOOK_REFUSED", refusal.key());
			assertEquals(List.of("HTTP 410"), refusal.arguments());
		});
	}

	@Test
	void aNoticeGoesOnlyIntoAChannelOfItsKind() {
		var hook = aHook(Channel.SLACK);
		assertThrows(IllegalArgumentException.class, () -> post(Channel.TEAMS, hook));
	}
}
