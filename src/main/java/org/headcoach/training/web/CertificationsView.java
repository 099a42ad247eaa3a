package org.headcoach.training.web;

import java.util.List;

import org.headcoach.site.Here;
import org.headcoach.site.Messages;
import org.headcoach.training.CertificationRow;
import org.headcoach.training.CertificationService;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What can be certified. */
@Named
@RequestScoped
public class CertificationsView {

	@Inject
	private CertificationService certifications;

	@Inject
	private Here here;

	private List<CertificationRow> rows;

	@PostConstruct
	void load() {
		rows = certifications.catalogue();
	}

	public String getAnswer() {
		var open = rows.stream().filter(row -> !row.retired()).count();
		var held = rows.stream().filter(row -> row.own() != null && row.own().state().holds()).count();
		return Messages.html(here.getLocale(), here.getActor().personId() == null ? "training.cert.list.answer" : "training.cert.list.answer.own", open, held);
	}

	public List<CertificationRow> getRows() {
		return rows;
	}
}
