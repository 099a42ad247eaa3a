package org.headcoach.training.web;

import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.headcoach.site.Done;
import org.headcoach.site.Here;
import org.headcoach.site.Messages;
import org.headcoach.training.QuestionBankService;
import org.headcoach.training.QuestionBankService.Format;
import org.headcoach.training.QuestionBankService.PartRow;
import org.headcoach.training.QuestionBankService.Preview;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;

/** A file of questions is looked at, line errors and all, and then brought into the bank. */
@Named
@ViewScoped
public class ImportQuestionsView implements Serializable {

	private static final long serialVersionUID = 1L;

	@Inject
	private QuestionBankService bank;

	@Inject
	private Here here;

	private List<PartRow> parts;
	private Format format = Format.GIFT;
	private Long partId;
	private String text;
	private transient Part file;
	private Preview preview;

	@PostConstruct
	void load() {
		parts = bank.parts();
	}

	public void look() throws IOException {
		if (file != null && file.getSize() > 0) {
			try (var content = file.getInputStream()) {
				text = new String(content.readNBytes(QuestionBankService.LONGEST_FILE), StandardCharsets.UTF_8);
			}
		}
		preview = bank.preview(format, text, partId);
	}

	public void bring() {
		var brought = bank.importAll(format, text, partId);
		Done.at("/training/questions", "training.import.done", brought.added(), brought.same(), brought.errors().size());
	}

	public String getAnswer() {
		return preview == null ? Messages.html(here.getLocale(), "training.import.answer")
				: Messages.html(here.getLocale(), "training.import.answer.preview", preview.added(), preview.same(), preview.errors().size());
	}

	public List<PartRow> getParts() {
		return parts;
	}

	public Format[] getFormats() {
		return Format.values();
	}

	public Format getFormat() {
		return format;
	}

	public void setFormat(Format format) {
		this.format = format;
	}

	public Long getPartId() {
		return partId;
	}

	public void setPartId(Long partId) {
		this.partId = partId;
	}

	public String getText() {
		return text;
	}

	public void setText(String text) {
		this.text = text;
	}

	public Part getFile() {
		return file;
	}

	public void setFile(Part file) {
		this.file = file;
	}

	public Preview getPreview() {
		return preview;
	}
}
