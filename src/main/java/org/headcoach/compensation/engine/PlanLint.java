package org.headcoach.compensation.engine;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.headcoach.shared.Money;

/**
 * Whether a plan is simple, aligned and immediate, in numbers: on its terms, and on what people really sold. The rules have numbers (S1, A5 ...) that
 * stand in the documentation with their limits.
 */
public final class PlanLint {

	/** The three questions. */
	public enum Group {
		SIMPLE, ALIGNED, IMMEDIATE
	}

	/** How an answer looks; the worst of a group is the group's. */
	public enum Level {
		PASSES, LOOK, FAILS
	}

	/**
	 * What a rule found.
	 *
	 * @param rule such as A5
	 * @param key of the sentence; its arguments are the numbers that it rests on
	 * @param component code; empty for the whole plan
	 * @param field of the terms that would have to change: components, measure, table, window, modifiers, limits, schedule, timeBox, monthCap
	 */
	public record Finding(Group group, Level level, String rule, String key, List<Object> arguments, String component, String field) implements Serializable {

		public Finding {
			arguments = List.copyOf(arguments);
		}

		/** Tells a finding from the others of the plan; a reason to keep it is kept for this. */
		public String id() {
			return rule + (component.isEmpty() ? "" : " " + component);
		}
	}

	/**
	 * The company's first goal: a measure, or a figure of the funnel such as churn.
	 *
	 * @param code of the figure; null for what is read from deals
	 * @param lowIsGood whether the figure should be small
	 */
	public record Goal(Measure.Kind kind, String code, boolean lowIsGood) implements Serializable {
	}

	/** What somebody really sold, as the plan would credit it. */
	public record Sample(long payee, PayeeFacts facts) implements Serializable {
	}

	/** All findings, by group and rule. */
	public record Report(List<Finding> findings) implements Serializable {

		public Report {
			findings = List.copyOf(findings);
		}

		public List<Finding> of(Group group) {
			return findings.stream().filter(finding -> finding.group() == group).toList();
		}

		public Level level(Group group) {
			return of(group).stream().map(Finding::level).max(Comparator.naturalOrder()).orElse(Level.PASSES);
		}

		/** What may only be published with a reason. */
		public List<Finding> warnings() {
			return findings.stream().filter(finding -> finding.level() != Level.PASSES).toList();
		}
	}

	/** Days within which a deal can be moved past the end of its month. */
	private static final int MOVABLE_DAYS = 10;
	/** The largest movable deals are tried, no more than so many. */
	private static final int TRIED_MOVES = 300;
	/** What can be multiplied with a pencil in a quarter of an hour. */
	private static final int BY_HAND = 25;
	private static final MathContext DIGITS = Slice.DIGITS;
	private static final BigDecimal CURVE_END = new BigDecimal("1.5");

	private final PlanTerms terms;
	private final Goal goal;
	private final Map<String, BigDecimal> targets;
	private final List<Sample> samples;
	private final List<Run> runs;
	private final List<Finding> findings = new ArrayList<>();

	/** A sample and what the plan pays for it. */
	private record Run(Sample sample, List<PayMonth> months) {
	}

	private PlanLint(PlanTerms terms, Goal goal, Map<String, BigDecimal> targets, List<Sample> samples) {
		this.terms = terms;
		this.goal = goal;
		this.samples = List.copyOf(samples);
		this.runs = this.samples.stream().map(sample -> new Run(sample, months(terms, sample.facts()))).toList();
		this.targets = new TreeMap<>();
		for (var component : terms.components()) {
			var target = targets.get(component.code());
			if (target == null || target.signum() <= 0) {
				target = usual(terms, component, samples);
			}
			if (target != null && target.signum() > 0) {
				this.targets.put(component.code(), target);
			}
		}
	}

	/**
	 * Everything that the rules find.
	 *
	 * @param terms without problems
	 * @param words that state the plan ({@link PlanWords#count} of its sentences)
	 * @param targets what 100 % is for a component, in units of its window, by code; where there is none, what is sold on average
	 * @param samples may be empty: then only what the terms say by themselves is judged
	 * @throws org.headcoach.shared.BusinessException when the plan cannot pay the samples
	 */
	public static Report of(PlanTerms terms, int words, Goal goal, Map<String, BigDecimal> targets, List<Sample> samples) {
		var lint = new PlanLint(terms, goal, targets, samples);
		lint.simple(words);
		lint.aligned();
		lint.immediate();
		return new Report(lint.findings);
	}

	private static List<PayMonth> months(PlanTerms terms, PayeeFacts facts) {
		return new PayRun(terms, facts).months(YearMonth.from(facts.since()), YearMonth.from(facts.knownTo()));
	}

	/** What is sold in a window of the component on average, over everybody and every window in which something was; of deals, by one deal. Null when nothing was. */
	public static BigDecimal usual(PlanTerms terms, Component component, List<Sample> samples) {
		var windows = new HashMap<String, BigDecimal>();
		for (var sample : samples) {
			for (var credit : credits(sample, component)) {
				var window = component.window() == Window.DEAL ? credit.source() : component.window().start(credit.month(), terms.yearStarts()).toString();
				windows.merge(sample.payee() + " " + window, credit.base(), BigDecimal::add);
			}
		}
		return windows.isEmpty() ? null : windows.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add).divide(BigDecimal.valueOf(windows.size()), DIGITS);
	}

	private static List<Credit> credits(Sample sample, Component component) {
		return sample.facts().credits().getOrDefault(component.code(), List.of());
	}

	// ------------------------------------------------------------ simple

	private void simple(int words) {
		var count = terms.components().size();
		add(Group.SIMPLE, count <= 2 ? Level.PASSES : count <= 3 ? Level.LOOK : Level.FAILS, "S1", "", "components", count);
		var inputs = inputs();
		add(Group.SIMPLE, inputs <= 4 ? Level.PASSES : inputs <= 6 ? Level.LOOK : Level.FAILS, "S2", "", "components", inputs);
		add(Group.SIMPLE, words <= 80 ? Level.PASSES : words <= 140 ? Level.LOOK : Level.FAILS, "S3", "", "components", words);
		var months = 0;
		var byHand = 0;
		var most = 0;
		for (var run : runs) {
			for (var month : run.months()) {
				if (!month.lines().isEmpty()) {
					var steps = month.lines().stream().mapToInt(PlanLint::steps).sum();
					months++;
					byHand += steps <= BY_HAND ? 1 : 0;
					most = Math.max(most, steps);
				}
			}
		}
		if (months > 0) {
			add(Group.SIMPLE, byHand * 10 >= months * 9 ? Level.PASSES : byHand * 2 >= months ? Level.LOOK : Level.FAILS, "S4", "", "components", byHand, months, most);
		}
	}

	/** Multiplications of a line: its slices, its factors, the part that is due. */
	private static int steps(Owed line) {
		return Math.max(1, line.slices().size() + line.factors().size() + (line.amount().amount().compareTo(line.whole()) == 0 ? 0 : 1));
	}

	/** What a rep has to know to work out a month: each measure, quota, figure; what became of customers; what was before in the window; what is carried or owed. */
	private int inputs() {
		var inputs = new HashSet<String>();
		for (var component : terms.components()) {
			inputs.add("measure " + component.measure().kind() + " " + component.measure().code() + " " + component.crediting());
			if (component.ofQuota()) {
				inputs.add("quota " + component.code());
			}
			component.modifiers().forEach(modifier -> inputs.add("figure " + modifier.figure()));
			if (component.schedule().clawback() != null || component.schedule().instalments().stream().anyMatch(part -> part.trigger() != Instalment.Trigger.AT_ONCE)) {
				inputs.add("customers");
			}
			if (component.window().months() > 1 && component.table().tiers().size() > 1) {
				inputs.add("total " + component.code());
			}
			if (component.limits().monthCap() != null && component.limits().monthCap().carried()) {
				inputs.add("carried " + component.code());
			}
			if (component.timeBox() != null && component.timeBox().budget() != null) {
				inputs.add("budget " + component.code());
			}
		}
		if (terms.monthCap() != null && terms.monthCap().carried()) {
			inputs.add("carried");
		}
		if (terms.draw() != null && terms.draw().type() != Draw.Type.NON_RECOVERABLE) {
			inputs.add("debt");
		}
		return inputs.size();
	}

	// ------------------------------------------------------------ aligned

	private void aligned() {
		goalShare();
		against();
		for (var component : terms.components()) {
			var target = targets.get(component.code());
			if (target != null) {
				shape(component, PayCurve.of(unlimited(component), terms.currency(), target, BigDecimal.ONE, target.multiply(CURVE_END)));
			}
		}
		moves();
		caps();
		budgets();
	}

	/** A1: of the pay at target, the share of components that move with the goal. */
	private void goalShare() {
		var all = BigDecimal.ZERO;
		var with = BigDecimal.ZERO;
		for (var component : terms.components()) {
			var target = targets.get(component.code());
			if (target != null) {
				var pay = PayCurve.of(component, terms.currency(), target, BigDecimal.ONE, target).at(target).pay().amount().divide(BigDecimal.valueOf(component.window().months()), DIGITS);
				all = all.add(pay);
				with = with.add(movesWithGoal(component) ? pay : BigDecimal.ZERO);
			}
		}
		if (all.signum() > 0) {
			var share = with.divide(all, DIGITS).setScale(4, RoundingMode.HALF_UP);
			add(Group.ALIGNED, share.compareTo(new BigDecimal("0.7")) >= 0 ? Level.PASSES : share.compareTo(new BigDecimal("0.4")) >= 0 ? Level.LOOK : Level.FAILS, "A1", "", "components",
					share.movePointRight(2));
		}
	}

	private boolean movesWithGoal(Component component) {
		if (goal.kind().isOfDeals()) {
			return component.measure().kind() == goal.kind() || isRecurring(component.measure().kind()) && isRecurring(goal.kind());
		}
		var isMeasured = component.measure().kind() == goal.kind() && goal.code().equals(component.measure().code());
		var isFactor = component.modifiers().stream().anyMatch(modifier -> modifier.figure().equals(goal.code()) && direction(modifier) != 0 && direction(modifier) < 0 == goal.lowIsGood());
		var waitsForCustomer = component.schedule().clawback() != null
				|| component.schedule().instalments().stream().anyMatch(part -> part.trigger() == Instalment.Trigger.CUSTOMER_MONTH && part.number() > 1);
		return isMeasured || isFactor || isRetention() && waitsForCustomer;
	}

	private static boolean isRecurring(Measure.Kind kind) {
		return kind == Measure.Kind.MRR || kind == Measure.Kind.ACV;
	}

	private boolean isRetention() {
		return "CHURN".equals(goal.code());
	}

	/** Above 0 when a larger figure pays more, below 0 when a smaller one does. */
	private static int direction(Modifier modifier) {
		if (modifier.ranking() != null) {
			var factors = modifier.ranking().factors();
			return factors.get(0).compareTo(factors.get(factors.size() - 1)) * (modifier.ranking().lowIsGood() ? -1 : 1);
		}
		var steps = modifier.steps();
		return steps.get(steps.size() - 1).factor().compareTo(steps.get(0).factor());
	}

	/** A2: factors that pay for the opposite of the goal, and pay that was kept for customers who had gone. */
	private void against() {
		for (var component : terms.components()) {
			for (var modifier : component.modifiers()) {
				if (modifier.figure().equals(goal.code()) && direction(modifier) != 0 && direction(modifier) < 0 != goal.lowIsGood()) {
					add(Group.ALIGNED, Level.FAILS, "A2", component.code(), "modifiers", component.name(), modifier.figure());
				}
			}
		}
		var all = Money.zero(terms.currency());
		var kept = all;
		for (var run : runs) {
			for (var month : run.months()) {
				for (var line : month.lines()) {
					var deal = run.sample().facts().deals().get(line.key().source());
					if (!line.key().source().isEmpty() && line.key().kind() != Owed.Kind.ADJUSTMENT) {
						all = all.plus(line.amount());
						kept = deal != null && deal.cancelledOn() != null ? kept.plus(line.amount()) : kept;
					}
				}
			}
		}
		if (all.signum() > 0) {
			var share = kept.amount().divide(all.amount(), DIGITS).setScale(4, RoundingMode.HALF_UP);
			add(Group.ALIGNED, share.compareTo(new BigDecimal("0.05")) <= 0 ? Level.PASSES : Level.LOOK, "A3", "", "schedule", share.movePointRight(2), kept);
		}
	}

	private static Component unlimited(Component component) {
		return component.within(Limits.NONE);
	}

	/** A4: cliffs, where one unit more is worth a jump. A5: zones in which more sales earn nothing more. */
	private void shape(Component component, PayCurve curve) {
		for (var jump : curve.jumps()) {
			add(Group.ALIGNED, Level.LOOK, "A4", component.code(), "table", component.name(), units(component, jump.reached()), jump.pay().rounded(terms.rounding()));
		}
		for (var slope : curve.slopes()) {
			if (slope.rate().signum() == 0) {
				add(Group.ALIGNED, Level.LOOK, "A5", component.code(), "table", component.name(), units(component, slope.from()), units(component, slope.to()));
			}
		}
	}

	private Object units(Component component, BigDecimal units) {
		var rounded = units.setScale(2, RoundingMode.HALF_UP);
		return component.measure().kind().isMoney() ? Money.of(rounded, terms.currency()) : rounded;
	}

	/** A deal that lies so near to a month's end that it can be signed after it. */
	private record Movable(Run run, Component component, Credit credit) {
	}

	/** A6: what a rep gains by signing on the first day of the next month. */
	private void moves() {
		var movable = new ArrayList<Movable>();
		for (var run : runs) {
			var last = YearMonth.from(run.sample().facts().knownTo());
			for (var component : terms.components()) {
				for (var credit : credits(run.sample(), component)) {
					var isNearEnd = credit.day().plusDays(MOVABLE_DAYS).isAfter(credit.month().atEndOfMonth());
					if (isNearEnd && credit.reverses() == null && credit.base().signum() > 0 && credit.month().isBefore(last) && hasQuota(run, component, credit.month().plusMonths(1))) {
						movable.add(new Movable(run, component, credit));
					}
				}
			}
		}
		movable.sort(Comparator.comparing((Movable one) -> one.credit().base(), Comparator.reverseOrder()).thenComparing(one -> one.run().sample().payee()).thenComparing(one -> one.credit().source()));
		Movable best = null;
		var gain = Money.zero(terms.currency());
		var gaining = 0;
		var tried = movable.subList(0, Math.min(TRIED_MOVES, movable.size()));
		var atOnce = earnedAtOnce();
		var before = new HashMap<Long, Money>();
		for (var one : tried) {
			var facts = one.run().sample().facts();
			var now = before.computeIfAbsent(one.run().sample().payee(), payee -> earned(atOnce, facts));
			var difference = earned(atOnce, moved(facts, one.credit())).minus(now);
			if (difference.signum() > 0) {
				gaining++;
				if (difference.compareTo(gain) > 0) {
					gain = difference;
					best = one;
				}
			}
		}
		if (best == null) {
			if (!tried.isEmpty()) {
				add(Group.ALIGNED, Level.PASSES, "A6.none", "", "window", tried.size());
			}
			return;
		}
		add(Group.ALIGNED, Level.LOOK, "A6", best.component().code(), "table", best.component().name(), units(best.component(), best.credit().base()), gain.rounded(terms.rounding()), gaining, tried.size(),
				best.credit().day());
	}

	private boolean hasQuota(Run run, Component component, YearMonth month) {
		if (!component.ofQuota()) {
			return true;
		}
		var quotas = run.sample().facts().quota().get(component.code());
		return quotas != null && quotas.get(component.window().start(month, terms.yearStarts())) != null;
	}

	/** The plan without waiting and taking back, so that what is earned can be compared whenever it is paid. Draws would hide what moves. */
	private PlanTerms earnedAtOnce() {
		var components = terms.components().stream().map(component -> new Component(component.code(), component.name(), component.measure(), component.crediting(), component.table(), component.ofQuota(),
				component.window(), component.refunds(), component.modifiers(), component.limits(), PaySchedule.atOnce(null), component.timeBox())).toList();
		return new PlanTerms(terms.name(), terms.version(), terms.currency(), terms.yearStarts(), terms.rounding(), terms.rateDate(), terms.leavers(), terms.proration(), terms.seasons(), terms.ramp(),
				components, null, terms.monthCap(), null);
	}

	private Money earned(PlanTerms atOnce, PayeeFacts facts) {
		return months(atOnce, facts).stream().map(PayMonth::owed).reduce(Money.zero(terms.currency()), Money::plus);
	}

	/** The deal, in every component that counts it, on the first day of the month after. */
	private static PayeeFacts moved(PayeeFacts facts, Credit deal) {
		var day = deal.month().plusMonths(1).atDay(1);
		var credits = new TreeMap<String, List<Credit>>();
		facts.credits().forEach((code, all) -> credits.put(code, all.stream().map(credit -> credit.source().equals(deal.source()) && credit.day().equals(deal.day())
				? new Credit(credit.source(), day, credit.base(), credit.reverses(), credit.quotaOnly(), credit.origin()) : credit).toList()));
		var deals = new TreeMap<>(facts.deals());
		deals.computeIfPresent(deal.source(), (source, was) -> new PayableDeal(source, day, was.price(), was.payments(), was.cancelledOn()));
		return new PayeeFacts(facts.since(), facts.until(), facts.leftOn(), facts.knownTo(), credits, deals, facts.quota(), facts.factors(), facts.adjustments(), facts.held(), facts.refused());
	}

	/** A7: caps that stop people who sell. */
	private void caps() {
		for (var component : terms.components()) {
			if (component.limits().monthCap() != null) {
				capped(component.code(), component.name(), "limits", component.limits().monthCap());
			}
			var most = component.limits().dealCap();
			if (most != null) {
				var stopped = new HashSet<String>();
				runs.forEach(run -> run.months().forEach(month -> month.lines().stream()
						.filter(line -> line.key().component().equals(component.code()) && !line.key().source().isEmpty() && line.whole().compareTo(most.amount()) >= 0)
						.forEach(line -> stopped.add(run.sample().payee() + " " + line.key().source()))));
				if (!stopped.isEmpty()) {
					add(Group.ALIGNED, Level.LOOK, "A7.deal", component.code(), "limits", component.name(), most, stopped.size());
				}
			}
		}
		if (terms.monthCap() != null) {
			capped("", terms.name(), "monthCap", terms.monthCap());
		}
	}

	private void capped(String code, String name, String field, Cap cap) {
		var people = new HashSet<Long>();
		var months = 0;
		var above = Money.zero(terms.currency());
		for (var run : runs) {
			for (var month : run.months()) {
				for (var line : month.lines()) {
					if (line.key().kind() == Owed.Kind.ABOVE_CAP && line.key().component().equals(code)) {
						people.add(run.sample().payee());
						months++;
						above = above.minus(line.amount());
					}
				}
			}
		}
		if (months > 0) {
			add(Group.ALIGNED, Level.LOOK, cap.carried() ? "A7.carried" : "A7", code, field, name, cap.most(), people.size(), months, above);
		}
	}

	/** A8: budgets that are gone before the time is over. */
	private void budgets() {
		for (var component : terms.components()) {
			if (component.timeBox() == null || component.timeBox().budget() == null) {
				continue;
			}
			var spent = new TreeMap<YearMonth, Money>();
			var payees = new TreeMap<YearMonth, Set<Long>>();
			for (var run : runs) {
				for (var month : run.months()) {
					for (var line : month.lines()) {
						if (line.key().component().equals(component.code()) && line.key().kind() != Owed.Kind.CLAWBACK) {
							spent.merge(month.month(), line.amount(), Money::plus);
							payees.computeIfAbsent(month.month(), any -> new LinkedHashSet<>()).add(run.sample().payee());
						}
					}
				}
			}
			var sum = Money.zero(terms.currency());
			for (var entry : spent.entrySet()) {
				sum = sum.plus(entry.getValue());
				if (sum.compareTo(component.timeBox().budget()) > 0) {
					var late = new HashSet<Long>();
					payees.tailMap(entry.getKey()).values().forEach(late::addAll);
					add(Group.ALIGNED, Level.LOOK, "A8", component.code(), "timeBox", component.name(), component.timeBox().budget(), entry.getKey(), late.size());
					break;
				}
			}
		}
	}

	// ------------------------------------------------------------ immediate

	/** I1: the days from the sale to the money, on average by amount. I2: the longest of them. Paid is what is paid with the month in which it falls due. */
	private void immediate() {
		var days = BigDecimal.ZERO;
		var money = BigDecimal.ZERO;
		var longest = 0L;
		var longestOf = "";
		var deals = new HashSet<String>();
		var waits = waits();
		for (var run : runs) {
			var days0 = saleDays(run.sample().facts());
			for (var month : run.months()) {
				for (var line : month.lines()) {
					var day = days0.get(line.key().component() + " " + line.key().source());
					var wait = waits.getOrDefault(line.key().component(), 0);
					// younger deals have parts that are not due yet and would make the plan look faster than it is
					if (day != null && line.amount().signum() > 0 && isPay(line.key().kind()) && !day.plusMonths(wait).isAfter(run.sample().facts().knownTo())) {
						var waited = ChronoUnit.DAYS.between(day, month.month().atEndOfMonth());
						days = days.add(line.amount().amount().multiply(BigDecimal.valueOf(waited)));
						money = money.add(line.amount().amount());
						deals.add(run.sample().payee() + " " + line.key().source());
						if (waited > longest) {
							longest = waited;
							longestOf = line.key().component();
						}
					}
				}
			}
		}
		if (money.signum() > 0) {
			judge(days.divide(money, DIGITS).setScale(0, RoundingMode.HALF_UP).intValueExact(), (int) longest, longestOf, deals.size());
		} else {
			expected();
		}
	}

	private static boolean isPay(Owed.Kind kind) {
		return kind == Owed.Kind.SALE || kind == Owed.Kind.CUSTOMER_PAID || kind == Owed.Kind.WINDOW_PASSED || kind == Owed.Kind.TIER_REACHED;
	}

	private static Map<String, LocalDate> saleDays(PayeeFacts facts) {
		var days = new HashMap<String, LocalDate>();
		facts.credits().forEach((code, credits) -> credits.forEach(credit -> {
			var deal = facts.deals().get(credit.source());
			days.put(code + " " + credit.source(), deal == null ? credit.day() : deal.wonOn());
		}));
		return days;
	}

	/** The months that the last part waits, by component, for a customer who pays every month. */
	private Map<String, Integer> waits() {
		var waits = new HashMap<String, Integer>();
		terms.components().forEach(component -> waits.put(component.code(), component.schedule().instalments().stream().mapToInt(PlanLint::wait).max().orElse(0)));
		return waits;
	}

	private static int wait(Instalment part) {
		return part.trigger() == Instalment.Trigger.CUSTOMER_MONTH ? part.number() - 1 : part.trigger() == Instalment.Trigger.AFTER_MONTHS ? part.number() : 0;
	}

	/** Without deals that are old enough: what the terms say for a customer who pays every month, sold in the middle of a month. */
	private void expected() {
		var mean = BigDecimal.ZERO;
		var longest = 0;
		var longestOf = "";
		for (var component : terms.components()) {
			for (var part : component.schedule().instalments()) {
				var days = 15 + (wait(part) * 365 + 6) / 12;
				mean = mean.add(part.share().multiply(BigDecimal.valueOf(days)));
				if (days > longest) {
					longest = days;
					longestOf = component.code();
				}
			}
		}
		if (!terms.components().isEmpty()) {
			judge(mean.divide(BigDecimal.valueOf(terms.components().size()), 0, RoundingMode.HALF_UP).intValueExact(), longest, longestOf, 0);
		}
	}

	private void judge(int mean, int longest, String longestOf, int deals) {
		add(Group.IMMEDIATE, mean <= 45 ? Level.PASSES : mean <= 90 ? Level.LOOK : Level.FAILS, "I1", longestOf, "schedule", mean, deals);
		add(Group.IMMEDIATE, longest <= 180 ? Level.PASSES : Level.LOOK, "I2", longestOf, "schedule", longest, deals);
	}

	/** The key of a sentence is the rule; where a rule has two sentences, the part behind the point tells them apart. */
	private void add(Group group, Level level, String sentence, String component, String field, Object... arguments) {
		findings.add(new Finding(group, level, sentence.replaceAll("\\..*", ""), "compensation.lint." + sentence, List.of(arguments), component, field));
	}
}
