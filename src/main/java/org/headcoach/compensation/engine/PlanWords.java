package org.headcoach.compensation.engine;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.headcoach.shared.Money;

/**
 * A plan as a rep reads it. What it does by default is not said, but stands among its {@link #settings}, which are printed on the statement.
 */
public final class PlanWords {

	/**
	 * What is said of one component.
	 *
	 * @param component its code; empty for what holds for the whole plan
	 */
	public record Paragraph(String component, List<Sentence> sentences) implements Serializable {
	}

	/**
	 * A choice that other makers of pay plans leave unsaid.
	 *
	 * @param component code; empty for a setting of the whole plan
	 * @param name such as BOUNDARY
	 * @param chosen name of the chosen way
	 * @param standard name of the way that is taken when nobody chooses
	 */
	public record Setting(String component, String name, String chosen, String standard) implements Serializable {

		public boolean isStandard() {
			return chosen.equals(standard);
		}

		public String nameKey() {
			return "compensation.setting." + name;
		}

		public String chosenKey() {
			return nameKey() + "." + chosen;
		}

		public String standardKey() {
			return nameKey() + "." + standard;
		}

		/** What the choice means. */
		public String whyKey() {
			return nameKey() + ".why";
		}
	}

	private static final String WORDS = "compensation.words.";
	private static final Map<String, String> SHARES = Map.of("1", "all", "0.5", "half", "0.25", "quarter", "0.75", "threeQuarters", "0.2", "fifth", "0.1", "tenth");

	private final PlanTerms terms;
	private final Map<String, BigDecimal> quotas;
	private final Map<String, String> names;

	/**
	 * @param quotas of a window of each component, in units, by code; where there is none, the sentence says "your quota" without a number
	 * @param names of figures and activities by their codes; a code without a name stands for itself
	 */
	public PlanWords(PlanTerms terms, Map<String, BigDecimal> quotas, Map<String, String> names) {
		this.terms = terms;
		this.quotas = Map.copyOf(quotas);
		this.names = Map.copyOf(names);
	}

	/** How many words a text has; signs alone are none. */
	public static int count(String text) {
		return (int) Stream.of(text.strip().split("\\s+")).filter(word -> word.chars().anyMatch(Character::isLetterOrDigit)).count();
	}

	/** Component by component, then what holds for all of them. */
	public List<Paragraph> paragraphs() {
		var paragraphs = new ArrayList<Paragraph>();
		terms.components().forEach(component -> paragraphs.add(new Paragraph(component.code(), of(component))));
		var whole = ofWhole();
		if (!whole.isEmpty()) {
			paragraphs.add(new Paragraph("", whole));
		}
		return paragraphs;
	}

	/** Everything in one row. */
	public List<Sentence> sentences() {
		return paragraphs().stream().flatMap(paragraph -> paragraph.sentences().stream()).toList();
	}

	public List<Setting> settings() {
		var settings = new ArrayList<Setting>();
		for (var component : terms.components()) {
			var code = component.code();
			settings.add(setting(code, "COUNTS", component.measure().on(), Measure.On.BOOKING));
			settings.add(setting(code, "CREDITING", component.crediting(), Crediting.OWN));
			settings.add(setting(code, "SCOPE", component.window(), Window.MONTH));
			settings.add(setting(code, "BOUNDARY", component.table().boundary(), Boundary.HIGHER));
			settings.add(setting(code, "REFUNDS", component.refunds(), RefundRule.AT_THE_RATE_PAID));
		}
		settings.add(new Setting("", "DRAW", terms.draw() == null ? "NONE" : terms.draw().type().name(), "NONE"));
		settings.add(setting("", "ROUNDING", terms.rounding(), java.math.RoundingMode.HALF_UP));
		settings.add(setting("", "RATE_DATE", terms.rateDate(), RateDate.CREDIT_DAY));
		settings.add(setting("", "LEAVERS", terms.leavers(), LeaverRule.EARNED_IS_PAID));
		settings.add(setting("", "PRORATION", terms.proration(), Quota.Proration.MONTHS));
		settings.add(setting("", "YEAR_STARTS", terms.yearStarts(), java.time.Month.JANUARY));
		return settings;
	}

	private static Setting setting(String component, String name, Enum<?> chosen, Enum<?> standard) {
		return new Setting(component, name, chosen.name(), standard.name());
	}

	// ------------------------------------------------------------ a component

	private List<Sentence> of(Component component) {
		var sentences = new ArrayList<>(rates(component));
		if (component.measure().on() != Measure.On.BOOKING && component.measure().kind().isOfDeals()) {
			sentences.add(say("counts", component.measure().on().name()));
		}
		if (component.crediting() != Crediting.OWN) {
			sentences.add(say("crediting", component.crediting().name()));
		}
		var table = component.table();
		if (table.boundary() == Boundary.LOWER && table.tiers().stream().skip(1).anyMatch(tier -> tier.kind() == TierKind.RETROACTIVE)) {
			sentences.add(say("boundary"));
		}
		if (component.refunds() == RefundRule.FROM_THE_TOP) {
			sentences.add(say("refunds"));
		}
		component.modifiers().forEach(modifier -> sentences.add(of(modifier)));
		sentences.addAll(of(component.limits()));
		sentences.addAll(of(component.schedule()));
		if (component.timeBox() != null) {
			sentences.add(say("time-box", component.timeBox().from(), component.timeBox().until()));
			if (component.timeBox().budget() != null) {
				sentences.add(say("budget", component.timeBox().budget()));
			}
		}
		return sentences;
	}

	private List<Sentence> rates(Component component) {
		var tiers = component.table().tiers();
		if (tiers.isEmpty() || tiers.stream().anyMatch(tier -> tier.rate() == null)) {
			return List.of();
		}
		var first = tiers.get(0);
		if (tiers.size() == 1 && first.to() == null) {
			return List.of(say("rate.flat", rate(component, first)));
		}
		if (tiers.size() == 2 && tiers.stream().allMatch(tier -> tier.kind() == TierKind.MARGINAL)) {
			return List.of(say("rate.two", rate(component, first), threshold(component, tiers.get(1).from()), shortRate(component, tiers.get(1))));
		}
		var sentences = new ArrayList<Sentence>();
		for (int i = 0; i < tiers.size(); i++) {
			var tier = tiers.get(i);
			if (tier.kind() == TierKind.INTERPOLATED) {
				sentences.add(say("rate.whole", threshold(component, tier.from()), threshold(component, tier.to()), Money.of(tier.rate(), terms.currency())));
			} else if (i == 0) {
				sentences.add(say("rate.first", rate(component, tier), threshold(component, tier.to())));
			} else if (tier.kind() == TierKind.RETROACTIVE) {
				sentences.add(say("rate.back", threshold(component, tier.from()), shortRate(component, tier), component.table().boundary().name()));
			} else if (tier.to() == null) {
				sentences.add(say("rate.above", threshold(component, tier.from()), shortRate(component, tier)));
			} else {
				sentences.add(say("rate.between", threshold(component, tier.from()), threshold(component, tier.to()), shortRate(component, tier)));
			}
		}
		var last = tiers.get(tiers.size() - 1).to();
		if (last != null) {
			sentences.add(say("rate.nothing-above", threshold(component, last)));
		}
		return sentences;
	}

	private Sentence rate(Component component, Tier tier) {
		var measure = component.measure();
		if (measure.kind().isMoney() && tier.rate().compareTo(BigDecimal.ONE) < 0) {
			return say("rate.percent", percent(tier.rate()), noun(measure));
		}
		return measure.kind().isMoney() ? say("rate.money", pay(tier), one(), noun(measure)) : say("rate.each", pay(tier), noun(measure));
	}

	private Sentence shortRate(Component component, Tier tier) {
		var measure = component.measure();
		if (measure.kind().isMoney() && tier.rate().compareTo(BigDecimal.ONE) < 0) {
			return say("rate.percent.short", percent(tier.rate()));
		}
		return measure.kind().isMoney() ? say("rate.money.short", pay(tier), one()) : say("rate.each", pay(tier), noun(measure));
	}

	private Money pay(Tier tier) {
		return Money.of(tier.rate(), terms.currency());
	}

	/** 1 of the currency: "$1". */
	private Sentence one() {
		return say("one", terms.currency().getCurrencyCode());
	}

	private Sentence noun(Measure measure) {
		return say("measure", measure.kind().name(), measure.code() == null ? "" : named(measure.code()));
	}

	private String named(String code) {
		return names.getOrDefault(code, code);
	}


	private Sentence threshold(Component component, BigDecimal from) {
		var quota = quotas.get(component.code());
		if (!component.ofQuota()) {
			return say("threshold", amount(component.measure(), from), component.window().name());
		}
		var known = quota == null ? say("quota") : say("quota.known", amount(component.measure(), quota), component.window().name());
		return from.compareTo(BigDecimal.ONE) == 0 ? known : say("quota.share", percent(from), known);
	}

	private Object amount(Measure measure, BigDecimal units) {
		return measure.kind().isMoney() ? Money.of(units, terms.currency()) : say("amount", measure.kind().name(), units, measure.code() == null ? "" : named(measure.code()));
	}

	private static BigDecimal percent(BigDecimal share) {
		return share.movePointRight(2);
	}

	private Sentence of(Modifier modifier) {
		var figure = named(modifier.figure());
		if (modifier.ranking() != null) {
			var ranking = modifier.ranking();
			var groups = IntStream.range(0, ranking.factors().size()).mapToObj(i -> say("rank.group", i + 1, ranking.factors().get(i))).toList();
			return say("rank", figure, modifier.months(), ranking.factors().size(), groups, ranking.least(), modifier.otherwise(), ranking.lowIsGood() ? "low" : "high");
		}
		var steps = modifier.steps();
		if (modifier.isOfTraining() && steps.size() == 2) {
			return say(modifier.figure().equals(Modifier.SELLS_ALONE) ? "alone" : "certified", figure, percent(steps.get(0).factor()), steps.get(0).factor().signum() == 0 ? "nothing" : "part");
		}
		if (steps.size() == 2 && steps.get(0).factor().signum() == 0 && steps.get(1).factor().compareTo(BigDecimal.ONE) == 0) {
			return say("gate", figure, modifier.months(), steps.get(1).from());
		}
		return say("steps", figure, modifier.months(), steps.stream().map(step -> say("step", step.factor(), step.from())).toList(), modifier.otherwise());
	}

	private static List<Sentence> of(Limits limits) {
		var sentences = new ArrayList<Sentence>();
		if (limits.dealFloor() != null) {
			sentences.add(say("deal-floor", limits.dealFloor()));
		}
		if (limits.dealCap() != null) {
			sentences.add(say("deal-cap", limits.dealCap()));
		}
		if (limits.monthFloor() != null) {
			sentences.add(say("month-floor", limits.monthFloor()));
		}
		if (limits.monthCap() != null) {
			sentences.add(of(limits.monthCap(), "month-cap"));
		}
		return sentences;
	}

	private static Sentence of(Cap cap, String key) {
		return say(key, cap.most(), cap.carried() ? "carried" : "lost");
	}

	private static List<Sentence> of(PaySchedule schedule) {
		var sentences = new ArrayList<Sentence>();
		var parts = schedule.instalments();
		if (parts.size() != 1 || parts.get(0).trigger() != Instalment.Trigger.AT_ONCE) {
			var said = new ArrayList<Sentence>();
			for (int i = 0; i < parts.size(); i++) {
				var part = parts.get(i);
				said.add(say(i == 0 ? "part.first" : "part", share(part.share()), percent(part.share()), part.trigger().name(), part.number(),
						i > 0 && parts.get(i - 1).trigger() == part.trigger() ? "again" : "new"));
			}
			sentences.add(say("parts", said));
			if (parts.stream().anyMatch(part -> part.trigger() == Instalment.Trigger.CUSTOMER_MONTH && part.number() > 1)) {
				sentences.add(say("parts.forward"));
			}
		}
		var clawback = schedule.clawback();
		if (clawback != null) {
			sentences.add(say("clawback", clawback.months(), share(clawback.share()), percent(clawback.share()), clawback.proRata() ? "proRata" : "whole"));
		}
		return sentences;
	}

	private static String share(BigDecimal share) {
		return SHARES.getOrDefault(share.signum() == 0 ? "0" : share.stripTrailingZeros().toPlainString(), "other");
	}

	// ------------------------------------------------------------ the whole plan

	private List<Sentence> ofWhole() {
		var sentences = new ArrayList<Sentence>();
		if (terms.needsQuota() && terms.seasons().size() > 1) {
			sentences.add(say("seasons", terms.seasons().stream().map(season -> say("percent", percent(season))).toList()));
		}
		if (terms.needsQuota() && !terms.ramp().isEmpty()) {
			sentences.add(say("ramp", terms.ramp().stream().map(month -> say("percent", percent(month))).toList(), terms.ramp().size()));
		}
		if (terms.monthCap() != null) {
			sentences.add(of(terms.monthCap(), "plan-cap"));
		}
		var draw = terms.draw();
		if (draw != null) {
			sentences.add(say("draw", draw.amount(), draw.months(), draw.type().name()));
			if (draw.type() != Draw.Type.NON_RECOVERABLE && draw.recoveryFrom() > 1) {
				sentences.add(say("draw.from", draw.recoveryFrom()));
			}
			if (draw.type() != Draw.Type.NON_RECOVERABLE && draw.recoveryShare().compareTo(BigDecimal.ONE) < 0) {
				sentences.add(say("draw.share", percent(draw.recoveryShare())));
			}
			if (draw.type() != Draw.Type.NON_RECOVERABLE && draw.floor() != null) {
				sentences.add(say("draw.floor", draw.floor()));
			}
		}
		if (terms.leavers() == LeaverRule.ENDS_WITH_THE_LAST_DAY) {
			sentences.add(say("leavers"));
		}
		var promotion = terms.promotion();
		if (promotion != null) {
			sentences.add(say("promotion", promotion.to(), Money.of(promotion.installedBase(), terms.currency()), Money.of(promotion.averageNewMrr(), terms.currency()), promotion.averagePrepaid()));
		}
		return sentences;
	}

	private static Sentence say(String key, Object... arguments) {
		return Sentence.of(WORDS + key, arguments);
	}
}
