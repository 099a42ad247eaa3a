package org.headcoach.pipeline;

import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import org.headcoach.people.Actor;
import org.headcoach.pipeline.engine.ImportKind;
import org.headcoach.pipeline.engine.Mapping;
import org.headcoach.pipeline.engine.Survey;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.tables.Delimiter;
import org.headcoach.shared.tables.TableFormat;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/**
 * One file on its way into the pipeline: uploaded, its columns answered for, checked, previewed, imported in one
 * transaction, perhaps undone. The line stays when the data is gone, so that everybody can see who brought what when.
 */
@Entity
@Table(name = "import_batch")
public class ImportBatch {

	/** As long as a batch can be undone; what that needs is thrown away afterwards. */
	static final Duration UNDO = Duration.ofDays(30);

	/** A table's format in words that can be kept. */
	public record StoredFormat(String kind, String charset, String delimiter, String sheet) {

		static StoredFormat of(TableFormat format) {
			return new StoredFormat(format.kind().name(), format.charset() == null ? null : format.charset().name(),
					format.delimiter() == null ? null : format.delimiter().name(), format.sheet());
		}

		TableFormat format() {
			return kind.equals(TableFormat.Kind.XLSX.name()) ? TableFormat.xlsx(sheet) : TableFormat.csv(Charset.forName(charset), Delimiter.valueOf(delimiter));
		}
	}

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "source_id")
	private ImportSource source;

	@Enumerated(EnumType.STRING)
	private ImportKind kind;

	@Column(name = "file_name")
	private String fileName;

	@Column(name = "file_hash")
	private String fileHash;

	@Column(name = "file_size")
	private long fileSize;

	@Column(name = "file_path")
	private String filePath;

	@Column(name = "format_json")
	private String format;

	@Column(name = "mapping_json")
	private String mapping;

	@Column(name = "survey_json")
	private String survey;

	@Enumerated(EnumType.STRING)
	private ImportStatus status;

	@Column(name = "lines_total")
	private Long linesTotal;

	@Column(name = "lines_done")
	private long linesDone;

	@Column(name = "percent_done")
	private int percentDone;

	@Column(name = "count_new")
	private long countNew;

	@Column(name = "count_changed")
	private long countChanged;

	@Column(name = "count_same")
	private long countSame;

	@Column(name = "count_waiting")
	private long countWaiting;

	@Column(name = "count_rejected")
	private long countRejected;

	@Column(name = "cancel_requested")
	private boolean cancelRequested;

	@Column(name = "problem_key")
	private String problemKey;

	@Column(name = "problem_arguments")
	private String problemArguments;

	@Column(name = "created_at")
	private OffsetDateTime createdAt;

	@Column(name = "created_by")
	private Long createdBy;

	@Column(name = "created_by_name")
	private String createdByName;

	@Column(name = "heartbeat_at")
	private OffsetDateTime heartbeatAt;

	@Column(name = "committed_at")
	private OffsetDateTime committedAt;

	@Column(name = "undone_at")
	private OffsetDateTime undoneAt;

	@Column(name = "undone_by_name")
	private String undoneByName;

	@Version
	private int version;

	protected ImportBatch() {
	}

	public ImportBatch(ImportSource source, ImportKind kind, String fileName, String fileHash, long fileSize, String filePath, TableFormat format,
			Mapping mapping, Actor actor, Instant now) {
		this.source = source;
		this.kind = kind;
		this.fileName = fileName;
		this.fileHash = fileHash;
		this.fileSize = fileSize;
		this.filePath = filePath;
		this.format = ImportText.of(StoredFormat.of(format));
		this.mapping = ImportText.of(mapping);
		this.status = ImportStatus.MAPPING;
		this.createdAt = now.atOffset(ZoneOffset.UTC);
		this.createdBy = actor.accountId();
		this.createdByName = actor.name();
	}

	public Long id() {
		return id;
	}

	public ImportSource source() {
		return source;
	}

	public ImportKind kind() {
		return kind;
	}

	public String fileName() {
		return fileName;
	}

	public String fileHash() {
		return fileHash;
	}

	public long fileSize() {
		return fileSize;
	}

	/** Null when the file has been thrown away. */
	public String filePath() {
		return filePath;
	}

	public TableFormat format() {
		return ImportText.read(format, StoredFormat.class).format();
	}

	public Mapping mapping() {
		return ImportText.read(mapping, Mapping.class);
	}

	/** What the walk through the file found; null before it. */
	public Survey.Finding survey() {
		return ImportText.read(survey, Survey.Finding.class);
	}

	public ImportStatus status() {
		return status;
	}

	public Long linesTotal() {
		return linesTotal;
	}

	/** Somebody has asked the work on it to stop, and it has not come to that yet. */
	public boolean isStopping() {
		return cancelRequested && status.isRunning();
	}

	public int percentDone() {
		return percentDone;
	}

	public long countNew() {
		return countNew;
	}

	public long countChanged() {
		return countChanged;
	}

	public long countSame() {
		return countSame;
	}

	public long countWaiting() {
		return countWaiting;
	}

	public long countRejected() {
		return countRejected;
	}

	public String problemKey() {
		return problemKey;
	}

	public List<Object> problemArguments() {
		return ImportText.arguments(problemArguments);
	}

	public Instant createdAt() {
		return createdAt.toInstant();
	}

	public String createdByName() {
		return createdByName;
	}

	public Instant committedAt() {
		return committedAt == null ? null : committedAt.toInstant();
	}

	public Instant undoneAt() {
		return undoneAt == null ? null : undoneAt.toInstant();
	}

	public String undoneByName() {
		return undoneByName;
	}

	public boolean isUndoable(Instant now) {
		return status == ImportStatus.IMPORTED && now.isBefore(committedAt().plus(UNDO));
	}

	/** Other answers; what was checked under the old ones no longer counts. */
	public void answer(ImportSource newSource, ImportKind newKind, TableFormat newFormat, Mapping newMapping) {
		require(ImportStatus.MAPPING, ImportStatus.READY);
		source = newSource;
		kind = newKind;
		format = ImportText.of(StoredFormat.of(newFormat));
		mapping = ImportText.of(newMapping);
		survey = null;
		status = ImportStatus.MAPPING;
		problemKey = null;
		problemArguments = null;
		count(0, 0, 0, 0, 0);
	}

	/** The walk through the file is done. */
	public void surveyed(Survey.Finding finding) {
		survey = ImportText.of(finding);
		linesTotal = finding.lines();
	}

	/** It goes back to the person: something has to be answered first. */
	public void ask() {
		status = ImportStatus.MAPPING;
	}

	public void checked(long fresh, long changed, long same, long waiting, long rejected) {
		require(ImportStatus.CHECKING, ImportStatus.READY);
		count(fresh, changed, same, waiting, rejected);
		status = ImportStatus.READY;
		percentDone = 100;
	}

	/** Everything is written; the transaction that says so is the one that wrote it. */
	public void imported(long fresh, long changed, long same, Instant now) {
		require(ImportStatus.IMPORTING);
		count(fresh, changed, same, countWaiting, countRejected);
		status = ImportStatus.IMPORTED;
		committedAt = now.atOffset(ZoneOffset.UTC);
		percentDone = 100;
	}

	public void undone(String by, Instant now) {
		require(ImportStatus.IMPORTED);
		status = ImportStatus.UNDONE;
		undoneAt = now.atOffset(ZoneOffset.UTC);
		undoneByName = by;
	}

	/** Given up, failed: what the preview promised did not happen. */
	public void end(ImportStatus how, String key, List<?> arguments) {
		count(0, 0, 0, 0, 0);
		status = how;
		problemKey = key;
		problemArguments = ImportText.ofArguments(arguments);
	}

	public void forgetFile() {
		filePath = null;
	}

	void require(ImportStatus... possible) {
		if (!List.of(possible).contains(status)) {
			throw new BusinessException("pipeline.import.error.other-state." + status.name().toLowerCase(java.util.Locale.ROOT));
		}
	}

	private void count(long fresh, long changed, long same, long waiting, long rejected) {
		countNew = fresh;
		countChanged = changed;
		countSame = same;
		countWaiting = waiting;
		countRejected = rejected;
	}
}
