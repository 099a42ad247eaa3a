package org.headcoach.compensation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarInputStream;

import org.headcoach.InContainer;
import org.headcoach.compensation.engine.Credit;
import org.headcoach.compensation.engine.PayRun;
import org.headcoach.compensation.engine.PayeeFacts;
import org.headcoach.compensation.engine.Posting;
import org.headcoach.compensation.engine.Preset;
import org.headcoach.compensation.engine.StatementFile;
import org.headcoach.compensation.engine.Stretch;
import org.headcoach.compensation.engine.Verifier;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;

/** What the arithmetic needs of the server: its library for JSON, and the war that carries the program. */
class StatementFileIT extends InContainer {

	@Inject
	private ServletContext war;

	@Test
	void aStatementIsWrittenAndReadInTheServer() {
		var january = YearMonth.of(2026, 1);
		var terms = Preset.CUSTOMER_COMMITMENT.terms(Currency.getInstance("USD"), key -> key);
		var facts = PayeeFacts.of(Map.of("new-mrr", List.of(Credit.sale("a", january.atDay(9), BigDecimal.TEN))), Map.of(), january.atDay(1), january.atEndOfMonth());
		var stretches = List.of(new Stretch("v1", terms, facts));
		var owed = new PayRun(stretches).months(january, january).get(0).lines();
		var statement = StatementFile.of(1, "Anna", january, stretches, january, Posting.differences(owed, List.of(), january), key -> "");
		assertEquals(statement, StatementFile.read(statement.text()));
		assertTrue(Verifier.verify(statement.text()).same());
	}

	@Test
	void theWarCarriesTheProgramWithAllThatItNeeds() throws IOException {
		var classes = new HashSet<String>();
		try (var program = new JarInputStream(war.getResourceAsStream("/WEB-INF/verifier/headcoach-verify.jar"))) {
			assertEquals(Verifier.class.getName(), program.getManifest().getMainAttributes().getValue("Main-Class"));
			for (var entry = program.getNextJarEntry(); entry != null; entry = program.getNextJarEntry()) {
				classes.add(entry.getName());
			}
		}
		assertTrue(classes.containsAll(Set.of("org/headcoach/compensation/engine/PayRun.class", "org/headcoach/shared/Money.class", "com/fasterxml/jackson/databind/ObjectMapper.class")));
	}
}
