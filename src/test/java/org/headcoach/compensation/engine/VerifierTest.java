package org.headcoach.compensation.engine;

import static org.headcoach.compensation.engine.RateRunTest.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;

import org.headcoach.shared.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class VerifierTest {

	private static final YearMonth JANUARY = YearMonth.of(2026, 1);
	private static final Path JAR = Path.of("target/verifier/WEB-INF/verifier/headcoach-verify.jar");

	/** January as it was paid, then a deal of January that turned out larger, and one that was cancelled. */
	private static StatementFile april() {
		var terms = PlanTerms.of("Hunting", Currency.getInstance("USD"), Component.of("new-mrr", table("0 2, 1000 3"), Window.MONTH, PaySchedule.atOnce(Clawback.all(4))));
		var january = facts("500", null, JANUARY.atEndOfMonth());
		var posted = new ArrayList<>(Posting.differences(owed(stretch(terms, january), JANUARY), List.of(), JANUARY));
		var now = facts("700", LocalDate.of(2026, 3, 2), JANUARY.plusMonths(3).atEndOfMonth());
		for (int month = 1; month <= 3; month++) {
			posted.addAll(Posting.differences(owed(stretch(terms, now), JANUARY.plusMonths(month)), posted, JANUARY.plusMonths(month)));
		}
		return StatementFile.of(7, "Anna Bell", JANUARY.plusMonths(3), stretch(terms, now), JANUARY, posted, key -> "because of " + key.source());
	}

	private static PayeeFacts facts(String base, LocalDate cancelled, LocalDate knownTo) {
		var won = LocalDate.of(2026, 1, 10);
		var april = LocalDate.of(2026, 4, 20);
		return PayeeFacts.of(Map.of("new-mrr", List.of(Credit.sale("a", won, new BigDecimal(base)), Credit.sale("b", april, new BigDecimal("1100")))),
				Map.of("a", new PayableDeal("a", won, null, List.of(), cancelled)), JANUARY.atDay(1), knownTo);
	}

	private static List<Stretch> stretch(PlanTerms terms, PayeeFacts facts) {
		return List.of(new Stretch("Hunting v1", terms, facts));
	}

	private static List<Owed> owed(List<Stretch> stretches, YearMonth last) {
		return new PayRun(stretches).months(JANUARY, last).stream().flatMap(month -> month.lines().stream()).toList();
	}

	@Test
	void aStatementIsWhatItsPlanAndFactsGive() {
		var statement = april();
		assertEquals(List.of("CLAWBACK -1400.00 USD", "SALE 2300.00 USD"), statement.lines().stream().map(line -> line.key().kind() + " " + line.amount()).sorted().toList());
		assertEquals(Money.of("900", "USD"), statement.pay());
		var verdict = Verifier.verify(statement.text());
		assertTrue(verdict.same(), () -> verdict.text().toString());
		assertEquals(statement, StatementFile.read(statement.text()));
	}

	@Test
	void aChangedFileIsFoundOutAndTheLineShown() {
		var verdict = Verifier.verify(april().text().replace("2300.00 USD", "2800.00 USD"));
		assertFalse(verdict.same());
		assertTrue(verdict.text().get(1).startsWith("different: the file was changed"), () -> verdict.text().toString());
		assertTrue(verdict.text().get(2).contains("2800.00 USD") && verdict.text().get(2).contains("2300.00 USD"), () -> verdict.text().toString());
	}

	@Test
	void anotherReasonBesideALineIsAChangeToo() {
		assertFalse(Verifier.verify(april().text().replace("because of b", "because of c")).same());
	}

	@Test
	void aWronglyComputedStatementShowsTheFirstLineThatDiffers() {
		var verdict = Verifier.verify(wrong().text());
		assertFalse(verdict.same());
		assertTrue(verdict.text().get(1).startsWith("different in line 1"), () -> verdict.text().toString());
	}

	private static StatementFile wrong() {
		var right = april();
		var lines = new ArrayList<>(right.lines());
		var sale = lines.get(0);
		lines.set(0, new StatementFile.Line(sale.key(), Money.of("2301", "USD"), sale.bookedIn(), sale.corrects(), sale.why()));
		return new StatementFile(right.format(), right.engine(), right.person(), right.name(), right.month(), right.plans(), right.pay(), right.carried(), lines, right.earlier(), right.firstMonth(),
				right.stretches(), "").sealed();
	}

	@Test
	void anotherEngineIsNamed() {
		var right = april();
		var other = new StatementFile(right.format(), "0", right.person(), right.name(), right.month(), right.plans(), right.pay(), right.carried(), right.lines(), right.earlier(), right.firstMonth(),
				right.stretches(), "").sealed();
		assertTrue(Verifier.verify(other.text()).text().get(1).contains("engine 0"));
	}

	@Test
	void aWrongSumIsFoundThoughAllLinesFit() {
		var right = april();
		var other = new StatementFile(right.format(), right.engine(), right.person(), right.name(), right.month(), right.plans(), Money.of("901", "USD"), right.carried(), right.lines(), right.earlier(),
				right.firstMonth(), right.stretches(), "").sealed();
		assertEquals("different: the statement pays 901.00 USD, but its lines and what was carried give 900.00 USD.", Verifier.verify(other.text()).text().get(1));
	}

	@Test
	void whatIsNoStatementIsRefused() {
		assertFalse(Verifier.verify("{}").same());
		assertFalse(Verifier.verify("nothing").same());
	}

	@Property(tries = 60)
	void everyMonthOfAnyoneCanBeComputedAgain(@ForAll long seed) {
		var any = new AnyPlan(seed);
		var terms = any.terms();
		var stretches = List.of(new Stretch("v1", terms, any.facts(terms)));
		var posted = new ArrayList<Posting>();
		for (int i = 0; i < 4; i++) {
			var month = AnyPlan.FIRST.plusMonths(i * 5L);
			posted.addAll(Posting.differences(new PayRun(stretches).months(AnyPlan.FIRST, month).stream().flatMap(one -> one.lines().stream()).toList(), posted, month));
			var statement = StatementFile.of(1, "Anna", month, stretches, AnyPlan.FIRST, posted, key -> "");
			var verdict = Verifier.verify(statement.text());
			assertTrue(verdict.same(), () -> verdict.text().toString());
		}
	}

	// ------------------------------------------------------------ as people run it

	/** What the program said, and behind it how it ended. */
	private static List<String> run(Path file) throws IOException, InterruptedException {
		assertTrue(Files.exists(JAR), "mvn process-classes builds " + JAR);
		var process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR.toAbsolutePath().toString(), file.toString()).redirectErrorStream(true).start();
		var said = new ArrayList<>(new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).lines().toList());
		said.add("exit " + process.waitFor());
		return said;
	}

	@Test
	void theProgramSaysSameOfAGoodFile(@TempDir Path folder) throws Exception {
		var said = run(Files.writeString(folder.resolve("good.json"), april().text()));
		assertEquals(List.of("Statement of Anna Bell, 2026-04, by Hunting, version 1", "same: 2 lines computed again, pay 900.00 USD, fingerprint " + april().fingerprint(), "exit 0"), said);
	}

	@Test
	void theProgramRefusesAnEditedFile(@TempDir Path folder) throws Exception {
		var said = run(Files.writeString(folder.resolve("edited.json"), april().text().replace("900.00 USD", "990.00 USD")));
		assertTrue(said.get(1).startsWith("different: the file was changed"), said::toString);
		assertEquals("exit 1", said.get(said.size() - 1));
	}

	@Test
	void theProgramShowsTheLineOfAWronglyComputedFile(@TempDir Path folder) throws Exception {
		var said = run(Files.writeString(folder.resolve("wrong.json"), wrong().text()));
		assertEquals(List.of("different in line 1:", "  the statement says  2026-04 / Hunting v1 / new-mrr / SALE / b / 1: 2301.00 USD, booked in 2026-04",
				"  computed is         2026-04 / Hunting v1 / new-mrr / SALE / b / 1: 2300.00 USD, booked in 2026-04", "exit 1"), said.subList(1, said.size()));
	}

	@Test
	void theProgramSaysWhenThereIsNoFile(@TempDir Path folder) throws Exception {
		var said = run(folder.resolve("none.json"));
		assertEquals("exit 2", said.get(said.size() - 1));
	}
}
