package org.headcoach.pipeline;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import org.headcoach.people.Audit;
import org.headcoach.people.PeopleService;
import org.headcoach.people.Role;
import org.headcoach.people.Roster;
import org.headcoach.pipeline.engine.ImportKind;
import org.headcoach.pipeline.engine.LineReader;
import org.headcoach.pipeline.engine.Mapping;
import org.headcoach.pipeline.engine.Owners;
import org.headcoach.pipeline.engine.Rejection;
import org.headcoach.pipeline.engine.Row;
import org.headcoach.pipeline.engine.Survey;
import org.headcoach.shared.OwnTransaction;
import org.headcoach.shared.BusinessClock;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.tables.TableFormat;
import org.headcoach.shared.tables.TableLimits;
import org.headcoach.shared.tables.TableReader;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * The work on a batch, on whatever thread: reading and checking in many short transactions, writing in one. Whoever
 * calls it has claimed the batch by its status; when it returns, the status says how it ended.
 */
@ApplicationScoped
public class ImportRun {

	private static final Logger LOG = Logger.getLogger(ImportRun.class.getName());

	private static final int CHUNK = 10_000;
	private static final int MOST_CHANGED_SHOWN = 1_000;
	private static final TableLimits PEOPLE = ImportFiles.LIMITS.withLines(20_000);
	private static final long BETWEEN_SIGNS_OF_LIFE = 400_000_000L;

	/** Somebody has asked the run to stop. */
	private static final class Stopped extends RuntimeException {
		private static final long serialVersionUID = 1L;

		Stopped() {
			super(null, null, false, false);
		}
	}

	/** A step that the guard watches. */
	private interface Work {
		void run() throws Exception;
	}

	/** What a check needs to know, read once. */
	private record Task(long batchId, ImportKind kind, long sourceId, String file, TableFormat format, Mapping mapping, Owners owners, LineReader.Place place,
			LocalDate today) {
	}

	@Inject
	private OwnTransaction transactions;

	@PersistenceContext
	private EntityManager em;

	@Resource(lookup = "java:app/jdbc/headcoach")
	private DataSource database;

	@Inject
	private PeopleService people;

	@Inject
	private Roster roster;

	@Inject
	private Imports imports;

	@Inject
	private ImportFiles files;

	@Inject
	private Audit audit;

	@Inject
	private Event<DataImported> imported;

	@Inject
	private BusinessClock clock;

	/** Threads of this node take turns here, nodes at the row of import_turn: H2 would give up waiting for a lock. */
	private final ReentrantLock turn = new ReentrantLock(true);

	private final Set<Long> running = ConcurrentHashMap.newKeySet();

	/** The batches that this node works on. */
	Set<Long> running() {
		return Set.copyOf(running);
	}

	/** Reads and checks a file whose batch is CHECKING; leaves it READY, or MAPPING when something has to be answered. */
	void check(long batchId) {
		guarded(batchId, () -> {
			var task = transactions.run(() -> task(batchId));
			var finding = survey(task);
			var isAnswered = finding.questions().stream().allMatch(question -> finding.styles().containsKey(question.styleName()))
					&& LineReader.missing(task.kind(), task.mapping()).isEmpty();
			transactions.run(() -> {
				var batch = em.find(ImportBatch.class, batchId);
				batch.surveyed(finding);
				if (!isAnswered) {
					batch.ask();
				}
				return null;
			});
			if (isAnswered) {
				stage(task, finding);
			}
		});
	}

	/** Writes a batch that is IMPORTING, in one transaction, and leaves it IMPORTED. */
	void write(long batchId) {
		guarded(batchId, () -> {
			turn.lock();
			try {
				transactions.run(() -> {
					commit(batchId);
					return null;
				});
			} finally {
				turn.unlock();
			}
			giveUpStaging(batchId);
		});
	}

	/** Counts anew what a READY batch would do, after an owner has been matched. In the caller's transaction. */
	void recount(ImportBatch batch) throws SQLException {
		var table = new FactTable(batch.kind());
		try (var connection = database.getConnection()) {
			var counts = table.count(connection, batch.id(), batch.source().id(), batch.mapping());
			table.rememberChanged(connection, batch.id(), batch.source().id(), batch.mapping(), counts.changed(), MOST_CHANGED_SHOWN);
			batch.checked(counts.fresh(), counts.changed(), batch.linesTotal() - batch.countRejected() - counts.waiting() - counts.fresh() - counts.changed(),
					counts.waiting(), batch.countRejected());
		}
	}

	/** Throws away the staged lines and the preview of a batch. */
	void giveUpStaging(long batchId) throws Exception {
		transactions.run(() -> {
			try (var connection = database.getConnection()) {
				new StagedLines(batchId, ImportKind.LEADS).drop(connection);
				StagedLines.execute(connection, "delete from import_changed where batch_id = " + batchId);
			}
			return null;
		});
	}

	private void guarded(long batchId, Work work) {
		running.add(batchId);
		try {
			work.run();
		} catch (Stopped e) {
			end(batchId, ImportStatus.CANCELLED, null, List.of());
		} catch (BusinessException e) {
			end(batchId, ImportStatus.FAILED, e.key(), e.arguments());
		} catch (Exception e) {
			LOG.log(Level.SEVERE, e, () -> "Import " + batchId + " failed");
			end(batchId, ImportStatus.FAILED, "pipeline.import.problem.internal", List.of(batchId));
		} finally {
			running.remove(batchId);
		}
	}

	private void end(long batchId, ImportStatus how, String key, List<Object> arguments) {
		try {
			transactions.run(() -> {
				var batch = em.find(ImportBatch.class, batchId);
				// somebody may have ended it already, because this node was silent for too long
				if (batch.status().isRunning()) {
					batch.end(how, key, arguments);
				}
				return null;
			});
			giveUpStaging(batchId);
		} catch (Exception e) {
			// the next start finds the batch still running and marks it as interrupted
			LOG.log(Level.SEVERE, e, () -> "The end of import " + batchId + " could not be written");
		}
	}

	private Task task(long batchId) throws SQLException {
		var batch = em.find(ImportBatch.class, batchId);
		var company = people.company();
		var known = em.createQuery("select new org.headcoach.pipeline.engine.Owners.Known(p.id, p.name, p.email, p.externalId) from Salesperson p", Owners.Known.class)
				.getResultList();
		return new Task(batchId, batch.kind(), batch.source().id(), batch.filePath(), batch.format(), batch.mapping(), new Owners(known, answers(batch.source().id())),
				new LineReader.Place(company.zone(), company.currency().getCurrencyCode()), company.dayOf(clock.now()));
	}

	/** Whom texts of owner columns mean in this source. */
	Map<String, Long> answers(long sourceId) throws SQLException {
		var answers = new HashMap<String, Long>();
		try (var connection = database.getConnection();
				var statement = connection.prepareStatement("select owner_text, person_id from import_owner where source_id = ?")) {
			statement.setLong(1, sourceId);
			try (var rows = statement.executeQuery()) {
				while (rows.next()) {
					// no person is 0: nobody
					answers.put(rows.getString(1), rows.getLong(2));
				}
			}
		}
		return answers;
	}

	private TableReader open(Task task) {
		if (!files.isHere(task.file())) {
			throw new BusinessException("pipeline.import.error.file-gone");
		}
		return TableReader.open(files.path(task.file()), task.format(), task.kind() == ImportKind.PEOPLE ? PEOPLE : ImportFiles.LIMITS);
	}

	private Survey.Finding survey(Task task) throws Exception {
		try (var reader = open(task)) {
			var survey = new Survey(task.kind(), reader.columns(), task.mapping());
			var last = System.nanoTime();
			long lines = 0;
			for (var line : reader.requireLines()) {
				survey.add(line);
				if (++lines % 1_000 == 0 && System.nanoTime() - last > BETWEEN_SIGNS_OF_LIFE) {
					signOfLife(task.batchId(), reader.percentRead() / 4, lines);
					last = System.nanoTime();
				}
			}
			return survey.finding();
		}
	}

	private void stage(Task task, Survey.Finding finding) throws Exception {
		var staged = new StagedLines(task.batchId(), task.kind());
		var twins = new TwinWatch();
		transactions.run(() -> {
			try (var connection = database.getConnection()) {
				staged.create(connection);
				StagedLines.execute(connection, "delete from import_rejection where batch_id = " + task.batchId());
			}
			return null;
		});
		var rejected = load(task, finding, staged, twins);
		rejected += transactions.run(() -> {
			try (var connection = database.getConnection()) {
				staged.loaded(connection);
				return twins.suspects().isEmpty() ? 0L : refuseTwins(connection, task, twins.suspects());
			}
		});
		signOfLife(task.batchId(), 88, finding.lines());
		var refused = rejected;
		transactions.run(() -> {
			summarize(task, finding, refused);
			return null;
		});
	}

	private long load(Task task, Survey.Finding finding, StagedLines staged, TwinWatch twins) throws Exception {
		long rejected = 0;
		try (var reader = open(task)) {
			var lines = new LineReader(task.kind(), reader.columns(), task.mapping(), finding.styles(), task.owners(), task.place(), task.today());
			var rows = new ArrayList<Row>(CHUNK);
			var rejections = new ArrayList<Rejection>();
			long done = 0;
			var last = System.nanoTime();
			for (var line : reader) {
				var row = lines.read(line);
				if (row == null) {
					rejected++;
					rejections.addAll(lines.rejections());
				} else {
					twins.add(row.identity());
					rows.add(row);
				}
				if (++done % CHUNK == 0 || !reader.hasNext()) {
					write(task, staged, rows, rejections);
					if (System.nanoTime() - last > BETWEEN_SIGNS_OF_LIFE) {
						signOfLife(task.batchId(), 25 + reader.percentRead() * 60 / 100, done);
						last = System.nanoTime();
					}
				}
			}
		}
		return rejected;
	}

	private void write(Task task, StagedLines staged, List<Row> rows, List<Rejection> rejections) throws Exception {
		transactions.run(() -> {
			try (var connection = database.getConnection()) {
				staged.add(connection, rows);
				reject(connection, task.batchId(), rejections);
			}
			return null;
		});
		rows.clear();
		rejections.clear();
	}

	private static void reject(Connection connection, long batchId, List<Rejection> rejections) throws SQLException {
		if (rejections.isEmpty()) {
			return;
		}
		try (var statement = connection.prepareStatement("""
				insert into import_rejection (batch_id, line_no, ordinal, column_name, value_text, reason_key, reason_arguments, mend)
				values (?, ?, ?, ?, ?, ?, ?, ?)""")) {
			long line = -1;
			var ordinal = 0;
			for (var rejection : rejections) {
				ordinal = rejection.line() == line ? ordinal + 1 : 0;
				line = rejection.line();
				statement.setLong(1, batchId);
				statement.setLong(2, line);
				statement.setInt(3, ordinal);
				statement.setString(4, shortened(rejection.column()));
				statement.setString(5, rejection.value());
				statement.setString(6, rejection.key());
				statement.setString(7, ImportText.ofArguments(rejection.arguments()));
				statement.setString(8, rejection.mend());
				statement.addBatch();
			}
			statement.executeBatch();
		}
	}

	private static String shortened(String text) {
		return text == null || text.length() <= 400 ? text : text.substring(0, 400);
	}

	/** Of several lines with one identity the first counts; others that say the same are passed over, others are refused. Returns how many were refused. */
	private long refuseTwins(Connection connection, Task task, Set<String> suspects) throws SQLException {
		var lines = new HashMap<String, List<Long>>();
		try (var statement = connection.createStatement()) {
			statement.setFetchSize(CHUNK);
			try (var rows = statement.executeQuery("select line_no, external_id from staged_" + task.batchId() + " order by line_no")) {
				while (rows.next()) {
					if (suspects.contains(rows.getString(2))) {
						lines.computeIfAbsent(rows.getString(2), id -> new ArrayList<>()).add(rows.getLong(1));
					}
				}
			}
		}
		var names = task.kind().columns().stream().map(org.headcoach.pipeline.engine.Column::name).collect(Collectors.joining(", ")) + ", owner_text";
		var rejections = new ArrayList<Rejection>();
		var header = task.mapping().header("id");
		try (var select = connection.prepareStatement("select " + names + " from staged_" + task.batchId() + " where line_no = ?");
				var delete = connection.prepareStatement("delete from staged_" + task.batchId() + " where line_no = ?")) {
			for (var twins : lines.entrySet()) {
				var first = twins.getValue().get(0);
				var values = twins.getValue().size() > 1 ? values(select, first) : null;
				for (var line : twins.getValue().subList(1, twins.getValue().size())) {
					if (!values.equals(values(select, line))) {
						rejections.add(new Rejection(line, header, header == null ? null : twins.getKey(), "pipeline.import.reason.id-twice", List.of(first), null));
					}
					delete.setLong(1, line);
					delete.addBatch();
				}
			}
			delete.executeBatch();
		}
		Collections.sort(rejections, (one, other) -> Long.compare(one.line(), other.line()));
		reject(connection, task.batchId(), rejections);
		return rejections.size();
	}

	private static List<Object> values(java.sql.PreparedStatement select, long line) throws SQLException {
		select.setLong(1, line);
		try (var rows = select.executeQuery()) {
			rows.next();
			var values = new ArrayList<Object>();
			for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
				values.add(rows.getObject(i));
			}
			return values;
		}
	}

	private void summarize(Task task, Survey.Finding finding, long rejected) throws SQLException {
		var batch = em.find(ImportBatch.class, task.batchId());
		if (task.kind() == ImportKind.PEOPLE) {
			var planned = roster.plan(entries(task.batchId()), told(task.mapping()), task.today());
			var refused = refusePeople(task, planned);
			var fresh = planned.stream().filter(line -> line.change() == Roster.Change.NEW).count();
			var changed = planned.stream().filter(line -> line.change() == Roster.Change.CHANGED).count();
			batch.checked(fresh, changed, finding.lines() - rejected - refused - fresh - changed, 0, rejected + refused);
			return;
		}
		var table = new FactTable(task.kind());
		try (var connection = database.getConnection()) {
			var counts = table.count(connection, task.batchId(), task.sourceId(), task.mapping());
			table.rememberChanged(connection, task.batchId(), task.sourceId(), task.mapping(), counts.changed(), MOST_CHANGED_SHOWN);
			batch.checked(counts.fresh(), counts.changed(), finding.lines() - rejected - counts.waiting() - counts.fresh() - counts.changed(), counts.waiting(), rejected);
		}
	}

	private long refusePeople(Task task, List<Roster.Planned> planned) throws SQLException {
		var refused = planned.stream().filter(Roster.Planned::isRefused).toList();
		try (var connection = database.getConnection();
				var delete = connection.prepareStatement("delete from staged_" + task.batchId() + " where line_no = ?")) {
			reject(connection, task.batchId(), refused.stream().map(line -> new Rejection(line.entry().line(), null, line.entry().name(), line.problem(), line.arguments(), null)).toList());
			for (var line : refused) {
				delete.setLong(1, line.entry().line());
				delete.addBatch();
			}
			delete.executeBatch();
		}
		return refused.size();
	}

	/** The staged lines of a batch of people. */
	List<Roster.Entry> entries(long batchId) throws SQLException {
		var entries = new ArrayList<Roster.Entry>();
		try (var connection = database.getConnection(); var statement = connection.createStatement();
				var rows = statement.executeQuery("select * from staged_" + batchId + " order by line_no")) {
			while (rows.next()) {
				var role = rows.getString("role");
				entries.add(new Roster.Entry(rows.getLong("line_no"), rows.getString("person_id"), rows.getString("name"), rows.getString("email"),
						role == null ? null : Role.valueOf(role), rows.getString("job_title"), rows.getString("segment"), rows.getString("team"), rows.getString("region"),
						rows.getString("superior"), rows.getObject("started_on", LocalDate.class), rows.getObject("left_on", LocalDate.class),
						rows.getObject("valid_from", LocalDate.class)));
			}
		}
		return entries;
	}

	/** What a mapping of people says at all. */
	static Set<Roster.Part> told(Mapping mapping) {
		var told = EnumSet.of(Roster.Part.NAME);
		Map.of("id", Roster.Part.NUMBER, "email", Roster.Part.EMAIL, "role", Roster.Part.ROLE, "jobTitle", Roster.Part.JOB_TITLE, "segment", Roster.Part.SEGMENT,
				"team", Roster.Part.TEAM, "region", Roster.Part.REGION, "superior", Roster.Part.SUPERIOR, "leftOn", Roster.Part.LEFT_ON, "validFrom", Roster.Part.VALID_FROM)
				.forEach((field, part) -> {
					if (mapping.feeds(field)) {
						told.add(part);
					}
				});
		return told;
	}

	private void commit(long batchId) throws Exception {
		try (var connection = database.getConnection()) {
			takeTurn(connection);
			var batch = em.find(ImportBatch.class, batchId);
			batch.require(ImportStatus.IMPORTING);
			var event = batch.kind() == ImportKind.PEOPLE ? commitPeople(connection, batch) : commitFacts(connection, batch);
			remember(batch);
			audit.record("IMPORT", "ImportBatch", batchId, batch.fileName(), null,
					new Summary(batch.source().name(), batch.kind(), batch.countNew(), batch.countChanged(), batch.countSame(), batch.countRejected()));
			imported.fire(event);
		}
	}

	private static void takeTurn(Connection connection) throws SQLException {
		if (connection.getAutoCommit()) {
			throw new IllegalStateException("The container has left this connection out of the transaction; all or nothing could not be kept");
		}
		try (var statement = connection.createStatement(); var rows = statement.executeQuery("select id from import_turn where id = 1 for update")) {
			rows.next();
		}
	}

	/** What the audit log says about an import. */
	record Summary(String source, ImportKind kind, long added, long changed, long same, long rejected) {
	}

	private DataImported commitFacts(Connection connection, ImportBatch batch) throws Exception {
		var table = new FactTable(batch.kind());
		var id = batch.id();
		var source = batch.source().id();
		var mapping = batch.mapping();
		signOfLife(id, 5, 0);
		var known = table.keepImages(connection, id, source, mapping);
		signOfLife(id, 20, 0);
		var changed = known == 0 ? 0 : table.change(connection, id, mapping);
		signOfLife(id, 35, 0);
		var fresh = table.add(connection, id, source);
		signOfLife(id, 85, 0);
		if (batch.countWaiting() > 0) {
			rejectWaiting(connection, batch);
		}
		var same = batch.linesTotal() - batch.countRejected() - batch.countWaiting() - fresh - changed;
		var touched = fresh + changed == 0 ? DataImported.Touched.NOTHING
				: table.markMonthsOfLines(connection, id, source, clock.now(), fresh + changed, changed + same == 0);
		signOfLife(id, 95, 0);
		batch.imported(fresh, changed, same, clock.now());
		return DataImported.of(id, touched);
	}

	/** What still waits for its owner was not imported: it comes back with its reason like every other line that was not, also when the staged lines are gone. */
	private static void rejectWaiting(Connection connection, ImportBatch batch) throws SQLException {
		try (var insert = connection.prepareStatement("insert into import_rejection (batch_id, line_no, ordinal, column_name, value_text, reason_key, reason_arguments, mend) select " + batch.id()
				+ ", line_no, 0, ?, substring(owner_text from 1 for 400), 'pipeline.import.reason.unknown-owner', null, null from staged_" + batch.id() + " where owner_text is not null")) {
			insert.setString(1, batch.mapping().header("owner"));
			insert.executeUpdate();
		}
	}

	private DataImported commitPeople(Connection connection, ImportBatch batch) throws Exception {
		var applied = roster.apply(entries(batch.id()), told(batch.mapping()), people.today());
		em.flush();
		try (var insert = connection.prepareStatement("insert into person_before (batch_id, person_id, before_text, after_text) values (?, ?, ?, ?)");
				var made = connection.prepareStatement("insert into roster_made (batch_id, what, made_id) values (?, ?, ?)")) {
			for (var touched : applied.people()) {
				insert.setLong(1, batch.id());
				insert.setLong(2, touched.personId());
				insert.setString(3, ImportText.of(touched.before()));
				insert.setString(4, ImportText.of(touched.after()));
				insert.addBatch();
			}
			insert.executeBatch();
			for (var what : Map.of("TEAM", applied.teams(), "REGION", applied.regions()).entrySet()) {
				for (var id : what.getValue()) {
					made.setLong(1, batch.id());
					made.setString(2, what.getKey());
					made.setLong(3, id);
					made.addBatch();
				}
			}
			made.executeBatch();
		}
		signOfLife(batch.id(), 95, 0);
		var fresh = applied.lines().stream().filter(line -> line.change() == Roster.Change.NEW).count();
		var changed = applied.lines().stream().filter(line -> line.change() == Roster.Change.CHANGED).count();
		batch.imported(fresh, changed, batch.linesTotal() - batch.countRejected() - fresh - changed, clock.now());
		return fresh + changed == 0 ? DataImported.of(batch.id(), DataImported.Touched.NOTHING) : DataImported.ofEverybody(batch.id());
	}

	private void remember(ImportBatch batch) {
		var known = em.createQuery("select m from ImportMapping m where m.source = :source and m.kind = :kind", ImportMapping.class)
				.setParameter("source", batch.source()).setParameter("kind", batch.kind()).getResultStream().findFirst();
		if (known.isPresent()) {
			known.get().remember(batch.mapping());
		} else {
			em.persist(new ImportMapping(batch.source(), batch.kind(), batch.mapping()));
		}
	}

	/** Takes an imported batch back, in one transaction. */
	void undo(long batchId, String by) throws Exception {
		turn.lock();
		try {
			transactions.run(() -> {
				takeBack(batchId, by);
				return null;
			});
		} finally {
			turn.unlock();
		}
	}

	private void takeBack(long batchId, String by) throws SQLException {
		try (var connection = database.getConnection()) {
			takeTurn(connection);
			var batch = em.find(ImportBatch.class, batchId);
			batch.require(ImportStatus.IMPORTED);
			if (!batch.isUndoable(clock.now())) {
				throw new BusinessException("pipeline.import.error.undo-too-late", ImportBatch.UNDO.toDays());
			}
			var event = batch.kind() == ImportKind.PEOPLE ? undoPeople(connection, batch) : undoFacts(connection, batch);
			batch.undone(by, clock.now());
			audit.record("UNDO_IMPORT", "ImportBatch", batchId, batch.fileName(),
					new Summary(batch.source().name(), batch.kind(), batch.countNew(), batch.countChanged(), batch.countSame(), batch.countRejected()), null);
			imported.fire(event);
		}
	}

	private DataImported undoFacts(Connection connection, ImportBatch batch) throws SQLException {
		var table = new FactTable(batch.kind());
		imports.changedLater(batch).ifPresent(later -> {
			throw new BusinessException("pipeline.import.error.touched-later", later.fileName(), later.committedAt().atZone(people.company().zone()).toLocalDateTime());
		});
		var touched = table.markMonths(connection, batch.id(), batch.source().id(), clock.now(), batch.countNew() + batch.countChanged());
		table.putBack(connection, batch.id());
		table.remove(connection, batch.id());
		table.forgetImages(connection, batch.id());
		return DataImported.of(batch.id(), touched);
	}

	private DataImported undoPeople(Connection connection, ImportBatch batch) throws SQLException {
		var touched = new ArrayList<Roster.Touched>();
		try (var statement = connection.createStatement();
				var rows = statement.executeQuery("select person_id, before_text, after_text from person_before where batch_id = " + batch.id())) {
			while (rows.next()) {
				touched.add(new Roster.Touched(rows.getLong(1), ImportText.read(rows.getString(2), Roster.PersonImage.class),
						ImportText.read(rows.getString(3), Roster.PersonImage.class)));
			}
		}
		for (var one : touched) {
			if (!roster.stands(one.personId(), one.after())) {
				throw new BusinessException("pipeline.import.error.person-changed", one.after().name());
			}
			if (one.before() == null && isInUse(connection, one.personId())) {
				throw new BusinessException("pipeline.import.error.person-in-use", one.after().name());
			}
		}
		roster.putBack(touched, made(connection, batch.id(), "TEAM"), made(connection, batch.id(), "REGION"));
		StagedLines.execute(connection, "delete from person_before where batch_id = " + batch.id());
		StagedLines.execute(connection, "delete from roster_made where batch_id = " + batch.id());
		return DataImported.ofEverybody(batch.id());
	}

	/** Every table that names a person, whichever topic it belongs to: the database knows them. */
	private static boolean isInUse(Connection connection, long personId) throws SQLException {
		var own = Set.of("position_held", "month_due", "monthly_figure");
		var references = new ArrayList<String>();
		var isUpper = connection.getMetaData().storesUpperCaseIdentifiers();
		try (var keys = connection.getMetaData().getExportedKeys(null, null, isUpper ? "SALESPERSON" : "salesperson")) {
			while (keys.next()) {
				if (!own.contains(keys.getString("FKTABLE_NAME").toLowerCase(java.util.Locale.ROOT))) {
					references.add("select 1 from " + keys.getString("FKTABLE_NAME") + " where " + keys.getString("FKCOLUMN_NAME") + " = " + personId);
				}
			}
		}
		for (var reference : references) {
			try (var statement = connection.createStatement(); var rows = statement.executeQuery(reference + " fetch first 1 row only")) {
				if (rows.next()) {
					return true;
				}
			}
		}
		for (var table : own) {
			if (!table.equals("position_held")) {
				StagedLines.execute(connection, "delete from " + table + " where person_id = " + personId);
			}
		}
		StagedLines.execute(connection, "update figures_run set count_no = count_no + 1 where id = 1");
		return false;
	}

	private static List<Long> made(Connection connection, long batchId, String what) throws SQLException {
		var ids = new ArrayList<Long>();
		try (var statement = connection.prepareStatement("select made_id from roster_made where batch_id = ? and what = ?")) {
			statement.setLong(1, batchId);
			statement.setString(2, what);
			try (var rows = statement.executeQuery()) {
				while (rows.next()) {
					ids.add(rows.getLong(1));
				}
			}
		}
		return ids;
	}

	/** Moves the progress bar, shows other nodes that this one lives, and stops the run when somebody has asked for it. */
	private void signOfLife(long batchId, int percent, long lines) throws Exception {
		var stop = transactions.run(() -> {
			try (var connection = database.getConnection()) {
				try (var update = connection.prepareStatement("update import_batch set percent_done = ?, lines_done = ?, heartbeat_at = ? where id = ?")) {
					update.setInt(1, percent);
					update.setLong(2, lines);
					update.setTimestamp(3, Timestamp.from(clock.now()));
					update.setLong(4, batchId);
					update.executeUpdate();
				}
				try (var select = connection.createStatement(); var rows = select.executeQuery("select cancel_requested from import_batch where id = " + batchId)) {
					return rows.next() && rows.getBoolean(1);
				}
			}
		});
		if (stop) {
			throw new Stopped();
		}
	}

	/** Shows that this node still works on its batches, also while one long statement runs. */
	void keepAlive(Instant now) throws Exception {
		for (var id : running) {
			transactions.run(() -> {
				try (var connection = database.getConnection();
						var update = connection.prepareStatement("update import_batch set heartbeat_at = ? where id = ?")) {
					update.setTimestamp(1, Timestamp.from(now));
					update.setLong(2, id);
					return update.executeUpdate();
				}
			});
		}
	}
}
