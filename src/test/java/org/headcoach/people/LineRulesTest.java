package org.headcoach.people;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;

import org.headcoach.people.LineHistory.Held;
import org.headcoach.shared.BusinessException;
import org.junit.jupiter.api.Test;

class LineRulesTest {

	private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
	private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
	private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);

	private static final long VERA = 1;
	private static final long VIC = 2;
	private static final long DIRK = 3;
	private static final long MONA = 4;
	private static final long MAX = 5;
	private static final long RITA = 6;
	private static final long ALPHA = 10;
	private static final long BETA = 11;

	private static Held held(long person, String name, Role role, Long team, Long superior, LocalDate from, LocalDate until) {
		return new Held(person, name, role, team, superior, from, until);
	}

	private static final Held RITAS = held(RITA, "Rita", Role.REP, ALPHA, MONA, JANUARY, null);

	private static final LineHistory LINE = new LineHistory(List.of(
			held(VERA, "Vera", Role.VP, null, null, JANUARY, null),
			held(VIC, "Vic", Role.VP, null, VERA, JANUARY, null),
			held(DIRK, "Dirk", Role.DIRECTOR, null, VIC, JANUARY, null),
			held(MONA, "Mona", Role.MANAGER, ALPHA, DIRK, JANUARY, null),
			held(MAX, "Max", Role.MANAGER, BETA, DIRK, MARCH, null),
			RITAS));

	private static void assertRefused(String reason, Held place) {
		assertEquals("people.line.error." + reason, assertThrows(BusinessException.class, () -> LineRules.check(place, LINE.with(place))).key());
	}

	private static void assertTaken(Held place) {
		assertDoesNotThrow(() -> LineRules.check(place, LINE.with(place)));
	}

	@Test
	void aMoveLeavesThePastAsItWas() {
		var after = LINE.with(held(RITA, "Rita", Role.REP, BETA, MAX, JUNE, null));
		assertEquals(MONA, after.of(RITA, JUNE.minusDays(1)).orElseThrow().superiorId());
		assertEquals(MAX, after.of(RITA, JUNE).orElseThrow().superiorId());
	}

	@Test
	void aRepNeedsATeamAndASuperior() {
		assertRefused("rep-needs-team", held(RITA, "Rita", Role.REP, null, MONA, JUNE, null));
		assertRefused("rep-needs-team", held(RITA, "Rita", Role.REP, ALPHA, null, JUNE, null));
		assertTaken(held(RITA, "Rita", Role.REP, BETA, MAX, JUNE, null));
	}

	@Test
	void aManagerHasATeamThatNobodyElseManages() {
		assertRefused("manager-needs-team", held(RITA, "Rita", Role.MANAGER, null, DIRK, JUNE, null));
		assertRefused("team-has-manager", held(RITA, "Rita", Role.MANAGER, ALPHA, DIRK, JUNE, null));
		assertTaken(held(MONA, "Mona", Role.MANAGER, ALPHA, DIRK, JUNE, null));
	}

	@Test
	void nobodyReportsToOneself() {
		assertRefused("oneself", held(DIRK, "Dirk", Role.DIRECTOR, null, DIRK, JUNE, null));
	}

	@Test
	void theSuperiorHasAPlaceOnEveryDayOfIt() {
		assertRefused("superior-not-there", held(RITA, "Rita", Role.REP, BETA, MAX, JANUARY, null));
		var gone = LINE.with(held(MAX, "Max", Role.MANAGER, BETA, DIRK, MARCH, JUNE));
		var place = held(RITA, "Rita", Role.REP, BETA, MAX, MARCH, null);
		var refusal = assertThrows(BusinessException.class, () -> LineRules.check(place, gone.with(place)));
		assertEquals("people.line.error.superior-not-there", refusal.key());
		assertEquals(List.of("Rita", JUNE), refusal.arguments());
	}

	@Test
	void theSuperiorStandsAbove() {
		assertRefused("superior-not-above", held(MAX, "Max", Role.MANAGER, BETA, MONA, JUNE, null));
		assertRefused("superior-not-above", held(RITA, "Rita", Role.MANAGER, 12L, MONA, JUNE, null));
		assertTaken(held(RITA, "Rita", Role.REP, ALPHA, DIRK, JUNE, null));
	}

	@Test
	void theLineHasNoCircle() {
		assertRefused("circle", held(VERA, "Vera", Role.VP, null, VIC, JUNE, null));
		assertTrue(LINE.with(held(VERA, "Vera", Role.VP, null, VIC, JUNE, null)).isCircleAbove(DIRK, JUNE));
		assertFalse(LINE.isCircleAbove(RITA, JUNE));
	}

	@Test
	void whoHasReportsStaysAboveThem() {
		var place = held(MONA, "Mona", Role.REP, BETA, MAX, JUNE, null);
		var refusal = assertThrows(BusinessException.class, () -> LineRules.check(place, LINE.with(place)));
		assertEquals("people.line.error.reports-not-below", refusal.key());
		assertEquals(List.of("Mona", List.of("Rita")), refusal.arguments());
		var handedOver = LINE.handedOver(List.of(RITA), MAX, JUNE);
		assertDoesNotThrow(() -> LineRules.check(place, handedOver.with(place)));
		assertEquals(List.of(RITAS.personId()), LINE.reportsOf(MONA, JUNE, null).stream().map(Held::personId).toList());
	}

	@Test
	void handingOverKeepsWhoLedBefore() {
		var after = LINE.handedOver(List.of(RITA), MAX, JUNE);
		assertEquals(MONA, after.of(RITA, MARCH).orElseThrow().superiorId());
		assertEquals(MAX, after.of(RITA, JUNE).orElseThrow().superiorId());
		assertEquals(List.of(), after.reportsOf(MONA, JUNE, null));
	}
}
