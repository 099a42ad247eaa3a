package org.headcoach.hiring;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** What a source cost in one month. */
@Entity
@Table(name = "hiring_source_cost")
@IdClass(SourceCost.Key.class)
class SourceCost {

	/** A source and a month, by its first day. */
	static class Key implements Serializable {

		private static final long serialVersionUID = 1L;

		private CandidateSource source;
		private LocalDate month;

		Key() {
		}

		Key(CandidateSource source, LocalDate month) {
			this.source = source;
			this.month = month;
		}

		@Override
		public boolean equals(Object other) {
			return other instanceof Key key && source == key.source && Objects.equals(month, key.month);
		}

		@Override
		public int hashCode() {
			return Objects.hash(source, month);
		}
	}

	@Id
	@Enumerated(EnumType.STRING)
	private CandidateSource source;

	@Id
	@Column(name = "in_month")
	private LocalDate month;

	private BigDecimal amount;
	private String currency;

	protected SourceCost() {
	}

	SourceCost(CandidateSource source, LocalDate month, BigDecimal amount, String currency) {
		this.source = source;
		this.month = month;
		change(amount, currency);
	}

	final void change(BigDecimal newAmount, String newCurrency) {
		amount = newAmount;
		currency = newCurrency;
	}

	CandidateSource source() {
		return source;
	}

	LocalDate month() {
		return month;
	}

	BigDecimal amount() {
		return amount;
	}

	String currency() {
		return currency;
	}
}
