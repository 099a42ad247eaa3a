package org.headcoach.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import javax.sql.DataSource;

import org.headcoach.InContainer;
import org.headcoach.people.AccountRole;
import org.headcoach.people.Actor;
import org.headcoach.people.Salesperson;
import org.headcoach.shared.BusinessClock;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.NotHereException;
import org.headcoach.suite.Fixtures.Sales;
import org.headcoach.training.ClassSession.Was;
import org.headcoach.training.engine.Evidence;
import org.headcoach.training.engine.ExitCriteria.Criterion;
import org.headcoach.training.engine.Matrix;
import org.headcoach.training.engine.Methodology;
import org.headcoach.training.engine.Schedule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.function.Executable;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;

/** A test of methodology and classes begins without any, with a team of five since September, on Monday 16 November 2026 at noon in New York. */
abstract class ClassCase extends InContainer {

	static final ZoneId ZONE = ZoneId.of("America/New_York");
	static final LocalDate TODAY = LocalDate.of(2026, 11, 16);
	static final Criterion MAILED = new Criterion("The summary is mailed", Evidence.ON_FILE);
	static final Criterion CONFIRMED = new Criterion("The buyer has confirmed it", Evidence.BUYER_CONFIRMS);
	static final Schedule.Rhythm MORNINGS = new Schedule.Rhythm(Set.of(), LocalTime.of(9, 0), LocalTime.of(13, 0), 2);

	@Inject
	MethodologyService methodology;

	@Inject
	CurriculumService curricula;

	@Inject
	ClassService classes;

	@Inject
	QuestionBankService bank;

	@Inject
	BusinessClock clock;

	@Resource(lookup = "java:app/jdbc/headcoach")
	DataSource database;

	Sales sales;
	Actor trainer;
	String suffix;

	@BeforeEach
	void noneYet() {
		clear();
		at(TODAY.atTime(12, 0));
		sales = given.aTeamOf(5, LocalDate.of(2026, 9, 14));
		var account = given.anAccount(AccountRole.TRAINER, null);
		trainer = new Actor(account.id(), account.name(), AccountRole.TRAINER, null, null);
		suffix = " " + given.unique("stage");
	}

	@AfterEach
	void leaveNothing() {
		clear();
		clock.set(Clock.systemUTC());
	}

	private void clear() {
		for (var table : List.of("hand_in", "class_task", "class_attendance", "class_session", "class_member", "training_class", "practicum_task", "training_material", "training_file", "curriculum_session", "curriculum",
				"methodology_criterion", "methodology_line", "methodology_version", "superpower")) {
			run("delete from " + table);
		}
		// the bank has room for sixty parts
		run("delete from training_part where name like '% stage-%'");
	}

	void run(String sql) {
		try (var connection = database.getConnection(); var statement = connection.createStatement()) {
			statement.executeUpdate(sql);
		} catch (SQLException e) {
			throw new IllegalStateException(sql, e);
		}
	}

	int count(String sql) {
		try (var connection = database.getConnection(); var statement = connection.createStatement(); var rows = statement.executeQuery("select count(*) from " + sql)) {
			rows.next();
			return rows.getInt(1);
		} catch (SQLException e) {
			throw new IllegalStateException(sql, e);
		}
	}

	void at(LocalDateTime moment) {
		clock.set(Clock.fixed(moment.atZone(ZONE).toInstant(), ZoneOffset.UTC));
	}

	Actor as(Salesperson person) {
		return given.actor(AccountRole.REP, person);
	}

	Actor manager() {
		return given.actor(AccountRole.MANAGER, sales.manager());
	}

	static void refused(String key, Executable work) {
		assertEquals(key, assertThrows(BusinessException.class, work).key());
	}

	/** Everybody of these gets "not here" for all of this work. */
	void hidden(Map<String, Actor> strangers, List<Runnable> work) {
		strangers.forEach((who, actor) -> work.forEach(one -> assertThrows(NotHereException.class, () -> given.as(actor, one), () -> who + ", work " + work.indexOf(one))));
	}

	/** Awareness and decision; discovery, which needs the buyer's yes, and closing; goal. The names are this test's own. */
	Methodology content(Criterion... discovery) {
		return new Methodology(Matrix.GPCT, List.of(new Methodology.JourneyStage(null, "Awareness" + suffix, "Looks for the reason"), new Methodology.JourneyStage(null, "Decision" + suffix, "Chooses")),
				List.of(new Methodology.ProcessStage(null, "Discovery" + suffix, "Finds the goal", 0, "DISCOVERIES", true, List.of(discovery)),
						new Methodology.ProcessStage(null, "Closing" + suffix, "Plans back from the date", 1, null, false, List.of(MAILED))),
				List.of(new Methodology.Field(null, "Goal" + suffix, "What do you want to reach?", "A figure and a date")));
	}

	MethodologyPage published() {
		return given.as(trainer, () -> {
			methodology.begin();
			methodology.publish(methodology.write(methodology.draft().orElseThrow().version(), content(MAILED, CONFIRMED), null));
			return methodology.methodology(null);
		});
	}

	/** Overview (the trainer), discovery, closing; a task a week after the first day and one two days after discovery. */
	CurriculumPage laidOut() {
		published();
		return given.as(trainer, () -> curricula.curriculum(curricula.layOut(new CurriculumService.LayOut("New hires", "Overview", Map.of(),
				List.of(new CurriculumService.NewTask(null, "Build a site", "Your own", 7), new CurriculumService.NewTask(0, "On paper", "Goal and plan", 2)), UUID.randomUUID().toString()))));
	}

	/** A class of the first three of the team. */
	long planned(CurriculumPage curriculum, LocalDate first) {
		return given.as(trainer, () -> classes.plan(new ClassService.PlanClass(curriculum.id(), "Class", first, List.of(sales.rep(0).id(), sales.rep(1).id(), sales.rep(2).id()), List.of(), MORNINGS, "Room 3",
				UUID.randomUUID().toString())));
	}

	ClassPage page(long id) {
		return given.as(trainer, () -> classes.page(id));
	}

	Map<Long, Was> marks(Was... of) {
		var marks = new HashMap<Long, Was>();
		for (int i = 0; i < of.length; i++) {
			marks.put(sales.rep(i).id(), of[i]);
		}
		return marks;
	}

	static List<String> starts(ClassPage page) {
		var starts = new ArrayList<String>();
		page.lessons().forEach(lesson -> starts.add(lesson.starts().toString()));
		return starts;
	}
}
