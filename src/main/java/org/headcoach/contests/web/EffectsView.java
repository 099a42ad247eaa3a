package org.headcoach.contests.web;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.headcoach.contests.ContestPage;
import org.headcoach.contests.EffectPage;
import org.headcoach.contests.EffectService;
import org.headcoach.contests.EffectsPage;
import org.headcoach.contests.engine.ContestEffect;
import org.headcoach.contests.engine.ContestEffect.Change;
import org.headcoach.contests.engine.ContestEffect.Verdict;
import org.headcoach.contests.engine.Fatigue;
import org.headcoach.shared.Money;
import org.headcoach.shared.statistics.Interval;
import org.headcoach.site.Formats;
import org.headcoach.site.Here;
import org.headcoach.site.ListAddress;
import org.headcoach.site.Messages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Did it change anything: one contest, or all of them together. */
@Named
@RequestScoped
public class EffectsView {

	@Inject
	private EffectService effects;

	@Inject
	private ContestWords words;

	@Inject
	private Formats formats;

	@Inject
	private ListAddress list;

	@Inject
	private Here here;

	private EffectPage one;
	private EffectsPage all;

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		var id = list.number("contest");
		if (id != null) {
			one = effects.effect(id);
		} else {
			all = effects.effects();
		}
	}

	// ------------------------------------------------------------ one

	public String getAnswer() {
		return one != null ? answer(one) : together();
	}

	private String answer(EffectPage page) {
		if (page.effect() == null) {
			return html(page.counting().get(0).ratio() ? "contests.effect.answer.ratio" : "contests.effect.answer.nothing");
		}
		var change = page.effect().during();
		return switch (change.verdict()) {
			case NOT_ENOUGH_DATA -> html("contests.effect.answer.few", change.participants(), ContestEffect.ENOUGH);
			case CANNOT_TELL -> html("contests.effect.answer.cannot-tell", signed(change.interval().low()), signed(change.interval().high()), unit());
			case RAISED -> html(page.lowerIsBetter() ? "contests.effect.answer.raised-badly" : "contests.effect.answer.raised", decimal(change.perDay()), unit(), relative(change));
			case LOWERED -> html(page.lowerIsBetter() ? "contests.effect.answer.lowered-well" : "contests.effect.answer.lowered", decimal(-change.perDay()), unit(), relative(change));
		};
	}

	/** What was counted, in the middle of a sentence. */
	public String unit() {
		return one.counting().size() > 1 ? text("contests.effect.unit.points") : words.name(one.counting().get(0)).toLowerCase(here.getLocale());
	}

	public String comparison(Change change) {
		return change.comparison() == null ? text("contests.effect.few", change.participants()) : text("contests.effect.against." + change.comparison(), change.participants(), change.outsiders());
	}

	/** Against what this was held, and how long the compared stretches are. */
	public String getDays() {
		var days = one.days();
		return text(days.cut() ? "contests.effect.days.cut" : "contests.effect.days", days.first(), days.last(), days.workingDays(), days.beforeFirst(), days.beforeLast());
	}

	public String getNext() {
		return one.next() == null ? null : words.name(new ContestPage.CountLine(one.next(), BigDecimal.ONE, null, false)).toLowerCase(here.getLocale());
	}

	public String decimal(Double number) {
		return number == null ? Formats.NOTHING : Formats.number(here.getLocale(), BigDecimal.valueOf(number).setScale(2, RoundingMode.HALF_UP), 2, false);
	}

	public String signed(Double number) {
		return number == null ? Formats.NOTHING : Formats.number(here.getLocale(), BigDecimal.valueOf(number).setScale(2, RoundingMode.HALF_UP), 2, true);
	}

	/** -0.12 to +0.40 */
	public String interval(Interval interval) {
		return interval == null ? Formats.NOTHING : text("contests.effect.interval", signed(interval.low()), signed(interval.high()));
	}

	public String percent(Double rate) {
		return rate == null ? Formats.NOTHING : Formats.percent(here.getLocale(), rate, 0);
	}

	/** 28 % (-4 points) */
	public String conversion(ContestEffect.SpillOver spillOver) {
		return spillOver.during() == null ? Formats.NOTHING : text("contests.effect.spill.change", percent(spillOver.during()), whole(spillOver.difference() * 100));
	}

	/** -15 to +15 points of per cent */
	public String points(Interval interval) {
		return interval == null ? Formats.NOTHING : text("contests.effect.interval.points", whole(interval.low() * 100), whole(interval.high() * 100));
	}

	public String whole(Double number) {
		return number == null ? Formats.NOTHING : Formats.number(here.getLocale(), BigDecimal.valueOf(number).setScale(0, RoundingMode.HALF_UP), 0, true);
	}

	public String units(Interval interval) {
		return interval == null ? Formats.NOTHING : text("contests.effect.interval", whole(interval.low()), whole(interval.high()));
	}

	public String relative(Change change) {
		var relative = change.relative();
		return relative == null ? "" : text("contests.effect.relative", whole(relative * 100));
	}

	public String money(Money money) {
		return money == null ? Formats.NOTHING : formats.exactMoney(money.amount(), money.currency().getCurrencyCode());
	}

	/** Why there is no cost of one more. */
	public String getNoCost() {
		if (one.effect() == null || one.effect().extra().costOfOne() != null) {
			return null;
		}
		return text(one.cost() == null ? "contests.effect.cost.unknown" : "contests.effect.cost.unsure");
	}

	public String verdict(Verdict verdict) {
		return text("contests.effect.verdict." + verdict);
	}

	/** How a verdict looks. */
	public String kind(Verdict verdict) {
		return switch (verdict) {
			case RAISED -> "done";
			case LOWERED -> "look";
			case CANNOT_TELL -> "open";
			case NOT_ENOUGH_DATA -> "hidden";
		};
	}

	public String getWatch() {
		if (one.effect() == null || one.effect().spillOver().verdict() == Verdict.NOT_ENOUGH_DATA) {
			return text("contests.effect.watch.unknown");
		}
		return text(one.effect().gamingWatch() ? "contests.effect.watch.look" : "contests.effect.watch.fine");
	}

	public String edited(EffectPage.TeamEdits edits) {
		return text("contests.effect.edits.team", edits.team(), edits.days(), ContestWords.plain(edits.more()));
	}

	// ------------------------------------------------------------ all

	private String together() {
		var measured = all.rows().stream().filter(row -> row.effect() != null && row.effect().verdict() != Verdict.NOT_ENOUGH_DATA).count();
		var raised = all.rows().stream().filter(row -> row.effect() != null && row.effect().verdict() == Verdict.RAISED).count();
		return all.rows().isEmpty() ? html("contests.effects.answer.none") : measured == 0 ? html("contests.effects.answer.few", all.rows().size()) : html("contests.effects.answer", raised, measured);
	}

	public String behaviour(EffectsPage.Row row) {
		return row.counting().size() > 1 ? text("contests.unit.points") : words.name(row.counting().get(0));
	}

	/** The name of a group of contests that count the same. */
	public String behaviourOf(String code) {
		return all.rows().stream().filter(row -> row.behaviour().equals(code)).findFirst().map(this::behaviour).orElse(code);
	}

	public String since(String group) {
		return text("contests.effects.since." + group);
	}

	public String mean(Fatigue.Row row) {
		return row.mean() == null ? text("contests.effects.few", Fatigue.ENOUGH) : text("contests.effect.relative", whole(row.mean() * 100));
	}

	public String between(Fatigue.Row row) {
		return row.interval() == null ? Formats.NOTHING : text("contests.effect.interval.percent", whole(row.interval().low() * 100), whole(row.interval().high() * 100));
	}

	private String text(String key, Object... arguments) {
		return Messages.text(here.getLocale(), key, arguments);
	}

	private String html(String key, Object... arguments) {
		return Messages.html(here.getLocale(), key, arguments);
	}

	public EffectPage getOne() {
		return one;
	}

	public EffectsPage getAll() {
		return all;
	}
}
