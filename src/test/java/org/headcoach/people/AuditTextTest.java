package org.headcoach.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

import org.headcoach.people.AuditText.Difference;
import org.junit.jupiter.api.Test;

class AuditTextTest {

	private record Part(String name, int count) {
	}

	private record Whole(String name, LocalDate on, YearMonth month, BigDecimal amount, boolean good, Role role, List<Part> parts, String missing) {
	}

	@Test
	void writesRecordsInTheirOwnOrderAndLeavesOutWhatIsMissing() {
		assertEquals("{\"name\":\"A \\\"b\\\"\",\"on\":\"2026-10-31\",\"month\":\"2026-10\",\"amount\":12.50,\"good\":true,\"role\":\"REP\","
				+ "\"parts\":[{\"name\":\"p\",\"count\":2}]}",
				AuditText.of(new Whole("A \"b\"", LocalDate.of(2026, 10, 31), YearMonth.of(2026, 10), new BigDecimal("12.50"), true, Role.REP,
						List.of(new Part("p", 2)), null)));
		assertNull(AuditText.of(null));
	}

	@Test
	void namesTheFieldsThatDiffer() {
		assertEquals(List.of(new Difference("name", "a", "b")), AuditText.differences(AuditText.of(new Part("a", 1)), AuditText.of(new Part("b", 1))));
	}

	@Test
	void somethingNewOrRemovedDiffersInEveryField() {
		var text = AuditText.of(new Part("a", 1));
		assertEquals(List.of(new Difference("name", null, "a"), new Difference("count", null, "1")), AuditText.differences(null, text));
		assertEquals(List.of(new Difference("name", "a", null), new Difference("count", "1", null)), AuditText.differences(text, null));
	}
}
