package org.headcoach.training.web;

import org.headcoach.site.Formats;
import org.headcoach.site.Here;
import org.headcoach.site.ListAddress;
import org.headcoach.site.Messages;
import org.headcoach.training.StrengthService;
import org.headcoach.training.StrengthsPage;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What somebody is good at. */
@Named
@RequestScoped
public class StrengthsView {

	@Inject
	private StrengthService strengths;

	@Inject
	private CertWords words;

	@Inject
	private ListAddress list;

	@Inject
	private Here here;

	private StrengthsPage page;

	/** Before the page is written, so that a refusal can still be the answer. Without a person it is the own; a trainer without a place sees who is best instead. */
	public void load() {
		page = strengths.strengths(list.number("person"));
	}

	public String getAnswer() {
		if (page == null) {
			return Messages.html(here.getLocale(), "training-matters.strengths.answer.choose");
		}
		var best = page.strengths().stream().limit(2).map(this::name).toList();
		return Messages.html(here.getLocale(), best.isEmpty() ? page.lines().isEmpty() ? "training-matters.strengths.answer.few" : "training-matters.strengths.answer.even" : "training-matters.strengths.answer", page.person(), best);
	}

	public String name(StrengthsPage.Line line) {
		return line.kind() == StrengthsPage.Kind.STAGE ? words.stage(line.stage()) : line.name();
	}

	/** Where it was seen. */
	public String seen(StrengthsPage.Line line) {
		return Messages.text(here.getLocale(), "training-matters.strengths.seen." + line.kind(), line.of() == null ? "" : line.of());
	}

	/** 62 %, or 8.5 of 10. */
	public String value(StrengthsPage.Line line, double value) {
		return line.kind() == StrengthsPage.Kind.BEHAVIOUR ? Formats.number(here.getLocale(), java.math.BigDecimal.valueOf(value), 1, false) : Formats.percent(here.getLocale(), value, 0);
	}

	public StrengthsPage getPage() {
		return page;
	}
}
