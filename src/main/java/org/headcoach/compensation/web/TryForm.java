package org.headcoach.compensation.web;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;

import org.headcoach.compensation.engine.TryOut;

/** A made-up deal while it is typed. */
public class TryForm implements Serializable {

	private static final long serialVersionUID = 1L;

	private LocalDate wonOn;
	private BigDecimal units = new BigDecimal("500");
	private LocalDate firstPaidOn;
	private int monthsPerPayment = 1;
	private int payments;
	private LocalDate cancelledOn;

	TryForm(LocalDate day) {
		wonOn = day;
		firstPaidOn = day;
	}

	TryOut.Deal deal(String name) {
		return new TryOut.Deal(name, wonOn, units, payments == 0 ? null : firstPaidOn == null ? wonOn : firstPaidOn, Math.max(1, monthsPerPayment), payments, cancelledOn);
	}

	public LocalDate getWonOn() {
		return wonOn;
	}

	public void setWonOn(LocalDate wonOn) {
		this.wonOn = wonOn;
	}

	public BigDecimal getUnits() {
		return units;
	}

	public void setUnits(BigDecimal units) {
		this.units = units;
	}

	public LocalDate getFirstPaidOn() {
		return firstPaidOn;
	}

	public void setFirstPaidOn(LocalDate firstPaidOn) {
		this.firstPaidOn = firstPaidOn;
	}

	public int getMonthsPerPayment() {
		return monthsPerPayment;
	}

	public void setMonthsPerPayment(int monthsPerPayment) {
		this.monthsPerPayment = monthsPerPayment;
	}

	public int getPayments() {
		return payments;
	}

	public void setPayments(int payments) {
		this.payments = payments;
	}

	public LocalDate getCancelledOn() {
		return cancelledOn;
	}

	public void setCancelledOn(LocalDate cancelledOn) {
		this.cancelledOn = cancelledOn;
	}
}
