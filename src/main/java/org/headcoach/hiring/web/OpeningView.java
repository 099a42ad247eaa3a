package org.headcoach.hiring.web;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.headcoach.hiring.HiringService;
import org.headcoach.hiring.OpeningState;
import org.headcoach.site.Done;
import org.headcoach.site.ListAddress;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** An opening as it is written, and its stages. */
@Named
@ViewScoped
public class OpeningView implements Serializable {

	private static final long serialVersionUID = 1L;

	@Inject
	private HiringService hiring;

	@Inject
	private ListAddress list;

	private HiringService.OpeningPage page;
	private HiringService.Choices choices;
	private final Map<String, Object> form = new HashMap<>();
	private final List<Map<String, Object>> stages = new ArrayList<>();
	private final String formKey = UUID.randomUUID().toString();

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		choices = hiring.choices();
		var id = list.number("id");
		if (id == null) {
			form.put("seats", 1);
			form.put("model", choices.models().isEmpty() ? null : choices.models().get(0).id());
			return;
		}
		page = hiring.opening(id);
		form.put("title", page.title());
		form.put("model", page.modelId());
		form.put("team", page.teamId());
		form.put("manager", page.hiringManagerId());
		form.put("recruiter", page.recruiterAccountId());
		form.put("seats", page.seats());
		form.put("wanted", page.wantedBy());
		stages.clear();
		page.stages().forEach(stage -> stages.add(line(stage)));
	}

	private static Map<String, Object> line(HiringService.StageLine stage) {
		var line = new HashMap<String, Object>();
		line.put("id", stage.id());
		line.put("name", stage.name());
		line.put("cards", stage.needsCards());
		return line;
	}

	public void save() {
		var id = hiring.write(new HiringService.WriteOpening(page == null ? null : page.id(), page == null ? null : page.version(), (String) form.get("title"), (Long) form.get("model"), (Long) form.get("team"),
				(Long) form.get("manager"), (Long) form.get("recruiter"), form.get("seats") == null ? 0 : ((Number) form.get("seats")).intValue(), (LocalDate) form.get("wanted"), formKey));
		Done.at("/hiring/board?opening=" + id, "hiring.opening.done", form.get("title"));
	}

	public void become(String state) {
		hiring.become(page.id(), OpeningState.valueOf(state));
		Done.here("hiring.opening.became." + state, page.title());
	}

	public void addStage() {
		stages.add(line(new HiringService.StageLine(null, "", false)));
	}

	public void removeStage(int index) {
		stages.remove(index);
	}

	public void raise(int index) {
		Collections.swap(stages, index, Math.max(0, index - 1));
	}

	public void saveStages() {
		hiring.writeStages(page.id(), stages.stream().map(one -> new HiringService.StageLine((Long) one.get("id"), (String) one.get("name"), Boolean.TRUE.equals(one.get("cards")))).toList());
		Done.here("hiring.stages.done");
	}

	public HiringService.OpeningPage getPage() {
		return page;
	}

	public HiringService.Choices getChoices() {
		return choices;
	}

	public Map<String, Object> getForm() {
		return form;
	}

	public List<Map<String, Object>> getStages() {
		return stages;
	}
}
