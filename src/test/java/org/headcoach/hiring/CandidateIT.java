package org.headcoach.hiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.headcoach.hiring.GroupService.Answer;
import org.headcoach.hiring.GroupService.ChangeSetting;
import org.headcoach.hiring.GroupService.RecordGroups;
import org.headcoach.hiring.HiringService.NewCandidate;
import org.headcoach.hiring.LetterService.SendLetter;
import org.headcoach.hiring.LetterService.TemplateLine;
import org.headcoach.hiring.MergeService.MergeCandidates;
import org.headcoach.notices.MailServer;
import org.headcoach.notices.NoticeSettings;
import org.headcoach.notices.NoticeState;
import org.headcoach.people.AccountRole;
import org.headcoach.shared.NotHereException;
import org.headcoach.shared.OwnTransaction;
import org.headcoach.shared.tables.DateStyle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;

/** Candidates as people: entered twice and made one again, written to, asked what they want to say of themselves, kept for so long, and brought in by files. */
class CandidateIT extends HiringCase {

	@Inject
	private MergeService merging;

	@Inject
	private LetterService letters;

	@Inject
	private GroupService groups;

	@Inject
	private NoticeSettings mail;

	@Inject
	private OwnTransaction transactions;

	private NoticeSettings.Values kept;

	@BeforeEach
	void aMailServer() {
		kept = mail.get();
		mail.set(new NoticeSettings.Values(new MailServer("127.0.0.1", 25, null, null, "Headcoach <headcoach@suite.example>", MailServer.Tls.NONE), kept.url(), List.of(), false, kept.patience()));
	}

	@AfterEach
	void theMailServerOfBefore() {
		mail.set(kept);
	}

	private long candidateOf(long candidacy) {
		return as(recruiter, () -> hiring.candidateOf(candidacy));
	}

	private long anotherOpening() {
		return as(recruiter, () -> hiring.write(new HiringService.WriteOpening(null, null, given.unique("Opening"), model, sales.team().id(), sales.manager().id(), recruiter.id(), 2, null, key())));
	}

	private long entered(long into, String name, String email, String phone) {
		return as(recruiter, () -> hiring.add(new NewCandidate(into, name, email, phone, null, null, "met at the fair", CandidateSource.LINKEDIN, "Sales Navigator", null, null, null, given.unique("ext"), false, key())));
	}

	private CandidateService.CandidatePage page(long candidate) {
		return as(recruiter, () -> candidates.candidate(candidate));
	}

	// ------------------------------------------------------------ found again

	private List<Long> found(String typed) {
		return as(recruiter, () -> hiring.candidates(new HiringService.CandidateSearch(opening, typed, null, null, null, "name", false, 0, 50))).stream().map(HiringService.CandidateRow::candidateId).toList();
	}

	@Test
	void isFoundByWhatEachWordOfTheNameOrTheAddressBeginsWith() {
		opening = anotherOpening();
		var jose = candidateOf(entered(opening, "José Núñez-Ortega", given.unique("jnunez") + "@candidates.example", null));
		var joan = candidateOf(entered(opening, "Joan Ortega", given.unique("joan") + "@private.example", null));
		assertEquals(List.of(joan, jose), found("ortega"));
		assertEquals(List.of(jose), found("NUNEZ jo"));
		assertEquals(List.of(joan), found("ort @private"));
		assertEquals(List.of(), found("rtega"));
		assertEquals(List.of(joan, jose), found("' or %"));
		assertEquals(List.of(), found("--%"));
		assertEquals(1, as(recruiter, () -> hiring.count(new HiringService.CandidateSearch(opening, "jose", null, null, null, null, false, 0, 50))));
		assertEquals(2, as(recruiter, () -> hiring.table(new HiringService.CandidateSearch(opening, "ortega", null, null, null, null, false, 0, 1))).total());
		does(recruiter, () -> candidates.change(new CandidateService.ChangeCandidate(joan, page(joan).version(), "Joan Miller", page(joan).email(), null, null, null, null, null, null, page(joan).keepUntil())));
		assertEquals(List.of(jose), found("ortega"));
		assertEquals(List.of(joan), found("miller"));
		does(recruiter, () -> merging.merge(new MergeCandidates(jose, joan)));
		assertEquals(List.of(), found("miller"));
		does(recruiter, () -> candidates.erase(jose, "asked by letter"));
		assertEquals(List.of(), found("ortega"));
		assertEquals(List.of(), em.createNativeQuery("select word_key from candidate_word where candidate_id in (" + jose + ", " + joan + ")").getResultList());
	}

	/** Words that narrow nothing are asked another way. */
	@Test
	void isFoundByWordsThatVeryManyHave() throws Exception {
		opening = anotherOpening();
		var name = given.unique("Zy").replaceAll("[^A-Za-z0-9]", "");
		transactions.run(() -> {
			for (int i = 0; i <= 1_000; i++) {
				em.persist(new Candidate(name + " " + name + "b", null, null, null, null, null, null, null, null, null, null, LocalDate.of(2099, 1, 1), Instant.parse("2030-01-01T00:00:00Z"), "Suite", given.unique("key")));
			}
			return null;
		});
		var both = candidateOf(entered(opening, name + "b " + name, null, null));
		var one = candidateOf(entered(opening, "Ann " + name, null, null));
		assertEquals(Set.of(both, one), Set.copyOf(found(name)));
		assertEquals(List.of(both), found(name + "b"));
		assertEquals(List.of(both), found(name + "b " + name));
		assertEquals(List.of(one), found("ann " + name));
	}

	// ------------------------------------------------------------ one person entered twice

	@Test
	void mergingLosesNothing() {
		var name = given.unique("Mia Twice");
		var keep = candidateOf(entered(opening, name, name.hashCode() + "@candidates.example", "+1 202 555 0101"));
		var other = anotherOpening();
		var second = entered(other, name, name.hashCode() + "@private.example", "+1 202 555 0199");
		var gone = candidateOf(second);
		assertEquals(List.of(gone), page(keep).twins().stream().map(CandidateService.TwinRow::candidateId).toList());
		handsIn(repOne, anInterview(second, repOne), 8, Recommendation.YES);
		as(recruiter, () -> candidates.addFile(gone, "cv.txt", "a life".getBytes(StandardCharsets.UTF_8)));
		as(recruiter, () -> letters.send(new SendLetter(gone, null, "Welcome", "Dear Mia", key())));
		as(manager, () -> candidates.candidate(gone));
		does(recruiter, () -> merging.merge(new MergeCandidates(keep, gone)));
		does(recruiter, () -> merging.merge(new MergeCandidates(keep, gone)));
		var page = page(keep);
		assertEquals(Set.of(opening, other), page.candidacies().stream().map(CandidateService.CandidacyRow::openingId).collect(Collectors.toSet()));
		assertEquals(1, page.files().size());
		assertEquals(List.of("Welcome"), as(recruiter, () -> letters.sent(keep)).stream().map(LetterService.SentRow::subject).toList());
		assertTrue(page.seen().stream().anyMatch(look -> look.name().equals(manager.name())));
		assertEquals(name.hashCode() + "@candidates.example", page.email());
		assertEquals("met at the fair\n" + name.hashCode() + "@private.example\n+1 202 555 0199", page.note());
		assertEquals(0.8, as(recruiter, () -> cards.debrief(second)).share(), 1e-9);
		// the second number leads to the first, and the second address is still known
		assertEquals(keep, page(gone).id());
		assertEquals("hiring.candidate.error.known", refusal(() -> entered(opening, "Somebody", name.hashCode() + "@private.example", null)));
		assertEquals(1, em.createNativeQuery("select id from audit_entry where action = 'MERGE' and subject_id = '" + keep + "'").getResultList().size());
		// forgotten, nothing leads to anybody any more
		does(recruiter, () -> candidates.erase(keep, "asked by letter"));
		assertEquals(0, ((Number) em.createNativeQuery("select count(*) from candidate where merged_into_id = " + keep + " and (email_key is not null or phone_key is not null or external_id is not null)").getSingleResult()).intValue());
		assertEquals(List.of(), em.createNativeQuery("select id from hiring_letter where candidate_id = " + keep).getResultList());
	}

	@Test
	void inTheSameOpeningTheOneWithInterviewsStays() {
		var first = aCandidate();
		var second = aCandidate();
		var keep = candidateOf(first);
		var gone = candidateOf(second);
		handsIn(repOne, anInterview(second, repOne), 6, Recommendation.YES);
		does(recruiter, () -> merging.merge(new MergeCandidates(keep, gone)));
		var places = page(keep).candidacies();
		assertEquals(List.of(second), places.stream().map(CandidateService.CandidacyRow::id).toList());
		assertEquals(2, places.get(0).moves().size());
	}

	@Test
	void doesNotLayCardsOfTwoTogether() {
		var first = aCandidate();
		var second = aCandidate();
		handsIn(repOne, anInterview(first, repOne), 6, Recommendation.YES);
		var interview = anInterview(second, repTwo);
		var pair = new MergeCandidates(candidateOf(first), candidateOf(second));
		assertEquals("hiring.merge.error.both", as(recruiter, () -> merging.page(pair.keepId(), pair.goneId())).obstacle());
		assertEquals("hiring.merge.error.both", refusal(() -> does(recruiter, () -> merging.merge(pair))));
		// what the sentence says helps
		does(recruiter, () -> interviews.cancel(interview));
		does(recruiter, () -> merging.merge(pair));
		assertEquals(List.of(first), page(pair.keepId()).candidacies().stream().map(CandidateService.CandidacyRow::id).toList());
	}

	@Test
	void mergesOnlyWhomTheReaderHiresForEverywhere() {
		var elsewhere = given.aTeamOf(1, LocalDate.of(2025, 1, 1));
		var far = as(recruiter, () -> hiring.write(new HiringService.WriteOpening(null, null, given.unique("Far"), model, elsewhere.team().id(), elsewhere.manager().id(), recruiter.id(), 1, null, key())));
		var keep = candidateOf(aCandidate());
		var gone = candidateOf(aCandidate());
		as(recruiter, () -> hiring.putInto(gone, far, CandidateSource.BOARD));
		assertEquals("hiring.merge.error.elsewhere", refusal(() -> does(manager, () -> merging.merge(new MergeCandidates(keep, gone)))));
		assertThrows(NotHereException.class, () -> does(repOne, () -> merging.merge(new MergeCandidates(keep, gone))));
		assertEquals("hiring.merge.error.same", refusal(() -> does(recruiter, () -> merging.merge(new MergeCandidates(keep, keep)))));
	}

	@Test
	void twoWhoMergeTheSamePairTheOtherWayRoundMergeItOnce() {
		var keep = candidateOf(aCandidate());
		var gone = candidateOf(aCandidate());
		var presses = List.of(together(recruiter, () -> merged(keep, gone)), together(recruiter, () -> merged(gone, keep)));
		var refused = presses.stream().filter(press -> press.handle((done, failure) -> failure != null).join()).count();
		assertTrue(refused <= 1);
		assertEquals(1, ((Number) em.createNativeQuery("select count(*) from candidate where id in (" + keep + ", " + gone + ") and merged_into_id is not null").getSingleResult()).intValue());
		assertEquals(page(keep).id(), page(gone).id());
	}

	private Void merged(long keep, long gone) {
		merging.merge(new MergeCandidates(keep, gone));
		return null;
	}

	// ------------------------------------------------------------ letters

	@Test
	void sendsALetterOnceAndKeepsWhatWasSent() {
		var candidate = candidateOf(aCandidate());
		var name = page(candidate).name();
		var template = given.unique("Invitation");
		does(recruiter, () -> letters.write(new TemplateLine(null, null, template, "Your interview with {company}", "Dear {name},\nmay we talk on {day}?\n{sender}")));
		var number = as(recruiter, () -> letters.templates()).stream().filter(line -> line.name().equals(template)).findFirst().orElseThrow().id();
		var letter = as(recruiter, () -> letters.letter(candidate, number));
		assertEquals("Dear " + name + ",\nmay we talk on {day}?\n" + recruiter.name(), letter.body());
		assertTrue(letter.sends());
		assertEquals("hiring.letter.error.blank", refusal(() -> as(recruiter, () -> letters.send(new SendLetter(candidate, number, letter.subject(), letter.body(), key())))));
		var send = new SendLetter(candidate, number, letter.subject(), letter.body().replace("{day}", "Monday"), key());
		var presses = List.of(together(recruiter, () -> letters.send(send)), together(recruiter, () -> letters.send(send)));
		assertEquals(presses.get(0).join(), presses.get(1).join());
		var sent = as(recruiter, () -> letters.sent(candidate));
		assertEquals(1, sent.size());
		assertEquals(List.of(template, recruiter.name(), NoticeState.WAITING), List.of(sent.get(0).template(), sent.get(0).by(), sent.get(0).stands().state()));
		assertTrue(as(recruiter, () -> candidates.export(candidate)).toString().contains("may we talk on Monday"));
		assertThrows(NotHereException.class, () -> as(repOne, () -> letters.sent(candidate)));
		// forgotten, it is neither kept nor sent
		does(recruiter, () -> candidates.erase(candidate, "asked by letter"));
		assertEquals(List.of("DROPPED"), em.createNativeQuery("select state from notice where notice_key = 'letter-" + sent.get(0).id() + "' and to_email is null and body_text is null").getResultList());
	}

	@Test
	void withoutAMailServerNothingIsSent() {
		mail.set(new NoticeSettings.Values(null, kept.url(), List.of(), false, Duration.ofSeconds(5)));
		var candidate = candidateOf(aCandidate());
		assertFalse(as(recruiter, () -> letters.letter(candidate, null)).sends());
		assertEquals("hiring.letter.error.no-server", refusal(() -> as(recruiter, () -> letters.send(new SendLetter(candidate, null, "Hello", "Dear Ravi", key())))));
	}

	// ------------------------------------------------------------ groups and retention

	@Test
	void whatWasRecordedIsShownBesideNobody() {
		var question = given.unique("Question");
		var word = given.unique("a-word-that-is-nowhere-else");
		does(recruiter, () -> groups.ask(question + ": " + word + ", other"));
		var candidate = candidateOf(aCandidate());
		assertEquals("hiring.groups.error.choice", refusal(() -> does(recruiter, () -> groups.record(new RecordGroups(candidate, List.of(new Answer(question, "something else")))))));
		does(recruiter, () -> groups.record(new RecordGroups(candidate, List.of(new Answer(question, word)))));
		var shown = page(candidate) + as(recruiter, () -> candidates.export(candidate)).toString() + as(recruiter, () -> hiring.candidates(new HiringService.CandidateSearch(opening, null, null, null, null, null, false, 0, 50)));
		assertFalse(shown.contains(word));
		assertTrue(as(recruiter, () -> candidates.export(candidate)).toString().contains(question));
		var page = as(recruiter, () -> groups.groups(candidate));
		assertNull(page.coverage().stream().filter(line -> line.dimension().equals(question)).findFirst().orElseThrow().recorded());
		assertEquals(List.of(), em.createNativeQuery("select id from audit_entry where subject_id = '" + candidate + "' and (before_text like '%" + word + "%' or after_text like '%" + word + "%')").getResultList());
		// said anew it is replaced, and taken back it is gone
		does(recruiter, () -> groups.record(new RecordGroups(candidate, List.of(new Answer(question, "other")))));
		assertEquals(List.of("other"), em.createNativeQuery("select group_name from candidate_group where candidate_id = " + candidate).getResultList());
		does(recruiter, () -> groups.record(new RecordGroups(candidate, List.of(new Answer(question, null)))));
		assertEquals(List.of(), em.createNativeQuery("select group_name from candidate_group where candidate_id = " + candidate).getResultList());
		does(recruiter, () -> groups.ask(""));
	}

	@Test
	void recordsGroupsByRecruiterOrLeaderOnly() {
		var candidate = candidateOf(aCandidate());
		assertEquals(candidate, as(director(), () -> groups.groups(candidate)).candidateId());
		assertThrows(NotHereException.class, () -> as(manager, () -> groups.groups(candidate)));
		assertThrows(NotHereException.class, () -> as(given.actor(AccountRole.ADMINISTRATOR, null), () -> groups.groups(null)));
		assertThrows(NotHereException.class, () -> as(director(), () -> {
			groups.ask("Question: a, b");
			return null;
		}));
		assertEquals("hiring.groups.error.line", refusal(() -> does(recruiter, () -> groups.ask("Gender"))));
	}

	@Test
	void keepsCandidatesAsLongAsTheSettingSays() {
		var before = as(recruiter, () -> groups.groups(null));
		var old = candidateOf(aCandidate());
		var until = page(old).keepUntil();
		as(recruiter, () -> groups.change(new ChangeSetting(before.version(), 6, before.remindHours(), false)));
		assertThrows(OptimisticLockException.class, () -> as(recruiter, () -> groups.change(new ChangeSetting(before.version(), 7, before.remindHours(), false))));
		assertEquals(until, page(old).keepUntil());
		assertEquals(LocalDate.of(2027, 5, 20), page(candidateOf(aCandidate())).keepUntil());
		assertTrue(as(recruiter, () -> groups.change(new ChangeSetting(before.version() + 1, 6, before.remindHours(), true))) >= 1);
		assertEquals(LocalDate.of(2027, 5, 20), page(old).keepUntil());
		assertEquals("hiring.setting.error.months", refusal(() -> as(recruiter, () -> groups.change(new ChangeSetting(before.version() + 1, 0, 4, false)))));
		as(recruiter, () -> groups.change(new ChangeSetting(before.version() + 1, before.keepMonths(), before.remindHours(), false)));
	}

	// ------------------------------------------------------------ files

	private byte[] file(String... days) {
		var text = new StringBuilder("Candidate Name,Candidate Email,Application Date\n");
		for (var day : days) {
			text.append(given.unique("Ann")).append(",,").append(day).append('\n');
		}
		return text.toString().getBytes(StandardCharsets.UTF_8);
	}

	private List<LocalDate> applied(byte[] file, DateStyle said) {
		as(recruiter, () -> imports.load(opening, "candidates.csv", file, said, null));
		return as(recruiter, () -> hiring.candidates(new HiringService.CandidateSearch(opening, null, null, null, null, "applied", false, 0, 50))).stream().map(HiringService.CandidateRow::appliedOn).toList();
	}

	@Test
	void findsOutHowTheDaysOfAFileAreMeant() {
		assertEquals(List.of(LocalDate.of(2026, 2, 3), LocalDate.of(2026, 10, 31)), applied(file("3.2.2026", "31.10.2026 08:15"), null));
		opening = anotherOpening();
		assertEquals(List.of(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 10, 31)), applied(file("3/2/2026", "10/31/2026"), null));
		opening = anotherOpening();
		assertEquals(List.of(LocalDate.of(2026, 2, 3), LocalDate.of(2026, 10, 31)), applied(file("3 Feb 2026", "2026-10-31"), null));
	}

	@Test
	void asksHowDaysAreMeantThatCanBeReadBothWays() {
		var file = file("03/02/2026", "04/05/2026");
		var page = as(recruiter, () -> imports.preview(opening, "candidates.csv", file, null, null));
		assertTrue(page.isAsking());
		assertEquals("03/02/2026", page.example());
		assertEquals("hiring.import.error.days", refusal(() -> applied(file, null)));
		assertEquals(List.of(LocalDate.of(2026, 2, 3), LocalDate.of(2026, 5, 4)), applied(file, DateStyle.EUROPEAN));
		opening = anotherOpening();
		assertEquals(List.of(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 4, 5)), applied(file("03/02/2026", "04/05/2026"), DateStyle.US));
	}

	@Test
	void refusesLinesWhoseDayIsNone() {
		var page = as(recruiter, () -> imports.preview(opening, "candidates.csv", file("31.10.2026", "31.11.2025", "soon", "1.12.2026"), null, null));
		assertEquals(List.of(1L, 3L), List.of(page.added(), page.rejected()));
		assertEquals(Set.of("hiring.import.problem.day"), page.lines().stream().map(CandidateImportService.LineRow::problem).filter(Objects::nonNull).collect(Collectors.toSet()));
	}
}
