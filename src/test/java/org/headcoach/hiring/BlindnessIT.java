package org.headcoach.hiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.headcoach.hiring.api.HiringResource;
import org.headcoach.pipeline.SqlSeen;
import org.headcoach.people.Account;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;
import jakarta.json.bind.JsonbBuilder;

/**
 * Whoever owes a card learns nothing of the others' by looking closely: the answers are the same letter for letter, and the same questions are asked of the database, whether the others' cards are in or not, and whatever stands in
 * them. So there is nothing that could take longer, or be longer.
 */
class BlindnessIT extends HiringCase {

	@Inject
	private HiringResource rest;

	/** What an interviewer can open of a candidate whose card is owed. */
	private Map<String, Supplier<Object>> pages(long candidacy, long candidate, long interview, long seat) {
		var pages = new LinkedHashMap<String, Supplier<Object>>();
		pages.put("interviews", () -> cards.myInterviews());
		pages.put("card", () -> cards.card(seat));
		pages.put("card of the interview", () -> cards.cardOfInterview(interview));
		pages.put("debrief", () -> cards.debrief(candidacy));
		pages.put("candidate", () -> candidates.candidate(candidate));
		pages.put("appointment", () -> interviews.appointment(interview));
		pages.put("REST card", () -> rest.card(seat));
		pages.put("REST debrief", () -> rest.debrief(candidacy));
		return pages;
	}

	/** What who hires can open besides; how many cards are in is said there, so these are compared with cards that are in. */
	private Map<String, Supplier<Object>> pagesOfWhoHires(long candidacy, long candidate) {
		var pages = new LinkedHashMap<String, Supplier<Object>>();
		pages.put("comparison", () -> cards.compare(opening, List.of(candidacy)));
		pages.put("plan", () -> interviews.plan(candidacy));
		pages.put("export", () -> candidates.export(candidate));
		pages.put("board", () -> hiring.board(opening));
		pages.put("table", () -> hiring.candidates(new HiringService.CandidateSearch(opening, null, null, null, null, null, false, 0, 50)));
		return pages;
	}

	/** What each answers, to the letter, and what it asks of the database. */
	private Map<String, List<String>> looks(Account reader, Map<String, Supplier<Object>> pages) {
		var found = new LinkedHashMap<String, List<String>>();
		pages.forEach((name, page) -> {
			try (var sql = new SqlSeen(); var json = JsonbBuilder.create()) {
				var answer = json.toJson(as(reader, page::get));
				var lines = new ArrayList<>(List.of(answer));
				// the company is kept for a while, whoever asks
				lines.addAll(sql.reading().stream().filter(line -> !line.contains(" from company")).map(line -> line.replaceAll("\\d+", "#")).toList());
				assertTrue(lines.size() > 1, name + " asks nothing");
				found.put(name, lines);
			} catch (Exception e) {
				throw new IllegalStateException(e);
			}
		});
		return found;
	}

	@Test
	void everyAnswerIsTheSameWhetherOtherCardsAreInOrNot() {
		var candidacy = aCandidate();
		var candidate = as(recruiter, () -> hiring.candidateOf(candidacy));
		var interview = anInterview(candidacy, repOne, repTwo);
		var own = seat(repTwo, interview);
		var others = seat(repOne, interview);
		var pages = pages(candidacy, candidate, interview, own);
		// the first look is written down, the second is no news
		looks(repTwo, pages);
		var nothingIn = looks(repTwo, pages);
		fills(repOne, others, 2, Recommendation.DEFINITELY_NOT);
		assertEquals(nothingIn, looks(repTwo, pages));
		does(repOne, () -> cards.submit(others));
		assertEquals(nothingIn, looks(repTwo, pages));
		corrects(others);
		assertEquals(nothingIn, looks(repTwo, pages));
		// it is blindness that makes them alike, and not a page that never changes
		fills(repTwo, own, 7, Recommendation.YES);
		does(repTwo, () -> cards.submit(own));
		assertTrue(looks(repTwo, pages).get("debrief").get(0).contains("weaker than the first talk"));
	}

	private void corrects(long seat) {
		var item = as(repOne, () -> cards.card(seat)).items().get(1);
		does(repOne, () -> cards.correct(seat, new ScorecardService.Correct(item.id(), 1, 10, false, null, "weaker than the first talk")));
		does(repOne, () -> cards.correct(seat, new ScorecardService.Correct(null, null, null, false, Recommendation.STRONG_YES, "all in all")));
	}

	@Test
	void whoHiresAndOwesACardLearnsNothingOfWhatStandsInOthers() {
		var candidacy = aCandidate();
		var candidate = as(recruiter, () -> hiring.candidateOf(candidacy));
		var interview = anInterview(candidacy, repOne, manager);
		handsIn(repOne, interview, 2, Recommendation.DEFINITELY_NOT);
		var pages = pagesOfWhoHires(candidacy, candidate);
		looks(manager, pages);
		var low = looks(manager, pages);
		corrects(seat(repOne, interview));
		assertEquals(low, looks(manager, pages));
		assertFalse(as(manager, () -> interviews.plan(candidacy)).interviews().get(0).seats().stream().anyMatch(InterviewService.SeatRow::in));
	}

	@Test
	void theLogSaysThatACardCameInAndWasCorrectedAndNothingOfWhatStandsInIt() {
		var interview = anInterview(aCandidate(), repOne, repTwo);
		handsIn(repOne, interview, 2, Recommendation.DEFINITELY_NOT);
		corrects(seat(repOne, interview));
		var card = as(repOne, () -> cards.cardOfInterview(interview)).cardId();
		List<?> lines = em.createNativeQuery("select action, before_text, after_text from audit_entry where subject_type = 'Scorecard' and subject_id = '" + card + "' order by id").getResultList();
		assertEquals(List.of("SUBMIT", "CORRECT", "CORRECT"), lines.stream().map(line -> ((Object[]) line)[0]).toList());
		var said = lines.stream().map(line -> ((Object[]) line)[1] + " " + ((Object[]) line)[2]).toList();
		assertTrue(said.stream().allMatch(line -> line.startsWith("null ")), said.toString());
		for (var told : List.of("STRONG_YES", "DEFINITELY_NOT", "\"2\"", "\"10\"", "weaker", "all in all")) {
			assertFalse(said.toString().contains(told), told + " in " + said);
		}
	}

	@Test
	void whoOwesACardInOneOpeningIsBlindInTheOthersOfThatCandidate() {
		var first = aCandidate();
		var candidate = as(recruiter, () -> hiring.candidateOf(first));
		var other = as(recruiter, () -> hiring.write(new HiringService.WriteOpening(null, null, given.unique("Other opening"), model, sales.team().id(), sales.manager().id(), recruiter.id(), 1, null, key())));
		var second = as(recruiter, () -> hiring.putInto(candidate, other, CandidateSource.REFERRAL));
		handsIn(repOne, anInterview(first, repOne), 2, Recommendation.DEFINITELY_NOT);
		does(recruiter, () -> hiring.decide(first, CandidacyState.REJECTED, "weak in everything"));
		var owed = anInterview(second, manager);
		assertTrue(as(manager, () -> cards.debrief(first)).blind());
		assertTrue(as(manager, () -> rest.debrief(first)).blind());
		assertTrue(as(manager, () -> cards.compare(opening, List.of(first))).lines().get(0).hidden());
		assertFalse((as(manager, () -> candidates.candidate(candidate)).toString() + as(manager, () -> candidates.export(candidate))).contains("weak in everything"));
		assertFalse(as(manager, () -> candidates.export(candidate)).toString().contains("saw it"));
		assertEquals("hiring.interview.error.own-seat", refusal(() -> does(manager, () -> interviews.cancel(owed))));
		handsIn(manager, owed, 7, Recommendation.YES);
		assertFalse(as(manager, () -> cards.debrief(first)).blind());
	}
}
