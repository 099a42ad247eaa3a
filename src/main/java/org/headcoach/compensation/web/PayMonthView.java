package org.headcoach.compensation.web;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.headcoach.compensation.PayMonthPage;
import org.headcoach.compensation.PayMonthPage.ParkedRow;
import org.headcoach.compensation.PayMonthPage.PersonRow;
import org.headcoach.compensation.PayMonthPage.RunRow;
import org.headcoach.compensation.PayMonthService;
import org.headcoach.compensation.PayrollService;
import org.headcoach.compensation.PeriodStatus;
import org.headcoach.shared.Money;
import org.headcoach.site.Done;
import org.headcoach.site.Formats;
import org.headcoach.site.Here;
import org.headcoach.site.ListAddress;
import org.headcoach.site.Messages;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The month of pay: where it stands, what can be done now, what needs a look first, and everybody. */
@Named
@ViewScoped
public class PayMonthView implements Serializable {

	private static final long serialVersionUID = 1L;

	/** More of one kind would bury the others. */
	private static final int MOST_LOOKS = 5;

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

	private YearMonth month;
	private PayMonthPage page;
	private RunRow run;
	private List<PersonRow> rows;
	private final Map<Long, String> reasons = new HashMap<>();

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		month = here.getMonth();
		page = months.month(month);
		run = page.lastRun();
		var found = PayPeople.of(page.people(), list);
		list.counts(found.size());
		rows = found.stream().skip(list.getFirst()).limit(ListAddress.SIZE).toList();
	}

	// ---- acts

	public void compute() {
		if (payroll.beginComputing() == 0) {
			Done.here("compensation.month.done.nobody");
		} else {
			Done.show(address());
		}
	}

	/** While a run goes on; when it is over its result is said. */
	public void poll() {
		run = months.run(run.id());
		if (!run.isRunning()) {
			Done.at(address(), run.brokenOff() ? "compensation.month.done.broken-off" : "compensation.month.done.computed", run.people(), run.posted(), run.parked());
		}
	}

	public void review() {
		payroll.review(month);
		Done.at(address(), "compensation.month.done.review", month);
	}

	public void endReview() {
		payroll.endReview(month);
		Done.at(address(), "compensation.month.done.end-review", month);
	}

	public void close() {
		payroll.close(month, page.unapproved() > 0);
		Done.at(address(), "compensation.month.done.closed", month, page.people().size());
	}

	public void markPaid() {
		payroll.markPaid(month);
		Done.at(address(), "compensation.month.done.paid", month);
	}

	public void letPass(ParkedRow parked) {
		payroll.letPass(parked.personId(), parked.passMonth(), parked.passUpTo().amount(), reasons.get(parked.personId()));
		Done.at(address(), "compensation.month.done.passed", parked.name());
	}

	private String address() {
		return "/compensation/month?month=" + month;
	}

	// ---- what is said

	/** What the month comes to and what stands in the way. */
	public String getAnswer() {
		var key = "compensation.month.answer." + (page.people().isEmpty() && page.parked().isEmpty() ? "nobody" : page.status());
		return Messages.html(here.getLocale(), key, month, sum(page.paid()), paidPeople(), getLooks(), page.unapproved(), page.people().size(), page.payOn());
	}

	private long paidPeople() {
		return page.people().stream().filter(person -> person.payout().signum() > 0 && !person.onHold()).count();
	}

	/** How many things need a look before the month can go on. */
	public long getLooks() {
		return page.parked().size() + page.adjustmentsWaiting().size() + page.questions().size() + (page.waiting() == null ? 1 : page.waiting().size());
	}

	/** "$48,230" or "$48,230 and €2,100". */
	public String sum(List<Money> amounts) {
		return amounts.isEmpty() ? Messages.text(here.getLocale(), "compensation.month.no-money")
				: Messages.text(here.getLocale(), "compensation.month.list", amounts.stream().map(this::money).toList());
	}

	public String money(Money amount) {
		return amount == null ? Formats.NOTHING : formats.money(amount.amount(), amount.currency().getCurrencyCode());
	}

	public String exact(Money amount) {
		return amount == null ? Formats.NOTHING : formats.exactMoney(amount.amount(), amount.currency().getCurrencyCode());
	}

	public String change(PersonRow row) {
		return row.change() == null ? Formats.NOTHING : formats.signedMoney(row.change(), row.pay().currency().getCurrencyCode());
	}

	public String usual(PersonRow row) {
		return formats.money(row.usual(), row.pay().currency().getCurrencyCode());
	}

	/** The first few; the list below shows all of them. */
	public List<PersonRow> getZeros() {
		return few(page.zeros());
	}

	/** The first few; the list below shows all of them. */
	public List<PersonRow> getUnusual() {
		return few(page.unusual());
	}

	private static List<PersonRow> few(List<PersonRow> all) {
		return all.size() <= MOST_LOOKS ? all : all.subList(0, MOST_LOOKS - 1);
	}

	/** The sentence that says why somebody is parked, and what to do. */
	public String why(ParkedRow parked) {
		return Messages.text(here.getLocale(), parked.reasonKey(), parked.arguments().toArray());
	}

	public String zero(PersonRow row) {
		return PayPeople.zero(here.getLocale(), row);
	}

	public String stateKind(PersonRow row) {
		return PayPeople.stateKind(page, row);
	}

	public String stateText(PersonRow row) {
		return PayPeople.stateText(here.getLocale(), page, row);
	}

	/** Names up to four, else how many. */
	public String getWaiting() {
		return page.waiting() == null ? Messages.text(here.getLocale(), "compensation.month.waiting.everybody")
				: Messages.text(here.getLocale(), "compensation.month.waiting", page.waiting().stream().limit(4).toList(), Math.max(0, page.waiting().size() - 4));
	}

	/** The company's time of day. */
	public LocalDateTime at(Instant moment) {
		return moment == null ? null : LocalDateTime.ofInstant(moment, here.getCompany().zone());
	}

	/** done, current or open, for one of the six steps. */
	public String step(int number) {
		var at = switch (page.status()) {
			case OPEN -> page.isComputed() ? 2 : 1;
			case IN_REVIEW -> 3;
			case CLOSED -> 4;
			case EXPORTED -> 5;
			case PAID -> 7;
		};
		return number < at ? "done" : number == at ? "current" : "open";
	}

	public boolean isMayReview() {
		return page.status() == PeriodStatus.OPEN && page.isFirstOpen() && !page.people().isEmpty() && !isRunning();
	}

	public boolean isMayCompute() {
		return !page.status().isClosed() && !isRunning();
	}

	public boolean isMayClose() {
		return page.status() == PeriodStatus.IN_REVIEW && page.isOver() && !isRunning();
	}

	public boolean isRunning() {
		return run != null && run.isRunning();
	}

	public boolean isBrokenOff() {
		return run != null && run.brokenOff();
	}

	/** A month that has to wait until an earlier one is closed. */
	public boolean isLaterThanFirstOpen() {
		return page.firstOpen() != null && month.isAfter(page.firstOpen());
	}

	public PayMonthPage getPage() {
		return page;
	}

	public YearMonth getMonth() {
		return month;
	}

	public RunRow getRun() {
		return run;
	}

	public List<PersonRow> getRows() {
		return rows;
	}

	public PayPeople.Show[] getShows() {
		return PayPeople.Show.values();
	}

	public Map<Long, String> getReasons() {
		return reasons;
	}

	public BigDecimal getShareOfRun() {
		return run.total() == 0 ? BigDecimal.ZERO : BigDecimal.valueOf(run.people() * 100L / run.total());
	}
}
