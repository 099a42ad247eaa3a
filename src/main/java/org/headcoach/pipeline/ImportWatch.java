package org.headcoach.pipeline;

import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

import javax.sql.DataSource;

import org.headcoach.pipeline.engine.ImportKind;
import org.headcoach.shared.BusinessClock;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/**
 * Looks after imports that nobody looks after: those whose server stopped in the middle are marked as interrupted, with
 * nothing of them kept, and what an undo needs is thrown away when its time is over.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@TransactionManagement(TransactionManagementType.BEAN)
public class ImportWatch {

	private static final Logger LOG = Logger.getLogger(ImportWatch.class.getName());
	private static final Duration SILENCE = Duration.ofMinutes(2);

	@Resource(lookup = "java:app/jdbc/headcoach")
	private DataSource database;

	@Inject
	private ImportRun run;

	@Inject
	private ImportFiles files;

	@Inject
	private BusinessClock clock;

	@PostConstruct
	void start() {
		try (var connection = database.getConnection()) {
			// an H2 file has one server at a time, and that is this one: whatever runs there, runs no more
			interrupt(StagedLines.isPostgres(connection) ? clock.now().minus(SILENCE) : clock.now().plus(SILENCE));
		} catch (SQLException e) {
			throw new IllegalStateException(e);
		}
	}

	/** Shows that this node lives, and ends what other nodes have left behind. Needs no right: a timer calls it. */
	@Schedule(hour = "*", minute = "*", second = "*/30", persistent = false)
	public void look() {
		try {
			run.keepAlive(clock.now());
			interrupt(clock.now().minus(SILENCE));
		} catch (Exception e) {
			// it looks again in half a minute
			LOG.log(Level.WARNING, e, () -> "Imports could not be looked after");
		}
	}

	/** Throws away what can no longer be undone. Needs no right: a timer calls it. */
	@Schedule(hour = "3", minute = "17", persistent = false)
	public void throwAway() {
		try {
			forgetOld(clock.now().minus(ImportBatch.UNDO));
		} catch (SQLException e) {
			// tomorrow night is early enough
			LOG.log(Level.WARNING, e, () -> "Old imports could not be tidied up");
		}
	}

	private void interrupt(Instant silentSince) throws SQLException {
		for (var id : ids("select id from import_batch where status in ('CHECKING', 'IMPORTING') and (heartbeat_at is null or heartbeat_at < ?)", silentSince)) {
			if (!run.running().contains(id)) {
				try (var connection = database.getConnection();
						var update = connection.prepareStatement("""
								update import_batch set status = 'INTERRUPTED', version = version + 1,
								count_new = 0, count_changed = 0, count_same = 0, count_waiting = 0, count_rejected = 0, problem_key = case status when 'IMPORTING'
								then 'pipeline.import.problem.interrupted-importing' else 'pipeline.import.problem.interrupted-checking' end
								where id = ? and status in ('CHECKING', 'IMPORTING') and (heartbeat_at is null or heartbeat_at < ?)""")) {
					update.setLong(1, id);
					update.setTimestamp(2, Timestamp.from(silentSince));
					if (update.executeUpdate() > 0) {
						new StagedLines(id, ImportKind.LEADS).drop(connection);
						LOG.warning(() -> "Import " + id + " was interrupted; nothing of it was kept");
					}
				}
			}
		}
	}

	/** Files and former values of batches that can no longer be undone, and everything of batches that were left half way. */
	private void forgetOld(Instant before) throws SQLException {
		for (var id : ids("select id from import_batch where file_path is not null and status not in ('CHECKING', 'IMPORTING') and coalesce(committed_at, created_at) < ?", before)) {
			try (var connection = database.getConnection()) {
				new StagedLines(id, ImportKind.LEADS).drop(connection);
				for (var table : List.of("lead_before", "activity_before", "deal_before", "cancellation_before", "payment_before", "deal_split_before", "person_before", "roster_made",
						"import_changed", "import_rejection")) {
					StagedLines.execute(connection, "delete from " + table + " where batch_id = " + id);
				}
				try (var path = connection.prepareStatement("select file_path from import_batch where id = " + id); var rows = path.executeQuery()) {
					if (rows.next()) {
						files.forget(rows.getString(1));
					}
				}
				StagedLines.execute(connection, "update import_batch set file_path = null, version = version + 1, status = case when status in ('MAPPING', 'READY')"
						+ " then 'CANCELLED' else status end where id = " + id);
			}
		}
	}

	private List<Long> ids(String sql, Instant when) throws SQLException {
		var ids = new ArrayList<Long>();
		try (var connection = database.getConnection(); var statement = connection.prepareStatement(sql)) {
			statement.setTimestamp(1, Timestamp.from(when));
			try (var rows = statement.executeQuery()) {
				while (rows.next()) {
					ids.add(rows.getLong(1));
				}
			}
		}
		return ids;
	}
}
