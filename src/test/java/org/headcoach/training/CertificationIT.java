package org.headcoach.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.headcoach.people.AccountRole;
import org.headcoach.people.Actor;
import org.headcoach.people.Role;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.NotHereException;
import org.headcoach.training.engine.Validity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Role plays from the appointment to the certificate: who may score, what stays hidden, what is kept. */
class CertificationIT extends CertificationCase {

	private static void refused(String key, Executable work) {
		assertEquals(key, assertThrows(BusinessException.class, work).key());
	}

	@Test
	void t1NeitherThePersonNorAnybodyAboveIsAppointedToScore() {
		var certification = published("Discovery");
		refused("training.cert.error.conflict.SELF", () -> appointed(certification, sales.rep(0), key(sales.rep(0))));
		refused("training.cert.error.conflict.ABOVE", () -> appointed(certification, sales.rep(0), key(sales.manager())));
		refused("training.cert.error.conflict.ABOVE", () -> appointed(certification, sales.rep(0), outsider(), key(sales.director())));
		assertEquals(0, count("assessment"));
		appointed(certification, sales.rep(0), key(sales.rep(1)));
		assertEquals(1, count("assessment"));
	}

	@Test
	void t1WhoWasMovedAboveThePersonMeanwhileHandsNothingIn() {
		var assessment = appointed(published("Discovery"), sales.rep(0), key(sales.rep(1)));
		run("update position_held set superior_id = " + sales.rep(1).id() + " where person_id = " + sales.rep(0).id());
		refused("training.cert.error.conflict.ABOVE", () -> handIn(as(sales.rep(1)), assessment, 10, 10));
	}

	@Test
	void t2TheCardTakesNoScoreThatTheRubricDoesNotHave() {
		var assessment = appointed(published("Discovery"), sales.rep(0), outsider());
		refused("training.cert.error.score", () -> handIn(trainer, assessment, 6, 10));
		refused("training.cert.error.missing", () -> handIn(trainer, assessment, 10, null));
	}

	@Test
	void t3WithoutTheBuyersConfirmationNobodyPasses() {
		var certification = published("Discovery", MAILED, CONFIRMED);
		var assessment = appointed(certification, sales.rep(0), outsider());
		given.as(trainer, () -> certifications.handIn(card(assessment, Set.of(0), 10, 10)));
		var page = given.as(trainer, () -> certifications.assessment(assessment));
		assertFalse(page.result().verified());
		assertFalse(page.result().passed());
		assertEquals(List.of(1), page.result().unmet());
		assertNull(page.certificate());
	}

	@Test
	void cardsAreBlindUntilAllAreIn() {
		var assessment = appointed(published("Discovery"), sales.rep(0), outsider(), key(sales.rep(1)));
		handIn(as(sales.rep(1)), assessment, 10, 5);
		for (var reader : List.of(trainer, as(sales.rep(0)), manager())) {
			var page = given.as(reader, () -> certifications.assessment(assessment));
			assertEquals(1, page.handedIn());
			assertTrue(page.cards().stream().allMatch(card -> card.scores().isEmpty() && card.praise() == null && card.met().isEmpty()));
			assertNull(page.result());
		}
		assertEquals(2, given.as(as(sales.rep(1)), () -> certifications.assessment(assessment)).own().scores().size(), "one's own stays readable");

		handIn(trainer, assessment, 7, 7);
		var open = given.as(as(sales.rep(0)), () -> certifications.assessment(assessment));
		assertTrue(open.cards().stream().allMatch(card -> card.scores().size() == 2));
		assertEquals(new BigDecimal("7.25"), open.result().score());
		assertEquals(2, open.agreement().n());
		assertEquals(0.0, open.agreement().same());
		assertNull(open.agreement().alpha());
	}

	@Test
	void theSameCardTwiceCountsOnceAndAnotherIsRefused() {
		var assessment = appointed(published("Discovery"), sales.rep(0), outsider());
		handIn(trainer, assessment, 10, 7);
		handIn(trainer, assessment, 10, 7);
		refused("training.cert.error.not-planned", () -> handIn(trainer, assessment, 10, 10));
		assertEquals(1, count("certificate"));
		assertEquals(2, count("assessment_score"));
	}

	@Test
	void aCardIsKeptHalfDoneAndNobodyElseWritesIt() {
		var assessment = appointed(published("Discovery"), sales.rep(0), outsider());
		given.as(trainer, () -> certifications.keep(card(assessment, Set.of(), null, 5)));
		var own = given.as(trainer, () -> certifications.assessment(assessment)).own();
		assertNull(own.at(0));
		assertEquals(5, own.at(1).points());
		assertThrows(NotHereException.class, () -> given.as(as(sales.rep(1)), () -> certifications.keep(card(assessment, Set.of(), 10, 10))));
		assertThrows(NotHereException.class, () -> given.as(as(sales.rep(0)), () -> certifications.handIn(card(assessment, Set.of(), 10, 10))));
	}

	@Test
	void anAppointmentKeepsTheRubricThatWasReadBefore() {
		var certification = published("Discovery");
		var assessment = appointed(certification, sales.rep(0), outsider());
		var again = wanted("Discovery");
		given.as(trainer, () -> certifications.publish(new CertificationService.WriteCertification(certification, 1, "Discovery anew", again.level(), null, again.scenario(), 30, again.rule(),
				BigDecimal.TEN, null, 1, 12, 30, behaviours(3), List.of(), key())));
		handIn(trainer, assessment, 7, 7);
		var page = given.as(as(sales.rep(0)), () -> certifications.assessment(assessment));
		assertEquals("Discovery", page.rubric().title());
		assertEquals(2, page.rubric().behaviours().size());
		assertTrue(page.result().passed());
		assertEquals(List.of(2, 1), page.rubric().versions().stream().map(CertificationPage.VersionLine::no).toList());
		refused("training.cert.error.published-meanwhile", () -> given.as(trainer, () -> certifications.publish(new CertificationService.WriteCertification(certification, 1, "Lost", again.level(), null,
				again.scenario(), 30, again.rule(), BigDecimal.TEN, null, 1, 12, 30, behaviours(3), List.of(), key()))));
	}

	@Test
	void aFormSentTwiceMakesOneCertificationAndOneAppointment() {
		var form = wanted("Discovery");
		var first = given.as(trainer, () -> certifications.publish(form));
		assertEquals(first, given.as(trainer, () -> certifications.publish(form)));
		var appoint = new CertificationService.Appoint(first, sales.rep(0).id(), TODAY.atTime(9, 0), null, Set.of(outsider()), key());
		assertEquals(given.as(trainer, () -> certifications.appoint(appoint)), given.as(trainer, () -> certifications.appoint(appoint)));
		assertEquals(1, count("certification"));
		assertEquals(1, count("assessment"));
	}

	@Test
	void aRenewalInItsTimeGoesOnFromTheOldEndAndTheOldOneStays() {
		var certification = published("Discovery");
		var old = earned(certification, sales.rep(0));
		assertEquals(LocalDate.of(2027, 11, 15), given.as(trainer, () -> certifications.certificate(old)).lastDay());
		at(LocalDate.of(2027, 11, 1));
		assertEquals(Validity.State.EXPIRING, given.as(trainer, () -> certifications.certificate(old)).state());
		assertEquals(List.of("Discovery"), given.as(trainer, () -> certifications.desk()).expiring().stream().map(DeskPage.Expiring::title).toList());
		var renewed = earned(certification, sales.rep(0));
		assertEquals(LocalDate.of(2028, 11, 15), given.as(trainer, () -> certifications.certificate(renewed)).lastDay());
		assertEquals(List.of(), given.as(trainer, () -> certifications.desk()).expiring());
		assertEquals(2, count("certificate"));
	}

	@Test
	void aRenewalAsksForLessWhereTheCertificationSaysSoAndAFirstTimeForAll() {
		var asked = List.of(new CertificationPage.Behaviour("Asks", "No", "Some", "Well", "Best"), new CertificationPage.Behaviour("Digs", "No", "Some", "Well", "Best", false),
				new CertificationPage.Behaviour("Sums up", "No", "Some", "Well", "Best"));
		var form = wanted("Discovery");
		var certification = given.as(trainer, () -> certifications.publish(new CertificationService.WriteCertification(null, null, "Discovery", form.level(), null, form.scenario(), 30, form.rule(), form.passMark(),
				null, 1, 12, 30, 15, asked, List.of(), key())));
		var first = appointed(certification, sales.rep(0), outsider());
		refused("training.cert.error.missing", () -> handIn(trainer, first, 10, 7));
		handIn(trainer, first, 10, 7, 7);
		at(LocalDate.of(2027, 11, 1));
		var renewal = appointed(certification, sales.rep(0), outsider());
		var page = given.as(trainer, () -> certifications.assessment(renewal));
		assertTrue(page.renewal());
		assertEquals(List.of("Asks", "Sums up"), page.rubric().behaviours().stream().map(CertificationPage.Behaviour::name).toList());
		assertEquals(15, page.rubric().minutes());
		assertEquals(new MyCertifications.Takes(2, 15), given.as(as(sales.rep(0)), () -> certifications.mine()).takes(certification));
		given.as(trainer, () -> certifications.keep(card(renewal, Set.of(), null, 7)));
		assertEquals(7, given.as(trainer, () -> certifications.assessment(renewal)).own().at(1).points());
		handIn(trainer, renewal, 10, 5);
		handIn(trainer, renewal, 10, 5);
		var result = given.as(trainer, () -> certifications.assessment(renewal));
		assertEquals(new BigDecimal("7.50"), result.result().score());
		assertEquals(LocalDate.of(2028, 11, 15), given.as(trainer, () -> certifications.certificate(result.certificate().number())).lastDay());
		assertFalse(given.as(trainer, () -> certifications.assessment(appointed(certification, sales.rep(1), outsider()))).renewal());
		assertEquals(List.of(0, 2), ordinals(renewal), "scores keep their places in the whole rubric");
		refused("training-matters.error.renewal-empty", () -> given.as(trainer, () -> certifications.publish(new CertificationService.WriteCertification(null, null, "None", form.level(), null, form.scenario(), 30,
				form.rule(), form.passMark(), null, 1, 12, 30, 15, List.of(asked.get(1)), List.of(), key()))));
	}

	private List<Integer> ordinals(long assessment) {
		var found = new java.util.ArrayList<Integer>();
		for (int i = 0; i < 3; i++) {
			if (count("assessment_score s join assessment_card k on k.id = s.card_id where k.assessment_id = " + assessment + " and s.ordinal = " + i) > 0) {
				found.add(i);
			}
		}
		return found;
	}

	@Test
	void aRevokedCertificateSaysSoToStrangersAndTellsThemNothingElse() {
		var number = earned(published("Discovery"), sales.rep(0));
		var before = given.as(Actor.NOBODY, () -> certifications.shown(number));
		assertEquals(Validity.State.VALID, before.state());
		assertThrows(NotHereException.class, () -> given.as(manager(), () -> certifications.revoke(number, "Not allowed")));
		given.as(trainer, () -> certifications.revoke(number, "Scored the wrong person"));
		var shown = given.as(Actor.NOBODY, () -> certifications.shown(number));
		assertEquals(Validity.State.REVOKED, shown.state());
		assertEquals(TODAY, shown.revokedOn());
		assertFalse(shown.toString().contains("wrong person"), "the reason is not printed");
		assertFalse(shown.toString().contains("7.5"), "nor the score");
		assertThrows(NotHereException.class, () -> given.as(Actor.NOBODY, () -> certifications.shown("AAAAAAAAAAAAAAAAAAAAAA")));
	}

	@Test
	void whoGuessesAnIdFindsNothing() {
		var certification = published("Discovery");
		var number = earned(certification, sales.rep(0));
		var assessment = appointed(certification, sales.rep(1), outsider());
		var others = given.aTeamOf(1, LocalDate.of(2025, 1, 1));
		var strangers = new LinkedHashMap<String, Actor>();
		strangers.put("rep beside", as(sales.rep(2)));
		strangers.put("manager of another team", given.actor(AccountRole.MANAGER, others.manager()));
		strangers.put("director of others", given.actor(AccountRole.DIRECTOR, others.director()));
		strangers.put("nobody", Actor.NOBODY);
		strangers.forEach((who, actor) -> {
			for (Executable look : List.<Executable>of(() -> certifications.assessment(assessment), () -> certifications.certificate(number), () -> certifications.callOff(assessment, "No"),
					() -> certifications.handIn(card(assessment, Set.of(), 10, 10)), () -> certifications.revoke(number, "No"), () -> certifications.publish(wanted("Mine")),
					() -> certifications.desk(), () -> readiness.path(Role.REP), () -> readiness.writePath(Role.REP, List.of()))) {
				assertThrows(NotHereException.class, () -> given.as(actor, () -> {
					try {
						look.execute();
					} catch (RuntimeException e) {
						throw e;
					} catch (Throwable e) {
						throw new AssertionError(e);
					}
				}), who);
			}
		});
		for (var reader : List.of(as(sales.rep(0)), manager(), given.actor(AccountRole.DIRECTOR, sales.director()), given.actor(AccountRole.EXECUTIVE, sales.vp()), trainer)) {
			assertNotNull(given.as(reader, () -> certifications.certificate(number)));
		}
		assertThrows(NotHereException.class, () -> given.as(manager(), () -> certifications.assessment(-1)));
	}

	@Test
	void thePathOfANewHireOpensTheGateAndAnExpiredCertificateClosesIt() {
		var first = published("Overview");
		var second = published("Discovery");
		given.as(trainer, () -> readiness.writePath(Role.REP, List.of(new ReadinessService.WriteStep(first, 1, true), new ReadinessService.WriteStep(second, 2, true))));
		var rep = sales.rep(0);
		var me = as(rep);
		assertEquals(first, given.as(me, () -> certifications.mine()).path().next().step().certificationId());
		earned(first, rep);
		assertEquals(List.of("Discovery"), given.as(me, () -> readiness.readiness(List.of(rep.id()), TODAY)).get(rep.id()).missing());
		earned(second, rep);
		assertTrue(given.as(manager(), () -> readiness.readiness(List.of(rep.id()), TODAY)).get(rep.id()).ready());
		assertFalse(given.as(manager(), () -> readiness.readiness(List.of(rep.id()), TODAY.minusDays(1))).get(rep.id()).ready(), "the day before nothing was earned");
		assertFalse(given.as(manager(), () -> readiness.readiness(List.of(rep.id()), LocalDate.of(2027, 11, 16))).get(rep.id()).ready(), "expired by then");
		assertEquals(Map.of(), given.as(as(sales.rep(1)), () -> readiness.readiness(List.of(rep.id()), TODAY)), "not theirs to see");

		var matrix = given.as(manager(), () -> readiness.matrix(sales.team().id()));
		assertEquals(List.of("Overview", "Discovery"), matrix.columns().stream().map(ReadinessPage.Column::title).toList());
		assertEquals(List.of(1, 1), matrix.columns().stream().map(ReadinessPage.Column::held).toList());
		assertEquals(4, matrix.lines().size());
		assertEquals(1, matrix.lines().stream().filter(line -> Boolean.TRUE.equals(line.ready())).count());
		assertEquals(0, given.as(given.actor(AccountRole.MANAGER, given.aTeamOf(1, TODAY).manager()), () -> readiness.matrix(sales.team().id())).lines().size());
	}

	@Test
	void aRolePlayIsCalledOffWithAReasonAndStays() {
		var certification = published("Discovery");
		var assessment = appointed(certification, sales.rep(0), outsider());
		refused("training.cert.error.planned", () -> appointed(certification, sales.rep(0), outsider()));
		given.as(trainer, () -> certifications.callOff(assessment, "Ill"));
		assertEquals("Ill", given.as(trainer, () -> certifications.assessment(assessment)).calledOffWhy());
		refused("training.cert.error.not-planned", () -> handIn(trainer, assessment, 10, 10));
		appointed(certification, sales.rep(0), outsider());
		assertEquals(2, count("assessment"));
	}

	@Test
	void nobodyScoresARolePlayThatIsStillToCome() {
		var assessment = appointed(published("Discovery"), sales.rep(0), TODAY.plusDays(1).atTime(9, 0), outsider());
		refused("training.cert.error.too-early", () -> handIn(trainer, assessment, 10, 10));
	}
}
