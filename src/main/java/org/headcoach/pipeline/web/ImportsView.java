package org.headcoach.pipeline.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

import org.headcoach.people.PeopleService;
import org.headcoach.pipeline.ImportService;
import org.headcoach.pipeline.Imports;
import org.headcoach.site.Done;
import org.headcoach.site.Here;
import org.headcoach.site.ListAddress;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;

/** The list of imports, and the way in for a new file. */
@Named
@ViewScoped
public class ImportsView implements Serializable {

	private static final long serialVersionUID = 1L;

	@Inject
	private ImportService imports;

	@Inject
	private PeopleService people;

	@Inject
	private ListAddress list;

	@Inject
	private Here here;

	private transient Part file;
	private String source;
	private List<Imports.BatchRow> rows;
	private List<String> sources;
	private ZoneId zone;

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		list.counts(imports.count());
		rows = imports.list(list.getFirst(), ListAddress.SIZE);
		sources = imports.sources();
		zone = people.company().zone();
	}

	/** Takes the file in and shows what it is. */
	public void upload() throws IOException {
		try (InputStream content = file.getInputStream()) {
			var batch = imports.upload(new ImportService.Upload(content, file.getSubmittedFileName(), source, null, null));
			imports.check(batch);
			Done.show("/pipeline/import?batch=" + batch);
		} finally {
			// the server never deletes the temporary file of a part
			file.delete();
		}
	}

	public String state(Imports.BatchRow row) {
		return ImportTexts.state(here.getLocale(), row);
	}

	public String stateKind(Imports.BatchRow row) {
		return ImportTexts.stateKind(row.status());
	}

	/** When it began, by the company's clock. */
	public LocalDateTime when(Imports.BatchRow row) {
		return row.createdAt().atZone(zone).toLocalDateTime();
	}

	public long getWaiting() {
		return rows.stream().filter(row -> stateKind(row).equals("waiting")).count();
	}

	public List<Imports.BatchRow> getRows() {
		return rows;
	}

	public List<String> getSources() {
		return sources;
	}

	public Part getFile() {
		return file;
	}

	public void setFile(Part file) {
		this.file = file;
	}

	public String getSource() {
		return source;
	}

	public void setSource(String source) {
		this.source = source;
	}
}
