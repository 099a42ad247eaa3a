package org.headcoach.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;

import org.headcoach.suite.Rest;
import org.headcoach.suite.RunningApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.json.JsonObject;

/** Two processes on one PostgreSQL, started at the same moment on an empty database, in demo mode. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoNodesProcessIT {

	private static final int LINES = 20_000;

	private EmbeddedPostgres postgres;
	private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
	private RunningApplication one;
	private RunningApplication other;

	@BeforeAll
	void startBothAtOnce(@TempDir Path folder) throws Exception {
		postgres = EmbeddedPostgres.builder().start();
		mail.start();
		var first = CompletableFuture.supplyAsync(() -> node(folder.resolve("one")));
		var second = CompletableFuture.supplyAsync(() -> node(folder.resolve("other")));
		one = first.get(10, TimeUnit.MINUTES);
		other = second.get(10, TimeUnit.MINUTES);
	}

	private RunningApplication node(Path data) {
		try {
			return RunningApplication.start(Files.createDirectory(data), List.of("-Dheadcoach.demo=true",
					"-Dheadcoach.seed-data=" + Path.of("seed-data").toAbsolutePath(), "-Ddb.class=org.postgresql.ds.PGSimpleDataSource", "-Ddb.user=postgres",
					"-Ddb.password=postgres", "-Ddb.url=" + postgres.getJdbcUrl("postgres", "postgres"), "-Dheadcoach.mail.host=127.0.0.1", "-Dheadcoach.mail.tls=none",
					"-Dheadcoach.mail.port=" + mail.getSmtp().getPort()));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	@AfterAll
	void stop() throws IOException {
		if (one != null) {
			one.close();
		}
		if (other != null) {
			other.close();
		}
		postgres.close();
		mail.stop();
	}

	@Test
	void theDemoCompanyIsLoadedOnce() throws IOException {
		var imports = Rest.of(one.url(), "admin", "IMPORT_DATA").get("imports");
		assertEquals(7, imports.json().getInt("total"));
		assertTrue(imports.items().stream().allMatch(batch -> batch.getString("status").equals("IMPORTED") && batch.getInt("same") == 0 && batch.getInt("rejected") == 0));
		assertEquals(1, List.of(Files.readString(one.log()), Files.readString(other.log())).stream().filter(log -> log.contains("The demo company is being loaded")).count());
	}

	@Test
	void whatOneNodeTakesInTheOtherShows() {
		var token = Rest.withPassword(one.url(), "executive", "demo").makeToken("SEE_COMPANY").json().getString("token");
		assertEquals(Rest.withToken(one.url(), token).get("figures?size=200").json(), Rest.withToken(other.url(), token).get("figures?size=200").json());
	}

	@Test
	void oneFilePostedToBothAtOnceDoublesNothing() throws Exception {
		var text = new StringBuilder("Record ID,Activity type,Activity date,Activity assigned to,Outcome\n");
		for (int i = 0; i < LINES; i++) {
			text.append(i).append(",Call,2026-10-05 10:00,,No answer\n");
		}
		var token = Rest.withPassword(one.url(), "admin", "demo").makeToken("IMPORT_DATA").json().getString("token");
		var together = new CyclicBarrier(2);
		var first = CompletableFuture.supplyAsync(() -> post(one, token, text.toString(), together));
		var second = CompletableFuture.supplyAsync(() -> post(other, token, text.toString(), together));
		var results = List.of(first.get(5, TimeUnit.MINUTES), second.get(5, TimeUnit.MINUTES));
		assertTrue(results.stream().allMatch(result -> result.getString("status").equals("IMPORTED")), results.toString());
		var isRepeated = results.get(0).getInt("id") == results.get(1).getInt("id");
		assertEquals(LINES, results.stream().mapToInt(result -> result.getInt("added")).sum() / (isRepeated ? 2 : 1), results.toString());
		var again = post(one, token, text + "\n", new CyclicBarrier(1));
		assertEquals(LINES, again.getInt("same"), again.toString());
	}

	@Test
	void payThatBothComputeAtOnceIsPostedOnce() throws Exception {
		var token = Rest.withPassword(one.url(), "admin", "demo").makeToken("RUN_PAY").json().getString("token");
		var nodes = List.of(Rest.withToken(one.url(), token), Rest.withToken(other.url(), token));
		try (var connection = postgres.getPostgresDatabase().getConnection(); var statement = connection.createStatement()) {
			statement.executeUpdate("update deal set mrr = mrr + 10 where state = 'WON'");
			// both have to come by the calendar: while it is held, both get as far as that
			connection.setAutoCommit(false);
			statement.execute("select id from pay_calendar for update");
			var runs = nodes.stream().map(node -> node.post("pay-runs", "application/json", "").json().getInt("id")).toList();
			waitUntil(() -> number("select count(*) from pg_stat_activity where cardinality(pg_blocking_pids(pid)) > 0") == 2);
			connection.commit();
			for (int i = 0; i < 2; i++) {
				var node = nodes.get(i);
				var run = runs.get(i);
				waitUntil(() -> node.get("pay-runs/" + run).json().getString("state").equals("DONE"));
			}
			var both = " from posting where run_id in (" + runs.get(0) + ", " + runs.get(1) + ")";
			assertTrue(number("select count(*)" + both) > 0, "nothing was posted");
			assertEquals(number("select sum(posted) from pay_run where id in (" + runs.get(0) + ", " + runs.get(1) + ")"), number("select count(*)" + both));
			assertEquals(0, number("select count(*) from (select person_id" + both + " group by person_id, in_month, version_id, component, kind, source, detail having count(*) > 1) as doubled"));
			assertEquals(0, number("select count(*) from (select person_id, booked_in, sum(amount) as booked from posting group by person_id, booked_in) as book"
					+ " join statement s on s.person_id = book.person_id and s.in_month = book.booked_in where s.booked <> book.booked"), "statements that are not the sum of their lines");
			var again = nodes.get(0).post("pay-runs", "application/json", "").json().getInt("id");
			waitUntil(() -> nodes.get(1).get("pay-runs/" + again).json().getString("state").equals("DONE"));
			assertEquals(0, nodes.get(1).get("pay-runs/" + again).json().getInt("posted"), "a second run posts nothing");
		}
	}

	/** Both clocks strike at the same second; one of the nodes keeps the nights that are due and sends the last of them. */
	@Test
	void aNightIsKeptAndSentOnce() throws Exception {
		var rest = Rest.of(one.url(), "executive", "RUN_CONTESTS", "SEE_CONTESTS", "SEE_COMPANY", "SEE_LINE");
		var today = LocalDate.now(ZoneId.of("America/New_York"));
		var people = new TreeSet<Long>();
		try (var connection = postgres.getPostgresDatabase().getConnection(); var statement = connection.createStatement(); var rows = statement.executeQuery(
				"select h.person_id from position_held h join team t on t.id = h.team_id where h.until_day is null and h.role = 'REP' and t.name <> 'Harbor' order by t.name, h.person_id limit 6")) {
			while (rows.next()) {
				people.add(rows.getLong(1));
			}
		}
		var draft = rest.post("contests", "application/json", """
				{"title": "Two nodes", "zone": "America/New_York", "startsAt": "%sT00:00:00", "endsAt": "%sT00:00:00", "nightlyAt": "00:01:00", "counting": [{"behaviour": "VOLUME:DEMOS"}],
				"lowerIsBetter": false, "ties": "SHARED", "prize": "Lunch", "prizeFor": "TEAM", "prizeEach": false, "key": "two-nodes"}""".formatted(today.minusDays(2), today.plusDays(20)));
		assertEquals(201, draft.status(), draft::body);
		var id = draft.json().getInt("id");
		var drawn = rest.post("contests/" + id + "/teams", "application/json", "{\"people\": " + people + ", \"teams\": [\"Otters\", \"Lynx\"], \"keepRegions\": false}");
		assertEquals(200, drawn.status(), drawn::body);
		var announced = rest.post("contests/" + id + "/announce", "application/json",
				"{\"version\": " + drawn.json().getInt("version") + ", \"reasons\": {\"MAJORITY_CAN_MOVE_IT\": \"A test.\", \"WINDOW\": \"A test.\", \"ANNOUNCED_IN_TIME\": \"A test.\"}}");
		assertEquals(200, announced.status(), announced::body);
		var posted = "select count(*) from notice where notice_key like 'contest-" + id + "-%'";
		waitUntil(() -> number(posted) > 0 && number(posted + " and state <> 'SENT'") == 0);
		assertTrue(number("select count(*) from contest_night where contest_id = " + id) >= 2, "the nights that were missed are kept too");
		var ids = new ArrayList<String>();
		for (var message : mail.getReceivedMessages()) {
			ids.add(message.getHeader("Message-ID")[0]);
		}
		// the demo company has surveys and classes that mail as well
		ids.removeIf(each -> !each.startsWith("<contest-" + id + "-"));
		assertEquals(1, ids.stream().map(each -> each.replaceFirst("-account-.*", "")).distinct().count(), ids::toString);
		assertEquals(number(posted), ids.size());
		assertEquals(ids.size(), Set.copyOf(ids).size(), ids::toString);
	}

	private static void waitUntil(Callable<Boolean> holds) throws Exception {
		var until = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
		while (!holds.call()) {
			assertTrue(System.nanoTime() < until, "it did not come about in three minutes");
		}
	}

	private long number(String sql) throws SQLException {
		try (var connection = postgres.getPostgresDatabase().getConnection(); var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
			rows.next();
			return rows.getLong(1);
		}
	}

	private static JsonObject post(RunningApplication node, String token, String file, CyclicBarrier together) {
		try {
			together.await(1, TimeUnit.MINUTES);
		} catch (Exception e) {
			throw new IllegalStateException(e);
		}
		return Rest.withToken(node.url(), token).post("imports?source=Twice&kind=ACTIVITIES&fileName=twice.csv", "text/csv", file).json().getJsonObject("result");
	}
}
