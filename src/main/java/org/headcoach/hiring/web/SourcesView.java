package org.headcoach.hiring.web;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

import org.headcoach.hiring.CandidateSource;
import org.headcoach.hiring.SourcingService;
import org.headcoach.hiring.engine.SourceResult;
import org.headcoach.shared.BusinessException;
import org.headcoach.site.Done;
import org.headcoach.site.Formats;
import org.headcoach.site.Here;
import org.headcoach.site.ListAddress;
import org.headcoach.site.Messages;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Where candidates come from, what it costs, and the recruiters' load. */
@Named
@ViewScoped
public class SourcesView implements Serializable {

	private static final long serialVersionUID = 1L;

	@Inject
	private SourcingService sourcing;

	@Inject
	private ListAddress list;

	@Inject
	private Here here;

	private SourcingService.SourcesPage page;
	private final Map<String, Object> form = new HashMap<>();

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		var to = list.day("to") == null ? here.getToday() : list.day("to");
		var from = list.day("from") == null ? to.minusYears(1).plusDays(1) : list.day("from");
		page = sourcing.sources(from.isAfter(to) ? to : from, to);
		form.putIfAbsent("currency", here.getCompany().currency().getCurrencyCode());
		form.putIfAbsent("month", YearMonth.from(here.getToday()).toString());
	}

	public String getAnswer() {
		var best = page.sources().stream().filter(row -> row.result().hired() > 0 && row.result().atLeast().isPresent()).max(Comparator.comparing(row -> row.result().atLeast().orElseThrow()));
		return best.map(row -> Messages.html(here.getLocale(), "hiring.sources.answer", Messages.text(here.getLocale(), "hiring.source." + row.source()), row.result().hired(), row.result().came()))
				.orElseGet(() -> page.total().hired() > 0 ? Messages.html(here.getLocale(), "hiring.sources.answer.few", page.total().hired(), page.total().came())
						: Messages.html(here.getLocale(), page.total().came() == 0 ? "hiring.sources.answer.nobody" : "hiring.sources.answer.none", page.total().came()));
	}

	/** 9 of 64, 14 %; a dash where nobody came. */
	public String conversion(SourceResult result) {
		return result.conversion().map(rate -> Formats.percent(here.getLocale(), rate, 1)).orElse(Messages.text(here.getLocale(), "hiring.sources.na"));
	}

	public String interval(SourceResult result) {
		return result.interval().map(band -> Messages.text(here.getLocale(), "hiring.sources.band", Formats.percent(here.getLocale(), band.low(), 0), Formats.percent(here.getLocale(), band.high(), 0))).orElse("");
	}

	public String interviews(SourceResult result) {
		return result.interviewRate().map(rate -> Formats.percent(here.getLocale(), rate, 0)).orElse("");
	}

	public String cost(SourceResult result) {
		return result.cost() == null ? Formats.NOTHING : Formats.money(here.getLocale(), result.cost().amount(), result.cost().currency().getCurrencyCode(), false, false);
	}

	public String perHire(SourceResult result) {
		return result.costPerHire().map(cost -> Formats.money(here.getLocale(), cost.amount(), cost.currency().getCurrencyCode(), false, false)).orElse(Messages.text(here.getLocale(), "hiring.sources.na"));
	}

	public void spend() {
		sourcing.spend(CandidateSource.valueOf((String) form.get("source")), month(), (BigDecimal) form.get("amount"), (String) form.get("currency"));
		Done.here("hiring.sources.spent");
	}

	private YearMonth month() {
		var text = (String) form.get("month");
		if (text == null || !text.matches("\\d{4}-(0[1-9]|1[0-2])")) {
			throw new BusinessException("hiring.sources.error.month");
		}
		return YearMonth.parse(text);
	}

	public SourcingService.SourcesPage getPage() {
		return page;
	}

	public CandidateSource[] getSources() {
		return CandidateSource.values();
	}

	public Map<String, Object> getForm() {
		return form;
	}
}
