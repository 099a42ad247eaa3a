package org.headcoach.compensation.web;

import java.time.Instant;
import java.time.LocalDateTime;

import org.headcoach.compensation.PayMonthService;
import org.headcoach.shared.Money;
import org.headcoach.site.Formats;
import org.headcoach.site.Here;
import org.headcoach.site.ListAddress;
import org.headcoach.site.Messages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Somebody's month line by line: as it was paid, as it would be paid now, and every posting behind it. */
@Named
@RequestScoped
public class PayHistoryView {

	@Inject
	private PayMonthService months;

	@Inject
	private Here here;

	@Inject
	private ListAddress list;

	@Inject
	private Formats formats;

	private PayMonthService.History history;

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		var person = list.number("person");
		history = months.history(person == null ? -1 : person, here.getMonth());
	}

	public String getAnswer() {
		var key = history.lines().isEmpty() ? "none" : !history.closed() ? "open" : history.difference().isZero() ? "same" : "differs";
		return Messages.html(here.getLocale(), "compensation.history.answer." + key, history.name(), history.month(), money(history.asPaid()), money(history.asNow()),
				signed(history.difference()));
	}

	public String money(Money amount) {
		return amount == null ? Formats.NOTHING : formats.exactMoney(amount.amount(), amount.currency().getCurrencyCode());
	}

	public String signed(Money amount) {
		return amount == null ? Formats.NOTHING : amount.isZero() ? money(amount) : (amount.signum() > 0 ? "+" : "") + money(amount);
	}

	public LocalDateTime at(Instant moment) {
		return LocalDateTime.ofInstant(moment, here.getCompany().zone());
	}

	public PayMonthService.History getHistory() {
		return history;
	}
}
