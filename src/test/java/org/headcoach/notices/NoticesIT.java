package org.headcoach.notices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

import org.headcoach.InContainer;
import org.headcoach.notices.NoticeService.NoticeRow;
import org.headcoach.notices.NoticeService.OutboxSearch;
import org.headcoach.people.Account;
import org.headcoach.people.AccountRole;
import org.headcoach.people.AccountService;
import org.headcoach.people.Actor;
import org.headcoach.people.AuditLog;
import org.headcoach.people.AuditLog.AuditSearch;
import org.headcoach.people.CurrentActor;
import org.headcoach.shared.OwnTransaction;
import org.headcoach.shared.BusinessClock;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.NotHereException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.TransactionalException;

/** The outbox with a real mail server. This node sends only when a test says so, but for the test that waits for it. */
class NoticesIT extends InContainer {

	/** Work on a thread without a request. */
	@ApplicationScoped
	static class Apart {

		@Inject
		private CurrentActor current;

		@ActivateRequestContext
		<T> T as(Actor actor, Callable<T> work) {
			return current.as(actor, () -> {
				try {
					return work.call();
				} catch (Exception e) {
					throw new IllegalStateException(e);
				}
			});
		}
	}

	private static final String URL = "https://headcoach.suite.example";

	@Inject
	private NoticeService notices;

	@Inject
	private NoticeSettings settings;

	@Inject
	private Sending sending;

	@Inject
	private Outbox outbox;

	@Inject
	private Refusals refusals;

	@Inject
	private AccountService accounts;

	@Inject
	private AuditLog log;

	@Inject
	private BusinessClock clock;

	@Inject
	private OwnTransaction transactions;

	@Inject
	private Apart apart;

	@Inject
	private HttpServletRequest request;

	@Resource
	private ManagedExecutorService threads;

	@PersistenceContext
	private EntityManager em;

	private GreenMail mail;
	private Instant start;
	private Actor admin;
	private Account reader;
	private String key;

	@BeforeEach
	void begin() throws Exception {
		given.theCompany();
		mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
		mail.start();
		use(mail.getSmtp().getPort(), false);
		// what another test has left must not be sent in this one
		transactions.run(() -> em.createQuery("update PostedNotice n set n.state = org.headcoach.notices.NoticeState.DROPPED"
				+ " where n.state in (org.headcoach.notices.NoticeState.WAITING, org.headcoach.notices.NoticeState.SENDING)").executeUpdate());
		start = Instant.parse("2026-11-20T22:00:00Z");
		clock.set(Clock.fixed(start, ZoneOffset.UTC));
		admin = given.actor(AccountRole.ADMINISTRATOR, null);
		reader = given.aReader(AccountRole.EXECUTIVE, null);
		key = given.unique("contest-12-2026-11-20-account");
	}

	@AfterEach
	void end() {
		settings.read();
		clock.set(Clock.systemUTC());
		mail.stop();
	}

	private void use(int port, boolean sends) {
		settings.set(new NoticeSettings.Values(new MailServer("127.0.0.1", port, null, null, "Headcoach <headcoach@suite.example>", MailServer.Tls.NONE), URL, List.of(), sends,
				Duration.ofSeconds(5)));
	}

	private void later(Duration time) {
		clock.set(Clock.fixed(clock.now().plus(time), ZoneOffset.UTC));
	}

	private static int freePort() throws Exception {
		try (var free = new ServerSocket(0)) {
			return free.getLocalPort();
		}
	}

	private Notice mailTo(Account account, String noticeKey) {
		return new Notice(noticeKey, "contests", Channel.MAIL, account.id(), null, "Night 7: Fälcons lead", "Falcons 34\nOwls 31", "<p>Falcons <b>34</b></p>");
	}

	private boolean post(Notice notice) {
		try {
			return transactions.run(() -> given.as(Actor.SYSTEM, () -> notices.post(notice)));
		} catch (RuntimeException e) {
			throw e;
		} catch (Exception e) {
			throw new IllegalStateException(e);
		}
	}

	private List<MimeMessage> received(Account account) throws Exception {
		var found = new ArrayList<MimeMessage>();
		for (var message : mail.getReceivedMessages()) {
			if (message.getAllRecipients()[0].toString().contains(account.email())) {
				found.add(message);
			}
		}
		return found;
	}

	private NoticeRow row(String noticeKey) {
		return given.as(admin, () -> notices.outbox(new OutboxSearch(noticeKey, null, null, null, null, 0, 10))).get(0);
	}

	private NoticeState state() {
		return row(key).state();
	}

	private Actor actorOf(Account account) {
		return new Actor(account.id(), account.name(), account.role(), null, null);
	}

	private String token(Account account) {
		return StopLinks.token(refusals.secret(), account.id(), "contests");
	}

	// ------------------------------------------------------------ once

	@Test
	void whatIsPostedIsSentOnce() throws Exception {
		assertTrue(post(mailTo(reader, key)));
		assertFalse(post(mailTo(reader, key)));
		assertEquals(NoticeState.WAITING, state());
		sending.sendDue();
		sending.sendDue();
		assertEquals(1, received(reader).size());
		assertEquals(NoticeState.SENT, state());
		assertFalse(post(mailTo(reader, key)));
		var message = received(reader).get(0);
		assertEquals("<" + key + "@headcoach.suite.example>", message.getMessageID());
		assertEquals("Night 7: Fälcons lead", message.getSubject());
		assertEquals("<" + URL + "/unsubscribe?token=" + token(reader) + ">", message.getHeader("List-Unsubscribe")[0]);
		assertTrue(com.icegreen.greenmail.util.GreenMailUtil.getWholeMessage(message).contains("multipart/alternative"));
	}

	@Test
	void whatIsRolledBackWasNeverThere() {
		assertThrows(BusinessException.class, () -> transactions.run(() -> {
			given.as(Actor.SYSTEM, () -> notices.post(mailTo(reader, key)));
			throw new BusinessException("stopped");
		}));
		sending.sendDue();
		assertEquals(0, mail.getReceivedMessages().length);
		assertTrue(post(mailTo(reader, key)));
	}

	@Test
	void nothingIsPostedOutsideATransaction() {
		assertThrows(TransactionalException.class, () -> given.as(Actor.SYSTEM, () -> notices.post(mailTo(reader, key))));
	}

	@Test
	void ofManyWhoPostTheSameAtOnceOneIsSentAndNoTransactionFails() throws Exception {
		var many = 8;
		var barrier = new CyclicBarrier(many);
		var results = new ArrayList<Future<Boolean>>();
		for (int i = 0; i < many; i++) {
			var own = given.unique("own");
			results.add(threads.submit(() -> apart.as(Actor.SYSTEM, () -> {
				barrier.await();
				return transactions.run(() -> {
					var first = notices.post(mailTo(reader, key));
					assertTrue(notices.post(mailTo(reader, own)));
					return first;
				});
			})));
		}
		var queued = 0;
		for (var result : results) {
			queued += result.get() ? 1 : 0;
		}
		assertEquals(1, queued);
		sending.sendDue();
		assertEquals(1 + many, received(reader).size());
	}

	@Test
	void ofManyWhoSendAtOnceOneSends() throws Exception {
		var keys = IntStream.range(0, 20).mapToObj(i -> given.unique("night")).toList();
		keys.forEach(one -> assertTrue(post(mailTo(reader, one))));
		var many = 4;
		var barrier = new CyclicBarrier(many);
		var results = new ArrayList<Future<Integer>>();
		for (int i = 0; i < many; i++) {
			results.add(threads.submit(() -> {
				barrier.await();
				return sending.sendDue();
			}));
		}
		var tried = 0;
		for (var result : results) {
			tried += result.get();
		}
		assertEquals(keys.size(), tried);
		assertEquals(keys.stream().map(one -> "<" + one + "@headcoach.suite.example>").sorted().toList(), received(reader).stream().map(NoticesIT::idOf).sorted().toList());
	}

	private static String idOf(MimeMessage message) {
		try {
			return message.getMessageID();
		} catch (jakarta.mail.MessagingException e) {
			throw new IllegalStateException(e);
		}
	}

	@Test
	void goesOutByItselfRightAfterTheCommit() throws Exception {
		clock.set(Clock.systemUTC());
		use(mail.getSmtp().getPort(), true);
		assertTrue(post(mailTo(reader, key)));
		// the timer alone would need up to twenty seconds
		assertTrue(mail.waitForIncomingEmail(15_000, 1));
		assertEquals(1, received(reader).size());
	}

	@Test
	void aClaimThatWasLeftBehindIsUncertainAndGoesOutAgainOnlyWhenAskedTo() throws Exception {
		post(mailTo(reader, key));
		var lost = outbox.claim(row(key).id()).orElseThrow();
		later(Duration.ofMinutes(9));
		sending.sendDue();
		assertEquals(NoticeState.SENDING, state());
		later(Duration.ofMinutes(2));
		sending.sendDue();
		sending.sendDue();
		assertEquals(NoticeState.UNCERTAIN, state());
		assertEquals(Trouble.BROKEN_OFF, row(key).trouble());
		assertEquals(0, received(reader).size());
		given.as(admin, () -> notices.sendAgain(row(key).id()));
		// whoever was lost comes back too late to say anything about the second time
		outbox.end(lost, Outcome.failed(Trouble.MAIL_REFUSED, "550"));
		assertEquals(NoticeState.WAITING, state());
		sending.sendDue();
		assertEquals(1, received(reader).size());
		assertEquals("<" + key + "@headcoach.suite.example>", received(reader).get(0).getMessageID());
	}

	@Test
	void aClaimThatWasGivenUpMayStillSayThatItArrived() {
		post(mailTo(reader, key));
		var slow = outbox.claim(row(key).id()).orElseThrow();
		later(Duration.ofMinutes(11));
		sending.sendDue();
		assertEquals(NoticeState.UNCERTAIN, state());
		outbox.end(slow, Outcome.SENT);
		assertEquals(NoticeState.SENT, state());
	}

	@Test
	void atTheStartOfTheOnlyProcessEveryClaimOfAnotherIsLeftBehind() throws Exception {
		post(mailTo(reader, key));
		outbox.claim(row(key).id());
		assertEquals(0, outbox.giveUpClaims(true));
		transactions.run(() -> em.createQuery("update PostedNotice n set n.claim = 'a killed process/1' where n.key = :key").setParameter("key", key).executeUpdate());
		assertEquals(0, outbox.giveUpClaims(false));
		assertEquals(1, outbox.giveUpClaims(true));
		assertEquals(NoticeState.UNCERTAIN, state());
	}

	// ------------------------------------------------------------ again

	@Test
	void triesWithGrowingPausesAndFailsAfterTheEighth() throws Exception {
		use(freePort(), false);
		post(mailTo(reader, key));
		for (var pause : List.of(1, 5, 15, 60, 180, 360, 720)) {
			sending.sendDue();
			assertEquals(NoticeState.WAITING, state());
			assertEquals(clock.now().plus(Duration.ofMinutes(pause)), row(key).nextTryAt());
			later(Duration.ofMinutes(pause).minusSeconds(1));
			assertEquals(0, sending.sendDue());
			later(Duration.ofSeconds(1));
		}
		sending.sendDue();
		assertEquals(NoticeState.FAILED, state());
		assertEquals(8, row(key).tries());
		assertEquals(Trouble.NO_CONNECTION, row(key).trouble());
		later(Duration.ofDays(1));
		assertEquals(0, sending.sendDue());
		use(mail.getSmtp().getPort(), false);
		given.as(admin, () -> notices.sendAgain(row(key).id()));
		sending.sendDue();
		assertEquals(NoticeState.SENT, state());
		assertNull(row(key).trouble());
	}

	@Test
	void aMailServerThatDoesNotAnswerIsAskedOnceForAllThatWait() throws Exception {
		use(freePort(), false);
		var other = given.unique("other");
		post(mailTo(reader, key));
		post(mailTo(reader, other));
		assertEquals(1, sending.sendDue());
		use(mail.getSmtp().getPort(), false);
		later(Duration.ofMinutes(1));
		assertEquals(2, sending.sendDue());
		assertEquals(2, received(reader).size());
	}

	@Test
	void onlyWhatIsAtRestUnsentIsSentAgain() {
		post(mailTo(reader, key));
		var id = row(key).id();
		given.as(admin, () -> {
			assertEquals("notices.outbox.error.again", assertThrows(BusinessException.class, () -> notices.sendAgain(id)).key());
			sending.sendDue();
			assertEquals("notices.outbox.error.again", assertThrows(BusinessException.class, () -> notices.sendAgain(id)).key());
			assertThrows(NotHereException.class, () -> notices.sendAgain(-1L));
		});
	}

	// ------------------------------------------------------------ whom it reaches

	@Test
	void withoutAMailServerNothingIsKeptForLater() {
		settings.read();
		assertFalse(post(mailTo(reader, key)));
		assertEquals(List.of(), given.as(admin, () -> notices.outbox(new OutboxSearch(key, null, null, null, null, 0, 10))));
		assertNull(given.as(admin, () -> notices.ways()).mailServer());
	}

	@Test
	void whoRefusesTheTopicGetsNone() throws Exception {
		given.as(actorOf(reader), () -> notices.wish("contests", false));
		assertFalse(post(mailTo(reader, key)));
		given.as(actorOf(reader), () -> notices.wish("contests", true));
		assertTrue(post(mailTo(reader, key)));
		given.as(actorOf(reader), () -> notices.wish("contests", false));
		sending.sendDue();
		assertEquals(NoticeState.DROPPED, state());
		assertEquals(Trouble.READER_REFUSED, row(key).trouble());
		assertEquals(0, received(reader).size());
	}

	@Test
	void aClosedAccountAndOneWithoutEMailGetNone() throws Exception {
		assertTrue(post(mailTo(reader, key)));
		given.as(admin, () -> accounts.close(reader.id()));
		assertFalse(post(mailTo(reader, given.unique("next"))));
		sending.sendDue();
		assertEquals(Trouble.READER_GONE, row(key).trouble());
		assertEquals(0, received(reader).size());
		assertFalse(post(mailTo(given.anAccount(AccountRole.EXECUTIVE, null), given.unique("next"))));
	}

	@Test
	void aLeaverGetsNone() {
		var sales = given.aTeamOf(2, LocalDate.of(2025, 1, 1));
		var stays = given.aReader(AccountRole.REP, sales.rep(0));
		var leaves = given.aReader(AccountRole.REP, sales.rep(1));
		var both = List.of(sales.rep(0).id(), sales.rep(1).id());
		assertEquals(List.of(stays.id(), leaves.id()), given.as(Actor.SYSTEM, () -> notices.readers("contests", both)).stream().map(NoticeService.Reader::accountId).toList());
		em(() -> em.createNativeQuery("update salesperson set left_on = date '2026-11-10' where id = " + sales.rep(1).id()).executeUpdate());
		assertEquals(List.of(sales.rep(0).id()), given.as(Actor.SYSTEM, () -> notices.readers("contests", both)).stream().map(NoticeService.Reader::personId).toList());
		assertFalse(post(mailTo(leaves, key)));
	}

	private void em(Callable<?> work) {
		try {
			transactions.run(work);
		} catch (Exception e) {
			throw new IllegalStateException(e);
		}
	}

	// ------------------------------------------------------------ the link that ends mails

	@Test
	void theLinkEndsTheMailsOfItsReaderAndTopicAndTakesItBack() {
		var other = given.aReader(AccountRole.EXECUTIVE, null);
		var page = notices.stopPage(token(reader)).orElseThrow();
		assertEquals("contests", page.topic());
		assertTrue(page.isWanted());
		assertFalse(page.email().contains(reader.login()));
		notices.wishByToken(token(reader), false);
		notices.wishByToken(token(reader), false);
		assertFalse(notices.stopPage(token(reader)).orElseThrow().isWanted());
		assertFalse(post(mailTo(reader, key)));
		assertTrue(post(mailTo(other, given.unique("other"))));
		var entries = given.as(admin, () -> log.search(new AuditSearch(null, reader.id(), "REFUSE_NOTICES", null, null, null, null, 0, 10)));
		assertEquals(1, entries.size());
		notices.wishByToken(token(reader), true);
		assertTrue(post(mailTo(reader, key)));
	}

	@Test
	void nobodyEndsMailsWithATokenThatIsNoneOfOurs() {
		var wrong = StopLinks.token("another secret", reader.id(), "contests");
		assertTrue(notices.stopPage(wrong).isEmpty());
		assertThrows(NotHereException.class, () -> notices.wishByToken(wrong, false));
		assertThrows(NotHereException.class, () -> notices.wishByToken(null, false));
	}

	@Test
	void aMailProgramsClickEndsThemWithoutSessionAndForm() throws Exception {
		assertEquals(204, click(token(reader), "List-Unsubscribe=One-Click"));
		assertFalse(notices.stopPage(token(reader)).orElseThrow().isWanted());
		assertEquals(204, click(token(reader), "List-Unsubscribe=One-Click"));
		assertEquals(404, click(token(reader) + "x", "List-Unsubscribe=One-Click"));
	}

	@Test
	void lookingAtTheLinkEndsNothing() throws Exception {
		var address = URI.create(server() + "/unsubscribe?token=" + token(reader));
		var answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
		assertEquals(200, answer.statusCode());
		assertTrue(answer.body().contains("Stop the mails about Contests?"), answer.body());
		assertTrue(notices.stopPage(token(reader)).orElseThrow().isWanted());
		// a form of another site, or one without the page's own token
		assertEquals(403, click(token(reader), "stop=stop&unsubscribe=unsubscribe&jakarta.faces.ViewState=stateless"));
		assertTrue(notices.stopPage(token(reader)).orElseThrow().isWanted());
	}

	/** The address of this very server. */
	private String server() {
		return "http://127.0.0.1:" + request.getServerPort();
	}

	private int click(String token, String body) throws Exception {
		return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(server() + "/unsubscribe?token=" + token))
				.header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(body)).build(), BodyHandlers.discarding()).statusCode();
	}

	// ------------------------------------------------------------ keeping

	@Test
	void anOldNoticeLosesItsTextAndKeepsItsKey() {
		post(mailTo(reader, key));
		sending.sendDue();
		later(Duration.ofDays(89));
		outbox.forgetTexts();
		assertNotNull(text());
		later(Duration.ofDays(2));
		outbox.forgetTexts();
		assertNull(text());
		assertEquals(NoticeState.SENT, state());
		assertFalse(post(mailTo(reader, key)));
	}

	private String text() {
		return em.createQuery("select n.text from PostedNotice n where n.key = :key", String.class).setParameter("key", key).getSingleResult();
	}

	@Test
	void theOutboxIsSearchedAndCounted() {
		post(mailTo(reader, key + "-a"));
		sending.sendDue();
		post(mailTo(reader, key + "-b"));
		given.as(admin, () -> {
			var all = new OutboxSearch(key, null, null, null, null, 0, 10);
			assertEquals(List.of(key + "-b", key + "-a"), notices.outbox(all).stream().map(NoticeRow::key).toList());
			assertEquals(java.util.Map.of(NoticeState.SENT, 1L, NoticeState.WAITING, 1L), notices.counts(all));
			assertEquals(List.of(key + "-a"), notices.outbox(new OutboxSearch(reader.name(), java.util.Set.of(NoticeState.SENT), Channel.MAIL, LocalDate.of(2026, 11, 20),
					LocalDate.of(2026, 11, 20), 0, 10)).stream().map(NoticeRow::key).toList());
			assertEquals(List.of(), notices.outbox(new OutboxSearch(key, null, Channel.SLACK, null, null, 0, 10)));
			assertEquals(List.of(), notices.outbox(new OutboxSearch(key, null, null, LocalDate.of(2026, 11, 21), null, 0, 10)));
			assertEquals(List.of(), notices.outbox(new OutboxSearch("100%", null, null, null, null, 0, 10)));
		});
	}

	@Test
	void onlyAnAdministratorLooksIntoTheOutbox() {
		for (var role : Arrays.asList(AccountRole.EXECUTIVE, AccountRole.DIRECTOR, AccountRole.MANAGER, AccountRole.REP)) {
			given.as(given.actor(role, null), () -> {
				var all = new OutboxSearch(null, null, null, null, null, 0, 10);
				assertThrows(NotHereException.class, () -> notices.outbox(all));
				assertThrows(NotHereException.class, () -> notices.counts(all));
				assertThrows(NotHereException.class, () -> notices.sendAgain(1L));
				assertThrows(NotHereException.class, () -> notices.addHook(new NoticeService.AddHook("a", Channel.SLACK, "https://hooks.slack.com/x")));
				assertThrows(NotHereException.class, () -> notices.removeHook(1L));
				assertThrows(NotHereException.class, () -> notices.testHook(1L));
			});
		}
	}

	@Test
	void aLetterToSomebodyOutsideIsAnsweredToItsWriterAndTheOutboxShowsNothingOfIt() throws Exception {
		assertTrue(post(Notice.letter(key, "hiring", new Notice.Outside("Mia Outside", "mia@candidates.example", "nora@headcoach.example"), "Your interview, Mia", "Dear Mia,\nwelcome")));
		assertFalse(post(Notice.letter(key, "hiring", new Notice.Outside("Mia Outside", "mia@candidates.example", null), "Again", "Again")));
		sending.sendDue();
		var message = mail.getReceivedMessages()[0];
		assertEquals("mia@candidates.example", ((InternetAddress) message.getAllRecipients()[0]).getAddress());
		assertEquals("nora@headcoach.example", message.getReplyTo()[0].toString());
		assertNull(message.getHeader("List-Unsubscribe"));
		assertNull(message.getHeader("Auto-Submitted"));
		assertEquals("Dear Mia,\nwelcome", message.getContent().toString().replace("\r\n", "\n").strip());
		var row = row(key);
		assertEquals(List.of(NoticeState.SENT, key, ""), List.of(row.state(), row.to(), row.subject()));
		assertTrue(given.as(admin, () -> notices.outbox(new OutboxSearch("Your interview, Mia", null, null, null, null, 0, 10))).isEmpty());
		transactions.run(() -> given.as(Actor.SYSTEM, () -> {
			notices.forget(List.of(key));
			return null;
		}));
		assertEquals(1, em.createNativeQuery("select id from notice where notice_key = '" + key + "' and to_email is null and to_name is null and body_text is null and subject = '-'").getResultList().size());
	}
}
