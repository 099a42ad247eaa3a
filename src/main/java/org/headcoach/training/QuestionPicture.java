package org.headcoach.training;

import java.time.Instant;

import org.headcoach.training.engine.PictureFile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A picture of the bank, once however many questions show it. Never changed: another picture has another print. */
@Entity
@Table(name = "question_picture")
class QuestionPicture {

	@Id
	private String print;

	@Column(name = "content_type")
	private String contentType;

	private byte[] content;

	@Column(name = "added_at")
	private Instant addedAt;

	@Column(name = "added_by_name")
	private String addedByName;

	protected QuestionPicture() {
	}

	QuestionPicture(PictureFile file, Instant addedAt, String addedByName) {
		this.print = file.print();
		this.contentType = file.type();
		this.content = file.content();
		this.addedAt = addedAt;
		this.addedByName = addedByName;
	}

	PictureFile file() {
		return new PictureFile(print, contentType, content);
	}
}
