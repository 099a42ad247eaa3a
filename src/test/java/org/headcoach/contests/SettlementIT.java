package org.headcoach.contests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.headcoach.notices.MailServer;
import org.headcoach.notices.NoticeService;
import org.headcoach.notices.NoticeSettings;
import org.headcoach.people.Account;
import org.headcoach.people.AccountRole;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.NotHereException;
import org.headcoach.shared.OwnTransaction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

/** The judge confirms, and from then on nothing moves; the prize is kept with what it cost. */
class SettlementIT extends ContestCase {

	@Inject
	private SettlementService settlement;

	@Inject
	private NoticeService notices;

	@Inject
	private NoticeSettings settings;

	@Inject
	private OwnTransaction transactions;

	private long contest;

	@BeforeEach
	void aContestThatRedLeads() {
		contest = announced(wanted());
		activities(demo("1", sales.rep(0), "2026-11-10T10:00"), demo("2", sales.rep(0), "2026-11-11T10:00"), demo("3", sales.rep(1), "2026-11-10T11:00"));
		watch.countDue();
	}

	private void settle(Set<Long> winners, String words) {
		asManager(() -> settlement.settle(new SettlementService.SettleContest(contest, null, winners, words)));
	}

	private String refusal(Runnable work) {
		return assertThrows(BusinessException.class, work::run).key();
	}

	@Test
	void isNotSettledBeforeItsEnd() {
		assertEquals("contests.error.not-ended", refusal(() -> settle(null, null)));
	}

	@Test
	void keepsTheResultWhateverComesLater() {
		now("2026-11-30T08:00");
		settle(null, null);
		activities(demo("4", sales.rep(1), "2026-11-12T10:00"), demo("5", sales.rep(1), "2026-11-13T10:00"), demo("6", sales.rep(3), "2026-11-13T10:00"));
		watch.countDue();
		var page = page(contest);
		assertEquals("Red 2, Blue 1", standings(contest));
		assertEquals(Phase.SETTLED, page.phase());
		assertEquals(List.of(team(contest, "Red")), page.settled().winners());
		assertEquals("2", page.teams().get(0).members().get(0).points().toPlainString());
	}

	@Test
	void countsWhatIsDueFirst() {
		now("2026-11-30T08:00");
		activities(demo("4", sales.rep(1), "2026-11-12T10:00"), demo("5", sales.rep(3), "2026-11-13T10:00"));
		settle(null, null);
		assertEquals("Blue 3, Red 2", standings(contest));
	}

	@Test
	void isSettledOnce() {
		now("2026-11-30T08:00");
		settle(null, null);
		assertEquals("contests.error.not-ended", refusal(() -> settle(null, null)));
	}

	/** Ends it while mails go out. */
	private void settleWithMail() throws Exception {
		var kept = settings.get();
		settings.set(new NoticeSettings.Values(new MailServer("127.0.0.1", 25, null, null, "Headcoach <headcoach@suite.example>", MailServer.Tls.NONE), kept.url(), List.of(), false, kept.patience()));
		try {
			now("2026-11-30T08:00");
			settle(null, null);
		} finally {
			settings.set(kept);
		}
	}

	private List<String> told(Account reader) {
		return given.as(given.actor(AccountRole.ADMINISTRATOR, null),
				() -> notices.outbox(new NoticeService.OutboxSearch("contest-" + contest + "-result-account-" + reader.id(), null, null, null, null, 0, 10))).stream().map(NoticeService.NoticeRow::subject).toList();
	}

	@Test
	void tellsTheResultToEverybodyConcernedOnce() throws Exception {
		var reader = transactions.run(() -> given.aReader(AccountRole.REP, sales.rep(0)));
		settleWithMail();
		assertEquals(List.of(page(contest).title() + ": Red have won."), told(reader));
	}

	@Test
	void tellsItToWhoRunsItWithoutBeingAPersonOfTheLine() throws Exception {
		var owner = transactions.run(() -> given.aReader(AccountRole.EXECUTIVE, null));
		run("update contest set owner_account_id = " + owner.id() + " where id = " + contest);
		settleWithMail();
		assertEquals(List.of(page(contest).title() + ": Red have won."), told(owner));
	}

	@Test
	void refusesStandingsThatTheJudgeHasNotSeen() {
		now("2026-11-30T08:00");
		var seen = page(contest).countNo();
		activities(demo("4", sales.rep(1), "2026-11-12T10:00"));
		watch.countDue();
		assertEquals("contests.error.moved", refusal(() -> asManager(() -> settlement.settle(new SettlementService.SettleContest(contest, seen, null, null)))));
		assertEquals(Phase.ENDED, page(contest).phase());
	}

	@Test
	void letsOthersWinWithAWordWhy() {
		now("2026-11-30T08:00");
		var blue = team(contest, "Blue");
		assertEquals("contests.error.judgement", refusal(() -> settle(Set.of(blue), " ")));
		settle(Set.of(blue), "Red was helped by Blue");
		assertEquals(List.of(blue), page(contest).settled().winners());
		assertEquals("Red was helped by Blue", page(contest).settled().words());
	}

	@Test
	void tellsTheCostToWhoRunsItOnly() {
		now("2026-11-30T08:00");
		settle(null, null);
		var key = key();
		for (int i = 0; i < 2; i++) {
			asManager(() -> settlement.logPrize(new SettlementService.LogPrize(contest, "Sailing", new BigDecimal("4400"), "USD", LocalDate.of(2026, 12, 4), key)));
		}
		asManager(() -> settlement.logPrize(new SettlementService.LogPrize(contest, "Lunch", new BigDecimal("99.50"), "USD", LocalDate.of(2026, 12, 4), key())));
		assertEquals(List.of("USD 4499.50"), asManager(() -> settlement.memories(contest)).total().stream().map(sum -> sum.currency() + " " + sum.amount().setScale(2).toPlainString()).toList());
		var seen = given.as(as(sales.rep(0)), () -> settlement.memories(contest));
		assertEquals(List.of("Sailing", "Lunch"), seen.prizes().stream().map(SettlementService.PrizeRow::what).toList());
		assertEquals(List.of(), seen.prizes().stream().filter(prize -> prize.cost() != null || prize.currency() != null).toList());
		assertEquals(List.of(), seen.total());
	}

	@Test
	void isForWhoRunsItOnly() {
		now("2026-11-30T08:00");
		var other = given.actor(AccountRole.MANAGER, given.aTeamOf(1, LocalDate.of(2025, 1, 1)).manager());
		for (var actor : List.of(other, as(sales.rep(0)))) {
			assertThrows(NotHereException.class, () -> given.as(actor, () -> settlement.settle(new SettlementService.SettleContest(contest, null, null, null))));
			assertThrows(NotHereException.class, () -> given.as(actor, () -> settlement.logPrize(new SettlementService.LogPrize(contest, "Tea", BigDecimal.ONE, "USD", MONDAY, key()))));
			assertThrows(NotHereException.class, () -> given.as(actor, () -> settlement.addPhoto(contest, "Us", new byte[] {1})));
		}
	}
}
