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
import jakarta.persistence.Version;

/** An incoming webhook of Slack or Teams. Whoever knows its address can write into the channel, so it is never shown whole again and forgotten with the hook. */
@Entity
@Table(name = "notice_hook")
public class NoticeHook {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	private String name;

	@Enumerated(EnumType.STRING)
	private Channel kind;

	private String address;

	@Column(name = "added_at")
	private Instant addedAt;

	@Column(name = "added_by_name")
	private String addedByName;

	@Column(name = "removed_at")
	private Instant removedAt;

	@Version
	private int version;

	protected NoticeHook() {
	}

	NoticeHook(String name, Channel kind, String address, Instant addedAt, String addedByName) {
		this.name = name;
		this.kind = kind;
		this.address = address;
		this.addedAt = addedAt;
		this.addedByName = addedByName;
	}

	public Long id() {
		return id;
	}

	public String name() {
		return name;
	}

	public Channel kind() {
		return kind;
	}

	/** Null when it was removed. */
	String address() {
		return address;
	}

	Instant addedAt() {
		return addedAt;
	}

	String addedByName() {
		return addedByName;
	}

	boolean isRemoved() {
		return removedAt != null;
	}

	void remove(Instant now) {
		address = null;
		removedAt = now;
	}
}
