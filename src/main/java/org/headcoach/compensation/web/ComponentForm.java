package org.headcoach.compensation.web;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;

import org.headcoach.compensation.engine.Boundary;
import org.headcoach.compensation.engine.Cap;
import org.headcoach.compensation.engine.Clawback;
import org.headcoach.compensation.engine.Component;
import org.headcoach.compensation.engine.Crediting;
import org.headcoach.compensation.engine.Instalment;
import org.headcoach.compensation.engine.Limits;
import org.headcoach.compensation.engine.Measure;
import org.headcoach.compensation.engine.Modifier;
import org.headcoach.compensation.engine.PaySchedule;
import org.headcoach.compensation.engine.Ranking;
import org.headcoach.compensation.engine.RateTable;
import org.headcoach.compensation.engine.RefundRule;
import org.headcoach.compensation.engine.Tier;
import org.headcoach.compensation.engine.TierKind;
import org.headcoach.compensation.engine.TimeBox;
import org.headcoach.compensation.engine.Window;
import org.headcoach.shared.Money;

/** A component while it is written: everything may be missing, and what is missing becomes a problem of the terms instead of an error of the form. */
public class ComponentForm implements Serializable {

	private static final long serialVersionUID = 1L;

	/** A line of the rate table. */
	public static class TierForm implements Serializable {

		private static final long serialVersionUID = 1L;

		private BigDecimal from;
		private BigDecimal to;
		private TierKind kind;
		private BigDecimal rate;

		public TierForm() {
			kind = TierKind.MARGINAL;
		}

		TierForm(Tier tier) {
			from = tier.from();
			to = tier.to();
			kind = tier.kind();
			rate = tier.rate();
		}

		public BigDecimal getFrom() {
			return from;
		}

		public void setFrom(BigDecimal from) {
			this.from = from;
		}

		public BigDecimal getTo() {
			return to;
		}

		public void setTo(BigDecimal to) {
			this.to = to;
		}

		public TierKind getKind() {
			return kind;
		}

		public void setKind(TierKind kind) {
			this.kind = kind;
		}

		public BigDecimal getRate() {
			return rate;
		}

		public void setRate(BigDecimal rate) {
			this.rate = rate;
		}
	}

	/** A part in which it is paid. */
	public static class PartForm implements Serializable {

		private static final long serialVersionUID = 1L;

		private BigDecimal share;
		private Instalment.Trigger trigger;
		private int number;

		public PartForm() {
			trigger = Instalment.Trigger.CUSTOMER_MONTH;
			number = 1;
		}

		PartForm(Instalment part) {
			share = part.share();
			trigger = part.trigger();
			number = part.number();
		}

		/** Whether the number of a month belongs to it. */
		public boolean isNumbered() {
			return trigger == Instalment.Trigger.CUSTOMER_MONTH || trigger == Instalment.Trigger.AFTER_MONTHS;
		}

		public BigDecimal getShare() {
			return share;
		}

		public void setShare(BigDecimal share) {
			this.share = share;
		}

		public Instalment.Trigger getTrigger() {
			return trigger;
		}

		public void setTrigger(Instalment.Trigger trigger) {
			this.trigger = trigger;
		}

		public int getNumber() {
			return number;
		}

		public void setNumber(int number) {
			this.number = number;
		}
	}

	/** How a modifier finds its factor. */
	public enum Way {
		RANK, STEPS, GATE
	}

	/** A multiplier by a figure. */
	public static class ModifierForm implements Serializable {

		private static final long serialVersionUID = 1L;

		private String figure;
		private int months;
		private Way way;
		private List<BigDecimal> factors = List.of();
		private List<BigDecimal> thresholds = List.of();
		private BigDecimal minimum;
		private boolean lowIsGood;
		private int least;
		private BigDecimal otherwise;
		private BigDecimal without = BigDecimal.ZERO;
		private BigDecimal tried;

		public ModifierForm() {
			this(Modifier.rank("CHURN", 6, new Ranking(List.of(BigDecimal.valueOf(4), BigDecimal.valueOf(3), BigDecimal.valueOf(2), BigDecimal.ONE), true, 5), BigDecimal.ONE));
		}

		ModifierForm(Modifier modifier) {
			figure = modifier.figure();
			months = modifier.months();
			otherwise = modifier.otherwise();
			least = 5;
			if (modifier.isOfTraining()) {
				way = Way.GATE;
				without = modifier.steps().get(0).factor();
			} else if (modifier.ranking() != null) {
				way = Way.RANK;
				factors = modifier.ranking().factors();
				lowIsGood = modifier.ranking().lowIsGood();
				least = modifier.ranking().least();
			} else if (modifier.equals(Modifier.gate(figure, months, modifier.steps().get(modifier.steps().size() - 1).from()))) {
				way = Way.GATE;
				minimum = modifier.steps().get(1).from();
			} else {
				way = Way.STEPS;
				thresholds = modifier.steps().stream().map(Modifier.Step::from).toList();
				factors = modifier.steps().stream().map(Modifier.Step::factor).toList();
			}
		}

		Modifier modifier() {
			var other = otherwise == null ? BigDecimal.ONE : otherwise;
			if (isOfTraining()) {
				return Modifier.held(figure, without == null ? BigDecimal.ZERO : without, figure.equals(Modifier.SELLS_ALONE) ? other : BigDecimal.ONE);
			}
			return switch (way) {
				case RANK -> Modifier.rank(figure, months, new Ranking(factors, lowIsGood, least), other);
				case GATE -> Modifier.gate(figure, months, minimum == null ? BigDecimal.ZERO : minimum);
				case STEPS -> {
					var steps = new ArrayList<Modifier.Step>();
					for (int i = 0; i < thresholds.size(); i++) {
						// a missing factor is a problem that the terms name, and below 0 is none that anybody can enter by design
						steps.add(new Modifier.Step(thresholds.get(i), i < factors.size() ? factors.get(i) : BigDecimal.ONE.negate()));
					}
					yield Modifier.steps(figure, months, steps, other);
				}
			};
		}

		/** Whether it asks for what is earned in training; then there is nothing to rank. */
		public boolean isOfTraining() {
			return figure != null && Modifier.isOfTraining(figure);
		}

		/** Whether it asks what somebody's role has to earn before selling alone. */
		public boolean isOfRole() {
			return Modifier.SELLS_ALONE.equals(figure);
		}

		public BigDecimal getWithout() {
			return without;
		}

		public void setWithout(BigDecimal without) {
			this.without = without;
		}

		public String getFigure() {
			return figure;
		}

		public void setFigure(String figure) {
			this.figure = figure;
		}

		public int getMonths() {
			return months;
		}

		public void setMonths(int months) {
			this.months = months;
		}

		public Way getWay() {
			return way;
		}

		public void setWay(Way way) {
			this.way = way;
		}

		public List<BigDecimal> getFactors() {
			return factors;
		}

		public void setFactors(List<BigDecimal> factors) {
			this.factors = factors;
		}

		public List<BigDecimal> getThresholds() {
			return thresholds;
		}

		public void setThresholds(List<BigDecimal> thresholds) {
			this.thresholds = thresholds;
		}

		public BigDecimal getMinimum() {
			return minimum;
		}

		public void setMinimum(BigDecimal minimum) {
			this.minimum = minimum;
		}

		public boolean isLowIsGood() {
			return lowIsGood;
		}

		public void setLowIsGood(boolean lowIsGood) {
			this.lowIsGood = lowIsGood;
		}

		public int getLeast() {
			return least;
		}

		public void setLeast(int least) {
			this.least = least;
		}

		public BigDecimal getOtherwise() {
			return otherwise;
		}

		public void setOtherwise(BigDecimal otherwise) {
			this.otherwise = otherwise;
		}

		public BigDecimal getTried() {
			return tried;
		}

		public void setTried(BigDecimal tried) {
			this.tried = tried;
		}
	}

	private final String code;
	private final List<TierForm> tiers = new ArrayList<>();
	private final List<PartForm> parts = new ArrayList<>();
	private final List<ModifierForm> modifiers = new ArrayList<>();
	private String name;
	private Measure.Kind kind;
	private String measureCode;
	private Measure.On on;
	private Crediting crediting;
	private Boundary boundary;
	private boolean ofQuota;
	private Window window;
	private RefundRule refunds;
	private BigDecimal dealFloor;
	private BigDecimal dealCap;
	private BigDecimal monthFloor;
	private BigDecimal monthCap;
	private boolean monthCapCarried;
	private Integer clawbackMonths;
	private BigDecimal clawbackShare;
	private boolean clawbackProRata;
	private boolean boxed;
	private LocalDate boxFrom;
	private LocalDate boxUntil;
	private BigDecimal budget;
	private BigDecimal sample;

	ComponentForm(Component from) {
		code = from.code();
		name = from.name();
		kind = from.measure().kind();
		measureCode = from.measure().code();
		on = from.measure().on();
		crediting = from.crediting();
		from.table().tiers().forEach(tier -> tiers.add(new TierForm(tier)));
		boundary = from.table().boundary();
		ofQuota = from.ofQuota();
		window = from.window();
		refunds = from.refunds();
		from.modifiers().forEach(modifier -> modifiers.add(new ModifierForm(modifier)));
		var limits = from.limits();
		dealFloor = amount(limits.dealFloor());
		dealCap = amount(limits.dealCap());
		monthFloor = amount(limits.monthFloor());
		monthCap = limits.monthCap() == null ? null : amount(limits.monthCap().most());
		monthCapCarried = limits.monthCap() != null && limits.monthCap().carried();
		from.schedule().instalments().forEach(part -> parts.add(new PartForm(part)));
		var clawback = from.schedule().clawback();
		clawbackMonths = clawback == null ? null : clawback.months();
		clawbackShare = clawback == null ? BigDecimal.ONE : clawback.share();
		clawbackProRata = clawback != null && clawback.proRata();
		boxed = from.timeBox() != null;
		boxFrom = boxed ? from.timeBox().from() : null;
		boxUntil = boxed ? from.timeBox().until() : null;
		budget = boxed ? amount(from.timeBox().budget()) : null;
	}

	private static BigDecimal amount(Money money) {
		return money == null ? null : money.amount().stripTrailingZeros();
	}

	private static Money money(BigDecimal amount, Currency currency) {
		return amount == null ? null : Money.of(amount, currency);
	}

	/** What is written, with as little added as the engine needs to name what is missing. */
	Component component(Currency currency) {
		var table = new ArrayList<Tier>();
		for (var tier : tiers) {
			var before = table.isEmpty() ? null : table.get(table.size() - 1);
			var from = Objects.requireNonNullElseGet(tier.getFrom(), () -> before == null ? BigDecimal.ZERO : Objects.requireNonNullElse(before.to(), before.from()));
			table.add(new Tier(from, tier.getTo(), tier.getKind(), tier.getRate()));
		}
		var schedule = new PaySchedule(parts.stream().map(part -> new Instalment(part.getShare() == null ? BigDecimal.ZERO : part.getShare(), part.getTrigger(),
				part.isNumbered() ? part.getNumber() : 0)).toList(), clawbackMonths == null ? null
						: new Clawback(clawbackMonths, clawbackShare == null ? BigDecimal.ZERO : clawbackShare, clawbackProRata));
		var limits = new Limits(money(dealFloor, currency), money(dealCap, currency), money(monthFloor, currency),
				monthCap == null ? null : new Cap(Money.of(monthCap, currency), monthCapCarried));
		var box = boxed && boxFrom != null && boxUntil != null ? new TimeBox(boxFrom, boxUntil, money(budget, currency)) : null;
		return new Component(code, name == null ? "" : name.strip(), new Measure(kind, kind.isOfDeals() ? null : measureCode, kind.isOfDeals() ? on : Measure.On.BOOKING), crediting,
				new RateTable(table, boundary), ofQuota, window, refunds, modifiers.stream().map(ModifierForm::modifier).toList(), limits, schedule, box);
	}

	// ------------------------------------------------------------ what is added and taken away

	/** The next tier begins where the last one ends; an open one is closed there, for its reader to say where. */
	public void addTier() {
		var next = new TierForm();
		if (tiers.isEmpty()) {
			next.setFrom(BigDecimal.ZERO);
		} else {
			var last = tiers.get(tiers.size() - 1);
			if (last.getTo() == null) {
				var step = ofQuota ? new BigDecimal("0.25") : new BigDecimal("1000");
				last.setTo(last.getFrom() == null || last.getFrom().signum() == 0 ? ofQuota ? BigDecimal.ONE : sample == null ? step : sample : last.getFrom().add(step));
			}
			next.setFrom(last.getTo());
			next.setKind(last.getKind());
		}
		tiers.add(next);
	}

	public void removeTier(int at) {
		tiers.remove(at);
		if (!tiers.isEmpty() && at == tiers.size()) {
			tiers.get(at - 1).setTo(null);
		}
	}

	public void addPart() {
		parts.add(new PartForm());
	}

	public void removePart(int at) {
		parts.remove(at);
	}

	public void addModifier() {
		modifiers.add(new ModifierForm());
	}

	public void removeModifier(int at) {
		modifiers.remove(at);
	}

	/** How thresholds are typed: per cents of the quota, or units. */
	public jakarta.faces.convert.Converter<BigDecimal> getThresholds() {
		return ofQuota ? new NumberInput.Percent() : new NumberInput.Plain();
	}

	/** How rates are typed: also as per cents where money is paid for money. */
	public jakarta.faces.convert.Converter<BigDecimal> getRates() {
		return isMoney() ? new NumberInput.Rate() : new NumberInput.Plain();
	}

	public boolean isMoney() {
		return kind.isMoney();
	}

	public boolean isOfDeals() {
		return kind.isOfDeals();
	}

	public String getCode() {
		return code;
	}

	public List<TierForm> getTiers() {
		return tiers;
	}

	public List<PartForm> getParts() {
		return parts;
	}

	public List<ModifierForm> getModifiers() {
		return modifiers;
	}

	public String getName() {
		return name;
	}

	public void setName(String name) {
		this.name = name;
	}

	public Measure.Kind getKind() {
		return kind;
	}

	public void setKind(Measure.Kind kind) {
		this.kind = kind;
	}

	public String getMeasureCode() {
		return measureCode;
	}

	public void setMeasureCode(String measureCode) {
		this.measureCode = measureCode;
	}

	public Measure.On getOn() {
		return on;
	}

	public void setOn(Measure.On on) {
		this.on = on;
	}

	public Crediting getCrediting() {
		return crediting;
	}

	public void setCrediting(Crediting crediting) {
		this.crediting = crediting;
	}

	public Boundary getBoundary() {
		return boundary;
	}

	public void setBoundary(Boundary boundary) {
		this.boundary = boundary;
	}

	public boolean isOfQuota() {
		return ofQuota;
	}

	public void setOfQuota(boolean ofQuota) {
		this.ofQuota = ofQuota;
	}

	public Window getWindow() {
		return window;
	}

	public void setWindow(Window window) {
		this.window = window;
	}

	public RefundRule getRefunds() {
		return refunds;
	}

	public void setRefunds(RefundRule refunds) {
		this.refunds = refunds;
	}

	public BigDecimal getDealFloor() {
		return dealFloor;
	}

	public void setDealFloor(BigDecimal dealFloor) {
		this.dealFloor = dealFloor;
	}

	public BigDecimal getDealCap() {
		return dealCap;
	}

	public void setDealCap(BigDecimal dealCap) {
		this.dealCap = dealCap;
	}

	public BigDecimal getMonthFloor() {
		return monthFloor;
	}

	public void setMonthFloor(BigDecimal monthFloor) {
		this.monthFloor = monthFloor;
	}

	public BigDecimal getMonthCap() {
		return monthCap;
	}

	public void setMonthCap(BigDecimal monthCap) {
		this.monthCap = monthCap;
	}

	public boolean isMonthCapCarried() {
		return monthCapCarried;
	}

	public void setMonthCapCarried(boolean monthCapCarried) {
		this.monthCapCarried = monthCapCarried;
	}

	public Integer getClawbackMonths() {
		return clawbackMonths;
	}

	public void setClawbackMonths(Integer clawbackMonths) {
		this.clawbackMonths = clawbackMonths;
	}

	public BigDecimal getClawbackShare() {
		return clawbackShare;
	}

	public void setClawbackShare(BigDecimal clawbackShare) {
		this.clawbackShare = clawbackShare;
	}

	public boolean isClawbackProRata() {
		return clawbackProRata;
	}

	public void setClawbackProRata(boolean clawbackProRata) {
		this.clawbackProRata = clawbackProRata;
	}

	public boolean isBoxed() {
		return boxed;
	}

	public void setBoxed(boolean boxed) {
		this.boxed = boxed;
	}

	/** A box that was just ticked begins as the month with which the version does; without days it would hold nothing. */
	void beginBox(LocalDate starts) {
		if (boxed && boxFrom == null && boxUntil == null && starts != null) {
			boxFrom = starts.withDayOfMonth(1);
			boxUntil = starts.withDayOfMonth(starts.lengthOfMonth());
		}
	}

	public LocalDate getBoxFrom() {
		return boxFrom;
	}

	public void setBoxFrom(LocalDate boxFrom) {
		this.boxFrom = boxFrom;
	}

	public LocalDate getBoxUntil() {
		return boxUntil;
	}

	public void setBoxUntil(LocalDate boxUntil) {
		this.boxUntil = boxUntil;
	}

	public BigDecimal getBudget() {
		return budget;
	}

	public void setBudget(BigDecimal budget) {
		this.budget = budget;
	}

	public BigDecimal getSample() {
		return sample;
	}

	public void setSample(BigDecimal sample) {
		this.sample = sample;
	}
}
