package org.headcoach.compensation.web;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Month;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.headcoach.compensation.engine.Cap;
import org.headcoach.compensation.engine.Component;
import org.headcoach.compensation.engine.Draw;
import org.headcoach.compensation.engine.LeaverRule;
import org.headcoach.compensation.engine.PaySchedule;
import org.headcoach.compensation.engine.PlanTerms;
import org.headcoach.compensation.engine.Promotion;
import org.headcoach.compensation.engine.Quota;
import org.headcoach.compensation.engine.RateDate;
import org.headcoach.compensation.engine.RateTable;
import org.headcoach.compensation.engine.Tier;
import org.headcoach.compensation.engine.Window;
import org.headcoach.shared.Money;

/** A plan while it is written, and the terms that follow from it. What nobody touches stays exactly what it was. */
public class PlanForm implements Serializable {

	private static final long serialVersionUID = 1L;

	private final String name;
	private final int number;
	private final List<ComponentForm> components = new ArrayList<>();
	private String currency;
	private Month yearStarts;
	private RoundingMode rounding;
	private RateDate rateDate;
	private LeaverRule leavers;
	private Quota.Proration proration;
	private List<BigDecimal> seasons;
	private List<BigDecimal> ramp;
	private Draw.Type drawType;
	private BigDecimal drawAmount;
	private int drawMonths;
	private int recoveryFrom;
	private BigDecimal recoveryShare;
	private BigDecimal drawFloor;
	private BigDecimal monthCap;
	private boolean monthCapCarried;
	private String promotedTo;
	private BigDecimal installedBase;
	private BigDecimal averageNewMrr;
	private BigDecimal averagePrepaid;

	PlanForm(PlanTerms terms) {
		name = terms.name();
		number = terms.version();
		currency = terms.currency().getCurrencyCode();
		yearStarts = terms.yearStarts();
		rounding = terms.rounding();
		rateDate = terms.rateDate();
		leavers = terms.leavers();
		proration = terms.proration();
		seasons = terms.seasons();
		ramp = terms.ramp();
		terms.components().forEach(component -> components.add(new ComponentForm(component)));
		var draw = terms.draw();
		drawType = draw == null ? null : draw.type();
		drawAmount = draw == null ? null : draw.amount().amount();
		drawMonths = draw == null ? 3 : draw.months();
		recoveryFrom = draw == null ? 1 : draw.recoveryFrom();
		recoveryShare = draw == null ? BigDecimal.ONE : draw.recoveryShare();
		drawFloor = draw == null || draw.floor() == null ? null : draw.floor().amount();
		monthCap = terms.monthCap() == null ? null : terms.monthCap().most().amount();
		monthCapCarried = terms.monthCap() != null && terms.monthCap().carried();
		var promotion = terms.promotion();
		promotedTo = promotion == null ? null : promotion.to();
		installedBase = promotion == null ? null : promotion.installedBase();
		averageNewMrr = promotion == null ? null : promotion.averageNewMrr();
		averagePrepaid = promotion == null ? null : promotion.averagePrepaid();
	}

	PlanTerms terms() {
		var money = Currency.getInstance(currency);
		var draw = drawType == null ? null : new Draw(drawType, Money.of(zero(drawAmount), money), drawMonths, recoveryFrom, zero(recoveryShare), drawFloor == null ? null : Money.of(drawFloor, money));
		var promotion = promotedTo == null || promotedTo.isBlank() ? null : new Promotion(promotedTo.strip(), zero(installedBase), zero(averageNewMrr), zero(averagePrepaid));
		return new PlanTerms(name, number, money, yearStarts, rounding, rateDate, leavers, proration, seasons, ramp,
				components.stream().map(component -> component.component(money)).toList(), draw, monthCap == null ? null : new Cap(Money.of(monthCap, money), monthCapCarried), promotion);
	}

	private static BigDecimal zero(BigDecimal number) {
		return number == null ? BigDecimal.ZERO : number;
	}

	/** What 100 % is in the pictures, by component: a window's quota. Components that nobody gave one are left out. */
	Map<String, BigDecimal> samples() {
		var samples = new HashMap<String, BigDecimal>();
		components.stream().filter(component -> component.getSample() != null && component.getSample().signum() > 0).forEach(component -> samples.put(component.getCode(), component.getSample()));
		return samples;
	}

	/** A component that pays by new MRR, without a rate yet. */
	ComponentForm add(String title) {
		var code = "component-1";
		for (int i = 2; has(code); i++) {
			code = "component-" + i;
		}
		var added = new ComponentForm(Component.of(code, new RateTable(List.of(Tier.marginal(BigDecimal.ZERO, null, null)), org.headcoach.compensation.engine.Boundary.HIGHER), Window.MONTH,
				PaySchedule.atOnce(null)).named(title));
		components.add(added);
		return added;
	}

	private boolean has(String code) {
		return components.stream().anyMatch(component -> component.getCode().equals(code));
	}

	void remove(int at) {
		components.remove(at);
	}

	public List<ComponentForm> getComponents() {
		return components;
	}

	public String getCurrency() {
		return currency;
	}

	public void setCurrency(String currency) {
		this.currency = currency;
	}

	public Month getYearStarts() {
		return yearStarts;
	}

	public void setYearStarts(Month yearStarts) {
		this.yearStarts = yearStarts;
	}

	public RoundingMode getRounding() {
		return rounding;
	}

	public void setRounding(RoundingMode rounding) {
		this.rounding = rounding;
	}

	public RateDate getRateDate() {
		return rateDate;
	}

	public void setRateDate(RateDate rateDate) {
		this.rateDate = rateDate;
	}

	public LeaverRule getLeavers() {
		return leavers;
	}

	public void setLeavers(LeaverRule leavers) {
		this.leavers = leavers;
	}

	public Quota.Proration getProration() {
		return proration;
	}

	public void setProration(Quota.Proration proration) {
		this.proration = proration;
	}

	public List<BigDecimal> getSeasons() {
		return seasons;
	}

	public void setSeasons(List<BigDecimal> seasons) {
		this.seasons = seasons;
	}

	public List<BigDecimal> getRamp() {
		return ramp;
	}

	public void setRamp(List<BigDecimal> ramp) {
		this.ramp = ramp;
	}

	public Draw.Type getDrawType() {
		return drawType;
	}

	public void setDrawType(Draw.Type drawType) {
		this.drawType = drawType;
	}

	public BigDecimal getDrawAmount() {
		return drawAmount;
	}

	public void setDrawAmount(BigDecimal drawAmount) {
		this.drawAmount = drawAmount;
	}

	public int getDrawMonths() {
		return drawMonths;
	}

	public void setDrawMonths(int drawMonths) {
		this.drawMonths = drawMonths;
	}

	public int getRecoveryFrom() {
		return recoveryFrom;
	}

	public void setRecoveryFrom(int recoveryFrom) {
		this.recoveryFrom = recoveryFrom;
	}

	public BigDecimal getRecoveryShare() {
		return recoveryShare;
	}

	public void setRecoveryShare(BigDecimal recoveryShare) {
		this.recoveryShare = recoveryShare;
	}

	public BigDecimal getDrawFloor() {
		return drawFloor;
	}

	public void setDrawFloor(BigDecimal drawFloor) {
		this.drawFloor = drawFloor;
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

	public String getPromotedTo() {
		return promotedTo;
	}

	public void setPromotedTo(String promotedTo) {
		this.promotedTo = promotedTo;
	}

	public BigDecimal getInstalledBase() {
		return installedBase;
	}

	public void setInstalledBase(BigDecimal installedBase) {
		this.installedBase = installedBase;
	}

	public BigDecimal getAverageNewMrr() {
		return averageNewMrr;
	}

	public void setAverageNewMrr(BigDecimal averageNewMrr) {
		this.averageNewMrr = averageNewMrr;
	}

	public BigDecimal getAveragePrepaid() {
		return averagePrepaid;
	}

	public void setAveragePrepaid(BigDecimal averagePrepaid) {
		this.averagePrepaid = averagePrepaid;
	}
}
