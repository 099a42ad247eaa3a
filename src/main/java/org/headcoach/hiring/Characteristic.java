package org.headcoach.hiring;

import java.math.BigDecimal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What is looked for in one version of a hiring model: its weight, how it is found out, and what 1, 5 and 10 mean. */
@Entity
@Table(name = "hiring_characteristic")
class Characteristic {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	@Column(name = "version_id")
	private long versionId;

	private int ordinal;

	private String code;

	private String name;

	private String meaning;

	private BigDecimal weight;

	@Enumerated(EnumType.STRING)
	@Column(name = "evaluated_by")
	private EvaluatedBy evaluatedBy;

	@Column(name = "two_pass")
	private boolean twoPass;

	@Column(name = "anchor_1")
	private String anchor1;

	@Column(name = "anchor_3")
	private String anchor3;

	@Column(name = "anchor_5")
	private String anchor5;

	@Column(name = "anchor_7")
	private String anchor7;

	@Column(name = "anchor_10")
	private String anchor10;

	private String questions;

	protected Characteristic() {
	}

	Characteristic(long versionId, int ordinal, String code, String name, String meaning, BigDecimal weight, EvaluatedBy evaluatedBy, boolean twoPass, String anchor1, String anchor3, String anchor5, String anchor7, String anchor10, String questions) {
		this.versionId = versionId;
		this.ordinal = ordinal;
		this.code = code;
		this.name = name;
		this.meaning = meaning;
		this.weight = weight;
		this.evaluatedBy = evaluatedBy;
		this.twoPass = twoPass;
		this.anchor1 = anchor1;
		this.anchor3 = anchor3;
		this.anchor5 = anchor5;
		this.anchor7 = anchor7;
		this.anchor10 = anchor10;
		this.questions = questions;
	}

	Long id() {
		return id;
	}

	long versionId() {
		return versionId;
	}

	int ordinal() {
		return ordinal;
	}

	String code() {
		return code;
	}

	String name() {
		return name;
	}

	String meaning() {
		return meaning;
	}

	BigDecimal weight() {
		return weight;
	}

	EvaluatedBy evaluatedBy() {
		return evaluatedBy;
	}

	boolean twoPass() {
		return twoPass;
	}

	String anchor1() {
		return anchor1;
	}

	String anchor3() {
		return anchor3;
	}

	String anchor5() {
		return anchor5;
	}

	String anchor7() {
		return anchor7;
	}

	String anchor10() {
		return anchor10;
	}

	String questions() {
		return questions;
	}

	/** The same in another version. */
	Characteristic copyFor(long otherVersion) {
		return new Characteristic(otherVersion, ordinal, code, name, meaning, weight, evaluatedBy, twoPass, anchor1, anchor3, anchor5, anchor7, anchor10, questions);
	}
}
