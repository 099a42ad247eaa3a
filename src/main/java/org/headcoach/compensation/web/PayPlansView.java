package org.headcoach.compensation.web;

import java.io.Serializable;
import java.time.YearMonth;
import java.util.List;
import java.util.function.UnaryOperator;

import org.headcoach.compensation.PlanService;
import org.headcoach.compensation.engine.Component;
import org.headcoach.compensation.engine.PaySchedule;
import org.headcoach.compensation.engine.PlanTerms;
import org.headcoach.compensation.engine.Preset;
import org.headcoach.compensation.engine.RateTable;
import org.headcoach.compensation.engine.Tier;
import org.headcoach.compensation.engine.Window;
import org.headcoach.site.Done;
import org.headcoach.site.Here;
import org.headcoach.site.Messages;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** All plans; a new one begins from a preset or from nothing. */
@Named
@ViewScoped
public class PayPlansView implements Serializable {

	private static final long serialVersionUID = 1L;

	@Inject
	private PlanService plans;

	@Inject
	private Here here;

	private List<PlanService.PlanRow> rows;
	private Preset preset = Preset.HUNTING;
	private String name;

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		rows = plans.plans();
	}

	public void create() {
		UnaryOperator<String> texts = key -> Messages.text(here.getLocale(), key);
		var currency = here.getCompany().currency();
		var terms = preset == null ? empty(texts) : preset.terms(currency, texts);
		var draft = plans.create(name, YearMonth.from(here.getToday()).plusMonths(1).atDay(1), terms.named(name.strip()));
		Done.at("/compensation/plan-editor?version=" + draft, "compensation.plans.done.created", name.strip());
	}

	private PlanTerms empty(UnaryOperator<String> texts) {
		var table = new RateTable(List.of(Tier.marginal(java.math.BigDecimal.ZERO, null, null)), org.headcoach.compensation.engine.Boundary.HIGHER);
		return PlanTerms.of(name, here.getCompany().currency(),
				Component.of("component-1", table, Window.MONTH, PaySchedule.atOnce(null)).named(texts.apply("compensation.preset.component.new-mrr")));
	}

	/** Writes the next version, which begins as the last published one. */
	public void draft(PlanService.PlanRow row) {
		Done.show("/compensation/plan-editor?version=" + plans.draft(row.id()));
	}

	public void archive(PlanService.PlanRow row) {
		plans.archive(row.id(), !row.archived());
		Done.here(row.archived() ? "compensation.plans.done.back" : "compensation.plans.done.archived", row.name());
	}

	public List<PlanService.PlanRow> getOpen() {
		return rows.stream().filter(row -> !row.archived()).toList();
	}

	public List<PlanService.PlanRow> getArchived() {
		return rows.stream().filter(PlanService.PlanRow::archived).toList();
	}

	public long getPeople() {
		return rows.stream().mapToLong(PlanService.PlanRow::people).sum();
	}

	public long getDrafts() {
		return rows.stream().filter(row -> row.draft() != null).count();
	}

	public Preset[] getPresets() {
		return Preset.values();
	}

	public Preset getPreset() {
		return preset;
	}

	public void setPreset(Preset preset) {
		this.preset = preset;
	}

	public String getName() {
		return name;
	}

	public void setName(String name) {
		this.name = name;
	}
}
