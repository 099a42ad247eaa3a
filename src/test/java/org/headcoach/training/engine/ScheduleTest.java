package org.headcoach.training.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.headcoach.shared.BusinessException;
import org.headcoach.shared.WorkingCalendar;
import org.headcoach.training.engine.Schedule.Lesson;
import org.headcoach.training.engine.Schedule.Rhythm;
import org.headcoach.training.engine.Schedule.Slot;
import org.junit.jupiter.api.Test;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** When the sessions of a class take place. */
class ScheduleTest {

	private static final LocalDate WEDNESDAY = LocalDate.of(2026, 11, 25);
	private static final WorkingCalendar WEEK = new WorkingCalendar(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), Set.of(LocalDate.of(2026, 11, 26)));
	private static final Rhythm TWO_A_DAY = new Rhythm(Set.of(), LocalTime.of(9, 0), LocalTime.of(13, 0), 2);

	private static List<String> starts(List<Slot> slots) {
		return slots.stream().map(slot -> slot.starts().toString()).toList();
	}

	@Test
	void skipsThanksgivingAndTheWeekend() {
		var lessons = List.of(new Lesson(120, null), new Lesson(90, null), new Lesson(90, null), new Lesson(90, null), new Lesson(90, null));
		assertEquals(List.of("2026-11-25T09:00", "2026-11-25T11:15", "2026-11-27T09:00", "2026-11-27T10:45", "2026-11-30T09:00"), starts(Schedule.of(lessons, WEDNESDAY, TWO_A_DAY, WEEK, Map.of())));
	}

	@Test
	void waitsForATeacherWhoTeachesElsewhere() {
		var busy = Map.of("person-1", List.of(new Slot(WEDNESDAY.atTime(9, 30), WEDNESDAY.atTime(10, 10))));
		assertEquals(List.of("2026-11-25T10:15"), starts(Schedule.of(List.of(new Lesson(90, "person-1")), WEDNESDAY, TWO_A_DAY, WEEK, busy)));
		assertEquals(List.of("2026-11-25T09:00"), starts(Schedule.of(List.of(new Lesson(90, "person-2")), WEDNESDAY, TWO_A_DAY, WEEK, busy)));
	}

	@Test
	void meetsOnItsDaysOfTheWeekOnly() {
		var rhythm = new Rhythm(Set.of(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY), LocalTime.of(14, 0), LocalTime.of(16, 0), 1);
		assertEquals(List.of("2026-12-01T14:00", "2026-12-03T14:00"), starts(Schedule.of(List.of(new Lesson(90, null), new Lesson(90, null)), WEDNESDAY, rhythm, WEEK, Map.of())));
	}

	@Test
	void refusesASessionThatIsLongerThanItsDay() {
		assertEquals("learn.class.error.too-long", assertThrows(BusinessException.class, () -> Schedule.of(List.of(new Lesson(300, null)), WEDNESDAY, TWO_A_DAY, WEEK, Map.of())).key());
		var never = new Rhythm(Set.of(DayOfWeek.SUNDAY), LocalTime.of(9, 0), LocalTime.of(13, 0), 2);
		assertEquals("learn.class.error.no-room", assertThrows(BusinessException.class, () -> Schedule.of(List.of(new Lesson(60, null)), WEDNESDAY, never, WEEK, Map.of())).key());
	}

	@Provide
	Arbitrary<List<Lesson>> lessons() {
		return Combinators.combine(Arbitraries.integers().between(1, 8), Arbitraries.of("person-1", "person-2", "account-3").injectNull(0.2)).as((quarters, teacher) -> new Lesson(quarters * 15, teacher))
				.list().ofMinSize(1).ofMaxSize(12);
	}

	@Provide
	Arbitrary<List<Slot>> busy() {
		return Combinators.combine(Arbitraries.integers().between(0, 20), Arbitraries.integers().between(0, 23 * 60), Arbitraries.integers().between(1, 300))
				.as((day, minute, length) -> slot(WEDNESDAY.plusDays(day).atStartOfDay().plusMinutes(minute), length)).list().ofMaxSize(15);
	}

	private static Slot slot(LocalDateTime starts, int minutes) {
		return new Slot(starts, starts.plusMinutes(minutes));
	}

	@Property(tries = 300)
	void keepsTheOrderAndTheDaysAndNoTeacherIsInTwoPlaces(@ForAll("lessons") List<Lesson> lessons, @ForAll("busy") List<Slot> first, @ForAll("busy") List<Slot> second,
			@ForAll Set<DayOfWeek> days, @ForAll("holidays") Set<LocalDate> holidays) {
		var meets = new TreeSet<>(days);
		meets.retainAll(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
		var rhythm = new Rhythm(meets, LocalTime.of(9, 0), LocalTime.of(17, 30), 3);
		var calendar = new WorkingCalendar(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), holidays);
		var busy = Map.of("person-1", first, "person-2", second);
		var slots = Schedule.of(lessons, WEDNESDAY, rhythm, calendar, busy);
		assertEquals(lessons.size(), slots.size());
		for (int i = 0; i < slots.size(); i++) {
			var slot = slots.get(i);
			assertEquals(lessons.get(i).minutes(), Duration.between(slot.starts(), slot.ends()).toMinutes());
			assertTrue(calendar.isWorkingDay(slot.starts().toLocalDate()), () -> slot + " is a day off");
			assertTrue(meets.isEmpty() || meets.contains(slot.starts().getDayOfWeek()), () -> slot + " is no day of the class");
			assertTrue(!slot.starts().toLocalTime().isBefore(rhythm.from()) && !slot.ends().isAfter(slot.starts().toLocalDate().atTime(rhythm.until())), () -> slot + " is out of hours");
			if (i > 0) {
				assertFalse(slot.starts().isBefore(slots.get(i - 1).ends().plus(Schedule.BREAK)), () -> slot + " begins before the one before it is over");
			}
			if (lessons.get(i).teacher() != null) {
				assertTrue(busy.getOrDefault(lessons.get(i).teacher(), List.of()).stream().noneMatch(slot::overlaps), () -> slot + " finds its teacher elsewhere");
			}
		}
		assertTrue(slots.stream().collect(Collectors.groupingBy(slot -> slot.starts().toLocalDate(), Collectors.counting())).values().stream().allMatch(count -> count <= 3));
	}

	@Provide
	Arbitrary<Set<LocalDate>> holidays() {
		return Arbitraries.integers().between(0, 30).map(day -> WEDNESDAY.plusDays(day)).set().ofMaxSize(6).map(HashSet::new);
	}
}
