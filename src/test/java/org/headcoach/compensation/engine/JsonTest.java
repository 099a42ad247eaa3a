package org.headcoach.compensation.engine;

import static org.headcoach.compensation.engine.RateRunTest.n;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Currency;
import java.util.List;
import java.util.function.UnaryOperator;

import org.headcoach.shared.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class JsonTest {

	private static final Currency USD = Currency.getInstance("USD");

	@Property(tries = 200)
	void whatIsWrittenIsReadAgainAsItWas(@ForAll long seed) {
		var any = new AnyPlan(seed);
		var terms = any.terms();
		assertEquals(List.of(), terms.problems());
		var stretches = List.of(new Stretch("Plan v1", terms, any.facts(terms)), new Stretch("Plan v2", terms.numbered(2), any.facts(terms)));
		assertEquals(terms, Json.read(Json.write(terms), PlanTerms.class));
		assertEquals(stretches, Json.readAll(Json.write(stretches), Stretch.class));
		assertEquals(stretches.get(0).facts(), Json.read(Json.print(stretches.get(0).facts()), PayeeFacts.class));
		assertEquals(Json.write(stretches), Json.write(Json.readAll(Json.write(stretches), Stretch.class)));
	}

	@Test
	void slicesAndFactorsAreKeptToTheLastDigit() {
		var slices = List.of(new Slice(0, n("5000.00"), n("0.040"), n("200.00000")), new Slice(1, n("1").divide(n("3"), Slice.DIGITS), n("0.06"), n("-0.02")));
		assertEquals("[{\"tier\":0,\"base\":\"5000.00\",\"rate\":\"0.040\",\"amount\":\"200.00000\"},"
				+ "{\"tier\":1,\"base\":\"0.3333333333333333333333333333333333\",\"rate\":\"0.06\",\"amount\":\"-0.02\"}]", Json.write(slices));
		assertEquals(slices, Json.readAll(Json.write(slices), Slice.class));
		var factors = List.of(new Modifier.Factor("CHURN", null, 0, 0, n("2")));
		assertEquals(factors, Json.readAll(Json.write(factors), Modifier.Factor.class));
	}

	@Test
	void moneyAndMonthsReadAsPeopleWriteThem() {
		assertEquals("{\"id\":\"a\",\"month\":\"2026-02\",\"amount\":\"-12.50 USD\"}", Json.write(new PayeeFacts.Adjusted("a", java.time.YearMonth.of(2026, 2), Money.of("-12.5", "USD"))));
	}

	@ParameterizedTest
	@EnumSource(Preset.class)
	void aPresetIsKept(Preset preset) {
		var terms = preset.terms(USD, UnaryOperator.identity());
		assertEquals(terms, Json.read(Json.print(terms), PlanTerms.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "null", "[]", "{\"from\":\"0\"} {}", "{\"from\":\"0\",\"bonus\":1}", "{\"from\":\"0\",\"from\":\"1\"}", "{\"from\":\"nought\"}", "{\"kind\":0}", "{\"kind\":\"SOMETIMES\"}",
			"{\"from\":[1]}", "{\"from\":true}" })
	void whatIsNoTierIsRefused(String text) {
		var refusal = assertThrows(IllegalArgumentException.class, () -> Json.read(text, Tier.class));
		assertTrue(refusal.getMessage() != null && !refusal.getMessage().isBlank());
	}

	@Test
	void aFieldThatThisVersionDoesNotKnowIsRefusedAndNamed() {
		var text = Json.write(PlanTerms.of("Plan", USD)).replace("\"version\"", "\"bonus\":1,\"version\"");
		assertTrue(assertThrows(IllegalArgumentException.class, () -> Json.read(text, PlanTerms.class)).getMessage().contains("bonus"));
	}
}
