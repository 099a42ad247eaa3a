package org.headcoach.training;

import java.time.Instant;

import org.headcoach.shared.BusinessException;
import org.headcoach.shared.FileKind;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A file that somebody has brought: a material of a session, or what was handed in. */
@Entity
@Table(name = "training_file")
class TrainingFile {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	private String name;

	@Column(name = "content_type")
	private String contentType;

	@Column(name = "byte_size")
	private int byteSize;

	private byte[] content;

	@Column(name = "made_at")
	private Instant madeAt;

	@Column(name = "made_by_name")
	private String madeByName;

	protected TrainingFile() {
	}

	/** @throws BusinessException for more than 10 MB, and for what is neither PDF, Word, OpenDocument, slides, picture nor text */
	TrainingFile(String fileName, byte[] content, Instant now, String by) {
		if (content == null || content.length == 0 || content.length > FileKind.LARGEST) {
			throw new BusinessException("learn.file.error.size", FileKind.LARGEST / 1024 / 1024);
		}
		var kind = FileKind.of(content).orElseThrow(() -> new BusinessException("learn.file.error.kind"));
		this.name = kind.named(fileName);
		this.contentType = kind.type();
		this.byteSize = content.length;
		this.content = content;
		this.madeAt = now;
		this.madeByName = by;
	}

	Long id() {
		return id;
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

	Instant madeAt() {
		return madeAt;
	}

	String madeByName() {
		return madeByName;
	}
}
