package org.headcoach.compensation.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

import org.headcoach.compensation.PayMonthPage.RunRow;
import org.headcoach.compensation.PayMonthService;
import org.headcoach.shared.Money;
import org.headcoach.site.Formats;
import org.headcoach.site.Here;
import org.headcoach.site.ListAddress;
import org.headcoach.site.Messages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Every computation, and what the book said as of any two of them. */
@Named
@RequestScoped
public class PayRunsView {

	/** The latest runs can be chosen for a comparison; an older one by its address. */
	private static final int CHOICES = 100;

	/** So many lines are shown; the export has all. */
	private static final int LINES_SHOWN = 50;

	@Inject
	private PayMonthService months;

	@Inject
	private Here here;

	@Inject
	private ListAddress list;

	@Inject
	private Formats formats;

	private List<RunRow> rows;
	private List<RunRow> choices;
	private PayMonthService.Comparison compared;

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		list.counts(months.countRuns());
		rows = months.runs(list.getFirst(), ListAddress.SIZE);
		choices = months.runs(0, CHOICES);
		if (list.number("to") != null) {
			compared = months.compare(list.number("from"), list.number("to"));
		}
	}

	public String getAnswer() {
		var last = choices.isEmpty() ? null : choices.get(0);
		return last == null ? Messages.html(here.getLocale(), "compensation.runs.answer.none")
				: Messages.html(here.getLocale(), "compensation.runs.answer", at(last.startedAt()), last.by(), last.posted(), last.parked());
	}

	/** What was compared, in a sentence. */
	public String getComparison() {
		return Messages.text(here.getLocale(), compared.from() == null ? "compensation.runs.as-of" : "compensation.runs.between", at(compared.to().startedAt()),
				compared.from() == null ? at(compared.to().startedAt()) : at(compared.from().startedAt()), compared.lines().size(), compared.people().size());
	}

	public String stateKind(RunRow row) {
		return row.finishedAt() != null ? row.parked() > 0 ? "look" : "done" : row.isRunning() ? "waiting" : "refused";
	}

	public String stateText(RunRow row) {
		return Messages.text(here.getLocale(), "compensation.runs.state." + (row.finishedAt() != null ? row.parked() > 0 ? "parked" : "done" : row.isRunning() ? "running" : "broken-off"),
				row.parked(), row.people(), row.total());
	}

	public String choice(RunRow row) {
		return Messages.text(here.getLocale(), "compensation.runs.choice", at(row.startedAt()), row.by(), row.posted());
	}

	public LocalDateTime at(Instant moment) {
		return moment == null ? null : LocalDateTime.ofInstant(moment, here.getCompany().zone());
	}

	/** How long it took, in seconds. */
	public String seconds(RunRow row) {
		return row.finishedAt() == null ? Formats.NOTHING
				: Messages.text(here.getLocale(), "compensation.runs.seconds", java.time.Duration.between(row.startedAt(), row.finishedAt()).toMillis() / 1000);
	}

	public String money(Money amount) {
		return formats.exactMoney(amount.amount(), amount.currency().getCurrencyCode());
	}

	public String signed(Money amount) {
		return (amount.signum() > 0 ? "+" : "") + money(amount);
	}

	public List<PayMonthService.Difference> getLines() {
		return compared.lines().stream().limit(LINES_SHOWN).toList();
	}

	public boolean isMoreLines() {
		return compared.lines().size() > LINES_SHOWN;
	}

	public List<RunRow> getRows() {
		return rows;
	}

	public List<RunRow> getChoices() {
		return choices;
	}

	public PayMonthService.Comparison getCompared() {
		return compared;
	}
}
