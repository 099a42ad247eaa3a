package org.headcoach.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.headcoach.notices.MailServer;
import org.headcoach.notices.NoticeSettings;
import org.headcoach.people.AccountRole;
import org.headcoach.people.Background;
import org.headcoach.shared.OwnTransaction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;

/** What happens by the clock and at the same moment. This node writes mails and sends none. */
class CertificationWatchIT extends CertificationCase {

	@Inject
	private ExpiryWatch watch;

	@Inject
	private NoticeSettings settings;

	@Inject
	private OwnTransaction transactions;

	@Inject
	private Background work;

	@Resource
	private ManagedExecutorService threads;

	private NoticeSettings.Values before;

	@BeforeEach
	void aMailServer() {
		before = settings.get();
		settings.set(new NoticeSettings.Values(new MailServer("127.0.0.1", 1, null, null, "Headcoach <headcoach@suite.example>", MailServer.Tls.NONE), before.url(), List.of(), false, Duration.ofSeconds(5)));
		given.aReader(AccountRole.REP, sales.rep(0));
		given.aReader(AccountRole.MANAGER, sales.manager());
	}

	@AfterEach
	void noMailServer() {
		settings.set(before);
		run("delete from notice where notice_key like 'certificate-%'");
	}

	private int mails(String reminder) {
		return count("notice where notice_key like 'certificate-%-" + reminder + "-account-%'");
	}

	@Test
	void eachReminderReachesTheHolderAndTheSuperiorOnceHoweverOftenItIsTold() {
		earned(published("Discovery"), sales.rep(0));
		assertEquals(0, watch.tell(), "a year is left");
		at(LocalDate.of(2027, 10, 20));
		assertEquals(1, watch.tell());
		assertEquals(1, watch.tell(), "told again, and not sent again");
		assertEquals(2, mails("EARLY"));
		at(LocalDate.of(2027, 11, 10));
		watch.tell();
		assertEquals(2, mails("LAST_WEEK"));
		at(LocalDate.of(2027, 11, 16));
		watch.tell();
		watch.tell();
		assertEquals(List.of(2, 2, 2), List.of(mails("EARLY"), mails("LAST_WEEK"), mails("ENDED")));
	}

	@Test
	void whatWasToldWhenTheProcessDiedIsToldAgainOnce() {
		earned(published("Discovery"), sales.rep(0));
		at(LocalDate.of(2027, 10, 20));
		assertThrows(IllegalStateException.class, () -> transactions.run(() -> work.asSystem(() -> {
			assertEquals(1, watch.tellDue());
			throw new IllegalStateException("The process dies before the end of its transaction");
		})));
		assertEquals(0, mails("EARLY"));
		watch.tell();
		assertEquals(2, mails("EARLY"));
	}

	@Test
	void whoHasRenewedHearsNothingMore() {
		var certification = published("Discovery");
		earned(certification, sales.rep(0));
		at(LocalDate.of(2027, 10, 20));
		earned(certification, sales.rep(0));
		assertEquals(0, watch.tell());
	}

	@Test
	void theSameCardFromTwoDevicesAtOnceGivesOneCertificate() throws Exception {
		var assessment = appointed(published("Discovery"), sales.rep(0), outsider());
		var ready = new CyclicBarrier(2);
		Callable<String> submit = () -> work.as(trainer, () -> {
			try {
				ready.await(30, TimeUnit.SECONDS);
				certifications.handIn(card(assessment, Set.of(), 10, 7));
				return "in";
			} catch (Exception e) {
				return e.toString();
			}
		});
		var both = IntStream.range(0, 2).mapToObj(i -> threads.submit(submit)).toList();
		for (var one : both) {
			assertEquals("in", one.get(1, TimeUnit.MINUTES));
		}
		assertEquals(1, count("certificate"));
		assertEquals(2, count("assessment_score"));
		assertEquals(1, count("audit_entry where action = 'SETTLE_ROLE_PLAY' and subject_id = '" + assessment + "'"));
	}
}
