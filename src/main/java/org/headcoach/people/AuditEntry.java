package org.headcoach.people;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One line of the audit log. It is written once and never changed, so it has no way to. */
@Entity
@Table(name = "audit_entry")
class AuditEntry {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	@Column(name = "happened_at", updatable = false)
	private OffsetDateTime happenedAt;

	@Column(name = "account_id", updatable = false)
	private Long accountId;

	@Column(name = "account_name", updatable = false)
	private String accountName;

	@Column(updatable = false)
	private String address;

	@Column(updatable = false)
	private String action;

	@Column(name = "subject_type", updatable = false)
	private String subjectType;

	@Column(name = "subject_id", updatable = false)
	private String subjectId;

	@Column(name = "subject_name", updatable = false)
	private String subjectName;

	@Column(name = "before_text", updatable = false)
	private String before;

	@Column(name = "after_text", updatable = false)
	private String after;

	protected AuditEntry() {
	}

	AuditEntry(Instant happenedAt, Long accountId, String accountName, String address, String action, String subjectType,
			String subjectId, String subjectName, String before, String after) {
		this.happenedAt = happenedAt.atOffset(ZoneOffset.UTC);
		this.accountId = accountId;
		this.accountName = accountName;
		this.address = address;
		this.action = action;
		this.subjectType = subjectType;
		this.subjectId = subjectId;
		// a name is a reading aid: a long one is cut rather than refusing the change it tells of
		this.subjectName = subjectName == null || subjectName.length() <= 300 ? subjectName : subjectName.substring(0, 300);
		this.before = before;
		this.after = after;
	}
}
