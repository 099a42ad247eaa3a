package org.headcoach.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;

import org.headcoach.people.PeopleService.HolidayRow;
import org.headcoach.shared.BusinessException;
import org.junit.jupiter.api.Test;

class HolidayListTest {

	@Test
	void readsADayAndItsNameFromEachLine() {
		assertEquals(List.of(new HolidayRow(LocalDate.of(2026, 12, 25), "Christmas Day"), new HolidayRow(LocalDate.of(2027, 1, 1), "New Year"),
				new HolidayRow(LocalDate.of(2027, 5, 1), "1. Mai, frei")), HolidayList.read("2026-12-25 Christmas Day\r\n\n2027-01-01;\"New Year\"\n2027-05-01,1. Mai, frei"));
	}

	@Test
	void namesTheLineThatItCannotRead() {
		var refusal = assertThrows(BusinessException.class, () -> HolidayList.read("2026-12-25 Christmas\n2026-02-30 Never"));
		assertEquals(List.of(2, "2026-02-30 Never"), refusal.arguments());
		assertThrows(BusinessException.class, () -> HolidayList.read("25.12.2026 Christmas"));
	}
}
