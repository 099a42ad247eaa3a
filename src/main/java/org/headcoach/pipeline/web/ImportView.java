package org.headcoach.pipeline.web;

import java.io.Serializable;
import java.nio.charset.Charset;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.headcoach.people.PeopleService;
import org.headcoach.people.Roster;
import org.headcoach.pipeline.ImportService;
import org.headcoach.pipeline.ImportStatus;
import org.headcoach.pipeline.Imports;
import org.headcoach.pipeline.engine.Column;
import org.headcoach.pipeline.engine.Field;
import org.headcoach.pipeline.engine.ImportKind;
import org.headcoach.pipeline.engine.Mapping;
import org.headcoach.pipeline.engine.Survey;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.NotHereException;
import org.headcoach.shared.tables.Delimiter;
import org.headcoach.shared.tables.TableFormat;
import org.headcoach.site.Done;
import org.headcoach.site.Here;
import org.headcoach.site.ListAddress;
import org.headcoach.site.Messages;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** One import, step by step: what the file is, what its columns feed, what would change, and what came of it. */
@Named
@ViewScoped
public class ImportView implements Serializable {

	private static final long serialVersionUID = 1L;

	/** A field of ours that a column can feed. */
	public record Choice(String name, String label) implements Serializable {
	}

	/** A text of the file that has to mean one of a few things. */
	public record Meaning(String key, String field, String text, long lines, List<String> choices) implements Serializable {
	}

	private static final int SHOWN_ON_THE_SIDE = 3;
	private static final int SAID_OF_A_ROW = 5;

	/** What is read by a style that may be the wrong one. */
	private static final Set<Column.Type> READ = Set.of(Column.Type.DAY, Column.Type.DECIMAL);

	@Inject
	private ImportService imports;

	@Inject
	private PeopleService people;

	@Inject
	private ListAddress list;

	@Inject
	private Here here;

	private ImportService.BatchPage page;
	private List<FileColumn> columns;
	private List<Choice> choices;
	private List<Choice> needed;
	private List<Meaning> meanings;
	private String tab;
	private List<Imports.RejectedRow> rejected;
	private List<Imports.StagedRow> staged;
	private List<Imports.StagedRow> changedOnTheSide;
	private transient List<Roster.Planned> planned;
	private List<ImportService.OwnerChoice> owners;
	private ImportService.Progress progress;

	private String source;
	private ImportKind kind;
	private String charset;
	private Delimiter delimiter;
	private String sheet;
	private Map<String, String> alsoFrom = new HashMap<>();
	private Map<String, String> styles = new HashMap<>();
	private Map<String, String> values = new HashMap<>();
	private Map<String, String> matches = new HashMap<>();

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		var number = list.number("batch");
		if (number == null) {
			throw new NotHereException("No import was asked for");
		}
		page = imports.page(number);
		source = page.batch().source();
		kind = page.batch().kind();
		charset = page.format().charset() == null ? null : page.format().charset().name();
		delimiter = page.format().delimiter();
		sheet = page.format().sheet();
		columns = FileColumn.of(page.mapping(), page.headers(), page.sample(), kind.fields());
		styles = new HashMap<>(page.mapping().styles());
		choices = kind.fields().stream().map(field -> new Choice(field.name(), field.isRequired() ? Messages.text(here.getLocale(), "pipeline.import.required", label(field)) : label(field))).toList();
		needed = page.missing().stream().map(field -> new Choice(field, label(field))).toList();
		meanings = meanings();
		owners = page.owners().isEmpty() ? List.of() : imports.ownerChoices();
		page.owners().stream().filter(owner -> owner.closest() != null).forEach(owner -> matches.put(owner.text(), String.valueOf(owner.closest().id())));
		progress = page.progress();
		if (page.batch().status() == ImportStatus.READY) {
			loadTab();
		}
	}

	private void loadTab() {
		var row = page.batch();
		tab = list.text("tab");
		if (tab == null) {
			tab = row.rejected() + row.waiting() > 0 ? "rejected" : row.added() > 0 || row.changed() == 0 ? "new" : "changed";
		}
		var count = switch (tab) {
			case "rejected" -> imports.countReasons(row.id());
			case "changed" -> row.changed();
			case "same" -> row.same();
			default -> row.added();
		};
		list.counts(count);
		if (tab.equals("rejected")) {
			rejected = imports.rejected(row.id(), list.getFirst(), ListAddress.SIZE);
		} else if (kind == ImportKind.PEOPLE) {
			var wanted = Roster.Change.valueOf(tab.toUpperCase(java.util.Locale.ROOT));
			planned = imports.people(row.id()).stream().filter(one -> !one.isRefused() && one.change() == wanted).skip(list.getFirst()).limit(ListAddress.SIZE).toList();
		} else {
			staged = imports.staged(row.id(), Imports.Shown.valueOf(tab.toUpperCase(java.util.Locale.ROOT)), list.getFirst(), ListAddress.SIZE);
		}
		changedOnTheSide = kind == ImportKind.PEOPLE || row.changed() == 0 ? List.of() : imports.staged(row.id(), Imports.Shown.CHANGED, 0, SHOWN_ON_THE_SIDE);
	}

	private List<Meaning> meanings() {
		var found = new ArrayList<Meaning>();
		if (page.survey() == null) {
			return found;
		}
		for (var text : page.survey().texts()) {
			var key = text.field() + "\t" + text.text();
			found.add(new Meaning(key, label(text.field()), text.text(), text.lines(), kind.field(text.field()).map(Field::choices).orElse(List.of())));
			if (text.meaning() != null) {
				values.put(key, text.meaning());
			}
		}
		return found;
	}

	private String label(Field field) {
		return label(field.name());
	}

	public String label(String field) {
		return Messages.text(here.getLocale(), "pipeline.import.field." + field);
	}

	// ------------------------------------------------------------ acting

	/** Keeps the answers about the file and reads it with them. */
	public void check() {
		var answer = new ImportService.Answer(page.batch().id(), source, kind, format(), mapping());
		onTime(() -> {
			imports.answer(answer);
			imports.check(page.batch().id());
			show();
		});
	}

	private TableFormat format() {
		if (page.format().kind() == TableFormat.Kind.XLSX) {
			return page.format().withSheet(sheet);
		}
		return page.format().withCharset(Charset.forName(charset)).withDelimiter(delimiter);
	}

	private Mapping mapping() {
		var mapping = FileColumn.answered(page.mapping(), columns, alsoFrom, page.batch().kind().fields());
		for (var style : styles.entrySet()) {
			mapping = mapping.withStyle(style.getKey(), style.getValue() == null || style.getValue().isBlank() ? null : style.getValue());
		}
		for (var meaning : values.entrySet()) {
			var parts = meaning.getKey().split("\t", 2);
			mapping = mapping.withMeaning(parts[0], parts[1], meaning.getValue() == null || meaning.getValue().isBlank() ? null : meaning.getValue());
		}
		return mapping;
	}

	/** A second click, or one in a second tab, shows how far the first has come. */
	public void commit() {
		onTime(() -> {
			imports.commit(page.batch().id());
			show();
		});
	}

	public void cancel() {
		onTime(() -> {
			imports.cancel(page.batch().id());
			if (imports.progress(page.batch().id()).stopping()) {
				show();
			} else {
				Done.at(address(), "pipeline.import.cancelled");
			}
		});
	}

	public void undo() {
		onTime(() -> {
			imports.undo(page.batch().id());
			Done.at(address(), "pipeline.import.undone", page.batch().fileName());
		});
	}

	/** Where the file has moved on since the page was written, the page is shown as it stands now. */
	private void onTime(Runnable command) {
		try {
			command.run();
		} catch (BusinessException refused) {
			if (imports.progress(page.batch().id()).status() == page.batch().status()) {
				throw refused;
			}
			Done.tooLate(address(), refused);
		}
	}

	/** Says who an unknown owner is; "nobody" is an answer too. */
	public void match(String text) {
		var answer = matches.get(text);
		if (answer == null || answer.isEmpty()) {
			throw new BusinessException("pipeline.import.error.whose", text);
		}
		imports.matchOwner(page.batch().id(), text, answer.equals("nobody") ? null : Long.valueOf(answer));
		Done.at(address(), "pipeline.import.matched", text);
	}

	private void show() {
		Done.show(address());
	}

	private String address() {
		return "/pipeline/import?batch=" + page.batch().id();
	}

	/** Asked again and again while the work goes on; shows the page afresh once it is over. */
	public void poll() {
		progress = imports.progress(page.batch().id());
		if (!progress.status().isRunning()) {
			show();
		}
	}

	// ------------------------------------------------------------ reading

	public ImportService.BatchPage getPage() {
		return page;
	}

	public Imports.BatchRow getRow() {
		return page.batch();
	}

	public ImportService.Progress getProgress() {
		return progress;
	}

	/** columns, running, preview or over. */
	public String getPhase() {
		return switch (page.batch().status()) {
			case MAPPING -> "columns";
			case CHECKING, IMPORTING -> "running";
			case READY -> "columns".equals(list.text("step")) ? "columns" : "preview";
			default -> "over";
		};
	}

	public String getState() {
		return ImportTexts.state(here.getLocale(), page.batch());
	}

	public String getStateKind() {
		return ImportTexts.stateKind(page.batch().status());
	}

	/** What is asked before the file can be checked: fields without a column, columns that could mean two things. */
	public List<Survey.Question> getQuestions() {
		return page.survey() == null ? List.of() : page.survey().questions();
	}

	public List<String> getMissing() {
		return page.missing().stream().map(this::label).toList();
	}

	public String reason(Imports.RejectedRow one) {
		return ImportTexts.reason(here.getLocale(), one.reasonKey(), one.arguments());
	}

	public String problem() {
		return page.problemKey() == null ? "" : ImportTexts.reason(here.getLocale(), page.problemKey(), page.problemArguments());
	}

	/** What a column of a row is called on the page. */
	public String columnName(String column) {
		var known = new LinkedHashMap<String, String>();
		kind.columns().forEach(one -> known.put(one.name(), one.fedBy().isEmpty() ? "id" : one.fedBy().get(0)));
		return label(known.getOrDefault(column, column));
	}

	/**
	 * The first few texts that say what a row is about, each once (the day of a moment stands in the moment), and then with their names all days and amounts: what can be misread is what has to be
	 * seen.
	 */
	public String summary(Imports.StagedRow one) {
		var texts = new ArrayList<String>();
		var read = new ArrayList<String>();
		for (int i = 1; i < one.values().size(); i++) {
			var text = one.values().get(i);
			var column = kind.columns().get(i);
			if (text == null || text.isBlank() || texts.stream().anyMatch(before -> before.equals(text) || before.startsWith(text + " "))) {
				continue;
			}
			if (!column.fedBy().isEmpty() && READ.contains(column.type())) {
				read.add(label(column.fedBy().get(0)) + " " + text);
			} else if (texts.size() < SAID_OF_A_ROW) {
				texts.add(text);
			}
		}
		return Stream.concat(texts.stream().map(this::word), read.stream()).collect(Collectors.joining(" · "));
	}

	/** How one of a few known words reads, such as CALL. */
	public String word(String text) {
		var key = "pipeline.import.choice." + text;
		return Messages.has(here.getLocale(), key) ? Messages.text(here.getLocale(), key) : text;
	}

	public List<String> getCharsets() {
		var names = new ArrayList<>(TableFormat.charsets().stream().map(Charset::name).toList());
		if (charset != null && !names.contains(charset)) {
			names.add(charset);
		}
		return names;
	}

	public Delimiter[] getDelimiters() {
		return Delimiter.values();
	}

	public ImportKind[] getKinds() {
		return ImportKind.values();
	}

	public LocalDateTime getUndoableUntil() {
		return page.undoableUntil() == null ? null : page.undoableUntil().atZone(people.company().zone()).toLocalDateTime();
	}

	/** When the import was written that has to be undone before this one. */
	public LocalDateTime getChangedLaterAt() {
		return page.changedLater().committedAt().atZone(people.company().zone()).toLocalDateTime();
	}

	/** The columns of the file, each with what it feeds. */
	public List<FileColumn> getColumns() {
		return columns;
	}

	/** What a column can feed. */
	public List<Choice> getChoices() {
		return choices;
	}

	/** What no column feeds yet although the import cannot do without it. */
	public List<Choice> getNeeded() {
		return needed;
	}

	/** The other fields that a column feeds, in words. */
	public String also(FileColumn column) {
		return column.getAlso().stream().map(this::label).collect(Collectors.joining(", "));
	}

	public List<Meaning> getMeanings() {
		return meanings;
	}

	public String getTab() {
		return tab;
	}

	public List<Imports.RejectedRow> getRejected() {
		return rejected;
	}

	public List<Imports.StagedRow> getStaged() {
		return staged;
	}

	public List<Imports.StagedRow> getChangedOnTheSide() {
		return changedOnTheSide;
	}

	public List<Roster.Planned> getPlanned() {
		return planned;
	}

	public List<ImportService.OwnerChoice> getOwners() {
		return owners;
	}

	/** Needed field to the column that feeds it besides its own. */
	public Map<String, String> getAlsoFrom() {
		return alsoFrom;
	}

	public Map<String, String> getStyles() {
		return styles;
	}

	public Map<String, String> getValues() {
		return values;
	}

	public Map<String, String> getMatches() {
		return matches;
	}

	public String getSource() {
		return source;
	}

	public void setSource(String source) {
		this.source = source;
	}

	public ImportKind getKind() {
		return kind;
	}

	public void setKind(ImportKind kind) {
		this.kind = kind;
	}

	public String getCharset() {
		return charset;
	}

	public void setCharset(String charset) {
		this.charset = charset;
	}

	public Delimiter getDelimiter() {
		return delimiter;
	}

	public void setDelimiter(Delimiter delimiter) {
		this.delimiter = delimiter;
	}

	public String getSheet() {
		return sheet;
	}

	public void setSheet(String sheet) {
		this.sheet = sheet;
	}
}
