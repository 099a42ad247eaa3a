package org.headcoach.pipeline;

import static org.headcoach.people.Permission.IMPORT_DATA;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;

import javax.sql.DataSource;

import org.headcoach.people.CurrentActor;
import org.headcoach.people.Needs;
import org.headcoach.people.PeopleService;
import org.headcoach.people.Roster;
import org.headcoach.people.Salesperson;
import org.headcoach.pipeline.engine.CrmSystem;
import org.headcoach.pipeline.engine.Headers;
import org.headcoach.pipeline.engine.ImportKind;
import org.headcoach.pipeline.engine.LineReader;
import org.headcoach.pipeline.engine.Mapping;
import org.headcoach.pipeline.engine.Owners;
import org.headcoach.pipeline.engine.Survey;
import org.headcoach.shared.OwnTransaction;
import org.headcoach.shared.BusinessClock;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.NotHereException;
import org.headcoach.shared.tables.Line;
import org.headcoach.shared.tables.TableFile;
import org.headcoach.shared.tables.TableFormat;
import org.headcoach.shared.tables.TableReader;
import org.headcoach.shared.tables.TableWriter;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/**
 * The way of a file into the pipeline: upload, answer, check, look, import, and perhaps undo. Needs IMPORT_DATA
 * throughout. Long work runs on another thread in the name of who started it; the batch says how far it is.
 */
@ApplicationScoped
@Transactional
public class ImportService {

	/** A file that comes in. Without source or kind, the header says which; {@code mapping} adds to what is known of the source. */
	public record Upload(InputStream content, String fileName, String source, ImportKind kind, Mapping mapping) {
	}

	/** Other answers about a file. */
	public record Answer(Long batchId, String source, ImportKind kind, TableFormat format, Mapping mapping) implements Serializable {
	}

	/**
	 * How a batch stands, for a progress bar.
	 *
	 * @param stopping somebody has asked the work to stop; the step that is under way is finished first
	 */
	public record Progress(ImportStatus status, int percent, boolean stopping) implements Serializable {

		static Progress of(ImportBatch batch) {
			return new Progress(batch.status(), batch.percentDone(), batch.isStopping());
		}
	}

	/** Somebody an owner can be matched to. */
	public record OwnerChoice(Long id, String name, String email) implements Serializable {
	}

	/** An unknown owner with whom it probably is; no choice when we cannot tell. */
	public record OwnerQuestion(String text, long lines, OwnerChoice closest) implements Serializable {
	}

	/**
	 * All that the page of a batch shows.
	 *
	 * @param changedLater the import that has to be undone before this one can be; null when there is none
	 * @param withoutDeal cancellations, payments and shares of the file that count nowhere, because their source has sent no deal with the id that they name
	 */
	public record BatchPage(Imports.BatchRow batch, long fileSize, boolean fileKept, CrmSystem system, TableFormat format, List<String> sheets, List<String> headers,
			List<List<String>> sample, Mapping mapping, List<String> missing, Survey.Finding survey, Long lines, Progress progress, List<OwnerQuestion> owners, long peopleTouched,
			long withoutDeal, String problemKey, List<Object> problemArguments, boolean undoable, Instant undoableUntil, Imports.BatchRow earlier,
			Imports.BatchRow changedLater) {
	}

	private static final int SAMPLE = 5;
	private static final int OWNERS_SHOWN = 50;

	@PersistenceContext
	private EntityManager em;

	@Resource(lookup = "java:app/jdbc/headcoach")
	private DataSource database;

	@Resource
	private ManagedExecutorService executor;

	@Inject
	private Imports imports;

	@Inject
	private ImportRun run;

	@Inject
	private ImportFiles files;

	@Inject
	private OwnTransaction transactions;

	@Inject
	private Roster roster;

	@Inject
	private PeopleService people;

	@Inject
	private CurrentActor current;

	@Inject
	private Instance<RequestContextController> contexts;

	@Inject
	private BusinessClock clock;

	// ------------------------------------------------------------ reading

	/** The imports, newest first. Needs IMPORT_DATA. */
	@Needs(IMPORT_DATA)
	public List<Imports.BatchRow> list(int first, int size) {
		return imports.list(first, size);
	}

	/** How many imports there are. Needs IMPORT_DATA. */
	@Needs(IMPORT_DATA)
	public long count() {
		return imports.count();
	}

	/** One import. Needs IMPORT_DATA. */
	@Needs(IMPORT_DATA)
	public Imports.BatchRow batch(Long batchId) {
		return Imports.row(existing(batchId));
	}

	/** The sources that files came from so far. Needs IMPORT_DATA. */
	@Needs(IMPORT_DATA)
	public List<String> sources() {
		return em.createQuery("select s.name from ImportSource s order by s.name", String.class).getResultList();
	}

	/** Everything about one import. Needs IMPORT_DATA. */
	@Needs(IMPORT_DATA)
	public BatchPage page(Long batchId) {
		var batch = existing(batchId);
		var headers = List.<String>of();
		var sample = new ArrayList<List<String>>();
		var sheets = List.<String>of();
		if (files.isHere(batch.filePath()) && !batch.status().isRunning() && !batch.status().isOver()) {
			try (var reader = TableReader.open(files.path(batch.filePath()), batch.format(), ImportFiles.LIMITS)) {
				headers = reader.columns();
				for (var lines = reader.iterator(); lines.hasNext() && sample.size() < SAMPLE;) {
					var cells = lines.next().cells();
					sample.add(List.copyOf(cells.subList(0, Math.min(cells.size(), headers.size()))));
				}
			}
			if (batch.format().kind() == TableFormat.Kind.XLSX) {
				sheets = TableFile.examine(files.path(batch.filePath()), batch.fileName(), ImportFiles.LIMITS).sheets();
			}
		}
		var isReady = batch.status() == ImportStatus.READY;
		return new BatchPage(Imports.row(batch), batch.fileSize(), files.isHere(batch.filePath()), batch.source().system(), batch.format(), sheets, headers, sample, batch.mapping(),
				LineReader.missing(batch.kind(), batch.mapping()), batch.survey(), batch.linesTotal(), Progress.of(batch), isReady ? owners(batch) : List.of(),
				isReady && batch.countNew() + batch.countChanged() > 0 ? imports.peopleTouched(batchId, batch.source().id(), batch.kind()) : 0,
				isReady || batch.status() == ImportStatus.IMPORTED ? imports.withoutDeal(batch) : 0, batch.problemKey(), batch.problemArguments(), batch.isUndoable(clock.now()),
				batch.committedAt() == null ? null : batch.committedAt().plus(ImportBatch.UNDO), earlier(batch).map(Imports::row).orElse(null),
				batch.isUndoable(clock.now()) ? imports.changedLater(batch).map(Imports::row).orElse(null) : null);
	}

	private List<OwnerQuestion> owners(ImportBatch batch) {
		var unknown = imports.unknownOwners(batch.id(), batch.kind(), OWNERS_SHOWN);
		if (unknown.isEmpty()) {
			return List.of();
		}
		var known = new Owners(em.createQuery("select new org.headcoach.pipeline.engine.Owners.Known(p.id, p.name, p.email, p.externalId) from Salesperson p",
				Owners.Known.class).getResultList(), new HashMap<>());
		return unknown.stream().map(owner -> new OwnerQuestion(owner.text(), owner.lines(),
				known.closest(owner.text()).map(person -> new OwnerChoice(person.id(), person.name(), person.email())).orElse(null))).toList();
	}

	/** How far the work on a batch is. Needs IMPORT_DATA. */
	@Needs(IMPORT_DATA)
	public Progress progress(Long batchId) {
		return Progress.of(existing(batchId));
	}

	/** Everybody whom an owner can be matched to, by name. Needs IMPORT_DATA. */
	@Needs(IMPORT_DATA)
	public List<OwnerChoice> ownerChoices() {
		return em.createQuery("select new org.headcoach.pipeline.ImportService.OwnerChoice(p.id, p.name, p.email) from Salesperson p order by p.name, p.id", OwnerChoice.class)
				.getResultList();
	}

	/** Reasons why lines are not imported: first those that cannot be read, then those that wait for their owner. Needs IMPORT_DATA. */
	@Needs(IMPORT_DATA)
	public List<Imports.RejectedRow> rejected(Long batchId, int first, int size) {
		var batch = existing(batchId);
		var found = new ArrayList<>(imports.rejected(batchId, first, size));
		if (found.size() < size && batch.status() == ImportStatus.READY && batch.countWaiting() > 0) {
			var before = em.createNativeQuery("select count(*) from import_rejection where batch_id = " + batchId).getSingleResult();
			found.addAll(imports.waiting(batchId, batch.mapping().header("owner"), Math.max(0, first - ((Number) before).intValue()), size - found.size()));
		}
		return found;
	}

	/** How many reasons {@link #rejected} gives; a line may have several. Needs IMPORT_DATA. */
	@Needs(IMPORT_DATA)
	public long countReasons(Long batchId) {
		var batch = existing(batchId);
		var found = ((Number) em.createNativeQuery("select count(*) from import_rejection where batch_id = " + batchId).getSingleResult()).longValue();
		return batch.status() == ImportStatus.READY ? found + batch.countWaiting() : found;
	}

	/** Staged lines of a READY batch in the order of the file; none for people, whom {@link #people} shows. Needs IMPORT_DATA. */
	@Needs(IMPORT_DATA)
	public List<Imports.StagedRow> staged(Long batchId, Imports.Shown shown, int first, int size) {
		var batch = existing(batchId);
		batch.require(ImportStatus.READY);
		return imports.staged(batch, shown, first, size);
	}

	/** What a READY batch of people would do, line by line. Needs IMPORT_DATA. */
	@Needs(IMPORT_DATA)
	public List<Roster.Planned> people(Long batchId) {
		var batch = existing(batchId);
		batch.require(ImportStatus.READY);
		try {
			return roster.plan(run.entries(batchId), ImportRun.told(batch.mapping()), people.today());
		} catch (SQLException e) {
			throw new IllegalStateException(e);
		}
	}

	/**
	 * Writes the lines that were not imported, with their reasons in a last column, so that they can be mended and uploaded again. Needs IMPORT_DATA.
	 *
	 * @param words how a reason reads in the caller's language: key and arguments to text
	 */
	@Needs(IMPORT_DATA)
	public void writeRejected(Long batchId, OutputStream out, String reasonColumn, BiFunction<String, List<Object>, String> words) {
		var batch = existing(batchId);
		if (!files.isHere(batch.filePath())) {
			throw new NotHereException("The file of import " + batchId + " is not kept here");
		}
		var reasons = new Reasons(batch);
		try (var reader = TableReader.open(files.path(batch.filePath()), batch.format(), ImportFiles.LIMITS)) {
			var columns = new ArrayList<>(reader.columns());
			columns.remove(reasonColumn);
			var kept = columns.stream().map(reader.columns()::indexOf).toList();
			columns.add(reasonColumn);
			try (var table = TableWriter.csv(out, columns)) {
				for (Line line : reader) {
					var reason = reasons.of(line.number(), words);
					if (reason != null) {
						var cells = new ArrayList<Object>();
						kept.forEach(at -> cells.add(line.cell(at)));
						cells.add(reason);
						table.line(cells);
					}
				}
			}
		}
	}

	/** Walks through the reasons beside the file, a thousand at a time. */
	private final class Reasons {

		private final ImportBatch batch;
		private List<Imports.RejectedRow> page = List.of();
		private List<Imports.RejectedRow> waiting = List.of();
		private int at;
		private int waitingAt;
		private int waitingBefore;
		private boolean isOver;

		Reasons(ImportBatch batch) {
			this.batch = batch;
		}

		String of(long line, BiFunction<String, List<Object>, String> words) {
			var found = new ArrayList<String>();
			for (var next = next(); next != null && next.line() <= line; next = next()) {
				var reason = words.apply(next.reasonKey(), next.arguments());
				found.add(next.column() == null ? reason : next.column() + ": " + reason);
				at++;
			}
			if (batch.status() == ImportStatus.READY && batch.countWaiting() > 0) {
				if (waitingAt == waiting.size() && (waitingBefore == 0 || waiting.size() == 1_000)) {
					waiting = imports.waiting(batch.id(), batch.mapping().header("owner"), waitingBefore, 1_000);
					waitingBefore += waiting.size();
					waitingAt = 0;
				}
				if (waitingAt < waiting.size() && waiting.get(waitingAt).line() == line) {
					var owner = waiting.get(waitingAt++);
					found.add(owner.column() + ": " + words.apply(owner.reasonKey(), owner.arguments()));
				}
			}
			return found.isEmpty() ? null : String.join(" ", found);
		}

		private Imports.RejectedRow next() {
			if (at == page.size() && !isOver) {
				page = imports.rejectedAfter(batch.id(), page.isEmpty() ? -1 : page.get(page.size() - 1).line());
				at = 0;
				isOver = page.isEmpty();
			}
			return at < page.size() ? page.get(at) : null;
		}
	}

	// ------------------------------------------------------------ acting

	/**
	 * Takes a file in and finds out what it is; nothing is imported. Returns the number of the batch, which waits for answers. Needs IMPORT_DATA.
	 *
	 * @throws BusinessException when the file is no table, too large, or harmful
	 */
	@Needs(IMPORT_DATA)
	public Long upload(Upload upload) {
		var kept = files.keep(upload.content());
		try {
			var name = fileName(upload.fileName());
			var file = TableFile.examine(kept.path(), name, ImportFiles.LIMITS);
			List<String> headers;
			try (var reader = file.read()) {
				headers = reader.columns();
			}
			var guess = Headers.guess(headers);
			var kind = upload.kind() == null ? guess.kind() : upload.kind();
			var system = guess.system();
			var source = source(upload.source() == null || upload.source().isBlank() ? system.title() : upload.source(), system);
			var batch = new ImportBatch(source, kind, name, kept.hash(), kept.size(), files.name(kept), file.format(), mapping(source, kind, headers, upload.mapping()),
					current.get(), clock.now());
			em.persist(batch);
			em.flush();
			return batch.id();
		} catch (RuntimeException e) {
			files.forget(kept.path());
			throw e;
		}
	}

	private static String fileName(String given) {
		var name = given == null || given.isBlank() ? "file" : given.strip();
		name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1).replaceAll("\\p{Cntrl}", "");
		return name.length() > 300 ? name.substring(name.length() - 300) : name;
	}

	private ImportSource source(String name, CrmSystem system) {
		var plain = name.strip();
		if (plain.length() > 100) {
			throw new BusinessException("pipeline.import.error.source-too-long", 100);
		}
		return source(plain).orElseGet(() -> {
			// two who name a new source at the same moment take turns at the company's line: the second finds it made
			em.createNativeQuery("select id from company for update").getResultList();
			return source(plain).orElseGet(() -> {
				var source = new ImportSource(plain, system);
				em.persist(source);
				return source;
			});
		});
	}

	private Optional<ImportSource> source(String name) {
		return em.createQuery("select s from ImportSource s where lower(s.name) = :name", ImportSource.class).setParameter("name", name.toLowerCase(Locale.ROOT))
				.getResultStream().findFirst();
	}

	/** What was answered for the last file of this source and kind, as far as this file has the columns; else the dictionary. */
	private Mapping mapping(ImportSource source, ImportKind kind, List<String> headers, Mapping given) {
		var remembered = source.id() == null ? Optional.<ImportMapping>empty()
				: em.createQuery("select m from ImportMapping m where m.source = :source and m.kind = :kind", ImportMapping.class)
						.setParameter("source", source).setParameter("kind", kind).getResultStream().findFirst();
		var usual = Headers.mapping(Headers.system(headers, kind), kind, headers);
		var known = remembered.map(found -> found.mapping().within(headers)).filter(found -> LineReader.missing(kind, found).isEmpty())
				.orElseGet(() -> remembered.map(found -> found.mapping().within(headers).orElse(usual)).orElse(usual));
		return given == null ? known : given.within(headers).orElse(known);
	}

	/** Changes what was answered about a file; it has to be checked again. Needs IMPORT_DATA. */
	@Needs(IMPORT_DATA)
	public void answer(Answer answer) {
		var batch = locked(answer.batchId());
		var source = source(answer.source(), batch.source().system());
		var mapping = answer.mapping();
		if (answer.kind() != batch.kind() || !answer.format().equals(batch.format())) {
			if (!files.isHere(batch.filePath())) {
				throw new BusinessException("pipeline.import.error.file-gone");
			}
			try (var reader = TableReader.open(files.path(batch.filePath()), answer.format(), ImportFiles.LIMITS)) {
				mapping = mapping(source, answer.kind(), reader.columns(), answer.kind() == batch.kind() ? mapping : null);
			}
		}
		batch.answer(source, answer.kind(), answer.format(), mapping);
	}

	/** Begins to read and check a file on another thread. Needs IMPORT_DATA. */
	@Needs(IMPORT_DATA)
	@Transactional(TxType.NOT_SUPPORTED)
	public void check(Long batchId) {
		claim(batchId, ImportStatus.CHECKING, ImportStatus.MAPPING, ImportStatus.READY);
		inBackground(() -> run.check(batchId));
	}

	/** Begins to write what was checked, on another thread, in one transaction. Needs IMPORT_DATA. */
	@Needs(IMPORT_DATA)
	@Transactional(TxType.NOT_SUPPORTED)
	public void commit(Long batchId) {
		claim(batchId, ImportStatus.IMPORTING, ImportStatus.READY);
		inBackground(() -> run.write(batchId));
	}

	/**
	 * Everything at once, on this thread: for REST and for the demo company. Returns how the batch stands afterwards: IMPORTED, READY when it was not to be
	 * written, MAPPING when something has to be answered first, or FAILED. A file that was the last one imported for its source and kind, under the same
	 * answers, is answered with that import, so that a job may repeat a call that broke off. Needs IMPORT_DATA.
	 */
	@Needs(IMPORT_DATA)
	@Transactional(TxType.NOT_SUPPORTED)
	public Imports.BatchRow importAll(Upload upload, boolean write) {
		var batchId = now(() -> upload(upload));
		var before = write ? now(() -> repeated(batchId)) : Optional.<Imports.BatchRow>empty();
		if (before.isPresent()) {
			return before.get();
		}
		claim(batchId, ImportStatus.CHECKING, ImportStatus.MAPPING);
		run.check(batchId);
		if (write && now(() -> existing(batchId).status()) == ImportStatus.READY) {
			claim(batchId, ImportStatus.IMPORTING, ImportStatus.READY);
			run.write(batchId);
		}
		return now(() -> Imports.row(existing(batchId)));
	}

	/** The import that this one only repeats; then nothing is left of this one. */
	private Optional<Imports.BatchRow> repeated(Long batchId) {
		var batch = existing(batchId);
		var last = em.createQuery("select b from ImportBatch b where b.source = :source and b.kind = :kind and b.status in (:imported, :undone) order by b.committedAt desc",
				ImportBatch.class).setParameter("source", batch.source()).setParameter("kind", batch.kind()).setParameter("imported", ImportStatus.IMPORTED)
				.setParameter("undone", ImportStatus.UNDONE).setMaxResults(1).getResultStream()
				.filter(one -> one.status() == ImportStatus.IMPORTED && one.fileHash().equals(batch.fileHash()) && one.mapping().equals(batch.mapping())
						&& one.countWaiting() == 0).findFirst();
		last.ifPresent(one -> {
			files.forget(batch.filePath());
			em.remove(batch);
		});
		return last.map(Imports::row);
	}

	private Optional<ImportBatch> earlier(ImportBatch batch) {
		return em.createQuery("""
				select b from ImportBatch b where b.fileHash = :hash and b.source = :source and b.kind = :kind and b.status = :status and b.id <> :id
				order by b.committedAt desc""", ImportBatch.class).setParameter("hash", batch.fileHash()).setParameter("source", batch.source())
				.setParameter("kind", batch.kind()).setParameter("status", ImportStatus.IMPORTED).setParameter("id", batch.id()).setMaxResults(1).getResultStream().findFirst();
	}

	/** Gives a file up, or asks the work on it to stop. What is not yet committed leaves no trace. Needs IMPORT_DATA. */
	@Needs(IMPORT_DATA)
	@Transactional(TxType.NOT_SUPPORTED)
	public void cancel(Long batchId) {
		var isRunning = now(() -> {
			var batch = locked(batchId);
			if (batch.status().isRunning()) {
				em.createQuery("update ImportBatch b set b.cancelRequested = true where b.id = :id").setParameter("id", batchId).executeUpdate();
				return true;
			}
			batch.require(ImportStatus.MAPPING, ImportStatus.READY);
			batch.end(ImportStatus.CANCELLED, null, List.of());
			files.forget(batch.filePath());
			batch.forgetFile();
			return false;
		});
		if (!isRunning) {
			now(() -> {
				run.giveUpStaging(batchId);
				return null;
			});
		}
	}

	/**
	 * Says who is meant by the text of an owner column, for this batch and all to come from its source. Only the lines that wait for it are looked at again. Needs IMPORT_DATA.
	 *
	 * @param personId null when it means nobody in the sales line
	 */
	@Needs(IMPORT_DATA)
	public void matchOwner(Long batchId, String text, Long personId) {
		var batch = locked(batchId);
		batch.require(ImportStatus.READY);
		if (personId != null && em.find(Salesperson.class, personId) == null) {
			throw new NotHereException("There is no person " + personId);
		}
		var plain = Mapping.plain(text);
		var table = "staged_" + batchId;
		try (var connection = database.getConnection();
				var forget = connection.prepareStatement("delete from import_owner where source_id = ? and owner_text = ?");
				var keep = connection.prepareStatement("insert into import_owner (source_id, owner_text, person_id) values (?, ?, ?)");
				var spellings = connection.prepareStatement("select distinct owner_text from " + table + " where owner_text is not null");
				var match = connection.prepareStatement("update " + table + " set owner_id = ?, owner_text = null where owner_text = ?")) {
			forget.setLong(1, batch.source().id());
			forget.setString(2, plain);
			forget.executeUpdate();
			keep.setLong(1, batch.source().id());
			keep.setString(2, plain);
			keep.setObject(3, personId, java.sql.Types.BIGINT);
			keep.executeUpdate();
			try (var rows = spellings.executeQuery()) {
				while (rows.next()) {
					if (Mapping.plain(rows.getString(1)).equals(plain)) {
						match.setObject(1, personId, java.sql.Types.BIGINT);
						match.setString(2, rows.getString(1));
						match.addBatch();
					}
				}
			}
			match.executeBatch();
			run.recount(batch);
		} catch (SQLException e) {
			throw new IllegalStateException(e);
		}
	}

	/**
	 * Takes an import back: new records go, changed ones get their former values. Needs IMPORT_DATA.
	 *
	 * @throws BusinessException when a later import has changed the same records (it says which), or after 30 days
	 */
	@Needs(IMPORT_DATA)
	@Transactional(TxType.NOT_SUPPORTED)
	public void undo(Long batchId) {
		now(() -> existing(batchId).status());
		now(() -> {
			run.undo(batchId, current.get().name());
			return null;
		});
	}

	private void claim(Long batchId, ImportStatus status, ImportStatus... from) {
		now(() -> {
			var batch = locked(batchId);
			batch.require(from);
			em.createQuery("update ImportBatch b set b.status = :status, b.percentDone = 0, b.cancelRequested = false, b.heartbeatAt = :now, b.version = b.version + 1 where b.id = :id")
					.setParameter("status", status).setParameter("now", clock.now().atOffset(java.time.ZoneOffset.UTC)).setParameter("id", batchId).executeUpdate();
			em.refresh(batch);
			return null;
		});
	}

	private void inBackground(Runnable work) {
		var actor = current.get();
		executor.execute(() -> {
			var context = contexts.get();
			context.activate();
			try {
				current.as(actor, () -> {
					work.run();
					return null;
				});
			} finally {
				context.deactivate();
			}
		});
	}

	private <T> T now(Callable<T> step) {
		try {
			return transactions.run(step);
		} catch (RuntimeException e) {
			throw e;
		} catch (Exception e) {
			throw new IllegalStateException(e);
		}
	}

	private ImportBatch existing(Long batchId) {
		var batch = batchId == null ? null : em.find(ImportBatch.class, batchId);
		if (batch == null) {
			throw new NotHereException("There is no import " + batchId);
		}
		return batch;
	}

	private ImportBatch locked(Long batchId) {
		var batch = batchId == null ? null : em.find(ImportBatch.class, batchId, LockModeType.PESSIMISTIC_WRITE);
		if (batch == null) {
			throw new NotHereException("There is no import " + batchId);
		}
		return batch;
	}
}
