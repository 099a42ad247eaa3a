package org.headcoach.compensation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.headcoach.compensation.engine.Modifier;
import org.headcoach.compensation.engine.PlanTerms;
import org.headcoach.people.AccountRole;
import org.headcoach.people.Actor;
import org.headcoach.people.Role;
import org.headcoach.people.Salesperson;
import org.headcoach.shared.BusinessException;
import org.headcoach.training.CertificationPage;
import org.headcoach.training.CertificationService;
import org.headcoach.training.CertificationVersion;
import org.headcoach.training.ReadinessService;
import org.headcoach.training.engine.ResultRule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

/** Plans that pay by what somebody has earned in training. Two reps win a deal of 500 a month in October; it is paid twice. */
class PayGateIT extends PayCase {

	private static final BigDecimal HALF = new BigDecimal("0.5");

	@Inject
	private CertificationService certifications;

	@Inject
	private ReadinessService readiness;

	private Actor trainer;

	@BeforeEach
	void twoDeals() {
		clearTraining();
		var account = given.anAccount(AccountRole.TRAINER, null);
		trainer = new Actor(account.id(), account.name(), AccountRole.TRAINER, null, null);
		won("a", sales.rep(0), "2026-10-14", "500");
		won("b", sales.rep(1), "2026-10-15", "500");
	}

	@AfterEach
	void clearTraining() {
		for (var table : List.of("path_stop", "path_version", "certificate", "assessment_score", "assessment_card", "assessment", "certification_criterion", "certification_behaviour", "certification_version",
				"certification")) {
			run("delete from " + table);
		}
	}

	private void on(String day) {
		clock.set(Clock.fixed(LocalDate.parse(day).atTime(15, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC));
	}

	private long published(String title) {
		return given.as(trainer, () -> certifications.publish(new CertificationService.WriteCertification(null, null, title, CertificationVersion.Level.BASE, null, "A call.", 30, ResultRule.MEAN,
				new BigDecimal("7"), null, 1, 12, 30, List.of(new CertificationPage.Behaviour("Asks", "No", "Some", "Well", "Best")), List.of(), UUID.randomUUID().toString())));
	}

	/** A role play of that day, scored today. */
	private String earned(long certification, Salesperson person, String day) {
		return given.as(trainer, () -> {
			var id = certifications.appoint(new CertificationService.Appoint(certification, person.id(), LocalDate.parse(day).atTime(9, 0), null, Set.of("account-" + trainer.accountId()),
					UUID.randomUUID().toString()));
			certifications.handIn(new CertificationService.WriteCard(id, List.of(new CertificationService.WriteScore(10, null)), Set.of(), null, null));
			return certifications.assessment(id).certificate().number();
		});
	}

	private PlanTerms paidBy(Modifier gate) {
		var plain = hunting(given.unique("Gate"));
		return PlanTerms.of(plain.name(), USD, plain.components().get(0).modified(gate));
	}

	private List<StatementPage.Unheld> unheld(Salesperson person) {
		return asAdmin(() -> given.as(given.actor(AccountRole.REP, person), () -> pay.statement(person.id(), OCTOBER))).unheld();
	}

	@Inject
	private PayService pay;

	@Test
	void whoLacksTheCertificateIsPaidNothingAndToldWhy() {
		var certification = published("Discovery");
		earned(certification, sales.rep(0), "2026-10-30");
		onPlan(paidBy(Modifier.certified(certification, BigDecimal.ZERO)), "2026-10-01", Map.of(), sales.rep(0), sales.rep(1));
		asAdmin(() -> payroll.compute());
		assertEquals("1000", pay(sales.rep(0), OCTOBER));
		assertEquals(List.of(), unheld(sales.rep(0)));
		assertEquals(List.of(new StatementPage.Unheld("New MRR", Modifier.certification(certification), 1, BigDecimal.ZERO)), unheld(sales.rep(1)));
		aSecondRunPostsNothing();
	}

	@Test
	void aCardThatComesLateForAnEarlierDayPaysAndATakenBackCertificateTakesNothingOfMonthsBefore() {
		var certification = published("Discovery");
		var number = earned(certification, sales.rep(0), "2026-10-31");
		onPlan(paidBy(Modifier.certified(certification, HALF)), "2026-10-01", Map.of(), sales.rep(0), sales.rep(1));
		asAdmin(() -> payroll.compute());
		assertEquals("1000", pay(sales.rep(0), OCTOBER));
		assertEquals("500", pay(sales.rep(1), OCTOBER));

		earned(certification, sales.rep(1), "2026-10-31");
		given.as(trainer, () -> certifications.revoke(number, "The wrong person was scored"));
		assertTrue(read("select person_id from pay_due").contains(sales.rep(1).id().toString()), "whoever has earned something is computed again");
		won("c", sales.rep(0), "2026-11-03", "100");
		asAdmin(() -> payroll.compute());
		assertEquals("1000", pay(sales.rep(1), OCTOBER));
		assertEquals("1000", pay(sales.rep(0), OCTOBER), "it held on the last day of October");
		assertEquals("100", pay(sales.rep(0), NOVEMBER), "half of 200 from November on");
		aSecondRunPostsNothing();
	}

	@Test
	void whatThePathAsksForFromLaterOnChangesNoMonthBefore() {
		on("2026-10-01");
		var first = published("Overview");
		var second = published("Discovery");
		given.as(trainer, () -> readiness.writePath(Role.REP, List.of(new ReadinessService.WriteStep(first, 1, true))));
		on("2026-11-10");
		earned(first, sales.rep(0), "2026-10-20");
		given.as(trainer, () -> readiness.writePath(Role.REP, List.of(new ReadinessService.WriteStep(first, 1, true), new ReadinessService.WriteStep(second, 2, true))));
		on("2026-11-16");
		won("d", sales.rep(0), "2026-11-12", "100");
		onPlan(paidBy(Modifier.sellsAlone(BigDecimal.ZERO, BigDecimal.ONE)), "2026-10-01", Map.of(), sales.rep(0), sales.rep(1));
		asAdmin(() -> payroll.compute());
		assertEquals("1000", pay(sales.rep(0), OCTOBER));
		assertEquals(List.of(1), unheld(sales.rep(1)).stream().map(StatementPage.Unheld::missing).toList());
		assertTrue(List.of("0").contains(pay(sales.rep(0), NOVEMBER)) || pay(sales.rep(0), NOVEMBER) == null, "in November the second one is missing");
		aSecondRunPostsNothing();
	}

	@Test
	void aGateThatNobodyCanPassIsNotPublished() {
		var certification = published("Discovery");
		given.as(trainer, () -> certifications.retire(certification, true));
		assertEquals("compensation.problem.retired-certification", refusal(Modifier.certified(certification, BigDecimal.ZERO)));
		assertEquals("compensation.problem.no-certification", refusal(Modifier.certified(1, BigDecimal.ZERO)));
		assertEquals("compensation.problem.no-certification", refusal(Modifier.held("CERTIFICATION:first", BigDecimal.ZERO, BigDecimal.ONE)));
		given.as(trainer, () -> certifications.retire(certification, false));
		onPlan(paidBy(Modifier.certified(certification, BigDecimal.ZERO)), "2026-10-01", Map.of(), sales.rep(0));
		assertEquals(List.of("1"), read("select count(*) from plan_version where status = 'PUBLISHED'"));
	}

	private String refusal(Modifier gate) {
		return assertThrows(BusinessException.class, () -> onPlan(paidBy(gate), "2026-10-01", Map.of(), sales.rep(0))).key();
	}
}
