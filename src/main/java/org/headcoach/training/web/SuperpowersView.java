package org.headcoach.training.web;

import java.io.Serializable;

import org.headcoach.shared.NotHereException;
import org.headcoach.site.Done;
import org.headcoach.site.Here;
import org.headcoach.site.ListAddress;
import org.headcoach.site.Messages;
import org.headcoach.training.CurriculumService;
import org.headcoach.training.SuperpowersPage;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Who is strongest in which stage of the process. */
@Named
@ViewScoped
public class SuperpowersView implements Serializable {

	private static final long serialVersionUID = 1L;

	@Inject
	private CurriculumService curricula;

	@Inject
	private ListAddress list;

	@Inject
	private Here here;

	private SuperpowersPage page;
	private SuperpowersPage.Line line;
	private Long partId;
	private String note;

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		page = curricula.superpowers();
		var person = list.number("person");
		if (person != null) {
			line = page.lines().stream().filter(one -> one.personId() == person).findFirst().orElseThrow(() -> new NotHereException("No person " + person));
			partId = line.partId() != null ? line.partId() : line.hint() == null ? null : Long.valueOf(line.hint().partId());
			note = line.note();
		}
	}

	public String getAnswer() {
		var without = page.stages().stream().filter(stage -> stage.teachers() == 0).map(SuperpowersPage.Stage::name).toList();
		return Messages.html(here.getLocale(), page.stages().isEmpty() ? "learn.superpowers.answer.none" : without.isEmpty() ? "learn.superpowers.answer" : "learn.superpowers.answer.open",
				page.lines().stream().filter(one -> one.partId() != null).count(), without.size(), without);
	}

	public void save() {
		curricula.recordSuperpower(line.personId(), partId, note);
		Done.at("/training/superpowers", "learn.superpowers.done", line.name());
	}

	public SuperpowersPage getPage() {
		return page;
	}

	public SuperpowersPage.Line getLine() {
		return line;
	}

	public Long getPartId() {
		return partId;
	}

	public void setPartId(Long partId) {
		this.partId = partId;
	}

	public String getNote() {
		return note;
	}

	public void setNote(String note) {
		this.note = note;
	}
}
