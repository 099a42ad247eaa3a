package org.headcoach.pipeline;

import static org.headcoach.people.AccountRole.ADMINISTRATOR;
import static org.headcoach.people.AccountRole.MANAGER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.headcoach.people.Actor;
import org.headcoach.people.CurrentActor;
import org.headcoach.people.PeopleService;
import org.headcoach.people.Positions;
import org.headcoach.people.Salesperson;
import org.headcoach.pipeline.ImportService.Upload;
import org.headcoach.pipeline.Imports.BatchRow;
import org.headcoach.pipeline.Imports.Shown;
import org.headcoach.pipeline.engine.ImportKind;
import org.headcoach.pipeline.engine.Mapping;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.NotHereException;
import org.junit.jupiter.api.Test;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

class ImportIT extends ImportingFiles {

	private static final String ACTIVITIES = "Record ID,Activity type,Activity date,Activity assigned to,Outcome\n";

	@Inject
	private ImportRun run;

	@Inject
	private ImportWatch watch;

	@Inject
	private Figures figures;

	@Inject
	private Positions positions;

	@Inject
	private PeopleService people;

	@Inject
	private CurrentActor current;

	@Inject
	private Instance<RequestContextController> requests;

	@Resource
	private ManagedExecutorService executor;

	private String calls(Salesperson owner, int first, int last) {
		var text = new StringBuilder();
		for (int i = first; i <= last; i++) {
			text.append(i).append(",Connect,2026-10-05 10:").append(10 + i).append(',').append(owner.email()).append(",Interested\n");
		}
		return text.toString();
	}

	@Test
	void importingItAgainChangesNothing() {
		var text = ACTIVITIES + calls(amira, 1, 3);
		counts("IMPORTED new 3 changed 0 same 0 waiting 0 rejected 0", importing(ImportKind.ACTIVITIES, text));
		counts("READY new 0 changed 0 same 3 waiting 0 rejected 0", checking(ImportKind.ACTIVITIES, text));
		assertEquals(List.of("3"), select("select count(*) from activity where source_id = :source"));
	}

	@Test
	void everyKindOfFileImportedAgainIsTheSame() {
		var files = List.of(file(ACTIVITIES + calls(amira, 1, 2), crm, ImportKind.ACTIVITIES),
				file(DEALS + "1,Arden,Closed Won,2026-10-20," + amira.email() + ",1200.50,2026-09-01,100.0417\n", crm, ImportKind.DEALS),
				file("Record ID,Contact owner,Create Date,First Worked Date,Original Source\n1," + amira.email() + ",2026-10-01,2026-10-02,E-book\n", crm, ImportKind.LEADS),
				file("ID,Deal ID,Cancelled on,MRR\nC1,1,2026-10-30,100.04\n", crm, ImportKind.CANCELLATIONS),
				file("ID,Deal ID,Invoiced on,Paid on,Amount,Months\nP1,1,2026-10-21,2026-10-30,1200.5,12\n", crm, ImportKind.PAYMENTS),
				file("Deal ID,Split Owner,Split (%),Split Type\n1," + amira.email() + ",62.5,Revenue\n1," + kofi.email() + ",37.5,Revenue\n", crm, ImportKind.DEAL_SPLITS));
		for (var file : files) {
			var bytes = text(file);
			var first = asAdministrator(() -> imports.importAll(file(bytes, crm, file.kind()), true));
			assertEquals(ImportStatus.IMPORTED, first.status(), file.kind().name());
			var again = asAdministrator(() -> imports.importAll(file(bytes + "\n\n", crm, file.kind()), true));
			assertEquals(file.kind() + " same " + first.added(), file.kind() + " same " + again.same());
		}
	}

	private static String text(Upload file) {
		try {
			return new String(file.content().readAllBytes(), StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new IllegalStateException(e);
		}
	}

	@Test
	void aCallThatIsRepeatedIsAnsweredWithTheFirstImport() {
		var text = ACTIVITIES + calls(amira, 1, 3);
		var first = importing(ImportKind.ACTIVITIES, text);
		assertEquals(first.id(), importing(ImportKind.ACTIVITIES, text).id());
		var other = importing(ImportKind.ACTIVITIES, ACTIVITIES + calls(kofi, 2, 2));
		counts("IMPORTED new 0 changed 1 same 0 waiting 0 rejected 0", other);
		counts("IMPORTED new 0 changed 1 same 2 waiting 0 rejected 0", importing(ImportKind.ACTIVITIES, text));
	}

	@Test
	void thePreviewSaysWhatIsNewAndWhatChangesFromWhatToWhat() {
		importing(ImportKind.DEALS, DEALS + "1,Arden,Contract Sent,," + amira.email() + ",600,2026-09-01,\n2,Palisade,Contract Sent,," + amira.email() + ",700,2026-09-01,\n");
		var batch = checking(ImportKind.DEALS, DEALS + "1,Arden,Closed Won,2026-10-28," + kofi.email() + ",650,2026-09-01,\n2,Palisade,Contract Sent,," + amira.email()
				+ ",700.00,2026-09-01,\n3,Corner,Contract Sent,," + amira.email() + ",5,2026-09-01,\n");
		counts("READY new 1 changed 1 same 1 waiting 0 rejected 0", batch);
		var changed = asAdministrator(() -> imports.staged(batch.id(), Shown.CHANGED, 0, 10));
		assertEquals(List.of("owner_id " + amira.name() + " > " + kofi.name(), "stage Contract Sent > Closed Won", "state OPEN > WON", "closed_on null > 2026-10-28",
				"amount 600 > 650"), changed.get(0).changes().stream().map(one -> one.field() + " " + one.before() + " > " + one.after()).toList());
		assertEquals(List.of(4L), asAdministrator(() -> imports.staged(batch.id(), Shown.NEW, 0, 10)).stream().map(Imports.StagedRow::line).toList());
		assertEquals(List.of(3L), asAdministrator(() -> imports.staged(batch.id(), Shown.SAME, 0, 10)).stream().map(Imports.StagedRow::line).toList());
	}

	@Test
	void thePreviewSaysForHowManyPeopleFiguresAreComputedAgain() {
		assertEquals(1, touched(checking(ImportKind.ACTIVITIES, ACTIVITIES + calls(amira, 1, 1))));
		assertEquals(0, touched(checking(ImportKind.ACTIVITIES, ACTIVITIES + "9,Connect,2026-10-05 10:11,,Interested\n")), "nobody's call");
		importing(ImportKind.DEALS, DEALS + "1,Arden,Closed Won,2026-10-20," + amira.email() + ",1200.50,2026-09-01,100\n");
		var cancelled = "ID,Deal ID,Cancelled on,MRR\nC1,1,2026-10-30,100\n";
		assertEquals(1, touched(checking(ImportKind.CANCELLATIONS, cancelled)), "churn is the owner's of the deal");
		importing(ImportKind.CANCELLATIONS, cancelled);
		assertEquals(0, touched(checking(ImportKind.CANCELLATIONS, cancelled)), "nothing new");
	}

	@Test
	void linesOfADealThatTheSourceHasNotSentAreCountedBeforeAndAfterTheyAreWritten() {
		importing(ImportKind.DEALS, DEALS + "1,Arden,Closed Won,2026-10-20," + amira.email() + ",1200.50,2026-09-01,100\n");
		var cancelled = "ID,Deal ID,Customer,Cancelled on,MRR\nC1,1,,2026-10-30,100\nC2,NOPE,,2026-10-30,100\nC3,,Arden,2026-10-30,100\n";
		assertEquals(2, withoutDeal(checking(ImportKind.CANCELLATIONS, cancelled)));
		var written = importing(ImportKind.CANCELLATIONS, cancelled);
		assertEquals(2, withoutDeal(written));
		importing(ImportKind.DEALS, DEALS + "NOPE,Corner,Closed Won,2026-10-20," + amira.email() + ",5,2026-09-01,\n");
		assertEquals(1, withoutDeal(written), "the deal has come, the other line names none");
		assertEquals(0, withoutDeal(checking(ImportKind.DEALS, DEALS + "2,Palisade,Closed Won,2026-10-20," + amira.email() + ",5,2026-09-01,\n")));
	}

	private long withoutDeal(BatchRow batch) {
		return asAdministrator(() -> imports.page(batch.id())).withoutDeal();
	}

	private long touched(BatchRow batch) {
		return asAdministrator(() -> imports.page(batch.id())).peopleTouched();
	}

	@Test
	void whatNoColumnFeedsStaysAsItWas() {
		importing(ImportKind.DEALS, DEALS + "1,Arden,Closed Won,2026-10-28," + amira.email() + ",600,2026-09-01,50\n");
		importing(ImportKind.DEALS, "Record ID,Deal Stage,Close Date,Deal owner,Create Date\n1,Closed Lost,2026-10-29," + amira.email() + ",2026-09-01\n");
		assertEquals(List.of("Arden LOST 50.0000"), select("select name || ' ' || state || ' ' || cast(mrr as varchar(20)) from deal where source_id = :source"));
	}

	@Test
	void undoTakesNewRecordsAwayAndGivesChangedOnesTheirFormerValues() {
		importing(ImportKind.ACTIVITIES, ACTIVITIES + calls(amira, 1, 2));
		var second = importing(ImportKind.ACTIVITIES, ACTIVITIES + calls(kofi, 2, 4));
		counts("IMPORTED new 2 changed 1 same 0 waiting 0 rejected 0", second);
		undo(second);
		assertEquals(List.of("1 " + amira.id(), "2 " + amira.id()),
				select("select external_id || ' ' || owner_id from activity where source_id = :source order by external_id"));
		assertEquals(ImportStatus.UNDONE, asAdministrator(() -> imports.batch(second.id())).status());
		counts("IMPORTED new 2 changed 1 same 0 waiting 0 rejected 0", importing(ImportKind.ACTIVITIES, ACTIVITIES + calls(kofi, 2, 4)));
	}

	@Test
	void undoIsRefusedInTheNameOfALaterImportThatTouchedTheSameRecordsAndPossibleAfterThatOneIsUndone() {
		var first = importing(ImportKind.ACTIVITIES, ACTIVITIES + calls(amira, 1, 2));
		var second = importing(ImportKind.ACTIVITIES, ACTIVITIES + calls(kofi, 2, 2));
		var refusal = assertThrows(BusinessException.class, () -> asAdministrator(() -> {
			imports.undo(first.id());
			return null;
		}));
		assertEquals("pipeline.import.error.touched-later", refusal.key());
		assertEquals("test.csv", refusal.arguments().get(0));
		assertEquals(second.committedAt(), ((LocalDateTime) refusal.arguments().get(1)).atZone(people.company().zone()).toInstant());
		assertEquals(second.id(), asAdministrator(() -> imports.page(first.id())).changedLater().id());
		assertNull(asAdministrator(() -> imports.page(second.id())).changedLater());
		asAdministrator(() -> {
			imports.undo(second.id());
			imports.undo(first.id());
			return null;
		});
		assertEquals(List.of("0"), select("select count(*) from activity where source_id = :source"));
	}

	@Test
	void anImportIsUndoneOnce() {
		var batch = importing(ImportKind.ACTIVITIES, ACTIVITIES + calls(amira, 1, 1));
		undo(batch);
		assertEquals("pipeline.import.error.other-state.undone", assertThrows(BusinessException.class, () -> asAdministrator(() -> {
			imports.undo(batch.id());
			return null;
		})).key());
	}

	@Test
	void anUnknownOwnerWaitsUntilSomebodySaysWhoItIsOnceForTheSource() {
		var text = ACTIVITIES + calls(amira, 1, 1) + "2,Demo,2026-10-06 10:00,Somebody  Else,Held\n3,Demo,2026-10-06 11:00,somebody else,Held\n4,Demo,2026-10-06 12:00,The Bot,Held\n";
		var batch = checking(ImportKind.ACTIVITIES, text);
		counts("READY new 1 changed 0 same 0 waiting 3 rejected 0", batch);
		assertEquals(List.of(3L, 4L, 5L), asAdministrator(() -> imports.rejected(batch.id(), 0, 10)).stream().map(Imports.RejectedRow::line).toList());
		asAdministrator(() -> {
			imports.matchOwner(batch.id(), "Somebody Else", kofi.id());
			imports.matchOwner(batch.id(), "The Bot", null);
			return null;
		});
		counts("READY new 4 changed 0 same 0 waiting 0 rejected 0", asAdministrator(() -> imports.batch(batch.id())));
		var later = importing(ImportKind.ACTIVITIES, text);
		counts("IMPORTED new 4 changed 0 same 0 waiting 0 rejected 0", later);
		assertEquals(List.of("1 " + amira.id(), "2 " + kofi.id(), "3 " + kofi.id(), "4 nobody"),
				select("select external_id || ' ' || coalesce(cast(owner_id as varchar(20)), 'nobody') from activity where source_id = :source order by external_id"));
	}

	@Test
	void linesThatStillWaitForTheirOwnerComeBackAlsoAfterTheRestIsImported() {
		var batch = importing(ImportKind.ACTIVITIES, ACTIVITIES + calls(amira, 1, 1) + "2,Demo,2026-10-06 10:00,Nobody Known,Held\n3,Levitation,2026-10-06 10:00," + amira.email() + ",Held\n");
		counts("IMPORTED new 1 changed 0 same 0 waiting 1 rejected 1", batch);
		assertEquals(List.of("3 pipeline.import.reason.unknown-owner", "4 pipeline.import.reason.no-meaning"), asAdministrator(() -> imports.rejected(batch.id(), 0, 10)).stream()
				.map(row -> row.line() + " " + row.reasonKey()).sorted().toList());
		assertEquals(2, (long) asAdministrator(() -> imports.countReasons(batch.id())));
		var file = new java.io.ByteArrayOutputStream();
		asAdministrator(() -> {
			imports.writeRejected(batch.id(), file, "Reason", (key, arguments) -> key);
			return null;
		});
		assertTrue(file.toString(java.nio.charset.StandardCharsets.UTF_8).contains("Nobody Known"), file.toString(java.nio.charset.StandardCharsets.UTF_8));
	}

	@Test
	void rejectedLinesComeBackAsAFileAndAreTakenWhenTheyAreMended() {
		var batch = importing(ImportKind.ACTIVITIES, ACTIVITIES + calls(amira, 1, 1) + "2,Levitation,2026-10-06 10:00," + amira.email() + ",\"a, \"\"b\"\"\"\n3,Demo,2026-02-31,"
				+ amira.email() + ",Held\n");
		counts("IMPORTED new 1 changed 0 same 0 waiting 0 rejected 2", batch);
		var out = new ByteArrayOutputStream();
		asAdministrator(() -> {
			imports.writeRejected(batch.id(), out, "Why", (key, arguments) -> key);
			return null;
		});
		var rejected = out.toString(StandardCharsets.UTF_8).replace("\uFEFF", "");
		assertEquals(List.of("Record ID,Activity type,Activity date,Activity assigned to,Outcome,Why",
				"2,Levitation,2026-10-06 10:00," + amira.email() + ",\"a, \"\"b\"\"\",Activity type: pipeline.import.reason.no-meaning",
				"3,Demo,2026-02-31," + amira.email() + ",Held,Activity date: tables.problem.noSuchDay"), rejected.lines().toList());
		counts("IMPORTED new 2 changed 0 same 0 waiting 0 rejected 0",
				importing(ImportKind.ACTIVITIES, rejected.replace("Levitation", "Demo").replace("2026-02-31", "2026-02-28")));
	}

	@Test
	void ofTwoLinesWithOneIdTheSecondIsRejectedUnlessItSaysTheSame() {
		var batch = importing(ImportKind.ACTIVITIES, ACTIVITIES + calls(amira, 1, 2) + calls(amira, 1, 1) + calls(kofi, 2, 2));
		counts("IMPORTED new 2 changed 0 same 1 waiting 0 rejected 1", batch);
		assertEquals("pipeline.import.reason.id-twice [3]", asAdministrator(() -> imports.rejected(batch.id(), 0, 10)).stream()
				.map(one -> one.reasonKey() + " " + one.arguments()).findFirst().orElseThrow());
	}

	@Test
	void twoPeopleImportingTheSameFileAtOnceDoubleNothing() throws Exception {
		var text = ACTIVITIES + calls(amira, 1, 40);
		var first = checking(ImportKind.ACTIVITIES, text);
		var second = checking(ImportKind.ACTIVITIES, text + "\n");
		var together = new CyclicBarrier(2);
		var one = executor.submit(elsewhere(given.actor(ADMINISTRATOR, null), () -> commits(first.id(), together)));
		var other = executor.submit(elsewhere(given.actor(ADMINISTRATOR, null), () -> commits(second.id(), together)));
		one.get(60, TimeUnit.SECONDS);
		other.get(60, TimeUnit.SECONDS);
		var added = ended(first.id()).added() + ended(second.id()).added();
		assertEquals(40, added);
		assertEquals(40, ended(first.id()).same() + ended(second.id()).same());
		assertEquals(List.of("40"), select("select count(*) from activity where source_id = :source"));
	}

	private Void commits(Long batchId, CyclicBarrier together) throws Exception {
		together.await(30, TimeUnit.SECONDS);
		imports.commit(batchId);
		return null;
	}

	private Callable<Void> elsewhere(Actor actor, Callable<Void> work) {
		return () -> {
			var request = requests.get();
			request.activate();
			try {
				current.become(actor);
				return work.call();
			} finally {
				request.deactivate();
			}
		};
	}

	/** Asks the batch until the work on it is over. */
	private BatchRow ended(Long batchId) throws InterruptedException, ExecutionException {
		var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
		while (System.nanoTime() < until) {
			var batch = asAdministrator(() -> imports.batch(batchId));
			if (!batch.status().isRunning() && batch.status() != ImportStatus.READY) {
				return batch;
			}
			// another task of the executor runs in between; asking again right away would only keep the database busy
			executor.submit(() -> { }).get();
		}
		throw new AssertionError("Import " + batchId + " did not end");
	}

	@Test
	void anImportThatIsStoppedWritesAllOrNothing() throws Exception {
		var text = new StringBuilder(ACTIVITIES);
		for (int i = 0; i < 20_000; i++) {
			text.append(i).append(",Call,2026-10-05 10:00,").append(amira.email()).append(",No answer\n");
		}
		var batch = checking(ImportKind.ACTIVITIES, text.toString());
		given.as(given.actor(ADMINISTRATOR, null), () -> {
			imports.commit(batch.id());
			imports.cancel(batch.id());
		});
		var isWritten = ended(batch.id()).status() == ImportStatus.IMPORTED;
		assertEquals(List.of(isWritten ? "20000" : "0"), select("select count(*) from activity where source_id = :source"));
		assertEquals(isWritten ? 20_000 : 0, ended(batch.id()).added());
	}

	@Test
	void anImportThatIsAskedToStopSaysSoUntilItHasStopped() throws Exception {
		var batch = checking(ImportKind.ACTIVITIES, ACTIVITIES + calls(amira, 1, 2));
		status(batch, "IMPORTING");
		assertFalse(asAdministrator(() -> imports.progress(batch.id())).stopping());
		asAdministrator(() -> {
			imports.cancel(batch.id());
			return null;
		});
		assertTrue(asAdministrator(() -> imports.progress(batch.id())).stopping());
		assertTrue(asAdministrator(() -> imports.page(batch.id())).progress().stopping());
		status(batch, "READY");
		assertFalse(asAdministrator(() -> imports.progress(batch.id())).stopping());
		asAdministrator(() -> {
			imports.commit(batch.id());
			return null;
		});
		assertEquals(ImportStatus.IMPORTED, ended(batch.id()).status());
	}

	@Test
	void aListOfPeopleIsStoppedTooAndLeavesNobody() throws SQLException {
		var boss = given.unique("Stopped");
		var batch = checking(ImportKind.PEOPLE, "Name,Role,Team,Start Date\n" + boss + ",Manager,Team " + boss + ",2021-05-10\n");
		status(batch, "IMPORTING");
		asAdministrator(() -> {
			imports.cancel(batch.id());
			run.write(batch.id());
			return null;
		});
		assertEquals(ImportStatus.CANCELLED, asAdministrator(() -> imports.batch(batch.id())).status());
		assertEquals(List.of(), select("select name from salesperson where name = '" + boss + "'"));
		assertEquals(List.of(), select("select name from team where name = 'Team " + boss + "'"));
	}

	private void status(BatchRow batch, String status) throws SQLException {
		try (var connection = database.getConnection(); var statement = connection.createStatement()) {
			statement.executeUpdate("update import_batch set status = '" + status + "', heartbeat_at = current_timestamp where id = " + batch.id());
		}
	}

	/** Breaks imports off at the very end of their transaction, when it is told to. */
	@ApplicationScoped
	public static class Breaker {

		private final AtomicLong batch = new AtomicLong();

		public void at(Long batchId) {
			batch.set(batchId);
		}

		void breakOff(@Observes DataImported event) {
			if (event.batchId() == batch.get()) {
				throw new IllegalStateException("A test breaks import " + event.batchId() + " off");
			}
		}
	}

	@Inject
	private Breaker breaker;

	@Test
	void anImportThatBreaksOffAtTheLastMomentHasWrittenNothing() throws Exception {
		var text = ACTIVITIES + calls(amira, 1, 3);
		importing(ImportKind.ACTIVITIES, ACTIVITIES + calls(kofi, 1, 1));
		var batch = checking(ImportKind.ACTIVITIES, text);
		breaker.at(batch.id());
		given.as(given.actor(ADMINISTRATOR, null), () -> imports.commit(batch.id()));
		counts("FAILED new 0 changed 0 same 0 waiting 0 rejected 0", ended(batch.id()));
		assertEquals(List.of("1 " + kofi.id()), select("select external_id || ' ' || owner_id from activity where source_id = :source"));
		assertEquals(List.of("0"), select("select count(*) from activity_before where batch_id = " + batch.id()));
		assertEquals(List.of(), select("select action from audit_entry where subject_type = 'ImportBatch' and subject_id = '" + batch.id() + "'"));
		counts("READY new 2 changed 1 same 0 waiting 0 rejected 0", checking(ImportKind.ACTIVITIES, text));
	}

	@Test
	void theSameBatchIsCommittedOnce() {
		var batch = importing(ImportKind.ACTIVITIES, ACTIVITIES + calls(amira, 1, 1));
		assertEquals("pipeline.import.error.other-state.imported", assertThrows(BusinessException.class, () -> asAdministrator(() -> {
			imports.commit(batch.id());
			return null;
		})).key());
	}

	@Test
	void whatCanBeReadTwoWaysIsAskedAndNothingIsWritten() {
		var text = "Record ID,Activity type,Activity date,Activity assigned to\n1,Demo,03/04/2026," + amira.email() + "\n";
		var batch = importing(ImportKind.ACTIVITIES, text);
		assertEquals(ImportStatus.MAPPING, batch.status());
		assertEquals("Activity date", asAdministrator(() -> imports.page(batch.id())).survey().questions().get(0).header());
		var answered = asAdministrator(() -> imports.importAll(
				new Upload(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "test.csv", crm, ImportKind.ACTIVITIES, Mapping.EMPTY.withStyle("Activity date", "US")), true));
		counts("IMPORTED new 1 changed 0 same 0 waiting 0 rejected 0", answered);
		assertEquals(List.of("2026-03-04"), select("select cast(happened_on as varchar(10)) from activity where source_id = :source"));
		counts("IMPORTED new 1 changed 0 same 0 waiting 0 rejected 0", importing(ImportKind.ACTIVITIES, text.replace("1,Demo", "2,Demo")));
	}

	@Test
	void figuresFollowFromTheOldOwnerToTheNewOne() {
		importing(ImportKind.ACTIVITIES, ACTIVITIES + calls(amira, 1, 2));
		importing(ImportKind.ACTIVITIES, ACTIVITIES + calls(kofi, 2, 2).replace("2026-10", "2026-09"));
		figures.recomputeDue();
		assertEquals(List.of("1"), connects(amira, "2026-10-01"));
		assertEquals(List.of("1"), connects(kofi, "2026-09-01"));
		assertEquals(List.of(), connects(kofi, "2026-10-01"));
	}

	@Test
	void figuresFollowAFileThatHasKnownLinesAndNewOnes() {
		var deal = "1,Arden,Closed Won,2026-10-20," + amira.email() + ",1200,2026-09-01,100\n";
		var other = "2,Brook,Closed Won,2026-07-20," + amira.email() + ",1200,2026-06-01,100\n";
		var cancellation = "ID,Deal ID,Cancelled on,MRR\nC1,1,2026-11-03,100\n";
		importing(ImportKind.ACTIVITIES, ACTIVITIES + calls(amira, 1, 2));
		importing(ImportKind.DEALS, DEALS + deal);
		importing(ImportKind.CANCELLATIONS, cancellation);
		figures.recomputeDue();
		importing(ImportKind.ACTIVITIES, ACTIVITIES + calls(amira, 1, 2) + calls(amira, 3, 3).replace("2026-10", "2026-08"));
		importing(ImportKind.DEALS, DEALS + deal + other);
		importing(ImportKind.CANCELLATIONS, cancellation + "C2,2,2026-07-30,100\n");
		figures.recomputeDue();
		assertEquals(List.of("2"), connects(amira, "2026-10-01"));
		assertEquals(List.of("1"), connects(amira, "2026-08-01"));
		assertEquals(List.of("1"), figure(amira, "2026-07-01", "DEALS_WON"));
		assertEquals(List.of("1"), figure(amira, "2026-07-01", "CUSTOMERS_LOST"));
		assertEquals(List.of("1"), figure(amira, "2026-11-01", "CUSTOMERS_LOST"));
	}

	private List<String> connects(Salesperson person, String month) {
		return figure(person, month, "CONNECTS");
	}

	private List<String> figure(Salesperson person, String month, String metric) {
		return select("select cast(cast(sum(quantity) as integer) as varchar(9)) from monthly_figure where person_id = " + person.id() + " and in_month = date '" + month
				+ "' and metric = '" + metric + "' group by metric");
	}

	@Test
	void aListOfPeopleIsTakenInAndTakenBack() {
		var team = given.unique("Harbor");
		var boss = given.unique("Elena");
		var rep = given.unique("Priya");
		var text = "Name,Email,Role,Team,Region,Reports To,Start Date\n" + rep + "," + rep + "@x.example,Rep," + team + ",East " + team + "," + boss + ",2025-11-24\n" + boss + ","
				+ boss + "@x.example,Manager," + team + ",East " + team + ",,2021-05-10\n";
		var batch = importing(ImportKind.PEOPLE, text);
		counts("IMPORTED new 2 changed 0 same 0 waiting 0 rejected 0", batch);
		var place = positions.in(YearMonth.of(2026, 10)).everybody().stream().filter(one -> one.name().equals(rep)).findFirst().orElseThrow();
		assertEquals(team, place.teamName());
		assertEquals(List.of(boss), select("select name from salesperson where id = " + place.superiorId()));
		counts("READY new 0 changed 0 same 2 waiting 0 rejected 0", checking(ImportKind.PEOPLE, text));
		counts("READY new 0 changed 0 same 1 waiting 0 rejected 1", checking(ImportKind.PEOPLE, text.replace(boss + "@x.example", boss + "@y.example")));
		undo(batch);
		assertEquals(List.of(), select("select name from salesperson where name in ('" + rep + "', '" + boss + "')"));
		assertEquals(List.of(), select("select name from team where name = '" + team + "'"));
	}

	@Test
	void peopleWhoOwnRecordsAreNotTakenBack() {
		var team = given.unique("Beacon");
		var boss = given.unique("Tobias");
		var text = "Name,Email,Role,Team,Start Date\n" + boss + "," + boss + "@x.example,Manager," + team + ",2021-05-10\n";
		var people = importing(ImportKind.PEOPLE, text);
		counts("IMPORTED new 1 changed 0 same 0 waiting 0 rejected 0", importing(ImportKind.ACTIVITIES, ACTIVITIES + "1,Demo,2026-10-06 10:00," + boss + ",Held\n"));
		assertEquals("pipeline.import.error.person-in-use", assertThrows(BusinessException.class, () -> asAdministrator(() -> {
			imports.undo(people.id());
			return null;
		})).key());
	}

	@Test
	void aMoveInAListKeepsThePastAsItWas() {
		var from = given.unique("Canyon");
		var to = given.unique("Redwood");
		var rep = given.unique("Ingrid");
		var bosses = "B" + from + ",Manager," + from + ",,2020-01-01,2020-01-01\nB" + to + ",Manager," + to + ",,2020-01-01,2020-01-01\n";
		var header = "Name,Role,Team,Reports To,Start Date,Valid From\n";
		importing(ImportKind.PEOPLE, header + bosses + rep + ",Rep," + from + ",B" + from + ",2022-03-14,2022-03-14\n");
		var batch = importing(ImportKind.PEOPLE, header + rep + ",Rep," + to + ",B" + to + ",2022-03-14,2026-03-01\n");
		counts("IMPORTED new 0 changed 1 same 0 waiting 0 rejected 0", batch);
		assertEquals(from, teamOf(rep, LocalDate.of(2026, 2, 28)));
		assertEquals(to, teamOf(rep, LocalDate.of(2026, 3, 1)));
		undo(batch);
		assertEquals(from, teamOf(rep, LocalDate.of(2026, 3, 1)));
	}

	private String teamOf(String name, LocalDate day) {
		return positions.on(day).everybody().stream().filter(place -> place.name().equals(name)).findFirst().orElseThrow().teamName();
	}

	@Test
	void aPersonUnderAnUnknownSuperiorIsRejectedAndSoIsNobodyElse() {
		var team = given.unique("Summit");
		var batch = importing(ImportKind.PEOPLE, "Name,Role,Team,Reports To,Start Date\n" + team + " Boss,Manager," + team + ",,2021-01-01\n" + team + " One,Rep," + team + ",Nobody "
				+ team + ",2021-01-01\n" + team + " Two,Rep," + team + ",,2021-01-01\n");
		counts("IMPORTED new 2 changed 0 same 0 waiting 0 rejected 1", batch);
		assertEquals("people.roster.problem.superior-unknown", asAdministrator(() -> imports.rejected(batch.id(), 0, 10)).get(0).reasonKey());
	}

	@Test
	void whatIsNoTableLeavesNothingBehind() {
		var before = select("select count(*) from import_batch");
		for (var content : new String[] {"", "Record ID,Amount\n", "%PDF-1.7 \u0000\u0001\u0002", "<html><table><tr><td>x</td></tr></table></html>"}) {
			assertThrows(BusinessException.class, () -> importing(ImportKind.DEALS, content));
		}
		assertEquals(before, select("select count(*) from import_batch"));
	}

	@Test
	void aCancelledFileIsGoneAndCanBeUploadedAgain() {
		var text = ACTIVITIES + calls(amira, 1, 2);
		var batch = checking(ImportKind.ACTIVITIES, text);
		asAdministrator(() -> {
			imports.cancel(batch.id());
			return null;
		});
		assertEquals(ImportStatus.CANCELLED, asAdministrator(() -> imports.batch(batch.id())).status());
		assertFalse(asAdministrator(() -> imports.page(batch.id())).fileKept());
		counts("IMPORTED new 2 changed 0 same 0 waiting 0 rejected 0", importing(ImportKind.ACTIVITIES, text));
	}

	@Test
	void anImportThatNobodyWorksOnAnyMoreIsMarkedAndSaysWhatHappened() throws SQLException {
		var batch = checking(ImportKind.ACTIVITIES, ACTIVITIES + calls(amira, 1, 2));
		try (var connection = database.getConnection(); var statement = connection.createStatement()) {
			statement.executeUpdate("update import_batch set status = 'IMPORTING', heartbeat_at = timestamp with time zone '2020-01-01 00:00:00+00' where id = " + batch.id());
		}
		watch.look();
		var page = asAdministrator(() -> imports.page(batch.id()));
		assertEquals(ImportStatus.INTERRUPTED, page.batch().status());
		assertEquals("pipeline.import.problem.interrupted-importing", page.problemKey());
		assertEquals(List.of("0"), select("select count(*) from activity where source_id = :source"));
	}

	@Test
	void withoutTheRightThereAreNoImports() {
		var batch = importing(ImportKind.ACTIVITIES, ACTIVITIES + calls(amira, 1, 1));
		given.as(given.actor(MANAGER, amira), () -> {
			assertThrows(NotHereException.class, () -> imports.page(batch.id()));
			assertThrows(NotHereException.class, () -> imports.list(0, 10));
			assertThrows(NotHereException.class, () -> imports.undo(batch.id()));
			assertThrows(NotHereException.class, () -> imports.importAll(file(ACTIVITIES + calls(amira, 1, 1), crm, ImportKind.ACTIVITIES), true));
			assertThrows(NotHereException.class, () -> imports.writeRejected(batch.id(), new ByteArrayOutputStream(), "Why", (key, arguments) -> key));
		});
	}

	@Test
	void everyImportAndUndoStandsInTheAuditLog() {
		var batch = importing(ImportKind.ACTIVITIES, ACTIVITIES + calls(amira, 1, 1));
		undo(batch);
		assertEquals(List.of("IMPORT", "UNDO_IMPORT"),
				select("select action from audit_entry where subject_type = 'ImportBatch' and subject_id = '" + batch.id() + "' order by id"));
	}

	@Test
	void nothingIsLeftOfTheStagedLinesWhenAnImportIsOver() {
		var batch = importing(ImportKind.ACTIVITIES, ACTIVITIES + calls(amira, 1, 1));
		assertEquals(List.of("0"), select("select count(*) from information_schema.tables where lower(table_name) = 'staged_" + batch.id() + "'"));
		assertNull(asAdministrator(() -> imports.page(batch.id())).problemKey());
		assertTrue(asAdministrator(() -> imports.page(batch.id())).undoable());
	}
}
