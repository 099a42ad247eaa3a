package org.headcoach.compensation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;

import org.headcoach.people.Salesperson;
import org.headcoach.shared.BusinessException;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** Keeps pay back until it is released: of a person, of a deal for everybody, or of what one person gets for a deal. */
@Entity
@Table(name = "pay_hold")
public class PayHold {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	@ManyToOne
	@JoinColumn(name = "person_id")
	private Salesperson person;

	private String source;

	@Column(name = "source_name")
	private String sourceName;

	@Column(name = "from_month")
	private LocalDate from;

	private String reason;

	@Column(name = "held_at")
	private Instant heldAt;

	@Column(name = "held_by_name")
	private String heldByName;

	@Column(name = "released_at")
	private Instant releasedAt;

	@Column(name = "released_by_name")
	private String releasedByName;

	@Version
	private int version;

	protected PayHold() {
	}

	/** @param person null: what everybody gets for the deal; @param source null: all that the person gets */
	PayHold(Salesperson person, String source, String sourceName, YearMonth from, String reason, Instant now, String by) {
		if (reason == null || reason.isBlank()) {
			throw new BusinessException("compensation.hold.error.no-reason");
		}
		this.person = person;
		this.source = source;
		this.sourceName = sourceName;
		this.from = from.atDay(1);
		this.reason = reason.strip();
		this.heldAt = now;
		this.heldByName = by;
	}

	void release(Instant now, String by) {
		if (releasedAt != null) {
			throw new BusinessException("compensation.hold.error.released");
		}
		releasedAt = now;
		releasedByName = by;
	}

	public Long id() {
		return id;
	}

	public Salesperson person() {
		return person;
	}

	public String source() {
		return source;
	}

	public String sourceName() {
		return sourceName;
	}

	public YearMonth from() {
		return YearMonth.from(from);
	}

	public String reason() {
		return reason;
	}

	public Instant heldAt() {
		return heldAt;
	}

	public String heldByName() {
		return heldByName;
	}

	public Instant releasedAt() {
		return releasedAt;
	}

	public String releasedByName() {
		return releasedByName;
	}

	public int version() {
		return version;
	}
}
