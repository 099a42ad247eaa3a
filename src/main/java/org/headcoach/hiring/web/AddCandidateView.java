package org.headcoach.hiring.web;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.headcoach.hiring.CandidateService;
import org.headcoach.hiring.CandidateSource;
import org.headcoach.hiring.HiringService;
import org.headcoach.hiring.OpeningState;
import org.headcoach.site.Done;
import org.headcoach.site.ListAddress;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Somebody new for an opening. */
@Named
@ViewScoped
public class AddCandidateView implements Serializable {

	private static final long serialVersionUID = 1L;

	@Inject
	private HiringService hiring;

	@Inject
	private CandidateService candidates;

	@Inject
	private ListAddress list;

	private HiringService.Choices choices;
	private List<HiringService.OpeningChoice> openings;
	private final Map<String, Object> form = new HashMap<>();
	private final String formKey = UUID.randomUUID().toString();

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		choices = hiring.choices();
		openings = hiring.openingChoices().stream().filter(row -> row.state() != OpeningState.CLOSED).toList();
		form.put("opening", list.number("opening"));
		form.put("source", "LINKEDIN");
	}

	public void save() {
		var id = hiring.add(new HiringService.NewCandidate((Long) form.get("opening"), (String) form.get("name"), (String) form.get("email"), (String) form.get("phone"), (String) form.get("link"),
				(String) form.get("headline"), (String) form.get("note"), CandidateSource.valueOf((String) form.get("source")), (String) form.get("sourceNote"), (Long) form.get("referredBy"), (LocalDate) form.get("consent"),
				(String) form.get("consentHow"), null, Boolean.TRUE.equals(form.get("other")), formKey));
		var candidate = hiring.candidateOf(id);
		var twins = candidates.twins(candidate).size();
		Done.at("/hiring/candidate?id=" + candidate, "hiring.add.done", form.get("name"), twins);
	}

	public HiringService.Choices getChoices() {
		return choices;
	}

	public List<HiringService.OpeningChoice> getOpenings() {
		return openings;
	}

	public CandidateSource[] getSources() {
		return CandidateSource.values();
	}

	public Map<String, Object> getForm() {
		return form;
	}
}
