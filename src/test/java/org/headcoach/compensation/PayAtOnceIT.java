package org.headcoach.compensation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.headcoach.compensation.engine.Clawback;
import org.headcoach.compensation.engine.Component;
import org.headcoach.compensation.engine.Crediting;
import org.headcoach.compensation.engine.Measure;
import org.headcoach.compensation.engine.PaySchedule;
import org.headcoach.compensation.engine.PlanTerms;
import org.headcoach.compensation.engine.RateTable;
import org.headcoach.compensation.engine.Window;
import org.headcoach.people.Background;
import org.headcoach.people.Salesperson;
import org.headcoach.pipeline.ImportService;
import org.headcoach.pipeline.engine.ImportKind;
import org.headcoach.shared.BusinessException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;

/**
 * Work on pay that meets other work. The test holds a row until the database says that all of them wait, for it or for one another: so they are really at work
 * at the same moment, without a pause that would have to be long enough.
 */
class PayAtOnceIT extends PayCase {

	private static final String CALENDAR = "select id from pay_calendar where id = 1";

	@Resource
	private ManagedExecutorService threads;

	@Inject
	private Background work;

	@Inject
	private PayRuns runs;

	@Inject
	private ImportService imports;

	@BeforeEach
	void huntersWithADealInOctober() {
		onPlan(hunting(given.unique("Hunting")), "2026-10-01", Map.of(), sales.rep(0), sales.rep(1), sales.rep(2));
		won("a", sales.rep(0), "2026-10-14", "500");
		won("b", sales.rep(1), "2026-10-15", "100");
	}

	private void mark(Salesperson person) {
		run("insert into pay_due (person_id, marked_at) values (" + person.id() + ", current_timestamp)");
	}

	/** A row that is locked until it is let go. */
	private final class Held implements AutoCloseable {

		private final Connection connection;

		Held(String row) throws SQLException {
			connection = database.getConnection();
			connection.setAutoCommit(false);
			try (var statement = connection.createStatement(); var rows = statement.executeQuery(row + " for update")) {
				assertTrue(rows.next(), row);
			}
		}

		/** Returns when so many transactions wait; nobody of these may be through before. */
		@SafeVarargs
		final void untilWaiting(int transactions, Future<String>... those) throws Exception {
			var isH2 = connection.getMetaData().getDatabaseProductName().equals("H2");
			var waiting = "select count(*) from " + (isH2 ? "information_schema.sessions where blocker_id is not null" : "pg_stat_activity where cardinality(pg_blocking_pids(pid)) > 0");
			var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(50);
			while (Integer.parseInt(read(waiting).get(0)) < transactions) {
				for (var one : those) {
					assertFalse(one.isDone(), () -> "did not wait: " + outcome(one));
				}
				assertTrue(System.nanoTime() < until, "they do not wait for one another");
				Thread.onSpinWait();
			}
		}

		@Override
		public void close() throws SQLException {
			connection.rollback();
			connection.close();
		}
	}

	private static String outcome(Future<String> done) {
		try {
			return done.get();
		} catch (InterruptedException | ExecutionException e) {
			return e.toString();
		}
	}

	/** What it says, or the key of the refusal. */
	private Future<String> begun(Callable<?> step) {
		return threads.submit(() -> work.as(admin, () -> {
			try {
				return String.valueOf(step.call());
			} catch (BusinessException e) {
				return e.key();
			} catch (Exception e) {
				throw new IllegalStateException(e);
			}
		}));
	}

	private Future<String> closing() {
		return begun(() -> {
			payroll.close(OCTOBER, true);
			return "closed";
		});
	}

	private Future<String> computing() {
		return begun(() -> payroll.compute().posted());
	}

	private static List<String> sorted(Future<String> one, Future<String> other) throws Exception {
		return Stream.of(one.get(1, TimeUnit.MINUTES), other.get(1, TimeUnit.MINUTES)).sorted().toList();
	}

	@Test
	void twoAdministratorsWhoCloseTheSameMonthCloseItOnce() throws Exception {
		asAdmin(() -> payroll.compute());
		asAdmin(() -> payroll.review(OCTOBER));
		Future<String> one;
		Future<String> other;
		try (var held = new Held(CALENDAR)) {
			one = closing();
			other = closing();
			held.untilWaiting(2, one, other);
		}
		assertEquals(List.of("closed", "compensation.month.error.CLOSED"), sorted(one, other));
		assertEquals(List.of("2026-11-01"), read("select cast(first_open as varchar(10)) from pay_calendar"));
		aSecondRunPostsNothing();
	}

	@Test
	void twoRunsAtOncePostOnce() throws Exception {
		Future<String> one;
		Future<String> other;
		try (var held = new Held(CALENDAR)) {
			one = computing();
			other = computing();
			held.untilWaiting(2, one, other);
		}
		assertEquals(List.of("0", "2"), sorted(one, other));
		assertEquals(List.of("2"), read("select count(*) from posting"));
		assertEquals("1000", pay(sales.rep(0), OCTOBER));
		aSecondRunPostsNothing();
	}

	@Test
	void aMonthIsClosedWithAllThatARunningComputationPosts() throws Exception {
		asAdmin(() -> payroll.compute());
		asAdmin(() -> payroll.review(OCTOBER));
		nowWorth("a", "575");
		mark(sales.rep(0));
		Future<String> run;
		Future<String> close;
		// the run has posted and not yet committed: it waits at the mark that it wants to remove
		try (var held = new Held("select id from pay_due")) {
			run = begun(() -> payroll.computeChanged().posted());
			held.untilWaiting(1, run);
			close = closing();
			held.untilWaiting(2, run, close);
		}
		assertEquals("1 closed", run.get(1, TimeUnit.MINUTES) + " " + close.get(1, TimeUnit.MINUTES));
		assertEquals("1150", pay(sales.rep(0), OCTOBER));
		assertEquals(List.of("3"), read("select count(*) from statement where in_month = date '2026-10-01' and closed_at is not null and hash is not null"));
		aSecondRunPostsNothing();
	}

	@Test
	void aDealThatIsImportedDuringARunIsPaidOnce() throws Exception {
		Future<String> run;
		// the run has read what was sold: it waits at a mark that it wants to remove
		try (var held = new Held("select id from pay_due where person_id = " + sales.rep(0).id())) {
			run = begun(() -> payroll.computeChanged().posted());
			held.untilWaiting(1, run);
			var file = "Record ID,Deal Name,Deal Stage,Close Date,Deal owner,Amount,Create Date,MRR\nlate,Late,Closed Won,2026-10-20," + sales.rep(0).email() + ",1200,2026-09-01,100\n";
			// on a thread of its own: on this one the server would have it share the connection that holds the row
			assertEquals("1", begun(() -> imports.importAll(
					new ImportService.Upload(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), "late.csv", given.unique("Late CRM"), ImportKind.DEALS, null), true).added())
					.get(1, TimeUnit.MINUTES));
			// the import is there for good, and the computation that it begins waits for the one that runs
			held.untilWaiting(2, run);
		}
		assertEquals("2", run.get(1, TimeUnit.MINUTES));
		waitUntilNobodyIsDue();
		assertEquals("1200", pay(sales.rep(0), OCTOBER));
		assertEquals(List.of("2"), read("select count(*) from posting where person_id = " + sales.rep(0).id()));
		aSecondRunPostsNothing();
	}

	private void waitUntilNobodyIsDue() {
		var until = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
		while (!read("select count(*) from pay_due").equals(List.of("0"))) {
			assertTrue(System.nanoTime() < until, "the marks of the import are not taken up");
			Thread.onSpinWait();
		}
	}

	private static PlanTerms leading(String name) {
		return PlanTerms.of(name, USD, Component.of("team-mrr", RateTable.flat(new BigDecimal("0.15")), Window.MONTH, PaySchedule.atOnce(Clawback.all(4)))
				.measuring(Measure.of(Measure.Kind.MRR), Crediting.ROLL_UP));
	}

	@Test
	void whosePayRestsOnAMarkedOneStaysMarkedWhenTheRunBreaksOff() {
		onPlan(leading(given.unique("Team")), "2026-10-01", Map.of(), sales.manager());
		asAdmin(() -> payroll.compute());
		assertEquals("90", pay(sales.manager(), OCTOBER));
		nowWorth("a", "600");
		mark(sales.rep(0));
		// begun and never finished, as by a process that is killed
		var begun = given.as(admin, () -> runs.begin(false));
		assertEquals(List.of(sales.rep(0).id(), sales.manager().id()).stream().sorted().toList(), begun.people());
		assertEquals(begun.people().stream().map(String::valueOf).sorted().toList(), read("select person_id from pay_due").stream().sorted().toList());
		assertEquals(2, asAdmin(() -> payroll.computeChanged()).posted());
		assertEquals("105", pay(sales.manager(), OCTOBER));
		aSecondRunPostsNothing();
	}
}
