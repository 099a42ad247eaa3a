package org.headcoach.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;

import org.headcoach.InContainer;
import org.headcoach.people.AccountService.CreateToken;
import org.headcoach.people.AccountService.Invite;
import org.headcoach.people.Accounts.AccountSearch;
import org.headcoach.people.AuditLog.AuditSearch;
import org.headcoach.shared.BusinessClock;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.NotHereException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

class AccountsIT extends InContainer {

	private static final String PASSWORD = "correct horse battery";

	@Inject
	private AccountService service;

	@Inject
	private AuditLog log;

	@Inject
	private BusinessClock clock;

	@AfterEach
	void letTheClockRun() {
		clock.set(Clock.systemUTC());
	}

	private static Actor actorOf(Account account) {
		return new Actor(account.id(), account.name(), account.role(), account.person() == null ? null : account.person().id(), null);
	}

	private void stopTheClockIn(Duration time) {
		clock.set(Clock.fixed(java.time.Instant.now().plus(time), ZoneOffset.UTC));
	}

	private static String refusal(Runnable work) {
		return assertThrows(BusinessException.class, work::run).key();
	}

	@Test
	void fiveFailuresMakeTheSixthWaitEvenWithTheRightPassword() {
		given.theCompany();
		var account = given.anAccount(AccountRole.ADMINISTRATOR, null);
		for (int i = 0; i < 5; i++) {
			assertEquals("people.sign-in.error.wrong", refusal(() -> service.signIn(account.login(), "wrong password")));
		}
		assertEquals("people.sign-in.error.wait", refusal(() -> service.signIn(account.login(), PASSWORD)));
		stopTheClockIn(Duration.ofMinutes(2));
		assertEquals(account.id(), service.signIn(account.login(), PASSWORD).accountId());
	}

	@Test
	void theOwnThemeAndDensityAreChosenAndLeftToTheSystemAgain() {
		given.theCompany();
		var account = given.anAccount(AccountRole.ADMINISTRATOR, null);
		given.as(actorOf(account), () -> {
			service.prefer(new AccountService.Preferences("Somebody", "dark", "compact"));
			assertEquals("dark compact", service.own().theme() + " " + service.own().density());
			service.prefer(new AccountService.Preferences("Somebody", null, null));
			assertEquals("null null", service.own().theme() + " " + service.own().density());
		});
	}

	@Test
	void anUnknownNameIsAnsweredLikeAKnownOne() {
		given.theCompany();
		var name = given.unique("nobody");
		for (int i = 0; i < 5; i++) {
			assertEquals("people.sign-in.error.wrong", refusal(() -> service.signIn(name, "wrong password")));
		}
		assertEquals("people.sign-in.error.wait", refusal(() -> service.signIn(name, "wrong password")));
	}

	@Test
	void aReplacedCookieThatComesAgainEndsAllRememberedSignIns() {
		given.theCompany();
		var account = given.anAccount(AccountRole.ADMINISTRATOR, null);
		var signedIn = service.signIn(account.login(), PASSWORD);
		var first = service.remember(signedIn, "Firefox/131.0 Linux");
		var other = service.remember(signedIn, "Chrome/130 Windows");
		var second = service.useRemembered(first).orElseThrow().cookie();
		assertNotEquals(first, second);
		assertNull(service.useRemembered(first).orElseThrow().cookie());
		stopTheClockIn(Duration.ofMinutes(2));
		assertTrue(service.useRemembered(first).isEmpty());
		assertTrue(service.useRemembered(second).isEmpty());
		assertTrue(service.useRemembered(other).isEmpty());
	}

	@Test
	void aLinkChoosesThePasswordOnce() {
		given.theCompany();
		var admin = given.anAccount(AccountRole.ADMINISTRATOR, null);
		var login = given.unique("exec");
		var link = given.as(actorOf(admin), () -> service.invite(new Invite("Eva Exec", login, null, AccountRole.EXECUTIVE, null)));
		assertEquals("Eva Exec", service.invitation(link.token()).orElseThrow().name());
		assertEquals("people.password.error.short", refusal(() -> service.accept(link.token(), "short")));
		assertEquals(link.accountId(), service.accept(link.token(), "nine silver spoons").accountId());
		assertTrue(service.invitation(link.token()).isEmpty());
		assertEquals("people.invitation.error.over", refusal(() -> service.accept(link.token(), "nine golden spoons")));
		assertEquals(link.accountId(), service.signIn(login, "nine silver spoons").accountId());
	}

	@Test
	void aNewLinkEndsTheOlderOneAndEveryLinkEndsAfterThreeDays() {
		given.theCompany();
		var admin = given.anAccount(AccountRole.ADMINISTRATOR, null);
		var older = given.as(actorOf(admin), () -> service.newLink(admin.id()));
		var newer = given.as(actorOf(admin), () -> service.newLink(admin.id()));
		assertTrue(service.invitation(older.token()).isEmpty());
		assertTrue(service.invitation(newer.token()).isPresent());
		stopTheClockIn(Duration.ofHours(73));
		assertTrue(service.invitation(newer.token()).isEmpty());
	}

	@Test
	void changingThePasswordAsksTheOldOneAndRaisesTheEpoch() {
		given.theCompany();
		var account = given.anAccount(AccountRole.ADMINISTRATOR, null);
		given.as(actorOf(account), () -> {
			assertEquals("people.account.error.old-password", refusal(() -> service.changePassword("wrong password", "nine silver spoons", null)));
			assertEquals(account.epoch() + 1, service.changePassword(PASSWORD, "nine silver spoons", null).epoch());
		});
		assertEquals(account.id(), service.signIn(account.login(), "nine silver spoons").accountId());
	}

	@Test
	void aTokenDoesAtMostWhatTheRoleAllowsAndEndsWithTheAccount() {
		var sales = given.aTeamOf(1, LocalDate.of(2025, 1, 1));
		var account = given.anAccount(AccountRole.MANAGER, sales.manager());
		var admin = given.anAccount(AccountRole.ADMINISTRATOR, null);
		var token = given.as(actorOf(account), () -> {
			assertEquals("people.account.error.token-beyond",
					refusal(() -> service.createToken(new CreateToken("all", EnumSet.of(Permission.EDIT_ACCOUNTS), 30))));
			return service.createToken(new CreateToken("nightly", EnumSet.of(Permission.SEE_LINE), 30)).token();
		});
		var actor = service.useToken(token).orElseThrow().actor();
		assertTrue(actor.may(Permission.SEE_LINE));
		assertFalse(actor.may(Permission.COACH_TEAM));
		assertTrue(service.useToken(token + "x").isEmpty());
		given.as(actorOf(admin), () -> service.close(account.id()));
		assertTrue(service.useToken(token).isEmpty());
	}

	@Test
	void aLeaverCannotSignInAfterTheLastDay() {
		var sales = given.aTeamOf(1, LocalDate.of(2025, 1, 1));
		var account = given.anAccount(AccountRole.REP, sales.rep(0));
		var admin = given.anAccount(AccountRole.ADMINISTRATOR, null);
		given.as(actorOf(admin), () -> people.leave(new PeopleService.Leave(sales.rep(0).id(), people.today().minusDays(3), null)));
		assertEquals("people.sign-in.error.wrong", refusal(() -> service.signIn(account.login(), PASSWORD)));
	}

	@Inject
	private PeopleService people;

	@Test
	void onlyAnAdministratorSeesAccountsAndTheLog() {
		var sales = given.aTeamOf(1, LocalDate.of(2025, 1, 1));
		for (var role : List.of(AccountRole.EXECUTIVE, AccountRole.DIRECTOR, AccountRole.MANAGER, AccountRole.REP)) {
			given.as(given.actor(role, sales.manager()), () -> {
				assertThrows(NotHereException.class, () -> service.search(new AccountSearch(null, null, null, null, false, 0, 10)));
				assertThrows(NotHereException.class, () -> log.search(new AuditSearch(null, null, null, null, null, null, null, 0, 10)));
			});
		}
	}

	@Test
	void findsAccountsAndTheirLinesInTheLog() {
		given.theCompany();
		var admin = given.anAccount(AccountRole.ADMINISTRATOR, null);
		var login = given.unique("found");
		given.as(actorOf(admin), () -> {
			var link = service.invite(new Invite("Fay_" + login, login, login + "@suite.example", AccountRole.EXECUTIVE, null));
			assertEquals(1, service.count(new AccountSearch("fay_" + login, AccountRole.EXECUTIVE, true, "seen", true, 0, 10)));
			assertEquals(List.of(link.accountId()), service.search(new AccountSearch("fay_" + login, null, null, "login", false, 0, 10)).stream()
					.map(Accounts.AccountRow::id).toList());
			var lines = log.search(new AuditSearch("Fay_" + login, admin.id(), "INVITE", "Account", link.accountId().toString(), people.today().minusDays(1),
					people.today().plusDays(1), 0, 10));
			assertEquals(1, lines.size());
			assertNull(lines.get(0).before());
			assertTrue(lines.get(0).after().contains("\"role\":\"EXECUTIVE\""));
			assertEquals("people.accounts.error.taken", refusal(() -> service.invite(new Invite("Twin", login, null, AccountRole.EXECUTIVE, null))));
		});
	}
}
