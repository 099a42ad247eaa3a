package org.headcoach.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.headcoach.people.AccountRole;
import org.headcoach.people.Actor;
import org.headcoach.people.PeopleService;
import org.headcoach.shared.NotHereException;
import org.headcoach.training.ClassSession.Was;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

/** A class from its plan to the last review: when it meets, who was there, what was handed in, and who sees it. */
class ClassIT extends ClassCase {

	@Inject
	private PeopleService people;

	private CurriculumPage taughtBy(CurriculumPage curriculum, int session, String teacher) {
		var one = curriculum.sessions().get(session);
		given.as(trainer, () -> curricula.writeSession(new CurriculumService.WriteSession(curriculum.id(), one.id(), one.version(), one.partId(), one.title(), one.about(), one.minutes(), teacher)));
		return given.as(trainer, () -> curricula.curriculum(curriculum.id()));
	}

	@Test
	void sessionsAreLaidOutInTheirOrderOnWorkingDaysByTheCompanysClock() {
		var admin = given.actor(AccountRole.ADMINISTRATOR, null);
		var holiday = LocalDate.of(2026, 11, 26);
		given.as(admin, () -> people.addHolidays(List.of(new PeopleService.HolidayRow(holiday, "Thanksgiving"))));
		try {
			var id = planned(laidOut(), LocalDate.of(2026, 11, 25));
			var page = page(id);
			// 120, 90 and 90 minutes: the third does not fit before 13:00, and the next day is off
			assertEquals(List.of("2026-11-25T09:00", "2026-11-25T11:15", "2026-11-27T09:00"), starts(page));
			assertEquals(List.of("Overview", "Discovery" + suffix, "Closing" + suffix), page.lessons().stream().map(ClassPage.Lesson::title).toList());
			assertEquals("2026-11-25T14:00:00Z", given.as(trainer, () -> classes.appointments(id)).get(0).starts().toString(), "nine in New York");
			// a week after the first day, and two days after discovery
			assertEquals(Map.of("Build a site", LocalDate.of(2026, 12, 2), "On paper", LocalDate.of(2026, 11, 27)),
					Map.of(page.tasks().get(1).title(), page.tasks().get(1).dueOn(), page.tasks().get(0).title(), page.tasks().get(0).dueOn()));
		} finally {
			given.as(admin, () -> people.removeHoliday(holiday));
		}
	}

	@Test
	void whatIsAddedToTheCurriculumLaterIsTakenInBehindTheLastSessionAndOnce() {
		var curriculum = laidOut();
		var id = planned(curriculum, LocalDate.of(2026, 11, 25));
		assertEquals(List.of(), page(id).added());
		given.as(trainer, () -> curricula.writeSession(new CurriculumService.WriteSession(curriculum.id(), null, null, null, "Negotiating", null, 90, null)));
		assertEquals(List.of("Negotiating"), page(id).added());
		assertEquals(List.of(), given.as(as(sales.rep(0)), () -> classes.page(id)).added(), "only who plans it takes it in");
		assertThrows(NotHereException.class, () -> given.as(as(sales.rep(0)), () -> classes.takeIn(id)));
		assertEquals(1, given.as(trainer, () -> classes.takeIn(id)));
		assertEquals(0, given.as(trainer, () -> classes.takeIn(id)));
		var page = page(id);
		assertEquals(List.of(), page.added());
		assertEquals("Negotiating", page.lessons().get(3).title());
		assertEquals(page.endsOn() + "T09:00", starts(page).get(3));
		assertTrue(page.lessons().get(2).ends().toLocalDate().isBefore(page.endsOn()));
		// over: it stays as it was
		given.as(trainer, () -> curricula.writeSession(new CurriculumService.WriteSession(curriculum.id(), null, null, null, "Later still", null, 90, null)));
		at(LocalDate.of(2027, 1, 4).atTime(12, 0));
		assertEquals(List.of(), page(id).added());
		assertEquals(0, given.as(trainer, () -> classes.takeIn(id)));
	}

	@Test
	void aTeacherIsNeverPlannedTwiceAtATime() {
		var curriculum = taughtBy(laidOut(), 1, "person-" + sales.rep(3).id());
		planned(curriculum, LocalDate.of(2026, 11, 17));
		var other = given.as(trainer, () -> classes.plan(new ClassService.PlanClass(curriculum.id(), "Second", LocalDate.of(2026, 11, 17), List.of(sales.rep(4).id()), List.of(), MORNINGS, null, UUID.randomUUID().toString())));
		// the trainer teaches the overview until eleven, the colleague discovery from 11:15 until 12:45
		assertEquals(List.of("2026-11-17T11:00", "2026-11-18T09:00", "2026-11-18T10:45"), starts(page(other)));
		var lesson = page(other).lessons().get(1);
		var busy = new ClassService.MoveLesson(lesson.id(), lesson.version(), LocalDate.of(2026, 11, 17).atTime(12, 30), 30, null, "person-" + sales.rep(3).id());
		refused("learn.class.error.teacher-busy", () -> given.as(trainer, () -> classes.move(busy)));
		refused("learn.class.error.class-busy", () -> given.as(trainer, () -> classes.move(new ClassService.MoveLesson(lesson.id(), lesson.version(), LocalDate.of(2026, 11, 17).atTime(11, 30), 30, null, null))));
		refused("learn.class.error.day-off", () -> given.as(trainer, () -> classes.move(new ClassService.MoveLesson(lesson.id(), lesson.version(), LocalDate.of(2026, 11, 21).atTime(9, 0), 30, null, null))));
		given.as(trainer, () -> classes.move(new ClassService.MoveLesson(lesson.id(), lesson.version(), LocalDate.of(2026, 11, 20).atTime(9, 0), 60, "Room 4", "person-" + sales.rep(3).id())));
		var moved = page(other);
		assertEquals("2026-11-20T10:00", moved.lessons().get(2).ends().toString());
		assertEquals(LocalDate.of(2026, 11, 23), moved.tasks().get(0).dueOn(), "its task moves along: Sunday becomes Monday");
		assertEquals(1, given.as(trainer, () -> classes.appointments(other)).get(2).sequenceNo());
	}

	@Test
	void nobodyLearnsWhereHeOrSheTeaches() {
		var curriculum = taughtBy(laidOut(), 1, "person-" + sales.rep(0).id());
		refused("learn.class.error.learns", () -> planned(curriculum, TODAY));
		assertEquals(0, count("training_class"));
		var free = taughtBy(curriculum, 1, "person-" + sales.rep(3).id());
		var id = planned(free, TODAY);
		refused("learn.class.error.learns", () -> given.as(trainer, () -> classes.join(id, List.of(sales.rep(3).id()))));
	}

	@Test
	void itsTeacherWritesDownWhoWasThereAndTheLearnerSeesWhatWasMissed() {
		var curriculum = taughtBy(laidOut(), 1, "person-" + sales.rep(3).id());
		given.as(trainer, () -> curricula.addMaterial(new CurriculumService.AddMaterial(curriculum.sessions().get(1).id(), MaterialKind.TEXT, "Read this", null, "Ask twice.", null, null)));
		var id = planned(curriculum, LocalDate.of(2026, 11, 17));
		var lesson = page(id).lessons().get(1).id();
		var teacher = as(sales.rep(3));
		refused("learn.attend.error.early", () -> given.as(teacher, () -> classes.attend(lesson, marks(Was.PRESENT, Was.LATE, Was.ABSENT))));
		at(LocalDate.of(2026, 11, 17).atTime(13, 0));
		assertEquals(1, given.as(teacher, () -> classes.desk()).unattended().size(), "the own session only");
		assertEquals(2, given.as(trainer, () -> classes.desk()).unattended().size());
		refused("learn.attend.error.missing", () -> given.as(teacher, () -> classes.attend(lesson, marks(Was.PRESENT, Was.LATE))));
		given.as(teacher, () -> classes.attend(lesson, marks(Was.PRESENT, Was.LATE, Was.ABSENT)));
		assertEquals(0, given.as(teacher, () -> classes.desk()).unattended().size());
		var mine = given.as(as(sales.rep(2)), () -> classes.mine());
		assertEquals(List.of("Read this"), mine.missed().get(0).materials().stream().map(CurriculumPage.Material::title).toList());
		assertEquals("Closing" + suffix, mine.next().lesson().title());
		assertEquals(0, given.as(as(sales.rep(1)), () -> classes.mine()).missed().size(), "late is there");
		given.as(trainer, () -> classes.attend(lesson, marks(Was.PRESENT, Was.LATE, Was.EXCUSED)));
		assertEquals(Was.EXCUSED, given.as(as(sales.rep(2)), () -> classes.lesson(lesson)).own());
		assertEquals(2, count("audit_entry where action = 'ATTEND_SESSION' and subject_id = '" + id + "'"));
	}

	@Test
	void whatIsHandedInIsReviewedAndItsHistoryStays() {
		var id = planned(laidOut(), TODAY);
		var task = page(id).tasks().stream().filter(one -> one.title().equals("Build a site")).findFirst().orElseThrow().id();
		var me = as(sales.rep(0));
		refused("learn.task.error.nothing", () -> given.as(me, () -> classes.handIn(new ClassService.HandInTask(id, task, " ", null, null, null))));
		refused("learn.error.address", () -> given.as(me, () -> classes.handIn(new ClassService.HandInTask(id, task, null, "javascript:alert(1)", null, null))));
		given.as(me, () -> classes.handIn(new ClassService.HandInTask(id, task, "First", null, "site.txt", "Bees".getBytes())));
		given.as(me, () -> classes.handIn(new ClassService.HandInTask(id, task, "Second", "bees.example.com", null, null)));
		assertEquals(1, given.as(trainer, () -> classes.desk()).waiting().size(), "the first one is replaced");
		var waiting = given.as(trainer, () -> classes.task(id, task, sales.rep(0).id())).waiting();
		assertEquals("https://bees.example.com", waiting.address());
		refused("learn.task.error.words", () -> given.as(trainer, () -> classes.review(new ClassService.ReviewHandIn(waiting.id(), waiting.version(), false, " "))));
		given.as(trainer, () -> classes.review(new ClassService.ReviewHandIn(waiting.id(), waiting.version(), false, "Whom is it for?")));
		assertEquals(TaskState.AGAIN, given.as(me, () -> classes.task(id, task, null)).state());
		assertEquals(List.of("On paper OPEN", "Build a site AGAIN"), given.as(me, () -> classes.today()).tasks().stream().map(one -> one.title() + " " + one.state()).toList(),
				"what is due within three days, and what was sent back");
		given.as(me, () -> classes.handIn(new ClassService.HandInTask(id, task, "Third", null, null, null)));
		var third = given.as(trainer, () -> classes.task(id, task, sales.rep(0).id())).waiting();
		given.as(trainer, () -> classes.review(new ClassService.ReviewHandIn(third.id(), third.version(), true, null)));
		refused("learn.task.error.accepted", () -> given.as(me, () -> classes.handIn(new ClassService.HandInTask(id, task, "Fourth", null, null, null))));
		var turns = given.as(me, () -> classes.task(id, task, null)).turns();
		assertEquals(List.of("3 Third ACCEPTED null", "2 Second AGAIN Whom is it for?", "1 First REPLACED null"), turns.stream().map(turn -> turn.no() + " " + turn.words() + " " + turn.verdict() + " " + turn.review()).toList());
		assertArrayEquals("Bees".getBytes(), given.as(me, () -> classes.handedIn(turns.get(2).id())).content());
		at(LocalDate.of(2026, 11, 24).atTime(9, 0));
		assertEquals(TaskState.LATE, given.as(as(sales.rep(1)), () -> classes.task(id, task, null)).state());
	}

	@Test
	void whoGuessesAnIdFindsNothing() {
		var curriculum = taughtBy(laidOut(), 1, "person-" + sales.rep(3).id());
		given.as(trainer, () -> curricula.addMaterial(new CurriculumService.AddMaterial(curriculum.sessions().get(1).id(), MaterialKind.FILE, "Notes", null, null, "notes.txt", "Words".getBytes())));
		var material = given.as(trainer, () -> curricula.curriculum(curriculum.id())).sessions().get(1).materials().get(0).id();
		var id = planned(curriculum, TODAY.plusDays(1));
		at(TODAY.plusDays(3).atTime(9, 0));
		var lesson = page(id).lessons().get(1).id();
		var paper = page(id).tasks().stream().filter(one -> one.title().equals("On paper")).findFirst().orElseThrow().id();
		var site = page(id).tasks().stream().filter(one -> one.title().equals("Build a site")).findFirst().orElseThrow().id();
		given.as(as(sales.rep(0)), () -> classes.handIn(new ClassService.HandInTask(id, paper, "Mine", null, "mine.txt", "Mine".getBytes())));
		var turn = given.as(trainer, () -> classes.task(id, paper, sales.rep(0).id())).waiting();
		var others = given.aTeamOf(1, LocalDate.of(2025, 1, 1));
		var outside = new LinkedHashMap<String, Actor>();
		outside.put("rep of another class", as(others.rep(0)));
		outside.put("rep beside", as(sales.rep(4)));
		outside.put("manager of others", given.actor(AccountRole.MANAGER, others.manager()));
		outside.put("recruiter", given.actor(AccountRole.RECRUITER, null));
		outside.put("nobody", Actor.NOBODY);
		hidden(outside, List.of(() -> classes.page(id), () -> classes.lesson(lesson), () -> classes.appointments(id), () -> classes.material(material), () -> classes.task(id, paper, sales.rep(0).id()),
				() -> classes.handedIn(turn.id()), () -> classes.attend(lesson, Map.of()), () -> classes.review(new ClassService.ReviewHandIn(turn.id(), turn.version(), true, null)),
				() -> classes.handIn(new ClassService.HandInTask(id, paper, "x", null, null, null)), () -> classes.callOff(id, "x"), () -> classes.join(id, List.of()), () -> classes.choices()));
		var learner = as(sales.rep(1));
		hidden(Map.of("learner", learner), List.of(() -> classes.attend(lesson, marks(Was.PRESENT, Was.PRESENT, Was.PRESENT)), () -> classes.task(id, paper, sales.rep(0).id()), () -> classes.handedIn(turn.id()),
				() -> classes.review(new ClassService.ReviewHandIn(turn.id(), turn.version(), true, null)), () -> classes.leave(id, sales.rep(0).id())));
		assertEquals(List.of(sales.rep(1).id()), given.as(learner, () -> classes.page(id)).people().stream().map(ClassPage.Person::personId).toList(), "oneself only");
		assertNotNull(given.as(learner, () -> classes.material(material)));
		var leader = manager();
		assertEquals(3, given.as(leader, () -> classes.page(id)).people().size());
		hidden(Map.of("manager", leader), List.of(() -> classes.handedIn(turn.id()), () -> classes.task(id, paper, sales.rep(0).id()), () -> classes.attend(lesson, marks(Was.PRESENT, Was.PRESENT, Was.PRESENT))));
		var teacher = as(sales.rep(3));
		assertEquals(1, given.as(teacher, () -> classes.desk()).waiting().size());
		hidden(Map.of("teacher of another session", teacher), List.of(() -> classes.task(id, site, sales.rep(0).id()), () -> classes.attend(page(id).lessons().get(0).id(), Map.of()), () -> classes.callOff(id, "x")));
		given.as(teacher, () -> classes.review(new ClassService.ReviewHandIn(turn.id(), turn.version(), true, "Good")));
		assertTrue(given.as(as(others.rep(0)), () -> classes.classes()).isEmpty());
		assertThrows(NotHereException.class, () -> given.as(trainer, () -> classes.page(-1)));
	}

	@Test
	void whoLeavesKeepsWhatWasDoneAndAClassThatIsCalledOffStays() {
		var id = planned(laidOut(), TODAY.minusDays(4));
		at(TODAY.plusDays(2).atTime(12, 0));
		var lessons = page(id).lessons();
		given.as(trainer, () -> classes.attend(lessons.get(0).id(), marks(Was.PRESENT, Was.PRESENT, Was.PRESENT)));
		given.as(trainer, () -> classes.leave(id, sales.rep(2).id()));
		var left = page(id).people().stream().filter(person -> person.personId() == sales.rep(2).id()).findFirst().orElseThrow();
		assertTrue(left.left());
		assertEquals(1, left.there());
		assertThrows(NotHereException.class, () -> given.as(as(sales.rep(2)), () -> classes.handIn(new ClassService.HandInTask(id, page(id).tasks().get(0).id(), "x", null, null, null))));
		given.as(trainer, () -> classes.attend(lessons.get(1).id(), marks(Was.PRESENT, Was.PRESENT)));
		given.as(trainer, () -> classes.join(id, List.of(sales.rep(4).id())));
		given.as(trainer, () -> classes.callOff(id, "Too few"));
		assertEquals(ClassState.CALLED_OFF, page(id).state());
		assertEquals(List.of(), given.as(trainer, () -> classes.appointments(id)));
		refused("learn.class.error.called-off", () -> given.as(trainer, () -> classes.join(id, List.of(sales.rep(3).id()))));
		assertFalse(given.as(as(sales.rep(0)), () -> classes.mine()).classes().isEmpty());
		assertEquals(Set.of("PLAN_CLASS", "ATTEND_SESSION", "LEAVE_CLASS", "JOIN_CLASS", "CALL_OFF_CLASS").size(), count("(select distinct action from audit_entry where subject_type = 'TrainingClass' and subject_id = '" + id + "') x"));
	}
}
