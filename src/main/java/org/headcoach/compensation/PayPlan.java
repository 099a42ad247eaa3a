package org.headcoach.compensation;

import org.headcoach.shared.BusinessException;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A compensation plan, such as "Account executive". What it says stands in its versions; who is paid by it in its assignments. */
@Entity
@Table(name = "pay_plan")
public class PayPlan {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	private String name;
	private boolean archived;

	@Version
	private int version;

	protected PayPlan() {
	}

	public PayPlan(String name) {
		rename(name);
	}

	public final void rename(String other) {
		if (other == null || other.isBlank()) {
			throw new BusinessException("compensation.plans.error.no-name");
		}
		name = other.strip();
	}

	/** Takes it out of what can be assigned. Who is on it stays on it. */
	public void archive() {
		archived = true;
	}

	public void bringBack() {
		archived = false;
	}

	public Long id() {
		return id;
	}

	public String name() {
		return name;
	}

	public boolean isArchived() {
		return archived;
	}

	public int version() {
		return version;
	}
}
