package org.headcoach.hiring.web;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.headcoach.hiring.EvaluatedBy;
import org.headcoach.hiring.HiringModelService;
import org.headcoach.hiring.VersionState;
import org.headcoach.shared.NotHereException;
import org.headcoach.site.Done;
import org.headcoach.site.Formats;
import org.headcoach.site.Here;
import org.headcoach.site.ListAddress;
import org.headcoach.site.Messages;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** One version of a formula: read, or written while it is a draft. */
@Named
@ViewScoped
public class HiringModelView implements Serializable {

	private static final long serialVersionUID = 1L;

	@Inject
	private HiringModelService models;

	@Inject
	private ListAddress list;

	@Inject
	private Here here;

	private HiringModelService.ModelPage page;
	private final List<Map<String, Object>> lines = new ArrayList<>();
	private String reason;

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		var id = list.number("id");
		if (id == null) {
			throw new NotHereException("No model is asked for");
		}
		page = models.model(id, list.number("version"));
		lines.clear();
		page.characteristics().forEach(one -> lines.add(line(one)));
	}

	private static Map<String, Object> line(HiringModelService.CharacteristicLine one) {
		var line = new HashMap<String, Object>();
		line.put("code", one.code());
		line.put("name", one.name());
		line.put("meaning", one.meaning());
		line.put("weight", one.weight());
		line.put("by", one.evaluatedBy().name());
		line.put("two", one.twoPass());
		line.put("a1", one.anchor1());
		line.put("a3", one.anchor3());
		line.put("a5", one.anchor5());
		line.put("a7", one.anchor7());
		line.put("a10", one.anchor10());
		line.put("questions", one.questions());
		return line;
	}

	public String getAnswer() {
		var weight = page.characteristics().stream().map(HiringModelService.CharacteristicLine::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
		var heaviest = page.characteristics().stream().max(Comparator.comparing(HiringModelService.CharacteristicLine::weight)).map(HiringModelService.CharacteristicLine::name).orElse("");
		return Messages.html(here.getLocale(), page.characteristics().isEmpty() ? "hiring.model.answer.empty" : "hiring.model.answer", page.characteristics().size(), heaviest,
				weight.signum() == 0 ? "" : Formats.percent(here.getLocale(), page.characteristics().stream().map(HiringModelService.CharacteristicLine::weight).max(Comparator.naturalOrder()).orElseThrow()
						.divide(weight, 4, RoundingMode.HALF_UP), 0));
	}

	public boolean isEditable() {
		return page.state() == VersionState.DRAFT && here.may("EDIT_HIRING_MODEL");
	}

	public void add() {
		lines.add(line(new HiringModelService.CharacteristicLine(null, "", "", BigDecimal.valueOf(5), EvaluatedBy.QUESTIONS, false, "", null, "", null, "", "")));
	}

	public void remove(int index) {
		lines.remove(index);
	}

	public void raise(int index) {
		Collections.swap(lines, index, Math.max(0, index - 1));
	}

	private static String text(Object said) {
		return said == null || said.toString().isBlank() ? null : said.toString();
	}

	private void write() {
		models.write(page.versionId(), page.version(), lines.stream().map(one -> new HiringModelService.CharacteristicLine(text(one.get("code")), text(one.get("name")), text(one.get("meaning")),
				one.get("weight") == null ? null : new BigDecimal(one.get("weight").toString()), EvaluatedBy.valueOf(one.get("by").toString()), Boolean.TRUE.equals(one.get("two")), text(one.get("a1")), text(one.get("a3")),
				text(one.get("a5")), text(one.get("a7")), text(one.get("a10")), text(one.get("questions")))).toList());
	}

	public void save() {
		write();
		Done.here("hiring.model.saved");
	}

	public void publish() {
		models.publish(page.versionId(), reason);
		Done.at("/hiring/model?id=" + page.modelId(), "hiring.model.published", page.versionNo());
	}

	public void draft() {
		Done.show("/hiring/model?id=" + page.modelId() + "&version=" + models.draft(page.modelId()));
	}

	public void discard() {
		models.discard(page.versionId());
		Done.at("/hiring/models", "hiring.model.discarded");
	}

	public HiringModelService.ModelPage getPage() {
		return page;
	}

	public List<Map<String, Object>> getLines() {
		return lines;
	}

	public EvaluatedBy[] getWays() {
		return EvaluatedBy.values();
	}

	public String getReason() {
		return reason;
	}

	public void setReason(String reason) {
		this.reason = reason;
	}
}
