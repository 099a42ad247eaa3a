package org.headcoach.contests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.headcoach.contests.engine.ContestEffect.Verdict;
import org.headcoach.shared.NotHereException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

/** What six people did in a week of a contest, against the week before. */
class EffectIT extends ContestCase {

	@Inject
	private EffectService effects;

	@Inject
	private SettlementService settlement;

	private long contest;

	@BeforeEach
	void aWeekOfDemos() {
		now("2027-11-08T08:00");
		contest = written(wanted().from("2027-11-08T00:00", "2027-11-15T00:00"));
		play(contest, sales.rep(0), sales.rep(1), sales.rep(2), sales.rep(3), sales.rep(4), sales.rep(5));
		announce(contest);
		now("2027-11-15T10:00");
	}

	/** So many of each person before, and so many while it ran. */
	private void demos(int before, int during) {
		var lines = new StringBuilder();
		for (int i = 0; i < 6; i++) {
			for (int nth = 0; nth < before; nth++) {
				lines.append(demo("b" + i + "-" + nth, sales.rep(i), "2027-11-0" + (1 + nth % 5) + "T10:00"));
			}
			for (int nth = 0; nth < during; nth++) {
				lines.append(demo("d" + i + "-" + nth, sales.rep(i), LocalDate.of(2027, 11, 8).plusDays(nth % 5) + "T10:00"));
			}
		}
		activities(lines.toString());
		watch.countDue();
	}

	private EffectPage effect() {
		return asManager(() -> effects.effect(contest));
	}

	@Test
	void findsThatMoreWasDoneAndWhatOneMoreCost() {
		demos(2, 12);
		asManager(() -> settlement.logPrize(new SettlementService.LogPrize(contest, "Lunch", new BigDecimal("60"), "USD", LocalDate.of(2027, 11, 15), key())));
		var found = effect();
		assertEquals(6, found.effect().during().participants());
		assertEquals(Verdict.RAISED, found.effect().verdict());
		assertEquals(LocalDate.of(2027, 11, 1), found.days().beforeFirst());
		assertNotNull(found.effect().extra().costOfOne());
		assertFalse(found.costIsStated());
		assertNull(found.days().afterFirst());
	}

	@Test
	void doesNotClaimWhatDidNotHappen() {
		demos(5, 5);
		var verdict = effect().effect().verdict();
		assertEquals(Verdict.CANNOT_TELL, verdict);
		assertNull(effect().effect().extra().costOfOne());
	}

	@Test
	void measuresAgainWhenDataAreBroughtIn() {
		demos(5, 5);
		var before = effect().effect().during().perDay();
		activities(demo("more", sales.rep(0), "2027-11-09T15:00"), demo("more2", sales.rep(1), "2027-11-09T15:00"));
		watch.countDue();
		assertEquals(2 / 30.0, effect().effect().during().perDay() - before, 1e-9);
	}

	@Test
	void namesWhatWasEnteredAfterItHadBeenShown() {
		demos(2, 2);
		takeNights();
		activities(demo("late", sales.rep(0), "2027-11-11T15:00"));
		watch.countDue();
		var edits = effect().edits();
		assertEquals(List.of("Red 1"), edits.teams().stream().map(team -> team.team() + " " + team.days()).toList());
	}

	@Test
	void aPrizeInACurrencyThatIsNoneHasNoCost() {
		demos(5, 5);
		run("update contest set prize_value = 600, prize_currency = 'QQQ' where id = " + contest);
		assertNull(effect().cost());
		assertEquals(List.of(contest), asManager(() -> effects.effects()).rows().stream().map(EffectsPage.Row::contestId).toList());
	}

	@Test
	void isForWhoRunsIt() {
		demos(1, 1);
		assertThrows(NotHereException.class, () -> given.as(as(sales.rep(0)), () -> effects.effect(contest)));
		assertThrows(NotHereException.class, () -> given.as(as(sales.rep(0)), () -> effects.effects()));
		assertEquals(List.of(contest), asManager(() -> effects.effects()).rows().stream().map(EffectsPage.Row::contestId).toList());
		var draft = written(wanted());
		assertThrows(NotHereException.class, () -> asManager(() -> effects.effect(draft)));
	}
}
