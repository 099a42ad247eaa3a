package org.headcoach.notices;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * A notice in the outbox. It is written with what it tells about, and from then on moved from state to state by single updates in {@link Outbox}, of which one
 * of several at once wins; so nothing here changes it.
 */
@Entity
@Table(name = "notice")
public class PostedNotice {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	@Column(name = "notice_key")
	private String key;

	private String topic;

	@Enumerated(EnumType.STRING)
	private Channel channel;

	@Column(name = "account_id")
	private Long accountId;

	@Column(name = "hook_id")
	private Long hookId;

	private boolean outside;

	@Column(name = "to_name")
	private String toName;

	@Column(name = "to_email")
	private String toEmail;

	@Column(name = "reply_to")
	private String replyTo;

	private String subject;

	@Column(name = "body_text")
	private String text;

	@Column(name = "body_html")
	private String html;

	@Enumerated(EnumType.STRING)
	private NoticeState state;

	private int tries;

	@Column(name = "posted_at")
	private Instant postedAt;

	@Column(name = "next_try_at")
	private Instant nextTryAt;

	private String claim;

	@Column(name = "claimed_at")
	private Instant claimedAt;

	@Column(name = "ended_at")
	private Instant endedAt;

	@Enumerated(EnumType.STRING)
	private Trouble trouble;

	private String detail;

	protected PostedNotice() {
	}

	PostedNotice(Notice notice, Instant postedAt) {
		this.key = notice.key();
		this.topic = notice.topic();
		this.channel = notice.channel();
		this.accountId = notice.accountId();
		this.hookId = notice.hookId();
		this.outside = notice.outside() != null;
		if (outside) {
			this.toName = notice.outside().name();
			this.toEmail = notice.outside().email();
			this.replyTo = notice.outside().replyTo();
		}
		this.subject = notice.subject();
		this.text = notice.text();
		this.html = notice.html();
		this.state = NoticeState.WAITING;
		this.postedAt = postedAt;
		this.nextTryAt = postedAt;
	}
}
