package org.headcoach.compensation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import org.headcoach.compensation.engine.Clawback;
import org.headcoach.compensation.engine.Component;
import org.headcoach.compensation.engine.PaySchedule;
import org.headcoach.compensation.engine.PlanTerms;
import org.headcoach.compensation.engine.RateTable;
import org.headcoach.compensation.engine.Window;
import org.headcoach.suite.PayingCompany;
import org.headcoach.suite.Rest;
import org.headcoach.suite.RunningApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.json.JsonObject;

/** A server that is killed while it computes what an import has changed, and the next start on the same data. */
class KilledPayRunProcessIT {

	/** So many that several lots are still to come when the first has been seen. */
	private static final int PEOPLE = 1_500;
	private static final int DEALS = 3;

	/** Two for each dollar of a deal's MRR, which is its number in hundreds. */
	private static final int EACH = 2 * 100 * DEALS * (DEALS + 1) / 2;

	private final LocalDate since = YearMonth.now(ZoneOffset.UTC).minusMonths(1).atDay(1);

	@TempDir
	private Path data;

	@Test
	void aKilledRunDoublesAndLosesNothingOnH2() throws Exception {
		aKilledRunDoublesAndLosesNothing(new PayingCompany("jdbc:h2:file:" + data.resolve("headcoach") + ";WRITE_DELAY=0", "headcoach", "headcoach"), List.of());
	}

	@Test
	void aKilledRunDoublesAndLosesNothingOnPostgresql() throws Exception {
		try (var postgres = EmbeddedPostgres.builder().start()) {
			var url = postgres.getJdbcUrl("postgres", "postgres");
			aKilledRunDoublesAndLosesNothing(new PayingCompany(url, "postgres", "postgres"),
					List.of("-Ddb.class=org.postgresql.ds.PGSimpleDataSource", "-Ddb.user=postgres", "-Ddb.password=postgres", "-Ddb.url=" + url));
		}
	}

	private void aKilledRunDoublesAndLosesNothing(PayingCompany company, List<String> database) throws Exception {
		company.settle(PlanTerms.of("Hunting", Currency.getInstance("USD"),
				Component.of("new-mrr", RateTable.flat(BigDecimal.valueOf(2)), Window.MONTH, PaySchedule.atOnce(Clawback.all(4))).named("New MRR")), PEOPLE, since);
		var application = RunningApplication.start(data, database);
		try {
			var rest = Rest.withToken(application.url(), PayingCompany.TOKEN);
			var imported = rest.post("imports?source=" + PayingCompany.CRM + "&kind=DEALS", "text/csv", deals());
			assertEquals(PEOPLE * DEALS, imported.json().getJsonObject("result").getInt("added"), imported::body);
			var killed = waitForRun(rest, run -> run.getInt("people") > 0);
			application.kill();

			var computed = (int) company.read("select count(distinct person_id) from posting");
			assertTrue(computed > 0 && computed < PEOPLE, () -> "killed in the middle, with " + computed + " of " + PEOPLE);
			assertEquals(0, company.read("select count(*) from (select person_id from posting group by person_id having count(*) <> " + DEALS + ") as torn"), "a person is posted whole or not at all");
			assertEquals(computed, company.read("select people from pay_run where id = " + killed.getInt("id")), "the run says how far it came");
			assertEquals(PEOPLE - computed, company.read("select count(distinct person_id) from pay_due"), "whoever is not posted is still due");
			assertEquals(0, company.read("select count(*) from pay_due where person_id in (select person_id from posting)"), "whoever is posted is due no more");

			application = RunningApplication.start(data, database);
			rest = Rest.withToken(application.url(), PayingCompany.TOKEN);
			var rests = waitForRun(rest, run -> run.getInt("id") != killed.getInt("id") && run.getString("state").equals("DONE"));
			var runs = rest.get("pay-runs").body();
			assertEquals((PEOPLE - computed) * DEALS, rests.getInt("posted"), () -> "the start posts what was missing, and only that, of " + runs);
			var again = rest.post("pay-runs", "application/json", "").json().getInt("id");
			var second = waitForRun(rest, run -> run.getInt("id") == again && run.getString("state").equals("DONE"));
			assertEquals(PEOPLE + " 0", second.getInt("people") + " " + second.getInt("posted"), "a second run posts nothing");
		} finally {
			application.close();
		}
		asWithoutTheKill(company);
	}

	/** Each deal of each person once, at its own amount. */
	private static void asWithoutTheKill(PayingCompany company) throws SQLException {
		assertEquals(PEOPLE * DEALS, company.read("select count(*) from posting where ordinal = 1 and corrects_id is null"));
		assertEquals(PEOPLE * DEALS, company.read("select count(*) from posting"));
		assertEquals(PEOPLE, company.read("select count(*) from (select person_id from posting group by person_id having sum(amount) = " + EACH + ") as whole"));
		assertEquals(PEOPLE, company.read("select count(*) from statement where pay = " + EACH));
		assertEquals(0, company.read("select count(*) from pay_due"));
	}

	private String deals() {
		var text = new StringBuilder("Record ID,Deal Name,Deal Stage,Close Date,Deal owner,Amount,Create Date,MRR\n");
		for (int rep = 0; rep < PEOPLE; rep++) {
			for (int deal = 1; deal <= DEALS; deal++) {
				text.append(rep).append('-').append(deal).append(",Deal,Closed Won,").append(since).append(',').append(PayingCompany.emailOf(rep)).append(',').append(1_200 * deal).append(',')
						.append(since).append(',').append(100 * deal).append('\n');
			}
		}
		return text.toString();
	}

	/** Asks for the latest run until it is as wanted. */
	private static JsonObject waitForRun(Rest rest, Predicate<JsonObject> wanted) throws InterruptedException {
		var until = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
		while (System.nanoTime() < until) {
			var runs = rest.get("pay-runs?size=1").items();
			if (!runs.isEmpty() && wanted.test(runs.get(0))) {
				return runs.get(0);
			}
			Thread.sleep(10);
		}
		throw new AssertionError("No run came that far: " + rest.get("pay-runs").body());
	}
}
