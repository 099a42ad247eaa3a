package org.headcoach.compensation.web;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import org.headcoach.compensation.PayMonthPage;
import org.headcoach.compensation.PayMonthPage.PersonRow;
import org.headcoach.compensation.PeriodStatus;
import org.headcoach.site.ListAddress;
import org.headcoach.site.Messages;

/** The list of everybody's pay of a month: its filter, its order and how a line is worded; the page and its export are the same. */
public final class PayPeople {

	/** What the list may be narrowed to. */
	public enum Show {
		PAID, ZERO, UNUSUAL, UNAPPROVED, HELD
	}

	private PayPeople() {
	}

	/** As the address asks for. */
	static List<PersonRow> of(List<PersonRow> all, ListAddress list) {
		var text = list.text("q") == null ? null : list.text("q").toLowerCase(Locale.ROOT);
		var show = list.oneOf(Show.class, "show");
		var order = order(list.getSort());
		return all.stream().filter(row -> text == null || holds(row.name(), text) || holds(row.team(), text) || holds(row.plan(), text)).filter(row -> show == null || isIn(show, row))
				.sorted(list.isDescending() ? order.reversed() : order).toList();
	}

	private static boolean holds(String where, String text) {
		return where != null && where.toLowerCase(Locale.ROOT).contains(text);
	}

	private static boolean isIn(Show show, PersonRow row) {
		return switch (show) {
			case PAID -> row.pay().signum() > 0;
			case ZERO -> row.zero() != null;
			case UNUSUAL -> row.isUnusual();
			case UNAPPROVED -> row.approvedAt() == null;
			case HELD -> row.onHold() || row.held().signum() != 0;
		};
	}

	private static Comparator<PersonRow> order(String sort) {
		Comparator<PersonRow> byName = Comparator.comparing(PersonRow::name);
		return switch (sort == null ? "name" : sort) {
			case "team" -> by(PersonRow::team).thenComparing(byName);
			case "plan" -> by(PersonRow::plan).thenComparing(byName);
			case "pay" -> Comparator.comparing((PersonRow row) -> row.pay().amount()).thenComparing(byName);
			case "payout" -> Comparator.comparing((PersonRow row) -> row.payout().amount()).thenComparing(byName);
			case "change" -> Comparator.comparing((PersonRow row) -> row.change() == null ? BigDecimal.ZERO : row.change()).thenComparing(byName);
			default -> byName;
		};
	}

	private static Comparator<PersonRow> by(Function<PersonRow, String> text) {
		return Comparator.comparing(text, Comparator.nullsLast(Comparator.naturalOrder()));
	}

	static String zero(Locale locale, PersonRow row) {
		return row.zero() == null ? null : Messages.text(locale, "compensation.month.zero." + row.zero(), row.held(), row.carriedIn().negated());
	}

	static String stateKind(PayMonthPage page, PersonRow row) {
		return row.parked() ? "look" : row.onHold() ? "hidden" : page.status().isClosed() ? "closed" : row.approvedAt() != null ? "done"
				: page.status() == PeriodStatus.IN_REVIEW ? "waiting" : "open";
	}

	static String stateText(Locale locale, PayMonthPage page, PersonRow row) {
		if (row.onHold() && row.releasedIn() != null) {
			return Messages.text(locale, "compensation.month.state.released", row.releasedIn());
		}
		var state = row.parked() ? "parked" : row.onHold() ? "held" : row.approvedAt() != null ? "approved"
				: page.status().isClosed() ? "unapproved" : page.status() == PeriodStatus.IN_REVIEW ? "waiting" : "open";
		return Messages.text(locale, "compensation.month.state." + state, row.approvedBy() == null ? "" : row.approvedBy());
	}
}
