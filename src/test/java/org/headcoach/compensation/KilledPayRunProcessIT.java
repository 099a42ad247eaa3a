package org.headcoach.compensation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.headcoach.compensation.engine.Clawback;
import org.headcoach.compensation.engine.Component;
import org.headcoach.compensation.engine.Json;
import org.headcoach.compensation.engine.PaySchedule;
import org.headcoach.compensation.engine.PlanTerms;
import org.headcoach.compensation.engine.RateTable;
import org.headcoach.compensation.engine.Window;
import org.headcoach.suite.Rest;
import org.headcoach.suite.RunningApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import jakarta.json.JsonObject;

/** A server that is killed in the middle of a run over many people, and the next start on the same data. */
class KilledPayRunProcessIT {

	/** So many that a run takes several lots after the first has been seen. */
	private static final int PEOPLE = 1_000;
	private static final int DEALS = 10;

	/** Two for each dollar of a deal's MRR, which is its number in hundreds. */
	private static final long EACH = 2L * 100 * DEALS * (DEALS + 1) / 2;

	@TempDir
	private Path data;

	private RunningApplication start() throws IOException {
		return RunningApplication.start(data, List.of("-Dheadcoach.demo=true", "-Dheadcoach.seed-data=" + Path.of("seed-data").toAbsolutePath()));
	}

	@Test
	void whatAKilledRunHasPostedStaysAndTheNextPostsTheRest() throws Exception {
		start().close();
		manyPeople();
		var application = start();
		try {
			// a token is valid on both sides of the kill
			var token = Rest.withPassword(application.url(), "admin", "demo").makeToken("RUN_PAY").json().getString("token");
			var rest = Rest.withToken(application.url(), token);
			var run = rest.post("pay-runs", "application/json", "").json();
			var killedAt = waitFor(rest, run, true);
			application.kill();
			assertTrue(killedAt < run.getInt("total"), "The run was over before it was killed");

			application = start();
			rest = Rest.withToken(application.url(), token);
			var next = rest.post("pay-runs", "application/json", "").json();
			waitFor(rest, next, false);
			var done = rest.get("pay-runs/" + next.getInt("id")).json();
			assertTrue(done.getInt("posted") > 0, () -> "the rest was missing: " + done);
			var again = rest.post("pay-runs", "application/json", "").json();
			waitFor(rest, again, false);
			assertEquals(0, rest.get("pay-runs/" + again.getInt("id")).json().getInt("posted"), "a second run posts nothing");
		} finally {
			application.close();
		}
		// the same as without the kill: each deal of each person once, at its own amount
		assertEquals(PEOPLE * DEALS, read("select count(*) from posting g join salesperson p on p.id = g.person_id where p.name like 'Killed %'"));
		assertEquals(0, read("select count(*) from (select g.person_id from posting g join salesperson p on p.id = g.person_id where p.name like 'Killed %' group by g.person_id having sum(g.amount) <> "
				+ EACH + ") as wrong"));
		assertEquals(PEOPLE, read("select count(*) from statement s join salesperson p on p.id = s.person_id where p.name like 'Killed %' and s.pay = " + EACH));
	}

	/** Until some people, or all, are computed. Returns how many. */
	private static int waitFor(Rest rest, JsonObject run, boolean some) {
		var until = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
		while (System.nanoTime() < until) {
			var now = rest.get("pay-runs/" + run.getInt("id")).json();
			if (some ? now.getInt("people") >= 200 : now.getString("state").equals("DONE")) {
				return now.getInt("people");
			}
		}
		throw new AssertionError("The run did not come that far: " + run);
	}

	private Connection database() throws SQLException {
		return DriverManager.getConnection("jdbc:h2:file:" + data.resolve("headcoach") + ";WRITE_DELAY=0", "headcoach", "headcoach");
	}

	private int read(String sql) throws SQLException {
		try (var connection = database(); var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
			rows.next();
			return rows.getInt(1);
		}
	}

	/** A plan that pays two for each dollar of MRR, a thousand people on it since the first open month, each with ten deals won in it. */
	private void manyPeople() throws SQLException {
		var terms = PlanTerms.of("Killed", Currency.getInstance("USD"),
				Component.of("new-mrr", RateTable.flat(BigDecimal.valueOf(2)), Window.MONTH, PaySchedule.atOnce(Clawback.all(4))).named("New MRR"));
		try (var connection = database(); var statement = connection.createStatement()) {
			LocalDate first;
			try (var rows = statement.executeQuery("select first_open from pay_calendar")) {
				rows.next();
				first = rows.getObject(1, LocalDate.class);
			}
			var day = "date '" + first + "'";
			statement.executeUpdate("insert into pay_plan (id, name, archived, version) values (-1, 'Killed', false, 1)");
			try (var version = connection.prepareStatement("insert into plan_version (id, plan_id, number, status, effective_from, terms_json, created_at, created_by_name, published_at,"
					+ " published_by_name, version) values (-1, -1, 1, 'PUBLISHED', " + day + ", ?, current_timestamp, 'Test', current_timestamp, 'Test', 1)")) {
				version.setString(1, Json.write(terms));
				version.executeUpdate();
			}
			statement.executeUpdate("insert into salesperson (id, name, email, external_id, started_on, version) select -1000 - x, 'Killed ' || x, 'killed' || x || '@suite.example', 'K' || x, " + day
					+ ", 1 from system_range(1, " + PEOPLE + ")");
			statement.executeUpdate("insert into plan_assignment (id, plan_id, person_id, from_day, version) select -1000 - x, -1, -1000 - x, " + day + ", 1 from system_range(1, " + PEOPLE + ")");
			statement.executeUpdate("insert into deal (source_id, batch_id, external_id, name, customer, owner_id, state, created_on, closed_on, amount, mrr, currency, prepaid_months)"
					+ " select b.source_id, b.id, 'K' || p.x || '-' || d.x, 'Deal ' || d.x, 'Customer ' || p.x, -1000 - p.x, 'WON', " + day + ", " + day + ", 1200 * d.x, 100 * d.x, 'USD', 1"
					+ " from system_range(1, " + PEOPLE + ") p cross join system_range(1, " + DEALS + ") d cross join (select id, source_id from import_batch where kind = 'DEALS' order by id"
					+ " fetch first 1 row only) b");
		}
	}
}
