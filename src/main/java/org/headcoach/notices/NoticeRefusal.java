package org.headcoach.notices;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An account that wants no mail about a topic. */
@Entity
@Table(name = "notice_refusal")
public class NoticeRefusal {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	@Column(name = "account_id")
	private Long accountId;

	private String topic;

	@Column(name = "refused_at")
	private Instant refusedAt;

	protected NoticeRefusal() {
	}

	NoticeRefusal(Long accountId, String topic, Instant refusedAt) {
		this.accountId = accountId;
		this.topic = topic;
		this.refusedAt = refusedAt;
	}
}
