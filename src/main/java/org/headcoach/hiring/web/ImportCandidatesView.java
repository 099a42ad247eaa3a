package org.headcoach.hiring.web;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.headcoach.hiring.CandidateImportService;
import org.headcoach.hiring.HiringService;
import org.headcoach.hiring.OpeningState;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.tables.DateStyle;
import org.headcoach.site.Done;
import org.headcoach.site.Here;
import org.headcoach.site.Messages;

import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;

/** Candidates from a file: what it would do first, then done. */
@Named
@ViewScoped
public class ImportCandidatesView implements Serializable {

	private static final long serialVersionUID = 1L;

	@Inject
	private CandidateImportService imports;

	@Inject
	private HiringService hiring;

	@Inject
	private Here here;

	private List<HiringService.OpeningChoice> openings;
	private Long opening;
	private transient Part file;
	private String fileName;
	private byte[] content;
	private DateStyle days;
	private final Map<String, Integer> columns = new HashMap<>();
	private CandidateImportService.ImportPage page;

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		openings = hiring.openingChoices().stream().filter(row -> row.state() != OpeningState.CLOSED).toList();
	}

	public void preview() {
		if (opening == null) {
			throw new BusinessException("hiring.candidate.error.opening");
		}
		fileName = file.getSubmittedFileName();
		try (var stream = file.getInputStream()) {
			content = stream.readNBytes(5 * 1024 * 1024 + 1);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		days = null;
		look(null);
	}

	private void look(Map<CandidateImportService.Field, Integer> chosen) {
		page = imports.preview(opening, fileName, content, days, chosen);
		columns.clear();
		page.columns().forEach((field, at) -> columns.put(field.name(), at));
	}

	/** Somebody has said which column is taken for what. */
	public void readColumns() {
		look(chosen());
	}

	private Map<CandidateImportService.Field, Integer> chosen() {
		var chosen = new EnumMap<CandidateImportService.Field, Integer>(CandidateImportService.Field.class);
		columns.forEach((field, at) -> {
			if (at != null) {
				chosen.put(CandidateImportService.Field.valueOf(field), at);
			}
		});
		return chosen;
	}

	/** Somebody has said in which order day and month stand. */
	public void readDays(String style) {
		days = DateStyle.valueOf(style);
		look(chosen());
	}

	public String getAnswer() {
		return page == null ? Messages.text(here.getLocale(), "hiring.import.answer") : page.isNameless() ? Messages.text(here.getLocale(), "hiring.import.error.name") : page.isAsking() ? Messages.text(here.getLocale(), "hiring.import.days.answer", page.example())
				: Messages.text(here.getLocale(), "hiring.import.found", page.added(), page.known(), page.rejected());
	}

	public void take() {
		var done = imports.load(opening, fileName, content, days, page.columns());
		Done.at("/hiring/board?opening=" + opening, "hiring.import.done", done.added(), done.known(), done.rejected());
	}

	public List<HiringService.OpeningChoice> getOpenings() {
		return openings;
	}

	public CandidateImportService.ImportPage getPage() {
		return page;
	}

	/** The place of the file's column by what is taken from it. */
	public Map<String, Integer> getColumns() {
		return columns;
	}

	public CandidateImportService.Field[] getFields() {
		return CandidateImportService.Field.values();
	}

	/** The file's columns with their places. */
	public List<SelectItem> getHeaders() {
		return IntStream.range(0, page.headers().size()).mapToObj(at -> new SelectItem(at, page.headers().get(at))).toList();
	}

	public String getLeft() {
		return String.join(", ", page.left());
	}

	/** The first lines; all of a long file would help nobody. */
	public List<CandidateImportService.LineRow> getLines() {
		return page.lines().stream().sorted(Comparator.comparing(CandidateImportService.LineRow::state).reversed()).limit(100).toList();
	}

	public Long getOpening() {
		return opening;
	}

	public void setOpening(Long opening) {
		this.opening = opening;
	}

	public Part getFile() {
		return file;
	}

	public void setFile(Part file) {
		this.file = file;
	}
}
