package org.headcoach.compensation.web;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.headcoach.compensation.AdjustmentRow;
import org.headcoach.compensation.PayService;
import org.headcoach.compensation.PayrollService;
import org.headcoach.compensation.TeamPayPage;
import org.headcoach.shared.Money;
import org.headcoach.site.Done;
import org.headcoach.site.Here;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The pay of the people below: who has to be looked at, and the approval in one go. */
@Named
@ViewScoped
public class TeamPayView implements Serializable {

	private static final long serialVersionUID = 1L;

	@Inject
	private PayService pay;

	@Inject
	private PayrollService payroll;

	@Inject
	private Here here;

	@Inject
	private PayWords words;

	private TeamPayPage page;
	private final Map<Long, Boolean> chosen = new HashMap<>();

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		page = pay.team(here.getMonth());
	}

	public TeamPayPage getPage() {
		return page;
	}

	public Map<Long, Boolean> getChosen() {
		return chosen;
	}

	public boolean isApprovable() {
		return page.status().name().equals("IN_REVIEW") && !page.toApprove().isEmpty();
	}

	public void approveAll() {
		approve(page.toApprove().stream().map(TeamPayPage.Row::personId).toList());
	}

	public void approveChosen() {
		approve(chosen.entrySet().stream().filter(entry -> Boolean.TRUE.equals(entry.getValue())).map(Map.Entry::getKey).sorted().toList());
	}

	private void approve(List<Long> people) {
		var approved = payroll.approve(page.month(), people);
		Done.here("compensation.team.done.approved", approved);
	}

	public void agree(AdjustmentRow adjustment) {
		decide(adjustment, true);
	}

	public void refuse(AdjustmentRow adjustment) {
		decide(adjustment, false);
	}

	private void decide(AdjustmentRow adjustment, boolean agreed) {
		payroll.decide(adjustment.id(), adjustment.version(), agreed);
		Done.here(agreed ? "compensation.team.done.agreed" : "compensation.team.done.refused", adjustment.name());
	}

	public String getQuiet() {
		return words.text("compensation.team.quiet." + page.status(), page.month(), page.payOn());
	}

	/** What has to be done: approve, look at some first, or nothing. */
	public String getAnswer() {
		if (page.rows().isEmpty()) {
			return words.html("compensation.team.answer.nobody", page.month());
		}
		var look = page.exceptional().size();
		if (page.status().name().equals("IN_REVIEW")) {
			return page.toApprove().isEmpty() ? words.html("compensation.team.answer.approved", page.rows().size())
					: words.html("compensation.team.answer.to-approve", page.toApprove().size(), look);
		}
		return words.html(page.status().isClosed() ? "compensation.team.answer.closed" : "compensation.team.answer.open", page.rows().size(), look, page.month());
	}

	/** What the line is paid together, by currency. */
	public String getTotal() {
		return String.join(" + ", together(false));
	}

	public String getTotalBefore() {
		return String.join(" + ", together(true));
	}

	private List<String> together(boolean before) {
		var sums = new java.util.TreeMap<String, Money>();
		page.rows().stream().map(row -> before ? row.before() : row.sum()).filter(java.util.Objects::nonNull).forEach(row -> sums.merge(row.currencyCode(), row.pay(), Money::plus));
		return sums.values().stream().map(words::exact).toList();
	}

	/** Zero pay · 1 question. */
	public String exceptions(TeamPayPage.Row row) {
		return row.exceptions().stream().map(one -> words.text("compensation.team.exception." + one, row.questions(), row.sum() == null ? "" : words.exact(row.sum().held())))
				.collect(java.util.stream.Collectors.joining(" · "));
	}
}
