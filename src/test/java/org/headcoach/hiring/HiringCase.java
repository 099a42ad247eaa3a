package org.headcoach.hiring;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import org.headcoach.InContainer;
import org.headcoach.hiring.ScorecardService.SaveCoaching;
import org.headcoach.hiring.ScorecardService.SaveScore;
import org.headcoach.people.Account;
import org.headcoach.people.AccountRole;
import org.headcoach.people.Actor;
import org.headcoach.people.CurrentActor;
import org.headcoach.shared.BusinessClock;
import org.headcoach.shared.BusinessException;
import org.headcoach.suite.Fixtures.Sales;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** An opening with its people, and what is said of it in the tests of hiring: a manager who hires, a recruiter, two reps who interview. */
abstract class HiringCase extends InContainer {

	static final Instant NOW = Instant.parse("2026-11-20T15:00:00Z");

	@Inject
	HiringService hiring;

	@Inject
	HiringModelService models;

	@Inject
	InterviewService interviews;

	@Inject
	ScorecardService cards;

	@Inject
	CandidateService candidates;

	@Inject
	SourcingService sourcing;

	@Inject
	CandidateImportService imports;

	@Inject
	HiringWatch watch;

	@Inject
	BusinessClock clock;

	@Inject
	CurrentActor current;

	@Inject
	Instance<RequestContextController> requests;

	@PersistenceContext
	EntityManager em;

	Sales sales;
	Account manager;
	Account repOne;
	Account repTwo;
	Account recruiter;
	long model;
	long opening;

	@BeforeEach
	void anOpening() {
		clock.set(Clock.fixed(NOW, ZoneOffset.UTC));
		sales = given.aTeamOf(2, LocalDate.of(2025, 1, 1));
		manager = given.anAccount(AccountRole.MANAGER, sales.manager());
		repOne = given.anAccount(AccountRole.REP, sales.rep(0));
		repTwo = given.anAccount(AccountRole.REP, sales.rep(1));
		recruiter = given.anAccount(AccountRole.RECRUITER, null);
		model = as(director(), () -> {
			var id = models.create(given.unique("Model"), ModelPreset.FIVE_TRAITS);
			models.publish(models.model(id, null).versionId(), null);
			return id;
		});
		opening = as(recruiter, () -> hiring.write(new HiringService.WriteOpening(null, null, given.unique("Opening"), model, sales.team().id(), sales.manager().id(), recruiter.id(), 2, null, key())));
	}

	@AfterEach
	void timeGoesOn() {
		clock.set(Clock.systemUTC());
	}

	// ------------------------------------------------------------ phrases

	static String key() {
		return UUID.randomUUID().toString();
	}

	Actor director() {
		return given.actor(AccountRole.DIRECTOR, sales.director());
	}

	static Actor actor(Account account) {
		return new Actor(account.id(), account.name(), account.role(), account.person() == null ? null : account.person().id(), null);
	}

	<T> T as(Account account, Supplier<T> work) {
		return as(actor(account), work);
	}

	<T> T as(Actor actor, Supplier<T> work) {
		return given.as(actor, work);
	}

	void does(Account account, Runnable work) {
		as(account, () -> {
			work.run();
			return null;
		});
	}

	long aCandidate() {
		var name = given.unique("Ravi");
		return as(recruiter, () -> hiring.add(new HiringService.NewCandidate(opening, name, name + "@candidates.example", null, null, "Seller", null, CandidateSource.REFERRAL, null, null, null, null, null, false, key())));
	}

	long anInterview(long candidacy, Account... interviewers) {
		return as(recruiter, () -> interviews.write(new InterviewService.WriteInterview(null, null, candidacy, "First", LocalDateTime.of(2026, 11, 19, 10, 0), 45, "America/New_York", null,
				Arrays.stream(interviewers).map(one -> new InterviewService.SeatLine(one.id(), true, Set.of())).toList(), key())));
	}

	long seat(Account account, long interview) {
		return as(account, () -> cards.cardOfInterview(interview).seatId());
	}

	/** Fills a card with one score for everything and hands it in. */
	void handsIn(Account account, long interview, int score, Recommendation recommendation) {
		var seat = seat(account, interview);
		fills(account, seat, score, recommendation);
		does(account, () -> cards.submit(seat));
	}

	void fills(Account account, long seat, int score, Recommendation recommendation) {
		does(account, () -> {
			cards.card(seat).items().forEach(item -> item.passes().forEach(pass -> cards.save(seat, new SaveScore(item.id(), pass.no(), score, false, "saw it"))));
			cards.card(seat).items().stream().filter(CardPage.Item::twoPass).forEach(item -> cards.save(seat, new SaveCoaching(item.id(), "saw where it turned", "a warm opening", "two questions first", 8)));
			cards.save(seat, recommendation, "because");
		});
	}

	static String refusal(Runnable work) {
		return assertThrows(BusinessException.class, work::run).key();
	}

	<T> CompletableFuture<T> together(Account account, Callable<T> work) {
		return CompletableFuture.supplyAsync(() -> {
			var request = requests.get();
			request.activate();
			try {
				return current.as(actor(account), () -> {
					try {
						return work.call();
					} catch (Exception e) {
						throw new IllegalStateException(e);
					}
				});
			} finally {
				request.deactivate();
			}
		});
	}
}
