package org.headcoach.training.web;

import org.headcoach.shared.NotHereException;
import org.headcoach.site.Here;
import org.headcoach.site.ListAddress;
import org.headcoach.site.Messages;
import org.headcoach.training.CertificationPage;
import org.headcoach.training.CertificationService;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What a certification asks, with the words of every score. */
@Named
@RequestScoped
public class CertificationView {

	@Inject
	private CertificationService certifications;

	@Inject
	private ListAddress list;

	@Inject
	private Here here;

	private CertificationPage page;

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		var id = list.number("certification");
		if (id == null) {
			throw new NotHereException("No certification is asked for");
		}
		var version = list.number("version");
		page = certifications.certification(id, version == null ? null : version.intValue());
	}

	public String getAnswer() {
		return Messages.html(here.getLocale(), "training.cert.answer." + page.rule(), page.behaviours().size(), page.passMark(), page.evaluators());
	}

	public CertificationPage getPage() {
		return page;
	}
}
