package org.headcoach.hiring;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A CV or another file of a candidate, as it was sent. */
@Entity
@Table(name = "candidate_file")
class CandidateFile {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	@Column(name = "candidate_id")
	private long candidateId;

	private String name;

	@Column(name = "content_type")
	private String contentType;

	@Column(name = "byte_size")
	private int byteSize;

	private byte[] content;

	private Instant at;

	@Column(name = "by_name")
	private String byName;

	protected CandidateFile() {
	}

	CandidateFile(long candidateId, String name, String contentType, int byteSize, byte[] content, Instant at, String byName) {
		this.candidateId = candidateId;
		this.name = name;
		this.contentType = contentType;
		this.byteSize = byteSize;
		this.content = content;
		this.at = at;
		this.byName = byName;
	}

	Long id() {
		return id;
	}

	long candidateId() {
		return candidateId;
	}

	String name() {
		return name;
	}

	String contentType() {
		return contentType;
	}

	int byteSize() {
		return byteSize;
	}

	byte[] content() {
		return content;
	}

	Instant at() {
		return at;
	}

	String byName() {
		return byName;
	}
}
