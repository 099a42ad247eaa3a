package org.headcoach.hiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import org.headcoach.hiring.ScorecardService.SaveCoaching;
import org.headcoach.hiring.ScorecardService.SaveScore;
import org.headcoach.hiring.api.HiringResource;
import org.headcoach.home.MenuService;
import org.headcoach.notices.MailServer;
import org.headcoach.notices.NoticeSettings;
import org.headcoach.people.Account;
import org.headcoach.people.AccountRole;
import org.headcoach.people.Actor;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.NotHereException;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

/** Hiring from the opening to the person: who sees what when, and what holds when several do it at once. */
class HiringIT extends HiringCase {

	@Inject
	private HiringResource rest;

	@Inject
	private LetterService letters;

	@Inject
	private NoticeSettings settings;

	@Inject
	private GroupService groups;

	@Inject
	private MergeService merging;

	@Inject
	private MenuService menu;

	// ------------------------------------------------------------ blindness

	@Test
	void showsNoOtherCardToWhoOwesOne() {
		var candidacy = aCandidate();
		var interview = anInterview(candidacy, repOne, repTwo, manager);
		handsIn(repOne, interview, 3, Recommendation.DEFINITELY_NOT);
		for (var blind : List.of(repTwo, manager)) {
			var page = as(blind, () -> cards.debrief(candidacy));
			assertTrue(page.blind());
			assertEquals(List.of(), page.cards());
			assertEquals(List.of(), page.topics());
			assertNull(page.share());
			assertFalse(page.mayDecide());
			assertTrue(as(blind, () -> cards.cardOfInterview(interview)).items().stream().allMatch(item -> item.counted() == null));
		}
		// the manager hires for it, and still compares, exports and decides only after the own card
		assertTrue(as(manager, () -> cards.compare(opening, List.of(candidacy))).lines().get(0).hidden());
		assertNull(as(manager, () -> cards.compare(opening, List.of(candidacy))).lines().get(0).share());
		assertFalse(as(manager, () -> candidates.export(hiring.candidateOf(candidacy))).toString().contains("saw it"));
		assertEquals("hiring.decision.error.blind", refusal(() -> does(manager, () -> hiring.decide(candidacy, CandidacyState.REJECTED, "no"))));
		handsIn(repTwo, interview, 8, Recommendation.YES);
		var page = as(repTwo, () -> cards.debrief(candidacy));
		assertFalse(page.blind());
		assertEquals(2, page.cards().size());
		assertTrue(page.divided());
		assertTrue(as(manager, () -> cards.debrief(candidacy)).blind());
	}

	@Test
	void whoOwesACardDoesNotGiveUpTheSeatToReadOthers() {
		var candidacy = aCandidate();
		var interview = anInterview(candidacy, repOne, manager);
		handsIn(repOne, interview, 3, Recommendation.NO);
		var without = new InterviewService.WriteInterview(interview, null, candidacy, "First", LocalDateTime.of(2026, 11, 19, 10, 0), 45, "America/New_York", null,
				List.of(new InterviewService.SeatLine(repOne.id(), true, Set.of())), key());
		assertEquals("hiring.interview.error.own-seat", refusal(() -> does(manager, () -> interviews.write(without))));
		assertEquals("hiring.interview.error.own-seat", refusal(() -> does(manager, () -> interviews.cancel(interview))));
		assertTrue(as(manager, () -> cards.debrief(candidacy)).blind());
		as(recruiter, () -> interviews.write(without));
		assertFalse(as(manager, () -> cards.debrief(candidacy)).blind());
	}

	@Test
	void hidesTheReasonOfADecisionFromWhoOwesACard() {
		var candidacy = aCandidate();
		var interview = anInterview(candidacy, repOne, repTwo);
		handsIn(repOne, interview, 3, Recommendation.NO);
		does(recruiter, () -> hiring.decide(candidacy, CandidacyState.REJECTED, "weak in everything"));
		var candidate = as(recruiter, () -> hiring.candidateOf(candidacy));
		assertFalse(as(repTwo, () -> candidates.candidate(candidate)).toString().contains("weak in everything"));
		assertNull(as(repTwo, () -> cards.debrief(candidacy)).decisionReason());
	}

	@Test
	void tellsWhoHadReadOtherCardsBefore() {
		var candidacy = aCandidate();
		handsIn(repOne, anInterview(candidacy, repOne), 7, Recommendation.YES);
		as(manager, () -> cards.debrief(candidacy));
		clock.set(Clock.fixed(NOW.plusSeconds(60), ZoneOffset.UTC));
		handsIn(manager, anInterview(candidacy, manager), 7, Recommendation.YES);
		var lines = as(recruiter, () -> cards.debrief(candidacy)).cards();
		assertEquals(List.of(false, true), lines.stream().map(DebriefPage.CardLine::sawOthers).toList());
	}

	// ------------------------------------------------------------ rights by a guessed number

	@Test
	void findsNothingByAGuessedNumber() {
		var candidacy = aCandidate();
		var interview = anInterview(candidacy, repOne);
		var seat = seat(repOne, interview);
		var candidate = as(recruiter, () -> hiring.candidateOf(candidacy));
		var file = as(recruiter, () -> candidates.addFile(candidate, "cv.txt", "a life".getBytes(StandardCharsets.UTF_8)));
		var elsewhere = given.aTeamOf(1, LocalDate.of(2025, 1, 1));
		var stage = as(recruiter, () -> hiring.opening(opening)).stages().get(1).id();
		var strangers = new ArrayList<Actor>(List.of(given.actor(AccountRole.MANAGER, elsewhere.manager()), given.actor(AccountRole.DIRECTOR, elsewhere.director()), given.actor(AccountRole.ADMINISTRATOR, null),
				given.actor(AccountRole.REP, elsewhere.rep(0)), actor(repTwo), Actor.NOBODY));
		for (var stranger : strangers) {
			for (Runnable attempt : List.<Runnable>of(() -> hiring.board(opening), () -> hiring.move(candidacy, stage), () -> hiring.decide(candidacy, CandidacyState.REJECTED, "x"), () -> candidates.candidate(candidate),
					() -> candidates.file(file), () -> candidates.export(candidate), () -> candidates.erase(candidate, "x"), () -> cards.debrief(candidacy), () -> cards.card(seat), () -> cards.submit(seat),
					() -> cards.save(seat, Recommendation.NO, "x"), () -> cards.compare(opening, List.of(candidacy)), () -> interviews.plan(candidacy), () -> interviews.cancel(interview), () -> interviews.appointment(interview),
					() -> hiring.hire(candidacy, new HiringService.HireForm(LocalDate.of(2026, 12, 1), null, null, null, "x")))) {
				assertThrows(NotHereException.class, () -> as(stranger, () -> {
					attempt.run();
					return null;
				}), stranger.name());
			}
		}
		// an interviewer sees who it is, and neither contact nor board
		var seen = as(repOne, () -> candidates.candidate(candidate));
		assertNull(seen.email());
		assertEquals(1, seen.files().size());
		assertThrows(NotHereException.class, () -> as(repOne, () -> hiring.board(opening)));
		assertThrows(NotHereException.class, () -> as(manager, () -> cards.card(seat)));
	}

	@Test
	void listsOnlyOpeningsOfTheOwnLine() {
		var elsewhere = given.aTeamOf(1, LocalDate.of(2025, 1, 1));
		assertTrue(as(manager, () -> hiring.openings()).stream().anyMatch(row -> row.id() == opening));
		assertTrue(as(director(), () -> hiring.openings()).stream().anyMatch(row -> row.id() == opening));
		assertFalse(as(given.actor(AccountRole.MANAGER, elsewhere.manager()), () -> hiring.openings()).stream().anyMatch(row -> row.id() == opening));
		assertEquals("hiring.opening.error.manager", refusal(() -> does(manager, () -> hiring.write(new HiringService.WriteOpening(null, null, "Elsewhere", model, null, elsewhere.manager().id(), null, 1, null, key())))));
	}

	// ------------------------------------------------------------ cards

	@Test
	void keepsEveryScoreAndLocksTheCardWhenItIsIn() {
		var candidacy = aCandidate();
		var interview = anInterview(candidacy, repOne);
		var seat = seat(repOne, interview);
		assertNull(as(repOne, () -> cards.card(seat)).cardId());
		assertEquals("hiring.card.error.recommendation", refusal(() -> does(repOne, () -> cards.submit(seat))));
		fills(repOne, seat, 7, Recommendation.YES);
		var first = as(repOne, () -> cards.card(seat)).items().get(0);
		assertEquals("hiring.card.error.score", refusal(() -> does(repOne, () -> cards.save(seat, new SaveScore(first.id(), 1, 0, false, null)))));
		assertEquals("hiring.card.error.score", refusal(() -> does(repOne, () -> cards.save(seat, new SaveScore(first.id(), 1, 11, false, null)))));
		does(repOne, () -> cards.save(seat, new SaveScore(first.id(), 2, null, false, null)));
		assertEquals("hiring.card.error.open", refusal(() -> does(repOne, () -> cards.submit(seat))));
		does(repOne, () -> cards.save(seat, new SaveScore(first.id(), 2, null, true, null)));
		does(repOne, () -> cards.submit(seat));
		does(repOne, () -> cards.submit(seat));
		assertEquals("hiring.card.error.locked", refusal(() -> does(repOne, () -> cards.save(seat, new SaveScore(first.id(), 1, 9, false, null)))));
		var page = as(recruiter, () -> cards.debrief(candidacy));
		// four of five scored with 7: the missing one lowers coverage, not the mark
		assertEquals(0.7, page.share(), 1e-9);
		assertEquals(26.0 / 35, page.coverage(), 1e-9);
	}

	@Test
	void asksForTheEffortOfTwoPassesAndHandsOutWhatLiesBetweenThem() {
		var candidacy = aCandidate();
		var interview = anInterview(candidacy, repOne);
		var seat = seat(repOne, interview);
		fills(repOne, seat, 7, Recommendation.YES);
		var two = as(repOne, () -> cards.card(seat)).items().stream().filter(CardPage.Item::twoPass).findFirst().orElseThrow().id();
		does(repOne, () -> cards.save(seat, new SaveCoaching(two, "saw where it turned", "a warm opening", "two questions first", null)));
		assertEquals("hiring.card.error.open", refusal(() -> does(repOne, () -> cards.submit(seat))));
		assertEquals("hiring.card.error.score", refusal(() -> does(repOne, () -> cards.save(seat, new SaveCoaching(two, null, null, null, 99)))));
		does(repOne, () -> cards.save(seat, new SaveCoaching(two, "saw where it turned", "a warm opening", "two questions first", 9)));
		does(repOne, () -> cards.submit(seat));
		var exported = as(recruiter, () -> candidates.export(hiring.candidateOf(candidacy))).toString();
		assertTrue(exported.contains("selfDiagnosis=saw where it turned, praise=a warm opening, improvement=two questions first, effort=9"), exported);
		var debrief = as(recruiter, () -> rest.debrief(candidacy));
		assertTrue(debrief.topics().stream().flatMap(topic -> topic.said().stream()).anyMatch(said -> Integer.valueOf(9).equals(said.effort()) && "a warm opening".equals(said.praise())), debrief.toString());
	}

	@Test
	void theDebriefSaysThatNobodyCouldTellAndToWhomTheComparisonIsShown() {
		var candidacy = aCandidate();
		var interview = anInterview(candidacy, repOne);
		var seat = seat(repOne, interview);
		fills(repOne, seat, 7, Recommendation.YES);
		var item = as(repOne, () -> cards.card(seat)).items().get(1);
		does(repOne, () -> cards.save(seat, new SaveScore(item.id(), 1, null, true, null)));
		does(repOne, () -> cards.submit(seat));
		var debrief = as(repOne, () -> cards.debrief(candidacy));
		assertEquals(List.of(item.code()), debrief.topics().stream().filter(DebriefPage.TopicLine::isUnclear).map(DebriefPage.TopicLine::code).toList());
		assertFalse(debrief.hires());
		assertTrue(as(manager, () -> cards.debrief(candidacy)).hires());
	}

	@Test
	void whoeverHasASeatFindsItInTheMenu() {
		var trainer = given.anAccount(AccountRole.TRAINER, null);
		assertFalse(as(trainer, () -> menu.interviews()));
		anInterview(aCandidate(), trainer);
		assertTrue(as(trainer, () -> menu.interviews()));
	}

	@Test
	void correctsALockedCardWithAReasonOnly() {
		var candidacy = aCandidate();
		var interview = anInterview(candidacy, repOne);
		handsIn(repOne, interview, 7, Recommendation.YES);
		var seat = seat(repOne, interview);
		var item = as(repOne, () -> cards.card(seat)).items().get(1);
		assertEquals("hiring.card.error.reason", refusal(() -> does(repOne, () -> cards.correct(seat, new ScorecardService.Correct(item.id(), 1, 4, false, null, " ")))));
		does(repOne, () -> cards.correct(seat, new ScorecardService.Correct(item.id(), 1, 4, false, null, "mixed up two candidates")));
		var correction = as(recruiter, () -> cards.debrief(candidacy)).cards().get(0).corrections().get(0);
		assertEquals(List.of("7", "4", "mixed up two candidates"), List.of(correction.before(), correction.after(), correction.reason()));
		assertEquals(4, as(repOne, () -> cards.card(seat)).items().get(1).counted());
	}

	@Test
	void correctsByWhatFitsAndNothingElse() {
		var interview = anInterview(aCandidate(), repOne);
		handsIn(repOne, interview, 7, Recommendation.YES);
		var seat = seat(repOne, interview);
		var item = as(repOne, () -> cards.card(seat)).items().get(1).id();
		for (var wrong : List.of(new ScorecardService.Correct(item, 1, null, false, Recommendation.DEFINITELY_NOT, "slip"), new ScorecardService.Correct(item, 1, null, false, null, "slip"),
				new ScorecardService.Correct(item, 1, 4, true, null, "slip"), new ScorecardService.Correct(null, null, 4, false, Recommendation.NO, "slip"), new ScorecardService.Correct(null, null, null, false, null, "slip"))) {
			assertEquals("hiring.card.error.correction", refusal(() -> does(repOne, () -> cards.correct(seat, wrong))), wrong.toString());
		}
		assertEquals("hiring.card.error.pass", refusal(() -> does(repOne, () -> cards.correct(seat, new ScorecardService.Correct(item, 2, 4, false, null, "slip")))));
		assertEquals(7, as(repOne, () -> cards.card(seat)).items().get(1).counted());
		does(repOne, () -> cards.correct(seat, new ScorecardService.Correct(item, 1, null, true, null, "asked somebody else")));
		assertTrue(as(repOne, () -> cards.card(seat)).items().get(1).first().couldNotTell());
	}

	@Test
	void takesTwoCardsThatAreHandedInAtOnce() {
		var candidacy = aCandidate();
		var interview = anInterview(candidacy, repOne, repTwo);
		var one = seat(repOne, interview);
		var two = seat(repTwo, interview);
		fills(repOne, one, 6, Recommendation.YES);
		fills(repTwo, two, 8, Recommendation.YES);
		var both = List.of(together(repOne, () -> submit(one)), together(repTwo, () -> submit(two)), together(repOne, () -> submit(one)));
		both.forEach(CompletableFuture::join);
		assertEquals(2, as(recruiter, () -> cards.debrief(candidacy)).cards().size());
		assertEquals(0.7, as(repOne, () -> cards.debrief(candidacy)).share(), 1e-9);
	}

	private Void submit(long seat) {
		cards.submit(seat);
		return null;
	}

	@Test
	void keepsTheVersionOfACardThatIsOpenWhenTheModelChanges() {
		var candidacy = aCandidate();
		var interview = anInterview(candidacy, repOne);
		var seat = seat(repOne, interview);
		var item = as(repOne, () -> cards.card(seat)).items().get(0);
		does(repOne, () -> cards.save(seat, new SaveScore(item.id(), 1, 5, false, null)));
		var draft = as(director(), () -> models.draft(model));
		as(director(), () -> {
			var page = models.model(model, draft);
			var lines = new ArrayList<>(page.characteristics());
			var first = lines.get(0);
			lines.set(0, new HiringModelService.CharacteristicLine(first.code(), first.name(), first.meaning(), BigDecimal.ONE, first.evaluatedBy(), first.twoPass(), first.anchor1(), null, first.anchor5(), null,
					first.anchor10(), first.questions()));
			models.write(draft, page.version(), lines);
			return null;
		});
		assertEquals("hiring.model.error.reason", refusal(() -> as(director(), () -> {
			models.publish(draft, " ");
			return null;
		})));
		as(director(), () -> {
			models.publish(draft, "coachability counted too much");
			return null;
		});
		handsIn(repOne, interview, 5, Recommendation.NO_DECISION);
		assertEquals(1, as(repOne, () -> cards.card(seat)).versionNo());
		assertEquals(new BigDecimal("9.00"), as(repOne, () -> cards.card(seat)).items().get(0).weight());
		assertEquals(2, as(repTwo, () -> {
			var later = anInterview(candidacy, repTwo);
			return cards.cardOfInterview(later).versionNo();
		}));
		assertEquals("hiring.model.error.published", refusal(() -> as(director(), () -> {
			models.write(draft, 0, List.of());
			return null;
		})));
	}

	// ------------------------------------------------------------ the way

	@Test
	void movesNobodyOnWhileARequiredCardIsMissing() {
		var candidacy = aCandidate();
		var stages = as(recruiter, () -> hiring.opening(opening)).stages();
		does(recruiter, () -> hiring.move(candidacy, stages.get(2).id()));
		assertEquals("hiring.board.error.no-card", refusal(() -> does(recruiter, () -> hiring.move(candidacy, stages.get(4).id()))));
		assertEquals("hiring.board.error.no-card", refusal(() -> does(manager, () -> hiring.hire(candidacy, new HiringService.HireForm(LocalDate.of(2026, 12, 1), null, null, null, "at once")))));
		var interview = anInterview(candidacy, repOne);
		assertEquals("hiring.board.error.cards", refusal(() -> does(recruiter, () -> hiring.move(candidacy, stages.get(4).id()))));
		does(recruiter, () -> hiring.move(candidacy, stages.get(0).id()));
		assertEquals("hiring.board.error.cards", refusal(() -> does(recruiter, () -> hiring.move(candidacy, stages.get(3).id()))));
		handsIn(repOne, interview, 8, Recommendation.YES);
		does(recruiter, () -> hiring.move(candidacy, stages.get(3).id()));
		assertEquals(stages.get(3).id(), as(recruiter, () -> hiring.board(opening)).columns().stream().filter(column -> column.count() > 0).findFirst().orElseThrow().stageId());
	}

	@Test
	void hiresOnceWhenPressedTwice() {
		var candidacy = aCandidate();
		var interview = anInterview(candidacy, repOne);
		var form = new HiringService.HireForm(LocalDate.of(2026, 12, 1), null, null, "Account executive", "best of three");
		assertEquals("hiring.board.error.cards", refusal(() -> does(manager, () -> hiring.hire(candidacy, form))));
		handsIn(repOne, interview, 8, Recommendation.YES);
		var presses = List.of(together(manager, () -> hiring.hire(candidacy, form)), together(manager, () -> hiring.hire(candidacy, form)));
		var person = presses.get(0).join();
		assertEquals(person, presses.get(1).join());
		var candidate = as(recruiter, () -> candidates.candidate(hiring.candidateOf(candidacy)));
		assertEquals(CandidacyState.HIRED, candidate.candidacies().get(0).state());
		var place = em.createQuery("select h.team.id, h.superior.id, p.name from PositionHeld h join h.person p where p.id = :id", Object[].class).setParameter("id", person).getSingleResult();
		assertEquals(List.of(sales.team().id(), sales.manager().id(), candidate.name()), List.of(place));
		// the right to make this one person is gone again
		assertFalse(actor(manager).may(org.headcoach.people.Permission.EDIT_PEOPLE));
	}

	@Test
	void refusesSomebodyWhoIsKnownUnlessItIsAnotherPerson() {
		var name = given.unique("Mia");
		Function<String, HiringService.NewCandidate> mia = email -> new HiringService.NewCandidate(opening, name, email, null, null, null, null, CandidateSource.BOARD, null, null, null, null, null, false, key());
		as(recruiter, () -> hiring.add(mia.apply(name + "@candidates.example")));
		assertEquals("hiring.candidate.error.known", refusal(() -> as(recruiter, () -> hiring.add(mia.apply(name.toUpperCase(Locale.ROOT) + "@Candidates.example")))));
		assertEquals("hiring.candidate.error.known", refusal(() -> as(recruiter, () -> hiring.add(mia.apply(name + "+jobs@candidates.example")))));
	}

	@Test
	void saysNoNameOfSomebodyKnownWhomTheAccountDoesNotSee() {
		var mia = given.unique("Mia");
		as(recruiter, () -> hiring.add(new HiringService.NewCandidate(opening, mia, mia + "@candidates.example", null, null, null, null, CandidateSource.BOARD, null, null, null, null, null, false, key())));
		var elsewhere = given.aTeamOf(1, LocalDate.of(2025, 1, 1));
		var other = as(recruiter, () -> hiring.write(new HiringService.WriteOpening(null, null, given.unique("Elsewhere"), model, elsewhere.team().id(), elsewhere.manager().id(), recruiter.id(), 1, null, key())));
		var refused = assertThrows(BusinessException.class, () -> as(given.actor(AccountRole.MANAGER, elsewhere.manager()),
				() -> hiring.add(new HiringService.NewCandidate(other, "Somebody", mia + "@candidates.example", null, null, null, null, CandidateSource.BOARD, null, null, null, null, null, false, key()))));
		assertEquals("hiring.candidate.error.known-elsewhere", refused.key());
		assertFalse(List.of(refused.arguments()).toString().contains(mia));
	}

	@Test
	void aKeyCountsForTheAccountAndTheOpeningThatItWasSentFor() {
		var key = key();
		Function<Account, Long> add = account -> as(account, () -> hiring.add(new HiringService.NewCandidate(opening, given.unique("Kim"), null, null, null, null, null, CandidateSource.BOARD, null, null, null, null, null, false, key)));
		var first = add.apply(recruiter);
		assertEquals(first, add.apply(recruiter));
		assertNotEquals(first, add.apply(manager));
		var elsewhere = given.aTeamOf(1, LocalDate.of(2025, 1, 1));
		assertThrows(NotHereException.class, () -> as(given.actor(AccountRole.MANAGER, elsewhere.manager()),
				() -> hiring.add(new HiringService.NewCandidate(opening, "Kim", null, null, null, null, null, CandidateSource.BOARD, null, null, null, null, null, false, key))));
	}

	@Test
	void tellsWhoMayBeTheSameByTheWordsOfTheName() {
		var mark = given.unique("Nunez");
		Function<String, HiringResource.MadeCandidacy> add = name -> as(recruiter, () -> (HiringResource.MadeCandidacy) rest
				.add(new HiringResource.NewCandidateItem(opening, name, null, null, null, null, null, CandidateSource.BOARD, null, null, null, null, false, key())).getEntity());
		var first = add.apply("José " + mark + "-Ortega");
		assertEquals(List.of(), first.perhapsSame());
		var second = add.apply(mark.toUpperCase(Locale.ROOT) + " ortega, jose");
		assertEquals(List.of(first.candidateId()), second.perhapsSame());
		assertEquals(List.of(), add.apply("José " + mark).perhapsSame());
		assertEquals(List.of("NAME"), as(recruiter, () -> candidates.candidate(first.candidateId())).twins().stream().map(CandidateService.TwinRow::why).toList());
		// a manager who hires elsewhere sees none of them
		var elsewhere = given.aTeamOf(1, LocalDate.of(2025, 1, 1));
		assertThrows(NotHereException.class, () -> as(given.actor(AccountRole.MANAGER, elsewhere.manager()), () -> candidates.twins(first.candidateId())));
	}

	@Test
	void countsSourcesWithoutDividingByNothing() {
		var candidacy = aCandidate();
		anInterview(candidacy, repOne);
		var page = as(manager, () -> sourcing.sources(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30)));
		var referral = page.sources().stream().filter(row -> row.source() == CandidateSource.REFERRAL).findFirst().orElseThrow().result();
		assertEquals(1, referral.came());
		assertEquals(1, referral.interviewed());
		assertEquals(0.0, referral.conversion().orElseThrow());
		assertTrue(page.sources().stream().filter(row -> row.source() == CandidateSource.AGENCY).findFirst().orElseThrow().result().conversion().isEmpty());
		assertFalse(page.everything());
		assertThrows(NotHereException.class, () -> does(manager, () -> sourcing.spend(CandidateSource.BOARD, YearMonth.of(2026, 11), BigDecimal.TEN, "USD")));
	}

	// ------------------------------------------------------------ files and forgetting

	@Test
	void takesFilesByWhatStandsInThem() {
		var candidate = as(recruiter, () -> hiring.candidateOf(aCandidate()));
		var id = as(recruiter, () -> candidates.addFile(candidate, "../evil\".exe", "%PDF-1.7 and more".getBytes(StandardCharsets.UTF_8)));
		var file = as(recruiter, () -> candidates.file(id));
		assertEquals("application/pdf", file.type());
		assertEquals("evil.pdf", file.name());
		for (var bad : List.of("<html><script>alert(1)</script>", "MZ\u0000\u0001", "<?xml version='1.0'?><svg/>")) {
			assertEquals("hiring.file.error.kind", refusal(() -> as(recruiter, () -> candidates.addFile(candidate, "cv.pdf", bad.getBytes(StandardCharsets.UTF_8)))));
		}
		assertEquals("hiring.file.error.size", refusal(() -> as(recruiter, () -> candidates.addFile(candidate, "cv.pdf", new byte[10 * 1024 * 1024 + 1]))));
	}

	@Test
	void forgetsWhoItWasAndKeepsTheScores() {
		var candidacy = aCandidate();
		var interview = anInterview(candidacy, repOne);
		handsIn(repOne, interview, 9, Recommendation.STRONG_YES);
		var candidate = as(recruiter, () -> hiring.candidateOf(candidacy));
		as(recruiter, () -> candidates.addFile(candidate, "cv.txt", "a life".getBytes(StandardCharsets.UTF_8)));
		var name = as(recruiter, () -> candidates.candidate(candidate)).name();
		does(recruiter, () -> candidates.erase(candidate, "asked by letter"));
		var page = as(recruiter, () -> candidates.candidate(candidate));
		assertNull(page.name());
		assertNull(page.email());
		assertEquals(List.of(), page.files());
		var debrief = as(recruiter, () -> cards.debrief(candidacy));
		assertEquals(0.9, debrief.share(), 1e-9);
		assertNull(debrief.cards().get(0).note());
		assertFalse(debrief.toString().contains("saw it"));
		assertTrue(em.createNativeQuery("select id from audit_entry where subject_name like '%" + name + "%' or before_text like '%" + name + "%' or after_text like '%" + name + "%'").getResultList().isEmpty());
		assertEquals("hiring.candidate.error.erased", refusal(() -> as(recruiter, () -> candidates.addFile(candidate, "cv.txt", "again".getBytes(StandardCharsets.UTF_8)))));
	}

	@Test
	void mailsToInterviewersNameNobodyAndAreForgottenWithTheCandidate() {
		var before = settings.get();
		settings.set(new NoticeSettings.Values(new MailServer("127.0.0.1", 1, null, null, "Headcoach <headcoach@suite.example>", MailServer.Tls.NONE), before.url(), List.of(), false, Duration.ofSeconds(5)));
		try {
			mailsNameNobody();
		} finally {
			settings.set(before);
		}
	}

	private void mailsNameNobody() {
		repOne = given.aReader(AccountRole.REP, given.aTeamOf(1, LocalDate.of(2025, 1, 1)).rep(0));
		var candidacy = aCandidate();
		var interview = anInterview(candidacy, repOne);
		var seat = seat(repOne, interview);
		assertTrue(watch.remind() >= 1);
		var candidate = as(recruiter, () -> hiring.candidateOf(candidacy));
		var name = as(recruiter, () -> candidates.candidate(candidate)).name();
		var keys = "('" + InterviewPlanned.noticeKey(interview, 0, repOne.id()) + "', '" + HiringWatch.CardOwed.noticeKey(seat) + "')";
		assertEquals(2, em.createNativeQuery("select id from notice where notice_key in " + keys).getResultList().size());
		assertEquals(List.of(), em.createNativeQuery("select id from notice where subject like '%" + name + "%' or body_text like '%" + name + "%'").getResultList());
		does(recruiter, () -> candidates.erase(candidate, "asked by letter"));
		assertEquals(List.of("-", "-"), em.createNativeQuery("select subject from notice where body_text is null and notice_key in " + keys).getResultList());
	}

	@Test
	void forgetsNamesThatBecameNoCandidate() {
		var hire = sales.rep(0).id();
		as(given.actor(AccountRole.EXECUTIVE, null), () -> sourcing.bring(hire, "Ole Old\nNia New"));
		var names = as(given.actor(AccountRole.EXECUTIVE, null), () -> sourcing.referrals(hire)).names();
		as(given.actor(AccountRole.EXECUTIVE, null), () -> {
			sourcing.forget(names.get(0).id());
			return null;
		});
		assertEquals(List.of("Nia New"), as(given.actor(AccountRole.EXECUTIVE, null), () -> sourcing.referrals(hire)).names().stream().map(SourcingService.NameRow::name).toList());
		clock.set(Clock.fixed(NOW.plus(Duration.ofDays(800)), ZoneOffset.UTC));
		assertTrue(as(Actor.SYSTEM, () -> candidates.forgetNames()) >= 1);
		assertEquals(0, as(Actor.SYSTEM, () -> candidates.forgetNames()));
		assertTrue(em.createNativeQuery("select id from referral_name where hire_id = " + hire + " and (name is not null or link is not null or said is not null)").getResultList().isEmpty());
	}

	@Test
	void forgetsByItselfWhenTheDayHasCome() {
		var old = as(recruiter, () -> hiring.candidateOf(aCandidate()));
		var young = as(recruiter, () -> hiring.candidateOf(aCandidate()));
		does(recruiter, () -> {
			var page = candidates.candidate(old);
			candidates.change(new CandidateService.ChangeCandidate(old, page.version(), page.name(), page.email(), null, null, null, null, null, null, LocalDate.of(2026, 11, 21)));
		});
		clock.set(Clock.fixed(Instant.parse("2026-11-22T15:00:00Z"), ZoneOffset.UTC));
		assertTrue(watch.forget() >= 1);
		assertNull(as(recruiter, () -> candidates.candidate(old)).name());
		assertNotEquals(null, as(recruiter, () -> candidates.candidate(young)).name());
		assertEquals(0, watch.forget());
	}

	@Test
	void writesDownWhoLooked() {
		var candidate = as(recruiter, () -> hiring.candidateOf(aCandidate()));
		as(manager, () -> candidates.candidate(candidate));
		as(manager, () -> candidates.candidate(candidate));
		var looks = as(recruiter, () -> candidates.candidate(candidate)).seen();
		assertEquals(List.of(manager.name() + " PAGE"), looks.stream().map(look -> look.name() + " " + look.what()).toList());
	}

	@Test
	void writesDownEveryPageOfOneCandidateAndWhoTookAListOut() {
		var candidacy = aCandidate();
		var candidate = as(recruiter, () -> hiring.candidateOf(candidacy));
		var other = as(recruiter, () -> hiring.candidateOf(aCandidate()));
		as(recruiter, () -> interviews.plan(candidacy));
		as(recruiter, () -> letters.letter(candidate, null));
		as(recruiter, () -> groups.groups(candidate));
		as(recruiter, () -> merging.page(candidate, other));
		for (var one : List.of(candidate, other)) {
			var looks = as(manager, () -> candidates.candidate(one)).seen().stream().map(CandidateService.SeenRow::what).sorted().toList();
			assertEquals(one == candidate ? List.of("GROUPS", "INTERVIEW", "LETTER", "MERGE") : List.of("MERGE"), looks);
		}
		assertEquals(2, as(recruiter, () -> hiring.export(everybody())).size());
		var line = (Object[]) em.createNativeQuery("select account_name, after_text from audit_entry where action = 'EXPORT' and subject_type = 'Candidates' and subject_id = '" + opening + "'").getSingleResult();
		assertEquals(recruiter.name(), line[0]);
		assertTrue(line[1].toString().matches(".*candidates\"?\\s*[:=]\\s*\"?2\\b.*"), line[1]::toString);
	}

	@Test
	void remindsOnceOfACardThatIsOwed() {
		anInterview(aCandidate(), repOne);
		assertTrue(watch.remind() >= 1);
		assertEquals(0, watch.remind());
	}

	@Test
	void importingItAgainChangesNothing() {
		var mark = given.unique("x");
		var file = ("Candidate ID,First Name,Last Name,Email,Source,Current Stage,Applied At\n" + mark + "1,Ann,Lee " + mark + ",ann." + mark + "@candidates.example,LinkedIn,Phone screen,2026-10-01T10:00:00Z\n"
				+ mark + "2,Bo,Ray " + mark + ",bo-without-at,Referral,,\n" + mark + "3,Cy,Day " + mark + ",,Employee referral,,31.12.2026\n" + mark + "4,Di,Fox " + mark + ",,,,\n").getBytes(StandardCharsets.UTF_8);
		var preview = as(recruiter, () -> imports.preview(opening, "candidates.csv", file, null, null));
		assertEquals(List.of(2L, 0L, 2L), List.of(preview.added(), preview.known(), preview.rejected()));
		assertEquals(List.of("hiring.error.email", "hiring.import.problem.day"), preview.lines().stream().map(CandidateImportService.LineRow::problem).filter(Objects::nonNull).toList());
		assertEquals(0, as(recruiter, () -> hiring.count(everybody())));
		assertEquals(2, as(recruiter, () -> imports.load(opening, "candidates.csv", file, null, null)).added());
		var again = as(recruiter, () -> imports.load(opening, "candidates.csv", file, null, null));
		assertEquals(List.of(0L, 2L, 2L), List.of(again.added(), again.known(), again.rejected()));
		assertEquals(2, as(recruiter, () -> hiring.count(everybody())));
		var ann = as(recruiter, () -> hiring.candidates(everybody())).stream().filter(row -> row.name().startsWith("Ann")).findFirst().orElseThrow();
		assertEquals(List.of("Phone screen", CandidateSource.LINKEDIN, LocalDate.of(2026, 10, 1)), List.of(ann.stage(), ann.source(), ann.appliedOn()));
	}

	@Test
	void thePreviewOfAnImportSaysWhatTheImportDoes() {
		var mark = given.unique("y");
		var file = ("ID,Name,Email,Company,Title,Current Stage,Notes\n" + mark + "1,Ann Lee " + mark + ",ann." + mark + "@candidates.example,Acme,Seller,Hired,loud\n"
				+ ",Ann Lee,Ann." + mark + "@candidates.example,,,,\n" + mark + "1,Anna,anna." + mark + "@candidates.example,,,,\n" + ",ANN LEE " + mark + ",,,,,\n,Bo Day " + mark + ",,,,phone screen,\n").getBytes(StandardCharsets.UTF_8);
		var preview = as(recruiter, () -> imports.preview(opening, "candidates.csv", file, null, null));
		assertEquals(List.of("Title", "Notes"), preview.left());
		assertEquals("Hired", preview.lines().get(0).noStage());
		assertNull(preview.lines().get(4).noStage());
		var done = as(recruiter, () -> imports.load(opening, "candidates.csv", file, null, null));
		assertEquals(List.of(2L, 3L, 0L), List.of(done.added(), done.known(), done.rejected()));
		assertEquals(preview.lines(), done.lines());
		assertEquals(2, as(recruiter, () -> hiring.count(everybody())));
	}

	@Test
	void takesColumnsAsSomebodyHasChosenThem() {
		var mark = given.unique("z");
		var file = ("Wer,Wo\nCy Ray " + mark + ",cy." + mark + "@candidates.example\n").getBytes(StandardCharsets.UTF_8);
		assertTrue(as(recruiter, () -> imports.preview(opening, "candidates.csv", file, null, null)).isNameless());
		assertEquals("hiring.import.error.name", refusal(() -> as(recruiter, () -> imports.load(opening, "candidates.csv", file, null, null))));
		var chosen = Map.of(CandidateImportService.Field.NAME, 0, CandidateImportService.Field.EMAIL, 1);
		assertEquals(1, as(recruiter, () -> imports.preview(opening, "candidates.csv", file, null, chosen)).added());
		as(recruiter, () -> imports.load(opening, "candidates.csv", file, null, chosen));
		assertEquals("Cy Ray " + mark, as(recruiter, () -> hiring.candidates(everybody())).get(0).name());
	}

	private HiringService.CandidateSearch everybody() {
		return new HiringService.CandidateSearch(opening, null, null, null, null, null, false, 0, 50);
	}
}
