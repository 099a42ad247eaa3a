package org.headcoach.hiring.web;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.headcoach.hiring.CandidacyState;
import org.headcoach.hiring.CandidateService;
import org.headcoach.hiring.HiringService;
import org.headcoach.hiring.InterviewService;
import org.headcoach.hiring.LetterService;
import org.headcoach.hiring.OpeningState;
import org.headcoach.shared.NotHereException;
import org.headcoach.site.Done;
import org.headcoach.site.Here;
import org.headcoach.site.ListAddress;
import org.headcoach.site.Messages;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;

/** One candidate: who it is, how it stands in each opening, files, and who has looked. */
@Named
@ViewScoped
public class CandidateView implements Serializable {

	private static final long serialVersionUID = 1L;

	@Inject
	private CandidateService candidates;

	@Inject
	private HiringService hiring;

	@Inject
	private InterviewService interviews;

	@Inject
	private LetterService letterService;

	@Inject
	private ListAddress list;

	@Inject
	private Here here;

	private CandidateService.CandidatePage page;
	private Map<Long, List<InterviewService.InterviewRow>> planned;
	private List<HiringService.OpeningChoice> otherOpenings;
	private List<LetterService.SentRow> letters;
	private final Map<String, Object> form = new HashMap<>();
	private transient Part file;
	private String why;
	private Long opening;

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		var id = list.number("id");
		if (id == null) {
			throw new NotHereException("No candidate is asked for");
		}
		page = candidates.candidate(id);
		planned = new HashMap<>();
		page.candidacies().stream().filter(CandidateService.CandidacyRow::hires).forEach(one -> planned.put(one.id(), interviews.interviews(one.id())));
		var known = page.candidacies().stream().map(CandidateService.CandidacyRow::openingId).toList();
		otherOpenings = page.hires() ? hiring.openingChoices().stream().filter(row -> row.state() != OpeningState.CLOSED && !known.contains(row.id())).toList() : List.of();
		letters = page.hires() && page.erasedAt() == null ? letterService.sent(page.id()) : List.of();
		form.put("name", page.name());
		form.put("email", page.email());
		form.put("phone", page.phone());
		form.put("link", page.link());
		form.put("headline", page.headline());
		form.put("note", page.note());
		form.put("consent", page.consentOn());
		form.put("consentHow", page.consentHow());
		form.put("keep", page.keepUntil());
	}

	public String getAnswer() {
		if (page.erasedAt() != null) {
			return Messages.html(here.getLocale(), "hiring.candidate.answer.erased");
		}
		return page.candidacies().stream().findFirst().map(one -> Messages.html(here.getLocale(), "hiring.candidate.answer." + one.state(), page.name(), one.stage(), one.opening()))
				.orElseGet(() -> Messages.html(here.getLocale(), "hiring.candidate.answer.none", page.name()));
	}

	/** The name, or the number of somebody who is forgotten. */
	public String getName() {
		return page.name() == null ? Messages.text(here.getLocale(), "hiring.candidate.erased.name", page.id()) : page.name();
	}

	/** Whether the reader can open the person of a hire: the line knows nobody before the first day. */
	public boolean isPersonShown(CandidateService.CandidacyRow one) {
		return one.hiredPersonId() != null && (here.may("SEE_COMPANY") || here.may("SEE_LINE") && !one.hiredOn().isAfter(here.getToday()));
	}

	/** Whether the training path of a hire is shown to the reader: among those who are at work, to who leads them. */
	public boolean isPathShown(CandidateService.CandidacyRow one) {
		return one.hiredPersonId() != null && here.may("SEE_READINESS") && !one.hiredOn().isAfter(here.getToday());
	}

	public void save() {
		candidates.change(new CandidateService.ChangeCandidate(page.id(), page.version(), (String) form.get("name"), (String) form.get("email"), (String) form.get("phone"), (String) form.get("link"),
				(String) form.get("headline"), (String) form.get("note"), (LocalDate) form.get("consent"), (String) form.get("consentHow"), (LocalDate) form.get("keep")));
		Done.here("hiring.candidate.done");
	}

	public void add() {
		try (var content = file.getInputStream()) {
			candidates.addFile(page.id(), file.getSubmittedFileName(), content.readNBytes(10 * 1024 * 1024 + 1));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		Done.here("hiring.file.done");
	}

	public void remove(long fileId) {
		candidates.removeFile(fileId);
		Done.here("hiring.file.removed");
	}

	public void erase() {
		candidates.erase(page.id(), why);
		Done.here("hiring.candidate.erased");
	}

	public void putInto() {
		hiring.putInto(page.id(), opening, page.candidacies().isEmpty() ? null : page.candidacies().get(0).source());
		Done.here("hiring.candidate.put");
	}

	public void reopen(long candidacyId) {
		hiring.reopen(candidacyId);
		Done.here("hiring.candidate.reopened");
	}

	public CandidateService.CandidatePage getPage() {
		return page;
	}

	/** Where it ended without a hire, and can be taken back. */
	public List<CandidateService.CandidacyRow> getEnded() {
		return page.candidacies().stream().filter(one -> one.hires() && (one.state() == CandidacyState.REJECTED || one.state() == CandidacyState.WITHDRAWN)).toList();
	}

	public List<InterviewService.InterviewRow> interviewsOf(long candidacyId) {
		return planned.getOrDefault(candidacyId, List.of());
	}

	public List<LetterService.SentRow> getLetters() {
		return letters;
	}

	public List<HiringService.OpeningChoice> getOtherOpenings() {
		return otherOpenings;
	}

	public Map<String, Object> getForm() {
		return form;
	}

	public Part getFile() {
		return file;
	}

	public void setFile(Part file) {
		this.file = file;
	}

	public String getWhy() {
		return why;
	}

	public void setWhy(String why) {
		this.why = why;
	}

	public Long getOpening() {
		return opening;
	}

	public void setOpening(Long opening) {
		this.opening = opening;
	}
}
