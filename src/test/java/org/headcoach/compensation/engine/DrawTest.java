package org.headcoach.compensation.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.headcoach.shared.Money;
import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class DrawTest {

	private static Money usd(long amount) {
		return Money.of(BigDecimal.valueOf(amount), java.util.Currency.getInstance("USD"));
	}

	private static List<Draw.Outcome> run(Draw draw, long... earned) {
		var outcomes = new ArrayList<Draw.Outcome>();
		var debt = usd(0);
		for (int i = 0; i < earned.length; i++) {
			var outcome = draw.in(i + 1L, usd(earned[i]), debt);
			outcomes.add(outcome);
			debt = outcome.debt();
		}
		return outcomes;
	}

	private static List<Money> usds(long... amounts) {
		return java.util.Arrays.stream(amounts).mapToObj(DrawTest::usd).toList();
	}

	@Test
	void g10ASurplusIsNeverBankedAndADebtIsRecoveredAboveTheDraw() {
		var outcomes = run(Draw.of(Draw.Type.RECOVERABLE, usd(2000), 6), 2750, 3000, 1500, 2375, 3000, 2750);
		assertEquals(usds(2750, 3000, 2000, 2000, 2875, 2750), outcomes.stream().map(Draw.Outcome::pay).toList());
		assertEquals(usds(0, 0, 500, 125, 0, 0), outcomes.stream().map(Draw.Outcome::debt).toList());
	}

	@Test
	void g11RecoveryMayStartLater() {
		var draw = new Draw(Draw.Type.RECOVERABLE, usd(1000), 3, 4, BigDecimal.ONE, null);
		var outcomes = run(draw, 500, 700, 400, 1500);
		assertEquals(usds(1000, 1000, 1000, 100), outcomes.stream().map(Draw.Outcome::pay).toList());
		assertEquals(usds(500, 800, 1400, 0), outcomes.stream().map(Draw.Outcome::debt).toList());
	}

	@Test
	void g12TheTopUpIsOwedBackOrNot() {
		var lost = run(Draw.of(Draw.Type.NON_RECOVERABLE, usd(5000), 1), 3200).get(0);
		var owed = run(Draw.of(Draw.Type.RECOVERABLE, usd(5000), 1), 3200).get(0);
		assertEquals(new Draw.Outcome(usd(5000), usd(1800), usd(0), usd(0)), lost);
		assertEquals(new Draw.Outcome(usd(5000), usd(1800), usd(0), usd(1800)), owed);
	}

	@Test
	void g13AnAdvanceIsPaidBesidesAndTakenLater() {
		assertEquals(usds(2000, 2000), run(Draw.of(Draw.Type.ADVANCE, usd(1000), 1), 1000, 3000).stream().map(Draw.Outcome::pay).toList());
	}

	@Test
	void aShareAndAFloorHoldTheRecoveryBack() {
		var draw = new Draw(Draw.Type.RECOVERABLE, usd(2000), 1, 1, new BigDecimal("0.5"), usd(1500));
		var outcomes = run(draw, 0, 2500, 1600, 9000);
		assertEquals(usds(2000, 2000, 1550, 7550), outcomes.stream().map(Draw.Outcome::pay).toList());
		assertEquals(usds(2000, 1500, 1450, 0), outcomes.stream().map(Draw.Outcome::debt).toList());
	}

	@Property(tries = 300)
	void nothingIsLostBetweenDrawsAndDebts(@ForAll @Size(min = 1, max = 18) List<@IntRange(min = 0, max = 9000) Integer> earned, @ForAll Draw.Type type,
			@ForAll @IntRange(min = 1, max = 4000) int amount, @ForAll @IntRange(min = 1, max = 6) int months, @ForAll @IntRange(min = 1, max = 8) int recoveryFrom) {
		var draw = new Draw(type, usd(amount), months, recoveryFrom, new BigDecimal("0.7"), null);
		var outcomes = run(draw, earned.stream().mapToLong(Integer::longValue).toArray());
		var paid = outcomes.stream().map(Draw.Outcome::pay).reduce(usd(0), Money::plus);
		var whole = usd(earned.stream().mapToLong(Integer::longValue).sum());
		var drawn = outcomes.stream().map(Draw.Outcome::drawn).reduce(usd(0), Money::plus);
		var recovered = outcomes.stream().map(Draw.Outcome::recovered).reduce(usd(0), Money::plus);
		assertEquals(paid, whole.plus(drawn).minus(recovered));
		var debt = outcomes.get(outcomes.size() - 1).debt();
		assertEquals(debt, type == Draw.Type.NON_RECOVERABLE ? usd(0) : drawn.minus(recovered));
		assertTrue(outcomes.stream().allMatch(outcome -> outcome.pay().signum() >= 0 && outcome.debt().signum() >= 0));
	}
}
