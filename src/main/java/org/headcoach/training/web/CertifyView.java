package org.headcoach.training.web;

import java.io.Serializable;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;

import org.headcoach.site.Done;
import org.headcoach.site.Here;
import org.headcoach.site.ListAddress;
import org.headcoach.site.Messages;
import org.headcoach.training.CertificationService;
import org.headcoach.training.DeskPage;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** A trainer's desk for certifications: what to score, what is planned, who expires, who is late; and the form for an appointment. */
@Named
@ViewScoped
public class CertifyView implements Serializable {

	private static final long serialVersionUID = 1L;

	@Inject
	private CertificationService certifications;

	@Inject
	private ListAddress list;

	@Inject
	private Here here;

	private final String formKey = UUID.randomUUID().toString();
	private DeskPage page;
	private CertificationService.Choices choices;
	private Long certification;
	private Long person;
	private LocalDateTime meetsAt;
	private String place;
	private List<String> evaluators = new ArrayList<>();

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		page = certifications.desk();
		choices = certifications.choices();
		// "Appoint" beside a name fills the form
		certification = list.number("certification");
		person = list.number("person");
		meetsAt = here.getToday().plusDays(7).atTime(10, 0);
	}

	public void appoint() {
		certifications.appoint(new CertificationService.Appoint(certification, person, meetsAt, place, new LinkedHashSet<>(evaluators), formKey));
		Done.at("/training/certify", "training.cert.done.appointed");
	}

	public String getAnswer() {
		return Messages.html(here.getLocale(), "training.cert.desk.answer", page.toScore().size(), page.open().size(), page.expiring().stream().filter(one -> !one.appointed()).count(),
				page.late().stream().filter(one -> !one.appointed()).count());
	}

	public DeskPage getPage() {
		return page;
	}

	public CertificationService.Choices getChoices() {
		return choices;
	}

	public Long getCertification() {
		return certification;
	}

	public void setCertification(Long certification) {
		this.certification = certification;
	}

	public Long getPerson() {
		return person;
	}

	public void setPerson(Long person) {
		this.person = person;
	}

	public LocalDateTime getMeetsAt() {
		return meetsAt;
	}

	public void setMeetsAt(LocalDateTime meetsAt) {
		this.meetsAt = meetsAt;
	}

	public String getPlace() {
		return place;
	}

	public void setPlace(String place) {
		this.place = place;
	}

	public List<String> getEvaluators() {
		return evaluators;
	}

	public void setEvaluators(List<String> evaluators) {
		this.evaluators = evaluators;
	}
}
