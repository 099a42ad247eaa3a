package org.headcoach.training.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every role play, whoever scored it. */
class RolePlayPropertiesTest {

	private static final ExitCriteria NONE = new ExitCriteria(List.of());

	@Provide
	Arbitrary<List<RolePlay.Card>> cards() {
		return Arbitraries.integers().between(1, 7).flatMap(behaviours -> Arbitraries.of(RubricScore.values()).list().ofSize(behaviours).map(scores -> new RolePlay.Card(scores, Set.of())).list()
				.ofMinSize(1).ofMaxSize(4));
	}

	private static RolePlay.Result result(ResultRule rule, List<RolePlay.Card> cards) {
		return RolePlay.result(new RolePlay.Terms(rule, new BigDecimal("7"), null), NONE, cards);
	}

	@Property
	void theMinimumNeverExceedsTheMeanAndBothStayOnTheScale(@ForAll("cards") List<RolePlay.Card> cards) {
		var mean = result(ResultRule.MEAN, cards).score();
		var minimum = result(ResultRule.MINIMUM, cards).score();
		assertTrue(minimum.compareTo(mean) <= 0);
		assertTrue(minimum.compareTo(BigDecimal.ONE) >= 0 && mean.compareTo(BigDecimal.TEN) <= 0);
	}

	@Property
	void theOrderOfTheEvaluatorsChangesNothing(@ForAll("cards") List<RolePlay.Card> cards, @ForAll Random random) {
		var other = new ArrayList<>(cards);
		Collections.shuffle(other, random);
		for (var rule : ResultRule.values()) {
			assertEquals(result(rule, cards), result(rule, other));
		}
	}

	@Property
	void aHigherScoreNeverTurnsAPassIntoAFail(@ForAll("cards") List<RolePlay.Card> cards) {
		var better = new ArrayList<>(cards);
		better.set(0, new RolePlay.Card(Collections.nCopies(cards.get(0).scores().size(), RubricScore.TEN), Set.of()));
		for (var rule : ResultRule.values()) {
			assertTrue(!result(rule, cards).passed() || result(rule, better).passed());
		}
	}

	@Property
	void agreementOfEqualCardsIsPerfectAndAlphaNeverExceedsOne(@ForAll("cards") List<RolePlay.Card> cards) {
		var units = new ArrayList<List<Integer>>();
		for (int i = 0; i < cards.get(0).scores().size(); i++) {
			var behaviour = i;
			units.add(cards.stream().map(card -> card.scores().get(behaviour).points()).toList());
		}
		var alpha = Agreement.alpha(units);
		assertTrue(alpha == null || alpha <= 1 + 1e-12);
		var doubled = units.stream().map(unit -> List.of(unit.get(0), unit.get(0))).toList();
		var same = Agreement.of(doubled);
		assertEquals(1.0, same.same());
		assertTrue(Agreement.alpha(doubled) == null || Math.abs(Agreement.alpha(doubled) - 1) < 1e-12);
	}
}
