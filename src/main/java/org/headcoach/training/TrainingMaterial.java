package org.headcoach.training;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Something to read, to watch or to keep that belongs to a session. */
@Entity
@Table(name = "training_material")
class TrainingMaterial {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	@Column(name = "session_id")
	private long sessionId;

	@Enumerated(EnumType.STRING)
	private MaterialKind kind;

	private String title;

	private String address;

	private String words;

	@Column(name = "file_id")
	private Long fileId;

	@Column(name = "file_name")
	private String fileName;

	@Column(name = "byte_size")
	private Integer byteSize;

	@Column(name = "made_at")
	private Instant madeAt;

	@Column(name = "made_by_name")
	private String madeByName;

	protected TrainingMaterial() {
	}

	/** @param file for {@code FILE} only @throws BusinessException when it has nothing of its kind, or an address that is no web page */
	TrainingMaterial(long sessionId, MaterialKind kind, String title, String address, String words, TrainingFile file, Instant now, String by) {
		this.sessionId = sessionId;
		this.kind = kind;
		this.title = Texts.said(title == null || title.isBlank() ? file == null ? null : file.name() : title, 200, "learn.error.title");
		switch (kind) {
			case TEXT -> this.words = Texts.said(words, 8_000, "learn.material.error.words");
			case LINK, VIDEO -> this.address = WebAddress.of(address);
			case FILE -> {
				this.fileId = file.id();
				this.fileName = file.name();
				this.byteSize = file.byteSize();
			}
		}
		this.madeAt = now;
		this.madeByName = by;
	}

	Long id() {
		return id;
	}

	long sessionId() {
		return sessionId;
	}

	MaterialKind kind() {
		return kind;
	}

	String title() {
		return title;
	}

	String address() {
		return address;
	}

	String words() {
		return words;
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

	Instant madeAt() {
		return madeAt;
	}

	String madeByName() {
		return madeByName;
	}
}
