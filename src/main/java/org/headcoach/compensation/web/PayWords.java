package org.headcoach.compensation.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.headcoach.compensation.Attainment;
import org.headcoach.compensation.PayChange;
import org.headcoach.compensation.PayLine;
import org.headcoach.compensation.PeriodStatus;
import org.headcoach.compensation.StatementPage;
import org.headcoach.compensation.ZeroReason;
import org.headcoach.compensation.engine.Modifier;
import org.headcoach.compensation.engine.PayeeFacts;
import org.headcoach.compensation.engine.PlanWords;
import org.headcoach.compensation.engine.Slice;
import org.headcoach.shared.Money;
import org.headcoach.site.Formats;
import org.headcoach.site.Here;
import org.headcoach.site.Messages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** How pay is said: a line's formula with its numbers, why a month pays more or nothing, what a setting means. */
@Named("payWords")
@RequestScoped
public class PayWords {

	/** Lines of one sort, as they are opened together. */
	public record Group(String title, String second, Money amount, List<Shown> lines) {
	}

	/** A line in words: its formula in short, and step by step. */
	public record Shown(PayLine line, String name, String formula, List<Step> steps) {
	}

	/** @param amount null where the step has none of its own */
	public record Step(String text, String amount) {
	}

	/** A setting of the plan and what it means. */
	public record SettingRow(String component, String name, String chosen, String why, boolean standard) {
	}

	/** So many names are said, more are counted. */
	private static final int NAMES = 2;

	@Inject
	private Here here;

	@Inject
	private Formats formats;

	@Inject
	private PlanText planText;

	public String text(String key, Object... arguments) {
		return Messages.text(here.getLocale(), key, arguments);
	}

	public String html(String key, Object... arguments) {
		return Messages.html(here.getLocale(), key, arguments);
	}

	// ------------------------------------------------------------ amounts

	/** $4,230.00 */
	public String exact(Money money) {
		return money == null ? Formats.NOTHING : Formats.money(here.getLocale(), money.amount(), money.currency().getCurrencyCode(), false, true);
	}

	/** +$312.00 */
	public String signed(Money money) {
		return money == null ? Formats.NOTHING : Formats.money(here.getLocale(), money.amount(), money.currency().getCurrencyCode(), true, true);
	}

	/** 4,230.00, where the currency stands above. */
	public String plain(Money money) {
		return money == null ? Formats.NOTHING : Formats.number(here.getLocale(), money.amount(), Money.minorDigits(money.currency()), false);
	}

	/** A number with the digits that it has, two at most in money and four elsewhere. */
	String number(BigDecimal value) {
		var plain = value.setScale(Math.min(Math.max(value.stripTrailingZeros().scale(), 0), 4), RoundingMode.HALF_UP);
		return Formats.number(here.getLocale(), plain, plain.scale(), false);
	}

	private String percent(BigDecimal share) {
		return number(share.movePointRight(2)) + "\u00a0%";
	}

	/** $2,370 or 14. */
	public String units(Attainment attainment, BigDecimal units) {
		return units == null ? Formats.NOTHING : attainment.currency() == null ? number(units) : Formats.money(here.getLocale(), units, attainment.currency().getCurrencyCode(), false, false);
	}

	/** MRR $2,370 of $4,200. */
	public String reached(Attainment attainment) {
		var what = text("compensation.pay.measure." + attainment.measure().kind());
		return attainment.quota() == null ? text("compensation.pay.reached", what, units(attainment, attainment.reached()))
				: text("compensation.pay.reached-of", what, units(attainment, attainment.reached()), units(attainment, attainment.quota()));
	}

	/** The window in words: October 2026, or Q4 as its months. */
	public String window(Attainment attainment) {
		return attainment.first().equals(attainment.last()) ? formats.month(attainment.first())
				: text("compensation.pay.window", formats.shortMonth(attainment.first()), formats.shortMonth(attainment.last()));
	}

	public LocalDate day(Instant moment) {
		return moment == null ? null : here.getCompany().dayOf(moment);
	}

	// ------------------------------------------------------------ lines

	/** The lines of a statement by what they are about, in its order. */
	public List<Group> groups(StatementPage page) {
		var sorted = page.lines().stream().collect(Collectors.groupingBy(this::title, LinkedHashMap::new, Collectors.toList()));
		return sorted.entrySet().stream().map(entry -> new Group(entry.getKey(), second(entry.getValue()),
				entry.getValue().stream().map(PayLine::amount).reduce(Money::plus).orElseThrow(), entry.getValue().stream().map(this::shown).toList())).toList();
	}

	/** What lines of that sort are about. */
	public String title(PayLine line) {
		if (line.isOfClosedMonth()) {
			return text("compensation.pay.group.CLOSED");
		}
		return text("compensation.pay.group." + line.kind(), line.componentName() == null ? "" : line.componentName());
	}

	private String second(List<PayLine> lines) {
		var names = lines.stream().map(PayLine::name).filter(java.util.Objects::nonNull).distinct().toList();
		if (names.isEmpty()) {
			return "";
		}
		return names.size() <= NAMES ? String.join(", ", names) : text("compensation.pay.deals", names.size());
	}

	public Shown shown(PayLine line) {
		return new Shown(line, name(line), formula(line), steps(line));
	}

	private String name(PayLine line) {
		var name = line.name() == null || line.name().isBlank() ? title(line) : line.name();
		return line.isOfClosedMonth() ? text("compensation.pay.line.of-month", name, line.month()) : name;
	}

	/** 980 × 2.00 × 0.75, 50 % of it. */
	public String formula(PayLine line) {
		if (line.isOfClosedMonth()) {
			return text("compensation.pay.line.as", plain(line.asPaid()), plain(line.asNow()));
		}
		var explanation = line.explanation();
		if (explanation.slices().isEmpty()) {
			return text("compensation.pay.line.kind." + line.kind());
		}
		var product = explanation.slices().stream().map(slice -> product(slice, isMoney(line))).collect(Collectors.joining(" + "));
		if (!explanation.factors().isEmpty()) {
			product = (explanation.slices().size() > 1 ? "(" + product + ")" : product)
					+ explanation.factors().stream().map(factor -> " × " + number(factor.factor())).collect(Collectors.joining());
		}
		var part = part(line);
		return part == null ? product : text("compensation.pay.line.part", product, part);
	}

	private static boolean isMoney(PayLine line) {
		return line.explanation().origin() != null && line.explanation().origin().currency() != null;
	}

	private String product(Slice slice, boolean money) {
		var rate = money && slice.rate().signum() > 0 && slice.rate().compareTo(BigDecimal.ONE) < 0 ? percent(slice.rate())
				: Formats.number(here.getLocale(), slice.rate(), Math.max(2, Math.min(4, slice.rate().stripTrailingZeros().scale())), false);
		var isWhole = slice.base().stripTrailingZeros().scale() <= 0;
		return (money && !isWhole ? Formats.number(here.getLocale(), slice.base(), 2, false) : number(slice.base())) + " × " + rate;
	}

	/** The part of the whole that the line pays; null when it is all of it. */
	private String part(PayLine line) {
		var whole = line.explanation().whole();
		var paid = line.asNow().amount();
		if (whole.signum() == 0 || whole.setScale(paid.scale(), RoundingMode.HALF_UP).compareTo(paid) == 0) {
			return null;
		}
		return percent(paid.divide(whole, 4, RoundingMode.HALF_UP));
	}

	/** From what the CRM says to the amount of the line. */
	public List<Step> steps(PayLine line) {
		var steps = new ArrayList<Step>();
		var explanation = line.explanation();
		var origin = explanation.origin();
		if (origin != null) {
			var whole = origin.currency() == null ? number(origin.whole()) : Formats.money(here.getLocale(), origin.whole(), origin.currency().getCurrencyCode(), false, true);
			steps.add(new Step(text("compensation.pay.step.origin", origin.name()), whole));
			if (origin.share().compareTo(BigDecimal.ONE) != 0) {
				steps.add(new Step(text("compensation.pay.step.share"), "× " + percent(origin.share())));
			}
			if (origin.rateDay() != null) {
				steps.add(new Step(text("compensation.pay.step.rate", origin.rateDay()), "× " + number(origin.rate())));
			}
		}
		for (var slice : explanation.slices()) {
			steps.add(new Step(text("compensation.pay.step.tier", slice.tier() + 1, product(slice, isMoney(line))),
					Formats.number(here.getLocale(), slice.amount(), Money.minorDigits(line.amount().currency()), false)));
		}
		explanation.factors().forEach(factor -> steps.add(new Step(factor(factor), "× " + number(factor.factor()))));
		if (!explanation.slices().isEmpty() && (explanation.slices().size() > 1 || !explanation.factors().isEmpty())) {
			steps.add(new Step(text("compensation.pay.step.whole"), Formats.number(here.getLocale(), explanation.whole(), Money.minorDigits(line.amount().currency()), false)));
		}
		var part = explanation.slices().isEmpty() ? null : part(line);
		if (part != null) {
			steps.add(new Step(text("compensation.pay.step.part." + line.kind(), part), plain(line.asNow())));
		}
		if (line.isOfClosedMonth()) {
			steps.add(new Step(text("compensation.pay.step.as-paid", line.month()), plain(line.asPaid())));
			steps.add(new Step(text("compensation.pay.step.as-now"), plain(line.asNow())));
			steps.add(new Step(text("compensation.pay.step.difference"), plain(line.amount())));
		}
		return steps;
	}

	private String factor(Modifier.Factor factor) {
		var figure = figure(factor.figure());
		if (Modifier.isOfTraining(factor.figure())) {
			return text("compensation.pay.step.held", figure, factor.value() == null ? "unasked" : factor.value().signum() > 0 ? "held" : "missing", factor.cases());
		}
		if (factor.value() == null) {
			return text("compensation.pay.step.factor-unknown", figure);
		}
		return text("compensation.pay.step.factor", figure, number(factor.value()), factor.cases(), factor.group());
	}

	/** What a figure is called; its code when nobody named it. */
	private String figure(String code) {
		if (Modifier.isOfTraining(code)) {
			return planText.names().getOrDefault(code, code);
		}
		var key = "compensation.figure." + code;
		return Messages.has(here.getLocale(), key) ? text(key) : code;
	}

	// ------------------------------------------------------------ sentences

	/** What is paid, and when; the day of an open month is not said once it is over. */
	public String answer(StatementPage page, boolean own) {
		var key = "compensation.pay.answer." + (own ? "own." : "other.");
		if (page.sum() == null || page.sum().pay().isZero()) {
			return html(key + "nothing", page.name(), page.month());
		}
		return html(key + (page.status() == PeriodStatus.PAID ? "was-paid" : page.isClosed() ? "is-paid" : page.payOn().isBefore(here.getToday()) ? "so-far-late" : "so-far"), page.name(),
				exact(page.sum().pay()), page.month(), page.payOn());
	}

	/** $312.00 less than September. One customer cancelled. Empty when there is nothing to compare with. */
	public String difference(StatementPage page) {
		var difference = page.difference();
		if (difference == null) {
			return "";
		}
		if (difference.isZero()) {
			return text("compensation.pay.difference.same", page.before().month());
		}
		var sentence = new StringBuilder(text(difference.signum() > 0 ? "compensation.pay.difference.more" : "compensation.pay.difference.less",
				exact(difference.signum() < 0 ? difference.negated() : difference), page.before().month()));
		page.changes().forEach(change -> sentence.append(' ').append(change(change)));
		return sentence.toString();
	}

	/** Why the pay differs, in one sentence. */
	public String change(PayChange change) {
		var more = change.difference().signum() > 0;
		return text("compensation.pay.change." + change.sort() + (more ? ".more" : ".less"), change.times(), change.timesBefore(),
				exact(more ? change.difference() : change.difference().negated()));
	}

	/** Why nothing is paid, in one sentence for each reason. */
	public List<String> zeros(StatementPage page) {
		// what is missing says itself why it multiplies by 0
		var said = page.unheld().stream().anyMatch(one -> one.factor().signum() == 0);
		return page.zeros().stream().filter(reason -> reason != ZeroReason.FACTOR || !said).map(reason -> zero(page, reason)).toList();
	}

	/** What was missing of what the plan asks the payee to have earned, in one sentence for each part of the plan. */
	public List<String> unheld(StatementPage page) {
		return page.unheld().stream().map(one -> text("compensation.pay.unheld." + (one.figure().equals(Modifier.SELLS_ALONE) ? "alone" : "certified"), one.component(), figure(one.figure()), page.month(), one.missing(),
				one.factor().movePointRight(2), one.factor().signum() == 0 ? "nothing" : "part")).toList();
	}

	private String zero(StatementPage page, ZeroReason reason) {
		return switch (reason) {
			case PARKED -> text("compensation.pay.zero.PARKED", page.parked() == null ? "" : text(page.parked().key(), page.parked().arguments().toArray()));
			case HELD -> text("compensation.pay.zero.HELD", exact(page.sum().held()));
			case TAKEN_BACK -> text("compensation.pay.zero.TAKEN_BACK", exact(page.sum().booked().negated()));
			case CARRIED -> text("compensation.pay.zero.CARRIED", exact(page.sum().carriedIn().negated()));
			case REFUSED -> text("compensation.pay.zero.REFUSED", page.refused().size());
			case NO_PLAN, NOTHING_COUNTED, FACTOR, WAITS_FOR_CUSTOMERS -> text("compensation.pay.zero." + reason, page.month());
		};
	}

	public String refused(PayeeFacts.Refused refused) {
		return text("compensation.refused." + refused.because());
	}

	/** The plan's choices that others leave unsaid, each with what it means. */
	public List<SettingRow> settings(StatementPage.PlanUsed plan) {
		var names = plan.terms().components().stream().collect(Collectors.toMap(component -> component.code(), component -> component.name()));
		return new PlanWords(plan.terms(), Map.of(), Map.of()).settings().stream()
				.map(setting -> new SettingRow(names.getOrDefault(setting.component(), text("compensation.what-if.whole-plan")), text(setting.nameKey()), text(setting.chosenKey()), text(setting.whyKey()), setting.isStandard()))
				.toList();
	}

	/** The first signs of a fingerprint, four by four. */
	public String fingerprint(String hash) {
		return hash == null ? null : hash.substring(0, 4) + " " + hash.substring(4, 8);
	}

	public YearMonth thisMonth() {
		return YearMonth.from(here.getToday());
	}
}
