package org.headcoach.coaching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;

import org.headcoach.InContainer;
import org.headcoach.coaching.engine.CoachingLoad;
import org.headcoach.people.AccountRole;
import org.headcoach.people.PeopleService;
import org.headcoach.people.Role;
import org.headcoach.shared.BusinessClock;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.NotHereException;
import org.headcoach.suite.Fixtures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;

/** The skill library and coaching time; it is Friday 20 November 2026. */
class SkillsAndTimeIT extends InContainer {

	private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
	private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

	@Inject
	private SkillService skills;

	@Inject
	private CoachingTimeService times;

	@Inject
	private CoachingService coaching;

	@Inject
	private PeopleService people;

	@Inject
	private BusinessClock clock;

	private Fixtures.Sales sales;

	@BeforeEach
	void aTeam() {
		clock.set(Clock.fixed(Instant.parse("2026-11-20T15:00:00Z"), ZoneOffset.UTC));
		sales = given.aTeamOf(8, LocalDate.of(2026, 1, 1));
	}

	@AfterEach
	void theClockGoesOn() {
		clock.set(Clock.systemUTC());
	}

	private void asDirector(Runnable work) {
		given.as(given.actor(AccountRole.DIRECTOR, sales.director()), work);
	}

	private void asManager(Runnable work) {
		given.as(given.actor(AccountRole.MANAGER, sales.manager()), work);
	}

	private static WriteSkill a(String name, SkillRow.Activity... activities) {
		return new WriteSkill(null, 0, name, "CHURN", "Customers leave early", List.of(activities));
	}

	private static SkillRow.Activity activity(String what) {
		return new SkillRow.Activity(ActivityKind.ROLE_PLAY, what, 2);
	}

	private SkillRow skill(long id) {
		return skills.library().skills().stream().filter(skill -> skill.id() == id).findFirst().orElseThrow();
	}

	@Test
	void aSkillKeepsItsActivitiesInOrder() {
		asDirector(() -> {
			var name = given.unique("Skill");
			var id = skills.write(a(name, activity("First"), activity("Second"), activity(" ")));
			assertEquals(List.of("First", "Second"), skill(id).activities().stream().map(SkillRow.Activity::what).toList());
			skills.write(new WriteSkill(id, skill(id).version(), name, "DISCOUNT", "They ask for less", List.of(activity("Second"), activity("First"))));
			assertEquals(List.of("Second", "First"), skill(id).activities().stream().map(SkillRow.Activity::what).toList());
			assertEquals("DISCOUNT", skill(id).metric());
		});
	}

	@Test
	void aChangeOfAnOlderVersionIsAConflict() {
		asDirector(() -> {
			var name = given.unique("Skill");
			var id = skills.write(a(name, activity("First")));
			var seen = skill(id).version();
			skills.write(new WriteSkill(id, seen, name, "CHURN", "Customers leave early", List.of(activity("Other"))));
			assertThrows(OptimisticLockException.class, () -> skills.write(new WriteSkill(id, seen, name, "CHURN", "Mine", List.of())));
		});
	}

	@Test
	void aSkillThatAPlanUsesIsRetiredAndNotRemoved() {
		var name = given.unique("Skill");
		var id = given.as(given.actor(AccountRole.DIRECTOR, sales.director()), () -> skills.write(a(name, activity("First"))));
		asManager(() -> {
			var plan = coaching.beginPlan(sales.rep(0).id(), new CoachingMonth(NOVEMBER));
			coaching.chooseSkill(plan, coaching.plan(plan).version(), id);
		});
		asDirector(() -> {
			assertTrue(skills.library().used().contains(id));
			assertEquals("coaching.skills.error.used", assertThrows(BusinessException.class, () -> skills.remove(id, skill(id).version())).key());
			skills.retire(id, skill(id).version());
			assertFalse(skill(id).active());
			assertTrue(coaching.activeSkills().stream().noneMatch(row -> row.id() == id));
			skills.bringBack(id, skill(id).version());
			assertTrue(skill(id).active());
		});
	}

	@Test
	void aSkillThatNobodyUsedCanBeRemoved() {
		asDirector(() -> {
			var id = skills.write(a(given.unique("Skill")));
			skills.remove(id, skill(id).version());
			assertTrue(skills.library().skills().stream().noneMatch(row -> row.id() == id));
		});
	}

	@Test
	void refusesANameTwiceAndAMetricThatIsNone() {
		asDirector(() -> {
			var name = given.unique("Skill");
			skills.write(a(name));
			assertEquals("coaching.skills.error.name-taken", assertThrows(BusinessException.class, () -> skills.write(a(name.toUpperCase(java.util.Locale.ROOT)))).key());
			assertEquals("coaching.skills.error.metric", assertThrows(BusinessException.class,
					() -> skills.write(new WriteSkill(null, 0, given.unique("Skill"), "LUCK", "None", List.of()))).key());
		});
	}

	@Test
	void aManagerReadsTheLibraryAndMayNotChangeIt() {
		asManager(() -> {
			assertFalse(skills.library().mayEdit());
			assertThrows(NotHereException.class, () -> skills.write(a(given.unique("Skill"))));
			assertThrows(NotHereException.class, () -> skills.retire(-1, 0));
		});
	}

	@Test
	void m3EightRepsNeed24To32HoursAWeek() {
		asManager(() -> {
			times.log(new LogCoachingTime(sales.rep(0).id(), TODAY, 90, TimeKind.ROLE_PLAY, "Pricing"));
			times.log(new LogCoachingTime(sales.rep(1).id(), TODAY.minusDays(3), 30, TimeKind.CALL_REVIEW, null));
			var load = times.load(NOVEMBER).managers().get(0).load();
			assertEquals(8 * 20, load.repDays());
			assertEquals(24, load.leastHoursAWeek());
			assertEquals(32, load.mostHoursAWeek());
			assertEquals(120, load.minutes());
			assertEquals(20, load.days(), "up to today");
			assertEquals(new BigDecimal("0.1"), load.hoursPerRepAndWeek());
			assertEquals(CoachingLoad.Fit.BELOW, load.fit());
			assertEquals(List.of("Pricing"), times.with(sales.rep(0).id(), NOVEMBER).stream().map(CoachingTimeRow::note).toList());
		});
		asDirector(() -> assertEquals(List.of(sales.manager().name()), times.load(NOVEMBER).managers().stream().map(LoadPage.ManagerLoad::name).toList()));
	}

	/** Today is the 20th: one moved on the 16th, another will on the 27th. */
	@Test
	void aMoveTakesEffectOnItsDayAndHidesNothingFromEitherSide() {
		var others = given.aTeamOf(1, LocalDate.of(2026, 1, 1));
		var month = CoachingMonth.of(TODAY);
		var gone = sales.rep(0);
		var going = sales.rep(1);
		given.as(given.actor(AccountRole.ADMINISTRATOR, null), () -> {
			people.move(new PeopleService.Move(gone.id(), LocalDate.of(2026, 11, 16), new PeopleService.Place(Role.REP, "Rep", null, others.team().id(), null, null), null));
			people.move(new PeopleService.Move(going.id(), LocalDate.of(2026, 11, 27), new PeopleService.Place(Role.REP, "Rep", null, others.team().id(), null, null), null));
		});
		asManager(() -> {
			var team = coaching.myTeam(month, null).lines().stream().map(MyTeamPage.Line::personId).toList();
			assertFalse(team.contains(gone.id()));
			assertTrue(team.contains(going.id()), "until the 27th");
			assertEquals(8, times.coached(NOVEMBER).size());
			times.log(new LogCoachingTime(gone.id(), LocalDate.of(2026, 11, 10), 60, TimeKind.ROLE_PLAY, null));
			assertEquals(gone.name(), coaching.rep(gone.id(), month).who().name(), "a part of the month was theirs");
			assertThrows(NotHereException.class, () -> coaching.rep(gone.id(), CoachingMonth.of(TODAY.plusMonths(1))));
			assertThrows(NotHereException.class, () -> times.log(new LogCoachingTime(gone.id(), LocalDate.of(2026, 11, 18), 60, TimeKind.ROLE_PLAY, null)));
			var load = times.load(NOVEMBER);
			assertEquals(7 * 20 + 15, load.managers().get(0).load().repDays());
			assertEquals(load.managers().get(0).load(), load.together(team), "the same on the team's page and on the board");
			assertEquals(60, load.managers().get(0).load().minutes());
		});
		given.as(given.actor(AccountRole.MANAGER, others.manager()), () -> {
			assertEquals("coaching.time.error.not-yours-then", assertThrows(BusinessException.class,
					() -> times.log(new LogCoachingTime(gone.id(), LocalDate.of(2026, 11, 10), 60, TimeKind.ROLE_PLAY, null))).key());
			times.log(new LogCoachingTime(gone.id(), LocalDate.of(2026, 11, 18), 30, TimeKind.ROLE_PLAY, null));
			assertThrows(NotHereException.class, () -> coaching.rep(going.id(), month));
			assertEquals(20 + 5, times.load(NOVEMBER).managers().get(0).load().repDays());
		});
	}

	@Test
	void theSameTimeOnceMoreWithinAMinuteIsASecondClick() {
		asManager(() -> {
			var spent = new LogCoachingTime(sales.rep(0).id(), TODAY, 45, TimeKind.CALL_REVIEW, null);
			times.log(spent);
			times.log(spent);
			assertEquals(1, times.with(sales.rep(0).id(), NOVEMBER).size());
			times.log(new LogCoachingTime(sales.rep(0).id(), TODAY, 30, TimeKind.CALL_REVIEW, null));
			clock.set(Clock.fixed(Instant.parse("2026-11-20T15:02:00Z"), ZoneOffset.UTC));
			times.log(spent);
			var load = times.load(NOVEMBER);
			assertEquals(120, load.repsOf(List.of(sales.rep(0).id())).get(0).minutes(), "45, 30 and, two minutes later, 45 again");
			assertEquals(8 * 20, load.together(List.of(sales.rep(0).id(), sales.rep(1).id())).repDays(), "of all whom their manager leads");
			assertEquals(120, load.together(List.of(sales.rep(0).id(), sales.rep(1).id())).minutes());
		});
	}

	@Test
	void timeThatWasLoggedByMistakeIsTakenBackByWhoeverLoggedIt() {
		asManager(() -> times.log(new LogCoachingTime(sales.rep(0).id(), TODAY, 90, TimeKind.ROLE_PLAY, null)));
		var id = given.as(given.actor(AccountRole.DIRECTOR, sales.director()), () -> times.with(sales.rep(0).id(), NOVEMBER).get(0).id());
		var other = given.aTeamOf(1, LocalDate.of(2026, 1, 1));
		given.as(given.actor(AccountRole.MANAGER, other.manager()), () -> assertThrows(NotHereException.class, () -> times.remove(id)));
		asManager(() -> {
			times.remove(id);
			assertEquals(List.of(), times.with(sales.rep(0).id(), NOVEMBER));
		});
	}

	@Test
	void refusesTimeOfOthersOfTomorrowAndWithoutMinutes() {
		var other = given.aTeamOf(1, LocalDate.of(2026, 1, 1));
		asManager(() -> {
			assertThrows(NotHereException.class, () -> times.log(new LogCoachingTime(other.rep(0).id(), TODAY, 30, TimeKind.OTHER, null)));
			assertEquals("coaching.time.error.on-which-day", assertThrows(BusinessException.class,
					() -> times.log(new LogCoachingTime(sales.rep(0).id(), TODAY.plusDays(1), 30, TimeKind.OTHER, null))).key());
			assertEquals("coaching.time.error.minutes", assertThrows(BusinessException.class,
					() -> times.log(new LogCoachingTime(sales.rep(0).id(), TODAY, 0, TimeKind.OTHER, null))).key());
			assertEquals("coaching.time.error.check-in", assertThrows(BusinessException.class,
					() -> times.log(new LogCoachingTime(sales.rep(0).id(), TODAY, 30, TimeKind.CHECK_IN, null))).key());
		});
		given.as(given.actor(AccountRole.REP, sales.rep(0)), () -> assertThrows(NotHereException.class, () -> times.with(sales.rep(0).id(), NOVEMBER)));
	}
}
