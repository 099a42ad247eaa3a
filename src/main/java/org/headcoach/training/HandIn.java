package org.headcoach.training;

import java.time.Instant;

import org.headcoach.shared.BusinessException;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** What somebody has handed in for a task, and what came of it. It stays as it was sent; a better one is another hand-in. */
@Entity
@Table(name = "hand_in")
public class HandIn {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	@Column(name = "class_id")
	private long classId;

	@Column(name = "task_id")
	private long taskId;

	@Column(name = "person_id")
	private long personId;

	@Column(name = "hand_in_no")
	private int handInNo;

	private String words;

	private String address;

	@Column(name = "file_id")
	private Long fileId;

	@Column(name = "file_name")
	private String fileName;

	@Column(name = "byte_size")
	private Integer byteSize;

	@Column(name = "handed_in_at")
	private Instant handedInAt;

	@Enumerated(EnumType.STRING)
	private Verdict verdict;

	private String review;

	@Column(name = "reviewed_at")
	private Instant reviewedAt;

	@Column(name = "reviewed_by_name")
	private String reviewedByName;

	@Version
	private int version;

	protected HandIn() {
	}

	/** @throws BusinessException when nothing is handed in */
	HandIn(long classId, long taskId, long personId, int handInNo, String words, String address, TrainingFile file, Instant now) {
		this.classId = classId;
		this.taskId = taskId;
		this.personId = personId;
		this.handInNo = handInNo;
		this.words = Texts.optional(words, 8_000);
		this.address = address == null || address.isBlank() ? null : WebAddress.of(address);
		this.fileId = file == null ? null : file.id();
		this.fileName = file == null ? null : file.name();
		this.byteSize = file == null ? null : file.byteSize();
		this.handedInAt = now;
		if (this.words == null && this.address == null && file == null) {
			throw new BusinessException("learn.task.error.nothing");
		}
	}

	/** What came of it; null while it waits. */
	public enum Verdict {
		ACCEPTED, AGAIN, REPLACED
	}

	/** A later one came before anybody looked at it. */
	void replace() {
		verdict = Verdict.REPLACED;
	}

	/** @throws BusinessException when it does not wait any more, or is sent back without a word */
	void review(boolean accepted, String said, Instant now, String by) {
		if (verdict != null) {
			throw new BusinessException("learn.task.error.reviewed");
		}
		review = accepted ? Texts.optional(said, 2_000) : Texts.said(said, 2_000, "learn.task.error.words");
		verdict = accepted ? Verdict.ACCEPTED : Verdict.AGAIN;
		reviewedAt = now;
		reviewedByName = by;
	}

	Long id() {
		return id;
	}

	long classId() {
		return classId;
	}

	long taskId() {
		return taskId;
	}

	long personId() {
		return personId;
	}

	int handInNo() {
		return handInNo;
	}

	String words() {
		return words;
	}

	String address() {
		return address;
	}

	Long fileId() {
		return fileId;
	}

	String fileName() {
		return fileName;
	}

	Integer byteSize() {
		return byteSize;
	}

	Instant handedInAt() {
		return handedInAt;
	}

	Verdict verdict() {
		return verdict;
	}

	String review() {
		return review;
	}

	Instant reviewedAt() {
		return reviewedAt;
	}

	String reviewedByName() {
		return reviewedByName;
	}

	int version() {
		return version;
	}
}
