package org.headcoach.compensation.web;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;

import org.headcoach.compensation.PayAdjustment;
import org.headcoach.compensation.AdjustmentRow;
import org.headcoach.compensation.PayMonthService;
import org.headcoach.compensation.PayMonthService.ComponentChoice;
import org.headcoach.compensation.PayMonthService.DealChoice;
import org.headcoach.compensation.PayMonthService.Payee;
import org.headcoach.compensation.PaySettings;
import org.headcoach.compensation.PayrollService;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.Money;
import org.headcoach.site.Done;
import org.headcoach.site.Formats;
import org.headcoach.site.Here;
import org.headcoach.site.ListAddress;
import org.headcoach.site.Messages;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Amounts by hand: those there are, a new one, and the second pair of eyes. */
@Named
@ViewScoped
public class AdjustmentsView implements Serializable {

	private static final long serialVersionUID = 1L;

	/** So many months can be chosen, from the first open one on. */
	private static final int MONTHS = 3;

	@Inject
	private PayMonthService months;

	@Inject
	private PayrollService payroll;

	@Inject
	private Here here;

	@Inject
	private ListAddress list;

	@Inject
	private Formats formats;

	private List<AdjustmentRow> all;
	private List<AdjustmentRow> rows;
	private List<Payee> payees;
	private PaySettings settings;
	private List<YearMonth> open;

	private Long person;
	private String month;
	private BigDecimal amount;
	private PayAdjustment.Reason reason;
	private String note;
	private DealChoice deal;
	private String component;
	private BigDecimal units;

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		settings = payroll.settings();
		all = months.adjustments(null);
		payees = months.payees();
		var first = months.firstOpen();
		open = java.util.stream.Stream.iterate(first, each -> each.plusMonths(1)).limit(MONTHS).toList();
		month = first.toString();
		person = list.number("person");
		var status = list.oneOf(PayAdjustment.Status.class, "status");
		var text = list.text("q") == null ? null : list.text("q").toLowerCase(java.util.Locale.ROOT);
		var inMonth = list.text("month") == null ? null : here.getMonth();
		var found = all.stream().filter(row -> status == null || row.status() == status).filter(row -> inMonth == null || row.month().equals(inMonth))
				.filter(row -> text == null || row.name().toLowerCase(java.util.Locale.ROOT).contains(text) || row.note().toLowerCase(java.util.Locale.ROOT).contains(text)).toList();
		list.counts(found.size());
		rows = found.stream().skip(list.getFirst()).limit(ListAddress.SIZE).toList();
	}

	public void add() {
		var payee = payee();
		if (payee == null) {
			throw new BusinessException("compensation.adjustments.error.no-person");
		}
		payroll.adjust(new PayrollService.Adjust(payee.id(), YearMonth.parse(month), Money.of(amount == null ? BigDecimal.ZERO : amount, payee.currency()), reason, note,
				deal == null ? null : deal.source(), component == null || component.isBlank() ? null : component, units));
		var waits = amount != null && amount.abs().compareTo(settings.adjustmentLimit()) > 0;
		Done.at("/compensation/adjustments", waits ? "compensation.adjustments.done.waits" : "compensation.adjustments.done.added", payee.name());
	}

	public void decide(AdjustmentRow row, boolean agreed) {
		payroll.decide(row.id(), row.version(), agreed);
		Done.here(agreed ? "compensation.adjustments.done.agreed" : "compensation.adjustments.done.refused", row.name());
	}

	public void withdraw(AdjustmentRow row) {
		payroll.withdraw(row.id(), row.version());
		Done.here("compensation.adjustments.done.withdrawn", row.name());
	}

	/** What the search field offers. */
	public List<DealChoice> deals(String text) {
		return months.deals(text);
	}

	public DealChoiceConverter getDealConverter() {
		return new DealChoiceConverter(months);
	}

	/** The person who was chosen; null for none. */
	public Payee payee() {
		return payees.stream().filter(one -> person != null && one.id() == person).findFirst().orElse(null);
	}

	/** Components of the chosen person to whose quota units may count. */
	public List<ComponentChoice> getComponents() {
		return payee() == null ? List.of() : payee().quotaComponents();
	}

	public String getUnit() {
		return payee() == null ? null : payee().currency().getCurrencyCode();
	}

	public long getWaiting() {
		return all.stream().filter(row -> row.status() == PayAdjustment.Status.WAITING).count();
	}

	public String getAnswer() {
		return Messages.html(here.getLocale(), "compensation.adjustments.answer", all.stream().filter(row -> row.status() == PayAdjustment.Status.IN_FORCE).count(), getWaiting());
	}

	public String stateKind(AdjustmentRow row) {
		return switch (row.status()) {
			case WAITING -> "waiting";
			case IN_FORCE -> "done";
			case REFUSED -> "refused";
			case WITHDRAWN -> "closed";
		};
	}

	public boolean mayDecide(AdjustmentRow row) {
		return row.status() == PayAdjustment.Status.WAITING && !row.own();
	}

	public boolean mayWithdraw(AdjustmentRow row) {
		return row.status() == PayAdjustment.Status.WAITING || row.status() == PayAdjustment.Status.IN_FORCE;
	}

	public String amount(Money money) {
		return formats.exactMoney(money.amount(), money.currency().getCurrencyCode());
	}

	public PaySettings getSettings() {
		return settings;
	}

	public List<AdjustmentRow> getAll() {
		return all;
	}

	public List<AdjustmentRow> getRows() {
		return rows;
	}

	public List<Payee> getPayees() {
		return payees;
	}

	public List<YearMonth> getOpen() {
		return open;
	}

	public PayAdjustment.Reason[] getReasonsThereAre() {
		return PayAdjustment.Reason.values();
	}

	public PayAdjustment.Status[] getStatuses() {
		return PayAdjustment.Status.values();
	}

	public Long getPerson() {
		return person;
	}

	public void setPerson(Long id) {
		person = id;
	}

	public String getMonth() {
		return month;
	}

	public void setMonth(String text) {
		month = text;
	}

	public BigDecimal getAmount() {
		return amount;
	}

	public void setAmount(BigDecimal number) {
		amount = number;
	}

	public PayAdjustment.Reason getReason() {
		return reason;
	}

	public void setReason(PayAdjustment.Reason chosen) {
		reason = chosen;
	}

	public String getNote() {
		return note;
	}

	public void setNote(String text) {
		note = text;
	}

	public DealChoice getDeal() {
		return deal;
	}

	public void setDeal(DealChoice chosen) {
		deal = chosen;
	}

	public String getComponent() {
		return component;
	}

	public void setComponent(String code) {
		component = code;
	}

	public BigDecimal getUnits() {
		return units;
	}

	public void setUnits(BigDecimal number) {
		units = number;
	}
}
