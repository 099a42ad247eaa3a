package org.headcoach.compensation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

import org.headcoach.people.Salesperson;
import org.headcoach.shared.BusinessException;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** That somebody is paid by a plan from a day to another, with their quota. */
@Entity
@Table(name = "plan_assignment")
public class PlanAssignment {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	@ManyToOne
	@JoinColumn(name = "plan_id")
	private PayPlan plan;

	@ManyToOne
	@JoinColumn(name = "person_id")
	private Salesperson person;

	@Column(name = "from_day")
	private LocalDate from;

	@Column(name = "until_day")
	private LocalDate until;

	@Column(name = "ramp_from")
	private LocalDate rampFrom;

	@Column(name = "target_pay")
	private BigDecimal targetPay;

	@Column(name = "payout_currency")
	private String payoutCurrency;

	@ElementCollection
	@CollectionTable(name = "assignment_quota", joinColumns = @JoinColumn(name = "assignment_id"))
	@MapKeyColumn(name = "component")
	@Column(name = "year_units")
	private Map<String, BigDecimal> quotas = new HashMap<>();

	@Version
	private int version;

	protected PlanAssignment() {
	}

	PlanAssignment(PayPlan plan, Salesperson person, LocalDate from) {
		this.plan = plan;
		this.person = person;
		this.from = from;
	}

	/** @param lastDay null while it is open */
	void end(LocalDate lastDay) {
		if (lastDay != null && lastDay.isBefore(from)) {
			throw new BusinessException("compensation.assignment.error.ends-before", person.name(), from, lastDay);
		}
		until = lastDay;
	}

	/**
	 * @param rampStart from when the plan's ramp counts; null without a ramp
	 * @param target variable pay of a year at quota
	 * @param yearQuotas by component, a year's units, above 0
	 */
	void set(LocalDate rampStart, BigDecimal target, String paidOutIn, Map<String, BigDecimal> yearQuotas) {
		if (target != null && target.signum() < 0 || yearQuotas.values().stream().anyMatch(units -> units.signum() <= 0)) {
			throw new BusinessException("compensation.assignment.error.not-above-zero", person.name());
		}
		rampFrom = rampStart;
		targetPay = target;
		payoutCurrency = paidOutIn;
		quotas.clear();
		quotas.putAll(yearQuotas);
	}

	/** Both null: open to that side. */
	boolean touches(LocalDate first, LocalDate last) {
		return (last == null || !from.isAfter(last)) && (until == null || !until.isBefore(first));
	}

	public Long id() {
		return id;
	}

	public PayPlan plan() {
		return plan;
	}

	public Salesperson person() {
		return person;
	}

	public LocalDate from() {
		return from;
	}

	public LocalDate until() {
		return until;
	}

	public LocalDate rampFrom() {
		return rampFrom;
	}

	public BigDecimal targetPay() {
		return targetPay;
	}

	public String payoutCurrency() {
		return payoutCurrency;
	}

	public Map<String, BigDecimal> quotas() {
		return Map.copyOf(quotas);
	}

	public int version() {
		return version;
	}
}
