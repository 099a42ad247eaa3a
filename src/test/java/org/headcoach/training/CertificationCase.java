package org.headcoach.training;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import javax.sql.DataSource;

import org.headcoach.InContainer;
import org.headcoach.people.AccountRole;
import org.headcoach.people.Actor;
import org.headcoach.people.Salesperson;
import org.headcoach.shared.BusinessClock;
import org.headcoach.suite.Fixtures.Sales;
import org.headcoach.training.engine.Evidence;
import org.headcoach.training.engine.ExitCriteria.Criterion;
import org.headcoach.training.engine.ResultRule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;

/** A test of certifications begins without any, with a team of four since September and a trainer from outside, on Monday 16 November 2026 at noon in New York. */
abstract class CertificationCase extends InContainer {

	static final LocalDate TODAY = LocalDate.of(2026, 11, 16);

	@Inject
	CertificationService certifications;

	@Inject
	ReadinessService readiness;

	@Inject
	BusinessClock clock;

	@Resource(lookup = "java:app/jdbc/headcoach")
	DataSource database;

	Sales sales;
	Actor trainer;

	@BeforeEach
	void noneYet() {
		clear();
		at(TODAY);
		sales = given.aTeamOf(4, LocalDate.of(2026, 9, 14));
		var account = given.anAccount(AccountRole.TRAINER, null);
		trainer = new Actor(account.id(), account.name(), AccountRole.TRAINER, null, null);
	}

	@AfterEach
	void leaveNothing() {
		clear();
		clock.set(Clock.systemUTC());
	}

	private void clear() {
		for (var table : List.of("path_stop", "path_version", "certificate", "assessment_score", "assessment_card", "assessment", "certification_criterion", "certification_behaviour", "certification_version",
				"certification")) {
			run("delete from " + table);
		}
	}

	void run(String sql) {
		try (var connection = database.getConnection(); var statement = connection.createStatement()) {
			statement.executeUpdate(sql);
		} catch (SQLException e) {
			throw new IllegalStateException(sql, e);
		}
	}

	int count(String table) {
		try (var connection = database.getConnection(); var statement = connection.createStatement(); var rows = statement.executeQuery("select count(*) from " + table)) {
			rows.next();
			return rows.getInt(1);
		} catch (SQLException e) {
			throw new IllegalStateException(table, e);
		}
	}

	void at(LocalDate day) {
		clock.set(Clock.fixed(day.atTime(12, 0).atZone(ZoneId.of("America/New_York")).toInstant(), ZoneOffset.UTC));
	}

	Instant now() {
		return clock.now();
	}

	static String key() {
		return UUID.randomUUID().toString();
	}

	Actor as(Salesperson rep) {
		return given.actor(AccountRole.REP, rep);
	}

	Actor manager() {
		return given.actor(AccountRole.MANAGER, sales.manager());
	}

	String outsider() {
		return "account-" + trainer.accountId();
	}

	static String key(Salesperson person) {
		return "person-" + person.id();
	}

	static List<CertificationPage.Behaviour> behaviours(int number) {
		var all = new ArrayList<CertificationPage.Behaviour>();
		for (int i = 0; i < number; i++) {
			all.add(new CertificationPage.Behaviour("Behaviour " + i, "Nothing of it", "With help", "Alone", "Better than shown"));
		}
		return all;
	}

	/** Two behaviours, mean of 7, valid for a year; renewable in its last 30 days. */
	CertificationService.WriteCertification wanted(String title, Criterion... criteria) {
		return new CertificationService.WriteCertification(null, null, title, CertificationVersion.Level.BASE, "DISCOVERIES", "A call with a head of marketing.", 30, ResultRule.MEAN,
				new BigDecimal("7"), null, 1, 12, 30, behaviours(2), List.of(criteria), key());
	}

	static final Criterion MAILED = new Criterion("The summary is mailed", Evidence.ON_FILE);
	static final Criterion CONFIRMED = new Criterion("The buyer has confirmed it", Evidence.BUYER_CONFIRMS);

	long published(String title, Criterion... criteria) {
		return given.as(trainer, () -> certifications.publish(wanted(title, criteria)));
	}

	long appointed(long certification, Salesperson person, String... evaluators) {
		return appointed(certification, person, clock.now().atZone(ZoneId.of("America/New_York")).toLocalDateTime().minusHours(1), evaluators);
	}

	long appointed(long certification, Salesperson person, LocalDateTime when, String... evaluators) {
		return given.as(trainer, () -> certifications.appoint(new CertificationService.Appoint(certification, person.id(), when, "Room 3", Set.of(evaluators), key())));
	}

	static CertificationService.WriteCard card(long assessment, Set<Integer> met, Integer... points) {
		return new CertificationService.WriteCard(assessment, Arrays.stream(points).map(one -> new CertificationService.WriteScore(one, "Seen")).toList(), met, "Good opening", "One question more");
	}

	void handIn(Actor evaluator, long assessment, Integer... points) {
		given.as(evaluator, () -> certifications.handIn(card(assessment, Set.of(), points)));
	}

	/** Passes with the trainer's card of 10 and 7. */
	String earned(long certification, Salesperson person) {
		var assessment = appointed(certification, person, outsider());
		handIn(trainer, assessment, 10, 7);
		return given.as(trainer, () -> certifications.assessment(assessment)).certificate().number();
	}
}
