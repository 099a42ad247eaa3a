package org.headcoach.compensation.web;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

import org.headcoach.compensation.PayMonthPage.HoldRow;
import org.headcoach.compensation.PayMonthService;
import org.headcoach.compensation.PayMonthService.DealChoice;
import org.headcoach.compensation.PayMonthService.Payee;
import org.headcoach.compensation.PayrollService;
import org.headcoach.site.Done;
import org.headcoach.site.Here;
import org.headcoach.site.ListAddress;
import org.headcoach.site.Messages;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What is held back: a person's pay, a deal's, or a person's part of a deal. */
@Named
@ViewScoped
public class HoldsView implements Serializable {

	private static final long serialVersionUID = 1L;

	@Inject
	private PayMonthService months;

	@Inject
	private PayrollService payroll;

	@Inject
	private Here here;

	@Inject
	private ListAddress list;

	private List<HoldRow> all;
	private List<HoldRow> rows;
	private List<Payee> payees;
	private Long person;
	private DealChoice deal;
	private String reason;

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		all = months.holds(false);
		payees = months.payees();
		person = list.number("person");
		var released = "released".equals(list.text("show"));
		var found = all.stream().filter(row -> released == (row.releasedAt() != null)).toList();
		list.counts(found.size());
		rows = found.stream().skip(list.getFirst()).limit(ListAddress.SIZE).toList();
	}

	public void hold() {
		payroll.hold(new PayrollService.Hold(person, deal == null ? null : deal.source(), deal == null ? null : deal.said(), reason));
		Done.at("/compensation/holds", "compensation.holds.done.held");
	}

	public void release(HoldRow row) {
		payroll.release(row.id(), row.version());
		Done.here("compensation.holds.done.released");
	}

	/** What the search field offers. */
	public List<DealChoice> deals(String text) {
		return months.deals(text);
	}

	public DealChoiceConverter getDealConverter() {
		return new DealChoiceConverter(months);
	}

	public String getAnswer() {
		return Messages.html(here.getLocale(), "compensation.holds.answer", getStanding(), all.stream().filter(row -> row.releasedAt() == null && row.source() == null).count());
	}

	public long getStanding() {
		return all.stream().filter(row -> row.releasedAt() == null).count();
	}

	public long getReleased() {
		return all.size() - getStanding();
	}

	/** "Amira Nasser", "Everybody, for Arden Paper", "Amira Nasser, for Arden Paper". */
	public String what(HoldRow row) {
		return Messages.text(here.getLocale(), row.source() == null ? "compensation.holds.what.person" : row.name() == null ? "compensation.holds.what.deal" : "compensation.holds.what.part",
				row.name() == null ? "" : row.name(), row.deal() == null ? "" : row.deal());
	}

	public LocalDateTime at(Instant moment) {
		return LocalDateTime.ofInstant(moment, here.getCompany().zone());
	}

	public List<HoldRow> getRows() {
		return rows;
	}

	public List<Payee> getPayees() {
		return payees;
	}

	public Long getPerson() {
		return person;
	}

	public void setPerson(Long id) {
		person = id;
	}

	public DealChoice getDeal() {
		return deal;
	}

	public void setDeal(DealChoice chosen) {
		deal = chosen;
	}

	public String getReason() {
		return reason;
	}

	public void setReason(String text) {
		reason = text;
	}
}
