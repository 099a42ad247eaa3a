package org.headcoach.training.web;

import org.headcoach.site.ListAddress;
import org.headcoach.training.CertificationService;
import org.headcoach.training.PublicCertificate;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What anybody who has the address of a certificate may know: what is printed on it, and whether it still holds. */
@Named
@RequestScoped
public class CertificateView {

	@Inject
	private CertificationService certifications;

	@Inject
	private ListAddress list;

	private PublicCertificate page;

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		var number = list.text("number");
		page = certifications.shown(number == null ? "" : number);
	}

	public PublicCertificate getPage() {
		return page;
	}
}
